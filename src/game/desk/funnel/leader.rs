//! The leader's three views: is the team diligent, is it able, what is near.

use crate::game::desk::funnel::signs;
use crate::game::desk::state::{Desk, Insight, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{ClickCard, Tone, bar, caption, chip, heading, line, lines, nothing, panel_frame, sides};
use crate::insight::leader::{Near, Verdict};
use crate::prose::writing::or_dash;
use crate::prose::{Prose, leader, names};
use bevy_egui::egui::{Color32, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

/// Draws the page over the room at hand.
pub fn leader(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let room = Rect::from_min_size(ui.cursor().min, ui.available_size());
    let gap = 10.0;
    let width = (room.width() - 2.0 * gap) / 3.0;
    let place = |index: usize| Rect::from_min_size(room.min + vec2(index as f32 * (width + gap), 0.0), vec2(width, room.height()));
    card(ui, place(0), "diligence", |ui| diligence(prose, insight, ui));
    card(ui, place(1), "ability", |ui| ability(prose, insight, ui));
    card(ui, place(2), "near", |ui| near(prose, desk, insight, ui));
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
fn head(prose: &Prose, ui: &mut Ui, question: &str, verdict: Verdict, words: [&str; 3]) {
    heading(ui, question);
    let (tone, key) = match verdict {
        Verdict::Early => (Tone::Plain, words[0]),
        Verdict::Good => (Tone::Good, words[1]),
        Verdict::Poor => (Tone::Late, words[2]),
    };
    chip(ui, tone, &prose.say(key));
    ui.add_space(2.0);
}

fn fact(ui: &mut Ui, name: &str, value: &str, colour: Option<Color32>) {
    let p = theme::palette(ui);
    let height = 19.0 * theme::scale(ui.style());
    sides(ui, height, |ui| line(ui, Type::Body, name, p.muted), |ui| ui.label(theme::text(ui, Type::Strong, value).color(colour.unwrap_or(p.ink))));
}

fn diligence(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let found = &insight.diligence;
    head(prose, ui, &prose.say("leader-diligence"), found.verdict, ["leader-early", "leader-diligent", "leader-lazy"]);
    let share = found.tended.share().unwrap_or(0.0);
    fact(ui, &prose.say("leader-tended"), &format!("{}/{}", found.tended.part, found.tended.of), None);
    bar(ui, ui.available_width(), share as f32, if found.verdict == Verdict::Poor { p.warn } else { p.accent });
    for &role in prose.view.guide.roles() {
        let work = &found.roles[role.index()];
        ui.add_space(4.0);
        caption(ui, &prose.say(names::role_short(role)));
        line(ui, Type::Small, &leader::talks(prose, work), p.ink);
        line(ui, Type::Small, &leader::tasks(prose, work), p.muted);
        if work.overdue > 0 {
            let late = format!("{} {}", icons::WARNING, prose.say_with("leader-overdue", &[("count", work.overdue.into())]));
            line(ui, Type::SmallStrong, &late, p.warn);
        }
    }
}

fn ability(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let found = &insight.ability;
    head(prose, ui, &prose.say("leader-ability"), found.verdict, ["leader-small", "leader-able", "leader-unable"]);
    let early = if found.amount.0 > 0 { found.early.to_yuan() / found.amount.to_yuan() } else { 0.0 };
    let rate = prose.percent(prose.view.guide.rules.insight.early_rate);
    fact(ui, &prose.say_with("leader-early-share", &[("rate", rate.into())]), &prose.percent(early), None);
    bar(ui, ui.available_width(), early as f32, p.blue);
    fact(ui, &prose.say("funnel-open"), &found.open.to_string(), None);
    fact(ui, &prose.say("funnel-amount"), &prose.money_short(found.amount), None);
    let months = prose.view.guide.rules.insight.stuck_rounds;
    let stuck = prose.say_with("leader-stuck", &[("months", months.into())]);
    fact(ui, &stuck, &found.stuck.part.to_string(), (found.stuck.part > 0).then_some(p.warn));
    fact(ui, &prose.say("funnel-won"), &or_dash(found.won.share().map(|share| prose.percent(share))), None);
    ui.add_space(4.0);
    caption(ui, &prose.say("leader-stave"));
    match leader::short_stave(prose, found.short_stave, &insight.pipeline) {
        Some(told) => lines(ui, Type::Body, &told, p.ink),
        None => lines(ui, Type::Small, &prose.say("leader-stave-unknown"), p.muted),
    };
    lines(ui, Type::Small, &prose.say("leader-stave-hint"), p.muted);
}

fn near(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let count = insight.near.len();
    heading(ui, &prose.say_with("leader-near", &[("count", count.into())]));
    if insight.near.is_empty() {
        nothing(ui, &prose.say("leader-near-none"));
    }
    for near in &insight.near {
        if near_row(prose, ui, near) {
            desk.open(near.deal.customer, Some(SheetTab::Deals));
        }
    }
}

fn near_row(prose: &Prose, ui: &mut Ui, near: &Near) -> bool {
    let p = theme::palette(ui);
    let name = prose.customer(near.deal.customer);
    ui.push_id(near.deal, |ui| {
        ClickCard::new(&name)
            .margin(Margin::symmetric(10, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                sides(ui, 19.0, |ui| line(ui, Type::Strong, &name, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, prose.money_short(near.amount))));
                let days = leader::near(prose, near);
                line(ui, Type::Small, &days, p.muted);
                sides(
                    ui,
                    18.0,
                    |ui| signs::marks(prose, ui, &near.shown),
                    |ui| {
                        let now = near.due.since(prose.view.round) == 0;
                        chip(ui, if now { Tone::Due } else { Tone::Plain }, &prose.say(if now { "deals-this-month" } else { "deals-next-month" }));
                    },
                );
            })
            .response
            .clicked()
    })
    .inner
}
