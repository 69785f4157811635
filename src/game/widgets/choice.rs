//! Choosing: tabs, segments, switches, and the row of a settings page that holds one.

use super::button::focus_ring;
use crate::game::theme::{self, BUTTON_RADIUS, Role, TARGET, icons, mix};
use crate::words::tr;
use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Align, Align2, Color32, CornerRadius, Galley, Id, Layout, Popup, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType,
    pos2, vec2,
};
use std::sync::Arc;

/// Something to choose: its value, its text, and perhaps a plain sentence that explains it on hover. Pairs and triples are.
pub trait Choice<T> {
    /// What is chosen with it.
    fn value(&self) -> T;
    /// Its text.
    fn text(&self) -> &str;
    /// What it is for, in plain words; empty where its text says it all.
    fn hint(&self) -> &str;
}

impl<T: Copy, S: AsRef<str>> Choice<T> for (T, S) {
    fn value(&self) -> T {
        self.0
    }

    fn text(&self) -> &str {
        self.1.as_ref()
    }

    fn hint(&self) -> &'static str {
        ""
    }
}

impl<T: Copy, S: AsRef<str>, H: AsRef<str>> Choice<T> for (T, S, H) {
    fn value(&self) -> T {
        self.0
    }

    fn text(&self) -> &str {
        self.1.as_ref()
    }

    fn hint(&self) -> &str {
        self.2.as_ref()
    }
}

/// Soft tabs: the chosen one on a tinted ground. Returns whether the choice changed.
pub fn tabs<T: PartialEq + Copy, C: Choice<T>>(ui: &mut Ui, current: &mut T, choices: &[C]) -> bool {
    row(ui, current, choices, (Role::Strong, 10.0), 2.0, |ui, rect, is_on, hover| {
        let p = theme::palette(ui);
        let ground = if is_on { p.accent_soft } else { p.sunk.gamma_multiply(hover) };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 7.0)), BUTTON_RADIUS, ground);
        if is_on { p.accent } else { mix(p.muted, p.ink, hover) }
    })
}

/// One of a few values in a common frame. Returns whether the choice changed.
pub fn segmented<T: PartialEq + Copy, C: Choice<T>>(ui: &mut Ui, current: &mut T, choices: &[C]) -> bool {
    let p = theme::palette(ui);
    let ground = ui.painter().add(Shape::Noop);
    let mut all = Rect::NOTHING;
    let changed = row(ui, current, choices, (Role::Strong, 12.0), 0.0, |ui, rect, is_on, hover| {
        all = all.union(rect);
        let shown = rect.shrink2(vec2(4.0, 5.0));
        if is_on {
            ui.painter().rect(shown, BUTTON_RADIUS - 2, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
            p.accent
        } else {
            ui.painter().rect_filled(shown, BUTTON_RADIUS - 2, p.line.gamma_multiply(0.5 * hover));
            mix(p.muted, p.ink, hover)
        }
    });
    let frame = RectShape::filled(all.shrink2(vec2(0.0, 1.0)), CornerRadius::same(BUTTON_RADIUS + 1), p.sunk);
    ui.painter().set(ground, frame);
    changed
}

/// A row of choices from left to right, whichever way its surroundings run, each with `pad` at either side of its text;
/// `paint` draws the ground of one and names the colour of its text. Those for which there is no room stand in a menu at the
/// end of the row; the chosen one never does.
fn row<T: PartialEq + Copy, C: Choice<T>>(
    ui: &mut Ui,
    current: &mut T,
    choices: &[C],
    (role, pad): (Role, f32),
    gap: f32,
    mut paint: impl FnMut(&Ui, Rect, bool, f32) -> Color32,
) -> bool {
    let (font, ink) = (theme::font(ui, role), theme::palette(ui).ink);
    let galleys: Vec<_> = choices.iter().map(|choice| ui.painter().layout_no_wrap(choice.text().to_owned(), font.clone(), ink)).collect();
    let more = ui.painter().layout_no_wrap(format!("{} {}", tr(super::layout::lang(ui), "tabs-more"), icons::CARET_DOWN), font, ink);
    let tallest = galleys.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let wide = |galley: &Galley| galley.size().x + 2.0 * pad + gap;
    let widths: Vec<f32> = galleys.iter().map(|galley| wide(galley)).collect();
    let chosen = choices.iter().position(|choice| choice.value() == *current);
    let shown = in_sight(&widths, chosen, ui.available_width() + gap, wide(&more));
    let hidden: Vec<usize> = (0..choices.len()).filter(|place| !shown.contains(place)).collect();
    let total: f32 = shown.iter().map(|&place| widths[place]).sum::<f32>() + if hidden.is_empty() { 0.0 } else { wide(&more) };
    let (id, all) = ui.allocate_space(vec2((total - gap).max(0.0), TARGET.max(tallest + 16.0)));
    let mut left = all.left();
    let mut changed = false;
    let mut one = |ui: &mut Ui, galley: Arc<Galley>, name: WidgetInfo, id: Id, hint: &str| {
        let is_on = name.selected == Some(true);
        let rect = Rect::from_min_size(pos2(left, all.top()), vec2(galley.size().x + 2.0 * pad, all.height()));
        left = rect.right() + gap;
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| name.clone());
        let hover = ui.ctx().animate_bool(response.id, response.hovered());
        let ink = paint(ui, rect, is_on, hover);
        ui.painter().galley_with_override_text_color(rect.center() - galley.size() / 2.0, galley, ink);
        if response.has_focus() {
            focus_ring(ui, rect.shrink2(vec2(3.0, 8.0)), BUTTON_RADIUS);
        }
        if hint.is_empty() { response } else { response.on_hover_text(hint) }
    };
    let enabled = ui.is_enabled();
    for &place in &shown {
        let choice = &choices[place];
        let is_on = chosen == Some(place);
        let info = WidgetInfo::selected(WidgetType::RadioButton, enabled, is_on, choice.text());
        let response = one(ui, Arc::clone(&galleys[place]), info, id.with(place), choice.hint());
        if response.clicked() && !is_on {
            *current = choice.value();
            changed = true;
        }
    }
    if !hidden.is_empty() {
        let names: Vec<&str> = hidden.iter().map(|&place| choices[place].text()).collect();
        let info = WidgetInfo::labeled(WidgetType::Button, enabled, format!("{} · {}", tr(super::layout::lang(ui), "tabs-more"), names.join(" · ")));
        let button = one(ui, more, info, id.with("more"), &names.join(" · "));
        Popup::menu(&button).show(|ui| {
            for place in hidden {
                let response = ui.selectable_label(false, theme::text(ui, Role::Strong, choices[place].text()));
                let response = if choices[place].hint().is_empty() { response } else { response.on_hover_text(choices[place].hint()) };
                if response.clicked() {
                    *current = choices[place].value();
                    changed = true;
                }
            }
        });
    }
    changed
}

