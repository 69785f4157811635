//! What a plan cannot keep, said before it is handed in: quotes that no time is left for, goods that will not be there in time.

use super::wording::Prose;
use crate::advice::many;
use crate::advice::promised::{self, Late};
use crate::sim::cards::{self as card, Action, Card, CardId};
use crate::sim::units::{CustomerId, Minutes, NeedId, Role};
use crate::sim::view::PlanCardView;

/// Customers that are named, at most.
const NAMED: usize = 4;

/// What the plan as it lies there cannot keep, a sentence each; nothing where it keeps everything.
#[must_use]
pub fn of_plan(prose: &Prose) -> Vec<String> {
    let plan: Vec<(Role, &Card)> = prose.view.plan.iter().map(|planned| (planned.role, &planned.card)).collect();
    let late = promised::late(prose.view, &plan);
    let short = prose.view.plan.iter().filter_map(|planned| too_short(prose, &planned.card, planned.role));
    short.chain(late.iter().map(|late| of_goods(prose, late))).collect()
}

/// What a card of the plan is about that it cannot keep.
#[must_use]
pub fn of_planned(prose: &Prose, planned: &PlanCardView) -> Vec<String> {
    of_card(prose, &planned.card, planned.role, Some(planned.id))
}

/// The same of a card that is being set; `changes`: in place of that one of the plan.
#[must_use]
pub fn of_card(prose: &Prose, card: &Card, role: Role, changes: Option<CardId>) -> Vec<String> {
    let quotes = matches!(card.action, Action::Quote(_) | Action::Pursue(_) | Action::PursueMany(_));
    if !quotes {
        return Vec::new();
    }
    let others = prose.view.plan.iter().filter(|planned| Some(planned.id) != changes).map(|planned| (planned.role, &planned.card));
    let plan: Vec<(Role, &Card)> = std::iter::once((role, card)).chain(others).collect();
    let mine = deals_of(&card.action);
    let late = promised::late(prose.view, &plan).into_iter().filter(|late| late.deals.iter().any(|id| mine.contains(id)));
    too_short(prose, card, role).into_iter().chain(late.map(|late| of_goods(prose, &late))).collect()
}

fn deals_of(action: &Action) -> Vec<NeedId> {
    match action {
        Action::Quote(card::Quote { deal, .. }) | Action::Pursue(card::Pursue { deal, .. }) => vec![*deal],
        Action::PursueMany(card::PursueMany { deals, .. }) => deals.iter().map(|(id, _)| *id).collect(),
        _ => Vec::new(),
    }
}

/// Deals that are decided before the hours of their card suffice for a quote.
fn too_short(prose: &Prose, card: &Card, role: Role) -> Option<String> {
    let hours = match &card.action {
        Action::Pursue(card::Pursue { deal, time, .. }) => vec![(*deal, *time)],
        Action::PursueMany(card::PursueMany { deals, .. }) => deals.clone(),
        _ => return None,
    };
    let short = many::too_short(prose.view, &hours, card.action.share_of(&prose.view.guide, role));
    let most = short.iter().map(|(_, needed)| *needed).max()?;
    let least = hours.iter().filter(|(id, _)| short.iter().any(|(other, _)| other == id)).map(|(_, time)| *time).max().unwrap_or(Minutes::ZERO);
    let args = [
        ("count", short.len().into()),
        ("hours", prose.hours(least).into()),
        ("needed", prose.hours(most).into()),
        ("customers", customers(prose, short.iter().map(|(id, _)| *id)).into()),
    ];
    Some(prose.say_with("check-too-short", &args))
}

fn of_goods(prose: &Prose, late: &Late) -> String {
    let key = match (late.comes > late.promised, late.express) {
        (false, _) => "check-goods-now",
        (true, true) => "check-goods-express",
        (true, false) => "check-goods-late",
    };
    let args = [
        ("goods", prose.pieces(late.product, late.pieces).into()),
        ("count", late.deals.len().into()),
        ("customers", customers(prose, late.deals.iter().copied()).into()),
        ("month", prose.month_name(late.promised).into()),
        ("comes", prose.month_name(late.comes).into()),
    ];
    prose.say_with(key, &args)
}

fn customers(prose: &Prose, deals: impl Iterator<Item = NeedId>) -> String {
    let mut ids: Vec<CustomerId> = deals.map(|id| id.customer).collect();
    ids.dedup();
    prose.some(&ids, NAMED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::apply;
    use crate::sim::planning::command::Command;
    use crate::sim::scenario::{Short, Supply};
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, HERO, bare, deal, guide_of, lead, quoted, seat};
    use crate::sim::view::view_now;
    use crate::words::Lang;

    #[test]
    fn goods_that_will_not_be_there_and_hours_that_do_not_reach_are_told_before_the_plan_is_handed_in() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        lead(&mut state, HERO);
        quoted(&mut state, ALPHA);
        let open = deal(&mut state, HERO, 2);
        let told = |state: &crate::sim::game::Game, lang| {
            let view = view_now(state, seat(0, Role::AccountManager));
            of_plan(&Prose::new(&view, lang))
        };
        assert!(told(&state, Lang::En).is_empty());
        guide_of(&mut state).supply = Supply::Stock(Short::Late);
        let pursuit = card::Pursue { deal: open, terms: QuoteTerms::default(), intent: Intent::Ask, time: Minutes::from_hours(1) };
        let plan = Card { action: pursuit.into(), write_up: true };
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(plan)), Ok(()));
        let view = view_now(&state, seat(0, Role::AccountManager));
        let month = |lang| Prose::new(&view, lang).month_name(view.round);
        for lang in Lang::ALL {
            let lines = told(&state, lang);
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines[0].contains(&Prose::new(&view, lang).hours(Minutes::from_hours(1))), "{lines:?}");
            assert!(lines[1].contains("20") && lines[1].contains(&month(lang)), "{lines:?}");
        }
        // each card is told its own
        let planned = view.plan.iter().find(|planned| matches!(planned.card.action, Action::Pursue(_))).expect("planned");
        assert_eq!(of_planned(&Prose::new(&view, Lang::En), planned).len(), 1);
    }
}
