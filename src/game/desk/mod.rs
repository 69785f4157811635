//! The desk: a team's work place. Draws the view it is shown, and asks for what the player wants with [`Request`]s; it
//! holds no rule of the game.
//!
//! Whoever holds the room inserts [`Shown`], switches to `Screen::Desk`, reads [`Request`] messages, answers with a new
//! `Shown` (and a new stamp), and calls [`Desk::refuse`] when a command was refused.

mod agenda;
pub mod areas;
pub mod cards;
pub mod customers;
mod dialogs;
mod finance;
mod funnel;
mod help;
mod service;
mod sheet;
pub mod state;
pub mod strategy;
pub mod summary;
mod team;
pub mod tokens;
mod top_bar;
mod value;

pub use state::{Desk, Dialog, Draft, Request, SheetTab, Tab};

use crate::advice;
use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Curtain, Shown};
use crate::game::board::layout::PlacedToken;
use crate::game::board::panel::{BoardChoice, BoardView, board};
use crate::game::desk::tokens::{Glide, Place, Size, Token, placed};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Tone, area, chip, sides, tabs, tool};
use crate::prose::{Prose, names};
use crate::room::Refusal;
use crate::words::Lang;
use areas::areas;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align2, Key, Modifiers, Rect, Ui, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Desk>().add_message::<Request>();
    // behind the curtain nothing is drawn, and nothing hears a key
    let open = in_state(Screen::Desk).and_then(resource_exists::<Shown>).and_then(not(resource_exists::<Curtain>));
    app.add_plugins(tokens::plugin);
    app.add_systems(Update, ask_for_strategy.run_if(open.clone()));
    app.add_systems(Update, customers::files::carry_out);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

/// The first month opens with the question what the team sets out to do, once for each team at the screen.
fn ask_for_strategy(shown: Res<Shown>, mut desk: ResMut<Desk>) {
    let team = shown.view.seat.team;
    let unasked = shown.view.round.0 == 1 && shown.view.strategy.is_none() && !desk.asked.contains(&team);
    if unasked && desk.dialog.is_none() {
        desk.asked.push(team);
        desk.dialog = Some(Dialog::Strategy(advice::strategy::start(&shown.view)));
    }
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    mut settings: ResMut<Settings>,
    mut desk: ResMut<Desk>,
    tokens: Query<(&Token, &Place, &Size, Option<&Glide>)>,
    menu: Res<State<Menu>>,
    mut next_menu: ResMut<NextState<Menu>>,
    mut requests: MessageWriter<Request>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let places = placed(&tokens);
    let mut ui = root_ui(&context, "desk");
    let desk = desk.bypass_change_detection();
    if *menu.get() == Menu::None {
        keys(&shown, desk, &context);
    }
    desk_panel(&shown, desk, settings.lang, &places, &mut ui);
    for request in desk.out.drain(..) {
        match request {
            Request::OpenMenu => next_menu.set(Menu::Pause),
            Request::SwitchLanguage => settings.lang = settings.lang.other(),
            request => {
                requests.write(request);
            }
        }
    }
    Ok(())
}

/// Draws the whole desk. Without tokens (in tests) it places them itself.
pub fn desk_panel(shown: &Shown, desk: &mut Desk, lang: Lang, tokens: &[PlacedToken], ui: &mut Ui) {
    let prose = Prose::new(&shown.view, lang);
    let areas = areas(ui.max_rect(), theme::scale(ui.style()), shown.view.guide.roles().len());
    refresh_offers(shown, desk);
    top_bar::top_bar(&prose, shown, desk, ui, areas.top);
    agenda::agenda(&prose, desk, ui, areas.agenda);
    tab_row(&prose, desk, ui, areas.tabs);
    middle(&prose, shown, desk, tokens, ui, areas.middle);
    sheet::sheet(&prose, shown, desk, ui, areas.sheet);
    cards::plan::plan(&prose, shown, desk, ui, areas.tray, areas.agenda.width() - 4.0);
    notice(&prose, desk, ui, areas.middle);
    let context = ui.ctx().clone();
    dialogs::dialogs(&prose, desk, &context);
}

fn refresh_offers(shown: &Shown, desk: &mut Desk) {
    let customer = desk.selected;
    let view = &shown.view;
    desk.offers.refresh(shown.stamp, customer, || match customer {
        Some(id) => crate::advice::offer::offers(view, id),
        None => crate::advice::offer::desk_offers(view),
    });
}

