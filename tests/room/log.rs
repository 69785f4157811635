//! The log: what is damage, what a write that was cut off, what another version's, and what a forged one says.

use super::{mixed, new_era, played, say, seat};
use rapport::bots::BotKind;
use rapport::room::{Act, Cases, Decision, Hash, Log, LogError, Place, Player, RequestId, Room, Setup, TeamSetup, Torn, to_the_end};
use rapport::sim::notes::Note;
use rapport::sim::planning::command::Command;
use rapport::sim::units::{Role, Round};
use rapport::words::{Lang, failure};
use std::sync::LazyLock;

/// A short game whose last batch has several records: one person, and bots that clear their plans.
fn small() -> Room {
    let mut crew = TeamSetup::of_bots("crew", BotKind::Passive);
    crew.players[Role::Developer.index()] = Player::Person;
    let mut room = Room::new(new_era(), Setup { teams: vec![crew], ..mixed() }).unwrap();
    let developer = seat(0, Role::Developer);
    room.send(Decision { request: Some(RequestId(7)), ..room.now(developer, Command::Clear) }).unwrap();
    say(&mut room, developer, Command::Note(Note::Post { text: "客缘 // 0123456789abcdef".to_owned(), reply: None })).unwrap();
    say(&mut room, developer, Act::Submit).unwrap();
    room.resolve().unwrap();
    room
}

/// Its log with next to no scenario, which reading does not look into: so that every byte can be tried.
fn short(room: &Room) -> Vec<u8> {
    let text = String::from_utf8(room.log().to_bytes()).unwrap();
    sealed(&text.replacen(&**room.log().scenario(), "(id: \"客缘\")\n// ends here\n", 1)).into_bytes()
}

/// A closed log without its closing line.
fn opened(closed: &[u8]) -> Vec<u8> {
    let end = closed[..closed.len() - 1].iter().rposition(|&byte| byte == b'\n').unwrap();
    closed[..=end].to_vec()
}

/// Where the records begin, and after which byte each batch ends.
fn batches(bytes: &[u8]) -> (usize, Vec<usize>) {
    let text = std::str::from_utf8(bytes).unwrap();
    let sum = text.find("\n// header sha256 ").unwrap() + 1;
    let start = sum + text[sum..].find('\n').unwrap() + 1;
    let mut at = start;
    let mut ends = Vec::new();
    for line in text[start..].split_inclusive('\n') {
        at += line.len();
        if line.rsplit_once(" // ").is_some_and(|(record, mark)| record.ends_with(')') && mark.len() == 17) {
            ends.push(at);
        }
    }
    (start, ends)
}

#[test]
fn a_log_with_one_byte_changed_anywhere_is_refused() {
    let room = small();
    let closed = short(&room);
    for bytes in [opened(&closed), closed] {
        let (_, ends) = batches(&bytes);
        assert_eq!((ends.len(), Log::read(&bytes).unwrap().records().len()), (4, 6));
        for place in 0..bytes.len() {
            // also into the byte that no text has, and into an end of line of any system
            for change in [1, 0x20, 0x80, bytes[place], bytes[place] ^ b'\n', bytes[place] ^ b'\r'] {
                let mut damaged = bytes.clone();
                damaged[place] ^= change;
                if damaged != bytes {
                    let Err(error) = Log::recover(&damaged) else {
                        panic!("byte {place} of {} from {:?} to {:?}", bytes.len(), char::from(bytes[place]), char::from(damaged[place]));
                    };
                    in_chinese(error);
                }
            }
        }
    }
}

/// The ends of the lines of other systems, and a byte order mark: what mail, git and editors make of a log.
fn carried(bytes: &[u8]) -> [Vec<u8>; 4] {
    let text = std::str::from_utf8(bytes).unwrap();
    [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}"), format!("\u{feff}{}", text.replace('\n', "\r\n"))].map(String::into_bytes)
}

