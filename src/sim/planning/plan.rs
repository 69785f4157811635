//! Commands: check first, then change. A rejected command leaves the game bit-identical.

use crate::sim::cards::{Actual, Bounds, Card, CardId, missing, takes_outside};
use crate::sim::game::{Desk, Game, PlanCard};
use crate::sim::orders::goods;
use crate::sim::planning::command::Command;
use crate::sim::planning::{levels, opening_plan, write_notes};
use crate::sim::state::{Evaluation, Task, Team};
use crate::sim::terms::{Missing, Phase, Reject, Strategy, TaskKind};
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role, Round, Seat};
use std::sync::Arc;

/// More tasks than anybody can look after.
const MOST_TASKS: usize = 2_000;

/// Carries out what a seat says, or tells why not.
///
/// # Errors
/// A stable code; nothing has changed then.
pub fn apply(game: &mut Game, seat: Seat, command: Command) -> Result<(), Reject> {
    if game.over() {
        return Err(Reject::GameOver);
    }
    let team = seat.team.index();
    if team >= game.desks.len() || !game.scenario.guide.roster.has(seat.role) {
        return Err(Reject::NoSuchSeat);
    }
    let role = seat.role;
    match command {
        Command::Add(card) => {
            let planned = check(game, team, role, card, None)?;
            add(&mut game.desks[team], planned);
        }
        Command::Change(id, card) => {
            let place = place(&game.desks[team], role, id)?;
            let planned = check(game, team, role, card, Some(id))?;
            game.desks[team].plan[place] = PlanCard { id, ..planned };
        }
        Command::Remove(id) => {
            let place = place(&game.desks[team], role, id)?;
            game.desks[team].plan.remove(place);
        }
        Command::Clear => game.desks[team].plan.retain(|c| c.role != role),
        Command::Repeat => repeat(game, team, role),
        Command::Refill => opening_plan::refill(game, team, role),
        Command::Opening(opening) => game.desks[team].opening = opening,
        Command::Strategy(strategy) => file_strategy(game, team, strategy)?,
        Command::Level(customer, level) => {
            known(game, team, customer)?;
            levels::by_hand(&mut game.teams[team], customer, level);
        }
        Command::LevelAsTier(customer) => {
            known(game, team, customer)?;
            let customers = Arc::clone(&game.customers);
            levels::as_its_tier(&mut game.teams[team], &customers, customer);
        }
        Command::Assign(customer, owner) => assign(game, team, customer, owner)?,
        Command::LevelByTier(tier, level) => {
            let customers = Arc::clone(&game.customers);
            levels::by_tier(&mut game.teams[team], &customers, tier, level);
        }
        Command::Kind(customer, kind) => {
            known(game, team, customer)?;
            game.teams[team].relations[customer.index()].classification.kind = kind;
        }
        Command::Evaluate(customer, tier, reason) => {
            known(game, team, customer)?;
            if game.teams[team].relation(customer).history.orders == 0 {
                return Err(Reject::Missing(Missing::Orders));
            }
            let (round, customers) = (game.round, Arc::clone(&game.customers));
            let team = &mut game.teams[team];
            team.relations[customer.index()].classification.tier = Some(tier);
            team.management.evaluations.push(Evaluation { round, customer, tier, reason });
            levels::follow(team, &customers);
        }
        Command::AddTask { customer, role, kind, due } => {
            known(game, team, customer)?;
            if due < game.round || due.0 > game.rounds {
                return Err(Reject::BadRound);
            }
            if game.teams[team].management.tasks.len() >= MOST_TASKS {
                return Err(Reject::BadList);
            }
            let made = game.round;
            task(&mut game.teams[team], customer, role, kind, made, due);
        }
        Command::FillTasks => fill_tasks(game, team),
        Command::DropTask(id) => {
            let tasks = &mut game.teams[team].management.tasks;
            let place = tasks.iter().position(|t| t.id == id && t.done.is_none()).ok_or(Reject::NoSuchTask)?;
            tasks.remove(place);
        }
        Command::Note(note) => write_notes::note(game, seat, note)?,
        Command::Reserve(deal) => reserve(game, team, deal)?,
        Command::Unreserve(deal) => {
            let reserved = &mut game.teams[team].warehouse.reserved;
            let place = reserved.iter().position(|&id| id == deal).ok_or(Reject::NoSuchDeal)?;
            reserved.remove(place);
        }
    }
    Ok(())
}

