//! The first screen: the game's name, and what one can do.

use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use crate::game::menu::backdrop::{self, Drift, Place};
use crate::game::menu::kept::{self, ContinueGame, Saved, SavedGame};
use crate::game::theme::{self, Role, icons};
use crate::game::widgets::{Button, icon_button};
use crate::words::{self, Lang, tr, tr_with};
use bevy::app::AppExit;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// What the player chose in the main menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuChoice {
    /// Open the saved game.
    Continue,
    /// Look at all saved games.
    Saves,
    /// Set one up.
    NewGame,
    /// The player's settings.
    Settings,
    /// Whose work this is.
    About,
    /// Close the window.
    Quit,
    /// The other language.
    SwitchLanguage,
    /// Light or dark.
    SwitchTheme,
}

/// What the main menu shows.
#[derive(Clone, Copy, Debug)]
pub struct MenuView<'a> {
    /// The language of the texts.
    pub lang: Lang,
    /// The theme switch leads to light.
    pub is_dark: bool,
    /// The game "Continue" would open.
    pub saved: Option<&'a SavedGame>,
    /// How many saved games there are.
    pub saves: usize,
}

/// What the main menu remembers between frames.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MenuUi {
    /// The first button has had the keyboard once.
    pub has_focused: bool,
}

/// The main menu among the pictures.
pub(in crate::game) const SHOTS: &[Shot] = &[Shot { name: "menu", setup: show_menu, dark: false }, Shot { name: "menu-dark", setup: show_menu, dark: true }];

fn show_menu(world: &mut World) {
    world.resource_mut::<NextState<Screen>>().set(Screen::Title);
    world.resource_mut::<NextState<Menu>>().set(Menu::None);
    world.resource_mut::<Saved>().games = kept::samples();
    world.resource_mut::<MenuUi>().has_focused = false;
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Saved>().init_resource::<MenuUi>();
    app.add_message::<ContinueGame>();
    app.add_systems(OnEnter(Screen::Title), |mut state: ResMut<MenuUi>| state.has_focused = false);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(in_state(Screen::Title)));
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn draw(
    mut contexts: EguiContexts,
    mut settings: ResMut<Settings>,
    saved: Res<Saved>,
    tokens: Query<(&Drift, &Place)>,
    mut state: ResMut<MenuUi>,
    mut screen: ResMut<NextState<Screen>>,
    mut menu: ResMut<NextState<Menu>>,
    mut open: MessageWriter<ContinueGame>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let context = contexts.ctx_mut()?;
    let mut ui = root_ui(context, "title");
    let lanes = lanes_area(ui.max_rect(), theme::scale(ui.style()));
    backdrop::paint(&ui, settings.lang, lanes, &tokens);
    let view = MenuView { lang: settings.lang, is_dark: settings.look.is_dark(), saved: saved.latest().map(|(_, game)| game), saves: saved.count() };
    // the rest is read frame by frame
    if !saved.unread.is_empty() && saved.latest().is_none() {
        context.request_repaint();
    }
    match main_menu(&view, &mut state, &mut ui) {
        None => {}
        Some(MenuChoice::Continue) => {
            open.write(ContinueGame(None));
        }
        Some(MenuChoice::Saves) => menu.set(Menu::Saves),
        Some(MenuChoice::NewGame) => screen.set(Screen::Setup),
        Some(MenuChoice::Settings) => menu.set(Menu::Settings),
        Some(MenuChoice::About) => menu.set(Menu::About),
        Some(MenuChoice::Quit) => {
            exit.write(AppExit::Success);
        }
        Some(MenuChoice::SwitchLanguage) => settings.lang = settings.lang.other(),
        Some(MenuChoice::SwitchTheme) => settings.look = settings.look.other(),
    }
    Ok(())
}

/// How wide the column with the game's name and the buttons is.
fn column_width(scale: f32) -> f32 {
    300.0 * scale.max(1.0) + 60.0
}

fn lanes_area(window: Rect, scale: f32) -> Rect {
    let left = window.left() + 72.0 + column_width(scale) + 64.0;
    Rect::from_min_max(pos2(left, window.top() + 72.0), window.right_bottom() - vec2(32.0, 56.0))
}

