//! The service desk's month: the queue, care by value, surveys and checks.

use super::appraisal::{Weighed, heaviest_first, ids, yearly_value};
use super::desk::Desk;
use super::policy::Targeting;
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::CustomerView;
use crate::sim::maths::ln;
use crate::sim::planning::command::Command;
use crate::sim::scenario::{Investment, Severity};
use crate::sim::terms::{Level, Phase, Tier};
use crate::sim::units::{CustomerId, Fen, Minutes};

pub(super) fn plan(desk: &mut Desk) {
    levels(desk);
    invest(desk);
    let queue = queue_minutes(desk);
    if queue > 0 {
        let cost = desk.rules().service.hour_cost.scale(f64::from(queue) / 60.0);
        desk.add(Action::Queue(cards::Queue { time: Minutes(queue), policy: desk.policy.queue_policy }), queue, cost);
    }
    if desk.policy.compensate > 0.0 {
        compensate(desk);
    }
    if desk.policy.articles {
        articles(desk);
    }
    let budget = desk.hours(desk.policy.care);
    if budget > 0 {
        care(desk, budget);
    }
    if desk.policy.checks > 0 {
        checks(desk);
    }
    if desk.policy.surveys > 0 {
        surveys(desk);
    }
}

/// What it costs to serve a contract follows the relationship level: set anew every month, by tier or for all alike.
fn levels(desk: &mut Desk) {
    if !desk.view.guide.has_contracts() {
        return;
    }
    let levels = match (desk.policy.care > 0, desk.policy.targeting) {
        (false, _) => [Level::Basic; 4],
        (true, Targeting::Equal) => [Level::Accountable; 4],
        (true, Targeting::Value) => [Level::Partnership, Level::Proactive, Level::Accountable, Level::Basic],
    };
    for tier in Tier::ALL {
        desk.say(Command::LevelByTier(tier, levels[tier.index()]));
    }
}

/// Rounds that must be left for something built to pay.
const PAYS_AFTER: u16 = 4;

/// Builds what is the custom once half of the cash suffices and time is left to earn it back; closes it when its time has come.
fn invest(desk: &mut Desk) {
    let view = desk.view;
    let rules = &desk.rules().investments;
    let close = desk.policy.close as u16;
    if close > 0 && view.round.0 >= close {
        for what in Investment::ALL {
            let runs = match what {
                Investment::CallCentre => rules.call_centre_round,
                Investment::WebPlatform => rules.web_platform_round,
            };
            if view.investments[what.index()].is_some() && runs > Fen::ZERO {
                desk.add(Action::Close(cards::Close(what)), rules.hours.0, Fen::ZERO);
            }
        }
        return;
    }
    let end = if close > 0 { close.min(view.rounds) } else { view.rounds };
    if view.round.plus(PAYS_AFTER).0 > end {
        return;
    }
    for what in Investment::ALL {
        let own = match what {
            Investment::CallCentre => desk.policy.call_centre,
            Investment::WebPlatform => desk.policy.web_platform,
        };
        let wanted = own || (desk.policy.customs && view.guide.custom.investments.contains(&what));
        let price = match what {
            Investment::CallCentre => rules.call_centre,
            Investment::WebPlatform => rules.web_platform,
        };
        if wanted && view.guide.investments.contains(&what) && view.investments[what.index()].is_none() && price.times(2) <= view.cash {
            desk.add(Action::Invest(cards::Invest(what)), rules.hours.0, price);
        }
    }
}

/// What the open tickets ask for, and some more for what checks and surveys bring to light; never the hours of care
/// while the rest suffices.
fn queue_minutes(desk: &Desk) -> i32 {
    if desk.policy.queue == 0 {
        return 0;
    }
    // at the bounds of the rules an old ticket is more work than fits into a number
    let each = desk.view.tickets.iter().map(|t| (t.minutes + desk.rules().work.write_up).0);
    let open = each.fold(0, i32::saturating_add);
    // a day's share is lost where nothing has come in yet
    let wanted = if open > 0 { open.saturating_add(open / 2).max(QUICK) } else { 0 };
    let wanted = wanted.saturating_add(if desk.policy.surveys + desk.policy.checks > 0 { SPARE } else { 0 });
    wanted.min(desk.hours(desk.policy.queue)).min(desk.left()) / 30 * 30
}

