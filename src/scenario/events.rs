//! The script of a scenario: what happens in which round.

use super::guide::{Catalogue, MAX_PRICE, MAX_ROUNDS, STORY, roles_there};
use super::market::Cast;
use super::values::Values;
use crate::checked_ron::{At, Ids, Kind, Node, Reader, Record};
use crate::sim::limits::MAX_QUANTITY;
use crate::sim::scenario::{Buyer, EventDef, Finder, Happening, Line, NeedDef, Severity, TenderDef, TenderKind, TicketDef};
use crate::sim::selling::quoting::MAX_LINES;
use crate::sim::units::{CustomerId, EventId, Fen, IndustryId, Minutes, NeedClassId, ProductId, RivalId};

const MAX_EVENTS: usize = 200;
const TITLE: usize = 80;
const CHOICES: [&str; 12] =
    ["News", "Exhibition", "Summit", "Need", "Ticket", "Resigns", "PriceWar", "RivalsGain", "RivalOffer", "Pledge", "Temptation", "Tender"];

/// What events may refer to.
struct World<'w> {
    catalogue: &'w Catalogue,
    cast: &'w Cast,
    events: Ids,
}

pub(super) fn events(r: &mut Reader, record: &mut Record<'_>, catalogue: &Catalogue, cast: &Cast) -> Option<Vec<EventDef>> {
    let field = record.field("events");
    let items = match &field {
        Some(at) => r.items(at, MAX_EVENTS),
        None => Some(Vec::new()),
    };
    let world = World { catalogue, cast, events: r.ids(items.as_deref(), "event") };
    let list: Vec<Option<EventDef>> = items.iter().flatten().map(|at| event(r, at, &world)).collect();
    for (def, at) in list.iter().zip(items.iter().flatten()) {
        follows_order(r, def.as_ref(), at, &list);
        twin_is_a_need(r, def.as_ref(), at, &list);
        one_tender_at_a_time(r, def.as_ref(), at, &list);
    }
    let list: Option<Vec<EventDef>> = items.and_then(|_| list.into_iter().collect());
    if let (Some(fair), Some(list)) = (&cast.fair, &list)
        && list.iter().all(|event| event.what != Happening::Exhibition)
    {
        let at = At { node: record.at.node, place: fair.place, path: fair.path.clone() };
        r.complain(&at, "`true`, but the script has no exhibition", "`false`, or an event with what: Exhibition");
    }
    list
}

fn event(r: &mut Reader, at: &At<'_>, world: &World<'_>) -> Option<EventDef> {
    let mut record = r.record(at)?;
    let id = r.need(&mut record, "id", Reader::id);
    let round = r.need(&mut record, "round", |r, at| r.small(at, 1, world.catalogue.rounds.unwrap_or(MAX_ROUNDS)));
    let title = r.need(&mut record, "title", |r, at| r.both(at, TITLE));
    let body = r.need(&mut record, "body", |r, at| r.both(at, STORY));
    let what = r.need(&mut record, "what", |r, at| happening(r, at, world, round));
    r.close(&record);
    Some(EventDef { id: id?.into(), round: round?, title: title?, body: body?, what: what? })
}

fn happening(r: &mut Reader, at: &At<'_>, world: &World<'_>, round: Option<u16>) -> Option<Happening> {
    let (name, inside) = variant(r, at, &CHOICES)?;
    match (name, inside) {
        ("News", Inside::Nothing) => Some(Happening::News),
        ("Exhibition", Inside::Nothing) => Some(Happening::Exhibition),
        ("Summit", Inside::Nothing) => Some(Happening::Summit),
        ("Need", Inside::Fields(mut record)) => need(r, &mut record, world, round).map(Happening::Need),
        ("Ticket", Inside::Fields(mut record)) => ticket(r, &mut record, world).map(Happening::Ticket),
        ("Resigns", Inside::One(role)) => r.choice(&role, &roles_there(&world.catalogue.roster)).map(Happening::Resigns),
        ("PriceWar", Inside::Fields(mut record)) => {
            let rounds = r.need(&mut record, "rounds", |r, at| r.small(at, 1, MAX_ROUNDS));
            r.close(&record);
            Some(Happening::PriceWar { rounds: rounds? })
        }
        ("RivalsGain", Inside::Fields(mut record)) => {
            let by = r.need(&mut record, "by", |r, at| r.number(at, -1.0, 1.0));
            r.close(&record);
            Some(Happening::RivalsGain { by: by? })
        }
        ("RivalOffer", Inside::Fields(mut record)) => rival_offer(r, &mut record, world),
        ("Pledge", Inside::Fields(mut record)) => pledge(r, &mut record, world),
        ("Temptation", Inside::Fields(mut record)) => temptation(r, &mut record, world),
        ("Tender", Inside::Fields(mut record)) => tender(r, &mut record, world, round).map(Happening::Tender),
        (name, _) => {
            let shape = match name {
                "News" | "Exhibition" | "Summit" => format!("`{name}` alone"),
                "Resigns" => "`Resigns(AccountManager)` or another role".into(),
                _ => format!("`{name}(name: value, ...)`"),
            };
            r.complain(at, at.node.describe(), shape);
            None
        }
    }
}

