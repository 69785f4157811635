//! The plan a month opens with: what needs no judgement (docs/model.md#opening-plan, #levels).
//!
//! The queue, the door, whom the levels or a task ask for, talks that have begun. A part of every role's hours stays free
//! (`planning.routine`) for what has to be weighed: which deal is pursued, who is looked for, what is promised. Routine cards
//! obey hours and cash like any other; they are none of the eight decisions. Among buyers the best come first, and what finds no
//! hours is kept in `Desk::dropped` for the desk to show.

use crate::sim::cards::{self, Action, Card, takes};
use crate::sim::game::Game;
use crate::sim::knowledge::DealView;
use crate::sim::limits::MAX_QUANTITY;
use crate::sim::planning::plan::add_by_opening;
use crate::sim::planning::{plan, usual};
use crate::sim::state::{Team, TicketState};
use crate::sim::terms::{Intent, Level, Opening, Phase, QueuePolicy, QuoteTerms};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, Role, Seat, Source, TeamId};
use crate::sim::view::{View, view_now};
use std::cmp::Reverse;

/// Opens a team's month.
pub(crate) fn open_plan(game: &mut Game, team: usize) {
    let desk = &mut game.desks[team];
    desk.plan.clear();
    desk.dropped.clear();
    desk.routine.clear();
    if game.desks[team].opening == Opening::Filled && !game.over() {
        let scenario = game.scenario.clone();
        for &role in scenario.guide.roles() {
            fill(game, team, role);
        }
    }
}

/// Replaces a role's plan by the filled-in one.
pub(crate) fn refill(game: &mut Game, team: usize, role: Role) {
    game.desks[team].plan.retain(|c| c.role != role);
    game.desks[team].dropped.retain(|(r, _)| *r != role);
    fill(game, team, role);
}

fn fill(game: &mut Game, team: usize, role: Role) {
    match role {
        Role::Developer => developer(game, team),
        Role::AccountManager => account_manager(game, team),
        Role::Service => service(game, team),
        Role::Cultivator => cultivator(game, team),
        Role::ProductSpecialist => specialist(game, team),
    }
    let desk = &mut game.desks[team];
    desk.routine.retain(|c| c.role != role);
    desk.routine.extend(desk.plan.iter().filter(|c| c.role == role).cloned());
}

fn card(action: Action) -> Card {
    Card { action, write_up: true }
}

/// Plans a card of the routine, or notes that there was no room for it.
fn add_or_note(game: &mut Game, team: usize, role: Role, action: Action) {
    if !add_routine(game, team, role, action.clone()) {
        game.desks[team].dropped.push((role, card(action)));
    }
}

/// Plans a card as far as the hours of the routine go; false if it does not fit or cannot be played.
fn add_routine(game: &mut Game, team: usize, role: Role, action: Action) -> bool {
    let card = card(action);
    plan::minutes(game, team, role, &card) <= routine_left(game, team, role) && add_by_opening(game, team, role, card)
}

/// What is left of the part of a role's hours that the routine may fill.
fn routine_left(game: &Game, team: usize, role: Role) -> Minutes {
    let whole = f64::from(plan::working_time(game, team, role).0);
    Minutes((whole * game.scenario.guide.rules.planning.routine) as i32) - game.desks[team].planned(role)
}

/// The door, then leads that have asked for something. Whether to look for new customers, where and how long, is the player's
/// to weigh.
fn developer(game: &mut Game, team: usize) {
    reception(game, team);
    let t = &game.teams[team];
    let mut leads: Vec<CustomerId> = (0..t.relations.len())
        .map(CustomerId::at)
        .filter(|&id| t.relation(id).kept() && t.relation(id).phase != Phase::Lost && t.open_deals_of(id).any(|d| d.stage == 1))
        .collect();
    leads.truncate(usize::from(game.scenario.guide.rules.planning.leads));
    while !leads.is_empty() && !add_routine(game, team, Role::Developer, Action::Qualify(cards::Qualify { customers: leads.clone() })) {
        leads.pop();
    }
}

