//! A whole game at one screen, without a window: who sees what when, and what the disk keeps.

mod beside;
mod hot_seat;
mod taking_back;

use super::*;
use crate::bots::BotKind;
use crate::game::app::case::CaseText;
use crate::game::app::case::SavesFolder;
use crate::game::app::notice::Notice;
use crate::game::app::screen::Menu;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Look;
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Behind, Curtain, Ended, OnTable, OthersWait, Shown};
use crate::game::app::standings::{Disclosure, Standings};
use crate::game::app::table::{TableRules, Undo};
use crate::game::app::told::LastTold;
use crate::game::desk::state::Desk;
use crate::game::menu::kept::ContinueGame;
use crate::game::menu::kept::Saved;
use crate::game::menu::pause::{LockUndo, UndoMonth};
use crate::game::resolution::{self, Playback, Played};
use crate::game::results::After;
use crate::game::results::LookAt;
use crate::game::session::replay::Patience;
use crate::game::setup::StartGame;
use crate::room::{Player, Refusal, Room, Setup, TeamSetup};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::notes::{Note, Signature};
use crate::sim::planning::command::Command;
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::terms::Reject;
use crate::sim::units::{Minutes, TeamId};
use crate::store::StoredRoom;
use bevy::state::app::StatesPlugin;
use std::path::Path;
use std::time::Duration;

fn app(folder: &Path) -> App {
    let mut app = App::new();
    app.add_plugins((MinimalPlugins, StatesPlugin));
    app.init_state::<Screen>().init_state::<Menu>();
    app.insert_resource(SavesFolder(Some(folder.to_owned())));
    app.insert_resource(Settings { lang: Lang::En, look: Look::Light, text_percent: 100, reduced_motion: true, fictional_names: false });
    app.init_resource::<CaseText>().init_resource::<Desk>().init_resource::<Notice>().init_resource::<Saved>().init_resource::<Standings>();
    app.add_message::<Request>()
        .add_message::<Played>()
        .add_message::<After>()
        .add_message::<LookAt>()
        .add_message::<ContinueGame>()
        .add_message::<StartGame>()
        .add_message::<UndoMonth>()
        .add_message::<LockUndo>();
    resolution::opens(&mut app);
    app.add_plugins(plugin);
    // on a busy machine too, what is short is waited for
    app.insert_resource(Patience(Duration::from_secs(600)));
    app.update();
    app
}

fn team(name: &str, player: Player) -> TeamSetup {
    TeamSetup { name: name.to_owned(), players: [player; Role::COUNT], members: Vec::new() }
}

/// Two teams of people and one of bots.
fn hot_seat() -> Setup {
    let teams = vec![team("Red", Player::Person), team("Blue", Player::Person), team("Bots", Player::Bot(BotKind::Balanced))];
    Setup { seed: 3, luck: 3, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams }
}

fn alone() -> Setup {
    Setup { teams: vec![team("Red", Player::Person), team("Bots", Player::Bot(BotKind::Passive))], ..hot_seat() }
}

/// Sends a message and lets the app follow it to the next screen.
fn tell<M: Message>(app: &mut App, message: M) {
    app.world_mut().write_message(message);
    app.update();
    app.update();
}

/// The game is left, and gone on with by a program started anew.
fn opened_again(mut app: App, folder: &Path) -> App {
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    app.update();
    drop(app);
    let mut app = self::app(folder);
    tell(&mut app, ContinueGame(None));
    app
}

fn screen(app: &App) -> Screen {
    *app.world().resource::<State<Screen>>().get()
}

/// The team that has the screen, and the month it plans.
fn shown(app: &App) -> (u8, u16) {
    let view = &app.world().resource::<Shown>().view;
    (view.seat.team.0, view.round.0)
}

fn covered_for(app: &App) -> Option<String> {
    app.world().get_resource::<Curtain>().and_then(|curtain| match &curtain.behind {
        Behind::Turn { team, .. } => Some(team.clone()),
        Behind::Month => None,
    })
}

/// All plans are in, and the curtain hangs before the month.
fn month_waits(app: &App) -> bool {
    app.world().get_resource::<Curtain>().is_some_and(|curtain| curtain.behind == Behind::Month)
}

