//! The authority: seats, rounds, undo, standings, and a log that stands on its own.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::bots::BotKind;
use rapport::room::{
    Act, Case, Cases, Decision, Member, MemberId, NotYet, Player, Record, Refusal, RequestId, Revision, Room, RoomError, Setup, TeamSetup, to_the_end,
};
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::notes::{Condition, Note, OwnFields, Query, Signature};
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::Reject;
use rapport::sim::units::{Minutes, Role, Round, Seat, TeamId};
use rapport::{scenario, sim};
use std::sync::Arc;

#[path = "room/branch.rs"]
mod branch;
#[path = "room/log.rs"]
mod log;
#[path = "room/watch.rs"]
mod watch;

fn new_era() -> &'static str {
    scenario::embedded()[0].1
}

/// People on every seat of the first team, a bot on the second, both in the third.
fn mixed() -> Setup {
    let third = TeamSetup {
        name: "third".to_owned(),
        players: [Player::Person, Player::Bot(BotKind::Balanced), Player::Bot(BotKind::NoCare), Player::Person, Player::Person],
        members: Vec::new(),
    };
    let teams = vec![TeamSetup::of_people("春天"), TeamSetup::of_bots("balanced", BotKind::Balanced), third];
    Setup { seed: 11, luck: 11, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams }
}

fn seat(team: u8, role: Role) -> Seat {
    Seat { team: TeamId(team), role }
}

fn prospect(hours: i32) -> Command {
    Command::Add(Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: true })
}

/// Decides for a seat on the plan as it lies.
fn say(room: &mut Room, seat: Seat, act: impl Into<Act>) -> Result<(), Refusal> {
    room.send(room.now(seat, act))
}

fn submit_all(room: &mut Room) {
    for seat in room.waiting().collect::<Vec<_>>() {
        assert_eq!(say(room, seat, Act::Submit), Ok(()));
    }
}

/// A game with drafts, withdrawals, a deadline and an undone round.
fn played() -> Room {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let developer = seat(0, Role::Developer);
    say(&mut room, developer, Command::Clear).unwrap();
    say(&mut room, developer, prospect(40)).unwrap();
    submit_all(&mut room);
    room.resolve().unwrap();
    say(&mut room, developer, prospect(10)).unwrap();
    say(&mut room, developer, Act::Submit).unwrap();
    say(&mut room, developer, Act::Withdraw).unwrap();
    room.close_round().unwrap();
    assert_eq!(room.undo_round(), Some(Round(2)));
    say(&mut room, developer, prospect(2)).unwrap();
    room.close_round().unwrap();
    room
}

#[test]
fn a_seat_is_heard_only_if_a_person_sits_on_it() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let before = room.log().to_bytes();
    for nobody in [seat(1, Role::Service), seat(2, Role::Service), seat(9, Role::Developer), seat(0, Role::Cultivator)] {
        assert_eq!(say(&mut room, nobody, Act::Submit), Err(Refusal::NoSuchSeat));
    }
    assert_eq!(say(&mut room, seat(0, Role::Developer), Act::Withdraw), Err(Refusal::NotSubmitted));
    assert_eq!(say(&mut room, seat(0, Role::Developer), Command::DropTask(77)), Err(Refusal::Rules(Reject::NoSuchTask)));
    assert_eq!(room.log().to_bytes(), before, "a refused command leaves no trace");
    assert_eq!(room.people().count(), 4);
    assert!(room.view(seat(9, Role::Developer)).is_none());
    assert_eq!(room.view(seat(0, Role::Service)).unwrap().team_name, "春天");
}

#[test]
fn a_round_waits_for_everybody_unless_the_deadline_has_passed() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    assert!(!room.ready());
    say(&mut room, seat(2, Role::Developer), Act::Submit).unwrap();
    let missing = Role::CORE.map(|role| seat(0, role)).to_vec();
    assert_eq!(room.resolve(), Err(NotYet::Waiting(missing)));
    submit_all(&mut room);
    assert!(room.ready());
    assert_eq!(room.resolve().unwrap().round, Round(1));
    assert_eq!(room.close_round().unwrap().round, Round(2));
    assert_eq!(room.round(), Round(3));
    assert_eq!(room.report(Round(2)).unwrap().round, Round(2));
    assert!(room.report(Round(3)).is_none() && room.report(Round(0)).is_none());
}

