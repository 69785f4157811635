//! What wants attention this month, most urgent first. A click leads to where it is dealt with.

use super::bits::{area, line, sides};
use super::cx::Cx;
use super::market;
use super::names;
use super::state::{Desk, Dialog, Draft, SheetTab, Tab};
use super::strategy;
use crate::advice::agenda::AgendaItem;
use crate::advice::offer;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, ClickCard, Tone, chip, round_icon};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::terms::Phase;
use bevy_egui::egui::{Margin, Rect, ScrollArea, Ui};

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub item: AgendaItem,
    pub icon: char,
    pub tone: Tone,
    pub title: String,
    pub sub: String,
}

/// The lines of the agenda in words.
#[must_use]
pub fn entries(cx: &Cx) -> Vec<Entry> {
    let is_untended = |item: &&AgendaItem| matches!(item, AgendaItem::NoTask(_));
    let agenda = crate::advice::agenda::agenda(cx.view);
    let untended = agenda.iter().filter(is_untended).count();
    let first = agenda.iter().find(is_untended);
    let mut alike = [0_usize; 4];
    let mut shown = Vec::new();
    let mut more = None;
    for item in agenda.iter().filter(|item| !is_untended(item) || Some(*item) == first) {
        let kind = match item {
            AgendaItem::Deal(_) => Some(0),
            AgendaItem::Lead(_) => Some(1),
            AgendaItem::ContractEnds(_) => Some(2),
            AgendaItem::Due(_) => Some(3),
            _ => None,
        };
        if let Some(kind) = kind {
            alike[kind] += 1;
            if alike[kind] > MOST_ALIKE {
                more = more.or(Some(shown.len()));
                continue;
            }
        }
        shown.extend(entry(cx, *item, untended));
    }
    // hundreds of customers fill no agenda: the rest is counted
    let rest: usize = alike.iter().map(|count| count.saturating_sub(MOST_ALIKE)).sum();
    if let Some(place) = more {
        let title = cx.say_with("agenda-more", &[("count", rest.into())]);
        let entry = Entry { item: AgendaItem::More, icon: icons::LIST_BULLETS, tone: Tone::Plain, title, sub: cx.say("agenda-more-sub") };
        shown.insert(place.min(shown.len()), entry);
    }
    shown
}

/// More deals, leads, ending contracts or tasks than this are told in one line.
const MOST_ALIKE: usize = 8;

