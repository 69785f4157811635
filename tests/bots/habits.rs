//! What bots make a habit of, counted on many boards.

use super::*;

/// New Era by one policy on many boards, alone on each, and whatever the reports told.
fn boards(policy: &Policy, seeds: std::ops::Range<u64>) -> Vec<(Game, Vec<Happened>)> {
    let games = seeds.map(|seed| {
        let mut state = found(&NEW_ERA, seed, MarketKind::Mirror, 1);
        let (mut refused, mut told) = (Vec::new(), Vec::new());
        play_game(&mut state, std::slice::from_ref(policy), &mut refused, |state| {
            told.extend(state.journal.teams[0].past.last().expect("a round is over").happened.iter().cloned());
        });
        assert_eq!(refused, [], "seed {seed}");
        (state, told)
    });
    games.collect()
}

/// Entries of a kind in all games, and their mean amount in yuan.
fn entries(games: &[(Game, Vec<Happened>)], kind: EntryKind) -> (usize, f64) {
    let amounts: Vec<f64> =
        games.iter().flat_map(|(state, _)| state.teams[0].books.ledger.entries()).filter(|e| e.kind == kind).map(|e| e.amount.to_yuan()).collect();
    (amounts.len(), amounts.iter().sum::<f64>() / amounts.len().max(1) as f64)
}

/// Mean of a measure over the customers that buy at the end of all games.
fn at_the_end(games: &[(Game, Vec<Happened>)], measure: impl Fn(&rapport::sim::state::Relation) -> f64) -> f64 {
    let buyers: Vec<f64> = games.iter().flat_map(|(state, _)| &state.teams[0].relations).filter(|r| r.active()).map(measure).collect();
    buyers.iter().sum::<f64>() / buyers.len().max(1) as f64
}

fn happened(games: &[(Game, Vec<Happened>)], is: fn(&Happened) -> bool) -> usize {
    games.iter().flat_map(|(_, told)| told).filter(|h| is(h)).count()
}

#[test]
fn lost_customers_are_asked_back_where_it_is_worth_it() {
    // who looks after nobody loses enough of them
    let careless = BotKind::NoCare.policy();
    let keen = Policy { win_back: 2, ..careless.clone() };
    let (without, with) = (boards(&careless, 0..20), boards(&keen, 0..20));
    let tried = |games: &[(Game, Vec<Happened>)]| {
        [happened(games, |h| matches!(h, Happened::WonBack { .. })), happened(games, |h| matches!(h, Happened::WinBackFailed { .. }))]
    };
    assert_eq!(tried(&without), [0, 0]);
    let [back, failed] = tried(&with);
    assert!(back >= 5 && failed >= back, "{back} won back, {failed} not");
    // a concession of 3 % of the last order at the most, and only where it is worth it
    let (count, mean) = entries(&with, EntryKind::Compensation);
    assert!(count <= back + failed && (count == 0 || mean < 0.0), "{count} concessions of {mean}");
    // whoever was won back is not lost again at once
    let lost = |games: &[(Game, Vec<Happened>)]| games.iter().flat_map(|(state, _)| &state.teams[0].relations).filter(|r| r.phase == Phase::Lost).count();
    assert!(lost(&with) < lost(&without), "{} {}", lost(&with), lost(&without));
}

#[test]
fn failures_are_made_good_with_no_more_than_helps() {
    let slow = Policy { queue: 12, ..Policy::balanced() };
    let (without, with) = (boards(&slow, 0..20), boards(&Policy { compensate: 0.05, ..slow.clone() }, 0..20));
    assert_eq!(entries(&without, EntryKind::Compensation).0, 0);
    let (count, _) = entries(&with, EntryKind::Compensation);
    assert!(count > 20, "{count} compensations");
    // 12 points are reached with 3 % of the last order, though 5 % are allowed
    let work = with.iter().flat_map(|(state, _)| &state.teams[0].relations).map(|r| r.history.last_amount.to_yuan()).fold(0.0, f64::max);
    assert!(
        with.iter().flat_map(|(s, _)| s.teams[0].books.ledger.entries()).all(|e| e.kind != EntryKind::Compensation || -e.amount.to_yuan() <= 0.03 * work + 1.0)
    );
    let satisfaction = |games: &[_]| at_the_end(games, |r| r.measures.satisfaction());
    assert!(satisfaction(&with) > satisfaction(&without), "{} {}", satisfaction(&with), satisfaction(&without));
}

