//! A word from the game itself, over whatever is on the screen: a save that is damaged, a disk that is full.

use crate::game::app::root::DrawSystems;
use crate::game::app::settings::Settings;
use crate::game::theme::{self, Role};
use crate::game::widgets::{Button, dialog};
use crate::words::tr;
use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::path::PathBuf;

/// What is to be said, one after another.
#[derive(Resource, Clone, Debug, Default)]
pub struct Notice {
    waiting: Vec<String>,
    /// Files of which something has been said already.
    pub told: Vec<PathBuf>,
}

impl Notice {
    /// Says something once what was said before is closed.
    pub fn say(&mut self, text: String) {
        self.waiting.push(text);
    }

    /// How many words wait to be read.
    #[must_use]
    pub fn count(&self) -> usize {
        self.waiting.len()
    }

    /// What is said now.
    pub fn first(&self) -> Option<&str> {
        self.waiting.first().map(String::as_str)
    }
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Notice>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(|notice: Res<Notice>| !notice.waiting.is_empty()));
}

fn draw(mut contexts: EguiContexts, settings: Res<Settings>, mut notice: ResMut<Notice>) -> Result {
    let context = contexts.ctx_mut()?;
    let Some(text) = notice.first().map(str::to_owned) else { return Ok(()) };
    let (done, closing) = dialog(context, "notice", &tr(settings.lang, "notice-title"), |ui| {
        ui.set_width(460.0 * theme::scale(ui.style()).max(0.9));
        ui.label(theme::text(ui, Role::Body, text));
        ui.add_space(12.0);
        ui.add(Button::primary(tr(settings.lang, "close"))).clicked()
    });
    if done || closing {
        notice.waiting.remove(0);
    }
    Ok(())
}
