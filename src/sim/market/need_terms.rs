//! What a need asks for: the script's own definition, the goods that fit, what it is worth at a price tier.

use crate::sim::scenario::{Happening, Line, NeedDef, PriceTier, Scenario, TenderDef};
use crate::sim::state::{Deal, DealOutcome, Need, Relation, Team};
use crate::sim::terms::Phase;
use crate::sim::units::{EventId, Fen, NeedId, Round, Source};

/// The price tier of a customer's deal. `trial`: the script makes this need a trial order.
#[must_use]
pub fn price_tier(trial: bool, orders: u16, phase: Phase) -> PriceTier {
    if trial {
        PriceTier::Trial
    } else if orders == 0 {
        PriceTier::Market
    } else if phase == Phase::Stability {
        PriceTier::Senior
    } else {
        PriceTier::Old
    }
}

/// The price tier of a deal: its quote's, or before one that of the customer.
#[must_use]
pub fn deal_tier(scenario: &Scenario, relation: &Relation, deal: &Deal) -> PriceTier {
    match &deal.quote {
        Some(quote) => quote.tier,
        None => price_tier(need_def(scenario, deal.id.source).is_some_and(|need| need.trial), relation.history.orders, relation.phase),
    }
}

/// What a need is worth at a price tier: what the script says, or so many pieces of the class's product.
#[must_use]
pub fn value_at(scenario: &Scenario, need: &Need, tier: PriceTier) -> Fen {
    let guide = &scenario.guide;
    let product = guide.need_classes.get(need.class.index()).and_then(|class| guide.products.get(class.product.index()));
    match (need_def(scenario, need.id.source), product) {
        (None, Some(product)) => product.tier_prices[tier as usize].times(i64::from(need.quantity)),
        _ => need.value,
    }
}

/// The script's own definition of a need.
#[must_use]
pub fn need_def(scenario: &Scenario, source: Source) -> Option<&NeedDef> {
    let Source::Scripted(event) = source else { return None };
    match &scenario.events.get(event.index())?.what {
        Happening::Need(need) => Some(need),
        _ => None,
    }
}

/// The other need that asks for the very same piece, if there is one.
#[must_use]
pub fn twin(scenario: &Scenario, id: NeedId) -> Option<NeedId> {
    let Source::Scripted(event) = id.source else { return None };
    let need = |event: EventId| match &scenario.events.get(event.index())?.what {
        Happening::Need(need) => Some(need),
        _ => None,
    };
    let other = match need(event)?.instead_of {
        Some(other) => other,
        None => EventId::at(scenario.events.iter().position(|e| matches!(&e.what, Happening::Need(n) if n.instead_of == Some(event)))?),
    };
    let born = Round(scenario.events.get(other.index())?.round);
    Some(NeedId { customer: need(other)?.customer, born, source: Source::Scripted(other) })
}

/// Whether the piece that this need asks for is quoted to somebody else.
#[must_use]
pub fn promised_elsewhere(scenario: &Scenario, team: &Team, id: NeedId) -> bool {
    twin(scenario, id).and_then(|other| team.deal(other)).is_some_and(|deal| {
        let given_up = matches!(deal.outcome, Some(DealOutcome::Lost(_) | DealOutcome::NoSale));
        deal.quote.is_some() && !given_up
    })
}

/// The script's own definition of a tender.
#[must_use]
pub fn tender_def(scenario: &Scenario, source: Source) -> Option<&TenderDef> {
    let Source::Scripted(event) = source else { return None };
    match &scenario.events.get(event.index())?.what {
        Happening::Tender(tender) => Some(tender),
        _ => None,
    }
}

/// What fits a need, at tier price: the script's lines, or the class's product in the quantity needed.
#[must_use]
pub fn suggested_lines(scenario: &Scenario, need: &Need, tier: PriceTier) -> Vec<Line> {
    let source = need.id.source;
    if let Some(lines) = need_def(scenario, source).map(|n| &n.lines).or_else(|| tender_def(scenario, source).map(|t| &t.lines)) {
        return lines.clone();
    }
    let guide = &scenario.guide;
    let product = guide.need_classes.get(need.class.index()).map(|class| class.product);
    let line = product.and_then(|product| {
        let price = guide.products.get(product.index())?.tier_prices[tier as usize];
        Some(Line { product, quantity: need.quantity, price })
    });
    line.into_iter().collect()
}
