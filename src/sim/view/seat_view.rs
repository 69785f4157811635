//! What a seat may know, taken out of the whole truth; here and in its neighbours alone that is decided.
//!
//! [`view_now`] holds the present (bots ask for it every round, so it allocates little and formats nothing); [`view`]
//! adds the decided deals and the past.

use super::customers::customers;
use super::past::past;
use crate::sim::company::tools;
use crate::sim::game::{Game, PlanCard};
use crate::sim::knowledge::{
    AwardView, DealView, GoodsView, Knowledge, NewsView, Past, PoolView, PostView, StaffView, StockView, TaskView, TeamView, TenderView, TicketView,
};
use crate::sim::market::need_terms;
use crate::sim::notes::Notes;
use crate::sim::orders::goods;
use crate::sim::scenario::{Happening, Line, MAX_CONTACTS, PriceTier, Text};
use crate::sim::selling::committee;
use crate::sim::service::queue;
use crate::sim::state::staff::Post;
use crate::sim::state::tool::ToolState;
use crate::sim::state::{Compliance, Deal, Need, Pooled, Relation, RivalEdge, State, Team, Tender, TicketState, World};
use crate::sim::terms::Revealed;
use crate::sim::units::{EventId, Fen, Minutes, NeedId, ProductId, Role, Round, Seat, Source, TeamId};
use crate::sim::view::{PlanCardView, View};
use std::sync::Arc;

/// All a seat may know: the present, the decided deals and the past.
#[must_use]
pub fn view(game: &Game, seat: Seat) -> View {
    let state = &game.state;
    let mut view = view_now(game, seat);
    if let Some(team) = state.teams.get(seat.team.index()) {
        view.deals = deals(state, team, team.deals.iter());
        view.past = past(game, team);
    }
    view
}

/// The present only: no decided deals, no past. A seat of no team sees what is public.
#[must_use]
pub fn view_now(game: &Game, seat: Seat) -> View {
    let mut view = public(game, seat);
    if let Some(team) = game.teams.get(seat.team.index()) {
        own(&mut view, game, team);
    }
    view
}

/// Gifts above the limit that a team has made.
fn own_breaches(state: &State, team: TeamId, found: bool) -> u16 {
    let breaches = state.teams.get(team.index()).map_or(&[][..], |team| &team.audit.breaches);
    u16::try_from(breaches.iter().filter(|breach| breach.found == found).count()).unwrap_or(u16::MAX)
}

/// What everybody may know.
fn public(game: &Game, seat: Seat) -> View {
    let state = &game.state;
    let guide = &state.scenario.guide;
    let known = Knowledge {
        seat,
        guide: guide.clone(),
        team_name: String::new(),
        market: state.market,
        compliance: state.compliance,
        breaches: [true, false].map(|found| own_breaches(state, seat.team, found)),
        round: state.round,
        rounds: state.rounds,
        over: state.over(),
        cash: Fen::ZERO,
        spendable: Fen::ZERO,
        reputation: 0.0,
        reputation_by_industry: Vec::new(),
        staff: Role::ALL.map(|role| StaffView {
            name: guide.staff[role.index()].clone(),
            hours: Minutes::ZERO,
            planned: Minutes::ZERO,
            decisions: 0,
            skill: 0.0,
            reduced: 0,
            busy: 0,
            changed: None,
            posts: Vec::new(),
            hired: 0,
        }),
        customers_in_market: u16::try_from(state.customers.len()).unwrap_or(u16::MAX),
        customers_by_industry: if guide.media.is_empty() { Vec::new() } else { customers_by_industry(state) },
        customers: Vec::new(),
        deals: Vec::new(),
        tickets: Vec::new(),
        tasks: Vec::new(),
        exhibition: false,
        summit: false,
        tenders: Vec::new(),
        awards: Vec::new(),
        price_war: false,
        rivals: RivalEdge::default(),
        campaigns: Vec::new(),
        echo: None,
        investments: [None; 2],
        news: Vec::new(),
        strategy: None,
        levels: [None; 4],
        evaluations: Vec::new(),
        goods: GoodsView::default(),
        articles: [0; 3],
        solved: [0; 3],
        visitors: 0,
        tools: ToolState::default(),
        kept: 0,
        contracts: Vec::new(),
        pool: Vec::new(),
        teams: state.teams.iter().filter(|t| t.id != seat.team).map(other_team).collect(),
        notes: Arc::default(),
        past: Past::default(),
    };
    let mut view = View { known, plan: Vec::new(), routine: Vec::new(), dropped: Vec::new(), has_last_plan: false, opening: Default::default() };
    let bought = |customer, after| state.teams.get(seat.team.index()).is_some_and(|team| need_terms::has_bought(team, customer, after));
    // whoever had left before that is no news any more
    let has_left = |role: Role, round: u16| {
        let staff = state.teams.get(seat.team.index()).map(|team| &team.staff[role.index()]);
        let of_script = &state.scenario.guide.staff[role.index()];
        staff.is_none_or(|staff| staff.changed == Some(Round(round)) && staff.posts.first().is_some_and(|post| post.name != *of_script))
    };
    for (index, event) in state.scenario.events.iter().enumerate() {
        let now = event.round == state.round.0;
        let told = match &event.what {
            Happening::News | Happening::PriceWar { .. } | Happening::RivalsGain { .. } | Happening::RivalOffer { .. } => now,
            Happening::Exhibition => {
                view.exhibition |= now;
                now
            }
            Happening::Summit => {
                view.summit |= now;
                now
            }
            // somebody who resigns does so at the end of the month: it is news in the next one
            Happening::Resigns(role) => event.round.saturating_add(1) == state.round.0 && has_left(*role, event.round),
            Happening::Temptation { customer, after, .. } => now && state.compliance != Compliance::Hide && bought(*customer, *after),
            Happening::Pledge { customer, after, .. } => now && bought(*customer, *after),
            // tenders have a list of their own
            Happening::Need(_) | Happening::Ticket(_) | Happening::Tender(_) => false,
        };
        if told {
            view.news.push(NewsView { event: EventId::at(index), round: Round(event.round), title: event.title.clone(), body: event.body.clone() });
        }
    }
    if let Some(market) = market_of(state, seat) {
        view.price_war = market.price_war > 0;
        view.rivals = market.rivals.clone();
        view.tenders = tenders(state, market);
        view.awards = awards(state, market);
    }
    view
}

