//! Tables of orders, as `rapport run` or any shop writes them: CSV bytes to checked orders, or every mistake with its row
//! and column.
//!
//! Knows nothing of disks (callers bring the bytes). A table has a header; the columns `customer_id`, `date` and `amount`
//! must be there, `margin` and `team` may, in any order; other columns are left alone.

mod fault;

pub use fault::Fault;

use crate::calendar::{Date, YEARS};
use fault::{Faults, quoted};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The largest table that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The most orders a table may hold.
pub const MAX_ORDERS: usize = 1_000_000;
/// Yuan; no single order is worth more.
const MAX_AMOUNT: f64 = 1e12;
/// Letters of a name.
const MAX_NAME: usize = 200;

/// One order.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Empty where the table has no such column.
    pub team: String,
    /// `customer_id` of the table, 1 to 200 letters.
    pub customer: String,
    /// Day of the order.
    pub date: Date,
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
    /// Whether there is a column `team`.
    pub has_teams: bool,
}

/// Reads a table.
///
/// # Errors
/// The mistakes found, in the order of the table, the first of many. Never panics, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<OrderTable, Vec<Fault>> {
    read_up_to(MAX_ORDERS, bytes)
}

fn read_up_to(most: usize, bytes: &[u8]) -> Result<OrderTable, Vec<Fault>> {
    let mut faults = Faults::default();
    let table = table(bytes, most, &mut faults);
    match table {
        Some(table) if faults.none() => Ok(table),
        _ => Err(faults.list()),
    }
}

/// Where the columns lie.
struct Columns {
    names: Vec<String>,
    customer: usize,
    date: usize,
    amount: usize,
    margin: Option<usize>,
    team: Option<usize>,
}

fn table(bytes: &[u8], most: usize, faults: &mut Faults) -> Option<OrderTable> {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if bytes.len() > MAX_BYTES {
        faults.add(1, "customer_id", format!("the file has more than {MAX_BYTES} bytes"), "at most 64 MiB");
        return None;
    }
    let delimiter = delimiter(bytes);
    let mut reader = rows(bytes, delimiter);
    let mut record = csv::ByteRecord::new();
    if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
        faults.add(1, "customer_id", "the file is empty".into(), HEADER);
        return None;
    }
    let columns = columns(&record, faults)?;
    let mut orders = Vec::new();
    let mut seen: BTreeMap<(String, String, Date, u64), u64> = BTreeMap::new();
    while matches!(reader.read_byte_record(&mut record), Ok(true)) {
        let row = row_of(&record, bytes);
        if orders.len() >= most {
            faults.add(row, "customer_id", format!("more than {most} orders"), "a table for a shorter time or fewer customers");
            break;
        }
        if faults.enough() {
            break;
        }
        let Some(order) = order(&record, row, &columns, Decimal::beside(delimiter), faults) else { continue };
        let key = (order.team.clone(), order.customer.clone(), order.date, order.amount.to_bits());
        match seen.get(&key) {
            Some(first) => faults.add(row, "customer_id", format!("the same order as in row {first}"), "one row for a team, customer, date and amount"),
            None => {
                seen.insert(key, row);
                orders.push(order);
            }
        }
    }
    if orders.is_empty() && faults.none() {
        faults.add(2, "customer_id", "no orders after the header".into(), "a row for each order");
    }
    Some(OrderTable { orders, has_teams: columns.team.is_some() })
}

fn rows(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
}

/// What separates the fields: the sign by which the header names most of our columns, a comma if several do. Spreadsheets
/// write the list sign of the system's region.
fn delimiter(bytes: &[u8]) -> u8 {
    let known = |delimiter: u8| {
        let mut header = csv::ByteRecord::new();
        let is_read = matches!(rows(bytes, delimiter).read_byte_record(&mut header), Ok(true));
        let names = header.iter().filter(|field| COLUMNS.iter().any(|name| field.trim_ascii().eq_ignore_ascii_case(name.as_bytes())));
        if is_read { names.count() } else { 0 }
    };
    // the last of the best wins
    b"\t;,".iter().copied().max_by_key(|&sign| known(sign)).unwrap_or(b',')
}

/// What a fraction of an amount may begin with, besides the point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decimal {
    Point,
    /// Also a comma, as the regions write that keep it out of their lists; one or two digits follow, else it may mean thousands.
    Comma,
}

impl Decimal {
    fn beside(delimiter: u8) -> Decimal {
        if delimiter == b',' { Decimal::Point } else { Decimal::Comma }
    }

    /// The text with a decimal point.
    fn pointed(self, text: &str) -> Cow<'_, str> {
        match text.split_once(',') {
            Some((whole, fraction)) if self == Decimal::Comma && (1..=2).contains(&fraction.len()) && !whole.contains('.') => {
                Cow::Owned(format!("{whole}.{fraction}"))
            }
            _ => Cow::Borrowed(text),
        }
    }
}

/// The line on which a record begins; the reader counts empty lines before it to the record.
fn row_of(record: &csv::ByteRecord, bytes: &[u8]) -> u64 {
    let Some(place) = record.position() else { return 1 };
    let from = usize::try_from(place.byte()).ok().and_then(|byte| bytes.get(byte..)).unwrap_or_default();
    place.line() + from.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count() as u64
}

