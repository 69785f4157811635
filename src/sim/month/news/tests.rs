//! What a month opens with: needs open and hidden, callers, tickets voiced and silent.

use super::*;
use crate::sim::cards::{self, Call};
use crate::sim::luck::events::Search;
use crate::sim::market::needs::{make_need, ordinary};
use crate::sim::maths::ln;
use crate::sim::resolve;
use crate::sim::scenario::{Arrival, Finder, Severity, Style};
use crate::sim::state::World;
use crate::sim::state::{Customer, DealOutcome, Need, Ticket};
use crate::sim::terms::{Found, Intent, Phase, Revealed, Winner};
use crate::sim::testing::{ALPHA, HERO, about, bare, buyer, deal, deal_of, event, generated, lead, near, open, relation, rules, share, told, traits};
use crate::sim::units::{ChannelId, ContactId, CustomerId, Fen, Minutes, RivalId, Round, Source, TeamId};
use std::sync::Arc;

fn stages(state: &Game) -> Vec<u8> {
    state.teams[0].open_deals_of(HERO).map(|d| d.stage).collect()
}

#[test]
fn a_scripted_need_comes_up_in_its_round() {
    let mut state = bare(1);
    lead(&mut state, HERO);
    open(&mut state, 1);
    assert!(state.worlds[0].needs.iter().all(|o| o.id.customer != HERO));
    open(&mut state, 2);
    let need = state.worlds[0].needs.iter().find(|o| o.id.customer == HERO).expect("the trial need");
    assert_eq!((need.value, need.budget, need.quantity, need.due), (Fen::yuan(100_000), Some(Fen::yuan(150_000)), 20, Round(4)));
    assert_eq!(stages(&state), [1], "a need nobody has confirmed");
}

#[test]
fn a_stranger_does_not_show_its_needs() {
    let mut state = bare(1);
    *event(&mut state, 0) = Happening::News;
    traits(&mut state, HERO).need_rate = 1.0;
    open(&mut state, 3);
    assert!(stages(&state).is_empty());
    state.turn(0).meet(HERO, Found::Prospecting, 28.0);
    state.turn(0).needs_of(HERO);
    assert!(stages(&state).is_empty(), "the need of this round is hidden");
}

#[test]
fn a_customer_that_has_bought_says_what_is_needed() {
    let mut state = bare(1);
    buyer(&mut state, HERO, 1);
    open(&mut state, 2);
    assert_eq!(stages(&state), [2]);
}

/// The hidden need of round 3, to be found as `finder` says.
fn hides(finder: Finder) -> Game {
    let mut state = bare(1);
    rules(&mut state).finding.research = 1.0;
    if let Happening::Need(need) = event(&mut state, 2) {
        need.hidden = vec![finder];
    }
    // somebody who has bought long ago, but nothing that would make records or a need of its own
    buyer(&mut state, HERO, 1);
    open(&mut state, 3);
    assert!(stages(&state).is_empty(), "{finder:?} hides it");
    state
}

