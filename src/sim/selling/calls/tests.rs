//! What cards of the account manager do: calls, milestones, quotes, pursuits, handovers, win-back, the forecast.

use super::*;
use crate::sim::cards::account_manager::call::Call;
use crate::sim::cards::{Action, Card};
use crate::sim::game::Game;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::maths::{exp, sigmoid};
use crate::sim::planning::command::Command;
use crate::sim::scenario::{Happening, MAX_CONTACTS, NeedDef};
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Intent, Missing, QuoteTerms};
use crate::sim::testing::{
    self, ALPHA, HERO, about, bare, booked, buyer, deal, deal_of, generated, lead, near, open, relation, rules, seat, share, told, traits,
};
use crate::sim::units::{EventId, Fen, Minutes, Role, Round, Source};
use crate::sim::{apply, cards, resolve};
use std::sync::Arc;

/// Every call ends in an advance, or none does.
fn fate(state: &mut Game, advance: bool) {
    rules(state).selling.advance_base = if advance { 10.0 } else { -10.0 };
}

fn call_on(contact: u8, deal: Option<NeedId>) -> Call {
    Call { customer: ALPHA, contact: ContactId(contact), deal, style: Style::A, intent: Intent::Inform, time: Minutes::from_hours(4) }
}

/// A lead with a deal at `stage`; everybody thinks in style A.
fn at_stage(stage: u8) -> (Game, NeedId) {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    traits(&mut state, ALPHA).contacts.iter_mut().for_each(|c| c.style = Style::A);
    let id = deal(&mut state, ALPHA, stage);
    (state, id)
}

fn failed(state: &Game) -> Vec<Missing> {
    told(state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None })
}

#[test]
fn a_call_moves_support_by_effort_and_the_chance_is_that_of_the_model() {
    for (advance, outcome) in [(true, 1.5), (false, 0.5)] {
        let (mut state, id) = at_stage(5);
        fate(&mut state, advance);
        relation(&mut state, ALPHA).measures.records = 50.0;
        assert_eq!(state.turn(0).call(&call_on(0, Some(id)), true, 0), advance);
        // e = 4 h x outcome x (.6 + .6 x .5) x 1.2; tau = 9 x sqrt(1.1); w = .35
        let e = 4.0 * outcome * 0.9 * 1.2;
        near(deal_of(&mut state, id).support[0], 1.0 - exp(-e / (9.0 * 1.1_f64.sqrt() * 0.35)));
        let alpha = relation(&mut state, ALPHA);
        assert_eq!((alpha.contacts[0].reached, alpha.contacts[1].reached), (true, false));
        near(alpha.contacts[0].attitude, if advance { 5.0 } else { 0.0 });
        near(alpha.activity.selling_hours, 4.0);
        assert!(alpha.activity.contacted);
        assert_eq!(booked(&state, EntryKind::Selling), [Fen::yuan(-200)]);
    }
    let (mut state, id) = at_stage(5);
    relation(&mut state, ALPHA).measures.records = 50.0;
    state.turn(0).call(&call_on(0, Some(id)), true, 0);
    let chance = told(&state, |h| if let Happened::Called { chance, .. } = h { Some(*chance) } else { None });
    // -.6 + .8 + .5 + .8 x .3 + .5 x .5 - .25 x 4
    near(chance[0], sigmoid(0.19));
}

#[test]
fn a_call_has_the_skill_of_whoever_looks_after_the_customer() {
    // two managers of skill 50 and 100, a developer of skill 80 who calls in their stead
    for (hand, owner, skill) in [(None, 0, 0.5), (None, 1, 1.0), (Some(Role::AccountManager), 1, 1.0), (Some(Role::Developer), 1, 0.8)] {
        let (mut state, id) = at_stage(5);
        let staff = &mut state.teams[0].staff;
        let mut second = staff[Role::AccountManager.index()].posts[0].clone();
        second.skill = 100.0;
        staff[Role::AccountManager.index()].posts.push(second);
        staff[Role::Developer.index()].posts[0].skill = 80.0;
        relation(&mut state, ALPHA).ownership.owner = owner;
        let mut turn = state.turn(0);
        turn.performer = hand;
        turn.call(&call_on(0, Some(id)), false, 0);
        let chance = told(&state, |h| if let Happened::Called { chance, .. } = h { Some(*chance) } else { None });
        // -.6 + .8 + .8 x .3 + .5 x skill - .25 x 4
        near(chance[0], sigmoid(-0.56 + 0.5 * skill));
    }
}

