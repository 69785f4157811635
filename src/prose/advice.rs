//! Advice: what matters this month, and at the end what to try next.

use super::wording::Prose;
use super::{forecasts, names};
use crate::advice::agenda::{self, AgendaItem};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, NotInvited};
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Strategy, Winner};
use crate::words::Lang;
use std::cmp::Reverse;

/// What matters this month, in two sentences.
#[must_use]
pub fn of_month(prose: &Prose) -> String {
    let view = prose.view;
    let agenda = agenda::agenda(view);
    let has = |test: fn(&AgendaItem) -> bool| agenda.iter().any(test);
    let first = if has(|item| matches!(item, AgendaItem::Strategy)) {
        "advice-strategy"
    } else if has(|item| matches!(item, AgendaItem::Ticket(_))) {
        "advice-tickets"
    } else if has(|item| matches!(item, AgendaItem::Handover(_))) {
        "advice-handover"
    } else if has(|item| matches!(item, AgendaItem::Visitors(_))) {
        "advice-visitors"
    } else if has(|item| matches!(item, AgendaItem::Outgrown)) {
        "advice-outgrown"
    } else if view.exhibition {
        "advice-exhibition"
    } else if has(|item| matches!(item, AgendaItem::Deal(_))) {
        "advice-deals"
    } else if has(|item| matches!(item, AgendaItem::Lead(_))) {
        "advice-leads"
    } else {
        "advice-care"
    };
    let in_decline = view.customers.iter().any(|c| c.phase == Phase::Decline);
    let second = if in_decline {
        "advice-decline"
    } else if view.round.0 >= view.rounds {
        "advice-last"
    } else if view.round.0 == 1 {
        "advice-first"
    } else {
        "advice-records"
    };
    let gap = if prose.lang == Lang::Zh { "" } else { " " };
    format!("{}{gap}{}", prose.say(first), prose.say(second))
}

/// What to try next, most telling first, five points at most; read off the game, each with the figure that speaks for it.
/// `rank`: the place of the team among all, from 1.
#[must_use]
pub fn lessons(prose: &Prose, rank: Option<u16>) -> Vec<String> {
    let view = prose.view;
    let happened = || view.past.rounds.iter().flat_map(|r| &r.happened);
    let effects = || view.past.rounds.iter().flat_map(|r| &r.effects);
    let count = |test: fn(&Happened) -> bool| happened().filter(|h| test(h)).count();
    let mut points: Vec<(usize, String)> = Vec::new();
    let mut count_for = |weight: usize, key: &str, count: usize| {
        if count > 0 {
            points.push((weight * count.min(6), prose.say_with(key, &[("count", count.into())])));
        }
    };
    count_for(9, "lesson-churned", count(|h| matches!(h, Happened::Churned { .. })));
    count_for(7, "lesson-tickets", count(|h| matches!(h, Happened::TicketOpen { .. })));
    count_for(5, "lesson-no-quote", count(|h| matches!(h, Happened::NotInvited { why: NotInvited::NoQuote, .. })));
    count_for(5, "lesson-no-support", count(|h| matches!(h, Happened::NotInvited { why: NotInvited::NoSupport | NotInvited::Veto { .. }, .. })));
    count_for(3, "lesson-price", count(|h| matches!(h, Happened::NotWon { winner: Winner::Rival(_), .. })));
    count_for(6, "lesson-promise", effects().filter(|e| e.cause == Cause::PromiseBroken && e.customer.is_some()).count());
    count_for(4, "lesson-silence", effects().filter(|e| e.cause == Cause::Silence).count() / 6);
    let missed = |h: &Happened| if let Happened::Visitors { unwritten, unattended, .. } = h { usize::from(unwritten + unattended) } else { 0 };
    count_for(4, "lesson-visitors", happened().map(missed).sum());
    count_for(5, "lesson-missed", count(|h| matches!(h, Happened::PromiseMissed { .. })));
    count_for(8, "lesson-bribe", count(|h| matches!(h, Happened::BribeFound { .. })));
    let interactions = &view.past.interactions;
    let written = interactions.iter().filter(|i| i.written_up).count();
    if interactions.len() >= 10 && written * 2 < interactions.len() {
        let share = prose.percent(written as f64 / interactions.len() as f64);
        points.push((20, prose.say_with("lesson-records", &[("share", share.into())])));
    }
    let unfiled = forecasts::unfiled(prose);
    if unfiled > 2 {
        points.push((8, prose.say_with("lesson-forecast", &[("count", unfiled.into())])));
    }
    points.sort_by_key(|(weight, _)| Reverse(*weight));
    let mut list: Vec<String> = points.into_iter().map(|(_, text)| text).take(5).collect();
    if list.is_empty() {
        list.push(prose.say(if rank == Some(1) { "lesson-best" } else { "lesson-more" }));
    }
    list
}

/// The strategy held against what was done.
#[must_use]
pub fn strategy_kept(prose: &Prose, strategy: &Strategy) -> String {
    let won: Vec<_> = prose.view.deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).collect();
    let inside = won.iter().filter(|d| prose.view.customer(d.id.customer).is_some_and(|c| strategy.segments.contains(&c.industry))).count();
    let names: Vec<String> = strategy.segments.iter().filter_map(|s| prose.view.guide.industries.get(s.index())).map(|i| prose.text(&i.name)).collect();
    let args = [
        ("segments", prose.list(&names).into()),
        ("positioning", prose.say(names::positioning(strategy.positioning)).into()),
        ("inside", inside.into()),
        ("orders", won.len().into()),
    ];
    prose.say_with("lessons-strategy-text", &args)
}
