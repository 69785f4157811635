//! What the window costs, under one clock with a bare one. Only for `benches/window`: built with the feature `measure`.

use crate::game::app::screen::Screen;
use crate::game::app::shown::Shown;
use crate::game::desk::state::Desk;
use crate::game::pictures::samples;
use crate::game::window::error::GameError;
use crate::game::window::opening::{self, Options};
use crate::sim::terms::Phase;
use crate::sim::units::CustomerId;
use crate::words::Lang;
use bevy::prelude::*;
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::RequestRedraw;
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// All of them set out again after so many seconds, just before they have arrived.
const AGAIN: f32 = 0.85;

/// The least that a window with egui is: Bevy's default plugins and one line of text.
pub fn bare(started: Instant) {
    let mut app = App::new();
    let window = Window { title: "bare".to_owned(), resolution: bevy::window::WindowResolution::new(1280, 720), ..default() };
    app.add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() })).add_plugins(EguiPlugin::default());
    app.add_systems(Startup, |mut commands: Commands| {
        commands.spawn(Camera2d);
    });
    app.add_systems(EguiPrimaryContextPass, |mut contexts: EguiContexts| -> Result {
        egui::Area::new("bare".into()).show(contexts.ctx_mut()?, |ui| ui.label("bare"));
        Ok(())
    });
    count_frames(&mut app, started);
    app.run();
}

/// The game as a player starts it, at its menu.
///
/// # Errors
/// Without a display or a graphics adapter.
pub fn menu(started: Instant) -> Result<(), GameError> {
    let mut app = opening::app(Options::default())?;
    count_frames(&mut app, started);
    app.run();
    Ok(())
}

/// The desk with so many customers, none of whom ever comes to rest.
///
/// # Errors
/// As [`menu`].
pub fn tokens(started: Instant, customers: usize) -> Result<(), GameError> {
    let mut app = opening::app(Options::default())?;
    app.insert_resource(Crowd(customers));
    app.add_systems(Startup, crowd).add_systems(Update, set_out.run_if(resource_exists::<Shown>));
    count_frames(&mut app, started);
    app.run();
    Ok(())
}

/// Customers that move at once.
#[derive(Resource)]
struct Crowd(usize);

/// A game in its ninth month in which the team knows so many customers.
fn crowd(mut commands: Commands, customers: Res<Crowd>, mut screen: ResMut<NextState<Screen>>) {
    let Some((mut shown, ..)) = samples::after(8, Lang::En) else {
        return;
    };
    let mut view = (*shown.view).clone();
    let known = view.customers.clone();
    view.customers = known.iter().cycle().take(customers.0).cloned().collect();
    for (place, customer) in view.customers.iter_mut().enumerate() {
        customer.id = CustomerId::at(place);
    }
    shown.view = Arc::new(view);
    commands.insert_resource(shown);
    screen.set(Screen::Desk);
}

/// Every customer goes on to the next lane.
fn set_out(time: Res<Time>, mut since: Local<f32>, mut shown: ResMut<Shown>, mut desk: ResMut<Desk>, mut redraw: MessageWriter<RequestRedraw>) {
    redraw.write(RequestRedraw);
    const LANES: [Phase; 6] = [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost];
    *since += time.delta_secs();
    desk.dialog = None;
    if *since < AGAIN {
        return;
    }
    *since = 0.0;
    let mut view = (*shown.view).clone();
    for customer in &mut view.customers {
        let lane = LANES.iter().position(|lane| *lane == customer.phase).unwrap_or(0);
        customer.phase = LANES[(lane + 1) % LANES.len()];
    }
    shown.view = Arc::new(view);
    shown.stamp += 1;
}

/// Tells when the first frame was handed to the window, and how many there are in a second.
fn count_frames(app: &mut App, started: Instant) {
    #[derive(Resource)]
    struct Count {
        started: Instant,
        frames: u32,
        second: Instant,
        in_second: u32,
    }
    fn count(mut count: ResMut<Count>) {
        count.frames += 1;
        count.in_second += 1;
        if count.frames == 1 {
            count.second = Instant::now();
            count.in_second = 0;
            eprintln!("first frame after {:.3} s", count.started.elapsed().as_secs_f64());
        } else if count.second.elapsed() >= Duration::from_secs(1) {
            eprintln!("{:.1} frames a second", f64::from(count.in_second) / count.second.elapsed().as_secs_f64());
            count.second = Instant::now();
            count.in_second = 0;
        }
    }
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.insert_resource(Count { started, frames: 0, second: started, in_second: 0 });
        render.add_systems(Render, count.after(RenderSystems::Render).in_set(RenderSystems::Cleanup));
    }
}
