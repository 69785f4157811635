//! What moves behind the main menu: customers on their way through the lanes. They drift while somebody is there and
//! come to rest when nobody has touched anything for a while, so that an idle window costs nothing.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::theme::{self, Phase, mix};
use crate::game::widgets::{Badge, Look, Token};
use crate::words::{Lang, tr};
use bevy::prelude::*;
use bevy_egui::egui::{self, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::f32::consts::TAU;

/// A customer behind the menu: its own pace and place.
#[derive(Component, Clone, Copy, Debug)]
pub struct Drift {
    index: usize,
    radius: f32,
    /// Height among the others, 0 to 1.
    row: f32,
    /// Seconds for the way through all lanes.
    period: f32,
    /// How far along it starts, 0 to 1.
    start: f32,
}

/// Where it is now.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Place {
    /// 0 at the middle of the first lane, 3 at the middle of the last.
    lane: f32,
    sway: Vec2,
    /// 0 while it comes or goes, else 1.
    presence: f32,
}

/// The time of the drifting, which stands still when nobody is there.
#[derive(Resource, Debug)]
struct Drifting {
    seconds: f32,
    /// 0 at rest, 1 in full motion.
    energy: f32,
    untouched: f32,
}

const LANES: usize = 4;
const COUNT: usize = 13;
/// Seconds without a touch after which the customers come to rest.
const PATIENCE: f32 = 12.0;
/// Where the clock stands at the start, and for good when motion is reduced: a moment with a customer on its way.
const START: f32 = 40.0;

pub(in crate::game) fn plugin(app: &mut App) {
    app.insert_resource(Drifting { seconds: START, energy: 1.0, untouched: 0.0 });
    app.add_systems(Startup, spawn);
    app.add_systems(EguiPrimaryContextPass, (advance, place).chain().in_set(DrawSystems::Style).run_if(in_state(Screen::Title)));
}

fn spawn(mut commands: Commands) {
    for index in 0..COUNT {
        let golden = (index as f32 * 0.618_034).fract();
        commands.spawn((
            Drift {
                index,
                radius: 15.0 + 14.0 * (index as f32 * 0.414_214 + 0.2).fract(),
                row: (index as f32 + 0.5) / COUNT as f32,
                period: 110.0 + 50.0 * golden,
                start: (index as f32 * 0.723_607 + 0.1).fract(),
            },
            Place::default(),
        ));
    }
}

fn advance(mut contexts: EguiContexts, time: Res<Time>, settings: Res<Settings>, mut drifting: ResMut<Drifting>) -> Result {
    if settings.reduced_motion {
        drifting.seconds = START;
        return Ok(());
    }
    let context = contexts.ctx_mut()?;
    // Not just any event: the state of the modifier keys comes with every frame.
    let is_touched = context.input(|input| input.events.iter().any(|event| !matches!(event, egui::Event::ModifiersChanged(_))));
    drifting.untouched = if is_touched { 0.0 } else { drifting.untouched + time.delta_secs() };
    // A frame after a rest must not jump.
    let step = time.delta_secs().min(0.1);
    let wanted = if drifting.untouched < PATIENCE { 1.0 } else { 0.0 };
    let change = (wanted - drifting.energy).clamp(-step / 3.0, step / 1.5);
    drifting.energy += change;
    drifting.seconds += step * drifting.energy;
    if drifting.energy > 0.0 {
        context.request_repaint_after(theme::SLOW_FRAME);
    }
    Ok(())
}

fn place(drifting: Res<Drifting>, mut tokens: Query<(&Drift, &mut Place)>) {
    for (drift, mut place) in &mut tokens {
        *place = drift.at(drifting.seconds);
    }
}

impl Drift {
    /// Rests in a lane, glides to the next, leaves after the last and comes back as somebody new.
    fn at(&self, seconds: f32) -> Place {
        let along = (seconds / self.period + self.start).fract() * LANES as f32;
        let (lane, rest) = (along.floor(), along.fract());
        let glide = smooth((rest - 0.88) / 0.12);
        let is_last = lane as usize == LANES - 1;
        let coming = if lane == 0.0 { smooth(rest / 0.05) } else { 1.0 };
        let going = if is_last { 1.0 - smooth((rest - 0.93) / 0.07) } else { 1.0 };
        let turn = TAU * (seconds / 17.0 + self.start);
        Place { lane: if is_last { lane } else { lane + glide }, sway: Vec2::new((turn * 0.71).sin(), turn.cos()), presence: coming.min(going) }
    }
}

