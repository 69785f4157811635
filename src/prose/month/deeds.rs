//! What the team did in a month, as far as no change of the month tells it already: each customer that was worked on once, with what
//! came of it; what the routine did, in one line.

use crate::prose::highlights::Highlight;
use crate::prose::{Prose, Tone, happenings, names, writing};
use crate::sim::journal::report::{Happened, Interaction, InteractionKind, Outcome};
use crate::sim::units::{CustomerId, Round};

/// One thing that was done, with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// For whom; None where for no single one.
    pub customer: Option<CustomerId>,
    /// What was done.
    pub title: String,
    /// What came of it.
    pub outcome: String,
    /// Whether it led on.
    pub tone: Tone,
}

/// Whether this is done month by month as a level, a queue or a bundle says, and so is no decision of the month.
const fn is_routine(kind: InteractionKind) -> bool {
    matches!(kind, InteractionKind::Care | InteractionKind::Check | InteractionKind::Nurture | InteractionKind::Ticket | InteractionKind::Survey)
}

/// A call that led on: one line of the changes tells all of them.
fn is_told(line: &Interaction) -> bool {
    line.kind == InteractionKind::Call && line.outcome == Outcome::Advance
}

/// A decision of the month that nothing else tells.
fn is_own(line: &Interaction) -> bool {
    !is_routine(line.kind) && !is_told(line)
}

fn of_month<'a>(prose: &Prose<'a>, round: Round) -> impl Iterator<Item = &'a Interaction> + use<'a> {
    prose.view.past.interactions.iter().filter(move |line| line.round == round)
}

fn happened<'a>(prose: &Prose<'a>, round: Round) -> &'a [Happened] {
    let past = round.0.checked_sub(1).and_then(|index| prose.view.past.rounds.get(usize::from(index)));
    past.map_or(&[], |past| past.happened.as_slice())
}

/// What was done for each customer that none of the changes `told` is about, and what was decided about the team itself; in the
/// order in which it was done.
#[must_use]
pub fn of_round(prose: &Prose, round: Round, told: &[Highlight]) -> Vec<Deed> {
    let mut customers: Vec<CustomerId> = Vec::new();
    for line in of_month(prose, round).filter(|line| is_own(line)) {
        if !customers.contains(&line.customer) && told.iter().all(|change| change.customer != Some(line.customer)) {
            customers.push(line.customer);
        }
    }
    let of_team = happened(prose, round).iter().filter(|h| {
        matches!(h, Happened::Hired { .. } | Happened::Trained { .. } | Happened::GivenUp { .. } | Happened::Claimed { .. } | Happened::NotIntegrated)
    });
    let of_team =
        of_team.map(|h| Deed { customer: happenings::customer(h), title: happenings::sentence(prose, h), outcome: String::new(), tone: happenings::tone(h) });
    of_team.chain(customers.into_iter().filter_map(|customer| for_customer(prose, round, customer))).collect()
}

/// "Cloudsail: 3 calls, demo", and how far it has led.
///
/// None where no more was done than to prepare for talks that led on.
fn for_customer(prose: &Prose, round: Round, customer: CustomerId) -> Option<Deed> {
    let lines: Vec<&Interaction> = of_month(prose, round).filter(|line| line.customer == customer && is_own(line)).collect();
    let led_on = of_month(prose, round).any(|line| line.customer == customer && is_told(line));
    if led_on && lines.iter().all(|line| line.kind == InteractionKind::Preparation) {
        return None;
    }
    let mut kinds: Vec<(InteractionKind, usize)> = Vec::new();
    for line in &lines {
        match kinds.iter_mut().find(|(kind, _)| *kind == line.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((line.kind, 1)),
        }
    }
    // hours of preparation go with the talks
    if kinds.len() > 1 {
        kinds.retain(|(kind, _)| *kind != InteractionKind::Preparation);
    }
    let name = |(kind, count): (InteractionKind, usize)| {
        let what = writing::small(&prose.say(names::interaction(kind)));
        if count > 1 { format!("{what} ×{count}") } else { what }
    };
    let what: Vec<String> = kinds.into_iter().map(name).collect();
    let title = prose.say_with("deed-line", &[("customer", prose.customer(customer).into()), ("deeds", prose.list(&what).into())]);
    let (outcome, tone) = outcome(prose, round, customer, &lines);
    Some(Deed { customer: Some(customer), title, outcome, tone })
}

