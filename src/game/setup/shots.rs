//! Pictures of the set-up.

use super::cases::{CASES, Case};
use super::form::{SetupForm, share_out};
use crate::game::app::case::CaseText;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use bevy::prelude::*;

pub(in crate::game) const SHOTS: &[Shot] = &[
    Shot { name: "setup", setup: |world| show_setup(world, 0), dark: false },
    Shot {
        name: "setup-people",
        setup: |world| {
            show_setup(world, 0);
            let lang = world.resource::<Settings>().lang;
            if let Some(guide) = CASES.first() {
                share_out(guide, &mut world.resource_mut::<SetupForm>().teams[0], 4, lang);
            }
        },
        dark: false,
    },
    Shot {
        name: "setup-number",
        setup: |world| {
            show_setup(world, 0);
            if let Some(guide) = CASES.first() {
                world.resource_mut::<SetupForm>().draw_number(guide);
            }
        },
        dark: false,
    },
    Shot {
        name: "setup-table",
        setup: |world| {
            show_setup(world, 0);
            let mut form = world.resource_mut::<SetupForm>();
            form.teams.truncate(1);
            (form.locks_undo, form.code) = (true, "0417".to_owned());
        },
        dark: false,
    },
    Shot { name: "setup-case-2", setup: |world| show_setup(world, 1), dark: false },
    Shot { name: "setup-case-3", setup: |world| show_setup(world, 2), dark: false },
    Shot { name: "setup-case-4", setup: |world| show_setup(world, 3), dark: false },
    Shot { name: "setup-case-5", setup: |world| show_setup(world, 4), dark: false },
    Shot { name: "setup-case-6", setup: |world| show_setup(world, 5), dark: false },
];

/// The set-up with the case at that place chosen.
fn show_setup(world: &mut World, case: usize) {
    let lang = world.resource::<Settings>().lang;
    world.insert_resource(SetupForm::new(lang));
    if let Some((_, text)) = crate::scenario::embedded().get(case) {
        world.insert_resource(CaseText((*text).into()));
    }
    world.insert_resource(Case(CASES.get(case).cloned()));
    world.resource_mut::<NextState<Screen>>().set(Screen::Setup);
    world.resource_mut::<NextState<Menu>>().set(Menu::None);
}
