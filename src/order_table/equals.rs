//! Rows that are there twice: the same team, customer, day and amount, and the same in every other field.

use super::columns::{Amount, Columns};
use super::fault::{Allowed, Faults, Problem};
use super::{EqualRows, Order};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for every order of a table, the same for equal rows.
#[derive(Default)]
pub(super) struct Equals(Vec<(u64, usize)>);

impl Equals {
    /// Of the next order.
    pub fn see(&mut self, order: &Order, record: &csv::StringRecord, columns: &Columns) {
        let mut hasher = DefaultHasher::new();
        (order.team, order.customer, order.date, order.amount.to_bits()).hash(&mut hasher);
        // 5 and 5.00 are one amount
        let is_amount = |place: usize| match columns.amount {
            Amount::Column(amount) => place == amount,
            Amount::Product(..) => false,
        };
        for (place, field) in record.iter().enumerate() {
            if place != columns.customer && !is_amount(place) {
                field.hash(&mut hasher);
            }
        }
        self.0.push((hasher.finish(), self.0.len()));
    }

    /// How many orders equal an earlier one; leaves them out or makes mistakes of them, as is asked.
    pub fn settle(&mut self, orders: &mut Vec<Order>, asked: EqualRows, column: &str, faults: &mut Faults) -> u64 {
        self.0.sort_unstable();
        let mut count = 0;
        let mut twice: Vec<(usize, usize)> = Vec::new();
        for group in self.0.chunk_by(|a, b| a.0 == b.0) {
            let [(_, first), others @ ..] = group else { continue };
            count += others.len() as u64;
            if asked != EqualRows::Keep {
                twice.extend(others.iter().map(|&(_, place)| (place, *first)));
            }
        }
        twice.sort_unstable();
        match asked {
            EqualRows::Keep => {}
            EqualRows::Drop => {
                let mut gone = twice.iter().map(|&(place, _)| place).peekable();
                let mut place = 0;
                orders.retain(|_| {
                    let is_gone = gone.next_if_eq(&place).is_some();
                    place += 1;
                    !is_gone
                });
            }
            EqualRows::Refuse => {
                let row = |place: usize| orders.get(place).map_or(0, |order| u64::from(order.row));
                for (place, first) in twice {
                    if faults.enough() {
                        break;
                    }
                    faults.add(row(place), column, Problem::Equal { row: row(first) }, Allowed::Once);
                }
            }
        }
        count
    }
}
