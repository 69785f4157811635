//! The machinery of calibration; whether the facts hold is calibration's own business.

use super::*;
use crate::bots::BotKind;
use crate::scenario::{self, Measure};
use crate::sim::scenario::Happening;
use std::sync::{LazyLock, Mutex};

static SUBJECT: LazyLock<Subject> = LazyLock::new(|| {
    let (file, text) = scenario::embedded()[0];
    scenario::read_with_facts(file, text.as_bytes()).expect("the built-in scenario reads").into()
});
static NEW_ERA: LazyLock<Arc<Scenario>> = LazyLock::new(|| SUBJECT.scenario.clone());

#[test]
fn variants_leave_out_what_they_say() {
    assert_eq!(resignation(&NEW_ERA), Some(9));
    assert_eq!(resignation(&without_resignation(&NEW_ERA)), None);
    let tickets = |s: &Scenario| s.events.iter().filter(|e| matches!(e.what, Happening::Ticket(_))).count();
    assert_eq!((tickets(&NEW_ERA), tickets(&without_critical_ticket(&NEW_ERA))), (1, 0));
    // events are named by their place
    assert_eq!(without_critical_ticket(&NEW_ERA).events.len(), NEW_ERA.events.len());
    assert_eq!(focus(&NEW_ERA).map(|id| NEW_ERA.customers[id.index()].id.to_string()), Some("new_era".to_owned()));
}

#[test]
fn only_new_eras_kind_of_story_is_held_to_the_facts_of_the_model() {
    for (file, text) in scenario::embedded() {
        let scenario = scenario::read(file, text.as_bytes()).expect("it loads");
        assert_eq!(tells_the_story(&scenario), *file == "new_era.ron", "{file}");
    }
}

#[test]
fn threads_and_blocks_do_not_change_the_result() {
    let pool = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
    let quiet = |_: u64, _: u64| ();
    let one = pool(1).install(|| run(&SUBJECT, 0..GROUP as u64, &quiet));
    let many = pool(4).install(|| run(&SUBJECT, 0..GROUP as u64, &quiet));
    assert_eq!(one, many);
    let mut boards = observe(&SUBJECT, 0..2, &quiet);
    boards.extend(observe(&SUBJECT, 2..GROUP as u64, &quiet));
    // how many policies are tried at random goes by the seeds of the whole run: shards know them, these two blocks do not
    let but_the_crowd = |mut report: Report| {
        report.facts.retain(|fact| fact.id != "F16");
        report
    };
    assert_eq!(but_the_crowd(report(&SUBJECT, 0..GROUP as u64, &boards)), but_the_crowd(one));
}

#[test]
fn boards_survive_the_way_through_a_file() {
    let boards = observe(&SUBJECT, 7..8, &|_, _| ());
    let text = serde_json::to_string(&boards).expect("plain data");
    let read: Vec<Observation> = serde_json::from_str(&text).expect("what was written");
    assert_eq!(read, boards);
}

#[test]
fn a_report_is_what_the_command_line_promises() {
    let report = run(&SUBJECT, 0..1, &|_, _| ());
    let json = serde_json::to_value(&report).expect("plain data");
    assert_eq!(json["seeds"], serde_json::json!([0, 1]));
    let ids: Vec<&str> = report.facts.iter().map(|f| f.id.as_str()).collect();
    let wanted = (1..=15).chain(18..=22).chain([25, 26, 35]).map(|i| format!("F{i}"));
    for id in wanted {
        assert!(ids.contains(&id.as_str()), "{id} is missing");
    }
    for fact in json["facts"].as_array().expect("a list") {
        assert!(fact["value"].is_number() || fact["value"].is_array(), "{fact}");
        assert!(fact["verdict"].is_string() && fact["threshold"].is_string());
    }
    let verdicts = [Verdict::Holds, Verdict::FallsShort, Verdict::TooFew].map(|verdict| report.count(verdict));
    assert!(verdicts.iter().sum::<usize>() == report.facts.len() && verdicts[2] > 10, "one board tells little: {verdicts:?}");
}

#[test]
fn progress_counts_every_seed_once() {
    let seen = Mutex::new(Vec::new());
    let _ = observe(&SUBJECT, 3..6, &|done, total| seen.lock().expect("nobody panics").push((done, total)));
    let mut seen = seen.into_inner().expect("nobody panics");
    seen.sort_unstable();
    assert_eq!(seen, [(1, 3), (2, 3), (3, 3)]);
}

