//! What a card still needs: one list of conditions for the desk, the plan and the moment of playing.
//!
//! A condition may also be met by an earlier card of the same plan; then what that card is to bring is added to the facts.

use super::facts::{CustomerFacts, DealFacts, Facts};
use super::{Action, Card};
use crate::sim::parameters::Rules;
use crate::sim::selling::committee;
use crate::sim::terms::Missing;
use crate::sim::units::{ContactId, CustomerId, NeedId};

/// Collects what a card lacks.
pub struct Needs<'a> {
    /// Answers from whoever asks: what is known, or what is true.
    pub facts: &'a dyn Facts,
    /// Cards planned before, of all roles.
    earlier: &'a [&'a Card],
    /// All other cards of the plan.
    others: &'a [&'a Card],
    lacks: Vec<Missing>,
}

/// Everything `action` still needs; empty if it can be played. Cards over several customers name what any of them lacks.
/// `earlier`: cards planned before, which may bring what is needed; `others`: all other cards of the plan, which may use it up.
#[must_use]
pub fn missing(action: &Action, facts: &dyn Facts, earlier: &[&Card], others: &[&Card]) -> Vec<Missing> {
    let mut needs = Needs { facts, earlier, others, lacks: Vec::new() };
    action.rules().needs(&mut needs);
    if !matches!(action, Action::TakeFromPool(_)) {
        action.each_customer(|id| needs.that(!needs.facts.pooled(id) || needs.taken(id), Missing::Pooled));
    }
    needs.lacks
}

impl<'a> Needs<'a> {
    /// A condition, and what is missing where it does not hold.
    pub fn that(&mut self, holds: bool, what: Missing) {
        if !holds && !self.lacks.contains(&what) {
            self.lacks.push(what);
        }
    }

    /// The parameters of the game.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        self.facts.rules()
    }

    /// Other cards of the plan.
    pub fn others(&self) -> impl Iterator<Item = &'a Action> + use<'a> {
        self.others.iter().map(|card| &card.action)
    }

    /// The customer must be known; its facts.
    pub fn known(&mut self, id: CustomerId) -> Option<CustomerFacts> {
        let customer = self.facts.customer(id);
        self.that(customer.is_some(), Missing::Known);
        customer
    }

    /// The customer must not be lost, if it is known.
    pub fn not_lost(&mut self, id: CustomerId) {
        self.that(self.facts.customer(id).is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
    }

    /// A customer that has bought and is not lost; its facts.
    pub fn buyer(&mut self, id: CustomerId) -> Option<CustomerFacts> {
        let customer = self.known(id);
        self.that(customer.is_none_or(|c| c.lost_for.is_none()), Missing::NotLost);
        self.that(customer.is_some_and(|c| c.orders > 0), Missing::Orders);
        customer
    }

    /// Somebody who can be spoken to, if the customer is known.
    pub fn speaks(&mut self, id: CustomerId, contact: ContactId) {
        let there = contact.index() < 8 && self.facts.people(id).present & (1 << contact.0) != 0;
        self.that(there || self.facts.customer(id).is_none(), Missing::Contact);
    }

    /// The deal must be open; how it stands by the time the card is played.
    pub fn open(&mut self, id: NeedId) -> Option<DealFacts> {
        let deal = self.deal(id);
        self.that(deal.is_some_and(|d| d.open), Missing::Open);
        deal
    }

    /// Whether an earlier card takes the customer from the pool.
    fn taken(&self, id: CustomerId) -> bool {
        self.earlier.iter().any(|card| matches!(&card.action, Action::TakeFromPool(take) if take.customers.contains(&id)))
    }

    /// A deal as earlier cards of the plan may leave it (docs/model.md#stages).
    fn deal(&self, id: NeedId) -> Option<DealFacts> {
        let mut deal = self.facts.deal(id)?;
        if self.earlier.is_empty() {
            return Some(deal);
        }
        let people = self.facts.people(id.customer);
        let records = self.facts.customer(id.customer).unwrap_or_default().records;
        let rules = self.facts.rules();
        let mut hope = Hope { deal: id, rules, write_up: false, stage: deal.stage, reached: people.reached, records };
        for card in self.earlier {
            hope.write_up = card.write_up;
            card.action.rules().brings(&mut hope);
            let (met, present) = ((hope.reached & people.present).count_ones() as usize, people.present.count_ones() as usize);
            if hope.stage == 2 && committee::mapped(rules, met, present, hope.records) {
                hope.stage = 3;
            }
        }
        deal.stage = hope.stage;
        Some(deal)
    }
}

