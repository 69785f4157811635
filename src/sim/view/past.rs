//! The past as a seat may know it: without what customers keep to themselves while the game runs, all of it once it is over.

use crate::sim::game::Game;
use crate::sim::journal::effect::{Cause, Effect, Measure};
use crate::sim::journal::report::{Happened, Unseen};
use crate::sim::knowledge::{Answer, Past, PastRound};
use crate::sim::state::{Team, Ticket, TicketState};
use crate::sim::terms::Winner;

pub(super) fn past(game: &Game, team: &Team) -> Past {
    let (state, journal) = (&game.state, &game.journal.teams[team.id.index()]);
    let over = state.over();
    Past {
        months: team.books.months.clone(),
        ledger: team.books.ledger.entries().to_vec(),
        interactions: journal.interactions.clone(),
        answers: team.service_desk.tickets.iter().filter_map(|ticket| answer(ticket, state.scenario.guide.rules.work.days)).collect(),
        rounds: journal
            .past
            .iter()
            .map(|round| PastRound {
                happened: round.happened.iter().map(if over { as_revealed } else { as_seen }).collect(),
                effects: if over { round.effects.clone() } else { round.effects.iter().filter_map(as_felt).collect() },
            })
            .collect(),
    }
}

/// How long a customer waited whose ticket is solved; `days` a month has.
fn answer(ticket: &Ticket, days: u16) -> Option<Answer> {
    let TicketState::Solved { round, .. } = ticket.state else { return None };
    let later = round.since(ticket.id.born).saturating_mul(days).saturating_add(1);
    let waited = ticket.started.unwrap_or(later).saturating_sub(ticket.day);
    Some(Answer { ticket: ticket.id, solved: round, days: waited })
}

/// A change as a team may know it while the game runs. Nothing of what the customer keeps to itself, nor of a problem that
/// nobody has complained about; of satisfaction, which only surveys show, the direction and a rough size.
fn as_felt(effect: &Effect) -> Option<Effect> {
    match effect.measure {
        Measure::Expectation | Measure::Shock => None,
        _ if effect.cause == Cause::SilentFailure => None,
        Measure::Satisfaction => Some(Effect { from: 0.0, to: rough(effect.change()), ..*effect }),
        Measure::Trust | Measure::Commitment | Measure::Records | Measure::Negative | Measure::Bond | Measure::Reputation => Some(*effect),
    }
}

/// The next smaller of 0.5, 1, 2, 4, ... points, with the sign: enough to compare causes, too little to add up.
fn rough(change: f64) -> f64 {
    let mut step = 0.5;
    while step * 2.0 <= change.abs() {
        step *= 2.0;
    }
    if change < 0.0 { -step } else { step }
}

/// A chance as a team is told it: to a twentieth, near 0 and 1 to a hundredth.
fn about(chance: f64) -> f64 {
    let steps = if (0.05..=0.95).contains(&chance) { 20.0 } else { 100.0 };
    (chance * steps).round() / steps
}

/// What happened, once the game is over: all of it, but that a bid has the chance that the team was told of it.
fn as_revealed(happened: &Happened) -> Happened {
    let mut revealed = happened.clone();
    if let Happened::Won { chance, field, .. } | Happened::NotWon { chance, field, .. } = &mut revealed {
        *chance = about(*chance);
        field.iter_mut().for_each(|(_, chance)| *chance = about(*chance));
    }
    revealed
}

/// What happened, without the exact figures behind it: the quality of a delivery is for the debrief. Chances, those of a departure, too, are
/// rounded to a twentieth, near 0 and 1 to a hundredth, and the terms of a bid to quarters: enough to tell bad luck from bad work.
fn as_seen(happened: &Happened) -> Happened {
    let all = |field: Vec<(Winner, f64)>| field.into_iter().map(|(who, chance)| (who, about(chance))).collect::<Vec<_>>();
    match happened.clone() {
        Happened::Called { customer, contact, deal, advance, chance } => Happened::Called { customer, contact, deal, advance, chance: about(chance) },
        Happened::Won { deal, amount, utility, chance, unseen, strong, field } => {
            let (utility, unseen, field) = (utility.rough(), unseen.map(Unseen::told), all(field));
            Happened::Won { deal, amount, utility, chance: about(chance), unseen, strong, field }
        }
        Happened::NotWon { deal, winner, utility, chance, unseen, weak, room, advantage, field } => {
            let (utility, unseen, field) = (utility.rough(), unseen.map(Unseen::told), all(field));
            Happened::NotWon { deal, winner, utility, chance: about(chance), unseen, weak, room, advantage, field }
        }
        Happened::Delivered { deal, quality, expectation } if quality < expectation => Happened::Delivered { deal, quality: 0.0, expectation: 1.0 },
        Happened::Delivered { deal, .. } => Happened::Delivered { deal, quality: 1.0, expectation: 0.0 },
        Happened::Churned { customer, hazard, cause, rival, behind } => Happened::Churned { customer, hazard: about(hazard), cause, rival, behind },
        Happened::TenderWon { tender, order, amount, points } => Happened::TenderWon { tender, order, amount, points: points.rough() },
        Happened::TenderLost { tender, winner, price, points, best } => {
            Happened::TenderLost { tender, winner, price, points: points.rough(), best: best.rough() }
        }
        // told as it is; who adds a kind says here that nothing in it is the customer's own secret
        told @ (Happened::Met { .. }
        | Happened::NeedSeen { .. }
        | Happened::NothingFound { .. }
        | Happened::StageReached { .. }
        | Happened::Quoted { .. }
        | Happened::CardFailed { .. }
        | Happened::NotInvited { .. }
        | Happened::OrderWaits { .. }
        | Happened::SaleLost { .. }
        | Happened::DeliveredLate { .. }
        | Happened::Arrived { .. }
        | Happened::TicketSolved { .. }
        | Happened::TicketOpen { .. }
        | Happened::TicketDropped { .. }
        | Happened::CustomerLoss { .. }
        | Happened::Phase { .. }
        | Happened::WonBack { .. }
        | Happened::WinBackFailed { .. }
        | Happened::Surveyed { .. }
        | Happened::Resigned { .. }
        | Happened::BribeFound { .. }
        | Happened::ForecastFiled { .. }
        | Happened::ForecastChecked { .. }
        | Happened::Event { .. }
        | Happened::Visitors { .. }
        | Happened::ContractBegins { .. }
        | Happened::PromiseMissed { .. }
        | Happened::ToolOutgrown { .. }
        | Happened::Integrated
        | Happened::NotIntegrated
        | Happened::CampaignRan { .. }
        | Happened::Invested { .. }
        | Happened::Closed { .. }
        | Happened::SelfServed { .. }
        | Happened::GivenUp { .. }
        | Happened::Claimed { .. }
        | Happened::Hired { .. }
        | Happened::Trained { .. }) => told,
    }
}
