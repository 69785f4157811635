//! The account sheet acts first, and the agenda and the plan are one to-do system.

use crate::desk::{SEAT, Table, dressed, game, table};
use bevy_egui::egui::{self, Event, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::advice::agenda::AgendaItem;
use rapport::advice::offer;
use rapport::advice::todo::{self, Step};
use rapport::game::app::shown::Shown;
use rapport::game::desk::areas::areas;
use rapport::game::desk::{Desk, Draft, Request, SheetTab, desk_panel, keys};
use rapport::prose::agenda::{self, Entry, entries};
use rapport::prose::glossary::groups;
use rapport::prose::{Prose, Tone, cards};
use rapport::room::{Act, Player, Room, Setup, TeamSetup};
use rapport::sim::cards::Action;
use rapport::sim::planning::command::Command;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::{Missing, Opening, TaskKind};
use rapport::sim::units::{CustomerId, Minutes, Role, Round, Seat};
use rapport::sim::view::View;
use rapport::words::{Lang, tr};
use std::sync::Arc;

const ROLES: [Role; 3] = Role::CORE;

/// A desk over a room that answers, with empty plans.
pub fn at_desk(room: &mut Room, lang: Lang) -> Harness<'static, Table> {
    for role in ROLES {
        command(room, role, Command::Clear);
    }
    let view = Arc::new(room.view(SEAT).expect("a seat"));
    let state = Table { shown: Shown { view, stamp: 1, roles: ROLES.to_vec(), submitted: false }, desk: Desk::default(), lang };
    let mut desk = dressed(lang, state, |ui, table| {
        let context = ui.ctx().clone();
        keys(&table.shown, &mut table.desk, table.lang, &context);
        desk_panel(&table.shown, &mut table.desk, table.lang, &[], ui);
    });
    // so high that the whole agenda is there to be clicked
    desk.set_size(vec2(1280.0, 2600.0));
    desk.run_ok();
    desk
}

pub fn command(room: &mut Room, role: Role, command: Command) {
    room.send(room.now(Seat { role, ..SEAT }, Act::Do(command))).expect("allowed");
}

/// What the desk asked for is done, as the session does it.
fn carry_out(desk: &mut Harness<'static, Table>, room: &mut Room) -> usize {
    let asked = std::mem::take(&mut desk.state_mut().desk.out);
    let count = asked.len();
    for request in asked {
        let Request::Send(role, sent) = request else { panic!("{request:?}") };
        command(room, role, sent);
    }
    let table = desk.state_mut();
    table.shown.view = Arc::new(room.view(SEAT).expect("a seat"));
    table.shown.stamp += 1;
    desk.run_ok();
    count
}

pub fn view(desk: &Harness<'static, Table>) -> Arc<View> {
    Arc::clone(&desk.state().shown.view)
}

pub fn told(desk: &Harness<'static, Table>) -> Vec<Entry> {
    entries(&Prose::new(&view(desk), desk.state().lang), true)
}

fn entry(desk: &Harness<'static, Table>, item: AgendaItem) -> Option<Entry> {
    told(desk).into_iter().flat_map(|entry| std::iter::once(entry.clone()).chain(entry.rest)).find(|entry| entry.item == item)
}

pub fn click(desk: &mut Harness<'static, Table>, item: AgendaItem) {
    let entry = entry(desk, item).expect("on the agenda");
    desk.get_all_by_label(&format!("{} · {}", entry.title, entry.sub)).next().expect("drawn").click();
    desk.run_ok();
}

#[test]
fn the_first_screenful_of_a_customer_holds_three_cards_to_play() {
    for lang in Lang::ALL {
        let mut tried = 0;
        for months in [0, 4] {
            let mut desk = table(months, lang);
            let shown = view(&desk);
            let prose = Prose::new(&shown, lang);
            let sheet = areas(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 720.0)), 1.0, shown.guide.roles().len()).sheet;
            for customer in &shown.customers {
                let playable = |o: &offer::Offer| o.missing.iter().all(|missing| *missing == Missing::Planned);
                let offers: Vec<offer::Offer> = offer::offers(&shown, customer.id).into_iter().filter(playable).collect();
                if offers.len() < 3 {
                    continue;
                }
                tried += 1;
                // even where reasons were asked for elsewhere, and another tab was open before
                desk.state_mut().desk.sheet = SheetTab::Log;
                desk.state_mut().desk.open(customer.id, None);
                desk.run_ok();
                let mut names: Vec<String> = offers.iter().map(|o| cards::name(&prose, &o.card.action)).collect();
                names.sort_unstable();
                names.dedup();
                let inside = names.iter().flat_map(|name| desk.query_all_by_label(name).collect::<Vec<_>>()).filter(|node| {
                    let rect = node.rect();
                    rect.left() >= sheet.left() && rect.height() > 30.0 && sheet.contains_rect(rect)
                });
                let count = inside.count();
                assert!(count >= 3, "{lang:?}, month {months}, {}: {count} of {}", prose.text(&customer.name), offers.len());
            }
        }
        assert!(tried > 10, "{tried}");
    }
}

