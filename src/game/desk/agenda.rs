//! What wants attention this month: the month's questions with their answers, then what is most urgent. A click leads to where
//! it is dealt with; a click on an answer puts its cards into the plan.

use crate::advice;
use crate::advice::agenda::AgendaItem;
use crate::advice::offer;
use crate::advice::questions::About;
use crate::game::desk::state::{Desk, Dialog, Draft, FunnelPage, SheetTab, Tab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, ClickCard, Tone, area, chip, line, lines, nothing, round_icon, sides};
use crate::prose::Prose;
use crate::prose::agenda::{self, Entry};
use crate::prose::questions::Reply;
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::planning::command::Command;
use bevy_egui::egui::{Margin, Rect, ScrollArea, Ui};

/// Where a click on a line leads.
pub fn follow(prose: &Prose, desk: &mut Desk, item: AgendaItem) {
    match item {
        AgendaItem::Ticket(id) => desk.open(id.customer, Some(SheetTab::Service)),
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => {
            if let Some(task) = prose.view.tasks.iter().find(|t| t.id == id) {
                desk.open(task.customer, Some(SheetTab::Profile));
            }
        }
        AgendaItem::Deal(id) | AgendaItem::TakeUp(id) => desk.open(id.customer, Some(SheetTab::Deals)),
        AgendaItem::Lacking(product) => {
            let quantity = prose.view.lacking().into_iter().find(|(lacking, _)| *lacking == product).map_or(1, |(_, pieces)| pieces);
            let offer = offer::offer(prose.view, Card { action: Action::Purchase(cards::Purchase { product, quantity, express: false }), write_up: false });
            desk.selected = None;
            desk.draft = Some(Draft { role: offer.role, card: offer.card, changes: None });
        }
        AgendaItem::Question(about) => look_into(desk, about),
        AgendaItem::Lead(id) | AgendaItem::Handover(id) => desk.open(id, Some(SheetTab::Profile)),
        AgendaItem::NoTask(_) => desk.send(prose.view.seat.role, Command::FillTasks),
        AgendaItem::ContractEnds(id) => desk.open(id, Some(SheetTab::Deals)),
        AgendaItem::Exhibition | AgendaItem::Summit | AgendaItem::NoSearch | AgendaItem::Visitors(_) | AgendaItem::Outgrown => {
            desk.show_office();
        }
        AgendaItem::More => desk.tab = Tab::Customers,
        AgendaItem::Tender(_) => {
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Tenders;
        }
        AgendaItem::News(id) => desk.dialog = Some(Dialog::News(id)),
        AgendaItem::Strategy => desk.dialog = Some(Dialog::Strategy(advice::strategy::start(prose.view))),
        AgendaItem::Evaluate(id) => {
            desk.open(id, Some(SheetTab::Value));
            desk.dialog = Some(Dialog::Evaluate(id));
        }
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

/// Puts the cards of an answer into the plan; takes them out again where they are there.
fn give(desk: &mut Desk, reply: &Reply) {
    if reply.answer.chosen() {
        for card in reply.answer.planned.iter().copied().flatten() {
            desk.send(reply.role, Command::Remove(card));
        }
    } else {
        for (card, _) in reply.answer.cards.iter().zip(&reply.answer.planned).filter(|(_, planned)| planned.is_none()) {
            desk.send(reply.role, Command::Add(card.clone()));
        }
    }
}

/// Draws the agenda over `rect`.
pub fn agenda(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "agenda", |ui| {
        let list = agenda::entries(prose);
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
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            for (index, entry) in list.iter().enumerate() {
                ui.push_id(index, |ui| row(prose, desk, ui, entry));
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
    }
}

fn row(prose: &Prose, desk: &mut Desk, ui: &mut Ui, entry: &Entry) {
    let p = theme::palette(ui);
    let name = format!("{} · {}", entry.title, entry.sub);
    let mut card = ClickCard::new(&name).margin(Margin::symmetric(10, 7));
    if entry.tone == Tone::Late {
        card = card.stripe(p.warn);
    }
    let response = card
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 9.0;
                round_icon(ui, entry.tone, icon(entry.item));
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    // a question is read whole, whatever it takes
                    let tell = if entry.replies.is_empty() { line } else { lines };
                    tell(ui, Type::Strong, &entry.title, p.ink);
                    tell(ui, Type::Small, &entry.sub, p.muted);
                });
            });
        })
        .response;
    if response.clicked() {
        follow(prose, desk, entry.item);
    }
    // once it is answered, the answer alone; taken back, they are all there again
    let answered = entry.replies.iter().any(|reply| reply.answer.chosen());
    for (place, reply) in entry.replies.iter().enumerate().filter(|(_, reply)| !answered || reply.answer.chosen()) {
        ui.push_id(place, |ui| answer(prose, desk, ui, reply));
    }
}

/// An answer under its question.
fn answer(prose: &Prose, desk: &mut Desk, ui: &mut Ui, reply: &Reply) {
    let p = theme::palette(ui);
    let name = format!("{} · {}", reply.label, reply.facts);
    let (chosen, possible) = (reply.answer.chosen(), reply.answer.possible);
    let mut card = ClickCard::new(&name).margin(Margin { left: 26, right: 10, top: 6, bottom: 6 });
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
                line(ui, Type::Strong, &if chosen { format!("{} {}", icons::CHECK, reply.label) } else { reply.label.clone() }, ink);
                lines(ui, Type::Small, &reply.facts, p.muted);
                if !chosen && !possible {
                    lines(ui, Type::Small, &prose.say("question-no-room"), p.warn);
                }
            });
        })
        .response;
    if response.clicked() && (chosen || possible) {
        give(desk, reply);
    }
}
