//! Setting a card: hours, whom, how, terms, within the bounds of the rules, with what it comes to.

use super::form::{Choice, Does, FIELD, Field, Input, Sheet};
use super::parts::{Desk, marks};
use crate::advice::offer::offer_by;
use crate::advice::todo::{self, Step};
use crate::prose::{Prose, cards, checks, names, relations};
use crate::sim::cards::{Action, Call, Card, CardId, Care, Pursue, PursueMany, Queue, Quote};
use crate::sim::limits::{Value, limits};
use crate::sim::scenario::Style;
use crate::sim::terms::{Amount, Intent, Missing, Payment, QueuePolicy, QuoteTerms, ServiceLevel};
use crate::sim::units::{ContactId, Minutes, Role};
use crate::sim::view::View;

const STYLES: [Style; 4] = [Style::A, Style::B, Style::C, Style::D];
const INTENTS: [Intent; 3] = [Intent::Inform, Intent::Ask, Intent::Close];
const POLICIES: [QueuePolicy; 4] = [QueuePolicy::Severity, QueuePolicy::DueDate, QueuePolicy::FirstCome, QueuePolicy::Value];
const SERVICES: [ServiceLevel; 2] = [ServiceLevel::Standard, ServiceLevel::Priority];
/// Hours are set in halves.
const HALF: f64 = 0.5;

/// A card that is being set.
pub struct Setting {
    /// Who plays it.
    pub role: Role,
    /// As it is set so far.
    pub card: Card,
    /// The card of the plan that it takes the place of.
    pub changes: Option<CardId>,
    mark: String,
}

/// The card of a mark: a line of the agenda that wants setting, an offer, or a card of the own plan.
pub fn find(desk: &Desk, mark: &str) -> Option<Setting> {
    let view = desk.view();
    let made = |role, card, changes| Some(Setting { role, card, changes, mark: mark.to_owned() });
    if let Some(card) = view.plan.iter().find(|card| marks::of_planned(card) == mark).filter(|card| desk.roles.contains(&card.role)) {
        return made(card.role, card.card.clone(), Some(card.id));
    }
    if let Some(offer) = desk.all_offers().find(|offer| marks::of_offer(offer) == mark) {
        return made(offer.role, offer.card, None);
    }
    let steps = desk.entries().into_iter().map(|entry| (entry.item, todo::step(view, entry.item, desk.roles)));
    match steps.into_iter().find(|(item, step)| marks::of_step(*item, step) == mark)?.1 {
        Step::Set(offer, changes) => made(offer.role, offer.card, changes),
        _ => None,
    }
}

impl Setting {
    /// Takes over what was filled in; None where a value is none of those offered.
    pub fn take(&mut self, view: &View, fields: &[(String, String)]) -> Option<()> {
        for (name, value) in fields {
            let knob = knobs(view, &self.card).into_iter().find(|knob| knob.name() == *name)?;
            knob.set(view, &mut self.card, value)?;
        }
        Some(())
    }

    /// The form as the card is set now.
    pub fn sheet(&self, desk: &Desk, leave: String) -> Sheet {
        let (prose, view) = (desk.prose, desk.view());
        let action = &self.card.action;
        let mut offer = offer_by(view, self.card.clone(), self.role);
        if self.changes.is_some() {
            // it is this very card that is in the plan
            offer.missing.retain(|missing| *missing != Missing::Planned);
        }
        let takes = format!("{}{}", prose.hours(offer.minutes), cards::price(prose, &offer));
        let hindrance = if offer.missing.is_empty() { cards::beyond_means(prose, &offer, self.changes) } else { Some(prose.missing(&offer.missing)) };
        let name = if self.changes.is_some() { "editor-change" } else { "editor-add" };
        Sheet {
            title: cards::planned(prose, &self.card),
            lead: cards::purpose(prose, action),
            fields: knobs(view, &self.card).into_iter().map(|knob| knob.field(prose, &self.card)).collect(),
            told: [takes].into_iter().chain(cards::outlook(prose, &offer)).filter(|text| !text.is_empty()).collect(),
            warnings: hindrance.into_iter().chain(checks::of_card(prose, &self.card, self.role, self.changes)).collect(),
            does: Does { act: "set", what: self.mark.clone(), name: prose.say(name) },
            leave,
        }
    }
}

/// Something about a card that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Knob {
    Hours,
    /// Of one of several customers or deals, by its place in the list.
    HoursOf(usize),
    Contact,
    Style,
    Intent,
    Discount,
    Promise,
    Service,
    Payment,
    Policy,
    WriteUp,
}

