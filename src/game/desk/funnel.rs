//! The funnel: open deals by stage, what they are worth by the win rate of the stage, and the forecast.

use super::bits::{area, figures, line, nothing, section};
use super::cx::Cx;
use super::names;
use super::state::{Desk, SheetTab};
use crate::game::theme::{self, Role as Type, mix};
use crate::game::widgets::{ClickCard, Tone, chip};
use crate::sim::funnel::Stage;
use crate::sim::state::DealOutcome;
use crate::sim::units::CustomerId;
use crate::sim::view::DealView;
use bevy_egui::egui::{Align2, Color32, Margin, Rect, ScrollArea, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Draws the tab over `rect`.
pub fn funnel(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "funnel", |ui| {
        let funnel = crate::sim::funnel::funnel(cx.view);
        let stages = &funnel.stages;
        let (won, decided) = decided(cx);
        section(ui, "", |ui| {
            let filed = cx.view.forecast_filed.map_or_else(|| cx.say("funnel-not-filed"), |filed| cx.money(filed));
            let p = theme::palette(ui);
            let rate = if decided > 0 { cx.percent(won as f64 / decided as f64) } else { "—".to_owned() };
            figures(
                ui,
                &[
                    (cx.say("funnel-open"), funnel.deals().to_string(), None),
                    (cx.say("funnel-amount"), cx.money_short(funnel.amount()), None),
                    (cx.say("funnel-forecast"), cx.money_short(funnel.forecast()), Some(p.accent)),
                    (cx.say("funnel-filed"), filed, None),
                    (cx.say("funnel-won"), format!("{rate} ({won}/{decided})"), None),
                ],
            );
        });
        let wide = ui.available_width() > 640.0;
        let height = ui.available_height();
        let left = if wide { ui.available_width() * 0.56 } else { ui.available_width() };
        let from = ui.cursor().min;
        let drawing = Rect::from_min_size(from, vec2(left, if wide { height } else { height * 0.55 }));
        let list = if wide {
            Rect::from_min_max(pos2(drawing.right() + 10.0, from.y), pos2(rect.right(), rect.bottom()))
        } else {
            Rect::from_min_max(pos2(from.x, drawing.bottom() + 10.0), rect.max)
        };
        draw(cx, ui, drawing, stages);
        area(ui, list, "deals", |ui| deals(cx, desk, ui));
    });
}

/// Deals won and deals decided so far.
fn decided(cx: &Cx) -> (usize, usize) {
    let decided: Vec<_> = cx.view.deals.iter().filter_map(|d| d.outcome).collect();
    (decided.iter().filter(|o| matches!(o, DealOutcome::Won(_))).count(), decided.len())
}

/// Six bands that narrow from the lead to the oral yes; a band with more money in it is stronger in colour.
fn draw(cx: &Cx, ui: &mut Ui, rect: Rect, stages: &[Stage; 6]) {
    let p = theme::palette(ui);
    ui.painter().rect(rect, theme::PANEL_RADIUS, p.surface, Stroke::new(1.0, p.line), bevy_egui::egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(16.0, 14.0));
    let gap = 5.0;
    let height = (inner.height() - 5.0 * gap) / 6.0;
    let most = stages.iter().map(|s| s.amount.0).max().unwrap_or(0).max(1) as f32;
    let side = 118.0 * theme::scale(ui.style());
    let body = inner.with_max_x(inner.right() - side);
    for (index, stage) in stages.iter().enumerate() {
        let top = inner.top() + index as f32 * (height + gap);
        let at = |step: f32| body.width() * (1.0 - 0.62 * step / 6.0) / 2.0;
        let (wide, narrow) = (at(index as f32), at(index as f32 + 1.0));
        let centre = body.center().x;
        let share = if stage.deals == 0 { 0.0 } else { 0.35 + 0.65 * (stage.amount.0 as f32 / most).sqrt() };
        let colour = if stage.deals == 0 { p.sunk } else { mix(mix(p.surface, p.blue, 0.25), p.blue, share) };
        let points = vec![pos2(centre - wide, top), pos2(centre + wide, top), pos2(centre + narrow, top + height), pos2(centre - narrow, top + height)];
        ui.painter().add(Shape::convex_polygon(points, colour, Stroke::NONE));
        let ink = if stage.deals == 0 {
            p.muted
        } else if share > 0.55 {
            p.on_colour
        } else {
            p.ink
        };
        let middle = pos2(centre, top + height / 2.0);
        let name = cx.say(names::stage(index as u8 + 1));
        ui.painter().text(middle - vec2(0.0, 9.0), Align2::CENTER_CENTER, name, theme::font(ui, Type::Strong), ink);
        let deals = cx.say_with("funnel-deals", &[("count", stage.deals.into()), ("amount", cx.money_short(stage.amount).into())]);
        ui.painter().text(middle + vec2(0.0, 9.0), Align2::CENTER_CENTER, deals, theme::font(ui, Type::Small), ink);
        let right = pos2(inner.right(), top + height / 2.0);
        let weighted = if stage.deals == 0 { p.muted } else { p.accent };
        ui.painter().text(right - vec2(0.0, 9.0), Align2::RIGHT_CENTER, cx.money_short(stage.weighted), theme::font(ui, Type::Strong), weighted);
        let rate = cx.say_with("funnel-rate", &[("rate", cx.percent(stage.win_rate).into())]);
        ui.painter().text(right + vec2(0.0, 9.0), Align2::RIGHT_CENTER, rate, theme::font(ui, Type::Small), p.muted);
    }
    let _ = ui.allocate_rect(rect, Sense::hover());
}

fn deals(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let mut open: Vec<&DealView> = cx.view.deals.iter().filter(|d| d.open()).collect();
    open.sort_by_key(|d| (d.due, std::cmp::Reverse(d.value), d.id));
    crate::game::widgets::heading(ui, &cx.say_with("funnel-list", &[("count", open.len().into())]));
    if open.is_empty() {
        nothing(ui, &cx.say("funnel-empty"));
        return;
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for deal in open {
            if deal_row(cx, ui, deal) {
                let customer: CustomerId = deal.id.customer;
                desk.open(customer, Some(SheetTab::Deals));
            }
        }
    });
}

fn deal_row(cx: &Cx, ui: &mut Ui, deal: &DealView) -> bool {
    let p = theme::palette(ui);
    let name = format!("{} {}", cx.customer(deal.id.customer), cx.deal(deal.id));
    let ink: Color32 = p.ink;
    ui.push_id(deal.id, |ui| {
        ClickCard::new(&name)
            .margin(Margin::symmetric(11, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 1.0;
                super::bits::sides(
                    ui,
                    20.0,
                    |ui| line(ui, Type::Strong, &cx.customer(deal.id.customer), ink),
                    |ui| ui.label(theme::text(ui, Type::Strong, cx.money_short(deal.value))),
                );
                super::bits::sides(
                    ui,
                    18.0,
                    |ui| line(ui, Type::Small, &format!("{} · {}", cx.deal(deal.id), cx.say(names::stage(deal.stage))), p.muted),
                    |ui| {
                        let now = deal.due.since(cx.view.round) == 0;
                        let key = if now { "deals-decides-now" } else { "deals-decides-next" };
                        chip(ui, if now { Tone::Due } else { Tone::Plain }, &cx.say(key));
                    },
                );
            })
            .response
            .clicked()
    })
    .inner
}
