//! Months played again beside the window: what is shown meanwhile, what a stop leaves, and that what takes a moment shows nothing.

use super::*;
use crate::game::session::replay::{ReplayUi, Replays};
use std::path::PathBuf;

/// A game of a year, left at its end or before, and its file.
fn played(folder: &Path, months: usize) -> PathBuf {
    let mut app = app(folder);
    tell(&mut app, StartGame(alone(), TableRules::default()));
    for _ in 0..months {
        month(&mut app, 1);
    }
    app.world().resource::<Session>().table.path().to_owned()
}

/// A window that shows the dialog however short the wait is.
fn impatient(folder: &Path) -> App {
    let mut app = app(folder);
    app.insert_resource(Patience(Duration::ZERO));
    app
}

fn menu(app: &App) -> Menu {
    *app.world().resource::<State<Menu>>().get()
}

fn dialog(app: &App) -> ReplayUi {
    *app.world().resource::<ReplayUi>()
}

/// Asks for something that is played again; in this frame its dialog is opened, and nothing else is done.
fn ask<M: Message>(app: &mut App, message: M) {
    app.world_mut().write_message(message);
    app.update();
}

/// Lets a replay come to its end; what was told of it on the way.
fn wait(app: &mut App) -> Vec<ReplayUi> {
    let mut told = Vec::new();
    app.update();
    while menu(app) == Menu::Replay {
        told.push(dialog(app));
        std::thread::yield_now();
        app.update();
    }
    app.update();
    told
}

fn stop(app: &mut App) {
    app.world_mut().resource_mut::<ReplayUi>().stops = true;
    assert!(!wait(app).is_empty(), "it was shown");
}

#[test]
fn a_long_log_opens_beside_the_window_and_tells_its_months() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = played(folder.path(), 12);
    let mut app = impatient(folder.path());
    ask(&mut app, ContinueGame(Some(path.clone())));
    assert!(app.world().get_resource::<Session>().is_none());
    assert_eq!(dialog(&app).what, Replays::Game);
    // it is opened once, however often it is asked for
    app.world_mut().write_message(ContinueGame(Some(path)));
    let told = wait(&mut app);
    assert!(!told.is_empty(), "the dialog was there");
    let months: Vec<usize> = told.iter().map(|ui| ui.replayed.months).collect();
    assert!(months.is_sorted() && told.iter().all(|ui| ui.replayed.of == 0 || ui.replayed.of == 12), "{told:?}");
    assert_eq!((menu(&app), screen(&app)), (Menu::None, Screen::Results));
    assert_eq!(app.world().resource::<Session>().room().round().0, 13);
    assert!(app.world().resource::<Notice>().first().is_none());
}

#[test]
fn a_replay_that_is_stopped_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = played(folder.path(), 12);
    let mut app = impatient(folder.path());
    let before = (std::fs::read(&path).expect("a log"), app.world().resource::<Saved>().clone());
    // from the list back to the list, from "Continue" back to the first screen
    for (wanted, back) in [(Some(path.clone()), Menu::Saves), (Some(path.clone()), Menu::Saves), (None, Menu::None)] {
        // a game that is over is none to go on with
        if wanted.is_none() {
            let mut table = StoredRoom::open(&path).expect("it opens: nobody holds it");
            table.undo_round().expect("saved");
            drop(table);
            app = impatient(folder.path());
        }
        ask(&mut app, ContinueGame(wanted));
        stop(&mut app);
        assert_eq!((menu(&app), screen(&app)), (back, Screen::Title));
        assert!(app.world().get_resource::<Session>().is_none() && app.world().resource::<Notice>().first().is_none());
        if back == Menu::Saves {
            assert_eq!((std::fs::read(&path).expect("a log"), app.world().resource::<Saved>().clone()), before);
        }
    }
    // whoever thinks better of it opens it as ever
    ask(&mut app, ContinueGame(Some(path)));
    wait(&mut app);
    assert_eq!(screen(&app), Screen::Desk);
}

#[test]
fn what_does_not_open_is_told_after_the_dialog_as_without_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = played(folder.path(), 2);
    let held = StoredRoom::open(&path).expect("it opens");
    let mut told = Vec::new();
    for patience in [Duration::ZERO, Patience::default().0] {
        let mut app = app(folder.path());
        app.insert_resource(Patience(patience));
        ask(&mut app, ContinueGame(Some(path.clone())));
        wait(&mut app);
        assert_eq!((menu(&app), screen(&app)), (Menu::None, Screen::Title));
        told.push(app.world().resource::<Notice>().first().map(str::to_owned).expect("it is told"));
    }
    drop(held);
    assert!(told[0] == told[1] && told[0].contains("another window"), "{told:?}");
}

#[test]
fn a_short_log_opens_at_once_and_no_dialog_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = played(folder.path(), 1);
    let mut app = app(folder.path());
    // the wait is far longer than it takes, and ends with the replay
    app.world_mut().write_message(ContinueGame(Some(path)));
    app.update();
    assert!(app.world().get_resource::<Session>().is_some());
    app.update();
    assert_eq!((menu(&app), screen(&app)), (Menu::None, Screen::Resolution));
}

#[test]
fn a_month_is_taken_back_beside_the_window_and_a_stop_keeps_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = impatient(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    month(&mut app, 1);
    month(&mut app, 1);
    let path = app.world().resource::<Session>().table.path().to_owned();
    let before = std::fs::read(&path).expect("a log");
    let (round, at) = (shown(&app), screen(&app));
    ask(&mut app, UndoMonth::default());
    assert_eq!(dialog(&app).what, Replays::Month);
    stop(&mut app);
    assert_eq!((menu(&app), shown(&app), screen(&app)), (Menu::None, round, at));
    assert_eq!(std::fs::read(&path).expect("a log"), before);
    ask(&mut app, UndoMonth::default());
    wait(&mut app);
    assert_eq!((shown(&app), screen(&app)), ((0, 2), Screen::Desk));
}
