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
