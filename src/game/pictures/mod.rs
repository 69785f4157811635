//! Pictures of the screens, drawn off screen: no window, no display, any adapter, software ones too.
//!
//! A screen joins by a [`Shot`] in its file's `SHOTS`, and that list's name in [`all_shots`].

mod desk;
pub mod samples;

use crate::game::app::root;
use crate::game::app::settings::{Look, Settings};
use crate::game::app::shot::Shot;
use crate::game::window::display::backends;
use crate::game::window::error::GameError;
use crate::game::window::{contents, opening, shader};
use crate::game::{menu, session, setup};
use crate::words::Lang;
use bevy::app::{AppExit, ScheduleRunnerPlugin};
use bevy::camera::RenderTarget;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::TextureFormat;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::time::TimeUpdateStrategy;
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;
use bevy_egui::{EguiGlobalSettings, PrimaryEguiContext};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Every screen, in the order of a game.
fn all_shots() -> impl Iterator<Item = Shot> {
    [menu::title::SHOTS, menu::settings::SHOTS, menu::about::SHOTS, menu::saves::SHOTS, session::replay::SHOTS, setup::SHOTS, desk::SHOTS]
        .into_iter()
        .flatten()
        .copied()
}

const SIZES: [(u32, u32); 3] = [(1280, 720), (1920, 1080), (1024, 768)];
/// Small windows and large letters, with the text size in percent, for those screens that hold most.
const TIGHT: [((u32, u32), u16); 3] = [((960, 600), 100), ((1280, 720), 160), ((1366, 768), 150)];
const HOLD_MOST: [&str; 10] = [
    "desk-first-month",
    "desk-board",
    "desk-customers",
    "desk-stages",
    "desk-value",
    "desk-rebate",
    "desk-help",
    "desk-finance",
    "desk-five-roles",
    "results-score",
];
/// Frames before the picture: egui measures in the first ones.
const SETTLE: u32 = 8;
/// Frames after which something is wrong.
const PATIENCE: u32 = 900;
/// A picture with fewer colours shows nothing.
const FEWEST_COLOURS: usize = 8;

struct Job {
    shot: Shot,
    lang: Lang,
    size: (u32, u32),
    /// The text size in percent.
    text: u16,
    name: String,
}

struct Current {
    job: Job,
    camera: Entity,
    image: Handle<Image>,
    frames: u32,
}

/// The work to do, and what came of it.
#[derive(Resource, Default)]
struct Studio {
    folder: PathBuf,
    jobs: VecDeque<Job>,
    current: Option<Current>,
    done: Vec<PathBuf>,
    failure: Option<GameError>,
}

/// Draws the screens, in both languages and sizes, whose names (`desk-board-en-1280x720`) are wanted into `folder`; returns
/// the pictures' paths.
///
/// # Errors
/// Without a graphics adapter, when the folder cannot be written, or when a picture comes out empty.
pub fn screenshots(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, GameError> {
    let backends = backends()?;
    std::fs::create_dir_all(folder).map_err(|error| GameError::Write { path: folder.to_owned(), reason: error.to_string() })?;
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() })
            .set(RenderPlugin { render_creation: opening::graphics(backends), synchronous_pipeline_compilation: true, ..default() })
            .set(LogPlugin { filter: opening::LOG_FILTER.to_owned(), ..default() })
            .disable::<WinitPlugin>(),
    );
    app.add_plugins((ScheduleRunnerPlugin::run_loop(Duration::ZERO), shader::plugin, contents::plugin));
    app.world_mut().resource_mut::<EguiGlobalSettings>().auto_create_primary_context = false;
    app.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(16)));
    app.insert_resource(Studio { folder: folder.to_owned(), jobs: jobs().filter(|job| wanted(&job.name)).collect(), ..default() });
    app.add_systems(First, drive);
    // The app is gone once it has run; what came of it is sent out before.
    let (sender, receiver) = std::sync::mpsc::channel();
    let sender = std::sync::Mutex::new(sender);
    app.add_systems(Last, move |mut studio: ResMut<Studio>, mut exit: MessageWriter<AppExit>| {
        if studio.failure.is_none() && (studio.current.is_some() || !studio.jobs.is_empty()) {
            return;
        }
        let result = studio.failure.take().map_or_else(|| Ok(std::mem::take(&mut studio.done)), Err);
        if let Ok(sender) = sender.lock() {
            // Nobody listens any more only when the result has been taken already.
            let _ = sender.send(result);
        }
        exit.write(AppExit::Success);
    });
    app.run();
    let nothing = || GameError::Picture { name: String::new(), reason: "the app ended before the pictures were taken" };
    receiver.try_recv().unwrap_or_else(|_| Err(nothing()))
}

