//! What can be done about an item of the agenda: the cards of the plan that see to it already, and the next step of whoever
//! clicks on it. Made from a view of this moment: a card is offered where it lacks nothing and there are hours, money and a decision
//! for it. In a room of several players the plan may have changed by the time the click arrives, and then refuses it.

use crate::advice::idle;
use crate::advice::item::AgendaItem;
use crate::advice::offer::{self, Offer, serves};
use crate::advice::queues::{Queues, queue};
use crate::sim::cards::{self, Action, Card, CardId};
use crate::sim::knowledge::{CustomerView, TaskView};
use crate::sim::planning::command::Command;
use crate::sim::terms::{Missing, TaskKind};
use crate::sim::units::{CustomerId, Minutes, NeedId, Role, Round};
use crate::sim::view::{PlanCardView, View};

#[cfg(test)]
mod tests;

/// Months after which a survey is old news.
const SURVEY_MONTHS: u16 = 6;

/// What a click on an item does.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Puts a card into the plan.
    Add(Offer),
    /// A card that somebody sets first; it changes a card of the plan where one is named.
    Set(Offer, Option<CardId>),
    /// Adds the customer to a card that is planned for others already.
    Join(Offer, CardId),
    /// Takes what was planned back: the card as it is left over, or all of it.
    TakeBack(Role, CardId, Option<Card>),
    /// Gives customers a next task each.
    Tasks(Vec<NextTask>),
    /// No card of this desk can be planned.
    Blocked(Option<Offer>, Block),
    /// Leads to where it is dealt with; there is no one card for it.
    Look,
}

/// Why no card can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The card lacks something, or its hours or money do not reach: the card says what.
    Card,
    /// The role has made all its decisions.
    Decisions,
    /// It is the work of a role that is not played at this desk.
    Elsewhere(Role),
    /// There is nothing to be done this month.
    Nothing,
}

/// A task that a customer without one may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextTask {
    /// Whom it is for.
    pub customer: CustomerId,
    /// Who does it.
    pub role: Role,
    /// What is to be done.
    pub kind: TaskKind,
    /// By the end of this month.
    pub due: Round,
}

impl NextTask {
    /// The command that sets it.
    #[must_use]
    pub const fn command(self) -> Command {
        Command::AddTask { customer: self.customer, role: self.role, kind: self.kind, due: self.due }
    }
}

/// The cards of the plan that see to an item, the one that fits best first; none where nothing does.
#[must_use]
pub fn planned(view: &View, item: AgendaItem) -> Vec<&PlanCardView> {
    planned_by(&Queues::new(view), item)
}

/// The same for whoever asks about many items: the queues are worked out once.
#[must_use]
pub fn planned_by<'a>(queues: &Queues<'a>, item: AgendaItem) -> Vec<&'a PlanCardView> {
    let view = queues.view();
    let those = |sees: &dyn Fn(&Action) -> bool| -> Vec<&'a PlanCardView> { view.plan.iter().filter(|c| sees(&c.card.action)).collect() };
    match item {
        // one queue works off all tickets: it sees to them once its hours reach for all
        AgendaItem::Ticket(_) => queues.reaching().collect(),
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => view.tasks.iter().find(|t| t.id == id).map_or_else(Vec::new, |task| of_task(queues, task)),
        AgendaItem::Deal(id) | AgendaItem::TakeUp(id) => those(&|a| serves(a, id)),
        AgendaItem::ContractEnds(id) => speaking(view, id),
        AgendaItem::Lacking(product) => those(&|a| matches!(a, Action::Purchase(cards::Purchase { product: p, .. }) if *p == product)),
        AgendaItem::Lead(id) => those(&|a| matches!(a, Action::Qualify(cards::Qualify { customers }) if customers.contains(&id))),
        AgendaItem::Handover(id) => those(&|a| matches!(a, Action::Handover(cards::Handover { customers }) if customers.contains(&id))),
        AgendaItem::Exhibition => those(&|a| matches!(a, Action::Exhibition(_))),
        AgendaItem::Summit => those(&|a| matches!(a, Action::Summit(_))),
        AgendaItem::Visitors(_) => those(&|a| matches!(a, Action::Reception(_))),
        AgendaItem::Outgrown => those(&|a| matches!(a, Action::BuyCrm(_) | Action::BuildCrm(_))),
        AgendaItem::NoSearch => those(&|a| matches!(a, Action::Prospect(_) | Action::Campaign(_))),
        AgendaItem::Tender(id) => those(&|a| matches!(a, Action::Bid(cards::Bid { tender, .. }) if *tender == id)),
        AgendaItem::NoTask(_)
        | AgendaItem::News(_)
        | AgendaItem::Strategy
        | AgendaItem::Evaluate(_)
        | AgendaItem::More
        | AgendaItem::Question(_)
        | AgendaItem::Idle(_) => Vec::new(),
    }
}

