//! Commands: check first, then change. A rejected command leaves the game bit-identical.

use crate::sim::cards::command::{Action, Card, CardId, Command};
use crate::sim::cards::conditions::{self, CustomerFacts, DealFacts, Knows};
use crate::sim::cards::cost;
use crate::sim::cards::hopeful::WithPlan;
use crate::sim::care::gifts;
use crate::sim::company::tools;
use crate::sim::game::{Desk, Game, PlanCard};
use crate::sim::market::asked;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Guide, Happening, Investment, MAX_CONTACTS, Severity};
use crate::sim::selling::quoting;
use crate::sim::state::State;
use crate::sim::state::pyramid;
use crate::sim::state::staff::Staff;
use crate::sim::state::tool::Integration;
use crate::sim::state::{ContactState, Evaluation, Task, Team, TicketState};
use crate::sim::terms::Phase;
use crate::sim::terms::{Level, Missing, Reject, Strategy, TaskKind, Tier};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, OpportunityId, Role, Round, Seat};

/// Carries out what a seat says, or tells why not.
///
/// # Errors
/// A stable code; nothing has changed then.
pub fn apply(game: &mut Game, seat: Seat, command: Command) -> Result<(), Reject> {
    if game.over() {
        return Err(Reject::GameOver);
    }
    let team = seat.team.index();
    let Some(desk) = game.desks.get(team).filter(|_| game.scenario.guide.roster.has(seat.role)) else {
        return Err(Reject::NoSuchSeat);
    };
    let submitted = desk.submitted[seat.role.index()];
    match command {
        Command::Withdraw if !submitted => return Err(Reject::NotSubmitted),
        // no plan depends on what a team writes down
        Command::Withdraw | Command::Note(_) => {}
        _ if submitted => return Err(Reject::Submitted),
        _ => {}
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
        Command::Refill => crate::sim::planning::opening::refill(game, team, role),
        Command::Opening(opening) => game.desks[team].opening = opening,
        Command::Strategy(strategy) => file_strategy(game, team, strategy)?,
        Command::Level(customer, level) => {
            known(game, team, customer)?;
            game.teams[team].relations[customer.index()].level = level;
        }
        Command::Assign(customer, owner) => crate::sim::people::pool::assign(game, team, customer, owner)?,
        Command::LevelByTier(tier, level) => level_by_tier(game, team, tier, level),
        Command::Kind(customer, kind) => {
            known(game, team, customer)?;
            game.teams[team].relations[customer.index()].kind = kind;
        }
        Command::Evaluate(customer, tier, reason) => {
            known(game, team, customer)?;
            if game.teams[team].relation(customer).orders == 0 {
                return Err(Reject::Missing(Missing::Orders));
            }
            let round = game.round;
            let team = &mut game.teams[team];
            team.relations[customer.index()].tier = Some(tier);
            team.evaluations.push(Evaluation { round, customer, tier, reason });
        }
        Command::AddTask { customer, role, kind, due } => {
            known(game, team, customer)?;
            if due < game.round || due.0 > game.rounds {
                return Err(Reject::BadRound);
            }
            if game.teams[team].tasks.len() >= MOST_TASKS {
                return Err(Reject::BadList);
            }
            let made = game.round;
            task(&mut game.teams[team], customer, role, kind, made, due);
        }
        Command::FillTasks => fill_tasks(game, team),
        Command::DropTask(id) => {
            let tasks = &mut game.teams[team].tasks;
            let place = tasks.iter().position(|t| t.id == id && t.done.is_none()).ok_or(Reject::NoSuchTask)?;
            tasks.remove(place);
        }
        Command::Note(note) => crate::sim::notes::note(game, seat, note)?,
        Command::Reserve(deal) => reserve(game, team, deal)?,
        Command::Unreserve(deal) => {
            let reserved = &mut game.teams[team].reserved;
            let place = reserved.iter().position(|&id| id == deal).ok_or(Reject::NoSuchDeal)?;
            reserved.remove(place);
        }
        Command::Submit => game.desks[team].submitted[role.index()] = true,
        Command::Withdraw => game.desks[team].submitted[role.index()] = false,
    }
    Ok(())
}

