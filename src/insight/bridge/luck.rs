//! How lucky a team was with its quotes: what came in beside what was to be expected by the chances they had.

use crate::sim::journal::report::Happened;
use crate::sim::units::Fen;
use crate::sim::view::View;

/// The quotes that were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Luck {
    /// How many.
    pub quotes: usize,
    /// What they would have brought on average: each price times its chance.
    pub expected: Fen,
    /// What they brought.
    pub came: Fen,
}

/// Over all months, as far as the chances are known.
#[must_use]
pub fn luck(view: &View) -> Luck {
    let mut luck = Luck::default();
    for happened in view.past.rounds.iter().flat_map(|month| &month.happened) {
        let (price, chance, came) = match happened {
            Happened::Won { amount, chance, .. } => (*amount, *chance, *amount),
            Happened::NotWon { deal, chance, .. } => {
                let Some(quote) = view.deal(*deal).and_then(|deal| deal.quote.as_ref()) else { continue };
                (quote.price, *chance, Fen::ZERO)
            }
            _ => continue,
        };
        luck = Luck { quotes: luck.quotes + 1, expected: luck.expected + price.scale(chance), came: luck.came + came };
    }
    luck
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};

    #[test]
    fn over_many_games_luck_evens_out_and_in_one_it_does_not() {
        let (mut sum, mut apart) = (Luck::default(), 0);
        for seed in 1..=24 {
            let found = luck(&noted(&played(seed, 12)));
            assert!(found.quotes > 0 && found.expected > Fen::ZERO, "{seed}");
            let ratio = found.came.0 as f64 / found.expected.0 as f64;
            apart += usize::from((ratio - 1.0).abs() > 0.15);
            sum = Luck { quotes: sum.quotes + found.quotes, expected: sum.expected + found.expected, came: sum.came + found.came };
        }
        let ratio = sum.came.0 as f64 / sum.expected.0 as f64;
        assert!((0.9..1.1).contains(&ratio) && apart > 4, "{ratio} {apart} {sum:?}");
    }
}