fn tab_row(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "tabs", |ui| {
        let tab = &mut desk.tab;
        sides(
            ui,
            rect.height(),
            |ui| {
                let keys = ["tab-board", "tab-customers", "tab-funnel", "tab-value", "tab-service", "tab-team", "tab-finance"];
                let named: Vec<(Tab, String)> = Tab::ALL.into_iter().zip(keys).map(|(tab, key)| (tab, prose.say(key))).collect();
                let choices: Vec<(Tab, &str)> = named.iter().map(|(tab, text)| (*tab, text.as_str())).collect();
                tabs(ui, tab, &choices);
            },
            |_| {},
        );
    });
}

fn middle(prose: &Prose, shown: &Shown, desk: &mut Desk, tokens: &[PlacedToken], ui: &mut Ui, rect: Rect) {
    match desk.tab {
        Tab::Board => {
            let view = BoardView { stamp: shown.stamp, tokens, selected: desk.selected, hears_keys: desk.dialog.is_none() };
            match board(prose, &mut desk.board, &view, ui, rect) {
                Some(BoardChoice::Open(customer)) => desk.open(customer, None),
                Some(BoardChoice::OpenDeals(customer)) => desk.open(customer, Some(SheetTab::Deals)),
                Some(BoardChoice::Close) => {
                    desk.selected = None;
                    desk.draft = None;
                }
                None => {}
            }
        }
        Tab::Customers => customers::customers(prose, shown, desk, ui, rect),
        Tab::Funnel => {
            let insight = desk.insight.of(shown.stamp, prose.view);
            funnel::funnel(prose, shown, desk, &insight, ui, rect);
        }
        Tab::Value => {
            let insight = desk.insight.of(shown.stamp, prose.view);
            value::value(prose, desk, &insight, ui, rect);
        }
        Tab::Service => {
            let insight = desk.insight.of(shown.stamp, prose.view);
            service::service(prose, shown, desk, &insight, ui, rect);
        }
        Tab::Team => team::team(prose, shown, desk, ui, rect),
        Tab::Finance => {
            let insight = desk.insight.of(shown.stamp, prose.view);
            finance::finance(prose, desk, &insight, ui, rect);
        }
    }
}

/// Why the last command was refused, over the foot of the middle.
fn notice(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let Some(refusal) = desk.notice else {
        return;
    };
    let text = match refusal {
        Refusal::Rules(reject) => prose.refusal(reject),
        of_room => prose.say(names::of_room(of_room.code())),
    };
    let context = ui.ctx().clone();
    let shown =
        egui::Area::new(egui::Id::new("desk-notice")).pivot(Align2::CENTER_BOTTOM).fixed_pos(rect.center_bottom() - vec2(0.0, 10.0)).show(&context, |ui| {
            widgets::card(ui, |ui| {
                ui.horizontal(|ui| {
                    chip(ui, Tone::Late, &icons::WARNING.to_string());
                    ui.label(theme::text(ui, Type::Strong, text));
                    tool(ui, icons::X, &prose.say("close")).clicked()
                })
                .inner
            })
            .inner
        });
    if shown.inner {
        desk.notice = None;
    }
}

/// The keys of the desk.
pub fn keys(shown: &Shown, desk: &mut Desk, context: &egui::Context) {
    let pressed = |modifiers: Modifiers, key: Key| context.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::F1) {
        desk.dialog = if desk.dialog == Some(Dialog::Help) { None } else { Some(Dialog::Help) };
    }
    if desk.dialog.is_none() && pressed(Modifiers::COMMAND, Key::Enter) {
        desk.out.push(if shown.is_submitted() { Request::Withdraw } else { Request::Submit });
    }
    if context.egui_wants_keyboard_input() {
        return;
    }
    if desk.dialog.is_none() {
        let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
        for (tab, key) in Tab::ALL.into_iter().zip(numbers) {
            if pressed(Modifiers::NONE, key) {
                desk.tab = tab;
            }
        }
        if pressed(Modifiers::NONE, Key::P) {
            desk.tab = Tab::Board;
            desk.board.plan = desk.board.plan.next();
            desk.board.zoom = None;
        }
    }
    // Escape closes the nearest thing; with nothing open the pause menu takes it. Dialogs close themselves.
    if desk.dialog.is_none() && desk.has_open() && pressed(Modifiers::NONE, Key::Escape) {
        desk.close_nearest();
    }
}
