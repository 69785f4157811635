//! The set-up screen: what it refuses, and what a click makes of it.

use crate::desk::dressed;
use bevy_egui::egui::accesskit::Role as Node;
use bevy_egui::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::bots::BotKind;
use rapport::game::setup::{Number, Occupant, SetupChoice, SetupForm, TeamForm, setup_panel};
use rapport::room::{MAX_NAME, Player, Room};
use rapport::sim::scenario::Guide;
use rapport::sim::state::MarketKind;
use rapport::sim::units::Role;
use rapport::words::{Lang, tr, tr_with};
use std::sync::Arc;

struct Screen {
    guide: Arc<Guide>,
    form: SetupForm,
    lang: Lang,
    choice: Option<SetupChoice>,
}

/// A case that comes with the game, by its place.
pub fn case(place: usize) -> Arc<Guide> {
    let (name, text) = rapport::scenario::embedded()[place];
    rapport::scenario::read(name, text.as_bytes()).expect("the built-in scenario reads").guide.clone()
}

fn screen(lang: Lang) -> Harness<'static, Screen> {
    let state = Screen { guide: case(0), form: SetupForm::new(lang), lang, choice: None };
    dressed(lang, state, |ui, screen| {
        if let Some(choice) = setup_panel(&screen.guide, &mut screen.form, screen.lang, false, true, ui) {
            screen.choice = Some(choice);
        }
    })
}

#[test]
fn the_form_says_what_is_wrong_with_it() {
    let form = SetupForm::new(Lang::En);
    let guide = case(0);
    let bots = |name: &str| TeamForm { name: name.to_owned(), seats: [Occupant::Bot; Role::COUNT], bot: BotKind::Hunting, people: Vec::new(), colour: None };
    type Spoil = fn(&mut SetupForm);
    let cases: [(&str, &str, Spoil); 7] = [
        ("empty seed", "setup-bad-seed", |f| f.number = Number::Written),
        ("seed with letters", "setup-bad-seed", |f| (f.number, f.seed) = (Number::Written, "12a".to_owned())),
        ("negative seed", "setup-bad-seed", |f| (f.number, f.seed) = (Number::Written, "-1".to_owned())),
        ("blank name", "setup-bad-name", |f| f.teams[0].name = "  ".to_owned()),
        ("long name", "setup-bad-name", |f| f.teams[0].name = "x".repeat(MAX_NAME + 1)),
        ("same name", "setup-same-name", |f| f.teams[0].name = format!(" {} ", f.teams[1].name)),
        ("nobody plays", "setup-nobody", |f| f.teams[0].seats = [Occupant::Bot; Role::COUNT]),
    ];
    for (case, key, spoil) in cases {
        let mut form = form.clone();
        spoil(&mut form);
        assert_eq!(form.setup(&guide, false), Err(key), "{case}");
        for lang in Lang::ALL {
            assert_ne!(tr(lang, key), key, "{key} has no text");
        }
    }
    let mut form = form;
    form.teams.push(bots("Hunters"));
    form.teams[0].seats[1] = Occupant::Bot;
    form.market = MarketKind::Shared;
    let setup = form.setup(&guide, true).expect("a sound form");
    assert_eq!(setup.teams[0].players[..3], [Player::Person, Player::Bot(BotKind::Balanced), Player::Person], "bots fill in as the balanced one");
    assert_eq!(setup.teams[3].players, [Player::Bot(BotKind::Hunting); Role::COUNT]);
    assert!(setup.fictional_names && setup.market == MarketKind::Shared);
    assert!(Room::new(rapport::scenario::embedded()[0].1, setup).is_ok());
}