/// `untended`: customers without a next task, told in one line.
fn entry(cx: &Cx, item: AgendaItem, untended: usize) -> Option<Entry> {
    let view = cx.view;
    let make = |icon: char, tone: Tone, title: String, sub: String| Some(Entry { item, icon, tone, title, sub });
    let about = |customer, what: String| {
        let name = cx.customer(customer);
        if what.contains(&name) {
            return what;
        }
        let args = [("customer", name.into()), ("what", what.into())];
        cx.say_with("agenda-about", &args)
    };
    match item {
        AgendaItem::Ticket(id) => {
            let ticket = view.tickets.iter().find(|t| t.id == id)?;
            // the class stands below: beside a long name it would be cut off
            let what = ticket.title.as_ref().map_or_else(|| cx.say("agenda-ticket-plain"), |title| cx.text(title));
            let class = cx.say(names::severity(ticket.severity));
            let hours = cx.hours(ticket.minutes);
            let sub = if ticket.due_day == 0 {
                cx.say_with("agenda-ticket-late", &[("class", class.into()), ("hours", hours.into())])
            } else {
                cx.say_with("agenda-ticket-due", &[("class", class.into()), ("day", ticket.due_day.into()), ("hours", hours.into())])
            };
            make('!', Tone::Late, about(id.customer, what), sub)
        }
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => {
            let task = view.tasks.iter().find(|t| t.id == id)?;
            let is_late = matches!(item, AgendaItem::Overdue(_));
            let late = view.round.since(task.due);
            let sub = if is_late {
                cx.say_with("agenda-late", &[("months", late.max(1).into()), ("role", cx.say(names::role_short(task.role)).into())])
            } else {
                cx.say_with("agenda-due", &[("role", cx.say(names::role_short(task.role)).into())])
            };
            let tone = if is_late { Tone::Late } else { Tone::Due };
            make(icons::CLOCK, tone, about(task.customer, cx.say(names::task(task.kind))), sub)
        }
        AgendaItem::Deal(id) => {
            let deal = view.deal(id)?;
            let amount = cx.money_short(deal.value);
            let key = if deal.due.since(view.round) == 0 { "agenda-decides-now" } else { "agenda-decides-next" };
            make(icons::COINS, Tone::Deal, about(id.customer, cx.deal(id)), cx.say_with(key, &[("amount", amount.into())]))
        }
        AgendaItem::Lacking(product) => {
            let (_, pieces) = view.lacking().into_iter().find(|(lacking, _)| *lacking == product)?;
            make(icons::PACKAGE, Tone::Due, cx.product(product), cx.say_with("agenda-lacking", &[("pieces", pieces.into())]))
        }
        AgendaItem::TakeUp(id) => {
            let deal = view.deal(id)?;
            let amount = cx.money_short(deal.value);
            make(icons::HEADSET, Tone::Deal, about(id.customer, cx.deal(id)), cx.say_with("agenda-take-up", &[("amount", amount.into())]))
        }
        AgendaItem::Lead(id) => {
            let how = view.customer(id).and_then(|c| c.found).map_or_else(String::new, |(how, _)| cx.found(how));
            make(icons::PLUS, Tone::Plain, cx.customer(id), cx.say_with("agenda-lead", &[("how", how.into())]))
        }
        AgendaItem::NoTask(_) => make(icons::NOTE_PENCIL, Tone::Plain, cx.say_with("agenda-no-task", &[("count", untended.into())]), cx.say("agenda-fill")),
        AgendaItem::More => None,
        AgendaItem::Handover(id) => make('⇄', Tone::Due, cx.customer(id), cx.say("agenda-handover")),
        AgendaItem::Exhibition => make(icons::STOREFRONT, Tone::Good, cx.say("agenda-exhibition"), cx.say("agenda-exhibition-sub")),
        AgendaItem::Summit => make(icons::USERS_THREE, Tone::Good, cx.say("agenda-summit"), cx.say("agenda-summit-sub")),
        AgendaItem::News(id) => {
            let news = view.news.iter().find(|n| n.event == id)?;
            make(icons::NEWSPAPER, Tone::Plain, cx.text(&news.title), cx.say("agenda-news"))
        }
        AgendaItem::Visitors(count) => {
            make(icons::USER_PLUS, Tone::Due, cx.say_with("agenda-visitors", &[("count", count.into())]), cx.say("agenda-visitors-sub"))
        }
        AgendaItem::Outgrown => {
            let cap = crate::words::decimal(view.tools.cap, 0);
            make(icons::TREE_STRUCTURE, Tone::Due, cx.say("agenda-outgrown"), cx.say_with("agenda-outgrown-sub", &[("cap", cap.into())]))
        }
        AgendaItem::ContractEnds(id) => make(icons::HANDSHAKE, Tone::Due, cx.customer(id), cx.say("agenda-contract-ends")),
        AgendaItem::Tender(id) => {
            let tender = view.tender(id)?;
            let args = [("amount", cx.money_short(tender.need.value).into()), ("kind", cx.say(names::tender_kind(tender.kind)).into())];
            make(icons::SCALES, Tone::Deal, market::tender_name(cx, tender), cx.say_with("agenda-tender", &args))
        }
        AgendaItem::Strategy => make(icons::FLAG, Tone::Good, cx.say("agenda-strategy"), cx.say("agenda-strategy-sub")),
        AgendaItem::Evaluate(id) => make(icons::CROWN, Tone::Good, cx.customer(id), cx.say("agenda-evaluate")),
    }
}