/// The class is there: the curtain before the month is lifted.
fn lift(app: &mut App) {
    app.world_mut().remove_resource::<Curtain>();
    tell(app, PlayMonth);
}

/// Hands in for whoever has the screen; of the last ones the class sees the month.
fn hand_in(app: &mut App) {
    tell(app, Request::Submit);
    if month_waits(app) {
        lift(app);
    }
}

fn prospect(hours: i32) -> Request {
    Request::Send(Role::Developer, Command::Add(Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(hours) }), write_up: false }))
}

/// Plays one month of everybody at the screen, from desk to desk or to the results.
fn month(app: &mut App, teams: usize) {
    for _ in 0..teams {
        if screen(app) == Screen::Resolution {
            tell(app, Played);
            app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Desk);
            app.update();
        }
        hand_in(app);
    }
}

#[test]
fn teams_take_turns_behind_the_curtain() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Desk, (0, 1), Some("Red")));
    app.world_mut().remove_resource::<Curtain>();
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Desk, (1, 1), Some("Blue")));
    // the last team in: the class is gathered, the month is resolved, and the first team is the first to see it
    hand_in(&mut app);
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Resolution, (0, 2), Some("Red")));
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Desk);
    tell(&mut app, Played);
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Resolution, (1, 2), Some("Blue")));
}

#[test]
fn a_submitted_plan_can_be_withdrawn_until_all_are_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let mut setup = alone();
    setup.teams[0].players[2] = Player::Bot(BotKind::Balanced);
    setup.teams.insert(1, team("Blue", Player::Person));
    tell(&mut app, StartGame(setup, TableRules::default()));
    assert_eq!(app.world().resource::<Shown>().roles, [Role::Developer, Role::AccountManager]);
    // handed in, and back at the same screen before the other team had its turn
    tell(&mut app, Request::Submit);
    app.world_mut().resource_mut::<Session>().now = 0;
    tell(&mut app, Request::Send(Role::Developer, Command::Clear));
    assert_eq!(app.world().resource::<Desk>().notice, Some(Refusal::Submitted));
    assert!(app.world().resource::<Shown>().is_submitted());
    tell(&mut app, Request::Withdraw);
    assert!(!app.world().resource::<Shown>().is_submitted() && screen(&app) == Screen::Desk);
    tell(&mut app, Request::Send(Role::Developer, Command::Clear));
    assert_eq!(app.world().resource::<Desk>().notice, None);
}

#[test]
fn a_refusal_is_told_at_the_desk_and_forgotten_with_the_next_success() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    tell(&mut app, Request::Send(Role::Developer, Command::DropTask(77)));
    assert_eq!(app.world().resource::<Desk>().notice, Some(Refusal::Rules(Reject::NoSuchTask)));
    tell(&mut app, Request::Send(Role::Developer, Command::Clear));
    assert!(app.world().resource::<Desk>().notice.is_none());
}

/// The plan of the team at the screen: who plays what, and whether it is routine.
#[test]
fn a_game_left_is_found_again_with_its_plan() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = app(folder.path());
    tell(&mut first, StartGame(alone(), TableRules::default()));
    month(&mut first, 1);
    tell(&mut first, Request::Send(Role::Developer, Command::Clear));
    tell(&mut first, prospect(12));
    first.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    first.update();
    assert!(first.world().get_resource::<Session>().is_none() && first.world().get_resource::<Shown>().is_none());
    let saved = first.world().resource::<Saved>().latest().map(|(_, game)| game.clone()).expect("a saved game");
    assert_eq!((saved.round, saved.of), (2, 12));
    drop(first);
    let mut second = app(folder.path());
    tell(&mut second, ContinueGame(None));
    assert_eq!((screen(&second), shown(&second)), (Screen::Desk, (0, 2)));
    let view = &second.world().resource::<Shown>().view;
    assert!(view.plan.iter().any(|c| c.card.action == Action::Prospect(cards::Prospect { time: Minutes::from_hours(12) })));
}