/// More tasks than anybody can look after.
const MOST_TASKS: usize = 2_000;
/// Most customers on one card.
const MOST_TARGETS: usize = 500;

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
    if share_of(&game.scenario.guide, &card.action, role) <= 0.0 {
        return Err(Reject::WrongRole);
    }
    sane(game, team, &card.action)?;
    let team_state = &game.teams[team];
    let others = || game.desks[team].plan.iter().filter(|c| Some(c.id) != instead);
    if let Some(missing) = first_missing(game, team, &card, instead) {
        return Err(Reject::Missing(missing));
    }
    if others().any(|c| repeats(&c.card.action, &card.action)) {
        return Err(Reject::Missing(Missing::Planned));
    }
    if let Some(missing) = barred_gift(game, team, &card.action, others().map(|c| &c.card.action)) {
        return Err(Reject::Missing(missing));
    }
    let decisions = others().filter(|c| c.role == role && !c.standing).count();
    if decisions >= usize::from(rules.work.max_decisions) {
        return Err(Reject::TooManyDecisions);
    }
    let (minutes, cost) = takes(game, team, role, &card);
    let planned: Minutes = others().filter(|c| c.role == role).map(|c| c.minutes).sum();
    if planned + minutes > hours(game, team, role) {
        return Err(Reject::NotEnoughHours);
    }
    let spent: Fen = others().map(|c| c.cost).sum();
    if cost > Fen::ZERO && team_state.cash + rules.work.credit_limit - spent < cost {
        return Err(Reject::NotEnoughCash);
    }
    Ok(PlanCard { id: CardId(0), role, card, minutes, cost, standing: false })
}

/// Why the compliance switch keeps a gift out, counting what the plan holds already.
fn barred_gift<'a>(game: &Game, team: usize, action: &Action, others: impl Iterator<Item = &'a Action>) -> Option<Missing> {
    let Action::Gift { customer, contact, amount } = action else { return None };
    let relation = game.teams[team].relations.get(customer.index())?;
    let mut given = (relation.contacts.get(contact.index())?.gifts, relation.gifts_year);
    gifts::add_planned(&mut given, *customer, *contact, others);
    gifts::barred(game.compliance, &game.scenario.guide.rules.gifts, given.0, given.1, *amount)
}

fn first_missing(game: &Game, team: usize, card: &Card, instead: Option<CardId>) -> Option<Missing> {
    let eyes = Eyes { state: &game.state, team };
    match conditions::missing(&card.action, &eyes).first() {
        // an earlier card may bring the deal so far
        Some(Missing::Stage3 | Missing::Stage4 | Missing::Pooled) => {
            let mut plan: Vec<&Card> = Vec::new();
            for planned in &game.desks[team].plan {
                if Some(planned.id) == instead {
                    break;
                }
                plan.push(&planned.card);
            }
            conditions::missing(&card.action, &WithPlan { inner: &eyes, plan: &plan }).first().copied()
        }
        first => first.copied(),
    }
}

/// Minutes a role has this month.
#[must_use]
pub fn hours(game: &Game, team: usize, role: Role) -> Minutes {
    game.teams[team].staff[role.index()].hours(&game.scenario.guide.rules.work)
}

/// Minutes and yuan that a card takes, played by `role`.
fn takes(game: &Game, team: usize, role: Role, card: &Card) -> (Minutes, Fen) {
    let guide = &game.scenario.guide;
    let usual = cost::of(card, guide, |id| game.teams[team].relations.get(id.index()).map_or(Fen::ZERO, |r| r.last_amount));
    cost::with_share(card, usual, share_of(guide, &card.action, role))
}

/// Minutes that a card takes, played by `role`.
#[must_use]
pub fn minutes(game: &Game, team: usize, role: Role, card: &Card) -> Minutes {
    takes(game, team, role, card).0
}

/// What a role's work at a card counts: 1 if the card belongs to it, less outside its role, 0 if it may not play it (docs/model.md#outside-the-role).
#[must_use]
pub fn share_of(guide: &Guide, action: &Action, role: Role) -> f64 {
    match action {
        _ if belongs(guide, action, role) => 1.0,
        Action::Train { .. } => 0.0,
        _ => guide.rules.staffing.outside_role,
    }
}

/// Whether a card belongs to a role, or to one whose work it does.
#[must_use]
pub fn belongs(guide: &Guide, action: &Action, role: Role) -> bool {
    match action {
        Action::Hire { .. } | Action::GiveToPool { .. } | Action::TakeFromPool { .. } => true,
        Action::Train { role: trained, .. } => *trained == role,
        _ => home(action).iter().any(|&home| guide.acting(home) == role),
    }
}

