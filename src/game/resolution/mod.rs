//! The month is played on the board: the largest changes one after another, each with its reason, then what is left at
//! once, then the list. Space, Enter, Escape or a click goes on; with reduced motion the list comes at once.
//!
//! Whoever holds the room inserts the new [`Shown`] and switches to `Screen::Resolution`; when the player has seen
//! enough, [`Played`] is sent. It then goes on to the desk, or to the results.

mod contest;
mod playback;

use playback::hold_still;
pub use playback::{Playback, PlaybackWanted, Played};

use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Curtain, OthersWait, Shown};
use crate::game::app::standings::Standings;
use crate::game::app::told::LastTold;
use crate::game::board::layout::PlacedToken;
use crate::game::board::panel::watch;
use crate::game::board::places::Plan;
use crate::game::desk::state::{Desk, Tab};
use crate::game::desk::summary;
use crate::game::desk::tokens::{BoardArea, Glide, Held, Place, Size, Spotlight, Token, arrange_tokens, placed};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Button, Tone, area, line, sides};
use crate::prose::Prose;
use crate::sim::units::Round;
use crate::words::Lang;
use bevy::prelude::*;
use bevy_egui::egui::{self, Align, Event, Key, Layout, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::sync::Arc;

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_message::<Played>();
    opens(app);
    app.add_systems(OnExit(Screen::Resolution), end);
    // the month is played for whoever has lifted the curtain
    let open = in_state(Screen::Resolution).and_then(resource_exists::<Shown>).and_then(not(resource_exists::<Curtain>));
    app.add_systems(EguiPrimaryContextPass, play.in_set(DrawSystems::Style).before(arrange_tokens).run_if(open.clone()));
    app.add_systems(EguiPrimaryContextPass, hold_still.in_set(DrawSystems::Style).before(play));
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

fn begin(
    shown: Option<Res<Shown>>,
    settings: Res<Settings>,
    (standings, told): (Res<Standings>, Res<LastTold>),
    mut desk: ResMut<Desk>,
    mut playback: ResMut<Playback>,
    (mut held, mut spotlight): (ResMut<Held>, ResMut<Spotlight>),
) {
    let Some(shown) = shown else {
        return;
    };
    let told = told.of(&shown.view);
    let prose = Prose::new(&shown.view, settings.lang).reminded(&told);
    *playback = Playback::start(&prose);
    playback.standings = standings.clone();
    if settings.reduced_motion {
        playback.skip();
    }
    held.set_if_neq(playback.held(&prose));
    spotlight.set_if_neq(Spotlight(playback.spoken_of()));
    // the other teams at this screen may be in the middle of the month
    desk.new_turn();
    desk.board.plan = Plan::Lanes;
    desk.tab = Tab::Board;
}

/// What happens as the month begins to be played, without anything that draws.
pub(in crate::game) fn opens(app: &mut App) {
    app.init_resource::<OthersWait>()
        .init_resource::<Playback>()
        .init_resource::<Standings>()
        .init_resource::<LastTold>()
        .init_resource::<Held>()
        .init_resource::<Spotlight>();
    app.add_systems(OnEnter(Screen::Resolution), begin);
}

fn end(mut held: ResMut<Held>, mut board: ResMut<BoardArea>, mut spotlight: ResMut<Spotlight>) {
    held.set_if_neq(Held::default());
    spotlight.set_if_neq(Spotlight::default());
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
    let prose = Prose::new(&shown.view, settings.lang);
    if playback.bypass_change_detection().tick(time.delta_secs().min(0.1)) {
        context.request_repaint_after(theme::SLOW_FRAME);
    }
    held.set_if_neq(playback.held(&prose));
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
    mut playback: ResMut<Playback>,
    tokens: Query<(&Token, &Place, &Size, Option<&Glide>)>,
    mut screen: ResMut<NextState<Screen>>,
    mut played: MessageWriter<Played>,
    others: Res<OthersWait>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let places = placed(&tokens);
    let mut ui = root_ui(&context, "resolution");
    let done = resolution_panel(&shown, playback.bypass_change_detection(), settings.lang, &places, &mut ui);
    if done {
        played.write(Played);
        // while another team waits to see the last month, whoever holds the room goes on with it
        if !others.0 {
            screen.set(if shown.view.over { Screen::Results } else { Screen::Desk });
        }
    }
    Ok(())
}

/// Draws the month being played; true when the player goes on.
pub fn resolution_panel(shown: &Shown, playback: &mut Playback, lang: Lang, tokens: &[PlacedToken], ui: &mut Ui) -> bool {
    let told = Arc::clone(&playback.told);
    let prose = Prose::new(&shown.view, lang).reminded(&told);
    // whoever still holds the key that lifted the curtain has not asked for anything yet
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Key { repeat: true, .. })));
    let (board_rect, band) = areas(ui.max_rect());
    head(&prose, ui, board_rect);
    let made = playback.arranged(&prose, shown.stamp, board_rect.size(), theme::scale(ui.style()));
    let resting: Vec<PlacedToken>;
    let tokens = if tokens.is_empty() {
        resting = made.at_rest();
        &resting
    } else {
        tokens
    };
    let speaks_of = playback.step().and_then(|s| s.customer);
    watch(&prose, &made, tokens, speaks_of, ui, board_rect);
    let told = playback.revealed() >= 1.0;
    if let Some((step, contest)) = playback.step().and_then(|step| Some((step, step.contest.as_ref()?))) {
        contest::contest(ui, board_rect, contest, step.next_time.as_deref(), playback.revealed());
    }
    caption_band(&prose, playback, ui, band, told);
    if playback.is_over {
        return end_list(&prose, shown.stamp, playback, ui);
    }
    let on = listens(ui, band.union(board_rect));
    match on {
        Some(GoOn::Next) => playback.next(),
        Some(GoOn::End) => playback.skip(),
        None => {}
    }
    false
}