#[test]
fn a_game_ends_and_then_nothing_moves() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    while !room.over() {
        room.close_round().unwrap();
    }
    assert_eq!(room.round(), Round(13));
    assert_eq!(room.close_round(), Err(NotYet::Over));
    assert_eq!(room.resolve(), Err(NotYet::Over));
    assert_eq!(say(&mut room, seat(0, Role::Service), Act::Submit), Err(Refusal::Over));
    assert_eq!(room.undo_round(), Some(Round(12)), "even the last round can be taken back");
    assert!(!room.over());
}

#[test]
fn an_undone_round_opens_again_as_it_was_planned() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let developer = seat(0, Role::Developer);
    say(&mut room, developer, Command::Clear).unwrap();
    say(&mut room, developer, prospect(40)).unwrap();
    let planned: Vec<Card> = room.view(developer).unwrap().plan.into_iter().map(|card| card.card).collect();
    assert_eq!(room.undo_round(), None, "nothing was resolved yet");
    submit_all(&mut room);
    let first = {
        room.resolve().unwrap();
        room.last_hash()
    };
    assert_eq!(room.undo_round(), Some(Round(1)));
    assert_eq!((room.round(), room.last_hash()), (Round(1), None));
    let again: Vec<Card> = room.view(developer).unwrap().plan.into_iter().map(|card| card.card).collect();
    assert_eq!(again, planned);
    assert_eq!(room.waiting().count(), 4, "everybody submits anew");
    submit_all(&mut room);
    room.resolve().unwrap();
    assert_eq!(room.last_hash(), first, "the same decisions, the same luck");
}

#[test]
fn a_log_opens_to_the_same_game_and_the_same_bytes() {
    let room = played();
    let bytes = room.log().to_bytes();
    let again = Room::open(&bytes).unwrap();
    assert_eq!(sim::hash(again.truth()), sim::hash(room.truth()));
    assert_eq!(again.log().to_bytes(), bytes);
    assert_eq!(again.log().records(), room.log().records());
    assert_eq!(again.report(Round(2)), room.report(Round(2)));
    let undone = again.log().records().iter().position(|record| matches!(record, Record::Undone { .. })).unwrap();
    let line = String::from_utf8(bytes).unwrap().lines().nth(again.log().line_of(undone) - 1).unwrap().to_owned();
    assert_eq!(line.split(" // ").next(), Some("Undone(round:2)"));
}

#[test]
fn the_same_game_gives_the_same_log() {
    assert_eq!(played().log().to_bytes(), played().log().to_bytes());
}

#[test]
fn a_set_up_that_cannot_be_played_is_refused() {
    let with = |change: &dyn Fn(&mut Setup)| {
        let mut setup = mixed();
        change(&mut setup);
        Room::new(new_era(), setup).map(|_| ()).unwrap_err()
    };
    assert!(matches!(with(&|s| s.teams.clear()), RoomError::Teams { teams: 0, .. }));
    assert!(matches!(with(&|s| s.rounds = Some(3)), RoomError::Rounds { rounds: 3, .. }));
    assert!(matches!(with(&|s| s.rounds = Some(u16::MAX)), RoomError::Rounds { .. }));
    for name in ["", " a", "a\nb", "balanced", &"x".repeat(41)] {
        assert!(matches!(with(&|s| s.teams[0].name = name.to_owned()), RoomError::TeamName(_)), "{name:?}");
    }
    let shared = |s: &mut Setup| {
        s.market = MarketKind::Shared;
        s.teams = (0..7).map(|i| TeamSetup::of_bots(i.to_string(), BotKind::Passive)).collect();
    };
    assert!(matches!(with(&shared), RoomError::Teams { teams: 7, most: 6 }));
    assert!(matches!(Room::new("(", mixed()).map(|_| ()).unwrap_err(), RoomError::Scenario(_)));
}