#[test]
fn line_ends_of_another_system_are_no_damage_and_everything_else_is() {
    let room = small();
    let closed = short(&room);
    for bytes in [opened(&closed), closed] {
        for (way, other) in carried(&bytes).into_iter().enumerate() {
            assert_eq!(*Log::as_written(&other), bytes);
            // whole, and without its last line's end
            for kept in [other.len(), other.trim_ascii_end().len()] {
                assert_eq!(Log::read(&other[..kept]).unwrap().records(), room.log().records(), "way {way}");
            }
            // any other byte that is changed is damage in this form too
            for place in 0..other.len() {
                for change in [1, 0x80] {
                    let mut damaged = other.clone();
                    damaged[place] ^= change;
                    assert!(Log::recover(&damaged).is_err(), "way {way}: byte {place} of {}", other.len());
                }
            }
        }
        // cut off half-way, it holds what counted before
        let other = &carried(&bytes)[0];
        for cut in 0..other.len() {
            let plain = Log::recover(&Log::as_written(&other[..cut])).ok().map(|(log, torn)| (log.records().len(), torn));
            assert_eq!(Log::recover(&other[..cut]).ok().map(|(log, torn)| (log.records().len(), torn)), plain, "cut at {cut}");
            assert!(plain.is_none_or(|(records, _)| records <= room.log().records().len()));
        }
    }
}

#[test]
fn a_log_cut_off_anywhere_holds_all_that_counted() {
    let room = small();
    let bytes = opened(&short(&room));
    let (start, ends) = batches(&bytes);
    let mut counted = Vec::new();
    for cut in 0..=bytes.len() {
        let found = Log::recover(&bytes[..cut]);
        if cut < start {
            assert!(matches!(found, Err(LogError::Cut { .. } | LogError::Foreign)), "{cut}: {found:?}");
            continue;
        }
        let (log, torn) = found.unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
        // a mark counts even where the end of its line lacks
        let done = ends.iter().filter(|&&end| end - 1 <= cut).count();
        let whole = if done == 0 { start } else { ends[done - 1] };
        let records = [0, 1, 2, 3, 6][done];
        assert_eq!(log.records(), &room.log().records()[..records], "cut at {cut}");
        if cut + 1 == whole || cut == whole {
            assert_eq!(torn, None, "cut at {cut}");
            counted.push(cut);
        } else {
            let pending = bytes[whole..cut].iter().filter(|&&byte| byte == b'\n').count();
            assert_eq!(torn, Some(Torn { line: log.line_of(records), bytes: cut - whole, records: pending }), "cut at {cut}");
        }
        // what is left is played on as if nothing had been there
        assert_eq!(log.to_open_bytes(), &bytes[..whole], "cut at {cut}");
        // a file may have been made longer before its data came
        for zeros in [1, 2, 600] {
            let longer = [&bytes[..cut], &vec![0; zeros]].concat();
            match Log::recover(&longer) {
                Ok((log, Some(torn))) => assert_eq!((log.records().len(), torn.bytes), (records, longer.len() - whole), "cut at {cut}"),
                // a right mark was all there: something has changed the end of its line
                Err(LogError::Damaged(_)) => assert_eq!(cut + 1, whole),
                other => panic!("cut at {cut}, {zeros} zeros: {other:?}"),
            }
        }
    }
    assert_eq!(counted.len(), 1 + 2 * ends.len());
    // a hole in the middle of what was written last; with whole batches behind it, it is damage
    let holed = |from: usize, to: usize| {
        let mut holed = bytes.clone();
        holed[from..to].fill(0);
        Log::recover(&holed).map(|(log, torn)| (log.records().len(), torn.map(|torn| torn.records)))
    };
    assert!(matches!(holed(ends[2] + 3, ends[2] + 40), Ok((3, Some(0)))));
    assert!(matches!(holed(ends[1] + 3, ends[1] + 9), Err(LogError::Damaged(_))));
    assert!(matches!(holed(start - 120, start - 90), Err(LogError::Damaged(_))));
}

#[test]
fn only_the_game_itself_opens_a_log_that_is_cut_off() {
    let bytes = small().log().to_open_bytes();
    let cut = &bytes[..bytes.len() - 30];
    let said = Room::open(cut).unwrap_err().to_string();
    assert!(said.contains("ends in the middle of line") && said.contains("everything before it is complete"), "{said}");
    let (room, torn) = Room::recover(cut, &mut Cases::default(), &mut to_the_end).unwrap();
    assert_eq!((room.round(), torn.map(|torn| torn.records)), (Round(1), Some(2)));
    assert!(room.submitted(seat(0, Role::Developer)), "handed in, and then the write of the month's end was cut off");
}

#[test]
fn a_closed_log_ends_with_its_closing_line() {
    let bytes = short(&small());
    let closing = bytes[..bytes.len() - 1].iter().rposition(|&byte| byte == b'\n').unwrap() + 1;
    assert!(bytes[closing..].starts_with(b"// sha256 ") && bytes.len() - closing == 75);
    for more in [&b"\n"[..], b" ", b"// sha256", b"\0", b"\0\0"] {
        assert!(matches!(Log::recover(&[&bytes, more].concat()), Err(LogError::Damaged(_))), "{more:?}");
    }
    for cut in closing..bytes.len() {
        let (log, torn) = Log::recover(&bytes[..cut]).unwrap();
        // nothing counts in the closing line
        assert_eq!((log.records().len(), torn.is_some()), (6, cut > closing && cut + 1 < bytes.len()), "cut at {cut}");
    }
}

