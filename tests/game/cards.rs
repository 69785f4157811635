//! The cards on the sheet and in the editor: what a pursuit holds already, the same hours for many, what was left half set.

use super::desk::{Table, table};
use bevy_egui::egui::Key;
use bevy_egui::egui::accesskit::Role as Node;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::advice::{many, offer};
use rapport::game::desk::{Draft, SheetTab};
use rapport::prose::{Prose, cards};
use rapport::sim::cards::{self as card, Action, Card, CardId};
use rapport::sim::terms::{Intent, QuoteTerms};
use rapport::sim::units::{Fen, Minutes, Role};
use rapport::sim::view::{PlanCardView, View};
use rapport::words::{Lang, tr, tr_with};
use std::sync::Arc;

fn view(desk: &Harness<'static, Table>) -> Arc<View> {
    Arc::clone(&desk.state().shown.view)
}

/// The hours of the card in the editor.
fn hours(desk: &Harness<'static, Table>) -> Option<Minutes> {
    desk.state().desk.draft.clone().and_then(|mut draft| draft.card.action.hours().copied())
}

fn more_hours(desk: &mut Harness<'static, Table>, lang: Lang) {
    desk.get_by_role_and_label(Node::SpinButton, &tr(lang, "editor-hours")).focus();
    desk.run_ok();
    desk.key_press(Key::ArrowUp);
    desk.run_ok();
}

#[test]
fn a_demo_or_quote_that_a_pursuit_holds_is_not_offered_as_new() {
    for lang in Lang::ALL {
        let mut desk = table(4, lang);
        let mut seen = view(&desk);
        let fits = |view: &View, id| offer::best_deal(view, id).is_some_and(|deal| deal.quote.is_none() && deal.due >= view.round && !deal.promised);
        let customer = seen.customers.iter().find(|c| fits(&seen, c.id)).expect("a deal without a quote").id;
        let deal = offer::best_deal(&seen, customer).expect("a deal").id;
        let time = seen.time_to_quote(seen.deal(deal).expect("seen")).expect("known") + Minutes::from_hours(2);
        let action = Action::Pursue(card::Pursue { deal, terms: QuoteTerms::default(), intent: Intent::Inform, time: time.half_hours() });
        let pursuit = PlanCardView {
            id: CardId(9_000),
            role: Role::AccountManager,
            card: Card { action, write_up: true },
            minutes: time,
            cost: Fen::ZERO,
            filled_in: false,
        };
        let changed = Arc::make_mut(&mut seen);
        changed.plan = vec![pursuit.clone()];
        desk.state_mut().shown.view = Arc::clone(&seen);
        desk.state_mut().shown.stamp += 100;
        desk.state_mut().desk.open(customer, Some(SheetTab::Act));
        desk.run_ok();
        let prose = Prose::new(&seen, lang);
        let name = |action: &Action| cards::name(&prose, action);
        let told = tr_with(lang, "offers-held", &[("card", name(&pursuit.card.action).into())]).into_owned();
        let held = offer::offers(&seen, customer).into_iter().find(|offer| many::held_by(&seen, &offer.card.action).is_some() && offer.missing.is_empty());
        let held = held.expect("talk, demo or quote");
        desk.get_by_label(&format!("{}: {told}", name(&held.card.action))).click();
        desk.run_ok();
        let draft = desk.state().desk.draft.clone();
        assert_eq!(draft.and_then(|draft| draft.changes), Some(pursuit.id), "{lang:?}: the pursuit is set");
        assert!(desk.state().desk.out.is_empty(), "nothing is planned twice");
    }
}