/// What a click on an item does at a desk that plays these roles.
#[must_use]
pub fn step(view: &View, item: AgendaItem, roles: &[Role]) -> Step {
    let done = planned(view, item);
    if done.is_empty() {
        return plan(view, item, roles);
    }
    let mine = || done.iter().copied().filter(|card| roles.contains(&card.role));
    if let Some(card) = mine().find(|card| goes_back(view, item, roles, card)) {
        return Step::TakeBack(card.role, card.id, without(&card.card, item_customer(view, item), item_deal(item)));
    }
    // a queue works off everybody's tickets, whatever it was asked for: it is set, not dropped
    match mine().find(|card| matches!(card.card.action, Action::Queue(_))) {
        Some(card) => Step::Set(offer::offer_by(view, card.card.clone(), card.role), Some(card.id)),
        None => Step::Look,
    }
}

/// Whether a click on an item takes a card that sees to it back: one of the player's own decisions, and for a task or a need that was
/// found only what such a click puts there. What was set up for a reason of its own is looked at where it stands.
fn goes_back(view: &View, item: AgendaItem, roles: &[Role], card: &PlanCardView) -> bool {
    if card.filled_in || matches!(card.card.action, Action::Queue(_)) {
        return false;
    }
    match item {
        // a deal is worked on by several cards
        AgendaItem::Deal(_) | AgendaItem::ContractEnds(_) => false,
        AgendaItem::Overdue(_) | AgendaItem::Due(_) | AgendaItem::TakeUp(_) => lists_customers(&card.card.action) || is_put_by(view, item, roles, card),
        _ => true,
    }
}

/// Whether a click on the item would put this very card into the plan if it were not there; hours that were changed since are no
/// other card.
fn is_put_by(view: &View, item: AgendaItem, roles: &[Role], card: &PlanCardView) -> bool {
    let mut before = view.clone();
    before.plan.retain(|other| other.id != card.id);
    before.staff[card.role.index()].planned -= card.minutes;
    before.spendable += card.cost;
    let same = |offered: &Card| {
        let [mut offered, mut there] = [offered.action.clone(), card.card.action.clone()];
        for action in [&mut offered, &mut there] {
            action.hours().into_iter().for_each(|time| *time = Minutes::ZERO);
        }
        offered == there
    };
    matches!(plan(&before, item, roles), Step::Add(offer) | Step::Set(offer, None) if same(&offer.card))
}

/// What a click on an item does that the plan does not see to yet.
fn plan(view: &View, item: AgendaItem, roles: &[Role]) -> Step {
    let of = |id: CustomerId| offer::offers(view, id);
    match item {
        AgendaItem::Ticket(_) => match queue(view).first().filter(|card| roles.contains(&card.role)) {
            Some(card) => Step::Set(offer::offer_by(view, card.card.clone(), card.role), Some(card.id)),
            None => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Queue(_))]),
        },
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => match view.tasks.iter().find(|t| t.id == id) {
            Some(task) => for_task(view, roles, task),
            None => Step::Look,
        },
        AgendaItem::TakeUp(id) => {
            let mine = |a: &Action| serves(a, id);
            best(view, roles, of(id.customer), &[&|a| matches!(a, Action::Pursue(_)) && mine(a), &|a| matches!(a, Action::Call(_)), &mine])
        }
        AgendaItem::Lacking(product) => {
            let quantity = view.lacking().into_iter().find(|(lacking, _)| *lacking == product).map_or(1, |(_, pieces)| pieces);
            let card = Card { action: Action::Purchase(cards::Purchase { product, quantity, express: false }), write_up: false };
            best(view, roles, vec![offer::offer(view, card)], &[&|_| true])
        }
        AgendaItem::Lead(id) => best(view, roles, of(id), &[&|a| matches!(a, Action::Qualify(_))]),
        AgendaItem::Handover(id) => best(view, roles, of(id), &[&|a| matches!(a, Action::Handover(_))]),
        AgendaItem::Exhibition => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Exhibition(_))]),
        AgendaItem::Summit => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Summit(_))]),
        AgendaItem::Visitors(_) => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Reception(_))]),
        AgendaItem::NoSearch => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Prospect(_)), &|a| matches!(a, Action::Campaign(_))]),
        // so large a sum is looked at before it is spent
        AgendaItem::Outgrown => {
            match best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::BuyCrm(_)), &|a| matches!(a, Action::BuildCrm(_))]) {
                Step::Add(offer) => Step::Set(offer, None),
                other => other,
            }
        }
        AgendaItem::Tender(id) => best(view, roles, offer::desk_offers(view), &[&|a| matches!(a, Action::Bid(cards::Bid { tender, .. }) if *tender == id)]),
        AgendaItem::NoTask(_) => Step::Tasks(next_tasks(view)),
        AgendaItem::Deal(_)
        | AgendaItem::ContractEnds(_)
        | AgendaItem::News(_)
        | AgendaItem::Strategy
        | AgendaItem::Evaluate(_)
        | AgendaItem::More
        | AgendaItem::Idle(_)
        | AgendaItem::Question(_) => Step::Look,
    }
}

