//! The service desk: what is open and whether the hours suffice; and how well tickets were answered so far.

mod record;
pub mod ticket;

use crate::game::app::shown::Shown;
use crate::game::desk::service::ticket::{Whose, ticket_lines};
use crate::game::desk::state::{Desk, Draft, Insight, ServicePage, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, ClickCard, area, figures, line, lines, link, nothing, section, segmented, sides};
use crate::prose::{Prose, names, staff, tickets as ticket_words};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::knowledge::TicketView;
use crate::sim::scenario::Severity;
use crate::sim::units::{Fen, Minutes, Role};
use bevy_egui::egui::{Margin, Rect, ScrollArea, Ui, vec2};

/// Draws the tab over `rect`.
pub fn service(prose: &Prose, shown: &Shown, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "service", |ui| {
        let pages = [(ServicePage::Queue, "service-page-queue"), (ServicePage::Record, "service-page-record")];
        segmented(ui, &mut desk.service, &pages.map(|(page, key)| (page, prose.say(key), prose.hint(key))));
        let rest = Rect::from_min_max(ui.cursor().min, rect.max);
        match desk.service {
            ServicePage::Queue => open(prose, shown, desk, ui, rest),
            ServicePage::Record => record::record(prose, insight, ui),
        }
    });
}

/// Hours the plan gives the queue, and hours that the open tickets take.
#[must_use]
pub fn queue(prose: &Prose) -> (Minutes, Minutes) {
    let planned = prose
        .view
        .plan
        .iter()
        .filter_map(|card| match card.card.action {
            Action::Queue(cards::Queue { time, .. }) => Some(time),
            _ => None,
        })
        .sum();
    (planned, prose.view.tickets.iter().map(|t| t.minutes).sum())
}

/// Draws the page over `rect`.
fn open(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "service-queue", |ui| {
        let (planned, needed) = queue(prose);
        let (all, in_time) = prose.view.past.months.iter().fold((0, 0), |(all, in_time), m| (all + m.tickets, in_time + m.tickets_in_time));
        section(ui, "", |ui| {
            let p = theme::palette(ui);
            let rate = if all > 0 { prose.percent(f64::from(in_time) / f64::from(all)) } else { "—".to_owned() };
            let short = planned < needed;
            figures(
                ui,
                &[
                    (prose.say("queue-open"), prose.view.tickets.len().to_string(), None),
                    (prose.say("queue-needed"), prose.hours(needed), None),
                    (prose.say("queue-planned"), prose.hours(planned), Some(if short { p.warn } else { p.good() })),
                    (prose.say("queue-in-time"), rate, None),
                    (prose.say("queue-free"), prose.hours(prose.view.free(Role::Service)), None),
                ],
            );
            if short {
                let text = format!("{} {}", icons::WARNING, prose.say_with("queue-short", &[("hours", prose.hours(needed - planned).into())]));
                lines(ui, Type::SmallStrong, &text, p.warn);
            }
        });
        let from = ui.cursor().min;
        let (width, height) = (ui.available_width(), ui.available_height());
        let left = Rect::from_min_size(from, vec2(width * 0.54, height));
        let right = Rect::from_min_max(from + vec2(width * 0.54 + 10.0, 0.0), rect.max);
        area(ui, left, "tickets", |ui| tickets(prose, desk, ui));
        area(ui, right, "service-side", |ui| {
            articles(prose, ui);
            investments(prose, shown, desk, ui);
        });
    });
}

fn tickets(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    widgets::heading(ui, &prose.say("queue-list"));
    if prose.view.tickets.is_empty() {
        nothing(ui, &prose.say("queue-empty"));
        return;
    }
    let mut list: Vec<&TicketView> = prose.view.tickets.iter().collect();
    list.sort_by_key(|t| (t.due_day, std::cmp::Reverse(t.severity), t.id));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for ticket in list {
            ui.push_id(ticket.id, |ui| {
                let name = format!("{} · {}", prose.customer(ticket.id.customer), ticket_words::name(prose, ticket));
                let card = ClickCard::new(&name).margin(Margin::symmetric(12, 8));
                let shown = card.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ticket_lines(prose, ui, ticket, Whose::Named);
                });
                if shown.response.clicked() {
                    desk.open(ticket.id.customer, Some(SheetTab::Service));
                }
            });
        }
    });
}

fn articles(prose: &Prose, ui: &mut Ui) {
    let service = &prose.view.guide.rules.service;
    section(ui, &prose.say("articles-title"), |ui| {
        let p = theme::palette(ui);
        for severity in [Severity::Minor, Severity::Major, Severity::Critical] {
            let index = severity.index();
            let written = prose.view.articles[index];
            let saved = (f64::from(written) * service.article_saves).min(service.article_floor);
            let args = [("count", written.into()), ("saved", prose.percent(saved).into()), ("solved", prose.view.solved[index].into())];
            sides(
                ui,
                20.0,
                |ui| line(ui, Type::Body, &prose.title(names::severity(severity)), p.ink),
                |ui| line(ui, Type::Small, &prose.say_with("articles-row", &args), p.muted),
            );
        }
    });
}

/// What can be built, what stands, and what it costs to run.
fn investments(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let guide = &prose.view.guide;
    if guide.investments.is_empty() {
        return;
    }
    section(ui, &prose.say("investments-title"), |ui| {
        let p = theme::palette(ui);
        for &what in &guide.investments {
            let since = prose.view.investments[what.index()];
            let (upkeep, state) = (staff::upkeep(prose, what), staff::investment(prose, what));
            let action = if since.is_some() { Action::Close(cards::Close(what)) } else { Action::Invest(cards::Invest(what)) };
            let role = shown.roles.first().copied().filter(|_| since.is_none() || upkeep > Fen::ZERO);
            sides(
                ui,
                22.0,
                |ui| {
                    line(ui, Type::Body, &prose.say(names::investment(what)), p.ink);
                    line(ui, Type::Small, &state, p.muted);
                },
                |ui| {
                    let key = if since.is_some() { "investment-close" } else { "investment-build" };
                    if let Some(role) = role
                        && !prose.view.over
                        && link(ui, &prose.say(key)).clicked()
                    {
                        desk.draft = Some(Draft { role, card: Card { action, write_up: false }, changes: None });
                    }
                },
            );
        }
    });
}
