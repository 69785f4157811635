//! The service desk: what is open and whether the hours suffice; and how well tickets were answered so far.

mod record;

use super::bits::{area, figures, nothing, section};
use super::cx::Cx;
use super::insight::Insight;
use super::names;
use super::sheet;
use super::state::{Desk, Draft, SheetTab, Shown};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{ClickCard, segmented};
use crate::sim::cards;
use crate::sim::cards::Tendency;
use crate::sim::cards::{Action, Card};
use crate::sim::knowledge::TicketView;
use crate::sim::scenario::Severity;
use crate::sim::units::{Fen, Minutes, Role};
use bevy_egui::egui::{Margin, Rect, ScrollArea, Ui, vec2};

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Queue,
    Record,
}

/// Draws the tab over `rect`.
pub fn service(cx: &Cx, shown: &Shown, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "service", |ui| {
        let names = [cx.say("service-page-queue"), cx.say("service-page-record")];
        segmented(ui, &mut desk.service, &[(Page::Queue, &names[0]), (Page::Record, &names[1])]);
        let rest = Rect::from_min_max(ui.cursor().min, rect.max);
        match desk.service {
            Page::Queue => open(cx, shown, desk, ui, rest),
            Page::Record => record::record(cx, insight, ui),
        }
    });
}

/// Hours the plan gives the queue, and hours that the open tickets take.
#[must_use]
pub fn queue(cx: &Cx) -> (Minutes, Minutes) {
    let planned = cx
        .view
        .plan
        .iter()
        .filter_map(|card| match card.card.action {
            Action::Queue(cards::Queue { time, .. }) => Some(time),
            _ => None,
        })
        .sum();
    (planned, cx.view.tickets.iter().map(|t| t.minutes).sum())
}

/// Draws the page over `rect`.
fn open(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "service-queue", |ui| {
        let (planned, needed) = queue(cx);
        let (all, in_time) = cx.view.past.months.iter().fold((0, 0), |(all, in_time), m| (all + m.tickets, in_time + m.tickets_in_time));
        section(ui, "", |ui| {
            let p = theme::palette(ui);
            let rate = if all > 0 { cx.percent(f64::from(in_time) / f64::from(all)) } else { "—".to_owned() };
            let short = planned < needed;
            figures(
                ui,
                &[
                    (cx.say("queue-open"), cx.view.tickets.len().to_string(), None),
                    (cx.say("queue-needed"), cx.hours(needed), None),
                    (cx.say("queue-planned"), cx.hours(planned), Some(if short { p.warn } else { p.good() })),
                    (cx.say("queue-in-time"), rate, None),
                    (cx.say("queue-free"), cx.hours(cx.view.free(Role::Service)), None),
                ],
            );
            if short {
                let text = format!("{} {}", crate::game::icons::WARNING, cx.say_with("queue-short", &[("hours", cx.hours(needed - planned).into())]));
                super::bits::lines(ui, Type::SmallStrong, &text, p.warn);
            }
        });
        let from = ui.cursor().min;
        let (width, height) = (ui.available_width(), ui.available_height());
        let left = Rect::from_min_size(from, vec2(width * 0.54, height));
        let right = Rect::from_min_max(from + vec2(width * 0.54 + 10.0, 0.0), rect.max);
        area(ui, left, "tickets", |ui| tickets(cx, desk, ui));
        area(ui, right, "service-side", |ui| {
            articles(cx, ui);
            investments(cx, shown, desk, ui);
        });
    });
}

fn tickets(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    crate::game::widgets::heading(ui, &cx.say("queue-list"));
    if cx.view.tickets.is_empty() {
        nothing(ui, &cx.say("queue-empty"));
        return;
    }
    let mut list: Vec<&TicketView> = cx.view.tickets.iter().collect();
    list.sort_by_key(|t| (t.due_day, std::cmp::Reverse(t.severity), t.id));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for ticket in list {
            ui.push_id(ticket.id, |ui| {
                let name = format!("{} · {}", cx.customer(ticket.id.customer), sheet::ticket_name(cx, ticket));
                let card = ClickCard::new(&name).margin(Margin::symmetric(12, 8));
                let shown = card.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 2.0;
                    sheet::ticket_lines(cx, ui, ticket, sheet::Whose::Named);
                });
                if shown.response.clicked() {
                    desk.open(ticket.id.customer, Some(SheetTab::Service));
                }
            });
        }
    });
}

fn articles(cx: &Cx, ui: &mut Ui) {
    let service = &cx.view.guide.rules.service;
    section(ui, &cx.say("articles-title"), |ui| {
        let p = theme::palette(ui);
        for severity in [Severity::Minor, Severity::Major, Severity::Critical] {
            let index = severity.index();
            let written = cx.view.articles[index];
            let saved = (f64::from(written) * service.article_saves).min(service.article_floor);
            let args = [("count", written.into()), ("saved", cx.percent(saved).into()), ("solved", cx.view.solved[index].into())];
            super::bits::sides(
                ui,
                20.0,
                |ui| super::bits::line(ui, Type::Body, &cx.title(names::severity(severity)), p.ink),
                |ui| super::bits::line(ui, Type::Small, &cx.say_with("articles-row", &args), p.muted),
            );
        }
    });
}

/// What can be built, what stands, and what it costs to run.
fn investments(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let guide = &cx.view.guide;
    if guide.investments.is_empty() {
        return;
    }
    section(ui, &cx.say("investments-title"), |ui| {
        let p = theme::palette(ui);
        for &what in &guide.investments {
            let offer = |action: Action| crate::advice::offer::offer(cx.view, Card { action, write_up: false });
            let since = cx.view.investments[what.index()];
            let upkeep = match offer(Action::Close(cards::Close(what))).tends {
                Tendency::Spares(upkeep) => upkeep,
                _ => Fen::ZERO,
            };
            let state = match since {
                Some(round) if upkeep > Fen::ZERO => {
                    cx.say_with("investment-runs", &[("month", cx.month_name(round.plus(1)).into()), ("upkeep", cx.money_short(upkeep).into())])
                }
                Some(round) => cx.say_with("investment-stands", &[("month", cx.month_name(round.plus(1)).into())]),
                None => cx.say_with("investment-price", &[("price", cx.money_short(offer(Action::Invest(cards::Invest(what))).cost).into())]),
            };
            let action = if since.is_some() { Action::Close(cards::Close(what)) } else { Action::Invest(cards::Invest(what)) };
            let role = shown.roles.first().copied().filter(|_| since.is_none() || upkeep > Fen::ZERO);
            super::bits::sides(
                ui,
                22.0,
                |ui| {
                    super::bits::line(ui, Type::Body, &cx.say(names::investment(what)), p.ink);
                    super::bits::line(ui, Type::Small, &state, p.muted);
                },
                |ui| {
                    let key = if since.is_some() { "investment-close" } else { "investment-build" };
                    if let Some(role) = role
                        && !cx.view.over
                        && super::bits::link(ui, &cx.say(key)).clicked()
                    {
                        desk.draft = Some(Draft { role, card: Card { action, write_up: false }, changes: None });
                    }
                },
            );
        }
    });
}
