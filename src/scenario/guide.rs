//! The part of a scenario that every player may read: the story, the calendar, the catalogue.

use super::rules::{rounded, rules, sums_to_one};
use super::supply::{pieces, supply};
use super::values::Values;
use super::{media, population};
use crate::checked_ron::{At, Ids, Reader, Record};
use crate::sim::parameters::Rules;
use crate::sim::scenario::roster::Roster;
use crate::sim::scenario::{Guide, MAX_ATTRIBUTES, Named, NeedClass, PriceTier, Product, Speaks, Supply, Text, Want};
use crate::sim::units::{Fen, ProductId, Role};
use crate::words::{placeholders, values_of};
use std::sync::Arc;

pub(super) const MAX_ROUNDS: u16 = 60;
/// As long a number as the set-up takes when it draws one.
pub(super) const MAX_LUCK: u32 = 999_999;
/// The number of a case that names none.
pub(super) const LUCK: u32 = 1;
const MAX_INDUSTRIES: usize = 32;
const MAX_PRODUCTS: usize = 32;
const MAX_CLASSES: usize = 32;
/// Rivals draw their luck as actors 1 to 9 (docs/model.md#draws).
const MAX_RIVALS: usize = 9;
/// People in one role.
const MAX_PEOPLE: u16 = 20;
const MAX_NEWCOMERS: usize = 40;
/// Yuan: a hundred million, far above any price a class will meet.
pub(super) const MAX_PRICE: u32 = 100_000_000;
pub(super) const NAME: usize = 60;
const TITLE: usize = 80;
/// Longest sign of a currency.
const SIGN: usize = 4;
pub(super) const STORY: usize = 1_200;

/// What the rest of the file refers to.
pub(super) struct Catalogue {
    pub industries: Ids,
    pub products: Ids,
    pub classes: Ids,
    pub rivals: Ids,
    /// By product; None where it could not be read.
    pub list_prices: Vec<Option<Fen>>,
    /// By need class: whether it is met by contract.
    pub contracts: Vec<bool>,
    /// How many; None where they could not be read.
    pub channels: Option<usize>,
    /// None where it could not be read.
    pub rounds: Option<u16>,
    pub rules: Rules,
    pub roster: Roster,
}

pub(super) fn guide(r: &mut Reader, record: &mut Record<'_>) -> (Option<Guide>, Catalogue) {
    let id = r.need(record, "id", Reader::id);
    let luck = r.may(record, "luck", |r, at| r.whole(at, 0, MAX_LUCK)).unwrap_or(LUCK);
    let title = r.need(record, "title", |r, at| r.both(at, TITLE));
    let summary = r.need(record, "summary", |r, at| r.both(at, STORY));
    let lesson = r.need(record, "lesson", |r, at| r.both(at, STORY));
    let start = r.need(record, "start", start);
    let rounds = r.need(record, "rounds", |r, at| r.small(at, 1, MAX_ROUNDS));
    let least_rounds = r.may(record, "least_rounds", |r, at| r.small(at, 1, rounds.unwrap_or(MAX_ROUNDS)));
    let opening_cash = r.need(record, "opening_cash", |r, at| r.money(at, 0, 1_000_000_000));
    let supply = supply(r, record);
    let at_rules = record.field("rules");
    let rules = rules(r, at_rules.as_ref());
    let roster = roster(r, record);
    let newcomers = r.may(record, "newcomers", |r, at| r.list(at, MAX_NEWCOMERS, |r, at| r.both(at, NAME))).unwrap_or_default();
    let staff = r.need(record, "staff", |r, at| staff(r, at, &roster));
    let words = words(r, record);
    let mut speaks = Vec::new();
    let (industries, industry_ids) = named(r, record, "industries", "industry", MAX_INDUSTRIES, |r, record| {
        speaks.push(r.may(record, "speaks", |r, at| r.choice(at, &SPEAKS)).unwrap_or_default());
    });
    let (attributes, attribute_ids) = named(r, record, "attributes", "attribute", MAX_ATTRIBUTES, |_, _| {});
    let (rivals, rival_ids) = named(r, record, "rivals", "rival", MAX_RIVALS, |_, _| {});
    let channels = population::channels(r, record);
    let currency = r.may(record, "currency", |r, at| r.both(at, SIGN)).unwrap_or_else(|| Text::new("¥", "¥"));

    let items = r.need(record, "products", |r, at| r.items(at, MAX_PRODUCTS));
    let product_ids = r.ids(items.as_deref(), "product");
    let products: Vec<Option<Product>> = items.iter().flatten().map(|at| product(r, at, &attribute_ids, supply)).collect();
    let list_prices = products.iter().map(|p| p.as_ref().map(|p| p.list_price)).collect();

    let items = r.need(record, "need_classes", |r, at| r.items(at, MAX_CLASSES));
    let class_ids = r.ids(items.as_deref(), "need class");
    let classes: Vec<Option<NeedClass>> = items.iter().flatten().map(|at| need_class(r, at, &attribute_ids, &product_ids)).collect();
    let contracts = classes.iter().map(|c| c.as_ref().is_none_or(|c| c.contract.is_some())).collect();
    let classes: Option<Vec<NeedClass>> = classes.into_iter().collect();
    if let Some(classes) = classes.as_ref().filter(|list| !list.is_empty()) {
        let sum: f64 = classes.iter().map(|class| class.share).sum();
        if !sums_to_one(sum) {
            let at = record.blame("need_classes");
            r.complain(&at, format!("the shares sum to {}", rounded(sum)), "shares that sum to 1");
        }
    }

    let advertising = media::media(r, record, &industry_ids);
    let investments = media::investments(r, record);
    let custom = media::custom(r, record, investments.as_deref(), rules.as_ref());

    let catalogue = Catalogue {
        industries: industry_ids,
        products: product_ids,
        classes: class_ids,
        rivals: rival_ids,
        list_prices,
        contracts,
        channels: channels.as_ref().map(Vec::len),
        rounds,
        rules: rules.clone().unwrap_or_default(),
        roster: roster.clone(),
    };
    let guide = || {
        let (start_year, start_month) = start?;
        Some(Guide {
            id: id?.into(),
            luck: luck.into(),
            title: title?,
            summary: summary?,
            lesson: lesson?,
            start_year,
            start_month,
            rounds: rounds?,
            least_rounds: least_rounds.or(rounds)?,
            opening_cash: opening_cash?,
            // the market of the file says it
            mean_order: Fen::ZERO,
            supply: supply?,
            rules: rules?,
            industries: industries?,
            speaks,
            attributes: attributes?,
            products: products.into_iter().collect::<Option<_>>()?,
            need_classes: classes?,
            rivals: rivals?,
            channels: channels?,
            currency,
            staff: staff?,
            roster,
            media: advertising?,
            investments: investments?,
            custom: custom?,
            words,
            newcomers,
        })
    };
    (guide(), catalogue)
}