#[test]
fn advances_come_as_often_as_the_chance_says() {
    let rate = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            lead(&mut state, id);
            traits(&mut state, id).contacts[0].style = Style::A;
        }
        let mut turn = state.turn(0);
        (ids.iter().filter(|&&customer| turn.call(&Call { customer, ..call_on(0, None) }, false, 0)).count(), ids.len())
    });
    // no records, T 30, skill 50, own style, as at stage 1: -.6 + .8 + .24 + .25
    about(rate, sigmoid(0.69), 0.025);
}

#[test]
fn a_failed_push_sours_and_a_failed_call_does_not() {
    for (intent, advance, attitude) in [(Intent::Close, false, -15.0), (Intent::Close, true, 5.0), (Intent::Ask, false, 0.0)] {
        let (mut state, id) = at_stage(5);
        fate(&mut state, advance);
        state.turn(0).call(&Call { intent, ..call_on(1, Some(id)) }, false, 0);
        near(relation(&mut state, ALPHA).contacts[1].attitude, attitude);
    }
}

#[test]
fn stages_move_by_milestone() {
    // stage before, contact called, ends in an advance, stage after; nobody met before, records 25; a customer that prefers the team
    for (before, contact, advance, after) in
        [(1, 0, false, 1), (1, 0, true, 2), (2, 0, true, 2), (4, 0, true, 4), (5, 0, true, 6), (5, 0, false, 5), (5, 2, true, 5), (6, 0, true, 6)]
    {
        let (mut state, id) = at_stage(before);
        fate(&mut state, advance);
        rules(&mut state).choice.base = 20.0;
        relation(&mut state, ALPHA).measures.records = 25.0;
        if before >= 5 {
            state.turn(0).play(cards::Quote { deal: id, terms: QuoteTerms::default() }, false);
            deal_of(&mut state, id).support = [0.5; MAX_CONTACTS];
        }
        state.turn(0).call(&call_on(contact, Some(id)), false, 0);
        assert_eq!(deal_of(&mut state, id).stage, after, "stage {before}, contact {contact}, {advance}");
    }
}

#[test]
fn a_committee_is_mapped_by_two_contacts_and_records() {
    for (stage, met, records, after) in [(2, 1, 60.0, 2), (2, 2, 24.9, 2), (2, 2, 25.0, 3), (2, 3, 0.0, 2), (1, 2, 25.0, 1)] {
        let (mut state, id) = at_stage(stage);
        let alpha = relation(&mut state, ALPHA);
        alpha.measures.records = records;
        alpha.contacts[..met].iter_mut().for_each(|c| c.reached = true);
        state.turn(0).map_committee(id);
        assert_eq!(deal_of(&mut state, id).stage, after, "{met} met, records {records}");
    }
}

#[test]
fn a_demo_needs_stage_3_and_a_quote_stage_4() {
    for stage in 1..=6 {
        let (mut state, id) = at_stage(stage);
        let shown = state.turn(0).play(cards::Demo { deal: id }, false);
        assert_eq!((shown, deal_of(&mut state, id).demo, deal_of(&mut state, id).stage), (stage >= 3, stage >= 3, if stage == 3 { 4 } else { stage }));
        assert_eq!(booked(&state, EntryKind::Selling), if shown { vec![Fen::yuan(-1_500)] } else { vec![] });
        assert_eq!(failed(&state), if shown { vec![] } else { vec![Missing::Stage3] });

        let (mut state, id) = at_stage(stage);
        // a customer that knows us and prefers us takes the quote up
        rules(&mut state).choice.base = 20.0;
        deal_of(&mut state, id).support = [0.5; MAX_CONTACTS];
        let made = state.turn(0).play(cards::Quote { deal: id, terms: QuoteTerms::default() }, false);
        assert_eq!(
            (made, deal_of(&mut state, id).quote.is_some(), deal_of(&mut state, id).stage),
            (stage >= 4, stage >= 4, if stage == 4 { 5 } else { stage })
        );
        assert_eq!(failed(&state), if made { vec![] } else { vec![Missing::Stage4] });
        // first quote or trial
        assert_eq!(relation(&mut state, ALPHA).phase, if made { Phase::Exploration } else { Phase::Awareness });
    }
}

