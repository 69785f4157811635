//! The plan a month opens with: relationship levels as standing orders, open deals, new leads (docs/model.md#opening-plan, #levels).
//!
//! Standing cards obey hours and cash like any other; they are none of the eight decisions. Best customers come first,
//! and what finds no hours is kept in `Desk::dropped` for the desk to show.

use crate::sim::cards::{self, Action, Card, takes};
use crate::sim::game::Game;
use crate::sim::planning::plan::add_by_opening;
use crate::sim::planning::{plan, usual};
use crate::sim::scenario::Happening;
use crate::sim::selling::quoting::MAX_QUANTITY;
use crate::sim::state::{Team, TicketState};
use crate::sim::terms::{Intent, Level, Opening, Phase, QueuePolicy, QuoteTerms};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, Role, Seat, TeamId};
use crate::sim::view::view_now;
use std::cmp::Reverse;

/// Opens a team's month.
pub(crate) fn open_plan(game: &mut Game, team: usize) {
    let desk = &mut game.desks[team];
    desk.plan.clear();
    desk.dropped.clear();
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
}

fn card(action: Action) -> Card {
    Card { action, write_up: true }
}

/// Plans a card, or notes that there was no room for it.
fn add_or_note(game: &mut Game, team: usize, role: Role, action: Action) {
    if !add_by_opening(game, team, role, card(action.clone())) {
        game.desks[team].dropped.push((role, card(action)));
    }
}

fn developer(game: &mut Game, team: usize) {
    let now = |is: fn(&Happening) -> bool, game: &Game| game.scenario.events.iter().any(|e| e.round == game.round.0 && is(&e.what));
    if now(|e| matches!(e, Happening::Exhibition), game) {
        add_by_opening(game, team, Role::Developer, card(Action::Exhibition(cards::Exhibition)));
    }
    reception(game, team);
    let t = &game.teams[team];
    let unconfirmed = |id: CustomerId| t.open_deals_of(id).any(|d| d.stage == 1);
    let mut leads: Vec<CustomerId> = (0..t.relations.len())
        .map(CustomerId::at)
        .filter(|&id| {
            let r = t.relation(id);
            r.kept() && r.phase != Phase::Lost && (!r.classification.qualified || unconfirmed(id))
        })
        .collect();
    // leads with an open need first
    leads.sort_by_key(|&id| (!unconfirmed(id), id));
    leads.truncate(usize::from(game.scenario.guide.rules.planning.leads));
    while !leads.is_empty() && !add_by_opening(game, team, Role::Developer, card(Action::Qualify(cards::Qualify { customers: leads.clone() }))) {
        leads.pop();
    }
    let free = plan::working_time(game, team, Role::Developer) - game.desks[team].planned(Role::Developer);
    let time = free.min(game.scenario.guide.rules.planning.prospect_hours).half_hours();
    if time > Minutes::ZERO {
        add_by_opening(game, team, Role::Developer, card(Action::Prospect(cards::Prospect { time })));
    }
}

fn account_manager(game: &mut Game, team: usize) {
    let strangers: Vec<CustomerId> =
        by_value(&game.teams[team], game).into_iter().filter(|&id| game.teams[team].relation(id).needs_handover()).take(6).collect();
    if !strangers.is_empty() {
        add_by_opening(game, team, Role::AccountManager, card(Action::Handover(cards::Handover { customers: strangers })));
    }
    purchases(game, team);
    let forecast = game.scenario.guide.rules.selling.forecast_hours;
    let mut deals: Vec<(Fen, NeedId)> = game.teams[team]
        .open_deals()
        .filter(|d| game.teams[team].relation(d.id.customer).ownership.pooled.is_none())
        .filter_map(|d| game.world(game.teams[team].id).need(d.id).map(|o| (o.value, d.id)))
        .collect();
    deals.sort_by_key(|&(value, id)| (Reverse(value), id));
    let scenario = game.scenario.clone();
    let rules = &scenario.guide.rules;
    if rules.selling.pursue_hours[0].0.saturating_mul(i32::from(game.scenario.guide.rules.work.max_decisions) + 1) + forecast.0
        <= plan::working_time(game, team, Role::AccountManager).0
    {
        // deals so small that there is time for more of them than for cards
        bundle(game, team, &deals, usual::bundled(rules), forecast);
        deals.clear();
    }
    for (value, deal) in deals {
        let free = plan::working_time(game, team, Role::AccountManager) - game.desks[team].planned(Role::AccountManager) - forecast;
        let time = free.min(usual::pursuit(rules, value)).half_hours();
        let action = Action::Pursue(cards::Pursue { deal, terms: QuoteTerms::default(), intent: Intent::Ask, time });
        if time < rules.planning.least_pursuit || !add_by_opening(game, team, Role::AccountManager, card(action.clone())) {
            game.desks[team].dropped.push((Role::AccountManager, card(action)));
        }
    }
    add_by_opening(game, team, Role::AccountManager, card(Action::Forecast(cards::Forecast)));
    reviews(game, team);
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

/// All open deals on one card, dearest first, as many as there are hours for.
fn bundle(game: &mut Game, team: usize, deals: &[(Fen, NeedId)], each: Minutes, forecast: Minutes) {
    let free = plan::working_time(game, team, Role::AccountManager) - game.desks[team].planned(Role::AccountManager) - forecast;
    let open = deals.iter().map(|&(_, id)| (id, each)).filter(|(id, _)| game.teams[team].relation(id.customer).phase != Phase::Lost);
    let mut fitting: Vec<_> = open.collect();
    let left = fitting.split_off(fitting.len().min(usize::try_from(free.0 / each.0).unwrap_or(0)));
    let action = |deals| card(Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask }));
    for (deals, fits) in [(fitting, true), (left, false)] {
        let planned = fits && !deals.is_empty() && add_by_opening(game, team, Role::AccountManager, action(deals.clone()));
        if !planned && !deals.is_empty() {
            game.desks[team].dropped.push((Role::AccountManager, action(deals)));
        }
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
        add_by_opening(game, team, Role::ProductSpecialist, card(Action::Design(cards::Design { deal })));
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
    let hours = plan::working_time(game, team, Role::Service) - game.desks[team].planned(Role::Service);
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
