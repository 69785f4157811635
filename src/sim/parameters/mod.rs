//! Every number of the model, with its default, its bounds and its source in docs/model.md.
//!
//! A scenario file may set any of them; nothing else in `sim` holds a parameter. Each table is declared once, here:
//! the field, its type, its default and its lower and upper bound; the reader of scenario files and the authoring
//! guide work from the same declaration.

use crate::sim::maths::exp;
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

/// One number (or fixed list of numbers) of a table, as a scenario file may set it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: &'static str,
    /// How many numbers the field holds; 1 is written as a plain number, more as a list.
    pub len: usize,
    pub low: f64,
    pub high: f64,
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// The default in file units (money in yuan, time in hours).
    pub default: Vec<f64>,
    pub doc: &'static str,
}

/// A group of parameters that a scenario file can set by name.
pub trait Table: Default {
    /// The fields in the order of declaration.
    fn fields() -> Vec<Field>;
    /// Sets a field from file units; false if there is no such field or the count is wrong. Bounds are the caller's to check.
    fn set(&mut self, field: &str, values: &[f64]) -> bool;
}

/// A type that a table field may have, with its file unit.
pub trait Parameter: Sized {
    const LEN: usize = 1;
    const WHOLE: bool = false;
    fn from_file(values: &[f64]) -> Self;
    fn to_file(&self) -> Vec<f64>;
}

impl Parameter for f64 {
    fn from_file(values: &[f64]) -> Self {
        values[0]
    }
    fn to_file(&self) -> Vec<f64> {
        vec![*self]
    }
}
impl Parameter for u16 {
    const WHOLE: bool = true;
    fn from_file(values: &[f64]) -> Self {
        values[0] as u16
    }
    fn to_file(&self) -> Vec<f64> {
        vec![f64::from(*self)]
    }
}
impl Parameter for i32 {
    const WHOLE: bool = true;
    fn from_file(values: &[f64]) -> Self {
        values[0] as i32
    }
    fn to_file(&self) -> Vec<f64> {
        vec![f64::from(*self)]
    }
}
/// Yuan in the file.
impl Parameter for Fen {
    fn from_file(values: &[f64]) -> Self {
        Fen((values[0] * 100.0).round() as i64)
    }
    fn to_file(&self) -> Vec<f64> {
        vec![self.to_yuan()]
    }
}
/// Hours in the file.
impl Parameter for Minutes {
    fn from_file(values: &[f64]) -> Self {
        Minutes((values[0] * 60.0).round() as i32)
    }
    fn to_file(&self) -> Vec<f64> {
        vec![self.to_hours()]
    }
}
impl<T: Parameter, const N: usize> Parameter for [T; N] {
    const LEN: usize = N;
    const WHOLE: bool = T::WHOLE;
    fn from_file(values: &[f64]) -> Self {
        std::array::from_fn(|i| T::from_file(&values[i..=i]))
    }
    fn to_file(&self) -> Vec<f64> {
        self.iter().flat_map(Parameter::to_file).collect()
    }
}

