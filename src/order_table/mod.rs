//! Tables of orders, as `rapport run` or any shop writes them: CSV bytes to checked orders, or every mistake with its row
//! and column.
//!
//! Knows nothing of disks (callers bring the bytes). A table has a header with a column each for customer, day and amount,
//! found by usual headings or named; margin and team may be there; other columns are left alone. What cannot be known (day
//! or month first, what a refund means) is asked, and [`Reading`] holds the answers. Nothing limits its size but memory.

mod columns;
mod days;
mod equals;
mod fault;
mod numbers;
mod reading;
mod refunds;

pub use columns::Taken;
pub use days::DayOrder;
pub use fault::{Allowed, Fault, Problem, Shown};
pub use numbers::Decimal;
pub use reading::{Column, EqualRows, Nameless, Naming, Reading, Refunds};

use crate::calendar::Date;
use crate::spreadsheet::{self, Text, TextEncoding, Unread, bare};
use columns::{Amount, Columns};
use fault::{Faults, Question};
use indexmap::IndexSet;
use std::borrow::Cow;

/// Yuan; no single order is worth more.
const MAX_AMOUNT: f64 = 1e12;
/// Letters of a name.
const MAX_NAME: usize = 200;
/// Rows between two reports of how far it has come.
const REPORTED: u64 = 8192;

/// One order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// Place of its name in [`OrderTable::teams`].
    pub team: u32,
    /// Place of its name in [`OrderTable::customers`].
    pub customer: u32,
    /// Day of the order.
    pub date: Date,
    /// Its line in the file.
    pub row: u32,
    /// In yuan, or whatever the table counts in; 0 or more.
    pub amount: f64,
    /// What is left of the amount after its costs; may be a loss.
    pub margin: Option<f64>,
}

/// What a table says.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderTable {
    /// In the order of the table; at least one.
    pub orders: Vec<Order>,
    /// Names of the teams, each once; one empty name where there is no column `team`.
    pub teams: Vec<Box<str>>,
    /// Names of the customers, each once, 1 to 200 letters.
    pub customers: Vec<Box<str>>,
    /// Whether there is a column `team`.
    pub has_teams: bool,
    /// What was found and left out on the way.
    pub counted: Counted,
}

/// What a reader of the figures should know about the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted {
    /// Rows equal to an earlier one, kept or left out as was asked.
    pub equal: u64,
    /// Rows with a negative amount, netted or left out as was asked.
    pub refunds: u64,
    /// What they come to, below 0.
    pub refunded: f64,
    /// Refunds that found no earlier order of the customer, or not enough; and what of them.
    pub unmatched: (u64, f64),
    /// Rows without a customer that were left out.
    pub nameless: u64,
    /// Further lines of an order, without an amount of their own.
    pub further_lines: u64,
    /// The encoding that was taken, where it is neither UTF-8 nor marked nor named.
    pub encoding: Option<&'static str>,
    /// Which columns were taken, where they are called otherwise than ours.
    pub columns: Option<Taken>,
}

impl OrderTable {
    /// The name of an order's team.
    #[must_use]
    pub fn team(&self, order: &Order) -> &str {
        self.teams.get(order.team as usize).map_or("", AsRef::as_ref)
    }

    /// The name of an order's customer.
    #[must_use]
    pub fn customer(&self, order: &Order) -> &str {
        self.customers.get(order.customer as usize).map_or("", AsRef::as_ref)
    }
}

/// Reads a table without answers to any question.
///
/// # Errors
/// As [`read_as`].
pub fn read(bytes: &[u8]) -> Result<OrderTable, Vec<Fault>> {
    read_as(bytes, &Reading::default(), &|_, _| {})
}

/// Reads a table; `progress` hears how much of how much is done, again and again.
///
/// # Errors
/// The mistakes found, in the order of the table, the first of many. Never panics, whatever the bytes.
pub fn read_as(bytes: &[u8], reading: &Reading, progress: &dyn Fn(u64, u64)) -> Result<OrderTable, Vec<Fault>> {
    let mut faults = Faults::default();
    let table = table(bytes, reading, progress, &mut faults);
    match table {
        Some(table) if faults.none() => Ok(table),
        _ => Err(faults.list()),
    }
}

/// The text, and the encoding's name if it is neither UTF-8 nor marked.
fn decoded<'a>(bytes: &'a [u8], named: Option<TextEncoding>, faults: &mut Faults) -> Option<(Cow<'a, str>, Option<&'static str>)> {
    let unread = match spreadsheet::decoded(bytes, named) {
        Ok(found) => return Some(found),
        Err(unread) => unread,
    };
    let (encoding, row, field) = match unread {
        Unread::Named(encoding) => (encoding, 1, 1),
        Unread::Unsure(place) => {
            let before = bytes.get(..place).unwrap_or_default();
            let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            let row = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
            ("UTF-8", row, 1 + line.iter().filter(|byte| matches!(byte, b',' | b';' | b'\t')).count())
        }
    };
    faults.ask(Question::Encoding, row, &field.to_string(), || Problem::Encoding { encoding }, Allowed::Encoding);
    None
}