fn add(desk: &mut Desk, planned: PlanCard) {
    let id = CardId(desk.next_card);
    desk.next_card = desk.next_card.wrapping_add(1);
    desk.plan.push(PlanCard { id, ..planned });
}

fn place(desk: &Desk, role: Role, id: CardId) -> Result<usize, Reject> {
    desk.plan.iter().position(|c| c.id == id && c.role == role).ok_or(Reject::NoSuchCard)
}

fn known(game: &Game, team: usize, customer: CustomerId) -> Result<(), Reject> {
    match game.teams[team].relations.get(customer.index()) {
        Some(relation) if relation.known() => Ok(()),
        _ => Err(Reject::NoSuchCustomer),
    }
}

/// Checks a card against role, lists, times, amounts, conditions, decisions, hours and cash, in this order.
/// `instead` is the card it would replace.
pub(crate) fn check(game: &Game, team: usize, role: Role, card: Card, instead: Option<CardId>) -> Result<PlanCard, Reject> {
    let rules = &game.scenario.guide.rules;
    if card.action.share_of(&game.scenario.guide, role) <= 0.0 {
        return Err(Reject::WrongRole);
    }
    card.action.check(&Bounds { state: &game.state, team })?;
    let team_state = &game.teams[team];
    let others = || game.desks[team].plan.iter().filter(|c| Some(c.id) != instead);
    if let Some(missing) = first_missing(game, team, &card, instead) {
        return Err(Reject::Missing(missing));
    }
    if others().any(|c| card.action.repeats(&c.card.action)) {
        return Err(Reject::Missing(Missing::Planned));
    }
    let decisions = others().filter(|c| c.role == role && !c.filled_in).count();
    if decisions >= usize::from(rules.work.max_decisions) {
        return Err(Reject::TooManyDecisions);
    }
    let (minutes, cost) = takes(game, team, role, &card);
    let planned: Minutes = others().filter(|c| c.role == role).map(|c| c.minutes).sum();
    if planned + minutes > working_time(game, team, role) {
        return Err(Reject::NotEnoughHours);
    }
    let spent: Fen = others().map(|c| c.cost).sum();
    if cost > Fen::ZERO && team_state.cash() + rules.work.credit_limit - spent < cost {
        return Err(Reject::NotEnoughCash);
    }
    Ok(PlanCard { id: CardId(0), role, card, minutes, cost, filled_in: false })
}

/// What a card lacks first, as far as earlier cards do not bring it.
fn first_missing(game: &Game, team: usize, card: &Card, instead: Option<CardId>) -> Option<Missing> {
    let facts = Actual::planning(&game.state, team);
    let plan = &game.desks[team].plan;
    let others: Vec<&Card> = plan.iter().filter(|planned| Some(planned.id) != instead).map(|planned| &planned.card).collect();
    // most cards lack nothing as it is
    missing(&card.action, &facts, &[], &others).first()?;
    let earlier: Vec<&Card> = plan.iter().take_while(|planned| Some(planned.id) != instead).map(|planned| &planned.card).collect();
    missing(&card.action, &facts, &earlier, &others).first().copied()
}

/// Minutes a role has this month.
#[must_use]
pub fn working_time(game: &Game, team: usize, role: Role) -> Minutes {
    game.teams[team].staff[role.index()].working_time(&game.scenario.guide.rules.work)
}

/// Minutes and money that a card takes, played by `role`.
fn takes(game: &Game, team: usize, role: Role, card: &Card) -> (Minutes, Fen) {
    takes_outside(card, &game.scenario.guide, role, |id| game.teams[team].relations.get(id.index()).map_or(Fen::ZERO, |r| r.history.last_amount))
}

/// Minutes that a card takes, played by `role`.
#[must_use]
pub fn minutes(game: &Game, team: usize, role: Role, card: &Card) -> Minutes {
    takes(game, team, role, card).0
}

