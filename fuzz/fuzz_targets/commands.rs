//! Any bytes as a sequence of commands: each is carried out or refused, a refused one changes nothing, money is
//! conserved; and now and then the same through a room, whose log then opens to the same game.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::bots::{self, BotKind, BotLuck};
use rapport::room::{Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::Scenario;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Fen, Role, Seat, TeamId};
use rapport::sim::{self, setup};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex};

/// More months than this find nothing new.
const MOST_ROUNDS: usize = 13;
/// One game in so many is played through a room: reading the scenario and the log takes long.
const ROOMS: usize = 64;
/// Lengths in months of the games to begin with, each played by two kinds of bots.
const SEEDS: [(usize, [BotKind; 2]); 3] =
    [(1, [BotKind::Random, BotKind::Hunting]), (4, [BotKind::GiftHeavy, BotKind::Balanced]), (12, [BotKind::NoService, BotKind::Random])];

static SCENARIOS: LazyLock<Vec<Arc<Scenario>>> =
    LazyLock::new(|| scenario::embedded().iter().map(|(file, text)| Arc::new(scenario::read(file, text.as_bytes()).expect("a case of the game"))).collect());

fuzz_target!(
    init: write_seeds(),
    |bytes: &[u8]| {
        let Some((&first, bytes)) = bytes.split_first() else { return };
        let kind = Kind(first % (8 * SCENARIOS.len() as u8));
        rules(kind, bytes);
        if bytes.len() % ROOMS == ROOMS - 1 {
            room(kind, bytes);
        }
    }
);

/// What is played, from the first byte: the market in the lowest bit, the compliance switch in two, then the case.
#[derive(Clone, Copy)]
struct Kind(u8);

impl Kind {
    fn case(self) -> usize {
        usize::from(self.0 >> 3)
    }

    fn market(self) -> MarketKind {
        if self.0 & 1 == 0 { MarketKind::Mirror } else { MarketKind::Shared }
    }

    fn compliance(self) -> Compliance {
        [Compliance::Show, Compliance::Hide, Compliance::Forbid, Compliance::Show][usize::from(self.0 >> 1 & 3)]
    }

    /// The game before its first plan; each is made once.
    fn start(self) -> Game {
        static STARTS: Mutex<BTreeMap<u8, Game>> = Mutex::new(BTreeMap::new());
        let fresh = || {
            let (scenario, teams) = (SCENARIOS[self.case()].clone(), vec!["one".into(), "two".into()]);
            let (market, compliance) = (self.market(), self.compliance());
            Game::new(scenario, &setup::Setup { seed: self.case() as u64, luck: self.case() as u64, market, rounds: 12, compliance, teams, recording: Recording::Full })
        };
        STARTS.lock().expect("one thread alone").entry(self.0).or_insert_with(fresh).clone()
    }
}

/// The end of a month among the commands, where the byte of a seat would stand.
const MONTH: u8 = u8::MAX;

fn byte_of(seat: Seat) -> u8 {
    seat.team.0 | (seat.role.index() as u8) << 2
}

fn seat_of(byte: u8) -> Seat {
    Seat { team: TeamId(byte & 3), role: Role::ALL[usize::from(byte >> 2) % Role::ALL.len()] }
}

/// What a byte string says: commands of seats, and the end of a month between them.
fn each(mut bytes: &[u8], mut act: impl FnMut(Option<(Seat, Command)>) -> bool) {
    while let Some((&who, rest)) = bytes.split_first() {
        bytes = rest;
        let step = if who == MONTH {
            None
        } else {
            let Ok((command, rest)) = postcard::take_from_bytes::<Command>(bytes) else { continue };
            bytes = rest;
            Some((seat_of(who), command))
        };
        if !act(step) {
            return;
        }
    }
}

/// It would take hours to come upon one whole command by luck: games of bots, as bytes, lie in the folder of inputs.
fn write_seeds() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).map(PathBuf::from);
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else { return };
    for case in 0..SCENARIOS.len() {
        for (months, kinds) in SEEDS {
            let bytes = bots_game(Kind((case as u8) << 3), months, kinds);
            std::fs::write(folder.join(format!("bots-{case}-{months}")), bytes).expect("the folder of inputs is there to write to");
        }
    }
}

