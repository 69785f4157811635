//! Goal and standing: what counts before the first decision, where the teams stand each month, how the money came about, and what
//! to try next.

use crate::desk::{SEAT, dressed, game, table};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{self, Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::bots::BotKind;
use rapport::game::app::settings::{Look, Settings};
use rapport::game::app::shown::{Behind, Curtain, Ended, Shown};
use rapport::game::app::standings::{Disclosure, Standings};
use rapport::game::app::table::{Lock, Undo};
use rapport::game::desk::Dialog;
use rapport::game::menu::pause::{PauseChoice, PausePage, PauseUi, pause_panel};
use rapport::game::resolution::{Playback, resolution_panel};
use rapport::game::results::{Results, ResultsTab, results_panel};
use rapport::game::session::curtain::{AtCurtain, curtain_panel};
use rapport::game::session::{self, standings};
use rapport::game::setup::{SetupForm, setup_panel};
use rapport::game::widgets::dialog;
use rapport::insight::bridge::Figure;
use rapport::prose::{Prose, bridge, gap, lessons, regrets, standing, stories};
use rapport::room::{Room, Setup, TeamSetup};
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::Round;
use rapport::words::{Lang, decimal, tr, tr_with};
use std::sync::Arc;

fn has<S>(harness: &Harness<'_, S>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// A game of one bot beside others, as it begins.
fn begun(bot: BotKind, seed: u64) -> Room {
    let teams = vec![TeamSetup::of_bots("Ours", bot), TeamSetup::of_bots("Others", BotKind::SellAndForget)];
    let setup = Setup { seed, luck: seed, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    Room::new(rapport::scenario::embedded()[0].1, setup).expect("a game")
}

/// The whole game.
fn played(bot: BotKind, seed: u64) -> Room {
    let mut room = begun(bot, seed);
    while !room.over() {
        room.resolve().expect("resolved");
    }
    room
}

#[test]
fn what_counts_comes_before_the_first_strategy_and_is_found_again() {
    for lang in Lang::ALL {
        let mut desk = table(0, lang);
        desk.state_mut().desk.dialog = Some(Dialog::Goal);
        desk.run_ok();
        let view = Arc::clone(&desk.state().shown.view);
        let prose = Prose::new(&view, lang);
        let parts = standing::parts(&prose);
        assert_eq!(parts.iter().map(|part| part.weight).sum::<f64>(), 100.0);
        for part in &parts {
            assert!(has(&desk, &format!("{} {}", part.name, decimal(part.weight, 0))), "{lang:?}: {}", part.name);
            assert!(has(&desk, &part.why), "{lang:?}: {}", part.why);
        }
        desk.get_by_label(&tr(lang, "goal-go-on")).click();
        desk.run_ok();
        assert!(matches!(desk.state().desk.dialog, Some(Dialog::Strategy(_))), "it leads on to the strategy");
        // later it is a page to look at, from the team's sheet
        let mut desk = table(2, lang);
        desk.get_by_label(&tr(lang, "goal-title")).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.dialog, Some(Dialog::Goal));
        desk.get_by_label(&tr(lang, "close")).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.dialog, None);
    }
}

#[test]
fn in_large_text_the_way_on_stays_in_reach() {
    for lang in Lang::ALL {
        for (dialog, open, key) in [(Dialog::Goal, None, "goal-go-on"), (Dialog::Summary, Some(Figure::Cash), "close"), (Dialog::Summary, None, "close")] {
            let months = if dialog == Dialog::Goal { 0 } else { 3 };
            let mut desk = table(months, lang);
            let settings = Settings { lang, look: Look::Light, text_percent: 160, reduced_motion: true, fictional_names: false };
            rapport::game::dress(&desk.ctx, &settings);
            (desk.state_mut().desk.dialog, desk.state_mut().desk.summary.open) = (Some(dialog.clone()), open);
            desk.run_ok();
            let button = desk.get_by_label(&tr(lang, key)).rect();
            assert!(button.top() >= 0.0 && button.bottom() <= 720.0, "{lang:?} {dialog:?} {open:?}: {button:?}");
        }
    }
}

#[test]
fn the_strip_shows_own_parts_and_of_others_the_total_as_far_as_it_is_disclosed() {
    for lang in Lang::ALL {
        let room = game(5);
        let all = standings(&room, Disclosure::All);
        assert!(all.is_scored);
        let show = |disclosure| {
            let mut desk = table(5, lang);
            desk.state_mut().desk.standings = Standings { disclosure, ..all.clone() };
            desk.run_ok();
            desk
        };
        let own = all.of(SEAT.team).expect("our place");
        let other = all.list.iter().find(|place| place.team != SEAT.team).expect("another team");
        let prose_view = room.view(SEAT).expect("a view");
        let apart = (0..5).find(|&part| (own.parts[part] - other.parts[part]).abs() > 0.1).expect("the two did not play alike");
        let part = &standing::parts(&Prose::new(&prose_view, lang))[apart];
        let own_part = format!("{} {} / {}", part.name, decimal(own.parts[apart], 1), decimal(part.weight, 0));
        let total = format!("{} {}", other.name, decimal(other.total, 1));
        let desk = show(Disclosure::All);
        assert!(has(&desk, &own_part) && has(&desk, &total), "{lang:?}");
        // nothing but the total of anybody else
        assert!(!has(&desk, &format!("{} {} /", part.name, decimal(other.parts[apart], 1))));
        let desk = show(Disclosure::Own);
        assert!(has(&desk, &own_part) && !has(&desk, &total) && !has(&desk, &other.name));
        let desk = show(Disclosure::Nothing);
        assert!(!has(&desk, &own_part) && !has(&desk, &total) && has(&desk, &tr(lang, "standing-hidden")));
    }
}

#[test]
fn before_points_mean_something_it_is_the_money_that_is_shown() {
    let room = game(1);
    let all = standings(&room, Disclosure::All);
    assert!(!all.is_scored);
    let mut desk = table(1, Lang::En);
    desk.state_mut().desk.standings = all.clone();
    desk.run_ok();
    let view = room.view(SEAT).expect("a view");
    let prose = Prose::new(&view, Lang::En);
    assert!(has(&desk, &standing::shown_from(&prose)));
    let first = &all.list[0];
    assert!(has(&desk, &format!("1 {} {}", first.name, prose.money_short(first.contribution))));
}

#[test]
fn figures_of_the_month_open_into_bridges_that_add_up() {
    for lang in Lang::ALL {
        let mut desk = table(3, lang);
        desk.state_mut().desk.dialog = Some(Dialog::Summary);
        desk.run_ok();
        let view = Arc::clone(&desk.state().shown.view);
        let prose = Prose::new(&view, lang);
        let month = view.past.months.last().expect("a month");
        for (figure, amount) in [(Figure::Revenue, month.revenue), (Figure::Contribution, month.contribution), (Figure::Cash, month.cash)] {
            let name = bridge::name(&prose, figure);
            let label = tr_with(lang, "bridge-opens", &[("figure", name.into()), ("amount", prose.money_short(amount).into())]);
            let made = bridge::of_month(&prose, Round(3), figure).expect("a bridge");
            assert!(!has(&desk, &made.why));
            desk.get_by_label(&label).click();
            desk.run_ok();
            assert_eq!(desk.state().desk.summary.open, Some(figure));
            assert!(has(&desk, &made.why), "{lang:?} {figure:?}: {}", made.why);
            for bar in &made.bars {
                assert!(has(&desk, &format!("{} {}", bar.name, bar.told)), "{lang:?} {figure:?}: {}", bar.name);
            }
            // each bar begins where the one before ended, and the last stands for the figure
            for pair in made.bars.windows(2).filter(|pair| !pair[1].is_total) {
                assert_eq!(pair[0].between[1], pair[1].between[0]);
            }
            assert_eq!(made.bars.last().map(|bar| bar.between[1]), Some(amount));
            // Escape closes the bridge, and not the list with it
            desk.key_press(egui::Key::Escape);
            desk.run_ok();
            assert_eq!((desk.state().desk.summary.open, desk.state().desk.dialog.is_some()), (None, true));
            desk.get_by_label(&label).click();
            desk.run_ok();
            desk.get_by_label(&label).click();
            desk.run_ok();
            assert_eq!(desk.state().desk.summary.open, None);
        }
    }
}

#[test]
fn with_reduced_motion_the_list_is_there_at_once_and_a_held_key_does_not_close_it() {
    for lang in Lang::ALL {
        let shown = Shown { view: Arc::new(game(4).view(SEAT).expect("a view")), stamp: 1, roles: Vec::new(), submitted: false };
        let prose = Prose::new(&shown.view, lang);
        let mut playback = Playback::start(&prose);
        playback.skip();
        playback.standings = standings(&game(4), Disclosure::All);
        let title = prose.say("summary-title");
        let on = tr_with(lang, "resolution-next", &[("month", prose.month(Round(5)).into())]);
        let first = playback.standings.list[0].name.clone();
        // first the curtain, which a key lifts
        let mut screen = dressed(lang, (shown.clone(), playback, false, true), move |ui, (shown, playback, done, is_covered)| {
            if !*is_covered {
                *done |= resolution_panel(shown, playback, lang, &[], ui);
            }
        });
        let hold = |screen: &mut Harness<'_, _>| {
            let key = Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
            screen.input_mut().events.push(key);
            screen.step();
        };
        hold(&mut screen);
        screen.state_mut().3 = false;
        screen.run_ok();
        assert!(has(&screen, &title) && has(&screen, &on) && has(&screen, &first), "{lang:?}");
        for _ in 0..5 {
            hold(&mut screen);
        }
        assert!(!screen.state().2, "the key that lifted the curtain is still down");
        screen.get_by_label(&on).click();
        screen.run_ok();
        assert!(screen.state().2);
    }
}

