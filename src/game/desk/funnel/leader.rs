//! The leader's three views: is the team diligent, is it able, what is near.

use super::signs;
use crate::game::desk::bits::{line, lines, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::grid::or_dash;
use crate::game::desk::insight::Insight;
use crate::game::desk::names;
use crate::game::desk::state::{Desk, SheetTab};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{ClickCard, Tone, bar, caption, chip, heading, panel_frame};
use crate::insight::leader::{Near, Verdict};
use bevy_egui::egui::{Color32, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

/// Draws the page over the room at hand.
pub fn leader(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let room = Rect::from_min_size(ui.cursor().min, ui.available_size());
    let gap = 10.0;
    let width = (room.width() - 2.0 * gap) / 3.0;
    let place = |index: usize| Rect::from_min_size(room.min + vec2(index as f32 * (width + gap), 0.0), vec2(width, room.height()));
    card(ui, place(0), "diligence", |ui| diligence(cx, insight, ui));
    card(ui, place(1), "ability", |ui| ability(cx, insight, ui));
    card(ui, place(2), "near", |ui| near(cx, desk, insight, ui));
    ui.advance_cursor_after_rect(room);
}

fn card(ui: &mut Ui, rect: Rect, name: &str, add: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(bevy_egui::egui::Align::Min)));
    let frame = panel_frame(&child);
    let inside = rect.size() - frame.total_margin().sum();
    frame.show(&mut child, |ui| {
        ui.set_min_size(inside);
        ui.set_max_size(inside);
        ui.spacing_mut().item_spacing.y = 5.0;
        ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, add);
    });
}

/// The question, and how it is answered.
fn head(cx: &Cx, ui: &mut Ui, question: &str, verdict: Verdict, words: [&str; 3]) {
    heading(ui, question);
    let (tone, key) = match verdict {
        Verdict::Early => (Tone::Plain, words[0]),
        Verdict::Good => (Tone::Good, words[1]),
        Verdict::Poor => (Tone::Late, words[2]),
    };
    chip(ui, tone, &cx.say(key));
    ui.add_space(2.0);
}

fn fact(ui: &mut Ui, name: &str, value: &str, colour: Option<Color32>) {
    let p = theme::palette(ui);
    let height = 19.0 * theme::scale(ui.style());
    sides(
        ui,
        height,
        |ui| line(ui, Type::Body, name, p.muted).on_hover_text(name),
        |ui| ui.label(theme::text(ui, Type::Strong, value).color(colour.unwrap_or(p.ink))),
    );
}

fn diligence(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let found = &insight.diligence;
    head(cx, ui, &cx.say("leader-diligence"), found.verdict, ["leader-early", "leader-diligent", "leader-lazy"]);
    let share = found.tended.share().unwrap_or(0.0);
    fact(ui, &cx.say("leader-tended"), &format!("{}/{}", found.tended.part, found.tended.of), None);
    bar(ui, ui.available_width(), share as f32, if found.verdict == Verdict::Poor { p.warn } else { p.accent });
    for &role in cx.view.guide.roles() {
        let work = &found.roles[role.index()];
        ui.add_space(4.0);
        caption(ui, &cx.say(names::role_short(role)));
        let talks = cx.say_with("leader-talks", &[("count", work.talks.into()), ("hours", cx.hours(work.time).into())]);
        line(ui, Type::Small, &talks, p.ink);
        let tasks = [("open", work.open.into()), ("part", work.in_time.part.into()), ("of", work.in_time.of.into())];
        let key = if work.in_time.of > 0 { "leader-tasks" } else { "leader-tasks-none-due" };
        line(ui, Type::Small, &cx.say_with(key, &tasks), p.muted);
        if work.overdue > 0 {
            let late = format!("{} {}", icons::WARNING, cx.say_with("leader-overdue", &[("count", work.overdue.into())]));
            line(ui, Type::SmallStrong, &late, p.warn);
        }
    }
}

fn ability(cx: &Cx, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let found = &insight.ability;
    head(cx, ui, &cx.say("leader-ability"), found.verdict, ["leader-small", "leader-able", "leader-unable"]);
    let early = if found.amount.0 > 0 { found.early.to_yuan() / found.amount.to_yuan() } else { 0.0 };
    let rate = cx.percent(cx.view.guide.rules.insight.early_rate);
    fact(ui, &cx.say_with("leader-early-share", &[("rate", rate.into())]), &cx.percent(early), None);
    bar(ui, ui.available_width(), early as f32, p.blue);
    fact(ui, &cx.say("funnel-open"), &found.open.to_string(), None);
    fact(ui, &cx.say("funnel-amount"), &cx.money_short(found.amount), None);
    let months = cx.view.guide.rules.insight.stuck_rounds;
    let stuck = cx.say_with("leader-stuck", &[("months", months.into())]);
    fact(ui, &stuck, &found.stuck.part.to_string(), (found.stuck.part > 0).then_some(p.warn));
    fact(ui, &cx.say("funnel-won"), &or_dash(found.won.share().map(|share| cx.percent(share))), None);
    ui.add_space(4.0);
    caption(ui, &cx.say("leader-stave"));
    match found.short_stave {
        Some(stage) => {
            let passed = insight.pipeline.rows[usize::from(stage) - 1].passed;
            let args = [("stage", cx.say(names::stage(stage)).into()), ("part", passed.part.into()), ("of", passed.of.into())];
            let key = if stage == 6 { "leader-stave-last" } else { "leader-stave-at" };
            lines(ui, Type::Body, &cx.say_with(key, &args), p.ink);
        }
        None => {
            lines(ui, Type::Small, &cx.say("leader-stave-unknown"), p.muted);
        }
    }
    lines(ui, Type::Small, &cx.say("leader-stave-hint"), p.muted);
}

fn near(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let count = insight.near.len();
    heading(ui, &cx.say_with("leader-near", &[("count", count.into())]));
    if insight.near.is_empty() {
        nothing(ui, &cx.say("leader-near-none"));
    }
    for near in &insight.near {
        if near_row(cx, ui, near) {
            desk.open(near.deal.customer, Some(SheetTab::Deals));
        }
    }
}

fn near_row(cx: &Cx, ui: &mut Ui, near: &Near) -> bool {
    let p = theme::palette(ui);
    let name = cx.customer(near.deal.customer);
    ui.push_id(near.deal, |ui| {
        ClickCard::new(&name)
            .margin(Margin::symmetric(10, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                sides(ui, 19.0, |ui| line(ui, Type::Strong, &name, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, cx.money_short(near.amount))));
                let days = cx.say_with("leader-days", &[("stage", cx.say(names::stage(near.stage)).into()), ("days", near.days.into())]);
                line(ui, Type::Small, &days, p.muted);
                sides(
                    ui,
                    18.0,
                    |ui| signs::marks(cx, ui, &near.shown),
                    |ui| {
                        let now = near.due.since(cx.view.round) == 0;
                        chip(ui, if now { Tone::Due } else { Tone::Plain }, &cx.say(if now { "deals-this-month" } else { "deals-next-month" }));
                    },
                );
            })
            .response
            .clicked()
    })
    .inner
}
