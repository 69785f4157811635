//! Needs: those of the script and those that arise by themselves, as the month opens (docs/model.md#needs).

use crate::sim::luck::draw::{Actor, Block, Luck};
use crate::sim::luck::events::Wish;
use crate::sim::maths::exp;
use crate::sim::scenario::{Happening, NeedClass, NeedDef, PriceTier, Scenario};
use crate::sim::state::{Customer, Need, State};
use crate::sim::units::{CustomerId, EventId, Fen, NeedClassId, NeedId, Round, Source};

/// What the script brings this month, in every market: needs, price wars, what rivals gain.
pub(crate) fn arise_by_script(state: &mut State) {
    let round = state.round;
    for world in &mut state.worlds {
        for (index, event) in state.scenario.events.iter().enumerate().filter(|(_, e)| e.round == round.0) {
            world.rivals.hear(&event.what);
            match &event.what {
                Happening::Need(need) => world.needs.push(scripted(&state.luck, need, EventId::at(index), round)),
                Happening::PriceWar { rounds } => world.price_war = *rounds,
                // told in the news, or at home in another phase or list
                Happening::News
                | Happening::Exhibition
                | Happening::Summit
                | Happening::Ticket(_)
                | Happening::Resigns(_)
                | Happening::RivalsGain { .. }
                | Happening::RivalOffer { .. }
                | Happening::Pledge { .. }
                | Happening::Temptation { .. }
                | Happening::Tender(_) => {}
            }
        }
        world.rivals.advance();
    }
}

fn scripted(luck: &Luck, need: &NeedDef, event: EventId, round: Round) -> Need {
    let id = NeedId { customer: need.customer, born: round, source: Source::Scripted(event) };
    Need {
        id,
        class: need.class,
        quantity: need.quantity,
        value: need.lines.iter().map(|l| l.price.times(i64::from(l.quantity))).sum(),
        budget: need.budget,
        due: round.plus(need.decides_after),
        winner: None,
        luck: luck.opportunity(Actor::WORLD, id),
    }
}

/// The ordinary need of a customer in `round`, if it has one: the same whoever asks, and when.
pub(crate) fn ordinary(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round, boost: f64) -> Option<Need> {
    if !traits.stochastic_needs || rests(scenario, luck, customer, traits, round) {
        return None;
    }
    let wish = wish(luck, customer, round, Source::Stochastic);
    wish.happens(Wish::Arises, traits.need_rate * boost).then(|| wished(scenario, luck, customer, traits, round, Source::Stochastic, &wish))
}

/// Whether a customer wants nothing of the ordinary kind in `round`, because the script, a visit or an earlier wish of its own lies within
/// the rounds that a purchase lasts. It follows from the board alone: who sold, and whether anybody did, changes nothing, so that every
/// team and every luck meets the same needs.
pub(crate) fn rests(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round) -> bool {
    let rest = scenario.guide.rules.choice.rest;
    if rest == 0 {
        return false;
    }
    let is_near = |one: u16, other: u16| one.abs_diff(other) <= rest;
    let planned = |round: u16| {
        let scripted = |need: &NeedDef| need.customer == customer;
        traits.arrives.is_some_and(|arrival| is_near(arrival.round.0, round))
            || scenario.events.iter().any(|e| is_near(e.round, round) && matches!(&e.what, Happening::Need(need) if scripted(need)))
    };
    let mut last: Option<u16> = None;
    for earlier in (1..round.0).filter(|&earlier| !planned(earlier)) {
        let is_free = last.is_none_or(|last| !is_near(last, earlier));
        if is_free && wish(luck, customer, Round(earlier), Source::Stochastic).happens(Wish::Arises, traits.need_rate) {
            last = Some(earlier);
        }
    }
    planned(round.0) || last.is_some_and(|last| is_near(last, round.0))
}

/// A need of ordinary size and class, named by where it came from.
pub(crate) fn make_need(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round, source: Source) -> Need {
    wished(scenario, luck, customer, traits, round, source, &wish(luck, customer, round, source))
}

/// The luck of a need: the same for every team.
pub(crate) fn wish(luck: &Luck, customer: CustomerId, round: Round, source: Source) -> Block<Wish> {
    luck.block(Actor::WORLD, customer, round, source.slot())
}

fn wished(scenario: &Scenario, luck: &Luck, customer: CustomerId, traits: &Customer, round: Round, source: Source, wish: &Block<Wish>) -> Need {
    let guide = &scenario.guide;
    let id = NeedId { customer, born: round, source };
    let value = traits.order_value.scale(exp(guide.rules.choice.value_spread * wish.normal(Wish::Size)));
    let class = class_for(scenario, value, wish.uniform(Wish::Class));
    let price = market_price(scenario, class);
    let single = guide.need_classes.get(class.index()).is_some_and(|c| c.single);
    let quantity = if single { 1 } else { ((value.0 as f64 / price.0 as f64).round() as u32).max(1) };
    let value = price.times(i64::from(quantity));
    Need {
        id,
        class,
        quantity,
        value,
        budget: Some(value.scale(1.0 + guide.rules.choice.budget_spread * wish.uniform(Wish::Budget))),
        due: round.plus(1),
        winner: None,
        luck: luck.opportunity(Actor::WORLD, id),
    }
}

/// Market price of what meets a class of needs.
pub(crate) fn market_price(scenario: &Scenario, class: NeedClassId) -> Fen {
    let guide = &scenario.guide;
    let product = guide.need_classes.get(class.index()).and_then(|c| guide.products.get(c.product.index()));
    product.map_or(Fen::yuan(1), |p| p.tier_prices[PriceTier::Market as usize]).max(Fen(1))
}

/// A need class by its share, among those whose product is no dearer than the need.
pub(crate) fn class_for(scenario: &Scenario, value: Fen, uniform: f64) -> NeedClassId {
    let guide = &scenario.guide;
    let affordable =
        |class: &NeedClass| class.share > 0.0 && guide.products.get(class.product.index()).is_some_and(|p| p.tier_prices[PriceTier::Market as usize] <= value);
    let total: f64 = guide.need_classes.iter().filter(|c| affordable(c)).map(|c| c.share).sum();
    let mut left = uniform * total;
    for (index, class) in guide.need_classes.iter().enumerate().filter(|(_, c)| affordable(c)) {
        left -= class.share;
        if left < 0.0 {
            return NeedClassId::at(index);
        }
    }
    // nothing is cheap enough: the class with the cheapest product
    let cheapest = guide
        .need_classes
        .iter()
        .enumerate()
        .filter(|(_, c)| c.share > 0.0)
        .min_by_key(|(i, c)| (guide.products.get(c.product.index()).map_or(Fen::ZERO, |p| p.tier_prices[PriceTier::Market as usize]), *i));
    NeedClassId::at(cheapest.map_or(0, |(i, _)| i))
}
