//! Between teams at one screen: hides everything until the next team has the keyboard, or the class is gathered for the month.
//!
//! Whoever holds the room inserts [`Curtain`] with what lies behind it; it goes away by itself, with [`CurtainOpened`] or
//! [`PlayMonth`], once a key or the button is pressed. The menu opens over it, and shows nothing of any team.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Behind, ClassMonth, Curtain};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, lines, paint_bar, team_colour};
use crate::words::{Lang, tr, tr_with};
use bevy::prelude::*;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{self, Align, Align2, Key, Label, Layout, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::time::{Duration, Instant};

/// The next team has lifted it.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CurtainOpened;

/// Whoever has just handed in wants the plan back.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackToPlan;

/// Everybody is there to see the month played.
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlayMonth;

/// What somebody did at the curtain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtCurtain {
    /// It is lifted.
    Lifts,
    /// The last one is not done yet.
    Back,
    /// The menu is called: settings, the way out.
    Menu,
}

/// Time before a key lifts the curtain, and before a click does: what is pressed twice in a hurry was meant for what came before.
const HANGS: [Duration; 2] = [Duration::from_millis(500), Duration::from_millis(250)];
/// Height of a team's place.
const ROW: f32 = 44.0;
/// Heading and space beside the teams' places, in rows.
const BESIDE: usize = 1;

pub(in crate::game) fn plugin(app: &mut App) {
    app.add_message::<CurtainOpened>().add_message::<BackToPlan>().add_message::<PlayMonth>();
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Overlay).run_if(resource_exists::<Curtain>));
    app.add_systems(OnEnter(Screen::Title), |mut commands: Commands| commands.remove_resource::<Curtain>());
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn draw(
    mut contexts: EguiContexts,
    mut commands: Commands,
    curtain: Res<Curtain>,
    settings: Res<Settings>,
    mut opened: MessageWriter<CurtainOpened>,
    mut plays: MessageWriter<PlayMonth>,
    mut back: MessageWriter<BackToPlan>,
    mut menu: ResMut<NextState<Menu>>,
    mut fell: Local<Option<Instant>>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    // over everything but dialogs: of the game nothing is drawn while it hangs
    let layer = egui::LayerId::new(egui::Order::Middle, egui::Id::new("curtain"));
    let builder = UiBuilder::new().layer_id(layer).max_rect(context.viewport_rect());
    let mut ui = egui::Ui::new(context.clone(), egui::Id::new("curtain"), builder);
    if curtain.is_changed() {
        *fell = Some(Instant::now());
    }
    let clicked = context.input(|input| input.pointer.any_released());
    // neither egui's clock nor Bevy's will do: while nothing moves nothing is drawn, egui's stands, and Bevy's is that of the last frame
    // that was drawn, so that the first key after a pause would come too early however long the pause was
    let hangs = fell.is_some_and(|fell| fell.elapsed() < HANGS[usize::from(clicked)]);
    match curtain_panel(&curtain, settings.lang, &mut ui).filter(|_| !hangs) {
        Some(AtCurtain::Lifts) => {
            commands.remove_resource::<Curtain>();
            match curtain.behind {
                Behind::Turn { .. } => _ = opened.write(CurtainOpened),
                Behind::Month => _ = plays.write(PlayMonth),
            }
            context.request_repaint();
        }
        Some(AtCurtain::Back) => {
            back.write(BackToPlan);
            context.request_repaint();
        }
        Some(AtCurtain::Menu) => {
            menu.set(Menu::Pause);
            context.request_repaint();
        }
        None => {}
    }
    Ok(())
}

