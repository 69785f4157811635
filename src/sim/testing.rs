//! A small catalogue for unit tests.

use super::rules::Rules;
use super::scenario::{Guide, Line, MAX_ATTRIBUTES, Named, NeedClass, Product, Text, Want};
use super::units::{Fen, ProductId};

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
