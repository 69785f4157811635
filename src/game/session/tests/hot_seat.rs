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
    tell(&mut app, Request::Submit);
    assert_eq!((shown(&app).1, left(&app, 0)), (2, Vec::new()));
}
