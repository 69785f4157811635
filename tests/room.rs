//! The authority: seats, rounds, undo, standings, and a log that stands on its own.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::bots::BotKind;
use rapport::room::{Hash, Log, LogError, Member, NotYet, Place, Player, Record, Room, RoomError, Setup, TeamSetup};
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::notes::{Condition, Note, OwnFields, Query, Signature};
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::Reject;
use rapport::sim::units::{Minutes, Role, Round, Seat, TeamId};
use rapport::{scenario, sim};

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
    Setup { seed: 11, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams }
}

fn seat(team: u8, role: Role) -> Seat {
    Seat { team: TeamId(team), role }
}

fn prospect(hours: i32) -> Command {
    Command::Add(Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: true })
}

fn submit_all(room: &mut Room) {
    for seat in room.waiting().collect::<Vec<_>>() {
        assert_eq!(room.send(seat, Command::Submit), Ok(()));
    }
}

/// A game with drafts, withdrawals, a deadline and an undone round.
fn played() -> Room {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let developer = seat(0, Role::Developer);
    room.send(developer, Command::Clear).unwrap();
    room.send(developer, prospect(40)).unwrap();
    submit_all(&mut room);
    room.resolve().unwrap();
    room.send(developer, prospect(10)).unwrap();
    room.send(developer, Command::Submit).unwrap();
    room.send(developer, Command::Withdraw).unwrap();
    room.close_round().unwrap();
    assert_eq!(room.undo_round(), Some(Round(2)));
    room.send(developer, prospect(2)).unwrap();
    room.close_round().unwrap();
    room
}

#[test]
fn a_seat_is_heard_only_if_a_person_sits_on_it() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let before = room.log().to_bytes();
    for nobody in [seat(1, Role::Service), seat(2, Role::Service), seat(9, Role::Developer)] {
        assert_eq!(room.send(nobody, Command::Submit), Err(Reject::NoSuchSeat));
    }
    assert_eq!(room.send(seat(0, Role::Developer), Command::Withdraw), Err(Reject::NotSubmitted));
    assert_eq!(room.log().to_bytes(), before, "a refused command leaves no trace");
    assert_eq!(room.people().count(), 4);
    assert!(room.view(seat(9, Role::Developer)).is_none());
    assert_eq!(room.view(seat(0, Role::Service)).unwrap().team_name, "春天");
}

#[test]
fn a_round_waits_for_everybody_unless_the_deadline_has_passed() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    assert!(!room.ready());
    room.send(seat(2, Role::Developer), Command::Submit).unwrap();
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
    assert_eq!(room.send(seat(0, Role::Service), Command::Submit), Err(Reject::GameOver));
    assert_eq!(room.undo_round(), Some(Round(12)), "even the last round can be taken back");
    assert!(!room.over());
}

#[test]
fn an_undone_round_opens_again_as_it_was_planned() {
    let mut room = Room::new(new_era(), mixed()).unwrap();
    let developer = seat(0, Role::Developer);
    room.send(developer, Command::Clear).unwrap();
    room.send(developer, prospect(40)).unwrap();
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
    assert_eq!(line.trim(), "Undone(round:2),");
}

#[test]
fn the_same_game_gives_the_same_log() {
    assert_eq!(played().log().to_bytes(), played().log().to_bytes());
}

