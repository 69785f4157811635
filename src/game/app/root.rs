//! The egui context all screens draw in: its fonts, its style, its scale, and the ground beneath everything.

use crate::game::app::settings::Settings;
use crate::game::app::shown::OnTable;
use crate::game::app::table::TableRules;
use crate::game::theme;
use crate::game::widgets::{colour_teams, speak};
use bevy::asset::AssetEventSystems;
use bevy::ecs::lifecycle::Add;
use bevy::prelude::*;
use bevy_egui::egui::{self, LayerId, UiBuilder};
use bevy_egui::{EguiContext, EguiContexts, EguiPostUpdateSet, EguiPrimaryContextPass};

/// The order in which a frame is drawn: ground, screen, what lies over it.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DrawSystems {
    /// Fonts, style and scale, and whatever must be settled before a screen is drawn.
    Style,
    /// The screen.
    Screen,
    /// What lies over it.
    Overlay,
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.configure_sets(EguiPrimaryContextPass, (DrawSystems::Style, DrawSystems::Screen, DrawSystems::Overlay).chain());
    // Letters that are drawn for the first time are added to an image, and the graphics card hears of that with Bevy's news of
    // changed images. `bevy_egui` 0.42 leaves open which comes first: told before, the news waits for the next frame, and until
    // then, which is long in a window that rests, those letters are missing.
    app.configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems));
    app.init_resource::<OnTable>();
    app.add_observer(install_fonts);
    app.add_systems(EguiPrimaryContextPass, (forget_last_game, apply_style, colours).chain().in_set(DrawSystems::Style));
    app.add_systems(Update, follow_theme.run_if(resource_changed::<Settings>));
}

/// A new context has no fonts, and must have them before its first frame.
fn install_fonts(added: On<Add, EguiContext>, mut contexts: Query<&mut EguiContext>) {
    let Ok(mut context) = contexts.get_mut(added.entity) else {
        return;
    };
    let context = context.get_mut();
    theme::install_fonts(context);
    context.options_mut(|options| options.zoom_with_keyboard = false);
}

/// Another game begins with every list at its top and nothing open; what else is in that memory is put back with the style.
fn forget_last_game(mut contexts: EguiContexts, on_table: Res<OnTable>, mut last: Local<OnTable>) -> Result {
    if *last != *on_table {
        forget(contexts.ctx_mut()?);
        *last = *on_table;
    }
    Ok(())
}

/// What widgets remember by themselves goes: how far each was scrolled, what was unfolded, what was begun.
pub fn forget(context: &egui::Context) {
    context.data_mut(egui::util::IdTypeMap::clear);
}

/// What the style was last made for.
#[derive(Default, PartialEq, Clone)]
struct Applied {
    context: Option<u64>,
    settings: Option<Settings>,
}

fn apply_style(mut contexts: EguiContexts, settings: Res<Settings>, mut applied: Local<Applied>, mut serial: Local<u64>) -> Result {
    let context = contexts.ctx_mut()?;
    // A context is known by a mark in its memory, so that a new one is dressed as well.
    let mark = egui::Id::new("rapport-style");
    let known = context.data(|data| data.get_temp::<u64>(mark));
    let wanted = Applied { context: known, settings: Some(settings.clone()) };
    if known.is_none() || *applied != wanted {
        *serial += 1;
        let number = *serial;
        context.data_mut(|data| data.insert_temp(mark, number));
        dress(context, &settings);
        *applied = Applied { context: Some(number), settings: Some(settings.clone()) };
    }
    let size = context.viewport_rect().size() * context.zoom_factor();
    let zoom = zoom_for(size);
    // Before the window has told its size, egui takes it to be endless.
    if size.x < 9_000.0 && (context.zoom_factor() - zoom).abs() > 0.01 {
        context.set_zoom_factor(zoom);
    }
    Ok(())
}

/// The teams have the colours of the game on the table.
fn colours(mut contexts: EguiContexts, rules: Option<Res<TableRules>>) -> Result {
    colour_teams(contexts.ctx_mut()?, rules.as_ref().map_or(&[], |rules| &rules.colours));
    Ok(())
}

