//! What went into a customer in a month: with whom somebody met and how often, and the hours of preparation.

use super::wording::Prose;
use crate::sim::journal::report::InteractionKind;
use crate::sim::units::{ContactId, CustomerId, Minutes, Round};
use crate::words::Lang;

/// "3 meetings with Mr Lu; 2 with Ms Han; 20 h of preparation"; None where nobody met anybody more than once and nothing was
/// prepared, for then the lines of the log say it all.
#[must_use]
pub fn of_month(prose: &Prose, customer: CustomerId, round: Round) -> Option<String> {
    let lines = || prose.view.past.interactions.iter().filter(|i| i.customer == customer && i.round == round);
    let mut met: Vec<(ContactId, u32)> = Vec::new();
    for contact in lines().filter(|i| i.kind == InteractionKind::Call).filter_map(|i| i.contact) {
        match met.iter_mut().find(|(who, _)| *who == contact) {
            Some((_, times)) => *times += 1,
            None => met.push((contact, 1)),
        }
    }
    let prepared: Minutes = lines().filter(|i| i.kind == InteractionKind::Preparation).map(|i| i.minutes).sum();
    if prepared == Minutes::ZERO && met.iter().all(|(_, times)| *times < 2) {
        return None;
    }
    // whom they met most comes first
    met.sort_by_key(|&(who, times)| (std::cmp::Reverse(times), who));
    let mut parts: Vec<String> = Vec::new();
    for (place, (who, times)) in met.into_iter().enumerate() {
        let key = if place == 0 { "talks-met" } else { "talks-met-too" };
        parts.push(prose.say_with(key, &[("count", times.into()), ("contact", prose.contact(customer, who).into())]));
    }
    if prepared > Minutes::ZERO {
        parts.push(prose.say_with("talks-prepared", &[("hours", prose.hours(prepared).into())]));
    }
    // names hold commas of their own: "Zhao Yuan, CEO"
    Some(parts.join(if prose.lang == Lang::Zh { "；" } else { "; " }))
}
