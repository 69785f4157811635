//! What wants attention this month, most urgent first. Made from a view, so it cannot tell more than the view does.

pub use crate::advice::item::AgendaItem;

use crate::advice::contracts;
use crate::advice::idle::idle;
use crate::advice::questions::{About, Choice, questions};
use crate::advice::todo;
use crate::sim::cards::Action;
use crate::sim::company::tools;
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::state::tool::Integration;
use crate::sim::terms::Revealed;
use crate::sim::units::{NeedId, Role, Round};
use crate::sim::view::View;
use std::cmp::Reverse;

/// The strategy, the questions of the month, visitors nobody receives, an outgrown tool, overdue tasks, tickets by due day, roles with time to spare, tasks due, decisions due, goods that
/// are lacking, handovers, leads, customers without a next task, fairs that no question asks about, a search for customers, tenders, evaluations, news. What a card of the plan sees to
/// (fairs, bids, purchases, handovers, leads to qualify) is left out.
#[must_use]
pub fn agenda(view: &View) -> Vec<AgendaItem> {
    let mut items = with_planned(view, &[]);
    items.retain(|&item| !steps_back(item) || todo::planned(view, item).is_empty());
    items
}

/// Whether an item is settled for the month once the plan holds a card for it.
const fn steps_back(item: AgendaItem) -> bool {
    matches!(
        item,
        AgendaItem::Visitors(_)
            | AgendaItem::Outgrown
            | AgendaItem::Lacking(_)
            | AgendaItem::TakeUp(_)
            | AgendaItem::Handover(_)
            | AgendaItem::Lead(_)
            | AgendaItem::Exhibition
            | AgendaItem::Summit
            | AgendaItem::NoSearch
            | AgendaItem::Tender(_)
    )
}

/// The same with what the player's own cards see to, so that it can be taken back where it was planned. What the routine sees to
/// is left out. `settled`: questions that wait for no answer, as the player has said so or there is none to be given.
#[must_use]
pub fn with_planned(view: &View, settled: &[About]) -> Vec<AgendaItem> {
    let mut items = everything(view, settled);
    items.retain(|&item| {
        let planned = if steps_back(item) { todo::planned(view, item) } else { Vec::new() };
        planned.is_empty() || planned.iter().any(|card| !card.filled_in)
    });
    items
}

fn everything(view: &View, settled: &[About]) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    if view.over {
        return items;
    }
    // it can be filed this month only, and the levels it sets fill the plan
    if view.round <= Round(1) && view.strategy.is_none() {
        items.push(AgendaItem::Strategy);
    }
    let asked = questions(view);
    items.extend(asked.iter().map(|question| AgendaItem::Question(question.about)));
    if view.visitors > 0 {
        items.push(AgendaItem::Visitors(view.visitors));
    }
    if tools::matter(&view.guide.rules.tools) && view.tools.integration == Integration::None {
        items.push(AgendaItem::Outgrown);
    }
    let open_tasks = || view.tasks.iter().filter(|t| t.done.is_none());

    let mut overdue: Vec<_> = open_tasks().filter(|t| t.overdue).map(|t| (t.due, t.id)).collect();
    overdue.sort_unstable();
    items.extend(overdue.into_iter().map(|(_, id)| AgendaItem::Overdue(id)));

    let mut tickets: Vec<_> = view.tickets.iter().map(|t| (t.due_day, Reverse(t.severity), t.id)).collect();
    tickets.sort_unstable();
    items.extend(tickets.into_iter().map(|(.., id)| AgendaItem::Ticket(id)));

    items.extend(view.guide.roles().iter().filter_map(|&role| idle(view, &asked, settled, role)).map(|idle| AgendaItem::Idle(idle.role)));
    items.extend(open_tasks().filter(|t| t.due == view.round).map(|t| AgendaItem::Due(t.id)));

    let soon = view.round.plus(1);
    let mut deals: Vec<_> = view.deals.iter().filter(|d| d.open() && d.due <= soon).map(|d| (d.due, Reverse(d.value), d.id)).collect();
    deals.sort_unstable();
    items.extend(deals.into_iter().map(|(.., id)| AgendaItem::Deal(id)));

    // once a renewal is an open deal among those above, that says it
    let told = |ending: &contracts::Ending| ending.renewal.and_then(|id| view.deal(id)).is_some_and(|deal| deal.due <= soon);
    items.extend(contracts::ending(view).into_iter().filter(|ending| !told(ending)).map(|ending| AgendaItem::ContractEnds(ending.customer)));
    items.extend(view.lacking().into_iter().map(|(product, _)| AgendaItem::Lacking(product)));

    let here = || view.customers.iter().filter(|c| c.in_our_hands());
    items.extend(view.deals.iter().filter(|d| d.open() && waits(view, d)).map(|d| AgendaItem::TakeUp(d.id)));
    items.extend(here().filter(|c| c.needs_handover).map(|c| AgendaItem::Handover(c.id)));
    items.extend(here().filter(|c| !c.qualified).map(|c| AgendaItem::Lead(c.id)));
    items.extend(here().filter(|c| todo::untended(view, c)).map(|c| AgendaItem::NoTask(c.id)));

    // where it answers a question of the month, it is weighed there
    let weighed = asked.iter().flat_map(|question| &question.answers).any(|answer| answer.choice == Choice::Exhibition);
    if view.exhibition && !weighed {
        items.push(AgendaItem::Exhibition);
    }
    if view.summit {
        items.push(AgendaItem::Summit);
    }
    // by other ways than the search that this would be
    let looks = |a: &Action| matches!(a, Action::Exhibition(_) | Action::Summit(_) | Action::Reception(_));
    let strangers = view.customers.len() < usize::from(view.customers_in_market);
    if strangers && !planned(view, looks) && asked.iter().all(|question| question.about != About::Looking) {
        items.push(AgendaItem::NoSearch);
    }
    items.extend(view.tenders.iter().filter(|t| t.need.due == view.round && wants_bid(view, t.need.id)).map(|t| AgendaItem::Tender(t.need.id)));
    items.extend(view.customers.iter().filter(|c| unplaced(view, c)).map(|c| AgendaItem::Evaluate(c.id)));
    items.extend(view.news.iter().map(|n| AgendaItem::News(n.event)));
    items
}

