//! Tenders: public, sealed, judged by points for price, fit and relation (docs/model.md#tenders).

use crate::sim::journal::measures;
use crate::sim::journal::report::{Happened, Points};
use crate::sim::luck::draw::Actor;
use crate::sim::luck::events::RivalBid;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{MAX_CONTACTS, PriceTier, TenderKind};
use crate::sim::selling::quoting;
use crate::sim::state::{Award, Deal, Need, Quote, Relation, State, Tender, TenderBid};
use crate::sim::terms::{Found, Phase, QuoteTerms, Reject, Revealed, ServiceLevel, Winner};
use crate::sim::turn::{Truth, Turn};
use crate::sim::units::{CustomerId, Fen, NeedId, RivalId, Source, TeamId};

/// A bid as the buyer's committee sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Offered {
    pub price: Fen,
    /// Fit points as promised on paper.
    pub fit: f64,
    /// 0-100.
    pub relation: f64,
}

/// Points of a bid, each part 0-100: the lowest price over its own, the place of its fit in the range of fits, the relation.
pub(crate) fn points(rules: &Rules, kind: TenderKind, bid: &Offered, lowest: Fen) -> Points {
    let [price, fit, relation] = match kind {
        TenderKind::Price => rules.tenders.price_type,
        TenderKind::Quality => rules.tenders.quality_type,
    };
    let [worst, best] = rules.delivery.fit_range;
    let parts = Points {
        price: 100.0 * lowest.0 as f64 / bid.price.0.max(1) as f64,
        fit: (100.0 * (bid.fit - worst) / (best - worst)).clamp(0.0, 100.0),
        relation: bid.relation.clamp(0.0, 100.0),
        total: 0.0,
    };
    Points { total: price * parts.price + fit * parts.fit + relation * parts.relation, ..parts }
}

/// What a quote is worth on paper: product fit, what it promises, the service level.
pub(crate) fn paper_fit(rules: &Rules, quote: &Quote) -> f64 {
    let priority = if quote.service == ServiceLevel::Priority { rules.tenders.priority } else { 0.0 };
    quote.fit + rules.tenders.promise * quote.promise + priority
}

/// Z of docs/model.md#phases and the reputation in the trade; a stranger has the first impression only.
pub(crate) fn relation_points(rules: &Rules, relation: Option<[f64; 3]>, reputation: f64) -> f64 {
    let known = relation.unwrap_or([rules.relations.satisfaction, rules.relations.trust_cold, 0.0]);
    measures::index(&rules.lifecycle, known) + rules.tenders.reputation * reputation
}

struct Bidder {
    who: Winner,
    bid: Offered,
}

/// Phase 10: awards every tender that is due.
pub(crate) fn award(state: &mut Truth<'_>) {
    for world in 0..state.worlds.len() {
        for index in 0..state.worlds[world].tenders.len() {
            let tender = &state.worlds[world].tenders[index];
            if tender.award.is_none() && tender.need.due <= state.round {
                let tender = tender.clone();
                award_one(state, world, index, &tender);
            }
        }
    }
}

fn award_one(state: &mut Truth<'_>, world: usize, index: usize, tender: &Tender) {
    let id = tender.need.id;
    let teams: Vec<usize> = (0..state.teams.len()).filter(|&t| state.world_index(TeamId::at(t)) == world).collect();
    let own: Vec<(usize, Quote)> =
        teams.into_iter().filter_map(|t| state.teams[t].bids.iter().find(|b| b.tender == id).map(|b| (t, b.quote.clone()))).collect();
    let mut bidders = rivals(state, world, tender);
    for (team, quote) in &own {
        if state.teams[*team].relation(id.customer).phase != Phase::Lost {
            bidders.push(Bidder { who: Winner::Team(TeamId::at(*team)), bid: offered(state, *team, id.customer, quote) });
        }
    }
    let rules = &state.scenario.guide.rules;
    let lowest = bidders.iter().map(|b| b.bid.price).min().unwrap_or_default();
    let judged: Vec<(Winner, Fen, Points)> = bidders.iter().map(|b| (b.who, b.bid.price, points(rules, tender.kind, &b.bid, lowest))).collect();
    // the better points, then the lower price, then the order of the bidders: a better bid is never behind a worse one
    let mut best: Option<&(Winner, Fen, Points)> = None;
    for entry in &judged {
        if best.is_none_or(|b| entry.2.total > b.2.total || (entry.2.total == b.2.total && entry.1 < b.1)) {
            best = Some(entry);
        }
    }
    let (winner, price, best) = best.copied().unwrap_or((Winner::Nobody, Fen::ZERO, Points::default()));
    let announced = &mut state.worlds[world].tenders[index];
    announced.award = Some(Award { winner, price, bids: judged.len() as u16 });
    announced.need.winner = Some(winner);
    // a rival that wins a public tender gains no foothold by it: who does not bid is not touched
    if matches!(winner, Winner::Team(_)) {
        state.worlds[world].incumbents[id.customer.index()] = None;
    }
    for (team, quote) in own {
        let mut turn = state.turn(team);
        turn.team.bids.retain(|b| b.tender != id);
        let who = Winner::Team(TeamId::at(team));
        let points = judged.iter().find(|j| j.0 == who).map_or(Points::default(), |j| j.2);
        if winner == who {
            turn.tender_won(tender, &quote, points);
        } else {
            turn.happened(Happened::TenderLost { tender: id, winner, price, points, best });
        }
    }
}