/// Draws the main menu; returns what was chosen.
pub fn main_menu(view: &MenuView<'_>, state: &mut MenuUi, ui: &mut Ui) -> Option<MenuChoice> {
    let window = ui.max_rect();
    let width = column_width(theme::scale(ui.style()));
    let mut choice = None;

    let left = Rect::from_min_size(window.min + vec2(72.0, 0.0), vec2(width, window.height()));
    let mut column = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)));
    let height = column.data(|data| data.get_temp::<f32>(column.id())).unwrap_or(460.0);
    column.add_space(((window.height() - height) * 0.42).max(16.0));
    let top = column.cursor().top();
    name_of_the_game(&mut column, view.lang);
    column.add_space(28.0);
    choice = buttons(&mut column, view, state, width).or(choice);
    let (used, end) = (column.cursor().top() - top, column.min_rect().bottom());
    let id = column.id();
    column.data_mut(|data| data.insert_temp(id, used));

    let corner = Rect::from_min_max(pos2(window.left(), window.top() + 12.0), pos2(window.right() - 32.0, window.top() + 60.0));
    let mut corner = ui.new_child(UiBuilder::new().max_rect(corner).layout(Layout::right_to_left(Align::Center)));
    choice = corner_buttons(&mut corner, view).or(choice);

    let foot = Rect::from_min_max(pos2(left.left(), window.bottom() - 44.0), window.right_bottom() - vec2(32.0, 12.0));
    let mut foot = ui.new_child(UiBuilder::new().max_rect(foot).layout(Layout::left_to_right(Align::Center)));
    // large letters take the buttons down to where it would stand
    if end <= foot.max_rect().top() + 8.0 {
        foot.label(theme::text(&foot, Role::Small, tr(view.lang, "menu-keys")).color(theme::palette(&foot).muted));
    }
    foot.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let version = tr_with(view.lang, "about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
        ui.label(theme::text(ui, Role::Small, version).color(theme::palette(ui).muted));
    });
    choice
}

fn name_of_the_game(ui: &mut Ui, lang: Lang) {
    let p = theme::palette(ui);
    let (large, small) = match lang {
        Lang::En => ("game-name", "game-name-other"),
        Lang::Zh => ("game-name-other", "game-name"),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let name = theme::text(ui, Role::Display, tr(lang, large)).color(p.accent);
        let response = ui.label(name);
        let font = theme::font(ui, Role::Title);
        let galley = ui.painter().layout_no_wrap(tr(lang, small).into_owned(), font, p.muted);
        // Both names stand on one line of writing.
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        let at = pos2(rect.left(), response.rect.bottom() - galley.size().y - 9.0 * theme::scale(ui.style()));
        ui.painter().galley(at, galley, p.muted);
    });
    ui.label(theme::text(ui, Role::Heading, tr(lang, "menu-subtitle")));
    ui.add_space(2.0);
    ui.label(theme::text(ui, Role::Body, tr(lang, "menu-lead")).color(p.muted));
}

fn buttons(ui: &mut Ui, view: &MenuView<'_>, state: &mut MenuUi, width: f32) -> Option<MenuChoice> {
    let lang = view.lang;
    let mut choice = None;
    let mut first: Option<egui::Id> = None;
    let mut add = |ui: &mut Ui, button: Button, meaning: MenuChoice| {
        let response = ui.add(button.width(width));
        first.get_or_insert(response.id);
        if response.clicked() {
            choice = Some(meaning);
        }
    };
    ui.spacing_mut().item_spacing.y = 10.0;
    let new_game = tr(lang, "menu-new-game");
    if let Some(saved) = view.saved {
        let month = words::month(lang, i32::from(saved.month.0), u32::from(saved.month.1));
        let args = [("scenario", saved.title(lang).into()), ("month", month.into()), ("teams", saved.first_teams(2).into())];
        let detail = tr_with(lang, "menu-continue-detail", &args);
        let button = Button::primary(tr(lang, "menu-continue")).detail(detail).icon(icons::PLAY);
        add(ui, button, MenuChoice::Continue);
        add(ui, Button::ghost(new_game).icon(icons::PLUS), MenuChoice::NewGame);
    } else {
        add(ui, Button::primary(new_game).icon(icons::PLAY), MenuChoice::NewGame);
    }
    // one that "Continue" opens needs no list
    if view.saves > usize::from(view.saved.is_some()) {
        let saves = tr_with(lang, "menu-saves", &[("count", view.saves.into())]);
        add(ui, Button::ghost(saves).icon(icons::LIST_BULLETS), MenuChoice::Saves);
    }
    add(ui, Button::ghost(tr(lang, "menu-settings")).icon(icons::GEAR), MenuChoice::Settings);
    add(ui, Button::ghost(tr(lang, "menu-about")).icon(icons::INFO), MenuChoice::About);
    add(ui, Button::quiet(tr(lang, "menu-quit")).icon(icons::SIGN_OUT), MenuChoice::Quit);
    if let Some(first) = first.filter(|_| !state.has_focused) {
        ui.memory_mut(|memory| memory.request_focus(first));
        state.has_focused = true;
    }
    choice
}

fn corner_buttons(ui: &mut Ui, view: &MenuView<'_>) -> Option<MenuChoice> {
    let mut choice = None;
    let hint = tr(view.lang, "language-switch-hint");
    let switch = Button::ghost(tr(view.lang, "language-switch")).icon(icons::TRANSLATE).low();
    if ui.add(switch).on_hover_text(hint).clicked() {
        choice = Some(MenuChoice::SwitchLanguage);
    }
    let (icon, name) = if view.is_dark { (icons::SUN, "theme-to-light") } else { (icons::MOON, "theme-to-dark") };
    if icon_button(ui, icon, tr(view.lang, name)).clicked() {
        choice = Some(MenuChoice::SwitchTheme);
    }
    choice
}
