//! Who is asked, who wins, and with which chance.

use super::*;
use crate::sim::game::Game;
use crate::sim::journal::effect::Cause;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::BidTerm;
use crate::sim::luck::draw::Actor;
use crate::sim::maths::exp;
use crate::sim::scenario::{Happening, MAX_CONTACTS, Supply};
use crate::sim::state::Quote;
use crate::sim::terms::Payment;
use crate::sim::testing::{
    ALPHA, HERO, about, bare, booked, deal_of, event, game, generated, guide_of, lead, near, open, quoted, relation, rules, share, told, traits,
};
use crate::sim::units::{ContactId, Fen, Round};

/// A first deal at M .5, T 30, S 60, d 0: V = -.9 + .75 + .36.
const V: f64 = 0.21;

fn offered(prepare: impl FnOnce(&mut Game, NeedId)) -> Game {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    state.worlds[0].incumbents[ALPHA.index()] = None;
    let id = quoted(&mut state, ALPHA);
    prepare(&mut state, id);
    decide(&mut state.truth());
    state
}

fn outcome(state: &Game) -> Option<DealOutcome> {
    state.teams[0].deals.first().and_then(|d| d.outcome)
}

#[test]
fn who_is_not_invited() {
    type Prepare = fn(&mut Game, NeedId);
    let cases: [(Prepare, Option<NotInvited>); 9] = [
        (|_, _| {}, None),
        (|s, id| deal_of(s, id).quote = None, Some(NotInvited::NoQuote)),
        (|s, _| relation(s, ALPHA).phase = Phase::Lost, Some(NotInvited::Lost)),
        // contact 1 is the gatekeeper, 0 the decision maker
        (|s, _| relation(s, ALPHA).contacts[1].sour(30.1, Cause::Pressed), Some(NotInvited::Veto { contact: ContactId(1), cause: Some(Cause::Pressed) })),
        (|s, _| relation(s, ALPHA).contacts[1].attitude = -30.0, None),
        (|s, _| relation(s, ALPHA).contacts[0].attitude = -90.0, None),
        // M = .2 x .099 by the user alone, then just above .02
        (|s, id| deal_of(s, id).support = [0.0, 0.0, 0.099, 0.0, 0.0, 0.0], Some(NotInvited::NoSupport)),
        (|s, id| deal_of(s, id).support = [0.0, 0.0, 0.101, 0.0, 0.0, 0.0], None),
        // who has left the committee has no say
        (|s, id| (deal_of(s, id).support = [0.9, 0.0, 0.0, 0.0, 0.0, 0.0], relation(s, ALPHA).contacts[0].removed = true).0, Some(NotInvited::NoSupport)),
    ];
    for (place, (prepare, why)) in cases.into_iter().enumerate() {
        let state = offered(prepare);
        let told = told(&state, |h| if let Happened::NotInvited { why, .. } = h { Some(*why) } else { None });
        assert_eq!(told.first().copied(), why, "case {place}");
        assert_eq!(outcome(&state) == Some(DealOutcome::NoSale), why.is_some(), "case {place}");
    }
}

#[test]
fn the_winner_becomes_incumbent_and_a_team_clears_it() {
    const BEFORE: Option<RivalId> = Some(RivalId(1));
    for (team, rival, none, winner, after) in [
        (20.0, 0.0, 0.0, Winner::Team(TeamId(0)), None),
        (0.0, 0.0, 40.0, Winner::Nobody, BEFORE),
        (-40.0, 0.0, -40.0, Winner::Rival(RivalId(0)), Some(RivalId(0))),
    ] {
        let state = offered(|s, _| {
            s.worlds[0].incumbents[ALPHA.index()] = BEFORE;
            let choice = &mut rules(s).choice;
            (choice.base, choice.rival, choice.none, choice.incumbent) = (team, rival, none, -40.0);
        });
        assert_eq!(state.worlds[0].needs[0].winner, Some(winner));
        assert_eq!(state.worlds[0].incumbents[ALPHA.index()], after);
    }
}