#[test]
fn a_quote_starts_from_the_market_price_and_keeps_its_terms() {
    let (mut state, id) = at_stage(4);
    state.turn(0).play(cards::Quote { deal: id, terms: QuoteTerms { discount: 0.1, promise: 10.0, ..QuoteTerms::default() } }, true);
    let quote = deal_of(&mut state, id).quote.clone().expect("a quote");
    assert_eq!((quote.price, quote.tier_price, quote.promise), (Fen::yuan(99_000), Fen::yuan(110_000), 10.0));
    assert!(quote.written_up && relation(&mut state, ALPHA).measures.records == 0.0, "the order is what goes into the records");
}

#[test]
fn a_card_that_fails_keeps_the_money_and_says_so() {
    let (mut state, id) = at_stage(1);
    fate(&mut state, false);
    relation(&mut state, ALPHA).measures.records = 60.0;
    let call = |contact| {
        let Call { customer, contact, deal, style, intent, time } = call_on(contact, Some(id));
        Action::Call(cards::Call { customer, contact, deal, style, intent, time })
    };
    // the plan hopes that two calls confirm the need and map the committee
    for action in [call(0), call(1), Action::Demo(cards::Demo { deal: id })] {
        let card = Card { action, write_up: false };
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(card)), Ok(()));
    }
    let report = resolve(&mut state);
    let failed: Vec<_> = report.teams[0].happened.iter().filter(|h| matches!(h, Happened::CardFailed { .. })).collect();
    assert_eq!(failed, [&Happened::CardFailed { role: Role::AccountManager, card: "demo", customers: vec![ALPHA], missing: Missing::Stage3 }]);
    assert_eq!(booked(&state, EntryKind::Selling), [Fen::yuan(-200); 2]);
    assert!(!deal_of(&mut state, id).demo);
}

#[test]
fn only_what_is_written_up_makes_records() {
    type Deed = fn(&mut Turn<'_>, NeedId, bool);
    let call: Deed = |t, id, noted| _ = t.call(&call_on(0, Some(id)), noted, 0);
    let demo: Deed = |t, id, noted| _ = t.play(cards::Demo { deal: id }, noted);
    let check: Deed = |t, _, noted| _ = t.play(cards::FreeCheck { customer: ALPHA }, noted);
    for (deed, points) in [(call, 20.0), (demo, 20.0), (check, 20.0)] {
        for (noted, start, after) in [(false, 0.0, 0.0), (true, 0.0, points), (true, 50.0, 50.0 + points / 2.0)] {
            let (mut state, id) = at_stage(4);
            relation(&mut state, ALPHA).measures.records = start;
            deed(&mut state.turn(0), id, noted);
            near(relation(&mut state, ALPHA).measures.records, after);
            assert!(relation(&mut state, ALPHA).activity.contacted);
        }
    }
}

#[test]
fn a_free_check_is_for_buyers_and_mapped_deals() {
    for (stage, orders, phase, allowed) in
        [(2, 0, Phase::Awareness, false), (3, 0, Phase::Awareness, true), (1, 1, Phase::Exploration, true), (3, 1, Phase::Lost, false)]
    {
        let (mut state, id) = at_stage(stage);
        let alpha = relation(&mut state, ALPHA);
        (alpha.history.orders, alpha.phase) = (orders, phase);
        state.turn(0).play(cards::FreeCheck { customer: ALPHA }, false);
        assert_eq!(deal_of(&mut state, id).check, allowed, "stage {stage}, {orders} orders, {phase:?}");
        assert_eq!(booked(&state, EntryKind::Selling), if allowed { vec![Fen::yuan(-1_000)] } else { vec![] });
    }
}

#[test]
fn a_free_check_finds_a_need_in_three_of_ten() {
    let rate = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            buyer(&mut state, id, 1);
            state.turn(0).play(cards::FreeCheck { customer: id }, false);
        }
        (state.teams[0].deals.len(), ids.len())
    });
    about(rate, 0.30, 0.025);
}

