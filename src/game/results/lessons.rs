//! What to try next: read off the game, each point with the figure that speaks for it.

use super::{Standings, own};
use crate::game::desk::cx::Cx;
use crate::game::desk::{lines, section};
use crate::game::theme::{self, Role as Type};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, NotInvited};
use crate::sim::state::DealOutcome;
use crate::sim::terms::Strategy;
use crate::sim::terms::Winner;
use bevy_egui::egui::{Align2, Label, Sense, Ui, vec2};

/// The points, most telling first.
#[must_use]
pub fn points(cx: &Cx, standings: &Standings) -> Vec<String> {
    let view = cx.view;
    let happened = || view.past.rounds.iter().flat_map(|r| &r.happened);
    let effects = || view.past.rounds.iter().flat_map(|r| &r.effects);
    let count = |test: fn(&Happened) -> bool| happened().filter(|h| test(h)).count();
    let mut points: Vec<(usize, String)> = Vec::new();
    let mut tell = |weight: usize, key: &str, count: usize| {
        if count > 0 {
            points.push((weight * count.min(6), cx.say_with(key, &[("count", count.into())])));
        }
    };
    tell(9, "lesson-churned", count(|h| matches!(h, Happened::Churned { .. })));
    tell(7, "lesson-tickets", count(|h| matches!(h, Happened::TicketOpen { .. })));
    tell(5, "lesson-no-quote", count(|h| matches!(h, Happened::NotInvited { why: NotInvited::NoQuote, .. })));
    tell(5, "lesson-no-support", count(|h| matches!(h, Happened::NotInvited { why: NotInvited::NoSupport | NotInvited::Veto, .. })));
    tell(3, "lesson-price", count(|h| matches!(h, Happened::NotWon { winner: Winner::Rival(_), .. })));
    tell(6, "lesson-promise", effects().filter(|e| e.cause == Cause::PromiseBroken && e.customer.is_some()).count());
    tell(4, "lesson-silence", effects().filter(|e| e.cause == Cause::Silence).count() / 6);
    let missed = |h: &Happened| if let Happened::Visitors { unwritten, unattended, .. } = h { usize::from(unwritten + unattended) } else { 0 };
    tell(4, "lesson-visitors", happened().map(missed).sum());
    tell(5, "lesson-missed", count(|h| matches!(h, Happened::PromiseMissed { .. })));
    tell(8, "lesson-bribe", count(|h| matches!(h, Happened::BribeFound { .. })));
    let interactions = &view.past.interactions;
    let written = interactions.iter().filter(|i| i.written_up).count();
    if interactions.len() >= 10 && written * 2 < interactions.len() {
        let share = cx.percent(written as f64 / interactions.len() as f64);
        points.push((20, cx.say_with("lesson-records", &[("share", share.into())])));
    }
    let unfiled = view.past.months.iter().filter(|m| m.forecast_accuracy.is_none()).count();
    if unfiled > 2 {
        points.push((8, cx.say_with("lesson-forecast", &[("count", unfiled.into())])));
    }
    points.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut list: Vec<String> = points.into_iter().map(|(_, text)| text).take(5).collect();
    if list.is_empty() {
        let is_best = own(cx, standings).is_some_and(|s| s.rank == 1);
        list.push(cx.say(if is_best { "lesson-best" } else { "lesson-more" }));
    }
    list
}

/// Draws the tab.
pub fn lessons(cx: &Cx, standings: &Standings, ui: &mut Ui) {
    let p = theme::palette(ui);
    section(ui, &cx.say("lessons-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for (index, text) in points(cx, standings).iter().enumerate() {
            ui.horizontal_top(|ui| {
                let size = 26.0 * theme::scale(ui.style());
                let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
                ui.painter().circle_filled(rect.center(), size / 2.0, p.accent_soft);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, index + 1, theme::font(ui, Type::Strong), p.accent);
                ui.add(Label::new(theme::text(ui, Type::Figure, text).color(p.ink)).wrap());
            });
        }
    });
    if let Some(strategy) = &cx.view.strategy {
        section(ui, &cx.say("lessons-strategy"), |ui| lines(ui, Type::Body, &deeds(cx, strategy), p.ink));
    }
    section(ui, &cx.say("score-lesson"), |ui| lines(ui, Type::Body, &cx.text(&cx.view.guide.lesson), p.ink));
}

/// The strategy held against what was done.
fn deeds(cx: &Cx, strategy: &Strategy) -> String {
    let won: Vec<_> = cx.view.deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).collect();
    let inside = won.iter().filter(|d| cx.view.customer(d.id.customer).is_some_and(|c| strategy.segments.contains(&c.industry))).count();
    let names: Vec<String> = strategy.segments.iter().filter_map(|s| cx.view.guide.industries.get(s.index())).map(|i| cx.text(&i.name)).collect();
    let join = if cx.lang == crate::words::Lang::Zh { "、" } else { ", " };
    let args = [
        ("segments", names.join(join).into()),
        ("positioning", cx.say(crate::game::desk::names::positioning(strategy.positioning)).into()),
        ("inside", inside.into()),
        ("orders", won.len().into()),
    ];
    cx.say_with("lessons-strategy-text", &args)
}
