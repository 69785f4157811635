//! The facts as a terminal shows them: what was played, a line each, and how many hold.
//!
//! In English a fact says of itself what was measured and what is asked; in another language its texts are those under its
//! id, as long as the English ones there are just what it says.

use crate::cli::cells::{pad, width};
use rapport::calibrate::{Fact, Report, Subject, TUNING, Value, Verdict, crowd_size};
use rapport::scenario::{Compare, OwnFact};
use rapport::words::{Arg, Lang, tr, tr_with, values_of};

/// What was played, then the facts.
pub fn facts(lang: Lang, subject: &Subject, report: &Report) -> Vec<String> {
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
        let (what, asked) = match subject.own.iter().find(|own| *own.id == *fact.id) {
            _ if lang == Lang::En => (fact.what.clone(), fact.threshold.clone()),
            Some(own) => (own_what(lang, own), own_asked(lang, own)),
            None => (model_what(lang, report, fact), model_asked(lang, fact)),
        };
        let asked = format!("{asked}{}", " ".repeat(42_usize.saturating_sub(width(&asked))));
        format!("{} {verdict} {:<38} {asked} {what}", pad(&fact.id, widest), figures(&fact.value, &fact.errors))
    }));
    lines
}

/// What a fact of the model measures.
fn model_what(lang: Lang, report: &Report, fact: &Fact) -> String {
    let (policies, boards) = crowd_size(&(report.seeds[0]..report.seeds[1]));
    let args: [(&str, Arg<'_>); 2] = [("policies", policies.to_string().into()), ("boards", boards.to_string().into())];
    let key = format!("cli-calibrate-fact-{}", fact.id);
    // some are measured in another way where no main customer's story is told
    let keys = [key.clone(), format!("{key}-any")].into_iter().filter(|key| values_of(key).is_some());
    // what was met on the way may follow
    let told = |key: String| fact.what.strip_prefix(&*tr_with(Lang::En, &key, &args)).map(|rest| format!("{}{rest}", tr_with(lang, &key, &args)));
    { keys }.find_map(told).unwrap_or_else(|| fact.what.clone())
}

/// What is asked of a fact of the model; most is the same in every language.
fn model_asked(lang: Lang, fact: &Fact) -> String {
    let key = format!("cli-calibrate-asked-{}", fact.id);
    if values_of(&key).is_some() && tr(Lang::En, &key) == fact.threshold { tr(lang, &key).into_owned() } else { fact.threshold.clone() }
}

/// What a scenario claims of itself; measures and knobs are called as in its file.
fn own_what(lang: Lang, own: &OwnFact) -> String {
    let what = match lang {
        Lang::En => &own.what.en,
        Lang::Zh => &own.what.zh,
    };
    let how = match own.compare {
        Compare::Ratio => "cli-calibrate-own-ratio",
        Compare::Difference => "cli-calibrate-own-less",
        Compare::Beats => "cli-calibrate-own-beats",
    };
    let [first, second] = &own.policies;
    let args = [
        ("what", (&**what).into()),
        ("measure", own.measure.to_string().into()),
        ("first", (&first.name).into()),
        ("how", tr(lang, how).into()),
        ("second", (&second.name).into()),
    ];
    tr_with(lang, "cli-calibrate-own", &args).into_owned()
}

fn own_asked(lang: Lang, own: &OwnFact) -> String {
    match (own.least, own.most) {
        (Some(least), Some(most)) => {
            tr_with(lang, "cli-calibrate-between", &[("least", least.to_string().into()), ("most", most.to_string().into())]).into_owned()
        }
        (Some(least), None) => format!(">= {least}"),
        (None, Some(most)) => format!("<= {most}"),
        (None, None) => String::new(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use rapport::calibrate::{self, Overview};
    use rapport::scenario;

    fn played(file: &str) -> (Subject, Report) {
        let (_, text) = scenario::embedded().iter().find(|(name, _)| *name == file).expect("a scenario");
        let subject = Subject::from(scenario::read_with_facts(file, text.as_bytes()).expect("a sound scenario"));
        let report = calibrate::run(&subject, 60_000..60_001, &|_, _| {});
        (subject, report)
    }

    /// A text of ours in Chinese or, of what is asked, one of figures and signs alone.
    fn is_chinese(text: &str) -> bool {
        text.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter))
    }

    #[test]
    fn every_fact_is_told_in_chinese_and_english_is_as_the_facts_say() {
        for (file, least) in [("new_era.ron", 38), ("consulting.ron", 8)] {
            let (subject, report) = played(file);
            assert!(report.facts.len() > least, "{file}: {}", report.facts.len());
            let (english, chinese) = (facts(Lang::En, &subject, &report), facts(Lang::Zh, &subject, &report));
            assert_eq!(chinese[0], format!("{}，局号 60000 至 60000：没有一个小于 50000（小于它的局号用来调整模型）", report.scenario));
            for (fact, (english, chinese)) in report.facts.iter().zip(english[1..].iter().zip(&chinese[1..])) {
                assert!(english.ends_with(&format!(" {}", fact.what)) && english.contains(&fact.threshold), "{english}");
                assert!(chinese.contains(&figures(&fact.value, &fact.errors)), "{chinese}");
                let own = subject.own.iter().find(|own| *own.id == *fact.id);
                let (what, asked) = match own {
                    Some(own) => (own_what(Lang::Zh, own), own_asked(Lang::Zh, own)),
                    None => (model_what(Lang::Zh, &report, fact), model_asked(Lang::Zh, fact)),
                };
                assert!(is_chinese(&what), "{}: {what}", fact.id);
                assert!(is_chinese(&asked) || !asked.contains(|letter: char| letter.is_ascii_alphabetic()), "{}: {asked}", fact.id);
                if let Some(own) = own {
                    assert_eq!((own_what(Lang::En, own), own_asked(Lang::En, own)), (fact.what.clone(), fact.threshold.clone()));
                }
            }
        }
    }

    #[test]
    fn the_last_line_counts_what_holds() {
        let fact = |verdict| Fact { id: "F0".to_owned(), what: String::new(), value: Value::One(0.0), errors: Vec::new(), threshold: String::new(), verdict };
        let report = |verdicts: &[Verdict]| Report {
            scenario: "new_era".to_owned(),
            seeds: [0, 1],
            facts: verdicts.iter().copied().map(fact).collect(),
            overview: Overview::of(&[]),
        };
        let told = |verdicts: &[Verdict]| [Lang::En, Lang::Zh].map(|lang| last(lang, &report(verdicts)));
        assert_eq!(told(&[Verdict::Holds; 2]), ["2 of 2 hold", "2 项中 2 项成立"]);
        assert_eq!(
            told(&[Verdict::Holds, Verdict::FallsShort, Verdict::TooFew, Verdict::TooFew]),
            [
                "1 of 4 hold, 1 fall short, of 2 there are too few numbers to tell (more seeds will)",
                "4 项中 1 项成立，1 项不成立，2 项数据太少，无法判断（多玩一些局号即可）"
            ]
        );
    }
}
