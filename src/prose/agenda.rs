//! What wants attention this month, in words, most urgent first.

use super::names;
use super::questions::{self, Reply};
use super::tone::Tone;
use super::wording::Prose;
use crate::advice::agenda::{self, AgendaItem};
use crate::advice::questions::questions as asked;
use crate::sim::terms::Phase;
use crate::sim::units::CustomerId;
use crate::words::decimal;

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is about; [`AgendaItem::More`] stands for those left out.
    pub item: AgendaItem,
    /// How urgent it is.
    pub tone: Tone,
    /// What wants attention.
    pub title: String,
    /// Since when, by when, or for how much.
    pub sub: String,
    /// What a question may be answered with; empty for everything else.
    pub replies: Vec<Reply>,
}

/// The lines of the agenda in words.
#[must_use]
pub fn entries(prose: &Prose) -> Vec<Entry> {
    let is_untended = |item: &&AgendaItem| matches!(item, AgendaItem::NoTask(_));
    let agenda = agenda::agenda(prose.view);
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
        shown.extend(entry(prose, *item, untended));
    }
    // hundreds of customers fill no agenda: the rest is counted
    let rest: usize = alike.iter().map(|count| count.saturating_sub(MOST_ALIKE)).sum();
    if let Some(place) = more {
        let title = prose.say_with("agenda-more", &[("count", rest.into())]);
        let entry = Entry { item: AgendaItem::More, tone: Tone::Plain, title, sub: prose.say("agenda-more-sub"), replies: Vec::new() };
        shown.insert(place.min(shown.len()), entry);
    }
    shown
}

/// More deals, leads, ending contracts or tasks than this are told in one line.
const MOST_ALIKE: usize = 8;

/// `untended`: customers without a next task, told in one line.
fn entry(prose: &Prose, item: AgendaItem, untended: usize) -> Option<Entry> {
    let view = prose.view;
    let make = |tone: Tone, title: String, sub: String| Some(Entry { item, tone, title, sub, replies: Vec::new() });
    let about = |customer, what: String| {
        let name = prose.customer(customer);
        if what.contains(&name) {
            return what;
        }
        let args = [("customer", name.into()), ("what", what.into())];
        prose.say_with("agenda-about", &args)
    };
    match item {
        AgendaItem::Ticket(id) => {
            let ticket = view.tickets.iter().find(|t| t.id == id)?;
            // the class stands below: beside a long name it would be cut off
            let what = ticket.title.as_ref().map_or_else(|| prose.say("agenda-ticket-plain"), |title| prose.text(title));
            let class = prose.say(names::severity(ticket.severity));
            let hours = prose.hours(ticket.minutes);
            let sub = if ticket.due_day == 0 {
                prose.say_with("agenda-ticket-late", &[("class", class.into()), ("hours", hours.into())])
            } else {
                prose.say_with("agenda-ticket-due", &[("class", class.into()), ("day", ticket.due_day.into()), ("hours", hours.into())])
            };
            make(Tone::Late, about(id.customer, what), sub)
        }
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => {
            let task = view.tasks.iter().find(|t| t.id == id)?;
            let is_late = matches!(item, AgendaItem::Overdue(_));
            let late = view.round.since(task.due);
            let sub = if is_late {
                prose.say_with("agenda-late", &[("months", late.max(1).into()), ("role", prose.say(names::role_short(task.role)).into())])
            } else {
                prose.say_with("agenda-due", &[("role", prose.say(names::role_short(task.role)).into())])
            };
            let tone = if is_late { Tone::Late } else { Tone::Due };
            make(tone, about(task.customer, prose.say(names::task(task.kind))), sub)
        }
        AgendaItem::Deal(id) => {
            let deal = view.deal(id)?;
            let amount = prose.money_short(deal.value);
            let key = if deal.due.since(view.round) == 0 { "agenda-decides-now" } else { "agenda-decides-next" };
            make(Tone::Deal, about(id.customer, prose.deal(id)), prose.say_with(key, &[("amount", amount.into())]))
        }
        AgendaItem::Lacking(product) => {
            let (_, pieces) = view.lacking().into_iter().find(|(lacking, _)| *lacking == product)?;
            make(Tone::Due, prose.product(product), prose.say_with("agenda-lacking", &[("pieces", pieces.into())]))
        }
        AgendaItem::TakeUp(id) => {
            let deal = view.deal(id)?;
            let amount = prose.money_short(deal.value);
            make(Tone::Deal, about(id.customer, prose.deal(id)), prose.say_with("agenda-take-up", &[("amount", amount.into())]))
        }
        AgendaItem::Lead(id) => {
            let how = view.customer(id).and_then(|c| c.found).map_or_else(String::new, |(how, _)| prose.found(how));
            make(Tone::Plain, prose.customer(id), prose.say_with("agenda-lead", &[("how", how.into())]))
        }
        AgendaItem::NoTask(_) => make(Tone::Plain, prose.say_with("agenda-no-task", &[("count", untended.into())]), prose.say("agenda-fill")),
        AgendaItem::More => None,
        AgendaItem::Handover(id) => make(Tone::Due, prose.customer(id), prose.say("agenda-handover")),
        AgendaItem::Exhibition => make(Tone::Good, prose.say("agenda-exhibition"), prose.say("agenda-exhibition-sub")),
        AgendaItem::Summit => make(Tone::Good, prose.say("agenda-summit"), prose.say("agenda-summit-sub")),
        AgendaItem::News(id) => {
            let news = view.news.iter().find(|n| n.event == id)?;
            make(Tone::Plain, prose.text(&news.title), prose.say("agenda-news"))
        }
        AgendaItem::Visitors(count) => make(Tone::Due, prose.say_with("agenda-visitors", &[("count", count.into())]), prose.say("agenda-visitors-sub")),
        AgendaItem::Outgrown => {
            let cap = decimal(view.tools.cap, 0);
            make(Tone::Due, prose.say("agenda-outgrown"), prose.say_with("agenda-outgrown-sub", &[("cap", cap.into())]))
        }
        AgendaItem::ContractEnds(id) => make(Tone::Due, prose.customer(id), prose.say("agenda-contract-ends")),
        AgendaItem::Tender(id) => {
            let tender = view.tender(id)?;
            let args = [("amount", prose.money_short(tender.need.value).into()), ("kind", prose.say(names::tender_kind(tender.kind)).into())];
            make(Tone::Deal, prose.tender(tender), prose.say_with("agenda-tender", &args))
        }
        AgendaItem::Question(about) => {
            let question = asked(view).into_iter().find(|q| q.about == about)?;
            // an answered one steps back
            let tone = if question.answered().is_some() { Tone::Good } else { Tone::Due };
            let entry = make(tone, questions::title(prose, &question), questions::about(prose, &question))?;
            Some(Entry { replies: questions::replies(prose, &question), ..entry })
        }
        AgendaItem::NoSearch => make(Tone::Plain, prose.say("agenda-no-search"), prose.say("agenda-no-search-sub")),
        AgendaItem::Strategy => make(Tone::Good, prose.say("agenda-strategy"), prose.say("agenda-strategy-sub")),
        AgendaItem::Evaluate(id) => make(Tone::Good, prose.customer(id), prose.say("agenda-evaluate")),
    }
}

/// Whether a customer waits for something that was promised for an earlier month: for the board's badges.
#[must_use]
pub fn has_late_task(prose: &Prose, customer: CustomerId) -> bool {
    prose.view.tasks.iter().any(|t| t.customer == customer && t.overdue) && prose.view.customer(customer).is_some_and(|c| c.phase != Phase::Lost)
}