#[test]
fn a_hidden_need_comes_to_light_only_as_the_script_says() {
    type Deed = fn(&mut Turn<'_>);
    let check: Deed = |t| _ = t.play(cards::FreeCheck { customer: HERO }, false);
    let research: Deed = |t| _ = t.play(cards::Research { customers: vec![HERO] }, false);
    let tea: Deed = |t| _ = t.play(cards::Care { visits: vec![(HERO, Minutes::from_hours(1))] }, false);
    let hello: Deed = |t| _ = t.play(cards::Care { visits: vec![(HERO, Minutes(30))] }, false);
    fn call(contact: u8) -> Call {
        Call { customer: HERO, contact: ContactId(contact), deal: None, style: Style::A, intent: Intent::Inform, time: Minutes::from_hours(2) }
    }
    let ceo: Deed = |t| _ = t.call(&call(0), false, 0);
    let user: Deed = |t| _ = t.call(&call(1), false, 0);
    let acts = [("check", check), ("research", research), ("tea", tea), ("hello", hello), ("ceo", ceo), ("user", user)];
    for (finder, finds) in
        [(Finder::FreeCheck, &["check"][..]), (Finder::Research, &["research"]), (Finder::Talk(0), &["tea", "ceo"]), (Finder::Talk(1), &["tea", "user"])]
    {
        for (name, act) in acts {
            let mut state = hides(finder);
            act(&mut state.turn(0));
            assert_eq!(stages(&state), if finds.contains(&name) { vec![2] } else { vec![] }, "{name} for {finder:?}");
        }
    }
}

#[test]
fn an_informant_tips_by_bond_or_by_trust() {
    for (bond, trust, told) in [(49.9, 49.9, false), (50.0, 0.0, true), (0.0, 50.0, true)] {
        let mut state = hides(Finder::Tip { contact: 2, bond: 50.0, trust: 50.0, orders: 0 });
        let relation = relation(&mut state, HERO);
        (relation.measures.bond, relation.measures.trust) = (bond, trust);
        state.turn(0).needs();
        assert_eq!(stages(&state), if told { vec![2] } else { vec![] }, "{bond} {trust}");
    }
}

#[test]
fn nobody_tips_off_a_stranger() {
    for (won, orders, told) in [(0, 1, false), (1, 1, true), (1, 2, false), (0, 0, true)] {
        let mut state = hides(Finder::Tip { contact: 2, bond: 50.0, trust: 50.0, orders });
        let relation = relation(&mut state, HERO);
        (relation.measures.bond, relation.history.won) = (60.0, won);
        state.turn(0).needs();
        assert_eq!(!stages(&state).is_empty(), told, "{won} orders of {orders}");
    }
}

#[test]
fn a_pledge_reaches_who_has_won_the_order_it_follows() {
    // the trial is event 1, the hidden need event 2
    for (won, after, kept) in [(None, None, false), (Some(1), None, true), (Some(1), Some(1), true), (Some(1), Some(2), false)] {
        let mut state = bare(1);
        *event(&mut state, 0) = Happening::Pledge { customer: HERO, contact: 1, after: after.map(EventId), commitment: 10.0 };
        let relation = buyer(&mut state, HERO, 1);
        relation.history.won = won.map_or(0, |_| 1);
        let before = relation.measures.commitment;
        if let Some(event) = won {
            let id = deal(&mut state, HERO, 5);
            let deal = deal_of(&mut state, id);
            (deal.id.source, deal.outcome) = (Source::Scripted(EventId(event)), Some(DealOutcome::Won(Fen::yuan(1))));
        }
        open(&mut state, 1);
        let gained = crate::sim::testing::relation(&mut state, HERO).measures.commitment - before;
        assert_eq!(gained, if kept { 10.0 } else { 0.0 }, "won {won:?}, after {after:?}");
        assert_eq!(told(&state, |h| if *h == (Happened::Event { event: EventId(0) }) { Some(()) } else { None }).len(), usize::from(kept));
    }
}

#[test]
fn who_stays_away_from_the_fair_is_called_in_round_two() {
    for (round, known, expected) in [(1, false, None), (2, false, Some(25.0)), (2, true, Some(28.0))] {
        let mut state = bare(1);
        if known {
            lead(&mut state, HERO).measures.trust = 28.0;
        }
        open(&mut state, round);
        let hero = relation(&mut state, HERO);
        assert_eq!(hero.known().then_some(hero.measures.trust), expected, "round {round}");
    }
}

#[test]
fn ordinary_needs_occur_at_their_rate_and_vary_in_size() {
    let mut logs = Vec::new();
    let rate = share(|state| {
        let before = logs.len();
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            // so dear that whole pieces do not round what is measured
            let traits = Customer { order_value: Fen::yuan(50_000_000), ..state.customers[id.index()].clone() };
            let need = ordinary(&state.scenario, &state.luck, id, &traits, Round(5), 1.0);
            logs.extend(need.map(|o| ln(o.value.to_yuan() / 50e6)));
        }
        (logs.len() - before, ids.len())
    });
    about(rate, 0.238, 0.02);
    let mean = logs.iter().sum::<f64>() / logs.len() as f64;
    let spread = (logs.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / logs.len() as f64).sqrt();
    about(mean, 0.0, 0.06);
    about(spread, 0.5, 0.05);
}

#[test]
fn an_ordinary_need_is_decided_at_the_end_of_the_next_round() {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    traits(&mut state, ALPHA).need_rate = 1.0;
    open(&mut state, 6);
    let need = state.worlds[0].needs.first().expect("certain");
    assert_eq!((need.id.born, need.due), (Round(6), Round(7)));
    // market price of the class's product, in whole pieces
    assert_eq!(need.value, Fen::yuan(5_500).times(i64::from(need.quantity)));
}