#[test]
fn the_satisfied_are_asked_for_referrals() {
    let (without, with) = (boards(&Policy::balanced(), 0..40), boards(&Policy { ask_referral: 8, ..Policy::balanced() }, 0..40));
    let asked = |games: &[(Game, Vec<Happened>)]| {
        games.iter().flat_map(|(state, _)| &state.journal.teams[0].interactions).filter(|i| i.kind == InteractionKind::Referral).count()
    };
    assert_eq!(asked(&without), 0);
    assert!(asked(&with) > 100, "{}", asked(&with));
    let referred = |games: &[(Game, Vec<Happened>)]| {
        games.iter().flat_map(|(state, _)| &state.teams[0].relations).map(|relation| relation.history.referred.len()).sum::<usize>()
    };
    assert!(referred(&with) > referred(&without), "{} {}", referred(&with), referred(&without));
}

#[test]
fn open_rebates_bring_trust_and_are_in_the_books() {
    let (without, with) = (boards(&Policy::balanced(), 0..20), boards(&Policy { rebate: Fen::yuan(2_000), rebates: 2, ..Policy::balanced() }, 0..20));
    assert_eq!(entries(&without, EntryKind::Rebates).0, 0);
    let (count, mean) = entries(&with, EntryKind::Rebates);
    assert!(count > 100 && mean == -2_000.0, "{count} {mean}");
    let trust = |games: &[_]| at_the_end(games, |r| r.measures.trust());
    assert!(trust(&with) > trust(&without), "{} {}", trust(&with), trust(&without));
    assert!(with.iter().all(|(state, _)| state.teams[0].audit.breaches.is_empty()));
}

#[test]
fn hours_left_over_go_into_visits_by_somebody_else_and_count_for_less() {
    let idle = Policy { prospect: 0, research: false, ..Policy::balanced() };
    let (without, with) = (boards(&idle, 0..12), boards(&Policy { outside: 60, ..idle.clone() }, 0..12));
    let visits = |games: &[(Game, Vec<Happened>)]| -> Vec<i32> {
        let all = games.iter().flat_map(|(state, _)| &state.journal.teams[0].interactions);
        all.filter(|i| i.kind == InteractionKind::Care && i.role == Role::Developer).map(|i| i.minutes.0).collect()
    };
    assert!(visits(&without).is_empty());
    // a visit that counts 60 % must last longer to count as one: 1 h / 0.6, in half hours
    assert!(visits(&with).len() > 50 && visits(&with).iter().all(|minutes| *minutes >= 120), "{:?}", visits(&with));
    let satisfaction = |games: &[_]| at_the_end(games, |r| r.measures.satisfaction());
    assert!(satisfaction(&with) > satisfaction(&without), "{} {}", satisfaction(&with), satisfaction(&without));
    // where it is forbidden nobody tries
    let mut scenario = NEW_ERA.clone();
    Arc::make_mut(&mut Arc::make_mut(&mut scenario).guide).rules.staffing.outside_role = 0.0;
    let strict = play_alone(scenario, Policy { outside: 60, ..idle }, Compliance::Show);
    assert!(strict.journal.teams[0].interactions.iter().all(|i| i.kind != InteractionKind::Care || i.role != Role::Developer));
}

#[test]
fn what_was_built_is_closed_in_its_month_and_costs_no_more() {
    let built = Policy { call_centre: true, web_platform: true, ..Policy::balanced() };
    let running = |policy: &Policy| {
        let state = &boards(policy, 3..4)[0].0;
        let costs = state.teams[0].books.ledger.entries().iter().filter(|e| e.kind == EntryKind::Investments && e.amount == Fen::yuan(-5_000)).count();
        (costs, state.teams[0].investments.map(|what| what.is_some()))
    };
    let (all, standing) = running(&built);
    assert_eq!(standing, [true; 2]);
    // the web platform costs nothing to run; the month of closing is paid for
    let (until, standing) = running(&Policy { close: 8, ..built.clone() });
    assert_eq!((all - until, standing), (4, [false, true]));
    // and nothing is built that would soon be closed
    assert_eq!(running(&Policy { close: 4, ..built }), (0, [false; 2]));
}

#[test]
fn policies_by_luck_turn_every_knob() {
    let drawn: Vec<String> = (0..200).map(|number| format!("{:?}", Policy::drawn(number))).collect();
    for knob in Policy::knobs() {
        let settings: std::collections::BTreeSet<&str> = drawn
            .iter()
            .map(|text| {
                let start = text.find(&format!(" {}: ", knob.name)).expect("it is a field") + knob.name.len() + 3;
                text[start..].split([',', '}']).next().expect("something follows")
            })
            .collect();
        assert!(settings.len() > 1 || knob.name == "acts", "{}: always {settings:?}", knob.name);
    }
}

