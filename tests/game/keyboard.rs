//! The desk by keyboard: the order of its parts, the keys that lead to them, what is scrolled into sight, what Escape closes, and
//! what no key moves.

use crate::desk::{Table, shown, table, table_at};
use bevy_egui::egui::{Event, Key, Modifiers, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::game::board::places::Plan;
use rapport::game::desk::state::{Part, QueryForm};
use rapport::game::desk::{Dialog, Draft, Request, SheetTab, Tab};
use rapport::prose::{Prose, checks};
use rapport::room::Refusal;
use rapport::sim::notes::Query;
use rapport::sim::terms::Reject;
use rapport::words::{Lang, tr};

type Desk = Harness<'static, Table>;

fn press(desk: &mut Desk, key: Key) {
    desk.key_press(key);
    desk.run_ok();
}

/// Where the widget with the keyboard is, and what of it is in sight.
fn focused(desk: &Desk) -> Option<(Rect, Rect)> {
    let id = desk.ctx.memory(|memory| memory.focused())?;
    desk.ctx.read_response(id).map(|response| (response.rect, response.interact_rect))
}

/// Goes through all of the desk with Tab, once; the parts in the order in which they were come to.
fn walk(desk: &mut Desk) -> Vec<Option<Part>> {
    let mut order: Vec<Option<Part>> = Vec::new();
    let mut first = None;
    for step in 0..400 {
        press(desk, Key::Tab);
        let id = desk.ctx.memory(|memory| memory.focused());
        if first.is_none() {
            first = id;
        } else if id == first && step > 0 {
            return order;
        }
        let Some((rect, visible)) = focused(desk) else { continue };
        // as much as the part that rolls can show of it
        let enough = visible.height() >= (rect.height() - 1.0).min(40.0) && visible.width() >= (rect.width() - 1.0).min(80.0);
        assert!(enough, "at step {step} the keyboard is on what is not in sight: {rect:?}, {visible:?}");
        if order.last() != Some(&desk.state().desk.at) {
            order.push(desk.state().desk.at);
        }
    }
    panic!("Tab never comes back to where it began: {order:?}");
}

#[test]
fn tab_goes_through_agenda_work_sheet_plan_and_top_bar_and_all_it_comes_to_is_seen() {
    let order = [Some(Part::Agenda), Some(Part::Work), Some(Part::Sheet), Some(Part::Plan), None];
    for (size, text) in [(vec2(1280.0, 720.0), 100), (vec2(960.0, 600.0), 100), (vec2(1280.0, 720.0), 160)] {
        for lang in Lang::ALL {
            let mut desk = table_at(size, text, shown(3), lang);
            let customer = desk.state().shown.view.customers[0].id;
            desk.state_mut().desk.open(customer, Some(SheetTab::Profile));
            desk.run_ok();
            assert_eq!(walk(&mut desk), order, "{size:?} at {text} %");
        }
    }
}

#[test]
fn each_part_has_a_key_and_f6_goes_round() {
    for size in [vec2(1280.0, 720.0), vec2(960.0, 600.0)] {
        let mut desk = table_at(size, 100, shown(3), Lang::En);
        for (key, part) in [(Key::S, Part::Plan), (Key::A, Part::Agenda), (Key::D, Part::Sheet), (Key::W, Part::Work), (Key::A, Part::Agenda)] {
            press(&mut desk, key);
            assert_eq!(desk.state().desk.at, Some(part), "{key:?}");
            let (rect, visible) = focused(&desk).expect("something has the keyboard");
            assert!(visible.area() > 0.9 * rect.area(), "{key:?}: {rect:?} {visible:?}");
        }
        for part in [Part::Work, Part::Sheet, Part::Plan, Part::Agenda] {
            press(&mut desk, Key::F6);
            assert_eq!(desk.state().desk.at, Some(part));
        }
        for part in [Part::Plan, Part::Sheet, Part::Work, Part::Agenda] {
            desk.key_press_modifiers(Modifiers::SHIFT, Key::F6);
            desk.run_ok();
            assert_eq!(desk.state().desk.at, Some(part));
        }
    }
}

#[test]
fn no_key_moves_anything_behind_a_dialog() {
    let mut desk = table(3, Lang::En);
    let steps = 2;
    desk.state_mut().desk.undo_steps = steps;
    for dialog in [Dialog::Help, Dialog::Summary, Dialog::Levels] {
        desk.state_mut().desk.dialog = Some(dialog.clone());
        desk.run_ok();
        let keys =
            [Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp, Key::Num3, Key::P, Key::A, Key::W, Key::D, Key::S, Key::F6, Key::Tab, Key::Delete];
        for key in keys {
            press(&mut desk, key);
            let state = &desk.state().desk;
            assert!(state.dialog.is_some(), "{key:?}");
            assert_eq!((state.tab, state.selected, state.board.plan), (Tab::Board, None, Plan::Lanes), "{key:?} in {dialog:?}");
            assert!(state.out.is_empty() && state.at.is_none() || state.goes_to.is_none(), "{key:?}");
        }
        for key in [Key::Z, Key::Enter] {
            desk.key_press_modifiers(Modifiers::COMMAND, key);
            desk.run_ok();
            let asked = &desk.state().desk.out;
            assert!(!asked.contains(&Request::Submit) && !asked.contains(&Request::Undo), "{key:?}");
        }
        desk.state_mut().desk.dialog = None;
        desk.run_ok();
    }
}

#[test]
fn the_keyboard_goes_nowhere_but_into_the_dialog() {
    let mut desk = table(3, Lang::En);
    desk.state_mut().desk.dialog = Some(Dialog::Levels);
    desk.run_ok();
    let modal = desk.ctx.memory(|memory| memory.top_modal_layer()).expect("a dialog");
    for _ in 0..12 {
        press(&mut desk, Key::Tab);
        if let Some(id) = desk.ctx.memory(|memory| memory.focused()) {
            assert_eq!(desk.ctx.read_response(id).expect("a widget").layer_id, modal);
        }
    }
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut desk = table_at(vec2(960.0, 600.0), 100, shown(3), Lang::En);
    let view = desk.state().shown.view.clone();
    let customer = view.customers[0].id;
    let offer = rapport::advice::offer::offers(&view, customer).into_iter().next().expect("an offer");
    let state = desk.state_mut();
    state.desk.open(customer, Some(SheetTab::Profile));
    state.desk.set_up(Draft { role: offer.role, card: offer.card, changes: None });
    state.desk.refuse(Refusal::Rules(Reject::NotEnoughHours));
    state.desk.dialog = Some(Dialog::Help);
    desk.run_ok();
    let open = |desk: &Desk| {
        let state = &desk.state().desk;
        [state.dialog.is_some(), state.draft.is_some(), state.notice.is_some(), state.fold.open, state.selected.is_some()]
    };
    assert_eq!(open(&desk), [true; 5]);
    for closed in 1..=5 {
        press(&mut desk, Key::Escape);
        let expected: Vec<bool> = (0..5).map(|place| place >= closed).collect();
        assert_eq!(open(&desk).to_vec(), expected, "after {closed}");
    }
    // an open list goes before everything else
    let mut desk = table(3, Lang::En);
    desk.state_mut().desk.open(customer, Some(SheetTab::Log));
    desk.state_mut().desk.tab = Tab::Customers;
    desk.run_ok();
    desk.get_all_by_role(bevy_egui::egui::accesskit::Role::ComboBox).next().expect("the list of queries").click();
    desk.run_ok();
    assert!(bevy_egui::egui::Popup::is_any_open(&desk.ctx));
    press(&mut desk, Key::Escape);
    assert!(!bevy_egui::egui::Popup::is_any_open(&desk.ctx) && desk.state().desk.selected.is_some());
    press(&mut desk, Key::Escape);
    assert!(desk.state().desk.selected.is_none());
}

#[test]
fn no_shortcut_is_heard_while_something_is_written() {
    let mut desk = table(3, Lang::En);
    desk.state_mut().desk.tab = Tab::Customers;
    desk.state_mut().desk.undo_steps = 1;
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "customers-search")).focus();
    desk.run_ok();
    for (key, text) in [(Key::Num1, "1"), (Key::P, "p"), (Key::A, "a"), (Key::W, "w"), (Key::S, "s"), (Key::D, "d")] {
        desk.key_press(key);
        desk.event(Event::Text(text.to_owned()));
        desk.run_ok();
        assert!(desk.state().desk.tab == Tab::Customers && desk.state().desk.board.plan == Plan::Lanes, "{text}");
        assert!(desk.ctx.text_edit_focused(), "{text}");
    }
    assert_eq!(desk.state().desk.customers.list.text, "1pawsd");
    for key in [Key::Z, Key::Enter] {
        desk.key_press_modifiers(Modifiers::COMMAND, key);
        desk.run_ok();
    }
    assert!(desk.state().desk.out.is_empty());
    // Escape stops the writing and nothing more, also in a dialog
    press(&mut desk, Key::Escape);
    assert!(!desk.ctx.text_edit_focused());
    desk.state_mut().desk.dialog = Some(Dialog::Query(QueryForm { id: None, name: String::new(), query: Query(Vec::new()) }));
    desk.run_ok();
    desk.get_all_by_role(bevy_egui::egui::accesskit::Role::TextInput).last().expect("a field for the name").focus();
    desk.run_ok();
    press(&mut desk, Key::Escape);
    assert!(desk.state().desk.dialog.is_some());
    press(&mut desk, Key::Escape);
    assert!(desk.state().desk.dialog.is_none());
}