fn table(bytes: &[u8], reading: &Reading, progress: &dyn Fn(u64, u64), faults: &mut Faults) -> Option<OrderTable> {
    let (text, encoding) = decoded(bytes, reading.encoding, faults)?;
    let text = Text::of_columns(text, |line| columns::known(line, &reading.columns));
    let mut first = csv::StringRecord::new();
    if !matches!(text.reader().read_record(&mut first), Ok(true)) {
        faults.add(1, "customer_id", Problem::NoText, Allowed::Header);
        return None;
    }
    let has_header = !columns::is_without_header(&first, &reading.columns);
    let columns = columns::columns(&first, &reading.columns, has_header, text.row_of(&first), faults)?;
    let file = File { text: &text, columns: &columns, has_header, progress };
    let (day_order, decimal) = file.survey(reading, faults)?;
    let mut reader = Rows {
        columns: &columns,
        day_order,
        decimal,
        reading,
        faults,
        orders: Vec::new(),
        teams: IndexSet::new(),
        customers: IndexSet::new(),
        equals: equals::Equals::default(),
        counted: Counted { encoding, columns: columns.told(), ..Counted::default() },
        open_order: String::new(),
    };
    file.each(1, |record, row| {
        reader.row(record, row);
        !reader.faults.enough()
    });
    let Rows { mut orders, teams, customers, mut equals, mut counted, faults, .. } = reader;
    if orders.is_empty() && faults.none() {
        faults.add(2, "customer_id", Problem::NoOrders, Allowed::Rows);
    }
    counted.equal = equals.settle(&mut orders, reading.equal_rows, &columns.names[columns.customer], faults);
    if faults.none() && counted.refunds > 0 && reading.refunds == Refunds::Net {
        let unmatched = refunds::net(&mut orders);
        counted.unmatched = (unmatched.refunds, unmatched.amount);
        if orders.is_empty() {
            faults.add(2, &columns.names[columns.customer], Problem::AllRefunded, Allowed::Kept);
        }
    }
    let names = |set: IndexSet<Box<str>>| set.into_iter().collect::<Vec<_>>();
    Some(OrderTable { orders, teams: names(teams), customers: names(customers), has_teams: columns.team.is_some(), counted })
}

/// A table whose columns are known, to be gone through twice.
struct File<'a> {
    text: &'a Text<'a>,
    columns: &'a Columns,
    has_header: bool,
    progress: &'a dyn Fn(u64, u64),
}

impl File<'_> {
    /// Every record after the header with its line, until told to stop; `turn` is 0 for the first going through.
    fn each(&self, turn: u64, mut visit: impl FnMut(&csv::StringRecord, u64) -> bool) {
        let mut reader = self.text.reader();
        let mut record = csv::StringRecord::new();
        let all = self.text.bytes();
        let mut count = 0_u64;
        while matches!(reader.read_record(&mut record), Ok(true)) {
            count += 1;
            if count.is_multiple_of(REPORTED) {
                (self.progress)(turn * all + reader.position().byte(), 2 * all);
            }
            if count == 1 && self.has_header {
                continue;
            }
            if !visit(&record, self.text.row_of(&record)) {
                break;
            }
        }
        (self.progress)((turn + 1) * all, 2 * all);
    }

    /// What all rows together say about the ways to write days and numbers.
    fn survey(&self, reading: &Reading, faults: &mut Faults) -> Option<(DayOrder, Decimal)> {
        let (mut days, mut numbers) = (days::Survey::default(), numbers::Survey::default());
        let name = |place: usize| self.columns.names.get(place).map_or("", String::as_str);
        let money: Vec<usize> = self.columns.money().collect();
        self.each(0, |record, row| {
            if let Some(text) = record.get(self.columns.date) {
                days.see(row, bare(text));
            }
            for &place in &money {
                if let Some(text) = record.get(place) {
                    numbers.see(row, name(place), bare(text));
                }
            }
            true
        });
        let column = money.first().map_or("", |&place| name(place));
        let decimal = numbers.decimal(reading.decimal, self.text.delimiter, column, faults);
        let day_order = days.order(reading.day_order, name(self.columns.date), faults);
        Some((day_order?, decimal?))
    }
}

/// What has been read so far.
struct Rows<'a> {
    columns: &'a Columns,
    day_order: DayOrder,
    decimal: Decimal,
    reading: &'a Reading,
    faults: &'a mut Faults,
    orders: Vec<Order>,
    teams: IndexSet<Box<str>>,
    customers: IndexSet<Box<str>>,
    equals: equals::Equals,
    counted: Counted,
    /// The number of the order that was read last, where the table has such a column.
    open_order: String,
}

