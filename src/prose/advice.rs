//! Advice: what matters this month, and at the end the strategy held against what was done.

use super::wording::Prose;
use super::{cards, names};
use crate::advice::agenda::{self, AgendaItem};
use crate::advice::idle::{Aim, Idle};
use crate::sim::cards::{Action, Estimate};
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Strategy};
use crate::sim::units::{CustomerId, Role};
use crate::words::Lang;

/// Customers that are named in a line, at most.
const NAMED: usize = 3;

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
    } else if view.exhibition && !view.plan.iter().any(|planned| matches!(planned.card.action, Action::Exhibition(_))) {
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

/// How much of a role's month is free.
#[must_use]
pub fn free_hours(prose: &Prose, role: Role) -> String {
    let [free, of] = [prose.view.free(role), prose.view.staff(role).hours].map(|time| prose.hours(time));
    prose.say_with("agenda-idle", &[("role", prose.role(role).into()), ("hours", free.into()), ("of", of.into())])
}

/// What free hours could go to, and what that tends to bring.
#[must_use]
pub fn for_free_hours(prose: &Prose, idle: &Idle) -> String {
    let takes = prose.hours(idle.offer.minutes);
    let brings = match &idle.offer.estimate {
        Estimate::Shows => String::new(),
        tendency => format!(" · {}", cards::estimate(prose, tendency)),
    };
    let name = |id: CustomerId| prose.customer(id);
    let some = |ids: &[CustomerId]| prose.some(ids, NAMED);
    let told = match &idle.aim {
        Aim::Renewal(id) => prose.say_with("agenda-idle-renewal", &[("customer", name(*id).into())]),
        Aim::Cold(ids) => {
            let months = ids.iter().filter_map(|id| prose.view.customer(*id)).map(|c| c.silent_months).min().unwrap_or_default();
            prose.say_with("agenda-idle-cold", &[("customers", some(ids).into()), ("months", months.into())])
        }
        Aim::Unasked(ids) => return format!("{} · {takes}", prose.say_with("agenda-idle-unasked", &[("customers", some(ids).into())])),
        Aim::Nurture(count) => prose.say_with("agenda-idle-nurture", &[("count", (*count).into())]),
        Aim::Help(id, [now, then]) => {
            let args = [
                ("customer", name(id.customer).into()),
                ("need", prose.deal(*id).into()),
                ("now", prose.chance(*now).into()),
                ("then", prose.chance(*then).into()),
            ];
            let quoted = prose.view.deal(*id).is_some_and(|deal| deal.quote.is_some());
            return format!("{} · {takes}", prose.say_with(if quoted { "agenda-idle-help" } else { "agenda-idle-quote" }, &args));
        }
    };
    format!("{told}{brings} · {takes}")
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
