//! The desk: a team's work place. Draws the view it is shown, and asks for what the player wants with [`Intent`]s; it
//! holds no rule of the game.
//!
//! Whoever holds the room inserts [`Shown`], switches to `Screen::Desk`, reads [`Intent`] messages, answers with a new
//! `Shown` (and a new stamp), and calls [`Desk::refuse`] when a command was refused.

pub mod agenda;
mod bits;
mod bundle;
pub mod customers;
pub mod cx;
pub mod deeds;
mod dialogs;
pub mod editor;
pub mod finance;
pub mod funnel;
mod grid;
pub mod help;
pub mod insight;
pub mod market;
pub mod names;
mod offers;
pub mod purchase;
pub mod quote;
pub mod service;
pub mod sheet;
mod shots;
pub mod staff;
mod state;
pub mod strategy;
pub mod tell;
mod top_bar;
mod tray;
pub mod value;
pub mod why;

pub use bits::{area, dot, figures, line, lines, link, nothing, rule, section, sides, toggle_chip, tool};
pub(super) use shots::{SHOTS, hold_still, open_tab};
pub use state::{Desk, Dialog, Draft, Intent, SheetTab, Shown, Tab};
pub use top_bar::is_submitted;

use super::board::panel::{BoardView, Standing, board};
use super::board::{Glide, Place, Size, Token, layout};
use super::root::{DrawSystems, root_ui};
use super::settings::Settings;
use super::theme::{self, Role as Type};
use super::widgets::{Tone, chip, segmented, tabs};
use super::{Menu, Screen};
use crate::words::Lang;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align2, Key, Modifiers, Rect, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use cx::Cx;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Desk>().add_message::<Intent>();
    let open = in_state(Screen::Desk).and_then(resource_exists::<Shown>);
    app.add_systems(OnEnter(Screen::Desk), ask_for_strategy);
    app.add_systems(Update, customers::files::carry_out);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

/// The first month opens with the question what the team sets out to do, once.
fn ask_for_strategy(shown: Option<Res<Shown>>, mut desk: ResMut<Desk>) {
    let Some(shown) = shown.filter(|shown| shown.view.round.0 == 1 && shown.view.strategy.is_none()) else {
        return;
    };
    if !desk.asked && desk.dialog.is_none() {
        desk.asked = true;
        desk.dialog = Some(Dialog::Strategy(strategy::start(&shown.view)));
    }
}

/// The parts of the desk's window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Areas {
    pub top: Rect,
    pub agenda: Rect,
    /// The row of tabs above the middle.
    pub tabs: Rect,
    pub middle: Rect,
    pub sheet: Rect,
    pub tray: Rect,
}

impl Areas {
    /// Where the board stands.
    #[must_use]
    pub const fn board(&self) -> Rect {
        self.middle
    }
}

/// Divides the window, for a team of so many roles.
#[must_use]
pub fn areas(window: Rect, scale: f32, roles: usize) -> Areas {
    let scale = scale.clamp(0.85, 1.35);
    let top = window.with_max_y(window.top() + 50.0 * scale.max(1.0));
    // more than three stand closer, and need a little more room all the same
    let more = if roles > 3 { 8.0 * (roles - 3) as f32 } else { 0.0 };
    let tray = window.with_min_y(window.bottom() - (118.0 + more) * scale);
    let body = Rect::from_min_max(pos2(window.left(), top.bottom()), pos2(window.right(), tray.top())).shrink2(vec2(12.0, 12.0));
    let side = (window.width() * 0.178).clamp(210.0, 268.0) * scale.max(1.0).sqrt();
    let sheet_width = (window.width() * 0.26).clamp(320.0, 410.0) * scale.max(1.0).sqrt();
    let agenda = body.with_max_x(body.left() + side);
    let sheet = body.with_min_x(body.right() - sheet_width);
    let centre = Rect::from_min_max(pos2(agenda.right() + 12.0, body.top()), pos2(sheet.left() - 12.0, body.bottom()));
    let row = centre.with_max_y(centre.top() + 36.0 * scale.max(1.0));
    Areas { top, agenda, tabs: row, middle: Rect::from_min_max(pos2(centre.left(), row.bottom() + 8.0), centre.max), sheet, tray }
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
    mut intents: MessageWriter<Intent>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let standing = standings(&tokens);
    let mut ui = root_ui(&context, "desk");
    let desk = desk.bypass_change_detection();
    if *menu.get() == Menu::None {
        keys(&shown, desk, &context);
    }
    desk_panel(&shown, desk, settings.lang, &standing, &mut ui);
    for intent in desk.out.drain(..) {
        match intent {
            Intent::OpenMenu => next_menu.set(Menu::Pause),
            Intent::SwitchLanguage => settings.lang = settings.lang.other(),
            intent => {
                intents.write(intent);
            }
        }
    }
    Ok(())
}

/// Where the tokens stand now.
#[must_use]
pub fn standings(tokens: &Query<(&Token, &Place, &Size, Option<&Glide>)>) -> Vec<Standing> {
    let mut list: Vec<Standing> = tokens
        .iter()
        .map(|(token, place, size, glide)| Standing {
            customer: token.customer,
            at: pos2(place.0.x, place.0.y),
            radius: size.radius,
            named: size.named,
            from: glide.map(|glide| pos2(glide.from.x, glide.from.y)),
        })
        .collect();
    list.sort_by_key(|s| s.customer);
    list
}

