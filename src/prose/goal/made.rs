//! What the points are made of, and why they moved in a month.

use super::standing::{PARTS, parts};
use crate::prose::Prose;
use crate::sim::score::{self, Moment, Score, Worth};
use crate::sim::state::Month;
use crate::sim::units::Fen;
use crate::words::{decimal, signed};

/// A change of less than this, in points, does not show.
const SHOWS: f64 = 0.05;

/// The points of the parts, in the order of their weights' table.
const fn points(score: &Score) -> [f64; 5] {
    [score.contribution, score.equity, score.relations, score.forecast_hygiene, score.compliance]
}

/// What a part is made of now, and how the last month moved it, a line each. `part`: its place in the table of weights.
#[must_use]
pub fn part(prose: &Prose, part: usize, now: &Moment, before: Option<&Moment>) -> Vec<String> {
    let mut told = vec![made_of(prose, part, now)];
    if let Some(before) = before {
        let by = points(&now.score).get(part).copied().unwrap_or(0.0) - points(&before.score).get(part).copied().unwrap_or(0.0);
        if by.abs() < SHOWS {
            told.push(prose.say("made-stays"));
        } else {
            told.push(prose.say_with("made-moved", &[("by", signed(by, 1).into()), ("why", why(prose, part, now, before).into())]));
        }
    }
    told
}

/// How the last month moved the points, and the part that had most to do with it; None where they stand where they stood.
#[must_use]
pub fn month(prose: &Prose, now: &Moment, before: Option<&Moment>) -> Option<String> {
    let before = before?;
    let by = now.score.total - before.score.total;
    if by.abs() < SHOWS {
        return None;
    }
    let moved = points(&now.score).into_iter().zip(points(&before.score)).map(|(now, before)| now - before);
    let (place, most) = moved.enumerate().max_by(|a, b| (a.1 * by).total_cmp(&(b.1 * by)))?;
    let name = parts(prose).into_iter().nth(place)?.name;
    let why = if most * by > 0.0 { why(prose, place, now, before) } else { prose.say_with("made-capped", &[("cap", cap(prose).into())]) };
    Some(prose.say_with("made-month", &[("by", signed(by, 1).into()), ("part", name.into()), ("most", signed(most, 1).into()), ("why", why.into())]))
}

fn made_of(prose: &Prose, part: usize, now: &Moment) -> String {
    let money = |fen: Fen| prose.money_short(fen).into();
    let on_scale = |key: &str, own: Fen, low: Fen, high: Fen| {
        let reference = prose.percent(prose.view.guide.rules.score.reference / 100.0);
        prose.say_with(key, &[("own", money(own)), ("low", money(low)), ("high", money(high)), ("reference", reference.into())])
    };
    let (low, high) = (now.benchmarks.passive, now.benchmarks.reference);
    match PARTS.get(part) {
        Some(&"contribution") => on_scale("made-contribution", now.worth.contribution, low.contribution, high.contribution),
        Some(&"equity") => on_scale("made-equity", now.worth.equity, low.equity, high.equity),
        Some(&"relations") => {
            let args = [("kept", prose.percent(now.relations.retention).into()), ("satisfied", rough(now.relations.satisfaction).into())];
            let told = prose.say_with("made-relations", &args);
            match now.relations.firm {
                Some(firm) => format!("{told} · {}", prose.say_with("made-relations-named", &[("firm", prose.percent(firm).into())])),
                None => told,
            }
        }
        Some(&"forecast") => {
            let months = &prose.view.past.months;
            let mean = |of: fn(&Month) -> f64| months.iter().map(of).sum::<f64>() / months.len().max(1) as f64;
            let (accuracy, tasks) = (mean(|m| m.forecast_accuracy.unwrap_or(0.0)), mean(score::tidy));
            prose.say_with("made-forecast", &[("accuracy", prose.percent(accuracy).into()), ("tasks", prose.percent(tasks).into())])
        }
        _ => {
            let months = &prose.view.past.months;
            let most = prose.view.guide.rules.score.weights[4] * score::at_work(months);
            let key = match now.score.compliance {
                kept if kept >= most - SHOWS => "made-compliance",
                kept if kept > 0.0 => "made-compliance-breach",
                _ => "made-compliance-found",
            };
            let told = prose.say_with(key, &[("cap", cap(prose).into())]);
            match months.iter().filter(|month| month.selling == 0).count() {
                0 => told,
                idle => prose.say_with("made-compliance-idle", &[("told", told.into()), ("count", idle.into()), ("months", months.len().into())]),
            }
        }
    }
}

