//! The part of a scenario about advertising and investing: media, and what a team may build.

use super::guide::NAME;
use super::values::Values;
use crate::checked_ron::{At, Ids, Reader, Record};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Custom, Echo, Investment, Medium, Response};
use crate::sim::units::Fen;

const MAX_MEDIA: usize = 16;
const MOST_LEADS: f64 = 1_000.0;
const MOST_SCALE: u32 = 10_000_000;

/// The media; none where the scenario has no campaigns.
pub(super) fn media(r: &mut Reader, record: &mut Record<'_>, industries: &Ids) -> Option<Vec<Medium>> {
    let Some(at) = record.field("media") else { return Some(Vec::new()) };
    let items = r.items(&at, MAX_MEDIA)?;
    let _ = r.ids(Some(&items), "medium");
    let list: Vec<Option<Medium>> = items.iter().map(|at| medium(r, at, industries)).collect();
    list.into_iter().collect()
}

fn medium(r: &mut Reader, at: &At<'_>, industries: &Ids) -> Option<Medium> {
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
    let everywhere = answer(r, &mut record);
    let segments = match record.field("segments") {
        Some(at) => r.list(&at, industries.list().len().max(1), |r, at| segment(r, at, industries)),
        None => Some(Vec::new()),
    };
    let echo = match record.field("echo") {
        Some(at) => r.option(&at, echo).map(Some),
        None => Some(None),
    };
    if let Some(segments) = &segments {
        let twice = segments.iter().enumerate().find(|(i, s)| segments[..*i].iter().any(|other| other.0 == s.0));
        if let Some((_, (industry, _))) = twice {
            let name = industries.list().nth(*industry).unwrap_or("").to_owned();
            r.complain(&record.blame("segments"), format!("the industry `{name}` is there twice"), "each industry once");
        }
    }
    r.close(&record);
    let mut response = vec![everywhere?; industries.list().len()];
    for (industry, own) in segments? {
        if let Some(place) = response.get_mut(industry) {
            *place = own;
        }
    }
    Some(Medium { id: id?.into(), name: name?, response, echo: echo? })
}

/// a and c of docs/model.md#campaigns.
fn answer(r: &mut Reader, record: &mut Record<'_>) -> Option<Response> {
    let leads = r.need(record, "leads", |r, at| r.number(at, 0.0, MOST_LEADS));
    let scale: Option<Fen> = r.need(record, "scale", |r, at| r.money(at, 1, MOST_SCALE));
    Some(Response { leads: leads?, scale: scale? })
}

/// An industry whose audience answers otherwise.
fn segment(r: &mut Reader, at: &At<'_>, industries: &Ids) -> Option<(usize, Response)> {
    let mut record = r.record(at)?;
    let industry = r.need(&mut record, "industry", |r, at| r.known(at, industries));
    let response = answer(r, &mut record);
    r.close(&record);
    Some((industry?, response?))
}

fn echo(r: &mut Reader, at: &At<'_>) -> Option<Echo> {
    let mut record = r.record(at)?;
    let factor = r.need(&mut record, "factor", |r, at| r.number(at, 1.0, 10.0));
    let rounds = r.need(&mut record, "rounds", |r, at| r.small(at, 1, 12));
    r.close(&record);
    Some(Echo { factor: factor?, rounds: rounds? })
}

const INVESTMENTS: [(&str, Investment); 2] = [("CallCentre", Investment::CallCentre), ("WebPlatform", Investment::WebPlatform)];

/// What a team may invest in; nothing where the scenario does not say.
pub(super) fn investments(r: &mut Reader, record: &mut Record<'_>) -> Option<Vec<Investment>> {
    let Some(at) = record.field("investments") else { return Some(Vec::new()) };
    let list = r.list(&at, INVESTMENTS.len(), |r, at| r.choice(at, &INVESTMENTS))?;
    if list.iter().enumerate().any(|(i, what)| list[..i].contains(what)) {
        r.complain(&at, "the same investment twice", "each investment once");
        return None;
    }
    Some(list)
}

/// What the bots do with all this; nothing where the scenario does not say.
pub(super) fn custom(r: &mut Reader, record: &mut Record<'_>, offered: Option<&[Investment]>, rules: Option<&Rules>) -> Option<Custom> {
    let Some(at) = record.field("custom") else { return Some(Custom::default()) };
    let campaigns = rules.cloned().unwrap_or_default().campaigns;
    let mut record = r.record(&at)?;
    let (least, most) = (campaigns.least.to_yuan() as u32, campaigns.most.to_yuan() as u32);
    let campaign = record.field("campaign").map(|at| r.money(&at, least, most));
    let bid = record.field("bid").map(|at| r.number(&at, 0.0, 0.5));
    let built = match record.field("investments") {
        Some(at) => r.list(&at, INVESTMENTS.len(), |r, at| {
            let what = r.choice(at, &INVESTMENTS)?;
            if offered.is_some_and(|offered| !offered.contains(&what)) {
                r.complain(at, "an investment that the scenario does not offer", "one of `investments`");
            }
            Some(what)
        }),
        None => Some(Vec::new()),
    };
    r.close(&record);
    let campaign = match campaign {
        Some(campaign) => campaign?,
        None => Fen::ZERO,
    };
    let bid = match bid {
        Some(bid) => Some(bid?),
        None => None,
    };
    Some(Custom { campaign, bid, investments: built? })
}
