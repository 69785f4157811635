//! Phase 1: news, needs and tickets of a new month, all visible while the month is planned (MODEL.md 4, 7, 9).

use crate::sim::journal::report::{Found, Happened, Phase, Revealed};
use crate::sim::luck::draw::{Actor, Luck, Purpose};
use crate::sim::maths::exp;
use crate::sim::scenario::{Finder, Happening, MAX_CONTACTS, NeedDef, Scenario, Severity};
use crate::sim::state::{Customer, Deal, Opportunity, Relation, State, Ticket, TicketState};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, EventId, Fen, Minutes, NeedClassId, OpportunityId, Round, Source, TicketId};

/// Opens the month `state.round`.
pub(crate) fn open_round(state: &mut State) {
    let round = state.round;
    for world in 0..state.worlds.len() {
        for (index, event) in state.scenario.events.iter().enumerate().filter(|(_, e)| e.round == round.0) {
            state.worlds[world].rivals.hear(&event.what);
            match &event.what {
                Happening::Need(need) => {
                    let opportunity = scripted(&state.customers[need.customer.index()], need, EventId::at(index), round);
                    state.worlds[world].opportunities.push(opportunity);
                }
                Happening::PriceWar { rounds } => state.worlds[world].price_war = *rounds,
                _ => {}
            }
        }
    }
    for world in &mut state.worlds {
        world.rivals.advance();
    }
    for team in 0..state.teams.len() {
        state.turn(team).renewals();
    }
    crate::sim::market::tendering::announce(state);
    for team in 0..state.teams.len() {
        let mut turn = state.turn(team);
        turn.goods_arrive();
        turn.callers();
        turn.events();
        turn.needs();
        turn.count_visitors();
        turn.tickets();
    }
    for team in 0..state.teams.len() {
        crate::sim::planning::opening::open_plan(state, team);
    }
}

fn scripted(customer: &Customer, need: &NeedDef, event: EventId, round: Round) -> Opportunity {
    let _ = customer;
    Opportunity {
        id: OpportunityId { customer: need.customer, born: round, source: Source::Scripted(event) },
        class: need.class,
        quantity: need.quantity,
        value: need.lines.iter().map(|l| l.price.times(i64::from(l.quantity))).sum(),
        budget: need.budget,
        due: round.plus(need.decides_after),
        winner: None,
    }
}

/// The ordinary need of a customer in `round`, if it has one: the same whoever asks, and when.
pub(crate) fn ordinary(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round, boost: f64) -> Option<Opportunity> {
    if !traits.stochastic_needs || !luck.draw(Purpose::NeedOccurs, Actor::WORLD, customer, round, 0).happens(traits.need_rate * boost) {
        return None;
    }
    Some(make_need(scenario, luck, customer, traits, round, Source::Stochastic))
}

/// A need of ordinary size and class, named by where it came from.
pub(crate) fn make_need(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round, source: Source) -> Opportunity {
    let guide = &scenario.guide;
    let draw = |slot: u16| luck.draw(Purpose::NeedSize, Actor::WORLD, customer, round, source.slot() * 4 + slot);
    let value = traits.order_value.scale(exp(guide.rules.choice.value_spread * draw(0).normal()));
    let class = class_for(scenario, value, draw(1).uniform());
    let price = market_price(scenario, class);
    let single = guide.need_classes.get(class.index()).is_some_and(|c| c.single);
    let quantity = if single { 1 } else { ((value.0 as f64 / price.0 as f64).round() as u32).max(1) };
    let value = price.times(i64::from(quantity));
    Opportunity {
        id: OpportunityId { customer, born: round, source },
        class,
        quantity,
        value,
        budget: Some(value.scale(1.0 + 0.1 * draw(2).uniform())),
        due: round.plus(1),
        winner: None,
    }
}

/// Market price of what meets a class of needs.
pub(crate) fn market_price(scenario: &Scenario, class: NeedClassId) -> Fen {
    let guide = &scenario.guide;
    let product = guide.need_classes.get(class.index()).and_then(|c| guide.products.get(c.product.index()));
    product.map_or(Fen::yuan(1), |p| p.tier_prices[crate::sim::scenario::PriceTier::Market as usize]).max(Fen(1))
}

/// The class of what a customer bought before the game.
pub(crate) fn class_by_lot(scenario: &Scenario, luck: &Luck, customer: CustomerId, value: Fen, round: Round) -> NeedClassId {
    class_for(scenario, value, luck.draw(Purpose::NeedSize, Actor::WORLD, customer, round, 1).uniform())
}

