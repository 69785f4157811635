//! The month is played on the board: the largest changes one after another, each with its reason, then what is left at
//! once, then the list. Space, Enter, Escape or a click goes on; with reduced motion the list comes at once.
//!
//! Whoever holds the room inserts the new [`Shown`] and switches to `Screen::Resolution`; when the player has seen
//! enough, [`Played`] is sent. It then goes on to the desk, or to the results.

pub mod highlights;
pub mod summary;

use super::board::panel::{BoardView, Standing, board};
use super::board::{BoardArea, Glide, Held, Place, Size, Token, layout};
use super::desk::cx::Cx;
use super::desk::{Desk, Shown, area, line, sides, standings};
use super::root::{DrawSystems, root_ui};
use super::settings::Settings;
use super::theme::{self, Role as Type};
use super::widgets::{self, Button, Tone};
use super::{Screen, icons};
use crate::sim::units::Round;
use crate::words::Lang;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align, Key, Layout, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use highlights::{Highlight, highlights};

/// Seconds each change is shown; five of them stay within 20 seconds.
const STEP: f32 = 3.4;
/// Seconds for everything else.
const REST: f32 = 1.4;

/// The player has seen what happened.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played;

/// How far the playing is.
#[derive(Resource, Clone, Debug, Default)]
pub struct Playback {
    steps: Vec<Highlight>,
    at: usize,
    since: f32,
    /// The list is on show.
    pub is_over: bool,
}

impl Playback {
    /// Starts with the changes of the last round of a view.
    #[must_use]
    pub fn start(cx: &Cx) -> Self {
        let round = Round(cx.view.past.rounds.len() as u16);
        let steps = highlights(cx, round);
        let is_over = steps.is_empty();
        Playback { steps, at: 0, since: 0.0, is_over }
    }

    /// The change on show.
    #[must_use]
    pub fn step(&self) -> Option<&Highlight> {
        if self.is_over { None } else { self.steps.get(self.at) }
    }

    /// Goes on to the next change.
    pub fn next(&mut self) {
        self.at += 1;
        self.since = 0.0;
        // After the last change there is a moment for the tokens nobody spoke of.
        if self.at > self.steps.len() {
            self.is_over = true;
        }
    }

    /// Goes to the list.
    pub fn skip(&mut self) {
        self.is_over = true;
    }

    /// Stands still at the last change, or shows the list: for pictures.
    pub(super) fn hold(&mut self, is_over: bool) {
        self.is_over = is_over || self.steps.is_empty();
        self.at = self.steps.len().saturating_sub(1);
        self.since = 1.0;
    }

    /// The customers that still stand where they stood.
    #[must_use]
    pub fn held(&self, cx: &Cx) -> Held {
        if self.is_over || self.at >= self.steps.len() {
            return Held::default();
        }
        let told: Vec<_> = self.steps[..=self.at].iter().filter_map(|s| s.customer).collect();
        // A token moves a moment after its caption has come.
        let waits = if self.since < 0.5 { self.step().and_then(|s| s.customer) } else { None };
        let moves = cx.view.customers.iter().filter(|c| c.phase != c.phase_before);
        Held(moves.map(|c| c.id).filter(|id| !told.contains(id) || Some(*id) == waits).collect())
    }

