//! The open market: this month's tenders, last month's awards, and what campaigns brought. Stands in the funnel's list.

use super::bits::{line, lines, nothing, rule, sides};
use super::cx::Cx;
use super::names;
use super::quote;
use super::state::{Desk, Draft};
use super::tell;
use crate::advice::offer::bid_terms;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{ClickCard, Tone, card, chip, well};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::journal::report::CampaignResult;
use crate::sim::knowledge::{AwardView, TenderView};
use crate::sim::scenario::TenderKind;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, IndustryId, MediumId, OpportunityId, Role};
use bevy_egui::egui::{Margin, ScrollArea, Ui};

/// The name of a medium.
#[must_use]
pub fn medium(cx: &Cx, id: MediumId) -> String {
    cx.view.guide.medium(id).map(|medium| cx.text(&medium.name)).unwrap_or_default()
}

/// The name of an industry.
#[must_use]
pub fn industry(cx: &Cx, id: IndustryId) -> String {
    cx.view.guide.industries.get(id.index()).map(|industry| cx.text(&industry.name)).unwrap_or_default()
}

/// What a tender is called: its title, or what is asked for.
#[must_use]
pub fn tender_name(cx: &Cx, tender: &TenderView) -> String {
    tender.need.title.as_ref().map_or_else(|| cx.deal(tender.need.id), |title| cx.text(title))
}

/// The same for a tender that may be awarded by now.
#[must_use]
pub fn tender_of(cx: &Cx, id: OpportunityId) -> String {
    if let Some(tender) = cx.view.tender(id) {
        return tender_name(cx, tender);
    }
    let award = cx.view.awards.iter().find(|award| award.tender == id);
    award.and_then(|award| award.title.as_ref()).map_or_else(|| cx.say("tender-plain"), |title| cx.text(title))
}

/// Draws the tenders and the awards. `bids`: this desk plays the role that bids.
pub fn tenders(cx: &Cx, desk: &mut Desk, ui: &mut Ui, bids: bool) {
    ScrollArea::vertical().id_salt("tenders").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if cx.view.tenders.is_empty() {
            nothing(ui, &cx.say("tenders-none"));
        }
        for tender in &cx.view.tenders {
            if tender_card(cx, ui, tender) && bids {
                let card = Card { action: Action::Bid(cards::Bid { tender: tender.need.id, terms: bid_terms(tender) }), write_up: true };
                desk.draft = Some(Draft { role: Role::AccountManager, card, changes: None });
            }
        }
        ui.add_space(6.0);
        let (last, earlier): (Vec<_>, Vec<_>) = cx.view.awards.iter().rev().partition(|award| award.round.plus(1) == cx.view.round);
        crate::game::widgets::heading(ui, &cx.say("awards-title"));
        if last.is_empty() {
            nothing(ui, &cx.say("awards-none"));
        }
        last.into_iter().for_each(|award| award_card(cx, ui, award));
        if !earlier.is_empty() {
            ui.add_space(6.0);
            crate::game::widgets::heading(ui, &cx.say("awards-earlier"));
            earlier.into_iter().for_each(|award| award_card(cx, ui, award));
        }
    });
}

/// Draws one tender; returns whether it was clicked.
fn tender_card(cx: &Cx, ui: &mut Ui, tender: &TenderView) -> bool {
    let p = theme::palette(ui);
    let (need, title) = (&tender.need, tender_name(cx, tender));
    ui.push_id(need.id, |ui| {
        ClickCard::new(&title)
            .margin(Margin::symmetric(11, 7))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                sides(ui, 20.0, |ui| line(ui, Type::Strong, &title, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, cx.money_short(need.value))));
                let whose = format!("{} · {}", cx.text(&tender.buyer), industry(cx, tender.industry));
                sides(ui, 20.0, |ui| line(ui, Type::Small, &whose, p.muted), |ui| chip(ui, Tone::Deal, &cx.say(names::tender_kind(tender.kind))));
                let ceiling = cx.say_with("tender-ceiling", &[("amount", cx.money(need.budget.unwrap_or(need.value)).into())]);
                sides(
                    ui,
                    20.0,
                    |ui| line(ui, Type::Small, &ceiling, p.muted),
                    |ui| {
                        let now = need.due.since(cx.view.round) == 0;
                        chip(ui, if now { Tone::Due } else { Tone::Plain }, &cx.say(if now { "tender-closes-now" } else { "tender-closes-later" }));
                    },
                );
                let (text, colour) = match &need.quote {
                    Some(bid) => (format!("{} {}", icons::CHECK, cx.say_with("tender-own-bid", &[("price", cx.money(bid.price).into())])), p.good()),
                    None if planned(cx, need.id) => (format!("{} {}", icons::CHECK, cx.say("offers-planned")), p.accent),
                    None => (cx.say("tender-no-bid"), p.accent),
                };
                line(ui, Type::SmallStrong, &text, colour);
            })
            .response
            .clicked()
    })
    .inner
}