fn head(prose: &Prose, ui: &mut Ui, board: Rect) {
    let p = theme::palette(ui);
    let rect = Rect::from_min_max(pos2(board.left(), board.top() - 56.0), pos2(board.right(), board.top() - 8.0));
    area(ui, rect, "resolution-head", |ui| {
        sides(
            ui,
            rect.height(),
            |ui| {
                let round = Round(prose.view.past.rounds.len() as u16);
                ui.label(theme::text(ui, Type::Title, prose.month(round)));
                ui.add_space(8.0);
                widgets::pips(ui, prose.lang, u32::from(round.0), u32::from(prose.view.rounds));
            },
            |ui| line(ui, Type::Heading, &prose.view.team_name, p.muted),
        );
    });
}

/// The sentence of the change on show, its cause and its number.
fn caption_band(prose: &Prose, playback: &Playback, ui: &mut Ui, rect: Rect, told: bool) {
    let p = theme::palette(ui);
    let Some(step) = playback.step() else {
        return;
    };
    let tone = if told { step.tone } else { Tone::Plain };
    let (_, ink) = widgets::tone_colours(tone, p);
    let (title, cause) = match &step.contest {
        Some(contest) if !told => (&contest.title, ""),
        _ => (&step.title, step.cause.as_str()),
    };
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
                    ui.add_space(if told && (step.voice.is_some() || step.next_time.is_some()) { 0.0 } else { 6.0 });
                    ui.add(egui::Label::new(theme::text(ui, Type::Title, title).size(23.0 * theme::scale(ui.style()))).truncate());
                    let under = if cause.is_empty() { prose.say("resolution-go-on") } else { cause.to_owned() };
                    line(ui, Type::Heading, &under, p.muted);
                    // under a decision what to do next time stands with the bars
                    let next_time = step.next_time.as_deref().filter(|_| step.contest.is_none());
                    if let Some(said) = step.voice.as_deref().or(next_time).filter(|_| told) {
                        line(ui, Type::Body, said, p.ink);
                    }
                });
            },
            |ui| {
                progress(ui, playback);
                ui.add_space(10.0);
                if !step.chip.is_empty() {
                    big_chip(ui, tone, &step.chip);
                }
            },
        );
    });
}

fn big_chip(ui: &mut Ui, tone: Tone, text: &str) {
    let (ground, ink) = widgets::tone_colours(tone, theme::palette(ui));
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
fn end_list(prose: &Prose, stamp: u64, playback: &mut Playback, ui: &mut Ui) -> bool {
    let context = ui.ctx().clone();
    let (done, closing) = widgets::dialog(&context, "resolution-end", &prose.say("summary-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let Playback { standings, summary: state, .. } = playback;
        summary::summary(prose, stamp, standings, state, ui);
        ui.add_space(10.0);
        let text = if prose.view.over {
            prose.say("resolution-results")
        } else {
            prose.say_with("resolution-next", &[("month", prose.month(prose.view.round).into())])
        };
        let button = ui.add(Button::primary(text).icon(icons::ARROW_RIGHT));
        if ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        button.clicked()
    });
    done || closing
}