#[test]
fn a_change_is_taken_back_by_key_and_by_button_and_only_where_there_is_one() {
    for lang in Lang::ALL {
        let mut desk = table(3, lang);
        desk.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        desk.run_ok();
        desk.get_by_label(&tr(lang, "plan-undo-nothing")).click();
        desk.run_ok();
        assert!(desk.state().desk.out.is_empty());
        desk.state_mut().desk.undo_steps = 1;
        desk.run_ok();
        desk.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        desk.run_ok();
        desk.get_by_label(&tr(lang, "plan-undo")).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.out, [Request::Undo, Request::Undo]);
    }
}

#[test]
fn tabs_without_room_stand_in_a_menu_and_the_chosen_one_is_always_seen() {
    let mut desk = table_at(vec2(960.0, 600.0), 160, shown(3), Lang::En);
    let finance = tr(Lang::En, "tab-finance");
    assert!(desk.query_by_label(&finance).is_none(), "there is room for all");
    let more = format!("{} · ", tr(Lang::En, "tabs-more"));
    desk.get_all_by_label_contains(&more).next().expect("the menu").click();
    desk.run_ok();
    desk.get_by_label(&finance).click();
    desk.run_ok();
    assert_eq!(desk.state().desk.tab, Tab::Finance);
    let (agenda, chosen) = (210.0, desk.get_by_label(&finance).rect());
    assert!(chosen.left() > agenda && chosen.right() < 960.0);
}

