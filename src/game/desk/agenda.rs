//! What wants attention this month: the month's questions with their answers, then what is most urgent. A click puts the card
//! that sees to it into the plan, or leads to where it is dealt with; a click on an answer puts its cards into the plan.

use crate::advice;
use crate::advice::agenda::AgendaItem;
use crate::advice::questions::{About, Answer};
use crate::advice::todo::{self, Step};
use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, Dialog, Draft, Evaluation, SheetTab, Tab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, ClickCard, Pick, Tone, area, chip, lines, nothing, round_icon, sides};
use crate::prose::Prose;
use crate::prose::agenda::{self, Entry};
use crate::prose::questions::{self, Reply};
use crate::sim::planning::command::Command;
use crate::sim::units::Role;
use bevy_egui::egui::{Margin, Rect, ScrollArea, Ui};

/// What a click on a line does: the card that sees to it goes into the plan, and a second click takes it out again; what wants
/// setting opens, what was planned elsewhere is shown, and where nothing can be planned the sheet says why.
pub fn follow(prose: &Prose, desk: &mut Desk, roles: &[Role], item: AgendaItem) {
    (desk.hindrance, desk.done) = (None, None);
    match todo::step(prose.view, item, roles) {
        Step::Add(offer) => desk.send(offer.role, Command::Add(offer.card)),
        Step::Set(offer, changes) => desk.draft = Some(Draft { role: offer.role, card: offer.card, changes }),
        Step::Join(offer, card) => desk.send(offer.role, Command::Change(card, offer.card)),
        Step::TakeBack(role, card, Some(left)) => desk.send(role, Command::Change(card, left)),
        Step::TakeBack(role, card, None) => desk.send(role, Command::Remove(card)),
        Step::Tasks(tasks) => {
            for task in &tasks {
                desk.send(prose.view.seat.role, task.command());
            }
            // the line goes with the click
            desk.done = Some(tasks);
        }
        Step::Blocked(..) => {
            show_sheet(prose, desk, item);
            desk.hindrance = Some(item);
        }
        Step::Look => look(prose, desk, item),
    }
}

/// Opens what can be done for the customer of an item, or for the office where it is about none.
fn show_sheet(prose: &Prose, desk: &mut Desk, item: AgendaItem) {
    match todo::item_customer(prose.view, item) {
        Some(customer) => desk.open(customer, Some(SheetTab::Act)),
        None => {
            desk.show_office();
        }
    }
}

/// Leads to what is not dealt with by one card.
fn look(prose: &Prose, desk: &mut Desk, item: AgendaItem) {
    match item {
        AgendaItem::Question(about) => look_into(desk, about),
        AgendaItem::Idle(role) => {
            let settled = desk.left.questions(prose.view.seat.team);
            let found = advice::idle::idle(prose.view, &advice::questions::questions(prose.view), &settled, role);
            if let Some(idle) = found {
                show_sheet(prose, desk, item);
                desk.set_up(Draft { role: idle.offer.role, card: idle.offer.card, changes: None });
            }
        }
        AgendaItem::More => desk.whole_agenda = !desk.whole_agenda,
        AgendaItem::News(id) => desk.dialog = Some(Dialog::News(id)),
        AgendaItem::Strategy => desk.dialog = Some(Dialog::Strategy(advice::strategy::start(prose.view))),
        AgendaItem::Evaluate(id) => {
            desk.open(id, Some(SheetTab::Value));
            desk.dialog = Some(Dialog::Evaluate(Evaluation::of(prose.view, id)));
        }
        other => show_sheet(prose, desk, other),
    }
}

/// Shows what a question is about.
fn look_into(desk: &mut Desk, about: About) {
    match about {
        About::Time(deal, _) | About::Terms(deal) | About::Offer(deal) => desk.open(deal.customer, Some(SheetTab::Deals)),
        About::Quiet(_, customer) | About::YearEnd(customer) => desk.open(customer, Some(SheetTab::Profile)),
        About::Many => desk.tab = Tab::Funnel,
        About::Looking | About::Serving => desk.tab = Tab::Customers,
    }
}

/// Puts the cards of an answer into the plan; takes them out again where they are there. Another answer that was given makes way where
/// there is no room for both. Whoever leaves all answers takes out those that were given.
fn give(prose: &Prose, desk: &mut Desk, entry: &Entry, reply: &Reply) {
    let given: Vec<&Answer> = entry.replies.iter().filter(|other| other.chosen).filter_map(|other| other.answer.as_ref()).collect();
    desk.left.set(prose.view.seat.team, reply.about, reply.answer.is_none() && !reply.chosen);
    for command in advice::questions::give(prose.view, reply.role, &given, reply.answer.as_ref()) {
        desk.send(reply.role, command);
    }
}

/// Draws the agenda over `rect`.
pub fn agenda(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "agenda", |ui| {
        let whole = desk.whole_agenda;
        let left = desk.left.clone();
        let list = desk.agenda.refresh((shown.stamp, prose.lang, whole), &left, || agenda::entries_but(prose, whole, &left.questions(prose.view.seat.team)));
        let urgent = list.iter().filter(|e| e.tone == Tone::Late).count();
        sides(
            ui,
            28.0,
            |ui| widgets::heading(ui, &prose.say("agenda-title")),
            |ui| {
                if urgent > 0 {
                    chip(ui, Tone::Late, &urgent.to_string()).on_hover_text(prose.say_with("agenda-urgent", &[("count", urgent.into())]));
                }
            },
        );
        if list.is_empty() {
            nothing(ui, &prose.say("agenda-empty"));
            return;
        }
        // a new month begins at the top
        ScrollArea::vertical().id_salt(("agenda", prose.view.seat.team.0, prose.view.round.0)).auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            for (index, entry) in list.iter().enumerate() {
                ui.push_id(index, |ui| row(prose, shown, desk, ui, entry));
                for (place, left_out) in entry.rest.iter().enumerate() {
                    ui.push_id((index, place), |ui| row(prose, shown, desk, ui, left_out));
                }
            }
            ui.add_space(8.0);
        });
    });
}

