//! A customer's deals: the stage of each open one, its quote, and how past ones ended.

use crate::advice::contracts;
use crate::game::desk::sheet::rows::fact;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, mix};
use crate::game::widgets::{Tone, caption, card, chip, hinted, line, lines, link, nothing, sides};
use crate::prose::{Prose, cards, decided_deals, glossary, names, open_deals, regrets, writing};
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::planning::command::Command;
use crate::sim::state::DealOutcome;
use bevy_egui::egui::{Sense, Ui, pos2, vec2};

/// Draws the tab.
pub fn deals(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let all: Vec<&DealView> = prose.view.deals.iter().filter(|d| d.id.customer == customer.id).collect();
    contracts(prose, ui, customer);
    if all.is_empty() {
        nothing(ui, &prose.say("deals-none"));
        return;
    }
    for deal in all.iter().filter(|d| d.open()) {
        open_deal(prose, desk, ui, deal);
    }
    if all.iter().any(|d| !d.open()) {
        caption(ui, &prose.say("deals-past"));
        for deal in all.iter().rev().filter(|d| !d.open()) {
            past_deal(prose, desk, ui, deal);
        }
    }
}

/// Contracts that run: the fee, the last month, and how often what was promised was kept.
fn contracts(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    for contract in prose.view.contracts.iter().filter(|c| c.customer == customer.id) {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            let class = prose.view.guide.need_classes.get(contract.class.index());
            let name = class.map_or_else(|| prose.say("contract-plain"), |class| prose.text(&class.name));
            let fee = prose.say_with("contract-fee", &[("fee", prose.money(contract.fee).into())]);
            sides(ui, 20.0, |ui| line(ui, Type::Strong, &name, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, fee)));
            fact(ui, &prose.say("contract-ends"), &prose.month(contract.ends), &prose.say("gloss-contract-ends"));
            fact(ui, &prose.say("contract-yearly"), &prose.money(contracts::yearly(contract)), &prose.say("contract-yearly-hint"));
            if contract.ends <= prose.view.round.plus(contracts::AHEAD) {
                let renews = open_deals::renews(prose, contract.ends, contracts::renewal(prose.view, contract));
                lines(ui, Type::Small, &writing::capital(&renews), p.accent);
            }
            if let Some(kept) = open_deals::contract_kept(prose, contract) {
                fact(ui, &prose.say("contract-promise"), &kept, &prose.say("gloss-contract-promise"));
            }
        });
    }
}

fn open_deal(prose: &Prose, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &prose.deal(deal.id), p.ink), |ui| ui.label(theme::text(ui, Type::Strong, prose.money(deal.value))));
        stage_bar(prose, ui, deal.stage);
        let due = open_deals::decides(prose, deal);
        let stage = prose.say(glossary::stage(deal.stage));
        sides(ui, 18.0, |ui| hinted(ui, Type::Small, &prose.say(names::stage(deal.stage)), p.muted, &stage), |ui| chip(ui, Tone::Deal, &due));
        if deal.quantity == 0 {
            lines(ui, Type::Small, &cards::need(prose, deal), p.muted);
        }
        // once the chance of this deal can be told, that of others says nothing
        if deal.stage <= 1 {
            lines(ui, Type::Small, &open_deals::stage_average(prose, deal.stage), p.muted);
        }
        let budget = deal.budget.map_or_else(|| prose.say("value-yearly-unknown"), |b| prose.money(b));
        fact(ui, &prose.say("deals-budget"), &budget, &prose.say("gloss-budget"));
        if deal.stage > 1 {
            fact(ui, &prose.say("deals-chance"), &open_deals::chance(prose, deal), &prose.say("deals-chance-hint"));
            if let Some([name, chance, hint]) = open_deals::otherwise(prose, deal) {
                fact(ui, &name, &chance, &hint);
            }
            for why in open_deals::rests_on(prose, deal) {
                lines(ui, Type::Small, &why, p.muted);
            }
        }
        let alone = open_deals::is_alone(prose, deal);
        let committee = prose.say(if alone { "deals-committee-one" } else { "deals-committee" });
        fact(ui, &committee, &prose.percent(deal.committee), &prose.say("gloss-support"));
        if let Some(quote) = &deal.quote {
            fact(ui, &prose.say("deals-quoted"), &prose.money(quote.price), &prose.say("gloss-quoted"));
            fact(ui, &prose.say("quote-promise"), &cards::promise(prose, quote.terms(deal.due).promise), &prose.say("gloss-promise"));
            fact(ui, &prose.say("deals-delivery"), &prose.month_name(quote.delivery), &prose.say("gloss-delivery"));
            fact(ui, &prose.say("deals-payment"), &prose.say(names::payment(quote.payment)), &prose.say("gloss-payment"));
        }
        reserve(prose, desk, ui, deal);
        lines(ui, Type::Small, &prose.say(open_deals::next_step(prose, deal, alone)), p.accent);
    });
}