macro_rules! table {
    ($(#[$meta:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $field:ident : $type:ty = $default:expr, $low:expr, $high:expr; )* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct $name { $( $(#[doc = $doc])+ pub $field: $type, )* }

        impl Default for $name {
            fn default() -> Self {
                $name { $( $field: $default, )* }
            }
        }

        impl Table for $name {
            fn fields() -> Vec<Field> {
                let table = Self::default();
                vec![ $( Field {
                    name: stringify!($field),
                    len: <$type as Parameter>::LEN,
                    low: f64::from($low),
                    high: f64::from($high),
                    whole: <$type as Parameter>::WHOLE,
                    default: table.$field.to_file(),
                    doc: concat!($($doc),+).trim_ascii(),
                }, )* ]
            }

            fn set(&mut self, field: &str, values: &[f64]) -> bool {
                match field {
                    $( stringify!($field) if values.len() == <$type as Parameter>::LEN => {
                        self.$field = <$type as Parameter>::from_file(values);
                        true
                    } )*
                    _ => false,
                }
            }
        }
    };
}

table! {
/// Working time, wages and limits of a plan (docs/model.md#hours-and-money, #staff, #books).
Work {
    /// Productive hours of a role in a month.
    role_hours: Minutes = Minutes::hours(120), 1, 400;
    /// Wage of a role in a month, in yuan.
    wage: Fen = Fen::yuan(12_000), 0, 1_000_000;
    /// Share of a role's hours left after a resignation.
    hours_after_resignation: f64 = 0.8, 0, 1;
    /// Rounds for which a resignation reduces the hours.
    rounds_after_resignation: u16 = 3, 0, 24;
    /// Most decisions of a role in a month.
    max_decisions: u16 = 8, 1, 60;
    /// Time to write an interaction up, in hours.
    write_up: Minutes = Minutes(15), 0, 8;
    /// Working days in a month, the ticks of the service queue.
    days: u16 = 20, 1, 31;
    /// Cash may fall this far below zero before new spending is refused, in yuan.
    credit_limit: Fen = Fen::yuan(200_000), 0, 1_000_000_000;
    /// Interest on an overdraft a month.
    overdraft_interest: f64 = 0.01, 0, 1;
    /// Skill of a new member of staff, 0 to 100.
    skill: f64 = 50.0, 0, 100;
    /// Chance that a member of staff leaves in a month (0 where departures are scripted).
    resignation: f64 = 0.0, 0, 1;
}
}

table! {
/// Where a relation starts and how memory fades (docs/model.md#relation, #contact, #bond-and-commitment, #reputation).
Relations {
    /// Expectation at the start.
    expectation: f64 = 60.0, 0, 100;
    /// Satisfaction at the start (neutral).
    satisfaction: f64 = 60.0, 0, 100;
    /// Trust at the start.
    trust: f64 = 30.0, 0, 100;
    /// Trust of a lead found cold.
    trust_cold: f64 = 28.0, 0, 100;
    /// Trust of a lead met at an exhibition.
    trust_exhibition: f64 = 28.0, 0, 100;
    /// Trust of a lead met at a summit.
    trust_summit: f64 = 32.0, 0, 100;
    /// Trust of a referred lead.
    trust_referral: f64 = 40.0, 0, 100;
    /// Record quality kept from one round to the next.
    records_kept: f64 = 0.97, 0, 1;
    /// Reputation kept from one round to the next.
    reputation_kept: f64 = 0.96, 0, 1;
    /// Bond kept from one round to the next.
    bond_kept: f64 = 0.97, 0, 1;
    /// Bond per selling hour.
    bond_per_selling_hour: f64 = 0.5, 0, 100;
    /// Bond of a full touch by care.
    bond_per_touch: f64 = 6.0, 0, 100;
    /// Commitment moves this share of the way to its target each round.
    commitment_rate: f64 = 0.06, 0, 1;
    /// Weight of satisfaction and of trust in the commitment target.
    commitment_weights: [f64; 2] = [0.5, 0.5], 0, 1;
    /// Share of an attitude that fades each round.
    attitude_fades: f64 = 0.1, 0, 1;
    /// Attitude gained with an advance.
    attitude_advance: f64 = 5.0, 0, 100;
    /// Attitude lost with a failed push to close.
    attitude_failed_push: f64 = 15.0, 0, 100;
    /// Attitude lost with an unanswered ticket, times its weight.
    attitude_unanswered: f64 = 20.0, 0, 100;
    /// Attitude lost with a broken promise.
    attitude_broken_promise: f64 = 20.0, 0, 100;
    /// Most negative impressions, in twelfths.
    max_negative: f64 = 36.0, 0, 120;
    /// Twelfths of negative impression that one failure adds.
    failure: f64 = 12.0, 1, 120;
    /// Share of an industry's reputation that spills over to the others.
    reputation_spill: f64 = 0.5, 0, 1;
}
}

table! {
/// Gain of record quality per written-up interaction, in points of the gap to 100 (docs/model.md#writing-up).
Records {
    /// A call or visit.
    call: f64 = 20.0, 0, 100;
    /// Qualifying a lead.
    qualify: f64 = 30.0, 0, 100;
    /// Web research.
    research: f64 = 15.0, 0, 100;
    /// A demo, trial or free check.
    demo: f64 = 20.0, 0, 100;
    /// An order.
    order: f64 = 15.0, 0, 100;
    /// A solved ticket.
    ticket: f64 = 12.0, 0, 100;
    /// A survey or proactive check.
    survey: f64 = 15.0, 0, 100;
}
}

table! {
/// Finding customers (docs/model.md#prospecting, #referrals).
Finding {
    /// Chance that an exhibition finds an unknown customer, times its fit.
    exhibition: f64 = 0.08, 0, 1;
    /// Most that chance may be.
    exhibition_cap: f64 = 0.20, 0, 1;
    /// The fit of a customer in one of the team's target segments (1 elsewhere).
    exhibition_fit: f64 = 1.5, 0, 10;
    /// Hours of an exhibition.
    exhibition_hours: Minutes = Minutes::hours(16), 0, 400;
    /// Cost of an exhibition, in yuan.
    exhibition_cost: Fen = Fen::yuan(20_000), 0, 10_000_000;
    /// Chance that a summit finds an unknown customer of the top quartile.
    summit: f64 = 0.12, 0, 1;
    /// Hours of a summit.
    summit_hours: Minutes = Minutes::hours(12), 0, 400;
    /// Cost of a summit, in yuan.
    summit_cost: Fen = Fen::yuan(30_000), 0, 10_000_000;
    /// Prospecting: each of U unknown customers is found with 1-exp(-h/(s(U+u))): s.
    prospect_scale: f64 = 10.0, 0.1, 1000;
    /// Prospecting: the u of that formula.
    prospect_offset: f64 = 10.0, 0.1, 1000;
    /// Cost of a lead found by prospecting, in yuan.
    prospect_cost: Fen = Fen::yuan(300), 0, 1_000_000;
    /// Hours of web research on one customer.
    research_hours: Minutes = Minutes::hours(4), 0, 400;
    /// Chance that web research finds a hidden trigger.
    research: f64 = 0.5, 0, 1;
    /// Hours to qualify one lead.
    qualify_hours: Minutes = Minutes::hours(4), 0, 400;
    /// Hours to ask one customer for a referral.
    referral_hours: Minutes = Minutes::hours(2), 0, 400;
    /// What a customer nobody has qualified is taken to be worth a year, in yuan: a guess for whom to see first.
    usual_value: Fen = Fen::yuan(250_000), 1, 1_000_000_000;
    /// Satisfaction that a referral needs.
    referral_satisfaction: f64 = 75.0, 0, 100;
    /// Chance of a referral a round from a satisfied customer.
    referral: f64 = 0.05, 0, 1;
    /// Asking multiplies that chance.
    referral_asked: f64 = 2.0, 1, 20;
}
}

table! {
/// Calls, committee and stages (docs/model.md#calls, #committee, #stages, #answers, #demos-and-checks).
Selling {
    /// Cost of a call or visit, in yuan.
    call_cost: Fen = Fen::yuan(200), 0, 1_000_000;
    /// Effect of a call that ends in an advance.
    effect_advance: f64 = 1.5, 0, 10;
    /// Effect of a call that ends in a continuation.
    effect_continuation: f64 = 0.5, 0, 10;
    /// Effect of the contact's own style, a neighbouring one, the opposite one.
    style_effect: [f64; 3] = [1.2, 1.0, 0.7], 0, 10;
    /// Part of a call's effect that needs no records, and the part that full records add.
    records_effect: [f64; 2] = [0.6, 0.6], 0, 10;
    /// P(advance): constant.
    advance_base: f64 = -0.6, -10, 10;
    /// P(advance): own style +, opposite style -.
    advance_style: f64 = 0.8, 0, 10;
    /// P(advance): full records.
    advance_records: f64 = 1.0, 0, 10;
    /// P(advance): full trust.
    advance_trust: f64 = 0.8, 0, 10;
    /// P(advance): full skill.
    advance_skill: f64 = 0.5, 0, 10;
    /// P(advance): per stage above the first.
    advance_stage: f64 = -0.25, -10, 10;
    /// From this value on, implication questions help and pushing harms, in yuan.
    large_deal: Fen = Fen::yuan(200_000), 0, 1_000_000_000;
    /// Below this value pushing to close helps, in yuan.
    small_deal: Fen = Fen::yuan(100_000), 0, 1_000_000_000;
    /// P(advance): implication questions in a large deal.
    advance_questions: f64 = 0.3, -10, 10;
    /// P(advance): pushing to close a small deal.
    advance_push_small: f64 = 0.4, -10, 10;
    /// P(advance): pushing to close a large deal.
    advance_push_large: f64 = -0.8, -10, 10;
    /// Hours that win a contact of full weight in a deal of the reference value (tau).
    support_hours: f64 = 9.0, 0.1, 1000;
    /// The reference value of tau, in yuan.
    support_value: Fen = Fen::yuan(100_000), 1, 1_000_000_000;
    /// Bounds of the square root of value over reference value.
    support_clamp: [f64; 2] = [0.6, 3.0], 0.01, 100;
    /// Weight of decision maker, gatekeeper, user, purchaser.
    role_weights: [f64; 4] = [0.35, 0.25, 0.20, 0.20], 0, 1;
    /// Most support that courting only the purchaser can bring.
    purchaser_only: f64 = 0.20, 0, 1;
    /// A gatekeeper below this attitude excludes the vendor.
    veto: f64 = -30.0, -100, 100;
    /// Win rate by stage, 1 to 6.
    stage_win_rates: [f64; 6] = [0.05, 0.10, 0.20, 0.30, 0.50, 0.80], 0, 1;
    /// Stage 5: how far ahead of the best other one a bid must be for the quote to be taken up (behind, if negative), in utility.
    taken_up: f64 = -2.0, -20, 20;
    /// Stage 6: how far ahead it must be for an oral yes.
    oral_yes: f64 = 0.0, -20, 20;
    /// How far the decision maker's own mind strays from the committee's (sigma, in utility).
    leaning: f64 = 1.0, 0, 20;
    /// Contacts that must have been met for stage 3.
    mapped_contacts: u16 = 2, 0, 6;
    /// Record quality that stage 3 needs.
    mapped_records: f64 = 25.0, 0, 100;
    /// Length of a call inside a pursuit: before the committee is mapped, after it.
    call_hours: [Minutes; 2] = [Minutes::hours(2), Minutes::hours(4)], 0.1, 100;
    /// No call is shorter than this.
    least_call: Minutes = Minutes::hours(1), 0.05, 100;
    /// Hours that the opening plan gives to a deal, and to a large one.
    pursue_hours: [Minutes; 2] = [Minutes::hours(20), Minutes::hours(30)], 0.5, 400;
    /// Hours of a demo or trial.
    demo_hours: Minutes = Minutes::hours(8), 0, 400;
    /// Cost of a demo or trial, in yuan.
    demo_cost: Fen = Fen::yuan(1_500), 0, 1_000_000;
    /// Fit gained by a demo.
    demo_fit: f64 = 4.0, 0, 100;
    /// Hours of a free check.
    check_hours: Minutes = Minutes::hours(6), 0, 400;
    /// Cost of a free check, in yuan.
    check_cost: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Fit gained by a free check.
    check_fit: f64 = 4.0, 0, 100;
    /// Chance that a free check finds a need (a scripted hidden one is always found).
    check_need: f64 = 0.3, 0, 1;
    /// Hours of a quote.
    quote_hours: Minutes = Minutes::hours(3), 0, 400;
    /// Hours to file the forecast.
    forecast_hours: Minutes = Minutes::hours(2), 0, 400;
    /// Hours of a handover meeting.
    handover_hours: Minutes = Minutes::hours(4), 0, 400;
    /// Share of lost trust that a handover with full records returns.
    handover_returns: f64 = 0.5, 0, 1;
    /// Share of the shock of a resignation that is over once the customer has met the successor.
    handover_calms: f64 = 0.0, 0, 1;
}
}

table! {
/// How customers choose a vendor (docs/model.md#choice).
Choice {
    /// Constant of a team's bid.
    base: f64 = -0.9, -10, 10;
    /// Committee support M.
    support: f64 = 1.5, 0, 20;
    /// Trust.
    trust: f64 = 1.2, 0, 20;
    /// Commitment.
    commitment: f64 = 0.8, 0, 20;
    /// Reputation.
    reputation: f64 = 0.8, 0, 20;
    /// Share of the reputation effect left after the first order.
    reputation_later: f64 = 0.3, 0, 1;
    /// Discount against the tier price.
    discount: f64 = 7.0, 0, 100;
    /// Product fit a point.
    fit: f64 = 0.05, 0, 1;
    /// Shock after a resignation.
    shock: f64 = -0.6, -20, 0;
    /// Satisfaction points of u(S).
    satisfaction_points: [f64; 6] = [0.0, 40.0, 60.0, 75.0, 85.0, 100.0], 0, 100;
    /// Utilities of u(S) at those points.
    satisfaction_utilities: [f64; 6] = [-3.0, -1.0, 0.0, 0.3, 1.4, 2.6], -20, 20;
    /// Promise on a first order, a point above the truth.
    promise: f64 = 0.018, 0, 1;
    /// Under-promise on a first order, a point.
    under_promise: f64 = 0.045, 0, 1;
    /// Share of the under-promise effect on later orders.
    under_promise_later: f64 = 0.5, 0, 1;
    /// Utility of a rival.
    rival: f64 = 0.45, -10, 10;
    /// What being the incumbent adds to a rival.
    incumbent: f64 = 0.5, -10, 10;
    /// Share of ordinary customers that have a supplier at the start.
    incumbents: f64 = 0.5, 0, 1;
    /// Rounds for which a poached salesman helps a rival.
    poached_rounds: u16 = 3, 0, 24;
    /// What a price war adds to a rival.
    price_war: f64 = 0.6, -10, 10;
    /// What a poached salesman adds to a rival where the bond was above the limit.
    poached: f64 = 0.8, -10, 10;
    /// That limit.
    poached_bond: f64 = 50.0, 0, 100;
    /// Utility of a rival of middling strength, for the desk's estimates and customer equity.
    usual_rival: f64 = 0.6, -10, 10;
    /// Utility of buying nothing.
    none: f64 = 0.2, -10, 10;
    /// Least support that gets a vendor invited.
    least_support: f64 = 0.02, 0, 1;
    /// Above the need's budget, a per cent.
    over_budget: f64 = -0.1, -10, 0;
    /// A promise of priority service.
    priority_service: f64 = 0.1, 0, 10;
    /// Cost of goods as a share of the tier price.
    cost_share: f64 = 0.8, 0, 1;
    /// Spread of the value of a customer's needs (sigma of the exponent).
    value_spread: f64 = 0.5, 0, 3;
    /// Lowest and highest promise of a quote, in points.
    promise_range: [f64; 2] = [-10.0, 25.0], -100, 100;
}
}

table! {
/// Expectation, delivery, product fit (docs/model.md#expectation, #delivery, #product-fit).
Delivery {
    /// Share of the old expectation kept at an order.
    expectation_kept: f64 = 0.4, 0, 1;
    /// What an honest promise makes customers expect.
    expectation_base: f64 = 62.0, 0, 100;
    /// Share of an under-promise that customers believe.
    under_promise_believed: f64 = 0.4, 0, 1;
    /// Delivered quality: constant.
    base: f64 = 70.0, 0, 100;
    /// Delivered quality: full records.
    records: f64 = 6.0, 0, 100;
    /// Delivered quality: spread.
    spread: f64 = 6.0, 0, 100;
    /// Bounds of the product fit in points.
    fit_range: [f64; 2] = [-12.0, 6.0], -100, 100;
    /// Attribute points per point of fit.
    fit_scale: f64 = 5.0, 0.1, 100;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 2.0], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.4, 0, 1;
    /// Neutral satisfaction when expectation is met.
    neutral: f64 = 62.0, 0, 100;
    /// Satisfaction target lost per full negative impression.
    negative: f64 = 10.0, 0, 100;
    /// Most full negative impressions counted.
    negative_cap: f64 = 3.0, 0, 10;
    /// Expectation follows delivery by this share.
    expectation_rate: f64 = 0.15, 0, 1;
    /// Trust of a kept promise, of the gap to 100.
    trust_kept: f64 = 8.0, 0, 100;
    /// Commitment of a kept promise.
    commitment_kept: f64 = 4.0, 0, 100;
    /// A delivery this far below expectation still counts as kept.
    kept: f64 = -5.0, -100, 0;
    /// Below this it is a broken promise.
    broken: f64 = -10.0, -100, 0;
    /// Reputation lost by a broken promise.
    broken_reputation: f64 = 0.08, 0, 1;
}
}

