//! The facts that a scenario claims of itself: two ways to play, a measure, and how far they must lie apart.
//!
//! Players never see them; `calibrate` plays the policies and holds the author to the claim. So a lesson is proven by the
//! game and not by its text alone.

use super::guide::STORY;
use super::values::Values;
use crate::bots::{Allowed, BotKind, Policy, Setting};
use crate::checked_ron::{At, Kind, Reader};
use crate::sim::scenario::Text;
use std::fmt;
use std::sync::Arc;

const MAX_FACTS: usize = 40;
/// Far above any money of a game, in yuan.
const MOST: f64 = 1e12;

/// One claim of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFact {
    /// By which reports name it, unique in the file.
    pub id: Arc<str>,
    /// The claim in words.
    pub what: Text,
    /// The first is compared with the second.
    pub policies: [Played; 2],
    /// What is taken of the games of both policies.
    pub measure: Measure,
    /// How the two figures become the one that the bounds are for.
    pub compare: Compare,
    /// Lowest value with which it holds; at least one of the two bounds is given.
    pub least: Option<f64>,
    /// Highest value with which it holds.
    pub most: Option<f64>,
}

/// A way to play: a bot, perhaps with changed knobs.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// As the file says it, for reports: `balanced`, or `balanced (care 0, sales_care 0)`.
    pub name: String,
    /// The bot's policy with those knobs turned.
    pub policy: Policy,
}

/// How the two policies are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The first policy's figure over the second's, each over all boards together; holds only where the second's is above zero.
    Ratio,
    /// The first's figure minus the second's.
    Difference,
    /// Share of the boards on which the first's figure is the larger one; boards that say nothing of either are left out.
    Beats,
}

const COMPARES: [(&str, Compare); 3] = [("Ratio", Compare::Ratio), ("Difference", Compare::Difference), ("Beats", Compare::Beats)];

