//! Every number of the model, with its default, its bounds and its source in docs/model.md.
//!
//! A scenario file may set any of them; nothing else in `sim` holds a parameter. Each table is declared once, in the file of
//! its subject: the field, its type, its default and its lower and upper bound. The reader of scenario files and the
//! authoring guide work from the same declaration; here is what they all have in common.

use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

/// One number (or fixed list of numbers) of a table, as a scenario file may set it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// As the table and the scenario file call it.
    pub name: &'static str,
    /// How many numbers the field holds; 1 is written as a plain number, more as a list.
    pub len: usize,
    /// Least that each of its numbers may be, in file units.
    pub low: f64,
    /// Most that each of its numbers may be, in file units.
    pub high: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// The default in file units (money in yuan, time in hours).
    pub default: Vec<f64>,
    /// What it means, as `rapport check --fields` prints it.
    pub doc: &'static str,
}

/// A group of parameters that a scenario file can set by name.
pub trait Table: Default {
    /// The fields in the order of declaration.
    fn fields() -> Vec<Field>;

    /// Sets a field from file units; false if there is no such field or the count is wrong. Bounds are the caller's to check.
    fn set(&mut self, field: &str, values: &[f64]) -> bool;
}

/// A type that a table field may have, with its file unit.
pub trait Parameter: Sized {
    /// How many numbers of the file make one value.
    const LEN: usize = 1;
    /// Whether only whole numbers are allowed.
    const WHOLE: bool = false;
    /// The value of `LEN` numbers in file units.
    fn from_file(values: &[f64]) -> Self;

    /// The numbers in file units that the value is made of.
    fn to_file(&self) -> Vec<f64>;
}

impl Parameter for f64 {
    fn from_file(values: &[f64]) -> Self {
        values[0]
    }

    fn to_file(&self) -> Vec<f64> {
        vec![*self]
    }
}

impl Parameter for u16 {
    const WHOLE: bool = true;
    fn from_file(values: &[f64]) -> Self {
        values[0] as u16
    }

    fn to_file(&self) -> Vec<f64> {
        vec![f64::from(*self)]
    }
}

impl Parameter for i32 {
    const WHOLE: bool = true;
    fn from_file(values: &[f64]) -> Self {
        values[0] as i32
    }

    fn to_file(&self) -> Vec<f64> {
        vec![f64::from(*self)]
    }
}

/// Yuan in the file.
impl Parameter for Fen {
    fn from_file(values: &[f64]) -> Self {
        Fen((values[0] * 100.0).round() as i64)
    }

    fn to_file(&self) -> Vec<f64> {
        vec![self.to_yuan()]
    }
}

/// Hours in the file.
impl Parameter for Minutes {
    fn from_file(values: &[f64]) -> Self {
        Minutes((values[0] * 60.0).round() as i32)
    }

    fn to_file(&self) -> Vec<f64> {
        vec![self.to_hours()]
    }
}

impl<T: Parameter, const N: usize> Parameter for [T; N] {
    const LEN: usize = N;
    const WHOLE: bool = T::WHOLE;
    fn from_file(values: &[f64]) -> Self {
        std::array::from_fn(|i| T::from_file(&values[i..=i]))
    }

    fn to_file(&self) -> Vec<f64> {
        self.iter().flat_map(Parameter::to_file).collect()
    }
}

macro_rules! table {
    ($(#[$meta:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $field:ident : $type:ty = $default:expr, $low:expr, $high:expr; )* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $( $(#[doc = $doc])+ pub $field: $type, )* }

        impl Default for $name {
            fn default() -> Self {
                $name { $( $field: $default, )* }
            }
        }

        impl Table for $name {
            fn fields() -> Vec<Field> {
                let table = Self::default();
                vec![ $( Field {
                    name: stringify!($field),
                    len: <$type as Parameter>::LEN,
                    low: f64::from($low),
                    high: f64::from($high),
                    whole: <$type as Parameter>::WHOLE,
                    default: table.$field.to_file(),
                    doc: concat!($($doc),+).trim_ascii(),
                }, )* ]
            }

            fn set(&mut self, field: &str, values: &[f64]) -> bool {
                match field {
                    $( stringify!($field) if values.len() == <$type as Parameter>::LEN => {
                        self.$field = <$type as Parameter>::from_file(values);
                        true
                    } )*
                    _ => false,
                }
            }
        }
    };
}

mod care;
mod choice;
mod company;
mod cultivation;
mod gifts;
mod lifecycle;
mod orders;
mod people;
mod planning;
mod prospecting;
mod relations;
mod score;
mod selling;
mod service;
mod tenders;

pub use care::Care;
pub use choice::Choice;
pub use company::{Investing, Tools};
pub use cultivation::Cultivation;
pub use gifts::Gifts;
pub use lifecycle::{Lifecycle, Pool};
pub use orders::{Contracts, Delivery, Goods};
pub use people::{Staffing, Work};
pub use planning::Planning;
pub use prospecting::{Campaigns, Finding, WalkIns};
pub use relations::{Records, Relations};
pub use score::{Insight, Score};
pub use selling::Selling;
pub use service::Service;
pub use tenders::Tenders;

/// Every number of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Rules {
    /// Hours and wages of a person, limits of a plan, credit.
    pub work: Work,
    /// Where a relation starts, and how fast it fades.
    pub relations: Relations,
    /// What writing up adds to record quality, by kind of interaction.
    pub records: Records,
    /// Exhibitions, summits, prospecting, research, qualifying, referrals.
    pub finding: Finding,
    /// Calls, committee, stages, demos, checks, handovers, forecast.
    pub selling: Selling,
    /// How bids, rivals and buying nothing compare; how large needs are.
    pub choice: Choice,
    /// Expectation, product fit, and what a delivery does.
    pub delivery: Delivery,
    /// Visits that sell nothing.
    pub care: Care,
    /// Tickets, the queue, silent problems, checks, surveys, compensation.
    pub service: Service,
    /// Word of mouth, phases, churn, win-back, resignation.
    pub lifecycle: Lifecycle,
    /// Lead times, stock, dates and terms of payment.
    pub goods: Goods,
    /// Gifts and rebates, the policy on them, audits.
    pub gifts: Gifts,
    /// What holds for all media; what one of them brings stands in `Guide::media`.
    pub campaigns: Campaigns,
    /// How bids are judged, and how rivals bid.
    pub tenders: Tenders,
    /// Call centre and web platform.
    pub investments: Investing,
    /// Weights of the score, and what customer equity counts with.
    pub score: Score,
    /// What the buying models start from, and when a leader grows uneasy.
    pub insight: Insight,
    /// Who is received and written down of those that come of themselves.
    pub walk_ins: WalkIns,
    /// Cost to serve, performance against the promise, renewal.
    pub contracts: Contracts,
    /// What each tool for customer data holds, and what it takes to integrate it.
    pub tools: Tools,
    /// Work outside one's role, skill, hiring, training, overwork.
    pub staffing: Staffing,
    /// Nurturing and solution design.
    pub cultivation: Cultivation,
    /// When customers go to the pool, and what a new owner finds.
    pub pool: Pool,
    /// The hours that a plan starts from.
    pub planning: Planning,
}