/// The log of that game.
static PLAYED: LazyLock<String> = LazyLock::new(|| String::from_utf8(played().log().to_bytes()).unwrap());

/// Changes one text in the log and tells what is said about it.
fn complaint(change: impl FnOnce(String) -> String) -> String {
    in_chinese(Room::open(change(PLAYED.clone()).as_bytes()).unwrap_err()).to_string()
}

/// An error, once it is seen that it is told in Chinese without an English word.
fn in_chinese(error: LogError) -> LogError {
    if !matches!(error, LogError::Scenario(_)) {
        let told = failure(Lang::Zh, &error.to_string()).into_owned();
        // a hash, or a code of the rules
        let is_code = |word: &str| word.len() == 64 || word.chars().filter(char::is_ascii_uppercase).count() > 1;
        let is_name = |word: &str| ["Rapport", "docs", "versions", "md"].contains(&word) || is_code(word);
        let words = told.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1);
        let left: Vec<&str> = words.filter(|word| !is_name(word)).collect();
        assert!(left.is_empty(), "{error}: {told}");
    }
    error
}

#[test]
fn a_damaged_log_names_the_place() {
    let said = complaint(|text| text.replacen("Resolved(round:1", "Resolved(ruond:1", 1));
    assert!(said.contains("changed after it was written: lines ") && said.contains("not as Rapport writes it (line "), "{said}");
    let said = complaint(|text| text.replacen("seed:11", "seed:12", 1));
    assert!(said.contains("changed after it was written: lines 1 to "), "{said}");
    let said = complaint(|text| text.replacen("setup: (", "setup:  (", 1));
    assert!(said.contains("lines 1 to "), "{said}");
    let said = complaint(|text| text.replacen("    setup: (", "    clock: 3,\n    setup: (", 1));
    assert!(said.contains("line 3, column 5: not as Rapport writes it"), "{said}");
    let log = played();
    let line = log.log().line_of(1);
    let said = complaint(|text| text.replacen("time:2400", "time:2460", 1));
    assert!(said.contains(&format!("written: line {line}: the checksum is wrong")), "{said}");
    let said = complaint(|text| text[..text.len() - 200].to_owned());
    assert!(said.contains("ends in the middle of line "), "{said}");
    let said = complaint(|text| text[..5_000].to_owned());
    assert!(said.contains("the log ends in line "), "{said}");
    let said = complaint(|_| "{\"game\": \"another\"}".to_owned());
    assert!(said.contains("not a Rapport game log"), "{said}");
    let said = complaint(|text| {
        let other = if text.ends_with("0\n") { '1' } else { '0' };
        format!("{}{other}\n", &text[..text.len() - 2])
    });
    assert!(said.contains("the closing checksum is wrong"), "{said}");
}

#[test]
fn a_log_of_another_version_is_told_as_such() {
    let old = include_bytes!("../fixtures/log-0.1.0.ron");
    let error = in_chinese(Room::open(old).unwrap_err());
    assert!(matches!(&error, LogError::OtherVersion { format: 1, rules: Some(1), program: Some(program) } if program == "0.1.0"), "{error:?}");
    let said = error.to_string();
    assert!(said.contains("made by Rapport 0.1.0") && said.contains(env!("CARGO_PKG_VERSION")) && said.contains("docs/versions.md"), "{said}");
    // even where nothing else of it can be read
    assert!(matches!(Room::open(&old[..200]), Err(LogError::OtherVersion { format: 1, .. })));
    let said = complaint(|text| text.replacen("format 2", "format 7", 1));
    assert!(said.contains("format 7") && said.contains("(format 2, rules 11)"), "{said}");
    let said = complaint(|text| text.replacen("rules 11, written by Rapport 0.11.0", "rules 12, written by Rapport 0.11.1", 1));
    assert!(said.contains("made by Rapport 0.11.1 (log format 2, rules 12)") && said.contains("rules 11)"), "{said}");
    let said = complaint(|_| "// Rapport game log, format 3: all is different now".to_owned());
    assert!(said.contains("another version") && said.contains("format 3"), "{said}");
}

