//! Customer equity and the score (docs/model.md#score). Reads the whole truth; teams see it in the standings and the debrief.

use crate::sim::lifecycle::hazard::{self, Inputs};
use crate::sim::maths::sigmoid;
use crate::sim::orders::contracts;
use crate::sim::selling::choice_utility::{self, Bid};
use crate::sim::state::{Month, Relation, State, Team};
use crate::sim::terms::{Payment, Phase};
use crate::sim::units::{CustomerId, Fen, TeamId};
use serde::{Deserialize, Serialize};

/// What the first two parts of the score measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worth {
    /// Profit so far: `Month::contribution_so_far`.
    pub contribution: Fen,
    /// What the customers will still bring: [`customer_equity`].
    pub equity: Fen,
}

/// Where the scale of contribution and equity begins, and what earns the reference score; both on the same board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Benchmarks {
    /// Of the passive bot: what is scored as 0.
    pub passive: Worth,
    /// Of the reference bot: what is scored as `score.reference`.
    pub reference: Worth,
}

/// Points, out of 100 with the usual weights; the parts sum to the total unless a found bribe caps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// At most `score.bribe_cap` once a bribe was found.
    pub total: f64,
    /// Profit so far, on the scale of the benchmarks; up to `score.weights[0]`.
    pub contribution: f64,
    /// Customer equity, on the same scale; up to `score.weights[1]`.
    pub equity: f64,
    /// Retention, satisfaction and named customers held; up to `score.weights[2]`.
    pub relations: f64,
    /// Forecast accuracy and, of months in which the team sold, hygiene, half each; up to `score.weights[3]`.
    pub forecast_hygiene: f64,
    /// All of `score.weights[4]` without a breach, a share with one, 0 once one was found; of that the share of months in which the
    /// team sold: whoever deals with nobody breaks no rule.
    pub compliance: f64,
}

/// The three parts of the points for relations, each 0-1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Relations {
    /// Of the customers with orders those that never left.
    pub retention: f64,
    /// S/100, weighted by value.
    pub satisfaction: f64,
    /// Of the named customers those in formation or stability; None where the scenario names nobody.
    pub firm: Option<f64>,
}

/// A team's points at the end of a month, and what they were reckoned from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// The points.
    pub score: Score,
    /// What the first two parts measure.
    pub worth: Worth,
    /// Between which that is placed.
    pub benchmarks: Benchmarks,
    /// What the third part is the mean of.
    pub relations: Relations,
}

impl Moment {
    /// Of a team as it stands.
    #[must_use]
    pub fn of(state: &State, team: TeamId, benchmarks: &Benchmarks) -> Moment {
        let relations = state.teams.get(team.index()).map_or_else(Relations::default, |of| relations(state, of));
        Moment { score: score(state, team, benchmarks), worth: worth(state, team), benchmarks: *benchmarks, relations }
    }
}

/// What a team has earned and what its customers will bring.
#[must_use]
pub fn worth(state: &State, team: TeamId) -> Worth {
    let contribution = state.teams.get(team.index()).and_then(|t| t.books.months.last()).map_or(Fen::ZERO, |m| m.contribution_so_far);
    Worth { contribution, equity: customer_equity(state, team) }
}

/// Sum over customers with orders and not lost, see [`equity_of`].
#[must_use]
pub fn customer_equity(state: &State, team: TeamId) -> Fen {
    let Some(team) = state.teams.get(team.index()) else { return Fen::ZERO };
    (0..team.relations.len()).map(|i| equity_of(state, team, CustomerId::at(i))).sum()
}

