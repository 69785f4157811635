//! Long because it is one person's month in its order: handover, checks, tenders, the best deals by what an hour brings, the forecast.

use super::appraisal::{Weighed, chance, heaviest_first, support_minutes, yearly_value};
use super::desk::Desk;
use super::policy::{Courts, Deals, Targeting};
use super::stock::{self, Shelf};
use super::{people, service};
use crate::advice::estimate::estimate;
use crate::advice::offer::bid_terms;
use crate::sim::cards::{self, Action, Card, Estimate, missing};
use crate::sim::knowledge::{ContactView, CustomerView, DealView};
use crate::sim::maths::exp;
use crate::sim::planning::command::Command;
use crate::sim::scenario::{BuyingRole, Style, Supply};
use crate::sim::state::Compliance;
use crate::sim::terms::{Phase, QuoteTerms, Reason, ServiceLevel};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, Role, Source};

/// The longest month on one deal, in calls.
const MOST_CALLS: i32 = 20;
/// From so many accounts on a month's deals go on one card.
const MANY: u16 = 100;
/// What a new customer is worth beside its first order, as a share of its yearly value.
const FUTURE: f64 = 0.14;
/// What a repeat order does for the relation, likewise.
const FUTURE_OLD: f64 = 0.02;
/// How much more a deal counts whose decision falls this month.
const URGENT: f64 = 1.2;

pub(super) fn plan(desk: &mut Desk) {
    if desk.policy.tasks {
        desk.say(Command::FillTasks);
    }
    evaluate(desk);
    let forecast = desk.rules().selling.forecast_hours;
    let filing = desk.policy.forecast && desk.reserve(forecast);
    people::hire(desk);
    if desk.policy.handover {
        handover(desk);
    }
    let mut shelf = stock::buy(desk);
    gifts(desk);
    rebates(desk);
    if desk.policy.win_back > 0 {
        win_back(desk);
    }
    if desk.policy.free_checks > 0 {
        free_checks(desk);
    }
    tenders(desk);
    sell(desk, &mut shelf);
    let idle = desk.hours(desk.policy.sales_care);
    if idle > 0 && desk.decisions() > 0 {
        service::care(desk, idle);
    }
    if filing {
        desk.release(forecast);
        desk.add(Action::Forecast(cards::Forecast), forecast.0, Fen::ZERO);
    }
}

/// Places named customers in the pyramid after their orders.
fn evaluate(desk: &mut Desk) {
    let view = desk.view;
    for customer in view.customers.iter().filter(|c| c.named) {
        let Some(ordered) = customer.last_order else { continue };
        if !view.evaluations.iter().any(|e| e.customer == customer.id && e.round > ordered) {
            let reason = if customer.orders > 1 { Reason::Growth } else { Reason::OrderSize };
            desk.say(Command::Evaluate(customer.id, customer.tier, reason));
        }
    }
}

/// Introduces the successor, the most valuable customers first.
fn handover(desk: &mut Desk) {
    let view = desk.view;
    if !view.customers.iter().any(|c| c.needs_handover) {
        return;
    }
    // where somebody left a colleague behind, leads need a new owner, too
    let alone = view.staff(Role::AccountManager).posts.len() <= 1;
    let each = desk.rules().selling.handover_hours.0;
    let most = (desk.left() / 2 / each.max(1)) as usize;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        // a lead with which nothing is going on finds its new owner through the pool, for less than a meeting
        let stands = customer.orders == 0 && view.open_deals(customer.id).next().is_none();
        let pooled = stands && people::runs_pool(desk.policy, view);
        if customer.needs_handover && customer.phase != Phase::Lost && (customer.orders > 0 || !alone) && !pooled {
            list.push(Weighed { place, id: customer.id, weight: yearly_value(desk.rules(), customer) * (1.0 + customer.bond) });
        }
    }
    desk.add_heaviest(list, each, most, |customers| Action::Handover(cards::Handover { customers }));
}