/// Draws the curtain; returns what was done there.
pub fn curtain_panel(curtain: &Curtain, lang: Lang, ui: &mut Ui) -> Option<AtCurtain> {
    let p = theme::palette(ui);
    let window = ui.max_rect();
    ui.painter().rect_filled(window, 0, p.bg);
    let _ = ui.interact(window, ui.id().with("ground"), egui::Sense::click());
    let scale = theme::scale(ui.style());
    // as many places as there is room for above whose turn it is
    let (own, row) = (300.0 * scale, ROW * scale);
    let room = ((window.height() - own) / row) as usize;
    let rows = curtain.played.as_ref().map_or(0, |played| (played.places.len() + BESIDE).min(room));
    let place = Align2::CENTER_CENTER.align_size_within_rect(vec2(520.0 * scale, own + rows as f32 * row), window);
    let place = Rect::from_min_size(place.min, place.size());
    let mut middle = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Center)));
    let ui = &mut middle;
    ui.spacing_mut().item_spacing.y = 10.0;
    let (colour, sign) = match &curtain.behind {
        Behind::Turn { place, .. } => (team_colour(ui, *place), icons::HANDSHAKE),
        Behind::Month => (p.accent, icons::USERS_THREE),
    };
    // from across the room it is seen whose turn it is
    let band = window.with_max_y(window.top() + 14.0 * scale);
    ui.painter().rect_filled(band, 0, colour);
    if let Some(played) = curtain.played.as_ref().filter(|_| rows >= BESIDE) {
        class_month(played, rows - BESIDE, lang, ui);
    }
    let hands = theme::text(ui, Type::Display, sign).color(colour);
    ui.label(hands);
    title(&curtain.behind, colour, lang, ui);
    let (lead, opens, icon) = match curtain.behind {
        Behind::Turn { .. } => ("curtain-lead", "curtain-open", icons::EYE),
        Behind::Month => ("curtain-month-lead", "curtain-month-play", icons::PLAY),
    };
    lines(ui, Type::Body, &tr_with(lang, lead, &[("month", curtain.month.as_str().into())]), p.muted);
    ui.add_space(10.0);
    let button = ui.add(Button::primary(tr(lang, opens)).icon(icon).key("Enter"));
    let back = curtain.before.as_ref().map(|team| ui.add(Button::quiet(tr_with(lang, "curtain-back", &[("team", team.into())])).icon(icons::ARROW_U_UP_LEFT)));
    let menu = ui.add(Button::quiet(tr(lang, "curtain-menu")).icon(icons::PAUSE).key("Esc"));
    // a dialog over it has the keyboard
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    // whatever had the keyboard before lies behind it
    let focused = [Some(&button), back.as_ref(), Some(&menu)].into_iter().flatten().any(egui::Response::has_focus);
    if !focused {
        button.request_focus();
    }
    // the key that hands a plan in is none that lifts the curtain of the next team
    if ui.input(|input| input.modifiers.command) {
        return None;
    }
    if back.is_some_and(|back| back.clicked()) {
        return Some(AtCurtain::Back);
    }
    if menu.clicked() {
        return Some(AtCurtain::Menu);
    }
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::NONE, Key::Space));
    (button.clicked() || pressed).then_some(AtCurtain::Lifts)
}

/// What all teams see together of a month before each sees its own: where they stand.
fn class_month(played: &ClassMonth, rows: usize, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let key = match (played.places.is_empty(), played.is_scored) {
        (true, _) => "curtain-played",
        (false, true) => "curtain-played-points",
        (false, false) => "curtain-played-profit",
    };
    lines(ui, Type::Heading, &tr_with(lang, key, &[("month", played.month.as_str().into())]), p.ink);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for place in played.places.iter().take(rows) {
            let (rect, response) = ui.allocate_exact_size(vec2(420.0 * scale, ROW * scale), Sense::hover());
            let enabled = ui.is_enabled();
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, format!("{} {} {}, {}", place.rank, place.name, place.figure, place.won)));
            let colour = team_colour(ui, place.team.index());
            let middle = rect.top() + rect.height() * 0.3;
            let font = theme::font(ui, Type::Strong);
            ui.painter().text(pos2(rect.left(), middle), Align2::LEFT_CENTER, &place.rank, font.clone(), p.ink);
            let bar = Rect::from_min_max(pos2(rect.left() + 190.0 * scale, middle - 4.0), pos2(rect.right() - 80.0 * scale, middle + 4.0));
            let clip = Rect::from_min_max(pos2(rect.left() + 44.0 * scale, rect.top()), pos2(bar.left() - 8.0, rect.bottom()));
            let painter = ui.painter().with_clip_rect(clip);
            painter.text(pos2(clip.left(), middle), Align2::LEFT_CENTER, &place.name, font.clone(), p.ink);
            let below = pos2(clip.left(), rect.top() + rect.height() * 0.74);
            ui.painter().text(below, Align2::LEFT_CENTER, &place.won, theme::font(ui, Type::Small), p.muted);
            // while everybody loses money there is nothing to lay beside each other
            if played.places.iter().any(|place| place.share > 0.0) {
                paint_bar(ui, bar, place.share, colour);
            }
            ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, &place.figure, font, p.ink);
        }
    });
    ui.add_space(16.0 * scale);
}

/// Whom the screen is handed to, the name in the team's colour; or that all plans are in.
fn title(behind: &Behind, colour: egui::Color32, lang: Lang, ui: &mut Ui) {
    let p = theme::palette(ui);
    let mut job = LayoutJob { halign: Align::Center, ..LayoutJob::default() };
    let font = theme::font(ui, Type::Title);
    let mut add = |text: &str, colour| job.append(text, 0.0, TextFormat::simple(font.clone(), colour));
    match behind {
        Behind::Month => add(&tr(lang, "curtain-month-title"), p.ink),
        Behind::Turn { team, .. } => {
            let told = tr_with(lang, "curtain-title", &[("team", team.as_str().into())]);
            match told.split_once(team.as_str()) {
                Some((before, after)) if !team.is_empty() => {
                    add(before, p.ink);
                    add(team, colour);
                    add(after, p.ink);
                }
                _ => add(&told, p.ink),
            }
        }
    }
    ui.add(Label::new(job).wrap());
}
