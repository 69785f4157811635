//! What this is, whose work is in it, and under which licences.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use crate::game::theme::{self, Role};
use crate::game::widgets::{Button, dialog};
use crate::words::{Lang, tr, tr_with};
use bevy::prelude::*;
use bevy_egui::egui::{Align, Layout, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) const SHOTS: &[Shot] = &[Shot { name: "about", setup: show_about, dark: false }];

fn show_about(world: &mut World) {
    world.resource_mut::<NextState<Screen>>().set(Screen::Title);
    world.resource_mut::<NextState<Menu>>().set(Menu::About);
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::About)));
}

fn draw(mut contexts: EguiContexts, settings: Res<Settings>, screen: Res<State<Screen>>, mut menu: ResMut<NextState<Menu>>) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    let (is_done, is_closing) = dialog(context, "about", &tr(lang, "about-title"), |ui| about_panel(lang, ui));
    if is_done || is_closing {
        let behind = if *screen.get() == Screen::Title { Menu::None } else { Menu::Pause };
        menu.set(behind);
    }
    Ok(())
}

/// Draws it; returns whether the player is done reading.
pub fn about_panel(lang: Lang, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    ui.set_width((520.0 * theme::scale(ui.style()).max(0.9)).min(ui.ctx().content_rect().width() - 120.0));
    let version = tr_with(lang, "about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    ui.label(theme::text(ui, Role::Small, version).color(p.muted));
    ui.add_space(4.0);
    for key in ["about-what", "about-licence", "about-fonts", "about-built"] {
        ui.label(theme::text(ui, Role::Body, tr(lang, key)));
    }
    ui.add_space(12.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Button::primary(tr(lang, "close"))).clicked()).inner
}