fn customers_by_industry(state: &State) -> Vec<u16> {
    let mut counts = vec![0_u16; state.scenario.guide.industries.len()];
    for customer in state.customers.iter() {
        counts[customer.industry.index()] += 1;
    }
    counts
}

/// The market whose tenders a seat sees: its own, or for a seat of no team the first.
fn market_of(state: &State, seat: Seat) -> Option<&World> {
    state.worlds.get(state.world_index(seat.team)).or_else(|| state.worlds.first())
}

fn tenders(state: &State, world: &World) -> Vec<TenderView> {
    world.open_tenders().map(|tender| one_tender(state, tender)).collect()
}

fn one_tender(state: &State, tender: &Tender) -> TenderView {
    let (need, guide) = (&tender.need, &state.scenario.guide);
    let buyer = &state.customers[need.id.customer.index()];
    TenderView {
        need: DealView {
            id: need.id,
            title: title(state, need.id),
            stage: 4,
            stage_since: need.id.born,
            seen: need.id.born,
            due: need.due,
            value: need.value,
            class: Some(need.class),
            wants: guide.need_classes.get(need.class.index()).map(|c| c.wants.clone()).unwrap_or_default(),
            budget: need.budget,
            quantity: need.quantity,
            tier: PriceTier::Market,
            suggested: need_terms::suggested_lines(&state.scenario, need, PriceTier::Market),
            support: [0.0; MAX_CONTACTS],
            committee: 0.0,
            contest: need_terms::contest_terms(&state.scenario, need.id.source),
            demo: false,
            check: false,
            design: 0.0,
            how: Revealed::Open,
            quote: None,
            outcome: None,
            order: None,
            promised: false,
            twin: None,
        },
        buyer: buyer.name.clone(),
        industry: buyer.industry,
        kind: tender.kind,
    }
}

fn awards(state: &State, world: &World) -> Vec<AwardView> {
    let view = |t: &Tender| {
        t.award.map(|award| AwardView {
            round: t.need.due,
            tender: t.need.id,
            title: title(state, t.need.id),
            buyer: state.customers[t.need.id.customer.index()].name.clone(),
            kind: t.kind,
            estimate: t.need.value,
            winner: award.winner,
            price: award.price,
            bids: award.bids,
        })
    };
    world.tenders.iter().filter_map(view).collect()
}

/// The title the script gives a need or a tender.
fn title(state: &State, id: NeedId) -> Option<Text> {
    match id.source {
        Source::Scripted(event) => state.scenario.events.get(event.index()).map(|e| e.title.clone()),
        _ => None,
    }
}

