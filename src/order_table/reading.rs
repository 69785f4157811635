//! How a table is to be read where it does not say so itself.

use super::{DayOrder, Decimal};
use crate::spreadsheet::TextEncoding;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Who bought.
    Customer,
    /// When.
    Date,
    /// For how much.
    Amount,
    /// How many, where the price of one is told instead.
    Quantity,
    /// The price of one.
    Price,
    /// What is left after the costs.
    Margin,
    /// Who sold.
    Team,
    /// The number of the order.
    Order,
}

/// Columns by their heading or their number from 1; the others are found by usual headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// Who bought.
    pub customer: Option<String>,
    /// When.
    pub date: Option<String>,
    /// For how much.
    pub amount: Option<String>,
    /// How many; with `price` instead of `amount`.
    pub quantity: Option<String>,
    /// The price of one.
    pub price: Option<String>,
}

impl Naming {
    pub(super) fn of(&self, column: Column) -> Option<&str> {
        match column {
            Column::Customer => self.customer.as_deref(),
            Column::Date => self.date.as_deref(),
            Column::Amount => self.amount.as_deref(),
            Column::Quantity => self.quantity.as_deref(),
            Column::Price => self.price.as_deref(),
            Column::Margin | Column::Team | Column::Order => None,
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        [&self.customer, &self.date, &self.amount, &self.quantity, &self.price].into_iter().filter_map(|name| name.as_deref())
    }
}

/// What becomes of a row that equals an earlier one in every field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EqualRows {
    /// It is an order of its own, as `lifetimes` has it.
    #[default]
    Keep,
    /// It was written twice: left out.
    Drop,
    /// It is a mistake.
    Refuse,
}

/// What becomes of a negative amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Refunds {
    /// It is a mistake.
    #[default]
    Refuse,
    /// It is taken off the customer's earlier orders.
    Net,
    /// Left out.
    Drop,
}

/// What becomes of a row without a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nameless {
    /// It is a mistake.
    #[default]
    Refuse,
    /// Left out.
    Drop,
}

/// The answers to what a table may leave open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Which column is which.
    pub columns: Naming,
    /// Where no day tells it.
    pub day_order: Option<DayOrder>,
    /// Where no amount tells it.
    pub decimal: Option<Decimal>,
    /// Where the bytes do not tell it.
    pub encoding: Option<TextEncoding>,
    /// Rows that are there twice.
    pub equal_rows: EqualRows,
    /// Negative amounts.
    pub refunds: Refunds,
    /// Rows without a customer.
    pub nameless: Nameless,
}
