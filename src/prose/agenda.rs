//! What wants attention this month, in words, most urgent first.

use super::questions::{self, Reply};
use super::tone::Tone;
use super::wording::Prose;
use super::{advice, cards, names, open_deals};
use crate::advice::agenda::{self, AgendaItem};
use crate::advice::offer::Offer;
use crate::advice::questions::{About, Question, questions as asked};
use crate::advice::queues::Queues;
use crate::advice::todo::{self, Block, NextTask, Step};
use crate::advice::{contracts, idle};
use crate::sim::terms::{Phase, TaskKind};
use crate::sim::units::{CustomerId, Role};
use crate::words::decimal;

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is about; [`AgendaItem::More`] stands for those left out.
    pub item: AgendaItem,
    /// How urgent it is: [`Tone::Late`] for what the team has let slide, and for nothing else.
    pub tone: Tone,
    /// What wants attention.
    pub title: String,
    /// Since when, by when, or for how much; which card of the plan sees to it.
    pub sub: String,
    /// What a question may be answered with; empty for everything else.
    pub replies: Vec<Reply>,
    /// The plan sees to it.
    pub planned: bool,
    /// The lines left out, for [`AgendaItem::More`] where they were asked for; empty for everything else.
    pub rest: Vec<Entry>,
}

/// What is worked out once for all lines.
struct Lines<'a> {
    prose: &'a Prose<'a>,
    /// Customers without a next task, told in one line.
    untended: usize,
    queues: Queues<'a>,
    asked: Vec<Question>,
    /// Questions of which the player has said that none of the answers is wanted.
    left: &'a [About],
    /// Those that wait for no answer: they are left, or there is nothing to answer them with.
    settled: Vec<About>,
}

/// The lines of the agenda in words; those that a long list leaves out only where the `whole` of it is asked for.
#[must_use]
pub fn entries(prose: &Prose, whole: bool) -> Vec<Entry> {
    entries_but(prose, whole, &[])
}

/// The same where the player has said of the questions `left` that none of their answers is wanted.
#[must_use]
pub fn entries_but(prose: &Prose, whole: bool, left: &[About]) -> Vec<Entry> {
    let is_untended = |item: &&AgendaItem| matches!(item, AgendaItem::NoTask(_));
    let asked = asked(prose.view);
    let is_settled = |question: &&Question| left.contains(&question.about) || !questions::has_replies(prose.view, question);
    let settled: Vec<About> = asked.iter().filter(is_settled).map(|question| question.about).collect();
    let agenda = agenda::with_planned(prose.view, &settled);
    let untended = agenda.iter().filter(is_untended).count();
    let lines = Lines { prose, untended, queues: Queues::new(prose.view), asked, left, settled };
    let first = agenda.iter().find(is_untended);
    let mut alike = [0_usize; 4];
    let mut shown = Vec::new();
    let mut left_out = Vec::new();
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
            if alike[kind] > most_alike(item) {
                more = more.or(Some(shown.len()));
                left_out.push(*item);
                continue;
            }
        }
        shown.extend(lines.entry(*item));
    }
    // hundreds of customers fill no agenda: the rest is counted, and named on request
    if let Some(place) = more {
        let title = prose.say_with("agenda-more", &[("count", left_out.len().into())]);
        let left = |is: fn(&AgendaItem) -> bool| left_out.iter().filter(|item| is(item)).count();
        let (deals, leads) = (left(|i| matches!(i, AgendaItem::Deal(_))), left(|i| matches!(i, AgendaItem::Lead(_))));
        let (contracts, tasks) = (left(|i| matches!(i, AgendaItem::ContractEnds(_))), left(|i| matches!(i, AgendaItem::Due(_))));
        let counts = [("agenda-more-deals", deals), ("agenda-more-leads", leads), ("agenda-more-contracts", contracts), ("agenda-more-tasks", tasks)];
        let parts: Vec<String> =
            counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| prose.say_with(key, &[("count", count.into())])).collect();
        let rest = if whole { left_out.into_iter().filter_map(|item| lines.entry(item)).collect() } else { Vec::new() };
        let entry = Entry { item: AgendaItem::More, tone: Tone::Plain, title, sub: prose.list(&parts), replies: Vec::new(), planned: false, rest };
        shown.insert(place.min(shown.len()), entry);
    }
    shown
}

