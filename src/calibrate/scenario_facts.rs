//! The facts that a scenario claims of itself, judged.

use super::measure::Figure;
use super::verdict::{Asked, Finding, at_least, at_most};
use super::{Observation, Value};
use crate::scenario::{Compare, OwnFact};

/// What boards say of fact number `place` of the scenario.
pub(super) fn find(fact: &OwnFact, place: usize, boards: &[Observation]) -> Finding {
    let pairs = || boards.iter().filter_map(|board| board.own.get(place));
    let value = match fact.compare {
        Compare::Beats => beats(pairs()),
        // a share of less than nothing says nothing
        Compare::Ratio => pooled(pairs()).filter(|[_, b]| *b > 0.0).map(|[a, b]| a / b),
        Compare::Difference => pooled(pairs()).map(|[a, b]| a - b),
    };
    // nothing to count: no claim can hold, and none can fall short
    let asked = value.map_or_else(
        || vec![Asked::Enough(false)],
        |v| fact.least.map(|least| at_least(v, least)).into_iter().chain(fact.most.map(|most| at_most(v, most))).collect(),
    );
    let [first, second] = &fact.policies;
    let how = match fact.compare {
        Compare::Ratio => "over",
        Compare::Difference => "less",
        Compare::Beats => "beats",
    };
    Finding {
        id: fact.id.to_string(),
        what: format!("{} [{}: {} {how} {}]", fact.what.en, fact.measure, first.name, second.name),
        value: Value::One(value.unwrap_or(0.0)),
        threshold: threshold(fact.least, fact.most),
        asked,
    }
}

/// All boards together; None where nothing was counted for one of the two.
fn pooled<'a>(pairs: impl Iterator<Item = &'a [Figure; 2]>) -> Option<[f64; 2]> {
    let mut sums = [Figure::default(); 2];
    for pair in pairs {
        for (sum, figure) in sums.iter_mut().zip(pair) {
            *sum += *figure;
        }
    }
    Some([sums[0].value()?, sums[1].value()?])
}

/// Share of the boards on which the first figure is the larger one.
fn beats<'a>(pairs: impl Iterator<Item = &'a [Figure; 2]>) -> Option<f64> {
    let (mut won, mut counted) = (0u32, 0u32);
    for [a, b] in pairs {
        if let (Some(a), Some(b)) = (a.value(), b.value()) {
            counted += 1;
            won += u32::from(a > b);
        }
    }
    (counted > 0).then(|| f64::from(won) / f64::from(counted))
}

fn threshold(least: Option<f64>, most: Option<f64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!(">= {least}"),
        (None, Some(most)) => format!("<= {most}"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bots::BotKind;
    use crate::scenario::{Measure, Played};
    use crate::sim::scenario::Text;

    fn claim(compare: Compare, least: Option<f64>, most: Option<f64>) -> OwnFact {
        let played = |kind: BotKind| Played { name: kind.id().to_owned(), policy: kind.policy() };
        OwnFact {
            id: "claim".into(),
            what: Text::new("It pays", "值得"),
            policies: [played(BotKind::Balanced), played(BotKind::Passive)],
            measure: Measure::WinRate,
            compare,
            least,
            most,
        }
    }

    /// 1 of 2 against 1 of 4, then 5 of 8 against 0 of 0: 6 of 10 against 1 of 4.
    fn boards() -> Vec<Observation> {
        let figure = |part, whole| Figure { part, whole };
        [[figure(1.0, 2.0), figure(1.0, 4.0)], [figure(5.0, 8.0), figure(0.0, 0.0)]]
            .into_iter()
            .map(|pair| Observation { own: vec![pair], ..Observation::default() })
            .collect()
    }

    #[test]
    fn claims_are_held_against_all_boards_together() {
        for (compare, least, most, value, holds) in [
            (Compare::Ratio, Some(2.0), None, 2.4, true),
            (Compare::Ratio, Some(2.5), None, 2.4, false),
            (Compare::Difference, Some(0.3), Some(0.4), 0.35, true),
            (Compare::Difference, None, Some(0.3), 0.35, false),
            // the second board says nothing of the passive team
            (Compare::Beats, Some(1.0), None, 1.0, true),
            (Compare::Beats, None, Some(0.5), 1.0, false),
        ] {
            let fact = find(&claim(compare, least, most), 0, &boards());
            let Value::One(found) = fact.value else { panic!("one figure") };
            let is_met = fact.asked.iter().all(|asked| matches!(asked, Asked::Margin(margin) if *margin >= 0.0));
            assert!((found - value).abs() < 1e-12 && is_met == holds, "{compare:?} {least:?} {most:?}: {fact:?}");
        }
    }

    #[test]
    fn a_claim_about_nothing_does_not_hold() {
        let empty = [Observation { own: vec![[Figure::default(); 2]], ..Observation::default() }];
        for compare in [Compare::Ratio, Compare::Difference, Compare::Beats] {
            assert_eq!(find(&claim(compare, None, Some(1.0)), 0, &empty).asked, [Asked::Enough(false)]);
        }
    }

    #[test]
    fn the_report_says_what_was_compared() {
        let fact = find(&claim(Compare::Beats, Some(0.5), Some(0.9)), 0, &boards());
        assert_eq!(fact.what, "It pays [WinRate: balanced beats passive]");
        assert_eq!(fact.threshold, "0.5 to 0.9");
    }
}
