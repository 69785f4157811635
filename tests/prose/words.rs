//! The words of the game, each with a meaning.

use super::*;
use rapport::prose::glossary;
use rapport::sim::scenario::BuyingRole;
use rapport::sim::terms::{Kind, Level, ServiceLevel, TaskKind, Tier};

#[test]
fn every_word_of_the_game_has_a_meaning_in_both_languages() {
    let phases = every!(Phase:
        Phase::Unknown => Phase::Unknown, Phase::Awareness => Phase::Awareness, Phase::Exploration => Phase::Exploration, Phase::Formation => Phase::Formation,
        Phase::Stability => Phase::Stability, Phase::Decline => Phase::Decline, Phase::Lost => Phase::Lost,
    );
    phases.into_iter().for_each(|phase| has_text(glossary::phase(phase)));
    Tier::ALL.into_iter().for_each(|tier| has_text(glossary::tier(tier)));
    Level::ALL.into_iter().for_each(|level| has_text(glossary::level(level)));
    SheetField::ALL.into_iter().for_each(|field| has_text(glossary::field(field)));
    (0..=6).for_each(|stage| has_text(glossary::stage(stage)));
    every!(Kind: Kind::Intending => Kind::Intending, Kind::Qualified => Kind::Qualified, Kind::Paused => Kind::Paused)
        .into_iter()
        .for_each(|kind| has_text(glossary::kind(kind)));
    [BuyingRole::DecisionMaker, BuyingRole::Gatekeeper, BuyingRole::User, BuyingRole::Purchaser]
        .into_iter()
        .for_each(|role| has_text(glossary::buying_role(role)));
    [Style::A, Style::B, Style::C, Style::D].into_iter().for_each(|style| has_text(glossary::style(style)));
    [Severity::Minor, Severity::Major, Severity::Critical].into_iter().for_each(|class| has_text(glossary::severity(class)));
    [ServiceLevel::Standard, ServiceLevel::Priority].into_iter().for_each(|level| has_text(glossary::service_level(level)));
    [TaskKind::Call, TaskKind::Visit, TaskKind::Quote, TaskKind::Service, TaskKind::Survey].into_iter().for_each(|kind| has_text(glossary::task(kind)));
}

/// The built-in case of that name after no month.
fn opened(name: &str) -> View {
    let place = rapport::scenario::embedded().iter().position(|(file, _)| file.trim_end_matches(".ron") == name).unwrap();
    view(place, 0)
}

#[test]
fn the_showroom_and_the_bank_tell_every_stage_in_their_own_words() {
    for name in ["showroom", "bank"] {
        let view = opened(name);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            for stage in 1..=6 {
                for key in [format!("stage-{stage}"), format!("gloss-stage-{stage}"), format!("board-stage-{stage}-hint")] {
                    assert!(view.guide.own_word(&key).is_some(), "{name}: {key}");
                    let told = prose.say(&key).to_lowercase();
                    for foreign in ["buying centre", "demo", "order", "采购中心", "演示", "下单"] {
                        assert!(!told.contains(foreign), "{name}: \"{foreign}\" in {told}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_showroom_tells_in_which_stage_each_of_its_eight_steps_lies() {
    let view = opened("showroom");
    for (lang, steps) in [
        (Lang::En, ["receive", "record", "find the need", "test drive", "quote", "close", "handing over", "keeping in touch"]),
        (Lang::Zh, ["接待", "登记", "了解需求", "试乘试驾", "报价", "成交", "交车", "保持联系"]),
    ] {
        let told = Prose::new(&view, lang).say("gloss-stage").to_lowercase();
        let places: Vec<usize> = steps.iter().map(|step| told.find(step).unwrap_or_else(|| panic!("{step} in {told}"))).collect();
        assert!(places.is_sorted(), "{told}");
    }
}

#[test]
fn a_refusal_is_a_sentence() {
    let view = view(0, 0);
    for lang in Lang::ALL {
        let prose = Prose::new(&view, lang);
        let rejects =
            [Reject::Missing(Missing::Stage3), Reject::Missing(Missing::Satisfaction), Reject::Missing(Missing::NoGifts), Reject::TooLate, Reject::BadList];
        for reject in rejects {
            let told = prose.refusal(reject);
            assert!(told.ends_with(['.', '。']) && !told.contains('$') && told.starts_with(|first: char| !first.is_lowercase()), "{told}");
        }
        let least = view.guide.rules.finding.referral_satisfaction;
        assert!(prose.lack(Missing::Satisfaction).contains(&least.to_string()), "the scenario's own number");
        let cap = view.guide.rules.score.bribe_cap.to_string();
        assert!(standing::parts(&prose).last().is_some_and(|part| part.why.contains(&cap)), "what a bribe that is found costs");
    }
}
