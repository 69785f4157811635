//! What happened last month, as a list: the figures, the changes, the cards that could not be done.

use crate::game::app::standings::Standings;
use crate::game::desk::state::SummaryUi;
use crate::game::desk::{bridge, standing};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Tone, caption, chip, figure, line, lines, lines_height, round_icon, rule, sides, tone_icon};
use crate::insight::bridge::Figure;
use crate::prose::bridge as bridge_words;
use crate::prose::deeds::Deed;
use crate::prose::highlights;
use crate::prose::{Prose, accounts, deeds, forecasts, happenings};
use crate::sim::journal::report::Happened;
use crate::sim::units::{Fen, Round};
use bevy_egui::egui::{Align, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

/// A list lower than this shows nothing.
const LEAST: f32 = 70.0;

/// Draws the summary of the last round that was played in the view of this number.
pub fn summary(prose: &Prose, stamp: u64, standings: &Standings, state: &mut SummaryUi, ui: &mut Ui) {
    let round = Round(prose.view.past.rounds.len() as u16);
    ui.set_width(660.0 * theme::scale(ui.style()).clamp(0.9, 1.15));
    // Escape closes one thing: an open bridge before the list
    if state.open.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        state.open = None;
    }
    let top = ui.cursor().top();
    heads(prose, state, ui, round);
    standing::in_a_line(prose, standings, ui);
    rule(ui);
    let told = state.told(prose, stamp, round);
    // what the figures take is not left for the list
    let used = ui.cursor().top() - top;
    let left = ui.ctx().viewport_rect().height() - 262.0 - used;
    // in a low window a bridge takes all the room there is; the list comes back when it is closed
    if left < LEAST && state.open.is_some() {
        return;
    }
    let height = left.clamp(LEAST, 420.0);
    let shown = ScrollArea::vertical().id_salt(("summary", round.0, prose.view.seat.team.0, stamp)).max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        if told.changes.is_empty() {
            lines(ui, Type::Body, &prose.say("summary-quiet"), theme::palette(ui).muted);
        }
        for highlight in &told.changes {
            row(ui, highlight);
        }
        done(prose, ui, round, &told.deeds);
        failed(prose, ui, round);
    });
    // a line stays free for it, so that nothing moves at the end of the list
    let hidden = shown.content_size.y - shown.inner_rect.height() - 8.0;
    if hidden > 0.0 {
        let told = if shown.state.offset.y < hidden { prose.say("summary-more") } else { String::new() };
        line(ui, Type::SmallStrong, &told, theme::palette(ui).accent);
    }
}

/// What the month came to; revenue, contribution and cash open into the bridge of how they came about.
fn heads(prose: &Prose, state: &mut SummaryUi, ui: &mut Ui, round: Round) {
    const COUNT: f32 = 6.0;
    let p = theme::palette(ui);
    let months = &prose.view.past.months;
    let Some(month) = months.iter().find(|m| m.round == round) else {
        return;
    };
    let in_time = if month.tickets > 0 { format!("{} / {}", month.tickets_in_time, month.tickets) } else { "—".to_owned() };
    let accuracy = forecasts::accuracy_in(prose, round);
    let tone = |amount: Fen| if amount < Fen::ZERO { Some(p.warn) } else { None };
    let gap = 12.0;
    let width = (ui.available_width() - gap * (COUNT - 1.0)) / COUNT;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let plain = |ui: &mut Ui, name: &str, value: &str| {
            ui.allocate_ui_with_layout(vec2(width, 46.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                figure(ui, name, value, None);
            });
        };
        plain(ui, &prose.say("summary-orders"), &highlights::orders(prose, round).to_string());
        let good = if month.contribution.0 > 0 { Some(p.good()) } else { tone(month.contribution) };
        for (what, amount, colour) in
            [(Figure::Revenue, month.revenue, None), (Figure::Contribution, month.contribution, good), (Figure::Cash, month.cash, tone(month.cash))]
        {
            let name = bridge_words::name(prose, what);
            let value = prose.money_short(amount);
            let told = prose.say_with("bridge-opens", &[("figure", name.as_str().into()), ("amount", value.as_str().into())]);
            let is_open = state.open == Some(what);
            if bridge::figure(ui, width, &name, &value, colour, is_open, &told).clicked() {
                state.open = if is_open { None } else { Some(what) };
            }
        }
        plain(ui, &prose.say("summary-in-time"), &in_time);
        plain(ui, &prose.say("summary-forecast"), &accuracy);
    });
    match state.open {
        Some(figure) => bridge::bridge_of(prose, ui, round, figure),
        None => {
            if let Some(told) = accounts::made_of(prose, round) {
                lines(ui, Type::Small, &told, p.muted);
            }
        }
    }
}

/// One change: sign, sentence, cause, what was told of it before, what would have helped, what the customer says to it, number.
pub fn row(ui: &mut Ui, highlight: &highlights::Highlight) {
    let said = highlight.voice.as_deref().unwrap_or_default();
    let told = highlight.contest.as_ref().and_then(|contest| contest.told.as_deref()).unwrap_or_default();
    entry(ui, highlight.tone, &highlight.title, [&highlight.cause, told, highlight.next_time.as_deref().unwrap_or_default(), said], &highlight.chip);
}

/// What stands beside the texts of a change: its sign and its number.
const SIDE: f32 = 140.0;

fn entry(ui: &mut Ui, tone: Tone, title: &str, under: [&str; 4], number: &str) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    // what is said in full is worth the lines it takes
    let room = ui.available_width() - SIDE * scale;
    let tall = |text: &&str| (lines_height(ui, Type::Small, text, room) / scale).max(18.0);
    let below: f32 = under.iter().filter(|text| !text.is_empty()).map(tall).sum();
    let height = (18.0 + below).max(36.0);
    sides(
        ui,
        height * scale,
        |ui| {
            round_icon(ui, tone, tone_icon(tone));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_max_width(room);
                ui.add_space(((height - 18.0 - below) / 2.0) * scale);
                line(ui, Type::Strong, title, p.ink);
                let [muted @ .., said] = under;
                for text in muted.into_iter().filter(|text| !text.is_empty()) {
                    lines(ui, Type::Small, text, p.muted);
                }
                if !said.is_empty() {
                    lines(ui, Type::Small, said, p.ink);
                }
            });
        },
        |ui| {
            if !number.is_empty() {
                chip(ui, tone, number);
            }
        },
    );
}

/// What was done and is told by no change, and what the routine did.
fn done(prose: &Prose, ui: &mut Ui, round: Round, deeds: &[Deed]) {
    if !deeds.is_empty() {
        caption(ui, &prose.say("summary-done"));
    }
    for deed in deeds {
        entry(ui, deed.tone, &deed.title, [&deed.outcome, "", "", ""], "");
    }
    if let Some(routine) = deeds::routine(prose, round) {
        lines(ui, Type::Small, &routine, theme::palette(ui).muted);
    }
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