/// The log with all checksums made anew.
fn sealed(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let sum = |text: &str| Hash(Sha256::digest(text).into()).to_string();
    let mut sealed = String::new();
    for line in text.lines() {
        match line.rsplit_once(" // ") {
            Some((record, mark)) if mark.len() == 16 => {
                sealed += record;
                let mark = sum(&sealed)[..16].to_owned();
                sealed += &format!(" // {mark}");
            }
            _ => match ["// header sha256 ", "// sha256 "].into_iter().find(|start| line.starts_with(start)) {
                Some(start) => sealed = format!("{sealed}{start}{}", sum(&sealed)),
                None => sealed += line,
            },
        }
        sealed += "\n";
    }
    sealed
}

/// A log that carries the right checksums over wrong content.
fn forged(change: impl FnOnce(String) -> String) -> LogError {
    in_chinese(Room::open(sealed(&change(PLAYED.clone())).as_bytes()).unwrap_err())
}

#[test]
fn a_forged_log_is_refused_for_what_it_says() {
    assert_eq!(sealed(&PLAYED), *PLAYED, "the test makes checksums as the room does");
    let unknown_field = forged(|text| text.replacen("setup: (", "setup: (clock:3,", 1));
    assert!(matches!(unknown_field, LogError::Unreadable(Place { first: 3, .. })), "{unknown_field}");
    let blank = forged(|text| text.replacen("seed:11,", "seed: 11,", 1));
    assert!(matches!(blank, LogError::Unreadable(Place { first: 3, column: Some(18), .. })), "{blank}");
    let hidden_field = forged(|text| {
        text.replacen("Prospect((time:2400))", "Prospect((time:2400,luck:1))", 1).replacen("Prospect(time:2400)", "Prospect(time:2400,luck:1)", 1)
    });
    assert!(matches!(hidden_field, LogError::Unreadable(_)), "{hidden_field}");
    let in_a_long_batch = forged(|text| text.replacen("Resolved(round:1,", "Resolved(round: 1,", 1));
    assert!(matches!(in_a_long_batch, LogError::Unreadable(_)), "{in_a_long_batch}");
    let other_luck = forged(|text| text.replacen("seed:11", "seed:12", 1));
    assert!(matches!(other_luck, LogError::Differs { round: 1, .. } | LogError::Record { .. }), "{other_luck}");
    let other_decision = forged(|text| text.replacen("time:2400", "time:2460", 1));
    assert!(matches!(other_decision, LogError::Differs { round: 1, .. }), "{other_decision}");
    let no_seat = forged(|text| text.replacen("seat:(team:0", "seat:(team:7", 1));
    assert!(matches!(no_seat, LogError::Record { .. }), "{no_seat}");
    let wrong_round = forged(|text| text.replacen("Decision(round:1", "Decision(round:5", 1));
    assert!(matches!(wrong_round, LogError::Record { .. }), "{wrong_round}");
    let no_member = forged(|text| text.replacen("role:Developer),act", "role:Developer),member:Some(0),act", 1));
    assert!(matches!(no_member, LogError::Record { .. }), "{no_member}");
    let twice_handed_in = forged(|text| text.replacen("act:Withdraw", "act:Submit", 1));
    assert!(matches!(&twice_handed_in, LogError::Record { problem, .. } if problem.contains("submitted")), "{twice_handed_in}");
    let no_teams = forged(|text| {
        let start = text.find("teams:[").unwrap();
        let end = text[start..].find(")]),\n").unwrap() + start;
        format!("{}teams:[{}", &text[..start], &text[end + 1..])
    });
    assert!(matches!(no_teams, LogError::Setup(_)), "{no_teams}");
    let broken_scenario = forged(|text| text.replacen("id: \"new_era\"", "id: 5", 1));
    assert!(matches!(broken_scenario, LogError::Scenario(_)), "{broken_scenario}");
    let deep = forged(|text| text.replacen("act:Do(Clear)", &format!("act:Do({}", "[".repeat(5_000)), 1));
    assert!(matches!(deep, LogError::Unreadable(_)), "{deep}");
    // the same request twice
    let text = String::from_utf8(small().log().to_open_bytes()).unwrap();
    let line = text.lines().find(|line| line.contains("request:Some(7)")).unwrap();
    let twice = sealed(&text.replacen(&format!("{line}\n"), &format!("{line}\n{line}\n"), 1));
    let error = in_chinese(Room::open(twice.as_bytes()).unwrap_err());
    assert!(matches!(&error, LogError::Record { problem, .. } if problem.contains("request")), "{error}");
}
