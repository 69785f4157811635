//! What if: one decision another, all luck the same.

use super::{mixed, new_era, prospect, seat};
use rapport::room::{Change, Room, Setup, TeamSetup};
use rapport::sim;
use rapport::sim::cards::{self, Action, Card, CardId};
use rapport::sim::planning::command::Command;
use rapport::sim::terms::TaskKind;
use rapport::sim::units::{CustomerId, Role, Round, Seat};

const DEVELOPER: Seat = Seat { team: rapport::sim::units::TeamId(0), role: Role::Developer };
const MONTHS: u16 = 8;

/// People beside a bot with a market of its own. `search`: whether the developer looks for customers in month 3, before other
/// cards get their numbers.
fn played(search: bool) -> Room {
    let teams = vec![TeamSetup::of_people("people"), mixed().teams[1].clone()];
    let mut room = Room::new(new_era(), Setup { teams, ..mixed() }).unwrap();
    while room.round().0 <= MONTHS {
        let say = |room: &mut Room, command: Command| room.send(room.now(DEVELOPER, command)).unwrap();
        say(&mut room, Command::Clear);
        if search && room.round() == Round(3) {
            say(&mut room, prospect(20));
        }
        let known: Vec<CustomerId> = room.view(DEVELOPER).unwrap().customers.iter().map(|c| c.id).collect();
        for &customer in &known[..3] {
            let research = Action::Research(cards::Research { customers: vec![customer] });
            say(&mut room, Command::Add(Card { action: research, write_up: true }));
        }
        // the second is thought better of, the third changed
        let ids: Vec<CardId> = room.view(DEVELOPER).unwrap().plan.iter().filter(|c| c.role == Role::Developer).map(|c| c.id).collect();
        let [.., second, third] = ids[..] else { panic!("cards") };
        say(&mut room, Command::Remove(second));
        let both = Action::Research(cards::Research { customers: vec![known[2], known[3]] });
        say(&mut room, Command::Change(third, Card { action: both, write_up: true }));
        let due = room.round();
        say(&mut room, Command::AddTask { customer: known[0], role: Role::Service, kind: TaskKind::Visit, due });
        let task = room.view(DEVELOPER).unwrap().tasks.last().unwrap().id;
        say(&mut room, Command::DropTask(task));
        room.close_round().unwrap();
    }
    room
}

fn hash(game: &sim::game::Game) -> [u8; 32] {
    sim::hash(game)
}

#[test]
fn a_branch_without_a_decision_is_the_game_without_it() {
    let (with, without) = (played(true), played(false));
    let place = with.decided().iter().position(|decided| decided.command == prospect(20)).unwrap();
    assert_ne!(hash(with.truth()), hash(without.truth()));
    // from its own month, and from earlier ones
    for month in 1..=3 {
        let what_if = with.branch(Round(month)).unwrap().with(&Change::Without(place)).unwrap();
        assert_eq!((hash(&what_if.game), what_if.refused), (hash(without.truth()), 0), "from month {month}");
    }
    // and the other way round: what was named by numbers is found again
    let same_month = without.branch(Round(3)).unwrap();
    let first = without.decided().iter().position(|d| d.round == Round(3) && d.seat == DEVELOPER && d.command == Command::Clear).unwrap();
    assert_eq!(hash(&same_month.with(&Change::Instead(first, Command::Clear)).unwrap().game), hash(without.truth()));
    let besides = same_month.with(&Change::Besides(Round(3), DEVELOPER, prospect(20))).unwrap();
    assert_eq!(besides.refused, 0);
    assert_ne!(hash(&besides.game), hash(without.truth()));
}

#[test]
fn what_no_longer_makes_sense_is_counted_and_left_out() {
    let room = played(true);
    let branch = room.branch(Round(2)).unwrap();
    let of_month = |place: &usize| room.decided()[*place].round == Round(2) && room.decided()[*place].seat == DEVELOPER;
    let adds: Vec<usize> = (0..room.decided().len()).filter(of_month).filter(|&place| matches!(room.decided()[place].command, Command::Add(_))).collect();
    // the card that is taken out again, and the one that is changed: without them there is nothing to take out or to change
    for (place, refused) in [(adds[0], 0), (adds[1], 1), (adds[2], 1)] {
        assert_eq!(branch.with(&Change::Without(place)).unwrap().refused, refused, "{:?}", room.decided()[place]);
    }
    let wrong = branch.with(&Change::Besides(Round(2), seat(7, Role::Service), Command::Clear)).unwrap();
    assert_eq!((wrong.refused, hash(&wrong.game)), (1, hash(room.truth())));
}

#[test]
fn a_branch_begins_with_a_month_that_was_played_and_changes_nothing_before_it() {
    let mut room = played(true);
    assert!(room.branch(Round(0)).is_none() && room.branch(Round(MONTHS + 1)).is_none());
    let branch = room.branch(Round(4)).unwrap();
    let early = room.decided().iter().position(|decided| decided.round == Round(3)).unwrap();
    assert!(branch.with(&Change::Without(early)).is_none() && branch.with(&Change::Without(usize::MAX)).is_none());
    assert!(branch.with(&Change::Besides(Round(MONTHS + 1), DEVELOPER, Command::Clear)).is_none());
    // what is planned now and what was taken back is no part of it
    room.undo_round().unwrap();
    room.send(room.now(DEVELOPER, Command::Clear)).unwrap();
    assert!(room.branch(Round(MONTHS)).is_none());
    let what_if = room.branch(Round(1)).unwrap().unchanged();
    assert_eq!((what_if.game.round, what_if.refused), (Round(MONTHS), 0));
    assert_eq!(hash(&what_if.game), room.last_hash().unwrap().0);
}

#[test]
fn what_a_seat_was_shown_after_a_month_is_found_again() {
    // of a game that long every second month's start is kept
    for rounds in [None, Some(26)] {
        let mut room = Room::new(new_era(), Setup { rounds, ..mixed() }).unwrap();
        let mut shown = Vec::new();
        let told = |view: &sim::view::View| format!("{:?}\n{:?}\n{:?}\n{:?}", view.customers, view.deals, view.past, view.plan);
        while room.round() <= Round(6) {
            room.close_round().unwrap();
            shown.push(told(&room.view(DEVELOPER).unwrap()));
        }
        // somebody has planned something by now
        room.send(room.now(DEVELOPER, Command::Clear)).unwrap();
        room.send(room.now(DEVELOPER, prospect(20))).unwrap();
        for (month, then) in (1..).zip(&shown) {
            let again = room.view_after(DEVELOPER, Round(month));
            let kept = rounds.is_none() || month % 2 == 0;
            assert_eq!(again.is_some(), kept, "{rounds:?}: month {month}");
            assert!(again.is_none_or(|again| told(&again) == *then), "{rounds:?}: month {month}");
        }
        assert!(room.view_after(DEVELOPER, Round(0)).is_none() && room.view_after(DEVELOPER, Round(7)).is_none());
    }
}
