//! What a card needs before it can be played: one list of conditions for the desk, the plan and the moment of playing.
//!
//! The facts come from whoever asks: a `View` (what the team knows), or the state (what is true when the card is carried
//! out). A condition may also be met by an earlier card of the same plan; then the plan's promises are added to the facts.

use crate::sim::cards::command::Action;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Investment, Severity};
use crate::sim::terms::Missing;
use crate::sim::units::{ContactId, CustomerId, OpportunityId, Role};

/// What is known of a customer, as far as cards ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CustomerFacts {
    /// Rounds since it was lost; None while it is not lost.
    pub lost_for: Option<u16>,
    pub orders: u16,
    /// Furthest stage of its open deals, 0 without any.
    pub stage: u8,
    /// As surveyed (desk) or as it is (playing); None if nobody has asked.
    pub satisfaction: Option<f64>,
    /// Nothing is left to learn by qualifying.
    pub qualified: bool,
    /// Staff changed lately and the customer was not handed over.
    pub needs_handover: bool,
    /// A failure that can be made good: an open or just dropped ticket, a broken promise, a booked loss.
    pub failure: bool,
    /// Bit per contact that can be spoken to.
    pub contacts: u8,
    /// Bit per contact that has been met.
    pub reached: u8,
    pub records: f64,
    /// Rounds in which nothing has moved.
    pub stuck: u16,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealFacts {
    pub open: bool,
    pub stage: u8,
    /// The one piece that it asks for is quoted to somebody else.
    pub promised: bool,
}

/// Somebody who can answer the questions that cards ask.
pub trait Knows {
    fn exhibition(&self) -> bool;
    fn summit(&self) -> bool;
    /// None if the team does not know the customer.
    fn customer(&self, id: CustomerId) -> Option<CustomerFacts>;
    /// Whether the customer lies in the pool, given up by the team and not taken again.
    fn pooled(&self, id: CustomerId) -> bool;
    /// None if the team has not seen the deal.
    fn deal(&self, id: OpportunityId) -> Option<DealFacts>;
    fn solved(&self, severity: Severity) -> u32;
    /// Whether this tender takes bids.
    fn tender(&self, id: OpportunityId) -> bool;
    /// Whether the scenario offers it, and whether the team has built it.
    fn offered(&self, what: Investment) -> bool;
    fn built(&self, what: Investment) -> bool;
    /// Whether the company sells from a stock of its own.
    fn keeps_stock(&self) -> bool;
    /// The customer lies in the pool and can be taken.
    fn in_pool(&self, id: CustomerId) -> bool;
    /// Posts of a role, and whether somebody works in one of them.
    fn posts(&self, role: Role) -> usize;
    fn filled(&self, role: Role, post: usize) -> bool;
    /// Every post of the role is filled, with full hours.
    fn complete(&self, role: Role) -> bool;
    fn rules(&self) -> &Rules;
    /// Somebody comes of itself this month.
    fn visitors(&self) -> bool;
    /// An integrated CRM can still be had, and would help.
    fn can_integrate(&self) -> bool;
}

