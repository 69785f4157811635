//! The customers of a scenario: those with a story of their own, and what the others are made from.

use super::guide::{Catalogue, MAX_PRICE, MAX_ROUNDS, NAME, STORY};
use super::population;
use super::values::Values;
use crate::checked_ron::{At, Ids, Place, Reader, Record, quoted};
use crate::sim::scenario::{BuyingRole, ContactDef, CustomerDef, MAX_CONTACTS, MarketDef, Style, Text};
use crate::sim::units::{IndustryId, RivalId};
use std::collections::BTreeSet;
use std::sync::Arc;

const MAX_CUSTOMERS: u16 = 1_000;
pub(super) const MAX_NAMED: usize = 20;
const TOKEN: usize = 3;

/// The named customers, and who sits in whose committee.
pub(super) struct Cast {
    pub customers: Ids,
    /// By customer.
    pub contacts: Vec<Ids>,
    /// Whether the script must hold an exhibition: the place that says so.
    pub fair: Option<Fair>,
}

/// Where a customer is said to be met at an exhibition.
pub(super) struct Fair {
    pub place: Place,
    pub path: String,
}

pub(super) fn customers(r: &mut Reader, record: &mut Record<'_>, catalogue: &Catalogue) -> (Option<Vec<CustomerDef>>, Cast) {
    let Some(at) = record.field("customers") else {
        let customers = r.ids(Some(&[]), "named customer");
        return (Some(Vec::new()), Cast { customers, contacts: Vec::new(), fair: None });
    };
    let items = r.items(&at, MAX_NAMED);
    let ids = r.ids(items.as_deref(), "named customer");
    let mut cast = Cast { customers: ids, contacts: Vec::new(), fair: None };
    let list: Vec<Option<CustomerDef>> = items.iter().flatten().map(|at| customer(r, at, catalogue, &mut cast)).collect();
    (items.is_some().then(|| list.into_iter().collect()).flatten(), cast)
}

fn customer(r: &mut Reader, at: &At<'_>, catalogue: &Catalogue, cast: &mut Cast) -> Option<CustomerDef> {
    let Some(mut record) = r.record(at) else {
        cast.contacts.push(Ids::unknown("contact"));
        return None;
    };
    let record = &mut record;
    let rounds = catalogue.rounds.unwrap_or(MAX_ROUNDS);
    let id = r.need(record, "id", Reader::id);
    let name = r.need(record, "name", |r, at| r.both(at, NAME));
    let token = r.need(record, "token", |r, at| r.both(at, TOKEN));
    let profile = r.need(record, "profile", |r, at| r.both(at, STORY));
    let industry = r.need(record, "industry", |r, at| r.known(at, &catalogue.industries));
    let need_rate = r.need(record, "need_rate", |r, at| r.number(at, 0.001, 1.0));
    let order_value = r.need(record, "order_value", |r, at| r.money(at, 1, MAX_PRICE));
    let equity_rate = r.may(record, "equity_rate", |r, at| r.number(at, 0.001, 1.0));
    let equity_value = r.may(record, "equity_value", |r, at| r.money(at, 1, MAX_PRICE));
    let price_sensitivity = r.may(record, "price_sensitivity", |r, at| r.number(at, 0.1, 5.0));
    let service_sensitivity = r.may(record, "service_sensitivity", |r, at| r.number(at, 0.1, 5.0));
    let incumbent = r.may(record, "incumbent", |r, at| r.option(at, |r, at| r.known(at, &catalogue.rivals)));
    let known_at_start = r.may(record, "known_at_start", Reader::truth).unwrap_or(false);
    let orders_at_start = r.may(record, "orders_at_start", |r, at| r.small(at, 0, 100)).unwrap_or(0);
    let at_exhibition = r.may(record, "at_exhibition", Reader::truth).unwrap_or(false);
    let calls = r.may(record, "calls", |r, at| r.option(at, |r, at| calls(r, at, rounds)));
    let key_account = r.may(record, "key_account", Reader::truth).unwrap_or(false);
    let stochastic_needs = r.may(record, "stochastic_needs", Reader::truth).unwrap_or(true);
    let contract = r.may(record, "contract", |r, at| population::running(r, at, catalogue));
    let items = r.need(record, "contacts", |r, at| r.items(at, MAX_CONTACTS));
    let ids = r.ids(items.as_deref(), "contact");
    let contacts: Vec<Option<ContactDef>> = items.iter().flatten().map(|at| contact(r, at)).collect();
    let contacts: Option<Vec<ContactDef>> = contacts.into_iter().collect();
    r.close(record);

    cast.contacts.push(ids);
    if at_exhibition && cast.fair.is_none() {
        let at = record.blame("at_exhibition");
        cast.fair = Some(Fair { place: at.place, path: at.path });
    }
    if orders_at_start > 0 && !known_at_start {
        r.complain(&record.blame("orders_at_start"), "orders from a customer that is not known", "0, or known_at_start: true");
    }
    if contract.is_some() && orders_at_start == 0 {
        r.complain(&record.blame("contract"), "a contract with a customer that has not bought", "orders_at_start: 1 or more beside it");
    }
    if contacts.as_ref().is_some_and(|list| !list.is_empty() && list.iter().all(|c| c.role != BuyingRole::DecisionMaker)) {
        r.complain(&record.blame("contacts"), "nobody decides", "at least one contact with role: DecisionMaker");
    }
    let (need_rate, order_value) = (need_rate?, order_value?);
    Some(CustomerDef {
        id: id?.into(),
        name: name?,
        token: token?,
        profile: profile?,
        industry: IndustryId::at(industry?),
        need_rate,
        order_value,
        equity_value: equity_value.unwrap_or_else(|| order_value.scale(catalogue.rules.score.equity_value)),
        equity_rate: equity_rate.unwrap_or(need_rate),
        price_sensitivity: price_sensitivity.unwrap_or(1.0),
        service_sensitivity: service_sensitivity.unwrap_or(1.0),
        incumbent: incumbent.map(RivalId::at),
        contacts: contacts?,
        known_at_start,
        orders_at_start,
        at_exhibition,
        calls,
        key_account,
        stochastic_needs,
        contract,
    })
}