    /// Lets time pass; returns whether something still moves.
    pub fn tick(&mut self, seconds: f32) -> bool {
        if self.is_over {
            return false;
        }
        self.since += seconds;
        let length = if self.at < self.steps.len() { STEP } else { REST };
        if self.since >= length {
            self.next();
        }
        true
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Playback>().add_message::<Played>();
    app.add_systems(OnEnter(Screen::Resolution), begin);
    app.add_systems(OnExit(Screen::Resolution), end);
    let open = in_state(Screen::Resolution).and_then(resource_exists::<Shown>);
    app.add_systems(EguiPrimaryContextPass, play.in_set(DrawSystems::Style).before(super::board::arrange_tokens).run_if(open.clone()));
    app.add_systems(EguiPrimaryContextPass, super::desk::hold_still.in_set(DrawSystems::Style).before(play));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

fn begin(shown: Option<Res<Shown>>, settings: Res<Settings>, mut desk: ResMut<Desk>, mut playback: ResMut<Playback>, mut held: ResMut<Held>) {
    let Some(shown) = shown else {
        return;
    };
    let cx = Cx::new(&shown.view, settings.lang);
    *playback = Playback::start(&cx);
    if settings.reduced_motion {
        playback.skip();
    }
    held.set_if_neq(playback.held(&cx));
    desk.new_month();
    desk.pyramid = false;
    desk.tab = super::desk::Tab::Board;
}

fn end(mut held: ResMut<Held>, mut board: ResMut<BoardArea>) {
    held.set_if_neq(Held::default());
    board.set_if_neq(BoardArea(None));
}

fn play(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    settings: Res<Settings>,
    time: Res<Time>,
    mut playback: ResMut<Playback>,
    mut held: ResMut<Held>,
    mut area: ResMut<BoardArea>,
) -> Result {
    let context = contexts.ctx_mut()?;
    area.set_if_neq(BoardArea(Some(areas(context.viewport_rect()).0)));
    let cx = Cx::new(&shown.view, settings.lang);
    if playback.bypass_change_detection().tick(time.delta_secs().min(0.1)) {
        context.request_repaint_after(theme::SLOW_FRAME);
    }
    held.set_if_neq(playback.held(&cx));
    Ok(())
}

/// The board and the band for captions below it.
fn areas(window: Rect) -> (Rect, Rect) {
    let band = 96.0;
    let inner = window.shrink2(vec2(28.0, 20.0));
    let board = Rect::from_min_max(inner.min + vec2(0.0, 56.0), pos2(inner.right(), inner.bottom() - band - 14.0));
    (board, Rect::from_min_max(pos2(inner.left(), inner.bottom() - band), inner.max))
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    settings: Res<Settings>,
    mut desk: ResMut<Desk>,
    mut playback: ResMut<Playback>,
    tokens: Query<(&Token, &Place, &Size, Option<&Glide>)>,
    mut screen: ResMut<NextState<Screen>>,
    mut played: MessageWriter<Played>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let standing = standings(&tokens);
    let mut ui = root_ui(&context, "resolution");
    let done = resolution_panel(&shown, desk.bypass_change_detection(), playback.bypass_change_detection(), settings.lang, &standing, &mut ui);
    if done {
        played.write(Played);
        screen.set(if shown.view.over { Screen::Results } else { Screen::Desk });
    }
    Ok(())
}

/// Draws the month being played; true when the player goes on.
pub fn resolution_panel(shown: &Shown, desk: &mut Desk, playback: &mut Playback, lang: Lang, tokens: &[Standing], ui: &mut Ui) -> bool {
    let cx = Cx::new(&shown.view, lang);
    let (board_rect, band) = areas(ui.max_rect());
    head(&cx, ui, board_rect);
    let plan = layout::Plan::Lanes;
    let placed: Vec<Standing>;
    let tokens = if tokens.is_empty() {
        let held = playback.held(&cx);
        placed = layout::plan(&cx, plan, board_rect.size(), theme::scale(ui.style()), |c| held.phase(c))
            .into_iter()
            .map(|spot| Standing { customer: spot.customer, at: spot.at, radius: spot.radius, named: spot.named, from: None })
            .collect();
        &placed
    } else {
        tokens
    };
    let speaks_of = playback.step().and_then(|s| s.customer);
    let view = BoardView { plan, tokens, speaks_of, is_open: false };
    let selected = desk.selected.take();
    board(&cx, &view, desk, ui, board_rect);
    desk.selected = selected;
    caption_band(&cx, playback, ui, band);
    if playback.is_over {
        return end_list(&cx, ui);
    }
    let on = listens(ui, band.union(board_rect));
    match on {
        Some(GoOn::Next) => playback.next(),
        Some(GoOn::End) => playback.skip(),
        None => {}
    }
    false
}

fn head(cx: &Cx, ui: &mut Ui, board: Rect) {
    let p = theme::palette(ui);
    let rect = Rect::from_min_max(pos2(board.left(), board.top() - 56.0), pos2(board.right(), board.top() - 8.0));
    area(ui, rect, "resolution-head", |ui| {
        sides(
            ui,
            rect.height(),
            |ui| {
                let round = Round(cx.view.past.rounds.len() as u16);
                ui.label(theme::text(ui, Type::Title, cx.month(round)));
                ui.add_space(8.0);
                widgets::pips(ui, cx.lang, u32::from(round.0), u32::from(cx.view.rounds));
            },
            |ui| line(ui, Type::Heading, &cx.view.team_name, p.muted),
        );
    });
}

/// The sentence of the change on show, its cause and its number.
fn caption_band(cx: &Cx, playback: &Playback, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let Some(step) = playback.step() else {
        return;
    };
    let (_, ink) = step.tone.colours(p);
    ui.painter().rect(rect, theme::PANEL_RADIUS, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let stripe = rect.with_max_x(rect.left() + 5.0).shrink2(vec2(0.0, 10.0));
    ui.painter().rect_filled(stripe, 3, ink);
    area(ui, rect.shrink2(vec2(24.0, 12.0)), "caption", |ui| {
        sides(
            ui,
            rect.height() - 24.0,
            |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(6.0);
                    ui.add(egui::Label::new(theme::text(ui, Type::Title, &step.title).size(23.0 * theme::scale(ui.style()))).truncate());
                    let under = if step.cause.is_empty() { cx.say("resolution-go-on") } else { step.cause.clone() };
                    line(ui, Type::Heading, &under, p.muted);
                });
            },
            |ui| {
                progress(ui, playback);
                ui.add_space(10.0);
                if !step.chip.is_empty() {
                    big_chip(ui, step.tone, &step.chip);
                }
            },
        );
    });
}