/// The roles whose work a card is, whether the scenario has them or not; none where it is everybody's.
#[must_use]
pub fn home(action: &Action) -> &'static [Role] {
    match action {
        Action::Nurture { .. } => &[Role::Cultivator],
        Action::Design { .. } => &[Role::ProductSpecialist],
        Action::Hire { .. } | Action::Train { .. } | Action::GiveToPool { .. } | Action::TakeFromPool { .. } => &[],
        Action::Exhibition
        | Action::Summit
        | Action::Prospect { .. }
        | Action::Research { .. }
        | Action::Qualify { .. }
        | Action::AskReferral { .. }
        | Action::Campaign { .. } => &[Role::Developer],
        Action::Invest(_) | Action::Close(_) => &Role::ALL,
        Action::Care { .. } => &[Role::AccountManager, Role::Service],
        Action::Reception { .. } | Action::BuyCrm | Action::BuildCrm { .. } => {
            &[Role::ProductSpecialist, Role::Cultivator, Role::AccountManager, Role::Service, Role::Developer]
        }
        Action::Queue { .. } | Action::Check { .. } | Action::Article { .. } | Action::Compensate { .. } | Action::Survey { .. } => &[Role::Service],
        _ => &[Role::AccountManager],
    }
}

/// Whether two cards would do the same thing, and once a month is all it takes.
pub(crate) fn repeats(planned: &Action, action: &Action) -> bool {
    once_a_month(action) && same_action(planned, action)
}

fn once_a_month(action: &Action) -> bool {
    matches!(
        action,
        Action::Exhibition
            | Action::Summit
            | Action::Forecast
            | Action::Demo { .. }
            | Action::FreeCheck { .. }
            | Action::Quote { .. }
            | Action::Pursue { .. }
            | Action::PursueMany { .. }
            | Action::BuyCrm
            | Action::WinBack { .. }
            | Action::Compensate { .. }
            | Action::Queue { .. }
            | Action::Article { .. }
            | Action::Campaign { .. }
            | Action::Bid { .. }
            | Action::Rebate { .. }
            | Action::Invest(_)
            | Action::Close(_)
            | Action::Design { .. }
            | Action::Hire { .. }
            | Action::Train { .. }
    )
}

fn same_action(a: &Action, b: &Action) -> bool {
    match (a, b) {
        (Action::Demo { deal: x }, Action::Demo { deal: y })
        | (Action::Quote { deal: x, .. }, Action::Quote { deal: y, .. })
        | (Action::Pursue { deal: x, .. }, Action::Pursue { deal: y, .. }) => x == y,
        (Action::FreeCheck { customer: x }, Action::FreeCheck { customer: y })
        | (Action::WinBack { customer: x, .. }, Action::WinBack { customer: y, .. })
        | (Action::Compensate { customer: x, .. }, Action::Compensate { customer: y, .. }) => x == y,
        (Action::Rebate { customer: x, .. }, Action::Rebate { customer: y, .. }) => x == y,
        (Action::Article { class: x }, Action::Article { class: y }) => x == y,
        (Action::PursueMany { deals: x, .. }, Action::PursueMany { deals: y, .. }) => x.iter().any(|a| y.iter().any(|b| a.0 == b.0)),
        (Action::PursueMany { deals, .. }, Action::Pursue { deal, .. }) | (Action::Pursue { deal, .. }, Action::PursueMany { deals, .. }) => {
            deals.iter().any(|d| d.0 == *deal)
        }
        (Action::Campaign { medium: x, segment: s, .. }, Action::Campaign { medium: y, segment: t, .. }) => (x, s) == (y, t),
        (Action::Bid { tender: x, .. }, Action::Bid { tender: y, .. }) => x == y,
        // built and closed in one month is neither
        (Action::Invest(x) | Action::Close(x), Action::Invest(y) | Action::Close(y)) => x == y,
        (Action::Design { deal: x }, Action::Design { deal: y }) => x == y,
        (Action::Hire { role: x }, Action::Hire { role: y }) => x == y,
        (Action::Train { role: r, person: x }, Action::Train { role: s, person: y }) => (r, x) == (s, y),
        _ => {
            std::mem::discriminant(a) == std::mem::discriminant(b)
                && matches!(a, Action::Exhibition | Action::Summit | Action::Forecast | Action::Queue { .. } | Action::BuyCrm)
        }
    }
}

