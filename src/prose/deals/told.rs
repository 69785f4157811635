//! What was told of a deal before the month was played, held against the chance it really had, and what made the difference.

use crate::advice::chances::Told;
use crate::prose::{Prose, names};
use crate::sim::journal::report::{Advantage, BidTerm, Happened, Utility};
use crate::sim::maths::ln;
use crate::sim::terms::Winner;

/// From here on two chances are different ones, 0-1.
const DIFFERENT: f64 = 0.03;
/// While the game runs chances are known to a twentieth: half of it is no difference.
const ROUGH: f64 = 0.025;
/// A term of a bid that is off by less explains nothing, in utility: while the game runs terms are known to a quarter.
const OFF: f64 = 0.25;
/// The same of the logarithm of the odds, for what the others did.
const OTHERS: f64 = 0.3;

/// What made a chance another one than was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// A term of our bid was worth more, or less.
    Term(BidTerm),
    /// Another team bid as well.
    Team,
    /// Something spoke for a rival.
    Spoke(Advantage),
    /// The others' bids were better or worse than they usually are.
    Others,
    /// Nothing by itself.
    Little,
}

/// What was told last, and why it came differently; None of a deal of which nothing was told.
#[must_use]
pub fn compared(prose: &Prose, happened: &Happened) -> Option<String> {
    let (deal, utility, came, field, advantage) = match happened {
        Happened::Won { deal, utility, chance, field, .. } => (*deal, utility, *chance, field, None),
        Happened::NotWon { deal, utility, chance, field, advantage, .. } => (*deal, utility, *chance, field, *advantage),
        _ => return None,
    };
    let weak = if let Happened::NotWon { weak, .. } = happened { *weak } else { None };
    let told = prose.told.iter().find(|told| told.deal == deal)?;
    let figure = |chance: f64| prose.chance(chance).into();
    // as both are read
    let whole = |chance: f64| (chance * 100.0).round() / 100.0;
    let different = if prose.view.over { DIFFERENT } else { DIFFERENT + ROUGH };
    if (whole(told.chance) - whole(came)).abs() < different - 1e-9 {
        // where two figures are read beside each other, both are told
        let key = if prose.chance(told.chance) == prose.chance(came) { "told-same" } else { "told-near" };
        return Some(prose.say_with(key, &[("told", figure(told.chance)), ("came", figure(came))]));
    }
    let ours = Winner::Team(prose.view.seat.team);
    let rivalled = field.iter().any(|(who, _)| matches!(who, Winner::Team(_)) && *who != ours);
    let why = match why(told, utility, came, rivalled, advantage) {
        // better than was to be expected, and yet what the bid was weakest in
        Why::Term(term) if came > told.chance && weak == Some(term) => {
            prose.say_with("told-why-still-weakest", &[("why", prose.say(term_key(term, true)).into())])
        }
        Why::Term(term) => prose.say(term_key(term, came > told.chance)),
        Why::Team => prose.say("told-why-team"),
        Why::Spoke(advantage) => spoke_for_rivals(prose, advantage),
        Why::Others => prose.say(if came > told.chance { "told-why-others-up" } else { "told-why-others-down" }),
        Why::Little => prose.say("told-why-little"),
    };
    Some(prose.say_with("told-other", &[("told", figure(told.chance)), ("came", figure(came)), ("why", why.into())]))
}

/// What moved a chance most in the direction in which it moved.
fn why(told: &Told, utility: &Utility, came: f64, rivalled: bool, advantage: Option<Advantage>) -> Why {
    let rose = if came > told.chance { 1.0 } else { -1.0 };
    let odds = |chance: f64| {
        let chance = chance.clamp(0.005, 0.995);
        ln(chance / (1.0 - chance))
    };
    let moved = |(now, before): (&(BidTerm, f64), &(BidTerm, f64))| (now.0, (now.1 - before.1) * rose);
    let (now, before) = (utility.terms(), told.bid.terms());
    let most = now.iter().zip(&before).map(moved).max_by(|a, b| a.1.total_cmp(&b.1));
    // what is off by no more than the rounding says nothing
    let own: f64 = now.iter().zip(&before).map(|(now, before)| now.1 - before.1).filter(|by| by.abs() >= OFF).sum::<f64>() / told.luck;
    let sure = if rose > 0.0 { (came - ROUGH).max(told.chance) } else { (came + ROUGH).min(told.chance) };
    let others = (odds(sure) - odds(told.chance) - own) * rose;
    let of_others = match advantage {
        _ if rose > 0.0 => Why::Others,
        _ if rivalled => Why::Team,
        Some(advantage) => Why::Spoke(advantage),
        None => Why::Others,
    };
    match most {
        Some((term, by)) if by >= OFF && by / told.luck >= others => Why::Term(term),
        _ if others >= OTHERS => of_others,
        Some((term, by)) if by >= OFF => Why::Term(term),
        _ => Why::Little,
    }
}

