//! What is said of forecasts: how near they came, and of those that nobody filed, that nobody did.

use crate::insight::forecast::{self, Month};
use crate::prose::Prose;
use crate::prose::writing::or_dash;
use crate::sim::units::{Fen, Round};

/// An accuracy, 0-1, of a month or of several; a forecast that was not filed has none. A dash before the first month.
#[must_use]
pub fn accuracy(prose: &Prose, accuracy: Option<f64>) -> String {
    match accuracy {
        None if !prose.view.past.months.is_empty() => prose.say("forecast-none"),
        accuracy => or_dash(accuracy.map(|share| prose.percent(share))),
    }
}

/// How near the forecast of a month came; of one that foretold nothing, that it did. A dash where there was nothing to foretell: who
/// forecast nothing for a month in which no deal that the team knew was decided was right. A forecast nobody filed costs points all the
/// same, and is told as such.
#[must_use]
pub fn accuracy_of_month(prose: &Prose, month: &Month) -> String {
    if month.expected.is_some() && month.accuracy.is_none() && month.actual <= Fen::ZERO && !was_due(prose, month.round) {
        return or_dash(None);
    }
    match month.expected {
        Some(expected) if expected <= Fen::ZERO => prose.say("forecast-nothing"),
        _ => accuracy(prose, month.accuracy),
    }
}

/// Whether a deal was decided in a month of which the team had heard before.
fn was_due(prose: &Prose, round: Round) -> bool {
    prose.view.deals.iter().any(|deal| deal.due == round && deal.seen < round)
}

/// The same by the round of the month, 1 for the first; a dash for one that was not played.
#[must_use]
pub fn accuracy_in(prose: &Prose, round: Round) -> String {
    let found = forecast::months(prose.view).into_iter().find(|month| month.round == round);
    or_dash(found.map(|month| accuracy_of_month(prose, &month)))
}

/// Months for which no forecast was filed.
#[must_use]
pub fn unfiled(prose: &Prose) -> usize {
    prose.view.past.months.iter().filter(|m| m.forecast_accuracy.is_none()).count()
}

/// What the points for forecasts and order are given for; how many forecasts are missing, each of which counts as missed.
#[must_use]
pub fn scored(prose: &Prose) -> String {
    match unfiled(prose) {
        0 => prose.say("score-forecast-hint"),
        missing => prose.say_with("score-forecast-unfiled", &[("count", missing.into()), ("months", prose.view.past.months.len().into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::insight::{kpi, orders};
    use crate::prose::key_figures;
    use crate::words::Lang;

    #[test]
    fn a_forecast_of_nothing_is_told_as_one() {
        let mut view = noted(&played(1, 3));
        let deal = view.deals.first_mut().expect("a deal");
        (deal.due, deal.seen) = (Round(2), Round(1));
        let month = |expected: Option<i64>, accuracy| Month { round: Round(2), expected: expected.map(Fen::yuan), actual: Fen::ZERO, accuracy };
        for (lang, nothing) in [(Lang::En, "nothing forecast"), (Lang::Zh, "预测为零")] {
            let prose = Prose::new(&view, lang);
            assert_eq!(accuracy_of_month(&prose, &month(Some(0), None)), nothing);
            assert_eq!(accuracy_of_month(&prose, &month(Some(9), Some(0.25))), prose.percent(0.25));
            assert_eq!(accuracy_of_month(&prose, &month(None, None)), prose.say("forecast-none"));
            assert_eq!(accuracy_in(&prose, Round(9)), "—");
        }
        // where nothing could be foretold nobody is reproached, but what was not filed costs points all the same
        view.deals.clear();
        let prose = Prose::new(&view, Lang::En);
        assert_eq!([Some(0), None].map(|expected| accuracy_of_month(&prose, &month(expected, None))), ["—", "not filed"]);
    }

    #[test]
    fn what_nobody_filed_has_no_accuracy() {
        let mut view = noted(&played(1, 3));
        for month in &mut view.past.months {
            month.forecast_accuracy = None;
        }
        for past in &mut view.past.rounds {
            past.happened.clear();
        }
        let prose = Prose::new(&view, Lang::En);
        assert_eq!((accuracy(&prose, None), accuracy(&prose, Some(0.0))), ("not filed".to_owned(), "0%".to_owned()));
        assert_eq!(scored(&prose), "3 of 3 forecasts not filed: each counts as missed");
        let rows = key_figures::rows(&prose, &kpi::kpis(&view, &orders::customers(&view)));
        let figure = rows.iter().find(|row| row.name == prose.say("kpi-accuracy")).map(|row| row.value.as_str());
        assert_eq!(figure, Some("not filed"));
        view.past.months[1].forecast_accuracy = Some(0.5);
        assert_eq!(unfiled(&Prose::new(&view, Lang::En)), 2);
        view.past.months.clear();
        let prose = Prose::new(&view, Lang::En);
        assert_eq!((accuracy(&prose, None), scored(&prose)), ("—".to_owned(), prose.say("score-forecast-hint")));
    }
}