/// Lists, times and amounts within what a card may hold; every id exists and is known to the team.
fn sane(game: &Game, team: usize, action: &Action) -> Result<(), Reject> {
    let rules = &game.scenario.guide.rules;
    let customer = |id: CustomerId| known(game, team, id);
    let list = |ids: &[CustomerId]| -> Result<(), Reject> {
        if !each_once(ids) {
            return Err(Reject::BadList);
        }
        ids.iter().try_for_each(|&id| customer(id))
    };
    let contact = |id: CustomerId, who: ContactId| -> Result<(), Reject> {
        customer(id)?;
        if who.index() < game.customers[id.index()].contacts.len().min(MAX_CONTACTS) { Ok(()) } else { Err(Reject::NoSuchContact) }
    };
    let deal = |id: OpportunityId| if game.teams[team].deal(id).is_some() { Ok(()) } else { Err(Reject::NoSuchDeal) };
    let time = |time: Minutes| {
        let people = game.teams[team].staff.iter().map(|staff| staff.posts.len()).max().unwrap_or(1);
        let most = Minutes(rules.work.role_hours.0.saturating_mul(people as i32));
        if time.0 > 0 && time.0 % 30 == 0 && time <= most { Ok(()) } else { Err(Reject::BadTime) }
    };
    match action {
        Action::Exhibition | Action::Summit | Action::Forecast | Action::Article { .. } | Action::Invest(_) | Action::Close(_) | Action::BuyCrm => Ok(()),
        Action::Campaign { medium, segment, budget } => {
            let guide = &game.scenario.guide;
            guide.medium(*medium).filter(|_| segment.index() < guide.industries.len()).ok_or(Reject::NoSuchMedium)?;
            if (rules.campaigns.least..=rules.campaigns.most).contains(budget) { Ok(()) } else { Err(Reject::BadAmount) }
        }
        Action::Bid { tender, terms } => {
            quoting::check_terms(&game.scenario.guide, terms)?;
            let tender = game.world(game.teams[team].id).tender(*tender).ok_or(Reject::NoSuchTender)?;
            crate::sim::selling::tendering::within_ceiling(&game.state, tender, terms)
        }
        Action::Rebate { customer: id, amount } => {
            customer(*id)?;
            if *amount > Fen::ZERO && *amount <= rules.gifts.rebate_most { Ok(()) } else { Err(Reject::BadAmount) }
        }
        Action::Purchase { product, quantity, .. } => {
            if product.index() >= game.scenario.guide.products.len() {
                Err(Reject::NoSuchProduct)
            } else if (1..=quoting::MAX_QUANTITY).contains(quantity) {
                Ok(())
            } else {
                Err(Reject::BadAmount)
            }
        }
        Action::Prospect { time: t } | Action::Queue { time: t, .. } | Action::Reception { time: t } | Action::BuildCrm { time: t } => time(*t),
        Action::Research { customers } | Action::Qualify { customers } | Action::AskReferral { customers } => list(customers),
        Action::Handover { customers }
        | Action::Check { customers }
        | Action::Survey { customers }
        | Action::Nurture { customers }
        | Action::GiveToPool { customers } => list(customers),
        Action::TakeFromPool { customers } => {
            // somebody else's former customer may be a stranger
            if customers.iter().any(|id| id.index() >= game.customers.len()) {
                return Err(Reject::NoSuchCustomer);
            }
            if each_once(customers) { Ok(()) } else { Err(Reject::BadList) }
        }
        Action::Hire { role } => {
            if game.scenario.guide.roster.has(*role) {
                Ok(())
            } else {
                Err(Reject::NoSuchSeat)
            }
        }
        Action::Train { role, person } => {
            if usize::from(*person) < game.teams[team].staff[role.index()].posts.len() {
                Ok(())
            } else {
                Err(Reject::NoSuchPerson)
            }
        }
        Action::Call { customer: id, contact: who, deal: served, time: t, .. } => {
            contact(*id, *who)?;
            time(*t)?;
            served.map_or(Ok(()), |d| if d.customer == *id { deal(d) } else { Err(Reject::NoSuchDeal) })
        }
        Action::Pursue { deal: id, terms, time: t, .. } => {
            deal(*id)?;
            time(*t)?;
            quoting::check_terms(&game.scenario.guide, terms)
        }
        Action::PursueMany { deals, terms, .. } => {
            if !each_once(&deals.iter().map(|d| d.0).collect::<Vec<_>>()) {
                return Err(Reject::BadList);
            }
            if !terms.lines.is_empty() {
                // goods of one deal are not those of another
                return Err(Reject::BadAmount);
            }
            deals.iter().try_for_each(|&(id, t)| deal(id).and_then(|()| time(t)))?;
            quoting::check_terms(&game.scenario.guide, terms)
        }
        Action::Demo { deal: id } | Action::Design { deal: id } => deal(*id),
        Action::Quote { deal: id, terms } => {
            deal(*id)?;
            quoting::check_terms(&game.scenario.guide, terms)
        }
        Action::FreeCheck { customer: id } => customer(*id),
        Action::Gift { customer: id, contact: who, amount } => {
            contact(*id, *who)?;
            if *amount > Fen::ZERO && *amount <= rules.gifts.most { Ok(()) } else { Err(Reject::BadAmount) }
        }
        Action::WinBack { customer: id, concession: share } => {
            customer(*id)?;
            share_within(*share, 0.2)
        }
        Action::Compensate { customer: id, share } => {
            customer(*id)?;
            if *share > 0.0 { share_within(*share, rules.service.compensation_cap) } else { Err(Reject::BadAmount) }
        }
        Action::Care { visits } => {
            if !each_once(&visits.iter().map(|v| v.0).collect::<Vec<_>>()) {
                return Err(Reject::BadList);
            }
            visits.iter().try_for_each(|&(id, t)| customer(id).and_then(|()| time(t)))
        }
    }
}