#[test]
fn a_pursuit_meets_two_people_shows_quotes_and_then_courts() {
    let steps = |hours: i32| {
        let (mut state, id) = at_stage(1);
        fate(&mut state, true);
        rules(&mut state).choice.base = 20.0;
        relation(&mut state, ALPHA).measures.records = 30.0;
        state.turn(0).play(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Inform, time: Minutes::from_hours(hours) }, false);
        let spent: Minutes = state.journal.teams[0].interactions.iter().map(|i| i.minutes).sum();
        assert!(spent <= Minutes::from_hours(hours), "{spent:?} of {hours} h");
        told(&state, |h| match h {
            Happened::Called { contact, .. } => Some(format!("call {}", contact.0)),
            Happened::StageReached { stage, .. } => Some(format!("stage {stage}")),
            Happened::Quoted { .. } => Some("quote".into()),
            _ => None,
        })
    };
    // two calls of 2 h, a demo of 8, a quote of 3: 15 h, and then 4 h with the decision maker
    let whole = ["call 0", "stage 2", "call 1", "stage 3", "stage 4", "quote", "stage 5", "call 0", "stage 6"];
    assert_eq!(steps(19), whole);
    assert_eq!(steps(15), whole[..7]);
    assert_eq!(steps(14), whole[..5], "no hours for the quote");
    assert_eq!(steps(4), whole[..4], "none for the demo");
}

#[test]
fn a_handover_returns_half_the_trust_lost_by_records() {
    for (records, trust) in [(0.0, 20.0), (50.0, 30.0), (100.0, 40.0)] {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.measures.trust, alpha.measures.records, alpha.ownership.trust_lost_by_resignation) = (20.0, records, 40.0);
        state.turn(0).play(cards::Handover { customers: vec![ALPHA] }, false);
        near(relation(&mut state, ALPHA).measures.trust, trust);
        state.turn(0).play(cards::Handover { customers: vec![ALPHA] }, false);
        near(relation(&mut state, ALPHA).measures.trust, trust);
        assert_eq!(failed(&state), [Missing::StaffChange], "once is enough");
    }
}

#[test]
fn whoever_has_met_the_successor_worries_less_where_the_scenario_says_so() {
    for (calms, shock) in [(0.0, 1.5), (0.6, 0.6), (1.0, 0.0)] {
        let mut state = bare(1);
        rules(&mut state).selling.handover_calms = calms;
        let alpha = buyer(&mut state, ALPHA, 1);
        (alpha.measures.shock, alpha.ownership.trust_lost_by_resignation) = (1.5, 10.0);
        state.turn(0).play(cards::Handover { customers: vec![ALPHA] }, false);
        near(relation(&mut state, ALPHA).measures.shock, shock);
    }
}

/// Lost in round 3, asked to come back in `round` with a concession of 5 %.
fn asked_back(round: u16, phase: Phase, willing: bool) -> Game {
    let mut state = bare(1);
    rules(&mut state).lifecycle.win_back[0] = if willing { 10.0 } else { -10.0 };
    let alpha = buyer(&mut state, ALPHA, 2);
    (alpha.phase, alpha.history.lost) = (phase, Some(Round(3)));
    state.round = Round(round);
    state.turn(0).play(cards::WinBack { customer: ALPHA, concession: 0.05 }, false);
    state
}

#[test]
fn a_lost_customer_can_be_won_back_from_the_second_round_on() {
    for (round, phase, willing, after, paid) in [
        (4, Phase::Lost, true, Phase::Lost, false),
        (5, Phase::Lost, true, Phase::Exploration, true),
        (5, Phase::Lost, false, Phase::Lost, true),
        (5, Phase::Formation, true, Phase::Formation, false),
    ] {
        let mut state = asked_back(round, phase, willing);
        assert_eq!(relation(&mut state, ALPHA).phase, after);
        // 5 % of the last order of 100,000
        assert_eq!(booked(&state, EntryKind::Compensation), if paid { vec![Fen::yuan(-5_000)] } else { vec![] });
        assert_eq!(failed(&state).len(), usize::from(!paid));
    }
}

#[test]
fn one_piece_is_quoted_to_one_customer() {
    let mut state = bare(1);
    let event = |state: &mut Game, index: usize, change: fn(&mut NeedDef)| {
        if let Happening::Need(need) = testing::event(state, index) {
            change(need);
        }
    };
    // the hidden need asks for the piece of the trial need, and another customer has it
    Arc::make_mut(&mut state.scenario).events[2].round = 2;
    event(&mut state, 2, |need| {
        (need.customer, need.instead_of) = (ALPHA, Some(EventId(1)));
        need.hidden.clear();
    });
    lead(&mut state, ALPHA);
    lead(&mut state, HERO);
    open(&mut state, 2);
    let ids: Vec<NeedId> = state.teams[0].open_deals().filter(|d| matches!(d.id.source, Source::Scripted(_))).map(|d| d.id).collect();
    let [first, second] = ids[..] else { panic!("two needs: {ids:?}") };
    for id in [first, second] {
        deal_of(&mut state, id).stage = 4;
    }
    assert!(state.turn(0).play(cards::Quote { deal: first, terms: QuoteTerms::default() }, false));
    assert!(!state.turn(0).play(cards::Quote { deal: second, terms: QuoteTerms::default() }, false));
    assert!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }).contains(&Missing::Promised));
    // once it is not sold to the first, the second may have it
    deal_of(&mut state, first).outcome = Some(DealOutcome::NoSale);
    assert!(state.turn(0).play(cards::Quote { deal: second, terms: QuoteTerms::default() }, false));
}

