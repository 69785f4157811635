//! Open deals by stage: how many, what they come to, and each of them one click away.

use super::empty;
use super::state::{BoardChoice, BoardUi, BoardView, Vacant};
use crate::game::theme::{self, PANEL_RADIUS, Role as Type};
use crate::game::widgets::{ClickCard, area, lane, lines, nothing};
use crate::insight::funnel::{self, Stage};
use crate::prose::nearest::Nearest;
use crate::prose::{Prose, names, open_deals};
use crate::sim::knowledge::DealView;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Margin, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Space between two stages.
const GAP: f32 = 6.0;

/// Draws the deals; returns what the player did.
pub(super) fn deals(
    prose: &Prose,
    board: &mut BoardUi,
    view: &BoardView<'_>,
    found: Option<&BTreeSet<CustomerId>>,
    ui: &mut Ui,
    rect: Rect,
) -> Option<BoardChoice> {
    let funnel = funnel::funnel(prose.view);
    if funnel.deals() == 0 {
        area(ui, rect, "board-deals-none", |ui| nothing(ui, &prose.say("board-deals-none")));
        return None;
    }
    let width = (rect.width() - 5.0 * GAP) / 6.0;
    let mut choice = None;
    for (place, stage) in funnel.stages.iter().enumerate() {
        let left = rect.left() + place as f32 * (width + GAP);
        let column = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let number = place as u8 + 1;
        let clicked = area(ui, column, &format!("board-stage-{number}"), |ui| {
            let nearest = || board.nearest(prose, view.stamp, Vacant::Stage(number));
            self::stage(prose, number, stage, (view.selected, found), nearest, ui, column)
        });
        choice = clicked.or(choice);
    }
    choice.map(BoardChoice::OpenDeals)
}

/// One stage: its head, below it its deals, those decided first at the top.
fn stage(
    prose: &Prose,
    number: u8,
    stage: &Stage,
    chosen: (Option<CustomerId>, Option<&BTreeSet<CustomerId>>),
    nearest: impl FnOnce() -> Arc<Nearest>,
    ui: &mut Ui,
    rect: Rect,
) -> Option<CustomerId> {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    ui.painter().rect(rect, PANEL_RADIUS, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    // the surer an order, the fuller the blue of the edge
    let edge = p.blue.gamma_multiply(0.25 + 0.125 * f32::from(number));
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(rect.width(), 4.0)), 2, edge);
    let head = Rect::from_min_size(rect.min + vec2(9.0, 9.0), vec2(rect.width() - 14.0, 72.0 * scale));
    let response = ui.interact(head, ui.id().with("head"), Sense::click());
    let enabled = ui.is_enabled();
    let amount = prose.money_short(stage.amount);
    let needs = format!("{} {}", prose.say(open_deals_hint(number)), open_deals::stage_needs(prose, number));
    response.widget_info(|| {
        let args = [
            ("stage", prose.say(names::stage(number)).into()),
            ("count", stage.deals.into()),
            ("amount", amount.clone().into()),
            ("hint", needs.clone().into()),
        ];
        WidgetInfo::labeled(WidgetType::Label, enabled, prose.say_with("board-stage-told", &args))
    });
    let name = ui.painter().layout(prose.say(names::stage(number)), theme::font(ui, Type::SmallStrong), p.ink, head.width());
    ui.painter().galley(head.min, name, p.ink);
    let ink = if stage.deals > 0 { p.ink } else { p.muted };
    let sum = ui.painter().layout_no_wrap(amount.clone(), theme::font(ui, Type::Strong), ink);
    let base = head.top() + 35.0 * scale;
    ui.painter().galley(pos2(head.left(), base), sum, ink);
    let count = prose.say_with("board-stage-count", &[("count", stage.deals.into())]);
    let count = ui.painter().layout_no_wrap(count, theme::font(ui, Type::Small), p.muted);
    ui.painter().galley(pos2(head.left(), base + 17.0 * scale), count, p.muted);
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0 * scale);
        ui.label(theme::text(ui, Type::Heading, prose.say(names::stage(number))));
        lines(ui, Type::Body, &needs, p.ink);
        lines(ui, Type::Small, &open_deals::stage_average(prose, number), p.muted);
    });
    let mut deals: Vec<&DealView> = prose.view.deals.iter().filter(|d| d.open() && d.stage.clamp(1, 6) == number).collect();
    deals.sort_by_key(|deal| (deal.due, Reverse(funnel::amount(deal)), deal.id));
    let body = Rect::from_min_max(pos2(rect.left() + 5.0, head.bottom() + 2.0), rect.max - vec2(5.0, 6.0));
    if deals.is_empty() {
        return empty::empty(prose, ui, body, "empty", nearest);
    }
    area(ui, body, "deals", |ui| {
        ui.shrink_clip_rect(body);
        ScrollArea::vertical()
            .id_salt(number)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 5.0;
                deals.into_iter().filter(|deal| card(prose, deal, chosen, ui)).map(|deal| deal.id.customer).last()
            })
            .inner
    })
}

/// What it means that a deal is at a stage.
const fn open_deals_hint(stage: u8) -> &'static str {
    match stage {
        0 | 1 => "board-stage-1-hint",
        2 => "board-stage-2-hint",
        3 => "board-stage-3-hint",
        4 => "board-stage-4-hint",
        5 => "board-stage-5-hint",
        _ => "board-stage-6-hint",
    }
}

/// One deal; returns whether it was clicked.
fn card(prose: &Prose, deal: &DealView, (selected, found): (Option<CustomerId>, Option<&BTreeSet<CustomerId>>), ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let customer = deal.id.customer;
    let name = prose.customer(customer);
    let amount = prose.money_short(funnel::amount(deal));
    let now = deal.due <= prose.view.round;
    let month = prose.say_with("board-deal-due", &[("month", prose.month_short(deal.due).into())]);
    let told = format!("{name} · {amount} · {month}");
    let is_faded = found.is_some_and(|found| !found.contains(&customer));
    let is_found = found.is_some_and(|found| found.contains(&customer));
    let phase = prose.view.customer(customer).map_or(p.muted, |c| p.phase(lane(c.phase)));
    let stripe = if is_faded { p.line } else { phase };
    let mut frame = ClickCard::new(&told).stripe(stripe).margin(Margin { left: 9, right: 4, top: 5, bottom: 5 });
    if is_found || selected == Some(customer) {
        frame = frame.chosen(p.accent);
    }
    let ink = if is_faded { p.muted } else { p.ink };
    ui.push_id(deal.id, |ui| {
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 1.0;
            lines(ui, Type::SmallStrong, &name, ink);
            lines(ui, Type::Strong, &amount, ink);
            lines(ui, if now { Type::SmallStrong } else { Type::Small }, &month, if now { ink } else { p.muted });
        });
        shown.response.on_hover_text(format!("{name} · {}", prose.deal(deal.id))).clicked()
    })
    .inner
}
