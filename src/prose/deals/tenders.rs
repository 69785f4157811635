//! Tenders: what one is called, how it is judged, how it was awarded.

use crate::prose::Prose;
use crate::sim::knowledge::AwardView;
use crate::sim::scenario::TenderKind;
use crate::sim::units::{Fen, NeedId};

/// What a tender is called that may be awarded by now.
#[must_use]
pub fn of(prose: &Prose, id: NeedId) -> String {
    if let Some(tender) = prose.view.tender(id) {
        return prose.tender(tender);
    }
    let award = prose.view.awards.iter().find(|award| award.tender == id);
    award.map_or_else(|| prose.say("tender-plain"), |award| awarded(prose, award))
}

/// What an awarded tender is called: its title, or that it is one.
#[must_use]
pub fn awarded(prose: &Prose, award: &AwardView) -> String {
    award.title.as_ref().map_or_else(|| prose.say("tender-plain"), |title| prose.text(title))
}

/// Who won at what price, how far below the estimate, out of how many bids.
#[must_use]
pub fn award(prose: &Prose, award: &AwardView) -> String {
    if award.bids == 0 {
        prose.say("award-nobody")
    } else {
        let off = if award.estimate > Fen::ZERO { 1.0 - award.price.to_yuan() / award.estimate.to_yuan() } else { 0.0 };
        let args = [
            ("winner", prose.winner(award.winner).into()),
            ("price", prose.money(award.price).into()),
            ("off", prose.percent(off).into()),
            ("bids", award.bids.into()),
        ];
        prose.say_with("award-text", &args)
    }
}

/// How much price, fit and relation count.
#[must_use]
pub fn judged(prose: &Prose, kind: TenderKind) -> String {
    let tenders = &prose.view.guide.rules.tenders;
    let [price, fit, relation] = match kind {
        TenderKind::Price => tenders.price_type,
        TenderKind::Quality => tenders.quality_type,
    };
    let args = [("price", prose.percent(price).into()), ("fit", prose.percent(fit).into()), ("relation", prose.percent(relation).into())];
    prose.say_with("tender-judged", &args)
}
