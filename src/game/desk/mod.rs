//! The desk: a team's work place. Draws the view it is shown, and asks for what the player wants with [`Request`]s; it
//! holds no rule of the game.
//!
//! Whoever holds the room inserts [`Shown`], switches to `Screen::Desk`, reads [`Request`] messages, answers with a new
//! `Shown` (and a new stamp), and calls [`Desk::refuse`] when a command was refused.

mod agenda;
pub mod areas;
mod bridge;
pub mod cards;
pub mod customers;
mod dialogs;
mod finance;
mod focus;
mod fold;
mod funnel;
mod hand_in;
mod help;
mod service;
mod sheet;
pub mod standing;
pub mod state;
pub mod strategy;
pub mod summary;
mod team;
pub mod tokens;
mod top_bar;
mod value;

pub use state::{Desk, Dialog, Draft, Part, Request, SheetTab, Tab};

use crate::game::app::keys::close_list;
use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Curtain, Shown};
use crate::game::app::told::LastTold;
use crate::game::board::layout::PlacedToken;
use crate::game::board::panel::{BoardChoice, BoardView, board};
use crate::game::desk::tokens::{Glide, Place, Size, Token, placed};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Tone, area, chip, tabs, tool};
use crate::prose::{Prose, agenda as agenda_words, names};
use crate::room::Refusal;
use crate::words::Lang;
use areas::areas;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align2, Key, Modifiers, Rect, ScrollArea, Ui, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Desk>().init_resource::<LastTold>().add_message::<Request>();
    // behind the curtain nothing is drawn, and nothing hears a key
    let open = in_state(Screen::Desk).and_then(resource_exists::<Shown>).and_then(not(resource_exists::<Curtain>));
    app.add_plugins(tokens::plugin);
    app.add_systems(Update, (standing::keep, ask_for_strategy).chain().run_if(open.clone()));
    app.add_message::<FileDragAndDrop>();
    app.add_systems(Update, (customers::files::dropped, customers::files::carry_out));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

