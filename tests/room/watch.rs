//! Whoever watches a replay: what is told, and that a stop is heard at once.

use super::{mixed, new_era, played, submit_all};
use rapport::room::{Cases, LogError, Record, Replayed, Room, Setup};
use rapport::sim::units::Round;
use std::ops::ControlFlow;

/// What is told until so many months have been played again.
fn watched(bytes: &[u8], stop_at: usize) -> (Result<Room, LogError>, Vec<Replayed>) {
    let mut told = Vec::new();
    let room = Room::open_with(bytes, &mut Cases::default(), &mut |replayed| {
        told.push(replayed);
        if replayed.months < stop_at { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    told.dedup();
    (room, told)
}

#[test]
fn a_replay_is_watched_and_stops_where_it_is_told_to() {
    let mut game = played();
    game.undo_round().unwrap();
    submit_all(&mut game);
    game.resolve().unwrap();
    let bytes = game.log().to_bytes();
    // months that were taken back are played again like the others
    let of = game.log().records().iter().filter(|record| matches!(record, Record::Resolved { .. })).count();
    assert!(of > usize::from(game.round().0) - 1);
    let all = |months: usize| -> Vec<Replayed> { (0..=months).map(|months| Replayed { months, of }).collect() };
    let (room, told) = watched(&bytes, usize::MAX);
    assert_eq!(room.unwrap().last_hash(), game.last_hash());
    assert_eq!(told, all(of));
    for stop_at in [0, 1, of] {
        let (room, told) = watched(&bytes, stop_at);
        assert!(matches!(room, Err(LogError::Stopped)));
        assert_eq!(told, all(stop_at));
    }
}

#[test]
fn a_month_taken_back_is_watched_and_a_stop_leaves_the_game() {
    // of so many months every second one is kept
    let mut room = Room::new(new_era(), Setup { rounds: Some(48), ..mixed() }).unwrap();
    for _ in 0..4 {
        submit_all(&mut room);
        room.resolve().unwrap();
    }
    let (hash, log) = (room.last_hash(), room.log().to_bytes());
    let mut told = Vec::new();
    let stopped = room.taking_back().play(&mut |replayed| {
        told.push(replayed);
        ControlFlow::Break(())
    });
    assert!(stopped.is_break());
    assert_eq!(told, [Replayed { months: 0, of: 1 }]);
    assert_eq!((room.last_hash(), room.log().to_bytes()), (hash, log));
    // what was taken back from a game that has gone on since is no part of it
    let [late, now] = [0, 0].map(|_| room.taking_back().play(&mut |_| ControlFlow::Continue(())).continue_value().flatten().unwrap());
    assert_eq!(room.take_back(now), Some(Round(4)));
    let log = room.log().to_bytes();
    assert_eq!(room.take_back(late), None);
    assert_eq!((room.round(), room.log().to_bytes()), (Round(4), log));
}