const COLUMNS: [&str; 5] = ["customer_id", "date", "amount", "margin", "team"];
const HEADER: &str = "a header with customer_id, date and amount; margin and team may be there";

fn columns(header: &csv::ByteRecord, faults: &mut Faults) -> Option<Columns> {
    let mut names = Vec::with_capacity(header.len());
    for (place, field) in header.iter().enumerate() {
        match std::str::from_utf8(field) {
            Ok(text) => names.push(text.trim().to_ascii_lowercase()),
            Err(_) => {
                faults.add(1, &(place + 1).to_string(), "not text in UTF-8".into(), "UTF-8; in a spreadsheet: save as CSV UTF-8");
                return None;
            }
        }
    }
    let mut find = |name: &str, needed: bool| {
        let mut places = names.iter().enumerate().filter(|(_, n)| *n == name).map(|(place, _)| place);
        let place = places.next();
        if places.next().is_some() {
            faults.add(1, name, "there are two of this name".into(), "one");
        } else if needed && place.is_none() {
            let there = names.join(", ");
            faults.add(1, name, format!("the column is missing; there are {}", quoted(&there)), HEADER);
        }
        place
    };
    let (customer, date, amount) = (find("customer_id", true), find("date", true), find("amount", true));
    let (margin, team) = (find("margin", false), find("team", false));
    Some(Columns { customer: customer?, date: date?, amount: amount?, margin, team, names })
}

fn order(record: &csv::ByteRecord, row: u64, columns: &Columns, decimal: Decimal, faults: &mut Faults) -> Option<Order> {
    let expected = columns.names.len();
    if record.len() != expected {
        let column = columns.names.get(record.len()).map_or_else(|| (expected + 1).to_string(), Clone::clone);
        faults.add(row, &column, format!("the row has {} fields", record.len()), &format!("{expected}, as the header"));
        return None;
    }
    let mut texts = Vec::with_capacity(expected);
    for (field, name) in record.iter().zip(&columns.names) {
        match std::str::from_utf8(field) {
            Ok(text) => texts.push(text.trim()),
            Err(_) => {
                faults.add(row, name, "not text in UTF-8".into(), "UTF-8; in a spreadsheet: save as CSV UTF-8");
                return None;
            }
        }
    }
    let customer = name(texts[columns.customer], row, "customer_id", faults);
    let team = columns.team.map_or_else(|| Some(String::new()), |place| name(texts[place], row, "team", faults));
    let date = Date::parse(texts[columns.date]);
    if date.is_none() {
        let allowed = format!("a day such as 2012-02-15, years {} to {}", YEARS.start(), YEARS.end());
        faults.add(row, "date", format!("{} is no date", quoted(texts[columns.date])), &allowed);
    }
    let amount = money(&decimal.pointed(texts[columns.amount]), row, "amount", faults).and_then(|amount| {
        if amount < 0.0 {
            faults.add(row, "amount", format!("{} is negative", quoted(texts[columns.amount])), "0 or more; leave returned orders out");
        }
        (amount >= 0.0).then_some(amount)
    });
    // an empty margin is one that nobody wrote down
    let margin = match columns.margin.map(|place| texts[place]).filter(|text| !text.is_empty()) {
        Some(text) => Some(money(&decimal.pointed(text), row, "margin", faults)?),
        None => None,
    };
    Some(Order { team: team?, customer: customer?, date: date?, amount: amount?, margin })
}

fn name(text: &str, row: u64, column: &str, faults: &mut Faults) -> Option<String> {
    let problem = if text.is_empty() {
        "is empty".to_owned()
    } else if text.chars().count() > MAX_NAME {
        format!("has {} letters", text.chars().count())
    } else if text.chars().any(char::is_control) {
        format!("{} holds control characters", quoted(text))
    } else {
        return Some(text.to_owned());
    };
    faults.add(row, column, problem, "a name of 1 to 200 letters");
    None
}