#[test]
fn a_better_and_a_worse_game_are_told_other_things_to_try() {
    for lang in Lang::ALL {
        let mut told = Vec::new();
        for bot in [BotKind::Passive, BotKind::Balanced, BotKind::Discounter, BotKind::SellAndForget] {
            let room = played(bot, 5);
            let view = room.view(SEAT).expect("a view");
            let prose = Prose::new(&view, lang);
            let list = lessons::lessons(&prose, Some(2));
            assert!(!list.is_empty() && list.len() <= lessons::MOST, "{bot:?}");
            told.push((bot, list));
        }
        for (place, (bot, list)) in told.iter().enumerate() {
            for (other, its) in &told[..place] {
                let same = list.iter().filter(|lesson| its.iter().any(|other| other.title == lesson.title && other.amount == lesson.amount)).count();
                assert!(same * 2 <= list.len(), "{lang:?} {bot:?} {other:?}: {list:#?} {its:#?}");
            }
        }
    }
}

#[test]
fn what_to_try_next_is_on_the_page_with_its_amounts() {
    for lang in Lang::ALL {
        let room = played(BotKind::SellAndForget, 5);
        let shown = Shown { view: Arc::new(room.view(SEAT).expect("a view")), stamp: 1, roles: Vec::new(), submitted: false };
        let list = lessons::lessons(&Prose::new(&shown.view, lang), Some(1));
        let state = (shown, standings(&room, Disclosure::Nothing), Results { tab: ResultsTab::Lessons, ..Results::default() });
        assert_eq!(state.1.disclosure, Disclosure::All, "at the end everything is shown");
        let page = dressed(lang, state, move |ui, (shown, standings, results)| {
            results_panel(shown, &Ended::default(), standings, results, lang, ui);
        });
        for lesson in &list {
            assert!(has(&page, &lesson.title), "{lang:?}: {}", lesson.title);
            assert!(lesson.amount.is_empty() || has(&page, &lesson.amount));
            assert!(has(&page, &lesson.instead));
        }
        assert!(!has(&page, "⟦"));
    }
}

