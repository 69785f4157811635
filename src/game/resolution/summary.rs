//! What happened last month, as a list: the figures, the changes, the cards that could not be done.

use super::highlights;
use crate::game::desk::cx::Cx;
use crate::game::desk::{figures, line, lines, rule, sides, tell};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Tone, caption, chip, round_icon};
use crate::sim::journal::report::Happened;
use crate::sim::units::Round;
use bevy_egui::egui::{ScrollArea, Ui};

/// Draws the summary of the last round that was played.
pub fn summary(cx: &Cx, ui: &mut Ui) {
    let round = Round(cx.view.past.rounds.len() as u16);
    ui.set_width(600.0 * theme::scale(ui.style()).clamp(0.9, 1.15));
    heads(cx, ui, round);
    rule(ui);
    let list = highlights::all(cx, round);
    let height = (ui.ctx().viewport_rect().height() - 330.0).clamp(150.0, 420.0);
    ScrollArea::vertical().id_salt("summary").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if list.is_empty() {
            lines(ui, Type::Body, &cx.say("summary-quiet"), theme::palette(ui).muted);
        }
        for highlight in &list {
            row(ui, highlight);
        }
        failed(cx, ui, round);
    });
}

fn heads(cx: &Cx, ui: &mut Ui, round: Round) {
    let p = theme::palette(ui);
    let months = &cx.view.past.months;
    let Some(month) = months.iter().find(|m| m.round == round) else {
        return;
    };
    let (orders, revenue) = highlights::orders(cx, round);
    let in_time = if month.tickets > 0 { format!("{} / {}", month.tickets_in_time, month.tickets) } else { "—".to_owned() };
    let accuracy = month.forecast_accuracy.map_or_else(|| "—".to_owned(), |a| cx.percent(a));
    let good = month.contribution.0 >= 0;
    figures(
        ui,
        &[
            (cx.say("summary-orders"), orders.to_string(), None),
            (cx.say("finance-revenue"), cx.money_short(revenue), None),
            (cx.say("finance-contribution"), cx.money_short(month.contribution), Some(if good { p.good() } else { p.warn })),
            (cx.say("queue-in-time"), in_time, None),
            (cx.say("summary-forecast"), accuracy, None),
        ],
    );
}

/// One change: sign, sentence, cause, number.
pub fn row(ui: &mut Ui, highlight: &highlights::Highlight) {
    let p = theme::palette(ui);
    sides(
        ui,
        36.0 * theme::scale(ui.style()),
        |ui| {
            round_icon(ui, highlight.tone, sign(highlight.tone));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let lines = if highlight.cause.is_empty() { 1.0 } else { 2.0 };
                ui.add_space(((36.0 - 18.0 * lines) / 2.0) * theme::scale(ui.style()));
                line(ui, Type::Strong, &highlight.title, p.ink);
                if !highlight.cause.is_empty() {
                    line(ui, Type::Small, &highlight.cause, p.muted);
                }
            });
        },
        |ui| {
            if !highlight.chip.is_empty() {
                chip(ui, highlight.tone, &highlight.chip);
            }
        },
    );
}

/// The sign that says with its shape what the tone says with its colour.
#[must_use]
pub const fn sign(tone: Tone) -> char {
    match tone {
        Tone::Good => icons::ARROW_UP,
        Tone::Late => icons::ARROW_DOWN,
        Tone::Deal => crate::game::icons::COINS,
        Tone::Due => icons::CLOCK,
        Tone::Plain => icons::INFO,
    }
}

fn failed(cx: &Cx, ui: &mut Ui, round: Round) {
    let past = round.0.checked_sub(1).and_then(|index| cx.view.past.rounds.get(usize::from(index)));
    let failed: Vec<&Happened> = past.iter().flat_map(|p| &p.happened).filter(|h| matches!(h, Happened::CardFailed { .. })).collect();
    if failed.is_empty() {
        return;
    }
    caption(ui, &cx.say("summary-failed"));
    for happened in failed {
        lines(ui, Type::Small, &tell::sentence(cx, happened), theme::palette(ui).ink);
    }
}
