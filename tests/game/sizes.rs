//! Every screen at the window and text sizes that are promised, in both languages: no widget lies over another, none is cut at
//! its side, none stands outside the window.

use crate::desk::{Table, dressed_at, game, shown, table_at};
use crate::setup::case;
use bevy_egui::egui::{self, Rect, Vec2, accesskit, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use rapport::game::app::settings::{Look, Settings};
use rapport::game::app::shown::{Behind, ClassMonth, ClassPlace, Curtain, Shown};
use rapport::game::app::standings::Disclosure;
use rapport::game::app::table::{Lock, Undo};
use rapport::game::board::places::Plan;
use rapport::game::desk::state::{CustomersPage, Evaluation, FinancePage, FunnelPage, ServicePage, ValuePage};
use rapport::game::desk::{Desk, Dialog, Draft, SheetTab, Tab};
use rapport::game::menu::about::about_panel;
use rapport::game::menu::kept::{KeptGame, Saved, SavedGame};
use rapport::game::menu::pause::{PausePage, PauseUi, pause_panel};
use rapport::game::menu::saves::saves_panel;
use rapport::game::menu::settings::settings_panel;
use rapport::game::menu::title::{MenuUi, MenuView, main_menu};
use rapport::game::resolution::{Playback, resolution_panel};
use rapport::game::results::{Results, ResultsTab, results_panel};
use rapport::game::session::curtain::curtain_panel;
use rapport::game::session::replay::{ReplayUi, Replays, replay_panel};
use rapport::game::session::{ended, standings};
use rapport::game::setup::{SetupForm, setup_panel};
use rapport::prose::Prose;
use rapport::room::Replayed;
use rapport::sim::units::TeamId;
use rapport::words::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Windows in points and text sizes in percent. A larger window shows everything somewhat larger, so that 1366 x 768 has
/// 1301 x 731 points, and 1920 x 1080 has 1600 x 900.
const SIZES: [(Vec2, u16); 6] = [
    (vec2(1024.0, 768.0), 100),
    (vec2(960.0, 600.0), 100),
    (vec2(1280.0, 720.0), 160),
    (vec2(1301.0, 731.0), 150),
    (vec2(1280.0, 720.0), 100),
    (vec2(1600.0, 900.0), 100),
];

/// A widget as the accessibility tree has it.
#[derive(Debug)]
struct Seen {
    id: u64,
    role: accesskit::Role,
    label: String,
    rect: Rect,
    /// What of it is in sight.
    visible: Rect,
}

impl Seen {
    /// It only tells something.
    fn is_text(&self) -> bool {
        matches!(self.role, accesskit::Role::Label | accesskit::Role::ProgressIndicator)
    }
}

/// The widgets of each layer, and each one's children.
fn widgets<S>(harness: &Harness<'_, S>) -> (Vec<Vec<Seen>>, BTreeMap<u64, Vec<u64>>) {
    let nodes: BTreeMap<u64, _> = harness.root().children_recursive().map(|node| (node.accesskit_node().locate().0.0, node.accesskit_node())).collect();
    let children = nodes.iter().map(|(id, node)| (*id, node.children().map(|child| child.locate().0.0).collect())).collect();
    let layers = harness.ctx.viewport(|viewport| {
        let seen = |w: &egui::WidgetRect| {
            let id = w.id.accesskit_id().0;
            let node = nodes.get(&id)?;
            let label = node.label().or(node.value()).unwrap_or_default();
            let told = !matches!(
                node.role(),
                accesskit::Role::GenericContainer
                    | accesskit::Role::Unknown
                    | accesskit::Role::Window
                    | accesskit::Role::TextRun
                    | accesskit::Role::ScrollBar
                    | accesskit::Role::Splitter
            );
            told.then(|| Seen { id, role: node.role(), label, rect: w.rect, visible: w.interact_rect })
        };
        viewport.prev_pass.widgets.layers().map(|(_, list)| list.iter().filter_map(seen).collect()).collect()
    });
    (layers, children)
}

fn is_within(children: &BTreeMap<u64, Vec<u64>>, outer: u64, inner: u64) -> bool {
    children.get(&outer).is_some_and(|list| list.contains(&inner) || list.iter().any(|&child| is_within(children, child, inner)))
}

/// What is wrong with the screen as it is drawn now; `rolls`: where things may be cut at their side, since they roll.
fn faults<S>(harness: &Harness<'_, S>, rolls: Option<Rect>) -> Vec<String> {
    let window = harness.ctx.viewport_rect();
    let (layers, children) = widgets(harness);
    let mut faults = Vec::new();
    let mut count = 0;
    for layer in layers {
        let list: Vec<&Seen> = layer.iter().filter(|seen| seen.visible.width() > 1.0 && seen.visible.height() > 1.0).collect();
        count += list.len();
        for (place, one) in list.iter().enumerate() {
            let cut = one.rect.right() > one.visible.right() + 1.5 || one.rect.left() < one.visible.left() - 1.5;
            if cut && !rolls.is_some_and(|rolls| rolls.contains(one.visible.center())) {
                faults.push(format!("cut at its side: {one:?}"));
            }
            if !window.expand(1.0).contains_rect(one.visible) {
                faults.push(format!("outside the window: {one:?}"));
            }
            for other in &list[..place] {
                let both = one.visible.intersect(other.visible);
                if both.width() <= 2.0 || both.height() <= 3.0 {
                    continue;
                }
                let holds = |outer: &Seen, inner: &Seen| !outer.is_text() && outer.visible.expand(3.0).contains_rect(inner.visible);
                // a row that is read as one, and a part of it
                let repeats = |whole: &Seen, part: &Seen| whole.is_text() && whole.visible.contains_rect(part.visible) && whole.label.starts_with(&part.label);
                let belongs = is_within(&children, one.id, other.id) || is_within(&children, other.id, one.id);
                if !belongs && !holds(one, other) && !holds(other, one) && !repeats(one, other) && !repeats(other, one) {
                    faults.push(format!(
                        "one over the other: {:?} {} {:?} / {:?} {} {:?}",
                        one.role, one.label, one.visible, other.role, other.label, other.visible
                    ));
                }
            }
        }
    }
    assert!(count > 2, "only {count} widgets");
    faults
}

/// What Tab leads to but does not bring into sight.
fn out_of_reach(desk: &mut Harness<'static, Table>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut first = None;
    for _ in 0..60 {
        desk.key_press(egui::Key::Tab);
        desk.run_ok();
        let Some(id) = desk.ctx.memory(|memory| memory.focused()) else { continue };
        if first == Some(id) {
            break;
        }
        first = first.or(Some(id));
        let Some(response) = desk.ctx.read_response(id) else { continue };
        let seen = response.interact_rect.intersect(desk.ctx.viewport_rect());
        if seen.height() < response.rect.height() - 3.0 || seen.width() < response.rect.width() - 3.0 {
            faults.push(format!("out of reach: {:?} of {:?}", seen, response.rect));
        }
    }
    faults
}

/// Where the plan's cards roll from side to side.
fn plan_of(harness: &Harness<'_, Table>) -> Rect {
    let roles = harness.state().shown.view.guide.roles().len();
    let scale = rapport::game::theme::scale(&harness.ctx.global_style());
    rapport::game::desk::areas::areas(harness.ctx.viewport_rect(), scale, roles).tray
}

/// Faults by what they are, each with the first screen it was seen on.
#[derive(Default)]
struct Found(BTreeMap<String, String>);

impl Found {
    fn add(&mut self, screen: &str, faults: Vec<String>) {
        for fault in faults {
            self.0.entry(fault).or_insert_with(|| screen.to_owned());
        }
    }

    fn look(&mut self, screen: &str, desk: &mut Harness<'static, Table>, change: impl FnOnce(&mut Desk)) {
        let state = desk.state_mut();
        state.desk = Desk::default();
        change(&mut state.desk);
        desk.run_ok();
        let rolls = plan_of(desk);
        self.add(screen, faults(desk, Some(rolls)));
    }

    fn none(self) {
        let list: Vec<String> = self.0.iter().map(|(fault, screen)| format!("{screen}\n    {fault}")).collect();
        assert!(list.is_empty(), "{} faults\n{}", list.len(), list.join("\n"));
    }
}

fn everywhere(mut look: impl FnMut(&str, Vec2, u16, Lang)) {
    for (size, text) in SIZES {
        for lang in Lang::ALL {
            look(&format!("{}x{} at {text} %, {lang:?}", size.x, size.y), size, text, lang);
        }
    }
}

/// A game in its ninth month, seen by the team that has sold something.
fn played() -> Shown {
    let seat = rapport::sim::units::Seat { team: rapport::sim::units::TeamId(1), ..crate::desk::SEAT };
    Shown { view: Arc::new(game(8).view(seat).expect("a seat")), ..shown(0) }
}

#[test]
fn nothing_lies_over_another_on_any_page_of_the_desk() {
    let shown = played();
    let mut found = Found::default();
    everywhere(|name, size, text, lang| {
        let mut desk = table_at(size, text, shown.clone(), lang);
        for plan in Plan::ALL {
            found.look(&format!("{name}: board, {plan:?}"), &mut desk, |desk| desk.board.plan = plan);
        }
        for page in CustomersPage::ALL {
            found.look(&format!("{name}: {page:?}"), &mut desk, |desk| (desk.tab, desk.customers.page) = (Tab::Customers, page));
        }
        for page in FunnelPage::ALL {
            found.look(&format!("{name}: {page:?}"), &mut desk, |desk| (desk.tab, desk.funnel) = (Tab::Funnel, page));
        }
        for page in ValuePage::ALL {
            found.look(&format!("{name}: {page:?}"), &mut desk, |desk| (desk.tab, desk.value.page) = (Tab::Value, page));
        }
        for page in [ServicePage::Queue, ServicePage::Record] {
            found.look(&format!("{name}: {page:?}"), &mut desk, |desk| (desk.tab, desk.service) = (Tab::Service, page));
        }
        found.look(&format!("{name}: team"), &mut desk, |desk| desk.tab = Tab::Team);
        for page in FinancePage::ALL {
            found.look(&format!("{name}: {page:?}"), &mut desk, |desk| (desk.tab, desk.finance) = (Tab::Finance, page));
        }
    });
    found.none();
}

#[test]
fn nothing_lies_over_another_on_the_sheet_in_the_editor_and_in_dialogs() {
    let shown = played();
    let view = Arc::clone(&shown.view);
    let customer = view.customers.iter().max_by_key(|c| (c.orders, view.open_deals(c.id).count())).expect("somebody").id;
    let mut drafts: Vec<Draft> = Vec::new();
    for offer in view.customers.iter().flat_map(|c| rapport::advice::offer::offers(&view, c.id)).chain(rapport::advice::offer::desk_offers(&view)) {
        let kind = std::mem::discriminant(&offer.card.action);
        if drafts.iter().all(|draft| std::mem::discriminant(&draft.card.action) != kind) {
            drafts.push(Draft { role: offer.role, card: offer.card, changes: None });
        }
    }
    assert!(drafts.len() > 8);
    let mut found = Found::default();
    everywhere(|name, size, text, lang| {
        let mut desk = table_at(size, text, shown.clone(), lang);
        for tab in [SheetTab::Profile, SheetTab::Contacts, SheetTab::Log, SheetTab::Deals, SheetTab::Service, SheetTab::Value] {
            found.look(&format!("{name}: sheet {tab:?}"), &mut desk, |desk| desk.open(customer, Some(tab)));
        }
        found.look(&format!("{name}: office"), &mut desk, Desk::show_office);
        for draft in &drafts {
            found.look(&format!("{name}: {:?}", draft.card.action), &mut desk, |desk| desk.set_up(draft.clone()));
        }
        let start = rapport::advice::strategy::start(&view);
        let task = rapport::game::desk::customers::task::start(&Prose::new(&view, lang), customer);
        for dialog in [
            Dialog::Strategy(start),
            Dialog::Levels,
            Dialog::Evaluate(Evaluation::of(&view, customer)),
            Dialog::Task(task),
            Dialog::Goal,
            Dialog::Help,
            Dialog::Summary,
            Dialog::Check,
        ] {
            let what = format!("{name}: {dialog:?}");
            found.look(&what, &mut desk, |desk| desk.dialog = Some(dialog));
            found.add(&what, out_of_reach(&mut desk));
        }
    });
    found.none();
}

#[test]
fn nothing_lies_over_another_on_the_other_screens() {
    let (shown, over) = (played(), Shown { view: Arc::new(game(99).view(crate::desk::SEAT).expect("a seat")), ..shown(0) });
    let table = standings(&game(99), Disclosure::All);
    let other = ended(&game(99), crate::desk::SEAT);
    let mut found = Found::default();
    everywhere(|name, size, text, lang| {
        let saved = SavedGame {
            scenario: ["New Era Network".to_owned(), "新时代网络".to_owned()],
            round: 5,
            of: 12,
            month: (2012, 5),
            teams: vec!["Foresight".to_owned(); 3],
        };
        let games = vec![
            KeptGame { path: "a.ron".into(), game: Ok(saved.clone()), age: Some(std::time::Duration::from_secs(7_200)) },
            KeptGame { path: "c.ron".into(), game: Err("line 3: no log".to_owned()), age: None },
        ];
        let saves = Saved { games, ..Saved::default() };
        let mut see = |what: &str, draw: Box<dyn FnMut(&mut egui::Ui) + '_>| {
            let mut draw = draw;
            let mut screen = dressed_at(size, text, lang, (), move |ui, ()| draw(ui));
            screen.run_ok();
            found.add(&format!("{name}: {what}"), faults(&screen, None));
        };
        let mut menu = MenuUi::default();
        let kept = saved.clone();
        see("title", Box::new(move |ui| _ = main_menu(&MenuView { lang, is_dark: false, saved: Some(&kept), saves: 2 }, &mut menu, ui)));
        let mut settings = Settings { lang, look: Look::Light, text_percent: text, reduced_motion: true, fictional_names: false };
        see("settings", Box::new(move |ui| _ = settings_panel(&mut settings, None, ui)));
        see("about", Box::new(move |ui| _ = about_panel(lang, ui)));
        see("saves", Box::new(|ui| _ = saves_panel(lang, &saves, ui)));
        for what in [Replays::Game, Replays::Month] {
            let replay = ReplayUi { what, replayed: Replayed { months: 17, of: 48 }, stops: false };
            see("replay", Box::new(move |ui| _ = replay_panel(lang, &replay, ui)));
        }
        for (page, undo) in [(PausePage::Menu, Undo::Free), (PausePage::Undo, Undo::Free), (PausePage::Lock, Undo::Locked(String::new()))] {
            let mut state = PauseUi { page, ..PauseUi::default() };
            see("pause", Box::new(move |ui| _ = pause_panel(lang, Some("March 2012"), Lock { undo: &undo, turns: 1 }, &mut state, ui)));
        }
        let (guide, mut form) = (case(0), SetupForm::new(lang));
        see("setup", Box::new(move |ui| _ = setup_panel(&guide, &mut form, lang, false, true, ui)));
        let curtain = Curtain {
            behind: Behind::Turn { team: "Same Boat".to_owned(), place: 1 },
            month: "March 2012".to_owned(),
            before: Some("Red".to_owned()),
            played: None,
        };
        let place = |place: u8| ClassPlace {
            team: TeamId(place),
            name: format!("Team {place}"),
            rank: "1".to_owned(),
            figure: "66.5".to_owned(),
            share: 0.5,
            won: "won 2 of 3 deals · 1.2m".to_owned(),
        };
        let after = Curtain {
            played: Some(ClassMonth { month: "February 2012".to_owned(), places: (0..10).map(place).collect(), is_scored: true }),
            ..curtain.clone()
        };
        see("curtain after a month", Box::new(move |ui| _ = curtain_panel(&after, lang, ui)));
        see("curtain", Box::new(move |ui| _ = curtain_panel(&curtain, lang, ui)));
        for ends in [false, true] {
            let mut playback = Playback::start(&Prose::new(&shown.view, lang));
            if ends {
                playback.skip();
            }
            let shown = shown.clone();
            see("resolution", Box::new(move |ui| _ = resolution_panel(&shown, &mut playback, lang, &[], ui)));
        }
        for tab in [ResultsTab::Score, ResultsTab::Stories, ResultsTab::Lessons] {
            let (over, other, table, mut results) = (over.clone(), other.clone(), table.clone(), Results { tab, ..Results::default() });
            see(&format!("{tab:?}"), Box::new(move |ui| _ = results_panel(&over, &other, &table, &mut results, lang, ui)));
        }
    });
    found.none();
}