/// The chance that the report names.
fn chance(prepare: impl FnOnce(&mut Game)) -> f64 {
    let state = offered(|s, _| prepare(s));
    told(&state, |h| match h {
        Happened::Won { chance, .. } | Happened::NotWon { chance, .. } => Some(*chance),
        _ => None,
    })[0]
}

#[test]
fn rivals_are_stronger_as_incumbent_in_a_price_war_and_with_a_poached_salesperson() {
    let against = |first: f64, second: f64| exp(V) / (exp(V) + exp(first) + exp(second) + exp(0.2));
    near(chance(|_| {}), against(0.45, 0.45));
    near(chance(|s| s.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(0))), against(0.95, 0.45));
    near(chance(|s| s.worlds[0].price_war = 1), against(1.05, 1.05));
    near(chance(|s| relation(s, ALPHA).ownership.poached = 1), against(1.25, 0.45));
}

/// A bid of V .21 on the script's own trial, with its luck and its rivals' shift.
fn on_script(luck: f64, rivals: f64, prepare: impl FnOnce(&mut Game)) -> Game {
    let mut state = bare(1);
    if let Happening::Need(need) = event(&mut state, 1) {
        (need.luck, need.rivals, need.budget) = (luck, rivals, None);
    }
    lead(&mut state, HERO);
    open(&mut state, 2);
    state.round = Round(4);
    state.worlds[0].incumbents[HERO.index()] = None;
    let id = state.teams[0].deals[0].id;
    state.teams[0].deals[0].support = [0.5; MAX_CONTACTS];
    state.teams[0].deals[0].stage = 4;
    assert!(state.turn(0).play(crate::sim::cards::Quote { deal: id, terms: Default::default() }, false));
    prepare(&mut state);
    decide(&mut state.truth());
    state
}

#[test]
fn the_report_holds_the_chance_of_each_that_could_be_chosen() {
    let state = on_script(0.25, -2.0, |_| ());
    let (chance, field) = told(&state, |h| match h {
        Happened::Won { chance, field, .. } | Happened::NotWon { chance, field, .. } => Some((*chance, field.clone())),
        _ => None,
    })
    .remove(0);
    let of = |who: Winner| field.iter().find(|(bidder, _)| *bidder == who).map(|(_, chance)| *chance);
    assert_eq!((field.len(), of(Winner::Team(TeamId(0)))), (4, Some(chance)));
    near(field.iter().map(|(_, chance)| chance).sum(), 1.0);
    assert!(of(Winner::Nobody) > of(Winner::Rival(RivalId(0))) && of(Winner::Rival(RivalId(0))) == of(Winner::Rival(RivalId(1))));
}

#[test]
fn the_script_says_how_much_is_luck_and_how_strong_rivals_come() {
    let odds = |state: &Game| {
        told(state, |h| match h {
            Happened::Won { chance, utility, .. } | Happened::NotWon { chance, utility, .. } => Some((*chance, utility.total())),
            _ => None,
        })[0]
    };
    for (luck, shift) in [(1.0, 0.0), (1.0, -2.0), (0.25, 0.0), (0.25, -2.0)] {
        let (chance, own) = odds(&on_script(luck, shift, |_| ()));
        let weight = |utility: f64| exp(utility / luck);
        near(chance, weight(own) / (weight(own) + 2.0 * weight(0.45 + shift) + weight(0.2)));
    }
}

#[test]
fn who_has_lost_a_deal_to_a_rival_remembers_it_until_the_next_order() {
    let lost_to = |state: &Game| state.teams[0].relation(HERO).history.lost_to;
    let worst = |state: &mut Game| rules(state).choice.base = -40.0;
    let lost = on_script(1.0, 20.0, worst);
    assert!(matches!(lost_to(&lost), Some(Winner::Rival(_))));
    let won = on_script(1.0, 0.0, |s| (rules(s).choice.base, relation(s, HERO).history.lost_to) = (40.0, Some(Winner::Rival(RivalId(1)))));
    assert_eq!(lost_to(&won), None);
    assert_eq!(lost_to(&on_script(1.0, -40.0, |s| (rules(s).choice.base, rules(s).choice.none) = (-40.0, 40.0))), None, "nobody has won");
}

