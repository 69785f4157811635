//! A month or a change of the plan taken back, and the teacher's lock on it.

use super::*;
use crate::sim::cards::CardId;

fn planned(app: &App) -> Vec<(Role, Card, bool)> {
    let view = &app.world().resource::<Shown>().view;
    view.plan.iter().map(|card| (card.role, card.card.clone(), card.filled_in)).collect()
}

fn undo_steps(app: &App) -> usize {
    app.world().resource::<Desk>().undo_steps
}

#[test]
fn a_month_taken_back_opens_as_it_was_planned() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    tell(&mut app, Request::Send(Role::Developer, Command::Clear));
    tell(&mut app, prospect(10));
    month(&mut app, 1);
    assert_eq!((screen(&app), shown(&app)), (Screen::Resolution, (0, 2)));
    tell(&mut app, UndoMonth::default());
    assert_eq!((screen(&app), shown(&app)), (Screen::Desk, (0, 1)));
    let view = &app.world().resource::<Shown>().view;
    let own: Vec<_> = view.plan.iter().filter(|c| c.role == Role::Developer).map(|c| c.card.action.clone()).collect();
    assert_eq!(own, [Action::Prospect(cards::Prospect { time: Minutes::from_hours(10) })]);
    assert!(!app.world().resource::<Shown>().is_submitted());
    // what was told of the deals belonged to the month that is taken back
    let told = app.world().resource::<LastTold>();
    assert!(told.of(view).is_empty());
    // there is nothing before the first month
    tell(&mut app, UndoMonth::default());
    assert_eq!(shown(&app), (0, 1));
}

#[test]
fn changes_of_the_plan_are_taken_back_one_after_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    month(&mut app, 1);
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Desk);
    tell(&mut app, Played);
    let mut plans = vec![planned(&app)];
    assert!(plans[0].iter().any(|(.., routine)| *routine) && undo_steps(&app) == 0);
    // nothing to take back, nothing happens
    tell(&mut app, Request::Undo);
    assert_eq!(planned(&app), plans[0]);
    let id = |app: &App, wanted: &dyn Fn(&crate::sim::view::PlanCardView) -> bool| {
        app.world().resource::<Shown>().view.plan.iter().find(|card| wanted(card)).map(|card| (card.role, card.id, card.card.clone())).expect("a card")
    };
    let routine = id(&app, &|card| card.filled_in);
    let own = |card: &crate::sim::view::PlanCardView| card.role == Role::Developer && !card.filled_in;
    let search = |hours| Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: false };
    tell(&mut app, prospect(10));
    plans.push(planned(&app));
    let (role, card, _) = id(&app, &own);
    tell(&mut app, Request::Send(role, Command::Change(card, search(14))));
    plans.push(planned(&app));
    tell(&mut app, Request::Send(routine.0, Command::Remove(routine.1)));
    plans.push(planned(&app));
    tell(&mut app, Request::Send(role, Command::Remove(card)));
    plans.push(planned(&app));
    // all roles at once are one step
    for role in Role::CORE {
        app.world_mut().write_message(Request::Send(role, Command::Clear));
    }
    app.update();
    app.update();
    assert!(planned(&app).is_empty());
    // what changes no plan, or is refused, is no step
    tell(&mut app, Request::Send(Role::Service, Command::FillTasks));
    tell(&mut app, Request::Send(Role::Service, Command::Remove(card)));
    assert!(app.world().resource::<Desk>().notice.is_some());
    assert_eq!(undo_steps(&app), plans.len());
    let sorted = |mut plan: Vec<(Role, Card, bool)>| {
        plan.sort_by_key(|(role, ..)| *role);
        plan
    };
    for (left, plan) in plans.into_iter().enumerate().rev() {
        tell(&mut app, Request::Undo);
        assert_eq!(sorted(planned(&app)), sorted(plan), "with {left} steps left");
        assert_eq!(undo_steps(&app), left);
    }
}

#[test]
fn a_card_goes_to_another_role_in_one_step_and_stays_where_it_was_if_that_one_has_no_room() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    tell(&mut app, Request::Send(Role::Developer, Command::Clear));
    tell(&mut app, prospect(10));
    let of = |app: &App| -> Vec<(Role, CardId)> {
        let plan = &app.world().resource::<Shown>().view.plan;
        plan.iter().filter(|card| matches!(card.card.action, Action::Prospect(_))).map(|card| (card.role, card.id)).collect()
    };
    let card = |hours| Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: false };
    let [(from, id)] = of(&app)[..] else { panic!("{:?}", of(&app)) };
    assert_eq!(from, Role::Developer);
    let steps = undo_steps(&app);
    tell(&mut app, Request::HandOn { from, id, to: Role::Service, card: card(6) });
    let [(to, moved)] = of(&app)[..] else { panic!("{:?}", of(&app)) };
    assert_eq!((to, undo_steps(&app)), (Role::Service, steps + 1));
    // nobody has so many hours
    tell(&mut app, Request::HandOn { from: to, id: moved, to: Role::Developer, card: card(9_000) });
    assert_eq!(of(&app).iter().map(|(role, _)| *role).collect::<Vec<_>>(), [Role::Service]);
    tell(&mut app, Request::Undo);
    assert_eq!(of(&app).iter().map(|(role, _)| *role).collect::<Vec<_>>(), [Role::Developer]);
}