/// How far a deal may be once the cards planned before are played.
pub struct Hope<'a> {
    /// The deal that is asked about.
    pub deal: NeedId,
    /// The parameters of the game.
    pub rules: &'a Rules,
    /// Whether the card that is asked is written up.
    write_up: bool,
    stage: u8,
    /// Bit per contact that has been met.
    reached: u8,
    records: f64,
}

impl Hope<'_> {
    /// The deal reaches a stage, 1-6.
    pub fn reach(&mut self, stage: u8) {
        self.stage = self.stage.max(stage);
    }

    /// Somebody is met.
    pub fn meet(&mut self, contact: ContactId) {
        self.reached |= 1u8.checked_shl(u32::from(contact.0)).unwrap_or(0);
    }

    /// What is written up closes so many hundredths of the gap of the records.
    pub fn learn(&mut self, points: f64) {
        if self.write_up {
            self.records += points * (100.0 - self.records) / 100.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{self, Actual};
    use crate::sim::game::Game;
    use crate::sim::journal::effect::Cause;
    use crate::sim::scenario::{Severity, Style};
    use crate::sim::terms::{Intent, Phase, QuoteTerms};
    use crate::sim::testing::{ALPHA, bare, buyer, deal, lead, relation, rules};
    use crate::sim::units::{Fen, Minutes, Role, Round};

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
        assert_eq!(missing(action, &Actual::planning(&state, 0), &[], &[]), expected, "{action:?}");
    }

    fn lost(state: &mut Game, round: u16) {
        let alpha = buyer(state, ALPHA, 1);
        (alpha.phase, alpha.history.lost) = (Phase::Lost, Some(Round(round)));
    }

    fn stranger(state: &mut Game) {
        relation(state, ALPHA).phase = Phase::Unknown;
    }

    #[test]
    fn fairs_are_open_in_their_round() {
        needs(&Action::Exhibition(cards::Exhibition), &[Missing::Event], |_| {});
        needs(&Action::Exhibition(cards::Exhibition), &[], |s| s.round = Round(1));
        needs(&Action::Summit(cards::Summit), &[Missing::Event], |s| s.round = Round(1));
    }

    #[test]
    fn the_developer_works_on_leads() {
        let customers = vec![ALPHA];
        let (research, qualify) =
            (Action::Research(cards::Research { customers: customers.clone() }), Action::Qualify(cards::Qualify { customers: customers.clone() }));
        for action in [&research, &qualify] {
            needs(action, &[], |_| {});
            needs(action, &[Missing::Known], stranger);
        }
        needs(&qualify, &[Missing::Unqualified], |s| relation(s, ALPHA).classification.qualified = true);
        needs(&qualify, &[], |s| {
            relation(s, ALPHA).classification.qualified = true;
            deal(s, ALPHA, 1);
        });
        let ask = Action::AskReferral(cards::AskReferral { customers });
        needs(&ask, &[Missing::Satisfaction], |s| relation(s, ALPHA).measures.satisfaction = 90.0);
        needs(&ask, &[Missing::Satisfaction], |s| relation(s, ALPHA).activity.surveyed = Some((74.9, Round(4))));
        needs(&ask, &[], |s| relation(s, ALPHA).activity.surveyed = Some((75.0, Round(4))));
    }

    #[test]
    fn calls_and_gifts_need_somebody_to_speak_to() {
        let (customer, contact) = (ALPHA, ContactId(1));
        let call = Action::Call(cards::Call { customer, contact, deal: None, style: Style::A, intent: Intent::Ask, time: Minutes::from_hours(2) });
        let gift = Action::Gift(cards::Gift { customer, contact, amount: Fen::yuan(100) });
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
        let born = NeedId { born: Round(4), ..id };
        let terms = QuoteTerms::default;
        let pursue = Action::Pursue(cards::Pursue { deal: born, terms: terms(), intent: Intent::Ask, time: Minutes::from_hours(4) });
        let (demo, quote) = (Action::Demo(cards::Demo { deal: born }), Action::Quote(cards::Quote { deal: born, terms: terms() }));
        let design = Action::Design(cards::Design { deal: born });
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
        let check = Action::FreeCheck(cards::FreeCheck { customer: ALPHA });
        needs(&check, &[Missing::Orders], |s| _ = deal(s, ALPHA, 2));
        needs(&check, &[], |s| _ = deal(s, ALPHA, 3));
        needs(&check, &[], |s| _ = buyer(s, ALPHA, 1));
        needs(&check, &[Missing::NotLost], |s| lost(s, 4));
    }

    #[test]
    fn service_is_for_buyers() {
        let customers = || vec![ALPHA];
        for action in [
            Action::Care(cards::Care { visits: vec![(ALPHA, Minutes::from_hours(2))] }),
            Action::Check(cards::Check { customers: customers() }),
            Action::Survey(cards::Survey { customers: customers() }),
        ] {
            needs(&action, &[], |s| _ = buyer(s, ALPHA, 1));
            needs(&action, &[Missing::Orders], |_| {});
            needs(&action, &[Missing::NotLost], |s| lost(s, 4));
        }
        let compensate = Action::Compensate(cards::Compensate { customer: ALPHA, share: 0.01 });
        needs(&compensate, &[Missing::Failure], |s| _ = buyer(s, ALPHA, 1));
        needs(&compensate, &[], |s| buyer(s, ALPHA, 1).service.grievance = Some(Cause::PromiseBroken));
        let article = Action::Article(cards::Article { class: Severity::Major });
        for (solved, lacks) in [(1, &[Missing::Solved][..]), (2, &[])] {
            needs(&article, lacks, |s| s.teams[0].service_desk.solved = [9, solved, 9]);
        }
    }

    #[test]
    fn the_pool_takes_what_is_stuck_and_gives_it_back() {
        let (give, take) =
            (Action::GiveToPool(cards::GiveToPool { customers: vec![ALPHA] }), Action::TakeFromPool(cards::TakeFromPool { customers: vec![ALPHA] }));
        // found in round 1 or 2, and it is round 5
        needs(&give, &[], |s| relation(s, ALPHA).history.last_progress = Round(1));
        needs(&give, &[Missing::Stuck], |s| relation(s, ALPHA).history.last_progress = Round(2));
        needs(&give, &[Missing::NotLost], |s| lost(s, 4));
        needs(&take, &[Missing::NotPooled], |_| {});
        fn pooled(state: &mut Game) {
            state.turn(0).give_up(ALPHA);
        }
        needs(&take, &[], pooled);
        needs(&give, &[Missing::Pooled], pooled);
        // nobody works on it meanwhile
        needs(&Action::Qualify(cards::Qualify { customers: vec![ALPHA] }), &[Missing::Pooled], pooled);
        needs(&Action::Nurture(cards::Nurture { customers: vec![ALPHA] }), &[Missing::Pooled], pooled);
        needs(&Action::Nurture(cards::Nurture { customers: vec![ALPHA] }), &[], |_| {});
        needs(&Action::Nurture(cards::Nurture { customers: vec![ALPHA] }), &[Missing::NotLost], |s| lost(s, 4));
    }

    #[test]
    fn people_are_hired_while_there_is_room_and_trained_where_they_are() {
        let hire = Action::Hire(cards::Hire { role: Role::Service });
        needs(&hire, &[], |_| {});
        needs(&hire, &[Missing::RoleFull], |s| rules(s).staffing.most_people = 1);
        // a successor may be given full hours
        needs(&hire, &[], |s| {
            rules(s).staffing.most_people = 1;
            s.teams[0].staff[Role::Service.index()].posts[0].reduced = 2;
        });
        needs(&Action::Train(cards::Train { role: Role::Service, person: 0 }), &[], |_| {});
        needs(&Action::Train(cards::Train { role: Role::Service, person: 1 }), &[Missing::Vacant], |_| {});
    }

    #[test]
    fn handover_and_win_back_have_their_time() {
        let handover = Action::Handover(cards::Handover { customers: vec![ALPHA] });
        needs(&handover, &[Missing::StaffChange], |_| {});
        needs(&handover, &[], |s| relation(s, ALPHA).ownership.trust_lost_by_resignation = 1.0);
        let win_back = Action::WinBack(cards::WinBack { customer: ALPHA, concession: 0.0 });
        needs(&win_back, &[Missing::Lost], |s| _ = buyer(s, ALPHA, 1));
        needs(&win_back, &[Missing::LostLonger], |s| lost(s, 4));
        needs(&win_back, &[], |s| lost(s, 3));
    }
}