/// What stands behind the name of a variant.
pub(super) enum Inside<'t> {
    Nothing,
    One(At<'t>),
    Fields(Record<'t>),
    Other,
}

pub(super) fn variant<'t>(r: &mut Reader, at: &At<'t>, choices: &[&'static str]) -> Option<(&'static str, Inside<'t>)> {
    let (name, inside) = match &at.node.kind {
        Kind::Word(name) => (name, Inside::Nothing),
        Kind::Record(Some(name), fields) => (name, Inside::Fields(r.fields(at, fields))),
        Kind::Tuple(Some(name), items) => (name, if let [item] = &items[..] { Inside::One(inner(at, item)) } else { Inside::Other }),
        Kind::Broken => return None,
        _ => {
            r.complain(at, at.node.describe(), choices.join(", "));
            return None;
        }
    };
    match choices.iter().find(|choice| *choice == name) {
        Some(choice) => Some((choice, inside)),
        None => {
            r.unknown_choice(at, name, choices.iter().copied());
            None
        }
    }
}

fn inner<'t>(at: &At<'t>, node: &'t Node) -> At<'t> {
    At { node, place: node.place, path: at.path.clone() }
}

fn need(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>, round: Option<u16>) -> Option<NeedDef> {
    let customer = r.need(record, "customer", |r, at| r.known(at, &world.cast.customers));
    let class = r.need(record, "class", |r, at| r.known(at, &world.catalogue.classes));
    let by_tier = r.may(record, "by_tier", Reader::truth).unwrap_or(false);
    let lines = r.need(record, "lines", |r, at| r.list(at, MAX_LINES, |r, at| line(r, at, world.catalogue)));
    let luck = r.may(record, "luck", |r, at| r.number(at, NeedDef::LEAST_LUCK, 1.0)).unwrap_or(1.0);
    let rivals = r.may(record, "rivals", |r, at| r.number(at, -5.0, 5.0)).unwrap_or(0.0);
    let budget = r.may(record, "budget", |r, at| r.option(at, |r, at| r.money(at, 1, MAX_PRICE)));
    let contacts = customer.and_then(|i| world.cast.contacts.get(i));
    let hidden = r.may(record, "hidden", |r, at| r.list(at, 6, |r, at| finder(r, at, contacts)));
    let decides_after = r.may(record, "decides_after", |r, at| r.small(at, 0, 12)).unwrap_or(1);
    let trial = r.may(record, "trial", Reader::truth).unwrap_or(false);
    let instead_of = r.may(record, "instead_of", |r, at| r.option(at, |r, at| r.known(at, &world.events))).map(EventId::at);
    r.close(record);
    decided_in_time(r, record, world, round, decides_after);
    let lines = lines?;
    let total = sum(&lines);
    if budget.is_some_and(|budget| budget < total) {
        r.complain(&record.blame("budget"), "less than the lines cost", format!("yuan from {total} on"));
    }
    let quantity = lines.iter().map(|line| line.quantity).sum();
    let (customer, class) = (CustomerId::at(customer?), NeedClassId::at(class?));
    let hidden = hidden.unwrap_or_default();
    Some(NeedDef { customer, class, quantity, lines, by_tier, luck, rivals, budget, hidden, decides_after, trial, instead_of })
}

fn decided_in_time(r: &mut Reader, record: &Record<'_>, world: &World<'_>, round: Option<u16>, decides_after: u16) {
    if let (Some(round), Some(rounds)) = (round, world.catalogue.rounds)
        && round.saturating_add(decides_after) > rounds
    {
        let at = record.blame("decides_after");
        r.complain(&at, format!("decided in round {}, after the end", round.saturating_add(decides_after)), format!("a decision in round {rounds} or before"));
    }
}

fn sum(lines: &[Line]) -> Fen {
    lines.iter().map(|line| line.price.times(line.quantity.into())).sum()
}

fn tender(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>, round: Option<u16>) -> Option<TenderDef> {
    const KINDS: [(&str, TenderKind); 2] = [("Price", TenderKind::Price), ("Quality", TenderKind::Quality)];
    let customer = record.field("customer").map(|at| r.known(&at, &world.cast.customers));
    let industry = record.field("industry").map(|at| r.known(&at, &world.catalogue.industries));
    let kind = r.need(record, "kind", |r, at| r.choice(at, &KINDS));
    let class = r.need(record, "class", |r, at| r.known(at, &world.catalogue.classes));
    let lines = r.need(record, "lines", |r, at| r.list(at, MAX_LINES, |r, at| line(r, at, world.catalogue)));
    let ceiling = r.need(record, "ceiling", |r, at| r.money(at, 1, MAX_PRICE));
    let decides_after = r.may(record, "decides_after", |r, at| r.small(at, 0, 12)).unwrap_or(0);
    r.close(record);
    decided_in_time(r, record, world, round, decides_after);
    let buyer = match (customer, industry) {
        (Some(customer), None) => Buyer::Named(CustomerId::at(customer?)),
        (None, Some(industry)) => Buyer::OneOf(IndustryId::at(industry?)),
        (given, _) => {
            let problem = if given.is_some() { "both `customer` and `industry`" } else { "neither `customer` nor `industry`" };
            r.complain(&record.at, problem, "a named customer, or the industry of an ordinary one");
            return None;
        }
    };
    let lines = lines?;
    let least = sum(&lines);
    if ceiling.is_some_and(|ceiling| ceiling < least) {
        r.complain(&record.blame("ceiling"), "less than the lines cost", format!("yuan from {least} on"));
    }
    Some(TenderDef { buyer, kind: kind?, class: NeedClassId::at(class?), lines, ceiling: ceiling?, decides_after })
}

/// A named customer decides one tender before it announces the next.
fn one_tender_at_a_time(r: &mut Reader, event: Option<&EventDef>, at: &At<'_>, list: &[Option<EventDef>]) {
    let Some(EventDef { id, round, what: Happening::Tender(TenderDef { buyer: buyer @ Buyer::Named(_), .. }), .. }) = event else { return };
    let running = list.iter().flatten().find(|other| match &other.what {
        Happening::Tender(earlier) => {
            other.id != *id && earlier.buyer == *buyer && (other.round, &other.id) < (*round, id) && other.round.saturating_add(earlier.decides_after) >= *round
        }
        _ => false,
    });
    if let Some(running) = running {
        let problem = format!("`{}` of the same customer is still open in round {round}", running.id);
        r.complain(&at.dig(&["round"]), problem, "a round after that tender is awarded");
    }
}

fn line(r: &mut Reader, at: &At<'_>, catalogue: &Catalogue) -> Option<Line> {
    let mut record = r.record(at)?;
    let product = r.need(&mut record, "product", |r, at| r.known(at, &catalogue.products));
    let quantity = r.need(&mut record, "quantity", |r, at| r.whole(at, 1, MAX_QUANTITY));
    let price = r.need(&mut record, "price", |r, at| r.money(at, 1, MAX_PRICE));
    r.close(&record);
    let list = product.and_then(|i| catalogue.list_prices.get(i).copied().flatten());
    if let (Some(price), Some(list)) = (price, list)
        && price > list
    {
        r.complain(&record.blame("price"), format!("{price} is above the list price"), format!("yuan up to {list}"));
    }
    Some(Line { product: ProductId::at(product?), quantity: quantity?, price: price? })
}

fn finder(r: &mut Reader, at: &At<'_>, contacts: Option<&Ids>) -> Option<Finder> {
    let unknown = Ids::unknown("contact");
    let contacts = contacts.unwrap_or(&unknown);
    let (name, inside) = variant(r, at, &["FreeCheck", "Talk", "Research", "Tip"])?;
    match (name, inside) {
        ("FreeCheck", Inside::Nothing) => Some(Finder::FreeCheck),
        ("Research", Inside::Nothing) => Some(Finder::Research),
        ("Talk", Inside::One(contact)) => Some(Finder::Talk(u8::try_from(r.known(&contact, contacts)?).ok()?)),
        ("Tip", Inside::Fields(mut record)) => {
            let contact = r.need(&mut record, "contact", |r, at| r.known(at, contacts));
            let bond = r.need(&mut record, "bond", |r, at| r.number(at, 0.0, 100.0));
            let trust = r.need(&mut record, "trust", |r, at| r.number(at, 0.0, 100.0));
            let orders = r.may(&mut record, "orders", |r, at| r.small(at, 0, 100)).unwrap_or(0);
            r.close(&record);
            Some(Finder::Tip { contact: u8::try_from(contact?).ok()?, bond: bond?, trust: trust?, orders })
        }
        (name, _) => {
            let shape = match name {
                "Talk" => "`Talk(\"id of a contact\")`",
                "Tip" => "`Tip(contact: \"id\", bond: 50, trust: 50)`",
                _ => "the name alone",
            };
            r.complain(at, at.node.describe(), shape);
            None
        }
    }
}

fn ticket(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>) -> Option<TicketDef> {
    const CLASSES: [(&str, Severity); 3] = [("Minor", Severity::Minor), ("Major", Severity::Major), ("Critical", Severity::Critical)];
    let customer = r.need(record, "customer", |r, at| r.known(at, &world.cast.customers));
    let class = r.need(record, "class", |r, at| r.choice(at, &CLASSES));
    let hours = r.need(record, "hours", |r, at| r.number(at, 0.5, 400.0));
    let day = r.need(record, "day", |r, at| r.small(at, 1, world.catalogue.rules.work.days));
    let after = r.may(record, "after", |r, at| r.option(at, |r, at| r.known(at, &world.events)));
    let loss = r.may(record, "loss", |r, at| r.money(at, 0, MAX_PRICE)).unwrap_or(Fen::ZERO);
    r.close(record);
    let minutes = Minutes((hours? * 60.0).round() as i32);
    Some(TicketDef { customer: CustomerId::at(customer?), class: class?, minutes, day: day?, after: after.map(EventId::at), loss })
}

/// What follows an order (a ticket, a pledge, a temptation) needs that order to be a need of the same customer, decided before.
fn follows_order(r: &mut Reader, event: Option<&EventDef>, at: &At<'_>, list: &[Option<EventDef>]) {
    let Some(EventDef { round, what, .. }) = event else { return };
    let (customer, after) = match what {
        Happening::Ticket(ticket) => (ticket.customer, ticket.after),
        Happening::Pledge { customer, after, .. } | Happening::Temptation { customer, after, .. } => (*customer, *after),
        _ => return,
    };
    let Some(Some(order)) = after.and_then(|id| list.get(id.index())) else { return };
    let follows = match &order.what {
        Happening::Need(need) => need.customer == customer && order.round.saturating_add(need.decides_after) < *round,
        _ => false,
    };
    if !follows {
        let problem = format!("`{}` is no order that this customer can have placed by then", order.id);
        r.complain(&at.dig(&["what", "after"]), problem, "a Need of the same customer, decided in an earlier round");
    }
}

/// One rival, or all where none is named, cheaper for some rounds.
fn rival_offer(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>) -> Option<Happening> {
    let named = record.field("rival");
    let rival = named.as_ref().map(|at| r.known(at, &world.catalogue.rivals));
    let cut = r.need(record, "cut", |r, at| r.number(at, 0.0, 0.9));
    let rounds = r.may(record, "rounds", |r, at| r.small(at, 1, MAX_ROUNDS)).unwrap_or(1);
    r.close(record);
    let rival = match rival {
        Some(place) => Some(RivalId::at(place?)),
        None => None,
    };
    Some(Happening::RivalOffer { rival, cut: cut?, rounds })
}

/// What asks for the same piece is another need of the same round, and so is not asked for a third time.
fn twin_is_a_need(r: &mut Reader, event: Option<&EventDef>, at: &At<'_>, list: &[Option<EventDef>]) {
    let Some(EventDef { id, round, what: Happening::Need(need), .. }) = event else { return };
    let Some(Some(other)) = need.instead_of.and_then(|id| list.get(id.index())) else { return };
    let good =
        matches!(&other.what, Happening::Need(twin) if twin.instead_of.is_none() && twin.customer != need.customer) && other.round == *round && other.id != *id;
    if !good {
        let problem = format!("`{}` is no need of another customer in the same round", other.id);
        r.complain(&at.dig(&["what", "instead_of"]), problem, "a Need of another customer in the same round, itself without instead_of");
    }
}

/// A customer, one of its people, and the order that has come before: what a pledge and a temptation share.
fn somebody(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>) -> Option<(CustomerId, u8, Option<EventId>)> {
    let customer = r.need(record, "customer", |r, at| r.known(at, &world.cast.customers));
    let unknown = Ids::unknown("contact");
    let contacts = customer.and_then(|i| world.cast.contacts.get(i)).unwrap_or(&unknown);
    let contact = r.need(record, "contact", |r, at| r.known(at, contacts));
    let after = r.may(record, "after", |r, at| r.option(at, |r, at| r.known(at, &world.events))).map(EventId::at);
    Some((CustomerId::at(customer?), u8::try_from(contact?).ok()?, after))
}

fn pledge(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>) -> Option<Happening> {
    let who = somebody(r, record, world);
    let commitment = r.need(record, "commitment", |r, at| r.number(at, 0.0, 100.0));
    r.close(record);
    let (customer, contact, after) = who?;
    Some(Happening::Pledge { customer, contact, after, commitment: commitment? })
}

fn temptation(r: &mut Reader, record: &mut Record<'_>, world: &World<'_>) -> Option<Happening> {
    let who = somebody(r, record, world);
    let most = world.catalogue.rules.gifts.most.to_yuan() as u32;
    let amount = r.need(record, "amount", |r, at| r.money(at, 1, most));
    r.close(record);
    let (customer, contact, after) = who?;
    Some(Happening::Temptation { customer, contact, after, amount: amount? })
}