/// What spoke for the rivals, in half a sentence.
#[must_use]
pub fn spoke_for_rivals(prose: &Prose, advantage: Advantage) -> String {
    let of = match advantage {
        Advantage::Supplier(rival) | Advantage::Offer(Some(rival)) => prose.winner(Winner::Rival(rival)),
        Advantage::PriceWar | Advantage::Offer(None) | Advantage::Improved => String::new(),
    };
    prose.say_with(names::advantage(advantage), &[("rival", of.into())])
}

/// The text for a term that was worth more than was told (`rose`), or less.
#[must_use]
pub const fn term_key(term: BidTerm, rose: bool) -> &'static str {
    match (term, rose) {
        (BidTerm::Support, true) => "told-why-support-up",
        (BidTerm::Support, false) => "told-why-support-down",
        (BidTerm::Trust, true) => "told-why-trust-up",
        (BidTerm::Trust, false) => "told-why-trust-down",
        (BidTerm::Satisfaction, true) => "told-why-satisfaction-up",
        (BidTerm::Satisfaction, false) => "told-why-satisfaction-down",
        (BidTerm::Commitment, true) => "told-why-commitment-up",
        (BidTerm::Commitment, false) => "told-why-commitment-down",
        (BidTerm::Promise, true) => "told-why-promise-up",
        (BidTerm::Promise, false) => "told-why-promise-down",
        (BidTerm::Reputation, true) => "told-why-reputation-up",
        (BidTerm::Reputation, false) => "told-why-reputation-down",
        (BidTerm::Price, true) => "told-why-price-up",
        (BidTerm::Price, false) => "told-why-price-down",
        (BidTerm::Budget, true) => "told-why-budget-up",
        (BidTerm::Budget, false) => "told-why-budget-down",
        (BidTerm::Fit, true) => "told-why-fit-up",
        (BidTerm::Fit, false) => "told-why-fit-down",
        (BidTerm::Shock, true) => "told-why-shock-up",
        (BidTerm::Shock, false) => "told-why-shock-down",
        (BidTerm::Delivery, true) => "told-why-delivery-up",
        (BidTerm::Delivery, false) => "told-why-delivery-down",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::units::{CustomerId, NeedId, Round, Source};

    fn told(chance: f64, bid: Utility) -> Told {
        Told { deal: NeedId { customer: CustomerId(0), born: Round(1), source: Source::Stochastic }, chance, bid, luck: 1.0 }
    }

    #[test]
    fn the_term_that_moved_a_chance_is_named_and_what_the_bid_does_not_explain_lies_with_the_others() {
        let bid = Utility { support: 0.5, trust: 0.5, ..Utility::default() };
        let even = told(0.5, bid);
        let with = |support: f64, trust: f64| Utility { support, trust, ..bid };
        assert_eq!(why(&even, &with(1.0, 0.5), 0.62, false, None), Why::Term(BidTerm::Support));
        assert_eq!(why(&even, &with(0.75, 0.0), 0.44, false, None), Why::Term(BidTerm::Trust));
        // our bid came as was told, or better, and yet the chance fell
        assert_eq!(why(&even, &with(0.5, 0.5), 0.3, true, None), Why::Team);
        assert_eq!(why(&even, &with(0.5, 0.5), 0.3, false, Some(Advantage::PriceWar)), Why::Spoke(Advantage::PriceWar));
        assert_eq!(why(&even, &with(0.75, 0.5), 0.3, false, None), Why::Others);
        assert_eq!(why(&even, &with(0.5, 0.5), 0.55, false, None), Why::Little);
    }
}