/// Gifts to the decision makers of the most valuable customers.
fn gifts(desk: &mut Desk) {
    let (amount, count) = (desk.policy.gift.min(desk.rules().gifts.most), desk.policy.gifts);
    if amount <= Fen::ZERO || count == 0 || desk.view.compliance == Compliance::Hide {
        return;
    }
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase != Phase::Lost && (customer.orders > 0 || view.open_deals(customer.id).next().is_some()) {
            list.push(Weighed { place, id: customer.id, weight: yearly_value(desk.rules(), customer) });
        }
    }
    heaviest_first(&mut list);
    let minutes = desk.rules().gifts.hours.0;
    for w in list.iter().take(count) {
        let customer = &view.customers[w.place];
        if let Some(contact) = receiver(customer) {
            let amount = if view.compliance == Compliance::Forbid { customer.lawful_gift(&desk.rules().gifts, contact, amount) } else { amount };
            if amount <= Fen::ZERO {
                continue;
            }
            desk.add(Action::Gift(cards::Gift { customer: w.id, contact, amount }), minutes, amount);
        }
    }
}

/// Open rebates where a month's trust counts most: to firms that are about to choose, then to the most valuable.
fn rebates(desk: &mut Desk) {
    let rules = &desk.rules().gifts;
    let amount = desk.policy.rebate.min(rules.rebate_most);
    if amount <= Fen::ZERO || desk.policy.rebates == 0 {
        return;
    }
    let view = desk.view;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase != Phase::Lost && customer.orders > 0 {
            let open: Fen = view.open_deals(customer.id).map(|deal| deal.value).sum();
            list.push(Weighed { place, id: customer.id, weight: yearly_value(desk.rules(), customer) + open.to_yuan() });
        }
    }
    heaviest_first(&mut list);
    for Weighed { id, .. } in list.into_iter().take(desk.policy.rebates) {
        desk.add(Action::Rebate(cards::Rebate { customer: id, amount }), rules.rebate_hours.0, amount);
    }
}

/// Asks lost customers back that have been gone long enough to listen, where that is worth the hours, best first; with the
/// concession that helps if it is worth its money.
fn win_back(desk: &mut Desk) {
    let view = desk.view;
    let (lifecycle, work) = (&desk.rules().lifecycle, &desk.rules().work);
    let helps = lifecycle.win_back_concession;
    let back = WON_BACK * (1.0 - desk.rules().choice.cost_share);
    let hours = work.wage.to_yuan() * f64::from(lifecycle.win_back_hours.0) / f64::from(work.role_hours.0.max(1));
    let mut list: Vec<(Weighed, f64)> = Vec::new();
    for (place, customer) in view.customers.iter().enumerate() {
        let since = customer.lost.map_or(0, |round| view.round.since(round));
        if customer.phase != Phase::Lost || since < lifecycle.win_back_after {
            continue;
        }
        let gain = |concession: f64| {
            let action = Action::WinBack(cards::WinBack { customer: customer.id, concession });
            let Estimate::WinsBack(p) = estimate(view, &action, 1.0) else { return 0.0 };
            p * back * yearly_value(desk.rules(), customer) - hours - customer.last_amount.scale(concession).to_yuan()
        };
        let (plain, conceded) = (gain(0.0), if helps <= lifecycle.win_back_most { gain(helps) } else { f64::NEG_INFINITY });
        let (weight, concession) = if conceded > plain { (conceded, helps) } else { (plain, 0.0) };
        if weight > 0.0 {
            list.push((Weighed { place, id: customer.id, weight }, concession));
        }
    }
    list.sort_unstable_by(|(a, _), (b, _)| a.order(b));
    for (Weighed { place, id, .. }, concession) in list.into_iter().take(desk.policy.win_back) {
        let cost = view.customers[place].last_amount.scale(concession);
        desk.add(Action::WinBack(cards::WinBack { customer: id, concession }), lifecycle.win_back_hours.0, cost);
    }
}

/// What a customer that was won back is worth, as a share of the margin of a year.
const WON_BACK: f64 = 0.7;

fn receiver(customer: &CustomerView) -> Option<ContactId> {
    let present = || customer.contacts.iter().filter(|c| !c.removed);
    present().find(|c| c.role == Some(BuyingRole::DecisionMaker)).or_else(|| present().next()).map(|c| c.id)
}