#[test]
fn no_policy_by_luck_is_refused_anything() {
    let policies: Vec<Policy> = (0..60).map(Policy::drawn).collect();
    for (file, text) in scenario::embedded() {
        let scenario = Arc::new(scenario::read(file, text.as_bytes()).expect("it reads"));
        let mut state = found(&scenario, 9, MarketKind::Mirror, policies.len());
        let mut refused = Vec::new();
        play_game(&mut state, &policies, &mut refused, |_| {});
        assert_eq!(refused, [], "{file}");
    }
}

#[test]
fn what_a_policy_leaves_out_is_left_out() {
    let scenario = firm();
    let idle = Policy { nurture: 0, design: false, pool: false, hire: false, handover: false, ..Policy::balanced() };
    let mut state = found(&scenario, 3, MarketKind::Mirror, 1);
    while !state.over() {
        play_month(&mut state, TeamId(0), &idle, &mut Vec::new());
        let people = |a: &Action| {
            matches!(a, Action::Nurture(_) | Action::Design(_) | Action::Hire(_) | Action::Train(_) | Action::Handover(_))
                || matches!(a, Action::GiveToPool(_) | Action::TakeFromPool(_))
        };
        assert!(!state.desks[0].plan.iter().any(|c| people(&c.card.action)));
        resolve(&mut state);
    }
    let keen = Policy { train: 1, ..Policy::balanced() };
    let mut state = found(&scenario, 3, MarketKind::Mirror, 1);
    play_month(&mut state, TeamId(0), &keen, &mut Vec::new());
    assert!(state.desks[0].plan.iter().any(|c| matches!(c.card.action, Action::Train(_))));
}

/// Leads that stand still are the same ones in both games; in one of them they change hands.
#[test]
fn stuck_leads_taken_from_the_pool_close_more_often_than_left_alone() {
    // three salespeople with two hundred leads; three with New Era's few have the time to call on all of them anyway
    let text = scenario::embedded().iter().find(|(name, _)| *name == "consulting.ron").expect("it is embedded").1;
    let scenario = Arc::new(scenario::read("consulting", text.as_bytes()).expect("it reads"));
    let (mut taken, mut alone, mut leads) = (0, 0, 0);
    for seed in 0..20 {
        let mut games = [true, false].map(|pool| {
            let policy = Policy { pool, ..Policy::balanced() };
            let mut state = found(&scenario, seed, MarketKind::Mirror, 1);
            let mut claimed = Vec::new();
            play_game(&mut state, &[policy], &mut Vec::new(), |state| {
                let report = state.journal.teams[0].past.last().expect("a round is over");
                claimed.extend(report.happened.iter().filter_map(|h| if let Happened::Claimed { customer } = h { Some(*customer) } else { None }));
            });
            (state, claimed)
        });
        let claimed = std::mem::take(&mut games[0].1);
        for customer in claimed.iter().enumerate().filter(|(i, c)| !claimed[..*i].contains(c)).map(|(_, c)| *c) {
            leads += 1;
            taken += usize::from(games[0].0.teams[0].relation(customer).history.won > 0);
            alone += usize::from(games[1].0.teams[0].relation(customer).history.won > 0);
        }
    }
    assert!(leads > 100 && taken * 10 > alone * 11, "{taken} of {leads} taken, {alone} of them left alone");
}

#[test]
fn bots_obey_the_compliance_switch() {
    let gifts = |switch| {
        let state = play_alone(NEW_ERA.clone(), BotKind::GiftHeavy.policy(), switch);
        let given: Fen = state.teams[0].books.ledger.entries().iter().filter(|e| e.kind == EntryKind::Gifts).map(|e| -e.amount).sum();
        (given, state.teams[0].audit.breaches.len())
    };
    let (shown, breaches) = gifts(Compliance::Show);
    assert!(shown > Fen::yuan(30_000) && breaches > 15);
    assert_eq!(gifts(Compliance::Hide), (Fen::ZERO, 0));
    let (lawful, breaches) = gifts(Compliance::Forbid);
    assert!(lawful > Fen::yuan(1_000) && lawful < Fen::yuan(10_000) && breaches == 0, "{lawful} {breaches}");
}