fn jobs() -> impl Iterator<Item = Job> {
    all_shots().flat_map(|shot| {
        let tight = TIGHT.into_iter().filter(move |_| HOLD_MOST.contains(&shot.name));
        SIZES.into_iter().map(|size| (size, 100)).chain(tight).flat_map(move |(size, text)| {
            Lang::ALL.into_iter().map(move |lang| {
                let tag = match lang {
                    Lang::En => "en",
                    Lang::Zh => "zh",
                };
                let larger = if text == 100 { String::new() } else { format!("-{text}") };
                Job { shot, lang, size, text, name: format!("{}-{tag}-{}x{}{larger}", shot.name, size.0, size.1) }
            })
        })
    })
}

/// Sets up the next picture, waits until the screen has settled, takes it.
fn drive(world: &mut World) {
    let mut studio = std::mem::take(&mut *world.resource_mut::<Studio>());
    if studio.failure.is_none() {
        match studio.current.as_mut() {
            None => studio.current = studio.jobs.pop_front().map(|job| begin(world, job)),
            Some(current) => {
                current.frames += 1;
                if current.frames == SETTLE {
                    world.spawn(Screenshot::image(current.image.clone())).observe(taken);
                } else if current.frames > PATIENCE {
                    let name = current.job.name.clone();
                    studio.failure = Some(GameError::Picture { name, reason: "it did not come" });
                }
            }
        }
    }
    *world.resource_mut::<Studio>() = studio;
}

fn begin(world: &mut World, job: Job) -> Current {
    let look = if job.shot.dark { Look::Dark } else { Look::Light };
    let settings = Settings { lang: job.lang, look, text_percent: job.text, reduced_motion: true, fictional_names: false };
    let ground = root::clear_colour(&settings);
    world.insert_resource(settings);
    (job.shot.setup)(world);
    let (width, height) = job.size;
    let image = Image::new_target_texture(width, height, TextureFormat::Rgba8UnormSrgb, None);
    let image = world.resource_mut::<Assets<Image>>().add(image);
    let camera = world
        .spawn((
            Camera2d,
            Camera { clear_color: ClearColorConfig::Custom(ground), ..default() },
            RenderTarget::Image(image.clone().into()),
            Msaa::Off,
            PrimaryEguiContext,
        ))
        .id();
    Current { job, camera, image, frames: 0 }
}

fn taken(captured: On<ScreenshotCaptured>, mut commands: Commands, mut studio: ResMut<Studio>, mut images: ResMut<Assets<Image>>) {
    let Some(current) = studio.current.take() else {
        return;
    };
    commands.entity(current.camera).despawn();
    images.remove(&current.image);
    match save(&captured.image, &studio.folder, &current.job.name) {
        Ok(path) => studio.done.push(path),
        Err(error) => studio.failure = Some(error),
    }
}

fn save(image: &Image, folder: &Path, name: &str) -> Result<PathBuf, GameError> {
    let fault = |reason| GameError::Picture { name: name.to_owned(), reason };
    let picture = image.clone().try_into_dynamic().map_err(|_unreadable| fault("its format cannot be read"))?.to_rgb8();
    let mut colours = std::collections::BTreeSet::new();
    for pixel in picture.pixels() {
        colours.insert(pixel.0);
        if colours.len() >= FEWEST_COLOURS {
            break;
        }
    }
    if colours.len() < FEWEST_COLOURS {
        return Err(fault("it is blank"));
    }
    let path = folder.join(format!("{name}.png"));
    picture.save(&path).map_err(|error| GameError::Write { path: path.clone(), reason: error.to_string() })?;
    Ok(path)
}