/// What a click on a line does, at a desk that plays these roles.
#[must_use]
pub fn does(prose: &Prose, item: AgendaItem, roles: &[Role]) -> String {
    match todo::step(prose.view, item, roles) {
        Step::Add(offer) => prose.say_with("agenda-does-add", &[("card", card_name(prose, &offer).into()), ("takes", cards::takes(prose, &offer).into())]),
        Step::Set(offer, _) => prose.say_with("agenda-does-set", &[("card", card_name(prose, &offer).into())]),
        Step::Join(offer, _) => prose.say_with("agenda-does-join", &[("card", card_name(prose, &offer).into())]),
        Step::TakeBack(_, _, Some(_)) => prose.say("agenda-does-leave-out"),
        Step::TakeBack(..) => prose.say("agenda-does-take-back"),
        Step::Tasks(tasks) => of_tasks(prose, &tasks),
        Step::Blocked(..) => match blocked(prose, item, roles) {
            Some(why) => prose.say_with("agenda-does-not", &[("why", why.into())]),
            None => String::new(),
        },
        Step::Look => match item {
            AgendaItem::More => prose.say("agenda-does-more"),
            AgendaItem::Deal(_) | AgendaItem::ContractEnds(_) | AgendaItem::Overdue(_) | AgendaItem::Due(_) | AgendaItem::TakeUp(_) | AgendaItem::Idle(_) => {
                prose.say("agenda-does-open")
            }
            _ => String::new(),
        },
    }
}

/// Why no card can be planned for an item; None where one can, or where there is no one card for it.
#[must_use]
pub fn blocked(prose: &Prose, item: AgendaItem, roles: &[Role]) -> Option<String> {
    let Step::Blocked(offer, block) = todo::step(prose.view, item, roles) else { return None };
    let why = match block {
        Block::Decisions => prose.say("agenda-no-decisions"),
        Block::Elsewhere(role) => prose.say_with("agenda-elsewhere", &[("role", prose.role(role).into())]),
        Block::Nothing => prose.say("offers-none"),
        Block::Card => {
            let offer = offer.as_ref()?;
            if offer.missing.is_empty() { cards::beyond_means(prose, offer, None)? } else { prose.missing(&offer.missing) }
        }
    };
    Some(match offer {
        Some(offer) => prose.say_with("agenda-blocked", &[("card", card_name(prose, &offer).into()), ("why", why.into())]),
        None => why,
    })
}

fn card_name(prose: &Prose, offer: &Offer) -> String {
    cards::name(prose, &offer.card.action)
}

/// Who is given which task, exactly; the customers of each kind by name, as long as they can be read.
fn of_tasks(prose: &Prose, tasks: &[NextTask]) -> String {
    const MOST_NAMES: usize = 6;
    let Some(first) = tasks.first() else { return String::new() };
    let parts = [TaskKind::Quote, TaskKind::Call, TaskKind::Survey, TaskKind::Service, TaskKind::Visit].into_iter().filter_map(|kind| {
        let whom: Vec<CustomerId> = tasks.iter().filter(|t| t.kind == kind).map(|t| t.customer).collect();
        let args = [("task", prose.title(names::task(kind)).into()), ("count", whom.len().into()), ("customers", prose.some(&whom, MOST_NAMES).into())];
        (!whom.is_empty()).then(|| prose.say_with("agenda-does-task", &args))
    });
    let lead = prose.say_with("agenda-does-tasks", &[("month", prose.month_name(first.due).into())]);
    std::iter::once(lead).chain(parts).collect::<Vec<_>>().join("\n")
}

/// That tasks were set, for whom, and where they are found again.
#[must_use]
pub fn tasks_set(prose: &Prose, tasks: &[NextTask]) -> String {
    let Some(first) = tasks.first() else { return String::new() };
    let whom: Vec<CustomerId> = tasks.iter().map(|task| task.customer).collect();
    let args = [
        ("month", prose.month_name(first.due).into()),
        ("count", whom.len().into()),
        ("customers", prose.some(&whom, 4).into()),
        ("page", prose.say("customers-work").into()),
    ];
    prose.say_with("agenda-tasks-set", &args)
}

