//! What an answer to a question of the month may be expected to bring, in yuan: chance times stake, from what the team knows.

use super::appraisal::yearly_value;
use crate::advice::questions::{Answer, Choice};
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::maths::{exp, ln};
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{CustomerId, Minutes, NeedId};
use crate::sim::view::View;

/// What a customer is worth beside the order at hand, as a share of its yearly value: of a new one, of one that has bought.
const FUTURE: [f64; 2] = [0.14, 0.06];
/// How much more a deal counts whose decision falls this month: what is decided later can still be worked on.
const URGENT: f64 = 1.6;
/// What time for a deal is worth that does not suffice for a quote, as a share of the chance with one.
const NEARER: f64 = 0.3;
/// Rounds until a lead can have become a customer.
const RIPENS: f64 = 2.0;
/// What a new lead is worth, as a share of a usual customer's yearly value.
const LEAD: f64 = 0.06;
/// What is gained by knowing a lead, as a share of its yearly value.
const KNOWN: f64 = 0.002;
/// An ordinary order as a share of a year's value, and what is left of a need's margin after the chance and the work of winning it.
const ORDER: f64 = 0.35;
const WORK: f64 = 0.25;
/// What a point of promise costs of the future with a customer, as a share.
const DISAPPOINTS: f64 = 0.01;
/// What a full touch by care is worth to a relation, as a share of the margin of a year.
const TOUCH: f64 = 0.04;

/// What the cards of an answer bring beyond a month without them, less their money.
pub(super) fn worth(view: &View, answer: &Answer) -> f64 {
    let rules = &view.guide.rules;
    let customer = |id: CustomerId| view.customer(id);
    let gain = match answer.choice {
        Choice::Pursue(id) => view.deal(id).map_or(0.0, |deal| {
            let urgent = if deal.due == view.round { URGENT } else { 1.0 };
            pursued(view, deal, answer.minutes) * urgent
        }),
        Choice::Dearest(_) | Choice::DecidedNow(_) => answer.cards.iter().map(|card| bundled(view, &card.action)).sum(),
        Choice::Convince(id) | Choice::Plain(id) => view.deal(id).map_or(0.0, |deal| pursued(view, deal, answer.minutes)),
        Choice::PromiseMore(id) | Choice::CutPrice(id) => answer.bid().zip(view.deal(id)).map_or(0.0, |(terms, deal)| match deal.quote {
            Some(_) => quoted(view, deal, terms),
            None => first_quoted(view, deal, terms, answer.minutes),
        }),
        Choice::LookIn(id) => customer(id).map_or(0.0, |c| need(view, c, rules.selling.check_need) + touched(view, c, rules.planning.care_hours[1])),
        Choice::Search | Choice::Exhibition | Choice::Advertise => answer.finds(view) * LEAD * rules.finding.usual_value.to_yuan() * ahead(view),
        Choice::Qualify(_) => {
            let known = |c: &CustomerView| yearly_value(rules, c) * KNOWN + view.open_deals(c.id).map(|d| d.value.to_yuan()).sum::<f64>() * KNOWN;
            answer.cards.iter().flat_map(|card| card.action.customers()).filter_map(customer).map(known).sum()
        }
        Choice::VisitFew(_) => {
            let visits = answer.cards.iter().filter_map(|card| if let Action::Care(cards::Care { visits }) = &card.action { Some(visits) } else { None });
            visits.flatten().filter_map(|&(id, time)| Some(touched(view, customer(id)?, time))).sum()
        }
        Choice::CheckMany(_) => {
            answer.cards.iter().flat_map(|card| card.action.customers()).filter_map(customer).map(|c| need(view, c, rules.service.check_need)).sum()
        }
        // a present moves a little trust: worth it where a large order is near
        Choice::Gift(id) => near(view, id) * rules.gifts.trust * ln(2.0) / 100.0,
        Choice::Rebate(id) => {
            let times = 1.0 + answer.cost.to_yuan() / rules.gifts.contact_limit.to_yuan().max(1.0);
            near(view, id) * (rules.gifts.rebate_trust + rules.gifts.rebate_commitment) * ln(times) / 100.0
        }
    };
    gain - answer.cost.to_yuan()
}