/// lambda v' (margin - mean discount) pw (1-q^n)/(1-q), q = (1-h)/(1+discount) over n = `score.equity_rounds`
/// (docs/model.md#customer-equity); h without shock and silence, pw = chance against two usual rivals with a committee won
/// over as `score.equity_support` says and no discount. Nothing for a customer without orders or lost.
#[must_use]
pub fn equity_of(state: &State, team: &Team, id: CustomerId) -> Fen {
    let (Some(relation), Some(traits)) = (team.relations.get(id.index()), state.customers.get(id.index())) else { return Fen::ZERO };
    if !relation.active() {
        return Fen::ZERO;
    }
    let rules = &state.scenario.guide.rules;
    let h = sigmoid(hazard::hazard(rules, &Inputs { silent: 0, shock: 0.0, ..Inputs::of(relation, 0) }).total());
    let v = choice_utility::utility(
        rules,
        &Bid {
            support: rules.score.equity_support,
            trust: relation.measures.trust(),
            satisfaction: relation.measures.satisfaction(),
            commitment: relation.measures.commitment(),
            promise: 0.0,
            reputation: team.reputation.of(traits.industry),
            orders: relation.history.orders,
            discount: 0.0,
            price_sensitivity: traits.price_sensitivity,
            over_budget: 0.0,
            fit: 0.0,
            shock: 0.0,
            priority: false,
            early: 0.0,
            payment: Payment::OnDelivery,
        },
    );
    let pw = choice_utility::usual_chance(rules, v.total());
    let margin = 1.0 - rules.choice.cost_share - mean_discount(relation);
    let q = (1.0 - h) / (1.0 + rules.score.equity_discount);
    let needs = traits.equity_value.scale(traits.equity_rate * margin * pw * annuity(q, rules.score.equity_rounds));
    let guide = &state.scenario.guide;
    if !guide.has_contracts() {
        return needs;
    }
    // what an ordinary need costs to serve where it is met by a contract, over its whole term
    let serving: f64 = guide
        .need_classes
        .iter()
        .filter_map(|class| {
            Some(
                class.share
                    * f64::from(class.contract?.term)
                    * contracts::serving(&rules.contracts, &class.contract?, relation.classification.level as usize).to_yuan(),
            )
        })
        .sum();
    let new = needs - Fen((serving * 100.0 * traits.equity_rate * pw * annuity(q, rules.score.equity_rounds)).round() as i64);
    new + contracts_of(state, team, id, q, pw)
}

/// What running contracts bring: fee less goods and serving, every round until the end, and after it for as long as they
/// are renewed with the chance `pw`; q is the chance a round to keep the customer, discounted.
fn contracts_of(state: &State, team: &Team, id: CustomerId, q: f64, pw: f64) -> Fen {
    let (rules, guide) = (&state.scenario.guide.rules, &state.scenario.guide);
    let level = team.relation(id).classification.level as usize;
    let mut sum = Fen::ZERO;
    for contract in team.contracts.open().iter().filter(|c| c.customer == id && !c.over) {
        let Some(terms) = guide.contract(contract.class) else { continue };
        let (mut rounds, mut power) = (0.0, 1.0);
        let mut left = contract.ends.since(state.round) + 1;
        for _ in 0..rules.score.equity_rounds {
            if left == 0 {
                power *= pw;
                left = terms.term.max(1);
            }
            rounds += power;
            power *= q;
            left -= 1;
        }
        sum += (contract.fee - contract.cost - contracts::serving(&rules.contracts, terms, level)).scale(rounds);
    }
    sum
}

/// (1-q^n)/(1-q) = 1 + q + ... + q^(n-1).
fn annuity(q: f64, rounds: u16) -> f64 {
    let (mut sum, mut power) = (0.0, 1.0);
    for _ in 0..rounds {
        sum += power;
        power *= q;
    }
    sum
}

/// Of the customer's own quotes that were taken.
fn mean_discount(relation: &Relation) -> f64 {
    if relation.history.won == 0 { 0.0 } else { relation.history.discounts / f64::from(relation.history.won) }
}