table! {
/// Care visits (docs/model.md#care-visits).
Care {
    /// Hours of care that make 63 % of a full touch.
    hours: f64 = 4.0, 0.1, 100;
    /// Cost of a care visit, in yuan.
    cost: Fen = Fen::yuan(100), 0, 1_000_000;
    /// Trust of a full touch.
    trust: f64 = 3.0, 0, 100;
    /// Trust lost in a round without any contact.
    silence: f64 = 3.0, 0, 100;
    /// Negative twelfths taken away by a full touch.
    cancels: f64 = 2.0, 0, 36;
    /// Perceived care without any visit.
    base: f64 = 55.0, 0, 100;
    /// What a full touch adds.
    touch: f64 = 25.0, 0, 100;
    /// Part of that which needs no records, and the part that full records add.
    records: [f64; 2] = [0.7, 0.3], 0, 1;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 0.5], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.25, 0, 1;
    /// Least hours of care that count as contact.
    contact_hours: f64 = 1.0, 0, 100;
}
}

impl Care {
    /// touch = 1-exp(-h/4), 0 to 1: how much a month feels looked after by `hours` of visits.
    #[must_use]
    pub fn touch(&self, hours: f64) -> f64 {
        1.0 - exp(-hours / self.hours)
    }

    /// Twelfths of bad impressions that a touch takes away.
    #[must_use]
    pub fn calms(&self, touch: f64) -> f64 {
        self.cancels * touch
    }