#[test]
fn a_short_game_has_the_months_chosen_and_never_fewer_than_the_case_needs() {
    for (place, (_, text)) in rapport::scenario::embedded().iter().enumerate() {
        let guide = case(place);
        let mut form = SetupForm::new(Lang::En);
        assert_eq!(form.setup(&guide, false).map(|setup| setup.rounds), Ok(None));
        for months in 1..=guide.rounds {
            form.months = Some(months);
            let setup = form.setup(&guide, false).expect("a sound form");
            assert!(setup.rounds.is_none_or(|rounds| rounds == months && rounds >= guide.least_rounds));
            assert!(Room::new(text, setup).is_ok(), "{months} months of {}", guide.id);
        }
    }
    // what is chosen is what is played
    let mut screen = screen(Lang::En);
    screen.state_mut().guide = (0..rapport::scenario::embedded().len()).map(case).find(|guide| guide.least_rounds <= 8).expect("a short case");
    screen.run_ok();
    screen.get_by_label("8").click();
    screen.run_ok();
    screen.get_by_label_contains(&tr(Lang::En, "setup-start")).click();
    screen.run_ok();
    let Some(SetupChoice::Start(setup)) = &screen.state().choice else { panic!("nothing started") };
    assert_eq!(setup.rounds, Some(8));
}

#[test]
fn people_who_take_over_from_the_computer_do_not_go_by_the_name_of_a_strategy() {
    for lang in Lang::ALL {
        let mut form = SetupForm::new(lang);
        form.teams[2].name = "Sharks".to_owned();
        let strategy = form.teams[1].name.clone();
        form.let_people(1, lang);
        form.let_people(2, lang);
        assert!(form.teams[1].name != strategy && !form.teams[1].name.is_empty());
        assert_eq!(form.teams[2].name, "Sharks", "a name that somebody wrote stays");
        assert!(form.setup(&case(0), false).is_ok());
    }
}

#[test]
fn a_new_player_starts_with_one_click() {
    for lang in Lang::ALL {
        let mut screen = screen(lang);
        screen.get_by_label_contains(&tr(lang, "setup-start")).click();
        screen.run_ok();
        let Some(SetupChoice::Start(setup)) = &screen.state().choice else { panic!("{lang:?}: nothing started") };
        assert_eq!((setup.seed, setup.teams.len()), (107, 3));
        assert_eq!(setup.teams[0].players, [Player::Person; Role::COUNT]);
    }
}

#[test]
fn a_team_of_bots_opens_for_people_and_teams_come_and_go() {
    let mut screen = screen(Lang::En);
    let label = |key: &str| tr(Lang::En, key).into_owned();
    let click = |screen: &mut Harness<'static, Screen>, key: &str| {
        screen.get_all_by_label(&label(key)).next().expect("a button").click();
        screen.run_ok();
    };
    click(&mut screen, "setup-let-people");
    assert_eq!(screen.state().form.teams[1].seats, [Occupant::Person; Role::COUNT]);
    click(&mut screen, "setup-remove-team");
    assert_eq!(screen.state().form.teams.len(), 2);
    click(&mut screen, "setup-add-bots");
    let teams = &screen.state().form.teams;
    assert_eq!((teams.len(), teams[2].seats), (3, [Occupant::Bot; Role::COUNT]));
    let guide = Arc::clone(&screen.state().guide);
    assert!(screen.state().form.setup(&guide, false).is_ok());
}

#[test]
fn a_game_goes_by_the_cases_own_number_by_a_written_or_by_a_drawn_one() {
    let mut screen = screen(Lang::En);
    let number = |screen: &Harness<'static, Screen>| screen.state().form.game_number(&screen.state().guide);
    assert_eq!(number(&screen), Some(107));
    assert!(screen.query_by_label_contains("(107)").is_some());
    assert!(screen.query_by_label(&tr(Lang::En, "setup-other-seed")).is_none(), "there is nothing to draw while the case's own is chosen");
    screen.get_by_label(&tr(Lang::En, "setup-written-seed")).click();
    screen.run_ok();
    assert_eq!(number(&screen), Some(107), "one begins with the case's own");
    screen.get_by_label(&tr(Lang::En, "setup-other-seed")).click();
    screen.run_ok();
    let drawn = number(&screen);
    assert!(drawn.is_some() && drawn != Some(107));
    // another case leaves a written number as it is, and brings its own
    let other = case(2);
    let form = &mut screen.state_mut().form;
    assert_eq!(form.game_number(&other), drawn);
    form.number = Number::OfCase;
    assert_eq!(form.game_number(&other), Some(other.luck));
    assert_ne!(other.luck, 107);
}