fn account_manager(game: &mut Game, team: usize) {
    let role = Role::AccountManager;
    let strangers: Vec<CustomerId> =
        by_value(&game.teams[team], game).into_iter().filter(|&id| game.teams[team].relation(id).needs_handover()).take(6).collect();
    if !strangers.is_empty() {
        add_by_opening(game, team, role, card(Action::Handover(cards::Handover { customers: strangers })));
    }
    purchases(game, team);
    add_routine(game, team, role, Action::Forecast(cards::Forecast));
    let view = view_now(game, Seat { team: TeamId::at(team), role });
    renewals(game, team, &view);
    follow_ups(game, team, &view);
    due_calls(game, team, &view);
    reviews(game, team);
}

/// A contract that ends is talked about: without a new quote it is gone, and the customer with it.
fn renewals(game: &mut Game, team: usize, view: &View) {
    let ending = |d: &&DealView| matches!(d.id.source, Source::Renewal(_)) && d.quote.is_none();
    for deal in in_turn(view, |d| ending(&d)) {
        let time = usual::pursuit(&view.guide.rules, deal.value).half_hours();
        let action = Action::Pursue(cards::Pursue { deal: deal.id, terms: QuoteTerms::default(), intent: Intent::Ask, time });
        add_or_note(game, team, Role::AccountManager, action);
    }
}

/// Talks that have begun go on, with a call each; which deal gets more than that is for the player.
fn follow_ups(game: &mut Game, team: usize, view: &View) {
    let renewed = |id: NeedId| game.desks[team].plan.iter().any(|c| matches!(&c.card.action, Action::Pursue(p) if p.deal == id));
    let begun = in_turn(view, |d| (d.quote.is_some() || d.demo || d.support.iter().any(|s| *s > 0.0)) && !renewed(d.id));
    let rules = &view.guide.rules;
    if usual::many(rules, plan::working_time(game, team, Role::AccountManager)) {
        // deals so small that there is time for more of them than for cards
        bundle(game, team, &begun, usual::bundled_call(rules));
        return;
    }
    for deal in begun {
        if let Some(call) = call_on(view, deal.id.customer, Some(deal)) {
            add_or_note(game, team, Role::AccountManager, call);
        }
    }
}

/// Whoever a task of the account manager's names and no card speaks to yet is called, about its deal if there is one.
fn due_calls(game: &mut Game, team: usize, view: &View) {
    let mut due: Vec<CustomerId> = Vec::new();
    for task in view.tasks.iter().filter(|t| t.done.is_none() && t.due <= view.round && t.role == Role::AccountManager) {
        let spoken_to = game.desks[team].plan.iter().any(|c| c.card.action.customers().contains(&task.customer));
        if !spoken_to && !due.contains(&task.customer) {
            due.push(task.customer);
        }
    }
    for customer in due {
        let deal = in_turn(view, |d| d.id.customer == customer).into_iter().next();
        if let Some(call) = call_on(view, customer, deal) {
            add_or_note(game, team, Role::AccountManager, call);
        }
    }
}

/// Open deals that can be worked on: those that are decided first come first, then the dearer ones.
fn in_turn(view: &View, wanted: impl Fn(&DealView) -> bool) -> Vec<&DealView> {
    let there = |id: CustomerId| view.customer(id).is_some_and(|c| c.in_our_hands());
    let mut deals: Vec<&DealView> = view.deals.iter().filter(|d| d.open() && !d.promised && d.due >= view.round && there(d.id.customer) && wanted(d)).collect();
    deals.sort_by_key(|d| (d.due, Reverse(d.value), d.id));
    deals
}

/// A call of usual length on whom a sensible seller sees next.
fn call_on(view: &View, customer: CustomerId, deal: Option<&DealView>) -> Option<Action> {
    let contact = view.next_contact(customer, deal)?;
    let style = view.customer(customer)?.style_for(contact);
    let [short, usual] = view.guide.rules.selling.call_hours;
    let time = if deal.is_some_and(|d| d.step() >= 3) { usual } else { short };
    Some(Action::Call(cards::Call { customer, contact, deal: deal.map(|d| d.id), style, intent: Intent::Ask, time: usual::whole(time) }))
}