/// Gives a customer to another account manager, who is introduced as the month is played (docs/model.md#resignation).
fn assign(game: &mut Game, team: usize, customer: CustomerId, owner: u8) -> Result<(), Reject> {
    known(game, team, customer)?;
    if !game.teams[team].staff[Role::AccountManager.index()].filled(usize::from(owner)) {
        return Err(Reject::NoSuchPerson);
    }
    game.teams[team].relations[customer.index()].ownership.owner = owner;
    Ok(())
}

fn file_strategy(game: &mut Game, team: usize, strategy: Strategy) -> Result<(), Reject> {
    if game.round > Round(1) {
        return Err(Reject::TooLate);
    }
    let industries = game.scenario.guide.industries.len();
    let segments = &strategy.segments;
    if segments.len() > 4 || segments.iter().enumerate().any(|(i, s)| s.index() >= industries || segments[..i].contains(s)) {
        return Err(Reject::BadList);
    }
    let customers = Arc::clone(&game.customers);
    let team = &mut game.teams[team];
    team.management.levels = strategy.levels.map(Some);
    team.management.strategy = Some(strategy);
    levels::follow(team, &customers);
    Ok(())
}

fn task(team: &mut Team, customer: CustomerId, role: Role, kind: TaskKind, made: Round, due: Round) {
    let id = team.management.next_task;
    team.management.next_task = team.management.next_task.wrapping_add(1);
    team.management.tasks.push(Task { id, customer, role, kind, made, due, done: None });
}

/// Keeps goods for a deal that is open, or won and still waiting, behind those reserved before.
fn reserve(game: &mut Game, team: usize, id: NeedId) -> Result<(), Reject> {
    if !game.scenario.guide.keeps_stock() {
        return Err(Reject::Missing(Missing::Stock));
    }
    let team = &mut game.teams[team];
    let deal = team.deal(id).ok_or(Reject::NoSuchDeal)?;
    if !goods::wants_goods(deal) {
        return Err(Reject::Missing(Missing::Open));
    }
    if team.warehouse.reserved.contains(&id) {
        return Err(Reject::Missing(Missing::Planned));
    }
    team.warehouse.reserved.push(id);
    Ok(())
}

/// A next task for every active customer and open deal that has none; overdue ones are set anew.
fn fill_tasks(game: &mut Game, team: usize) {
    let round = game.round;
    let team = &mut game.teams[team];
    team.management.tasks.retain(|t| t.done.is_some() || t.due >= round);
    let mut has_task = vec![false; team.relations.len()];
    for task in team.management.tasks.iter().filter(|t| t.done.is_none()) {
        has_task[task.customer.index()] = true;
    }
    let mut has_deal = vec![false; team.relations.len()];
    for deal in team.open_deals() {
        has_deal[deal.id.customer.index()] = true;
    }
    for (index, (has_task, open_deal)) in has_task.into_iter().zip(has_deal).enumerate() {
        let customer = CustomerId::at(index);
        let wanted = team.relations[index].ownership.pooled.is_none() && (open_deal || team.relations[index].active());
        if wanted && !has_task && team.relations[index].phase != Phase::Lost {
            let (role, kind) = if open_deal { (Role::AccountManager, TaskKind::Call) } else { (Role::Service, TaskKind::Visit) };
            task(team, customer, role, kind, round, round);
        }
    }
}

/// Last month's cards again, each as far as it still can be played.
fn repeat(game: &mut Game, team: usize, role: Role) {
    game.desks[team].plan.retain(|c| c.role != role);
    let cards: Vec<Card> = game.desks[team].last_plan.iter().filter(|(r, _)| *r == role).map(|(_, card)| card.clone()).collect();
    for card in cards {
        if let Ok(planned) = check(game, team, role, card, None) {
            add(&mut game.desks[team], planned);
        }
    }
}

/// Puts a filled-in card into the plan if it can be played and hours and cash allow; false if not.
pub(crate) fn add_by_opening(game: &mut Game, team: usize, role: Role, card: Card) -> bool {
    match check(game, team, role, card, None) {
        Ok(planned) => {
            add(&mut game.desks[team], PlanCard { filled_in: true, ..planned });
            true
        }
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests;
