//! What is wrong with a table, and where.

use super::numbers::Decimal;
use crate::calendar::YEARS;
use std::fmt;

/// More mistakes than these are of no use to anybody.
const MOST: usize = 20;
/// Letters of a field that a message repeats.
const SHOWN: usize = 40;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, the header is 1.
    pub row: u64,
    /// Its name in the header, or its number where it has none.
    pub column: String,
    /// What is wrong.
    pub problem: Problem,
    /// Further rows with the same mistake, where one option answers for all of them.
    pub more: u64,
    /// What may stand there instead.
    pub allowed: Allowed,
}

/// In English, always one line.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}, column {}: {}", self.row, self.column, self.problem)?;
        match self.more {
            0 => {}
            1 => write!(f, " (and 1 more row)")?,
            more => write!(f, " (and {more} more rows)")?,
        }
        write!(f, ", allowed: {}", self.allowed)
    }
}

/// The beginning of a field as a message repeats it, safe to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown(String);

impl Shown {
    pub(super) fn new(text: &str) -> Self {
        let mut shown: String = text.chars().take(SHOWN).flat_map(char::escape_debug).collect();
        if text.chars().nth(SHOWN).is_some() {
            shown.push_str("...");
        }
        Self(shown)
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Kinds of something that a message says: a name for each, for texts in other languages, and what it says in English with
/// its values put in.
macro_rules! told {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $kind:ident $(($($value:ident: $type:ty),+))? = $id:literal, $english:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of])* $kind $({ $(
                #[doc = concat!("As the text names it: `", stringify!($value), "`.")]
                $value: $type
            ),+ })?,)+
        }

        impl $name {
            /// Every kind by its name, with what it says in English; values stand in braces.
            pub const TEXTS: &'static [(&'static str, &'static str)] = &[$(($id, $english)),+];

            /// The kind's name, as keys of texts have it.
            #[must_use]
            pub fn id(&self) -> &'static str {
                match self { $(Self::$kind { .. } => $id),+ }
            }

            /// What is put into the text, by name.
            #[must_use]
            pub fn values(&self) -> Vec<(&'static str, String)> {
                match self { $(Self::$kind $({ $($value),+ })? => vec![$($((stringify!($value), $value.to_string())),+)?]),+ }
            }
        }

        /// In English.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { $(Self::$kind $({ $($value),+ })? => write!(f, $english)),+ }
            }
        }
    };
}

