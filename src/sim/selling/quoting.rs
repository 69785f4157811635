//! Quotes: what terms a quote may have, what they come to, and how the goods fit (docs/model.md#price-tiers, #product-fit, #quotes).
//!
//! Pure functions of the catalogue, the need and the terms. Which price tier a customer has and which goods suit a need says
//! `market::need_terms`; whether a quote may be made the card decides.
//!
//! * [`check_terms`]: bounds that hold for any deal (for the moment a card is put into a plan).
//! * [`price_quote`]: terms into a [`Quote`]; [`quote_for`] does the same from a need of the market.
//! * [`product_fit`]: how well goods do what is asked for, in points.

use crate::sim::limits::{Value, check};
use crate::sim::market::need_terms::suggested_lines;
use crate::sim::orders::goods;
use crate::sim::scenario::{Guide, Line, PriceTier, Scenario, Supply, Want};
use crate::sim::state::{Need, Quote};
use crate::sim::terms::{Amount, QuoteTerms, Reject};
use crate::sim::units::{Fen, Round};

/// Most goods lines of a quote.
pub const MAX_LINES: usize = 6;

/// What a customer asks for, as far as a quote is measured against it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the goods must do, by attribute.
    pub wants: &'a [Want],
    /// Pieces needed.
    pub quantity: u32,
    /// What fits, at tier price.
    pub suggested: &'a [Line],
    /// Where the price of the quote starts.
    pub tier: PriceTier,
    /// When the customer decides.
    pub due: Round,
}

/// Whether terms are within what any quote may hold.
///
/// # Errors
/// `BadList`: too many lines; `NoSuchProduct`; `BadAmount`: price, quantity, date, discount or promise beyond its limits;
/// `NoExpress`: express where nothing is built.
pub fn check_terms(guide: &Guide, terms: &QuoteTerms) -> Result<(), Reject> {
    if terms.lines.len() > MAX_LINES {
        return Err(Reject::BadList);
    }
    for line in &terms.lines {
        guide.products.get(line.product.index()).ok_or(Reject::NoSuchProduct)?;
        check(guide, Amount::Price(line.product), Value::Money(line.price))?;
        check(guide, Amount::Quantity, Value::Pieces(line.quantity))?;
    }
    if terms.express && guide.supply != Supply::ToOrder {
        return Err(Reject::NoExpress);
    }
    if let Some(rounds) = terms.delivery {
        check(guide, Amount::Delivery, Value::Rounds(rounds))?;
    }
    let discount = if terms.lines.is_empty() { Amount::Discount } else { Amount::DiscountOnLines };
    check(guide, discount, Value::Share(terms.discount))?;
    check(guide, Amount::Promise, Value::Points(terms.promise))
}

/// The goods that terms name: their own lines, or what is suggested, less the discount.
#[must_use]
pub fn goods(suggested: &[Line], terms: &QuoteTerms) -> Vec<Line> {
    if terms.lines.is_empty() {
        suggested.iter().map(|line| Line { price: line.price.scale(1.0 - terms.discount), ..*line }).collect()
    } else {
        terms.lines.clone()
    }
}

/// Prices a quote: no lines given means the suggested goods, at tier price less the discount.
///
/// The discount of docs/model.md#choice is measured from `tier_price`: that of the goods quoted (the script's price where the
/// script names the product), but for no more pieces than needed, since nobody pays for what they do not need.
///
/// # Errors
/// As [`check_terms`]; `BadList` also where nothing is quoted at all.
pub fn price_quote(guide: &Guide, asked: Asked<'_>, terms: &QuoteTerms, round: Round) -> Result<Quote, Reject> {
    check_terms(guide, terms)?;
    let lines = goods(asked.suggested, terms);
    let (mut price, mut tier_price, mut list_price, mut units) = (Fen::ZERO, Fen::ZERO, Fen::ZERO, 0_u64);
    for line in &lines {
        let product = guide.products.get(line.product.index()).ok_or(Reject::NoSuchProduct)?;
        let scripted = asked.suggested.iter().find(|s| s.product == line.product).map(|s| s.price);
        let count = i64::from(line.quantity);
        price += line.price.times(count);
        tier_price += scripted.unwrap_or(product.tier_prices[asked.tier as usize]).times(count);
        list_price += product.list_price.times(count);
        units += u64::from(line.quantity);
    }
    if units == 0 {
        return Err(Reject::BadList);
    }
    if units > u64::from(asked.quantity) {
        tier_price = tier_price.scale(f64::from(asked.quantity) / units as f64);
    }
    Ok(Quote {
        round,
        fit: product_fit(guide, asked, &lines),
        lines,
        tier: asked.tier,
        price,
        tier_price,
        list_price,
        promise: terms.promise,
        service: terms.service,
        written_up: false,
        delivery: asked.due.plus(terms.delivery.unwrap_or_else(|| goods::earliest(guide, terms.express))),
        express: terms.express,
        payment: terms.payment,
    })
}