/// Free checks where they bring most: a better fit for a deal that is decided this month, or a need that nobody has
/// spoken of at a customer without a deal.
fn free_checks(desk: &mut Desk) {
    let view = desk.view;
    let choice = &desk.rules().choice;
    let selling = &desk.rules().selling;
    let mut list: Vec<Weighed> = Vec::with_capacity(view.customers.len());
    for (place, customer) in view.customers.iter().enumerate() {
        if customer.phase == Phase::Lost {
            continue;
        }
        let mut deals = view.open_deals(customer.id).peekable();
        let weight = if deals.peek().is_some() {
            // d p / d V = p (1 - p), about a quarter
            let better = |d: &DealView| if d.due == view.round && d.stage >= 3 && !d.check { stake(desk, customer, d) } else { 0.0 };
            deals.map(better).sum::<f64>() * choice.fit * selling.check_fit / 4.0
        } else if customer.orders > 0 && (customer.named || (customer.id.0 + view.round.0).is_multiple_of(2)) {
            let order = (yearly_value(desk.rules(), customer) * ORDER_SHARE).max(customer.last_amount.to_yuan());
            let chance = if customer.named { 1.0 } else { selling.check_need };
            order * (1.0 - choice.cost_share) * chance * WORK_SHARE
        } else {
            0.0
        };
        let weight = match desk.policy.targeting {
            Targeting::Equal if weight > 0.0 => f64::MAX * desk.luck.of_customer(customer.id, view.round, 3),
            _ => weight,
        };
        if weight > selling.check_cost.to_yuan() {
            list.push(Weighed { place, id: customer.id, weight });
        }
    }
    heaviest_first(&mut list);
    for Weighed { id, .. } in list.into_iter().take(desk.policy.free_checks) {
        // written up or not, card by card
        let minutes = selling.check_hours.0 + desk.write_up();
        desk.add(Action::FreeCheck(cards::FreeCheck { customer: id }), minutes, selling.check_cost);
    }
}

/// An ordinary order as a share of a year's value.
const ORDER_SHARE: f64 = 0.35;
/// What is left of a need's margin after the chance of winning it and the work that takes.
const WORK_SHARE: f64 = 0.25;

/// A sealed bid in every tender that is awarded this month and leaves a margin, below the ceiling.
fn tenders(desk: &mut Desk) {
    let usual = if desk.policy.customs { desk.view.guide.custom.bid } else { None };
    let own = desk.policy.bids.then_some(desk.policy.bid);
    let Some(discount) = own.or(usual) else { return };
    let view = desk.view;
    let margin = 1.0 - desk.rules().choice.cost_share;
    for tender in view.tenders.iter().filter(|t| t.need.due == view.round && t.need.quote.is_none()) {
        let discount = discount.max(bid_terms(tender).discount);
        if discount >= margin {
            continue;
        }
        let terms = QuoteTerms { discount, promise: desk.policy.promise, ..QuoteTerms::default() };
        let lost = view.customer(tender.need.id.customer).is_some_and(|c| c.phase == Phase::Lost);
        let minutes = desk.rules().tenders.hours.0 + desk.write_up();
        if !lost {
            desk.add(Action::Bid(cards::Bid { tender: tender.need.id, terms }), minutes, Fen::ZERO);
        }
    }
}

/// What winning a deal is worth, in yuan: its margin, and what the relation is worth afterwards.
fn stake(desk: &Desk, customer: &CustomerView, deal: &DealView) -> f64 {
    let value = deal.value.to_yuan();
    let future = yearly_value(desk.rules(), customer).max(value) * if customer.orders == 0 { FUTURE } else { FUTURE_OLD };
    value * (1.0 - desk.policy.discount - desk.rules().choice.cost_share) + future
}

/// A deal as a place to put hours: a package that makes it a bid, then steps of calls.
#[derive(Clone, Copy)]
struct Bid {
    id: NeedId,
    customer: CustomerId,
    value: f64,
    /// Minutes until the customer can choose us, and what a minute of them brings, in yuan.
    package: i32,
    rate: f64,
    /// What a minute of further calls brings, and how that falls with every step.
    marginal: f64,
    fall: f64,
    minutes: i32,
    cost: Fen,
    taken: bool,
}