/// A list that is neither empty nor too long, and names nobody twice.
fn each_once<T: Ord + Copy>(list: &[T]) -> bool {
    let mut sorted = list.to_vec();
    sorted.sort_unstable();
    (1..=MOST_TARGETS).contains(&list.len()) && sorted.windows(2).all(|pair| pair[0] != pair[1])
}

fn share_within(share: f64, most: f64) -> Result<(), Reject> {
    if share >= 0.0 && share <= most + 1e-9 { Ok(()) } else { Err(Reject::BadAmount) }
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
    let levels = strategy.levels;
    game.teams[team].strategy = Some(strategy);
    for tier in Tier::ALL {
        level_by_tier(game, team, tier, levels[tier.index()]);
    }
    Ok(())
}

fn level_by_tier(game: &mut Game, team: usize, tier: Tier, level: Level) {
    for (customer, computed) in pyramid::of_team(&game.teams[team]) {
        let relation = &mut game.teams[team].relations[customer.index()];
        if relation.tier.unwrap_or(computed) == tier {
            relation.level = level;
        }
    }
}

fn task(team: &mut Team, customer: CustomerId, role: Role, kind: TaskKind, made: Round, due: Round) {
    let id = team.next_task;
    team.next_task = team.next_task.wrapping_add(1);
    team.tasks.push(Task { id, customer, role, kind, made, due, done: None });
}

/// Keeps goods for a deal that is open, or won and still waiting, behind those reserved before.
fn reserve(game: &mut Game, team: usize, id: OpportunityId) -> Result<(), Reject> {
    if !game.scenario.guide.keeps_stock() {
        return Err(Reject::Missing(Missing::Stock));
    }
    let team = &mut game.teams[team];
    let deal = team.deal(id).ok_or(Reject::NoSuchDeal)?;
    if !crate::sim::orders::goods::wants_goods(deal) {
        return Err(Reject::Missing(Missing::Open));
    }
    if team.reserved.contains(&id) {
        return Err(Reject::Missing(Missing::Planned));
    }
    team.reserved.push(id);
    Ok(())
}