#[test]
fn where_the_gap_lies_is_at_the_top_of_what_to_try_next() {
    let room = played(BotKind::Passive, 5);
    let ended = session::ended(&room, SEAT);
    let Some(other) = ended.beside.clone() else { panic!("there is another team") };
    let running = session::ended(&game(3), SEAT);
    assert!(other.seat.team != SEAT.team && running.beside.is_none() && running.told_then.is_empty(), "while a game runs nobody sees another's");
    for lang in Lang::ALL {
        let shown = Shown { view: Arc::new(room.view(SEAT).expect("a view")), stamp: 1, roles: Vec::new(), submitted: false };
        let told = gap::told(&Prose::new(&shown.view, lang), &other);
        let state = (shown, standings(&room, Disclosure::All), Results { tab: ResultsTab::Lessons, ..Results::default() });
        let ended = ended.clone();
        let page = dressed(lang, state, move |ui, (shown, standings, results)| {
            results_panel(shown, &ended, standings, results, lang, ui);
        });
        assert!(has(&page, &told.title) && has(&page, &tr(lang, "gap-title")), "{lang:?}: {}", told.title);
        for customer in &told.customers {
            assert!(has(&page, &customer.title) && has(&page, &customer.amount) && has(&page, &customer.told), "{lang:?}: {}", customer.title);
        }
    }
}