#[test]
fn scores_come_when_they_mean_something() {
    let teams = vec![TeamSetup::of_bots("idle", BotKind::Passive), TeamSetup::of_bots("reference", BotKind::Balanced)];
    let mut room = Room::new(new_era(), Setup { teams, ..mixed() }).unwrap();
    for round in 1..=12 {
        let standings = room.standings();
        let shown = round >= room.scenario().guide.rules.score.shown_from;
        assert!(standings.iter().all(|standing| standing.score.is_some() == shown), "round {round}");
        room.close_round().unwrap();
    }
    let standings = room.standings();
    assert_eq!(standings[0].name, "reference");
    let weights = room.scenario().guide.rules.score.weights;
    let reference = standings[0].score.unwrap();
    assert!((reference.equity - 0.7 * weights[1]).abs() < 1e-9, "the reference bot's equity earns the reference score: {reference:?}");
    assert!(reference.total > standings[1].score.unwrap().total);
}

#[test]
fn a_made_up_scenario_text_survives_the_log() {
    let text = format!("{}\n// \"## \"# 客缘 \u{1F600} ends here\"###", new_era());
    let room = Room::new(&text, mixed()).unwrap();
    let again = Room::open(&room.log().to_bytes()).unwrap();
    assert_eq!(**again.log().scenario(), *text);
}

#[test]
fn bots_in_a_room_play_as_bots_alone() {
    let setup = Setup { teams: vec![TeamSetup::of_bots("balanced", BotKind::Balanced)], ..mixed() };
    let mut room = Room::new(new_era(), setup).unwrap();
    while !room.over() {
        room.close_round().unwrap();
    }
    let worth = sim::score::worth(room.truth(), TeamId(0));
    let scale = room.benchmark().after(Round(12)).reference;
    assert_eq!(worth, scale, "recording the causes changes nothing");
}

#[test]
fn notes_come_back_with_the_log() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let account = seat(0, Role::AccountManager);
    let say = |room: &mut Room, seat, note| say(room, seat, Command::Note(note)).unwrap();
    let customer = room.view(account).unwrap().customers[0].id;
    let own = OwnFields { reach: "021-5555 \"直线\"".to_owned(), remark: "两行\nand a \\ backslash".to_owned() };
    say(&mut room, account, Note::Own(customer, own.clone()));
    say(&mut room, seat(0, Role::Service), Note::Suggest { text: "less haste".to_owned(), signature: Signature::Anonymous });
    let query = Query(vec![Condition::Silent(2), Condition::Name("xsd".to_owned())]);
    say(&mut room, seat(0, Role::Developer), Note::SaveQuery { name: "quiet".to_owned(), query: query.clone() });
    submit_all(&mut room);
    room.resolve().unwrap();
    // written in the month that is undone, and kept like its cards
    say(&mut room, account, Note::Post { text: "second month".to_owned(), reply: None });
    submit_all(&mut room);
    room.resolve().unwrap();
    room.undo_round().unwrap();
    let again = Room::open(&room.log().to_bytes()).unwrap();
    for room in [&room, &again] {
        let notes = room.view(account).unwrap().known.notes;
        assert_eq!(notes.own(customer), Some(&own));
        assert_eq!((&notes.queries[0].query, notes.messages[0].text.as_str()), (&query, "second month"));
        assert_eq!(notes.suggestions.len(), 1, "the leader reads them");
        assert!(room.view(seat(0, Role::Service)).unwrap().notes.suggestions.is_empty());
        assert!(room.view(seat(2, Role::AccountManager)).unwrap().notes.last_id == 0, "another team's");
    }
    assert_eq!(again.last_hash(), room.last_hash());
}

#[test]
fn the_compliance_switch_is_part_of_the_game_and_of_its_log() {
    let title = |setup: Setup| String::from_utf8(Room::new(new_era(), setup).unwrap().log().to_bytes()).unwrap().split("scenario:").next().unwrap().to_owned();
    assert!(!title(mixed()).contains("compliance"), "logs from before the switch stay as they are");
    assert!(title(Setup { compliance: Compliance::Forbid, ..mixed() }).contains("compliance:Forbid"));
    let mut room = Room::new(new_era(), Setup { compliance: Compliance::Hide, ..mixed() }).unwrap();
    submit_all(&mut room);
    room.resolve().unwrap();
    let again = Room::open(&room.log().to_bytes()).unwrap();
    assert_eq!((again.setup().compliance, again.truth().compliance), (Compliance::Hide, Compliance::Hide));
    assert_eq!(again.view(seat(0, Role::Service)).unwrap().compliance, Compliance::Hide);
    assert_eq!(again.log().to_bytes(), room.log().to_bytes());
}