/// A next task for every active customer and open deal that has none; overdue ones are set anew.
fn fill_tasks(game: &mut Game, team: usize) {
    let round = game.round;
    let team = &mut game.teams[team];
    team.tasks.retain(|t| t.done.is_some() || t.due >= round);
    let mut has_task = vec![false; team.relations.len()];
    for task in team.tasks.iter().filter(|t| t.done.is_none()) {
        has_task[task.customer.index()] = true;
    }
    let mut has_deal = vec![false; team.relations.len()];
    for deal in team.open_deals() {
        has_deal[deal.id.customer.index()] = true;
    }
    for (index, (has_task, open_deal)) in has_task.into_iter().zip(has_deal).enumerate() {
        let customer = CustomerId::at(index);
        let wanted = team.relations[index].pooled.is_none() && (open_deal || team.relations[index].active());
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

/// Puts a standing card into the plan if it can be played and hours and cash allow; false if not.
pub(crate) fn add_standing(game: &mut Game, team: usize, role: Role, card: Card) -> bool {
    match check(game, team, role, card, None) {
        Ok(planned) => {
            add(&mut game.desks[team], PlanCard { standing: true, ..planned });
            true
        }
        Err(_) => false,
    }
}

/// What a team knows while it plans.
pub(crate) struct Eyes<'a> {
    pub state: &'a State,
    pub team: usize,
}

impl Knows for Eyes<'_> {
    fn exhibition(&self) -> bool {
        self.event(|e| matches!(e, Happening::Exhibition))
    }

    fn summit(&self) -> bool {
        self.event(|e| matches!(e, Happening::Summit))
    }

    fn customer(&self, id: CustomerId) -> Option<CustomerFacts> {
        let team = &self.state.teams[self.team];
        let relation = team.relations.get(id.index()).filter(|r| r.known())?;
        let traits = &self.state.customers[id.index()];
        let bits = |keep: fn(&ContactState) -> bool| {
            relation.contacts.iter().take(traits.contacts.len()).enumerate().filter(|(_, c)| keep(c)).fold(0u8, |bits, (i, _)| bits | 1 << i)
        };
        let (mut stage, mut unconfirmed) = (0, false);
        for deal in team.open_deals_of(id) {
            stage = stage.max(deal.stage);
            unconfirmed |= deal.stage == 1;
        }
        Some(CustomerFacts {
            lost_for: (relation.phase == Phase::Lost).then(|| relation.lost.map_or(0, |r| self.state.round.since(r))),
            orders: relation.orders,
            stage,
            satisfaction: relation.surveyed.map(|s| s.0),
            qualified: relation.qualified && !unconfirmed,
            needs_handover: relation.needs_handover(),
            failure: relation.blow.is_some_and(|b| b != crate::sim::journal::effect::Cause::SilentFailure)
                || team.tickets.open().iter().any(|t| t.id.customer == id && t.state == TicketState::Open && t.id.born < self.state.round),
            contacts: bits(|c| !c.removed),
            reached: bits(|c| c.reached),
            records: relation.records,
            stuck: self.state.round.since(relation.moved),
        })
    }

    fn pooled(&self, id: CustomerId) -> bool {
        self.state.teams[self.team].relations.get(id.index()).is_some_and(|r| r.known() && r.pooled.is_some())
    }

    fn deal(&self, id: OpportunityId) -> Option<DealFacts> {
        self.state.teams[self.team].deal(id).map(|d| DealFacts {
            open: d.outcome.is_none(),
            stage: d.stage,
            promised: asked::promised_elsewhere(&self.state.scenario, &self.state.teams[self.team], id),
        })
    }

    fn solved(&self, severity: Severity) -> u32 {
        self.state.teams[self.team].solved[severity.index()]
    }

    fn tender(&self, id: OpportunityId) -> bool {
        self.state.world(self.state.teams[self.team].id).open_tenders().any(|t| t.need.id == id)
    }

    fn offered(&self, what: Investment) -> bool {
        self.state.scenario.guide.investments.contains(&what)
    }

    fn built(&self, what: Investment) -> bool {
        self.state.teams[self.team].investments[what.index()].is_some()
    }

    fn keeps_stock(&self) -> bool {
        self.state.scenario.guide.keeps_stock()
    }

    fn in_pool(&self, id: CustomerId) -> bool {
        self.state.world(self.state.teams[self.team].id).pool.iter().any(|p| p.customer == id)
    }

    fn posts(&self, role: Role) -> usize {
        self.staff(role).posts.len()
    }

    fn filled(&self, role: Role, post: usize) -> bool {
        self.staff(role).filled(post)
    }

    fn complete(&self, role: Role) -> bool {
        self.staff(role).reduced() == 0
    }

    fn rules(&self) -> &Rules {
        &self.state.scenario.guide.rules
    }

    fn visitors(&self) -> bool {
        self.state.teams[self.team].visitors[0] > 0
    }

    fn can_integrate(&self) -> bool {
        tools::matter(&self.rules().tools) && self.state.teams[self.team].tools.integration == Integration::None
    }
}

impl Eyes<'_> {
    fn staff(&self, role: Role) -> &Staff {
        &self.state.teams[self.team].staff[role.index()]
    }

    fn event(&self, is: impl Fn(&Happening) -> bool) -> bool {
        self.state.scenario.events.iter().any(|e| e.round == self.state.round.0 && is(&e.what))
    }
}

#[cfg(test)]
mod tests;