/// Keeps goods for a deal, or lets them go: who gets the last piece is the team's to say.
fn reserve(prose: &Prose, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let wants = deal.open() || deal.order.is_some_and(|order| order.waits());
    if !prose.view.guide.keeps_stock() || !wants || prose.view.over {
        return;
    }
    let p = theme::palette(ui);
    let place = prose.view.goods.reserved.iter().position(|&id| id == deal.id);
    let (key, command) = match place {
        Some(_) => ("deals-unreserve", Command::Unreserve(deal.id)),
        None => ("deals-reserve", Command::Reserve(deal.id)),
    };
    if let Some(place) = place {
        line(ui, Type::SmallStrong, &prose.say_with("deals-reserved", &[("place", (place + 1).into())]), p.accent);
    }
    if link(ui, &prose.say(key)).on_hover_text(prose.say("deals-reserve-hint")).clicked() {
        desk.send(prose.view.seat.role, command);
    }
}

/// Six steps, the reached ones filled.
fn stage_bar(prose: &Prose, ui: &mut Ui, stage: u8) {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    let step = (rect.width() - 5.0 * 3.0) / 6.0;
    for index in 0..6_u8 {
        let left = rect.left() + f32::from(index) * (step + 3.0);
        let colour = if index < stage { mix(p.blue, p.good(), f32::from(index) / 5.0) } else { p.sunk };
        let part = bevy_egui::egui::Rect::from_min_size(pos2(left, rect.center().y - 3.0), vec2(step, 6.0));
        ui.painter().rect_filled(part, 3, colour);
    }
    response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, prose.say_with("deals-stage-of", &[("stage", stage.into())])));
        ui.label(theme::text(ui, Type::Small, prose.say(glossary::stage(stage))));
        ui.label(theme::text(ui, Type::Small, prose.say("gloss-stage")).color(p.muted));
    });
}

fn past_deal(prose: &Prose, desk: &mut Desk, ui: &mut Ui, deal: &DealView) {
    let p = theme::palette(ui);
    let Some(outcome) = deal.outcome else {
        return;
    };
    let colour = if matches!(outcome, DealOutcome::Won(_)) { p.good() } else { p.warn };
    let height = 18.0 * theme::scale(ui.style());
    sides(
        ui,
        height,
        |ui| line(ui, Type::Body, &format!("{} · {}", prose.month_name(deal.due), prose.deal(deal.id)), p.ink),
        |ui| line(ui, Type::SmallStrong, &decided_deals::outcome(prose, outcome), colour),
    );
    if let Some((text, tone)) = open_deals::order(prose, deal) {
        chip(ui, tone, &text);
    }
    reserve(prose, desk, ui, deal);
    let contest = decided_deals::contest(prose, deal.id);
    let why = contest.and_then(|contest| match contest {
        Happened::NotInvited { why, .. } => Some(decided_deals::why_uninvited(prose, deal.id.customer, *why)),
        other => decided_deals::odds(prose, other),
    });
    if let Some(why) = why {
        lines(ui, Type::Small, &why, p.muted);
    }
    if let Some(next_time) = contest.and_then(|contest| regrets::next_time(prose, contest)) {
        lines(ui, Type::Small, &next_time, p.ink);
    }
}