#[test]
fn exact_facts_hold_on_a_few_seeds() {
    let report = run(&SUBJECT, 100..105, &|_, _| ());
    for id in ["F20", "F21", "F22", "F26", "F33", "F40"] {
        let fact = report.facts.iter().find(|f| f.id == id).expect("a fact");
        assert_eq!(fact.verdict, Verdict::Holds, "{fact:?}");
    }
}

#[test]
fn outcomes_come_in_the_order_of_the_policies() {
    let laboratory = Laboratory::new(&SUBJECT, 0..2);
    let [balanced, passive] = [BotKind::Balanced, BotKind::Passive].map(|kind| kind.policy());
    let both = laboratory.outcomes(1, &[balanced.clone(), passive.clone()]);
    assert_eq!(laboratory.outcomes(1, &[passive, balanced]), [both[1].clone(), both[0].clone()]);
    assert!(both[0].worth > both[1].worth);
}

/// New Era with claims of its own.
fn claiming(facts: &str) -> Subject {
    let (file, text) = scenario::embedded()[0];
    with_claims(file, text, facts)
}

fn with_claims(file: &str, text: &str, facts: &str) -> Subject {
    let text = text.trim_end().strip_suffix(')').expect("the end of the file");
    let text = format!("{text}    facts: [{facts}],\n)");
    scenario::read_with_facts(file, text.as_bytes()).unwrap_or_else(|issues| panic!("{issues:?}")).into()
}

#[test]
fn every_measure_tells_something() {
    // visitors and contracts are not New Era's
    const ELSEWHERE: [Measure; 3] = [Measure::CaptureRate, Measure::PromisesKept, Measure::Fees];
    let here = |measure| !ELSEWHERE.contains(&measure);
    let (file, text) = scenario::embedded()[0];
    tells(here, file, text);
    tells(|m| !here(m), "many.ron", include_str!("../../tests/scenario/many.ron"));
}

/// In that scenario each of these measures has a figure, and passing is worse than playing.
fn tells(counts: impl Fn(Measure) -> bool, file: &str, text: &str) {
    let measures: Vec<_> = Measure::ALL.iter().filter(|(_, measure, _)| counts(*measure)).collect();
    let facts: String = measures
        .iter()
        .map(|(word, _, _)| {
            format!(
                r#"(id: "m_{}", what: (en: "a", zh: "b"), policies: ["balanced", "passive"], measure: {word}, compare: Difference, least: 0),"#,
                word.to_lowercase()
            )
        })
        .collect();
    let subject = with_claims(file, text, &facts);
    let boards = observe(&subject, 0..3, &|_, _| ());
    for (place, (word, _, meaning)) in measures.iter().enumerate() {
        let mut sums = [Figure::default(); 2];
        for board in &boards {
            sums.iter_mut().zip(&board.own[place]).for_each(|(sum, figure)| *sum += *figure);
        }
        assert!(sums[0].value().is_some() && !meaning.is_empty(), "{word}");
        assert_ne!(sums[0].value(), sums[1].value(), "{word}: a team that does nothing does as well");
    }
}

#[test]
fn own_facts_follow_those_of_the_model_and_turned_knobs_are_played() {
    let subject = claiming(
        r#"(id: "care", what: (en: "care", zh: "关怀"), policies: ["balanced", (bot: "balanced", care: 0, sales_care: 0, surveys: 0, checks: 0)],
              measure: Worth, compare: Beats, least: 0.5),
           (id: "same", what: (en: "by another name", zh: "换个名字"), policies: ["no_care", (bot: "balanced", queue: 0)], measure: Worth, compare: Ratio, least: 0),"#,
    );
    let boards = observe(&subject, 0..2, &|_, _| ());
    let report = report(&subject, 0..2, &boards);
    let plain = super::report(&SUBJECT, 0..2, &observe(&SUBJECT, 0..2, &|_, _| ()));
    assert_eq!(report.facts[..report.facts.len() - 2], plain.facts[..], "the model's facts do not mind");
    assert_eq!(report.facts.iter().rev().take(2).map(|f| f.id.as_str()).collect::<Vec<_>>(), ["same", "care"]);
    for board in &boards {
        // a policy that is a bot by another way of saying it is that bot
        let [balanced, no_care] = board.own[0].map(|f| f.part);
        assert_eq!([balanced, no_care], [BotKind::Balanced, BotKind::NoCare].map(|kind| board.bots[kind as usize].worth));
        assert_eq!(board.own[1].map(|f| f.part), [BotKind::NoCare, BotKind::NoService].map(|kind| board.bots[kind as usize].worth));
    }
}