/// Hours a month with which a first ticket is worked on in time.
const QUICK: i32 = 30 * 60;
/// Hours for what nobody complained about.
const SPARE: i32 = 8 * 60;

/// Cards of the desk that compensation leaves room for: care, checks, a survey, an article.
const OTHER_CARDS: u16 = 4;

/// Makes open failures good, those of the most valuable customers first, with as much as still helps: by its own queue or not,
/// a customer who waited a month has been let down.
fn compensate(desk: &mut Desk) {
    let service = &desk.rules().service;
    let helps = if service.compensation_gain > 0.0 { service.compensation_most / service.compensation_gain / 100.0 } else { 0.0 };
    let share = desk.policy.compensate.min(service.compensation_cap).min(helps);
    if share <= 0.0 {
        return;
    }
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.failure && customer.orders > 0 && customer.phase != Phase::Lost {
            list.push(Weighed { place, id: customer.id, weight: yearly_value(desk.rules(), customer) });
        }
    }
    heaviest_first(&mut list);
    for w in list {
        if desk.decisions() <= OTHER_CARDS {
            return;
        }
        let cost = view.customers[w.place].last_amount.scale(share);
        desk.add(Action::Compensate(cards::Compensate { customer: w.id, share }), service.compensation_hours.0, cost);
    }
}

/// Visits by somebody to whose role they do not belong, in hours that nothing else has taken. Of all work outside a role it is
/// the only one that adds to what the others do: whatever is won by an hour of selling belongs to the account manager's own
/// time; a second queue is not opened; a second search finds whom the first one has found.
pub(super) fn outside(desk: &mut Desk) {
    let budget = desk.hours(desk.policy.outside).min(desk.left());
    let share = counts(desk);
    if budget > 0 && share > 0.0 && share < 1.0 {
        care(desk, budget);
    }
}

/// What an hour of the role's visits counts.
fn counts(desk: &Desk) -> f64 {
    Action::Care(cards::Care { visits: Vec::new() }).share_of(&desk.view.guide, desk.role())
}

fn articles(desk: &mut Desk) {
    let service = &desk.rules().service;
    for class in [Severity::Minor, Severity::Major] {
        let (solved, written) = (desk.view.solved[class.index()], desk.view.articles[class.index()]);
        if solved >= u32::from(service.article_needs) && f64::from(written) * service.article_saves < service.article_floor {
            desk.add(Action::Article(cards::Article { class }), service.article_hours.0, Fen::ZERO);
            return;
        }
    }
}

/// One card of visits: hours where they weigh most, an hour at least for whoever has heard nothing for a month.
pub(super) fn care(desk: &mut Desk, budget: i32) {
    let budget = budget.min(desk.left());
    let cost = desk.rules().care.cost;
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.orders == 0 || customer.phase == Phase::Lost {
            continue;
        }
        let weight = match desk.policy.targeting {
            Targeting::Value => yearly_value(desk.rules(), customer).max(customer.last_amount.to_yuan()) * (1.0 + customer.negative),
            Targeting::Equal => 1.0 + desk.luck.of_customer(customer.id, view.round, 0),
        };
        list.push(Weighed { place, id: customer.id, weight });
    }
    if list.is_empty() {
        return;
    }
    heaviest_first(&mut list);
    let affordable = (desk.purse().0 / cost.0.max(1)).max(0) as usize;
    list.truncate(affordable);
    let minutes = match desk.policy.targeting {
        Targeting::Value => by_weight(desk, &list, budget),
        Targeting::Equal => evenly(desk, &list, budget),
    };
    let visits: Vec<(CustomerId, Minutes)> = list.iter().zip(&minutes).filter(|(_, m)| **m > 0).map(|(w, m)| (w.id, Minutes(*m))).collect();
    if visits.is_empty() {
        return;
    }
    let total = visits.iter().map(|(_, m)| m.0).sum();
    let cost = cost.times(visits.len() as i64);
    desk.add(Action::Care(cards::Care { visits }), total, cost);
}

/// The shortest visit that counts as contact, and the longest one worth while, in minutes.
fn lengths(desk: &Desk) -> (i32, i32) {
    let care = &desk.rules().care;
    let share = counts(desk);
    let whole = |hours: f64| (hours / share * 2.0).ceil() as i32 * 30;
    let least = whole(care.contact_hours).max(30);
    (least, whole(3.0 * care.hours).max(least))
}

