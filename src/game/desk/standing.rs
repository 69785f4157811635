//! What counts in the end, and where the team stands: on a page of its own before the first decision, on the team's sheet every
//! month, in a line under the month's figures.

use crate::game::app::shown::ClassPlace;
use crate::game::app::standings::{Disclosure, Standing, Standings};
use crate::game::app::told::LastTold;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Palette, Role as Type, icons, mix};
use crate::game::widgets::{Button, caption, dot, focus_ring, line, lines, link, paint_bar, sides, team_colour};
use crate::prose::{Prose, made as words, standing};
use crate::sim::score::Moment;
use crate::words::decimal;
use bevy::prelude::{DetectChangesMut, Res, ResMut};
use bevy_egui::egui::{Align, Align2, Color32, Layout, Rect, ScrollArea, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// The most teams in the strip: the first ones, and one's own.
const MOST: usize = 5;

/// The desk shows the standings that the session keeps, and remembers what it told before the last month was played.
pub(super) fn keep(standings: Res<Standings>, told: Res<LastTold>, mut desk: ResMut<Desk>) {
    if desk.told != *told {
        desk.bypass_change_detection().told = told.clone();
    }
    if desk.standings != *standings {
        desk.bypass_change_detection().standings = standings.clone();
    }
}

/// Draws the page of what counts; true once it is read. `leads_on`: the strategy comes next.
pub fn goal(prose: &Prose, leads_on: bool, ui: &mut Ui) -> bool {
    let scale = theme::scale(ui.style());
    let window = ui.ctx().viewport_rect();
    ui.set_width((620.0 * scale.clamp(0.9, 1.2)).min(window.width() - 80.0));
    // heading, button and margins take the rest; where the text is large it is scrolled
    let height = (window.height() - 110.0 - 100.0 * scale).max(120.0);
    ScrollArea::vertical().id_salt("goal").max_height(height).show(ui, |ui| {
        ui.set_width(ui.available_width());
        what_counts(prose, ui);
    });
    ui.add_space(10.0);
    let button = if leads_on { Button::primary(prose.say("goal-go-on")).icon(icons::ARROW_RIGHT) } else { Button::primary(prose.say("close")) };
    let button = ui.add(button);
    if ui.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
    button.clicked()
}

fn what_counts(prose: &Prose, ui: &mut Ui) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    lines(ui, Type::Body, &standing::goal(prose), p.muted);
    ui.add_space(4.0);
    for part in standing::parts(prose) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let (rect, response) = ui.allocate_exact_size(vec2(44.0, 38.0) * scale, Sense::hover());
            let points = decimal(part.weight, 0);
            let enabled = ui.is_enabled();
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, format!("{} {points}", part.name)));
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 2.0)), 8, p.accent_soft);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, &points, theme::font(ui, Type::Figure), p.accent);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                lines(ui, Type::Strong, &part.name, p.ink);
                lines(ui, Type::Body, &part.why, p.muted);
            });
        });
    }
    lines(ui, Type::Small, &standing::scale(prose), p.muted);
    ui.add_space(8.0);
    caption(ui, &prose.say("goal-month"));
    let steps = standing::month(prose);
    let width = (ui.available_width() - 16.0 * (steps.len() - 1) as f32) / steps.len() as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (place, (title, how)) in steps.iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                lines(ui, Type::Strong, &format!("{} {title}", place + 1), p.accent);
                lines(ui, Type::Small, how, p.ink);
            });
        }
    });
}

/// Draws the strip on the team's sheet; true when the player asks what counts.
pub fn strip(prose: &Prose, standings: &Standings, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let own = standings.of(prose.view.seat.team).filter(|_| standings.disclosure != Disclosure::Nothing);
    let is_played = !prose.view.past.rounds.is_empty();
    let scored = own.filter(|_| standings.is_scored && is_played);
    let (_, asks) = sides(
        ui,
        24.0 * scale,
        |ui| {
            line(ui, Type::Caption, &prose.say("standing-title"), p.ink);
            if let Some(own) = scored {
                let told = format!("{} / {}", decimal(own.total, 1), decimal(standing::full(prose), 0));
                line(ui, Type::Strong, &told, p.accent);
            }
        },
        |ui| link(ui, &prose.say("goal-title")).clicked(),
    );
    parts(prose, scored, scored.and_then(|own| standings.made_of(own.team)), ui);
    let told = match (standings.disclosure, own) {
        (Disclosure::Nothing, _) => Some(prose.say("standing-hidden")),
        (_, Some(_)) if !standings.is_scored => Some(standing::shown_from(prose)),
        _ => None,
    };
    if let Some(told) = told {
        lines(ui, Type::Small, &told, p.muted);
    }
    if standings.disclosure == Disclosure::All && is_played && standings.list.len() > 1 {
        ui.add_space(2.0);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for place in seen(prose, standings) {
                team(prose, standings, place, ui);
            }
        });
    }
    asks
}

