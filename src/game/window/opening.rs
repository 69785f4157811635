//! The real window: its size, its graphics, its pace.

use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::root::clear_colour;
use crate::game::app::settings::{Settings, SettingsFile, StartNotice};
use crate::game::window::display::{backends, can_open_window};
use crate::game::window::error::GameError;
use crate::game::window::{contents, pace, shader};
use crate::words::Lang;
use bevy::app::AppExit;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{Backends, PowerPreference, RenderCreation, WgpuSettings};
use bevy::window::{PresentMode, WindowResolution};
use bevy_egui::{EguiGlobalSettings, PrimaryEguiContext};

/// How to start the game.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language, when the command line names one; else the player's setting, else the system's.
    pub lang: Option<Lang>,
    /// The text of a scenario that reads without mistakes; else the built-in one is played.
    pub scenario: Option<String>,
}

/// Log lines of use to a player's bug report, without what software rendering and drivers remark on.
pub(in crate::game) const LOG_FILTER: &str = "warn,bevy_render::renderer=error,bevy_egui::render=error,wgpu=error,naga=error,winit=error";

/// Opens the window and plays until it is closed.
///
/// # Errors
/// When there is no display or no graphics adapter, or the app ends with an error.
pub fn run(options: Options) -> Result<(), GameError> {
    match app(options)?.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(GameError::Ended(code.get())),
    }
}

/// The game in its window, ready to run.
pub(in crate::game) fn app(options: Options) -> Result<App, GameError> {
    can_open_window()?;
    let backends = backends()?;
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(Window {
                    title: "Rapport 客缘".to_owned(),
                    name: Some("rapport".to_owned()),
                    resolution: WindowResolution::new(1280, 720),
                    present_mode: PresentMode::AutoVsync,
                    resize_constraints: bevy::window::WindowResizeConstraints { min_width: 960.0, min_height: 600.0, ..default() },
                    ..default()
                }),
                ..default()
            })
            .set(RenderPlugin { render_creation: graphics(backends), ..default() })
            .set(LogPlugin { filter: LOG_FILTER.to_owned(), ..default() }),
    );
    app.add_plugins((shader::plugin, pace::plugin, contents::plugin));
    app.world_mut().resource_mut::<EguiGlobalSettings>().auto_create_primary_context = false;

    let file = SettingsFile::of_user();
    let (mut settings, notice) = file.load();
    if let Some(lang) = options.lang {
        settings.lang = lang;
    }
    app.insert_resource(file).insert_resource(settings).insert_resource(StartNotice(notice));
    if let Some(text) = options.scenario {
        app.insert_resource(CaseText(text.into()));
    }
    app.insert_resource(SavesFolder(crate::store::folder()));
    app.add_systems(Startup, open_camera);
    Ok(app)
}

/// Graphics that spare the battery and take any adapter, software ones too.
pub(in crate::game) fn graphics(backends: Backends) -> RenderCreation {
    WgpuSettings { backends: Some(backends), power_preference: PowerPreference::LowPower, ..default() }.into()
}

fn open_camera(mut commands: Commands, settings: Res<Settings>) {
    let ground = clear_colour(&settings);
    commands.spawn((Camera2d, Camera { clear_color: ClearColorConfig::Custom(ground), ..default() }, Msaa::Off, PrimaryEguiContext));
}