fn offered(state: &State, team: usize, customer: CustomerId, quote: &Quote) -> Offered {
    let rules = &state.scenario.guide.rules;
    let team = &state.teams[team];
    let relation: &Relation = team.relation(customer);
    let felt = relation.known().then_some([relation.measures.satisfaction(), relation.measures.trust(), relation.measures.commitment()]);
    let reputation = team.reputation.of(state.customers[customer.index()].industry);
    Offered { price: quote.price, fit: paper_fit(rules, quote), relation: relation_points(rules, felt, reputation) }
}

/// Bids of the rivals, drawn from their own luck.
fn rivals(state: &State, world: usize, tender: &Tender) -> Vec<Bidder> {
    let guide = &state.scenario.guide;
    let rules = &guide.rules.tenders;
    let NeedId { customer, born, source } = tender.need.id;
    let war = if state.worlds[world].price_war > 0 { rules.price_war } else { 0.0 };
    let ceiling = tender.need.budget.unwrap_or(Fen(i64::MAX));
    (0..guide.rivals.len())
        .map(|i| (i, state.luck.block(Actor::rival(i), customer, born, source.slot())))
        .filter(|(_, luck)| luck.happens(RivalBid::Bids, rules.rival_bids))
        .map(|(i, luck)| {
            let share = (rules.rival_price[0] + rules.rival_price[1] * luck.normal(RivalBid::Price) - war).max(rules.rival_floor);
            let incumbent = if state.worlds[world].incumbents[customer.index()] == Some(RivalId::at(i)) { rules.incumbent } else { 0.0 };
            let bid = Offered {
                price: tender.need.value.scale(share).min(ceiling),
                fit: rules.rival_fit[0] + rules.rival_fit[1] * luck.normal(RivalBid::Fit),
                relation: rules.rival_relation[0] + rules.rival_relation[1] * luck.normal(RivalBid::Relation) + incumbent,
            };
            Bidder { who: Winner::Rival(RivalId::at(i)), bid }
        })
        .collect()
}

/// Chance of a bid against so many rivals as they usually bid: every combination of five likely prices, fits and relations.
pub(crate) fn usual_chance(rules: &Rules, kind: TenderKind, bid: &Offered, estimate: Fen, rivals: usize) -> f64 {
    /// The middles of five equal shares of a normal distribution.
    const FIFTHS: [f64; 5] = [-1.281_552, -0.524_401, 0.0, 0.524_401, 1.281_552];
    let t = &rules.tenders;
    let mut beaten = 0;
    for price in FIFTHS {
        for fit in FIFTHS {
            for relation in FIFTHS {
                let rival = Offered {
                    price: estimate.scale((t.rival_price[0] + t.rival_price[1] * price).max(t.rival_floor)),
                    fit: t.rival_fit[0] + t.rival_fit[1] * fit,
                    relation: t.rival_relation[0] + t.rival_relation[1] * relation,
                };
                let lowest = bid.price.min(rival.price);
                beaten += u32::from(points(rules, kind, bid, lowest).total > points(rules, kind, &rival, lowest).total);
            }
        }
    }
    let against_one = 1.0 - t.rival_bids * (1.0 - f64::from(beaten) / 125.0);
    (0..rivals).fold(1.0, |chance, _| chance * against_one)
}

impl Turn<'_> {
    /// A tender won is an order like any other: delivered this month, looked after from the next.
    fn tender_won(&mut self, tender: &Tender, quote: &Quote, points: Points) {
        let customer = tender.need.id.customer;
        let order = NeedId { customer, born: self.round, source: Source::Tender };
        let winner = Some(Winner::Team(self.team.id));
        self.world.needs.push(Need { id: order, due: self.round, winner, luck: self.luck.opportunity(Actor::WORLD, order), ..tender.need.clone() });
        self.meet(customer, Found::Tender, self.rules.tenders.trust);
        let round = self.round;
        self.team.deals.push(Deal {
            id: order,
            seen: round,
            stage: 5,
            stage_since: round,
            support: [0.0; MAX_CONTACTS],
            demo: false,
            check: false,
            design: 0.0,
            how: Revealed::Open,
            quote: Some(quote.clone()),
            outcome: None,
            order: None,
            interactions: 0,
        });
        self.happened(Happened::TenderWon { tender: tender.need.id, order, amount: quote.price, points });
        let leaves = self.leaves(order, quote);
        self.order(order, quote, leaves);
    }

    /// What bids due this month may bring, for the forecast.
    pub fn hoped_from_bids(&self) -> Fen {
        let due = |b: &&TenderBid| self.world.tender(b.tender).is_some_and(|t| t.need.due == self.round);
        let sum: Fen = self.team.bids.iter().filter(due).map(|b| b.quote.price).sum();
        sum.scale(self.rules.tenders.win_rate)
    }
}

/// Whether a bid's terms are within what the tender allows.
pub(crate) fn within_ceiling(state: &State, tender: &Tender, terms: &QuoteTerms) -> Result<(), Reject> {
    let quote = quoting::quote_for(&state.scenario, &tender.need, PriceTier::Market, terms, state.round)?;
    let sound = quote.price > Fen::ZERO && tender.need.budget.is_none_or(|ceiling| quote.price <= ceiling);
    if sound { Ok(()) } else { Err(Reject::AboveCeiling) }
}

#[cfg(test)]
mod tests;