/// A tender for which this team has handed in no bid.
fn wants_bid(view: &View, id: NeedId) -> bool {
    view.tender(id).is_some_and(|t| t.need.quote.is_none())
}

/// A need that service brought home, and that nobody has worked on or given to somebody as a task.
fn waits(view: &View, deal: &DealView) -> bool {
    let manager = view.guide.acting(Role::AccountManager);
    let assigned =
        view.tasks.iter().any(|t| t.customer == deal.id.customer && t.done.is_none() && t.role == manager && t.due >= view.round && t.made >= deal.seen);
    deal.how == Revealed::ProactiveCheck && deal.quote.is_none() && deal.support.iter().all(|s| *s == 0.0) && !assigned
}

fn planned(view: &View, is: impl Fn(&Action) -> bool) -> bool {
    view.plan.iter().any(|c| is(&c.card.action))
}

/// A named customer that has ordered since the team last placed it.
fn unplaced(view: &View, customer: &CustomerView) -> bool {
    let Some(ordered) = customer.last_order.filter(|round| *round > Round(0)) else { return false };
    customer.named && !view.evaluations.iter().any(|e| e.customer == customer.id && e.round > ordered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::planning::command::Command;
    use crate::sim::terms::TaskKind;
    use crate::sim::testing::{game, seat};
    use crate::sim::view::view;
    use crate::sim::{apply, resolve};

    fn items(state: &Game) -> Vec<AgendaItem> {
        agenda(&view(state, seat(0, Role::Developer)))
    }

    #[test]
    fn the_first_month_asks_for_leads_tasks_the_fair_and_the_strategy() {
        let mut state = game(1, 1);
        for role in Role::CORE {
            assert_eq!(apply(&mut state, seat(0, role), Command::Clear), Ok(()));
        }
        let place = |items: &[AgendaItem], is: fn(&AgendaItem) -> bool| items.iter().position(is);
        let before = items(&state);
        let lead = place(&before, |i| matches!(i, AgendaItem::Lead(_)));
        let task = place(&before, |i| matches!(i, AgendaItem::NoTask(_)));
        let fair = place(&before, |i| *i == AgendaItem::Question(About::Looking));
        let strategy = place(&before, |i| *i == AgendaItem::Strategy);
        assert!(strategy == Some(0) && fair == Some(1) && lead.is_some() && lead < task, "{before:?}");
        assert_eq!(apply(&mut state, seat(0, Role::Developer), Command::Refill), Ok(()));
        assert_eq!(apply(&mut state, seat(0, Role::Developer), Command::FillTasks), Ok(()));
        let after = items(&state);
        // whether to go to the fair is the player's to weigh
        assert!(after.contains(&AgendaItem::Question(About::Looking)) && !after.iter().any(|i| matches!(i, AgendaItem::NoTask(_))), "{after:?}");
    }

    #[test]
    fn a_fair_that_answers_a_question_is_told_there_alone() {
        let state = game(1, 1);
        let mut view = view(&state, seat(0, Role::Developer));
        let asked = |view: &View| questions(view).into_iter().flat_map(|question| question.answers).any(|answer| answer.choice == Choice::Exhibition);
        assert!(view.exhibition && asked(&view));
        assert!(!with_planned(&view, &[]).contains(&AgendaItem::Exhibition) && !agenda(&view).contains(&AgendaItem::Exhibition));
        // with no leads to weigh it against it is a matter of its own, and one click plans it
        view.customers.iter_mut().for_each(|customer| customer.qualified = true);
        assert!(!asked(&view) && agenda(&view).contains(&AgendaItem::Exhibition));
        view.plan.clear();
        let step = todo::step(&view, AgendaItem::Exhibition, &Role::CORE);
        assert!(matches!(&step, todo::Step::Add(offer) if matches!(offer.card.action, Action::Exhibition(_))), "{step:?}");
    }

    #[test]
    fn overdue_tasks_come_first() {
        let mut state = game(1, 1);
        let customer = view(&state, seat(0, Role::Developer)).customers[0].id;
        for due in [1, 2] {
            let task = Command::AddTask { customer, role: Role::AccountManager, kind: TaskKind::Call, due: Round(due) };
            assert_eq!(apply(&mut state, seat(0, Role::AccountManager), task), Ok(()));
        }
        for role in Role::CORE {
            assert_eq!(apply(&mut state, seat(0, role), Command::Clear), Ok(()));
        }
        resolve(&mut state);
        let found: Vec<AgendaItem> = items(&state).into_iter().filter(|i| !matches!(i, AgendaItem::Question(_))).collect();
        let (late, now) = (state.teams[0].management.tasks[0].id, state.teams[0].management.tasks[1].id);
        assert_eq!(found.first(), Some(&AgendaItem::Overdue(late)));
        assert!(found.contains(&AgendaItem::Due(now)));
    }

    #[test]
    fn somebody_should_look_for_customers_unless_that_is_asked_or_planned() {
        use crate::sim::cards::{self, Card};
        use crate::sim::testing::{ALPHA, bare, buyer};
        use crate::sim::units::Minutes;
        let mut state = bare(1);
        let missed = |state: &Game| items(state).contains(&AgendaItem::NoSearch);
        buyer(&mut state, ALPHA, 1).classification.qualified = true;
        assert!(missed(&state), "there are no leads to weigh it against");
        let mut asked = state.clone();
        asked.teams[0].relations[ALPHA.index()].classification.qualified = false;
        assert!(items(&asked).contains(&AgendaItem::Question(About::Looking)) && !missed(&asked));
        let search = Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(8) }), write_up: true };
        assert_eq!(apply(&mut state, seat(0, Role::Developer), Command::Add(search)), Ok(()));
        assert!(!missed(&state));
    }

    #[test]
    fn a_game_that_is_over_asks_for_nothing() {
        let mut state = game(2, 1);
        while !state.over() {
            resolve(&mut state);
        }
        assert!(items(&state).is_empty());
    }

    #[test]
    fn a_need_that_service_found_waits_for_the_account_manager() {
        use crate::sim::terms::Revealed;
        use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of};
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        let id = deal(&mut state, ALPHA, 2);
        let waits = |state: &Game| items(state).contains(&AgendaItem::TakeUp(id));
        assert!(!waits(&state), "it was open anyway");
        deal_of(&mut state, id).how = Revealed::ProactiveCheck;
        assert!(waits(&state));
        // once the leader has given it to somebody, or somebody has been there, it is out of the way
        let mut assigned = state.clone();
        let due = state.round;
        let task = Command::AddTask { customer: ALPHA, role: Role::AccountManager, kind: TaskKind::Call, due };
        assert_eq!(apply(&mut assigned, seat(0, Role::Service), task), Ok(()));
        assert!(!waits(&assigned));
        deal_of(&mut state, id).support[0] = 0.2;
        assert!(!waits(&state));
    }
}
