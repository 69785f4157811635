//! What happened last month, as a list: the figures, the changes, the cards that could not be done.

use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, chip, figures, line, lines, round_icon, rule, sides, tone_icon};
use crate::prose::highlights::{self};
use crate::prose::{Prose, accounts, forecasts, happenings};
use crate::sim::journal::report::Happened;
use crate::sim::units::Round;
use bevy_egui::egui::{ScrollArea, Ui};

/// Draws the summary of the last round that was played.
pub fn summary(prose: &Prose, ui: &mut Ui) {
    let round = Round(prose.view.past.rounds.len() as u16);
    ui.set_width(600.0 * theme::scale(ui.style()).clamp(0.9, 1.15));
    heads(prose, ui, round);
    rule(ui);
    let list = highlights::all(prose, round);
    let height = (ui.ctx().viewport_rect().height() - 330.0).clamp(150.0, 420.0);
    let shown = ScrollArea::vertical().id_salt(("summary", round.0)).max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if list.is_empty() {
            lines(ui, Type::Body, &prose.say("summary-quiet"), theme::palette(ui).muted);
        }
        for highlight in &list {
            row(ui, highlight);
        }
        failed(prose, ui, round);
    });
    // a line stays free for it, so that nothing moves at the end of the list
    let hidden = shown.content_size.y - shown.inner_rect.height() - 8.0;
    if hidden > 0.0 {
        let told = if shown.state.offset.y < hidden { prose.say_with("summary-more", &[("count", list.len().into())]) } else { String::new() };
        line(ui, Type::SmallStrong, &told, theme::palette(ui).accent);
    }
}

fn heads(prose: &Prose, ui: &mut Ui, round: Round) {
    let p = theme::palette(ui);
    let months = &prose.view.past.months;
    let Some(month) = months.iter().find(|m| m.round == round) else {
        return;
    };
    let in_time = if month.tickets > 0 { format!("{} / {}", month.tickets_in_time, month.tickets) } else { "—".to_owned() };
    let accuracy = forecasts::accuracy_in(prose, round);
    let good = month.contribution.0 >= 0;
    figures(
        ui,
        &[
            (prose.say("summary-orders"), highlights::orders(prose, round).to_string(), None),
            (prose.say("finance-revenue"), prose.money_short(month.revenue), None),
            (prose.say("finance-contribution"), prose.money_short(month.contribution), Some(if good { p.good() } else { p.warn })),
            (prose.say("queue-in-time"), in_time, None),
            (prose.say("summary-forecast"), accuracy, None),
        ],
    );
    if let Some(told) = accounts::made_of(prose, round) {
        lines(ui, Type::Small, &told, p.muted);
    }
}

/// One change: sign, sentence, cause, number.
pub fn row(ui: &mut Ui, highlight: &highlights::Highlight) {
    let p = theme::palette(ui);
    sides(
        ui,
        36.0 * theme::scale(ui.style()),
        |ui| {
            round_icon(ui, highlight.tone, tone_icon(highlight.tone));
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

fn failed(prose: &Prose, ui: &mut Ui, round: Round) {
    let past = round.0.checked_sub(1).and_then(|index| prose.view.past.rounds.get(usize::from(index)));
    let failed: Vec<&Happened> = past.iter().flat_map(|p| &p.happened).filter(|h| matches!(h, Happened::CardFailed { .. })).collect();
    if failed.is_empty() {
        return;
    }
    caption(ui, &prose.say("summary-failed"));
    for happened in failed {
        lines(ui, Type::Small, &happenings::sentence(prose, happened), theme::palette(ui).ink);
    }
}