/// What came of it: the stage reached, else the best that any of it ended in.
fn outcome(prose: &Prose, round: Round, customer: CustomerId, lines: &[&Interaction]) -> (String, Tone) {
    let reached = happened(prose, round).iter().rev().find(|h| matches!(h, Happened::StageReached { deal, .. } if deal.customer == customer));
    if let Some(reached) = reached {
        return (happenings::without_name(prose, customer, &happenings::sentence(prose, reached)), Tone::Deal);
    }
    let ended = |outcome: Outcome| lines.iter().any(|line| line.outcome == outcome);
    let best = [
        (Outcome::Found, Tone::Good),
        (Outcome::Advance, Tone::Good),
        (Outcome::Refused, Tone::Late),
        (Outcome::Nothing, Tone::Plain),
        (Outcome::Continuation, Tone::Plain),
    ];
    let best = best.into_iter().find(|(outcome, _)| ended(*outcome));
    best.map_or((String::new(), Tone::Plain), |(outcome, tone)| (writing::capital(&prose.say(names::outcome(outcome))), tone))
}

/// Customers that are named in the line of what was done for many.
const NAMED: usize = 4;

/// What was done to look after customers, in one line: planned by hand or month by month; None where nothing was.
#[must_use]
pub fn routine(prose: &Prose, round: Round) -> Option<String> {
    let part = |key: &str, kinds: &[InteractionKind]| {
        let lines: Vec<&Interaction> = of_month(prose, round).filter(|line| kinds.contains(&line.kind)).collect();
        let mut customers: Vec<CustomerId> = lines.iter().map(|line| line.customer).collect();
        customers.sort_unstable();
        customers.dedup();
        let args = [("count", lines.len().into()), ("customers", prose.some(&customers, NAMED).into())];
        (!lines.is_empty()).then(|| prose.say_with(key, &args))
    };
    let parts = [
        part("deed-routine-visits", &[InteractionKind::Care, InteractionKind::Check]),
        part("deed-routine-kept", &[InteractionKind::Nurture]),
        part("deed-routine-tickets", &[InteractionKind::Ticket]),
        part("deed-routine-surveys", &[InteractionKind::Survey]),
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    (!told.is_empty()).then(|| prose.say_with("deed-routine", &[("what", told.join(" · ").into())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::prose::highlights;
    use crate::words::Lang;

    #[test]
    fn whoever_was_worked_on_is_told_of_once() {
        for seed in 1..4 {
            let view = noted(&played(seed, 8));
            let prose = Prose::new(&view, Lang::En);
            let (mut deeds, mut routine) = (0, 0);
            for round in (1..=8).map(Round) {
                let changes = highlights::all(&prose, round);
                let done = of_round(&prose, round, &changes);
                let led_on = |customer| of_month(&prose, round).any(|line| line.customer == customer && is_told(line));
                let counts = |line: &&Interaction| is_own(line) && (line.kind != InteractionKind::Preparation || !led_on(line.customer));
                let worked: std::collections::BTreeSet<CustomerId> = of_month(&prose, round).filter(counts).map(|line| line.customer).collect();
                for customer in prose.view.customers.iter().map(|c| c.id) {
                    let told = changes.iter().any(|change| change.customer == Some(customer));
                    let name = format!("{}: ", prose.customer(customer));
                    let own = done.iter().filter(|deed| deed.customer == Some(customer) && deed.title.starts_with(&name)).count();
                    assert_eq!(own, usize::from(worked.contains(&customer) && !told), "{round:?} {name}");
                }
                deeds += done.len();
                routine += usize::from(super::routine(&prose, round).is_some());
            }
            assert!(deeds > 5 && routine > 3, "{seed}: {deeds} {routine}");
        }
    }
}
