//! Whether a lost customer comes back (docs/model.md#win-back).

use crate::sim::journal::effect::Cause;
use crate::sim::maths::sigmoid;
use crate::sim::parameters::Rules;
use crate::sim::state::TicketState;
use crate::sim::turn::Turn;
use crate::sim::units::CustomerId;

/// What a win-back depends on.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// T as it is now, 0-100.
    pub trust: f64,
    /// What drove the customer away was made good.
    pub repaired: bool,
    /// Share of the last order.
    pub concession: f64,
}

/// p = sigma(`win_back`\[0\] + `win_back`\[1\] (T - `win_back_trust`) + `win_back`\[2\] if the cause is repaired +
/// `win_back`\[3\] if the concession is `win_back_concession` or more), 0-1.
#[must_use]
pub fn chance(rules: &Rules, of: &Case) -> f64 {
    let [base, trust, cause, conceded] = rules.lifecycle.win_back;
    let repaired = if of.repaired { cause } else { 0.0 };
    let offered = if of.concession >= rules.lifecycle.win_back_concession { conceded } else { 0.0 };
    sigmoid(base + trust * (of.trust - rules.lifecycle.win_back_trust) + repaired + offered)
}

impl Turn<'_> {
    /// What drove a lost customer away has been made good: nothing is held against the team, no ticket is open, and a
    /// salesperson who left has a successor it has met.
    pub(crate) fn repaired(&self, customer: CustomerId) -> bool {
        let relation = self.relation(customer);
        let waits = self.team.service_desk.tickets.open().iter().any(|t| t.id.customer == customer && t.state == TicketState::Open);
        let introduced = relation.history.lost_cause != Some(Cause::Resigned) || relation.ownership.trust_lost_by_resignation == 0.0;
        relation.service.grievance.is_none() && !waits && introduced
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::scenario::Severity;
    use crate::sim::terms::Phase;
    use crate::sim::testing::{ALPHA, bare, buyer, relation, ticket};

    #[test]
    fn a_win_back_is_easier_with_trust_repair_and_a_concession() {
        for (trust, repaired, concession, logit) in [
            (30.0, false, 0.0, -1.4),
            (50.0, false, 0.0, -0.8),
            (30.0, true, 0.0, -0.9),
            (30.0, false, 0.03, -1.1),
            (30.0, false, 0.029, -1.4),
            (10.0, true, 0.2, -1.2),
        ] {
            let found = chance(&Rules::default(), &Case { trust, repaired, concession });
            assert!((found - sigmoid(logit)).abs() < 1e-12, "{trust} {repaired} {concession}");
        }
    }

    #[test]
    fn a_loss_is_repaired_once_nothing_is_held_against_the_team() {
        type Prepare = fn(&mut Game);
        let cases: [(Prepare, bool); 5] = [
            (|_| {}, true),
            (|s| relation(s, ALPHA).service.grievance = Some(Cause::PromiseBroken), false),
            (|s| ticket(s, ALPHA, Severity::Minor, 1).day = 2, false),
            (|s| (relation(s, ALPHA).history.lost_cause, relation(s, ALPHA).ownership.trust_lost_by_resignation) = (Some(Cause::Resigned), 12.0), false),
            (|s| (relation(s, ALPHA).history.lost_cause, relation(s, ALPHA).ownership.trust_lost_by_resignation) = (Some(Cause::Resigned), 0.0), true),
        ];
        for (place, (prepare, repaired)) in cases.into_iter().enumerate() {
            let mut state = bare(1);
            buyer(&mut state, ALPHA, 1).phase = Phase::Lost;
            prepare(&mut state);
            assert_eq!(state.turn(0).repaired(ALPHA), repaired, "case {place}");
        }
    }
}