#[test]
fn many_deals_get_the_same_hours_at_once() {
    for lang in Lang::ALL {
        let mut desk = table(4, lang);
        let seen = view(&desk);
        let deals: Vec<_> = seen.deals.iter().filter(|d| d.open() && d.due >= seen.round).take(3).zip([1, 2, 4]).collect();
        assert!(deals.len() > 1, "{}", deals.len());
        let deals: Vec<_> = deals.into_iter().map(|(deal, hours)| (deal.id, Minutes::from_hours(hours))).collect();
        let action = Action::PursueMany(card::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask });
        desk.state_mut().desk.draft = Some(Draft { role: Role::AccountManager, card: Card { action, write_up: true }, changes: None });
        desk.run_ok();
        desk.get_by_role_and_label(Node::SpinButton, &tr(lang, "editor-same-hours")).focus();
        desk.run_ok();
        desk.key_press(Key::ArrowUp);
        desk.run_ok();
        let Some(Draft { card: Card { action: Action::PursueMany(many), .. }, .. }) = desk.state().desk.draft.clone() else { panic!("closed") };
        let times: Vec<Minutes> = many.deals.iter().map(|(_, time)| *time).collect();
        assert_eq!(times, vec![Minutes(90); times.len()], "half an hour more than the first, for all");
    }
}

#[test]
fn a_card_left_half_set_is_as_it_was_left_when_it_is_opened_again() {
    for lang in Lang::ALL {
        let mut desk = table(4, lang);
        let seen = view(&desk);
        let calls = seen.customers.iter().flat_map(|c| offer::offers(&seen, c.id)).filter(|o| matches!(o.card.action, Action::Call(_)));
        let calls: Vec<Draft> = calls.take(2).map(|offer| Draft { role: offer.role, card: offer.card, changes: None }).collect();
        let open = |desk: &mut Harness<'static, Table>, draft: &Draft| {
            desk.state_mut().desk.set_up(draft.clone());
            desk.run_ok();
        };
        let back = |desk: &Harness<'static, Table>| desk.query_by_label(&tr(lang, "editor-left")).is_some();
        open(&mut desk, &calls[0]);
        let fresh = hours(&desk).expect("a call has hours");
        more_hours(&mut desk, lang);
        let set = hours(&desk);
        assert!(set > Some(fresh) && !back(&desk));
        // another card, and another customer's sheet
        open(&mut desk, &calls[1]);
        let other = seen.customers[0].id;
        desk.state_mut().desk.open(other, None);
        desk.run_ok();
        open(&mut desk, &calls[0]);
        assert_eq!((hours(&desk), back(&desk)), (set, true), "{lang:?}");
        // Escape closes it and drops nothing
        desk.state_mut().desk.close_nearest();
        desk.run_ok();
        open(&mut desk, &calls[0]);
        assert_eq!((hours(&desk), back(&desk)), (set, true));
        desk.get_by_label(&tr(lang, "editor-afresh")).click();
        desk.run_ok();
        assert_eq!((hours(&desk), back(&desk)), (Some(fresh), false));
        // what is cancelled is gone
        more_hours(&mut desk, lang);
        desk.get_by_label(&tr(lang, "desk-cancel")).click();
        desk.run_ok();
        open(&mut desk, &calls[0]);
        assert_eq!((hours(&desk), back(&desk)), (Some(fresh), false));
    }
}

#[test]
fn the_goods_to_choose_from_have_their_prices() {
    for lang in Lang::ALL {
        let mut desk = table(4, lang);
        let seen = view(&desk);
        let deal = seen.deals.iter().find(|d| d.open() && !d.suggested.is_empty()).expect("a deal");
        let first = deal.suggested[0];
        let terms = QuoteTerms { lines: vec![first], ..QuoteTerms::default() };
        let action = Action::Quote(card::Quote { deal: deal.id, terms });
        desk.state_mut().desk.draft = Some(Draft { role: Role::AccountManager, card: Card { action, write_up: true }, changes: None });
        desk.run_ok();
        let prose = Prose::new(&seen, lang);
        let name = prose.product(first.product);
        desk.get_by_role_and_label(Node::ComboBox, &tr(lang, "quote-product")).click();
        desk.run_ok();
        let told = format!("{name} · {}", prose.money(first.price));
        assert!(desk.query_by_label(&told).is_some(), "{told}");
    }
}