/// What can be set about a card.
fn knobs(view: &View, card: &Card) -> Vec<Knob> {
    let mut action = card.action.clone();
    let mut list = Vec::new();
    if action.hours().is_some() {
        list.push(Knob::Hours);
    }
    match &action {
        Action::Call(_) => list.extend([Knob::Contact, Knob::Style, Knob::Intent]),
        Action::Pursue(_) => list.push(Knob::Intent),
        Action::PursueMany(PursueMany { deals, .. }) => list.extend((0..deals.len()).map(Knob::HoursOf).chain([Knob::Intent])),
        Action::Care(Care { visits }) => list.extend((0..visits.len()).map(Knob::HoursOf)),
        Action::Queue(_) => list.push(Knob::Policy),
        _ => {}
    }
    if let Some(terms) = terms(view, &mut action) {
        // goods of one's own have prices of their own
        list.extend(terms.lines.is_empty().then_some(Knob::Discount));
        list.extend([Knob::Promise, Knob::Service, Knob::Payment]);
    }
    if card.action.setting().writes_up {
        list.push(Knob::WriteUp);
    }
    list
}

/// The terms of a first or a new quote; a quote that lies there stays as it is, whatever else the card does.
fn terms<'a>(view: &View, action: &'a mut Action) -> Option<&'a mut QuoteTerms> {
    match action {
        Action::Quote(Quote { terms, .. }) => Some(terms),
        Action::Pursue(Pursue { deal, terms, .. }) => view.deal(*deal).is_some_and(|deal| deal.quote.is_none()).then_some(terms),
        _ => None,
    }
}

fn intent(action: &mut Action) -> Option<&mut Intent> {
    match action {
        Action::Call(Call { intent, .. }) | Action::Pursue(Pursue { intent, .. }) | Action::PursueMany(PursueMany { intent, .. }) => Some(intent),
        _ => None,
    }
}

fn hours_of(action: &mut Action, place: usize) -> Option<&mut Minutes> {
    match action {
        Action::Care(Care { visits }) => visits.get_mut(place).map(|(_, time)| time),
        Action::PursueMany(PursueMany { deals, .. }) => deals.get_mut(place).map(|(_, time)| time),
        _ => None,
    }
}

/// The least and the most of a number: shares in per cent, all else in its own unit.
fn range(view: &View, amount: Amount) -> [f64; 2] {
    limits(&view.guide, amount).map(|limit| match limit {
        Value::Share(share) => share * 100.0,
        Value::Points(points) => points,
        Value::Money(fen) => fen.to_yuan(),
        Value::Pieces(count) => f64::from(count),
        Value::Rounds(count) => f64::from(count),
    })
}

/// A number that was typed, within its bounds.
fn within(typed: &str, low: f64, high: f64) -> Option<f64> {
    typed.trim().parse().ok().filter(|number: &f64| (low..=high).contains(number))
}

impl Knob {
    fn name(self) -> String {
        match self {
            Knob::Hours => "hours".to_owned(),
            Knob::HoursOf(place) => format!("hours-{place}"),
            Knob::Contact => "contact".to_owned(),
            Knob::Style => "style".to_owned(),
            Knob::Intent => "intent".to_owned(),
            Knob::Discount => "discount".to_owned(),
            Knob::Promise => "promise".to_owned(),
            Knob::Service => "service".to_owned(),
            Knob::Payment => "payment".to_owned(),
            Knob::Policy => "policy".to_owned(),
            Knob::WriteUp => "write-up".to_owned(),
        }
    }

