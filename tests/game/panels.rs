//! Main menu, settings and widgets.

use bevy_egui::egui::{self, Key, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rapport::game::app::settings::{Look, Settings};
use rapport::game::app::table::{Lock, Undo};
use rapport::game::menu::kept::{KeptGame, Saved, SavedGame};
use rapport::game::menu::pause::{PauseChoice, PausePage, PauseUi, pause_panel};
use rapport::game::menu::saves::{SavesChoice, saves_panel};
use rapport::game::menu::settings::settings_panel;
use rapport::game::menu::title::{MenuChoice, MenuUi, MenuView, main_menu};
use rapport::game::session::replay::{ReplayUi, Replays, replay_panel};
use rapport::game::theme;
use rapport::game::widgets::{ClickCard, hours_bar};
use rapport::room::Replayed;
use rapport::words::{Lang, tr, tr_with};

fn settings(lang: Lang) -> Settings {
    Settings { lang, look: Look::Light, text_percent: 100, reduced_motion: true, fictional_names: false }
}

/// Dresses egui as the game does, then draws.
fn harness<'a, S: 'a>(state: S, mut draw: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    let mut is_dressed = false;
    Harness::builder().with_size(egui::vec2(1280.0, 720.0)).build_ui_state(
        move |ui, state| {
            if !is_dressed {
                theme::install_fonts(ui.ctx());
                rapport::game::dress(ui.ctx(), &settings(Lang::En));
                is_dressed = true;
                // The fonts are there from the next frame on.
                ui.ctx().request_repaint();
                return;
            }
            draw(ui, state);
        },
        state,
    )
}

#[derive(Default)]
struct MenuTest {
    ui: MenuUi,
    chosen: Option<MenuChoice>,
}

fn menu(lang: Lang, saved: Option<SavedGame>) -> Harness<'static, MenuTest> {
    let mut harness = harness(MenuTest::default(), move |ui, state: &mut MenuTest| {
        let view = MenuView { lang, is_dark: false, saved: saved.as_ref(), saves: usize::from(saved.is_some()) };
        if let Some(choice) = main_menu(&view, &mut state.ui, ui) {
            state.chosen = Some(choice);
        }
    });
    harness.run();
    harness
}

fn saved() -> SavedGame {
    SavedGame {
        scenario: ["New Era Network".to_owned(), "新时代网络".to_owned()], round: 5, of: 12, month: (2012, 5), teams: vec!["Foresight".to_owned()]
    }
}

#[test]
fn the_menu_speaks_both_languages() {
    for lang in Lang::ALL {
        let harness = menu(lang, Some(saved()));
        for key in ["menu-continue", "menu-new-game", "menu-settings", "menu-about", "menu-quit"] {
            harness.get_by_label(&tr(lang, key));
        }
    }
}

#[test]
fn continue_is_there_only_with_a_saved_game() {
    let harness = menu(Lang::En, None);
    assert!(harness.query_by_label(&tr(Lang::En, "menu-continue")).is_none());
}

#[test]
fn a_click_chooses() {
    let mut harness = menu(Lang::Zh, Some(saved()));
    harness.get_by_label(&tr(Lang::Zh, "menu-settings")).click();
    harness.run();
    assert_eq!(harness.state().chosen, Some(MenuChoice::Settings));
}

#[test]
fn the_keyboard_alone_is_enough() {
    let mut harness = menu(Lang::En, Some(saved()));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().chosen, Some(MenuChoice::Continue));
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().chosen, Some(MenuChoice::NewGame));
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().chosen, Some(MenuChoice::Settings));
}

#[test]
fn everything_clickable_is_large_enough() {
    let harness = menu(Lang::En, Some(saved()));
    for key in ["menu-continue", "menu-new-game", "menu-settings", "menu-about", "menu-quit", "language-switch"] {
        let rect = harness.get_by_label(&tr(Lang::En, key)).rect();
        assert!(rect.height() >= 44.0 && rect.width() >= 44.0, "{key}: {rect:?}");
        assert!(rect.min.x >= 0.0 && rect.max.x <= 1280.0 && rect.max.y <= 720.0, "{key}: {rect:?}");
    }
}

#[test]
fn settings_change_at_once() {
    let mut harness = harness(settings(Lang::En), |ui, settings: &mut Settings| {
        settings_panel(settings, None, ui);
    });
    harness.run();
    harness.get_by_label("140%").click();
    harness.run();
    harness.get_by_label(&tr(Lang::En, "settings-names")).click();
    harness.run();
    harness.get_by_label("中文").click();
    harness.run();
    assert_eq!(harness.state().text_percent, 140);
    assert!(harness.state().fictional_names);
    assert_eq!(harness.state().lang, Lang::Zh);
    harness.get_by_label(&tr(Lang::Zh, "back"));
}

