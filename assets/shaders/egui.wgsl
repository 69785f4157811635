// As bevy_egui 0.42 (render/egui.wgsl, MIT: egui-LICENSE.txt), with cheaper sums for the two ways between linear light and gamma: see
// src/game/shader.rs. Colours are multiplied in gamma space, as egui does, else text is too thin.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct VertexInput {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
}

struct VertexOutput {
    @builtin(position) position: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;
@group(1) @binding(0) var image_texture: texture_2d<f32>;
@group(1) @binding(1) var image_sampler: sampler;

@vertex
fn vs_main(in: VertexInput) -> VertexOutput {
    let position = in.position * transform.scale + transform.translation;
    return VertexOutput(vec4<f32>(position, 0.0, 1.0), in.color, in.uv);
}

@fragment
fn fs_main(in: VertexOutput) -> @location(0) vec4<f32> {
    let texture = textureSampleLevel(image_texture, image_sampler, in.uv, 0.0);
    // 1.055 x^(1/2.4) - 0.055 by the square, fourth and eighth root
    let second = sqrt(texture.rgb);
    let fourth = sqrt(second);
    let gamma = 0.662002687 * second + 0.684122060 * fourth - 0.323583601 * sqrt(fourth) - 0.0225411470 * texture.rgb;
    let color = clamp(gamma, vec3<f32>(0.0), vec3<f32>(1.0)) * in.color.rgb;
    // ((x + 0.055) / 1.055)^2.4 by a cubic
    let linear = color * (color * (color * 0.305306011 + 0.682171111) + 0.012522878);
    return vec4<f32>(linear, texture.a * in.color.a);
}