/// Declares what can be measured: the word of the file and what it means.
macro_rules! measures {
    ($( $(#[doc = $doc:literal])+ $name:ident, )*) => {
        /// What is measured of a team's game. Rates count all boards together: so many of so many.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Measure { $( $(#[doc = $doc])+ $name, )* }

        impl Measure {
            /// Word, measure and meaning, in the order of declaration.
            pub const ALL: &'static [(&'static str, Measure, &'static str)] = &[ $( (stringify!($name), Measure::$name, concat!($($doc),+)), )* ];
        }
    };
}

measures! {
    /// Contribution + .8 customer equity, in yuan.
    Worth,
    /// Profit of the game, in yuan: sales and goods as they are sold, whenever they are paid.
    Contribution,
    /// Profit of the first quarter of the rounds, in yuan.
    EarlyContribution,
    /// Customer equity at the end, in yuan.
    Equity,
    /// The score out of 100.
    Score,
    /// Sales of the game, in yuan.
    Revenue,
    /// Money at the end, in yuan.
    Cash,
    /// Orders won.
    Orders,
    /// Share of the bids for a first order that won.
    FirstWinRate,
    /// Share of the bids for a repeat order that won.
    RepeatWinRate,
    /// Share of all bids that won.
    WinRate,
    /// Share of the needs the team heard of that became its orders.
    CloseRate,
    /// Share of the customers with orders that were never lost.
    Retention,
    /// Share of the customers with orders that were lost at least once.
    Churn,
    /// Share of the customers with orders whose account manager left that were not lost afterwards.
    LeaversCustomersKept,
    /// Share of the leads that once stood still for `rules.pool.stuck` rounds, without an order or an open deal, that have bought by the end.
    StuckLeadsWon,
    /// Satisfaction of the customers with orders, 0 to 100, at the end.
    Satisfaction,
    /// Trust of the customers with orders, 0 to 100, at the end.
    Trust,
    /// Customers with orders and not lost, at the end.
    ActiveCustomers,
    /// Customers won with a first order.
    NewCustomers,
    /// Customers found by the word of others.
    Referred,
    /// Share of the tickets solved in time.
    ServiceLevel,
    /// Share of a month's sales that the forecast got right, over the months with a forecast.
    ForecastAccuracy,
    /// Share of the games with an order of the main customer in which it was never lost.
    MainCustomerKept,
    /// Sales to the main customer, in yuan.
    MainCustomerRevenue,
    /// Share of the customers that came of themselves who left a name.
    CaptureRate,
    /// Share of the contracts' monthly promises that were kept.
    PromisesKept,
    /// Fees of the contracts that run at the end, a month, in yuan.
    Fees,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// The `facts` of a file; empty where it claims nothing.
pub(super) fn facts(r: &mut Reader, at: Option<&At<'_>>) -> Option<Vec<OwnFact>> {
    let Some(at) = at else { return Some(Vec::new()) };
    let items = r.items(at, MAX_FACTS)?;
    r.ids(Some(&items), "fact");
    items.iter().map(|at| fact(r, at)).collect::<Vec<_>>().into_iter().collect()
}

fn fact(r: &mut Reader, at: &At<'_>) -> Option<OwnFact> {
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let what = r.need(&mut record, "what", |r, at| r.both(at, STORY));
    let policies = r.need(&mut record, "policies", pair);
    let measures: Vec<(&str, Measure)> = Measure::ALL.iter().map(|&(word, measure, _)| (word, measure)).collect();
    let measure = r.need(&mut record, "measure", |r, at| r.choice(at, &measures));
    let compare = r.need(&mut record, "compare", |r, at| r.choice(at, &COMPARES));
    let (low, high) = if compare == Some(Compare::Beats) { (0.0, 1.0) } else { (-MOST, MOST) };
    let bounded = [record.field("least"), record.field("most")].iter().any(Option::is_some);
    let least = r.may(&mut record, "least", |r, at| r.number(at, low, high));
    let most = r.may(&mut record, "most", |r, at| r.number(at, low, high));
    r.close(&record);
    if !bounded {
        r.complain(at, "no threshold", "least, most or both");
    }
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        r.complain(&record.blame("most"), "below the least", format!("a number from {least} on"));
    }
    Some(OwnFact { id: id?.into(), what: what?, policies: policies?, measure: measure?, compare: compare?, least, most })
}

fn pair(r: &mut Reader, at: &At<'_>) -> Option<[Played; 2]> {
    let items = r.items(at, 2)?;
    let [first, second] = &items[..] else {
        r.complain(at, "one policy", "a list of two");
        return None;
    };
    let (first, second) = (played(r, first), played(r, second));
    let (first, second) = (first?, second?);
    if first.policy == second.policy {
        r.complain(at, "the same policy twice", "two that differ");
        return None;
    }
    Some([first, second])
}

/// The id of a bot, or `(bot: "balanced", care: 0)`: a bot with some knobs turned.
fn played(r: &mut Reader, at: &At<'_>) -> Option<Played> {
    if matches!(at.node.kind, Kind::Text(_)) {
        let kind = bot(r, at)?;
        return Some(Played { name: kind.id().to_owned(), policy: kind.policy() });
    }
    let mut record = r.record(at)?;
    let kind = r.need(&mut record, "bot", bot);
    let mut policy = kind.unwrap_or(BotKind::Balanced).policy();
    let mut turned = Vec::new();
    let before = r.findings.len();
    for knob in Policy::knobs() {
        if let Some(setting) = r.may(&mut record, knob.name, |r, at| setting(r, at, &knob.allowed)) {
            policy.set(knob.name, setting);
            turned.push(format!("{} {setting}", knob.name));
        }
    }
    r.close(&record);
    // of a policy with a mistake nobody knows what was meant, least of all whether it is another one's twin
    let sound = r.findings.len() == before;
    let name = kind.filter(|_| sound)?.id().to_owned();
    Some(Played { name: if turned.is_empty() { name } else { format!("{name} ({})", turned.join(", ")) }, policy })
}

fn bot(r: &mut Reader, at: &At<'_>) -> Option<BotKind> {
    r.named(at, "bot", BotKind::ALL.iter().map(|kind| kind.id())).and_then(BotKind::from_id)
}

fn setting(r: &mut Reader, at: &At<'_>, allowed: &Allowed) -> Option<Setting> {
    match allowed {
        Allowed::Truth => r.truth(at).map(Setting::Truth),
        Allowed::Whole { low, high } => r.whole(at, *low, *high).map(|value| Setting::Number(value.into())),
        Allowed::Number { low, high } => r.number(at, *low, *high).map(Setting::Number),
        Allowed::Yuan { low, high } => r.money(at, *low, *high).map(Setting::Money),
        Allowed::Word(words) => {
            let choices: Vec<(&'static str, &'static str)> = words.iter().map(|&word| (word, word)).collect();
            r.choice(at, &choices).map(Setting::Word)
        }
    }
}