    /// Points of trust that a touch adds to `trust`.
    #[must_use]
    pub fn warms(&self, touch: f64, trust: f64) -> f64 {
        self.trust * touch * (1.0 - trust / 100.0)
    }
}

table! {
/// Tickets, the queue and complaints (docs/model.md#service).
Service {
    /// Arrival rate of an active customer.
    arrival: f64 = 0.22, 0, 5;
    /// What each order adds to it.
    arrival_per_order: f64 = 0.15, 0, 5;
    /// Most orders counted.
    arrival_orders: u16 = 6, 0, 100;
    /// Share of minor, major, critical tickets.
    class_shares: [f64; 3] = [0.70, 0.25, 0.05], 0, 1;
    /// Work of a minor, major, critical ticket, in hours.
    class_hours: [Minutes; 3] = [Minutes::hours(3), Minutes::hours(8), Minutes::hours(20)], 0, 400;
    /// Working days within which work must begin: minor, major, critical.
    in_time_days: [u16; 3] = [3, 2, 1], 0, 31;
    /// Last day on which a ticket may arrive.
    last_arrival_day: u16 = 12, 1, 31;
    /// Cost of an hour at the queue, in yuan.
    hour_cost: Fen = Fen::yuan(50), 0, 100_000;
    /// Perceived service: in time, late, next round.
    perceived: [f64; 3] = [82.0, 66.0, 45.0], 0, 100;
    /// Trust: in time, late, next round.
    trust: [f64; 3] = [2.5, 0.5, -4.0], -100, 100;
    /// Gain per point above expectation, loss per point below.
    gain: [f64; 2] = [1.2, 1.8], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.25, 0, 1;
    /// Expectation follows by this share.
    expectation_rate: f64 = 0.1, 0, 1;
    /// Rework: lowest and highest factor of cost and time.
    rework: [f64; 2] = [1.25, 1.50], 1, 10;
    /// Weight of an unanswered minor, major, critical ticket.
    weights: [f64; 3] = [0.4, 1.0, 3.0], 0, 20;
    /// Negative twelfths per weight of an unanswered ticket.
    unanswered_negative: f64 = 6.0, 0, 36;
    /// Rate of satisfaction lost per weight.
    unanswered_rate: f64 = 0.25, 0, 1;
    /// Most weight counted there.
    unanswered_cap: f64 = 1.6, 0, 20;
    /// Satisfaction target of an unanswered ticket, of a critical one.
    unanswered_target: [f64; 2] = [40.0, 20.0], 0, 100;
    /// Trust lost per weight.
    unanswered_trust: f64 = 4.0, 0, 100;
    /// Reputation lost per weight.
    unanswered_reputation: f64 = 0.02, 0, 1;
    /// Rounds after its own for which a ticket stays open.
    dropped_after: u16 = 2, 0, 24;
    /// Rounds after its own for which a problem that nobody voices goes on hurting: longer than a ticket, for nobody can drop what nobody knows.
    silent_rounds: u16 = 3, 0, 24;
    /// Work of an open ticket grows by this factor each round.
    growth: f64 = 1.2, 1, 10;
    /// Share of dissatisfied customers that complain aloud.
    voice: f64 = 0.63, 0, 1;
    /// Checks multiply that share.
    voice_checked: f64 = 2.0, 1, 20;
    /// Hours of a proactive check.
    check_hours: Minutes = Minutes::hours(2), 0, 400;
    /// Chance that a proactive check reveals a need.
    check_need: f64 = 0.2, 0, 1;
    /// Negative twelfths that one good impression cancels.
    good_moment: f64 = 1.0, 0, 36;
    /// Hours of a knowledge article.
    article_hours: Minutes = Minutes::hours(6), 0, 400;
    /// Solved tickets of the class that an article needs.
    article_needs: u16 = 2, 0, 100;
    /// Handling time saved by an article.
    article_saves: f64 = 0.07, 0, 1;
    /// Most that articles save.
    article_floor: f64 = 0.35, 0, 1;
    /// Hours of a compensation.
    compensation_hours: Minutes = Minutes::hours(1), 0, 400;
    /// Most compensation as a share of the last order.
    compensation_cap: f64 = 0.05, 0, 1;
    /// Satisfaction per per cent of compensation.
    compensation_gain: f64 = 4.0, 0, 100;
    /// Most satisfaction a compensation brings.
    compensation_most: f64 = 12.0, 0, 100;
    /// Hours of a survey.
    survey_hours: Minutes = Minutes::hours(1), 0, 400;
    /// Half width of a survey's error, in points.
    survey_error: f64 = 5.0, 0, 50;
}
}