told! {
    /// What is wrong.
    Problem {
        /// No bytes, or none that are text.
        NoText = "no-text", "the file is empty";
        /// A header alone.
        NoOrders = "no-orders", "no orders after the header";
        /// None of the orders is left.
        AllRefunded = "all-refunded", "every order was refunded";
        /// The first line is no header, and nothing tells which column is which.
        NoHeader = "no-header", "there is no header";
        /// A column that is needed was not found.
        Missing(columns: Shown) = "missing", "the column is missing; there are \"{columns}\"";
        /// An option names a column that is not there.
        NotNamed(columns: Shown) = "not-named", "no such column; there are \"{columns}\"";
        /// The same in a table without a header.
        NotNumbered(count: usize) = "not-numbered", "no such column; there are {count}, without a header";
        /// Two columns of one name.
        Twice = "twice", "there are two of this name";
        /// More or fewer fields than the first row has.
        Fields(count: usize) = "fields", "the row has {count} fields";
        /// Nothing stands there.
        Empty = "empty", "is empty";
        /// A name of too many letters.
        Long(count: usize) = "long", "has {count} letters";
        /// Line breaks and the like in a name.
        Control(text: Shown) = "control", "\"{text}\" holds control characters";
        /// More than four thousand million names.
        Names = "names", "more names than can be counted";
        /// A text that is no day.
        NoDate(text: Shown) = "no-date", "\"{text}\" is no date";
        /// Days since 1900, as spreadsheets count them.
        DayNumber(text: Shown) = "day-number", "\"{text}\" is a spreadsheet's number of a day: format the column as a date before saving";
        /// Rows that contradict each other.
        BothOrders(day: u64, month: u64) = "both-orders", "in row {day} the day comes first, in row {month} the month";
        /// Nothing tells which is which.
        DayOrMonth(text: Shown) = "day-or-month", "\"{text}\" may begin with the day or the month";
        /// A text that is no number.
        NoNumber(text: Shown) = "no-number", "\"{text}\" is no number";
        /// More than any order is worth.
        Large(text: Shown) = "large", "\"{text}\" is too large";
        /// A refund.
        Negative(text: Shown) = "negative", "\"{text}\" is negative";
        /// Rows that contradict each other.
        BothSigns(point: u64, comma: u64) = "both-signs", "row {point} has a decimal point, row {comma} a decimal comma";
        /// Nothing tells which it is.
        Thousands(text: Shown) = "thousands", "\"{text}\" may be a fraction or thousands";
        /// The bytes are none of this encoding.
        Encoding(encoding: &'static str) = "encoding", "not text in {encoding}";
        /// A row equal to an earlier one.
        Equal(row: u64) = "equal", "the same order as in row {row}";
    }
}

told! {
    /// What may stand there instead.
    Allowed {
        /// Headings, or options that name columns.
        Header = "header", "a header with customer_id, date and amount, or --customer, --date and --amount (or --quantity and --price) with the name or number of a column";
        /// An order in every row.
        Rows = "rows", "a row for each order";
        /// An order that was not refunded.
        Kept = "kept", "an order that was kept";
        /// A column that is there.
        Column = "column", "the name of a column, or its number from 1";
        /// One column of the name that an option gives.
        OneNamed = "one-named", "one, or the number of a column";
        /// One column of a usual heading.
        One = "one", "one, or the number of a column as an option";
        /// As many fields as the first row.
        Fields(count: usize) = "fields", "{count}, as the first row";
        /// A name.
        Name = "name", "a name of 1 to 200 letters";
        /// A name, or an answer to what becomes of rows without.
        NameOrDrop = "name-or-drop", "a name of 1 to 200 letters, or --nameless drop";
        /// A day.
        Day(from: i32, to: i32) = "day", "a day such as 2012-02-15 or 15/2/2012, with or without a time, years {from} to {to}";
        /// One order of day and month, not two.
        OneOrder = "one-order", "one order in all rows; where it is known which, --day-order names the row that is wrong";
        /// An answer to which comes first.
        DayOrder = "day-order", "--day-order day-first or --day-order month-first";
        /// A number whose fraction begins with a point.
        Point = "point", "digits with a decimal point, without a currency sign";
        /// A number whose fraction begins with a comma.
        Comma = "comma", "digits with a decimal comma, without a currency sign";
        /// No more than an order can be worth.
        AtMost = "at-most", "at most 1000000000000";
        /// An amount, or an answer to what a refund is.
        NotNegative = "not-negative", "0 or more, or --refunds net or --refunds drop";
        /// One sign of fractions, not two.
        OneSign = "one-sign", "one of them in all rows; --decimal names the rows that are wrong";
        /// An answer to which sign it is.
        Decimal = "decimal", "--decimal point or --decimal comma";
        /// An encoding that is known, or named.
        Encoding = "encoding", "UTF-8 (in a spreadsheet: save as CSV UTF-8), or the encoding named by --encoding, such as gb18030 or windows-1252";
        /// An order once, or an answer to what equal rows are.
        Once = "once", "one row for an order, or --equal-rows keep or --equal-rows drop";
    }
}

impl Allowed {
    /// Any day of the years that a table may tell of.
    pub(super) fn day() -> Self {
        Self::Day { from: *YEARS.start(), to: *YEARS.end() }
    }

    /// A number with this sign of fractions.
    pub(super) fn number(decimal: Decimal) -> Self {
        match decimal {
            Decimal::Point => Self::Point,
            Decimal::Comma => Self::Comma,
        }
    }
}

/// A question that one option answers for all rows, and that is therefore put once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    Refund,
    Nameless,
    DayOrder,
    Decimal,
    Encoding,
}

/// The mistakes met so far.
#[derive(Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    questions: Vec<(Question, Fault)>,
}

impl Faults {
    pub fn add(&mut self, row: u64, column: &str, problem: Problem, allowed: Allowed) {
        self.list.push(fault(row, column, problem, allowed));
    }

    /// Put for the first row only; the others are counted.
    pub fn ask(&mut self, question: Question, row: u64, column: &str, problem: impl FnOnce() -> Problem, allowed: Allowed) {
        match self.questions.iter_mut().find(|asked| asked.0 == question) {
            Some((_, asked)) => asked.more += 1,
            None => self.questions.push((question, fault(row, column, problem(), allowed))),
        }
    }

    /// Counts so many further rows of a question that was put.
    pub fn ask_more(&mut self, question: Question, more: u64) {
        if let Some((_, asked)) = self.questions.iter_mut().find(|asked| asked.0 == question) {
            asked.more += more;
        }
    }

    pub fn none(&self) -> bool {
        self.list.is_empty() && self.questions.is_empty()
    }

    pub fn enough(&self) -> bool {
        self.list.len() >= MOST
    }

    /// By row.
    pub fn list(self) -> Vec<Fault> {
        let mut list = self.list;
        list.extend(self.questions.into_iter().map(|(_, fault)| fault));
        list.sort_by_key(|fault| fault.row);
        list
    }
}

fn fault(row: u64, column: &str, problem: Problem, allowed: Allowed) -> Fault {
    Fault { row, column: Shown::new(column).to_string(), problem, more: 0, allowed }
}
