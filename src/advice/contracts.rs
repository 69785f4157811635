//! Contracts that end soon: what hangs on them, and when they come up for renewal.

use crate::sim::knowledge::DealView;
use crate::sim::state::contract::Contract;
use crate::sim::units::{CustomerId, Fen, NeedId, Round, Source};
use crate::sim::view::View;
use std::cmp::Reverse;

/// Months ahead for which an end is told of.
pub const AHEAD: u16 = 2;
/// Months of a year.
const YEAR: i64 = 12;

/// What ends of a customer in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Whose contract it is.
    pub customer: CustomerId,
    /// The last month with a fee; of several contracts the first to end.
    pub ends: Round,
    /// What those that end by then bring in a year.
    pub yearly: Fen,
    /// The deal that renews one of them, once it is open.
    pub renewal: Option<NeedId>,
}

/// Contracts that end this month or in the two after it, by customer: the soonest first, the dearer first among those.
#[must_use]
pub fn ending(view: &View) -> Vec<Ending> {
    let mut list: Vec<Ending> = Vec::new();
    let soon = |contract: &&Contract| view.round <= contract.ends && contract.ends <= view.round.plus(AHEAD);
    // what is renewed goes on; another contract of the same kind that runs longer has nothing to do with it
    let goes_on = |contract: &Contract| view.contracts.iter().any(|c| c.deal.is_some_and(|id| renews(view, id, contract)));
    for contract in view.contracts.iter().filter(soon).filter(|contract| !goes_on(contract)) {
        let renewal = renewal(view, contract).map(|deal| deal.id);
        match list.iter_mut().find(|ending| ending.customer == contract.customer) {
            Some(known) => {
                known.ends = known.ends.min(contract.ends);
                known.yearly += yearly(contract);
                known.renewal = known.renewal.or(renewal);
            }
            None => list.push(Ending { customer: contract.customer, ends: contract.ends, yearly: yearly(contract), renewal }),
        }
    }
    list.retain(|ending| view.customer(ending.customer).is_some_and(|c| c.lost.is_none()));
    list.sort_by_key(|ending| (ending.ends, Reverse(ending.yearly), ending.customer));
    list
}

/// What a contract brings in a year.
#[must_use]
pub fn yearly(contract: &Contract) -> Fen {
    contract.fee.times(YEAR)
}

/// The month in which a contract that ends then comes up as a deal.
#[must_use]
pub fn comes_up(view: &View, ends: Round) -> Round {
    Round(ends.0.saturating_sub(view.guide.rules.contracts.notice))
}

/// Whether a deal is for the renewal of a contract: the rules put out one deal for all contracts of a customer and a class that end in the
/// same month, so long before the end.
fn renews(view: &View, id: NeedId, contract: &Contract) -> bool {
    let (customer, source) = (contract.customer, Source::Renewal(contract.class));
    (id.customer, id.source) == (customer, source) && id.born.plus(view.guide.rules.contracts.notice) == contract.ends
}

/// The deal that would renew a contract, while it is open.
#[must_use]
pub fn renewal<'a>(view: &'a View, contract: &Contract) -> Option<&'a DealView> {
    view.open_deals(contract.customer).find(|deal| renews(view, deal.id, contract))
}

/// The contracts that a deal renews, if it is for that.
pub fn renewed(view: &View, id: NeedId) -> impl Iterator<Item = &Contract> {
    view.contracts.iter().filter(move |contract| renews(view, id, contract))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, seat};
    use crate::sim::units::{NeedClassId, Role};
    use crate::sim::view::view_now;

    #[test]
    fn a_contract_is_told_of_two_months_before_its_end_unless_it_goes_on() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        deal(&mut state, ALPHA, 2);
        let mut view = view_now(&state, seat(0, Role::AccountManager));
        let now = view.round;
        let contract = |ends: Round, fee: i64| Contract {
            customer: ALPHA,
            class: NeedClassId(0),
            deal: None,
            quantity: 1,
            fee: Fen::yuan(fee),
            cost: Fen::ZERO,
            more: 0.0,
            from: Round(0),
            ends,
            kept: 0,
            missed: 0,
            over: false,
        };
        view.known.contracts = vec![contract(now.plus(3), 100)];
        assert_eq!(ending(&view), []);
        view.known.contracts = vec![contract(now.plus(2), 100), contract(now.plus(2), 50)];
        let both = Ending { customer: ALPHA, ends: now.plus(2), yearly: Fen::yuan(1_800), renewal: None };
        assert_eq!(ending(&view), [both], "an open deal about something else renews nothing");
        let notice = view.guide.rules.contracts.notice;
        let about = |ends: Round| NeedId { source: Source::Renewal(NeedClassId(0)), born: Round(ends.0 - notice), ..view.deals[0].id };
        let (renewal, another) = (about(now.plus(2)), about(now.plus(4)));
        view.known.deals[0].id = renewal;
        assert_eq!(ending(&view), [Ending { renewal: Some(renewal), ..both }]);
        assert_eq!(renewed(&view, renewal).count(), 2);
        // one more of the same kind that runs longer renews neither, nor does the deal about its own end
        view.known.contracts.push(contract(now.plus(4), 150));
        view.known.deals[0].id = another;
        assert_eq!(ending(&view), [both]);
        assert_eq!((renewed(&view, another).count(), renewed(&view, renewal).count()), (1, 2));
        view.known.contracts.push(Contract { deal: Some(renewal), ..contract(now.plus(14), 150) });
        assert_eq!(ending(&view), []);
    }
}