table! {
/// Word of mouth, phases, churn, win-back, resignation (docs/model.md#lifecycle, #resignation).
Lifecycle {
    /// Reputation per satisfied customer and round.
    praise: f64 = 0.004, 0, 1;
    /// Reputation lost per dissatisfied customer and round.
    blame: f64 = 0.008, 0, 1;
    /// Below this satisfaction a customer is dissatisfied.
    dissatisfied: f64 = 40.0, 0, 100;
    /// Weights of S, T, C in the relation index Z.
    index_weights: [f64; 3] = [0.35, 0.35, 0.30], 0, 1;
    /// Orders and Z of formation.
    formation: [f64; 2] = [2.0, 50.0], 0, 100;
    /// Z below which formation falls back.
    formation_back: f64 = 42.0, 0, 100;
    /// Orders, S, T, C of stability.
    stability: [f64; 4] = [3.0, 72.0, 45.0, 25.0], 0, 100;
    /// Z below which stability is left.
    stability_back: f64 = 50.0, 0, 100;
    /// Z below which a relation declines, and from which it recovers.
    decline: [f64; 2] = [40.0, 50.0], 0, 100;
    /// Own intervals without an order that mean decline.
    decline_intervals: f64 = 2.5, 0.1, 100;
    /// Rounds that a condition must hold.
    hold: u16 = 2, 1, 24;
    /// Churn hazard: constant.
    churn: f64 = -4.5, -20, 20;
    /// Churn hazard: per point of satisfaction below 60.
    churn_satisfaction: f64 = 0.055, 0, 1;
    /// Churn hazard: per point of trust below 45.
    churn_trust: f64 = 0.02, 0, 1;
    /// Churn hazard: per full negative impression, up to three.
    churn_negative: f64 = 0.5, 0, 10;
    /// Churn hazard: per round without contact beyond two.
    churn_silence: f64 = 0.40, 0, 10;
    /// Rounds without contact that do not count.
    churn_silence_free: f64 = 2.0, 0, 24;
    /// Churn hazard: per point of commitment.
    churn_commitment: f64 = -0.012, -1, 0;
    /// Neutral points of satisfaction and trust in the hazard.
    churn_neutral: [f64; 2] = [60.0, 45.0], 0, 100;
    /// Shock kept from one round to the next.
    shock_kept: f64 = 0.75, 0, 1;
    /// Trust and commitment kept when a customer is lost.
    lost_keeps: [f64; 2] = [0.6, 0.5], 0, 1;
    /// Rounds for which a lost customer hears no bids.
    lost_rounds: u16 = 6, 0, 24;
    /// Rounds after the loss from which a win-back may be tried.
    win_back_after: u16 = 2, 0, 24;
    /// Hours of a win-back.
    win_back_hours: Minutes = Minutes::hours(12), 0, 400;
    /// P(win-back): constant, trust a point above 30, cause repaired, concession of 3 % or more.
    win_back: [f64; 4] = [-1.4, 0.03, 0.5, 0.3], -10, 10;
    /// Concession that counts, as a share of the last order.
    win_back_concession: f64 = 0.03, 0, 1;
    /// Share of the bond that a resignation costs in trust.
    quit_trust: f64 = 0.8, 0, 10;
    /// How far full records soften a resignation.
    quit_records: f64 = 0.8, 0, 1;
    /// Shock of a resignation.
    quit_shock: f64 = 2.4, 0, 10;
    /// Part of the shock without bond, and what full bond adds.
    quit_bond: [f64; 2] = [0.4, 0.6], 0, 1;
    /// Commitment lost without records.
    quit_commitment: f64 = 10.0, 0, 100;
    /// Bond kept by the successor.
    quit_bond_kept: f64 = 0.2, 0, 1;
    /// Records kept.
    quit_records_kept: f64 = 0.9, 0, 1;
}
}