/// Where a click on a line leads.
pub fn follow(cx: &Cx, desk: &mut Desk, item: AgendaItem) {
    match item {
        AgendaItem::Ticket(id) => desk.open(id.customer, Some(SheetTab::Service)),
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => {
            if let Some(task) = cx.view.tasks.iter().find(|t| t.id == id) {
                desk.open(task.customer, Some(SheetTab::Profile));
            }
        }
        AgendaItem::Deal(id) | AgendaItem::TakeUp(id) => desk.open(id.customer, Some(SheetTab::Deals)),
        AgendaItem::Lacking(product) => {
            let quantity = cx.view.lacking().into_iter().find(|(lacking, _)| *lacking == product).map_or(1, |(_, pieces)| pieces);
            let offer = offer::offer(cx.view, Card { action: Action::Purchase(cards::Purchase { product, quantity, express: false }), write_up: false });
            desk.selected = None;
            desk.draft = Some(Draft { role: offer.role, card: offer.card, changes: None });
        }
        AgendaItem::Lead(id) | AgendaItem::Handover(id) => desk.open(id, Some(SheetTab::Profile)),
        AgendaItem::NoTask(_) => desk.send(cx.view.seat.role, crate::sim::planning::command::Command::FillTasks),
        AgendaItem::ContractEnds(id) => desk.open(id, Some(SheetTab::Deals)),
        AgendaItem::Exhibition | AgendaItem::Summit | AgendaItem::Visitors(_) | AgendaItem::Outgrown => {
            desk.selected = None;
            desk.draft = None;
        }
        AgendaItem::More => desk.tab = super::state::Tab::Customers,
        AgendaItem::Tender(_) => {
            desk.tab = Tab::Funnel;
            desk.funnel = super::funnel::Page::Tenders;
        }
        AgendaItem::News(id) => desk.dialog = Some(Dialog::News(id)),
        AgendaItem::Strategy => desk.dialog = Some(Dialog::Strategy(strategy::start(cx.view))),
        AgendaItem::Evaluate(id) => {
            desk.open(id, Some(SheetTab::Value));
            desk.dialog = Some(Dialog::Evaluate(id));
        }
    }
}

/// Draws the agenda over `rect`.
pub fn agenda(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "agenda", |ui| {
        let list = entries(cx);
        let urgent = list.iter().filter(|e| e.tone == Tone::Late).count();
        sides(
            ui,
            28.0,
            |ui| widgets::heading(ui, &cx.say("agenda-title")),
            |ui| {
                if urgent > 0 {
                    chip(ui, Tone::Late, &urgent.to_string()).on_hover_text(cx.say_with("agenda-urgent", &[("count", urgent.into())]));
                }
            },
        );
        if list.is_empty() {
            super::bits::nothing(ui, &cx.say("agenda-empty"));
            return;
        }
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            for (index, entry) in list.iter().enumerate() {
                ui.push_id(index, |ui| row(cx, desk, ui, entry));
            }
            ui.add_space(8.0);
        });
    });
}

fn row(cx: &Cx, desk: &mut Desk, ui: &mut Ui, entry: &Entry) {
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
                round_icon(ui, entry.tone, entry.icon);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    line(ui, Type::Strong, &entry.title, p.ink);
                    line(ui, Type::Small, &entry.sub, p.muted);
                });
            });
        })
        .response;
    if response.clicked() {
        follow(cx, desk, entry.item);
    }
}

/// Whether a customer waits for something that was promised for an earlier month: for the board's badges.
#[must_use]
pub fn has_late_task(cx: &Cx, customer: crate::sim::units::CustomerId) -> bool {
    cx.view.tasks.iter().any(|t| t.customer == customer && t.overdue) && cx.view.customer(customer).is_some_and(|c| c.phase != Phase::Lost)
}
