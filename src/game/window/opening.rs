//! The real window: its size, its graphics, its pace.

use crate::game::app::case::{CaseText, SavesFolder};
use crate::game::app::root::clear_colour;
use crate::game::app::settings::{Settings, SettingsFile, StartNotice};
use crate::game::window::display::{backends, can_open_window, leave_dead_wayland};
use crate::game::window::error::GameError;
use crate::game::window::{contents, pace, shader};
use crate::words::Lang;
use bevy::app::AppExit;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{Backends, PowerPreference, RenderCreation, WgpuSettings};
use bevy::window::{Monitor, OnMonitor, PresentMode, PrimaryMonitor, PrimaryWindow, WindowResolution};
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
    leave_dead_wayland();
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
                    resolution: WindowResolution::new(USUAL.x as u32, USUAL.y as u32),
                    present_mode: PresentMode::AutoVsync,
                    resize_constraints: bevy::window::WindowResizeConstraints { min_width: LEAST.x, min_height: LEAST.y, ..default() },
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
    app.add_systems(Update, fit_monitor);
    Ok(app)
}

/// The size at which the window opens, in points, where the monitor is as large.
const USUAL: Vec2 = Vec2::new(1280.0, 720.0);
/// The least size at which every screen works, in points.
const LEAST: Vec2 = Vec2::new(960.0, 600.0);

/// The size for a window that wants `size` on a monitor of so many points: never larger than the monitor.
fn fitted(size: Vec2, monitor: Vec2) -> Vec2 {
    if monitor.min_element() < 1.0 { size } else { size.min(monitor) }
}

/// Once it is known on which monitor the window has opened, it is made to fit; what is larger than its monitor has its buttons out
/// of reach.
fn fit_monitor(
    mut windows: Query<(&mut Window, Option<&OnMonitor>), With<PrimaryWindow>>,
    monitors: Query<(&Monitor, Has<PrimaryMonitor>)>,
    mut done: Local<bool>,
) {
    if *done {
        return;
    }
    for (mut window, on) in &mut windows {
        let own = on.and_then(|on| monitors.get(on.0).ok());
        let Some((monitor, _)) = own.or_else(|| monitors.iter().find(|(_, is_primary)| *is_primary)) else { continue };
        let scale = (monitor.scale_factor as f32).max(0.1);
        let room = Vec2::new(monitor.physical_width as f32, monitor.physical_height as f32) / scale;
        let size = fitted(window.size(), room);
        if size != window.size() {
            let least = fitted(LEAST, room);
            (window.resize_constraints.min_width, window.resize_constraints.min_height) = (least.x, least.y);
            window.resolution.set(size.x, size.y);
        }
        *done = true;
    }
}

/// Graphics that spare the battery and take any adapter, software ones too.
pub(in crate::game) fn graphics(backends: Backends) -> RenderCreation {
    WgpuSettings { backends: Some(backends), power_preference: PowerPreference::LowPower, ..default() }.into()
}

fn open_camera(mut commands: Commands, settings: Res<Settings>) {
    let ground = clear_colour(&settings);
    commands.spawn((Camera2d, Camera { clear_color: ClearColorConfig::Custom(ground), ..default() }, Msaa::Off, PrimaryEguiContext));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_never_larger_than_its_monitor() {
        assert_eq!(fitted(USUAL, Vec2::new(1920.0, 1080.0)), USUAL);
        assert_eq!(fitted(USUAL, Vec2::new(1024.0, 768.0)), Vec2::new(1024.0, 720.0));
        // a laptop's screen at double size
        assert_eq!(fitted(USUAL, Vec2::new(683.0, 384.0)), Vec2::new(683.0, 384.0));
        // a monitor that does not tell its size
        assert_eq!(fitted(USUAL, Vec2::ZERO), USUAL);
    }

    #[test]
    fn a_window_that_opens_on_a_smaller_monitor_is_made_to_fit_once() {
        let mut app = App::new();
        app.add_systems(Update, fit_monitor);
        let window = Window { resolution: WindowResolution::new(USUAL.x as u32, USUAL.y as u32), ..default() };
        let window = app.world_mut().spawn((window, PrimaryWindow)).id();
        app.update();
        let size = |app: &App| app.world().get::<Window>(window).map(Window::size);
        assert_eq!(size(&app), Some(USUAL), "no monitor is known yet");
        let monitor = Monitor {
            name: None,
            physical_height: 768,
            physical_width: 1024,
            physical_position: IVec2::ZERO,
            refresh_rate_millihertz: None,
            scale_factor: 1.0,
            video_modes: Vec::new(),
        };
        app.world_mut().spawn((monitor, PrimaryMonitor));
        app.update();
        assert_eq!(size(&app), Some(Vec2::new(1024.0, 720.0)));
        // afterwards the player makes it as large as he likes
        if let Some(mut window) = app.world_mut().get_mut::<Window>(window) {
            window.resolution.set(1100.0, 700.0);
        }
        app.update();
        assert_eq!(size(&app), Some(Vec2::new(1100.0, 700.0)));
    }
}
