//! What a plan cannot keep, said before it is handed in: quotes that no time is left for, goods that will not be there in time.

use super::wording::Prose;
use super::writing;
use crate::advice::chances::{self, Barred, Worth};
use crate::advice::many;
use crate::advice::promised::{self, Late};
use crate::sim::cards::{self as card, Action, Card, CardId};
use crate::sim::knowledge::DealView;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use crate::sim::view::PlanCardView;
use std::cmp::Reverse;

/// Customers that are named, at most.
const NAMED: usize = 4;
/// The share of the hours from which on somebody has much time left.
const MUCH: f64 = 0.4;

/// What the plan as it lies there cannot keep, a sentence each; nothing where it keeps everything.
#[must_use]
pub fn of_plan(prose: &Prose) -> Vec<String> {
    let plan: Vec<(Role, &Card)> = prose.view.plan.iter().map(|planned| (planned.role, &planned.card)).collect();
    let late = promised::late(prose.view, &plan);
    let short = prose.view.plan.iter().filter_map(|planned| too_short(prose, &planned.card, planned.role, Some(planned.id)));
    let goods = late.iter().map(|late| of_goods(prose, late, &plan));
    unquoted(prose).into_iter().chain(unanswered(prose)).chain(after_the_end(prose)).chain(short).chain(goods).collect()
}

/// Deals worked on in the last month that are decided after it.
fn after_the_end(prose: &Prose) -> Option<String> {
    let view = prose.view;
    let deals = view.plan.iter().flat_map(|planned| deals_of(&planned.card.action)).filter_map(|id| view.deal(id));
    let mut late: Vec<CustomerId> = deals.filter(|deal| view.round.0 == view.rounds && deal.due > view.round).map(|deal| deal.id.customer).collect();
    late.dedup();
    (!late.is_empty()).then(|| prose.say_with("check-after-end", &[("customers", prose.some(&late, NAMED).into())]))
}

/// Tickets that stay open since no hours are planned for them.
fn unanswered(prose: &Prose) -> Option<String> {
    let view = prose.view;
    if view.tickets.is_empty() || view.plan.iter().any(|planned| matches!(planned.card.action, Action::Queue(_))) {
        return None;
    }
    let mut ids: Vec<CustomerId> = view.tickets.iter().map(|ticket| ticket.id.customer).collect();
    ids.dedup();
    let args = [("count", view.tickets.len().into()), ("customers", prose.some(&ids, NAMED).into()), ("card", prose.say("card-queue").into())];
    Some(prose.say_with("check-tickets", &args))
}

/// Customers that decide this month without a quote of ours although there would be time for one: whoever makes quotes has much of the
/// month left.
fn unquoted(prose: &Prose) -> Option<String> {
    let view = prose.view;
    let role = view.guide.acting(Role::AccountManager);
    let free = view.free(role);
    if f64::from(free.0) < MUCH * f64::from(view.staff(role).hours.0) {
        return None;
    }
    let there = |deal: &DealView| view.customer(deal.id.customer).is_some_and(|c| c.in_our_hands());
    let worked_on = |deal: &DealView| view.plan.iter().any(|planned| deals_of(&planned.card.action).contains(&deal.id));
    let time = |deal: &DealView| view.time_to_quote(deal).is_some_and(|needed| needed <= free);
    let mut deals: Vec<&DealView> = view
        .deals
        .iter()
        .filter(|d| {
            d.open()
                && !d.promised
                && d.due == view.round
                && d.quote.is_none()
                && there(d)
                && !worked_on(d)
                && time(d)
                && chances::worth(view, d) == Worth::Pays
        })
        .collect();
    deals.sort_by_key(|deal| (Reverse(deal.value), deal.id));
    let worth: Fen = deals.iter().map(|deal| deal.value).sum();
    let args = [
        ("customers", customers(prose, deals.iter().map(|deal| deal.id)).into()),
        ("count", deals.len().into()),
        ("amount", prose.money_short(worth).into()),
        ("role", prose.role(role).into()),
        ("hours", prose.hours(free).into()),
    ];
    (!deals.is_empty()).then(|| prose.say_with("check-unquoted", &args))
}

/// What a card of the plan is about that it cannot keep.
#[must_use]
pub fn of_planned(prose: &Prose, planned: &PlanCardView) -> Vec<String> {
    of_card(prose, &planned.card, planned.role, Some(planned.id))
}

/// The same of a card that is being set; `changes`: in place of that one of the plan.
#[must_use]
pub fn of_card(prose: &Prose, card: &Card, role: Role, changes: Option<CardId>) -> Vec<String> {
    let quotes = matches!(card.action, Action::Quote(_) | Action::Pursue(_) | Action::PursueMany(_));
    if !quotes {
        return Vec::new();
    }
    let others = prose.view.plan.iter().filter(|planned| Some(planned.id) != changes).map(|planned| (planned.role, &planned.card));
    let plan: Vec<(Role, &Card)> = std::iter::once((role, card)).chain(others).collect();
    let mine = deals_of(&card.action);
    let late = promised::late(prose.view, &plan).into_iter().filter(|late| late.deals.iter().any(|id| mine.contains(id)));
    too_short(prose, card, role, changes).into_iter().chain(late.map(|late| of_goods(prose, &late, &plan))).collect()
}