fn sell(desk: &mut Desk, shelf: &mut Shelf) {
    let hours = desk.hours(desk.policy.sell);
    match desk.policy.deals {
        Deals::Mixed => {
            let hunting = (f64::from(hours) * desk.policy.hunting) as i32;
            // a contract that ends is an old customer's, whatever else was ordered
            sell_to(desk, shelf, Deals::FirstOrders, false, hunting);
            sell_to(desk, shelf, Deals::Repeat, desk.policy.renews, hours - hunting);
        }
        deals => sell_to(desk, shelf, deals, desk.policy.renews, hours),
    }
}

fn sell_to(desk: &mut Desk, shelf: &mut Shelf, deals: Deals, renews: bool, most_minutes: i32) {
    let mut bids = bids(desk, shelf, deals, renews);
    if bids.is_empty() {
        return;
    }
    let budget = most_minutes.min(desk.left());
    let many = desk.view.customers_in_market >= MANY;
    let most = if many { bids.len() } else { usize::from(desk.decisions()) };
    let step = desk.rules().selling.call_hours[1].0;
    match desk.policy.targeting {
        Targeting::Value => by_rate(&mut bids, budget, most, desk.purse(), step),
        Targeting::Equal => evenly(desk, &mut bids, budget, most),
    }
    bids.sort_unstable_by(|a, b| b.value.total_cmp(&a.value).then(a.id.cmp(&b.id)));
    let policy = desk.policy;
    let terms = QuoteTerms {
        lines: Vec::new(),
        discount: policy.discount,
        promise: policy.promise,
        service: if policy.priority { ServiceLevel::Priority } else { ServiceLevel::Standard },
        delivery: None,
        express: policy.express && desk.view.guide.supply == Supply::ToOrder,
        payment: policy.payment,
    };
    if many {
        // one card for what can be there at once, one for what must be bought first
        let dated: Vec<(&Bid, Option<u16>)> =
            bids.iter().filter(|b| b.taken && b.minutes >= 30).map(|b| (b, desk.view.deal(b.id).and_then(|deal| shelf.date(desk.view, deal)))).collect();
        let mut dates: Vec<Option<u16>> = dated.iter().map(|(_, date)| *date).collect();
        dates.sort_unstable();
        dates.dedup();
        for date in dates {
            let of_date = || dated.iter().filter(|(_, d)| *d == date).map(|(bid, _)| *bid);
            let deals: Vec<(NeedId, Minutes)> = of_date().map(|b| (b.id, Minutes(b.minutes / 30 * 30))).collect();
            let minutes = deals.iter().map(|d| d.1.0).sum();
            let cost = of_date().map(|b| b.cost).sum();
            desk.add(
                Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms { delivery: date, ..terms.clone() }, intent: policy.intent }),
                minutes,
                cost,
            );
        }
        return;
    }
    for bid in bids.iter().filter(|b| b.taken) {
        let minutes = bid.minutes / 30 * 30;
        let terms = QuoteTerms { delivery: desk.view.deal(bid.id).and_then(|deal| shelf.date(desk.view, deal)), ..terms.clone() };
        match policy.courts {
            Courts::Committee => {
                desk.add(Action::Pursue(cards::Pursue { deal: bid.id, terms, intent: policy.intent, time: Minutes(minutes) }), minutes, bid.cost);
            }
            Courts::Purchaser => court_the_purchaser(desk, bid, terms),
        }
    }
}

