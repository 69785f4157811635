//! What a teacher wants to know of a scenario before a class plays it: which ways to play win, how much is luck, whether
//! it is too easy or too hard, whether it lasts long enough.

use super::statistics::spearman;
use super::{Observation, Outcome};
use crate::bots::BotKind;
use serde::Serialize;

/// The bots on all boards together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overview {
    /// Best first.
    pub ranking: Vec<Standing>,
    /// Where all variance of the bots' results comes from, the passive one left out; the three sum to 1.
    pub variance: Variance,
    /// A random plan on the scale on which doing nothing is 0 and the reference bot 100.
    pub random: f64,
    /// Contribution of the reference bot, in yuan: below zero even a sound team loses money.
    pub reference_contribution: f64,
    /// How well the order at half time agrees with that at the end: rank correlation, -1 to 1.
    pub halfway: f64,
    /// The same of the order on one board and that on all, as a mean over the boards.
    pub one_board: f64,
}

/// How one bot did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Its [`BotKind::id`].
    pub bot: &'static str,
    /// Contribution + .8 customer equity, mean, in yuan.
    pub worth: f64,
    /// Share of the boards on which no other bot was worth more.
    pub first: f64,
}

/// Shares of the variance of worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Variance {
    /// How a team plays.
    pub strategy: f64,
    /// Which board it plays on: the same luck for every team of a class.
    pub board: f64,
    /// What is left: luck that helps one way to play more than another.
    pub rest: f64,
}

/// A strategy that is first on this share of the boards leaves nothing to think about.
const DOMINANT: f64 = 0.8;
/// A random plan that reaches this share of the reference bot makes a game too easy.
const EASY: f64 = 60.0;
/// Below this agreement a game has not told strategies apart.
const SETTLED: f64 = 0.7;

impl Overview {
    /// Sums up the games of all bots, an observation for each board.
    #[must_use]
    pub fn of(boards: &[Observation]) -> Overview {
        let worth = |kind: BotKind| mean(boards.iter().filter_map(|b| b.bots.get(kind as usize)).map(|o| o.worth));
        let mut ranking: Vec<Standing> = BotKind::ALL
            .iter()
            .map(|&kind| {
                let best = |b: &&Observation| b.bots.get(kind as usize).is_some_and(|own| b.bots.iter().all(|other| other.worth <= own.worth));
                Standing { bot: kind.id(), worth: worth(kind), first: boards.iter().filter(best).count() as f64 / boards.len().max(1) as f64 }
            })
            .collect();
        // ties keep the order of the bots
        ranking.sort_by(|a, b| b.worth.total_cmp(&a.worth));
        let [balanced, random, passive] = [BotKind::Balanced, BotKind::Random, BotKind::Passive].map(worth);
        let span = balanced - passive;
        let at = |of: fn(&Outcome) -> f64| -> Vec<f64> {
            (0..BotKind::ALL.len()).map(|place| mean(boards.iter().filter_map(|b| b.bots.get(place)).map(of))).collect()
        };
        let end = at(|o| o.worth);
        let on = |board: &Observation| board.bots.iter().map(|o| o.worth).collect::<Vec<f64>>();
        Overview {
            ranking,
            variance: variance(boards),
            random: if span > 0.0 { 100.0 * (random - passive) / span } else { 0.0 },
            reference_contribution: mean(boards.iter().filter_map(|b| b.bots.first()).map(|o| o.contribution)),
            halfway: spearman(&at(|o| o.halfway), &end),
            one_board: mean(boards.iter().map(|board| spearman(&on(board), &end))),
        }
    }

    /// The bot that is first nearly everywhere, if there is one.
    #[must_use]
    pub fn dominant(&self) -> Option<&Standing> {
        self.ranking.iter().find(|standing| standing.first >= DOMINANT)
    }

    /// Whether chance nearly does as well as sound play.
    #[must_use]
    pub fn is_easy(&self) -> bool {
        self.random >= EASY
    }