#[test]
fn what_was_told_of_a_loss_in_its_month_stands_in_the_story() {
    for lang in Lang::ALL {
        let mut room = begun(BotKind::SellAndForget, 5);
        let mut told = Vec::new();
        while !room.over() {
            room.resolve().expect("resolved");
            let view = room.view(SEAT).expect("a view");
            let prose = Prose::new(&view, lang);
            let last = view.past.rounds.last().expect("a month was played");
            told.push(last.happened.iter().map(|happened| regrets::next_time(&prose, happened)).collect::<Vec<_>>());
        }
        let ended = session::ended(&room, SEAT);
        let then = &ended.told_then[&lang];
        assert!(told.iter().flatten().flatten().count() > 10, "{lang:?}");
        for (month, lines) in told.iter().enumerate() {
            for (place, line) in lines.iter().enumerate() {
                assert_eq!(then.get(&(Round(month as u16 + 1), place)), line.as_ref(), "{lang:?}, month {month}");
            }
        }
        let shown = Shown { view: Arc::new(room.view(SEAT).expect("a view")), stamp: 1, roles: Vec::new(), submitted: false };
        let prose = Prose::new(&shown.view, lang);
        let cast = stories::cast(&prose);
        let events = |customer| stories::story(&prose, customer).into_iter().filter_map(|event| then.get(&(event.round, event.place)));
        let (customer, line) = cast.iter().find_map(|c| events(c.id).next().map(|line| (c.id, line.clone()))).expect("somebody was lost");
        let state = (shown.clone(), standings(&room, Disclosure::All), Results { tab: ResultsTab::Stories, customer: Some(customer), ..Results::default() });
        let page = dressed(lang, state, move |ui, (shown, standings, results)| {
            results_panel(shown, &ended, standings, results, lang, ui);
        });
        assert!(has(&page, &line), "{lang:?}: {line}");
    }
}

#[test]
fn a_shared_place_is_told_as_one() {
    let room = game(12);
    let mut all = standings(&room, Disclosure::All);
    all.list[1].total = all.list[0].total;
    all.rank();
    for (lang, sign) in [(Lang::En, "=1"), (Lang::Zh, "并列1")] {
        let shown = Shown { view: Arc::new(room.view(SEAT).expect("a view")), stamp: 1, roles: Vec::new(), submitted: false };
        let state = (shown, all.clone(), Results::default());
        let page = dressed(lang, state, move |ui, (shown, standings, results)| {
            results_panel(shown, &Ended::default(), standings, results, lang, ui);
        });
        assert_eq!(page.query_all_by_label(sign).count(), 2, "{lang:?}");
    }
}