#[test]
fn a_log_with_one_byte_changed_anywhere_is_refused() {
    let bytes = played().log().to_bytes();
    // All of the frame, the records and the checksum; of the scenario's text a byte here and there.
    let scenario = bytes.windows(10).position(|w| w == b"scenario: ").unwrap();
    let records = bytes.windows(10).position(|w| w == b"records: [").unwrap();
    let places =
        (0..scenario).step_by(5).chain((scenario..records).step_by(997)).chain((records..bytes.len()).step_by(97)).chain(bytes.len() - 100..bytes.len());
    for (turn, place) in places.enumerate() {
        let change = [1, 0x20, 0x80][turn % 3];
        let mut damaged = bytes.clone();
        damaged[place] ^= change;
        assert!(Log::read(&damaged).is_err(), "byte {place} xor {change}");
    }
    for cut in [0, 1, 50, records, records + 200, bytes.len() - 80, bytes.len() - 1] {
        assert!(Log::read(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    for more in [&b"\n"[..], b" ", b"// sha256"] {
        assert!(Log::read(&[&bytes, more].concat()).is_err());
    }
}

/// Changes one text in the log and tells what is said about it.
fn complaint(change: impl FnOnce(String) -> String) -> String {
    let text = String::from_utf8(played().log().to_bytes()).unwrap();
    Room::open(change(text).as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_damaged_log_names_the_place() {
    let said = complaint(|text| text.replacen("Resolved(round:1", "Resolved(ruond:1", 1));
    assert!(said.contains("checksum wrong; line "), "{said}");
    let said = complaint(|text| text.replacen("seed:11", "seed:12", 1));
    assert!(said.contains("checksum wrong; round 1") || said.contains("checksum wrong; line "), "{said}");
    let said = complaint(|text| text.replacen("seed:11,", "seed: 11,", 1));
    assert!(said.contains("checksum wrong; line 4, column 18"), "{said}");
    let said = complaint(|text| text.replacen("time:2400", "time:2460", 1));
    assert!(said.contains("checksum wrong; round 1"), "{said}");
    let said = complaint(|text| text.replacen("time:2400", "time:2401", 1));
    assert!(said.contains("checksum wrong; line ") && said.contains("BadTime"), "{said}");
    let said = complaint(|text| text[..text.len() - 200].to_owned());
    assert!(said.contains("cut short after line"), "{said}");
    let said = complaint(|text| text.replacen("format 1", "format 7", 1));
    assert!(said.contains("format 7") && said.contains("reads format 1"), "{said}");
    let said = complaint(|_| "{\"game\": \"another\"}".to_owned());
    assert!(said.contains("not a Rapport game log"), "{said}");
    let said = complaint(|text| {
        let other = if text.ends_with("0\n") { '1' } else { '0' };
        format!("{}{other}\n", &text[..text.len() - 2])
    });
    assert!(said.contains("the last line"), "{said}");
}

/// A log that carries the right checksum over wrong content.
fn forged(change: impl FnOnce(String) -> String) -> LogError {
    use sha2::{Digest, Sha256};
    let text = String::from_utf8(played().log().to_bytes()).unwrap();
    let body = change(text[..text.rfind("// sha256").unwrap()].to_owned());
    let sum = Hash(Sha256::digest(&body).into());
    Room::open(format!("{body}// sha256 {sum}\n").as_bytes()).unwrap_err()
}

#[test]
fn a_forged_log_is_refused_for_what_it_says() {
    let unknown_field = forged(|body| body.replacen("    setup: (", "    clock: 3,\n    setup: (", 1));
    assert!(matches!(unknown_field, LogError::Unreadable(Place::Line { line: 4, .. })), "{unknown_field}");
    let hidden_field = forged(|body| body.replacen("Prospect(time:2400)", "Prospect(time:2400,luck:1)", 1));
    assert!(matches!(hidden_field, LogError::Unreadable(Place::Line { .. })), "{hidden_field}");
    let other_luck = forged(|body| body.replacen("seed:11", "seed:12", 1));
    assert!(matches!(other_luck, LogError::Differs { round: 1, .. } | LogError::Record { .. }), "{other_luck}");
    let other_decision = forged(|body| body.replacen("time:2400", "time:2460", 1));
    assert!(matches!(other_decision, LogError::Differs { round: 1, .. }), "{other_decision}");
    let no_seat = forged(|body| body.replacen("seat:(team:0", "seat:(team:7", 1));
    assert!(matches!(no_seat, LogError::Record { .. }), "{no_seat}");
    let wrong_round = forged(|body| body.replacen("Decision(round:1", "Decision(round:5", 1));
    assert!(matches!(wrong_round, LogError::Record { .. }), "{wrong_round}");
    let no_teams = forged(|body| {
        let start = body.find("teams:[").unwrap();
        let end = body[start..].find(")]),\n").unwrap() + start;
        format!("{}teams:[{}", &body[..start], &body[end + 1..])
    });
    assert!(matches!(no_teams, LogError::Scenario(_)), "{no_teams}");
    let broken_scenario = forged(|body| body.replacen("id: \"new_era\"", "id: 5", 1));
    assert!(matches!(broken_scenario, LogError::Scenario(_)), "{broken_scenario}");
    let deep = forged(|body| body.replacen("records: [", &format!("records: [{}", "[".repeat(5_000)), 1));
    assert!(matches!(deep, LogError::Unreadable(_)), "{deep}");
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
    assert_eq!(again.log().scenario, text);
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
    let say = |room: &mut Room, seat, note| room.send(seat, Command::Note(note)).unwrap();
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
        assert!(room.view(seat(2, Role::AccountManager)).unwrap().notes.is_blank(), "another team's");
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
    let team = TeamId(0);
    assert_eq!(room.send(seat(0, Role::Developer), Command::Clear), Ok(()));
    // 120 hours: sixty are the first one's, and the rest is left to the second
    assert_eq!(room.send_as(team, 0, Role::Developer, prospect(62)), Err(Reject::NotEnoughHours));
    assert_eq!(room.send_as(team, 0, Role::Developer, prospect(60)), Ok(()));
    assert_eq!(room.send_as(team, 0, Role::Developer, prospect(2)), Err(Reject::NotEnoughHours));
    assert_eq!(room.send_as(team, 1, Role::Developer, prospect(58)), Ok(()));
    // nobody plays another's role
    assert_eq!(room.send_as(team, 0, Role::Service, Command::Clear), Err(Reject::NoSuchSeat));
    assert_eq!(room.send_as(team, 2, Role::Developer, Command::Clear), Err(Reject::NoSuchSeat));
    // the log tells who plays what, and opens to the same game
    let bytes = room.log().to_bytes();
    let again = Room::open(&bytes).expect("it opens");
    assert_eq!((again.setup(), again.log().to_bytes()), (room.setup(), bytes));
    assert_eq!(again.setup().teams[0].members[1].roles, [Role::Developer, Role::Service]);
}