/// The score of a team.
#[must_use]
pub fn score(state: &State, team: TeamId, benchmarks: &Benchmarks) -> Score {
    let Some(of) = state.teams.get(team.index()) else { return Score::default() };
    let rules = &state.scenario.guide.rules.score;
    let own = worth(state, team);
    let (low, high) = (benchmarks.passive, benchmarks.reference);
    let scaled = |own: Fen, low: Fen, high: Fen| scale(own, low, high, rules.reference) / 100.0;
    let [contribution, equity, relations, forecast, compliance] = rules.weights;
    let mut score = Score {
        total: 0.0,
        contribution: contribution * scaled(own.contribution, low.contribution, high.contribution),
        equity: equity * scaled(own.equity, low.equity, high.equity),
        relations: relations * relations_part(state, of),
        forecast_hygiene: forecast * forecast_and_hygiene(&of.books.months),
        compliance: compliance * compliance_part(of, rules.breach_share),
    };
    score.total = score.contribution + score.equity + score.relations + score.forecast_hygiene + score.compliance;
    if of.audit.bribe_found {
        score.total = score.total.min(rules.bribe_cap);
    }
    score
}

/// 0 at `low`, `reference` at `high`, linear, 0 to 100; `reference` while the two do not differ yet (or stand in the
/// wrong order, as when the reference has so far only spent).
pub(crate) fn scale(own: Fen, low: Fen, high: Fen, reference: f64) -> f64 {
    let span = high - low;
    if span <= Fen::ZERO { reference } else { (reference * (own - low).0 as f64 / span.0 as f64).clamp(0.0, 100.0) }
}

/// Mean of retention (customers with orders never lost), value-weighted S/100, and the share of named customers in
/// formation or stability (left out where the scenario names nobody), 0-1.
fn relations_part(state: &State, team: &Team) -> f64 {
    let Relations { retention, satisfaction, firm } = relations(state, team);
    firm.map_or((retention + satisfaction) / 2.0, |firm| (retention + satisfaction + firm) / 3.0)
}