fn member(name: &str, roles: &[Role]) -> Member {
    Member { name: name.to_owned(), roles: roles.to_vec() }
}

fn of_members(members: Vec<Member>) -> Setup {
    let teams = vec![TeamSetup::of_members("crew", members, BotKind::Balanced)];
    Setup { teams, ..mixed() }
}

#[test]
fn a_team_may_have_fewer_people_than_roles_or_more() {
    use Role::{AccountManager, Developer, Service};
    // two people, one with two roles; the third role is a bot's
    let room = Room::new(new_era(), of_members(vec![member("Ann", &[Developer]), member("Bo", &[Service])])).expect("a sound set-up");
    assert_eq!(room.people().map(|seat| seat.role).collect::<Vec<_>>(), [Developer, Service]);
    assert_eq!(room.player(seat(0, AccountManager)), Some(Player::Bot(BotKind::Balanced)));
    let alone = Room::new(new_era(), of_members(vec![member("Ann", &Role::CORE)])).expect("a sound set-up");
    assert_eq!(alone.people().count(), 3);
    let wrong: [Vec<Member>; 6] = [
        vec![member("Ann", &[Developer]), member("Ann", &[Service])],
        vec![member(" Ann", &[Developer])],
        vec![member("Ann", &[])],
        vec![member("Ann", &[Developer, Developer])],
        vec![member("Ann", &[Role::Cultivator])],
        (0..8).map(|i| member(&format!("P{i}"), &[Developer])).collect(),
    ];
    for members in wrong {
        assert!(matches!(Room::new(new_era(), of_members(members.clone())), Err(RoomError::Members { .. })), "{members:?}");
    }
    let mut torn = of_members(vec![member("Ann", &[Developer])]);
    torn.teams[0].players[Service.index()] = Player::Person;
    assert!(matches!(Room::new(new_era(), torn), Err(RoomError::Members { .. })), "a person's role that nobody has");
}

#[test]
fn several_people_share_the_hours_of_a_role() {
    let setup = of_members(vec![member("Ann", &[Role::Developer]), member("Bo", &[Role::Developer, Role::Service])]);
    let mut room = Room::new(new_era(), setup).expect("a sound set-up");
    let send = |room: &mut Room, member: u8, role: Role, act: Act| room.send(Decision { member: Some(MemberId(member)), ..room.now(seat(0, role), act) });
    assert_eq!(say(&mut room, seat(0, Role::Developer), Command::Clear), Ok(()));
    // 120 hours: sixty are the first one's, and the rest is left to the second
    assert_eq!(send(&mut room, 0, Role::Developer, prospect(62).into()), Err(Refusal::NotEnoughHours));
    assert_eq!(send(&mut room, 0, Role::Developer, prospect(60).into()), Ok(()));
    assert_eq!(send(&mut room, 0, Role::Developer, prospect(2).into()), Err(Refusal::NotEnoughHours));
    assert_eq!(send(&mut room, 1, Role::Developer, prospect(58).into()), Ok(()));
    // nobody plays another's role
    assert_eq!(send(&mut room, 0, Role::Service, Command::Clear.into()), Err(Refusal::NotYourRole));
    for nobody in [2, 8, 255] {
        assert_eq!(send(&mut room, nobody, Role::Developer, Command::Clear.into()), Err(Refusal::NotYourRole));
    }
    // the log tells who plays what, and opens to the same game
    let bytes = room.log().to_bytes();
    let again = Room::open(&bytes).expect("it opens");
    assert_eq!((again.setup(), again.log().to_bytes()), (room.setup(), bytes));
    assert_eq!(again.setup().teams[0].members[1].roles, [Role::Developer, Role::Service]);
}

