//! Needs that are put out to tender: announced to everybody, the same in every market.

use crate::sim::luck::draw::{Actor, Block};
use crate::sim::luck::events::{Announcement, Wish};
use crate::sim::market::needs;
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Buyer, Happening, TenderDef, TenderKind};
use crate::sim::state::{Need, State, Tender};
use crate::sim::units::{CustomerId, EventId, Fen, NeedId, Source};
use std::cmp::Reverse;

/// Whether an ordinary need of this value is put out to tender.
pub(crate) fn by_tender(rules: &Rules, value: Fen) -> bool {
    rules.tenders.threshold > Fen::ZERO && value >= rules.tenders.threshold
}

/// Phase 1: the tenders of a new month, the same in every market.
pub(crate) fn announce(state: &mut State) {
    for world in 0..state.worlds.len() {
        for index in 0..state.scenario.events.len() {
            let event = &state.scenario.events[index];
            if let (true, Happening::Tender(def)) = (event.round == state.round.0, &event.what) {
                let tender = scripted(state, world, def, EventId::at(index));
                state.worlds[world].tenders.extend(tender);
            }
        }
        if state.scenario.guide.rules.tenders.threshold > Fen::ZERO {
            for customer in (0..state.customers.len()).map(CustomerId::at) {
                let tender = ordinary(state, world, customer);
                state.worlds[world].tenders.extend(tender);
            }
        }
    }
}

/// Whether the customer has a tender open: it decides one at a time.
fn busy(state: &State, world: usize, customer: CustomerId) -> bool {
    state.worlds[world].open_tenders().any(|t| t.need.id.customer == customer)
}

fn scripted(state: &State, world: usize, def: &TenderDef, event: EventId) -> Option<Tender> {
    let customer = match def.buyer {
        Buyer::Named(customer) => Some(customer).filter(|&id| !busy(state, world, id)),
        Buyer::OneOf(industry) => {
            let mut ids: Vec<CustomerId> = (state.scenario.customers.len()..state.customers.len())
                .map(CustomerId::at)
                .filter(|&id| state.customers[id.index()].industry == industry && !busy(state, world, id))
                .collect();
            ids.sort_by_key(|&id| (Reverse(state.customers[id.index()].order_value), id));
            ids.truncate(ids.len().div_ceil(2));
            let luck: Block<Announcement> = state.luck.block(Actor::WORLD, CustomerId(0), state.round, Source::Scripted(event).slot());
            let uniform = luck.uniform(Announcement::Buyer);
            ids.get((uniform * ids.len() as f64) as usize).copied()
        }
    };
    let id = NeedId { customer: customer?, born: state.round, source: Source::Scripted(event) };
    let need = Need {
        id,
        class: def.class,
        quantity: def.lines.iter().map(|l| l.quantity).sum(),
        value: def.lines.iter().map(|l| l.price.times(i64::from(l.quantity))).sum(),
        budget: Some(def.ceiling),
        due: state.round.plus(def.decides_after),
        winner: None,
        luck: state.luck.opportunity(Actor::WORLD, id),
    };
    Some(Tender { need, kind: def.kind, award: None })
}

/// An ordinary need too large to be given away over tea.
fn ordinary(state: &State, world: usize, customer: CustomerId) -> Option<Tender> {
    let need = needs::ordinary(&state.scenario, &state.luck, customer, &state.customers[customer.index()], state.round, 1.0)?;
    if !by_tender(&state.scenario.guide.rules, need.value) || busy(state, world, customer) {
        return None;
    }
    let by_price = needs::wish(&state.luck, customer, state.round, Source::Stochastic).happens(Wish::ByPrice, 0.5);
    Some(Tender { need, kind: if by_price { TenderKind::Price } else { TenderKind::Quality }, award: None })
}
