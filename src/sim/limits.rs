//! What a player sets lies between a least and a most: the limits of every [`Amount`], for whoever checks it and for whoever tells
//! what is allowed.

use crate::sim::scenario::Guide;
use crate::sim::terms::{Amount, Reject};
use crate::sim::units::Fen;

/// Most pieces of a goods line.
pub const MAX_QUANTITY: u32 = 100_000;
/// A piece may cost at most this many times its list price.
const MAX_OVER_LIST: i64 = 4;
/// Most discount on the suggested goods.
const MAX_DISCOUNT: f64 = 0.5;
/// More than any month can bring.
const MAX_FORECAST: Fen = Fen::yuan(10_000_000_000);
/// By so much a share that was made from per cent may lie above its limit.
const HAIR: f64 = 1e-9;

/// A number with its unit; one in another unit than that of its limits lies beyond them.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Value {
    /// Money.
    Money(Fen),
    /// Of one.
    Share(f64),
    /// Of satisfaction.
    Points(f64),
    /// Of pieces.
    Pieces(u32),
    /// Of months.
    Rounds(u16),
}

/// The least and the most that it may be, in the amount's own unit; both are allowed.
#[must_use]
pub fn limits(guide: &Guide, amount: Amount) -> [Value; 2] {
    let rules = &guide.rules;
    match amount {
        Amount::Discount => [0.0, MAX_DISCOUNT].map(Value::Share),
        Amount::DiscountOnLines => [0.0, 0.0].map(Value::Share),
        Amount::Promise => rules.choice.promise_range.map(Value::Points),
        Amount::Price(product) => {
            let list = guide.products.get(product.index()).map_or(Fen::ZERO, |product| product.list_price);
            [Fen::ZERO, list.times(MAX_OVER_LIST)].map(Value::Money)
        }
        Amount::Quantity => [1, MAX_QUANTITY].map(Value::Pieces),
        Amount::Delivery => [0, rules.goods.latest].map(Value::Rounds),
        Amount::Budget => [rules.campaigns.least, rules.campaigns.most].map(Value::Money),
        Amount::Gift => [Fen(1), rules.gifts.most].map(Value::Money),
        Amount::Rebate => [Fen(1), rules.gifts.rebate_most].map(Value::Money),
        Amount::Concession => [0.0, rules.lifecycle.win_back_most + HAIR].map(Value::Share),
        Amount::Compensation => [0.0_f64.next_up(), rules.service.compensation_cap + HAIR].map(Value::Share),
        Amount::Forecast => [Fen::ZERO, MAX_FORECAST].map(Value::Money),
    }
}

/// Whether what was set lies within its limits.
///
/// # Errors
/// `BadAmount`.
pub fn check(guide: &Guide, amount: Amount, value: Value) -> Result<(), Reject> {
    let [least, most] = limits(guide, amount);
    if (least..=most).contains(&value) { Ok(()) } else { Err(Reject::BadAmount(amount)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::guide;
    use crate::sim::units::ProductId;

    #[test]
    fn the_limits_themselves_are_allowed_and_nothing_beyond() {
        let guide = guide();
        for (amount, inside, outside) in [
            (Amount::Discount, [0.0, 0.5].map(Value::Share), [-0.001, 0.501].map(Value::Share)),
            (Amount::DiscountOnLines, [0.0, 0.0].map(Value::Share), [0.001, f64::NAN].map(Value::Share)),
            (Amount::Promise, [-10.0, 25.0].map(Value::Points), [-10.1, 25.1].map(Value::Points)),
            // its list price is 5,999
            (Amount::Price(ProductId(0)), [0, 23_996].map(Fen::yuan).map(Value::Money), [-1, 23_997].map(Fen::yuan).map(Value::Money)),
            (Amount::Quantity, [1, 100_000].map(Value::Pieces), [0, 100_001].map(Value::Pieces)),
            (Amount::Delivery, [0, 6].map(Value::Rounds), [7, 8].map(Value::Rounds)),
            (Amount::Budget, [1_000, 100_000].map(Fen::yuan).map(Value::Money), [999, 100_001].map(Fen::yuan).map(Value::Money)),
            (Amount::Gift, [Fen(1), Fen::yuan(20_000)].map(Value::Money), [Fen::ZERO, Fen(2_000_001)].map(Value::Money)),
            (Amount::Rebate, [Fen(1), Fen::yuan(20_000)].map(Value::Money), [Fen::ZERO, Fen(2_000_001)].map(Value::Money)),
            (Amount::Concession, [0.0, 0.2].map(Value::Share), [-0.001, 0.201].map(Value::Share)),
            (Amount::Compensation, [0.001, 0.05].map(Value::Share), [0.0, 0.051].map(Value::Share)),
            (Amount::Forecast, [Fen::ZERO, MAX_FORECAST].map(Value::Money), [Fen(-1), MAX_FORECAST + Fen(1)].map(Value::Money)),
        ] {
            for value in inside {
                assert_eq!(check(&guide, amount, value), Ok(()), "{value:?}");
            }
            for value in outside {
                assert_eq!(check(&guide, amount, value), Err(Reject::BadAmount(amount)), "{value:?}");
            }
        }
    }
}
