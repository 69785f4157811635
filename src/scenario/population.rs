//! What the other customers of a market are like: who decides, in which segments, how they come, what they are called.

use super::guide::{Catalogue, MAX_PRICE, NAME};
use super::rules::{rounded, sums_to_one};
use super::values::Values;
use crate::checked_ron::{At, Reader, Record};
use crate::sim::scenario::{BuyingRole, Channel, ContractDef, MAX_CONTACTS, Segment, Text, WalkInDef};
use crate::sim::units::{IndustryId, NeedClassId};

const MAX_CHANNELS: usize = 12;
const MAX_SEGMENTS: usize = 16;
const MAX_PARTS: usize = 200;
pub(super) const ROLES: [(&str, BuyingRole); 4] =
    [("DecisionMaker", BuyingRole::DecisionMaker), ("Gatekeeper", BuyingRole::Gatekeeper), ("User", BuyingRole::User), ("Purchaser", BuyingRole::Purchaser)];

/// By which customers come of themselves; their shares sum to 1.
pub(super) fn channels(r: &mut Reader, record: &mut Record<'_>) -> Option<Vec<Channel>> {
    let Some(at) = record.field("channels") else { return Some(Vec::new()) };
    let items = r.items(&at, MAX_CHANNELS)?;
    r.ids(Some(&items), "channel");
    let list: Vec<Option<Channel>> = items
        .iter()
        .map(|at| {
            let mut record = r.record(at)?;
            let id = r.need(&mut record, "id", Reader::id);
            let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
            let share = r.need(&mut record, "share", |r, at| r.number(at, 0.0, 1.0));
            r.close(&record);
            Some(Channel { id: id?.into(), name: name?, share: share? })
        })
        .collect();
    let list: Vec<Channel> = list.into_iter().collect::<Option<_>>()?;
    whole(r, &at, list.iter().map(|c| c.share));
    Some(list)
}

/// Shares of a list must sum to 1.
fn whole(r: &mut Reader, at: &At<'_>, shares: impl Iterator<Item = f64>) {
    let sum: f64 = shares.sum();
    if !sums_to_one(sum) {
        r.complain(at, format!("the shares sum to {}", rounded(sum)), "shares that sum to 1");
    }
}

/// Terms of the contracts that a class of needs leads to.
pub(super) fn contract(r: &mut Reader, at: &At<'_>) -> Option<ContractDef> {
    let mut record = r.record(at)?;
    let term = r.need(&mut record, "term", |r, at| r.small(at, 1, 120));
    let binding = r.may(&mut record, "binding", Reader::truth).unwrap_or(false);
    let serving = r.need(&mut record, "serving", |r, at| r.money(at, 0, MAX_PRICE));
    let promised = r.may(&mut record, "promised", |r, at| r.option(at, |r, at| r.number(at, 1.0, 100.0)));
    let penalty = r.may(&mut record, "penalty", |r, at| r.number(at, 0.0, 1.0)).unwrap_or(0.0);
    r.close(&record);
    if penalty > 0.0 && promised.is_none() {
        r.complain(&record.blame("penalty"), "a penalty, but nothing is promised", "0, or promised: a number from 1 to 100");
    }
    Some(ContractDef { term: term?, binding, serving: serving?, promised, penalty })
}

/// A contract of a named customer that runs at the start: class and last round.
pub(super) fn running(r: &mut Reader, at: &At<'_>, catalogue: &Catalogue) -> Option<(NeedClassId, u16)> {
    let mut record = r.record(at)?;
    let class = r.need(&mut record, "class", |r, at| r.known(at, &catalogue.classes));
    let ends = r.need(&mut record, "ends", |r, at| r.small(at, 1, 240));
    r.close(&record);
    if let Some(place) = class
        && catalogue.contracts.get(place) == Some(&false)
    {
        r.complain(&record.blame("class"), "needs of this class are not met by contract", "a class with `contract: (...)`");
    }
    Some((NeedClassId::at(class?), ends?))
}

/// The committee of every generated customer, or of those of a segment.
pub(super) fn committee(r: &mut Reader, at: &At<'_>) -> Option<Vec<BuyingRole>> {
    let list = r.list(at, MAX_CONTACTS, |r, at| r.choice(at, &ROLES))?;
    if !list.contains(&BuyingRole::DecisionMaker) {
        r.complain(at, "nobody decides", "a list with DecisionMaker in it");
        return None;
    }
    Some(list)
}

/// Spread of the sensitivity to price and to service.
pub(super) fn spread(r: &mut Reader, at: &At<'_>) -> Option<[f64; 2]> {
    let mut record = r.record(at)?;
    let price = r.may(&mut record, "price", |r, at| r.number(at, 0.0, 2.0)).unwrap_or(0.0);
    let service = r.may(&mut record, "service", |r, at| r.number(at, 0.0, 2.0)).unwrap_or(0.0);
    r.close(&record);
    Some([price, service])
}

pub(super) fn segments(r: &mut Reader, at: &At<'_>, catalogue: &Catalogue) -> Option<Vec<Segment>> {
    let list = r.list(at, MAX_SEGMENTS, |r, at| {
        let mut record = r.record(at)?;
        let industry = r.need(&mut record, "industry", |r, at| r.known(at, &catalogue.industries));
        let share = r.need(&mut record, "share", |r, at| r.number(at, 0.0, 1.0));
        let mut factor = |name, low| r.may(&mut record, name, |r, at| r.number(at, low, 20.0)).unwrap_or(1.0);
        let (value, needs) = (factor("value", 0.01), factor("needs", 0.0));
        let mut sensitivity = |name| r.may(&mut record, name, |r, at| r.number(at, 0.1, 5.0)).unwrap_or(1.0);
        let (price_sensitivity, service_sensitivity) = (sensitivity("price_sensitivity"), sensitivity("service_sensitivity"));
        let committee = r.may(&mut record, "committee", committee).unwrap_or_default();
        r.close(&record);
        Some(Segment { industry: IndustryId::at(industry?), share: share?, value, needs, price_sensitivity, service_sensitivity, committee })
    })?;
    whole(r, at, list.iter().map(|s| s.share));
    Some(list)
}

pub(super) fn walk_ins(r: &mut Reader, at: &At<'_>, catalogue: &Catalogue) -> Option<WalkInDef> {
    let mut record = r.record(at)?;
    let share = r.need(&mut record, "share", |r, at| r.number(at, 0.0, 1.0));
    let decides_after = r.may(&mut record, "decides_after", |r, at| r.small(at, 0, 12)).unwrap_or(1);
    r.close(&record);
    if catalogue.channels == Some(0) {
        r.complain(at, "customers come of themselves, but by no channel", "nothing, or `channels: [...]` beside `rivals`");
    }
    Some(WalkInDef { share: share?, decides_after })
}

/// First and second parts of names.
pub(super) fn name_parts(r: &mut Reader, at: &At<'_>) -> Option<[Vec<Text>; 2]> {
    let mut record = r.record(at)?;
    let mut part = |name| r.need(&mut record, name, |r, at| r.list(at, MAX_PARTS, |r, at| r.both(at, NAME / 2)));
    let (first, second) = (part("first"), part("second"));
    r.close(&record);
    Some([first?, second?])
}