#[test]
fn the_list_of_saved_games_opens_those_that_can_be_opened() {
    for lang in Lang::ALL {
        let over = SavedGame { round: 13, teams: vec!["Same Boat".to_owned()], ..saved() };
        let kept = |name: &str, game| KeptGame { path: name.into(), game, age: None };
        let games = vec![kept("a.ron", Ok(saved())), kept("b.ron", Ok(over)), kept("c.ron", Err("line 3: no log".to_owned()))];
        let all = Saved { games, ..Saved::default() };
        let mut list = harness(None, move |ui, chosen| *chosen = saves_panel(lang, &all, ui).or(*chosen));
        list.run();
        list.get_by_label_contains("line 3: no log");
        list.get_by_label_contains("Same Boat").click();
        list.run();
        assert_eq!(*list.state(), Some(SavesChoice::Open(1)));
    }
}

#[test]
fn a_replay_tells_how_far_it_is_and_can_be_stopped_once() {
    for (lang, what) in Lang::ALL.into_iter().flat_map(|lang| [(lang, Replays::Game), (lang, Replays::Month)]) {
        let state = ReplayUi { what, ..ReplayUi::default() };
        let mut dialog = harness(state, move |ui, replay: &mut ReplayUi| replay.stops |= replay_panel(lang, replay, ui));
        dialog.run();
        assert_eq!(dialog.query_by_label(&tr(lang, "replay-reads")).is_some(), what == Replays::Game, "of a month that is taken back nothing is read");
        dialog.state_mut().replayed = Replayed { months: 17, of: 48 };
        dialog.run();
        dialog.get_by_label(&tr_with(lang, "replay-months", &[("months", 17_usize.into()), ("of", 48_usize.into())]));
        dialog.get_by_role_and_label(Role::Button, &tr(lang, "replay-stop")).click();
        dialog.run();
        assert!(dialog.state().stops);
        // until it has heard of it there is nothing more to click
        dialog.run();
        assert!(dialog.get_by_role_and_label(Role::Button, &tr(lang, "replay-stops")).accesskit_node().is_disabled());
    }
}

#[test]
fn a_month_is_taken_back_only_when_asked_twice() {
    for lang in Lang::ALL {
        let state = (Some("March 2012".to_owned()), PauseUi::default(), None);
        let mut menu = harness(state, move |ui, (month, asks, chosen): &mut (Option<String>, PauseUi, _)| {
            *chosen = pause_panel(lang, month.as_deref(), Lock { undo: &Undo::Free, turns: 1 }, asks, ui).or(*chosen);
        });
        let take = tr_with(lang, "menu-undo-take", &[("month", "March 2012".into())]);
        menu.run();
        menu.get_by_label_contains(&tr(lang, "menu-undo")).click();
        menu.run();
        assert!(menu.state().1.page == PausePage::Undo && menu.state().2.is_none(), "it is asked");
        menu.get_by_label(&tr(lang, "menu-undo-keep")).click();
        menu.run();
        assert!(menu.state().1.page == PausePage::Menu && menu.state().2.is_none(), "nothing is lost");
        menu.get_by_label_contains(&tr(lang, "menu-undo")).click();
        menu.run();
        menu.get_by_label(&take).click();
        menu.run();
        assert_eq!(menu.state().2, Some(PauseChoice::Undo));
        // before the first month there is nothing to take back
        *menu.state_mut() = (None, PauseUi::default(), None);
        menu.run();
        menu.get_by_label_contains(&tr(lang, "menu-undo")).click();
        menu.run();
        assert_eq!((menu.state().1.page, menu.state().2), (PausePage::Menu, None));
    }
}

#[test]
fn a_card_that_cannot_be_played_still_answers() {
    let mut harness = harness(0, |ui, clicks: &mut u32| {
        let colour = theme::palette(ui).line;
        let card = ClickCard::new("Quote").off(colour);
        if card.show(ui, |ui| ui.label("Quote, not yet")).response.clicked() {
            *clicks += 1;
        }
    });
    harness.run();
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Quote").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
}

#[test]
fn hours_say_how_many_are_left() {
    let mut harness = harness((), |ui, (): &mut ()| {
        hours_bar(ui, Lang::En, "Service", theme::Role::Small, 80 * 60, 120 * 60);
    });
    harness.run();
    harness.get_by_label("Service 80 / 120 h");
}
