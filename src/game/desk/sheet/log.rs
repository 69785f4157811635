//! The talk log, newest first.

use crate::game::desk::bits::{line, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::caption;
use crate::sim::report::{Interaction, Outcome};
use crate::sim::view::CustomerView;
use bevy_egui::egui::Ui;

/// The most lines shown.
const MOST: usize = 40;

/// Draws the tab.
pub fn log(cx: &Cx, ui: &mut Ui, customer: &CustomerView) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let entries: Vec<&Interaction> = cx.view.past.interactions.iter().filter(|i| i.customer == customer.id).collect();
    if entries.is_empty() {
        nothing(ui, &cx.say("log-none"));
        return;
    }
    let written = entries.iter().filter(|i| i.written_up).count();
    caption(ui, &cx.say_with("log-title", &[("written", written.into()), ("count", entries.len().into())]));
    for entry in entries.iter().rev().take(MOST) {
        row(cx, ui, entry);
    }
}

fn row(cx: &Cx, ui: &mut Ui, entry: &Interaction) {
    let p = theme::palette(ui);
    let what = cx.say(names::interaction(entry.kind));
    let who = entry.contact.map_or_else(|| cx.say(names::role_short(entry.role)), |contact| cx.contact(entry.customer, contact));
    let colour = match entry.outcome {
        Outcome::Advance | Outcome::Found | Outcome::Solved => p.good(),
        Outcome::Refused => p.warn,
        _ => p.muted,
    };
    let height = 18.0 * theme::scale(ui.style());
    sides(ui, height, |ui| line(ui, Type::Strong, &what, p.ink), |ui| line(ui, Type::Small, &cx.say(names::outcome(entry.outcome)), colour));
    sides(
        ui,
        height,
        |ui| line(ui, Type::Small, &format!("{} · {who} · {}", cx.month_name(entry.round), cx.hours(entry.minutes)), p.muted),
        |ui| {
            if entry.written_up {
                let sign = ui.label(theme::text(ui, Type::Small, icons::NOTE_PENCIL).color(p.muted));
                sign.on_hover_text(cx.say("log-written"));
            }
        },
    );
    ui.add_space(4.0);
}