/// The customer an item is about, if it is about one.
#[must_use]
pub fn item_customer(view: &View, item: AgendaItem) -> Option<CustomerId> {
    match item {
        AgendaItem::Ticket(id) => Some(id.customer),
        AgendaItem::Overdue(id) | AgendaItem::Due(id) => view.tasks.iter().find(|t| t.id == id).map(|t| t.customer),
        AgendaItem::Deal(id) | AgendaItem::TakeUp(id) => Some(id.customer),
        AgendaItem::Lead(id) | AgendaItem::Handover(id) | AgendaItem::ContractEnds(id) | AgendaItem::Evaluate(id) | AgendaItem::NoTask(id) => Some(id),
        // one thing of many that could be done: it is looked at where the others stand. No question about the hours is open, else the item
        // would not be there
        AgendaItem::Idle(role) => idle::idle(view, &[], &[], role).and_then(|idle| idle.aim.customer()),
        _ => None,
    }
}

/// What each customer without a next task is given: a quote where a deal waits for one, a call about any other open deal; a buyer is
/// asked how satisfied it is where nobody has lately, else called. Nobody is sent on a visit that nobody has planned. It is due
/// next month, so that it can be planned then; in the last month there is no next one.
#[must_use]
pub fn next_tasks(view: &View) -> Vec<NextTask> {
    let due = Round(view.round.plus(1).0.min(view.rounds));
    let untended = view.customers.iter().filter(|c| c.in_our_hands() && untended(view, c));
    untended
        .map(|customer| {
            let (kind, home) = next_kind(view, customer);
            NextTask { customer: customer.id, role: view.guide.acting(home), kind, due }
        })
        .collect()
}

/// A buyer, or somebody with an open deal, for whom no task is open.
pub(super) fn untended(view: &View, customer: &CustomerView) -> bool {
    let wanted = customer.orders > 0 || view.open_deals(customer.id).next().is_some();
    wanted && !view.tasks.iter().any(|t| t.customer == customer.id && t.done.is_none())
}

fn next_kind(view: &View, customer: &CustomerView) -> (TaskKind, Role) {
    let mut deals = view.open_deals(customer.id).peekable();
    if deals.peek().is_some() {
        let waits = deals.any(|deal| deal.stage >= 4 && deal.quote.is_none());
        return (if waits { TaskKind::Quote } else { TaskKind::Call }, Role::AccountManager);
    }
    match customer.satisfaction {
        Some((_, when)) if view.round.since(when) < SURVEY_MONTHS => (TaskKind::Call, Role::AccountManager),
        _ => (TaskKind::Survey, Role::Service),
    }
}

/// Cards by which somebody is in touch with the customer.
fn speaking(view: &View, customer: CustomerId) -> Vec<&PlanCardView> {
    view.plan.iter().filter(|c| c.card.is_contact(&view.known, c.role, customer)).collect()
}

