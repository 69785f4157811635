//! Answers to the questions of a month: some take each other's place, some stand beside each other.

use crate::desk::{SEAT, game, game_with_luck, table, table_at};
use bevy_egui::egui::{self, accesskit::Role as AccessRole};
use egui_kittest::kittest::Queryable;
use rapport::game::app::shown::Shown;
use rapport::game::desk::Request;
use rapport::prose::Prose;
use rapport::prose::agenda::{self, Entry};
use rapport::prose::questions::{self, Reply};
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

/// What is asked, and may be answered in several ways.
fn asked(room: &Room) -> Vec<Entry> {
    let view = room.view(SEAT).expect("a seat");
    let entries = agenda::entries(&Prose::new(&view, Lang::En), true);
    entries.into_iter().filter(|entry| entry.replies.len() > 1).collect()
}

#[test]
fn a_round_sign_takes_the_place_of_the_other_answer_and_a_square_one_joins_it() {
    let mut seen = [0, 0];
    // without the routine of the month there are hours for more than one answer
    for (month, luck, is_cleared) in (1..=8).flat_map(|month| [(month, 11, false), (month, 11, true), (month, 12, true), (month, 13, true)]) {
        let opened = || {
            let mut room = game_with_luck(month, luck);
            for role in Role::CORE.into_iter().filter(|_| is_cleared) {
                room.send(room.now(Seat { role, ..SEAT }, Act::Do(Command::Clear))).expect("cleared");
            }
            room
        };
        for question in 0..asked(&opened()).len() {
            let mut room = opened();
            let first = &asked(&room)[question].replies[0];
            let (role, cards) = (first.role, first.answer.clone().expect("an answer").cards);
            if !cards.into_iter().all(|card| room.send(room.now(Seat { role, ..SEAT }, Act::Do(Command::Add(card)))).is_ok()) {
                continue;
            }
            let Some(entry) = asked(&room).into_iter().nth(question).filter(|entry| entry.replies.iter().any(|reply| reply.chosen)) else { continue };
            let possible = |reply: &&Reply| reply.answer.is_some() && !reply.chosen && reply.hindrance.is_none();
            let others: Vec<Reply> = entry.replies.iter().filter(possible).cloned().collect();
            // of more than two an answer may join one and not another
            let answers = entry.replies.iter().filter(|reply| reply.answer.is_some()).count();
            let ([second], 2) = (&others[..], answers) else { continue };
            let view = Arc::new(room.view(SEAT).expect("a seat"));
            let mut desk =
                table_at(egui::vec2(1280.0, 1400.0), 100, Shown { view: Arc::clone(&view), stamp: 1, roles: Role::CORE.to_vec(), submitted: false }, Lang::En);
            let kind = if second.adds_up { AccessRole::CheckBox } else { AccessRole::RadioButton };
            desk.get_by_role_and_label(kind, &second.name()).click();
            desk.run_ok();
            let out = &desk.state().desk.out;
            let removed = out.iter().any(|request| matches!(request, Request::Send(_, Command::Remove(_))));
            assert_eq!(removed, !second.adds_up, "month {month}: {out:?}");
            let told = questions::does(&Prose::new(&view, Lang::En), &entry.replies, second);
            assert_eq!(told.contains("takes the place"), removed, "{told}");
            seen[usize::from(second.adds_up)] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 1), "{seen:?}");
}

#[test]
fn leaving_all_answers_excludes_each_of_them() {
    let entries = (1..=4).flat_map(|month| asked(&game(month)));
    let leaving: Vec<Reply> = entries.flat_map(|entry| entry.replies).filter(|reply| reply.answer.is_none()).collect();
    assert!(!leaving.is_empty() && leaving.iter().all(|reply| !reply.adds_up));
}