/// Calls on the purchaser alone, one on somebody else where a demo asks for a second acquaintance, demo and quote.
fn court_the_purchaser(desk: &mut Desk, bid: &Bid, terms: QuoteTerms) {
    let view = desk.view;
    let selling = &desk.rules().selling;
    let (Some(customer), Some(deal)) = (view.customer(bid.customer), view.deals.iter().find(|d| d.id == bid.id)) else { return };
    let present = || customer.contacts.iter().filter(|c| !c.removed);
    let Some(purchaser) = present().find(|c| c.role == Some(BuyingRole::Purchaser)) else { return };
    let write_up = desk.write_up();
    let (demo, quote) = (selling.demo_hours.0 + write_up, selling.quote_hours.0 + write_up);
    let mut left = bid.minutes;
    // what the cards so far bring the deal to: somebody who writes little up knows too little for a demo
    let mut plan: Vec<Card> = Vec::with_capacity(4);
    let mut add = |desk: &mut Desk, action: Action, minutes: i32, cost: Fen| {
        let so_far: Vec<&Card> = plan.iter().collect();
        let write_up = desk.writes_up();
        if missing(&action, &view.known, &so_far, &so_far).is_empty() && desk.add(action.clone(), minutes + desk.write_up(), cost) {
            plan.push(Card { action, write_up });
        }
    };
    let intent = desk.policy.intent;
    let call = |contact: &ContactView, deal: Option<NeedId>, minutes: i32| {
        let time = Minutes(minutes / 30 * 30);
        let style = contact.style.unwrap_or(Style::C);
        (Action::Call(cards::Call { customer: bid.customer, contact: contact.id, deal, style, intent, time }), time.0)
    };
    if deal.stage < 3 && present().filter(|c| c.reached || c.id == purchaser.id).count() < usize::from(selling.mapped_contacts) {
        let other = present().filter(|c| c.id != purchaser.id && !c.reached).max_by_key(|c| c.role == Some(BuyingRole::User));
        if let Some(other) = other {
            // an acquaintance, no word about the deal
            let (action, minutes) = call(other, None, 60);
            add(desk, action, minutes, selling.call_cost);
            left -= 60 + write_up;
        }
    }
    if deal.stage < 4 {
        left -= demo;
    }
    if deal.quote.is_none() {
        left -= quote;
    }
    if left >= 60 + write_up {
        let (action, minutes) = call(purchaser, Some(bid.id), left - write_up);
        add(desk, action, minutes, selling.call_cost);
    }
    if deal.stage < 4 {
        add(desk, Action::Demo(cards::Demo { deal: bid.id }), selling.demo_hours.0, selling.demo_cost);
    }
    if deal.quote.is_none() {
        add(desk, Action::Quote(cards::Quote { deal: bid.id, terms }), selling.quote_hours.0, Fen::ZERO);
    }
}

fn bids(desk: &Desk, shelf: &mut Shelf, deals: Deals, renews: bool) -> Vec<Bid> {
    let view = desk.view;
    let mut bids = Vec::with_capacity(16);
    for deal in view.deals.iter().filter(|d| d.open() && d.due >= view.round) {
        let Some(customer) = view.customer(deal.id.customer) else { continue };
        let wanted = match deals {
            Deals::All | Deals::Mixed => true,
            Deals::FirstOrders => customer.orders == 0,
            Deals::Repeat => customer.orders > 0,
        };
        // somebody who has seen a demo or a quote, but not for this need: an earlier bid came to nothing
        let gave_up = !desk.policy.persists && customer.phase == Phase::Exploration && customer.orders == 0 && !deal.demo && deal.quote.is_none();
        let renewal = matches!(deal.id.source, Source::Renewal(_));
        let wanted = if renewal { renews } else { wanted };
        // of two who want the same piece, the one who is worth more
        let outdone = deal.promised || deal.twin.is_some_and(|twin| outdoes(desk, twin, deal));
        if wanted && !outdone && customer.phase != Phase::Lost && !gave_up && shelf.affords(view, deal) {
            bids.push(bid(desk, customer, deal));
        }
    }
    bids
}

fn outdoes(desk: &Desk, twin: NeedId, deal: &DealView) -> bool {
    let worth = |deal: &DealView| desk.view.customer(deal.id.customer).map(|customer| stake(desk, customer, deal));
    let other = desk.view.deal(twin).filter(|d| d.open()).and_then(|d| Some((worth(d)?, d.id)));
    worth(deal).zip(other).is_some_and(|(own, (other, id))| (other, id) > (own, deal.id))
}