/// Another team, as the public standings show it.
fn other_team(team: &Team) -> TeamView {
    TeamView { id: team.id, name: team.name.clone(), cash: team.cash(), revenue: team.books.months.iter().map(|m| m.revenue).sum() }
}

/// What the seat's own team knows.
fn own(view: &mut View, game: &Game, team: &Team) {
    let index = team.id.index();
    let (state, desk) = (&game.state, &game.desks[index]);
    view.team_name.clone_from(&team.name);
    view.cash = team.cash();
    let spent: Fen = desk.plan.iter().map(|card| card.cost).sum();
    view.spendable = team.cash() + state.scenario.guide.rules.work.credit_limit - spent;
    view.reputation = team.reputation.mean();
    view.reputation_by_industry = team.reputation.by_industry().to_vec();
    view.staff = Role::ALL.map(|role| {
        let staff = &team.staff[role.index()];
        StaffView {
            name: staff.posts.first().map_or_else(Default::default, |post| post.name.clone()),
            hours: staff.working_time(&state.scenario.guide.rules.work),
            planned: desk.planned(role),
            decisions: desk.plan.iter().filter(|c| c.role == role && !c.filled_in).count() as u16,
            skill: staff.skill(),
            reduced: staff.reduced(),
            busy: staff.busy,
            changed: staff.changed,
            posts: posts(team, role),
            hired: staff.hired,
        }
    });
    view.pool = pool(state, team);
    view.customers = customers(game, team);
    view.deals = deals(state, team, team.open_deals());
    view.tickets = tickets(state, team);
    view.tasks = team
        .management
        .tasks
        .iter()
        .map(|task| TaskView {
            id: task.id,
            customer: task.customer,
            role: task.role,
            kind: task.kind,
            made: task.made,
            due: task.due,
            done: task.done,
            overdue: task.done.is_none() && task.due < state.round,
        })
        .collect();
    let card = |c: &PlanCard| PlanCardView { id: c.id, role: c.role, card: c.card.clone(), minutes: c.minutes, cost: c.cost, filled_in: c.filled_in };
    view.plan = desk.plan.iter().map(card).collect();
    view.routine = desk.routine.iter().map(card).collect();
    view.dropped.clone_from(&desk.dropped);
    view.has_last_plan = desk.last_plan.iter().any(|(role, _)| *role == view.seat.role);
    view.opening = desk.opening;
    view.strategy.clone_from(&team.management.strategy);
    view.levels = team.management.levels;
    view.evaluations.clone_from(&team.management.evaluations);
    view.goods = goods_of(state, team);
    view.articles = team.service_desk.articles;
    view.solved = team.service_desk.solved;
    view.visitors = team.marketing.visitors[0];
    view.tools = team.tools;
    view.kept = u16::try_from(tools::kept(team)).unwrap_or(u16::MAX);
    view.contracts = team.contracts.open().iter().filter(|c| !c.over).cloned().collect();
    view.campaigns.clone_from(&team.marketing.campaigns);
    view.echo = team.marketing.echo;
    view.investments = team.investments;
    for tender in &mut view.tenders {
        tender.need.quote = team.bids.iter().find(|b| b.tender == tender.need.id).map(|b| b.quote.clone());
    }
    view.notes = notes(team, view.seat.role);
}

/// What the team has written down. Suggestions are the leader's alone to read.
fn notes(team: &Team, role: Role) -> Arc<Notes> {
    if team.notes.suggestions.is_empty() || team.notes.leader() == role {
        return team.notes.clone();
    }
    Arc::new(Notes { suggestions: Vec::new(), ..(*team.notes).clone() })
}

fn posts(team: &Team, role: Role) -> Vec<PostView> {
    let staff = &team.staff[role.index()];
    let owned = |place: usize| {
        let mine = |r: &&Relation| role == Role::AccountManager && r.kept() && usize::from(r.ownership.owner) == place;
        team.relations.iter().filter(mine).count() as u16
    };
    let post = |(place, post): (usize, &Post)| PostView {
        name: post.name.clone(),
        skill: post.skill,
        filled: staff.filled(place),
        reduced: post.reduced,
        customers: owned(place),
    };
    staff.posts.iter().enumerate().map(post).collect()
}

fn pool(state: &State, team: &Team) -> Vec<PoolView> {
    let view = |pooled: &Pooled| {
        let traits = &state.customers[pooled.customer.index()];
        PoolView { customer: pooled.customer, name: traits.name.clone(), industry: traits.industry, since: pooled.since, records: pooled.records }
    };
    state.world(team.id).pool.iter().map(view).collect()
}

