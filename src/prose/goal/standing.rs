//! What counts in the end, and where the teams stand, in words.

use crate::prose::Prose;
use crate::sim::units::Fen;
use crate::words::{Lang, decimal};

/// A part of the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// Where room is short.
    pub short: String,
    /// Points that it is worth at most.
    pub weight: f64,
    /// What brings them, in a sentence.
    pub why: String,
}

/// The keys of the parts, in the order of their weights' table.
pub(super) const PARTS: [&str; 5] = ["contribution", "equity", "relations", "forecast", "compliance"];

/// The five parts of the score, in the order of their weights' table.
#[must_use]
pub fn parts(prose: &Prose) -> Vec<Part> {
    let rules = &prose.view.guide.rules.score;
    let part = |(&key, &weight): (&&str, &f64)| {
        let args =
            [("months", rules.equity_rounds.into()), ("breach", prose.percent(1.0 - rules.breach_share).into()), ("cap", super::made::cap(prose).into())];
        Part {
            name: prose.say(&format!("score-{key}")),
            short: prose.say(&format!("score-{key}-short")),
            weight,
            why: prose.say_with(&format!("goal-{key}"), &args),
        }
    };
    PARTS.iter().zip(&rules.weights).map(part).collect()
}

/// Points of all parts together.
#[must_use]
pub fn full(prose: &Prose) -> f64 {
    prose.view.guide.rules.score.weights.iter().sum()
}

/// What there is to be won, and in what time.
#[must_use]
pub fn goal(prose: &Prose) -> String {
    let args = [("team", prose.view.team_name.as_str().into()), ("months", prose.view.rounds.into()), ("full", decimal(full(prose), 0).into())];
    prose.say_with("goal-lead", &args)
}

/// What nothing and what much are, in the two largest parts.
#[must_use]
pub fn scale(prose: &Prose) -> String {
    prose.say_with("goal-scale", &[("reference", prose.percent(prose.view.guide.rules.score.reference / 100.0).into())])
}

/// How a month goes, in steps.
#[must_use]
pub fn month(prose: &Prose) -> [(String, String); 3] {
    ["plan", "submit", "read"].map(|key| (prose.say(&format!("goal-{key}")), prose.say(&format!("goal-{key}-how"))))
}

/// A place, with the sign of one that is shared: `=1`, `并列1`.
#[must_use]
pub fn rank(prose: &Prose, rank: u16, is_shared: bool) -> String {
    match (is_shared, prose.lang) {
        (false, _) => rank.to_string(),
        (true, Lang::En) => format!("={rank}"),
        (true, Lang::Zh) => format!("并列{rank}"),
    }
}

/// From which month on points are shown.
#[must_use]
pub fn shown_from(prose: &Prose) -> String {
    let from = crate::sim::units::Round(prose.view.guide.rules.score.shown_from);
    prose.say_with("standing-from", &[("month", prose.month_name(from).into())])
}

/// What a team's bids came to in a month: how many were won of those decided, and what they bring.
#[must_use]
pub fn month_won(prose: &Prose, won: usize, decided: usize, orders: Fen) -> String {
    let args = [("won", won.into()), ("decided", decided.into()), ("amount", prose.money_short(orders).into())];
    prose.say_with(if decided == 0 { "month-won-nothing" } else { "month-won" }, &args)
}