/// Once a quarter, partners talk about what is to come with whoever of them has most say, as far as he is known.
fn reviews(game: &mut Game, team: usize) {
    for customer in by_value(&game.teams[team], game) {
        let relation = game.teams[team].relation(customer);
        if !relation.active() || relation.classification.level != Level::Partnership || !quarter(game, customer) {
            continue;
        }
        let people = game.customers[customer.index()].contacts.iter().zip(&relation.contacts).enumerate();
        let known = people.filter(|(_, (_, met))| met.reached && !met.removed);
        let Some((place, (person, _))) = known.max_by(|(_, (a, _)), (_, (b, _))| a.weight.total_cmp(&b.weight)) else { continue };
        let action = Action::Call(cards::Call {
            customer,
            contact: ContactId::at(place),
            deal: None,
            style: person.style,
            intent: Intent::Inform,
            time: game.scenario.guide.rules.planning.review_hours,
        });
        add_or_note(game, team, Role::AccountManager, action);
    }
}

/// Whether a customer's quarter ends this month: not all of them in the same one.
fn quarter(game: &Game, customer: CustomerId) -> bool {
    (game.round.0 + customer.0).is_multiple_of(3)
}

/// All of these deals on one card, as many as there are hours for.
fn bundle(game: &mut Game, team: usize, deals: &[&DealView], each: Minutes) {
    let mut fitting: Vec<(NeedId, Minutes)> = deals.iter().map(|d| (d.id, each)).collect();
    let fits = routine_left(game, team, Role::AccountManager).0 / each.0.max(1);
    let left = fitting.split_off(fitting.len().min(usize::try_from(fits).unwrap_or(0)));
    let action = |deals| Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask });
    for deals in [fitting, left].into_iter().filter(|deals| !deals.is_empty()) {
        add_or_note(game, team, Role::AccountManager, action(deals));
    }
}

/// Buys what is sold or quoted and not there.
fn purchases(game: &mut Game, team: usize) {
    if !game.scenario.guide.keeps_stock() {
        return;
    }
    let role = Role::AccountManager;
    let view = view_now(game, Seat { team: TeamId::at(team), role });
    for (product, quantity) in view.lacking() {
        let action = Action::Purchase(cards::Purchase { product, quantity: quantity.min(MAX_QUANTITY), express: false });
        add_or_note(game, team, role, action);
    }
}

/// The door first: who is not received is gone.
fn reception(game: &mut Game, team: usize) {
    let wanted = usual::reception(&game.scenario.guide.rules, game.teams[team].marketing.visitors[0]);
    let time = wanted.min(plan::working_time(game, team, Role::Developer).half_hours());
    if time > Minutes::ZERO {
        add_by_opening(game, team, Role::Developer, card(Action::Reception(cards::Reception { time })));
    }
}

fn service(game: &mut Game, team: usize) {
    let scenario = game.scenario.clone();
    let rules = &scenario.guide.rules;
    let t = &game.teams[team];
    // whoever was promised nothing more waits for what hours are left over
    let planned = |customer: CustomerId| t.relation(customer).classification.level != Level::Basic;
    let open: Minutes =
        t.service_desk.tickets.open().iter().filter(|t| t.state == TicketState::Open && planned(t.id.customer)).map(|t| t.minutes + rules.work.write_up).sum();
    let queue = usual::queue(rules, open).min(plan::working_time(game, team, Role::Service).half_hours());
    let action = Action::Queue(cards::Queue { time: queue, policy: QueuePolicy::Severity });
    add_by_opening(game, team, Role::Service, card(action));
    let round = game.round;
    let mut visits: Vec<(CustomerId, Minutes)> = Vec::new();
    let mut surveys: Vec<CustomerId> = Vec::new();
    let mut checks: Vec<CustomerId> = Vec::new();
    for id in by_value(&game.teams[team], game) {
        let relation = game.teams[team].relation(id);
        if !relation.active() {
            continue;
        }
        let delivered = relation.history.last_order.is_some_and(|r| r.0 > 0 && round.since(r) == 1);
        let quarter = quarter(game, id);
        let care = usual::care(rules, relation.classification.level);
        match relation.classification.level {
            Level::Basic | Level::Reactive => {}
            Level::Accountable => {
                if delivered || relation.activity.silent >= 1 {
                    visits.push((id, care));
                }
                if delivered {
                    surveys.push(id);
                }
            }
            Level::Proactive => {
                visits.push((id, care));
                if quarter {
                    checks.push(id);
                }
                if delivered {
                    surveys.push(id);
                }
            }
            Level::Partnership => {
                visits.push((id, care));
                checks.push(id);
                if quarter || delivered {
                    surveys.push(id);
                }
            }
        }
    }
    let t = &game.teams[team];
    for task in &t.management.tasks {
        let customer = task.customer;
        let due = task.done.is_none() && task.due <= round && task.role == Role::Service;
        if due && t.relation(customer).active() && !visits.iter().any(|(id, _)| *id == customer) {
            visits.push((customer, usual::care(rules, t.relation(customer).classification.level)));
        }
    }
    shrink(game, team, visits, |list| Action::Care(cards::Care { visits: list }));
    shrink(game, team, surveys, |list| Action::Survey(cards::Survey { customers: list }));
    shrink(game, team, checks, |list| Action::Check(cards::Check { customers: list }));
}

