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
        let of_rival = cause.is_of_a_rival();
        let rival = if of_rival { self.edge(id).of } else { None };
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

    /// The largest part of the hazard names the reason, each by its own name. Bad impressions and low satisfaction are one part
    /// under the name of the last failure that nothing has made good; without such a failure each stands for itself. Where our own
    /// salesperson is what a rival has to offer, that part is the resignation's. Second, what weighs nearly as much, if anything does.
    fn why(&self, id: CustomerId, terms: Hazard) -> (Cause, Option<Cause>) {
        let [negative, satisfaction] = [terms.negative, terms.satisfaction].map(|term| term.max(0.0));
        let [failure, apart] = match self.relation(id).service.held_against_us() {
            Some(failure) => [(negative + satisfaction, failure), (0.0, failure)],
            None => [(negative, Cause::BadImpressions), (satisfaction, Cause::LowSatisfaction)],
        };
        let edge = self.edge(id);
        let most = self.rules.lifecycle.rival_edge;
        let followed = self.rules.lifecycle.churn_rival * f64::from(edge.points.min(most) - (edge.points - edge.followed).min(most));
        let parts = [
            failure,
            apart,
            (terms.trust, Cause::LowTrust),
            (terms.silence, Cause::Silence),
            (terms.shock + followed, Cause::Resigned),
            (terms.rival - followed, edge.by),
        ];
        let (weight, cause) = largest(parts);
        if weight <= self.rules.lifecycle.least_push {
            return (Cause::ByChance, None);
        }
        let (second, also) = largest(parts.map(|(part, of)| if of == cause { (0.0, of) } else { (part, of) }));
        (cause, Some(also).filter(|_| second > self.rules.lifecycle.least_push && second >= NEARLY * weight))
    }

    /// What weighs most against the team with a customer, as far as anything does that is not a rival's.
    pub(super) fn grudge(&self, id: CustomerId) -> Option<Cause> {
        let (cause, _) = self.why(id, hazard::hazard(self.rules, &hazard::Inputs::of(self.relation(id), self.edge(id).points)));
        Some(cause).filter(|cause| *cause != Cause::ByChance && !cause.is_of_a_rival())
    }

    /// What rivals have to offer this customer now: a price war or an offer, a salesperson of ours whom it knew, the last deal
    /// lost to one of them; a point each. Named is whoever stands closest: who won the last deal, whose offer runs or who supplies it,
    /// who has our salesperson.
    fn edge(&self, id: CustomerId) -> Edge {
        let relation = self.relation(id);
        let guide = &self.scenario.guide;
        let poacher = if relation.ownership.poached > 0 { guide.poacher(id).map(Winner::Rival) } else { None };
        let offer = self.world.rivals.offers();
        let cheaper = self.world.price_war > 0 || offer.is_some();
        let usual = self.world.incumbents[id.index()].or_else(|| guide.poacher(id));
        let market = if cheaper { offer.flatten().or(usual).map(Winner::Rival) } else { None };
        let points = [poacher, relation.history.lost_to, market].iter().filter(|of| of.is_some()).count() as u16;
        let of = relation.history.lost_to.or(market).or(poacher);
        // an offer is one rival's or everybody's, a price war everybody's
        let by = if offer.is_some_and(|named| named.is_none_or(|named| of == Some(Winner::Rival(named)))) {
            Cause::BetterOffer
        } else if self.world.price_war > 0 {
            Cause::PriceWar
        } else {
            Cause::SoldByRival
        };
        Edge { points, followed: u16::from(poacher.is_some()), of, by }
    }
}