#[test]
fn the_curtain_names_the_team_and_lifts_once() {
    for lang in Lang::ALL {
        let curtain = Curtain { behind: Behind::Turn { team: "Same Boat".to_owned(), place: 1 }, month: "March 2012".to_owned(), before: None, played: None };
        let mut screen = dressed(lang, 0, move |ui, lifted: &mut u32| *lifted += u32::from(curtain_panel(&curtain, lang, ui).is_some()));
        screen.run_ok();
        assert!(has(&screen, "Same Boat"));
        screen.key_press(Key::Enter);
        screen.step();
        assert_eq!(*screen.state(), 1);
    }
}

#[test]
fn the_curtain_before_the_month_gathers_the_class_and_leads_to_the_menu() {
    for lang in Lang::ALL {
        let curtain = Curtain { behind: Behind::Month, month: "March 2012".to_owned(), before: Some("Blue".to_owned()), played: None };
        let mut screen = dressed(lang, None, move |ui, done| *done = curtain_panel(&curtain, lang, ui).or(*done));
        screen.run_ok();
        assert!(has(&screen, &tr(lang, "curtain-month-title")) && has(&screen, "March 2012"), "{lang:?}");
        let mut clicked = |label: &str| {
            screen.get_by_label_contains(label).click();
            screen.run_ok();
            screen.state_mut().take()
        };
        assert_eq!(clicked(&tr(lang, "curtain-menu")), Some(AtCurtain::Menu));
        assert_eq!(clicked(&tr_with(lang, "curtain-back", &[("team", "Blue".into())])), Some(AtCurtain::Back));
        assert_eq!(clicked(&tr(lang, "curtain-month-play")), Some(AtCurtain::Lifts));
    }
}

#[test]
fn the_curtain_hears_no_key_while_the_menu_lies_over_it() {
    let curtain = Curtain { behind: Behind::Turn { team: "Same Boat".to_owned(), place: 1 }, month: "March 2012".to_owned(), before: None, played: None };
    let state = (true, None, None);
    let mut screen = dressed(Lang::En, state, move |ui, (is_open, chosen, done): &mut (bool, Option<PauseChoice>, Option<AtCurtain>)| {
        *done = curtain_panel(&curtain, Lang::En, ui).or(*done);
        if *is_open {
            let lock = Lock { undo: &Undo::Free, turns: 2 };
            let (choice, _) = dialog(ui.ctx(), "pause", "Pause", |ui| pause_panel(Lang::En, None, lock, &mut PauseUi::default(), ui));
            *chosen = choice.or(*chosen);
        }
    });
    screen.run_ok();
    screen.key_press(Key::Enter);
    screen.run_ok();
    assert_eq!((screen.state().1, screen.state().2), (Some(PauseChoice::Resume), None));
    screen.state_mut().0 = false;
    screen.run_ok();
    screen.key_press(Key::Enter);
    screen.run_ok();
    assert_eq!(screen.state().2, Some(AtCurtain::Lifts));
}

#[test]
fn of_several_teams_none_is_offered_the_lock_and_the_teachers_own_is_opened_for_good() {
    for lang in Lang::ALL {
        let state = (Undo::Free, 2, PauseUi::default());
        let mut menu = dressed(lang, state, move |ui, (undo, turns, asks): &mut (Undo, usize, PauseUi)| {
            pause_panel(lang, Some("March 2012"), Lock { undo, turns: *turns }, asks, ui);
        });
        menu.run_ok();
        assert!(!has(&menu, &tr(lang, "menu-lock")) && has(&menu, &tr(lang, "menu-undo")));
        menu.state_mut().1 = 1;
        menu.run_ok();
        assert!(has(&menu, &tr(lang, "menu-lock")), "whoever plays alone may");
        *menu.state_mut() = (Undo::locked("0417").expect("four digits"), 2, PauseUi::default());
        menu.run_ok();
        menu.get_by_label(&tr(lang, "menu-unlock")).click();
        menu.run_ok();
        assert!(has(&menu, &tr(lang, "menu-unlock-lead-for-good")), "{lang:?}");
    }
}