/// Groups of customers that nobody has been in touch with longest, as far as the hours go.
fn cultivator(game: &mut Game, team: usize) {
    let seat = &game.teams[team];
    let mut ids: Vec<CustomerId> = by_value(seat, game).into_iter().filter(|&id| seat.relation(id).phase != Phase::Lost).collect();
    ids.sort_by_key(|&id| Reverse(seat.relation(id).activity.silent));
    let group = usize::from(game.scenario.guide.rules.cultivation.group.max(1));
    for chunk in ids.chunks(group) {
        add_or_note(game, team, Role::Cultivator, Action::Nurture(cards::Nurture { customers: chunk.to_vec() }));
    }
}

/// A design for every mapped deal that has none, the dearest first.
fn specialist(game: &mut Game, team: usize) {
    let seat = &game.teams[team];
    let open = seat.open_deals().filter(|d| d.design == 0.0 && seat.relation(d.id.customer).kept());
    let mut deals: Vec<(Fen, NeedId)> = open.filter_map(|d| game.world(seat.id).need(d.id).map(|o| (o.value, d.id))).collect();
    deals.sort_by_key(|&(value, id)| (Reverse(value), id));
    for (_, deal) in deals {
        // those whose committee the account manager's plan cannot map yet are not worth a line
        add_routine(game, team, Role::ProductSpecialist, Action::Design(cards::Design { deal }));
    }
}

/// Adds the card for as many of the best customers as fit; the rest is noted as dropped.
fn shrink<T: Clone>(game: &mut Game, team: usize, mut list: Vec<T>, action: impl Fn(Vec<T>) -> Action) {
    let mut left: Vec<T> = list.split_off(affordable(game, team, &list, &action));
    left.reverse();
    while !list.is_empty() && !add_by_opening(game, team, Role::Service, card(action(list.clone()))) {
        left.extend(list.pop());
    }
    if !left.is_empty() {
        left.reverse();
        game.desks[team].dropped.push((Role::Service, card(action(left))));
    }
}

/// How many of the list there are hours and money for: what the rules ask of the whole card is checked later, once.
fn affordable<T: Clone>(game: &Game, team: usize, list: &[T], action: &impl Fn(Vec<T>) -> Action) -> usize {
    let seat = &game.teams[team];
    let rules = &game.scenario.guide.rules;
    let hours = routine_left(game, team, Role::Service);
    let spent: Fen = game.desks[team].plan.iter().map(|c| c.cost).sum();
    let purse = seat.cash() + rules.work.credit_limit - spent;
    let fits = |count: usize| {
        let (minutes, cost) = takes(&card(action(list[..count].to_vec())), &game.scenario.guide, |_| Fen::ZERO);
        minutes <= hours && (cost <= Fen::ZERO || cost <= purse)
    };
    // hours and money rise with every name on the list
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = (low + high).div_ceil(2);
        if fits(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

/// Known customers, dearest first as far as the team can tell: by what they brought, then by typical order.
fn by_value(team: &Team, game: &Game) -> Vec<CustomerId> {
    let mut ids: Vec<CustomerId> = (0..team.relations.len()).map(CustomerId::at).filter(|&id| team.relation(id).kept()).collect();
    ids.sort_by_key(|&id| (Reverse(team.relation(id).history.contribution), Reverse(game.customers[id.index()].order_value), id));
    ids
}

#[cfg(test)]
mod tests;