#[test]
fn every_role_has_its_row_and_each_month_starts_at_its_beginning() {
    for (size, text) in [(vec2(960.0, 600.0), 100), (vec2(1280.0, 720.0), 160)] {
        let mut desk = table_at(size, text, shown(3), Lang::En);
        let view = desk.state().shown.view.clone();
        let prose = rapport::prose::Prose::new(&view, Lang::En);
        for &role in view.guide.roles() {
            let name = format!("{}: ", prose.role(role));
            let row = desk.get_by_role_and_label_contains(&name);
            assert!(row.bottom() <= size.y && row.top() > size.y * 0.6, "{name}: {row:?}");
        }
        let first = view.plan.iter().filter(|card| card.role == view.plan[0].role).min_by_key(|card| card.id).expect("a card");
        let name = rapport::prose::cards::planned(&prose, &first.card);
        let left = |desk: &Desk| desk.get_all_by_label(&name).next().map(|node| node.rect().left());
        let before = left(&desk);
        let more = rapport::words::tr_with(Lang::En, "plan-on", &[("role", prose.role(view.plan[0].role).into())]).into_owned();
        if desk.query_by_label(&more).is_some() {
            desk.get_by_label(&more).click();
            desk.run_ok();
            assert_ne!(left(&desk), before, "the row has not moved");
            let mut next = (*view).clone();
            next.round.0 += 1;
            desk.state_mut().shown.view = std::sync::Arc::new(next);
            desk.run_ok();
            assert_eq!(left(&desk), before, "the month does not start at its beginning");
        }
    }
}

trait Rows {
    fn get_by_role_and_label_contains(&self, label: &str) -> Rect;
}

impl Rows for Desk {
    /// The hours of a role.
    fn get_by_role_and_label_contains(&self, label: &str) -> Rect {
        let rows = self.get_all_by_role(bevy_egui::egui::accesskit::Role::ProgressIndicator);
        let row = rows.into_iter().find(|node| egui_kittest::kittest::NodeT::accesskit_node(node).label().is_some_and(|name| name.starts_with(label)));
        row.unwrap_or_else(|| panic!("no row for {label}")).rect()
    }
}

