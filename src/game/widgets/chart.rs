//! Charts without the things one does to charts in a laboratory.

use super::frames::panel_frame;
use super::layout::sides;
use super::role::dot;
use super::text::line;
use crate::game::theme::{self, Role as Type};
use crate::prose::Prose;
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Color32, Rect, Ui, vec2};
use egui_plot::{AxisHints, GridInput, GridMark, Plot};
use std::ops::RangeInclusive;

/// The name of a month under a chart.
pub fn months<'a>(prose: &Prose<'a>) -> impl Fn(GridMark, &RangeInclusive<f64>) -> String + use<'a> {
    let prose = *prose;
    move |mark, _| {
        let round = mark.value.round();
        if round < 1.0 || round > f64::from(prose.view.rounds) || (mark.value - round).abs() > 0.01 {
            return String::new();
        }
        prose.month_short(Round(round as u16))
    }
}

/// A mark for each month, or for each second or third where they would crowd.
fn whole(input: GridInput) -> Vec<GridMark> {
    // The base step is eight points wide; a name needs some thirty, and has as much room as from one mark to the next.
    let step = (input.base_step_size * 4.2).ceil().max(1.0) as i64;
    let (from, to) = (input.bounds.0.ceil() as i64, input.bounds.1.floor() as i64);
    (from..=to.min(from + 120)).filter(|value| value % step == 0).map(|value| GridMark { value: value as f64, step_size: step as f64 }).collect()
}

/// Marks at every quarter of a hundred.
#[must_use]
pub fn quarters(_: GridInput) -> Vec<GridMark> {
    (0..=4_u8).map(|step| GridMark { value: f64::from(step) * 25.0, step_size: 25.0 }).collect()
}

/// Four or five round numbers.
fn few(input: GridInput) -> Vec<GridMark> {
    let (low, high) = input.bounds;
    // The base step is eight points: marks nearer than two of them would lose their names.
    let rough = ((high - low) / 5.0).max(2.2 * input.base_step_size).max(1e-9);
    let mut step = 1.0;
    while step * 10.0 <= rough {
        step *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * step).find(|step| *step >= rough).unwrap_or(rough);
    let (from, to) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (from..=to.min(from + 12)).map(|count| GridMark { value: count as f64 * step, step_size: step }).collect()
}

/// What stands along an axis of a chart.
pub enum Scale<'a> {
    /// Rounds, by the names of their months.
    Months(&'a Prose<'a>),
    /// Yuan.
    Money(&'a Prose<'a>),
    /// 0 to 100, as percentages.
    Percent,
    /// 0 to 100.
    Points,
    /// A few units.
    Few,
}

/// A chart without the things one does to charts in a laboratory.
#[must_use]
pub fn plot<'a>(ui: &Ui, name: &'static str, height: f32, x: Scale<'a>, y: Scale<'a>) -> Plot<'a> {
    let hints = |hints: AxisHints<'a>, scale: &Scale<'a>| match *scale {
        Scale::Months(prose) => hints.formatter(months(prose)).label_spacing(18.0..=22.0),
        Scale::Money(prose) => hints.formatter(move |mark, _| prose.money_short(Fen::yuan(mark.value as i64))).label_spacing(12.0..=18.0),
        Scale::Percent => hints.formatter(|mark, _| format!("{}%", crate::words::decimal(mark.value, 0))).label_spacing(12.0..=18.0),
        Scale::Points => hints.formatter(|mark, _| crate::words::decimal(mark.value, 0)).label_spacing(12.0..=18.0),
        Scale::Few => hints.formatter(|mark, _| crate::words::decimal(mark.value, 1)).label_spacing(12.0..=18.0),
    };
    let spacer = |scale: &Scale<'a>| match scale {
        Scale::Months(_) => whole,
        Scale::Money(_) | Scale::Few => few,
        Scale::Percent | Scale::Points => quarters,
    };
    Plot::new(name)
        .height(height)
        .grid_color(theme::palette(ui).line)
        .grid_fade(0.0)
        .show_grid([false, true])
        .x_grid_spacer(spacer(&x))
        .y_grid_spacer(spacer(&y))
        .custom_x_axes(vec![hints(AxisHints::new_x(), &x)])
        .custom_y_axes(vec![hints(AxisHints::new_y(), &y)])
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_background(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .set_margin_fraction(vec2(0.05, 0.08))
}

/// A card with a heading, what its colours mean, and the room left for a chart.
pub fn chart_frame(ui: &mut Ui, rect: Rect, heading: &str, legend: &[(&str, Color32)], add: impl FnOnce(&mut Ui, f32)) {
    let frame = panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        ui.spacing_mut().item_spacing.y = 4.0;
        sides(
            ui,
            22.0 * theme::scale(ui.style()),
            |ui| super::signs::heading(ui, heading),
            |ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                for (name, colour) in legend.iter().rev() {
                    line(ui, Type::Small, name, theme::palette(ui).muted);
                    dot(ui, *colour);
                    ui.add_space(10.0);
                }
            },
        );
        let height = ui.available_height();
        add(ui, height);
    });
}