/// Hours that make the sum of weight x touch largest, touch = 1-exp(-h/s): h = s ln(weight / level), the level found
/// from the heaviest down; then whole half hours.
fn by_weight(desk: &Desk, list: &[Weighed], budget: i32) -> Vec<i32> {
    let (least, most) = lengths(desk);
    let scale = desk.rules().care.hours / counts(desk) * 60.0;
    let mut minutes = vec![0; list.len()];
    let mut left = budget;
    for (w, m) in list.iter().zip(&mut minutes) {
        if desk.view.customers[w.place].silent_months >= 1 && left >= least {
            *m = least;
            left -= least;
        }
    }
    // The number of customers above the level, and the level itself.
    let logs: Vec<f64> = list.iter().map(|w| ln(w.weight.max(1.0))).collect();
    let mut sum = 0.0;
    let mut level = f64::INFINITY;
    for (i, log) in logs.iter().enumerate() {
        let count = (i + 1) as f64;
        let next = (sum + log - f64::from(budget) / scale) / count;
        if i > 0 && next >= *log {
            break;
        }
        sum += log;
        level = next;
    }
    for (i, m) in minutes.iter_mut().enumerate() {
        let wanted = Minutes((scale * (logs[i] - level)) as i32).half_hours().0.min(most);
        let extra = wanted - *m;
        if extra <= 0 {
            continue;
        }
        let extra = extra.min(left / 30 * 30);
        if extra > 0 && *m + extra >= least {
            *m += extra;
            left -= extra;
        }
    }
    minutes
}

fn evenly(desk: &Desk, list: &[Weighed], budget: i32) -> Vec<i32> {
    let each = budget / list.len().max(1) as i32 / 30 * 30;
    let (least, most) = lengths(desk);
    let each = each.clamp(least, most);
    let mut left = budget;
    list.iter()
        .map(|_| {
            let fits = left >= each;
            if fits {
                left -= each;
            }
            if fits { each } else { 0 }
        })
        .collect()
}

/// Rounds after which a survey is done again.
pub(super) const LATELY: u16 = 3;

/// The most valuable customers that nobody has asked lately.
fn surveys(desk: &mut Desk) {
    let each = desk.rules().service.survey_hours.0 + desk.write_up();
    let most = desk.policy.surveys.min((desk.left() / each.max(1)) as usize);
    let round = desk.view.round;
    let customers = chosen(desk, most, |c| c.satisfaction.is_none_or(|(_, when)| round.since(when) >= LATELY));
    if !customers.is_empty() {
        let minutes = each * customers.len() as i32;
        desk.add(Action::Survey(cards::Survey { customers }), minutes, Fen::ZERO);
    }
}

/// The most valuable customers without an open deal.
fn checks(desk: &mut Desk) {
    let each = desk.rules().service.check_hours.0 + desk.write_up();
    let most = desk.policy.checks.min((desk.left() / each.max(1)) as usize);
    let view = desk.view;
    let customers = chosen(desk, most, |c| view.open_deals(c.id).next().is_none());
    if !customers.is_empty() {
        let minutes = each * customers.len() as i32;
        desk.add(Action::Check(cards::Check { customers }), minutes, Fen::ZERO);
    }
}

/// At most `most` buying customers that answer the question, by value.
fn chosen(desk: &Desk, most: usize, wanted: impl Fn(&CustomerView) -> bool) -> Vec<CustomerId> {
    if most == 0 {
        return Vec::new();
    }
    let mut list: Vec<Weighed> = Vec::with_capacity(desk.view.customers.len());
    for (place, customer) in desk.view.customers.iter().enumerate() {
        if customer.orders > 0 && customer.phase != Phase::Lost && wanted(customer) {
            let weight = match desk.policy.targeting {
                Targeting::Value => yearly_value(desk.rules(), customer),
                Targeting::Equal => desk.luck.of_customer(customer.id, desk.view.round, 2),
            };
            list.push(Weighed { place, id: customer.id, weight });
        }
    }
    heaviest_first(&mut list);
    list.truncate(most);
    ids(&list)
}
