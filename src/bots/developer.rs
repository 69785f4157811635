//! The developer's month: fairs, a campaign, prospecting, then qualifying and web research with what is left.

use super::appraisal::{Weighed, yearly_value};
use super::desk::Desk;
use super::policy::Targeting;
use super::service::LATELY;
use super::{people, reception};
use crate::advice::estimate::estimate;
use crate::sim::cards::{self, Action, Estimate};
use crate::sim::planning::command::Command;
use crate::sim::terms::{Level, Phase, Positioning, Strategy};
use crate::sim::units::{Fen, IndustryId, MediumId, Minutes, Round};

/// Leads that a month of prospecting may bring; they are paid for as they are found.
const PROSPECT_LEADS: i64 = 20;

/// Most target segments that a strategy may name.
const MOST_SEGMENTS: usize = 4;

pub(super) fn plan(desk: &mut Desk) {
    strategy(desk);
    reception::plan(desk);
    people::pool(desk);
    let finding = &desk.rules().finding;
    if desk.policy.fairs && desk.view.exhibition {
        desk.add(Action::Exhibition(cards::Exhibition), finding.exhibition_hours.0, finding.exhibition_cost);
    }
    if desk.policy.summits && desk.view.summit {
        desk.add(Action::Summit(cards::Summit), finding.summit_hours.0, finding.summit_cost);
    }
    campaign(desk);
    let prospect = desk.hours(desk.policy.prospect).min(desk.left() / 30 * 30);
    let budget = finding.prospect_cost.times(PROSPECT_LEADS);
    if prospect > 0 && desk.purse() >= budget {
        desk.add(Action::Prospect(cards::Prospect { time: Minutes(prospect) }), prospect, budget);
    }
    if desk.policy.qualify {
        qualify(desk);
    }
    if desk.policy.ask_referral > 0 {
        ask_referral(desk);
    }
    if desk.policy.research {
        research(desk);
    }
}

/// A campaign where it promises most leads for its budget.
fn campaign(desk: &mut Desk) {
    let guide = &desk.view.guide;
    let usual = if desk.policy.customs { guide.custom.campaign } else { Fen::ZERO };
    let budget = if desk.policy.campaign > Fen::ZERO { desk.policy.campaign } else { usual }.min(desk.rules().campaigns.most);
    if budget < desk.rules().campaigns.least {
        return;
    }
    let media = (0..guide.media.len()).filter(|&c| desk.policy.medium == 0 || desk.policy.medium == c + 1);
    let choices = media.flat_map(|c| (0..guide.industries.len()).map(move |i| (MediumId::at(c), IndustryId::at(i))));
    let mut best: Option<(f64, Action)> = None;
    for (medium, segment) in choices {
        let action = Action::Campaign(cards::Campaign { medium, segment, budget });
        if let Estimate::Finds(leads) = estimate(desk.view, &action, 1.0)
            && best.as_ref().is_none_or(|b| leads > b.0)
        {
            best = Some((leads, action));
        }
    }
    if let Some((_, action)) = best {
        desk.add(action, desk.rules().campaigns.hours.0, budget);
    }
}

/// Filed once, before the first round is resolved.
fn strategy(desk: &mut Desk) {
    if desk.view.round == Round(1) && desk.view.strategy.is_none() {
        let positioning = match (desk.policy.discount > 0.0, desk.policy.care > 0) {
            (true, _) => Positioning::Price,
            (false, true) => Positioning::Service,
            (false, false) => Positioning::Quality,
        };
        let levels = match (desk.policy.care > 0, desk.policy.targeting) {
            (false, _) => [Level::Basic; 4],
            (true, Targeting::Equal) => [Level::Accountable; 4],
            (true, Targeting::Value) => [Level::Partnership, Level::Proactive, Level::Accountable, Level::Reactive],
        };
        let segments = (0..desk.view.guide.industries.len().min(MOST_SEGMENTS)).map(IndustryId::at).collect();
        desk.say(Command::Strategy(Strategy { segments, positioning, levels }));
    }
}

/// All leads that nobody has qualified, those with an open deal first.
fn qualify(desk: &mut Desk) {
    let each = desk.rules().finding.qualify_hours.0 + desk.write_up();
    if desk.left() < each {
        return;
    }
    let view = desk.view;
    let mut leads: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase == Phase::Lost {
            continue;
        }
        let mut weight = if customer.named { 1.0e9 } else { 0.0 };
        let mut unclear = !customer.qualified;
        for deal in view.open_deals(customer.id) {
            weight += deal.value.to_yuan();
            unclear |= deal.stage == 1;
        }
        if !unclear {
            continue;
        }
        leads.push(Weighed { place, id: customer.id, weight });
    }
    desk.add_heaviest(leads, each, usize::MAX, |customers| Action::Qualify(cards::Qualify { customers }));
}

/// Those whom a survey has lately shown to be satisfied enough to speak of it, the most valuable first, while there is
/// anybody left whom they could name.
fn ask_referral(desk: &mut Desk) {
    let view = desk.view;
    let finding = &desk.rules().finding;
    let each = finding.referral_hours.0;
    if desk.left() < each || view.customers.len() >= usize::from(view.customers_in_market) {
        return;
    }
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        let satisfied = |(shown, when): (f64, Round)| shown >= finding.referral_satisfaction && view.round.since(when) <= LATELY;
        if customer.orders > 0 && customer.phase != Phase::Lost && customer.satisfaction.is_some_and(satisfied) {
            list.push(Weighed { place, id: customer.id, weight: yearly_value(desk.rules(), customer) });
        }
    }
    desk.add_heaviest(list, each, desk.policy.ask_referral, |customers| Action::AskReferral(cards::AskReferral { customers }));
}

/// Named customers every month, then those whose records fall short, by value.
fn research(desk: &mut Desk) {
    let each = desk.rules().finding.research_hours.0 + desk.write_up();
    if desk.left() < each {
        return;
    }
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase == Phase::Lost || (customer.orders == 0 && !customer.named) {
            continue;
        }
        let weight = if customer.named { 1.0e9 } else { yearly_value(desk.rules(), customer) * (100.0 - customer.records) / 100.0 };
        list.push(Weighed { place, id: customer.id, weight });
    }
    desk.add_heaviest(list, each, usize::MAX, |customers| Action::Research(cards::Research { customers }));
}