#[test]
fn any_saved_game_can_be_opened_and_what_does_not_open_stands_last() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("broken.rapport.ron"), "no log").expect("a file");
    let mut first = app(folder.path());
    tell(&mut first, StartGame(alone(), TableRules::default()));
    month(&mut first, 1);
    tell(&mut first, StartGame(hot_seat(), TableRules::default()));
    drop(first);
    let mut app = app(folder.path());
    let all = app.world().resource::<Saved>().games.clone();
    assert_eq!(all.len(), 3);
    assert!(all[2].game.as_ref().is_err_and(|why| why.contains("broken.rapport.ron")));
    // the one that was played first, whichever "Continue" would open
    let older = all.iter().find(|kept| kept.game.as_ref().is_ok_and(|game| game.round == 2)).expect("listed");
    assert_eq!(older.game.as_ref().map(|game| game.month), Ok((2012, 2)));
    tell(&mut app, ContinueGame(Some(older.path.clone())));
    // nobody has decided anything since the month was played: it is shown
    assert_eq!((screen(&app), shown(&app)), (Screen::Resolution, (0, 2)));
}

#[test]
fn many_saves_are_read_a_few_at_a_time_and_all_that_do_not_open_are_told_in_one_word() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..200 {
        std::fs::write(folder.path().join(format!("broken-{number:03}.rapport.ron")), "no log").expect("a file");
    }
    let mut app = app(folder.path());
    let notice = app.world().resource::<Notice>().clone();
    assert!(notice.first().is_some_and(|text| text.contains("20")), "{notice:?}");
    assert_eq!(app.world().resource::<Saved>().count(), 200);
    app.world_mut().resource_mut::<NextState<Menu>>().set(Menu::Saves);
    for _ in 0..2_000 {
        app.update();
    }
    let saved = app.world().resource::<Saved>();
    assert_eq!((saved.games.len(), saved.unread.len()), (200, 0));
    let again = app.world().resource::<Notice>();
    assert_eq!(again.count(), 1, "they queue no dialogs");
}

#[test]
fn a_folder_of_saves_that_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("saves");
    std::fs::write(&file, "no folder").expect("a file");
    let app = app(&file);
    assert!(app.world().resource::<Saved>().fault.as_ref().is_some_and(|fault| fault.contains("saves")));
    assert!(app.world().resource::<Notice>().first().is_some_and(|text| text.contains("saves")));
}

#[test]
fn a_month_that_everybody_had_handed_in_is_played_when_the_game_is_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let room = Room::new(crate::scenario::embedded()[0].1, alone()).expect("a game");
    let mut table = StoredRoom::create(room, folder.path().join("game.rapport.ron")).expect("a file");
    for seat in table.room().waiting().collect::<Vec<_>>() {
        table.send(table.room().now(seat, Act::Submit)).expect("handed in");
    }
    drop(table);
    let mut app = app(folder.path());
    tell(&mut app, ContinueGame(None));
    assert_eq!((screen(&app), shown(&app)), (Screen::Resolution, (0, 2)));
}

#[test]
fn a_game_that_cannot_be_saved_does_not_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocked = folder.path().join("file");
    std::fs::write(&blocked, "not a folder").expect("a file");
    let mut app = app(&blocked);
    tell(&mut app, StartGame(alone(), TableRules::default()));
    assert_eq!(screen(&app), Screen::Title);
    assert!(app.world().get_resource::<Session>().is_none());
    assert!(app.world().resource::<Notice>().first().is_some_and(|text| !text.is_empty()));
}

#[test]
fn at_the_end_everybody_may_see_every_team() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let mut setup = hot_seat();
    setup.rounds = Some(12);
    tell(&mut app, StartGame(setup, TableRules::default()));
    tell(&mut app, LookAt(TeamId(2)));
    assert_eq!(shown(&app), (0, 1), "nobody looks at others during the game");
    assert!(app.world().resource::<Ended>().beside.is_none());
    for _ in 0..12 {
        month(&mut app, 2);
    }
    assert!(app.world().resource::<Shown>().view.over);
    let standings = app.world().resource::<Standings>().list.clone();
    let mut here: Vec<(u8, bool)> = standings.iter().map(|s| (s.team.0, s.is_here)).collect();
    here.sort_unstable();
    assert_eq!(here, [(0, true), (1, true), (2, false)]);
    for team in [2, 1, 0] {
        tell(&mut app, LookAt(TeamId(team)));
        assert_eq!(shown(&app).0, team);
        assert!(!app.world().resource::<Shown>().view.past.ledger.is_empty());
        let most = standings.iter().filter(|place| place.team.0 != team).max_by_key(|place| place.contribution).expect("others");
        let beside = app.world().resource::<Ended>().beside.as_ref().expect("another team");
        assert_eq!(beside.past.months.last().map(|month| month.contribution_so_far), Some(most.contribution));
    }
    // a finished game is not offered to go on with; the same one can be played anew
    tell(&mut app, After::SameSeed);
    app.update();
    assert_eq!((screen(&app), shown(&app)), (Screen::Desk, (0, 1)));
}