/// What moved a part in the last month.
fn why(prose: &Prose, part: usize, now: &Moment, before: &Moment) -> String {
    let money = |fen: Fen| if fen > Fen::ZERO { format!("+{}", prose.money_short(fen)) } else { prose.money_short(fen) }.into();
    // points lie on the way between the two, which moves by itself: how far along one is says why they rose or fell
    let on_the_way = |of: fn(&Worth) -> Fen| {
        let share = |moment: &Moment| {
            // as it is scored: all the way while there is no way yet
            let reference = prose.view.guide.rules.score.reference;
            score::scale(of(&moment.worth), of(&moment.benchmarks.passive), of(&moment.benchmarks.reference), reference) / reference.max(f64::MIN_POSITIVE)
        };
        let by = money(of(&now.worth) - of(&before.worth));
        let [from, to] = [before, now].map(|moment| prose.percent(share(moment)));
        prose.say_with("made-way-why", &[("own", by), ("before", from.into()), ("now", to.into())])
    };
    match PARTS.get(part) {
        Some(&"contribution") => on_the_way(|worth| worth.contribution),
        Some(&"equity") => on_the_way(|worth| worth.equity),
        Some(&"relations") => {
            let (is, was) = (now.relations, before.relations);
            let moved = [
                ("made-kept-why", prose.percent(was.retention), prose.percent(is.retention), is.retention - was.retention),
                // by so much as is told of it
                ("made-satisfied-why", rough(was.satisfaction), rough(is.satisfaction), to_five(is.satisfaction) - to_five(was.satisfaction)),
                (
                    "made-named-why",
                    prose.percent(was.firm.unwrap_or(0.0)),
                    prose.percent(is.firm.unwrap_or(0.0)),
                    is.firm.unwrap_or(0.0) - was.firm.unwrap_or(0.0),
                ),
            ];
            let [first, second, third] = moved;
            let most = [second, third].into_iter().fold(first, |most, other| if other.3.abs() > most.3.abs() { other } else { most });
            prose.say_with(most.0, &[("before", most.1.into()), ("now", most.2.into())])
        }
        Some(&"forecast") => match prose.view.past.months.last() {
            Some(month) if month.selling == 0 => prose.say("made-idle-why"),
            Some(month) => {
                let tasks = ("tasks", prose.percent(month.hygiene).into());
                match month.forecast_accuracy {
                    None => prose.say_with("made-unfiled-why", &[tasks]),
                    Some(accuracy) => prose.say_with("made-forecast-why", &[("accuracy", prose.percent(accuracy).into()), tasks]),
                }
            }
            None => String::new(),
        },
        _ if now.score.compliance <= 0.0 => prose.say("made-compliance-found-why"),
        _ => match prose.view.past.months.last() {
            Some(month) if month.selling == 0 => prose.say("made-idle-why"),
            _ if now.score.compliance > before.score.compliance => prose.say("made-at-work-why"),
            _ => prose.say("made-compliance-why"),
        },
    }
}

/// The most points there are in all once a bribe was found.
pub(super) fn cap(prose: &Prose) -> String {
    decimal(prose.view.guide.rules.score.bribe_cap, 0)
}

/// Satisfaction of all customers, which only surveys show: to the next five points.
fn rough(satisfaction: f64) -> String {
    decimal(to_five(satisfaction) * 100.0, 0)
}

fn to_five(satisfaction: f64) -> f64 {
    (satisfaction * 20.0).round() / 20.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::score::{Benchmarks, Relations, Worth};
    use crate::words::Lang;

    fn moment(contribution: f64, total: f64, profit: i64, reference: i64) -> Moment {
        let worth = |profit| Worth { contribution: Fen::yuan(profit), equity: Fen::ZERO };
        Moment {
            score: Score { total, contribution, equity: 20.0, relations: total - contribution - 20.0, ..Score::default() },
            worth: worth(profit),
            benchmarks: Benchmarks { passive: worth(0), reference: worth(reference) },
            relations: Relations { retention: 1.0, satisfaction: 0.7, firm: Some(0.5) },
        }
    }

    #[test]
    fn a_month_names_the_part_that_moved_the_points_most_and_why() {
        let view = noted(&played(1, 3));
        let (before, now) = (moment(14.0, 50.0, 20_000, 50_000), moment(10.0, 47.0, 18_000, 70_000));
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            let told = month(&prose, &now, Some(&before)).expect("points fell");
            // profit fell by more than the points, since something else rose
            for what in ["−3", "−4", &prose.say("score-contribution")] {
                assert!(told.contains(what), "{told}");
            }
            for place in 0..PARTS.len() {
                let lines = part(&prose, place, &now, Some(&before));
                assert!(lines.len() == 2 && lines.iter().all(|line| !line.contains('⟦')), "{lines:?}");
            }
            assert_eq!((month(&prose, &now, None), month(&prose, &now, Some(&now))), (None, None));
        }
    }
}
