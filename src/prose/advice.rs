//! Advice: what matters this month, and at the end the strategy held against what was done.

use super::names;
use super::wording::Prose;
use crate::advice::agenda::{self, AgendaItem};
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Strategy};
use crate::words::Lang;

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
