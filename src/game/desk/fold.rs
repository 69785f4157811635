//! The sheet's place: beside the middle, or folded to an edge and open over the middle when it is wanted.

use crate::game::app::shown::Shown;
use crate::game::desk::areas::Areas;
use crate::game::desk::sheet;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, PANEL_RADIUS, Role as Type, icons};
use crate::game::widgets;
use crate::prose::Prose;
use crate::words::Lang;
use bevy_egui::egui::epaint::TextShape;
use bevy_egui::egui::{self, Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2};
use std::f32::consts::FRAC_PI_2;

/// Draws the sheet where it belongs.
pub fn sheet(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, areas: &Areas) {
    let Some(edge) = areas.handle else {
        sheet::sheet(prose, shown, desk, ui, areas.sheet);
        return;
    };
    if desk.fold.open {
        let context = ui.ctx().clone();
        let place = egui::Area::new(egui::Id::new("sheet over the middle")).order(egui::Order::Middle).fixed_pos(areas.sheet.min).constrain(false);
        place.show(&context, |ui| {
            // what lies beneath is not clicked through it
            ui.allocate_rect(areas.sheet, Sense::CLICK);
            let shadow = ui.visuals().window_shadow.as_shape(areas.sheet, CornerRadius::same(PANEL_RADIUS));
            ui.painter().add(shadow);
            sheet::sheet(prose, shown, desk, ui, areas.sheet);
        });
    }
    handle(prose, desk, ui, edge);
}

/// The edge that opens and closes the sheet; it says what the sheet shows.
fn handle(prose: &Prose, desk: &mut Desk, ui: &Ui, rect: Rect) {
    let p = theme::palette(ui);
    let response = ui.interact(rect, ui.id().with("sheet-handle"), Sense::click());
    let is_open = desk.fold.open;
    let name = prose.say(if is_open { "desk-sheet-close" } else { "desk-sheet-open" });
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &name));
    let corner = CornerRadius { nw: PANEL_RADIUS, sw: PANEL_RADIUS, ne: 0, se: 0 };
    let edge = if response.hovered() { p.accent } else { p.line };
    ui.painter().rect(rect, corner, p.surface, Stroke::new(1.0, edge), StrokeKind::Inside);
    let ink = if response.hovered() || is_open { p.accent } else { p.muted };
    let icon = if is_open { icons::CARET_RIGHT } else { icons::CARET_LEFT };
    ui.painter().text(pos2(rect.center().x, rect.top() + 20.0), Align2::CENTER_CENTER, icon, theme::bold(16.0), ink);
    let customer = desk.selected.and_then(|id| prose.view.customer(id));
    let text = customer.map_or_else(|| prose.say("desk-sheet"), |customer| prose.text(&customer.name));
    let font = theme::font(ui, Type::Strong);
    let clip = ui.painter().with_clip_rect(rect.shrink(2.0));
    match prose.lang {
        Lang::En => {
            let galley = clip.layout_no_wrap(text, font, ink);
            let at = pos2(rect.center().x + galley.size().y / 2.0, rect.top() + 44.0);
            clip.add(TextShape::new(at, galley, ink).with_angle(FRAC_PI_2));
        }
        // one character below the other
        Lang::Zh => {
            let column: Vec<String> = text.chars().map(String::from).collect();
            let galley = clip.layout_no_wrap(column.join("\n"), font, ink);
            let at = pos2(rect.center().x - galley.size().x / 2.0, rect.top() + 40.0);
            clip.galley(at, galley, ink);
        }
    }
    if response.has_focus() {
        widgets::focus_ring(ui, rect.shrink(4.0), PANEL_RADIUS);
    }
    if response.on_hover_text(name).clicked() {
        desk.fold.open = !is_open;
    }
}