/// Gives a context the player's theme, text size, motion and language.
pub fn dress(context: &egui::Context, settings: &Settings) {
    speak(context, settings.lang);
    let is_dark = settings.look.is_dark();
    let p = if is_dark { &theme::DARK } else { &theme::LIGHT };
    let theme = if is_dark { egui::Theme::Dark } else { egui::Theme::Light };
    context.set_theme(theme);
    context.set_style_of(theme, theme::style(p, is_dark, settings.text_scale(), !settings.reduced_motion));
}

/// A larger window shows everything somewhat larger, and somewhat more of it: the square root of its growth over
/// 1280 x 720, in steps so that dragging its edge does not redraw all glyphs with every pixel.
fn zoom_for(size: egui::Vec2) -> f32 {
    let growth = (size.x / 1280.0).min(size.y / 720.0).clamp(1.0, 4.0);
    (growth.sqrt() * 20.0).round() / 20.0
}

/// The colour behind everything.
pub(in crate::game) fn clear_colour(settings: &Settings) -> Color {
    let p = if settings.look.is_dark() { &theme::DARK } else { &theme::LIGHT };
    Color::srgb_u8(p.bg.r(), p.bg.g(), p.bg.b())
}

fn follow_theme(settings: Res<Settings>, mut cameras: Query<&mut Camera>) {
    for mut camera in &mut cameras {
        camera.clear_color = ClearColorConfig::Custom(clear_colour(&settings));
    }
}

/// A `Ui` over the whole window, for one screen to draw in. `name` keeps the ids of screens apart.
#[must_use]
pub fn root_ui(context: &egui::Context, name: &'static str) -> egui::Ui {
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(context.viewport_rect());
    egui::Ui::new(context.clone(), name.into(), builder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::app::settings::Look;
    use crate::words::Lang;
    use bevy::asset::AssetPlugin;
    use bevy::ecs::message::Messages;
    use bevy::image::Image;
    use bevy_egui::{EguiUserTextures, PrimaryEguiContext};

    #[test]
    fn letters_drawn_for_the_first_time_are_on_the_screen_in_the_same_frame() {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, AssetPlugin::default())).init_asset::<Image>();
        app.insert_resource(Settings { lang: Lang::En, look: Look::Light, text_percent: 100, reduced_motion: true, fictional_names: false });
        plugin(&mut app);
        // where bevy_egui writes them into the image
        let letters = |mut images: ResMut<Assets<Image>>| drop(images.add(Image::default()));
        app.add_systems(PostUpdate, letters.in_set(EguiPostUpdateSet::PostProcessOutput));
        app.update();
        assert!(!app.world().resource::<Messages<AssetEvent<Image>>>().is_empty(), "the card hears of it one frame late");
    }

    #[test]
    fn what_widgets_remember_goes_with_the_game_and_the_style_stays() {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, AssetPlugin::default())).init_asset::<Image>().init_resource::<EguiUserTextures>();
        app.insert_resource(Settings { lang: Lang::Zh, look: Look::Dark, text_percent: 100, reduced_motion: true, fictional_names: false });
        plugin(&mut app);
        let entity = app.world_mut().spawn((EguiContext::default(), PrimaryEguiContext)).id();
        let mut frame = |on_table: u64, scrolled: Option<f32>| {
            app.insert_resource(OnTable(on_table));
            app.world_mut().run_schedule(EguiPrimaryContextPass);
            let context = app.world_mut().get_mut::<EguiContext>(entity).expect("a context").get_mut().clone();
            if let Some(scrolled) = scrolled {
                context.data_mut(|data| data.insert_persisted(egui::Id::new("a list"), scrolled));
            }
            assert!(context.global_style().visuals.dark_mode);
            context.data_mut(|data| data.get_persisted::<f32>(egui::Id::new("a list")))
        };
        assert_eq!(frame(1, Some(120.0)), Some(120.0));
        assert_eq!(frame(1, None), Some(120.0), "the same game");
        assert_eq!(frame(2, None), None, "another one");
    }

    #[test]
    fn larger_windows_show_more_and_larger() {
        assert_eq!(zoom_for(egui::vec2(1280.0, 720.0)), 1.0);
        assert_eq!(zoom_for(egui::vec2(960.0, 600.0)), 1.0);
        assert!((zoom_for(egui::vec2(1920.0, 1080.0)) - 1.2).abs() < 0.03);
    }
}
