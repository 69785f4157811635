//! Whether figures that luck has a part in are enough to say that a fact holds.
//!
//! A figure of a few hundred games has an error. It is measured by leaving out one part of the boards after the other and
//! looking how far the figure moves (the jackknife: M. H. Quenouille 1956, J. W. Tukey 1958), so that any figure has one,
//! however it is worked out. What is asked of a figure is then said to hold, or to fall short, only where the whole interval
//! of 95 % says so.

use super::{Fact, GROUP, Value};
use serde::Serialize;
use std::ops::RangeInclusive;

/// Into so many parts boards are shared out.
const PARTS: usize = 20;
/// With fewer parts there is no telling how far a figure may be off.
const LEAST_PARTS: usize = 10;
/// Fewer boards than this are no evidence where only a count is asked for.
pub(super) const LEAST_BOARDS: usize = LEAST_PARTS * GROUP;

/// What the boards say of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All that is asked is met, whatever luck had a part in it.
    Holds,
    /// Something that is asked is not met, and luck does not explain it.
    FallsShort,
    /// More boards may show either.
    TooFew,
}

/// One thing that is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Asked {
    /// A figure lies so far on the right side of its bound; on the bound it is right as well.
    Margin(f64),
    /// The same, but on the bound it is wrong.
    Beyond(f64),
    /// Something that one counter-example refutes, or that no luck has a part in.
    Exact(bool),
    /// There is enough to judge by.
    Enough(bool),
}

pub(super) fn at_least(value: f64, least: f64) -> Asked {
    Asked::Margin(value - least)
}

pub(super) fn at_most(value: f64, most: f64) -> Asked {
    Asked::Margin(most - value)
}

pub(super) fn above(value: f64, bound: f64) -> Asked {
    Asked::Beyond(value - bound)
}

pub(super) fn below(value: f64, bound: f64) -> Asked {
    Asked::Beyond(bound - value)
}

pub(super) fn within(value: f64, bounds: &RangeInclusive<f64>) -> [Asked; 2] {
    [at_least(value, *bounds.start()), at_most(value, *bounds.end())]
}

/// A fact as some boards show it, before it is known how sure that is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub id: String,
    pub what: String,
    pub threshold: String,
    pub value: Value,
    pub asked: Vec<Asked>,
}

/// The boards in `parts` parts of whole groups, each spread over all of them: the place of a board's part.
fn part_of(board: usize, parts: usize) -> usize {
    board / GROUP % parts
}

/// How many parts boards make; none where they are too few.
fn parts(boards: usize) -> Option<usize> {
    let parts = (boards / GROUP).min(PARTS);
    (parts >= LEAST_PARTS).then_some(parts)
}

/// Judges what `find` finds on all boards, by what it finds without each part of them.
pub(super) fn judge<T: Clone>(boards: &[T], find: impl Fn(&[T]) -> Vec<Finding>) -> Vec<Fact> {
    let without = |part: usize, parts: usize| -> Vec<Finding> {
        let kept: Vec<T> = boards.iter().enumerate().filter(|(board, _)| part_of(*board, parts) != part).map(|(_, board)| board.clone()).collect();
        find(&kept)
    };
    let others: Vec<Vec<Finding>> = parts(boards.len()).map(|parts| (0..parts).map(|part| without(part, parts)).collect()).unwrap_or_default();
    find(boards).into_iter().enumerate().map(|(place, finding)| fact(finding, &others.iter().filter_map(|list| list.get(place)).collect::<Vec<_>>())).collect()
}

/// `others` are the same fact without one part of the boards each; none where there are too few boards.
fn fact(finding: Finding, others: &[&Finding]) -> Fact {
    let Finding { id, what, threshold, value, asked } = finding;
    let is_exact = !asked.iter().any(|asked| matches!(asked, Asked::Margin(_) | Asked::Beyond(_)));
    let error_of = |figure: &dyn Fn(&Finding) -> Option<f64>| error(&others.iter().filter_map(|other| figure(other)).collect::<Vec<_>>());
    let answers = asked.iter().enumerate().map(|(place, asked)| match *asked {
        Asked::Exact(is_met) => {
            if is_met {
                Verdict::Holds
            } else {
                Verdict::FallsShort
            }
        }
        Asked::Enough(is_met) => {
            if is_met {
                Verdict::Holds
            } else {
                Verdict::TooFew
            }
        }
        Asked::Margin(margin) | Asked::Beyond(margin) => {
            let error = error_of(&|other| match other.asked.get(place)? {
                Asked::Margin(margin) | Asked::Beyond(margin) => Some(*margin),
                Asked::Exact(_) | Asked::Enough(_) => None,
            });
            let on_bound = matches!(asked, Asked::Margin(_));
            error.map_or(Verdict::TooFew, |error| of_interval(margin - error, margin + error, on_bound))
        }
    });
    let verdict = answers.fold(Verdict::Holds, |all, one| match (all, one) {
        (Verdict::FallsShort, _) | (_, Verdict::FallsShort) => Verdict::FallsShort,
        (Verdict::TooFew, _) | (_, Verdict::TooFew) => Verdict::TooFew,
        (Verdict::Holds, Verdict::Holds) => Verdict::Holds,
    });
    let errors = if is_exact {
        Vec::new()
    } else {
        (0..value.figures().len()).filter_map(|place| error_of(&|other| other.value.figures().get(place).copied())).collect()
    };
    Fact { id, what, value, errors, threshold, verdict }
}

/// `on_bound`: a margin of 0 is right.
fn of_interval(low: f64, high: f64, on_bound: bool) -> Verdict {
    let is_right = |margin: f64| margin > 0.0 || (on_bound && margin == 0.0);
    match (is_right(low), is_right(high)) {
        (true, true) => Verdict::Holds,
        (false, false) => Verdict::FallsShort,
        _ => Verdict::TooFew,
    }
}