/// Calendar month of round 1.
fn start(r: &mut Reader, at: &At<'_>) -> Option<(u16, u8)> {
    let mut record = r.record(at)?;
    let year = r.need(&mut record, "year", |r, at| r.small(at, 1950, 2200));
    let month = r.need(&mut record, "month", |r, at| r.small(at, 1, 12));
    r.close(&record);
    Some((year?, u8::try_from(month?).ok()?))
}

/// Roles as a field of a group, and as a word of their own; in the order of `Role::index`.
const FIELDS: [&str; Role::COUNT] = ["developer", "account_manager", "service", "cultivator", "product_specialist"];
const ROLES: [(&str, Role); Role::COUNT] = [
    ("Developer", Role::Developer),
    ("AccountManager", Role::AccountManager),
    ("Service", Role::Service),
    ("Cultivator", Role::Cultivator),
    ("ProductSpecialist", Role::ProductSpecialist),
];

/// The words for the roles of a team.
pub(super) fn roles_there(roster: &Roster) -> Vec<(&'static str, Role)> {
    ROLES.into_iter().filter(|(_, role)| roster.has(*role)).collect()
}

/// `roles: [...]`, the three of the core where it is left out; `people: (service: 2)`, one in each where it is left out;
/// `acting: (cultivator: Service)` for the missing ones, the account manager where it is left out.
fn roster(r: &mut Reader, record: &mut Record<'_>) -> Roster {
    let listed = r.may(record, "roles", |r, at| {
        let roles = r.list(at, Role::COUNT, |r, at| r.choice(at, &ROLES))?;
        let core = Role::CORE.iter().all(|role| roles.contains(role));
        let twice = roles.iter().enumerate().any(|(i, role)| roles[..i].contains(role));
        if !core || twice {
            let problem = if twice { "a role twice" } else { "one of the three roles that every team has is missing" };
            r.complain(at, problem, "Developer, AccountManager and Service, and Cultivator or ProductSpecialist or both, each once");
            return None;
        }
        Some(roles)
    });
    let roles = listed.unwrap_or_else(|| Role::CORE.to_vec());
    let mut people = Role::ALL.map(|role| u16::from(roles.contains(&role)));
    let mut acting = [Role::AccountManager; Role::COUNT];
    r.may(record, "people", |r, at| {
        let mut record = r.record(at)?;
        for &role in &roles {
            if let Some(count) = r.may(&mut record, FIELDS[role.index()], |r, at| r.small(at, 1, MAX_PEOPLE)) {
                people[role.index()] = count;
            }
        }
        r.close(&record);
        Some(())
    });
    r.may(record, "acting", |r, at| {
        let mut record = r.record(at)?;
        let there: Vec<(&str, Role)> = ROLES.into_iter().filter(|(_, role)| roles.contains(role)).collect();
        for role in Role::ALL.into_iter().filter(|role| !roles.contains(role)) {
            if let Some(stand_in) = r.may(&mut record, FIELDS[role.index()], |r, at| r.choice(at, &there)) {
                acting[role.index()] = stand_in;
            }
        }
        r.close(&record);
        Some(())
    });
    Roster::new(people, acting)
}

