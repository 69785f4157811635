//! What to try next: where the gap to the best other team lies, and what cost this game most, with whom, when, how much, and what to do instead.

use crate::game::results::state::{Standings, own};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Tone, chip, lines, section, sides};
use crate::prose::{Prose, advice, gap, lessons as words};
use crate::sim::view::View;
use bevy_egui::egui::{Align2, Sense, Ui, vec2};

/// Draws the tab. `compared`: the view of the best other team, where there is one.
pub fn lessons(prose: &Prose, compared: Option<&View>, standings: &Standings, ui: &mut Ui) {
    let p = theme::palette(ui);
    if let Some(other) = compared {
        section(ui, &prose.say("gap-title"), |ui| beside(prose, other, ui));
    }
    section(ui, &prose.say("lessons-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        let list = words::lessons(prose, own(prose, standings).map(|s| s.rank));
        if list.iter().any(|lesson| !lesson.amount.is_empty()) {
            lines(ui, Type::Body, &prose.say("lessons-lead"), p.muted);
        }
        numbered(prose, &list, ui);
    });
    if let Some(strategy) = &prose.view.strategy {
        section(ui, &prose.say("lessons-strategy"), |ui| lines(ui, Type::Body, &advice::strategy_kept(prose, strategy), p.ink));
    }
    section(ui, &prose.say("score-lesson"), |ui| lines(ui, Type::Body, &prose.text(&prose.view.guide.lesson), p.ink));
}

/// The team beside the best of the others.
fn beside(prose: &Prose, other: &View, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 10.0;
    let told = gap::told(prose, other);
    lines(ui, Type::Heading, &told.title, p.ink);
    lines(ui, Type::Body, &told.own, p.ink);
    if !told.parts.is_empty() {
        lines(ui, Type::Body, &told.parts, p.muted);
    }
    numbered(prose, &told.customers, ui);
    if !told.rest.is_empty() {
        lines(ui, Type::Body, &told.rest, p.muted);
    }
    if !told.luck.is_empty() {
        lines(ui, Type::Body, &told.luck, p.ink);
    }
}

fn numbered(prose: &Prose, list: &[words::Lesson], ui: &mut Ui) {
    let p = theme::palette(ui);
    for (index, lesson) in list.iter().enumerate() {
        ui.horizontal_top(|ui| {
            let size = 26.0 * theme::scale(ui.style());
            let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
            ui.painter().circle_filled(rect.center(), size / 2.0, p.accent_soft);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, index + 1, theme::font(ui, Type::Strong), p.accent);
            ui.vertical(|ui| point(prose, lesson, ui));
        });
    }
}

fn point(prose: &Prose, lesson: &words::Lesson, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    sides(
        ui,
        26.0 * theme::scale(ui.style()),
        |ui| {
            ui.add(bevy_egui::egui::Label::new(theme::text(ui, Type::Heading, &lesson.title).color(p.ink)).truncate());
        },
        |ui| {
            if !lesson.amount.is_empty() {
                chip(ui, Tone::Late, &lesson.amount);
            }
        },
    );
    if !lesson.told.is_empty() {
        lines(ui, Type::Small, &lesson.told, p.muted);
    }
    if !lesson.instead.is_empty() {
        let told = prose.say_with("lessons-instead", &[("instead", lesson.instead.as_str().into())]);
        lines(ui, Type::Body, &told, p.ink);
    }
}