/// The first teams, and one's own among them or after them.
fn seen<'a>(prose: &Prose, standings: &'a Standings) -> Vec<&'a Standing> {
    let is_own = |place: &&Standing| place.team == prose.view.seat.team;
    let mut seen: Vec<&Standing> = standings.list.iter().take(MOST).collect();
    if let Some(own) = standings.list.iter().skip(MOST).find(is_own) {
        seen.pop();
        seen.push(own);
    }
    seen
}

/// The parts of the score in two columns, each with its points; before they are shown with what it is worth.
/// A click opens what one is made of and why it moved, a second one closes it.
fn parts(prose: &Prose, own: Option<&Standing>, made: Option<(&Moment, Option<&Moment>)>, ui: &mut Ui) {
    let open_id = ui.id().with("open part");
    let mut open: Option<usize> = ui.data(|data| data.get_temp(open_id)).flatten();
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let all = standing::parts(prose);
    let (gap, height) = (16.0, 18.0 * scale);
    let rows = all.len().div_ceil(2);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height * rows as f32), Sense::hover());
    let width = (rect.width() - gap) / 2.0;
    for (index, part) in all.iter().enumerate() {
        let (column, row) = (index / rows, index % rows);
        let corner = rect.min + vec2((width + gap) * column as f32, height * row as f32);
        let place = Rect::from_min_size(corner, vec2(width, height));
        let points = own.map(|own| own.parts[index]);
        let told = match points {
            Some(points) => format!("{} {} / {}", part.name, decimal(points, 1), decimal(part.weight, 0)),
            None => format!("{} {}", part.name, decimal(part.weight, 0)),
        };
        let (sense, kind) = if made.is_some() { (Sense::click(), WidgetType::Button) } else { (Sense::hover(), WidgetType::Label) };
        let response = ui.interact(place, ui.id().with(("part", index)), sense);
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(kind, enabled, &told));
        if response.clicked() {
            open = if open == Some(index) { None } else { Some(index) };
        }
        if response.has_focus() {
            focus_ring(ui, place, 4);
        }
        let is_open = open == Some(index) && made.is_some();
        let middle = place.center().y;
        let font = theme::font(ui, Type::Small);
        ui.painter().text(pos2(place.left(), middle), Align2::LEFT_CENTER, &part.short, font.clone(), if is_open { p.accent } else { p.muted });
        let bar = Rect::from_min_max(pos2(place.left() + 76.0 * scale, middle - 3.0), pos2(place.right() - 26.0 * scale, middle + 3.0));
        let share = points.map_or(0.0, |points| if part.weight > 0.0 { points / part.weight } else { 0.0 });
        paint_bar(ui, bar, share as f32, share_colour(p, share));
        let figure = decimal(points.unwrap_or(part.weight), 0);
        ui.painter().text(pos2(place.right(), middle), Align2::RIGHT_CENTER, figure, font, if points.is_some() { p.ink } else { p.muted });
        response.on_hover_ui(|ui| {
            ui.label(theme::text(ui, Type::Strong, &told));
            ui.label(theme::text(ui, Type::Small, &part.why));
            if let Some((now, before)) = made {
                for line in words::part(prose, index, now, before) {
                    ui.label(theme::text(ui, Type::Small, line));
                }
            }
        });
    }
    ui.data_mut(|data| data.insert_temp(open_id, open));
    if let Some(((now, before), index)) = made.zip(open) {
        for told in words::part(prose, index, now, before) {
            lines(ui, Type::Small, &told, p.ink);
        }
    }
}

/// Less than a third, than two thirds, more.
fn share_colour(p: &Palette, share: f64) -> Color32 {
    if share < 0.34 {
        p.warn
    } else if share < 0.67 {
        p.gold
    } else {
        p.good()
    }
}

