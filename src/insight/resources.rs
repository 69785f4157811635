//! What a team puts into its customers: the hours of its people, and money (docs/model.md#resources).
//!
//! Hours are those of the talk log, so that work on many at once (the queue as a whole, nurturing, prospecting) is nobody's.
//! Goods, express and what a contract takes to serve belong to an order and are no resources.

use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::parameters::Work;
use crate::sim::terms::Tier;
use crate::sim::units::{CustomerId, Fen, Minutes, Round};
use crate::sim::view::View;
use std::ops::AddAssign;

/// Work and money spent on one customer, or on several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// Of everybody together.
    pub time: Minutes,
    /// Booked on them: calls, demos, checks, visits, gifts, rebates, compensation; 0 or more.
    pub paid: Fen,
}

impl Resources {
    /// What was paid, and the hours at the wage of a month's.
    #[must_use]
    pub fn cost(self, work: &Work) -> Fen {
        self.paid + work.wage.scale(self.time.to_hours() / work.role_hours.to_hours())
    }
}

impl AddAssign for Resources {
    fn add_assign(&mut self, other: Resources) {
        self.time += other.time;
        self.paid += other.paid;
    }
}

/// What was put into a customer up to the end of `last`, or so far.
#[must_use]
pub fn resources(view: &View, customer: CustomerId, last: Option<Round>) -> Resources {
    let counts = |round: Round| last.is_none_or(|last| round <= last);
    let talks = view.past.interactions.iter().filter(|talk| talk.customer == customer && counts(talk.round));
    let spent = view.past.ledger.iter().filter(|entry| entry.customer == Some(customer) && counts(entry.round) && is_resource(entry));
    Resources { time: talks.map(|talk| talk.minutes).sum(), paid: spent.map(|entry| -entry.amount).sum() }
}

/// Whether it was spent on a customer, and not on what the customer ordered.
fn is_resource(entry: &Entry) -> bool {
    let of_orders = matches!(entry.kind, EntryKind::Goods | EntryKind::Express | EntryKind::Holding | EntryKind::Serving | EntryKind::Penalty);
    entry.kind.earns() && !of_orders && entry.amount < Fen::ZERO
}

/// A tier of the pyramid, or all customers that have not ordered: how many, what they brought, what was put into them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// None: those without an order.
    pub tier: Option<Tier>,
    /// How many.
    pub customers: u32,
    /// Contribution so far, of all of them.
    pub contribution: Fen,
    /// So far, in all of them.
    pub resources: Resources,
}

/// Where the profit comes from and where the resources go: the tiers from the top, then those without an order. Buyers lie where
/// the team sees them.
#[must_use]
pub fn shares(view: &View) -> [Share; 5] {
    let empty = |tier| Share { tier, customers: 0, contribution: Fen::ZERO, resources: Resources::default() };
    let mut shares = [Some(Tier::Vip), Some(Tier::Main), Some(Tier::Ordinary), Some(Tier::Small), None].map(empty);
    for customer in &view.customers {
        let tier = customer.seen.filter(|_| customer.orders > 0).map(|(tier, _)| tier);
        let Some(share) = shares.iter_mut().find(|share| share.tier == tier) else { continue };
        share.customers += 1;
        share.contribution += customer.contribution;
        share.resources += resources(view, customer.id, None);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::journal::report::{Interaction, InteractionKind, Outcome};
    use crate::sim::state::pyramid::Basis;
    use crate::sim::testing::{ALPHA, HERO, bare, buyer, lead, seat};
    use crate::sim::units::{NeedId, Role, Source};
    use crate::sim::view::view;

    fn talk(view: &mut View, customer: CustomerId, round: u16, hours: i32) {
        view.past.interactions.push(Interaction {
            round: Round(round),
            customer,
            role: Role::Developer,
            kind: InteractionKind::Call,
            contact: None,
            style: None,
            minutes: Minutes::from_hours(hours),
            cost: Fen::ZERO,
            outcome: Outcome::Advance,
            written_up: false,
        });
    }

    #[test]
    fn hours_count_at_the_wage_and_goods_do_not_count() {
        let mut state = bare(1);
        (state.round, buyer(&mut state, ALPHA, 1).history.contribution) = (Round(5), Fen::yuan(9_000));
        lead(&mut state, HERO);
        let mut seen = view(&state, seat(0, Role::Service));
        let deal = Some(NeedId { customer: ALPHA, born: Round(1), source: Source::Stochastic });
        let entry = |round, kind, yuan, customer, deal| Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer, deal };
        seen.past.ledger.extend([
            entry(1, EntryKind::Selling, -400, Some(ALPHA), deal),
            entry(2, EntryKind::Gifts, -300, Some(ALPHA), None),
            entry(2, EntryKind::Sale, 100_000, Some(ALPHA), deal),
            entry(2, EntryKind::Goods, -90_000, Some(ALPHA), deal),
            entry(2, EntryKind::Credit, -100_000, Some(ALPHA), deal),
            entry(3, EntryKind::Service, -2_000, None, None),
            entry(3, EntryKind::Care, -50, Some(HERO), None),
        ]);
        for (customer, round, hours) in [(ALPHA, 1, 10), (ALPHA, 2, 2), (ALPHA, 4, 12), (HERO, 4, 6)] {
            talk(&mut seen, customer, round, hours);
        }
        let of = |last: Option<u16>| resources(&seen, ALPHA, last.map(Round));
        assert_eq!(of(Some(1)), Resources { time: Minutes::from_hours(10), paid: Fen::yuan(400) });
        assert_eq!(of(None), Resources { time: Minutes::from_hours(24), paid: Fen::yuan(700) });
        // 24 hours of the 120 for which a month's wage of 12,000 is paid
        assert_eq!(of(None).cost(&Work::default()), Fen::yuan(700 + 2_400));
        let shares = shares(&seen);
        let buyers: Vec<_> = shares.iter().filter(|s| s.tier.is_some() && s.customers > 0).collect();
        assert_eq!(buyers.iter().map(|s| (s.customers, s.contribution, s.resources)).collect::<Vec<_>>(), [(1, Fen::yuan(9_000), of(None))]);
        let others = shares[4];
        assert_eq!((others.tier, others.resources), (None, Resources { time: Minutes::from_hours(6), paid: Fen::yuan(50) }));
        assert_eq!(shares.iter().map(|s| s.customers).sum::<u32>() as usize, seen.customers.len());
    }

    #[test]
    fn a_buyer_counts_where_the_team_sees_it() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        let mut seen = view(&state, seat(0, Role::Service));
        let place = seen.customers.iter().position(|c| c.id == ALPHA).expect("known");
        for tier in Tier::ALL {
            seen.customers[place].seen = Some((tier, Basis::Expected));
            assert_eq!(shares(&seen)[tier.index()].customers, 1);
        }
    }
}