impl Rows<'_> {
    fn row(&mut self, record: &csv::StringRecord, row: u64) {
        let columns = self.columns;
        let expected = columns.names.len();
        if record.len() != expected {
            let column = columns.names.get(record.len()).map_or_else(|| (expected + 1).to_string(), Clone::clone);
            self.faults.add(row, &column, Problem::Fields { count: record.len() }, Allowed::Fields { count: expected });
            return;
        }
        let text = |place: usize| record.get(place).map_or("", bare);
        let customer = text(columns.customer);
        let order_number = columns.order.map_or("", text);
        let is_further =
            matches!(columns.amount, Amount::Column(place) if text(place).is_empty()) && !order_number.is_empty() && order_number == self.open_order;
        if is_further {
            self.counted.further_lines += 1;
            return;
        }
        // its further lines belong to it, whatever becomes of the first
        if columns.order.is_some() && self.open_order != order_number {
            order_number.clone_into(&mut self.open_order);
        }
        if customer.is_empty() {
            // a spreadsheet leaves rows of empty fields behind
            if record.iter().all(|field| field.trim().is_empty()) {
                return;
            }
            match self.reading.nameless {
                Nameless::Drop => self.counted.nameless += 1,
                Nameless::Refuse => {
                    let column = &columns.names[columns.customer];
                    self.faults.ask(Question::Nameless, row, column, || Problem::Empty, Allowed::NameOrDrop);
                }
            }
            return;
        }
        let amount = self.amount(record, row);
        let date = self.date(text(columns.date), row);
        let margin = match columns.margin.map(|place| (place, text(place))) {
            // an empty margin is one that nobody wrote down
            None | Some((_, "")) => Ok(None),
            Some((place, text)) => self.money(text, place, row).map(Some).ok_or(()),
        };
        let customer = intern(&mut self.customers, customer, row, &columns.names[columns.customer], self.faults);
        let team = match columns.team {
            None => intern_team(&mut self.teams),
            Some(place) => intern(&mut self.teams, text(place), row, &columns.names[place], self.faults),
        };
        let (Some(amount), Some(date), Ok(margin), Some(customer), Some(team)) = (amount, date, margin, customer, team) else { return };
        if amount < 0.0 {
            self.counted.refunds += 1;
            self.counted.refunded += amount;
            match self.reading.refunds {
                Refunds::Net => {}
                Refunds::Drop => return,
                Refunds::Refuse => {
                    let (place, told) = match columns.amount {
                        Amount::Column(place) => (place, text(place).to_owned()),
                        Amount::Product(quantity, price) => (quantity, format!("{} x {}", text(quantity), text(price))),
                    };
                    let problem = || Problem::Negative { text: Shown::new(&told) };
                    self.faults.ask(Question::Refund, row, &columns.names[place], problem, Allowed::NotNegative);
                    return;
                }
            }
        }
        let order = Order { team, customer, date, row: u32::try_from(row).unwrap_or(u32::MAX), amount, margin };
        self.equals.see(&order, record, columns);
        self.orders.push(order);
    }

    fn date(&mut self, text: &str, row: u64) -> Option<Date> {
        let date = days::day(text, self.day_order);
        if date.is_none() {
            self.faults.add(row, &self.columns.names[self.columns.date], days::problem(text), Allowed::day());
        }
        date
    }

    fn amount(&mut self, record: &csv::StringRecord, row: u64) -> Option<f64> {
        let text = |place: usize| record.get(place).map_or("", bare);
        match self.columns.amount {
            Amount::Column(place) => self.money(text(place), place, row),
            Amount::Product(quantity, price) => {
                let product = (self.money(text(quantity), quantity, row)?, self.money(text(price), price, row)?);
                let amount = product.0 * product.1 + 0.0;
                if amount.abs() > MAX_AMOUNT {
                    let told = format!("{} x {}", text(quantity), text(price));
                    self.faults.add(row, &self.columns.names[quantity], Problem::Large { text: Shown::new(&told) }, Allowed::AtMost);
                    return None;
                }
                Some(amount)
            }
        }
    }

    fn money(&mut self, text: &str, place: usize, row: u64) -> Option<f64> {
        let column = &self.columns.names[place];
        match numbers::number(text, self.decimal) {
            None => self.faults.add(row, column, Problem::NoNumber { text: Shown::new(text) }, Allowed::number(self.decimal)),
            Some(number) if number.abs() > MAX_AMOUNT => {
                self.faults.add(row, column, Problem::Large { text: Shown::new(text) }, Allowed::AtMost);
            }
            Some(number) => return Some(number),
        }
        None
    }
}

/// The place of the one team of a table without teams.
fn intern_team(teams: &mut IndexSet<Box<str>>) -> Option<u32> {
    if teams.is_empty() {
        teams.insert(Box::default());
    }
    Some(0)
}

/// The place of a name, checked when it is met for the first time.
fn intern(names: &mut IndexSet<Box<str>>, text: &str, row: u64, column: &str, faults: &mut Faults) -> Option<u32> {
    if let Some(place) = names.get_index_of(text) {
        return u32::try_from(place).ok();
    }
    let problem = if text.is_empty() {
        Problem::Empty
    } else if text.chars().count() > MAX_NAME {
        Problem::Long { count: text.chars().count() }
    } else if text.chars().any(char::is_control) {
        Problem::Control { text: Shown::new(text) }
    } else if let Ok(place) = u32::try_from(names.len()) {
        names.insert(text.into());
        return Some(place);
    } else {
        Problem::Names
    };
    faults.add(row, column, problem, Allowed::Name);
    None
}

#[cfg(test)]
mod tests;