    /// As it is set now, and how it can be set.
    fn field(self, prose: &Prose, card: &Card) -> Field {
        let view = prose.view;
        let mut action = card.action.clone();
        let most = view.guide.rules.work.role_hours.half_hours().to_hours();
        let hours = |time: Option<&mut Minutes>| Input::Number { value: time.map_or(0.0, |time| time.to_hours()), low: HALF, high: most, step: HALF };
        let one = |choices: Vec<(String, bool)>| Input::One(choices.into_iter().enumerate().map(|(value, (text, on))| Choice { value, text, on }).collect());
        let say = |key: &str| prose.say(key);
        let (label, hint, input) = match self {
            Knob::Hours => (say("editor-hours"), String::new(), hours(action.hours())),
            Knob::HoursOf(place) => {
                let customers = match &action {
                    Action::Care(Care { visits }) => visits.iter().map(|(id, _)| *id).collect(),
                    Action::PursueMany(PursueMany { deals, .. }) => deals.iter().map(|(id, _)| id.customer).collect::<Vec<_>>(),
                    _ => Vec::new(),
                };
                (customers.get(place).map_or_else(String::new, |id| prose.customer(*id)), say("editor-hours"), hours(hours_of(&mut action, place)))
            }
            Knob::Contact => (say("editor-contact"), String::new(), one(contacts(prose, &action))),
            Knob::Style => {
                let set = if let Action::Call(call) = &action { Some(call.style) } else { None };
                let text = |style: Style| format!("{} · {}", prose.title(names::style(style)), say(names::style_hint(style)));
                (say("editor-style"), String::new(), one(STYLES.map(|style| (text(style), set == Some(style))).to_vec()))
            }
            Knob::Intent => {
                let set = intent(&mut action).copied();
                let text = |intent: Intent| format!("{} · {}", prose.title(names::intent(intent)), say(names::intent_hint(intent)));
                (say("editor-intent"), String::new(), one(INTENTS.map(|intent| (text(intent), set == Some(intent))).to_vec()))
            }
            Knob::Discount => {
                let value = terms(view, &mut action).map_or(0.0, |terms| (terms.discount * 200.0).round() / 2.0);
                let [low, high] = range(view, Amount::Discount);
                (say("quote-discount"), "%".to_owned(), Input::Number { value, low, high, step: HALF })
            }
            Knob::Promise => {
                let value = terms(view, &mut action).map_or(0.0, |terms| terms.promise);
                let [low, high] = range(view, Amount::Promise);
                (say("quote-promise"), cards::promise_means(prose, value), Input::Number { value, low, high, step: 1.0 })
            }
            Knob::Service => {
                let set = terms(view, &mut action).map(|terms| terms.service);
                let choices = SERVICES.map(|level| (say(names::service_level(level)), set == Some(level)));
                (say("quote-part-service"), String::new(), one(choices.to_vec()))
            }
            Knob::Payment => {
                let set = terms(view, &mut action).map(|terms| terms.payment);
                (say("quote-payment"), String::new(), one(Payment::ALL.map(|payment| (say(names::payment(payment)), set == Some(payment))).to_vec()))
            }
            Knob::Policy => {
                let set = if let Action::Queue(queue) = &action { Some(queue.policy) } else { None };
                (say("editor-policy"), String::new(), one(POLICIES.map(|policy| (say(names::policy(policy)), set == Some(policy))).to_vec()))
            }
            Knob::WriteUp => {
                let hint = prose.say_with("editor-write-up-hint", &[("time", prose.hours(view.guide.rules.work.write_up).into())]);
                (say("editor-write-up"), hint, one(vec![(say("settings-off"), !card.write_up), (say("settings-on"), card.write_up)]))
            }
        };
        Field { name: format!("{FIELD}{}", self.name()), label, hint, input }
    }

    /// Sets it; None where the value is none of those offered.
    fn set(self, view: &View, card: &mut Card, value: &str) -> Option<()> {
        let most = view.guide.rules.work.role_hours.half_hours().to_hours();
        let hours = || within(value, HALF, most).map(|hours| Minutes((hours * 60.0).round() as i32).half_hours());
        let place = || value.parse::<usize>().ok();
        match self {
            Knob::Hours => *card.action.hours()? = hours()?,
            Knob::HoursOf(of) => *hours_of(&mut card.action, of)? = hours()?,
            Knob::Contact => {
                let people = talked_to(view, &card.action);
                let Action::Call(call) = &mut card.action else { return None };
                call.contact = *people.get(place()?)?;
            }
            Knob::Style => {
                let Action::Call(call) = &mut card.action else { return None };
                call.style = *STYLES.get(place()?)?;
            }
            Knob::Intent => *intent(&mut card.action)? = *INTENTS.get(place()?)?,
            Knob::Discount => {
                let [low, high] = range(view, Amount::Discount);
                terms(view, &mut card.action)?.discount = within(value, low, high)? / 100.0;
            }
            Knob::Promise => {
                let [low, high] = range(view, Amount::Promise);
                terms(view, &mut card.action)?.promise = within(value, low, high)?;
            }
            Knob::Service => terms(view, &mut card.action)?.service = *SERVICES.get(place()?)?,
            Knob::Payment => terms(view, &mut card.action)?.payment = *Payment::ALL.get(place()?)?,
            Knob::Policy => {
                let Action::Queue(Queue { policy, .. }) = &mut card.action else { return None };
                *policy = *POLICIES.get(place()?)?;
            }
            Knob::WriteUp => card.write_up = place()? == 1,
        }
        Some(())
    }
}

/// Whom a call may be with.
fn talked_to(view: &View, action: &Action) -> Vec<ContactId> {
    let Action::Call(call) = action else { return Vec::new() };
    let known = view.customer(call.customer);
    known.map_or_else(Vec::new, |customer| customer.contacts.iter().filter(|person| !person.removed).map(|person| person.id).collect())
}

fn contacts(prose: &Prose, action: &Action) -> Vec<(String, bool)> {
    let Action::Call(call) = action else { return Vec::new() };
    let Some(customer) = prose.view.customer(call.customer) else { return Vec::new() };
    let people = customer.contacts.iter().filter(|person| !person.removed);
    people.map(|person| (format!("{} · {}", prose.contact(call.customer, person.id), relations::contact(prose, person)), person.id == call.contact)).collect()
}
