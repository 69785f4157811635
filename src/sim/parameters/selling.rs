//! Calls, the committee, stages.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

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
    call_hours: [Minutes; 2] = [Minutes::from_hours(2), Minutes::from_hours(4)], 0.1, 100;
    /// No call is shorter than this.
    least_call: Minutes = Minutes::from_hours(1), 0.05, 100;
    /// Most talks with one person in a month: whatever else there is time for is preparation.
    talks: u16 = 4, 1, 100;
    /// How much preparation adds to the effect of the talks it is for: this x ln(1 + its hours / theirs).
    preparation: f64 = 0.5, 0, 10;
    /// Trust that a talk which leads on earns before the first order, at no trust.
    trust_advance: f64 = 1.5, 0, 100;
    /// Trust that a demo or trial earns before the first order, at no trust.
    trust_demo: f64 = 1.5, 0, 100;
    /// Trust that a task done by its date earns before the first order, at no trust.
    trust_date: f64 = 1.0, 0, 100;
    /// Trust that an honest no earns, at no trust.
    trust_no: f64 = 3.0, 0, 100;
    /// Hours of an honest no.
    no_hours: Minutes = Minutes::from_hours(1), 0, 400;
    /// Hours of a pursuit as it is offered, and of one of a large deal.
    pursue_hours: [Minutes; 2] = [Minutes::from_hours(20), Minutes::from_hours(30)], 0.5, 400;
    /// Hours of a demo or trial.
    demo_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Cost of a demo or trial, in yuan.
    demo_cost: Fen = Fen::yuan(1_500), 0, 1_000_000;
    /// Fit gained by a demo.
    demo_fit: f64 = 4.0, 0, 100;
    /// Hours of a free check.
    check_hours: Minutes = Minutes::from_hours(6), 0, 400;
    /// Cost of a free check, in yuan.
    check_cost: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Fit gained by a free check.
    check_fit: f64 = 4.0, 0, 100;
    /// Chance that a free check finds a need (a scripted hidden one is always found).
    check_need: f64 = 0.3, 0, 1;
    /// Hours of a quote.
    quote_hours: Minutes = Minutes::from_hours(3), 0, 400;
    /// Hours to file the forecast.
    forecast_hours: Minutes = Minutes::from_hours(2), 0, 400;
    /// Hours of a handover meeting.
    handover_hours: Minutes = Minutes::from_hours(4), 0, 400;
    /// Share of lost trust that a handover with full records returns.
    handover_returns: f64 = 0.5, 0, 1;
    /// Share of the shock of a resignation that is over once the customer has met the successor.
    handover_calms: f64 = 0.0, 0, 1;
}
}
