//! What holds for every room: replay, undo and branch agree with the game as it was played, whatever is sent.

use super::anything::{Board, CASES};
use super::{config, said_at};
use proptest::prelude::*;
use rapport::bots::BotKind;
use rapport::room::{Act, Decision, Hash, Member, MemberId, Player, Refusal, RequestId, Revision, Room, Setup, TeamSetup};
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::Round;
use rapport::{scenario, sim};

/// People who share roles, people helped by bots, and bots alone, on a board of the case.
fn company(board: &Board) -> Room {
    let helped = [Player::Person, Player::Bot(BotKind::Balanced), Player::Person, Player::Person, Player::Person];
    let helped = TeamSetup { name: "helped".to_owned(), players: helped, members: Vec::new() };
    let roles = CASES[board.case].guide.roles();
    // the first plays everything, the others what is first and last beside him
    let members = [("Ai", roles), ("Bo", &roles[..1]), ("Cai", &roles[roles.len() - 1..])];
    let members = members.map(|(name, roles)| Member { name: name.to_owned(), roles: roles.to_vec() }).to_vec();
    let teams = vec![TeamSetup::of_members("people", members, BotKind::Passive), helped, TeamSetup::of_bots("bots", BotKind::Random)];
    let (seed, fictional_names) = (board.seed, board.seed.is_multiple_of(2));
    let market = if board.seed % 4 == 3 { MarketKind::Shared } else { MarketKind::Mirror };
    let setup = Setup { seed, luck: seed + 1, market, rounds: None, fictional_names, compliance: Compliance::Show, teams };
    Room::new(scenario::embedded()[board.case].1, setup).unwrap()
}

/// A game that comes to the month being planned without ever having gone beyond it.
fn as_if_never_resolved(room: &Room, board: &Board) -> Room {
    let mut other = company(board);
    for decided in room.decided() {
        while other.round() < decided.round {
            other.close_round().unwrap();
        }
        if other.people().any(|seat| seat == decided.seat) {
            other.send(other.now(decided.seat, decided.command.clone())).unwrap();
        }
    }
    while other.round() < room.round() {
        other.close_round().unwrap();
    }
    other
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn replay_undo_and_branch_agree_with_the_game_to_the_bit((board, said) in said_at(0..24, 60)) {
        let mut room = company(&board);
        let mut request = 0;
        for (turn, (seat, command)) in said {
            let before = room.people().map(|seat| room.revision(seat)).collect::<Vec<_>>();
            let hash = sim::hash(room.truth());
            let now = room.now(seat, match turn {
                3 | 4 => Act::Submit,
                5 => Act::Withdraw,
                _ => Act::Do(command),
            });
            let person = room.people().any(|other| other == seat);
            match turn {
                0 | 1 => drop(room.close_round()),
                2 => if room.undo_round().is_some() {
                    prop_assert_eq!(sim::hash(room.truth()), sim::hash(as_if_never_resolved(&room, &board).truth()));
                },
                // on an old plan, of another month: refused, and nothing happens; but for notes, which depend on no plan
                6 | 7 if person && !room.over() => {
                    let stale = Decision { revision: Revision(now.revision.0.wrapping_sub(1)), ..now.clone() };
                    let other = Decision { round: now.round.plus(1), ..now };
                    let note = matches!(stale.act, Act::Do(Command::Note(_)));
                    let refused = note || room.send(stale) == Err(Refusal::Stale { now: room.revision(seat) });
                    prop_assert!(refused, "a stale decision was taken");
                    prop_assert_eq!(room.send(other), Err(Refusal::OtherRound { now: room.round() }));
                    prop_assert_eq!(sim::hash(room.truth()), hash);
                }
                // sent twice, done once
                8 | 9 => {
                    request += 1;
                    let named = Decision { request: Some(RequestId(request)), ..now };
                    if room.send(named.clone()).is_ok() {
                        let (records, once) = (room.log().records().len(), sim::hash(room.truth()));
                        prop_assert_eq!(room.send(named), Ok(()));
                        prop_assert_eq!((room.log().records().len(), sim::hash(room.truth())), (records, once));
                    }
                }
                10..=17 => drop(room.send(Decision { member: Some(MemberId(turn as u8 % 4)), ..now })),
                _ => drop(room.send(now)),
            }
            prop_assert!(room.people().zip(before).all(|(seat, before)| room.revision(seat) >= before), "revisions run forward");
        }
        let bytes = room.log().to_bytes();
        let again = Room::open(&bytes).unwrap();
        prop_assert_eq!(sim::hash(again.truth()), sim::hash(room.truth()));
        prop_assert_eq!(again.log().to_bytes(), bytes);
        for seat in room.people() {
            prop_assert_eq!(format!("{:?}", again.view(seat)), format!("{:?}", room.view(seat)));
            prop_assert_eq!((again.revision(seat), again.submitted(seat)), (room.revision(seat), room.submitted(seat)));
        }
        for month in 1..room.round().0 {
            for room in [&room, &again] {
                let what_if = room.branch(Round(month)).unwrap().unchanged();
                prop_assert_eq!((Some(Hash(sim::hash(&what_if.game))), what_if.refused), (room.last_hash(), 0), "from month {}", month);
            }
        }
        prop_assert!(room.branch(room.round()).is_none() && room.branch(Round(0)).is_none());
    }
}