/// Cards that get a task done: by the rules any contact with the customer does. What it asks for comes first.
fn of_task<'a>(queues: &Queues<'a>, task: &TaskView) -> Vec<&'a PlanCardView> {
    let view = queues.view();
    let mut done = speaking(view, task.customer);
    let first_choice = wanted(view, task);
    done.sort_by_key(|c| (first_choice.iter().position(|is| is(&c.card.action)).unwrap_or(first_choice.len()), c.filled_in));
    if done.is_empty() && view.tickets.iter().any(|t| t.id.customer == task.customer) {
        // whoever solves a ticket of theirs has spoken with them
        done.extend(queues.reaching());
    }
    done
}

type Choice<'a> = Box<dyn Fn(&Action) -> bool + 'a>;

/// The cards that a task asks for, the first choice first.
fn wanted<'a>(view: &'a View, task: &TaskView) -> Vec<Choice<'a>> {
    let customer = task.customer;
    let ticket = view.tickets.iter().any(|t| t.id.customer == customer);
    let pick = |is: fn(&Action) -> bool| -> Choice<'a> { Box::new(is) };
    let call = || pick(|a| matches!(a, Action::Call(_)));
    let pursue = || pick(|a| matches!(a, Action::Pursue(_)));
    let check = || pick(|a| matches!(a, Action::Check(_)));
    let care = || pick(|a| matches!(a, Action::Care(_)));
    let survey = || pick(|a| matches!(a, Action::Survey(_)));
    let qualify = || pick(|a| matches!(a, Action::Qualify(_)));
    match task.kind {
        TaskKind::Call if task.role == Role::Developer => vec![qualify(), call()],
        TaskKind::Call => vec![call(), pursue()],
        TaskKind::Visit if task.role == Role::Service => vec![care(), check(), call()],
        TaskKind::Visit => vec![pursue(), call(), care()],
        TaskKind::Quote => vec![pick(|a| matches!(a, Action::Quote(_))), pursue(), call()],
        TaskKind::Service if ticket => vec![pick(|a| matches!(a, Action::Queue(_))), check(), care()],
        TaskKind::Service => vec![check(), care()],
        TaskKind::Survey => vec![survey(), check(), call()],
    }
}

fn for_task(view: &View, roles: &[Role], task: &TaskView) -> Step {
    let mut list = offer::offers(view, task.customer);
    if view.tickets.iter().any(|t| t.id.customer == task.customer) {
        list.extend(offer::desk_offers(view).into_iter().filter(|o| matches!(o.card.action, Action::Queue(_))));
    }
    let choices = wanted(view, task);
    let choices: Vec<&dyn Fn(&Action) -> bool> = choices.iter().map(|is| &**is as &dyn Fn(&Action) -> bool).collect();
    best(view, roles, list, &choices)
}

/// The first choice that can be planned; where none can, the first choice and why.
fn best(view: &View, roles: &[Role], list: Vec<Offer>, choices: &[&dyn Fn(&Action) -> bool]) -> Step {
    let mut blocked = None;
    for is in choices {
        for offer in list.iter().filter(|o| is(&o.card.action)) {
            if let Some(step) = joined(view, roles, offer) {
                return step;
            }
            match block(view, roles, offer) {
                None if offer.card.action.setting().first => return Step::Set(offer.clone(), None),
                None => return Step::Add(offer.clone()),
                Some(why) => blocked = blocked.or_else(|| Some((offer.clone(), why))),
            }
        }
    }
    blocked.map_or(Step::Blocked(None, Block::Nothing), |(offer, why)| Step::Blocked(Some(offer), why))
}

/// Why an offer cannot be put into the plan of a desk with these roles; None if it can.
#[must_use]
pub fn block(view: &View, roles: &[Role], offer: &Offer) -> Option<Block> {
    if !roles.contains(&offer.role) {
        return Some(Block::Elsewhere(offer.role));
    }
    if !offer.missing.is_empty() {
        return Some(Block::Card);
    }
    let decisions = view.plan.iter().filter(|c| c.role == offer.role && !c.filled_in).count();
    if decisions >= usize::from(view.guide.rules.work.max_decisions) {
        return Some(Block::Decisions);
    }
    offer::beyond(view, offer, None).map(|_| Block::Card)
}