#[test]
fn the_scripted_ticket_needs_an_order_won() {
    for (orders, won, phase, comes) in
        [(0, 0, Phase::Awareness, false), (1, 0, Phase::Exploration, false), (1, 1, Phase::Exploration, true), (1, 1, Phase::Lost, false)]
    {
        let mut state = bare(1);
        rules(&mut state).service.arrival = 0.0;
        let hero = relation(&mut state, HERO);
        (hero.history.orders, hero.history.won, hero.phase) = (orders, won, phase);
        open(&mut state, 4);
        let expected = comes.then_some((Severity::Critical, Minutes::from_hours(24), 5, Fen::yuan(200_000)));
        assert_eq!(state.teams[0].service_desk.tickets.first().map(|t| (t.severity, t.minutes, t.day, t.loss)), expected, "{orders} {won} {phase:?}");
    }
}

#[test]
fn a_scripted_ticket_may_ask_for_a_certain_order() {
    for (outcome, comes) in [(DealOutcome::Won(Fen(1)), true), (DealOutcome::NoSale, false)] {
        let mut state = bare(1);
        rules(&mut state).service.arrival = 0.0;
        if let Happening::Ticket(def) = event(&mut state, 3) {
            def.after = Some(EventId(1));
        }
        buyer(&mut state, HERO, 1);
        let id = deal(&mut state, HERO, 5);
        let deal = deal_of(&mut state, id);
        (deal.id.source, deal.outcome) = (Source::Scripted(EventId(1)), Some(outcome));
        open(&mut state, 4);
        assert_eq!(state.teams[0].service_desk.tickets.len(), usize::from(comes));
    }
}

/// A buyer that would want something every month, where what it buys lasts so many rounds.
fn buys_for(rest: u16, month: u16) -> Game {
    let mut state = bare(1);
    rules(&mut state).choice.rest = rest;
    let customer = traits(&mut state, ALPHA);
    (customer.stochastic_needs, customer.need_rate) = (true, 1.0);
    buyer(&mut state, ALPHA, 1);
    state.worlds[0].needs = World::default().needs;
    state.round = Round(month);
    state
}

#[test]
fn what_is_bought_for_years_is_wanted_once_in_that_time_whoever_sold_it() {
    let months = |rest: u16, arrives: Option<u16>| -> Vec<u16> {
        let wants = |month: &u16| {
            let mut state = buys_for(rest, *month);
            traits(&mut state, ALPHA).arrives = arrives.map(|round| Arrival { round: Round(round), channel: ChannelId(0) });
            ordinary(&state.scenario, &state.luck, ALPHA, &state.customers[ALPHA.index()], Round(*month), 1.0).is_some()
        };
        (1..=12).filter(wants).collect()
    };
    assert_eq!(months(0, None), (1..=12).collect::<Vec<_>>(), "flour is used up");
    assert_eq!(months(5, None), [1, 7], "a car is driven");
    assert_eq!(months(24, None), [1]);
    // who comes of itself wants what it comes for
    assert_eq!(months(2, Some(4)), [1, 7, 10]);
    assert_eq!(months(24, Some(4)), Vec::<u16>::new());
}

#[test]
fn a_check_finds_nothing_where_what_was_bought_still_lasts() {
    let finds = |rest: u16, before: Option<(u16, Option<Winner>)>| {
        let mut state = buys_for(rest, 8);
        traits(&mut state, ALPHA).need_rate = 0.0;
        if let Some((due, winner)) = before {
            let customer = &state.customers[ALPHA.index()];
            let need = make_need(&state.scenario, &state.luck, ALPHA, customer, Round(due.saturating_sub(1)), Source::Check);
            state.worlds[0].needs.push(Need { due: Round(due), winner, ..need });
        }
        state.turn(0).check_for_need(ALPHA, 1.0, Search::FreeCheck, Revealed::Talk)
    };
    for winner in [Winner::Team(TeamId(0)), Winner::Rival(RivalId(0))] {
        assert!(finds(0, Some((7, Some(winner)))));
        assert!(!finds(6, Some((7, Some(winner)))) && finds(6, Some((1, Some(winner)))));
    }
    assert!(finds(6, None) && finds(6, Some((7, Some(Winner::Nobody)))), "who has bought nothing still looks");
    assert!(!finds(6, Some((9, None))), "one is being chosen");
}