fn planned(cx: &Cx, id: OpportunityId) -> bool {
    cx.view.plan.iter().any(|card| matches!(&card.card.action, Action::Bid(cards::Bid { tender, .. }) if *tender == id))
}

fn award_card(cx: &Cx, ui: &mut Ui, award: &AwardView) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let title = award.title.as_ref().map_or_else(|| cx.say("tender-plain"), |title| cx.text(title));
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &title, p.ink), |ui| chip(ui, Tone::Plain, &cx.say(names::tender_kind(award.kind))));
        line(ui, Type::Small, &cx.text(&award.buyer), p.muted);
        let text = if award.bids == 0 {
            cx.say("award-nobody")
        } else {
            let off = if award.estimate > Fen::ZERO { 1.0 - award.price.to_yuan() / award.estimate.to_yuan() } else { 0.0 };
            let args = [
                ("winner", tell::winner(cx, award.winner).into()),
                ("price", cx.money(award.price).into()),
                ("off", cx.percent(off).into()),
                ("bids", award.bids.into()),
            ];
            cx.say_with("award-text", &args)
        };
        lines(ui, Type::Small, &text, p.ink);
    });
}

/// Draws what campaigns brought, the latest first.
pub fn campaigns(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    ScrollArea::vertical().id_salt("campaigns").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some((loud, months)) = cx.view.echo {
            let args = [("medium", medium(cx, loud).into()), ("months", months.into())];
            lines(ui, Type::SmallStrong, &format!("{} {}", icons::MEGAPHONE, cx.say_with("campaigns-echo", &args)), p.warn);
        }
        if cx.view.campaigns.is_empty() {
            nothing(ui, &cx.say("campaigns-none"));
        }
        for result in cx.view.campaigns.iter().rev() {
            campaign_card(cx, ui, result);
        }
    });
}

fn campaign_card(cx: &Cx, ui: &mut Ui, result: &CampaignResult) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let what = format!("{} · {}", medium(cx, result.medium), industry(cx, result.segment));
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &what, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, cx.money_short(result.budget))));
        let each = if result.leads > 0 { cx.money(Fen(result.budget.0 / i64::from(result.leads))) } else { "—".to_owned() };
        let response = if result.reached > 0 { cx.percent(f64::from(result.leads) / f64::from(result.reached)) } else { "—".to_owned() };
        let args = [("leads", result.leads.into()), ("each", each.into()), ("response", response.into()), ("reached", result.reached.into())];
        sides(
            ui,
            18.0,
            |ui| line(ui, Type::Small, &cx.say_with("campaign-text", &args), p.muted),
            |ui| line(ui, Type::Small, &cx.month_name(result.round), p.muted),
        );
    });
}

/// The terms of a bid: like those of a quote, but judged by points.
pub fn bid(cx: &Cx, ui: &mut Ui, tender: OpportunityId, terms: &mut QuoteTerms) {
    let Some(tender) = cx.view.tender(tender) else {
        return;
    };
    let p = theme::palette(ui);
    line(ui, Type::Strong, &tender_name(cx, tender), p.ink);
    lines(ui, Type::Small, &format!("{} · {}", cx.text(&tender.buyer), industry(cx, tender.industry)), p.muted);
    quote::terms_for(cx, ui, &tender.need, terms);
    let price: Fen = quote::goods(&tender.need, terms).iter().map(|l| l.price.times(i64::from(l.quantity))).sum();
    let ceiling = tender.need.budget.unwrap_or(Fen(i64::MAX));
    let margin = price - tender.need.value.scale(cx.view.guide.rules.choice.cost_share);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        sides(ui, 22.0, |ui| line(ui, Type::Strong, &cx.say("quote-sum"), p.ink), |ui| ui.label(theme::text(ui, Type::Figure, cx.money(price))));
        let colour = if margin < Fen::ZERO { p.warn } else { p.muted };
        let text = theme::text(ui, Type::Small, cx.money(margin)).color(colour);
        sides(ui, 18.0, |ui| line(ui, Type::Small, &cx.say("quote-margin"), p.muted), |ui| ui.label(text));
        if price > ceiling {
            let over = cx.say_with("tender-above-ceiling", &[("amount", cx.money(ceiling).into())]);
            lines(ui, Type::SmallStrong, &format!("{} {over}", icons::WARNING), p.warn);
        }
        rule(ui);
        lines(ui, Type::Small, &judged(cx, tender.kind), p.ink);
    });
}

/// How much price, fit and relation count.
fn judged(cx: &Cx, kind: TenderKind) -> String {
    let tenders = &cx.view.guide.rules.tenders;
    let [price, fit, relation] = match kind {
        TenderKind::Price => tenders.price_type,
        TenderKind::Quality => tenders.quality_type,
    };
    let args = [("price", cx.percent(price).into()), ("fit", cx.percent(fit).into()), ("relation", cx.percent(relation).into())];
    cx.say_with("tender-judged", &args)
}
