//! A small catalogue and a small game for unit tests.

use crate::sim::cards::{Action, Call, Home, Playing};
use crate::sim::game::Game;
use crate::sim::journal::Recording;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{BidTerm, Happened, TeamReport, Utility};
use crate::sim::luck::draw::Actor;
use crate::sim::month::news;
use crate::sim::parameters::Rules;
use crate::sim::people::pool::Lots;
use crate::sim::prospecting::walk_ins::Reception;
use crate::sim::scenario::roster::Roster;
use crate::sim::scenario::{
    BuyingRole, ContactDef, Custom, CustomerDef, Echo, EventDef, Finder, Guide, Happening, Investment, Line, MAX_ATTRIBUTES, MAX_CONTACTS, MarketDef, Medium,
    Named, NeedClass, NeedDef, PriceTier, Product, Response, Scenario, Severity, Style, Supply, Text, TicketDef, Want,
};
use crate::sim::selling::calls::Talks;
use crate::sim::setup::Setup;
use crate::sim::state::backlog::Backlog;
use crate::sim::state::{Compliance, Customer, CustomerCard, Deal, MarketKind, Need, Quote, Relation, Ticket, TicketState};
use crate::sim::terms::{Payment, Phase, Revealed, ServiceLevel, Winner};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Fen, IndustryId, Minutes, NeedClassId, NeedId, ProductId, Role, Round, Seat, Source, TeamId, TicketId};
use std::sync::Arc;

/// A deal lost to `winner` with this chance, and nothing more to be said of it than where the bid was weak.
pub fn not_won(deal: NeedId, winner: Winner, chance: f64, weak: Option<BidTerm>) -> Happened {
    let utility = Utility::default();
    Happened::NotWon { deal, winner, utility, chance, unseen: None, weak, room: None, advantage: None, field: Vec::new() }
}

pub fn text(words: &str) -> Text {
    Text::new(words, words)
}

pub fn line(product: u8, quantity: u32, yuan: i64) -> Line {
    Line { product: ProductId(product), quantity, price: Fen::yuan(yuan) }
}

/// Brings 4 leads in the first industry and 8 in the second at the most; 63 % of them for 10,000 yuan.
fn medium(id: &str, echo: Option<Echo>) -> Medium {
    let response = [4.0, 8.0].map(|leads| Response { leads, scale: Fen::yuan(10_000) });
    Medium { id: id.into(), name: text(id), response: response.to_vec(), echo }
}

/// Two products: the first weak in the second attribute (60, 30), the second good at both (60, 90).
pub fn guide() -> Guide {
    let named = |id: &str| Named { id: id.into(), name: text(id) };
    let product = |id: &str, list: i64, tiers: [i64; 4], both: [f64; 2]| {
        let mut attributes = [0.0; MAX_ATTRIBUTES];
        attributes[..2].copy_from_slice(&both);
        Product { id: id.into(), name: text(id), list_price: Fen::yuan(list), tier_prices: tiers.map(Fen::yuan), unit_cost: None, stock: 0, attributes }
    };
    Guide {
        id: "test".into(),
        luck: 1,
        title: text("test"),
        summary: text(""),
        lesson: text(""),
        start_year: 2012,
        start_month: 1,
        rounds: 12,
        least_rounds: 6,
        opening_cash: Fen::yuan(500_000),
        mean_order: Fen::yuan(99_000),
        supply: Supply::AtHand,
        rules: Rules::default(),
        industries: vec![named("web"), named("trade")],
        speaks: Vec::new(),
        attributes: vec![named("office"), named("graphics")],
        products: vec![
            product("plain", 5_999, [5_000, 5_500, 5_400, 5_300], [60.0, 30.0]),
            product("strong", 8_000, [6_600, 7_000, 6_900, 6_800], [60.0, 90.0]),
        ],
        need_classes: vec![NeedClass {
            id: "office".into(),
            name: text("office"),
            wants: vec![Want { attribute: 0, required: 60.0, weight: 1.0 }],
            product: ProductId(0),
            share: 1.0,
            single: false,
            contract: None,
        }],
        rivals: vec![named("rival-1"), named("rival-2")],
        channels: Vec::new(),
        currency: text("¥"),
        roster: Roster::default(),
        staff: [text("D"), text("A"), text("S"), Text::default(), Text::default()],
        media: vec![medium("mail", None), medium("wechat", Some(Echo { factor: 2.0, rounds: 2 }))],
        investments: Investment::ALL.to_vec(),
        custom: Custom::default(),
        words: Vec::new(),
        newcomers: vec![text("N"), text("O")],
    }
}