/// A number as tables write it; minus nothing is nothing.
fn money(text: &str, row: u64, column: &str, faults: &mut Faults) -> Option<f64> {
    let is_plain = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b'-' | b'+' | b'e' | b'E'));
    let number = text.parse::<f64>().ok().filter(|number| is_plain && number.is_finite());
    match number {
        None => faults.add(row, column, format!("{} is no number", quoted(text)), "digits with a decimal point, no currency sign and no thousands marks"),
        Some(number) if number.abs() > MAX_AMOUNT => {
            faults.add(row, column, format!("{} is too large", quoted(text)), "at most 1000000000000");
        }
        Some(number) => return Some(number + 0.0),
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &[u8]) -> Vec<(u64, String)> {
        read(text).expect_err("a fault").into_iter().map(|fault| (fault.row, fault.column)).collect()
    }

    fn place(row: u64, column: &str) -> Vec<(u64, String)> {
        vec![(row, column.to_owned())]
    }

    #[test]
    fn columns_are_found_by_name() {
        let text = "\u{feff} Amount ,note,date,CUSTOMER_ID\n100.50,\"a, b\",2012-02-15,\"新时代网络\"\n\n7,,2012-03-01,c002\n";
        let table = read(text.as_bytes()).expect("a table");
        assert!(!table.has_teams);
        let first = &table.orders[0];
        assert_eq!((first.customer.as_str(), first.date.to_string().as_str(), first.amount, first.margin), ("新时代网络", "2012-02-15", 100.5, None));
        assert_eq!(table.orders.len(), 2);
    }

    #[test]
    fn tables_of_other_regions_are_read() {
        let orders = |text: &str| read(text.as_bytes()).map(|table| table.orders.iter().map(|o| (o.amount, o.margin)).collect::<Vec<_>>());
        assert_eq!(orders("customer_id;date;amount;margin\na;2012-01-01;1000,50;-0,5\nb;2012-01-02;7.25;\n"), Ok(vec![(1000.5, Some(-0.5)), (7.25, None)]));
        assert_eq!(orders("\u{feff}customer_id\tdate\tamount\r\na;b\t2012-01-01\t5\r\n"), Ok(vec![(5.0, None)]));
        assert_eq!(orders("customer_id,date,amount,\"note;what;why;who\"\na,2012-01-01,5,;;;\n"), Ok(vec![(5.0, None)]));
        // a thousand or one? Nobody is asked to guess
        for amount in ["1,000", "1.000,50", "1,0,5", ",", "5,"] {
            assert_eq!(places(format!("customer_id;date;amount\na;2012-01-01;{amount}\n").as_bytes()), place(2, "amount"), "{amount}");
        }
    }

    #[test]
    fn every_mistake_has_its_row_and_column() {
        assert_eq!(places(b""), place(1, "customer_id"));
        assert_eq!(places(b"customer_id,date,amount\n"), place(2, "customer_id"));
        assert_eq!(places(b"customer,date,amount\na,2012-01-01,5\n"), place(1, "customer_id"));
        assert_eq!(places(b"customer_id,date,amount,date\n"), place(1, "date"));
        for (row, column) in [
            ("a,2012-02-30,5", "date"),
            ("a,15.2.2012,5", "date"),
            ("a,2012-02-15,-5", "amount"),
            ("a,2012-02-15,\"1,000\"", "amount"),
            ("a,2012-02-15,inf", "amount"),
            ("a,2012-02-15,NaN", "amount"),
            ("a,2012-02-15,1e13", "amount"),
            ("a,2012-02-15,", "amount"),
            (",2012-02-15,5", "customer_id"),
            ("\"a\nb\",2012-02-15,5", "customer_id"),
            ("a,2012-02-15", "amount"),
            ("a,2012-02-15,5,6", "4"),
        ] {
            let text = format!("customer_id,date,amount\nok,2012-01-01,1\n{row}\n");
            assert_eq!(places(text.as_bytes()), place(3, column), "{row}");
        }
        assert_eq!(places(b"customer_id,date,amount\na,2012-01-01,5\n\xff,2012-01-02,6\n"), place(3, "customer_id"));
        assert_eq!(places(b"customer_id,date,amount,margin\na,2012-01-01,5,x\n"), place(2, "margin"));
        assert_eq!(places(b"customer_id,date,amount,margin\n\na,2012-01-01,x,-2\nb,2012-01,7,\n"), [(3, "amount".to_owned()), (4, "date".to_owned())]);
    }

    #[test]
    fn the_same_order_twice_is_refused_and_another_team_may_have_it() {
        let faults = read(b"customer_id,date,amount\na,2012-01-01,5\nb,2012-01-01,5\na,2012-01-01,5.00\n").expect_err("a duplicate");
        assert_eq!(
            faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["row 4, column customer_id: the same order as in row 2, allowed: one row for a team, customer, date and amount"]
        );
        let table = read(b"team,customer_id,date,amount\nx,a,2012-01-01,5\ny,a,2012-01-01,5\nx,a,2012-01-01,6\n").expect("three orders");
        assert_eq!(table.orders.iter().map(|order| (order.team.as_str(), order.amount)).collect::<Vec<_>>(), [("x", 5.0), ("y", 5.0), ("x", 6.0)]);
    }

    #[test]
    fn many_mistakes_are_told_up_to_a_number() {
        let mut text = "customer_id,date,amount\n".to_owned();
        for row in 0..5_000 {
            text.push_str(&format!("c{row},never,-1\n"));
        }
        let faults = read(text.as_bytes()).expect_err("faults");
        assert!((10..100).contains(&faults.len()), "{}", faults.len());
    }

    #[test]
    fn an_absurd_number_of_orders_is_refused() {
        let text = b"customer_id,date,amount\na,2012-01-01,1\nb,2012-01-01,1\nc,2012-01-01,1\n";
        assert!(read_up_to(3, text).is_ok());
        let faults = read_up_to(2, text).expect_err("too many");
        assert_eq!(faults.iter().map(|f| (f.row, f.column.as_str())).collect::<Vec<_>>(), [(4, "customer_id")]);
        assert_eq!(places(&vec![b'a'; MAX_BYTES + 1]), place(1, "customer_id"));
    }
}
