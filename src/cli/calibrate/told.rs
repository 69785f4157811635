//! The facts as a terminal shows them: what was played, a line each, and how many hold.

use crate::cli::cells::{pad, width};
use rapport::calibrate::{Report, TUNING, Value, Verdict};
use rapport::words::{Lang, tr, tr_with};

/// What was played, then the facts. What a fact measures is said in English whatever the language.
pub fn facts(lang: Lang, report: &Report) -> Vec<String> {
    let [first, end] = report.seeds;
    let tuned = report.tuning_seeds();
    let tuning = match tuned {
        0 => "cli-calibrate-tuning-none",
        all if all == end - first => "cli-calibrate-tuning-all",
        _ => "cli-calibrate-tuning-some",
    };
    let tuning = tr_with(lang, tuning, &[("count", tuned.to_string().into()), ("tuning", TUNING.to_string().into())]);
    let seeds =
        [("scenario", (&report.scenario).into()), ("first", first.to_string().into()), ("last", (end - 1).to_string().into()), ("tuning", tuning.into())];
    let mut lines = vec![tr_with(lang, "cli-calibrate-seeds", &seeds).into_owned()];
    let widest = report.facts.iter().map(|fact| width(&fact.id)).max().unwrap_or(0);
    lines.extend(report.facts.iter().map(|fact| {
        let verdict = pad(&tr(lang, verdict(fact.verdict)), 23);
        format!("{} {verdict} {:<38} {:<42} {}", pad(&fact.id, widest), figures(&fact.value, &fact.errors), fact.threshold, fact.what)
    }));
    lines
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "cli-calibrate-holds",
        Verdict::FallsShort => "cli-calibrate-falls-short",
        Verdict::TooFew => "cli-calibrate-too-few",
    }
}

/// How many facts hold, and what of the others.
pub fn last(lang: Lang, report: &Report) -> String {
    let count = |verdict| report.count(verdict).to_string();
    let mut last = tr_with(lang, "cli-calibrate-count", &[("held", count(Verdict::Holds).into()), ("all", report.facts.len().to_string().into())]).into_owned();
    for (verdict, key) in [(Verdict::FallsShort, "cli-calibrate-count-short"), (Verdict::TooFew, "cli-calibrate-count-open")] {
        if report.count(verdict) > 0 {
            last = tr_with(lang, key, &[("told", last.into()), ("count", count(verdict).into())]).into_owned();
        }
    }
    last
}

/// Each figure, and where luck has a part in it half of its interval.
fn figures(value: &Value, errors: &[f64]) -> String {
    let short = |v: f64| format!("{v:.3}").trim_end_matches('0').trim_end_matches('.').to_owned();
    let one = |(place, figure): (usize, &f64)| match errors.get(place) {
        Some(error) if *error >= 0.0005 => format!("{}+-{}", short(*figure), short(*error)),
        _ => short(*figure),
    };
    value.figures().iter().enumerate().map(one).collect::<Vec<_>>().join(" / ")
}
