//! What a need asks for: the script's own definition, the goods that fit, what it is worth at a price tier.

use crate::sim::scenario::{Guide, Happening, Line, NeedDef, PriceTier, Scenario, TenderDef};
use crate::sim::state::{Deal, DealOutcome, Need, Relation, Team};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, EventId, Fen, NeedId, Round, Source};

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

/// What a need is worth at a price tier: what the script says, or so many pieces at what they cost this customer.
#[must_use]
pub fn value_at(scenario: &Scenario, need: &Need, tier: PriceTier) -> Fen {
    let guide = &scenario.guide;
    let product = guide.need_classes.get(need.class.index()).and_then(|class| guide.products.get(class.product.index()));
    match (need_def(scenario, need.id.source), product) {
        (Some(def), _) if def.by_tier => priced(guide, &def.lines, tier).map(|line| line.price.times(i64::from(line.quantity))).sum(),
        (None, Some(product)) => product.tier_prices[tier as usize].times(i64::from(need.quantity)),
        _ => need.value,
    }
}

/// The goods of some lines at what a price tier pays for them.
fn priced<'a>(guide: &'a Guide, lines: &'a [Line], tier: PriceTier) -> impl Iterator<Item = Line> + use<'a> {
    lines.iter().map(move |line| Line { price: guide.products.get(line.product.index()).map_or(line.price, |p| p.tier_prices[tier as usize]), ..*line })
}

/// How much of a need's decision is luck (the scale of every taste, above 0 to 1), and what its rivals have beside their usual
/// utility.
#[must_use]
pub fn contest_terms(scenario: &Scenario, source: Source) -> (f64, f64) {
    need_def(scenario, source).map_or((1.0, 0.0), |need| (need.luck, need.rivals))
}

/// Whether a team has won an order of this customer: the one of the event, where one is named.
#[must_use]
pub fn has_bought(team: &Team, customer: CustomerId, event: Option<EventId>) -> bool {
    let won = |event: EventId| team.deals.iter().any(|d| d.id.source == Source::Scripted(event) && matches!(d.outcome, Some(DealOutcome::Won(_))));
    let relation = team.relation(customer);
    relation.active() && relation.history.won > 0 && event.is_none_or(won)
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

/// What fits a need, at the price that is fair to quote: the script's lines, or the class's product in the quantity needed at tier price.
#[must_use]
pub fn suggested_lines(scenario: &Scenario, need: &Need, tier: PriceTier) -> Vec<Line> {
    let source = need.id.source;
    let guide = &scenario.guide;
    if let Some(def) = need_def(scenario, source) {
        return if def.by_tier { priced(guide, &def.lines, tier).collect() } else { def.lines.clone() };
    }
    if let Some(tender) = tender_def(scenario, source) {
        return tender.lines.clone();
    }
    let product = guide.need_classes.get(need.class.index()).map(|class| class.product);
    let line = product.and_then(|product| {
        let price = guide.products.get(product.index())?.tier_prices[tier as usize];
        Some(Line { product, quantity: need.quantity, price })
    });
    line.into_iter().collect()
}