/// Calls by itself a team that does not know it: round and trust.
fn calls(r: &mut Reader, at: &At<'_>, rounds: u16) -> Option<(u16, f64)> {
    let mut record = r.record(at)?;
    let round = r.need(&mut record, "round", |r, at| r.small(at, 1, rounds));
    let trust = r.need(&mut record, "trust", |r, at| r.number(at, 0.0, 100.0));
    r.close(&record);
    Some((round?, trust?))
}

fn contact(r: &mut Reader, at: &At<'_>) -> Option<ContactDef> {
    const STYLES: [(&str, Style); 4] = [("A", Style::A), ("B", Style::B), ("C", Style::C), ("D", Style::D)];
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
    let role = r.need(&mut record, "role", |r, at| r.choice(at, &population::ROLES));
    let style = r.need(&mut record, "style", |r, at| r.choice(at, &STYLES));
    r.close(&record);
    Some(ContactDef { id: id?.into(), name: name?, role: role?, style: style? })
}

pub(super) fn market(r: &mut Reader, at: &At<'_>, named: usize, catalogue: &Catalogue) -> Option<MarketDef> {
    let mut record = r.record(at)?;
    let customers = r.need(&mut record, "customers", |r, at| r.small(at, 2, MAX_CUSTOMERS));
    let generated = customers.map_or(MAX_CUSTOMERS, |all| all.saturating_sub(named as u16));
    let sigma = r.need(&mut record, "sigma", |r, at| r.number(at, 0.0, 3.0));
    let mean_order = r.need(&mut record, "mean_order", |r, at| r.money(at, 1, MAX_PRICE));
    let need_rate = r.need(&mut record, "need_rate", |r, at| r.number(at, 0.001, 1.0));
    let known = r.need(&mut record, "known", |r, at| r.small(at, 0, generated));
    let installed = r.need(&mut record, "installed", |r, at| r.small(at, 0, known.unwrap_or(generated)));
    let mut taken = BTreeSet::new();
    let name_parts = r.may(&mut record, "name_parts", population::name_parts);
    let mut names = |r: &mut Reader, at: &At<'_>| r.list(at, usize::from(MAX_CUSTOMERS), |r, at| company(r, at, &mut taken));
    // names that are put together need no list
    let names = match record.field("names") {
        None if name_parts.is_some() => Some(Vec::new()),
        _ => r.need(&mut record, "names", &mut names),
    };
    let contact_parts = r.may(&mut record, "contact_parts", population::name_parts);
    let contact_names = match record.field("contact_names") {
        None if contact_parts.is_some() => Some(Vec::new()),
        _ => r.need(&mut record, "contact_names", |r, at| r.list(at, 200, |r, at| r.both(at, NAME))),
    };
    let everybody = || population::ROLES.map(|(_, role)| role).to_vec();
    let committee = r.may(&mut record, "committee", population::committee).unwrap_or_else(everybody);
    let sensitivity_spread = r.may(&mut record, "sensitivity_spread", population::spread).unwrap_or_default();
    let segments = r.may(&mut record, "segments", |r, at| population::segments(r, at, catalogue)).unwrap_or_default();
    let walk_ins = r.may(&mut record, "walk_ins", |r, at| population::walk_ins(r, at, catalogue));
    r.close(&record);
    if let Some(count) = customers.filter(|&count| usize::from(count) <= named) {
        r.complain(
            &record.blame("customers"),
            format!("{count} customers, of which {named} are named"),
            format!("a whole number from {} to {MAX_CUSTOMERS}", named + 1),
        );
    }
    Some(MarketDef {
        customers: customers?,
        sigma: sigma?,
        mean_order: mean_order?,
        need_rate: need_rate?,
        known: known?,
        installed: installed?,
        names: names?,
        name_parts: name_parts.unwrap_or_default(),
        contact_names: contact_names?,
        contact_parts: contact_parts.unwrap_or_default(),
        committee,
        sensitivity_spread,
        segments,
        walk_ins,
    })
}

/// A company's name with the letters of its token; where those are left out, initials and the first two characters.
fn company(r: &mut Reader, at: &At<'_>, taken: &mut BTreeSet<Arc<str>>) -> Option<(Text, Text)> {
    let mut record = r.record(at)?;
    let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
    let token = r.may(&mut record, "token", |r, at| r.both(at, TOKEN));
    r.close(&record);
    let name = name?;
    // one name for both languages is one name
    let in_chinese = (name.zh != name.en).then_some(&name.zh);
    for language in [&name.en].into_iter().chain(in_chinese) {
        if !taken.insert(language.clone()) {
            r.complain(at, format!("the name {} is taken", quoted(language)), "each name once");
        }
    }
    let token = token.unwrap_or_else(|| Text::new(initials(&name.en), name.zh.chars().take(2).collect::<String>()));
    Some((name, token))
}

/// Two capital letters: of the first two words, or the first two of a single word.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| word.starts_with(char::is_alphanumeric)).collect();
    let letters: String = match words[..] {
        [one] => one.chars().take(2).collect(),
        _ => words.iter().take(2).filter_map(|word| word.chars().next()).collect(),
    };
    letters.to_uppercase()
}