/// From 0 to 1 without a jerk at either end.
fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// Paints the lanes and the customers in `area`.
pub(in crate::game) fn paint(ui: &Ui, lang: Lang, area: Rect, tokens: &Query<(&Drift, &Place)>) {
    let p = theme::palette(ui);
    let width = area.width() / LANES as f32;
    let phases = [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability];
    for (lane, phase) in phases.into_iter().enumerate() {
        let left = area.left() + width * lane as f32;
        let rect = Rect::from_min_size(pos2(left + 4.0, area.top()), vec2(width - 8.0, area.height()));
        let ground = mix(p.bg, p.surface, 0.7);
        ui.painter().rect(rect, CornerRadius::same(12), ground, Stroke::new(1.0, p.line), StrokeKind::Inside);
        let edge = Rect::from_min_size(rect.min, vec2(rect.width(), 4.0));
        ui.painter().rect_filled(edge, CornerRadius::same(2), p.phase(phase));
        let font = theme::font(ui, theme::Role::Strong);
        ui.painter().text(rect.min + vec2(14.0, 16.0), egui::Align2::LEFT_TOP, tr(lang, phase.key()), font, p.muted);
    }
    let shorts = tr(lang, "menu-token-names");
    let shorts: Vec<&str> = shorts.split_whitespace().collect();
    let mut placed: Vec<_> = tokens.iter().collect();
    placed.sort_by_key(|(drift, _)| drift.index);
    for (drift, place) in placed {
        let short = shorts.get(drift.index).copied().unwrap_or_default();
        paint_token(ui, area, width, drift, place, short);
    }
}

fn paint_token(ui: &Ui, area: Rect, width: f32, drift: &Drift, place: &Place, short: &str) {
    let p = theme::palette(ui);
    let zig = if drift.index.is_multiple_of(2) { -0.2 } else { 0.2 };
    let sway = vec2(place.sway.x * 7.0, place.sway.y * 5.0);
    let y = area.top() + 70.0 + drift.row * (area.height() - 110.0);
    let x = |lane: f32| area.left() + width * (lane + 0.5 + zig);
    let glide = place.lane.fract();
    let lift = -(glide * std::f32::consts::PI).sin() * 26.0;
    let at = pos2(x(place.lane), y + lift) + sway;
    let from = (place.lane.floor() as usize).min(LANES - 1);
    let to = (from + 1).min(LANES - 1);
    let colour = mix(p.phase(Phase::ALL[from]), p.phase(Phase::ALL[to]), glide);
    if glide > 0.0 {
        let trail: Vec<Pos2> = (0..=24_u8)
            .map(|step| {
                let share = glide * f32::from(step) / 24.0;
                let rise = -(share * std::f32::consts::PI).sin() * 26.0;
                pos2(x(place.lane.floor() + share), y + rise) + sway
            })
            .collect();
        ui.painter().extend(Shape::dashed_line(&trail, Stroke::new(2.0, colour), 3.0, 5.0));
    }
    let satisfaction = match from {
        0 => None,
        lane => Some(36.0 + 17.0 * lane as f32 + 24.0 * (drift.start * 7.0).fract() - 8.0),
    };
    let badges: &[Badge] = match (drift.index % 4, from) {
        (1, 1 | 2) => &[Badge::Deal],
        (2, 2 | 3) => &[Badge::Due],
        _ => &[],
    };
    let mut painter = ui.painter().clone();
    painter.set_opacity(place.presence);
    let token = Token { radius: drift.radius, short, name: "", satisfaction, colour, badges, marks: &[], look: Look::Usual, is_named: drift.index == 5 };
    token.paint(&painter, ui.style(), at);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_never_jumps_while_it_can_be_seen() {
        let drift = Drift { index: 0, radius: 20.0, row: 0.5, period: 110.0, start: 0.3 };
        let mut before = drift.at(0.0);
        for frame in 1..30_000_u16 {
            let now = drift.at(f32::from(frame) / 60.0);
            if before.presence > 0.02 && now.presence > 0.02 {
                assert!((now.lane - before.lane).abs() < 0.02, "frame {frame}");
            }
            before = now;
        }
    }
}
