//! The settings, in a dialog over whatever is on the screen. Everything applies at once.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::{Look, Settings, StartNotice, TEXT_SIZES};
use crate::game::app::shot::Shot;
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, dialog, segmented, setting_row, switch};
use crate::words::{Lang, tr};
use bevy::prelude::*;
use bevy_egui::egui::{Align, Layout, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// The settings among the pictures.
pub(in crate::game) const SHOTS: &[Shot] = &[Shot { name: "settings", setup: show_settings, dark: false }];

fn show_settings(world: &mut World) {
    world.resource_mut::<NextState<Screen>>().set(Screen::Title);
    world.resource_mut::<NextState<Menu>>().set(Menu::Settings);
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(in_state(Menu::Settings)));
}

fn draw(
    mut contexts: EguiContexts,
    mut settings: ResMut<Settings>,
    notice: Res<StartNotice>,
    screen: Res<State<Screen>>,
    mut menu: ResMut<NextState<Menu>>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let lang = settings.lang;
    let notice = notice.0.as_ref().map(|notice| notice.sentence(lang));
    // Compared afterwards, so that looking at the settings does not count as changing them.
    let mut wanted = settings.clone();
    let (is_done, is_closing) = dialog(context, "settings", &tr(lang, "settings-title"), |ui| settings_panel(&mut wanted, notice.as_deref(), ui));
    settings.set_if_neq(wanted);
    if is_done || is_closing {
        let behind = if *screen.get() == Screen::Title { Menu::None } else { Menu::Pause };
        menu.set(behind);
    }
    Ok(())
}

/// Draws the settings; returns whether the player is done with them.
pub fn settings_panel(settings: &mut Settings, notice: Option<&str>, ui: &mut Ui) -> bool {
    let lang = settings.lang;
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    ui.set_width((600.0 * scale.max(0.9)).min(ui.ctx().content_rect().width() - 120.0));
    ui.label(theme::text(ui, Role::Body, tr(lang, "settings-lead")).color(p.muted));
    if let Some(notice) = notice {
        ui.label(theme::text(ui, Role::Body, format!("{} {notice}", icons::WARNING)).color(p.warn));
    }
    ui.add_space(8.0);
    ui.spacing_mut().item_spacing.y = 9.0;

    setting_row(ui, &tr(lang, "settings-language"), Some(&tr(lang, "settings-language-detail")), |ui| {
        let names = Lang::ALL.map(|lang| tr(lang, "language-name"));
        let choices = [(Lang::En, names[0].as_ref()), (Lang::Zh, names[1].as_ref())];
        segmented(ui, &mut settings.lang, &choices);
    });
    setting_row(ui, &tr(lang, "settings-theme"), None, |ui| {
        let light = format!("{} {}", icons::SUN, tr(lang, "settings-theme-light"));
        let dark = format!("{} {}", icons::MOON, tr(lang, "settings-theme-dark"));
        segmented(ui, &mut settings.look, &[(Look::Light, &light), (Look::Dark, &dark)]);
    });
    setting_row(ui, &tr(lang, "settings-text"), Some(&tr(lang, "settings-text-detail")), |ui| {
        let names = TEXT_SIZES.map(|size| format!("{size}%"));
        let choices: Vec<(u16, &str)> = TEXT_SIZES.into_iter().zip(names.iter().map(String::as_str)).collect();
        segmented(ui, &mut settings.text_percent, &choices);
    });
    on_or_off(ui, lang, "settings-motion", "settings-motion-detail", &mut settings.reduced_motion);
    on_or_off(ui, lang, "settings-names", "settings-names-detail", &mut settings.fictional_names);

    ui.add_space(12.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Button::primary(tr(lang, "back"))).clicked()).inner
}

fn on_or_off(ui: &mut Ui, lang: Lang, name: &str, detail: &str, value: &mut bool) {
    let state = if *value { tr(lang, "settings-on") } else { tr(lang, "settings-off") };
    let name = tr(lang, name);
    setting_row(ui, &name, Some(&tr(lang, detail)), |ui| switch(ui, value, &name, &state));
}
