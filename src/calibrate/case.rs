//! A team that follows the case: what it does, card by card and month by month, and what came of it (docs/model.md#facts, F36).
//!
//! The steps are those of the teaching material (docs/cases.md#dell-and-new-era-network). They name customer and people as New Era's
//! scenario does; where a scenario has none of these, there is nothing to follow and the fact is left out.

use super::games::game;
use crate::bots::{Deals, Policy};
use crate::sim::apply;
use crate::sim::cards::{self, Action, Card};
use crate::sim::game::Game;
use crate::sim::journal::effect::Cause;
use crate::sim::planning::command::Command;
use crate::sim::resolve;
use crate::sim::scenario::{Happening, PriceTier, Scenario};
use crate::sim::state::{DealOutcome, MarketKind, Team};
use crate::sim::terms::{Intent, Opening, QueuePolicy, QuoteTerms};
use crate::sim::units::{ContactId, CustomerId, EventId, Fen, Minutes, Role, Seat, Source, TeamId};
use crate::sim::view::{View, view_now};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The case's own orders: trial, servers for the new site, workplaces for new hires, blades.
pub const ORDERS: usize = 4;

/// What a step puts into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To the fair.
    Exhibition,
    /// Need, budget, prospects.
    Qualify,
    /// The job advert on the web.
    Research,
    /// Tea or dinner with somebody (id of the contact), so many hours, about the open deal if there is one.
    Talk(&'static str, i32),
    /// A free check of the machines.
    FreeCheck,
    /// The next sensible steps of the open deal, so many hours, with an honest quote.
    Pursue(i32),
    /// Visits, so many hours.
    Care(i32),
    /// How content are they?
    Survey,
    /// A look before anything breaks.
    Check,
    /// The successor is introduced.
    Handover,
    /// An open discount to the firm in the place of a gift, in yuan.
    Rebate(i64),
}

/// A card of the case, in its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// From 1.
    pub month: u16,
    /// The order that it is a step to, by place among the four; None: it comes after them.
    pub order: Option<usize>,
    /// Who does it.
    pub role: Role,
    /// What is done.
    pub deed: Deed,
}

const fn step(month: u16, order: usize, role: Role, deed: Deed) -> Step {
    Step { month, order: Some(order), role, deed }
}

const fn after(month: u16, role: Role, deed: Deed) -> Step {
    Step { month, order: None, role, deed }
}

use Role::{AccountManager as Sales, Developer, Service};

/// What a team does that follows the case.
pub const STEPS: [Step; 38] = [
    // the fair; then a phone call, a visit, talks, and a small trial order
    step(1, 0, Developer, Deed::Exhibition),
    step(2, 0, Developer, Deed::Qualify),
    step(2, 0, Sales, Deed::Pursue(60)),
    step(3, 0, Sales, Deed::Pursue(60)),
    // afternoon tea with the CEO, a free check of the PCs; then the servers
    step(4, 1, Sales, Deed::Talk("ceo", 4)),
    step(4, 1, Sales, Deed::FreeCheck),
    step(4, 1, Service, Deed::Care(8)),
    step(4, 1, Service, Deed::Survey),
    step(5, 1, Sales, Deed::Pursue(60)),
    step(5, 1, Service, Deed::Care(8)),
    step(5, 1, Service, Deed::Check),
    step(6, 1, Sales, Deed::Pursue(50)),
    // the job advert; dinner with Ms Han and Mr Lu; fifty workplaces
    step(6, 2, Developer, Deed::Research),
    step(6, 2, Sales, Deed::Talk("han", 4)),
    step(6, 2, Sales, Deed::Talk("lu", 4)),
    step(6, 2, Service, Deed::Care(8)),
    step(6, 2, Service, Deed::Check),
    step(7, 2, Sales, Deed::Pursue(70)),
    step(7, 2, Service, Deed::Care(8)),
    step(7, 2, Service, Deed::Survey),
    // the tip; everybody is heard; the quote when they have become a senior customer
    step(8, 3, Sales, Deed::Talk("ceo", 6)),
    step(8, 3, Sales, Deed::Talk("cto", 6)),
    step(8, 3, Sales, Deed::Talk("lu", 6)),
    step(8, 3, Sales, Deed::Talk("han", 6)),
    step(8, 3, Service, Deed::Care(8)),
    step(8, 3, Service, Deed::Check),
    step(9, 3, Sales, Deed::Pursue(80)),
    step(9, 3, Service, Deed::Care(8)),
    step(9, 3, Service, Deed::Survey),
    // Wang has left: the successor is introduced, the machines are put right, the year is closed without a gift
    after(10, Sales, Deed::Handover),
    after(10, Sales, Deed::Talk("ceo", 4)),
    after(10, Service, Deed::Care(8)),
    after(11, Sales, Deed::Pursue(60)),
    after(11, Sales, Deed::Rebate(2_000)),
    after(11, Service, Deed::Care(8)),
    after(11, Service, Deed::Survey),
    after(12, Sales, Deed::Pursue(60)),
    after(12, Service, Deed::Care(8)),
];

/// Hours for everybody else, every month: prospecting, and the queue.
const PROSPECT: i32 = 40;
const QUEUE: i32 = 80;

/// Ways to lose the main customer, each for a reason of its own (F38): to a rival, by the salesman's leaving, by missing service.
pub const EARNS: [fn() -> Policy; 3] = [
    // sells the first order, is seldom seen again and waits to be asked for the next
    || Policy { deals: Deals::FirstOrders, care: 8, sales_care: 0, ..Policy::balanced() },
    // everything hangs on one person, who writes nothing down and introduces nobody
    || Policy { write_up: 0.0, handover: false, ..Policy::balanced() },
    || Policy { queue: 0, customs: false, ..Policy::balanced() },
];