/// Everything `action` still needs; empty if it can be played. Cards over several customers name what any of them lacks.
#[must_use]
pub fn missing(action: &Action, facts: &impl Knows) -> Vec<Missing> {
    let mut list = Vec::new();
    let mut need = |holds: bool, what: Missing| {
        if !holds && !list.contains(&what) {
            list.push(what);
        }
    };
    let known = |id: CustomerId| facts.customer(id);
    match action {
        Action::Exhibition => need(facts.exhibition(), Missing::Event),
        Action::Summit => need(facts.summit(), Missing::Event),
        Action::Prospect { .. } | Action::Forecast | Action::Queue { .. } | Action::Campaign { .. } => {}
        Action::Research { customers } | Action::Qualify { customers } => {
            for &id in customers {
                let customer = known(id);
                need(customer.is_some(), Missing::Known);
                if let (Action::Qualify { .. }, Some(customer)) = (action, customer) {
                    need(!customer.qualified, Missing::Unqualified);
                }
            }
        }
        Action::AskReferral { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                let satisfied = customer.and_then(|c| c.satisfaction).is_some_and(|s| s >= facts.rules().finding.referral_satisfaction);
                need(satisfied, Missing::Satisfaction);
            }
        }
        Action::Call { customer, contact, deal, .. } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts_of.is_none_or(|c| speaks(c, *contact)), Missing::Contact);
            if let Some(deal) = deal {
                need(facts.deal(*deal).is_some_and(|d| d.open), Missing::Open);
            }
        }
        Action::Pursue { deal, .. } => {
            need(known(deal.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts.deal(*deal).is_some_and(|d| d.open), Missing::Open);
            need(facts.deal(*deal).is_none_or(|d| !d.promised), Missing::Promised);
        }
        Action::PursueMany { deals, .. } => {
            for (deal, _) in deals {
                need(known(deal.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
                need(facts.deal(*deal).is_some_and(|d| d.open), Missing::Open);
            }
        }
        Action::Demo { deal } | Action::Design { deal } | Action::Quote { deal, .. } => {
            need(known(deal.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            let state = facts.deal(*deal);
            need(state.is_some_and(|d| d.open), Missing::Open);
            match action {
                Action::Demo { .. } | Action::Design { .. } => need(state.is_some_and(|d| d.stage >= 3), Missing::Stage3),
                _ => {
                    need(state.is_some_and(|d| d.stage >= 4), Missing::Stage4);
                    need(state.is_none_or(|d| !d.promised), Missing::Promised);
                }
            }
        }
        Action::FreeCheck { customer } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            need(facts_of.is_some_and(|c| c.orders > 0 || c.stage >= 3), Missing::Orders);
        }
        Action::Gift { customer, contact, .. } => {
            let facts_of = known(*customer);
            need(facts_of.is_some(), Missing::Known);
            need(facts_of.is_none_or(|c| speaks(c, *contact)), Missing::Contact);
        }
        Action::Handover { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                need(customer.is_some_and(|c| c.needs_handover), Missing::StaffChange);
            }
        }
        Action::WinBack { customer, .. } => {
            let lost_for = known(*customer).and_then(|c| c.lost_for);
            need(lost_for.is_some(), Missing::Lost);
            need(lost_for.is_none_or(|rounds| rounds >= facts.rules().lifecycle.win_back_after), Missing::LostLonger);
        }
        Action::Care { visits } => {
            for (id, _) in visits {
                buyer(known(*id), &mut need);
            }
        }
        Action::Check { customers } | Action::Survey { customers } => {
            for &id in customers {
                buyer(known(id), &mut need);
            }
        }
        Action::Compensate { customer, .. } => {
            buyer(known(*customer), &mut need);
            need(known(*customer).is_some_and(|c| c.failure), Missing::Failure);
        }
        Action::Reception { .. } => need(facts.visitors(), Missing::Visitors),
        Action::BuyCrm | Action::BuildCrm { .. } => need(facts.can_integrate(), Missing::Integrated),
        Action::Bid { tender, .. } => {
            need(facts.tender(*tender), Missing::Tender);
            // a stranger may bid too
            need(known(tender.customer).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
        }
        Action::Rebate { customer, .. } => buyer(known(*customer), &mut need),
        Action::Invest(what) => {
            need(facts.offered(*what), Missing::Offered);
            need(!facts.built(*what), Missing::Unbuilt);
        }
        Action::Close(what) => need(facts.built(*what), Missing::Built),
        Action::Purchase { .. } => need(facts.keeps_stock(), Missing::Stock),
        Action::Article { class } => need(facts.solved(*class) >= u32::from(facts.rules().service.article_needs), Missing::Solved),
        Action::Nurture { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                need(customer.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
            }
        }
        Action::Hire { role } => {
            let most = usize::from(facts.rules().staffing.most_people);
            need(!facts.complete(*role) || facts.posts(*role) < most, Missing::RoleFull);
        }
        Action::Train { role, person } => need(facts.filled(*role, usize::from(*person)), Missing::Vacant),
        Action::GiveToPool { customers } => {
            for customer in customers.iter().map(|&id| known(id)) {
                need(customer.is_some(), Missing::Known);
                need(customer.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
                need(customer.is_none_or(|c| c.stuck >= facts.rules().pool.stuck), Missing::Stuck);
            }
        }
        Action::TakeFromPool { customers } => {
            for &id in customers {
                need(facts.in_pool(id), Missing::NotPooled);
            }
            return list;
        }
    }
    action.each_customer(|id| need(!facts.pooled(id), Missing::Pooled));
    list
}

/// A customer that has bought and is not lost.
fn buyer(customer: Option<CustomerFacts>, need: &mut impl FnMut(bool, Missing)) {
    need(customer.is_some(), Missing::Known);
    need(customer.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
    need(customer.is_some_and(|c| c.orders > 0), Missing::Orders);
}

fn speaks(customer: CustomerFacts, contact: ContactId) -> bool {
    contact.index() < 8 && customer.contacts & (1 << contact.0) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::effect::Cause;
    use crate::sim::planning::plan::Eyes;
    use crate::sim::scenario::Style;
    use crate::sim::terms::Phase;
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, bare, buyer, deal, lead, relation};
    use crate::sim::units::{Fen, Minutes, Round};

    /// Round 5 with a lead.
    fn desk(prepare: impl FnOnce(&mut Game)) -> Game {
        let mut state = bare(1);
        state.round = Round(5);
        lead(&mut state, ALPHA);
        prepare(&mut state);
        state
    }

    #[track_caller]
    fn needs(action: &Action, expected: &[Missing], prepare: impl FnOnce(&mut Game)) {
        let state = desk(prepare);
        assert_eq!(missing(action, &Eyes { state: &state, team: 0 }), expected, "{action:?}");
    }

    fn lost(state: &mut Game, round: u16) {
        let alpha = buyer(state, ALPHA, 1);
        (alpha.phase, alpha.lost) = (Phase::Lost, Some(Round(round)));
    }

    fn stranger(state: &mut Game) {
        relation(state, ALPHA).phase = Phase::Unknown;
    }

    #[test]
    fn fairs_are_open_in_their_round() {
        needs(&Action::Exhibition, &[Missing::Event], |_| {});
        needs(&Action::Exhibition, &[], |s| s.round = Round(1));
        needs(&Action::Summit, &[Missing::Event], |s| s.round = Round(1));
    }

    #[test]
    fn the_developer_works_on_leads() {
        let customers = vec![ALPHA];
        let (research, qualify) = (Action::Research { customers: customers.clone() }, Action::Qualify { customers: customers.clone() });
        for action in [&research, &qualify] {
            needs(action, &[], |_| {});
            needs(action, &[Missing::Known], stranger);
        }
        needs(&qualify, &[Missing::Unqualified], |s| relation(s, ALPHA).qualified = true);
        needs(&qualify, &[], |s| {
            relation(s, ALPHA).qualified = true;
            deal(s, ALPHA, 1);
        });
        let ask = Action::AskReferral { customers };
        needs(&ask, &[Missing::Satisfaction], |s| relation(s, ALPHA).satisfaction = 90.0);
        needs(&ask, &[Missing::Satisfaction], |s| relation(s, ALPHA).surveyed = Some((74.9, Round(4))));
        needs(&ask, &[], |s| relation(s, ALPHA).surveyed = Some((75.0, Round(4))));
    }

    #[test]
    fn calls_and_gifts_need_somebody_to_speak_to() {
        let (customer, contact) = (ALPHA, ContactId(1));
        let call = Action::Call { customer, contact, deal: None, style: Style::A, intent: Intent::Ask, time: Minutes::hours(2) };
        let gift = Action::Gift { customer, contact, amount: Fen::yuan(100) };
        for action in [&call, &gift] {
            needs(action, &[], |_| {});
            needs(action, &[Missing::Known], stranger);
            needs(action, &[Missing::Contact], |s| relation(s, ALPHA).contacts[1].removed = true);
        }
        needs(&call, &[Missing::NotLost], |s| lost(s, 4));
    }

    #[test]
    fn deals_go_step_by_step() {
        let id = deal(&mut bare(1), ALPHA, 1);
        let born = OpportunityId { born: Round(4), ..id };
        let terms = QuoteTerms::default;
        let pursue = Action::Pursue { deal: born, terms: terms(), intent: Intent::Ask, time: Minutes::hours(4) };
        let (demo, quote) = (Action::Demo { deal: born }, Action::Quote { deal: born, terms: terms() });
        let design = Action::Design { deal: born };
        for (action, from, lacks) in [(&pursue, 1, Missing::Open), (&demo, 3, Missing::Stage3), (&design, 3, Missing::Stage3), (&quote, 4, Missing::Stage4)] {
            for stage in 1..=6 {
                needs(action, if stage < from { std::slice::from_ref(&lacks) } else { &[] }, |s| _ = deal(s, ALPHA, stage));
            }
            needs(action, &[Missing::NotLost], |s| {
                lost(s, 4);
                deal(s, ALPHA, 6);
            });
        }
    }

    #[test]
    fn a_free_check_is_for_buyers_and_deals_at_stage_3() {
        let check = Action::FreeCheck { customer: ALPHA };
        needs(&check, &[Missing::Orders], |s| _ = deal(s, ALPHA, 2));
        needs(&check, &[], |s| _ = deal(s, ALPHA, 3));
        needs(&check, &[], |s| _ = buyer(s, ALPHA, 1));
        needs(&check, &[Missing::NotLost], |s| lost(s, 4));
    }

    #[test]
    fn service_is_for_buyers() {
        let customers = || vec![ALPHA];
        for action in
            [Action::Care { visits: vec![(ALPHA, Minutes::hours(2))] }, Action::Check { customers: customers() }, Action::Survey { customers: customers() }]
        {
            needs(&action, &[], |s| _ = buyer(s, ALPHA, 1));
            needs(&action, &[Missing::Orders], |_| {});
            needs(&action, &[Missing::NotLost], |s| lost(s, 4));
        }
        let compensate = Action::Compensate { customer: ALPHA, share: 0.01 };
        needs(&compensate, &[Missing::Failure], |s| _ = buyer(s, ALPHA, 1));
        needs(&compensate, &[], |s| buyer(s, ALPHA, 1).blow = Some(Cause::PromiseBroken));
        let article = Action::Article { class: Severity::Major };
        for (solved, lacks) in [(1, &[Missing::Solved][..]), (2, &[])] {
            needs(&article, lacks, |s| s.teams[0].solved = [9, solved, 9]);
        }
    }

    #[test]
    fn the_pool_takes_what_is_stuck_and_gives_it_back() {
        let (give, take) = (Action::GiveToPool { customers: vec![ALPHA] }, Action::TakeFromPool { customers: vec![ALPHA] });
        // found in round 1 or 2, and it is round 5
        needs(&give, &[], |s| relation(s, ALPHA).moved = Round(1));
        needs(&give, &[Missing::Stuck], |s| relation(s, ALPHA).moved = Round(2));
        needs(&give, &[Missing::NotLost], |s| lost(s, 4));
        needs(&take, &[Missing::NotPooled], |_| {});
        fn pooled(state: &mut Game) {
            state.turn(0).give_up(ALPHA);
        }
        needs(&take, &[], pooled);
        needs(&give, &[Missing::Pooled], pooled);
        // nobody works on it meanwhile
        needs(&Action::Qualify { customers: vec![ALPHA] }, &[Missing::Pooled], pooled);
        needs(&Action::Nurture { customers: vec![ALPHA] }, &[Missing::Pooled], pooled);
        needs(&Action::Nurture { customers: vec![ALPHA] }, &[], |_| {});
        needs(&Action::Nurture { customers: vec![ALPHA] }, &[Missing::NotLost], |s| lost(s, 4));
    }

    #[test]
    fn people_are_hired_while_there_is_room_and_trained_where_they_are() {
        let hire = Action::Hire { role: Role::Service };
        needs(&hire, &[], |_| {});
        needs(&hire, &[Missing::RoleFull], |s| crate::sim::testing::rules(s).staffing.most_people = 1);
        // a successor may be given full hours
        needs(&hire, &[], |s| {
            crate::sim::testing::rules(s).staffing.most_people = 1;
            s.teams[0].staff[Role::Service.index()].posts[0].reduced = 2;
        });
        needs(&Action::Train { role: Role::Service, person: 0 }, &[], |_| {});
        needs(&Action::Train { role: Role::Service, person: 1 }, &[Missing::Vacant], |_| {});
    }

    #[test]
    fn handover_and_win_back_have_their_time() {
        let handover = Action::Handover { customers: vec![ALPHA] };
        needs(&handover, &[Missing::StaffChange], |_| {});
        needs(&handover, &[], |s| relation(s, ALPHA).trust_lost_by_resignation = 1.0);
        let win_back = Action::WinBack { customer: ALPHA, concession: 0.0 };
        needs(&win_back, &[Missing::Lost], |s| _ = buyer(s, ALPHA, 1));
        needs(&win_back, &[Missing::LostLonger], |s| lost(s, 4));
        needs(&win_back, &[], |s| lost(s, 3));
    }
}
