//! egui's pixels for renderers without a graphics card.
//!
//! `bevy_egui` 0.42 goes through gamma and back with two powers for every pixel; Mesa's software renderer spends most of a
//! frame on them. Roots and a cubic in their place move single pixels at the edges of letters by a few levels of 255, and
//! take a fifth off the frame
//! (`benches/window/run`).

use bevy::prelude::*;
use bevy::shader::Shader;
use bevy_egui::{EguiPlugin, render::EGUI_SHADER_HANDLE};

/// egui, drawn with our shader. Its textures are bound one by one: there are two.
pub(in crate::game) fn plugin(app: &mut App) {
    app.add_plugins(EguiPlugin { bindless_mode_array_size: None });
    let shader = Shader::from_wgsl(include_str!("../../../assets/shaders/egui.wgsl"), "assets/shaders/egui.wgsl");
    if let Err(error) = app.world_mut().resource_mut::<Assets<Shader>>().insert(&EGUI_SHADER_HANDLE, shader) {
        // bevy_egui's own is there all the same
        warn!("the shader for egui is not used: {error}");
    }
}