/// The reasons that count as each.
pub const EARNED: [&[Cause]; 3] = [
    &[Cause::BetterOffer, Cause::PriceWar, Cause::SoldByRival],
    &[Cause::Resigned],
    &[Cause::TicketUnanswered, Cause::CustomerLoss, Cause::SilentFailure, Cause::TicketLate],
];

/// The customer's id in the scenario.
const HERO: &str = "new_era";

/// What came of following the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// Which of the orders were won.
    pub won: [bool; ORDERS],
    /// Whether all steps to each could be taken.
    pub taken: [bool; ORDERS],
    /// The last of the orders was won at the senior price.
    pub senior: bool,
}

/// The events of the case's own orders: the needs of its customer whose luck the scenario has scaled down.
#[must_use]
pub fn own_orders(scenario: &Scenario, hero: CustomerId) -> Vec<EventId> {
    let own = |what: &Happening| matches!(what, Happening::Need(need) if need.customer == hero && need.luck < 1.0);
    scenario.events.iter().enumerate().filter(|(_, event)| own(&event.what)).map(|(place, _)| EventId::at(place)).collect()
}

/// Which of these orders a team has won, and at which price tier.
pub(super) fn won(team: &Team, orders: &[EventId]) -> Vec<Option<PriceTier>> {
    let tier = |&event: &EventId| {
        let deal = team.deals.iter().find(|deal| deal.id.source == Source::Scripted(event) && matches!(deal.outcome, Some(DealOutcome::Won(_))))?;
        deal.quote.as_ref().map(|quote| quote.tier)
    };
    orders.iter().map(tier).collect()
}

/// Follows the case on a board; None where the scenario does not tell it.
#[must_use]
pub fn follow(scenario: &Arc<Scenario>, seed: u64) -> Option<Followed> {
    let hero = CustomerId::at(scenario.customers.iter().position(|c| &*c.id == HERO)?);
    let orders = own_orders(scenario, hero);
    if orders.len() != ORDERS {
        return None;
    }
    let mut state = game(scenario, seed, MarketKind::Mirror, scenario.guide.rounds, 1);
    let mut followed = Followed { taken: [true; ORDERS], ..Followed::default() };
    say(&mut state, Developer, Command::Opening(Opening::Blank));
    while !state.over() {
        plan_month(&mut state, hero, &mut followed);
        resolve(&mut state);
    }
    let tiers = won(&state.teams[0], &orders);
    followed.won = std::array::from_fn(|place| tiers[place].is_some());
    followed.senior = tiers[ORDERS - 1] == Some(PriceTier::Senior);
    Some(followed)
}

/// Whether the rules took the command.
fn say(state: &mut Game, role: Role, command: Command) -> bool {
    apply(state, Seat { team: TeamId(0), role }, command).is_ok()
}

fn put(state: &mut Game, role: Role, action: Action) -> bool {
    say(state, role, Command::Add(Card { action, write_up: true }))
}

fn plan_month(state: &mut Game, hero: CustomerId, followed: &mut Followed) {
    let month = state.round.0;
    for step in STEPS.iter().filter(|step| step.month == month) {
        let view = view_now(state, Seat { team: TeamId(0), role: step.role });
        let taken = action(&view, &state.scenario.clone(), hero, step.deed).is_some_and(|action| put(state, step.role, action));
        if let Some(order) = step.order {
            followed.taken[order] &= taken;
        }
    }
    put(state, Service, Action::Queue(cards::Queue { time: Minutes::from_hours(QUEUE), policy: QueuePolicy::Severity }));
    put(state, Developer, Action::Prospect(cards::Prospect { time: Minutes::from_hours(PROSPECT) }));
    put(state, Sales, Action::Forecast(cards::Forecast));
    say(state, Sales, Command::FillTasks);
}

/// The card of a deed as things stand; None where there is nothing to do it to.
fn action(view: &View, scenario: &Scenario, hero: CustomerId, deed: Deed) -> Option<Action> {
    let customers = vec![hero];
    let deal = view.open_deals(hero).next().map(|deal| deal.id);
    Some(match deed {
        Deed::Exhibition => Action::Exhibition(cards::Exhibition),
        Deed::Qualify => Action::Qualify(cards::Qualify { customers }),
        Deed::Research => Action::Research(cards::Research { customers }),
        Deed::Talk(who, hours) => {
            let contact = scenario.customers[hero.index()].contacts.iter().position(|c| &*c.id == who)?;
            let contact = ContactId::at(contact);
            let style = view.customer(hero)?.style_for(contact);
            Action::Call(cards::Call { customer: hero, contact, deal, style, intent: Intent::Ask, time: Minutes::from_hours(hours) })
        }
        Deed::FreeCheck => Action::FreeCheck(cards::FreeCheck { customer: hero }),
        Deed::Pursue(hours) => {
            let time = Minutes::from_hours(hours);
            Action::Pursue(cards::Pursue { deal: deal?, terms: QuoteTerms::default(), intent: Intent::Ask, time })
        }
        Deed::Care(hours) => Action::Care(cards::Care { visits: vec![(hero, Minutes::from_hours(hours))] }),
        Deed::Survey => Action::Survey(cards::Survey { customers }),
        Deed::Check => Action::Check(cards::Check { customers }),
        Deed::Handover => Action::Handover(cards::Handover { customers }),
        Deed::Rebate(yuan) => Action::Rebate(cards::Rebate { customer: hero, amount: Fen::yuan(yuan) }),
    })
}