/// Half of the interval of 95 % of a figure, from the figures without one part each.
fn error(without: &[f64]) -> Option<f64> {
    let count = without.len();
    if count < LEAST_PARTS {
        return None;
    }
    let parts = count as f64;
    let mean = without.iter().sum::<f64>() / parts;
    let squares: f64 = without.iter().map(|figure| (figure - mean) * (figure - mean)).sum();
    Some(student(count - 1) * ((parts - 1.0) / parts * squares).sqrt())
}

/// The 97.5 % point of Student's t: the normal one and the first terms by which it is corrected (R. A. Fisher and E. A. Cornish
/// 1960), right to a thousandth from nine degrees of freedom on.
fn student(freedom: usize) -> f64 {
    let (z, n): (f64, f64) = (1.959_964, freedom as f64);
    let (z3, z5) = (z * z * z, z * z * z * z * z);
    let z7 = z5 * z * z;
    z + (z3 + z) / (4.0 * n) + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n) + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_t_is_that_of_the_tables() {
        for (freedom, point) in [(9, 2.262), (14, 2.145), (19, 2.093), (1_000, 1.962)] {
            assert!((student(freedom) - point).abs() < 1e-3, "{freedom}: {}", student(freedom));
        }
    }

    /// A mean of numbers of which this is asked.
    fn mean_of(boards: &[f64], asked: fn(f64) -> Vec<Asked>) -> Fact {
        let find = |boards: &[f64]| {
            let mean = boards.iter().sum::<f64>() / boards.len() as f64;
            vec![Finding { id: "F0".into(), what: "a mean".into(), threshold: String::new(), value: Value::One(mean), asked: asked(mean) }]
        };
        judge(boards, find).pop().expect("one fact")
    }

    /// So many boards in blocks of 0 and 1.
    fn boards(count: usize) -> Vec<f64> {
        (0..count).map(|board| f64::from(u8::from(board % 2 == 0) * u8::from(board % 3 != 1))).collect()
    }

    #[test]
    fn the_error_of_a_mean_is_the_one_of_the_textbook() {
        // parts of one group each: the standard error of the mean of the groups' means
        let boards: Vec<f64> = (0..100).map(|board| f64::from((board / 5 * 7 % 20) as u8)).collect();
        let fact = mean_of(&boards, |mean| vec![at_least(mean, 0.0)]);
        let variance = (0..20).map(|x| (f64::from(x) - 9.5) * (f64::from(x) - 9.5)).sum::<f64>() / 19.0;
        assert!((fact.errors[0] - 2.093 * (variance / 20.0).sqrt()).abs() < 1e-3, "{:?}", fact.errors);
    }

    #[test]
    fn only_the_whole_interval_says_that_a_fact_holds_or_falls_short() {
        let many = boards(1_000);
        let fact = |asked| mean_of(&many, asked);
        // the mean is .334
        assert_eq!(fact(|mean| vec![at_least(mean, 0.2)]).verdict, Verdict::Holds);
        assert_eq!(fact(|mean| vec![at_least(mean, 0.5)]).verdict, Verdict::FallsShort);
        assert_eq!(fact(|mean| vec![at_most(mean, 0.2)]).verdict, Verdict::FallsShort);
        assert_eq!(fact(|mean| vec![at_least(mean, 0.3335)]).verdict, Verdict::TooFew, "a hair above the bound");
        assert_eq!(fact(|mean| vec![at_least(mean, 0.3345)]).verdict, Verdict::TooFew, "a hair below it");
        assert_eq!(fact(|mean| within(mean, &(0.1..=0.6)).to_vec()).verdict, Verdict::Holds);
        assert_eq!(fact(|mean| vec![at_least(mean, 0.2), at_most(mean, 0.2)]).verdict, Verdict::FallsShort, "one of two is enough");
        assert_eq!(fact(|mean| vec![at_least(mean, 0.2), Asked::Enough(false)]).verdict, Verdict::TooFew);
    }

    #[test]
    fn a_bound_that_is_never_left_is_met_and_a_strict_one_is_not() {
        let same = vec![1.0; 100];
        assert_eq!(mean_of(&same, |mean| vec![at_least(mean, 1.0), at_most(mean, 1.0)]).verdict, Verdict::Holds);
        assert_eq!(mean_of(&same, |mean| vec![above(mean, 1.0)]).verdict, Verdict::FallsShort);
        assert_eq!(mean_of(&same, |mean| vec![below(mean, 1.5)]).verdict, Verdict::Holds);
    }

    #[test]
    fn a_few_boards_tell_only_what_luck_has_no_part_in() {
        let few = boards(LEAST_BOARDS - 1);
        let fact = mean_of(&few, |mean| vec![at_least(mean, -5.0)]);
        assert_eq!((fact.verdict, fact.errors), (Verdict::TooFew, vec![]));
        assert_eq!(mean_of(&few, |_| vec![Asked::Exact(true)]).verdict, Verdict::Holds);
        assert_eq!(mean_of(&few, |_| vec![Asked::Exact(false)]).verdict, Verdict::FallsShort);
        assert_eq!(mean_of(&boards(LEAST_BOARDS), |mean| vec![at_least(mean, -5.0)]).verdict, Verdict::Holds);
    }

    #[test]
    fn what_luck_has_no_part_in_has_no_error() {
        assert_eq!(mean_of(&boards(200), |_| vec![Asked::Exact(true), Asked::Enough(true)]).errors, Vec::<f64>::new());
    }
}
