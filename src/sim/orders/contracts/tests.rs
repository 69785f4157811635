use super::*;
use crate::sim::game::Game;
use crate::sim::maths::exp;
use crate::sim::parameters::Care;
use crate::sim::scenario::Severity;
use crate::sim::selling::contest;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Level, Phase};
use crate::sim::testing::{ALPHA, about, bare, booked, buyer, deal_of, near, quoted, relation, rules, share, ticket, told};
use crate::sim::units::Source;
use std::sync::Arc;

/// Ten rounds at 110,000 in all: a fee of 11,000, goods 8,800; serving 1,000; 92 promised, a tenth paid back.
const TERMS: ContractDef = ContractDef { term: 10, binding: true, serving: Fen::yuan(1_000), promised: Some(92.0), penalty: 0.1 };

fn firm(terms: ContractDef) -> Game {
    let mut state = bare(1);
    Arc::make_mut(&mut Arc::make_mut(&mut state.scenario).guide).need_classes[0].contract = Some(terms);
    rules(&mut state).contracts.performance_spread = 0.0;
    state
}

/// A customer at the accountable level whose contract has just been won; it runs from the next round, which is open now.
fn signed(terms: ContractDef) -> Game {
    let mut state = firm(terms);
    buyer(&mut state, ALPHA, 1).classification.level = Level::Accountable;
    let id = quoted(&mut state, ALPHA);
    let quote = deal_of(&mut state, id).quote.clone().expect("quoted");
    state.turn(0).sign(id, NeedClassId(0), 20, &terms, &quote);
    state.round = state.round.plus(1);
    state
}

#[test]
fn a_contract_pays_its_fee_and_costs_what_it_takes_every_round_of_its_term() {
    let mut state = signed(TERMS);
    let before = relation(&mut state, ALPHA).history.contribution;
    // P = 90 + 4 R/100: with full records 94, kept
    relation(&mut state, ALPHA).measures.records = 100.0;
    for _ in 0..2 {
        {
            let mut turn = state.turn(0);
            turn.serve_contracts();
            turn.contracts_run_out();
        }
    }
    assert_eq!(booked(&state, EntryKind::Fee), [Fen::yuan(11_000); 2]);
    assert_eq!(booked(&state, EntryKind::Goods), [Fen::yuan(-8_800); 2]);
    assert_eq!(booked(&state, EntryKind::Serving), [Fen::yuan(-1_000); 2]);
    assert!(booked(&state, EntryKind::Penalty).is_empty());
    let alpha = relation(&mut state, ALPHA);
    assert_eq!((alpha.history.revenue, alpha.history.contribution - before, alpha.contract.fee), (Fen::yuan(22_000), Fen::yuan(2_400), Fen::yuan(11_000)));
    assert_eq!((state.teams[0].contracts[0].from, state.teams[0].contracts[0].ends), (Round(2), Round(11)));
}

#[test]
fn nothing_is_paid_before_it_begins() {
    let mut state = signed(TERMS);
    state.round = Round(1);
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    assert!(booked(&state, EntryKind::Fee).is_empty());
}

#[test]
fn the_level_decides_what_serving_costs_and_how_well_it_is_done() {
    let (rules, care) = (Contracts::default(), Care::default());
    for (level, cost, points) in [(0, 400, 86.0), (1, 700, 88.0), (2, 1_000, 90.0), (3, 1_300, 91.0), (4, 1_800, 92.0)] {
        assert_eq!(serving(&rules, &TERMS, level), Fen::yuan(cost));
        near(performance(&rules, &care, Service { records: 0.0, care_hours: 0.0, level, waiting: 0 }), points);
    }
    // 90 + 4 x .5 + 4 (1 - 1/e) + 0 - 2 x 3
    near(performance(&rules, &care, Service { records: 50.0, care_hours: 4.0, level: 2, waiting: 2 }), 86.0 + 4.0 * (1.0 - exp(-1.0)));
}

