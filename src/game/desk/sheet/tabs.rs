//! The row of the sheet's tabs. What does not fit beside the others goes on a second line, so that none is out of reach.

use crate::game::desk::state::SheetTab;
use crate::game::theme::{self, BUTTON_RADIUS, Role as Type, mix};
use crate::game::widgets::focus_ring;
use crate::prose::Prose;
use bevy_egui::egui::{Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

/// Each tab with the keys of its name and of what is found there; what one can do comes first.
const TABS: [(SheetTab, &str, &str); 7] = [
    (SheetTab::Act, "sheet-act", "gloss-tab-act"),
    (SheetTab::Profile, "sheet-profile", "gloss-tab-profile"),
    (SheetTab::Contacts, "sheet-contacts", "gloss-tab-contacts"),
    (SheetTab::Deals, "sheet-deals", "gloss-tab-deals"),
    (SheetTab::Service, "sheet-service", "gloss-tab-service"),
    (SheetTab::Value, "sheet-value", "gloss-tab-value"),
    (SheetTab::Log, "sheet-log", "gloss-tab-log"),
];

/// The least room at either side of a name, and the most.
const PAD: (f32, f32) = (4.0, 8.0);

/// Draws the tabs; a click chooses one.
pub fn tabs(prose: &Prose, ui: &mut Ui, current: &mut SheetTab) {
    let p = theme::palette(ui);
    let font = theme::font(ui, Type::Caption);
    let names = TABS.map(|(_, name, _)| prose.say(name));
    let galleys = names.each_ref().map(|name| ui.painter().layout_no_wrap(name.clone(), font.clone(), p.ink));
    let room = ui.available_width();
    let text: f32 = galleys.iter().map(|galley| galley.size().x).sum();
    let pad = ((room - text) / (2.0 * TABS.len() as f32)).clamp(PAD.0, PAD.1);
    let height = 36.0 * theme::scale(ui.style()).max(1.0);
    // from left to right, line by line
    let mut places = Vec::with_capacity(TABS.len());
    let (mut x, mut row) = (0.0, 0_u8);
    for galley in &galleys {
        let width = galley.size().x + 2.0 * pad;
        if x > 0.0 && x + width > room + 0.5 {
            (x, row) = (0.0, row + 1);
        }
        places.push((x, row, width));
        x += width;
    }
    let (id, all) = ui.allocate_space(vec2(room, height * f32::from(row + 1)));
    ui.painter().hline(all.x_range(), all.bottom() - 1.0, Stroke::new(1.0, p.line));
    for (place, (((tab, name, hint), galley), (left, row, width))) in TABS.into_iter().zip(galleys).zip(places).enumerate() {
        let rect = Rect::from_min_size(pos2(all.left() + left, all.top() + height * f32::from(row)), vec2(width, height));
        let is_on = *current == tab;
        let response = ui.interact(rect, id.with(place), Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, enabled, is_on, prose.say(name)));
        let hover = ui.ctx().animate_bool(response.id, response.hovered());
        let ink = if is_on { p.accent } else { mix(p.muted, p.ink, hover) };
        if is_on {
            ui.painter().hline(rect.x_range(), rect.bottom() - 1.5, Stroke::new(2.0, p.accent));
        }
        ui.painter().galley_with_override_text_color(rect.center() - galley.size() / 2.0, galley, ink);
        if response.has_focus() {
            focus_ring(ui, rect.shrink2(vec2(3.0, 6.0)), BUTTON_RADIUS);
        }
        if response.on_hover_text(prose.say(hint)).clicked() {
            *current = tab;
        }
    }
}
