//! A decision as it is watched: a bar for each that could be chosen, then whoever was.

use crate::game::theme::{self, Role as Type, icons, mix};
use crate::game::widgets::{area, line, lines, lines_height, paint_bar};
use crate::prose::decided_deals::{Contender, Contest};
use bevy_egui::egui::{Align2, Id, LayerId, Order, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

/// Height of a contender's row, and of what stands around them.
const ROW: f32 = 30.0;
const FRAME: f32 = 28.0;
const WIDTH: f32 = 560.0;

/// Draws a contest at the foot of the board; `told` 0 as the bars begin to grow, 1 once it is known who was chosen.
/// `next_time`: what would have helped, told with it.
pub(super) fn contest(ui: &mut Ui, board: Rect, contest: &Contest, next_time: Option<&str>, told: f32) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let width = (WIDTH * scale).min(board.width() - 24.0);
    // what was told before, and what would have helped, stand under the bars; the room for them is there from the beginning
    let height = |text: Option<&str>| text.map_or(0.0, |text| lines_height(ui, Type::Body, text, width - 40.0 * scale) + 8.0 * scale);
    let under = height(contest.told.as_deref()) + height(next_time);
    let size = vec2(width, (ROW * contest.contenders.len() as f32 + FRAME) * scale + under);
    let rect = Rect::from_min_size(pos2(board.center().x - size.x / 2.0, board.bottom() - size.y - 10.0), size);
    // over the board, not a part of it
    let layer = LayerId::new(Order::Middle, Id::new("contest"));
    let mut over = ui.new_child(UiBuilder::new().layer_id(layer).max_rect(rect));
    over.painter().rect(rect, theme::PANEL_RADIUS, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    // the bars have grown when half of the suspense is over
    let grown = (told * 2.0).min(1.0);
    let grown = grown * (2.0 - grown);
    area(&mut over, rect.shrink2(vec2(20.0, 14.0) * scale), "contest", |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for contender in &contest.contenders {
            row(ui, contender, ROW * scale, grown, told >= 1.0);
        }
        let before = contest.told.as_deref().filter(|_| grown >= 1.0);
        for text in [before, next_time.filter(|_| told >= 1.0)].into_iter().flatten() {
            ui.add_space(8.0 * scale);
            lines(ui, Type::Body, text, p.ink);
        }
    });
}

fn row(ui: &mut Ui, contender: &Contender, height: f32, grown: f32, told: bool) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        let text = format!("{} {}", contender.name, contender.told);
        WidgetInfo::labeled(WidgetType::Label, true, text)
    });
    let chosen = told && contender.is_chosen;
    let ink = if told && !contender.is_chosen { p.muted } else { p.ink };
    let bar_left = rect.left() + 170.0 * scale;
    let bar = Rect::from_min_max(pos2(bar_left, rect.center().y - 6.0 * scale), pos2(rect.right() - 86.0 * scale, rect.center().y + 6.0 * scale));
    let name = Rect::from_min_max(rect.min, pos2(bar_left - 10.0 * scale, rect.bottom()));
    area(ui, name, &contender.name, |ui| {
        ui.set_height(height);
        ui.horizontal_centered(|ui| line(ui, if contender.is_ours { Type::Strong } else { Type::Body }, &contender.name, ink));
    });
    let colour = match (told, contender.is_chosen, contender.is_ours) {
        (true, false, _) => mix(p.sunk, p.muted, 0.45),
        (true, true, true) => p.good(),
        (_, _, true) => p.accent,
        _ => p.muted,
    };
    paint_bar(ui, bar, contender.chance as f32 * grown, colour);
    // chances are told in steps: those of all would not always make a hundred
    if contender.is_ours || chosen {
        let figure = pos2(rect.right() - 30.0 * scale, rect.center().y);
        ui.painter().text(figure, Align2::RIGHT_CENTER, &contender.told, theme::font(ui, Type::Strong), ink);
    }
    if chosen {
        let sign = pos2(rect.right(), rect.center().y);
        ui.painter().text(sign, Align2::RIGHT_CENTER, icons::CHECK, theme::font(ui, Type::Strong), if contender.is_ours { p.good() } else { p.ink });
    }
}
