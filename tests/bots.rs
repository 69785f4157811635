//! Bots keep the rules of the game, and to their own chair.

use rapport::bots::{BotKind, BotLuck, Policy, decide, play_game, play_month};
use rapport::scenario;
use rapport::sim::command::Opening;
use rapport::sim::scenario::Scenario;
use rapport::sim::seat_view::{view, view_now};
use rapport::sim::setup::Setup;
use rapport::sim::state::{MarketKind, Recording, State};
use rapport::sim::units::{Role, Seat, TeamId};
use rapport::sim::{apply, hash, resolve};
use std::sync::{Arc, LazyLock};

static NEW_ERA: LazyLock<Arc<Scenario>> = LazyLock::new(|| {
    let (file, text) = scenario::embedded()[0];
    Arc::new(scenario::read(file, text.as_bytes()).expect("the built-in scenario reads"))
});

fn start(seed: u64, teams: usize) -> State {
    let setup = Setup { seed, market: MarketKind::Mirror, rounds: 12, teams: vec![String::new(); teams], recording: Recording::Off };
    State::new(NEW_ERA.clone(), &setup)
}

fn policies() -> Vec<Policy> {
    BotKind::ALL.iter().map(|kind| kind.policy()).collect()
}

#[test]
fn ids_lead_back_to_the_kind() {
    for (place, kind) in BotKind::ALL.into_iter().enumerate() {
        assert_eq!(BotKind::from_id(kind.id()), Some(kind));
        assert_eq!(kind as usize, place);
    }
    assert_eq!(BotKind::from_id("chess"), None);
}

#[test]
fn no_bot_is_refused_anything_or_decides_too_much() {
    let policies = policies();
    let most = usize::from(NEW_ERA.guide.rules.work.max_decisions);
    for seed in 0..6 {
        let mut state = start(seed, policies.len());
        let mut refused = Vec::new();
        while !state.over() {
            for (team, policy) in policies.iter().enumerate() {
                play_month(&mut state, TeamId::at(team), policy, &mut refused);
            }
            for (team, kind) in state.teams.iter().zip(BotKind::ALL) {
                for role in Role::CORE {
                    let decisions = team.plan.iter().filter(|c| c.role == role).count();
                    assert!(decisions <= most, "{}: {decisions} decisions", kind.id());
                    assert!(team.staff[role.index()].submitted, "{} has not submitted", kind.id());
                }
            }
            resolve(&mut state);
        }
        assert_eq!(refused, [], "seed {seed}");
    }
}

#[test]
fn the_same_bot_plays_the_same_game() {
    let play = || {
        let policies = policies();
        let mut state = start(3, policies.len());
        play_game(&mut state, &policies, &mut Vec::new(), |_| ());
        hash(&state)
    };
    assert_eq!(play(), play());
}

#[test]
fn bots_differ() {
    let policies = policies();
    let mut state = start(5, policies.len());
    play_game(&mut state, &policies, &mut Vec::new(), |_| ());
    for (i, a) in state.teams.iter().enumerate() {
        for (j, b) in state.teams.iter().enumerate().take(i) {
            assert_ne!(a.cash, b.cash, "{} and {}", BotKind::ALL[i].id(), BotKind::ALL[j].id());
        }
    }
}

#[test]
fn a_bot_fills_only_the_missing_role() {
    let mut state = start(11, 1);
    let team = TeamId(0);
    let policy = BotKind::Balanced.policy();
    for _ in 0..5 {
        let luck = state.luck.clone();
        let others = |state: &State| -> Vec<_> { state.teams[0].plan.iter().filter(|c| c.role != Role::Service).cloned().collect() };
        let before = others(&state);
        assert!(state.teams[0].plan.iter().any(|c| c.role == Role::Service && c.standing), "people's plans open filled in");
        let seat = Seat { team, role: Role::Service };
        for command in decide(&policy, &view_now(&state, seat), Role::Service, &BotLuck::new(&luck, team)) {
            apply(&mut state, seat, command).expect("a bot is not refused anything");
        }
        assert_eq!(others(&state), before);
        assert!(state.teams[0].plan.iter().filter(|c| c.role == Role::Service).all(|c| !c.standing));
        assert_eq!(Role::CORE.map(|role| state.teams[0].staff[role.index()].submitted), [false, false, true]);
        assert_eq!(state.teams[0].opening, Opening::Filled);
        resolve(&mut state);
    }
}

#[test]
fn the_past_does_not_sway_a_bot() {
    // the room shows bots the view with the past, calibration the one without
    let mut state = start(4, 1);
    let policy = BotKind::SellAndForget.policy();
    let luck = state.luck.clone();
    while !state.over() {
        let seat = Seat { team: TeamId(0), role: Role::AccountManager };
        let luck = BotLuck::new(&luck, seat.team);
        for role in Role::CORE {
            assert_eq!(decide(&policy, &view(&state, seat), role, &luck), decide(&policy, &view_now(&state, seat), role, &luck));
        }
        play_month(&mut state, seat.team, &policy, &mut Vec::new());
        resolve(&mut state);
    }
}

#[test]
fn who_has_submitted_says_nothing_more() {
    let mut state = start(1, 1);
    play_month(&mut state, TeamId(0), &BotKind::Balanced.policy(), &mut Vec::new());
    let view = view_now(&state, Seat { team: TeamId(0), role: Role::Developer });
    let luck = state.luck.clone();
    assert!(decide(&BotKind::Balanced.policy(), &view, Role::Developer, &BotLuck::new(&luck, TeamId(0))).is_empty());
}