#[test]
fn three_teams_fit_the_smallest_screen() {
    for lang in Lang::ALL {
        let screen = screen(lang);
        let (add, start) = (tr(lang, "setup-add-bots"), tr(lang, "setup-start"));
        let (add, start) = (screen.get_by_label(&add).rect(), screen.get_by_label_contains(&start).rect());
        assert!(add.bottom() <= start.top(), "{lang:?}: {add:?} {start:?}");
        for node in screen.get_all_by_label(&tr(lang, "setup-remove-team")) {
            assert!(node.rect().right() <= 1280.0 - 40.0, "{lang:?}: {:?}", node.rect());
        }
    }
}

#[test]
fn people_share_the_roles_out_and_a_role_that_nobody_has_is_a_bots() {
    use rapport::game::setup::PersonForm;
    use rapport::sim::units::Role::{AccountManager, Developer, Service};
    let person = |name: &str, roles: &[Role]| {
        let mut mine = [false; Role::COUNT];
        roles.iter().for_each(|role| mine[role.index()] = true);
        PersonForm { name: name.to_owned(), roles: mine }
    };
    let mut form = SetupForm::new(Lang::En);
    form.teams[0].people = vec![person("Ann", &[Developer, AccountManager]), person("Bo", &[AccountManager])];
    let setup = form.setup(&case(0), false).expect("a sound form");
    assert_eq!(setup.teams[0].players[..3], [Player::Person, Player::Person, Player::Bot(BotKind::Balanced)]);
    assert_eq!(setup.teams[0].sharing(1, AccountManager), Some((1, 2)));
    assert!(Room::new(rapport::scenario::embedded()[0].1, setup).is_ok());
    for (key, people) in [("setup-bad-person", vec![person("Ann", &[Developer]), person(" Ann ", &[Service])]), ("setup-idle-person", vec![person("Ann", &[])])]
    {
        form.teams[0].people = people;
        assert_eq!(form.setup(&case(0), false), Err(key));
    }
}

#[test]
fn a_click_on_a_teams_colour_gives_it_another_which_the_table_keeps() {
    for lang in Lang::ALL {
        let mut screen = screen(lang);
        assert_eq!(screen.state().form.table().map(|table| table.colours), Some(Vec::new()), "each that of its place");
        let colour = |key: &str| tr(lang, key).split_whitespace().next().expect("a name").to_owned();
        let of = |team: &str, key: &str| tr_with(lang, "setup-colour", &[("team", team.into()), ("colour", colour(key).into())]).into_owned();
        let own = tr(lang, "setup-own-team").into_owned();
        screen.get_by_label(&of(&own, "colour-teal")).click();
        screen.run_ok();
        assert_eq!(screen.state().form.table().map(|table| table.colours), Some(vec![3, 1, 2]), "the first that nobody has");
        screen.get_by_label(&of(&own, "colour-purple"));
        // a name that is a colour
        screen.state_mut().form.teams[1].name = colour("colour-red");
        screen.run_ok();
        screen.get_by_label(&of(&colour("colour-red"), "colour-red"));
        assert_eq!(screen.state().form.table().map(|table| table.colours), Some(vec![3, 5, 2]));
    }
}

#[test]
fn select_all_takes_in_the_whole_field_and_no_other() {
    let mut screen = screen(Lang::En);
    let others: Vec<String> = screen.state().form.teams[1..].iter().map(|team| team.name.clone()).collect();
    screen.state_mut().form.teams[0].name = "Same Boat, 同舟".to_owned();
    let label = tr(Lang::En, "setup-team-name");
    let field = |screen: &Harness<'static, Screen>, write: &str| {
        let fields: Vec<_> = screen.get_all_by_role_and_label(Node::TextInput, &label).collect();
        if write.is_empty() { fields[0].focus() } else { fields[0].type_text(write) }
    };
    field(&screen, "");
    screen.run_ok();
    screen.key_press_modifiers(Modifiers::CTRL | Modifiers::COMMAND, Key::A);
    screen.run_ok();
    field(&screen, "x");
    screen.run_ok();
    let names: Vec<String> = screen.state().form.teams.iter().map(|team| team.name.clone()).collect();
    assert_eq!((names[0].as_str(), &names[1..]), ("x", others.as_slice()));
}