#[test]
fn what_a_quote_promises_more_is_measured_too() {
    for (point, promise, expected) in [(0.2, 25.0, 97.0), (0.2, -10.0, 90.0), (0.0, 25.0, 92.0), (1.0, 25.0, 100.0)] {
        let mut state = firm(TERMS);
        buyer(&mut state, ALPHA, 1).classification.level = Level::Accountable;
        rules(&mut state).contracts.promise = point;
        rules(&mut state).contracts.performance = 80.0;
        let id = quoted(&mut state, ALPHA);
        let quote = Quote { promise, ..deal_of(&mut state, id).quote.clone().expect("quoted") };
        state.turn(0).sign(id, NeedClassId(0), 20, &TERMS, &quote);
        state.round = state.round.plus(1);
        {
            let mut turn = state.turn(0);
            turn.serve_contracts();
            turn.contracts_run_out();
        }
        let promised = told(&state, |h| if let Happened::PromiseMissed { promised, .. } = h { Some(*promised) } else { None });
        assert_eq!(promised, [expected], "{point} {promise}");
    }
}

#[test]
fn a_promise_missed_costs_a_penalty_satisfaction_and_trust() {
    let mut state = signed(TERMS);
    // P = 90 against 92: D -2, S .2 of the way to 62 - 4
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    assert_eq!(booked(&state, EntryKind::Penalty), [Fen::yuan(-1_100)]);
    let alpha = relation(&mut state, ALPHA);
    near(alpha.measures.satisfaction, 60.0 + 0.2 * (58.0 - 60.0));
    near(alpha.measures.trust, 27.0);
    near(alpha.measures.negative, 3.0);
    assert_eq!((state.teams[0].contracts[0].kept, state.teams[0].contracts[0].missed), (0, 1));
    let missed = told(&state, |h| if let Happened::PromiseMissed { penalty, .. } = h { Some(*penalty) } else { None });
    assert_eq!(missed, [Fen::yuan(1_100)]);
}

#[test]
fn a_promise_kept_pleases() {
    let mut state = signed(TERMS);
    relation(&mut state, ALPHA).measures.records = 100.0;
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    // P = 94: S .2 of the way to 62 + 1.2 x 2
    let alpha = relation(&mut state, ALPHA);
    near(alpha.measures.satisfaction, 60.0 + 0.2 * 4.4);
    near(alpha.measures.trust, 30.5);
    assert_eq!((alpha.measures.negative, state.teams[0].contracts[0].kept), (0.0, 1));
}

#[test]
fn a_waiting_ticket_is_felt() {
    let mut state = signed(TERMS);
    relation(&mut state, ALPHA).measures.records = 100.0;
    ticket(&mut state, ALPHA, Severity::Minor, 1);
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    // 94 - 3 = 91
    assert_eq!(booked(&state, EntryKind::Penalty).len(), 1);
}

#[test]
fn without_a_promise_nothing_is_measured() {
    let mut state = signed(ContractDef { promised: None, ..TERMS });
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    assert_eq!((relation(&mut state, ALPHA).measures.satisfaction, relation(&mut state, ALPHA).measures.trust), (60.0, 30.0));
    assert_eq!(booked(&state, EntryKind::Fee).len(), 1);
}

#[test]
fn performance_spreads_around_its_mean() {
    // 90 against 92 with a spread of 2: kept with the chance of N > 1
    let kept = share(|state| {
        let luck = state.luck.clone();
        let mut state = signed(TERMS);
        state.luck = luck;
        rules(&mut state).contracts.performance_spread = 2.0;
        {
            let mut turn = state.turn(0);
            turn.serve_contracts();
            turn.contracts_run_out();
        }
        (usize::from(state.teams[0].contracts[0].kept), 1)
    });
    about(kept, 0.159, 0.08);
}

#[test]
fn a_contract_comes_up_for_renewal_a_round_before_it_ends() {
    for (round, renewed) in [(9, 0), (10, 1), (11, 0)] {
        let mut state = signed(TERMS);
        state.round = Round(round);
        let before = state.teams[0].open_deals_of(ALPHA).count();
        state.turn(0).renewals();
        assert_eq!(state.teams[0].open_deals_of(ALPHA).count() - before, renewed, "round {round}");
        if renewed > 0 {
            let id = NeedId { customer: ALPHA, born: Round(10), source: Source::Renewal(NeedClassId(0)) };
            let need = state.worlds[0].need(id).expect("there").clone();
            // 20 pieces at the market price of 5,500, decided in the last round of the contract
            assert_eq!((need.due, need.quantity, need.value), (Round(11), 20, Fen::yuan(110_000)));
            assert_eq!(deal_of(&mut state, id).stage, 2, "a customer of ours says what is needed");
        }
    }
}