fn wheel(desk: &mut Harness<'static, Table>, at: egui::Pos2, by: f32) {
    desk.hover_at(at);
    desk.event(Event::MouseWheel { unit: MouseWheelUnit::Point, delta: vec2(0.0, by), phase: TouchPhase::Move, modifiers: Modifiers::NONE });
    desk.run_ok();
    desk.run_steps(20);
}

#[test]
fn each_tab_of_each_customer_keeps_its_own_place() {
    let mut desk = table(4, Lang::En);
    let shown = view(&desk);
    desk.state_mut().desk.shows_all_offers = true;
    let busy: Vec<CustomerId> = shown.customers.iter().filter(|c| c.orders > 0 && c.lost.is_none()).map(|c| c.id).take(2).collect();
    let [first, second] = busy[..] else { panic!("two buyers") };
    let hide = |desk: &Harness<'static, Table>| desk.get_by_label_contains("not possible yet").rect().top();
    desk.state_mut().desk.open(second, None);
    desk.run_ok();
    let of_second = hide(&desk);
    desk.state_mut().desk.open(first, None);
    desk.run_ok();
    let top = hide(&desk);
    let sheet = areas(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 720.0)), 1.0, 3).sheet;
    wheel(&mut desk, sheet.center(), -120.0);
    let scrolled = hide(&desk);
    assert!(scrolled < top - 20.0, "{scrolled} {top}");
    desk.state_mut().desk.open(first, Some(SheetTab::Profile));
    desk.run_ok();
    assert!(desk.query_by_label_contains("not possible yet").is_none(), "cards stand on one tab alone");
    desk.state_mut().desk.open(second, None);
    desk.run_ok();
    assert!((hide(&desk) - of_second).abs() < 1.0, "another customer starts where it was left");
    desk.state_mut().desk.open(first, None);
    desk.run_ok();
    assert!((hide(&desk) - scrolled).abs() < 1.0, "{} {scrolled}", hide(&desk));
}

#[test]
fn an_editor_begins_at_its_top_whatever_another_was_scrolled_to() {
    let mut desk = table(4, Lang::En);
    let shown = view(&desk);
    let calls = shown.customers.iter().flat_map(|c| offer::offers(&shown, c.id)).filter(|o| matches!(o.card.action, Action::Call(_)));
    let calls: Vec<offer::Offer> = calls.take(2).collect();
    let sheet = areas(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 720.0)), 1.0, 3).sheet;
    let open = |desk: &mut Harness<'static, Table>, offer: &offer::Offer| {
        desk.state_mut().desk.draft = Some(Draft { role: offer.role, card: offer.card.clone(), changes: None });
        desk.run_ok();
        desk.run_steps(3);
    };
    let place = |desk: &Harness<'static, Table>| desk.get_by_label(&format!("{} +", tr(Lang::En, "editor-hours"))).rect().top();
    open(&mut desk, &calls[0]);
    let top = place(&desk);
    wheel(&mut desk, sheet.center(), -120.0);
    assert!(place(&desk) < top - 20.0);
    open(&mut desk, &calls[1]);
    assert!((place(&desk) - top).abs() < 1.0, "{} {top}", place(&desk));
}

