//! How often the window redraws: not at all while nothing moves.
//!
//! A panel that moves something asks egui, as any egui code does: `ctx.request_repaint()` for the next frame, or
//! `ctx.request_repaint_after(theme::SLOW_FRAME)` for calm movements. `bevy_egui` only hears the former; this file hears the
//! latter too. The answer has few steps, since every change of pace costs a frame of its own.

use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::egui::{Event, Modifiers};
use bevy_egui::{EguiFullOutput, EguiInput, EguiPostUpdateSet, EguiPreUpdateSet};
use std::time::Duration;

/// Longer than this is rest.
const REST: Duration = Duration::from_secs(60);
const STEPS: [Duration; 5] =
    [Duration::from_millis(16), Duration::from_millis(33), Duration::from_millis(100), Duration::from_millis(500), Duration::from_millis(1000)];

pub(in crate::game) fn plugin(app: &mut App) {
    app.insert_resource(settings(REST));
    app.add_systems(PreUpdate, drop_news_of_nothing.after(EguiPreUpdateSet::ProcessInput));
    app.add_systems(PostUpdate, follow_egui.after(EguiPostUpdateSet::EndPass).before(EguiPostUpdateSet::ProcessOutput));
}

/// `bevy_egui` 0.42 tells egui the state of the modifier keys with every frame, and egui draws another frame after any event:
/// together they never rest. Told once is enough.
fn drop_news_of_nothing(mut inputs: Query<(Entity, &mut EguiInput)>, mut told: Local<Option<(Entity, Modifiers)>>) {
    for (context, mut input) in &mut inputs {
        let news = input.events.iter().rev().find_map(|event| match event {
            Event::ModifiersChanged(modifiers) => Some((context, *modifiers)),
            _ => None,
        });
        if news.is_some() && news == *told && input.events.len() == 1 {
            input.events.clear();
        }
        if news.is_some() {
            *told = news;
        }
    }
}

fn settings(wait: Duration) -> WinitSettings {
    WinitSettings { focused_mode: UpdateMode::reactive_low_power(wait), unfocused_mode: UpdateMode::reactive_low_power(wait.max(STEPS[2])) }
}

fn follow_egui(outputs: Query<&EguiFullOutput>, mut winit: ResMut<WinitSettings>) {
    let delay = outputs
        .iter()
        .filter_map(|output| output.0.as_ref())
        .flat_map(|output| output.viewport_output.values().map(|viewport| viewport.repaint_delay))
        .min()
        .unwrap_or(REST);
    let wanted = settings(step_for(delay));
    if winit.focused_mode != wanted.focused_mode {
        *winit = wanted;
    }
}

/// The longest step that is not longer than asked for, or rest.
fn step_for(delay: Duration) -> Duration {
    if delay > Duration::from_secs(5) {
        return REST;
    }
    STEPS.into_iter().rev().find(|step| *step <= delay).unwrap_or(STEPS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_has_few_steps() {
        assert_eq!(step_for(Duration::ZERO), STEPS[0]);
        assert_eq!(step_for(Duration::from_millis(33)), STEPS[1]);
        assert_eq!(step_for(Duration::from_millis(250)), STEPS[2]);
        assert_eq!(step_for(Duration::from_secs(1)), STEPS[4]);
        assert_eq!(step_for(Duration::MAX), REST);
    }
}
