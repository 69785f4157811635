//! Where goods come from: built to order, or sold from a stock.

use super::events::{Inside, variant};
use super::guide::MAX_PRICE;
use super::values::Values;
use crate::checked_ron::{At, Reader, Record};
use crate::sim::limits::MAX_QUANTITY;
use crate::sim::scenario::{Short, Supply};
use crate::sim::units::Fen;

/// What the file says of the supply; whatever is ordered is at hand where it says nothing.
pub(super) fn supply(r: &mut Reader, record: &mut Record<'_>) -> Option<Supply> {
    const CHOICES: [&str; 3] = ["AtHand", "ToOrder", "Stock"];
    const SHORT: [(&str, Short); 2] = [("Late", Short::Late), ("LostSale", Short::LostSale)];
    let Some(at) = record.field("supply") else { return Some(Supply::default()) };
    match variant(r, &at, &CHOICES)? {
        ("AtHand", Inside::Nothing) => Some(Supply::AtHand),
        ("ToOrder", Inside::Nothing) => Some(Supply::ToOrder),
        ("Stock", Inside::Fields(mut record)) => {
            let short = r.need(&mut record, "short", |r, at| r.choice(at, &SHORT));
            r.close(&record);
            Some(Supply::Stock(short?))
        }
        (name, _) => {
            let shape = if name == "Stock" { "`Stock(short: Late)` or `Stock(short: LostSale)`".to_owned() } else { format!("`{name}` alone") };
            r.complain(&at, at.node.describe(), shape);
            None
        }
    }
}

/// What a piece costs, and how many lie in the stock at the start.
pub(super) fn pieces(r: &mut Reader, record: &mut Record<'_>, list_price: Option<Fen>, supply: Option<Supply>) -> (Option<Fen>, u32) {
    let most = list_price.map_or(MAX_PRICE, |list| u32::try_from(list.0 / 100).unwrap_or(MAX_PRICE));
    let unit_cost = r.may(record, "unit_cost", |r, at| r.money(at, 0, most));
    let stock = r.may(record, "stock", |r, at| r.whole(at, 0, MAX_QUANTITY)).unwrap_or(0);
    if stock > 0 && supply.is_some_and(|supply| !matches!(supply, Supply::Stock(_))) {
        let at: At<'_> = record.blame("stock");
        r.complain(&at, "goods in stock, but the company keeps none", "0, or supply: Stock(...)");
    }
    (unit_cost, stock)
}
