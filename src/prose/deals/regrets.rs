//! What could have been done for a deal that was lost, a customer that left or a promise that was missed, in a sentence: every loss
//! names what one could do next time.

use crate::advice::chances;
use crate::advice::within_reach::{Lever, supplier_lead, within_reach};
use crate::insight::costliest::{Why, avoidable};
use crate::prose::{Prose, lessons};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, NotInvited};
use crate::sim::units::{NeedId, Round};
use std::collections::BTreeMap;

/// A chance below this was slim.
const SLIM: f64 = 0.2;

/// What to do another time where something went wrong: for a lost bid what would have helped, for all else how it is avoided. None where
/// nothing went wrong, or nobody could have helped it.
#[must_use]
pub fn next_time(prose: &Prose, happened: &Happened) -> Option<String> {
    if let Some(told) = could_have(prose, happened) {
        return Some(told);
    }
    let why = avoidable(prose.view, happened)?;
    let verdict = |deal: NeedId| prose.view.deal(deal).map_or(chances::Worth::Pays, |deal| chances::worth(prose.view, deal));
    Some(match happened {
        // who was told that it does not pay is not blamed for having let it go
        Happened::NotInvited { deal, .. } if why == Why::Unquoted && verdict(*deal) == chances::Worth::Costs => prose.say("regret-let-go"),
        Happened::NotInvited { deal, .. } if why == Why::Unquoted && verdict(*deal) == chances::Worth::Even => prose.say("regret-even"),
        Happened::NotInvited { deal, .. } if why == Why::Unquoted => {
            let chance = prose.view.deal(*deal).and_then(|deal| prose.view.prospect(deal)).map_or(0.0, |prospect| prospect.chance);
            prose.say_with("regret-unquoted", &[("chance", prose.chance(chance).into())])
        }
        // whoever shut us out for a ticket wants no visit
        Happened::NotInvited { why: NotInvited::Veto { cause: Some(cause), .. }, .. } if is_of_tickets(*cause) => {
            prose.say_with("regret-next", &[("instead", lessons::instead(prose, Why::Tickets).into())])
        }
        _ => prose.say_with("regret-next", &[("instead", lessons::instead(prose, why).into())]),
    })
}

const fn is_of_tickets(cause: Cause) -> bool {
    matches!(cause, Cause::TicketLate | Cause::TicketNextRound | Cause::TicketUnanswered | Cause::SilentFailure)
}

/// What was told under each thing that went wrong in the months of a game, by the month and the place among what happened in it: as it
/// was told then, whatever has become known since.
pub type ToldThen = BTreeMap<(Round, usize), String>;

/// What was told of a month; `prose`: of the view as that month had been played.
pub fn of_month(prose: &Prose, month: Round) -> impl Iterator<Item = ((Round, usize), String)> {
    let past = usize::from(month.0).checked_sub(1).and_then(|place| prose.view.past.rounds.get(place));
    let happened = past.into_iter().flat_map(|past| past.happened.iter().enumerate());
    happened.filter_map(move |(place, happened)| Some(((month, place), next_time(prose, happened)?)))
}

/// What would have helped, each with the chance that it would have brought; None of all that is no lost bid.
#[must_use]
pub fn could_have(prose: &Prose, happened: &Happened) -> Option<String> {
    let Happened::NotWon { chance, .. } = happened else { return None };
    let reach = within_reach(prose.view, happened)?;
    let told: Vec<String> = reach.levers.iter().map(|(lever, chance)| with_chance(prose, *lever, *chance)).collect();
    Some(match reach.levers.len() {
        0 if *chance < SLIM => prose.say("regret-slim"),
        0 => prose.say_with("regret-nothing", &[("chance", prose.chance(*chance).into())]),
        1 => prose.say_with("regret-one", &[("levers", prose.list(&told).into())]),
        _ => prose.say_with("regret-some", &[("levers", prose.list(&told).into()), ("together", prose.chance(reach.together).into())]),
    })
}

fn with_chance(prose: &Prose, lever: Lever, chance: f64) -> String {
    let what = match lever {
        Lever::Price(share) => prose.say_with("regret-price", &[("percent", prose.percent(share).into())]),
        Lever::Talks(time) => prose.say_with("regret-talks", &[("hours", prose.hours(time).into())]),
        Lever::Demo => prose.say("card-demo"),
        Lever::Check => prose.say("card-free-check"),
    };
    prose.say_with("regret-lever", &[("what", what.into()), ("chance", prose.chance(chance).into())])
}

/// By how much of the price the supplier of before was ahead, in half a sentence; None where that spoke for nobody.
#[must_use]
pub fn supplier(prose: &Prose, happened: &Happened) -> Option<String> {
    let Happened::NotWon { winner, .. } = happened else { return None };
    let share = supplier_lead(prose.view, happened)?;
    Some(prose.say_with("advantage-supplier-weighs", &[("rival", prose.winner(*winner).into()), ("percent", prose.percent(share).into())]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::words::Lang;

    #[test]
    fn every_lost_bid_of_a_game_says_what_would_have_helped() {
        let mut lost = 0;
        for seed in [3, 7, 11] {
            let view = noted(&played(seed, 12));
            for happened in view.past.rounds.iter().flat_map(|round| &round.happened) {
                for lang in Lang::ALL {
                    let prose = Prose::new(&view, lang);
                    let told = could_have(&prose, happened);
                    assert_eq!(told.is_some(), matches!(happened, Happened::NotWon { .. }), "{happened:?}");
                    if let Some(told) = told {
                        lost += 1;
                        assert!(!told.is_empty() && !told.contains('⟦'), "{told}");
                    }
                }
            }
        }
        assert!(lost > 20, "{lost}");
    }
}