    /// Whether even a sound team loses money within the game.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.reference_contribution < 0.0
    }

    /// Whether one board tells ways to play apart as all boards do.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.one_board >= SETTLED
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Two-way analysis of worth by bot and board, without the passive bot.
fn variance(boards: &[Observation]) -> Variance {
    let rows: Vec<Vec<f64>> = boards.iter().map(|b| b.bots.iter().take(BotKind::Passive as usize).map(|o| o.worth).collect()).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let all = mean(rows.iter().flatten().copied());
    let (mut total, mut strategy, mut board) = (0.0, 0.0, 0.0);
    for value in rows.iter().flatten() {
        total += (value - all) * (value - all);
    }
    for place in 0..columns {
        let own = mean(rows.iter().map(|row| row[place]));
        strategy += rows.len() as f64 * (own - all) * (own - all);
    }
    for row in &rows {
        let own = mean(row.iter().copied());
        board += columns as f64 * (own - all) * (own - all);
    }
    if total <= 0.0 {
        return Variance::default();
    }
    Variance { strategy: strategy / total, board: board / total, rest: 1.0 - (strategy + board) / total }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Boards on which every bot is worth what `worth(board, bot)` says.
    fn boards(count: usize, worth: impl Fn(usize, usize) -> f64) -> Vec<Observation> {
        (0..count)
            .map(|board| Observation {
                bots: (0..BotKind::ALL.len()).map(|bot| Outcome { worth: worth(board, bot), halfway: worth(board, bot), ..Outcome::default() }).collect(),
                ..Observation::default()
            })
            .collect()
    }

    #[test]
    fn variance_is_shared_out_by_its_source() {
        let close = |found: Variance, strategy: f64, board: f64| {
            assert!((found.strategy - strategy).abs() < 1e-9 && (found.board - board).abs() < 1e-9, "{found:?}");
            assert!((found.strategy + found.board + found.rest - 1.0).abs() < 1e-9);
        };
        close(variance(&boards(4, |_, bot| bot as f64)), 1.0, 0.0);
        close(variance(&boards(4, |board, _| board as f64)), 0.0, 1.0);
        // sixteen bots: +-1 by the bot's parity, +-2 by the board's: 1 and 4 of 5
        let sign = |n: usize| if n.is_multiple_of(2) { 1.0 } else { -1.0 };
        close(variance(&boards(4, |board, bot| sign(bot) + 2.0 * sign(board))), 0.2, 0.8);
        // a product of the two is neither
        close(variance(&boards(4, |board, bot| sign(bot) * sign(board))), 0.0, 0.0);
    }

    #[test]
    fn the_ranking_names_who_dominates() {
        let overview = Overview::of(&boards(10, |board, bot| if bot == 3 && board > 0 { 100.0 } else { -(bot as f64) }));
        assert_eq!((overview.ranking[0].bot, overview.ranking[0].first), (BotKind::ALL[3].id(), 0.9));
        assert_eq!(overview.dominant().map(|s| s.bot), Some(BotKind::ALL[3].id()));
        let split = Overview::of(&boards(10, |board, bot| if bot == board % 2 { 1.0 } else { 0.0 }));
        assert_eq!(split.dominant(), None);
        let sound = Overview::of(&boards(10, |_, bot| -(bot as f64)));
        assert_eq!(sound.dominant().map(|s| s.bot), Some(BotKind::Balanced.id()));
    }

    #[test]
    fn difficulty_and_length_are_judged() {
        // balanced 100, random 80, passive 0
        let easy = Overview::of(&boards(2, |_, bot| match BotKind::ALL[bot] {
            BotKind::Balanced => 100.0,
            BotKind::Random => 80.0,
            BotKind::Passive => 0.0,
            _ => 10.0 + bot as f64,
        }));
        assert!((easy.random - 80.0).abs() < 1e-9 && easy.one_board > 0.99);
        assert!(easy.is_easy() && easy.is_settled() && !easy.is_hard());
        let noisy = Overview::of(&boards(2, |board, bot| if board == 0 { bot as f64 } else { 16.5 - bot as f64 }));
        assert!(!noisy.is_settled() && !noisy.is_easy(), "{noisy:?}");
    }
}
