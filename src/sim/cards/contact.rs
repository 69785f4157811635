//! Whom a planned card puts somebody of the team in touch with, from what the team knows.

use super::{Action, Card, Pursue};
use crate::sim::journal::report::InteractionKind;
use crate::sim::knowledge::Knowledge;
use crate::sim::units::{CustomerId, Minutes, NeedId, Role};

impl Card {
    /// Whether somebody will have been in touch with the customer once `role` has carried the card out, so that its tasks are done
    /// (docs/model.md#tasks). Work about a customer is no contact, nor is a visit or a pursuit that is too short for one. That the card
    /// can be played is taken for granted, and whose tickets a queue comes to it does not say.
    #[must_use]
    pub fn is_contact(&self, known: &Knowledge, role: Role, customer: CustomerId) -> bool {
        let kind = match &self.action {
            Action::Care(care) => {
                let rules = &known.guide.rules.care;
                return care.visits.iter().any(|&(id, time)| id == customer && InteractionKind::Care.is_contact_of(time, rules));
            }
            Action::Pursue(Pursue { deal, time, .. }) => return deal.customer == customer && self.comes_to_a_talk(known, role, *deal, *time),
            Action::PursueMany(many) => {
                return many.deals.iter().any(|&(deal, time)| deal.customer == customer && self.comes_to_a_talk(known, role, deal, time));
            }
            Action::Research(_) => InteractionKind::Research,
            Action::Qualify(_) => InteractionKind::Qualify,
            Action::AskReferral(_) => InteractionKind::Referral,
            Action::Call(_) => InteractionKind::Call,
            Action::Demo(_) => InteractionKind::Demo,
            Action::FreeCheck(_) => InteractionKind::FreeCheck,
            Action::Quote(_) => InteractionKind::Quote,
            Action::Decline(_) => InteractionKind::Decline,
            Action::Gift(_) => InteractionKind::Gift,
            Action::Rebate(_) => InteractionKind::Rebate,
            Action::Handover(_) => InteractionKind::Handover,
            Action::WinBack(_) => InteractionKind::WinBack,
            Action::Bid(_) => InteractionKind::Bid,
            Action::Check(_) => InteractionKind::Check,
            Action::Compensate(_) => InteractionKind::Compensation,
            Action::Survey(_) => InteractionKind::Survey,
            Action::Nurture(_) => InteractionKind::Nurture,
            Action::Design(_) => InteractionKind::Design,
            // they are for no customer by name, or settled in the office
            Action::Exhibition(_)
            | Action::Summit(_)
            | Action::Prospect(_)
            | Action::Campaign(_)
            | Action::Forecast(_)
            | Action::OwnForecast(_)
            | Action::Purchase(_)
            | Action::Queue(_)
            | Action::Article(_)
            | Action::Reception(_)
            | Action::BuyCrm(_)
            | Action::BuildCrm(_)
            | Action::Invest(_)
            | Action::Close(_)
            | Action::Hire(_)
            | Action::Train(_)
            | Action::GiveToPool(_)
            | Action::TakeFromPool(_) => return false,
        };
        kind.is_contact() && self.action.customers().contains(&customer)
    }

    /// Whether a pursuit has time for its first step: quote, demo or a talk, whichever is next (docs/model.md#pursuits).
    fn comes_to_a_talk(&self, known: &Knowledge, role: Role, deal: NeedId, time: Minutes) -> bool {
        let Some(deal) = known.deal(deal) else { return false };
        let (selling, work) = (&known.guide.rules.selling, &known.guide.rules.work);
        let first = match deal.stage {
            4.. if deal.quote.is_none() => selling.quote_hours,
            3 => selling.demo_hours,
            _ => selling.least_call,
        };
        let write_up = if self.write_up { work.write_up } else { Minutes::ZERO };
        self.action.counted(&known.guide, role, time) >= first + write_up
    }
}

#[cfg(test)]
mod tests {
    use crate::sim::cards::{self, Action, Card};
    use crate::sim::planning::command::Command;
    use crate::sim::terms::{Intent, QuoteTerms, TaskKind};
    use crate::sim::testing::{ALPHA, bare, buyer, deal, seat};
    use crate::sim::units::{Fen, Minutes, Role};
    use crate::sim::view::view_now;
    use crate::sim::{apply, resolve};

    /// Whatever the plan says of a task that a card sees to: at the end of the month it is so.
    #[test]
    fn a_card_is_a_contact_where_the_task_is_done_by_it() {
        let care = |minutes| Action::Care(cards::Care { visits: vec![(ALPHA, Minutes(minutes))] });
        let mut found = [0, 0];
        for stage in [1, 3, 4] {
            let mut start = bare(1);
            buyer(&mut start, ALPHA, 1);
            let id = deal(&mut start, ALPHA, stage);
            let pursue = |minutes| Action::Pursue(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes(minutes) });
            let only = vec![ALPHA];
            let others = [
                Action::Research(cards::Research { customers: only.clone() }),
                Action::Check(cards::Check { customers: only.clone() }),
                Action::Survey(cards::Survey { customers: only }),
                Action::Forecast(cards::Forecast),
                Action::OwnForecast(cards::OwnForecast { amount: Fen::ZERO }),
            ];
            let times = [30, 60, 90, 180, 480];
            for action in others.into_iter().chain(times.map(care)).chain(times.map(pursue)) {
                let mut state = start.clone();
                let role = Role::AccountManager;
                let task = Command::AddTask { customer: ALPHA, role, kind: TaskKind::Call, due: state.round };
                assert_eq!(apply(&mut state, seat(0, role), task), Ok(()));
                let told = format!("stage {stage}: {action:?}");
                let player = view_now(&state, seat(0, role)).guide.roles().iter().copied().find(|&r| action.belongs(&state.scenario.guide, r)).unwrap_or(role);
                assert_eq!(apply(&mut state, seat(0, player), Command::Add(Card { action, write_up: true })), Ok(()), "{told}");
                let view = view_now(&state, seat(0, role));
                let expected = view.plan[0].card.is_contact(&view, player, ALPHA);
                resolve(&mut state);
                let done = state.teams[0].management.tasks[0].done.is_some();
                assert_eq!(done, expected, "{told}");
                found[usize::from(done)] += 1;
            }
        }
        assert!(found.iter().all(|&count| count >= 6), "{found:?}");
    }
}