fn relations(state: &State, team: &Team) -> Relations {
    let (mut buyers, mut kept, mut named, mut firm) = (0_u32, 0_u32, 0_u32, 0_u32);
    let (mut weighted, mut weight) = (0.0, 0.0);
    for (relation, traits) in team.relations.iter().zip(state.customers.iter()) {
        if relation.history.orders > 0 {
            buyers += 1;
            kept += u32::from(relation.history.lost.is_none());
        }
        if relation.active() {
            let value = traits.equity_rate * traits.equity_value.to_yuan();
            weighted += value * relation.measures.satisfaction() / 100.0;
            weight += value;
        }
        if traits.named {
            named += 1;
            firm += u32::from(matches!(relation.phase, Phase::Formation | Phase::Stability));
        }
    }
    let retention = share(kept, buyers);
    let satisfaction = if weight > 0.0 { weighted / weight } else { 0.0 };
    Relations { retention, satisfaction, firm: (named > 0).then(|| share(firm, named)) }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// The part that forecast accuracy has beside hygiene, 0-1.
const ACCURACY: f64 = 0.5;

/// Points that go with `missing` forecasts that nobody filed in so many `months`; `weight`: of forecast accuracy and hygiene together.
#[must_use]
pub fn lost_by_unfiled(weight: f64, missing: usize, months: usize) -> f64 {
    weight * ACCURACY * missing as f64 / months.max(1) as f64
}

/// Half mean forecast accuracy (0 where none was filed), half mean hygiene of the months in which the team sold (0 in the others: where
/// nobody sells nothing is left undone), 0-1.
fn forecast_and_hygiene(months: &[Month]) -> f64 {
    if months.is_empty() {
        return 0.0;
    }
    let sum: f64 = months.iter().map(|m| ACCURACY * m.forecast_accuracy.unwrap_or(0.0) + (1.0 - ACCURACY) * tidy(m)).sum();
    sum / months.len() as f64
}

/// What a month's hygiene counts, 0-1.
#[must_use]
pub fn tidy(month: &Month) -> f64 {
    if month.selling > 0 { month.hygiene } else { 0.0 }
}

/// Share of the months so far in which the team sold, 0-1; 1 before there was one.
#[must_use]
pub fn at_work(months: &[Month]) -> f64 {
    if months.is_empty() { 1.0 } else { months.iter().filter(|month| month.selling > 0).count() as f64 / months.len() as f64 }
}

/// 1 without a gift over the limit, a share with one, 0 once one was found; of that the share of months in which the team sold.
fn compliance_part(team: &Team, breach_share: f64) -> f64 {
    let clean = match (team.audit.bribe_found, team.audit.breaches.is_empty()) {
        (true, _) => 0.0,
        (false, true) => 1.0,
        (false, false) => breach_share,
    };
    clean * at_work(&team.books.months)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::maths::exp;
    use crate::sim::state::Breach;
    use crate::sim::testing::bare;
    use crate::sim::units::{ContactId, Round};
    use std::sync::Arc;

    fn month(accuracy: Option<f64>, hygiene: f64) -> Month {
        Month {
            round: Round(1),
            revenue: Fen::ZERO,
            contribution: Fen::ZERO,
            contribution_so_far: Fen::ZERO,
            cash: Fen::ZERO,
            forecast_accuracy: accuracy,
            hygiene,
            selling: 1,
            reputation: 0.0,
            tickets: 0,
            tickets_in_time: 0,
            visitors: 0,
            recorded: 0,
            promises: 0,
            promises_kept: 0,
        }
    }

    #[test]
    fn the_scale_runs_through_passive_and_reference() {
        for (own, expected) in [(0, 0.0), (100, 70.0), (50, 35.0), (-10, 0.0), (142, 99.4), (1_000, 100.0)] {
            assert!((scale(Fen(own), Fen(0), Fen(100), 70.0) - expected).abs() < 1e-9, "{own}");
        }
        assert_eq!([scale(Fen(9), Fen(5), Fen(5), 70.0), scale(Fen(9), Fen(5), Fen(1), 70.0)], [70.0; 2]);
    }

    #[test]
    fn a_month_without_forecast_counts_as_missed() {
        assert_eq!(forecast_and_hygiene(&[month(Some(1.0), 1.0), month(None, 0.5)]), (1.0 + 0.25) / 2.0);
        assert_eq!(forecast_and_hygiene(&[]), 0.0);
    }

    #[test]
    fn a_month_in_which_nothing_was_sold_earns_nothing_for_being_tidy_or_clean() {
        let idle = Month { selling: 0, ..month(None, 1.0) };
        assert_eq!(forecast_and_hygiene(&[month(None, 1.0), idle]), 0.25);
        let mut state = buyer();
        let compliance = |state: &Game| score(state, TeamId(0), &Benchmarks::default()).compliance;
        assert_eq!(compliance(&state), 10.0, "nothing has been played yet");
        state.teams[0].books.months = vec![month(None, 1.0), idle, idle, idle];
        assert_eq!(compliance(&state), 2.5);
        state.teams[0].audit.breaches.push(Breach { customer: CustomerId(0), contact: ContactId(0), round: Round(1), found: false });
        assert_eq!(compliance(&state), 1.25);
    }

    #[test]
    fn the_annuity_is_the_closed_form() {
        let q: f64 = 0.97;
        let power = (0..24).fold(1.0, |p, _| p * q);
        assert!((annuity(q, 24) - (1.0 - power) / (1.0 - q)).abs() < 1e-12);
        assert_eq!(annuity(1.0, 24), 24.0);
    }

    /// One buyer in a team of its own, everybody else unknown.
    fn buyer() -> Game {
        let mut state = bare(1);
        let relation = &mut state.teams[0].relations[0];
        (relation.phase, relation.history.orders, relation.history.won) = (Phase::Formation, 2, 2);
        (relation.measures.satisfaction, relation.measures.trust, relation.measures.commitment, relation.history.discounts) = (75.0, 65.0, 45.0, 0.1);
        state
    }

    #[test]
    fn equity_by_hand() {
        let mut state = buyer();
        // V = -.9 + 1.5 x .6 + 1.2 x .65 + .3 + .8 x .45; h of 97.7 % a year; margin .20 - .05; lambda .33, v' 400,000
        let odds = exp(-0.9 + 0.9 + 0.78 + 0.3 + 0.36);
        let pw = odds / (odds + 2.0 * exp(0.6) + exp(0.2));
        let q = (1.0 - sigmoid(-4.5 - 0.825 - 0.4 - 0.54)) / 1.01;
        let expected = 0.33 * 400_000.0 * 0.15 * pw * annuity(q, 24);
        let found = customer_equity(&state, TeamId(0)).to_yuan();
        assert!((found - expected).abs() < 0.02, "{found} {expected}");
        let relation = &mut state.teams[0].relations[0];
        (relation.measures.shock, relation.activity.silent) = (2.0, 9);
        assert_eq!(customer_equity(&state, TeamId(0)).to_yuan(), found, "neither shock nor silence counts");
        state.teams[0].relations[0].phase = Phase::Lost;
        assert_eq!(customer_equity(&state, TeamId(0)), Fen::ZERO);
    }

    #[test]
    fn contracts_count_with_what_they_bring_until_they_end_and_as_often_as_they_are_renewed() {
        use crate::sim::scenario::ContractDef;
        use crate::sim::state::contract::Contract;
        use crate::sim::units::NeedClassId;
        let mut state = buyer();
        let guide = Arc::make_mut(&mut Arc::make_mut(&mut state.scenario).guide);
        // serving 1,000 x 2 rounds for an ordinary need; at the basic level .4 of it
        guide.need_classes[0].contract = Some(ContractDef { term: 2, binding: false, serving: Fen::yuan(1_000), promised: None, penalty: 0.0 });
        guide.rules.score.equity_rounds = 4;
        let odds = exp(-0.9 + 0.9 + 0.78 + 0.3 + 0.36);
        let pw = odds / (odds + 2.0 * exp(0.6) + exp(0.2));
        let q = (1.0 - sigmoid(-4.5 - 0.825 - 0.4 - 0.54)) / 1.01;
        let needs = 0.33 * pw * annuity(q, 4) * (400_000.0 * 0.15 - 800.0);
        let found = |state: &Game| customer_equity(state, TeamId(0)).to_yuan();
        assert!((found(&state) - needs).abs() < 0.02, "{} {needs}", found(&state));
        let contract = Contract {
            customer: CustomerId(0),
            class: NeedClassId(0),
            deal: None,
            quantity: 1,
            fee: Fen::yuan(10_000),
            cost: Fen::yuan(8_000),
            more: 0.0,
            from: Round(1),
            ends: Round(1),
            kept: 0,
            missed: 0,
            over: false,
        };
        state.teams[0].contracts.push(contract);
        // 1,600 a round: this one, then renewed for two, then renewed again
        let rounds = 1.0 + q * pw + q * q * pw + q * q * q * pw * pw;
        assert!((found(&state) - needs - 1_600.0 * rounds).abs() < 0.03, "{}", found(&state) - needs);
    }

    #[test]
    fn relations_are_the_mean_of_three() {
        let mut state = buyer();
        assert!((relations_part(&state, &state.teams[0]) - (1.0 + 0.75 + 1.0) / 3.0).abs() < 1e-12);
        state.teams[0].relations[0].history.lost = Some(Round(3));
        state.teams[0].relations[0].phase = Phase::Exploration;
        assert!((relations_part(&state, &state.teams[0]) - (0.0 + 0.75 + 0.0) / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_found_bribe_costs_compliance_and_caps_the_total() {
        let mut state = buyer();
        let flat = Benchmarks::default();
        let clean = score(&state, TeamId(0), &flat);
        assert_eq!((clean.contribution, clean.equity, clean.compliance), (35.0 * 0.7, 30.0 * 0.7, 10.0));
        let sum = clean.contribution + clean.equity + clean.relations + clean.forecast_hygiene + clean.compliance;
        assert_eq!(clean.total, sum);
        state.teams[0].audit.breaches.push(Breach { customer: CustomerId(0), contact: ContactId(0), round: Round(1), found: false });
        assert_eq!(score(&state, TeamId(0), &flat).compliance, 5.0);
        state.teams[0].audit.bribe_found = true;
        state.teams[0].books.months.push(month(Some(1.0), 1.0));
        let found = score(&state, TeamId(0), &flat);
        assert_eq!((found.compliance, found.total), (0.0, 60.0));
    }
}
