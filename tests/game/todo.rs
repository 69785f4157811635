//! What the sheet says of an item that nothing can be planned for.

use crate::desk::game;
use crate::sheet::{at_desk, click, set_tasks, told, view};
use egui_kittest::kittest::Queryable;
use rapport::advice::agenda::AgendaItem;
use rapport::advice::todo::{self, Step};
use rapport::prose::{Prose, agenda};
use rapport::sim::units::Role;
use rapport::words::Lang;
use std::sync::Arc;

#[test]
fn why_nothing_can_be_planned_stands_where_it_belongs_and_as_long_as_it_holds() {
    let mut room = game(4);
    set_tasks(&mut room);
    let mut desk = at_desk(&mut room, Lang::En);
    // nobody has an hour left
    let free = view(&desk);
    let mut full = (*free).clone();
    full.staff.iter_mut().for_each(|staff| staff.planned = staff.hours);
    let full = Arc::new(full);
    let shown = &mut desk.state_mut().shown;
    (shown.view, shown.stamp) = (Arc::clone(&full), shown.stamp + 1);
    desk.run_ok();
    let is_blocked = |item: AgendaItem| matches!(todo::step(&full, item, &Role::CORE), Step::Blocked(Some(_), _));
    let item = told(&desk).iter().map(|entry| entry.item).find(|item| matches!(item, AgendaItem::Due(_)) && is_blocked(*item)).expect("a task");
    let customer = todo::item_customer(&full, item).expect("a task is for a customer");
    let [english, chinese] = Lang::ALL.map(|lang| agenda::blocked(&Prose::new(&full, lang), item, &Role::CORE).expect("a reason"));

    click(&mut desk, item);
    assert_eq!((desk.state().desk.selected, desk.state().desk.hindrance), (Some(customer), Some(item)));
    assert!(desk.query_by_label_contains(&english).is_some(), "{english}");
    // it is told in the language of the reader
    desk.state_mut().lang = Lang::Zh;
    desk.run_ok();
    assert!(desk.query_by_label_contains(&english).is_none());
    assert!(desk.query_by_label_contains(&chinese).is_some(), "{chinese}");
    desk.state_mut().lang = Lang::En;
    // neither the office nor another customer's sheet tells it
    let other = full.customers.iter().find(|c| c.id != customer).expect("another").id;
    for selected in [None, Some(other)] {
        desk.state_mut().desk.selected = selected;
        desk.run_ok();
        assert!(desk.query_by_label_contains(&english).is_none(), "{selected:?}");
    }
    desk.state_mut().desk.selected = Some(customer);
    desk.run_ok();
    assert!(desk.query_by_label_contains(&english).is_some());
    // once there are hours again it no longer holds
    let shown = &mut desk.state_mut().shown;
    (shown.view, shown.stamp) = (free, shown.stamp + 1);
    desk.run_ok();
    assert!(desk.query_by_label_contains(&english).is_none());
    // and whoever goes to the office has left it behind
    assert_eq!(desk.state().desk.hindrance, Some(item));
    desk.state_mut().desk.show_office();
    assert_eq!(desk.state().desk.hindrance, None);
}