#[test]
fn every_tab_page_and_column_head_explains_itself() {
    use rapport::game::desk::state::{CustomersPage, FinancePage, FunnelPage, ServicePage, ValuePage};
    type Open = fn(&mut rapport::game::desk::Desk);
    let pages: [(Open, &[&str]); 8] = [
        (|_| {}, &["tab-board", "tab-customers", "tab-funnel", "tab-value", "tab-service", "tab-team", "tab-finance", "board-lanes", "board-pyramid"]),
        (
            |desk| desk.tab = Tab::Customers,
            &["customers-list", "customers-work", "customers-messages", "customers-files", "customers-name", "customers-phase", "customers-value"],
        ),
        (|desk| (desk.tab, desk.customers.page) = (Tab::Customers, CustomersPage::Work), &["work-todo", "work-done", "work-all"]),
        (
            |desk| (desk.tab, desk.funnel) = (Tab::Funnel, FunnelPage::Stages),
            &[
                "funnel-page-stages",
                "funnel-page-leader",
                "funnel-page-forecast",
                "stages-rate",
                "stages-weighted",
                "stages-proven",
                "deals-stage",
                "deals-symptoms",
            ],
        ),
        (|desk| (desk.tab, desk.funnel) = (Tab::Funnel, FunnelPage::Forecast), &["forecast-month", "forecast-miss"]),
        (
            |desk| (desk.tab, desk.value.page) = (Tab::Value, ValuePage::Lifetime),
            &["value-page-pyramid", "value-page-rfm", "value-page-lifetime", "value-page-10c", "lifetime-last", "lifetime-alive", "lifetime-each"],
        ),
        (
            |desk| (desk.tab, desk.service) = (Tab::Service, ServicePage::Record),
            &["service-page-queue", "service-page-record", "record-late", "record-dropped", "record-level"],
        ),
        (
            |desk| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Figures),
            &[
                "finance-page-account",
                "finance-page-flow",
                "finance-page-marketing",
                "finance-page-goods",
                "finance-page-figures",
                "kpi-name",
                "kpi-value",
                "kpi-counts",
            ],
        ),
    ];
    for lang in Lang::ALL {
        for (open, keys) in pages {
            let seat = rapport::sim::units::Seat { team: rapport::sim::units::TeamId(1), ..crate::desk::SEAT };
            let mut seen = shown(0);
            seen.view = std::sync::Arc::new(crate::desk::game(8).view(seat).expect("a seat"));
            let mut desk = table_at(vec2(1600.0, 900.0), 100, seen, lang);
            open(&mut desk.state_mut().desk);
            desk.run_ok();
            for key in keys {
                let hint = tr(lang, &format!("hint-{key}"));
                assert!(desk.query_by_label(&hint).is_none());
                // a tab and a column may have the same name
                let places: Vec<Rect> = desk.get_all_by_label(&tr(lang, key)).map(|node| node.rect()).collect();
                let explains = |desk: &mut Desk, place: Rect| {
                    desk.hover_at(place.center());
                    for _ in 0..5 {
                        desk.step();
                    }
                    desk.query_by_label(&hint).is_some()
                };
                assert!(places.into_iter().any(|place| explains(&mut desk, place)), "{key} explains nothing in {lang:?}");
                desk.hover_at(bevy_egui::egui::pos2(2.0, 2.0));
                desk.run_ok();
            }
        }
    }
}

#[test]
fn keys_choose_tabs_help_and_submit() {
    // a month in which there is something to say before it is handed in
    let warns = |desk: &Harness<'static, Table>| !checks::of_plan(&Prose::new(&desk.state().shown.view, Lang::En)).is_empty();
    let mut desk = (1..8).map(|months| table(months, Lang::En)).find(warns).expect("a deal that would pay and has no quote");
    desk.key_press(Key::Num3);
    desk.run_ok();
    assert_eq!(desk.state().desk.tab, Tab::Funnel);
    desk.key_press(Key::P);
    desk.run_ok();
    assert!(desk.state().desk.board.plan == Plan::Pyramid && desk.state().desk.tab == Tab::Board);
    desk.key_press(Key::F1);
    desk.run_ok();
    assert_eq!(desk.state().desk.dialog, Some(Dialog::Help));
    desk.key_press(Key::F1);
    desk.run_ok();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.run_ok();
    // somebody decides without a quote although there is time for one: that is said first, and the same key hands in all the same
    assert!(desk.state().desk.dialog == Some(Dialog::Check) && !desk.state().desk.out.contains(&Request::Submit));
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.run_ok();
    assert!(desk.state().desk.dialog.is_none() && desk.state().desk.out.contains(&Request::Submit));
}