/// A small New Era: round 1 has an exhibition, 2 a trial need, 3 a hidden one behind a free check, 4 a critical ticket.
pub fn scenario() -> Arc<Scenario> {
    let contact = |id: &str, role, style| ContactDef { id: id.into(), name: text(id), role, style };
    let new_era = CustomerDef {
        id: "new-era".into(),
        name: text("New Era"),
        token: text("NE"),
        profile: text("young"),
        industry: IndustryId(0),
        need_rate: 0.2,
        order_value: Fen::yuan(400_000),
        equity_value: Fen::yuan(400_000),
        equity_rate: 0.33,
        price_sensitivity: 1.0,
        service_sensitivity: 1.0,
        incumbent: None,
        contacts: vec![
            contact("ceo", BuyingRole::DecisionMaker, Style::D),
            contact("han", BuyingRole::User, Style::C),
            contact("lu", BuyingRole::Purchaser, Style::B),
            contact("cto", BuyingRole::Gatekeeper, Style::A),
        ],
        known_at_start: false,
        orders_at_start: 0,
        at_exhibition: true,
        calls: Some((2, 25.0)),
        key_account: true,
        stochastic_needs: false,
        contract: None,
    };
    let need = |lines: Vec<Line>, hidden: Vec<Finder>, trial: bool| {
        Happening::Need(NeedDef {
            customer: CustomerId(0),
            class: NeedClassId(0),
            quantity: lines.iter().map(|l| l.quantity).sum(),
            lines,
            by_tier: false,
            luck: 1.0,
            rivals: 0.0,
            budget: Some(Fen::yuan(150_000)),
            hidden,
            decides_after: 2,
            trial,
            instead_of: None,
        })
    };
    let event = |id: &str, round: u16, what: Happening| EventDef { id: id.into(), round, title: text(id), body: text(id), what };
    let ticket =
        TicketDef { customer: CustomerId(0), class: Severity::Critical, minutes: Minutes::from_hours(24), day: 5, after: None, loss: Fen::yuan(200_000) };
    Arc::new(Scenario {
        guide: Arc::new(guide()),
        customers: vec![new_era],
        market: MarketDef {
            customers: 20,
            sigma: 1.5,
            mean_order: Fen::yuan(99_000),
            need_rate: 0.238,
            known: 6,
            installed: 3,
            names: vec![(text("Alpha"), text("A"))],
            name_parts: [Vec::new(), Vec::new()],
            contact_names: vec![text("Li"), text("Wu"), text("Xu")],
            contact_parts: [Vec::new(), Vec::new()],
            committee: vec![BuyingRole::DecisionMaker, BuyingRole::Gatekeeper, BuyingRole::User, BuyingRole::Purchaser],
            sensitivity_spread: [0.0, 0.0],
            segments: Vec::new(),
            walk_ins: None,
        },
        events: vec![
            event("exhibition", 1, Happening::Exhibition),
            event("trial", 2, need(vec![line(0, 20, 5_000)], Vec::new(), true)),
            event("hidden", 3, need(vec![line(1, 10, 6_600)], vec![Finder::FreeCheck], false)),
            event("overload", 4, Happening::Ticket(ticket)),
            event("wang", 5, Happening::Resigns(Role::AccountManager)),
        ],
        fictional: Vec::new(),
    })
}

/// A game of that scenario with as many teams in mirror markets.
pub fn game(seed: u64, teams: usize) -> Game {
    let teams = (0..teams).map(|i| format!("team {i}")).collect();
    Game::new(scenario(), &Setup { seed, luck: seed, market: MarketKind::Mirror, compliance: Compliance::Show, rounds: 12, teams, recording: Recording::Full })
}

