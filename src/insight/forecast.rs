//! Forecasts held against what came: accuracy of the sums, Brier score of the chances (docs/model.md#forecast-accuracy).

use super::journey::journeys;
use super::mean;
use crate::sim::books::accuracy;
use crate::sim::journal::report::Happened;
use crate::sim::units::{Fen, Round};
use crate::sim::view::View;

/// Mean of (chance - what came)^2: 0 for a prophet, .25 for somebody who always says one half. None of nothing.
#[must_use]
pub fn brier(foretold: impl IntoIterator<Item = (f64, bool)>) -> Option<f64> {
    mean(foretold.into_iter().map(|(chance, came)| {
        let miss = chance - if came { 1.0 } else { 0.0 };
        miss * miss
    }))
}

/// A month's forecast and what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// A month that was resolved.
    pub round: Round,
    /// None if nobody filed one.
    pub expected: Option<Fen>,
    /// Sales and fees of the month.
    pub actual: Fen,
    /// 1 - |F - A|/max(F, A), 0-1; None if nobody filed a forecast, or one of nothing.
    pub accuracy: Option<f64>,
}

/// Every resolved month.
#[must_use]
pub fn months(view: &View) -> Vec<Month> {
    let filed = |round: Round| {
        let past = view.past.rounds.get(usize::from(round.0).checked_sub(1)?)?;
        past.happened.iter().find_map(|happened| if let Happened::ForecastChecked { expected, .. } = happened { Some(*expected) } else { None })
    };
    let months = view.past.months.iter();
    months
        .map(|month| {
            let expected = filed(month.round);
            Month { round: month.round, expected, actual: month.revenue, accuracy: accuracy_of(expected, month.revenue) }
        })
        .collect()
}

/// How near a forecast came; a forecast of nothing foretells nothing, and so has no accuracy.
fn accuracy_of(expected: Option<Fen>, actual: Fen) -> Option<f64> {
    expected.filter(|&expected| expected > Fen::ZERO).map(|expected| accuracy(expected, actual))
}

/// For every decided deal that the plan of its last month could see: the win rate of its stage, and whether it was won.
#[must_use]
pub fn foretold(view: &View) -> Vec<(f64, bool)> {
    let rates = &view.guide.rules.selling.stage_win_rates;
    let decided = journeys(view).into_iter().filter_map(|way| {
        let (round, won) = way.decided?;
        let stage = usize::from(way.stage_before(round)).checked_sub(1)?;
        Some((rates[stage], won))
    });
    decided.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accuracy_is_measured_by_the_larger() {
        let yuan = |f, a| accuracy(Fen::yuan(f), Fen::yuan(a));
        assert_eq!([yuan(80, 100), yuan(100, 80), yuan(0, 0), yuan(50, 0), yuan(7, 7)], [0.8, 0.8, 1.0, 0.0, 1.0]);
    }

    #[test]
    fn a_forecast_of_nothing_has_no_accuracy() {
        assert_eq!((accuracy_of(Some(Fen::ZERO), Fen::ZERO), accuracy_of(Some(Fen::ZERO), Fen::yuan(9)), accuracy_of(None, Fen::ZERO)), (None, None, None));
        assert_eq!(accuracy_of(Some(Fen::yuan(80)), Fen::yuan(100)), Some(0.8));
    }

    #[test]
    fn the_brier_score_by_hand() {
        // (.5^2 + .2^2 + .8^2)/3
        let found = brier([(0.5, true), (0.8, true), (0.8, false)]);
        assert!(found.is_some_and(|score| (score - 0.31).abs() < 1e-12), "{found:?}");
        assert_eq!(brier([]), None);
    }
}