/// A need class by its share, among those whose product is no dearer than the need.
fn class_for(scenario: &Scenario, value: Fen, uniform: f64) -> NeedClassId {
    let guide = &scenario.guide;
    let affordable = |class: &crate::sim::scenario::NeedClass| {
        class.share > 0.0 && guide.products.get(class.product.index()).is_some_and(|p| p.tier_prices[crate::sim::scenario::PriceTier::Market as usize] <= value)
    };
    let total: f64 = guide.need_classes.iter().filter(|c| affordable(c)).map(|c| c.share).sum();
    let mut left = uniform * total;
    for (index, class) in guide.need_classes.iter().enumerate().filter(|(_, c)| affordable(c)) {
        left -= class.share;
        if left < 0.0 {
            return NeedClassId::at(index);
        }
    }
    // nothing is cheap enough: the class with the cheapest product
    let cheapest = guide.need_classes.iter().enumerate().filter(|(_, c)| c.share > 0.0).min_by_key(|(i, c)| {
        (guide.products.get(c.product.index()).map_or(Fen::ZERO, |p| p.tier_prices[crate::sim::scenario::PriceTier::Market as usize]), *i)
    });
    NeedClassId::at(cheapest.map_or(0, |(i, _)| i))
}

impl Turn<'_> {
    /// Customers that call a team which has missed them (New Era in round 2).
    fn callers(&mut self) {
        for (index, def) in self.scenario.customers.iter().enumerate() {
            let id = CustomerId::at(index);
            if let Some((round, trust)) = def.calls
                && round == self.round.0
                && !self.relation(id).known()
            {
                self.meet(id, Found::Called, trust);
            }
        }
    }

    fn events(&mut self) {
        for (index, event) in self.scenario.events.iter().enumerate() {
            let public = matches!(
                event.what,
                Happening::News
                    | Happening::Exhibition
                    | Happening::Summit
                    | Happening::PriceWar { .. }
                    | Happening::RivalsGain { .. }
                    | Happening::RivalOffer { .. }
            );
            if event.round == self.round.0 && public {
                self.happened(Happened::Event { event: EventId::at(index) });
            }
        }
    }

    /// A customer becomes known.
    pub fn meet(&mut self, customer: CustomerId, how: Found, trust: f64) {
        if self.relation(customer).known() {
            return;
        }
        let (round, owner) = (self.round, self.next_owner());
        let relation = self.relation_mut(customer);
        relation.phase = Phase::Awareness;
        relation.owner = owner;
        relation.found = Some((how, round));
        relation.moved = round;
        // where a relation starts is no change of it
        relation.trust = trust;
        self.happened(Happened::Met { customer, how });
    }

    /// Needs of this round at every customer the team knows, and older open ones it can see now.
    pub fn needs(&mut self) {
        for id in self.ids() {
            if self.relation(id).known() {
                self.needs_of(id);
                let relation = self.relation_mut(id);
                relation.nurtured = relation.nurtured.saturating_sub(1);
            }
        }
    }

    /// Makes the ordinary need of this round exist, and shows the team what is open.
    pub fn needs_of(&mut self, customer: CustomerId) {
        let round = self.round;
        let id = OpportunityId { customer, born: round, source: Source::Stochastic };
        if self.customers[customer.index()].stochastic_needs
            && self.world.opportunity(id).is_none()
            && let Some(need) = ordinary(self.scenario, self.luck, customer, &self.customers[customer.index()], round, self.need_boost(customer))
            && !crate::sim::market::tendering::by_tender(self.rules, need.value)
        {
            self.world.opportunities.push(need);
        }
        if self.comes(customer) {
            self.arrival_need(customer);
        }
        for index in self.world.opportunities.open_places() {
            let need = &self.world.opportunities[index];
            if need.id.customer != customer || need.winner.is_some() || need.due < round {
                continue;
            }
            if self.hidden(need.id).is_empty() {
                self.see(need.id, Revealed::Open);
            } else {
                self.tip(need.id);
            }
        }
    }

    /// Needs come more often where somebody nurtures the customer.
    fn need_boost(&self, customer: CustomerId) -> f64 {
        if self.relation(customer).nurtured > 0 { 1.0 + self.rules.cultivation.needs } else { 1.0 }
    }

    /// How a need can come to light; empty if it is open.
    pub fn hidden(&self, id: OpportunityId) -> &[Finder] {
        match id.source {
            Source::Scripted(event) => match self.scenario.events.get(event.index()).map(|e| &e.what) {
                Some(Happening::Need(need)) => &need.hidden,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// An informant tells of a hidden need once bond or trust is strong enough (MODEL.md 15).
    fn tip(&mut self, id: OpportunityId) {
        let relation = self.relation(id.customer);
        let told = self.hidden(id).iter().find_map(|finder| match *finder {
            Finder::Tip { contact, bond, trust } if relation.bond >= bond || relation.trust >= trust => Some(contact),
            _ => None,
        });
        if let Some(contact) = told {
            self.see(id, Revealed::Tip(crate::sim::units::ContactId(contact)));
        }
    }

    /// Hidden needs of a customer that `found` brings to light.
    pub fn uncover(&mut self, customer: CustomerId, how: Revealed, found: impl Fn(&Finder) -> bool) -> bool {
        let open = |o: &Opportunity| o.id.customer == customer && o.winner.is_none();
        let ids: Vec<OpportunityId> = self.world.opportunities.open().iter().filter(|o| open(o)).map(|o| o.id).collect();
        let mut any = false;
        for id in ids {
            if self.team.deal(id).is_none() && self.hidden(id).iter().any(&found) {
                self.see(id, how);
                any = true;
            }
        }
        any
    }

    /// The team learns of a need.
    pub fn see(&mut self, id: OpportunityId, how: Revealed) {
        if self.team.deal(id).is_some() || self.relation(id.customer).phase == Phase::Lost {
            return;
        }
        // somebody who has bought, or whose need somebody dug out, says what is needed
        let confirmed = how != Revealed::Open || self.relation(id.customer).orders > 0;
        let round = self.round;
        self.team.deals.push(Deal {
            id,
            seen: round,
            stage: if confirmed { 2 } else { 1 },
            stage_since: round,
            support: [0.0; MAX_CONTACTS],
            demo: false,
            check: false,
            design: 0.0,
            how,
            quote: None,
            outcome: None,
            order: None,
            interactions: 0,
        });
        self.happened(Happened::NeedSeen { deal: id, how });
        self.map_committee(id);
    }

    /// Tickets of this month (MODEL.md 9): scripted ones, then by each active customer's arrival rate.
    fn tickets(&mut self) {
        for (index, event) in self.scenario.events.iter().enumerate() {
            let Happening::Ticket(def) = &event.what else { continue };
            let won = |e: EventId| {
                self.team.deals.iter().any(|d| d.id.source == Source::Scripted(e) && matches!(d.outcome, Some(crate::sim::state::DealOutcome::Won(_))))
            };
            let relation = self.relation(def.customer);
            if event.round == self.round.0 && relation.active() && relation.won > 0 && def.after.is_none_or(won) {
                let id = TicketId { customer: def.customer, born: self.round, source: Source::Scripted(EventId::at(index)) };
                self.team.tickets.push(Ticket {
                    id,
                    severity: def.class,
                    minutes: def.minutes,
                    size: def.minutes,
                    day: def.day,
                    started: None,
                    state: TicketState::Open,
                    loss: def.loss,
                    scripted: Some(EventId::at(index)),
                });
            }
        }
        for id in self.ids() {
            if self.relation(id).active() {
                self.arrival(id);
            }
        }
    }

    fn arrival(&mut self, customer: CustomerId) {
        let rules = &self.rules.service;
        let relation: &Relation = self.relation(customer);
        let orders = f64::from(relation.orders.min(rules.arrival_orders));
        let chance = 1.0 - exp(-rules.arrival * (1.0 + rules.arrival_per_order * orders));
        if !self.draw(Purpose::TicketArrives, customer, 0).happens(chance) {
            return;
        }
        let uniform = self.draw(Purpose::TicketClass, customer, 0).uniform();
        let [minor, major, _] = rules.class_shares;
        let severity = if uniform < minor {
            Severity::Minor
        } else if uniform < minor + major {
            Severity::Major
        } else {
            Severity::Critical
        };
        if severity == Severity::Major && !self.draw(Purpose::ComplaintVoiced, customer, 0).happens(self.voice(customer)) {
            // nobody complains: the problem is there all the same, and is not shown
            let round = self.round;
            let relation = self.relation_mut(customer);
            relation.silent_failure = relation.silent_failure.or(Some(round));
            return;
        }
        if severity == Severity::Minor && self.serves_itself(customer) {
            self.happened(Happened::SelfServed { customer });
            return;
        }
        self.ticket(customer, Source::Stochastic, severity);
    }

    /// Share of dissatisfied customers that complain aloud: more where somebody checked last month, more where a call
    /// centre makes it easy.
    fn voice(&self, customer: CustomerId) -> f64 {
        let rules = &self.rules.service;
        let asked = if self.relation(customer).checked { rules.voice_checked } else { 1.0 };
        (rules.voice * asked * self.easy_to_reach()).min(1.0)
    }

    /// A ticket comes in, on a keyed day.
    pub fn ticket(&mut self, customer: CustomerId, source: Source, severity: Severity) {
        let rules = &self.rules.service;
        let days = f64::from(rules.last_arrival_day);
        let day = 1 + (self.draw(Purpose::TicketArrives, customer, 1).uniform() * days) as u16;
        let saved = (f64::from(self.team.articles[severity.index()]) * rules.article_saves).min(rules.article_floor);
        let work = f64::from(rules.class_hours[severity.index()].0) * (1.0 - saved) * self.handling(severity);
        let minutes = Minutes(work.round() as i32);
        let id = TicketId { customer, born: self.round, source };
        self.team.tickets.push(Ticket {
            id,
            severity,
            minutes,
            size: minutes,
            day: day.min(rules.last_arrival_day),
            started: None,
            state: TicketState::Open,
            loss: Fen::ZERO,
            scripted: None,
        });
    }
}

#[cfg(test)]
mod tests;