/// The first month opens with what counts, which leads on to what the team sets out to do; once for each team at the screen.
fn ask_for_strategy(shown: Res<Shown>, mut desk: ResMut<Desk>) {
    let team = shown.view.seat.team;
    let unasked = shown.view.round.0 == 1 && shown.view.strategy.is_none() && !desk.asked.contains(&team);
    if unasked && desk.dialog.is_none() {
        desk.asked.push(team);
        desk.dialog = Some(Dialog::Goal);
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
        keys(&shown, desk, settings.lang, &context);
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

/// Draws the whole desk, in the order in which Tab goes through it. Without tokens (in tests) it places them itself.
pub fn desk_panel(shown: &Shown, desk: &mut Desk, lang: Lang, tokens: &[PlacedToken], ui: &mut Ui) {
    let told = desk.told.of(&shown.view);
    let prose = Prose::new(&shown.view, lang).reminded(&told);
    let areas = areas(ui.max_rect(), theme::scale(ui.style()), shown.view.guide.roles().len());
    desk.settle_sheet(areas.handle.is_some());
    refresh_offers(shown, desk);
    let goes_to = desk.goes_to.take().filter(|part| desk.at != Some(*part));
    let enter = |ui: &Ui, part: Part| {
        if goes_to == Some(part) {
            focus::enter(ui, part);
        }
    };
    enter(ui, Part::Agenda);
    agenda::agenda(&prose, shown, desk, ui, areas.agenda);
    enter(ui, Part::Work);
    let over = desk.fold.folds && desk.fold.open;
    // what the sheet lies over must not be come to: tabs go into their menu, the board's tools draw together
    let beside = |rect: Rect| if over { rect.with_max_x(areas.sheet.left() - 8.0) } else { rect };
    tab_row(&prose, desk, ui, beside(areas.tabs));
    middle(&prose, shown, desk, tokens, ui, (areas.middle, beside(areas.middle)));
    enter(ui, Part::Sheet);
    fold::sheet(&prose, shown, desk, ui, &areas);
    enter(ui, Part::Plan);
    let place = cards::plan::Place { rect: areas.tray, row: areas.plan_row, left: areas.agenda.width() - 4.0 };
    cards::plan::plan(&prose, shown, desk, ui, place);
    top_bar::top_bar(&prose, shown, desk, ui, areas.top);
    let over = desk.fold.folds && desk.fold.open;
    let free = if over { areas.middle.with_max_x(areas.sheet.left() - 8.0) } else { areas.middle };
    notice(&prose, desk, ui, free);
    let context = ui.ctx().clone();
    desk.at = focus::place(&context, &areas, over);
    // the sheet makes way for what the keyboard comes to beneath it
    if over && focus::is_beneath(&context, areas.sheet) {
        desk.fold.open = false;
    }
    focus::remember_typing(&context);
    dialogs::dialogs(&prose, shown.stamp, desk, &context);
}

fn refresh_offers(shown: &Shown, desk: &mut Desk) {
    let customer = desk.selected;
    let view = &shown.view;
    desk.offers.refresh(shown.stamp, customer, || match customer {
        Some(id) => crate::advice::questions::as_asked(view, crate::advice::offer::offers(view, id)),
        None => crate::advice::offer::desk_offers(view),
    });
}

fn tab_row(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "tabs", |ui| {
        let keys = ["tab-board", "tab-customers", "tab-funnel", "tab-value", "tab-service", "tab-team", "tab-finance"];
        let named: Vec<(Tab, String, String)> = Tab::ALL.into_iter().zip(keys).map(|(tab, key)| (tab, prose.say(key), prose.hint(key))).collect();
        tabs(ui, &mut desk.tab, &named);
    });
}

/// The least height of a page with a chart and a list, in points at a text size of 100 %.
const PAGE: f32 = 470.0;

/// What fills the middle, of which `free` is not covered by the sheet; a page for which it is too low is scrolled as a whole.
fn middle(prose: &Prose, shown: &Shown, desk: &mut Desk, tokens: &[PlacedToken], ui: &mut Ui, (rect, free): (Rect, Rect)) {
    let least = match desk.tab {
        Tab::Board => 0.0,
        Tab::Customers => 0.62 * PAGE,
        _ => PAGE,
    };
    let least = widgets::scaled(ui, least);
    if rect.height() >= least {
        page(prose, shown, desk, tokens, ui, (rect, free));
        return;
    }
    area(ui, rect, "low page", |ui| {
        ScrollArea::vertical().id_salt(desk.tab as usize).auto_shrink([false, false]).show(ui, |ui| {
            // beside it the bar that scrolls it
            let whole = Rect::from_min_size(ui.cursor().min, vec2(rect.width() - 10.0, least));
            ui.allocate_rect(whole, egui::Sense::hover());
            page(prose, shown, desk, tokens, ui, (whole, whole));
        });
    });
}

fn page(prose: &Prose, shown: &Shown, desk: &mut Desk, tokens: &[PlacedToken], ui: &mut Ui, (rect, free): (Rect, Rect)) {
    match desk.tab {
        Tab::Board => {
            let hears_keys = desk.dialog.is_none() && focus::is_free(ui.ctx());
            let view = BoardView { stamp: shown.stamp, tokens, selected: desk.selected, hears_keys, free };
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

/// Why the last command was refused, or what the last click did, over the foot of what is free of the middle.
fn notice(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let (text, tone, sign) = match (desk.notice, &desk.done) {
        (Some(Refusal::Rules(reject)), _) => (prose.refusal(reject), Tone::Late, icons::WARNING),
        (Some(of_room), _) => (prose.say(names::of_room(of_room.code())), Tone::Late, icons::WARNING),
        (None, Some(tasks)) => (agenda_words::tasks_set(prose, tasks), Tone::Good, icons::CHECK),
        (None, None) => return,
    };
    let context = ui.ctx().clone();
    let at = rect.center_bottom() - vec2(0.0, 10.0);
    let place = egui::Area::new(egui::Id::new("desk-notice")).order(egui::Order::Foreground).pivot(Align2::CENTER_BOTTOM).fixed_pos(at);
    let shown = place.show(&context, |ui| {
        ui.set_max_width(rect.width());
        widgets::card(ui, |ui| {
            ui.horizontal(|ui| {
                chip(ui, tone, &sign.to_string());
                let room = ui.available_width() - widgets::scaled(ui, 40.0);
                let galley = ui.painter().layout(text, theme::font(ui, Type::Strong), theme::palette(ui).ink, room);
                ui.label(galley);
                tool(ui, icons::X, &prose.say("close")).clicked()
            })
            .inner
        })
        .inner
    });
    if shown.inner {
        (desk.notice, desk.done) = (None, None);
    }
}

/// The keys of the desk. While something is being written, or a dialog or list is open, they are left to it.
pub fn keys(shown: &Shown, desk: &mut Desk, lang: Lang, context: &egui::Context) {
    let pressed = |modifiers: Modifiers, key: Key| context.input_mut(|input| input.consume_key(modifiers, key));
    let lies_over = context.memory(|memory| memory.top_modal_layer().is_some());
    // Escape closes one thing: an open list before all, then a field stops being written in
    let lists = egui::Popup::is_any_open(context);
    if close_list(context) || focus::types(context) && pressed(Modifiers::NONE, Key::Escape) {
        if desk.tab == Tab::Board && desk.board.is_typing {
            desk.board.go_back();
        }
        return;
    }
    let helps = desk.dialog == Some(Dialog::Help);
    if (helps || desk.dialog.is_none() && !lies_over) && pressed(Modifiers::NONE, Key::F1) {
        desk.dialog = if helps { None } else { Some(Dialog::Help) };
    }
    if desk.dialog.is_some() || lies_over || lists || focus::types(context) {
        return;
    }
    if pressed(Modifiers::COMMAND, Key::Enter) {
        hand_in::hand_in(&Prose::new(&shown.view, lang), shown, desk);
    }
    if pressed(Modifiers::COMMAND, Key::Z) && desk.undo_steps > 0 && !shown.is_submitted() {
        desk.out.push(Request::Undo);
    }
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
    // they lie as the parts do: left, above, right, below
    for (part, key) in Part::ALL.into_iter().zip([Key::A, Key::W, Key::D, Key::S]) {
        if pressed(Modifiers::NONE, key) {
            desk.go_to(part);
        }
    }
    if pressed(Modifiers::SHIFT, Key::F6) {
        desk.go_to(desk.at.map_or(Part::Plan, |part| part.beside(Part::ALL.len() - 1)));
    } else if pressed(Modifiers::NONE, Key::F6) {
        desk.go_to(desk.at.map_or(Part::Agenda, |part| part.beside(1)));
    }
    // with nothing open the pause menu takes Escape
    if desk.has_open() && pressed(Modifiers::NONE, Key::Escape) {
        desk.close_nearest();
    }
}
