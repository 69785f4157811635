//! Whether a month needs a player (F41).

use super::super::months::Months;
use super::super::verdict::{Finding, at_least};
use super::{Evidence, mean, one, several};

/// Most points that every plan handed in as it opened may bring.
const UNTOUCHED: f64 = 50.0;
/// Points by which good answers must be better than any.
const BETTER: f64 = 10.0;

/// Share of the boards on which `holds` of the teams that leave the month as it opens.
fn share(e: &Evidence, holds: impl Fn(&Months) -> bool) -> f64 {
    mean(e.boards.iter().map(|board| f64::from(u8::from(holds(&board.months)))))
}

fn untouched(e: &Evidence) -> f64 {
    share(e, |m| m.opened <= UNTOUCHED)
}

/// In any market.
pub(super) fn clicking(e: &Evidence, facts: &mut Vec<Finding>) {
    let share = untouched(e);
    one(facts, "F41", "every plan handed in as it opened scores 50 at most", ">= 0.90", share, [at_least(share, 0.90)]);
}

/// Where the story is told: what is asked must be worth an answer, too.
pub(super) fn answers(e: &Evidence, facts: &mut Vec<Finding>) {
    let (untouched, better) = (untouched(e), share(e, |m| m.well - m.by_luck >= BETTER));
    several(
        facts,
        "F41",
        "every plan handed in as it opened scores 50 at most; its questions answered well score 10 more than answered by luck",
        ">= 0.90, >= 0.60",
        vec![untouched, better],
        [at_least(untouched, 0.90), at_least(better, 0.60)],
    );
}

#[cfg(test)]
mod tests {
    use super::super::super::observation::Observation;
    use super::super::super::verdict::Asked;
    use super::*;
    use crate::scenario;
    use std::sync::Arc;

    #[test]
    fn shares_of_boards_are_counted_against_fifty_and_ten_points() {
        let (file, text) = scenario::embedded()[0];
        let scenario = Arc::new(scenario::read(file, text.as_bytes()).expect("it reads"));
        let board = |opened, well, by_luck| Observation { months: Months { opened, well, by_luck }, ..Observation::default() };
        // 50 is no more than 50, and 10 points are enough; the last board fails both
        let boards = [board(50.0, 60.0, 50.0), board(20.0, 41.0, 30.0), board(20.0, 39.0, 30.0), board(50.1, 40.0, 39.0)];
        let evidence = Evidence { scenario: &scenario, seeds: 0..4, boards: &boards };
        assert_eq!((untouched(&evidence), share(&evidence, |m| m.well - m.by_luck >= BETTER)), (0.75, 0.5));
        let mut facts = Vec::new();
        answers(&evidence, &mut facts);
        clicking(&evidence, &mut facts);
        let asked: Vec<(&str, Vec<Asked>)> = facts.iter().map(|fact| (fact.id.as_str(), fact.asked.clone())).collect();
        assert_eq!(asked, [("F41", vec![at_least(0.75, 0.90), at_least(0.5, 0.60)]), ("F41", vec![at_least(0.75, 0.90)])]);
    }
}