#[test]
fn a_decision_is_for_one_month_and_one_state_of_the_plan() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let (developer, service) = (seat(0, Role::Developer), seat(0, Role::Service));
    let old = room.now(developer, Command::Clear);
    assert_eq!(old.revision, Revision(0));
    let of_another = room.revision(service);
    assert_eq!(room.send(old.clone()), Ok(()));
    assert_eq!((room.revision(developer), room.revision(service)), (Revision(1), of_another), "the plan of another role is as it was");
    let before = room.log().to_bytes();
    assert_eq!(room.send(old.clone()), Err(Refusal::Stale { now: Revision(1) }));
    for act in [Act::Submit, Act::Withdraw] {
        assert_eq!(room.send(Decision { act, ..old.clone() }), Err(Refusal::Stale { now: Revision(1) }));
    }
    for round in [0, 2, 12] {
        let other = Decision { round: Round(round), ..room.now(developer, Command::Clear) };
        assert_eq!(room.send(other), Err(Refusal::OtherRound { now: Round(1) }));
    }
    assert_eq!(room.log().to_bytes(), before, "a refused decision leaves no trace");
    // no plan depends on a note, but it belongs to a month
    let note = Command::Note(Note::Post { text: "hello".to_owned(), reply: None });
    assert_eq!(room.send(Decision { act: note.clone().into(), ..old.clone() }), Ok(()));
    assert_eq!(room.send(Decision { act: note.into(), round: Round(2), ..old.clone() }), Err(Refusal::OtherRound { now: Round(1) }));
    // through months played and taken back, a revision never comes again
    let mut seen = vec![room.revision(developer)];
    let mut next = |room: &Room| {
        let now = room.revision(developer);
        assert!(seen.iter().all(|before| *before < now), "{seen:?}, then {now:?}");
        seen.push(now);
    };
    room.close_round().unwrap();
    next(&room);
    room.undo_round().unwrap();
    next(&room);
    say(&mut room, developer, Act::Submit).unwrap();
    next(&room);
    say(&mut room, developer, Act::Withdraw).unwrap();
    next(&room);
    room.close_round().unwrap();
    next(&room);
    assert!(matches!(room.send(Decision { round: Round(2), ..old }), Err(Refusal::Stale { .. })));
    let again = Room::open(&room.log().to_bytes()).unwrap();
    for (seat, _) in room.seats() {
        assert_eq!(again.revision(seat), room.revision(seat), "{seat:?}");
    }
}

#[test]
fn a_request_that_is_sent_again_is_done_once() {
    let setup = of_members(vec![member("Ann", &[Role::Developer]), member("Bo", &[Role::Developer, Role::Service])]);
    let mut room = Room::new(new_era(), setup).unwrap();
    let developer = seat(0, Role::Developer);
    say(&mut room, developer, Command::Clear).unwrap();
    let ask = |room: &Room, member: u8| Decision { member: Some(MemberId(member)), request: Some(RequestId(1)), ..room.now(developer, prospect(4)) };
    let refused = Decision { revision: Revision(0), ..ask(&room, 0) };
    assert!(room.send(refused).is_err());
    let first = ask(&room, 0);
    assert_eq!(room.send(first.clone()), Ok(()), "what was refused was not done");
    let (before, revision) = (room.log().to_bytes(), room.revision(developer));
    assert_eq!(room.send(first.clone()), Ok(()));
    assert_eq!((room.log().to_bytes(), room.revision(developer)), (before, revision), "nothing is done or logged");
    assert_eq!(room.send(Decision { act: Act::Submit, ..first.clone() }), Err(Refusal::RequestUsed), "a number names one decision");
    // numbers are each sender's own
    room.send(ask(&room, 1)).unwrap();
    assert_eq!(room.view(developer).unwrap().plan.iter().filter(|card| card.role == Role::Developer).count(), 2);
    room.close_round().unwrap();
    let mut again = Room::open(&room.log().to_bytes()).unwrap();
    for room in [&mut room, &mut again] {
        let before = room.log().to_bytes();
        assert_eq!(room.send(first.clone()), Ok(()), "also when the month is over");
        assert_eq!(room.log().to_bytes(), before);
    }
}