#[test]
fn choices_are_a_logit_of_the_utilities() {
    let won = share(|mut state| {
        let ids: Vec<CustomerId> = generated(&state).collect();
        for &id in &ids {
            lead(&mut state, id);
            state.worlds[0].incumbents[id.index()] = None;
            quoted(&mut state, id);
        }
        decide(&mut state.truth());
        (state.teams[0].deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).count(), ids.len())
    });
    about(won, exp(V) / (exp(V) + 2.0 * exp(0.45) + exp(0.2)), 0.025);
}

/// Who is ahead as things stand is who wins, if nothing changes until the decision.
#[test]
fn the_lead_is_the_decision_taken_before_its_day() {
    let (mut ahead, mut behind) = (0, 0);
    for seed in 0..20 {
        let mut state = game(seed, 1);
        let ids: Vec<CustomerId> = generated(&state).collect();
        let mut leads = Vec::new();
        for &id in &ids {
            lead(&mut state, id);
            let deal = quoted(&mut state, id);
            leads.push((deal, state.turn(0).margin(deal).expect("a bid that counts")));
        }
        decide(&mut state.truth());
        for (deal, lead) in leads {
            let won = matches!(deal_of(&mut state, deal).outcome, Some(DealOutcome::Won(_)));
            assert_eq!(won, lead > 0.0, "{deal:?}: {lead}");
            *(if won { &mut ahead } else { &mut behind }) += 1;
        }
    }
    assert!(ahead > 50 && behind > 50, "{ahead} {behind}");
}

#[test]
fn a_lead_by_hand() {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    let id = quoted(&mut state, ALPHA);
    state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(1));
    let luck = state.luck.opportunity(Actor::WORLD, id);
    let taste = |part| luck.gumbel(part);
    let rival = |place| taste(Opportunity::Rival(RivalId(place)));
    let others = [0.2 + taste(Opportunity::Nothing), 0.45 + rival(0), 0.95 + rival(1)];
    let expected = V + taste(Opportunity::Own) - others.into_iter().fold(f64::NEG_INFINITY, f64::max);
    near(state.turn(0).margin(id).expect("a bid"), expected);
    // seven times the discount more
    deal_of(&mut state, id).quote.as_mut().expect("quoted").price = Fen::yuan(99_000);
    near(state.turn(0).margin(id).expect("a bid"), expected + 0.7);
    deal_of(&mut state, id).quote = None;
    assert_eq!(state.turn(0).margin(id), None, "no quote, no bid");
}