/// Draws the whole desk. Without tokens (in tests) it places them itself.
pub fn desk_panel(shown: &Shown, desk: &mut Desk, lang: Lang, tokens: &[Standing], ui: &mut Ui) {
    let cx = Cx::new(&shown.view, lang);
    let areas = areas(ui.max_rect(), theme::scale(ui.style()), shown.view.guide.roles().len());
    refresh_offers(shown, desk);
    top_bar::top_bar(&cx, shown, desk, ui, areas.top);
    agenda::agenda(&cx, desk, ui, areas.agenda);
    tab_row(&cx, desk, ui, areas.tabs);
    middle(&cx, shown, desk, tokens, ui, areas.middle);
    sheet::sheet(&cx, shown, desk, ui, areas.sheet);
    tray::tray(&cx, shown, desk, ui, areas.tray, areas.agenda.width() - 4.0);
    notice(&cx, desk, ui, areas.middle);
    let context = ui.ctx().clone();
    dialogs::dialogs(&cx, desk, &context);
}

fn refresh_offers(shown: &Shown, desk: &mut Desk) {
    let customer = desk.selected;
    let view = &shown.view;
    desk.offers.refresh(shown.stamp, customer, || match customer {
        Some(id) => crate::advice::offer::offers(view, id),
        None => crate::advice::offer::desk_offers(view),
    });
}

fn tab_row(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "tabs", |ui| {
        let is_board = desk.tab == Tab::Board;
        let (tab, pyramid_on) = (&mut desk.tab, &mut desk.pyramid);
        sides(
            ui,
            rect.height(),
            |ui| {
                let keys = ["tab-board", "tab-customers", "tab-funnel", "tab-value", "tab-service", "tab-team", "tab-finance"];
                let named: Vec<(Tab, String)> = Tab::ALL.into_iter().zip(keys).map(|(tab, key)| (tab, cx.say(key))).collect();
                let choices: Vec<(Tab, &str)> = named.iter().map(|(tab, text)| (*tab, text.as_str())).collect();
                tabs(ui, tab, &choices);
            },
            |ui| {
                if is_board {
                    let (lanes, pyramid) = (cx.say("board-lanes"), cx.say("board-pyramid"));
                    segmented(ui, pyramid_on, &[(false, lanes.as_str()), (true, pyramid.as_str())]);
                    legend(cx, ui);
                }
            },
        );
    });
}

/// What the tokens say, where there is room for it; else behind a sign.
fn legend(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    let sign = ui.label(theme::text(ui, Type::Strong, super::icons::INFO).color(p.muted));
    sign.on_hover_ui(|ui| {
        for key in ["board-legend-area", "board-legend-ring", "board-legend-dashed"] {
            ui.label(theme::text(ui, Type::Small, cx.say(key)));
        }
    });
}

fn middle(cx: &Cx, shown: &Shown, desk: &mut Desk, tokens: &[Standing], ui: &mut Ui, rect: Rect) {
    match desk.tab {
        Tab::Board => {
            let plan = if desk.pyramid { layout::Plan::Pyramid } else { layout::Plan::Lanes };
            let placed;
            let tokens = if tokens.is_empty() {
                placed = place(cx, plan, ui, rect);
                &placed
            } else {
                tokens
            };
            let view = BoardView { plan, tokens, speaks_of: None, is_open: true };
            board(cx, &view, desk, ui, rect);
        }
        Tab::Customers => customers::customers(cx, shown, desk, ui, rect),
        Tab::Funnel => {
            let insight = desk.insight.of(shown.stamp, cx.view);
            funnel::funnel(cx, shown, desk, &insight, ui, rect);
        }
        Tab::Value => {
            let insight = desk.insight.of(shown.stamp, cx.view);
            value::value(cx, desk, &insight, ui, rect);
        }
        Tab::Service => {
            let insight = desk.insight.of(shown.stamp, cx.view);
            service::service(cx, shown, desk, &insight, ui, rect);
        }
        Tab::Team => staff::staff(cx, shown, desk, ui, rect),
        Tab::Finance => {
            let insight = desk.insight.of(shown.stamp, cx.view);
            finance::finance(cx, desk, &insight, ui, rect);
        }
    }
}

/// The tokens at rest.
fn place(cx: &Cx, plan: layout::Plan, ui: &Ui, rect: Rect) -> Vec<Standing> {
    layout::plan(cx, plan, rect.size(), theme::scale(ui.style()), |c| c.phase)
        .into_iter()
        .map(|spot| Standing { customer: spot.customer, at: spot.at, radius: spot.radius, named: spot.named, from: None })
        .collect()
}

/// Why the last command was refused, over the foot of the middle.
fn notice(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let Some(reject) = desk.notice else {
        return;
    };
    let text = match reject {
        crate::sim::terms::Reject::Missing(missing) => cx.say(names::missing(missing)),
        other => cx.say(names::reject(other)),
    };
    let context = ui.ctx().clone();
    let shown =
        egui::Area::new(egui::Id::new("desk-notice")).pivot(Align2::CENTER_BOTTOM).fixed_pos(rect.center_bottom() - vec2(0.0, 10.0)).show(&context, |ui| {
            super::widgets::card(ui, |ui| {
                ui.horizontal(|ui| {
                    chip(ui, Tone::Late, &super::icons::WARNING.to_string());
                    ui.label(theme::text(ui, Type::Strong, text));
                    tool(ui, super::icons::X, &cx.say("close")).clicked()
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
        desk.out.push(if is_submitted(shown) { Intent::Withdraw } else { Intent::Submit });
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
            desk.pyramid = !desk.pyramid;
        }
    }
    // Escape closes the nearest thing; with nothing open the pause menu takes it. Dialogs close themselves.
    let has_something = desk.draft.is_some() || desk.notice.is_some() || desk.selected.is_some();
    if desk.dialog.is_none() && has_something && pressed(Modifiers::NONE, Key::Escape) {
        desk.close_nearest();
    }
}
