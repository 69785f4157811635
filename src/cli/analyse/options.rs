//! The options of `rapport analyse`.

use crate::cli::language::{say, say_with};
use clap::{Args, ValueEnum};
use rapport::calendar::Date;
use rapport::insight::bg_nbd::BgNbd;
use rapport::insight::gamma_gamma::GammaGamma;
use rapport::insight::lifetime_value::Model;
use rapport::order_table::{self, Naming, Reading};
use rapport::spreadsheet::TextEncoding;
use std::path::PathBuf;

/// Read a table of orders and say which customers are worth what: RFM, pyramid, P(alive), lifetime value
#[derive(clap::Args)]
pub struct Arguments {
    /// A table of orders; - reads it from standard input
    #[arg(value_name = "ORDERS.csv")]
    pub(super) orders: PathBuf,
    /// The day up to which is looked; the last order's if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) end: Option<Date>,
    /// Only the orders of this team
    #[arg(long, value_name = "NAME")]
    pub(super) team: Option<String>,
    #[command(flatten)]
    table: Table,
    /// Weeks of a month of lifetime value; `lifetimes` counts 4.345
    #[arg(long, value_name = "WEEKS", default_value = "4", value_parser = weeks)]
    pub(super) month_weeks: f64,
    /// Write the customers as CSV into this file, or to standard output with -
    #[arg(long, value_name = "FILE|-")]
    pub(super) csv: Option<PathBuf>,
    /// Write the customers as JSON into this file, or to standard output with -
    #[arg(long, value_name = "FILE|-")]
    pub(super) json: Option<PathBuf>,
    /// Fit both models to these customers instead (greatest likelihood); at least ten of them must have come back
    #[arg(long, conflicts_with_all = ["r", "alpha", "a", "b", "p", "q", "v"], help_heading = "Model")]
    pub(super) fit: bool,
    /// BG/NBD: shape of the purchase rates; the defaults are those of the CDNOW customers
    #[arg(long, value_name = "NUMBER", default_value = "0.243", value_parser = positive, help_heading = "Model")]
    pub(super) r: f64,
    /// BG/NBD: rate of the purchase rates, in weeks
    #[arg(long, value_name = "NUMBER", default_value = "4.414", value_parser = positive, help_heading = "Model")]
    pub(super) alpha: f64,
    /// BG/NBD: first parameter of the chance to leave
    #[arg(long, value_name = "NUMBER", default_value = "0.793", value_parser = positive, help_heading = "Model")]
    pub(super) a: f64,
    /// BG/NBD: second parameter of the chance to leave
    #[arg(long, value_name = "NUMBER", default_value = "2.426", value_parser = positive, help_heading = "Model")]
    pub(super) b: f64,
    /// Gamma-Gamma: shape of one customer's amounts
    #[arg(long, value_name = "NUMBER", default_value = "6.25", value_parser = positive, help_heading = "Model")]
    pub(super) p: f64,
    /// Gamma-Gamma: shape of the customers' means, above 1
    #[arg(long, value_name = "NUMBER", default_value = "3.74", value_parser = above_one, help_heading = "Model")]
    pub(super) q: f64,
    /// Gamma-Gamma: scale; (q-1)/p times the mean order you expect
    #[arg(long, value_name = "NUMBER", default_value = "15.44", value_parser = scale, help_heading = "Model")]
    pub(super) v: f64,
    /// Discount rate a month
    #[arg(long, value_name = "RATE", default_value = "0.01", value_parser = rate, help_heading = "Model")]
    pub(super) discount: f64,
}

/// What a table may leave open.
#[derive(clap::Args)]
#[command(next_help_heading = "Table")]
struct Table {
    /// Column of the customer, by its heading or its number from 1
    #[arg(long, value_name = "COLUMN")]
    customer: Option<String>,
    /// Column of the day, with or without a time
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,
    /// Column of the amount
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["quantity", "price"])]
    amount: Option<String>,
    /// Column of the quantity; with --price instead of --amount
    #[arg(long, value_name = "COLUMN")]
    quantity: Option<String>,
    /// Column of the price of one
    #[arg(long, value_name = "COLUMN")]
    price: Option<String>,
    /// Whether 3/4/2024 is in April or in March; asked where no day of the table tells it
    #[arg(long, value_name = "ORDER")]
    day_order: Option<DayOrder>,
    /// Sign of fractions; asked where no amount of the table tells it
    #[arg(long, value_name = "SIGN")]
    decimal: Option<Decimal>,
    /// Encoding, such as gb18030 or windows-1252; asked where the bytes do not tell it
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<TextEncoding>,
    /// Rows equal in every field: orders of their own, as `lifetimes` has them, or left out, or a mistake
    #[arg(long, value_name = "WHAT", default_value = "keep")]
    equal_rows: EqualRows,
    /// Negative amounts: a mistake, or taken off the customer's earlier orders (of the same amount, else the latest), or left out
    #[arg(long, value_name = "WHAT", default_value = "refuse")]
    refunds: Refunds,
    /// Rows without a customer: a mistake, or left out
    #[arg(long, value_name = "WHAT", default_value = "refuse")]
    nameless: Nameless,
}