/// Share of the game that is left for a lead to become a customer in: a need must arise, and be worked on.
fn ahead(view: &View) -> f64 {
    let left = f64::from(view.rounds.saturating_sub(view.round.0));
    (left - RIPENS).max(0.0) / f64::from(view.rounds.max(1))
}

/// What winning a deal at these terms is worth: its margin, and what the relation is worth afterwards.
fn stake(view: &View, customer: &CustomerView, deal: &DealView, terms: &QuoteTerms) -> f64 {
    let value = deal.value.to_yuan();
    let margin = 1.0 - view.guide.rules.choice.cost_share;
    let yearly = customer.yearly_value.map_or(value / ORDER, |yearly| yearly.to_yuan().max(value));
    let future = yearly * FUTURE[usize::from(customer.orders > 0)];
    // a discount once given is remembered, a promise is held against what comes
    let kept = (1.0 - terms.discount / margin.max(0.01)).max(0.0) * (1.0 - DISAPPOINTS * terms.promise.max(0.0));
    value * (margin - terms.discount) + future * kept
}

/// What so much time for a deal adds to what it is expected to bring.
fn pursued(view: &View, deal: &DealView, minutes: Minutes) -> f64 {
    let Some(customer) = view.customer(deal.id.customer) else { return 0.0 };
    let terms = QuoteTerms::default();
    let before = if deal.quote.is_some() { view.win_chance(deal, &terms) } else { 0.0 };
    // where no quote comes of it, the deal comes nearer, no more
    let after = view.chance_after(deal, &terms, minutes).unwrap_or_else(|| NEARER * view.win_chance(deal, &terms));
    (after - before).max(0.0) * stake(view, customer, deal, &terms)
}

/// What other terms of a quote add to what the deal is expected to bring.
fn quoted(view: &View, deal: &DealView, terms: &QuoteTerms) -> f64 {
    let Some(customer) = view.customer(deal.id.customer) else { return 0.0 };
    let plain = QuoteTerms::default();
    view.win_chance(deal, terms) * stake(view, customer, deal, terms) - view.win_chance(deal, &plain) * stake(view, customer, deal, &plain)
}

/// What a first quote at these terms is expected to bring.
fn first_quoted(view: &View, deal: &DealView, terms: &QuoteTerms, minutes: Minutes) -> f64 {
    let Some(customer) = view.customer(deal.id.customer) else { return 0.0 };
    view.chance_after(deal, terms, minutes).unwrap_or(0.0) * stake(view, customer, deal, terms)
}

fn bundled(view: &View, action: &Action) -> f64 {
    let Action::PursueMany(cards::PursueMany { deals, .. }) = action else { return 0.0 };
    deals.iter().filter_map(|&(id, time): &(NeedId, Minutes)| Some(pursued(view, view.deal(id)?, time))).sum()
}

/// What a need is worth that comes to light at a customer with this chance.
fn need(view: &View, customer: &CustomerView, chance: f64) -> f64 {
    if view.open_deals(customer.id).next().is_some() {
        return 0.0;
    }
    let rules = &view.guide.rules;
    let order = (yearly_value(rules, customer) * ORDER).max(customer.last_amount.to_yuan());
    order * (1.0 - rules.choice.cost_share) * chance * WORK
}

/// What a visit of this length is worth to the relation.
fn touched(view: &View, customer: &CustomerView, time: Minutes) -> f64 {
    let rules = &view.guide.rules;
    let touch = 1.0 - exp(-time.to_hours() / rules.care.hours);
    let silence = 1.0 + f64::from(customer.silent_months);
    yearly_value(rules, customer) * TOUCH * touch * silence * (1.0 + customer.negative)
}

/// What hangs on the next decisions of a customer: a point of utility moves the chance by a quarter at most.
fn near(view: &View, id: CustomerId) -> f64 {
    let Some(customer) = view.customer(id) else { return 0.0 };
    let rules = &view.guide.rules;
    let open: f64 = view.open_deals(id).map(|d| d.value.to_yuan()).sum();
    let margin = 1.0 - rules.choice.cost_share;
    (open + yearly_value(rules, customer) * ORDER) * margin * rules.choice.trust / 4.0
}