/// Tickets and silent failures of one month where every generated customer has bought.
fn arrivals(orders: u16, checked: bool, mut each: impl FnMut(&Ticket)) -> (f64, f64) {
    let (mut silent, mut all) = (0.0, 0.0);
    let rate = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            buyer(&mut state, id, orders).activity.checked = checked;
        }
        state.turn(0).tickets();
        let quiet = state.teams[0].relations.iter().filter(|r| r.service.silent_failure == Some(Round(1))).count();
        state.teams[0].service_desk.tickets.iter().for_each(&mut each);
        let count = state.teams[0].service_desk.tickets.len() + quiet;
        silent += quiet as f64;
        all += count as f64;
        (count, ids.len())
    });
    (rate, silent / all)
}

#[test]
fn tickets_arrive_by_orders_and_some_majors_stay_silent() {
    let (mut classes, mut days) = ([0.0; 3], [0; 32]);
    let (rate, silent) = arrivals(1, false, |t| {
        classes[t.severity.index()] += 1.0;
        days[usize::from(t.day)] += 1;
        assert_eq!(t.minutes, [Minutes::from_hours(3), Minutes::from_hours(8), Minutes::from_hours(20)][t.severity.index()]);
    });
    // 1 - exp(-.22 x 1.15)
    about(rate, 0.2235, 0.02);
    // of the 25 % major ones 63 % are voiced
    about(silent, 0.25 * 0.37, 0.03);
    let voiced: f64 = classes.iter().sum();
    for (class, expected) in classes.into_iter().zip([0.70, 0.25 * 0.63, 0.05]) {
        about(class / voiced, expected / (1.0 - 0.25 * 0.37), 0.04);
    }
    let came: Vec<usize> = (0..days.len()).filter(|&day| days[day] > 0).collect();
    assert_eq!(came, (1..=12).collect::<Vec<_>>());
    // at most six orders count: 1 - exp(-.22 x 1.9), and after a check everybody speaks
    let (rate, silent) = arrivals(9, true, |_| {});
    about(rate, 0.3416, 0.025);
    assert_eq!(silent, 0.0);
}

#[test]
fn articles_shorten_tickets_down_to_the_floor() {
    for (articles, minutes) in [(0, 180), (1, 167), (5, 117), (9, 117)] {
        let mut state = bare(1);
        state.teams[0].service_desk.articles = [articles, 0, 0];
        let mut turn = state.turn(0);
        turn.ticket(ALPHA, Source::Check, Severity::Minor);
        turn.ticket(ALPHA, Source::Check, Severity::Major);
        assert_eq!([0, 1].map(|i| state.teams[0].service_desk.tickets[i].minutes), [Minutes(minutes), Minutes(480)]);
    }
}

#[test]
fn a_price_war_is_news_and_lasts_as_long_as_it_says() {
    let mut state = bare(1);
    *event(&mut state, 0) = Happening::PriceWar { rounds: 3 };
    open(&mut state, 1);
    assert_eq!(told(&state, |h| matches!(h, Happened::Event { event: EventId(0) }).then_some(())).len(), 1);
    let left: Vec<u16> = (0..4)
        .map(|_| {
            let now = state.worlds[0].price_war;
            resolve(&mut state);
            now
        })
        .collect();
    assert_eq!(left, [3, 2, 1, 0]);
}

#[test]
fn meeting_somebody_twice_changes_nothing() {
    let mut state = bare(1);
    state.turn(0).meet(ALPHA, Found::Summit, 32.0);
    state.turn(0).meet(ALPHA, Found::Prospecting, 28.0);
    let alpha = relation(&mut state, ALPHA);
    near(alpha.measures.trust, 32.0);
    assert_eq!(alpha.history.found, Some((Found::Summit, Round(1))));
}

#[test]
fn where_one_piece_is_wanted_nobody_orders_two() {
    for (single, quantity) in [(false, 36), (true, 1)] {
        let mut state = bare(1);
        rules(&mut state).choice.value_spread = 0.0;
        let scenario = Arc::make_mut(&mut state.scenario);
        Arc::make_mut(&mut scenario.guide).need_classes[0].single = single;
        traits(&mut state, ALPHA).order_value = Fen::yuan(198_000);
        let need = make_need(&state.scenario, &state.luck, ALPHA, &state.customers[ALPHA.index()], Round(1), Source::Stochastic);
        assert_eq!((need.quantity, need.value), (quantity, Fen::yuan(5_500 * i64::from(quantity))));
    }
}
