//! Answers to the questions of a month that take each other's place.

use crate::desk::{SEAT, game, table};
use egui_kittest::kittest::Queryable;
use rapport::game::app::shown::Shown;
use rapport::game::desk::Request;
use rapport::prose::Prose;
use rapport::room::{Act, Room};
use rapport::sim::planning::command::Command;
use rapport::sim::units::{Role, Seat};
use rapport::words::Lang;
use std::sync::Arc;

#[test]
fn another_answer_takes_the_place_of_the_one_that_was_given() {
    let mut changed = 0;
    for month in 1..=4 {
        let mut room = game(month);
        let mut desk = table(month, Lang::En);
        let entries = |room: &Room| {
            let view = room.view(SEAT).expect("a seat");
            rapport::prose::agenda::entries(&Prose::new(&view, Lang::En), true)
        };
        let asked = entries(&room).into_iter().filter(|entry| entry.replies.len() > 1).count();
        for question in 0..asked {
            let of = |room: &Room| entries(room).into_iter().filter(|entry| entry.replies.len() > 1).nth(question);
            let Some(first) = of(&room).and_then(|entry| entry.replies[0].answer.clone().map(|answer| (entry.replies[0].role, answer))) else { continue };
            let is_sent = first.1.cards.iter().all(|card| room.send(room.now(Seat { role: first.0, ..SEAT }, Act::Do(Command::Add(card.clone())))).is_ok());
            let Some(entry) = of(&room).filter(|_| is_sent) else { continue };
            let Some(second) = entry.replies.iter().find(|reply| reply.answer.is_some() && !reply.chosen && reply.hindrance.is_none()) else { continue };
            desk.state_mut().shown =
                Shown { view: Arc::new(room.view(SEAT).expect("a seat")), stamp: 100 + changed, roles: Role::CORE.to_vec(), submitted: false };
            desk.state_mut().desk.out.clear();
            desk.run_ok();
            desk.get_all_by_label(&second.name()).next().expect("the other answer").click();
            desk.run_ok();
            for request in std::mem::take(&mut desk.state_mut().desk.out) {
                let Request::Send(role, command) = request else { panic!("{request:?}") };
                room.send(room.now(Seat { role, ..SEAT }, Act::Do(command))).expect("there is room for it");
            }
            changed += 1;
        }
    }
    assert!(changed > 3, "{changed}");
}