pub fn seat(team: u8, role: Role) -> Seat {
    Seat { team: TeamId(team), role }
}

/// New Era Network of [`scenario`]: contacts are CEO, user, purchaser, gatekeeper.
pub const HERO: CustomerId = CustomerId(0);
/// A customer of the generated market: contacts are decision maker, gatekeeper, user, purchaser.
pub const ALPHA: CustomerId = CustomerId(1);

/// A game of one team that knows nobody, has heard of nothing and has no plan: a test adds what it is about.
pub fn bare(seed: u64) -> Game {
    let mut state = game(seed, 1);
    let stranger = Relation::new(&state.scenario.guide.rules);
    let team = &mut state.teams[0];
    team.relations.fill(stranger);
    team.deals = Backlog::new();
    team.service_desk.tickets = Backlog::new();
    state.desks[0].plan.clear();
    state.journal.teams[0].report = TeamReport::default();
    state.worlds[0].needs = Backlog::new();
    state
}

/// What players may read of the scenario, to be changed.
pub fn guide_of(state: &mut Game) -> &mut Guide {
    Arc::make_mut(&mut Arc::make_mut(&mut state.scenario).guide)
}

pub fn rules(state: &mut Game) -> &mut Rules {
    &mut guide_of(state).rules
}

pub fn traits(state: &mut Game, id: CustomerId) -> &mut Customer {
    &mut Arc::make_mut(&mut state.customers)[id.index()]
}

/// The same, of what is on its card.
pub fn card_of(state: &mut Game, id: CustomerId) -> &mut CustomerCard {
    Arc::make_mut(&mut traits(state, id).card)
}

pub fn event(state: &mut Game, index: usize) -> &mut Happening {
    &mut Arc::make_mut(&mut state.scenario).events[index].what
}

/// Opens `round` with its news, needs and tickets.
pub fn open(state: &mut Game, round: u16) {
    state.round = Round(round);
    news::open_round(state);
}

pub fn relation(state: &mut Game, id: CustomerId) -> &mut Relation {
    &mut state.teams[0].relations[id.index()]
}

pub fn lead(state: &mut Game, id: CustomerId) -> &mut Relation {
    let relation = relation(state, id);
    relation.phase = Phase::Awareness;
    relation
}

/// A customer with `orders` won from the first team, the last in the month before.
pub fn buyer(state: &mut Game, id: CustomerId, orders: u16) -> &mut Relation {
    let before = Round(state.round.0.saturating_sub(1));
    let relation = relation(state, id);
    (relation.phase, relation.history.orders, relation.history.won, relation.classification.qualified) = (Phase::Exploration, orders, orders, true);
    (relation.history.last_order, relation.history.last_amount) = (Some(before), Fen::yuan(100_000));
    relation
}

/// Ids of all customers but the named one.
pub fn generated(state: &Game) -> impl Iterator<Item = CustomerId> + use<> {
    (state.scenario.customers.len()..state.customers.len()).map(CustomerId::at)
}

/// An open deal over 20 plain products at market price (110,000 yuan), decided this round.
pub fn deal(state: &mut Game, customer: CustomerId, stage: u8) -> NeedId {
    let born = Round(state.round.0.saturating_sub(1));
    let id = NeedId { customer, born, source: Source::Stochastic };
    let (value, due) = (Fen::yuan(110_000), state.round);
    let luck = state.luck.opportunity(Actor::WORLD, id);
    state.worlds[0].needs.push(Need { id, class: NeedClassId(0), quantity: 20, value, budget: None, due, winner: None, luck });
    state.teams[0].deals.push(Deal {
        id,
        seen: born,
        stage,
        stage_since: born,
        support: [0.0; MAX_CONTACTS],
        demo: false,
        check: false,
        design: 0.0,
        how: Revealed::Open,
        quote: None,
        outcome: None,
        order: None,
        interactions: 0,
    });
    id
}

pub fn deal_of(state: &mut Game, id: NeedId) -> &mut Deal {
    state.teams[0].deal_mut(id).expect("the deal is there")
}