fn bid(desk: &Desk, customer: &CustomerView, deal: &DealView) -> Bid {
    let selling = &desk.rules().selling;
    let write_up = desk.write_up();
    let mut package = 0;
    let mut cost = Fen::ZERO;
    let call = selling.call_hours[0].0 + write_up;
    if deal.quote.is_none() {
        if deal.stage < 3 {
            let met = customer.contacts.iter().filter(|c| c.reached && !c.removed).count();
            let needed = usize::from(selling.mapped_contacts);
            let recorded = customer.records >= selling.mapped_records || write_up > 0;
            let present = customer.contacts.iter().filter(|c| !c.removed).count();
            let calls = if recorded { needed.saturating_sub(met).max(1) } else { present.saturating_sub(met).max(1) } as i32;
            package += calls * call + if deal.stage < 2 && !desk.policy.qualify { call } else { 0 };
            cost += selling.call_cost.times(i64::from(calls));
        }
        if deal.stage < 4 {
            package += selling.demo_hours.0 + write_up;
            cost += selling.demo_cost;
        }
        package += selling.quote_hours.0 + write_up;
    }
    let stake = stake(desk, customer, deal) * if deal.due == desk.view.round { URGENT } else { 1.0 };
    let support = deal.committee.max(if package > 0 { 0.15 } else { 0.0 });
    let p = chance(desk.view, customer, deal, support, desk.policy.promise, desk.policy.discount);
    let effect = selling.style_effect[0] * (selling.records_effect[0] + selling.records_effect[1] * customer.records / 100.0) * EFFORT;
    let scale = support_minutes(desk.rules(), deal.value) / effect;
    let marginal = stake * desk.rules().choice.support * p * (1.0 - p) * (1.0 - support) / scale;
    Bid {
        id: deal.id,
        customer: customer.id,
        value: deal.value.to_yuan(),
        package,
        rate: if package > 0 { stake * p / f64::from(package) } else { f64::INFINITY },
        marginal,
        fall: exp(-f64::from(selling.call_hours[1].0) / scale),
        minutes: 0,
        // a pursuit costs a call even where all that the package needs has been done
        cost: cost.max(selling.call_cost),
        taken: false,
    }
}

/// Mean effect of a call on support: advances and continuations mixed.
const EFFORT: f64 = 1.1;

/// Always the package or step that brings most in an hour.
fn by_rate(bids: &mut [Bid], budget: i32, most: usize, purse: Fen, step: i32) {
    let (mut left, mut purse, mut taken) = (budget, purse, 0);
    loop {
        let mut best: Option<(f64, usize)> = None;
        for (i, bid) in bids.iter().enumerate() {
            let rate = if !bid.taken && bid.package > 0 {
                if taken < most && bid.package <= left && bid.cost <= purse { bid.rate } else { continue }
            } else if (bid.taken || taken < most) && bid.minutes + step <= MOST_CALLS * step && step <= left {
                bid.marginal
            } else {
                continue;
            };
            if best.is_none_or(|(r, _)| rate > r) {
                best = Some((rate, i));
            }
        }
        let Some((_, i)) = best else { break };
        let bid = &mut bids[i];
        let spent = if !bid.taken && bid.package > 0 {
            purse -= bid.cost;
            (bid.package + 29) / 30 * 30
        } else {
            bid.marginal *= bid.fall;
            step
        };
        if spent > left {
            // the rounding up no longer fits: nothing more for this one
            bid.package = i32::MAX;
            continue;
        }
        taken += usize::from(!bid.taken);
        bid.taken = true;
        bid.minutes += spent;
        left -= spent;
    }
}

/// The same hours for everybody, in an order drawn each month.
fn evenly(desk: &Desk, bids: &mut Vec<Bid>, budget: i32, most: usize) {
    let round = desk.view.round;
    let step = desk.rules().selling.call_hours[1].0;
    let mut keyed: Vec<(f64, Bid)> = bids.iter().map(|b| (desk.luck.of_customer(b.customer, round, 1), *b)).collect();
    keyed.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.id.cmp(&b.1.id)));
    bids.clear();
    bids.extend(keyed.into_iter().map(|(_, bid)| bid));
    // as many as can be brought to a quote
    let mut fits = 0;
    let mut sum = 0;
    for bid in bids.iter().take(most) {
        sum += bid.package.max(step);
        if sum > budget {
            break;
        }
        fits += 1;
    }
    let count = fits.max(usize::from(budget >= step)).min(bids.len());
    if count == 0 {
        return;
    }
    let each = (budget / count as i32).min(MOST_CALLS * step);
    for bid in bids.iter_mut().take(count) {
        bid.taken = true;
        bid.minutes = each;
    }
}
