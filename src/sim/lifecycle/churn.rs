//! Phase 13: who leaves (docs/model.md#churn).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::lifecycle::hazard::{self, Hazard};
use crate::sim::luck::events::Departure;
use crate::sim::maths::sigmoid;
use crate::sim::state::{DealOutcome, TicketState};
use crate::sim::terms::{Phase, Winner};
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

impl Turn<'_> {
    /// Every buyer that no contract binds may leave, with the chance sigma(logit h). Then shock fades where somebody answers for the
    /// customer, and poaching comes a round nearer its end.
    pub fn churn(&mut self) {
        for id in self.ids() {
            // who is bound by a contract stays until it ends
            if self.relation(id).active() && self.relation(id).contract.bound < self.round && !self.is_just_back(id) && !self.has_just_bought(id) {
                let terms = hazard::hazard(self.rules, &hazard::Inputs::of(self.relation(id), self.edge(id).points));
                let p = sigmoid(terms.total());
                if self.luck_of(id, 0).happens(Departure::Leaves, p) {
                    self.lose(id, p, terms);
                }
            }
            // the worry goes on while nobody answers for the customer
            let kept = self.rules.lifecycle.shock_kept;
            let relation = self.relation(id);
            if relation.measures.shock() > 0.0 && relation.ownership.orphaned.is_none() && relation.ownership.pooled.is_none() {
                let shock = relation.measures.shock() * kept;
                self.set(id, Measure::Shock, shock, Cause::Faded, About::Nothing);
            }
            let relation = self.relation_mut(id);
            relation.ownership.poached = relation.ownership.poached.saturating_sub(1);
        }
    }

    /// Time alone has made it listen again in this very month: nobody comes back to leave at once.
    fn is_just_back(&self, id: CustomerId) -> bool {
        let relation = self.relation(id);
        let since = relation.history.lost.map(|lost| self.round.since(lost));
        relation.phase == Phase::Exploration && since == Some(self.rules.lifecycle.lost_rounds)
    }

    /// Nobody buys and leaves in one month.
    fn has_just_bought(&self, id: CustomerId) -> bool {
        self.relation(id).history.last_order == Some(self.round)
    }

    fn lose(&mut self, id: CustomerId, p: f64, terms: Hazard) {
        let (cause, behind) = self.why(id, terms);
        let rival = self.edge(id).rival(cause);
        self.leave(id, cause);
        self.happened(Happened::Churned { customer: id, hazard: p, cause, rival, behind });
    }

    /// A customer leaves, with its contracts, tickets and deals.
    pub(crate) fn leave(&mut self, id: CustomerId, cause: Cause) {
        let [trust, commitment] = self.rules.lifecycle.lost_keeps;
        let relation = self.relation(id);
        let (t, c) = (relation.measures.trust(), relation.measures.commitment());
        self.set(id, Measure::Trust, t * trust, Cause::Lost, About::Nothing);
        self.set(id, Measure::Commitment, c * commitment, Cause::Lost, About::Nothing);
        let round = self.round;
        let relation = self.relation_mut(id);
        relation.history.lost = Some(round);
        relation.history.lost_cause = Some(cause);
        self.enter(id, Phase::Lost, Some(cause));
        self.end_contracts(id);
        for ticket in self.team.service_desk.tickets.open_mut().iter_mut().filter(|t| t.id.customer == id && t.state == TicketState::Open) {
            ticket.state = TicketState::Dropped(round);
        }
        for deal in self.team.open_deals_of_mut(id) {
            deal.outcome = Some(DealOutcome::NoSale);
        }
    }

    /// The parts of the hazard, each by its own name. Bad impressions and low satisfaction are one part under the name of what is
    /// held against us most; where nothing is, each stands for itself. Where our own salesperson is what a rival has to offer, that
    /// part is the resignation's.
    fn parts(&self, id: CustomerId, terms: Hazard) -> [(f64, Cause); 7] {
        let [negative, satisfaction] = [terms.negative, terms.satisfaction].map(|term| term.max(0.0));
        let [failure, apart] = match self.relation(id).service.held_against_us() {
            Some(failure) => [(negative + satisfaction, failure), (0.0, failure)],
            None => [(negative, Cause::BadImpressions), (satisfaction, Cause::LowSatisfaction)],
        };
        // of the points that count, our own salesperson's come last; those that are left are shared by what stands behind them
        let edge = self.edge(id);
        let most = self.rules.lifecycle.rival_edge;
        let others = edge.points - edge.followed;
        let counted = others.min(most);
        let point = |counts: bool| if counts { self.rules.lifecycle.churn_rival * f64::from(counted) / f64::from(others.max(1)) } else { 0.0 };
        let followed = terms.rival - self.rules.lifecycle.churn_rival * f64::from(counted);
        [
            failure,
            apart,
            (terms.trust, Cause::LowTrust),
            (terms.silence, Cause::Silence),
            (terms.shock + followed, Cause::Resigned),
            (point(edge.sold.is_some()), Cause::SoldByRival),
            (point(edge.market.is_some()), edge.market.map_or(Cause::PriceWar, |(cause, _)| cause)),
        ]
    }

    /// The largest part of the hazard is the reason. Second, what weighs nearly as much, if anything does.
    fn why(&self, id: CustomerId, terms: Hazard) -> (Cause, Option<Cause>) {
        let parts = self.parts(id, terms);
        let (weight, cause) = largest(parts);
        if weight <= self.rules.lifecycle.least_push {
            return (Cause::ByChance, None);
        }
        let (second, also) = largest(parts.map(|(part, of)| if of == cause { (0.0, of) } else { (part, of) }));
        (cause, Some(also).filter(|_| second > self.rules.lifecycle.least_push && second >= NEARLY * weight))
    }

    /// What weighs most against the team with a customer, whatever rivals have to offer.
    pub(super) fn grudge(&self, id: CustomerId) -> Option<Cause> {
        let parts = self.parts(id, hazard::hazard(self.rules, &hazard::Inputs::of(self.relation(id), self.edge(id).points)));
        let (weight, cause) = largest(parts.map(|(part, of)| if of.is_of_a_rival() { (0.0, of) } else { (part, of) }));
        (weight > self.rules.lifecycle.least_push).then_some(cause)
    }

    /// What rivals have to offer this customer now: a price war or an offer, a salesperson of ours whom it knew, the last deal
    /// lost to one of them; a point each. Each has its own rival: who sold last, whose offer runs (of a price war or an offer of
    /// everybody's, who supplies the customer).
    fn edge(&self, id: CustomerId) -> Edge {
        let relation = self.relation(id);
        let guide = &self.scenario.guide;
        let followed = u16::from(relation.ownership.poached > 0 && guide.poacher(id).is_some());
        let sold = relation.history.lost_to;
        let offer = self.world.rivals.offers();
        let usual = self.world.incumbents[id.index()].or_else(|| guide.poacher(id));
        let market = match offer {
            Some(named) => named.or(usual).map(|of| (Cause::BetterOffer, of)),
            None if self.world.price_war > 0 => usual.map(|of| (Cause::PriceWar, of)),
            None => None,
        };
        let market = market.map(|(cause, of)| (cause, Winner::Rival(of)));
        Edge { points: followed + u16::from(sold.is_some()) + u16::from(market.is_some()), followed, sold, market }
    }
}