#[test]
fn a_locked_month_asks_for_the_code_and_an_unlocked_one_is_locked_with_a_new_one() {
    for lang in Lang::ALL {
        let state = (Undo::locked("0417").expect("four digits"), PauseUi::default(), None);
        let mut menu = dressed(lang, state, move |ui, (undo, asks, chosen): &mut (Undo, PauseUi, Option<PauseChoice>)| {
            *chosen = pause_panel(lang, Some("March 2012"), Lock { undo, turns: 1 }, asks, ui).or(*chosen);
        });
        let write = |menu: &mut Harness<'_, (Undo, PauseUi, Option<PauseChoice>)>, field: &str, code: &str| {
            menu.state_mut().1.code.clear();
            menu.get_by_role_and_label(Role::TextInput, &tr(lang, field)).focus();
            menu.run_ok();
            menu.get_by_role_and_label(Role::TextInput, &tr(lang, field)).type_text(code);
            menu.run_ok();
        };
        let take = tr_with(lang, "menu-undo-take", &[("month", "March 2012".into())]);
        menu.get_by_label(&tr(lang, "menu-undo")).click();
        menu.run_ok();
        write(&mut menu, "menu-code-asks", "0x18");
        assert_eq!(menu.state().1.code, "018", "digits alone are taken");
        write(&mut menu, "menu-code-asks", "0418");
        menu.get_by_label(&take).click();
        menu.run_ok();
        assert!(menu.state().2.is_none() && has(&menu, &tr(lang, "session-wrong-code")), "{lang:?}");
        write(&mut menu, "menu-code-asks", "0417");
        menu.get_by_label(&take).click();
        menu.run_ok();
        assert_eq!(menu.state().2, Some(PauseChoice::Undo));
        // a table that nobody has locked
        *menu.state_mut() = (Undo::Free, PauseUi::default(), None);
        menu.run_ok();
        menu.get_by_label(&tr(lang, "menu-lock")).click();
        menu.run_ok();
        assert_eq!(menu.state().1.page, PausePage::Lock);
        write(&mut menu, "menu-code-new", "123");
        menu.get_by_label(&tr(lang, "menu-lock")).click();
        menu.run_ok();
        assert!(menu.state().2.is_none(), "three digits are no code");
        write(&mut menu, "menu-code-new", "1234");
        menu.get_by_label(&tr(lang, "menu-lock")).click();
        menu.run_ok();
        assert_eq!((menu.state().2, menu.state().1.code.as_str()), (Some(PauseChoice::Lock), "1234"));
    }
}

#[test]
fn the_teacher_sets_what_is_shown_and_who_may_undo() {
    for lang in Lang::ALL {
        let guide = rapport::scenario::read("case", rapport::scenario::embedded()[0].1.as_bytes()).expect("a case").guide.clone();
        let mut form = SetupForm::new(lang);
        form.teams.truncate(1);
        let mut screen = dressed(lang, (form, false), move |ui, (form, started)| {
            *started |= setup_panel(&guide, form, lang, false, true, ui).is_some();
        });
        screen.get_by_label(&tr(lang, "setup-standings-own")).click();
        screen.run_ok();
        screen.get_by_label(&tr(lang, "setup-undo-locked")).click();
        screen.run_ok();
        assert_eq!((screen.state().0.standings, screen.state().0.table()), (Disclosure::Own, None));
        assert!(has(&screen, &tr(lang, "setup-bad-code")));
        screen.get_by_label(&tr(lang, "setup-undo-code")).focus();
        screen.run_ok();
        screen.get_by_label(&tr(lang, "setup-undo-code")).type_text("0417");
        screen.run_ok();
        let is_painted = |screen: &Harness<'_, (SetupForm, bool)>| {
            let text = |shape: &egui::epaint::ClippedShape| matches!(&shape.shape, egui::Shape::Text(text) if text.galley.text() == "0417");
            screen.output().shapes.iter().any(text)
        };
        assert!(!is_painted(&screen), "the class does not read along");
        screen.get_by_role_and_label(Role::CheckBox, &tr(lang, "secret-show")).click();
        screen.run_ok();
        assert!(is_painted(&screen), "nobody can look it up later");
        let rules = screen.state().0.table().expect("a code");
        assert!(rules.undo.opens("0417") && !rules.undo.opens("0418"));
    }
}
