//! Teams that leave the month as it opens: what a minute of clicking comes to, with and without an answer to its questions
//! (docs/model.md#facts, F41). They are players of that fact and none of the bots one can choose.

use super::answers;
use super::luck::BotLuck;
use super::play::{Refused, tell};
use crate::advice::questions::{Question, questions};
use crate::advice::{offer, strategy};
use crate::sim::cards::{self, Action, Card};
use crate::sim::game::Game;
use crate::sim::knowledge::DealView;
use crate::sim::planning::command::Command;
use crate::sim::planning::usual;
use crate::sim::terms::{Intent, QuoteTerms};
use crate::sim::units::{NeedId, Role, Round, Seat, TeamId};
use crate::sim::view::{View, view_now};
use std::cmp::Reverse;

/// What a team makes of the questions of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// Hands in every plan as it opened.
    Nothing,
    /// By what an answer may be expected to bring.
    Well,
    /// Whichever comes up.
    ByLuck,
}

/// Plays all roles of one team for the month being planned: the strategy that is proposed, the plan as it opened, the answers.
pub fn play_opened(state: &mut Game, team: TeamId, answering: Answering, refused: &mut Vec<Refused>) {
    let seat = |role| Seat { team, role };
    let look = |state: &Game| view_now(state, seat(Role::Developer));
    if state.round == Round(1) {
        let proposed = strategy::start(&look(state));
        tell(state, seat(Role::Developer), Command::Strategy(proposed), refused);
        for &role in state.scenario.clone().guide.roles() {
            // what the strategy asks for belongs into the plan of the first month, too
            tell(state, seat(role), Command::Refill, refused);
        }
    }
    if answering == Answering::Nothing {
        return;
    }
    let luck = state.luck.clone();
    let luck = BotLuck::new(&luck, team);
    let view = look(state);
    for (place, question) in questions(&view).iter().enumerate() {
        // an answer before this one may have taken the hours
        let view = look(state);
        let Some(now) = questions(&view).into_iter().find(|q| q.about == question.about) else { continue };
        let Some(choice) = choose(&view, &now, answering, &luck, place) else { continue };
        for card in now.answers[choice].cards.clone() {
            tell(state, seat(now.role), Command::Add(card), refused);
        }
    }
    unasked(state, team, &view, refused);
    if !questions(&view).iter().any(|q| q.role == Role::Service) {
        look_after(state, team, refused);
    }
}

/// Pursues deals that no question is about, the dearest first, with the hours that are left.
fn unasked(state: &mut Game, team: TeamId, opened: &View, refused: &mut Vec<Refused>) {
    let seat = Seat { team, role: Role::AccountManager };
    let asked: Vec<NeedId> = questions(opened).iter().flat_map(Question::deals).collect();
    let mut deals: Vec<&DealView> = opened.deals.iter().filter(|d| d.open() && d.quote.is_none() && !asked.contains(&d.id)).collect();
    deals.sort_by_key(|d| (Reverse(d.value), d.id));
    for deal in deals {
        let view = view_now(state, seat);
        let time = usual::pursuit(&view.guide.rules, deal.value).half_hours();
        let action = Action::Pursue(cards::Pursue { deal: deal.id, terms: QuoteTerms::default(), intent: Intent::Ask, time });
        let offer = offer::offer_by(&view, Card { action, write_up: true }, seat.role);
        let decisions = view.staff(seat.role).decisions < view.guide.rules.work.max_decisions;
        if offer.missing.is_empty() && decisions && offer.minutes <= view.free(seat.role) && offer.cost <= view.spendable {
            tell(state, seat, Command::Add(offer.card), refused);
        }
    }
}

/// Visits those buyers whom the routine visits not, where there is time for all of them.
fn look_after(state: &mut Game, team: TeamId, refused: &mut Vec<Refused>) {
    let seat = Seat { team, role: Role::Service };
    let view = view_now(state, seat);
    let visited = |id| view.plan.iter().any(|c| matches!(c.card.action, Action::Care(_)) && c.card.action.customers().contains(&id));
    let buyers: Vec<_> = view.customers.iter().filter(|c| c.is_buyer() && !visited(c.id)).map(|c| c.id).collect();
    let each = view.guide.rules.planning.care_hours[1];
    let most = usize::try_from(view.free(seat.role).0 / (each.0 + view.guide.rules.work.write_up.0)).unwrap_or(0);
    // money first goes into what is sold
    let paid = (view.spendable.0 / view.guide.rules.care.cost.0.max(1)).max(0);
    let visits: Vec<_> = buyers.into_iter().take(most.min(usize::try_from(paid).unwrap_or(0))).map(|id| (id, each)).collect();
    if !visits.is_empty() {
        tell(state, seat, Command::Add(Card { action: Action::Care(cards::Care { visits }), write_up: true }), refused);
    }
}

/// The place of an answer that is still possible.
fn choose(view: &View, question: &Question, answering: Answering, luck: &BotLuck, place: usize) -> Option<usize> {
    let possible: Vec<usize> = (0..question.answers.len()).filter(|&i| question.answers[i].possible()).collect();
    match answering {
        Answering::Nothing => None,
        Answering::Well => {
            let worth = |place: usize| answers::worth(view, &question.answers[place]);
            possible.into_iter().max_by(|&a, &b| worth(a).total_cmp(&worth(b)).then(b.cmp(&a)))
        }
        Answering::ByLuck => {
            let drawn = luck.answer(view.round, place);
            possible.get(((drawn * possible.len() as f64) as usize).min(possible.len().saturating_sub(1))).copied()
        }
    }
}