/// The sign before a line.
const fn icon(item: AgendaItem) -> char {
    match item {
        AgendaItem::Ticket(_) => '!',
        AgendaItem::Overdue(_) | AgendaItem::Due(_) => icons::CLOCK,
        AgendaItem::Deal(_) => icons::COINS,
        AgendaItem::Lacking(_) => icons::PACKAGE,
        AgendaItem::TakeUp(_) => icons::HEADSET,
        AgendaItem::Lead(_) | AgendaItem::NoSearch => icons::PLUS,
        AgendaItem::NoTask(_) => icons::NOTE_PENCIL,
        AgendaItem::More => icons::LIST_BULLETS,
        AgendaItem::Handover(_) => '⇄',
        AgendaItem::Exhibition => icons::STOREFRONT,
        AgendaItem::Summit => icons::USERS_THREE,
        AgendaItem::News(_) => icons::NEWSPAPER,
        AgendaItem::Visitors(_) => icons::USER_PLUS,
        AgendaItem::Outgrown => icons::TREE_STRUCTURE,
        AgendaItem::ContractEnds(_) => icons::HANDSHAKE,
        AgendaItem::Tender(_) => icons::SCALES,
        AgendaItem::Strategy => icons::FLAG,
        AgendaItem::Evaluate(_) => icons::CROWN,
        AgendaItem::Question(_) => '?',
        AgendaItem::Idle(_) => icons::CLOCK,
    }
}

fn row(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, entry: &Entry) {
    let p = theme::palette(ui);
    let folded = entry.item == AgendaItem::More && desk.whole_agenda;
    let title = if folded { prose.say("agenda-fewer") } else { entry.title.clone() };
    let name = format!("{title} · {}", entry.sub);
    let mut card = ClickCard::new(&name).by_place().margin(Margin::symmetric(10, 7));
    if entry.tone == Tone::Late {
        card = card.stripe(p.warn);
    }
    let sign = match entry.item {
        _ if entry.planned => icons::CHECK,
        AgendaItem::More if folded => icons::CARET_UP,
        AgendaItem::More => icons::CARET_DOWN,
        item => icon(item),
    };
    let response = card
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 9.0;
                round_icon(ui, entry.tone, sign);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    // what the plan sees to steps back
                    lines(ui, Type::Strong, &title, if entry.planned { p.muted } else { p.ink });
                    lines(ui, Type::Small, &entry.sub, if entry.planned { p.accent } else { p.muted });
                });
            });
        })
        .response;
    let response = response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, &title));
        for line in agenda::does(prose, entry.item, &shown.roles).lines() {
            ui.label(theme::text(ui, Type::Small, line).color(p.muted));
        }
    });
    if response.clicked() {
        follow(prose, desk, &shown.roles, entry.item);
    }
    // all of them stay, so that they can be compared and another one chosen
    for (place, reply) in entry.replies.iter().enumerate() {
        ui.push_id(place, |ui| answer(prose, desk, ui, entry, reply));
    }
}

/// An answer under its question.
fn answer(prose: &Prose, desk: &mut Desk, ui: &mut Ui, entry: &Entry, reply: &Reply) {
    let p = theme::palette(ui);
    let name = reply.name();
    let (chosen, possible) = (reply.chosen, reply.hindrance.is_none());
    // a round sign takes the place of the others, a square one stands beside them
    let sign = if reply.adds_up { Pick::Several } else { Pick::One };
    let left = 30.0 * theme::scale(ui.style()).clamp(1.0, 1.4);
    let mut card = ClickCard::new(&name).by_place().margin(Margin { left: left as i8, right: 10, top: 6, bottom: 6 }).pick(sign, chosen);
    if chosen {
        card = card.chosen(p.accent);
    } else if !possible {
        card = card.off(p.line);
    }
    let response = card
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let ink = if chosen || possible { p.ink } else { p.muted };
                lines(ui, Type::Strong, &reply.label, ink);
                if !reply.chance.is_empty() {
                    lines(ui, Type::Strong, &reply.chance, if possible || chosen { p.accent } else { p.muted });
                }
                for text in [&reply.facts, &reply.cost].into_iter().filter(|text| !text.is_empty()) {
                    lines(ui, Type::Small, text, p.muted);
                }
                if !reply.warning.is_empty() {
                    lines(ui, Type::SmallStrong, &format!("{} {}", icons::WARNING, reply.warning), p.warn);
                }
                if let Some(why) = reply.hindrance.filter(|_| !chosen) {
                    lines(ui, Type::Small, &prose.say(questions::hindrance(why)), p.warn);
                }
            });
        })
        .response;
    let response = response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Small, questions::does(prose, &entry.replies, reply)).color(p.muted));
    });
    if response.clicked() && (chosen || possible) {
        give(prose, desk, entry, reply);
    }
}