/// Points of edge, and what stands behind them.
struct Edge {
    points: u16,
    /// Those of them that are our own salesperson's.
    followed: u16,
    /// Who sold to the customer last.
    sold: Option<Winner>,
    /// What draws it away, and to whom.
    market: Option<(Cause, Winner)>,
}

impl Edge {
    /// The rival behind a cause.
    fn rival(&self, cause: Cause) -> Option<Winner> {
        match cause {
            Cause::SoldByRival => self.sold,
            Cause::BetterOffer | Cause::PriceWar => self.market.map(|(_, of)| of),
            _ => None,
        }
    }
}

/// A second part of the hazard is told where it is at least this share of the largest.
const NEARLY: f64 = 0.8;

/// The first of the largest.
fn largest<const N: usize>(parts: [(f64, Cause); N]) -> (f64, Cause) {
    parts.iter().skip(1).fold(parts[0], |best, &part| if part.0 > best.0 { part } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::{Happening, Severity};
    use crate::sim::state::{Relation, Streaks};
    use crate::sim::testing::{ALPHA, HERO, about, bare, buyer, deal, deal_of, generated, lead, near, relation, rules, share, ticket, told};
    use crate::sim::units::{RivalId, Round};

    /// Everybody leaves who can.
    fn doomed() -> Game {
        let mut state = bare(1);
        rules(&mut state).lifecycle.churn = 20.0;
        buyer(&mut state, ALPHA, 2);
        state
    }

    #[test]
    fn who_leaves_takes_trust_deals_and_tickets_along() {
        let mut state = doomed();
        let alpha = relation(&mut state, ALPHA);
        (alpha.measures.trust, alpha.measures.commitment, alpha.streaks.low) = (50.0, 20.0, 1);
        let (own, other) = (deal(&mut state, ALPHA, 5), deal(&mut state, HERO, 5));
        ticket(&mut state, ALPHA, Severity::Minor, 1);
        ticket(&mut state, HERO, Severity::Minor, 1);
        state.turn(0).churn();
        let round = state.round;
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.trust, 30.0);
        near(alpha.measures.commitment, 10.0);
        assert_eq!((alpha.phase, alpha.history.lost, alpha.streaks), (Phase::Lost, Some(round), Streaks::default()));
        assert_eq!([own, other].map(|id| deal_of(&mut state, id).outcome), [Some(DealOutcome::NoSale), None]);
        assert_eq!([0, 1].map(|i| state.teams[0].service_desk.tickets[i].state), [TicketState::Dropped(round), TicketState::Open]);
    }

    #[test]
    fn only_buyers_that_are_here_can_leave() {
        let mut state = doomed();
        lead(&mut state, HERO);
        let gone = CustomerId(2);
        buyer(&mut state, gone, 1).phase = Phase::Lost;
        let before = relation(&mut state, gone).clone();
        state.turn(0).churn();
        assert_eq!(relation(&mut state, HERO).phase, Phase::Awareness);
        assert_eq!(*relation(&mut state, gone), before, "it is lost once");
    }

    #[test]
    fn customers_leave_as_often_as_the_hazard_says() {
        let left = share(|mut state| {
            let ids: Vec<CustomerId> = generated(&state).collect();
            for &id in &ids {
                let relation = buyer(&mut state, id, 1);
                (relation.measures.satisfaction, relation.measures.trust, relation.measures.negative) = (40.0, 25.0, 12.0);
            }
            state.turn(0).churn();
            (ids.iter().filter(|&&id| state.teams[0].relation(id).phase == Phase::Lost).count(), ids.len())
        });
        // -4.5 + .055 x 20 + .02 x 20 + .5
        about(left, sigmoid(-2.5), 0.014);
    }

    #[test]
    fn a_shock_counts_and_then_fades() {
        let mut state = bare(1);
        rules(&mut state).lifecycle.churn = -20.0;
        buyer(&mut state, ALPHA, 1).measures.shock = 2.0;
        relation(&mut state, ALPHA).ownership.poached = 2;
        state.turn(0).churn();
        near(relation(&mut state, ALPHA).measures.shock, 1.5);
        assert_eq!(relation(&mut state, ALPHA).ownership.poached, 1);
        state.turn(0).churn();
        near(relation(&mut state, ALPHA).measures.shock, 1.125);
    }

    #[test]
    fn a_shock_does_not_fade_while_nobody_answers_for_the_customer() {
        type Prepare = fn(&mut Relation);
        let cases: [(Prepare, f64); 3] = [(|_| (), 1.5), (|r| r.ownership.orphaned = Some(Round(1)), 2.0), (|r| r.ownership.pooled = Some(Round(1)), 2.0)];
        for (prepare, after) in cases {
            let mut state = bare(1);
            rules(&mut state).lifecycle.churn = -20.0;
            let alpha = buyer(&mut state, ALPHA, 1);
            alpha.measures.shock = 2.0;
            prepare(alpha);
            state.turn(0).churn();
            near(relation(&mut state, ALPHA).measures.shock, after);
        }
    }

    #[test]
    fn the_largest_push_names_the_cause() {
        type Prepare = fn(&mut Relation);
        let cases: [(Prepare, Cause); 13] = [
            (|_| {}, Cause::ByChance),
            // at 30 all begin
            (|r| r.measures.trust = 33.0, Cause::ByChance),
            (|r| r.measures.trust = 28.0, Cause::LowTrust),
            (|r| r.measures.satisfaction = 50.0, Cause::LowSatisfaction),
            (|r| r.measures.shock = 1.0, Cause::Resigned),
            (|r| r.activity.silent = 6, Cause::Silence),
            (|r| r.measures.negative = 24.0, Cause::BadImpressions),
            (|r| (r.measures.negative, _) = (24.0, r.service.grieve(Cause::PromiseBroken, 24.0)), Cause::PromiseBroken),
            // what is heaviest, not what came last
            (
                |r| {
                    r.measures.negative = 16.8;
                    r.service.grieve(Cause::PromiseBroken, 12.0);
                    r.service.grieve(Cause::TicketUnanswered, 2.4);
                    r.service.grieve(Cause::TicketUnanswered, 2.4);
                },
                Cause::PromiseBroken,
            ),
            (|r| (r.measures.satisfaction, r.measures.shock) = (30.0, 1.0), Cause::LowSatisfaction),
            (|r| r.history.lost_to = Some(Winner::Rival(RivalId(1))), Cause::SoldByRival),
            // half a point of low trust weighs less than a rival, a lot of it more
            (|r| (r.history.lost_to, r.measures.trust) = (Some(Winner::Rival(RivalId(1))), 15.0), Cause::LowTrust),
            // a loss of its own weighs more than the silence after it, though no single part of it does
            (
                |r| {
                    (r.measures.negative, r.measures.satisfaction, r.activity.silent) = (24.0, 45.0, 6);
                    r.service.grieve(Cause::CustomerLoss, 24.0);
                },
                Cause::CustomerLoss,
            ),
        ];
        for (prepare, cause) in cases {
            let mut state = doomed();
            let alpha = relation(&mut state, ALPHA);
            (alpha.measures.satisfaction, alpha.measures.trust) = (60.0, 45.0);
            prepare(alpha);
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).history.lost_cause, Some(cause));
        }
    }

    #[test]
    fn what_weighs_nearly_as_much_is_told_beside_the_reason() {
        // six silent months weigh 1.6, four fifths of it are 1.28
        for (shock, behind) in [(1.2, None), (1.4, Some(Cause::Resigned))] {
            let mut state = doomed();
            let alpha = relation(&mut state, ALPHA);
            (alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.shock, alpha.activity.silent) = (60.0, 45.0, shock, 6);
            state.turn(0).churn();
            let reasons = told(&state, |h| if let Happened::Churned { cause, behind, .. } = h { Some((*cause, *behind)) } else { None });
            assert_eq!(reasons, [(Cause::Silence, behind)], "shock {shock}");
        }
    }

    #[test]
    fn nobody_leaves_in_the_month_of_the_return_or_of_an_order() {
        // how long ago it was lost, how long ago it ordered
        for (lost, ordered, phase) in
            [(Some(6), None, Phase::Exploration), (Some(7), None, Phase::Lost), (None, Some(0), Phase::Exploration), (None, Some(1), Phase::Lost)]
        {
            let mut state = doomed();
            state.round = Round(10);
            let ago = |months: Option<u16>| months.map(|months| Round(10 - months));
            let alpha = relation(&mut state, ALPHA);
            (alpha.phase, alpha.history.lost, alpha.history.last_order) = (Phase::Exploration, ago(lost), ago(ordered));
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).phase, phase, "lost {lost:?}, ordered {ordered:?} months ago");
        }
    }

    #[test]
    fn what_lies_before_a_return_has_no_name_any_more() {
        let mut state = doomed();
        let alpha = relation(&mut state, ALPHA);
        (alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.negative) = (60.0, 45.0, 24.0);
        alpha.service.grieve(Cause::TicketUnanswered, 24.0);
        (alpha.phase, alpha.history.lost) = (Phase::Lost, Some(Round(1)));
        state.round = Round(1 + state.scenario.guide.rules.lifecycle.lost_rounds);
        state.turn(0).lifecycle();
        state.round = state.round.plus(1);
        let mut again = state.clone();
        relation(&mut again, ALPHA).service.grieve(Cause::DeliveredLate, 0.0);
        for (mut state, cause) in [(state, Cause::BadImpressions), (again, Cause::DeliveredLate)] {
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).history.lost_cause, Some(cause));
        }
    }

    #[test]
    fn a_rival_is_named_by_what_it_has_to_offer() {
        type Prepare = fn(&mut Game);
        type Market = Option<(Cause, u8)>;
        // Alpha's poacher is the second of two rivals
        fn lost(s: &mut Game) {
            relation(s, ALPHA).history.lost_to = Some(Winner::Rival(RivalId(1)));
        }
        fn offer(s: &mut Game, rival: u8) {
            s.worlds[0].rivals.hear(&Happening::RivalOffer { rival: Some(RivalId(rival)), cut: 0.1, rounds: 1 });
        }
        // points, who sold last, what else draws the customer, and to whom
        let cases: [(Prepare, u16, Option<u8>, Market); 9] = [
            (|_| {}, 0, None, None),
            (|s| relation(s, ALPHA).ownership.poached = 1, 1, None, None),
            (lost, 1, Some(1), None),
            (|s| s.worlds[0].price_war = 1, 1, None, Some((Cause::PriceWar, 0))),
            (|s| offer(s, 1), 1, None, Some((Cause::BetterOffer, 1))),
            // each by its own name
            (|s| (offer(s, 0), lost(s)).0, 2, Some(1), Some((Cause::BetterOffer, 0))),
            (|s| (s.worlds[0].price_war = 1, lost(s)).0, 2, Some(1), Some((Cause::PriceWar, 0))),
            (|s| (s.worlds[0].price_war = 1, offer(s, 1)).0, 1, None, Some((Cause::BetterOffer, 1))),
            (|s| (s.worlds[0].price_war, relation(s, ALPHA).ownership.poached) = (2, 1), 2, None, Some((Cause::PriceWar, 0))),
        ];
        for (place, (prepare, points, sold, market)) in cases.into_iter().enumerate() {
            let mut state = doomed();
            state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(0));
            prepare(&mut state);
            let edge = state.turn(0).edge(ALPHA);
            let named = |id: u8| Winner::Rival(RivalId(id));
            assert_eq!((edge.points, edge.sold, edge.market), (points, sold.map(named), market.map(|(cause, of)| (cause, named(of)))), "case {place}");
        }
    }
}