fn deals_of(action: &Action) -> Vec<NeedId> {
    match action {
        Action::Quote(card::Quote { deal, .. }) | Action::Pursue(card::Pursue { deal, .. }) => vec![*deal],
        Action::PursueMany(card::PursueMany { deals, .. }) => deals.iter().map(|(id, _)| *id).collect(),
        Action::Decline(card::Decline { deal }) => vec![*deal],
        _ => Vec::new(),
    }
}

/// Deals that are decided before the hours of their card suffice for a quote, and that no other card of the plan brings to one.
fn too_short(prose: &Prose, card: &Card, role: Role, changes: Option<CardId>) -> Option<String> {
    let hours = match &card.action {
        Action::Pursue(card::Pursue { deal, time, .. }) => vec![(*deal, *time)],
        Action::PursueMany(card::PursueMany { deals, .. }) => deals.clone(),
        _ => return None,
    };
    let unquoted = |id: NeedId| {
        let found = prose.view.deal(id);
        found.is_some_and(|deal| chances::in_place_of(prose.view, deal, role, card, changes).barred == Some(Barred::NoQuote))
    };
    let mut short = many::too_short(prose.view, &hours, card.action.share_of(&prose.view.guide, role));
    short.retain(|(id, _)| unquoted(*id));
    let most = short.iter().map(|(_, needed)| *needed).max()?;
    let given = hours.iter().filter(|(id, _)| short.iter().any(|(other, _)| other == id)).map(|(_, time)| *time).max().unwrap_or(Minutes::ZERO);
    let args = [
        ("count", short.len().into()),
        ("hours", prose.hours(given).into()),
        ("needed", prose.hours(most).into()),
        ("customers", customers(prose, short.iter().map(|(id, _)| *id)).into()),
    ];
    Some(prose.say_with("check-too-short", &args))
}

fn of_goods(prose: &Prose, late: &Late, plan: &[(Role, &Card)]) -> String {
    let key = match (late.comes > late.promised, late.express) {
        (false, _) => "check-goods-now",
        (true, true) => "check-goods-express",
        (true, false) => "check-goods-late",
    };
    let args = [
        ("goods", prose.pieces(late.product, late.pieces).into()),
        ("count", late.deals.len().into()),
        ("customers", customers(prose, late.deals.iter().copied()).into()),
        ("month", prose.month_name(late.promised).into()),
        ("comes", prose.month_name(late.comes).into()),
    ];
    let told = prose.say_with(key, &args);
    if late.deals.len() < 2 {
        return told;
    }
    // how many to order is the team's to weigh: not all of them will say yes
    let likely: f64 = late.deals.iter().filter_map(|id| prose.view.deal(*id)).map(|deal| chances::of(prose.view, deal, plan.iter().copied()).likely()).sum();
    let average = prose.say_with("check-goods-likely", &[("likely", crate::words::decimal(likely, 1).into()), ("count", late.deals.len().into())]);
    writing::in_a_row(prose.lang, &told, &average)
}

fn customers(prose: &Prose, deals: impl Iterator<Item = NeedId>) -> String {
    let mut ids: Vec<CustomerId> = deals.map(|id| id.customer).collect();
    ids.dedup();
    prose.some(&ids, NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::apply;
    use crate::sim::planning::command::Command;
    use crate::sim::scenario::{Short, Supply};
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, HERO, bare, deal, guide_of, lead, quoted, seat};
    use crate::sim::view::view_now;
    use crate::words::Lang;

    #[test]
    fn goods_that_will_not_be_there_and_hours_that_do_not_reach_are_told_before_the_plan_is_handed_in() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        quoted(&mut state, ALPHA);
        let open = deal(&mut state, HERO, 2);
        let told = |state: &crate::sim::game::Game, lang| {
            let view = view_now(state, seat(0, Role::AccountManager));
            of_plan(&Prose::new(&view, lang))
        };
        // there is time for a quote, and nobody takes it
        assert!(matches!(&told(&state, Lang::En)[..], [line] if line.contains("120")), "{:?}", told(&state, Lang::En));
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        let pursuit = card::Pursue { deal: open, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes::from_hours(1) };
        let plan = Card { action: pursuit.into(), write_up: true };
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(plan)), Ok(()));
        let view = view_now(&state, seat(0, Role::AccountManager));
        let month = |lang| Prose::new(&view, lang).month_name(view.round);
        for lang in Lang::ALL {
            let lines = told(&state, lang);
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines[0].contains(&Prose::new(&view, lang).hours(Minutes::from_hours(1))), "{lines:?}");
            assert!(lines[1].contains("20") && lines[1].contains(&month(lang)), "{lines:?}");
        }
        // each card is told its own
        let planned = view.plan.iter().find(|planned| matches!(planned.card.action, Action::Pursue(_))).expect("planned");
        assert_eq!(of_planned(&Prose::new(&view, Lang::En), planned).len(), 1);
    }
}