/// Points once they are shown, money before; and what it is a share of.
fn figure(prose: &Prose, standings: &Standings, place: &Standing) -> (String, f64) {
    if standings.is_scored {
        return (decimal(place.total, 1), place.total / standing::full(prose).max(1.0));
    }
    let most = standings.list.iter().map(|other| other.contribution.0).max().unwrap_or(0).max(1);
    (prose.money_short(place.contribution), place.contribution.0 as f64 / most as f64)
}

/// Where all teams stand, for the class; nothing where it is not to see that.
#[must_use]
pub fn places(prose: &Prose, standings: &Standings) -> Vec<ClassPlace> {
    let place = |standing: &Standing| {
        let (figure, share) = figure(prose, standings, standing);
        let rank = standing::rank(prose, standing.rank, standing.is_shared);
        let won = standing::month_won(prose, standing.month.won, standing.month.decided, standing.month.orders);
        ClassPlace { team: standing.team, name: standing.name.clone(), rank, figure, share: share as f32, won }
    };
    standings.list.iter().filter(|_| standings.disclosure == Disclosure::All).map(place).collect()
}

/// A team's place, in its colour.
fn team(prose: &Prose, standings: &Standings, place: &Standing, ui: &mut Ui) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let is_own = place.team == prose.view.seat.team;
    let (figure, share) = figure(prose, standings, place);
    let rank = standing::rank(prose, place.rank, place.is_shared);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 19.0 * scale), Sense::hover());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, format!("{rank} {} {figure}", place.name)));
    let role = if is_own { Type::SmallStrong } else { Type::Small };
    let ink = if is_own { p.ink } else { p.muted };
    let middle = rect.center().y;
    ui.painter().text(pos2(rect.left(), middle), Align2::LEFT_CENTER, &rank, theme::font(ui, role), ink);
    let name_left = rect.left() + 34.0 * scale;
    let bar_left = rect.left() + rect.width() * 0.52;
    let bar = Rect::from_min_max(pos2(bar_left, middle - 3.0), pos2(rect.right() - 54.0 * scale, middle + 3.0));
    let galley = ui.painter().layout_no_wrap(place.name.clone(), theme::font(ui, role), ink);
    let clip = Rect::from_min_max(pos2(name_left, rect.top()), pos2(bar_left - 6.0, rect.bottom()));
    ui.painter().with_clip_rect(clip).galley(pos2(name_left, middle - galley.size().y / 2.0), galley, ink);
    let colour = team_colour(ui, place.team.index());
    paint_bar(ui, bar, share as f32, if is_own { colour } else { mix(p.surface, colour, 0.65) });
    ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, figure, theme::font(ui, role), ink);
}

/// Where the teams stand, in a line under the figures of a month.
pub fn in_a_line(prose: &Prose, standings: &Standings, ui: &mut Ui) {
    // before points are shown a team that sees its own alone has nothing to see
    let tells = match standings.disclosure {
        Disclosure::All => true,
        Disclosure::Own => standings.is_scored,
        Disclosure::Nothing => false,
    };
    if standings.list.is_empty() || !tells {
        return;
    }
    let p = theme::palette(ui);
    let own = prose.view.seat.team;
    if let Some(told) = standings.made_of(own).and_then(|(now, before)| words::month(prose, now, before)) {
        lines(ui, Type::Small, &told, p.ink);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().interact_size.y = 18.0;
        ui.label(theme::text(ui, Type::Caption, prose.say("standing-title")).color(p.muted));
        if standings.disclosure == Disclosure::Own {
            if let Some(place) = standings.of(own).filter(|_| standings.is_scored) {
                ui.label(theme::text(ui, Type::SmallStrong, decimal(place.total, 1)).color(p.ink));
            }
            return;
        }
        for place in seen(prose, standings) {
            let told = format!("{} {} {}", standing::rank(prose, place.rank, place.is_shared), place.name, figure(prose, standings, place).0);
            let is_own = place.team == own;
            let colour = team_colour(ui, place.team.index());
            dot(ui, colour);
            ui.label(theme::text(ui, if is_own { Type::SmallStrong } else { Type::Small }, told).color(if is_own { p.ink } else { p.muted }));
            ui.add_space(6.0);
        }
    });
}