/// Stock, what is on its way, what is owed.
fn goods_of(state: &State, team: &Team) -> GoodsView {
    let guide = &state.scenario.guide;
    let mut view = GoodsView {
        purchases: team.warehouse.purchases.clone(),
        receivables: team.books.receivables.clone(),
        reserved: team.warehouse.reserved.clone(),
        stock: Vec::new(),
    };
    if guide.keeps_stock() {
        view.stock = (0..guide.products.len()).map(|index| stock(state, team, ProductId::at(index))).collect();
    }
    view
}

fn stock(state: &State, team: &Team, product: ProductId) -> StockView {
    let guide = &state.scenario.guide;
    let pieces = |lines: &[Line]| lines.iter().filter(|l| l.product == product).map(|l| l.quantity).sum::<u32>();
    let waiting = team.orders().filter(|(_, order)| order.waits()).filter_map(|(deal, _)| deal.quote.as_ref()).map(|quote| pieces(&quote.lines)).sum();
    StockView {
        product,
        unit_cost: goods::unit_cost(guide, product),
        on_hand: team.warehouse.stock.get(product.index()).copied().unwrap_or(0),
        arriving: team.warehouse.purchases.iter().filter(|p| p.product == product).map(|p| p.quantity).sum(),
        waiting,
        reserved: team
            .warehouse
            .reserved
            .iter()
            .filter_map(|&id| goods::of_deal(&state.scenario, team, state.world(team.id), id))
            .map(|lines| pieces(&lines))
            .sum(),
    }
}

fn deals<'a>(state: &State, team: &Team, deals: impl Iterator<Item = &'a Deal>) -> Vec<DealView> {
    let world = state.world(team.id);
    // nearly all have their need, and growing the list would copy them
    let mut list = Vec::with_capacity(deals.size_hint().1.unwrap_or(0));
    list.extend(deals.filter_map(|deal| world.need(deal.id).map(|need| one_deal(state, team, deal, need))));
    list
}

fn one_deal(state: &State, team: &Team, deal: &Deal, need: &Need) -> DealView {
    let guide = &state.scenario.guide;
    let customer = deal.id.customer;
    let relation = team.relation(customer);
    let tier = need_terms::deal_tier(&state.scenario, relation, deal);
    let confirmed = deal.stage >= 2;
    let shown = confirmed && deal.outcome.is_none();
    let class = guide.need_classes.get(need.class.index());
    DealView {
        id: deal.id,
        title: title(state, deal.id),
        stage: deal.stage,
        stage_since: deal.stage_since,
        seen: deal.seen,
        due: need.due,
        value: need_terms::value_at(&state.scenario, need, tier),
        class: confirmed.then_some(need.class),
        wants: if shown { class.map(|c| c.wants.clone()).unwrap_or_default() } else { Vec::new() },
        budget: if confirmed { need.budget } else { None },
        quantity: if confirmed { need.quantity } else { 0 },
        tier,
        suggested: if shown { need_terms::suggested_lines(&state.scenario, need, tier) } else { Vec::new() },
        support: deal.support,
        committee: state.customers.get(customer.index()).map_or(0.0, |traits| committee::support(&guide.rules, traits, relation, &deal.support)),
        promised: need_terms::promised_elsewhere(&state.scenario, team, deal.id),
        twin: need_terms::twin(&state.scenario, deal.id),
        contest: need_terms::contest_terms(&state.scenario, deal.id.source),
        demo: deal.demo,
        check: deal.check,
        design: deal.design,
        how: deal.how,
        quote: deal.quote.clone(),
        outcome: deal.outcome,
        order: deal.order,
    }
}

fn tickets(state: &State, team: &Team) -> Vec<TicketView> {
    let rules = &state.scenario.guide.rules.service;
    let open = team.service_desk.tickets.open().iter().filter(|t| t.state == TicketState::Open);
    open.map(|ticket| {
        let fresh = ticket.id.born == state.round;
        TicketView {
            id: ticket.id,
            title: ticket.scripted.and_then(|event| state.scenario.events.get(event.index())).map(|e| e.title.clone()),
            severity: ticket.severity,
            minutes: ticket.minutes,
            day: ticket.day,
            due_day: if fresh { ticket.day + queue::in_time_days(rules, ticket.severity, team.relation(ticket.id.customer).service.level) } else { 0 },
            rounds_open: state.round.since(ticket.id.born),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests;