#[test]
fn any_half_hour_can_be_set_by_key_and_the_chance_of_a_talk_says_what_hours_change() {
    let mut desk = table(4, Lang::En);
    let shown = view(&desk);
    let mut all = shown.customers.iter().flat_map(|c| offer::offers(&shown, c.id));
    let call = all.find(|o| matches!(&o.card.action, Action::Call(call) if call.deal.is_some())).expect("a call about a deal");
    desk.state_mut().desk.draft = Some(Draft { role: call.role, card: call.card.clone(), changes: None });
    desk.run_ok();
    let hours = |desk: &Harness<'static, Table>| {
        let mut draft = desk.state().desk.draft.clone().expect("open");
        *draft.card.action.hours().expect("hours")
    };
    let outlook = |desk: &Harness<'static, Table>| {
        let draft = desk.state().desk.draft.clone().expect("open");
        cards::outlook(&Prose::new(&shown, Lang::En), &offer::offer_by(&shown, draft.card, draft.role))
    };
    let (before, told_before) = (hours(&desk), outlook(&desk));
    for line in &told_before {
        assert!(desk.query_by_label_contains(line).is_some(), "{line}");
    }
    let name = tr(Lang::En, "editor-hours");
    desk.get_by_role_and_label(egui::accesskit::Role::SpinButton, &name).focus();
    desk.run_ok();
    desk.key_press(egui::Key::ArrowUp);
    desk.run_ok();
    assert_eq!(hours(&desk), before + Minutes(30));
    desk.get_by_label(&format!("{name} +")).click();
    desk.run_ok();
    assert_eq!(hours(&desk), before + Minutes(150));
    let told = outlook(&desk);
    assert_eq!(told[0], told_before[0], "the chance of an advance is the same whatever the hours");
    assert!(told.len() == 2 && told[1] != told_before[1], "{told:?}");
}

/// Tasks of every kind for a buyer and for somebody with an open deal, due this month.
pub fn set_tasks(room: &mut Room) {
    let seen = room.view(SEAT).expect("a seat");
    let buyer = seen.customers.iter().find(|c| c.is_buyer() && seen.open_deals(c.id).next().is_none()).expect("a buyer").id;
    let deal = seen.deals.iter().find(|d| d.open() && !d.promised && d.stage > 1).expect("a deal").id.customer;
    let tasks = [
        (deal, Role::AccountManager, TaskKind::Call),
        (deal, Role::AccountManager, TaskKind::Visit),
        (buyer, Role::Service, TaskKind::Service),
        (buyer, Role::Service, TaskKind::Survey),
    ];
    for (customer, role, kind) in tasks {
        command(room, role, Command::AddTask { customer, role, kind, due: seen.round });
    }
}

#[test]
fn what_the_agenda_asks_for_becomes_a_card_and_is_taken_back() {
    let mut kinds = std::collections::BTreeSet::new();
    for (months, lang) in [(0, Lang::En), (4, Lang::Zh), (7, Lang::En)] {
        let mut room = game(months);
        set_tasks(&mut room);
        let mut desk = at_desk(&mut room, lang);
        let items: Vec<AgendaItem> = told(&desk).iter().map(|entry| entry.item).collect();
        for item in items {
            let before = entry(&desk, item).expect("it is back after every round of this");
            assert!(!before.planned, "{before:?}");
            match todo::step(&view(&desk), item, &ROLES) {
                Step::Add(_) | Step::Join(..) => {
                    click(&mut desk, item);
                    assert_eq!(carry_out(&mut desk, &mut room), 1, "{item:?}");
                }
                Step::Set(offer, None) => {
                    click(&mut desk, item);
                    assert_eq!(desk.state().desk.draft.as_ref().map(|draft| &draft.card), Some(&offer.card), "{item:?}");
                    desk.get_by_label(&tr(lang, "editor-add")).click();
                    desk.run_ok();
                    if carry_out(&mut desk, &mut room) == 0 {
                        // set as it was offered it would need more than there is: nothing to take back
                        desk.state_mut().desk.draft = None;
                        continue;
                    }
                }
                Step::Blocked(..) => {
                    click(&mut desk, item);
                    assert_eq!(desk.state().desk.hindrance, Some(item));
                    let why = agenda::blocked(&Prose::new(&view(&desk), lang), item, &ROLES).expect("a reason");
                    assert!(desk.query_by_label_contains(&why).is_some(), "{why}");
                    continue;
                }
                _ => continue,
            }
            kinds.insert(format!("{item:?}").split('(').next().unwrap_or_default().to_owned());
            let after = entry(&desk, item).expect("it stays until it is taken back");
            assert!(after.planned && after.tone == Tone::Good && after.sub != before.sub, "{after:?}");
            if matches!(item, AgendaItem::Ticket(_)) {
                // one queue is for all tickets: it opens to be changed
                click(&mut desk, item);
                assert!(desk.state().desk.draft.as_ref().is_some_and(|draft| draft.changes.is_some()));
                desk.state_mut().desk.draft = None;
            } else {
                let mut turns = 0;
                while entry(&desk, item).expect("still there").planned {
                    click(&mut desk, item);
                    assert_eq!(carry_out(&mut desk, &mut room), 1, "{item:?}");
                    turns += 1;
                    assert!(turns < 4, "{item:?}");
                }
                assert_eq!(entry(&desk, item).expect("it is back").sub, before.sub);
            }
            for role in ROLES {
                command(&mut room, role, Command::Clear);
            }
            carry_out(&mut desk, &mut room);
        }
    }
    for kind in ["Due", "Lead", "NoSearch", "Ticket"] {
        assert!(kinds.contains(kind), "{kind} is missing of {kinds:?}");
    }
}