fn big_chip(ui: &mut Ui, tone: Tone, text: &str) {
    let (ground, ink) = tone.colours(theme::palette(ui));
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, Type::Brand), ink);
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(28.0, 14.0), Sense::hover());
    ui.painter().rect_filled(rect, (rect.height() / 2.0) as u8, ground);
    ui.painter().galley(rect.min + vec2(14.0, 7.0), galley, ink);
}

/// A dot for each change, the present one long.
fn progress(ui: &mut Ui, playback: &Playback) {
    let p = theme::palette(ui);
    let width = playback.steps.len() as f32 * 13.0 + 12.0;
    ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for index in 0..playback.steps.len() {
            let long = index == playback.at;
            let (rect, _) = ui.allocate_exact_size(vec2(if long { 20.0 } else { 8.0 }, 8.0), Sense::hover());
            ui.painter().rect_filled(rect, 4, if index <= playback.at { p.accent } else { p.line });
        }
    });
}

enum GoOn {
    Next,
    End,
}

fn listens(ui: &mut Ui, rect: Rect) -> Option<GoOn> {
    let clicked = ui.interact(rect, ui.id().with("go-on"), Sense::click()).clicked();
    let pressed = |ui: &Ui, key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::Escape) {
        return Some(GoOn::End);
    }
    let next = clicked || [Key::Space, Key::Enter, Key::ArrowRight].into_iter().any(|key| pressed(ui, key));
    next.then_some(GoOn::Next)
}

/// The list of what happened, over the board.
fn end_list(cx: &Cx, ui: &mut Ui) -> bool {
    let context = ui.ctx().clone();
    let (done, closing) = widgets::dialog(&context, "resolution-end", &cx.say("summary-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        summary::summary(cx, ui);
        ui.add_space(10.0);
        let text = if cx.view.over { cx.say("resolution-results") } else { cx.say_with("resolution-next", &[("month", cx.month(cx.view.round).into())]) };
        let button = ui.add(Button::primary(text).icon(icons::ARROW_RIGHT));
        if ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        button.clicked()
    });
    done || closing
}