/// The deal of [`deal`] quoted at tier price, with everybody half won over (M = .5).
pub fn quoted(state: &mut Game, customer: CustomerId) -> NeedId {
    let id = deal(state, customer, 5);
    let round = state.round;
    let deal = deal_of(state, id);
    deal.support = [0.5; MAX_CONTACTS];
    deal.quote = Some(Quote {
        round,
        lines: vec![line(0, 20, 5_500)],
        tier: PriceTier::Market,
        price: Fen::yuan(110_000),
        tier_price: Fen::yuan(110_000),
        list_price: Fen::yuan(119_980),
        fit: 0.0,
        promise: 0.0,
        service: ServiceLevel::Standard,
        written_up: false,
        delivery: round,
        express: false,
        payment: Payment::OnDelivery,
    });
    id
}

/// An open ticket of this round with the work of its class.
pub fn ticket(state: &mut Game, customer: CustomerId, severity: Severity, day: u16) -> &mut Ticket {
    let minutes = state.scenario.guide.rules.service.class_hours[severity.index()];
    let id = TicketId { customer, born: state.round, source: Source::Stochastic };
    let ticket = Ticket { id, severity, minutes, size: minutes, day, started: None, state: TicketState::Open, loss: Fen::ZERO, scripted: None };
    let tickets = &mut state.teams[0].service_desk.tickets;
    tickets.push(ticket);
    tickets.last_mut().expect("just pushed")
}

/// What the first team has been told this round, as far as `pick` takes it.
pub fn told<T>(state: &Game, pick: impl Fn(&Happened) -> Option<T>) -> Vec<T> {
    state.journal.teams[0].report.happened.iter().filter_map(pick).collect()
}

/// Entries of a kind in the first team's ledger.
pub fn booked(state: &Game, kind: EntryKind) -> Vec<Fen> {
    state.teams[0].books.ledger.entries.iter().filter(|e| e.kind == kind).map(|e| e.amount).collect()
}

/// How often something happens on 200 boards; `trial` adds hits and tries.
pub fn share(mut trial: impl FnMut(Game) -> (usize, usize)) -> f64 {
    let (hits, tries) = (0..200).map(|seed| trial(bare(seed))).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    hits as f64 / tries as f64
}

#[track_caller]
pub fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

/// For shares of many draws: within `tolerance`.
#[track_caller]
pub fn about(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() < tolerance, "{found}, not about {expected}");
}

/// The cards as tests speak of them: carried out at once, by the role whose work they are.
impl Turn<'_> {
    /// Carries a card out; false if something was lacking.
    pub fn play(&mut self, action: impl Into<Action>, write_up: bool) -> bool {
        let action = action.into();
        let home = match action.home() {
            Home::Roles(roles) => roles[0],
            Home::Anybody => Role::AccountManager,
            Home::Only(role) => role,
        };
        let failed = |turn: &Turn<'_>| turn.journal.report.happened.iter().filter(|h| matches!(h, Happened::CardFailed { .. })).count();
        let before = failed(self);
        self.play_as(home, action, write_up);
        failed(self) == before
    }

    /// The same by a role of one's choice.
    pub fn play_as(&mut self, role: Role, action: impl Into<Action>, write_up: bool) -> Reception {
        let (lots, mut talks, mut reception) = (Lots::default(), Talks::default(), Reception::default());
        let before = self.performer.replace(self.scenario.guide.acting(role));
        let mut month =
            Playing { role: self.scenario.guide.acting(role), write_up, lots: &lots, talks: &mut talks, reception: &mut reception, expected: Fen::ZERO };
        action.into().play(self, &mut month);
        self.performer = before;
        reception
    }
}

impl Turn<'_> {
    /// A talk in a month in which the person has been spoken to `nth` times.
    pub(crate) fn call(&mut self, call: &Call, written_up: bool, nth: u16) -> bool {
        let mut talks = Talks::default();
        (0..nth).for_each(|_| talks.note(call.customer, call.contact, None));
        self.speak(call, written_up, &mut talks)
    }
}