/// The first month of another case.
fn case(place: usize) -> Room {
    let (_, text) = rapport::scenario::embedded()[place];
    let teams = vec![TeamSetup { name: "Foresight".to_owned(), players: [Player::Person; Role::COUNT], members: Vec::new() }];
    let setup = Setup { seed: 5, luck: 5, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    Room::new(text, setup).expect("a game")
}

#[test]
fn goods_that_lack_are_bought_by_one_click() {
    let found = (0..rapport::scenario::embedded().len()).map(|place| case(place).view(SEAT).expect("a seat")).find(|v| !v.goods.stock.is_empty());
    let mut seen = found.expect("a case with a stock");
    let product = seen.goods.stock[0].product;
    seen.plan.clear();
    seen.goods.stock[0].waiting = seen.goods.stock[0].on_hand + 3;
    let pieces = seen.lacking().into_iter().find(|(lacking, _)| *lacking == product).map(|(_, pieces)| pieces);
    let Step::Add(offer) = todo::step(&seen, AgendaItem::Lacking(product), &ROLES) else { panic!("it can be bought") };
    assert!(
        matches!(offer.card.action, Action::Purchase(rapport::sim::cards::Purchase { product: p, quantity, .. }) if p == product && Some(quantity) == pieces)
    );
}

#[test]
fn in_every_case_what_is_planned_from_the_agenda_is_taken_back_by_the_next_click() {
    let mut kinds = std::collections::BTreeSet::new();
    for place in 0..rapport::scenario::embedded().len() {
        let mut room = case(place);
        let roles = room.view(SEAT).expect("a seat").guide.roles().to_vec();
        while !room.over() && room.round().0 <= 9 {
            let month = room.round().0;
            let clear = |room: &mut Room| roles.iter().for_each(|&role| command(room, role, Command::Clear));
            clear(&mut room);
            let start = room.view(SEAT).expect("a seat");
            for entry in entries(&Prose::new(&start, Lang::En), true) {
                let item = entry.item;
                let kind = format!("{item:?}").split('(').next().unwrap_or_default().to_owned();
                let (role, sent) = match todo::step(&start, item, &roles) {
                    Step::Add(offer) | Step::Set(offer, None) => (offer.role, Command::Add(offer.card)),
                    _ => continue,
                };
                command(&mut room, role, sent);
                let after = room.view(SEAT).expect("a seat");
                assert!(!todo::planned(&after, item).is_empty() || kind == "Ticket", "{place}, month {month}: {entry:?}");
                match todo::step(&after, item, &roles) {
                    Step::TakeBack(role, card, None) => command(&mut room, role, Command::Remove(card)),
                    // the queue serves all tickets: it opens
                    Step::Set(_, Some(_)) if kind == "Ticket" => clear(&mut room),
                    other => panic!("{place}, month {month}: {entry:?}: {other:?}"),
                }
                assert!(room.view(SEAT).expect("a seat").plan.is_empty());
                kinds.insert(kind);
            }
            for &role in &roles {
                command(&mut room, role, Command::Refill);
                room.send(room.now(Seat { role, ..SEAT }, Act::Submit)).expect("submitted");
            }
            room.resolve().expect("resolved");
        }
    }
    for kind in ["Handover", "Lead", "NoSearch", "Outgrown", "Summit", "Tender", "Ticket", "Visitors"] {
        assert!(kinds.contains(kind), "{kind} is missing of {kinds:?}");
    }
}

#[test]
fn a_next_task_is_no_visit_that_nobody_planned() {
    let mut room = game(3);
    let mut desk = at_desk(&mut room, Lang::En);
    let item = told(&desk).iter().find(|e| matches!(e.item, AgendaItem::NoTask(_))).expect("somebody is untended").item;
    let tasks = todo::next_tasks(&view(&desk));
    assert!(!tasks.is_empty() && tasks.iter().all(|t| t.kind != TaskKind::Visit && t.due == view(&desk).round.plus(1)), "{tasks:?}");
    click(&mut desk, item);
    assert_eq!(carry_out(&mut desk, &mut room), tasks.len());
    desk.run_ok();
    let said = agenda::tasks_set(&Prose::new(&view(&desk), Lang::En), &tasks);
    assert!(desk.query_by_label(&said).is_some(), "what became of the line is said: {said}");
    let now = view(&desk);
    assert!(now.plan.is_empty(), "tasks are no cards yet");
    assert!(told(&desk).iter().all(|e| !matches!(e.item, AgendaItem::NoTask(_) | AgendaItem::Due(_))));
    let set: Vec<_> = now.tasks.iter().rev().take(tasks.len()).rev().map(|t| (t.customer, t.role, t.kind, t.due)).collect();
    assert_eq!(set, tasks.iter().map(|t| (t.customer, t.role, t.kind, t.due)).collect::<Vec<_>>());
}

#[test]
fn what_is_left_out_is_named_on_request() {
    let mut room = game(4);
    let seen = room.view(SEAT).expect("a seat");
    let known: Vec<CustomerId> = seen.customers.iter().filter(|c| c.in_our_hands()).map(|c| c.id).collect();
    let kinds = [TaskKind::Call, TaskKind::Visit, TaskKind::Survey, TaskKind::Service];
    for (place, &customer) in known.iter().cycle().take(11).enumerate() {
        let role = Role::AccountManager;
        command(&mut room, role, Command::AddTask { customer, role, kind: kinds[place / known.len() % kinds.len()], due: seen.round });
    }
    let mut desk = at_desk(&mut room, Lang::En);
    let more = entry(&desk, AgendaItem::More).expect("more than eight alike");
    assert!(more.rest.len() >= 3 && more.title.contains(&more.rest.len().to_string()));
    let folded = entries(&Prose::new(&view(&desk), Lang::En), false).into_iter().find(|e| e.item == AgendaItem::More).expect("there too");
    assert!(folded.rest.is_empty() && folded.title == more.title && folded.sub == more.sub, "counted, and not worded before they are asked for");
    let drawn = |desk: &Harness<'static, Table>, left_out: &Entry| desk.query_all_by_label(&format!("{} · {}", left_out.title, left_out.sub)).next().is_some();
    assert!(more.rest.iter().all(|left_out| !drawn(&desk, left_out)));
    click(&mut desk, AgendaItem::More);
    assert!(more.rest.iter().all(|left_out| drawn(&desk, left_out)), "each by its name");
    desk.get_by_label_contains(&tr(Lang::En, "agenda-fewer")).click();
    desk.run_ok();
    assert!(more.rest.iter().all(|left_out| !drawn(&desk, left_out)));
}

#[test]
fn red_is_what_the_team_let_slide() {
    let mut seen = (1..=9).map(|months| game(months).view(SEAT).expect("a seat")).find(|v| !v.tickets.is_empty()).expect("a ticket");
    let tone = |seen: &View, is: fn(&AgendaItem) -> bool| entries(&Prose::new(seen, Lang::En), true).into_iter().find(|e| is(&e.item)).map(|e| e.tone);
    seen.plan.clear();
    seen.tickets.truncate(1);
    (seen.tickets[0].due_day, seen.tickets[0].rounds_open) = (4, 0);
    assert_eq!(tone(&seen, |i| matches!(i, AgendaItem::Ticket(_))), Some(Tone::Due), "it has just come in");
    (seen.tickets[0].due_day, seen.tickets[0].rounds_open) = (0, 1);
    assert_eq!(tone(&seen, |i| matches!(i, AgendaItem::Ticket(_))), Some(Tone::Late));
    // a task set last month for this one is due, and not late
    let mut room = game(2);
    let customer = seen.customers.iter().find(|c| c.is_buyer()).expect("a buyer").id;
    let role = Role::AccountManager;
    command(&mut room, role, Command::AddTask { customer, role, kind: TaskKind::Call, due: Round(4) });
    for role in ROLES {
        command(&mut room, role, Command::Opening(Opening::Blank));
        command(&mut room, role, Command::Clear);
    }
    for (month, expected) in [(4, Tone::Due), (5, Tone::Late)] {
        for role in ROLES {
            room.send(room.now(Seat { role, ..SEAT }, Act::Submit)).expect("submitted");
        }
        room.resolve().expect("resolved");
        let mut seen = room.view(SEAT).expect("a seat");
        assert_eq!(seen.round, Round(month));
        // whatever service did in the meantime was for others
        seen.tickets.clear();
        seen.plan.clear();
        let found = entries(&Prose::new(&seen, Lang::En), true).into_iter().find(|e| matches!(e.item, AgendaItem::Due(_) | AgendaItem::Overdue(_)));
        assert_eq!(found.map(|e| e.tone), Some(expected), "month {month}");
    }
}

#[test]
fn every_tab_of_the_sheet_is_in_reach_in_a_small_window() {
    for (lang, size) in Lang::ALL.into_iter().flat_map(|lang| [(lang, vec2(1024.0, 768.0)), (lang, vec2(960.0, 600.0))]) {
        let mut desk = table(4, lang);
        desk.set_size(size);
        let customer = view(&desk).customers.iter().find(|c| c.orders > 0).expect("a buyer").id;
        desk.state_mut().desk.open(customer, None);
        desk.run_ok();
        let sheet = areas(egui::Rect::from_min_size(egui::Pos2::ZERO, size), 1.0, 3).sheet;
        let mut places: Vec<egui::Rect> = Vec::new();
        for key in ["sheet-act", "sheet-profile", "sheet-contacts", "sheet-deals", "sheet-service", "sheet-value", "sheet-log"] {
            let rect = desk.get_all_by_label(&tr(lang, key)).map(|node| node.rect()).find(|rect| sheet.contains_rect(*rect)).expect(key);
            assert!(places.iter().all(|other| !other.shrink(0.5).intersects(rect)), "{key}");
            places.push(rect);
        }
    }
}

#[test]
fn the_help_holds_the_words_of_the_game_on_request() {
    for lang in Lang::ALL {
        let mut desk = table(1, lang);
        desk.state_mut().desk.dialog = Some(rapport::game::desk::Dialog::Help);
        desk.run_ok();
        let meaning = tr(lang, "gloss-awareness");
        assert!(desk.query_by_label(&meaning).is_none());
        desk.get_by_label(&tr(lang, "gloss-show")).click();
        desk.run_ok();
        assert!(desk.query_by_label(&meaning).is_some());
        desk.get_by_label(&tr(lang, "gloss-hide")).click();
        desk.run_ok();
        assert!(desk.query_by_label(&meaning).is_none());
    }
}

#[test]
fn every_word_of_the_sheet_explains_itself() {
    for lang in Lang::ALL {
        let mut desk = table(4, lang);
        let customer = view(&desk).customers.iter().find(|c| c.orders > 0).expect("a buyer").id;
        desk.state_mut().desk.open(customer, Some(SheetTab::Profile));
        desk.run_ok();
        for (tab, hint) in [("sheet-act", "gloss-tab-act"), ("sheet-value", "gloss-tab-value")] {
            assert!(desk.query_by_label(&tr(lang, hint)).is_none());
            desk.get_all_by_label(&tr(lang, tab)).last().expect("a tab").hover();
            desk.run_ok();
            desk.run_steps(30);
            assert!(desk.query_by_label(&tr(lang, hint)).is_some(), "{tab}");
        }
        for (word, hint) in [("profile-level", "gloss-level"), ("profile-kind", "gloss-kind"), ("field-source", "gloss-field-source")] {
            desk.get_by_label(&tr(lang, word)).hover();
            desk.run_ok();
            desk.run_steps(30);
            assert!(desk.query_by_label(&tr(lang, hint)).is_some(), "{word}");
        }
        let shown = view(&desk);
        let list = groups(&Prose::new(&shown, lang));
        assert!(list.iter().map(|group| group.terms.len()).sum::<usize>() > 40);
        assert!(list.iter().flat_map(|group| &group.terms).all(|term| !term.name.contains('⟦') && !term.meaning.contains('⟦') && term.meaning.len() > 10));
    }
}
