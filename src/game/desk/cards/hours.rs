//! Hours for each of many that a card is for: customers to visit, deals to pursue.

use crate::game::widgets::{Steps, number, sides};
use crate::prose::Prose;
use crate::sim::units::Minutes;
use bevy_egui::egui::Ui;

/// A row of the list.
pub struct Row<'a> {
    /// Whose hours they are, for a screen reader.
    pub name: &'a str,
    /// In points.
    pub height: f32,
    /// What a press of a button comes to, in hours.
    pub coarse: f64,
    /// What somebody who is put on the card is given at least.
    pub first: Minutes,
}

/// Sets the hours that `list` gives to `of`; no hours: not on this card. `left` is drawn before them, told whether it is on the card.
pub fn hours<T: Copy + PartialEq>(prose: &Prose, ui: &mut Ui, list: &mut Vec<(T, Minutes)>, of: T, row: &Row<'_>, left: impl FnOnce(&mut Ui, bool)) {
    let place = list.iter().position(|(listed, _)| *listed == of);
    let mut hours = place.map_or(0.0, |place| list[place].1.to_hours());
    let shown = if hours > 0.0 { prose.hours(Minutes((hours * 60.0) as i32)) } else { "—".to_owned() };
    let steps = Steps { coarse: row.coarse, fine: 0.5 };
    let ((), changed) = sides(ui, row.height, |ui| left(ui, place.is_some()), |ui| number(ui, &mut hours, 0.0..=40.0, steps, row.name, &shown));
    if !changed {
        return;
    }
    let time = Minutes((hours * 60.0).round() as i32);
    match place {
        Some(place) if hours <= 0.0 => {
            list.remove(place);
        }
        Some(place) => list[place].1 = time,
        None => list.push((of, time.max(row.first))),
    }
}