/// Points of edge, and the rival that the customer would name.
struct Edge {
    points: u16,
    /// Those of them that are our own salesperson's.
    followed: u16,
    of: Option<Winner>,
    /// What draws the customer there.
    by: Cause,
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
        let cases: [(Prepare, Cause); 12] = [
            (|_| {}, Cause::ByChance),
            (|r| r.measures.trust = 36.0, Cause::ByChance),
            (|r| r.measures.trust = 30.0, Cause::LowTrust),
            (|r| r.measures.satisfaction = 50.0, Cause::LowSatisfaction),
            (|r| r.measures.shock = 1.0, Cause::Resigned),
            (|r| r.activity.silent = 6, Cause::Silence),
            (|r| r.measures.negative = 24.0, Cause::BadImpressions),
            (|r| (r.measures.negative, r.service.grievance) = (24.0, Some(Cause::PromiseBroken)), Cause::PromiseBroken),
            (|r| (r.measures.satisfaction, r.measures.shock) = (30.0, 1.0), Cause::LowSatisfaction),
            (|r| r.history.lost_to = Some(Winner::Rival(RivalId(1))), Cause::SoldByRival),
            // half a point of low trust weighs less than a rival, a lot of it more
            (|r| (r.history.lost_to, r.measures.trust) = (Some(Winner::Rival(RivalId(1))), 15.0), Cause::LowTrust),
            // a loss of its own weighs more than the silence after it, though no single part of it does
            (
                |r| (r.measures.negative, r.measures.satisfaction, r.activity.silent, r.service.grievance) = (24.0, 45.0, 6, Some(Cause::CustomerLoss)),
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
    fn nobody_leaves_in_the_month_of_the_return() {
        for (since, phase) in [(6, Phase::Exploration), (7, Phase::Lost)] {
            let mut state = doomed();
            state.round = Round(10);
            let alpha = relation(&mut state, ALPHA);
            (alpha.phase, alpha.history.lost) = (Phase::Exploration, Some(Round(10 - since)));
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).phase, phase, "lost {since} months ago");
        }
    }

    #[test]
    fn nobody_buys_and_leaves_in_one_month() {
        for (months, phase) in [(0, Phase::Exploration), (1, Phase::Lost)] {
            let mut state = doomed();
            state.round = Round(10);
            let alpha = relation(&mut state, ALPHA);
            (alpha.phase, alpha.history.last_order) = (Phase::Exploration, Some(Round(10 - months)));
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).phase, phase, "ordered {months} months ago");
        }
    }

    #[test]
    fn what_lies_before_a_return_has_no_name_any_more() {
        let mut state = doomed();
        let alpha = relation(&mut state, ALPHA);
        (alpha.measures.satisfaction, alpha.measures.trust, alpha.measures.negative) = (60.0, 45.0, 24.0);
        alpha.service.grieve(Cause::TicketUnanswered);
        alpha.service.before_return = true;
        let mut again = state.clone();
        relation(&mut again, ALPHA).service.grieve(Cause::DeliveredLate);
        for (mut state, cause) in [(state, Cause::BadImpressions), (again, Cause::DeliveredLate)] {
            state.turn(0).churn();
            assert_eq!(relation(&mut state, ALPHA).history.lost_cause, Some(cause));
        }
    }

    #[test]
    fn a_rival_is_named_by_what_it_has_to_offer() {
        type Prepare = fn(&mut Game);
        // Alpha's poacher is the second of two rivals
        fn lost(s: &mut Game) {
            relation(s, ALPHA).history.lost_to = Some(Winner::Rival(RivalId(1)));
        }
        fn offer(s: &mut Game, rival: u8) {
            s.worlds[0].rivals.hear(&Happening::RivalOffer { rival: Some(RivalId(rival)), cut: 0.1, rounds: 1 });
        }
        // points, who is named, by what
        let cases: [(Prepare, u16, Option<u16>, Cause); 9] = [
            (|_| {}, 0, None, Cause::SoldByRival),
            (|s| relation(s, ALPHA).ownership.poached = 1, 1, Some(1), Cause::SoldByRival),
            (lost, 1, Some(1), Cause::SoldByRival),
            (|s| s.worlds[0].price_war = 1, 1, Some(0), Cause::PriceWar),
            (|s| offer(s, 1), 1, Some(1), Cause::BetterOffer),
            // who has the last order is named, though the offer is another's
            (|s| (offer(s, 0), lost(s)).0, 2, Some(1), Cause::SoldByRival),
            (|s| (offer(s, 1), lost(s)).0, 2, Some(1), Cause::BetterOffer),
            (|s| (s.worlds[0].price_war = 1, offer(s, 0), lost(s)).0, 2, Some(1), Cause::PriceWar),
            (|s| (s.worlds[0].price_war, relation(s, ALPHA).ownership.poached) = (2, 1), 2, Some(0), Cause::PriceWar),
        ];
        for (place, (prepare, points, of, by)) in cases.into_iter().enumerate() {
            let mut state = doomed();
            state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(0));
            prepare(&mut state);
            let edge = state.turn(0).edge(ALPHA);
            let named = of.map(|id| Winner::Rival(RivalId(id as u8)));
            assert_eq!((edge.points, edge.of, edge.by), (points, named, by), "case {place}");
        }
    }
}