table! {
/// Goods and money: lead times, stock, delivery dates, terms of payment (docs/model.md#lead-times, #stock, #payment).
Goods {
    /// Usual lead time in half rounds, of goods built to order and of goods bought for stock.
    lead_time: u16 = 2, 0, 24;
    /// Lead time of express, in half rounds.
    express_lead_time: u16 = 1, 0, 24;
    /// What express adds to the cost of the goods, as a share.
    express_cost: f64 = 0.03, 0, 1;
    /// Cost of keeping goods in stock for a round, as a share of what they cost.
    holding: f64 = 0.01, 0, 1;
    /// Delivered quality lost by goods that come later than promised, in points.
    late: f64 = 10.0, 0, 100;
    /// Utility of a promised date one round before the usual one.
    early: f64 = 0.1, 0, 10;
    /// Utility of thirty days to pay.
    thirty_days: f64 = 0.1, 0, 10;
    /// Most rounds after the decision that a quote may promise.
    latest: u16 = 6, 0, 24;
    /// Hours of an order to the supplier.
    purchase_hours: Minutes = Minutes::hours(1), 0, 400;
}
}

table! {
/// Gifts and the policy on them (docs/model.md#gifts, #rebates, #audits).
Gifts {
    /// Limit per contact and quarter, in yuan.
    contact_limit: Fen = Fen::yuan(200), 0, 1_000_000;
    /// Limit per customer and year, in yuan.
    customer_limit: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Largest gift a card may hold, in yuan.
    most: Fen = Fen::yuan(20_000), 0, 1_000_000;
    /// Rounds of a quarter.
    quarter: u16 = 3, 1, 12;
    /// Trust of a gift within the limit.
    trust: f64 = 0.8, 0, 100;
    /// Bond of a gift within the limit.
    bond: f64 = 2.0, 0, 100;
    /// Chance a round that a breach is found.
    audit: f64 = 0.05, 0, 1;
    /// Fine, in yuan.
    fine: Fen = Fen::yuan(100_000), 0, 1_000_000_000;
    /// Trust lost when found.
    found_trust: f64 = 30.0, 0, 100;
    /// Reputation lost when found.
    found_reputation: f64 = 0.2, 0, 1;
    /// Hours of a gift or hospitality.
    hours: Minutes = Minutes::hours(1), 0, 400;
    /// The audit's chance is so many times higher while the receiver decides an open tender.
    audit_tender: f64 = 2.0, 1, 20;
    /// Trust of an open rebate, entered in the books; grows as that of a gift, without a limit.
    rebate_trust: f64 = 0.8, 0, 100;
    /// Commitment of an open rebate, likewise.
    rebate_commitment: f64 = 0.4, 0, 100;
    /// Largest rebate a card may hold, in yuan.
    rebate_most: Fen = Fen::yuan(20_000), 0, 10_000_000;
    /// Hours of a rebate.
    rebate_hours: Minutes = Minutes::hours(1), 0, 400;
}
}

table! {
/// Campaigns through a medium to an industry (docs/model.md#campaigns); what a medium brings stands with the medium.
Campaigns {
    /// Hours of a campaign.
    hours: Minutes = Minutes::hours(8), 0, 400;
    /// Least budget of a campaign, in yuan.
    least: Fen = Fen::yuan(1_000), 1, 1_000_000;
    /// Largest budget of a campaign, in yuan.
    most: Fen = Fen::yuan(100_000), 1, 10_000_000;
    /// Trust of a lead that a campaign brought.
    trust: f64 = 28.0, 0, 100;
    /// Share of the leads left for every campaign with the same medium and industry in the rounds before.
    repeat: f64 = 0.7, 0, 1;
    /// Rounds for which an earlier campaign tires its audience.
    memory: u16 = 3, 0, 24;
}
}

table! {
/// Tenders: sealed bids, judged by points (docs/model.md#tenders).
Tenders {
    /// Hours of a bid.
    hours: Minutes = Minutes::hours(6), 0, 400;
    /// Ordinary needs of this value and more are put out to tender, in yuan; 0: none.
    threshold: Fen = Fen::ZERO, 0, 1_000_000_000;
    /// Weights of price, fit, relation where the price decides.
    price_type: [f64; 3] = [0.7, 0.2, 0.1], 0, 1;
    /// Weights of price, fit, relation where it does not.
    quality_type: [f64; 3] = [0.2, 0.4, 0.4], 0, 1;
    /// Fit points that a point of promise is worth on paper.
    promise: f64 = 0.2, 0, 10;
    /// Fit points that promised priority service is worth on paper.
    priority: f64 = 1.0, 0, 100;
    /// Relation points of full reputation in the buyer's industry.
    reputation: f64 = 20.0, 0, 100;
    /// Chance that a rival hands in a bid.
    rival_bids: f64 = 0.75, 0, 1;
    /// Mean and spread of a rival's price, as a share of the estimate.
    rival_price: [f64; 2] = [0.95, 0.03], 0, 2;
    /// No rival bids below this share of the estimate.
    rival_floor: f64 = 0.85, 0, 2;
    /// What a price war takes off a rival's price, as a share of the estimate.
    price_war: f64 = 0.03, 0, 1;
    /// Mean and spread of a rival's fit, in points.
    rival_fit: [f64; 2] = [1.0, 2.0], -100, 100;
    /// Mean and spread of a rival's relation with the buyer, in points.
    rival_relation: [f64; 2] = [45.0, 10.0], 0, 100;
    /// Relation points that being the incumbent adds to a rival.
    incumbent: f64 = 15.0, 0, 100;
    /// Win rate of a bid in the forecast.
    win_rate: f64 = 0.3, 0, 1;
    /// Trust of a customer first met by winning its tender.
    trust: f64 = 30.0, 0, 100;
}
}

