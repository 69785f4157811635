//! A small catalogue and a small game for unit tests.

use super::rules::Rules;
use super::scenario::{
    BuyingRole, ContactDef, CustomerDef, EventDef, Finder, Guide, Happening, Line, MAX_ATTRIBUTES, MarketDef, Named, NeedClass, NeedDef, Product, Scenario,
    Severity, Style, Text, TicketDef, Want,
};
use super::setup::Setup;
use super::state::{MarketKind, Recording, State};
use super::units::{CustomerId, Fen, IndustryId, Minutes, NeedClassId, ProductId, Role, Seat, TeamId};
use std::sync::Arc;

pub fn text(words: &str) -> Text {
    Text { en: words.into(), zh: words.into() }
}

pub fn line(product: u8, quantity: u32, yuan: i64) -> Line {
    Line { product: ProductId(product), quantity, price: Fen::yuan(yuan) }
}

/// Two products: the first weak in the second attribute (60, 30), the second good at both (60, 90).
pub fn guide() -> Guide {
    let named = |id: &str| Named { id: id.into(), name: text(id) };
    let product = |id: &str, list: i64, tiers: [i64; 4], both: [f64; 2]| {
        let mut attributes = [0.0; MAX_ATTRIBUTES];
        attributes[..2].copy_from_slice(&both);
        Product { id: id.into(), name: text(id), list_price: Fen::yuan(list), tier_prices: tiers.map(Fen::yuan), attributes }
    };
    Guide {
        id: "test".into(),
        title: text("test"),
        summary: text(""),
        lesson: text(""),
        start_year: 2012,
        start_month: 1,
        rounds: 12,
        least_rounds: 6,
        opening_cash: Fen::yuan(500_000),
        rules: Rules::default(),
        industries: vec![named("web"), named("trade")],
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
        }],
        rivals: vec![named("rival-1"), named("rival-2")],
        staff: [text("D"), text("A"), text("S")],
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
    };
    let need = |lines: Vec<Line>, hidden: Vec<Finder>, trial: bool| {
        Happening::Need(NeedDef {
            customer: CustomerId(0),
            class: NeedClassId(0),
            quantity: lines.iter().map(|l| l.quantity).sum(),
            lines,
            budget: Some(Fen::yuan(150_000)),
            hidden,
            decides_after: 2,
            trial,
        })
    };
    let event = |id: &str, round: u16, what: Happening| EventDef { id: id.into(), round, title: text(id), body: text(id), what };
    let ticket = TicketDef { customer: CustomerId(0), class: Severity::Critical, minutes: Minutes::hours(24), day: 5, after: None, loss: Fen::yuan(200_000) };
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
            contact_names: vec![text("Li"), text("Wu"), text("Xu")],
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
pub fn game(seed: u64, teams: usize) -> State {
    let teams = (0..teams).map(|i| format!("team {i}")).collect();
    State::new(scenario(), &Setup { seed, market: MarketKind::Mirror, rounds: 12, teams, recording: Recording::Full })
}

pub fn seat(team: u8, role: Role) -> Seat {
    Seat { team: TeamId(team), role }
}