fn bots_game(kind: Kind, months: usize, bots: [BotKind; 2]) -> Vec<u8> {
    let mut state = kind.start();
    let mut bytes = vec![kind.0];
    for _ in 0..months {
        for (team, bot) in bots.into_iter().enumerate() {
            let team = TeamId::at(team);
            let view = sim::view_now(&state, Seat { team, role: Role::Developer });
            let luck = state.luck.clone();
            for &role in view.guide.roles() {
                for command in bots::decide(&bot.policy(), &view, role, &BotLuck::new(&luck, team)) {
                    let seat = Seat { team, role };
                    bytes.push(byte_of(seat));
                    bytes.extend(postcard::to_stdvec(&command).expect("a command is written"));
                    let _ = sim::apply(&mut state, seat, command);
                }
            }
        }
        bytes.push(MONTH);
        sim::resolve(&mut state);
    }
    bytes
}

fn rules(kind: Kind, bytes: &[u8]) {
    let mut month = Month::new(kind.start());
    let mut rounds = 0;
    each(bytes, |step| match step {
        Some((seat, command)) => {
            month.say(seat, command);
            true
        }
        None => {
            month.close();
            let _ = sim::view(&month.state, Seat { team: TeamId(0), role: Role::AccountManager });
            rounds += 1;
            rounds < MOST_ROUNDS
        }
    });
    month.check();
    for team in &month.state.teams {
        let entries: Fen = team.books.ledger.entries().iter().map(|entry| entry.amount).sum();
        assert_eq!(entries, team.cash(), "money is conserved");
    }
}

/// A month being planned, and the same without what was refused.
struct Month {
    state: Game,
    opened: Game,
    accepted: Vec<(Seat, Command)>,
    refused: bool,
}

impl Month {
    fn new(state: Game) -> Month {
        Month { opened: state.clone(), state, accepted: Vec::new(), refused: false }
    }

    fn say(&mut self, seat: Seat, command: Command) {
        if sim::apply(&mut self.state, seat, command.clone()).is_ok() {
            self.accepted.push((seat, command));
        } else {
            self.refused = true;
        }
    }

    /// Once for all commands of the month: to hash the state after each would take most of the time.
    fn check(&mut self) {
        if !std::mem::take(&mut self.refused) {
            return;
        }
        for (seat, command) in self.accepted.drain(..) {
            sim::apply(&mut self.opened, seat, command).expect("what was accepted among refused commands is accepted without them");
        }
        assert_eq!(sim::hash(&self.opened), sim::hash(&self.state), "a refused command has changed something");
    }

    fn close(&mut self) {
        self.check();
        sim::resolve(&mut self.state);
        self.opened = self.state.clone();
        self.accepted.clear();
    }
}

fn room(kind: Kind, bytes: &[u8]) {
    let (_, text) = scenario::embedded()[kind.case()];
    let teams = vec![TeamSetup::of_people("one"), TeamSetup::of_people("two")];
    let setup = Setup { seed: kind.case() as u64, luck: kind.case() as u64, market: kind.market(), rounds: None, fictional_names: false, compliance: kind.compliance(), teams };
    let Ok(mut room) = Room::new(text, setup) else { return };
    let mut rounds = 0;
    each(bytes, |step| match step {
        Some((seat, command)) => {
            let before = room.log().records().len();
            if room.send(room.now(seat, command)).is_err() {
                assert_eq!(room.log().records().len(), before, "a refused command is in the log");
            }
            true
        }
        None => {
            rounds += 1;
            rounds < MOST_ROUNDS && room.close_round().is_ok()
        }
    });
    let again = Room::open(&room.log().to_bytes()).expect("the log of a game opens");
    assert_eq!((again.round(), again.last_hash()), (room.round(), room.last_hash()));
}