#[test]
fn two_contracts_of_a_class_are_renewed_in_one_deal() {
    let mut state = signed(TERMS);
    let twin = state.teams[0].contracts[0].clone();
    state.turn(0).begin(twin);
    state.round = Round(10);
    state.turn(0).renewals();
    let needs: Vec<u32> = state.worlds[0].needs.iter().filter(|o| matches!(o.id.source, Source::Renewal(_))).map(|o| o.quantity).collect();
    assert_eq!(needs, [40]);
}

#[test]
fn with_a_contract_that_was_not_renewed_goes_what_weighed_most() {
    for (trust, expected) in [(70.0, None), (5.0, Some(Cause::LowTrust))] {
        let mut state = signed(TERMS);
        state.round = Round(11);
        relation(&mut state, ALPHA).measures.trust = trust;
        state.turn(0).contracts_run_out();
        assert_eq!(told(&state, |h| if let Happened::Churned { behind, .. } = h { Some(*behind) } else { None }), [expected]);
    }
}

#[test]
fn a_customer_whose_last_contract_runs_out_has_left() {
    let mut state = signed(TERMS);
    state.round = Round(11);
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    let alpha = relation(&mut state, ALPHA);
    assert_eq!((alpha.phase, alpha.history.lost_cause, alpha.contract.fee), (Phase::Lost, Some(Cause::ContractEnded), Fen::ZERO));
    assert_eq!(booked(&state, EntryKind::Fee).len(), 1, "the last round was paid for");
    assert_eq!(told(&state, |h| if let Happened::Churned { cause, .. } = h { Some(*cause) } else { None }), [Cause::ContractEnded]);
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    assert_eq!(booked(&state, EntryKind::Fee).len(), 1);
}

#[test]
fn a_renewal_won_keeps_the_customer() {
    let mut state = signed(TERMS);
    state.round = Round(11);
    let renewed = Contract { from: Round(12), ends: Round(21), ..state.teams[0].contracts[0].clone() };
    state.turn(0).begin(renewed);
    {
        let mut turn = state.turn(0);
        turn.serve_contracts();
        turn.contracts_run_out();
    }
    let alpha = relation(&mut state, ALPHA);
    assert_eq!((alpha.phase, alpha.contract.fee, alpha.contract.bound), (Phase::Exploration, Fen::yuan(11_000), Round(21)));
}

#[test]
fn a_binding_contract_holds_whom_nothing_else_would() {
    for (binding, lost) in [(true, false), (false, true)] {
        let mut state = signed(ContractDef { binding, ..TERMS });
        rules(&mut state).lifecycle.churn = 20.0;
        state.turn(0).churn();
        assert_eq!(relation(&mut state, ALPHA).phase == Phase::Lost, lost);
        if lost {
            assert!(state.teams[0].contracts[0].over && relation(&mut state, ALPHA).contract.fee == Fen::ZERO);
            {
                let mut turn = state.turn(0);
                turn.serve_contracts();
                turn.contracts_run_out();
            }
            assert!(booked(&state, EntryKind::Fee).is_empty());
        }
    }
}

#[test]
fn an_order_of_such_a_class_is_paid_by_its_fee_alone() {
    let mut state = firm(TERMS);
    rules(&mut state).choice.base = 20.0;
    buyer(&mut state, ALPHA, 1);
    let id = quoted(&mut state, ALPHA);
    contest::decide(&mut state.truth());
    assert!(matches!(deal_of(&mut state, id).outcome, Some(DealOutcome::Won(_))));
    assert!(booked(&state, EntryKind::Sale).is_empty() && booked(&state, EntryKind::Goods).is_empty());
    assert_eq!((relation(&mut state, ALPHA).history.orders, relation(&mut state, ALPHA).contract.fee), (2, Fen::yuan(11_000)));
}