/// What a first deal gains by one thing that is different, all else being as in [`a_lead_by_hand`].
#[test]
fn a_customer_weighs_everything_about_a_bid() {
    fn on_paper(state: &mut Game, id: NeedId) -> &mut Quote {
        deal_of(state, id).quote.as_mut().expect("quoted")
    }

    type Change = fn(&mut Game, NeedId);
    let cases: [(&str, Change, f64); 19] = [
        ("support .6", |s, id| deal_of(s, id).support = [0.6; MAX_CONTACTS], 1.5 * 0.1),
        ("trust 40", |s, _| relation(s, ALPHA).measures.trust = 40.0, 1.2 * 0.1),
        ("satisfaction 75", |s, _| relation(s, ALPHA).measures.satisfaction = 75.0, 0.3),
        ("commitment 50", |s, _| relation(s, ALPHA).measures.commitment = 50.0, 0.8 * 0.5),
        ("promise 10", |s, id| on_paper(s, id).promise = 10.0, 0.018 * 10.0),
        ("promise 10 to a buyer", |s, id| (relation(s, ALPHA).history.orders, on_paper(s, id).promise) = (1, 10.0), 0.0),
        ("reputation", |s, _| s.teams[0].reputation.0 = known_for(s, true), 0.8 * 0.5),
        ("reputation elsewhere", |s, _| s.teams[0].reputation.0 = known_for(s, false), 0.0),
        ("reputation with a buyer", |s, _| (s.teams[0].reputation.0, relation(s, ALPHA).history.orders) = (known_for(s, true), 1), 0.3 * 0.8 * 0.5),
        ("a tenth off for the sensitive", |s, id| (traits(s, ALPHA).price_sensitivity, on_paper(s, id).price) = (1.5, Fen::yuan(99_000)), 7.0 * 0.15),
        // 110,000 is a tenth over it
        ("budget", |s, _| s.worlds[0].needs[0].budget = Some(Fen::yuan(100_000)), -0.1 * 10.0),
        ("fit of the goods", |s, id| on_paper(s, id).fit = 6.0, 0.05 * 6.0),
        ("a demo", |s, id| deal_of(s, id).demo = true, 0.05 * 4.0),
        ("shock", |s, _| relation(s, ALPHA).measures.shock = 1.0, -0.6),
        ("priority", |s, id| on_paper(s, id).service = ServiceLevel::Priority, 0.1),
        ("a round late", |s, id| on_paper(s, id).delivery = s.round.plus(1), -0.1),
        // goods to order take a round, these come at once
        ("a round early", |s, _| guide_of(s).supply = Supply::ToOrder, 0.1),
        ("60 days to pay", |s, id| on_paper(s, id).payment = Payment::Days60, 0.2),
        ("all as before", |_, _| (), 0.0),
    ];
    let mut wrong = Vec::new();
    for (what, change, gain) in cases {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        let before = state.turn(0).margin(id).expect("a bid");
        change(&mut state, id);
        let found = state.turn(0).margin(id).expect("a bid") - before;
        if (found - gain).abs() > 1e-9 {
            wrong.push(format!("{what}: {found}, not {gain}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A reputation of .5 in the industry of the customer, or in all the others.
fn known_for(state: &Game, own: bool) -> Vec<f64> {
    let industry = state.customers[ALPHA.index()].industry.index();
    (0..state.teams[0].reputation.0.len()).map(|i| if (i == industry) == own { 0.5 } else { 0.0 }).collect()
}

#[test]
fn a_new_customer_starts_at_the_level_of_its_tier() {
    use crate::sim::terms::{Level, Tier};
    const LEVELS: [Level; 4] = [Level::Partnership, Level::Proactive, Level::Reactive, Level::Basic];
    type Prepare = fn(&mut Game);
    let cases: [(Option<[Level; 4]>, Prepare, Level); 6] = [
        (None, |_| {}, Level::Accountable),
        (Some(LEVELS), |_| {}, Level::Reactive),
        (Some(LEVELS), |s| traits(s, ALPHA).key_account = true, Level::Proactive),
        // where the team itself has placed it
        (Some(LEVELS), |s| relation(s, ALPHA).classification.tier = Some(Tier::Vip), Level::Partnership),
        // a level set by hand stays, and so does that of whoever has bought before
        (
            Some(LEVELS),
            |s| {
                let own = &mut relation(s, ALPHA).classification;
                (own.level, own.level_by_hand) = (Level::Accountable, true);
            },
            Level::Accountable,
        ),
        (Some(LEVELS), |s| relation(s, ALPHA).history.orders = 1, Level::Basic),
    ];
    for (place, (levels, prepare, level)) in cases.into_iter().enumerate() {
        let mut state = offered(|s, _| {
            rules(s).choice.base = 20.0;
            s.teams[0].management.levels = levels.map_or([None; 4], |levels| levels.map(Some));
            prepare(s);
        });
        assert!(matches!(outcome(&state), Some(DealOutcome::Won(_))));
        assert_eq!(relation(&mut state, ALPHA).classification.level, level, "case {place}");
    }
}

#[test]
fn an_order_books_sale_and_goods_and_what_was_promised_is_expected() {
    // .4 x 60 + .6 x (62 + promise, .4 of it where it is below the truth)
    for (promise, expectation) in [(0.0, 61.2), (10.0, 67.2), (-10.0, 58.8)] {
        let mut state = offered(|s, id| {
            rules(s).choice.base = 20.0;
            let quote = deal_of(s, id).quote.as_mut().expect("quoted");
            (quote.promise, quote.price, quote.written_up) = (promise, Fen::yuan(99_000), true);
            quote.service = ServiceLevel::Priority;
        });
        assert_eq!(outcome(&state), Some(DealOutcome::Won(Fen::yuan(99_000))));
        assert_eq!((booked(&state, EntryKind::Sale), booked(&state, EntryKind::Goods)), (vec![Fen::yuan(99_000)], vec![Fen::yuan(-88_000)]));
        let round = state.round;
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.expectation, expectation);
        near(alpha.measures.records, 15.0);
        near(alpha.history.discounts, 0.1);
        assert_eq!((alpha.history.orders, alpha.history.won, alpha.history.revenue, alpha.history.last_order), (1, 1, Fen::yuan(99_000), Some(round)));
        assert_eq!((alpha.history.last_amount, alpha.service.level), (Fen::yuan(99_000), ServiceLevel::Priority), "what was promised is kept to");
    }
}

#[test]
fn nothing_is_decided_before_it_is_due() {
    let state = offered(|s, _| s.worlds[0].needs[0].due = s.round.plus(1));
    assert_eq!((state.worlds[0].needs[0].winner, outcome(&state)), (None, None));
}

#[test]
fn what_spoke_for_the_winner_and_what_was_weak_are_told_where_they_cost_chance() {
    // chance of V .21 against two rivals of 0 and none of .2: .24; one of them, or all, 1.5 stronger: .14 and less
    type Prepare = fn(&mut Game, NeedId);
    let cases: [(Prepare, Option<BidTerm>, Option<Advantage>); 6] = [
        (|_, _| {}, None, None),
        (|s, _| s.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(1)), None, Some(Advantage::Supplier(RivalId(1)))),
        (|s, _| s.worlds[0].price_war = 1, None, Some(Advantage::PriceWar)),
        (
            |s, _| s.worlds[0].rivals.hear(&Happening::RivalOffer { rival: Some(RivalId(0)), cut: 0.3, rounds: 1 }),
            None,
            Some(Advantage::Offer(Some(RivalId(0)))),
        ),
        // no more than the last months' gain
        (
            |s, _| {
                s.worlds[0].rivals.hear(&Happening::RivalsGain { by: 1.5 });
                s.worlds[0].rivals.advance();
            },
            None,
            Some(Advantage::Improved),
        ),
        (|s, id| deal_of(s, id).support = [0.0, 0.0, 0.4, 0.0, 0.0, 0.0], Some(BidTerm::Support), None),
    ];
    for (place, (prepare, weak, advantage)) in cases.into_iter().enumerate() {
        let found: Vec<(Winner, Option<BidTerm>, Option<Advantage>)> = (0..40)
            .flat_map(|seed| {
                let mut state = bare(seed);
                lead(&mut state, ALPHA);
                state.worlds[0].incumbents[ALPHA.index()] = None;
                let choice = &mut rules(&mut state).choice;
                (choice.rival, choice.none, choice.incumbent, choice.price_war) = (0.0, 0.2, 1.5, 1.5);
                let id = quoted(&mut state, ALPHA);
                let alpha = relation(&mut state, ALPHA);
                (alpha.measures.trust, alpha.measures.satisfaction, alpha.measures.commitment) = (35.0, 67.0, 10.0);
                let demo = rules(&mut state).selling.demo_fit;
                if let Some(quote) = &mut deal_of(&mut state, id).quote {
                    quote.fit = demo;
                }
                deal_of(&mut state, id).support = [0.7; MAX_CONTACTS];
                prepare(&mut state, id);
                decide(&mut state.truth());
                told(&state, |h| if let Happened::NotWon { winner, weak, advantage, .. } = h { Some((*winner, *weak, *advantage)) } else { None })
            })
            .collect();
        // an advantage that somebody else had is no reason
        let expected =
            |winner: Winner| advantage.filter(|advantage| winner == Winner::Nobody || matches!(winner, Winner::Rival(rival) if advantage.is_of(rival)));
        assert!(found.len() > 10 && found.iter().all(|f| *f == (f.0, weak, expected(f.0))), "case {place}: {found:?}");
        assert_eq!(advantage.is_some(), found.iter().any(|f| f.2.is_some()), "case {place}");
    }
}
