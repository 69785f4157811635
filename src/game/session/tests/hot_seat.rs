//! Teams in turn at one screen: what each of them sees at the end, and what one of them takes back at the curtain.

use super::*;
use crate::advice::questions::About;
use crate::game::app::shown::OthersWait;
use crate::game::session::curtain::BackToPlan;

#[test]
fn every_team_sees_the_last_month_before_the_results_are_shown_to_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    for _ in 0..12 {
        month(&mut app, 2);
    }
    assert_eq!((screen(&app), covered_for(&app).as_deref()), (Screen::Resolution, Some("Red")));
    assert!(app.world().resource::<OthersWait>().0, "Blue has not seen December");
    app.world_mut().remove_resource::<Curtain>();
    tell(&mut app, Played);
    assert_eq!((screen(&app), shown(&app).0, covered_for(&app).as_deref()), (Screen::Resolution, 1, Some("Blue")));
    assert!(!app.world().resource::<OthersWait>().0, "then the results are for all");
}

#[test]
fn a_plan_handed_in_too_early_is_taken_back_at_the_curtain() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    let before = |app: &App| app.world().get_resource::<Curtain>().and_then(|curtain| curtain.before.clone());
    assert_eq!(before(&app), None, "nobody has handed in");
    app.world_mut().remove_resource::<Curtain>();
    tell(&mut app, Request::Submit);
    assert_eq!((covered_for(&app).as_deref(), before(&app).as_deref()), (Some("Blue"), Some("Red")));
    tell(&mut app, BackToPlan);
    assert_eq!((screen(&app), shown(&app), covered_for(&app)), (Screen::Desk, (0, 1), None));
    assert!(!app.world().resource::<Shown>().is_submitted());
    // and is handed in again
    tell(&mut app, Request::Submit);
    assert_eq!(covered_for(&app).as_deref(), Some("Blue"));
}

#[test]
fn a_plan_taken_back_costs_the_next_team_nothing_of_its_month() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    month(&mut app, 2);
    app.world_mut().remove_resource::<Curtain>();
    tell(&mut app, Played);
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), covered_for(&app).as_deref()), (Screen::Resolution, Some("Blue")));
    tell(&mut app, BackToPlan);
    assert_eq!((screen(&app), shown(&app).0), (Screen::Desk, 0), "Red has seen its month");
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), covered_for(&app).as_deref()), (Screen::Resolution, Some("Blue")));
}

#[test]
fn the_class_sees_where_the_teams_stand_once_after_each_month() {
    use crate::game::app::standings::Disclosure;
    let folder = tempfile::tempdir().expect("a folder");
    for (disclosure, teams) in [(Disclosure::All, 3), (Disclosure::Own, 0), (Disclosure::Nothing, 0)] {
        let mut app = app(folder.path());
        tell(&mut app, StartGame(hot_seat(), TableRules { standings: disclosure, ..TableRules::default() }));
        let played = |app: &App| app.world().get_resource::<Curtain>().and_then(|curtain| curtain.played.clone()).map(|played| played.places.len());
        assert_eq!(played(&app), None);
        month(&mut app, 2);
        assert_eq!(played(&app), Some(teams));
        app.world_mut().remove_resource::<Curtain>();
        tell(&mut app, Played);
        tell(&mut app, Request::Submit);
        assert_eq!((covered_for(&app).as_deref(), played(&app)), (Some("Blue"), None));
    }
}

#[test]
fn what_a_team_leaves_stays_left_while_the_others_have_their_turn() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    app.world_mut().resource_mut::<Desk>().left.set(TeamId(0), About::Many, true);
    let left = |app: &App, team: u8| app.world().resource::<Desk>().left.questions(TeamId(team));
    app.world_mut().remove_resource::<Curtain>();
    tell(&mut app, Request::Submit);
    assert_eq!((left(&app, 0), left(&app, 1)), (vec![About::Many], Vec::new()));
    tell(&mut app, BackToPlan);
    assert_eq!((shown(&app).0, left(&app, 0)), (0, vec![About::Many]));
    // another month asks anew
    tell(&mut app, Request::Submit);
    app.world_mut().remove_resource::<Curtain>();
    hand_in(&mut app);
    assert_eq!((shown(&app).1, left(&app, 0)), (2, Vec::new()));
}

#[test]
fn the_month_waits_until_the_class_is_there_and_is_played_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    let curtain = |app: &App| app.world().get_resource::<Curtain>().cloned().expect("a curtain");
    tell(&mut app, Request::Submit);
    assert!(!month_waits(&app), "Blue still plans");
    // nobody plays a month before all plans are in
    tell(&mut app, PlayMonth);
    assert_eq!((shown(&app), screen(&app)), ((1, 1), Screen::Desk));
    tell(&mut app, Request::Submit);
    assert!(month_waits(&app) && screen(&app) == Screen::Desk);
    assert_eq!(curtain(&app).before.as_deref(), Some("Blue"));
    // the last ones think again, and hand in again
    tell(&mut app, BackToPlan);
    assert_eq!((shown(&app), app.world().get_resource::<Curtain>()), ((1, 1), None));
    assert!(!app.world().resource::<Shown>().is_submitted());
    tell(&mut app, Request::Submit);
    // the program ends: the month still waits when the game is opened again
    let mut app = opened_again(app, folder.path());
    assert!(month_waits(&app) && screen(&app) == Screen::Desk);
    app.world_mut().remove_resource::<Curtain>();
    app.world_mut().write_message(PlayMonth);
    app.world_mut().write_message(PlayMonth);
    tell(&mut app, PlayMonth);
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Resolution, (0, 2), Some("Red")));
    // alone there is nobody to gather
    tell(&mut app, StartGame(alone(), TableRules::default()));
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), month_waits(&app)), (Screen::Resolution, false));
}

#[test]
fn no_team_locks_the_others_out_of_undoing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let undo = |app: &App| app.world().resource::<TableRules>().undo.clone();
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    tell(&mut app, LockUndo("1234".to_owned()));
    assert_eq!(undo(&app), Undo::Free);
    // the teacher's own lock is opened with its code, for good
    let rules = TableRules { undo: Undo::locked("0417").expect("four digits"), ..TableRules::default() };
    tell(&mut app, StartGame(hot_seat(), rules));
    tell(&mut app, LockUndo("1234".to_owned()));
    assert!(undo(&app).opens("0417") && undo(&app).is_locked());
    tell(&mut app, LockUndo("0417".to_owned()));
    assert_eq!(undo(&app), Undo::Free);
    tell(&mut app, LockUndo("0417".to_owned()));
    assert_eq!(undo(&app), Undo::Free);
}