/// A deal at stage 5 whose people have time for so many talks, pursued for so many hours by calls that all lead on.
fn pursued(talks: u16, hours: i32) -> (Game, NeedId) {
    let (mut state, id) = at_stage(4);
    fate(&mut state, true);
    rules(&mut state).selling.talks = talks;
    state.turn(0).play(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Inform, time: Minutes::from_hours(hours) }, false);
    (state, id)
}

#[test]
fn nobody_is_called_on_more_often_than_there_is_time_for_and_the_rest_is_preparation() {
    // a quote of 3 h and calls of 4: four people, one or two talks each, and what is left
    for (talks, hours, calls, prepared) in [(1, 60, 4, 41), (2, 60, 8, 25), (4, 60, 14, 0)] {
        let (state, _) = pursued(talks, hours);
        let lines = &state.journal.teams[0].interactions;
        let of = |kind: InteractionKind| lines.iter().filter(|i| i.kind == kind).collect::<Vec<_>>();
        assert_eq!(of(InteractionKind::Call).len(), calls, "{talks} talks");
        for contact in 0..4 {
            assert!(of(InteractionKind::Call).iter().filter(|i| i.contact == Some(ContactId(contact))).count() <= usize::from(talks));
        }
        let time: i32 = of(InteractionKind::Preparation).iter().map(|i| i.minutes.0 / 60).sum();
        assert_eq!(time, prepared, "{talks} talks");
    }
}

#[test]
fn preparation_helps_by_the_logarithm_of_its_hours() {
    // e of a talk of 4 h that leads on; after it P hours of preparation
    let support = |hours: i32| {
        let (mut state, id) = at_stage(5);
        fate(&mut state, true);
        relation(&mut state, ALPHA).measures.records = 50.0;
        let mut talks = Talks::default();
        state.turn(0).speak(&call_on(0, Some(id)), false, &mut talks);
        let parts = if hours > 8 { vec![8, hours - 8] } else { vec![hours] };
        for part in parts {
            state.turn(0).prepare(id, Minutes::from_hours(part), &mut talks);
        }
        deal_of(&mut state, id).support[0]
    };
    let e = 4.0 * 1.5 * 0.9 * 1.2;
    let expected = |hours: f64| 1.0 - exp(-e * (1.0 + 0.5 * ln(1.0 + hours / 4.0)) / (9.0 * 1.1_f64.sqrt() * 0.35));
    for hours in [0, 4, 8, 20] {
        near(support(hours), expected(f64::from(hours)));
    }
    // nobody was spoken to
    let (mut state, id) = at_stage(5);
    state.turn(0).prepare(id, Minutes::from_hours(20), &mut Talks::default());
    assert_eq!((deal_of(&mut state, id).support[0], state.journal.teams[0].interactions.len()), (0.0, 0));
}

#[test]
fn trust_is_earned_before_the_first_order_by_what_is_done() {
    for (orders, gained) in [(0, 1.5 * 0.6), (1, 0.0)] {
        let (mut state, id) = at_stage(3);
        fate(&mut state, true);
        let alpha = relation(&mut state, ALPHA);
        (alpha.measures.trust, alpha.history.orders) = (40.0, orders);
        state.turn(0).call(&call_on(0, Some(id)), false, 0);
        near(relation(&mut state, ALPHA).measures.trust, 40.0 + gained);
        relation(&mut state, ALPHA).measures.trust = 40.0;
        assert!(state.turn(0).play(cards::Demo { deal: id }, false));
        near(relation(&mut state, ALPHA).measures.trust, 40.0 + gained);
        fate(&mut state, false);
        relation(&mut state, ALPHA).measures.trust = 40.0;
        state.turn(0).call(&call_on(0, Some(id)), false, 0);
        near(relation(&mut state, ALPHA).measures.trust, 40.0);
    }
}