/// More deals, leads, ending contracts or tasks than this are told in one line.
const fn most_alike(item: &AgendaItem) -> usize {
    if matches!(item, AgendaItem::ContractEnds(_)) { 4 } else { 8 }
}

impl Lines<'_> {
    /// A line; where the plan sees to it, it says by which card.
    fn entry(&self, item: AgendaItem) -> Option<Entry> {
        let prose = self.prose;
        let mut entry = self.open_entry(item)?;
        let planned = todo::planned_by(&self.queues, item);
        if !planned.is_empty() {
            let mut names: Vec<String> = planned.iter().map(|card| cards::name(prose, &card.card.action)).collect();
            names.dedup();
            names.truncate(3);
            entry.sub = prose.say_with("agenda-planned", &[("cards", prose.list(&names).into())]);
            entry.tone = Tone::Good;
            entry.planned = true;
        }
        Some(entry)
    }

    /// The same without what the plan does about it.
    fn open_entry(&self, item: AgendaItem) -> Option<Entry> {
        let (prose, view) = (self.prose, self.prose.view);
        let make = |tone: Tone, title: String, sub: String| Some(Entry { item, tone, title, sub, replies: Vec::new(), planned: false, rest: Vec::new() });
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
                // one that has come in this month is no fault of anybody's yet
                let (mut sub, tone) = if ticket.due_day == 0 {
                    (prose.say_with("agenda-ticket-late", &[("class", class.into()), ("hours", hours.into())]), Tone::Late)
                } else {
                    (prose.say_with("agenda-ticket-due", &[("class", class.into()), ("day", ticket.due_day.into()), ("hours", hours.into())]), Tone::Due)
                };
                if let Some((tickets, of)) = self.queues.queued() {
                    sub = format!("{sub} · {}", prose.say_with("agenda-ticket-queued", &[("tickets", tickets.into()), ("of", of.into())]));
                }
                make(tone, about(id.customer, what), sub)
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
            AgendaItem::NoTask(_) => make(Tone::Plain, prose.say_with("agenda-no-task", &[("count", self.untended.into())]), prose.say("agenda-fill")),
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
            AgendaItem::ContractEnds(id) => {
                let ending = contracts::ending(view).into_iter().find(|ending| ending.customer == id)?;
                make(Tone::Due, prose.customer(id), open_deals::contract_ending(prose, &ending))
            }
            AgendaItem::Idle(role) => {
                let idle = idle::idle(view, &self.asked, &self.settled, role)?;
                make(Tone::Plain, advice::free_hours(prose, role), advice::for_free_hours(prose, &idle))
            }
            AgendaItem::Tender(id) => {
                let tender = view.tender(id)?;
                let args = [("amount", prose.money_short(tender.need.value).into()), ("kind", prose.say(names::tender_kind(tender.kind)).into())];
                make(Tone::Deal, prose.tender(tender), prose.say_with("agenda-tender", &args))
            }
            AgendaItem::Question(about) => {
                let question = self.asked.iter().find(|q| q.about == about)?;
                let left = self.left.contains(&about);
                // an answered one steps back
                let tone = if question.answered().is_some() || left { Tone::Good } else { Tone::Due };
                let entry = make(tone, questions::title(prose, question), questions::about(prose, question, left))?;
                let replies = questions::replies(prose, question, left);
                (!replies.is_empty()).then_some(Entry { replies, ..entry })
            }
            AgendaItem::NoSearch => make(Tone::Plain, prose.say("agenda-no-search"), prose.say("agenda-no-search-sub")),
            AgendaItem::Strategy => make(Tone::Good, prose.say("agenda-strategy"), prose.say("agenda-strategy-sub")),
            AgendaItem::Evaluate(id) => make(Tone::Good, prose.customer(id), prose.say("agenda-evaluate")),
        }
    }
}

/// Whether a customer waits for something that was promised for an earlier month: for the board's badges.
#[must_use]
pub fn has_late_task(prose: &Prose, customer: CustomerId) -> bool {
    prose.view.tasks.iter().any(|t| t.customer == customer && t.overdue) && prose.view.customer(customer).is_some_and(|c| c.phase != Phase::Lost)
}