/// The words of an option, for values that know no command line.
macro_rules! words {
    ($name:ident, $($word:ident),+) => {
        #[derive(Clone, Copy, ValueEnum)]
        enum $name { $($word),+ }

        impl From<$name> for order_table::$name {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word),+ }
            }
        }
    };
}

words!(DayOrder, DayFirst, MonthFirst);
words!(Decimal, Point, Comma);
words!(EqualRows, Keep, Drop, Refuse);
words!(Refunds, Refuse, Net, Drop);
words!(Nameless, Refuse, Drop);

impl Table {
    fn reading(&self) -> Reading {
        Reading {
            columns: Naming {
                customer: self.customer.clone(),
                date: self.date.clone(),
                amount: self.amount.clone(),
                quantity: self.quantity.clone(),
                price: self.price.clone(),
            },
            day_order: self.day_order.map(Into::into),
            decimal: self.decimal.map(Into::into),
            encoding: self.encoding,
            equal_rows: self.equal_rows.into(),
            refunds: self.refunds.into(),
            nameless: self.nameless.into(),
        }
    }
}

impl Arguments {
    /// The answers to what the table leaves open.
    pub fn reading(&self) -> Reading {
        self.table.reading()
    }

    /// The model that the options name.
    pub fn model(&self) -> Model {
        Model {
            buying: BgNbd { r: self.r, alpha: self.alpha, a: self.a, b: self.b },
            spending: GammaGamma { p: self.p, q: self.q, v: self.v },
            month_weeks: self.month_weeks,
            discount: self.discount,
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| say("cli-wanted-day"))
}

fn encoding(text: &str) -> Result<TextEncoding, String> {
    TextEncoding::named(text).ok_or_else(|| say("cli-wanted-encoding"))
}

fn above(text: &str, low: f64, high: f64) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| *number > low && *number <= high);
    number.ok_or_else(|| say_with("cli-wanted-above", &[("low", low.to_string().into()), ("high", high.to_string().into())]))
}

fn between(text: &str, low: f64, high: f64) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (low..=high).contains(number));
    number.ok_or_else(|| say_with("cli-wanted-between", &[("low", low.to_string().into()), ("high", high.to_string().into())]))
}

fn positive(text: &str) -> Result<f64, String> {
    between(text, 1e-6, 10_000.0)
}

fn above_one(text: &str) -> Result<f64, String> {
    above(text, 1.0, 10_000.0)
}

fn scale(text: &str) -> Result<f64, String> {
    above(text, 0.0, 1e12)
}

fn weeks(text: &str) -> Result<f64, String> {
    above(text, 0.0, 53.0)
}

fn rate(text: &str) -> Result<f64, String> {
    between(text, 0.0, 10.0)
}

/// The options with which the desk's own figures come out: the scenario's priors where they are not the defaults, and the last
/// day that was played.
pub fn as_the_desk(desk: &Model, end: Date) -> String {
    let numbers = [
        ("month-weeks", desk.month_weeks),
        ("r", desk.buying.r),
        ("alpha", desk.buying.alpha),
        ("a", desk.buying.a),
        ("b", desk.buying.b),
        ("p", desk.spending.p),
        ("q", desk.spending.q),
        ("v", desk.spending.v),
        ("discount", desk.discount),
    ];
    let command = Arguments::augment_args(clap::Command::new("analyse"));
    let default = |option: &str| {
        let argument = command.get_arguments().find(|argument| argument.get_long() == Some(option))?;
        argument.get_default_values().first()?.to_str()?.parse::<f64>().ok()
    };
    let other = numbers.into_iter().filter(|(option, number)| default(option) != Some(*number));
    std::iter::once(format!("--end {end}")).chain(other.map(|(option, number)| format!("--{option} {number}"))).collect::<Vec<_>>().join(" ")
}
