//! Another game on the same desk: it begins as if there had been none before it.

use crate::desk::{game_with_luck, table};
use bevy_egui::egui::{Event, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::game::app::root::forget;
use rapport::game::app::shown::Shown;
use rapport::game::desk::state::Evaluation;
use rapport::game::desk::{Desk, Dialog};
use rapport::prose::Prose;
use rapport::prose::agenda;
use rapport::sim::terms::Tier;
use rapport::sim::units::Role;
use rapport::words::{Lang, tr};
use std::sync::Arc;

use crate::desk::{SEAT, Table};

/// Where the first line of the agenda stands.
fn first_line(desk: &Harness<'_, Table>) -> f32 {
    let first = agenda::entries(&Prose::new(&desk.state().shown.view, Lang::En), false).into_iter().next().expect("a line");
    desk.get_all_by_label(&format!("{} · {}", first.title, first.sub)).next().expect("it is drawn").rect().top()
}

#[test]
fn the_agenda_of_another_game_begins_at_its_top() {
    let mut desk = table(4, Lang::En);
    let top = first_line(&desk);
    let at = desk.get_by_label(&tr(Lang::En, "agenda-title")).rect().left_bottom() + vec2(60.0, 60.0);
    desk.hover_at(at);
    desk.run_ok();
    desk.event(Event::MouseWheel { unit: MouseWheelUnit::Point, delta: vec2(0.0, -200.0), phase: TouchPhase::Move, modifiers: Modifiers::NONE });
    desk.run_ok();
    assert!(first_line(&desk) < top - 20.0, "it is scrolled");
    // another class opens its own game, which is in the same month
    let view = Arc::new(game_with_luck(4, 12).view(SEAT).expect("a seat"));
    forget(&desk.ctx);
    let state = desk.state_mut();
    (state.desk, state.shown) = (Desk::default(), Shown { view, stamp: 999, roles: Role::CORE.to_vec(), submitted: false });
    desk.run_ok();
    assert!((first_line(&desk) - top).abs() < 1.0, "{} {top}", first_line(&desk));
}

#[test]
fn what_was_chosen_for_one_customer_and_not_filed_is_not_chosen_for_another() {
    let mut desk = table(5, Lang::En);
    let view = Arc::clone(&desk.state().shown.view);
    let [one, other] = [0, 1].map(|place| Evaluation::of(&view, view.customers[place].id));
    desk.state_mut().desk.dialog = Some(Dialog::Evaluate(one));
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "tier-small")).click();
    desk.run_ok();
    assert_eq!(desk.state().desk.dialog, Some(Dialog::Evaluate(Evaluation { tier: Tier::Small, ..one })));
    desk.get_by_label(&tr(Lang::En, "desk-cancel")).click();
    desk.run_ok();
    desk.state_mut().desk.dialog = Some(Dialog::Evaluate(other));
    desk.run_ok();
    assert_eq!(desk.state().desk.dialog, Some(Dialog::Evaluate(other)));
}