/// Names of those who are there, in the order of `Role::index`.
fn staff(r: &mut Reader, at: &At<'_>, roster: &Roster) -> Option<[Text; Role::COUNT]> {
    let mut record = r.record(at)?;
    let mut staff: [Text; Role::COUNT] = Default::default();
    let mut whole = true;
    for &role in roster.roles() {
        match r.need(&mut record, FIELDS[role.index()], |r, at| r.both(at, NAME)) {
            Some(name) => staff[role.index()] = name,
            None => whole = false,
        }
    }
    r.close(&record);
    whole.then_some(staff)
}

/// How private customers of an industry speak.
const SPEAKS: [(&str, Speaks); 3] = [("Firm", Speaks::Firm), ("Person", Speaks::Person), ("Family", Speaks::Family)];

/// A list of things with an id and a name; `more` reads what else each of them may say.
fn named(
    r: &mut Reader,
    record: &mut Record<'_>,
    list: &'static str,
    what: &'static str,
    most: usize,
    mut more: impl FnMut(&mut Reader, &mut Record<'_>),
) -> (Option<Vec<Named>>, Ids) {
    let items = r.need(record, list, |r, at| r.items(at, most));
    let ids = r.ids(items.as_deref(), what);
    let things: Vec<Option<Named>> = items
        .iter()
        .flatten()
        .map(|at| {
            let mut record = r.record(at)?;
            let id = r.need(&mut record, "id", Reader::id);
            let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
            more(r, &mut record);
            r.close(&record);
            Some(Named { id: id?.into(), name: name? })
        })
        .collect();
    (items.is_some().then(|| things.into_iter().collect()).flatten(), ids)
}

fn product(r: &mut Reader, at: &At<'_>, attributes: &Ids, supply: Option<Supply>) -> Option<Product> {
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
    let list_price = r.need(&mut record, "list_price", |r, at| r.money(at, 1, MAX_PRICE));
    let tier_prices = r.need(&mut record, "prices", |r, at| prices(r, at, list_price));
    let (unit_cost, stock) = pieces(r, &mut record, list_price, supply);
    let values = r.need(&mut record, "attributes", |r, at| values(r, at, attributes));
    r.close(&record);
    Some(Product { id: id?.into(), name: name?, list_price: list_price?, tier_prices: tier_prices?, unit_cost, stock, attributes: values? })
}

/// Prices by tier, none above the list price; better customers never pay more.
fn prices(r: &mut Reader, at: &At<'_>, list_price: Option<Fen>) -> Option<[Fen; 4]> {
    const TIERS: [(&str, PriceTier); 4] = [("trial", PriceTier::Trial), ("market", PriceTier::Market), ("old", PriceTier::Old), ("senior", PriceTier::Senior)];
    let mut record = r.record(at)?;
    let prices = TIERS.map(|(tier, _)| r.need(&mut record, tier, |r, at| r.money(at, 1, MAX_PRICE)));
    r.close(&record);
    let [Some(trial), Some(market), Some(old), Some(senior)] = prices else { return None };
    let ceilings = [("trial", trial, "market price", market), ("old", old, "market price", market), ("senior", senior, "price of old customers", old)];
    if let Some(list) = list_price.filter(|&list| market > list) {
        r.complain(&record.blame("market"), format!("{market} is above the list price"), format!("yuan up to {list}"));
    }
    for (tier, price, above, ceiling) in ceilings {
        if price > ceiling {
            r.complain(&record.blame(tier), format!("{price} is above the {above}"), format!("yuan up to {ceiling}"));
        }
    }
    Some([trial, market, old, senior])
}

/// What the case calls things, by the keys of the program's texts.
fn words(r: &mut Reader, record: &mut Record<'_>) -> Vec<(Arc<str>, Text)> {
    let Some(at) = record.field("words") else { return Vec::new() };
    let mut words: Vec<(Arc<str>, Text)> = Vec::new();
    for (key, value) in r.pairs(&at).unwrap_or_default() {
        let Some(name) = r.words(&key, NAME, " ") else { continue };
        let Some(text) = r.both(&value, STORY) else { continue };
        let Some(values) = values_of(&name) else {
            r.complain(&key, format!("\"{name}\" is no text of the program"), "a key of assets/locales/en/*.ftl");
            continue;
        };
        let unknown = [&text.en, &text.zh].into_iter().flat_map(|text| placeholders(text)).find(|value| !values.contains(*value));
        if let Some(unknown) = unknown {
            let allowed =
                if values.is_empty() { "no value".to_owned() } else { values.iter().map(|value| format!("{{ ${value} }}")).collect::<Vec<_>>().join(", ") };
            r.complain(&value, format!("\"{unknown}\" is no value of this text"), allowed);
            continue;
        }
        if words.iter().any(|(known, _)| **known == *name) {
            r.complain(&key, "given twice", "each text once");
            continue;
        }
        words.push((name.into(), text));
    }
    words.sort_by(|a, b| a.0.cmp(&b.0));
    words
}

/// A number for each attribute of the scenario.
fn values(r: &mut Reader, at: &At<'_>, attributes: &Ids) -> Option<[f64; MAX_ATTRIBUTES]> {
    let mut values = [0.0; MAX_ATTRIBUTES];
    let mut given = [false; MAX_ATTRIBUTES];
    let mut whole = true;
    let mut misspelt = false;
    for (key, value) in r.pairs(at)? {
        let place = r.known(&key, attributes);
        let value = r.number(&value, 0.0, 100.0);
        match (place, value) {
            (Some(i), Some(_)) if given.get(i) == Some(&true) => {
                r.complain(&key, "given twice", "each attribute once");
                whole = false;
            }
            (Some(i), Some(value)) if i < MAX_ATTRIBUTES => {
                values[i] = value;
                given[i] = true;
            }
            (i, _) => {
                misspelt |= i.is_none();
                if let Some(given) = i.and_then(|i| given.get_mut(i)) {
                    *given = true;
                }
                whole = false;
            }
        }
    }
    for (id, given) in attributes.list().zip(given) {
        // a name misspelt is one mistake, not a missing one besides
        if !given && !id.is_empty() && !misspelt {
            r.complain(at, format!("the attribute `{id}` is missing"), "a number from 0 to 100 for each attribute");
            whole = false;
        }
    }
    whole.then_some(values)
}

fn need_class(r: &mut Reader, at: &At<'_>, attributes: &Ids, products: &Ids) -> Option<NeedClass> {
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let name = r.need(&mut record, "name", |r, at| r.both(at, NAME));
    let product = r.need(&mut record, "product", |r, at| r.known(at, products));
    let share = r.need(&mut record, "share", |r, at| r.number(at, 0.0, 1.0));
    let wants = r.need(&mut record, "wants", |r, at| r.list(at, MAX_ATTRIBUTES, |r, at| want(r, at, attributes)));
    let single = r.may(&mut record, "single", Reader::truth).unwrap_or(false);
    let contract = record.field("contract").map(|at| population::contract(r, &at));
    r.close(&record);
    if let Some(wants) = &wants {
        let sum: f64 = wants.iter().map(|want| want.weight).sum();
        if !sums_to_one(sum) {
            r.complain(&record.blame("wants"), format!("the weights sum to {}", rounded(sum)), "weights that sum to 1");
        }
        let twice = wants.iter().enumerate().find(|(i, want)| wants[..*i].iter().any(|other| other.attribute == want.attribute));
        if let Some((_, want)) = twice {
            let name = attributes.list().nth(usize::from(want.attribute)).unwrap_or("");
            r.complain(&record.blame("wants"), format!("the attribute `{name}` is wanted twice"), "each attribute once");
        }
    }
    // a contract that could not be read leaves no class without one
    let contract = match contract {
        Some(terms) => Some(terms?),
        None => None,
    };
    Some(NeedClass { id: id?.into(), name: name?, wants: wants?, product: ProductId::at(product?), share: share?, single, contract })
}

fn want(r: &mut Reader, at: &At<'_>, attributes: &Ids) -> Option<Want> {
    let mut record = r.record(at)?;
    let attribute = r.need(&mut record, "attribute", |r, at| r.known(at, attributes));
    let required = r.need(&mut record, "required", |r, at| r.number(at, 0.0, 100.0));
    let weight = r.need(&mut record, "weight", |r, at| r.number(at, 0.01, 1.0));
    r.close(&record);
    Some(Want { attribute: u8::try_from(attribute?).ok()?, required: required?, weight: weight? })
}