#[test]
fn a_scenario_of_ones_own_is_played() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let text = crate::scenario::embedded()[0].1.replacen("opening_cash: 500_000", "opening_cash: 123_000", 1);
    app.insert_resource(CaseText(text.into()));
    tell(&mut app, StartGame(alone(), TableRules::default()));
    assert_eq!(app.world().resource::<Shown>().view.cash, crate::sim::units::Fen::yuan(123_000));
}

#[test]
fn whoever_leads_the_team_reads_what_the_leader_may() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    tell(&mut app, StartGame(alone(), TableRules::default()));
    let read = |app: &App| {
        let view = &app.world().resource::<Shown>().view;
        (view.seat.role, view.notes.suggestions.len())
    };
    let note = |note| Request::Send(Role::Developer, Command::Note(note));
    tell(&mut app, note(Note::Suggest { text: "more fairs".to_owned(), signature: Signature::Signed }));
    assert_eq!(read(&app), (Role::AccountManager, 1));
    tell(&mut app, note(Note::Leader(Role::Service)));
    assert_eq!(read(&app), (Role::Service, 1));
    // at a desk without the leader they stay closed
    let mut setup = alone();
    setup.teams[0].players[Role::AccountManager.index()] = Player::Bot(BotKind::Balanced);
    tell(&mut app, StartGame(setup, TableRules::default()));
    tell(&mut app, note(Note::Suggest { text: "more fairs".to_owned(), signature: Signature::Signed }));
    assert_eq!(read(&app), (Role::Developer, 0));
}

#[test]
fn people_of_one_team_take_turns_and_a_shared_role_waits_for_both() {
    use crate::room::Member;
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let person = |name: &str, roles: &[Role]| Member { name: name.to_owned(), roles: roles.to_vec() };
    let members = vec![person("Ann", &[Role::Developer, Role::AccountManager]), person("Bo", &[Role::AccountManager, Role::Service])];
    let teams = vec![TeamSetup::of_members("Red", members, BotKind::Balanced)];
    tell(&mut app, StartGame(Setup { teams, ..hot_seat() }, TableRules::default()));
    let roles = |app: &App| app.world().resource::<Shown>().roles.clone();
    assert_eq!((covered_for(&app).as_deref(), roles(&app)), (Some("Red · Ann"), vec![Role::Developer, Role::AccountManager]));
    // service is not hers
    tell(&mut app, Request::Send(Role::Service, Command::Clear));
    assert_eq!(app.world().resource::<Desk>().notice, Some(Refusal::NotYourRole));
    tell(&mut app, Request::Submit);
    assert_eq!((screen(&app), covered_for(&app).as_deref(), roles(&app)), (Screen::Desk, Some("Red · Bo"), vec![Role::AccountManager, Role::Service]));
    let submitted = |app: &App, role: Role| app.world().resource::<Session>().room().submitted(Seat { team: TeamId(0), role });
    assert!(submitted(&app, Role::Developer) && !submitted(&app, Role::AccountManager), "the role they share is still open");
    // who has handed in is in the log: the game that is opened again waits for him alone
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    app.update();
    drop(app);
    let mut app = self::app(folder.path());
    tell(&mut app, ContinueGame(None));
    assert_eq!(covered_for(&app).as_deref(), Some("Red · Bo"));
    assert!(submitted(&app, Role::Developer) && !app.world().resource::<Shown>().is_submitted());
    hand_in(&mut app);
    assert_eq!((screen(&app), shown(&app), covered_for(&app).as_deref()), (Screen::Resolution, (0, 2), Some("Red · Ann")));
}