#[test]
fn who_has_handed_in_says_nothing_more_until_it_is_withdrawn() {
    let setup = of_members(vec![member("Ann", &[Role::Developer]), member("Bo", &[Role::Developer, Role::Service])]);
    let mut room = Room::new(new_era(), setup).unwrap();
    let (developer, service, team) = (seat(0, Role::Developer), seat(0, Role::Service), TeamId(0));
    let by = |room: &mut Room, member: u8, seat: Seat, act: Act| room.send(Decision { member: Some(MemberId(member)), ..room.now(seat, act) });
    let (ann, bo) = (Some(MemberId(0)), Some(MemberId(1)));
    assert_eq!(room.roles_of(team, bo).collect::<Vec<_>>(), [Role::Developer, Role::Service]);
    by(&mut room, 0, developer, Act::Submit).unwrap();
    assert_eq!(by(&mut room, 0, developer, Act::Submit), Err(Refusal::Submitted));
    assert_eq!(by(&mut room, 0, developer, Command::Clear.into()), Err(Refusal::Submitted));
    let note = Command::Note(Note::Post { text: "waiting for you".to_owned(), reply: None });
    assert_eq!(by(&mut room, 0, developer, note.into()), Ok(()), "notes can still be written");
    // the other one may go on planning in the role they share
    assert_eq!(by(&mut room, 1, developer, Command::Clear.into()), Ok(()));
    assert_eq!((room.handed_in(team, ann), room.handed_in(team, bo), room.submitted(developer)), (true, false, false));
    assert_eq!(room.waiting().collect::<Vec<_>>(), [developer, service]);
    by(&mut room, 1, developer, Act::Submit).unwrap();
    assert!(room.submitted(developer) && !room.handed_in(team, bo), "he plays another role as well");
    assert_eq!(say(&mut room, developer, Command::Clear), Err(Refusal::Submitted), "at one screen: once all have handed in");
    by(&mut room, 0, developer, Act::Withdraw).unwrap();
    assert_eq!(by(&mut room, 0, developer, Act::Withdraw), Err(Refusal::NotSubmitted));
    by(&mut room, 0, developer, Command::Clear.into()).unwrap();
    // whoever sits at the one screen hands in for all
    say(&mut room, developer, Act::Submit).unwrap();
    say(&mut room, service, Act::Submit).unwrap();
    assert!(room.ready() && room.handed_in(team, bo) && room.handed_in(team, None));
    let again = Room::open(&room.log().to_bytes()).unwrap();
    assert!(again.ready(), "it is in the log");
    room.resolve().unwrap();
    assert_eq!(room.waiting().count(), 2, "a new month");
    assert!(!room.handed_in(team, ann));
}

#[test]
fn rooms_of_one_case_share_its_scenario() {
    let case = Case::read(new_era()).unwrap();
    let disguised = Setup { fictional_names: true, ..mixed() };
    let rooms = [mixed(), mixed(), disguised.clone(), disguised].map(|setup| Room::of_case(&case, setup).unwrap());
    for pair in rooms.chunks(2) {
        assert!(std::ptr::eq(pair[0].scenario(), pair[1].scenario()));
        assert!(Arc::ptr_eq(pair[0].log().scenario(), pair[1].log().scenario()));
    }
    assert!(!std::ptr::eq(rooms[1].scenario(), rooms[2].scenario()) && Arc::ptr_eq(rooms[1].log().scenario(), rooms[2].log().scenario()));
    assert!(Arc::ptr_eq(case.scenario(true), &rooms[3].truth().scenario));
    assert_ne!(rooms[1].scenario().customers[0].name, rooms[2].scenario().customers[0].name);
    // logs are opened with what is held already
    let mut cases = Cases::default();
    let held = cases.of(new_era()).unwrap();
    let opened = rooms.map(|room| Room::open_with(&room.log().to_bytes(), &mut cases, &mut to_the_end).unwrap());
    for (room, fictional) in opened.iter().zip([false, false, true, true]) {
        assert!(Arc::ptr_eq(held.scenario(fictional), &room.truth().scenario) && Arc::ptr_eq(held.text(), room.log().scenario()));
    }
    let other = Room::new(scenario::embedded()[1].1, mixed()).unwrap();
    let other = Room::open_with(&other.log().to_bytes(), &mut cases, &mut to_the_end).unwrap();
    assert!(!Arc::ptr_eq(held.text(), other.log().scenario()));
}
