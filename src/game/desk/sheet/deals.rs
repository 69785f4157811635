//! A customer's deals: the stage of each open one, its quote, and how past ones ended.

use super::fact;
use crate::game::desk::bits::{line, lines, link, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::finance::goods;
use crate::game::desk::state::Desk;
use crate::game::desk::{names, tell};
use crate::game::theme::{self, Role as Type, mix};
use crate::game::widgets::{Tone, caption, card, chip};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::planning::command::Command;
use crate::sim::state::DealOutcome;
use bevy_egui::egui::{Sense, Ui, pos2, vec2};

/// Draws the tab.
pub fn deals(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let all: Vec<&DealView> = cx.view.deals.iter().filter(|d| d.id.customer == customer.id).collect();
    contracts(cx, ui, customer);
    if all.is_empty() {
        nothing(ui, &cx.say("deals-none"));
        return;
    }
    for deal in all.iter().filter(|d| d.open()) {
        open_deal(cx, desk, ui, deal);
    }
    if all.iter().any(|d| !d.open()) {
        caption(ui, &cx.say("deals-past"));
        for deal in all.iter().rev().filter(|d| !d.open()) {
            past_deal(cx, desk, ui, deal);
        }
    }
}

/// Contracts that run: the fee, the last month, and how often what was promised was kept.
fn contracts(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    for contract in cx.view.contracts.iter().filter(|c| c.customer == customer.id) {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            let class = cx.view.guide.need_classes.get(contract.class.index());
            let name = class.map_or_else(|| cx.say("contract-plain"), |class| cx.text(&class.name));
            let fee = cx.say_with("contract-fee", &[("fee", cx.money(contract.fee).into())]);
            sides(ui, 20.0, |ui| line(ui, Type::Strong, &name, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, fee)));
            fact(ui, &cx.say("contract-ends"), &cx.month(contract.ends));
            if let Some(promised) = class.and_then(|class| class.contract).and_then(|terms| terms.promised) {
                let args =
                    [("promised", crate::words::decimal(promised, 0).into()), ("kept", contract.kept.into()), ("of", (contract.kept + contract.missed).into())];
                fact(ui, &cx.say("contract-promise"), &cx.say_with("contract-kept", &args));
            }
        });
    }
}

fn open_deal(cx: &Cx, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &cx.deal(deal.id), p.ink), |ui| ui.label(theme::text(ui, Type::Strong, cx.money(deal.value))));
        stage_bar(cx, ui, deal.stage);
        let rate = win_rate(cx, deal.stage);
        let stage = format!("{} · {}", cx.say(names::stage(deal.stage)), cx.percent(rate));
        let key = if deal.due.since(cx.view.round) == 0 { "deals-decides-now" } else { "deals-decides-next" };
        sides(ui, 18.0, |ui| line(ui, Type::Small, &stage, p.muted), |ui| chip(ui, Tone::Deal, &cx.say(key)));
        fact(ui, &cx.say("deals-budget"), &deal.budget.map_or_else(|| cx.say("unknown"), |b| cx.money(b)));
        let alone = is_alone(cx, deal);
        fact(ui, &cx.say(if alone { "deals-committee-one" } else { "deals-committee" }), &cx.percent(deal.committee));
        if let Some(quote) = &deal.quote {
            fact(ui, &cx.say("deals-quoted"), &cx.money(quote.price));
            fact(ui, &cx.say("deals-delivery"), &cx.month_name(quote.delivery));
            fact(ui, &cx.say("deals-payment"), &cx.say(names::payment(quote.payment)));
        }
        reserve(cx, desk, ui, deal);
        lines(ui, Type::Small, &cx.say(next_step(deal, alone)), p.accent);
    });
}

/// Keeps goods for a deal, or lets them go: who gets the last piece is the team's to say.
fn reserve(cx: &Cx, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let wants = deal.open() || deal.order.is_some_and(|order| order.waits());
    if !cx.view.guide.keeps_stock() || !wants || cx.view.over {
        return;
    }
    let p = theme::palette(ui);
    let place = cx.view.goods.reserved.iter().position(|&id| id == deal.id);
    let (key, command) = match place {
        Some(_) => ("deals-unreserve", Command::Unreserve(deal.id)),
        None => ("deals-reserve", Command::Reserve(deal.id)),
    };
    if let Some(place) = place {
        line(ui, Type::SmallStrong, &cx.say_with("deals-reserved", &[("place", (place + 1).into())]), p.accent);
    }
    if link(ui, &cx.say(key)).on_hover_text(cx.say("deals-reserve-hint")).clicked() {
        desk.send(cx.view.seat.role, command);
    }
}

/// The win rate of a stage, 1 to 6.
#[must_use]
pub fn win_rate(cx: &Cx, stage: u8) -> f64 {
    let rates = &cx.view.guide.rules.selling.stage_win_rates;
    rates[usize::from(stage.clamp(1, 6)) - 1]
}

/// One person decides for himself or herself.
fn is_alone(cx: &Cx, deal: &DealView) -> bool {
    cx.view.customer(deal.id.customer).is_some_and(|c| c.contacts.iter().filter(|contact| !contact.removed).count() == 1)
}

/// What brings a deal to its next stage.
const fn next_step(deal: &DealView, alone: bool) -> &'static str {
    match deal.stage {
        0 | 1 => "next-stage-1",
        2 if alone => "next-stage-2-one",
        2 => "next-stage-2",
        3 => "next-stage-3",
        4 if deal.quote.is_some() => "next-quote-unanswered",
        4 => "next-stage-4",
        5 => "next-stage-5",
        _ => "next-stage-6",
    }
}

/// Six steps, the reached ones filled.
fn stage_bar(cx: &Cx, ui: &mut Ui, stage: u8) {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    let step = (rect.width() - 5.0 * 3.0) / 6.0;
    for index in 0..6_u8 {
        let left = rect.left() + f32::from(index) * (step + 3.0);
        let colour = if index < stage { mix(p.blue, p.good(), f32::from(index) / 5.0) } else { p.sunk };
        let part = bevy_egui::egui::Rect::from_min_size(pos2(left, rect.center().y - 3.0), vec2(step, 6.0));
        ui.painter().rect_filled(part, 3, colour);
    }
    response.on_hover_text(cx.say_with("deals-stage-of", &[("stage", stage.into())]));
}

fn past_deal(cx: &Cx, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let p = theme::palette(ui);
    let Some(outcome) = deal.outcome else {
        return;
    };
    let colour = if matches!(outcome, DealOutcome::Won(_)) { p.good() } else { p.warn };
    let height = 18.0 * theme::scale(ui.style());
    sides(
        ui,
        height,
        |ui| line(ui, Type::Body, &format!("{} · {}", cx.month_name(deal.due), cx.deal(deal.id)), p.ink),
        |ui| line(ui, Type::SmallStrong, &tell::outcome(cx, outcome), colour),
    );
    if let Some((text, tone)) = goods::status(cx, deal) {
        chip(ui, tone, &text);
    }
    reserve(cx, desk, ui, deal);
    let why = tell::contest(cx, deal.id).and_then(|contest| match contest {
        Happened::NotInvited { why, .. } => Some(cx.say(names::not_invited(*why))),
        other => tell::odds(cx, other),
    });
    if let Some(why) = why {
        lines(ui, Type::Small, &why, p.muted);
    }
}