#[test]
fn a_game_of_another_version_is_told_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.rapport.ron");
    let bytes = include_bytes!("../../../tests/fixtures/log-0.1.0.ron");
    std::fs::write(&path, bytes).expect("a file");
    let app = app(folder.path());
    let said = app.world().resource::<Notice>().first().expect("a word about it").to_owned();
    assert!(said.contains("0.1.0") && said.contains("docs/versions.md") && !said.contains("damaged"), "{said}");
    assert!(app.world().resource::<Saved>().latest().is_none());
    assert_eq!(std::fs::read(&path).expect("it is there"), bytes);
}

/// The list of the month as it lies before whoever has the screen: over at once, and of which month.
fn list(app: &App) -> (bool, u16) {
    let playback = app.world().resource::<Playback>();
    (screen(app) == Screen::Resolution && playback.is_over, app.world().resource::<Shown>().view.past.rounds.len() as u16)
}

#[test]
fn with_reduced_motion_every_team_sees_the_list_of_every_month() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    assert!(app.world().resource::<Settings>().reduced_motion);
    tell(&mut app, StartGame(hot_seat(), TableRules::default()));
    for _ in 0..2 {
        hand_in(&mut app);
    }
    for month in 1..4 {
        for team in ["Red", "Blue"] {
            assert_eq!((list(&app), covered_for(&app).as_deref()), ((true, month), Some(team)), "behind the curtain the list waits");
            app.world_mut().remove_resource::<Curtain>();
            app.update();
            assert_eq!(list(&app), (true, month), "lifting the curtain takes nothing away");
            tell(&mut app, Played);
            app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Desk);
            app.update();
            hand_in(&mut app);
        }
    }
    // alone it is the same, and again when the game is opened a day later
    tell(&mut app, StartGame(alone(), TableRules::default()));
    hand_in(&mut app);
    assert_eq!(list(&app), (true, 1));
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    app.update();
    drop(app);
    let mut app = self::app(folder.path());
    tell(&mut app, ContinueGame(None));
    assert_eq!(list(&app), (true, 1));
    // whoever has begun to plan has seen it
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Desk);
    app.update();
    tell(&mut app, prospect(6));
    let app = opened_again(app, folder.path());
    assert_eq!(screen(&app), Screen::Desk);
}

#[test]
fn a_team_alone_is_compared_with_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let mut setup = alone();
    setup.teams.truncate(1);
    tell(&mut app, StartGame(setup, TableRules::default()));
    for _ in 0..12 {
        month(&mut app, 1);
    }
    assert!(app.world().resource::<Shown>().view.over && app.world().resource::<Ended>().beside.is_none());
}

#[test]
fn no_view_of_one_game_is_taken_for_that_of_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let stamp = |app: &App| app.world().resource::<Shown>().stamp;
    let mut stamps = Vec::new();
    for _ in 0..3 {
        tell(&mut app, StartGame(alone(), TableRules::default()));
        stamps.push(stamp(&app));
        tell(&mut app, prospect(4));
        stamps.push(stamp(&app));
    }
    assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
}

#[test]
fn each_game_on_the_table_is_another_one_and_takes_nothing_of_the_last_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = app(folder.path());
    let mut numbers = Vec::new();
    let mut begin = |app: &mut App, open: &dyn Fn(&mut App)| {
        app.world_mut().resource_mut::<Desk>().whole_agenda = true;
        app.insert_resource(OthersWait(true));
        open(app);
        numbers.push(app.world().resource::<OnTable>().0);
        assert!(!app.world().resource::<Desk>().whole_agenda, "the desk is tidied up");
        assert!(!app.world().resource::<OthersWait>().0, "nobody waits for a month of this game");
    };
    begin(&mut app, &|app| tell(app, StartGame(alone(), TableRules::default())));
    // a move in the same game changes nothing
    tell(&mut app, prospect(6));
    assert_eq!(app.world().resource::<OnTable>().0, 1);
    begin(&mut app, &|app| tell(app, StartGame(hot_seat(), TableRules::default())));
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Title);
    app.update();
    // the same game again begins at its top as well
    begin(&mut app, &|app| tell(app, ContinueGame(None)));
    assert_eq!(numbers, [1, 2, 3]);
}