/// [`price_quote`] for a need of the market.
///
/// # Errors
/// As [`price_quote`].
pub fn quote_for(scenario: &Scenario, need: &Need, tier: PriceTier, terms: &QuoteTerms, round: Round) -> Result<Quote, Reject> {
    let suggested = suggested_lines(scenario, need, tier);
    let wants = scenario.guide.need_classes.get(need.class.index()).map_or(&[][..], |class| &class.wants);
    price_quote(&scenario.guide, Asked { wants, quantity: need.quantity, suggested: &suggested, tier, due: need.due }, terms, round)
}

/// Product fit in points: clamp(sum of weight x (attribute - required) / scale), the mean over the goods by list price.
/// Pieces short of what is needed count as goods of the worst fit.
#[must_use]
pub fn product_fit(guide: &Guide, asked: Asked<'_>, lines: &[Line]) -> f64 {
    let delivery = &guide.rules.delivery;
    let [low, high] = delivery.fit_range;
    let (mut points, mut money, mut units) = (0.0, 0.0, 0_u64);
    for line in lines {
        let Some(product) = guide.products.get(line.product.index()) else { continue };
        let fit: f64 = asked
            .wants
            .iter()
            .map(|want| {
                let attribute = product.attributes.get(usize::from(want.attribute)).copied().unwrap_or(0.0);
                want.weight * (attribute - want.required) / delivery.fit_scale
            })
            .sum();
        let worth = product.list_price.times(i64::from(line.quantity)).to_yuan();
        points += fit * worth;
        money += worth;
        units += u64::from(line.quantity);
    }
    let mean = if money > 0.0 { points / money } else { 0.0 };
    let covered = if asked.quantity == 0 { 1.0 } else { (units as f64 / f64::from(asked.quantity)).min(1.0) };
    (covered * mean + (1.0 - covered) * low).max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::market::need_terms::price_tier;
    use crate::sim::terms::Phase;
    use crate::sim::testing::{guide, line};
    use crate::sim::units::ProductId;

    const WANTS: [Want; 2] = [Want { attribute: 0, required: 50.0, weight: 0.5 }, Want { attribute: 1, required: 60.0, weight: 0.5 }];

    fn quote(terms: &QuoteTerms) -> Result<Quote, Reject> {
        let suggested = [line(0, 20, 5_000)];
        price_quote(&guide(), Asked { wants: &WANTS, quantity: 20, suggested: &suggested, tier: PriceTier::Market, due: Round(3) }, terms, Round(2))
    }

    #[test]
    fn the_case_quote_comes_out_exactly() {
        let quote = quote(&QuoteTerms::default()).expect("the suggested goods");
        assert_eq!((quote.price, quote.tier_price, quote.list_price), (Fen::yuan(100_000), Fen::yuan(100_000), Fen::yuan(119_980)));
    }

    #[test]
    fn a_discount_comes_off_the_tier_price() {
        let quote = quote(&QuoteTerms { discount: 0.12, ..QuoteTerms::default() }).expect("a discount");
        assert_eq!((quote.price, quote.tier_price), (Fen::yuan(88_000), Fen::yuan(100_000)));
    }

    #[test]
    fn other_goods_are_measured_from_their_own_tier_price() {
        let quote = quote(&QuoteTerms { lines: vec![line(1, 20, 6_000)], ..QuoteTerms::default() }).expect("the other product");
        assert_eq!((quote.price, quote.tier_price), (Fen::yuan(120_000), Fen::yuan(140_000)));
    }

    #[test]
    fn more_pieces_than_needed_are_worth_nothing_more() {
        let quote = quote(&QuoteTerms { lines: vec![line(0, 40, 5_000)], ..QuoteTerms::default() }).expect("too many");
        assert_eq!((quote.price, quote.tier_price), (Fen::yuan(200_000), Fen::yuan(100_000)));
    }

    #[test]
    fn fit_is_measured_in_points_of_five_and_clamped() {
        let asked = Asked { wants: &WANTS, quantity: 10, suggested: &[], tier: PriceTier::Market, due: Round(3) };
        let fit = |lines: &[Line]| product_fit(&guide(), asked, lines);
        // product 0 has (60, 30): .5 x 10/5 - .5 x 30/5 = -2; product 1 (60, 90): 1 + 3 = 4
        assert_eq!(fit(&[line(0, 10, 1)]), -2.0);
        assert_eq!(fit(&[line(1, 10, 1)]), 4.0);
        // half of the pieces missing: half of the worst fit
        assert_eq!(fit(&[line(1, 5, 1)]), 0.5 * 4.0 - 0.5 * 12.0);
        let hard = [Want { attribute: 1, required: 100.0, weight: 1.0 }];
        assert_eq!(product_fit(&guide(), Asked { wants: &hard, ..asked }, &[line(0, 10, 1)]), -12.0);
    }

    #[test]
    fn terms_out_of_bounds_are_refused() {
        let with = |lines: Vec<Line>, discount: f64, promise: f64| quote(&QuoteTerms { lines, discount, promise, ..QuoteTerms::default() }).err();
        assert_eq!(with(vec![line(0, 1, 1); 7], 0.0, 0.0), Some(Reject::BadList));
        assert_eq!(with(vec![line(9, 1, 1)], 0.0, 0.0), Some(Reject::NoSuchProduct));
        let price = Amount::Price(ProductId(0));
        for (lines, discount, promise, amount) in [
            (vec![line(0, 0, 1)], 0.0, 0.0, Amount::Quantity),
            (vec![line(0, 100_001, 1)], 0.0, 0.0, Amount::Quantity),
            (vec![line(0, 1, 5_999 * 4 + 1)], 0.0, 0.0, price),
            (vec![line(0, 1, -1)], 0.0, 0.0, price),
            (vec![line(0, 1, 1)], 0.1, 0.0, Amount::DiscountOnLines),
            (vec![], 0.51, 0.0, Amount::Discount),
            (vec![], -0.01, 0.0, Amount::Discount),
            (vec![], f64::NAN, 0.0, Amount::Discount),
            (vec![], 0.0, 26.0, Amount::Promise),
            (vec![], 0.0, f64::NAN, Amount::Promise),
        ] {
            assert_eq!(with(lines.clone(), discount, promise), Some(Reject::BadAmount(amount)), "{lines:?} {discount} {promise}");
        }
        let late = QuoteTerms { delivery: Some(7), ..QuoteTerms::default() };
        assert_eq!(quote(&late).err(), Some(Reject::BadAmount(Amount::Delivery)));
        let express = QuoteTerms { express: true, ..QuoteTerms::default() };
        assert_eq!(quote(&express).err(), Some(Reject::NoExpress));
    }

    #[test]
    fn price_tiers_follow_the_relation() {
        for (trial, orders, phase, tier) in [
            (true, 0, Phase::Exploration, PriceTier::Trial),
            (false, 0, Phase::Exploration, PriceTier::Market),
            (false, 1, Phase::Formation, PriceTier::Old),
            (false, 4, Phase::Stability, PriceTier::Senior),
        ] {
            assert_eq!(price_tier(trial, orders, phase), tier);
        }
    }
}