table! {
/// Call centre and web platform (docs/model.md#investments).
Investing {
    /// Hours of whoever sets one up or closes it.
    hours: Minutes = Minutes::hours(2), 0, 400;
    /// Building a call centre, in yuan.
    call_centre: Fen = Fen::yuan(60_000), 0, 100_000_000;
    /// Running a call centre a round, in yuan.
    call_centre_round: Fen = Fen::yuan(5_000), 0, 100_000_000;
    /// Handling time of minor tickets that a call centre saves.
    call_centre_saves: f64 = 0.30, 0, 1;
    /// A call centre multiplies the share of dissatisfied customers that complain aloud.
    call_centre_voice: f64 = 2.0, 1, 20;
    /// Building a web platform, in yuan.
    web_platform: Fen = Fen::yuan(40_000), 0, 100_000_000;
    /// Running a web platform a round, in yuan.
    web_platform_round: Fen = Fen::ZERO, 0, 100_000_000;
    /// A web platform multiplies what is written up.
    web_records: f64 = 1.5, 1, 10;
    /// Share of minor tickets that customers solve themselves on a web platform.
    web_self_service: f64 = 0.15, 0, 1;
}
}

table! {
/// The score and customer equity (docs/model.md#score).
Score {
    /// Weight of contribution, equity, relations, forecast and hygiene, compliance; the sum is the full score.
    weights: [f64; 5] = [35.0, 30.0, 15.0, 10.0, 10.0], 0, 100;
    /// Score of the reference bot in the first two parts.
    reference: f64 = 70.0, 1, 100;
    /// Total is capped here once a bribe was found.
    bribe_cap: f64 = 60.0, 0, 100;
    /// Points of compliance with an undetected breach, as a share.
    breach_share: f64 = 0.5, 0, 1;
    /// Rounds of customer equity.
    equity_rounds: u16 = 24, 1, 120;
    /// Discount rate of customer equity a round.
    equity_discount: f64 = 0.01, 0, 1;
    /// Committee support assumed in customer equity.
    equity_support: f64 = 0.6, 0, 1;
    /// Mean of exp(spread x N): mean need over typical need.
    equity_value: f64 = 1.13, 0.1, 10;
    /// Scores are shown from this round on.
    shown_from: u16 = 4, 1, 100;
}
}

table! {
/// What estimates of customers start from, and when a leader grows uneasy
/// (docs/model.md#buying-models, #lifetime-value, #views-of-a-leader; docs/cases.md#sales-process).
Insight {
    /// Shape r of the purchase rates.
    purchase_shape: f64 = 0.243, 0.001, 1_000;
    /// Rate alpha of the purchase rates, in weeks.
    purchase_scale: f64 = 4.414, 0.001, 1_000;
    /// First parameter a of the chance to leave after a purchase.
    leave_a: f64 = 0.793, 0.001, 1_000;
    /// Second parameter b of the chance to leave after a purchase.
    leave_b: f64 = 2.426, 0.001, 1_000;
    /// Shape p of the amounts of one customer.
    amount_shape: f64 = 6.25, 0.001, 1_000;
    /// Shape q of the mean amounts of all.
    amount_spread: f64 = 3.74, 1.001, 1_000;
    /// Weeks of a month.
    month_weeks: f64 = 4.0, 0.1, 10;
    /// Discount rate of lifetime value, a month.
    discount: f64 = 0.01, 0, 1;
    /// A stage with a lower win rate is an early one.
    early_rate: f64 = 0.3, 0, 1;
    /// A deal at a stage with this win rate or more is near.
    near_rate: f64 = 0.5, 0, 1;
    /// Rounds after which a deal that has not moved is stuck.
    stuck_rounds: u16 = 2, 1, 60;
    /// Deals that make a funnel large.
    large_funnel: u16 = 4, 1, 1_000;
    /// A large funnel with more than this share of its deals stuck early is a short stave.
    stuck_share: f64 = 0.5, 0, 1;
    /// Share of active customers and open deals that must have a next task in time.
    tended_share: f64 = 0.8, 0, 1;
}
}

table! {
/// Customers that come of themselves (docs/model.md#walk-ins): who is received, and whose visit is written down.
WalkIns {
    /// Share of the visitors that somebody sees to although nobody was put at the door.
    unattended: f64 = 0.2, 0, 1;
    /// Hours at the door for each visitor of the month that see to 63 % of the rest.
    hours_each: f64 = 0.75, 0.01, 100;
    /// Share of the visitors seen to that leave a name although nobody writes them down.
    unwritten: f64 = 0.5, 0, 1;
    /// How far a tool that holds no records loses visitors: 1 all of them where the cap of records is 0.
    tool: f64 = 0.0, 0, 1;
    /// Trust of somebody who came of itself.
    trust: f64 = 35.0, 0, 100;
}
}

table! {
/// People: work outside one's role, skill, hiring, training, leaving (docs/model.md#outside-the-role, #skill, #hiring-and-training, #resignation).
Staffing {
    /// What work outside one's role counts; 0 forbids it. Cards of fixed hours take that much longer, hours set by the player do that much less.
    outside_role: f64 = 0.6, 0, 1;
    /// What 50 points more of skill add to the pace and yield of work, as a share (a new member of staff is the measure).
    skill_effect: f64 = 0.3, 0, 1;
    /// Hours of interviews to hire somebody, of whoever leads them.
    hire_hours: Minutes = Minutes::hours(8), 0, 400;
    /// Cost of hiring somebody, in yuan.
    hire_cost: Fen = Fen::yuan(8_000), 0, 10_000_000;
    /// Most people in a role.
    most_people: u16 = 12, 1, 20;
    /// Hours of a training, of the role trained.
    train_hours: Minutes = Minutes::hours(16), 0, 400;
    /// Cost of a training, in yuan.
    train_cost: Fen = Fen::yuan(3_000), 0, 10_000_000;
    /// Skill gained by a training, in points of the gap to 100.
    train_gain: f64 = 20.0, 0, 100;
    /// A month counts as overwork from this share of the hours on.
    overwork_share: f64 = 0.95, 0, 1;
    /// Months of overwork in a row that raise the chance of leaving.
    overwork_months: u16 = 3, 1, 24;
    /// By which share they raise it.
    overwork: f64 = 1.0, 0, 20;
}
}

