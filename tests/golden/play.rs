//! Playing by hand in a test: a month is a few lines that name customers and contacts as the scenario does.
//!
//! A person plays all three roles of one team, a bot team plays beside it. Every decision must be accepted; a refused one
//! stops the test with the reason. What happened is told month by month, about the customer of the case and the money.

use super::tell;
use rapport::bots::BotKind;
use rapport::room::{Act, Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card};
use rapport::sim::game::Game;
use rapport::sim::journal::report::Happened;
use rapport::sim::knowledge::StockView;
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind, Team};
use rapport::sim::terms::Phase;
use rapport::sim::terms::{Intent, Level, QueuePolicy, QuoteTerms, ServiceLevel};
use rapport::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, ProductId, Role, Seat, TeamId};
use rapport::sim::view::View;

pub const TEAM: TeamId = TeamId(0);

/// A game in progress, and its story so far.
pub struct Play {
    pub room: Room,
    story: String,
    /// The customer the story is about.
    hero: CustomerId,
}

/// The month being planned. Every method puts one card into the plan of the role it belongs to.
pub struct Plan<'a> {
    play: &'a mut Play,
}

impl Play {
    /// A new game of a built-in case, told about one named customer.
    pub fn new(case: &str, seed: u64, hero: &str) -> Play {
        let teams = vec![TeamSetup::of_people("We"), TeamSetup::of_bots("balanced", BotKind::Balanced)];
        let setup = Setup { seed, luck: seed, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
        let text = scenario::embedded().iter().find(|(file, _)| file.strip_suffix(".ron") == Some(case)).unwrap().1;
        let room = Room::new(text, setup).unwrap();
        let hero = customer(&room, hero);
        Play { room, story: String::new(), hero }
    }

    /// Plans a month from blank, submits, resolves, and tells what happened.
    pub fn month(&mut self, plan: impl FnOnce(&mut Plan<'_>)) {
        for role in self.roles() {
            self.send(role, Command::Clear);
        }
        plan(&mut Plan { play: self });
        self.close();
    }

    /// Hands in the month as it opened, with the cards of the relationship levels.
    pub fn untouched_month(&mut self) {
        self.close();
    }

    fn close(&mut self) {
        let round = self.room.round();
        let (year, month) = self.room.scenario().guide.calendar(round);
        self.story += &format!("== {year}-{month:02}\n");
        let view = self.view();
        for card in &view.plan {
            self.story += &format!("  plan  {}\n", tell::card(&self.room, card));
        }
        for role in self.roles() {
            self.act(role, Act::Submit);
        }
        let happened = self.room.resolve().unwrap().teams[TEAM.index()].happened.clone();
        for what in happened {
            if let Some(line) = tell::happened(&self.room, &what, self.hero) {
                self.story += &format!("  >     {line}\n");
            }
        }
        self.story += &tell::standing(&self.room, self.hero);
    }

    fn roles(&self) -> Vec<Role> {
        self.room.scenario().guide.roles().to_vec()
    }

    /// The story to the end, with the score.
    pub fn story(&self) -> String {
        let score = self.room.score(TEAM);
        let parts = format!("{:.0}+{:.0}+{:.0}+{:.0}+{:.0}", score.contribution, score.equity, score.relations, score.forecast_hygiene, score.compliance);
        format!("{}== end\n  score {:.0} = {parts}\n", self.story, score.total)
    }

    pub fn send(&mut self, role: Role, command: Command) {
        self.act(role, Act::Do(command));
    }

    fn act(&mut self, role: Role, act: Act) {
        let said = format!("{act:?}");
        let round = self.room.round().0;
        if let Err(refusal) = self.room.send(self.room.now(Seat { team: TEAM, role }, act)) {
            panic!("round {round}, {role:?}: {refusal:?}: {said}\n\nThe story so far:\n{}", self.story);
        }
    }

    pub fn view(&self) -> View {
        self.room.view(Seat { team: TEAM, role: Role::AccountManager }).unwrap()
    }

    pub fn truth(&self) -> &Game {
        self.room.truth()
    }

    pub fn team(&self) -> &Team {
        &self.truth().teams[TEAM.index()]
    }

    /// Amounts of the hero's orders in yuan, in their order.
    pub fn orders(&self) -> Vec<i64> {
        let rounds = (1..self.room.round().0).filter_map(|round| self.room.report(rapport::sim::units::Round(round)));
        let happened = rounds.flat_map(|report| &report.teams[TEAM.index()].happened);
        let won = happened.filter_map(|what| match what {
            Happened::Won { deal, amount, .. } if deal.customer == self.hero => Some(amount.0 / 100),
            _ => None,
        });
        won.collect()
    }

    /// Whether the hero is still a customer.
    pub fn kept(&self) -> bool {
        self.team().relation(self.hero).phase != Phase::Lost
    }
}

/// The place of a named customer.
fn customer(room: &Room, id: &str) -> CustomerId {
    CustomerId::at(room.scenario().customers.iter().position(|def| &*def.id == id).unwrap_or_else(|| panic!("no customer {id}")))
}

impl Plan<'_> {
    pub fn customer(&self, id: &str) -> CustomerId {
        customer(&self.play.room, id)
    }

    fn contact(&self, customer: CustomerId, id: &str) -> ContactId {
        let def = &self.play.room.scenario().customers[customer.index()];
        ContactId::at(def.contacts.iter().position(|contact| &*contact.id == id).unwrap_or_else(|| panic!("no contact {id}")))
    }

    /// The open deal of a customer that was seen last.
    pub fn deal(&self, id: &str) -> NeedId {
        self.open_deal(id).unwrap_or_else(|| panic!("no open deal of {id}\n\nThe story so far:\n{}", self.play.story))
    }

    pub fn open_deal(&self, id: &str) -> Option<NeedId> {
        self.play.view().open_deals(self.customer(id)).last().map(|deal| deal.id)
    }

    pub fn view(&self) -> View {
        self.play.view()
    }

    pub fn say(&mut self, role: Role, command: Command) {
        self.play.send(role, command);
    }

    pub fn card(&mut self, role: Role, action: Action) {
        self.say(role, Command::Add(Card { action, write_up: true }));
    }

    /// A card that nobody writes up.
    pub fn unrecorded(&mut self, role: Role, action: Action) {
        self.say(role, Command::Add(Card { action, write_up: false }));
    }

    pub fn level(&mut self, id: &str, level: Level) {
        let customer = self.customer(id);
        self.say(Role::AccountManager, Command::Level(customer, level));
    }

    // developer

    pub fn exhibition(&mut self) {
        self.card(Role::Developer, Action::Exhibition(cards::Exhibition));
    }

    pub fn prospect(&mut self, hours: i32) {
        self.card(Role::Developer, Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }));
    }

    pub fn qualify(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::Developer, Action::Qualify(cards::Qualify { customers }));
    }

    pub fn research(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::Developer, Action::Research(cards::Research { customers }));
    }

    // account manager

    /// A call on one contact about the open deal, if there is one, in the contact's own way of thinking.
    pub fn call(&mut self, id: &str, contact: &str, hours: i32, intent: Intent) {
        let customer = self.customer(id);
        let contact = self.contact(customer, contact);
        let style = self.play.room.scenario().customers[customer.index()].contacts[contact.index()].style;
        let deal = self.open_deal(id);
        self.card(Role::AccountManager, Action::Call(cards::Call { customer, contact, deal, style, intent, time: Minutes::from_hours(hours) }));
    }

    pub fn demo(&mut self, id: &str) {
        let deal = self.deal(id);
        self.card(Role::AccountManager, Action::Demo(cards::Demo { deal }));
    }

    /// Whoever else wants to buy, best first, a few hours each; the hero's deals are left to their own cards.
    pub fn sell_to_all(&mut self, except: &str, deals: usize, hours: i32) {
        let (hero, view) = (self.customer(except), self.view());
        let lost = |id: CustomerId| view.customer(id).is_none_or(|customer| customer.lost.is_some() || customer.pooled.is_some());
        let mut open: Vec<_> = view.deals.iter().filter(|deal| deal.open() && deal.id.customer != hero && !lost(deal.id.customer)).collect();
        open.sort_by_key(|deal| std::cmp::Reverse((deal.stage, deal.value)));
        let deals: Vec<_> = open.iter().take(deals).map(|deal| (deal.id, Minutes::from_hours(hours))).collect();
        if !deals.is_empty() {
            self.card(Role::AccountManager, Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask }));
        }
    }

    /// Buys as much of a product as is missing from `stock` free pieces.
    pub fn fill_up(&mut self, product: &str, stock: i64) {
        let place = self.play.room.scenario().guide.products.iter().position(|known| &*known.id == product);
        let product = ProductId::at(place.unwrap_or_else(|| panic!("no product {product}")));
        let free = self.view().goods.stock.iter().find(|of| of.product == product).map_or(0, StockView::free);
        if let Ok(quantity @ 1..) = u32::try_from(stock - free) {
            self.card(Role::AccountManager, Action::Purchase(cards::Purchase { product, quantity, express: false }));
        }
    }

    pub fn take_from_pool(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::AccountManager, Action::TakeFromPool(cards::TakeFromPool { customers }));
    }

    pub fn give_to_pool(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::AccountManager, Action::GiveToPool(cards::GiveToPool { customers }));
    }

    pub fn assign(&mut self, id: &str, owner: u8) {
        let customer = self.customer(id);
        self.say(Role::AccountManager, Command::Assign(customer, owner));
    }

    pub fn free_check(&mut self, id: &str) {
        let customer = self.customer(id);
        self.card(Role::AccountManager, Action::FreeCheck(cards::FreeCheck { customer }));
    }

    /// The goods that fit at tier price, and an honest promise: the case's quote.
    pub fn quote(&mut self, id: &str) {
        let deal = self.deal(id);
        self.card(Role::AccountManager, Action::Quote(cards::Quote { deal, terms: QuoteTerms::default() }));
    }

    /// The next sensible steps of the open deal, with an honest quote.
    pub fn pursue(&mut self, id: &str, hours: i32) {
        self.pursue_promising(id, hours, 0.0);
    }

    pub fn pursue_promising(&mut self, id: &str, hours: i32, promise: f64) {
        let deal = self.deal(id);
        let terms = QuoteTerms { promise, service: ServiceLevel::Standard, ..QuoteTerms::default() };
        self.card(Role::AccountManager, Action::Pursue(cards::Pursue { deal, terms, intent: Intent::Ask, time: Minutes::from_hours(hours) }));
    }

    pub fn care(&mut self, role: Role, id: &str, hours: i32) {
        let visits = vec![(self.customer(id), Minutes::from_hours(hours))];
        self.card(role, Action::Care(cards::Care { visits }));
    }

    pub fn gift(&mut self, id: &str, contact: &str, yuan: i64) {
        let customer = self.customer(id);
        let contact = self.contact(customer, contact);
        self.card(Role::AccountManager, Action::Gift(cards::Gift { customer, contact, amount: Fen::yuan(yuan) }));
    }

    pub fn handover(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::AccountManager, Action::Handover(cards::Handover { customers }));
    }

    pub fn forecast(&mut self) {
        self.card(Role::AccountManager, Action::Forecast(cards::Forecast));
    }

    // everybody

    /// At the door, if anybody is to be expected.
    pub fn reception(&mut self, role: Role, hours: i32) {
        if self.view().visitors > 0 {
            self.card(role, Action::Reception(cards::Reception { time: Minutes::from_hours(hours) }));
        }
    }

    // cultivator and product specialist

    pub fn nurture(&mut self, ids: &[&str]) {
        let customers = ids.iter().map(|id| self.customer(id)).collect();
        self.card(Role::Cultivator, Action::Nurture(cards::Nurture { customers }));
    }

    pub fn design(&mut self, id: &str) {
        let deal = self.deal(id);
        self.card(Role::ProductSpecialist, Action::Design(cards::Design { deal }));
    }

    // service

    pub fn queue(&mut self, hours: i32, policy: QueuePolicy) {
        self.card(Role::Service, Action::Queue(cards::Queue { time: Minutes::from_hours(hours), policy }));
    }

    pub fn proactive_check(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::Service, Action::Check(cards::Check { customers }));
    }

    pub fn survey(&mut self, id: &str) {
        let customers = vec![self.customer(id)];
        self.card(Role::Service, Action::Survey(cards::Survey { customers }));
    }
}