/// Which of so wide choices are in sight, in their order: all of them, or as many as leave room for the way to the others, and
/// the chosen one among them.
fn in_sight(widths: &[f32], chosen: Option<usize>, room: f32, more: f32) -> Vec<usize> {
    if widths.iter().sum::<f32>() <= room + 0.5 {
        return (0..widths.len()).collect();
    }
    let mut left = room - more - chosen.map_or(0.0, |place| widths[place]);
    let mut full = false;
    let mut fits = |place: usize| {
        full |= widths[place] > left;
        left -= widths[place];
        !full
    };
    (0..widths.len()).filter(|&place| chosen == Some(place) || fits(place)).collect()
}

/// A switch; `name` is read aloud, `state` (on or off in words) stands beside it. Returns whether it changed.
pub fn switch(ui: &mut Ui, on: &mut bool, name: &str, state: &str) -> bool {
    let p = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(state.to_owned(), theme::font(ui, Role::Small), p.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 54.0, TARGET), Sense::click());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, p.muted);
    let track = Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(44.0, 24.0));
    paint_switch(ui, &response, track, *on);
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, enabled, *on, name));
    if response.clicked() {
        *on = !*on;
        return true;
    }
    false
}

fn paint_switch(ui: &Ui, response: &Response, track: Rect, on: bool) {
    let p = theme::palette(ui);
    let share = ui.ctx().animate_bool(response.id, on);
    ui.painter().rect_filled(track, CornerRadius::same(12), mix(p.line, p.accent, share));
    let x = track.left() + 12.0 + share * (track.width() - 24.0);
    ui.painter().circle_filled(pos2(x, track.center().y), 9.0, mix(p.surface, p.accent_ink, share));
    if response.has_focus() {
        focus_ring(ui, track, 12);
    }
}

/// A row of a settings page: what it is and what it does at the left, the control at the right.
pub fn setting_row<R>(ui: &mut Ui, name: &str, detail: Option<&str>, control: impl FnOnce(&mut Ui) -> R) -> R {
    let p = theme::palette(ui);
    let height = 56.0_f32.max(40.0 * theme::scale(ui.style()) + 8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() + ui.spacing().item_spacing.y / 2.0, Stroke::new(1.0, p.line));
    let mut right = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
    let inner = control(&mut right);
    let room = right.min_rect().left() - rect.left() - 16.0;
    let title = ui.painter().layout(name.to_owned(), theme::font(ui, Role::Strong), p.ink, room);
    let detail = detail.map(|text| ui.painter().layout(text.to_owned(), theme::font(ui, Role::Small), p.muted, room));
    let total = title.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y);
    let mut at = Align2::LEFT_CENTER.align_size_within_rect(vec2(room, total), rect).left_top();
    let below = title.size().y;
    ui.painter().galley(at, title, p.ink);
    if let Some(detail) = detail {
        at.y += below;
        ui.painter().galley(at, detail, p.muted);
    }
    inner
}

#[cfg(test)]
mod tests {
    use super::in_sight;

    #[test]
    fn what_does_not_fit_goes_into_the_menu_but_never_the_chosen_one() {
        let widths = [50.0, 60.0, 70.0, 80.0];
        assert_eq!(in_sight(&widths, Some(0), 260.0, 40.0), [0, 1, 2, 3]);
        assert_eq!(in_sight(&widths, Some(0), 220.0, 40.0), [0, 1, 2]);
        assert_eq!(in_sight(&widths, Some(3), 220.0, 40.0), [0, 3]);
        assert_eq!(in_sight(&widths, None, 120.0, 40.0), [0]);
        assert_eq!(in_sight(&widths, Some(2), 10.0, 40.0), [2]);
    }
}