table! {
/// Contracts with a fee every round: cost to serve, performance against the promise, renewal (docs/model.md#contracts; docs/cases.md#bank-and-analytic-crm).
Contracts {
    /// Rounds before the end at which the renewal is talked about.
    notice: u16 = 1, 0, 12;
    /// Cost to serve by relationship level, basic to partnership, as a share of the class's.
    serving_by_level: [f64; 5] = [0.4, 0.7, 1.0, 1.3, 1.8], 0, 10;
    /// Performance by relationship level, in points.
    performance_by_level: [f64; 5] = [-4.0, -2.0, 0.0, 1.0, 2.0], -50, 50;
    /// Performance that a point of a quote's promise promises beyond the class's terms, in points.
    promise: f64 = 0.0, 0, 5;
    /// Performance: constant.
    performance: f64 = 90.0, 0, 100;
    /// Performance: full records.
    performance_records: f64 = 4.0, 0, 50;
    /// Performance: a full touch by care.
    performance_touch: f64 = 4.0, 0, 50;
    /// Performance lost by every ticket that waits.
    performance_waiting: f64 = 3.0, 0, 50;
    /// Performance: spread.
    performance_spread: f64 = 2.0, 0, 50;
    /// Gain per point above the promise, loss per point below.
    gain: [f64; 2] = [1.2, 2.0], 0, 20;
    /// Satisfaction moves this share of the way.
    rate: f64 = 0.2, 0, 1;
    /// Trust gained by a promise kept, lost by one missed.
    trust: [f64; 2] = [0.5, 3.0], 0, 50;
    /// Negative twelfths of a promise missed.
    missed_negative: f64 = 3.0, 0, 36;
}
}

table! {
/// Cultivating many customers at once, and designing solutions (docs/model.md#nurturing, #solution-design).
Cultivation {
    /// Customers that one turn of nurturing reaches.
    group: u16 = 10, 1, 60;
    /// Hours of each started group.
    nurture_hours: Minutes = Minutes::hours(8), 0, 400;
    /// Cost of each started group, in yuan.
    nurture_cost: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Trust gained, at no trust so far.
    trust: f64 = 1.5, 0, 100;
    /// Share by which needs become more frequent (cross- and up-sell).
    needs: f64 = 0.10, 0, 10;
    /// Rounds for which they are.
    rounds: u16 = 2, 0, 24;
    /// Hours of a solution design.
    design_hours: Minutes = Minutes::hours(8), 0, 400;
    /// Fit gained by a design.
    design_fit: f64 = 6.0, 0, 100;
    /// Most that may be promised above the truth once a solution is designed, in points.
    design_promise: f64 = 5.0, 0, 100;
}
}

table! {
/// Where customer data is kept, and what it takes to integrate it (docs/model.md#customer-data; docs/cases.md#perseus).
Tools {
    /// Best record quality on paper, in a spreadsheet, in a database of one's own; 100 everywhere: tools do not matter.
    caps: [f64; 3] = [100.0, 100.0, 100.0], 0, 100;
    /// Customers known beyond which paper, then the spreadsheet, is outgrown.
    outgrown: [u16; 2] = [40, 120], 0, 1_000;
    /// Price of an integrated CRM, in yuan; it works from the next round on.
    buy_cost: Fen = Fen::yuan(20_000), 0, 1_000_000_000;
    /// Hours of the purchase.
    buy_hours: Minutes = Minutes::hours(8), 0, 400;
    /// Hours of building it that bring the chance below.
    build_hours: Minutes = Minutes::hours(120), 1, 1_000;
    /// Chance a round that building succeeds with those hours.
    build: f64 = 0.15, 0, 1;
}
}

table! {
/// The pool of customers that nobody keeps (docs/model.md#pool; docs/cases.md#consulting-firm).
Pool {
    /// Hours to give one customer to the pool or to take one from it.
    hours: Minutes = Minutes::hours(1), 0, 400;
    /// Rounds without progress after which a customer may be given up.
    stuck: u16 = 4, 0, 60;
    /// Rounds after which a leaver's customers that nobody was introduced to go to the pool; 0: never.
    after_resignation: u16 = 0, 0, 24;
    /// Share of the contacts' attitudes that the new owner takes over.
    attitude_kept: f64 = 0.0, 0, 1;
    /// Calls of a new owner that find open ears.
    fresh_calls: u16 = 4, 0, 100;
    /// What open ears add to P(advance).
    fresh: f64 = 0.5, 0, 10;
    /// Chance that a new owner's first questions bring out a need, as a proactive check would.
    fresh_need: f64 = 0.2, 0, 1;
}
}

/// Every number of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Rules {
    pub work: Work,
    pub relations: Relations,
    pub records: Records,
    pub finding: Finding,
    pub selling: Selling,
    pub choice: Choice,
    pub delivery: Delivery,
    pub care: Care,
    pub service: Service,
    pub lifecycle: Lifecycle,
    pub goods: Goods,
    pub gifts: Gifts,
    pub campaigns: Campaigns,
    pub tenders: Tenders,
    pub investments: Investing,
    pub score: Score,
    pub insight: Insight,
    pub walk_ins: WalkIns,
    pub contracts: Contracts,
    pub tools: Tools,
    pub staffing: Staffing,
    pub cultivation: Cultivation,
    pub pool: Pool,
}
