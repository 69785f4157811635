//! What comes before a month's other work: somebody at the door, and the tool that holds what they say.

use super::desk::Desk;
use super::policy::{Integrate, Policy};
use crate::sim::cards::{self, Action};
use crate::sim::company::tools;
use crate::sim::planning::usual;
use crate::sim::state::tool::Integration;
use crate::sim::units::{Fen, Minutes};
use crate::sim::view::View;

pub(super) fn plan(desk: &mut Desk) {
    let rules = desk.rules();
    if buys(desk.policy, desk.view) {
        desk.add_apart(Action::BuyCrm(cards::BuyCrm), rules.tools.buy_hours.0, rules.tools.buy_cost);
    } else if desk.policy.integrate == Integrate::Build && wanted(desk.view) {
        let time = desk.left().min(rules.tools.build_hours.0) / 30 * 30;
        if time > 0 {
            desk.add(Action::BuildCrm(cards::BuildCrm { time: Minutes(time) }), time, Fen::ZERO);
        }
    }
    reception(desk);
}

fn reception(desk: &mut Desk) {
    let wanted = usual::reception(desk.rules(), desk.view.visitors).0;
    let time = wanted.min(desk.policy.reception * 60).min(desk.left()) / 30 * 30;
    if time > 0 {
        desk.add(Action::Reception(cards::Reception { time: Minutes(time) }), time, Fen::ZERO);
    }
}

/// Whether an integrated CRM would help and can still be had.
fn wanted(view: &View) -> bool {
    tools::matter(&view.guide.rules.tools) && view.tools.integration == Integration::None
}

/// Whether the team buys one this month; then the money is set apart before the roles share the rest.
pub(super) fn buys(policy: &Policy, view: &View) -> bool {
    let late = view.round.0 * 2 > view.rounds;
    let now = match policy.integrate {
        Integrate::Never | Integrate::Build => false,
        Integrate::Early => true,
        Integrate::Late => late,
    };
    now && wanted(view) && view.spendable >= view.guide.rules.tools.buy_cost
}