#[test]
fn a_change_is_taken_back_neither_across_months_nor_by_another_team_nor_once_handed_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    tell(&mut app, prospect(10));
    assert_eq!(undo_steps(&app), 1);
    // handed in, and back at the same screen
    tell(&mut app, Request::Submit);
    assert_eq!((shown(&app), undo_steps(&app)), ((1, 1), 0));
    let before = planned(&app);
    tell(&mut app, Request::Undo);
    assert_eq!(planned(&app), before, "the other team's is not touched");
    tell(&mut app, prospect(12));
    assert_eq!(undo_steps(&app), 1);
    hand_in(&mut app);
    assert_eq!((shown(&app), undo_steps(&app)), ((0, 2), 0));
    let before = planned(&app);
    tell(&mut app, Request::Undo);
    assert_eq!(planned(&app), before, "last month's is not touched");
    // a plan that is handed in is taken back first
    let mut single = self::app(tempfile::tempdir().expect("a folder").path());
    tell(&mut single, StartGame(hot_seat(), TableRules::default()));
    tell(&mut single, prospect(10));
    tell(&mut single, Request::Submit);
    single.world_mut().resource_mut::<Session>().now = 0;
    tell(&mut single, prospect(11));
    assert_eq!(single.world().resource::<Desk>().notice, Some(Refusal::Submitted));
    tell(&mut single, Request::Undo);
    assert_eq!(single.world().resource::<Desk>().notice, Some(Refusal::Submitted));
}

#[test]
fn a_locked_table_takes_no_month_back_without_the_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let rules = TableRules { undo: Undo::locked("0417").expect("four digits"), standings: Disclosure::Own, colours: Vec::new() };
    tell(&mut app, StartGame(alone(), rules));
    month(&mut app, 1);
    for wrong in ["", "0418"] {
        tell(&mut app, UndoMonth(wrong.to_owned()));
        assert_eq!(shown(&app), (0, 2), "{wrong}");
    }
    assert!(app.world().resource::<Notice>().first().is_some());
    // it holds when the game is opened again
    tell(&mut app, prospect(6));
    let mut app = opened_again(app, folder.path());
    assert_eq!(app.world().resource::<Standings>().disclosure, Disclosure::Own);
    tell(&mut app, UndoMonth("1111".to_owned()));
    assert_eq!(shown(&app), (0, 2));
    tell(&mut app, UndoMonth("0417".to_owned()));
    assert_eq!(shown(&app), (0, 1));
    // with the code it is opened for everybody, and locked again with another
    tell(&mut app, LockUndo("0417".to_owned()));
    assert_eq!(app.world().resource::<TableRules>().undo, Undo::Free);
    tell(&mut app, LockUndo("12".to_owned()));
    assert_eq!(app.world().resource::<TableRules>().undo, Undo::Free);
    tell(&mut app, LockUndo("2222".to_owned()));
    month(&mut app, 1);
    tell(&mut app, UndoMonth("0417".to_owned()));
    assert_eq!(shown(&app), (0, 2));
}

#[test]
fn at_the_results_the_last_month_asks_for_the_code_as_any_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let rules = TableRules { undo: Undo::locked("0417").expect("four digits"), ..TableRules::default() };
    tell(&mut app, StartGame(alone(), rules.clone()));
    for _ in 0..12 {
        month(&mut app, 1);
    }
    // it holds for whoever opens the finished game
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    app.update();
    let path = app.world().resource::<Saved>().games[0].path.clone();
    tell(&mut app, ContinueGame(Some(path)));
    assert_eq!((screen(&app), app.world().resource::<TableRules>()), (Screen::Results, &rules));
    for (wrong, told) in [("", 1), ("0418", 2)] {
        tell(&mut app, UndoMonth(wrong.to_owned()));
        assert_eq!((screen(&app), app.world().resource::<Notice>().count()), (Screen::Results, told), "{wrong}");
        assert!(app.world().resource::<Session>().room().over());
    }
    tell(&mut app, UndoMonth("0417".to_owned()));
    assert_eq!((screen(&app), shown(&app)), (Screen::Desk, (0, 12)));
}

#[test]
fn what_was_set_for_the_table_and_cannot_be_read_locks_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = app(folder.path());
    tell(&mut first, StartGame(alone(), TableRules::default()));
    month(&mut first, 1);
    drop(first);
    let game = app(folder.path()).world().resource::<Saved>().latest().map(|(path, _)| path.to_owned()).expect("a saved game");
    let beside = TableRules::beside(&game);
    std::fs::write(&beside, "(undo: Lock").expect("written");
    let mut app = app(folder.path());
    tell(&mut app, ContinueGame(None));
    assert_eq!(app.world().resource::<TableRules>().undo, Undo::Unknown);
    assert!(app.world().resource::<Notice>().first().is_some_and(|told| told.contains(&beside.display().to_string())));
    tell(&mut app, UndoMonth(String::new()));
    assert_eq!(shown(&app), (0, 2));
}

#[test]
fn the_standings_follow_every_month_and_every_month_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    let standings = |app: &App| app.world().resource::<Standings>().clone();
    assert!(!standings(&app).is_scored && standings(&app).list.iter().all(|place| (place.rank, place.is_shared) == (1, true)));
    let mut before = Vec::new();
    for month in 1..=4 {
        before.push(standings(&app));
        self::month(&mut app, 2);
        assert_ne!(standings(&app).list, before[month - 1].list);
        // the scenario shows points from its fourth month on
        assert_eq!(standings(&app).is_scored, month >= 3, "{month}");
    }
    let total: f64 = standings(&app).list[0].parts.iter().sum();
    assert!((total - standings(&app).list[0].total).abs() < 1e-9);
    tell(&mut app, UndoMonth::default());
    assert_eq!(standings(&app), before[3]);
}
