//! The open market: this month's tenders, last month's awards, and what campaigns brought. Stands in the funnel's list.

use crate::advice::offer::bid_terms;
use crate::game::desk::state::{Desk, Draft};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, ClickCard, Tone, card, chip, line, lines, nothing, sides};
use crate::prose::{Prose, campaigns, names, tenders};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::journal::report::CampaignResult;
use crate::sim::knowledge::{AwardView, TenderView};
use crate::sim::units::{NeedId, Role};
use bevy_egui::egui::{Margin, ScrollArea, Ui};

/// Draws the tenders and the awards. `bids`: this desk plays the role that bids.
pub fn tenders(prose: &Prose, desk: &mut Desk, ui: &mut Ui, bids: bool) {
    ScrollArea::vertical().id_salt("tenders").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if prose.view.tenders.is_empty() {
            nothing(ui, &prose.say("tenders-none"));
        }
        for tender in &prose.view.tenders {
            if tender_card(prose, ui, tender) && bids {
                let card = Card { action: Action::Bid(cards::Bid { tender: tender.need.id, terms: bid_terms(tender) }), write_up: true };
                desk.draft = Some(Draft { role: Role::AccountManager, card, changes: None });
            }
        }
        ui.add_space(6.0);
        let (last, earlier): (Vec<_>, Vec<_>) = prose.view.awards.iter().rev().partition(|award| award.round.plus(1) == prose.view.round);
        widgets::heading(ui, &prose.say("awards-title"));
        if last.is_empty() {
            nothing(ui, &prose.say("awards-none"));
        }
        last.into_iter().for_each(|award| award_card(prose, ui, award));
        if !earlier.is_empty() {
            ui.add_space(6.0);
            widgets::heading(ui, &prose.say("awards-earlier"));
            earlier.into_iter().for_each(|award| award_card(prose, ui, award));
        }
    });
}

/// Draws one tender; returns whether it was clicked.
fn tender_card(prose: &Prose, ui: &mut Ui, tender: &TenderView) -> bool {
    let p = theme::palette(ui);
    let (need, title) = (&tender.need, prose.tender(tender));
    ui.push_id(need.id, |ui| {
        ClickCard::new(&title)
            .margin(Margin::symmetric(11, 7))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                sides(ui, 20.0, |ui| line(ui, Type::Strong, &title, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, prose.money_short(need.value))));
                let whose = format!("{} · {}", prose.text(&tender.buyer), prose.industry(tender.industry));
                sides(ui, 20.0, |ui| line(ui, Type::Small, &whose, p.muted), |ui| chip(ui, Tone::Deal, &prose.say(names::tender_kind(tender.kind))));
                let ceiling = prose.say_with("tender-ceiling", &[("amount", prose.money(need.budget.unwrap_or(need.value)).into())]);
                sides(
                    ui,
                    20.0,
                    |ui| line(ui, Type::Small, &ceiling, p.muted),
                    |ui| {
                        let now = need.due.since(prose.view.round) == 0;
                        chip(ui, if now { Tone::Due } else { Tone::Plain }, &prose.say(if now { "tender-closes-now" } else { "tender-closes-later" }));
                    },
                );
                let (text, colour) = match &need.quote {
                    Some(bid) => (format!("{} {}", icons::CHECK, prose.say_with("tender-own-bid", &[("price", prose.money(bid.price).into())])), p.good()),
                    None if planned(prose, need.id) => (format!("{} {}", icons::CHECK, prose.say("offers-planned")), p.accent),
                    None => (prose.say("tender-no-bid"), p.accent),
                };
                line(ui, Type::SmallStrong, &text, colour);
            })
            .response
            .clicked()
    })
    .inner
}

fn planned(prose: &Prose, id: NeedId) -> bool {
    prose.view.plan.iter().any(|card| matches!(&card.card.action, Action::Bid(cards::Bid { tender, .. }) if *tender == id))
}

fn award_card(prose: &Prose, ui: &mut Ui, award: &AwardView) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let title = tenders::awarded(prose, award);
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &title, p.ink), |ui| chip(ui, Tone::Plain, &prose.say(names::tender_kind(award.kind))));
        line(ui, Type::Small, &prose.text(&award.buyer), p.muted);
        lines(ui, Type::Small, &tenders::award(prose, award), p.ink);
    });
}

/// Draws what campaigns brought, the latest first.
pub fn campaigns(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    ScrollArea::vertical().id_salt("campaigns").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some((loud, months)) = prose.view.echo {
            let args = [("medium", prose.medium(loud).into()), ("months", months.into())];
            lines(ui, Type::SmallStrong, &format!("{} {}", icons::MEGAPHONE, prose.say_with("campaigns-echo", &args)), p.warn);
        }
        if prose.view.campaigns.is_empty() {
            nothing(ui, &prose.say("campaigns-none"));
        }
        for result in prose.view.campaigns.iter().rev() {
            campaign_card(prose, ui, result);
        }
    });
}

fn campaign_card(prose: &Prose, ui: &mut Ui, result: &CampaignResult) {
    let p = theme::palette(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let what = campaigns::what(prose, result);
        sides(ui, 20.0, |ui| line(ui, Type::Strong, &what, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, prose.money_short(result.budget))));
        sides(
            ui,
            18.0,
            |ui| line(ui, Type::Small, &campaigns::result(prose, result), p.muted),
            |ui| line(ui, Type::Small, &prose.month_name(result.round), p.muted),
        );
    });
}