/// One more customer on a card that is planned for others: one decision instead of two.
fn joined(view: &View, roles: &[Role], offer: &Offer) -> Option<Step> {
    let mut more = Vec::new();
    offer.card.action.each_customer(|id| more.push(id));
    let [customer] = more[..] else { return None };
    // a card that lacks more than a place of its own cannot be joined either
    if offer.missing.iter().any(|missing| *missing != Missing::Planned) {
        return None;
    }
    view.plan.iter().filter(|c| roles.contains(&c.role) && c.role == offer.role).find_map(|planned| {
        let card = with(&planned.card, &offer.card.action, customer)?;
        let mut together = offer::offer_by(view, card, planned.role);
        together.missing.retain(|missing| *missing != Missing::Planned);
        let decisions = view.plan.iter().filter(|c| c.role == planned.role && !c.filled_in && c.id != planned.id).count();
        let reach = offer::beyond(view, &together, Some(planned.id)).is_none();
        let possible = together.missing.is_empty() && reach && decisions < usize::from(view.guide.rules.work.max_decisions);
        possible.then_some(Step::Join(together, planned.id))
    })
}

/// A planned card with one more customer; None where the two are not of one kind, or hold no list.
fn with(planned: &Card, offered: &Action, customer: CustomerId) -> Option<Card> {
    let mut card = planned.clone();
    let ((Action::Qualify(cards::Qualify { customers: list }), Action::Qualify(_))
    | (Action::Handover(cards::Handover { customers: list }), Action::Handover(_))
    | (Action::Check(cards::Check { customers: list }), Action::Check(_))
    | (Action::Survey(cards::Survey { customers: list }), Action::Survey(_))) = (&mut card.action, offered)
    else {
        return None;
    };
    if list.contains(&customer) {
        return None;
    }
    list.push(customer);
    list.sort_unstable();
    Some(card)
}

/// Whether a card is for a list of customers, off which one is taken.
const fn lists_customers(action: &Action) -> bool {
    matches!(
        action,
        Action::Qualify(_) | Action::Handover(_) | Action::Check(_) | Action::Survey(_) | Action::Nurture(_) | Action::AskReferral(_) | Action::Care(_)
    )
}

/// A planned card without a customer or deal; None where nothing of it is left.
fn without(planned: &Card, customer: Option<CustomerId>, deal: Option<NeedId>) -> Option<Card> {
    let mut card = planned.clone();
    let left = match &mut card.action {
        Action::Qualify(cards::Qualify { customers })
        | Action::Handover(cards::Handover { customers })
        | Action::Check(cards::Check { customers })
        | Action::Survey(cards::Survey { customers })
        | Action::Nurture(cards::Nurture { customers })
        | Action::AskReferral(cards::AskReferral { customers }) => {
            customers.retain(|id| Some(*id) != customer);
            customers.len()
        }
        Action::Care(cards::Care { visits }) => {
            visits.retain(|(id, _)| Some(*id) != customer);
            visits.len()
        }
        Action::PursueMany(cards::PursueMany { deals, .. }) => {
            deals.retain(|(id, _)| deal.map_or(Some(id.customer) != customer, |deal| *id != deal));
            deals.len()
        }
        _ => 0,
    };
    (left > 0).then_some(card)
}

const fn item_deal(item: AgendaItem) -> Option<NeedId> {
    match item {
        AgendaItem::Deal(id) | AgendaItem::TakeUp(id) => Some(id),
        _ => None,
    }
}

/// What stands first among the cards of a customer's sheet, 0 before all others. What is planned moves nothing.
#[must_use]
pub fn rank(view: &View, customer: &CustomerView, action: &Action) -> u8 {
    let soon = view.round.plus(1);
    let deal = view.open_deals(customer.id).min_by_key(|d| (d.due, d.id));
    let due = deal.is_some_and(|d| d.due <= soon);
    match action {
        Action::Handover(_) if customer.needs_handover => 0,
        Action::Compensate(_) if customer.failure => 1,
        Action::Pursue(_) if deal.is_some() => 2,
        Action::Quote(_) if due => 3,
        Action::Qualify(_) if !customer.qualified => 3,
        Action::Call(_) => 4,
        Action::Demo(_) | Action::Design(_) | Action::WinBack(_) | Action::Quote(_) => 5,
        Action::Care(_) | Action::Survey(_) | Action::Check(_) | Action::FreeCheck(_) => 6,
        Action::Gift(_) | Action::Rebate(_) => 8,
        Action::Decline(_) | Action::GiveToPool(_) => 9,
        _ => 7,
    }
}
