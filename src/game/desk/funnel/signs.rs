//! The six symptoms of a deal as six marks: full where it shows, a ring where it does not.

use crate::game::theme::{self, Role as Type};
use crate::insight::symptom::Symptom;
use crate::prose::{Prose, names};
use bevy_egui::egui::{Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};

/// Draws the marks; hovering names them.
pub fn marks(prose: &Prose, ui: &mut Ui, shown: &[bool; 6]) -> Response {
    let p = theme::palette(ui);
    let step = 10.5;
    let (rect, response) = ui.allocate_exact_size(vec2(step * 6.0, 14.0), Sense::hover());
    for symptom in Symptom::ALL {
        let place = symptom.index() as f32;
        let centre = rect.left_center() + vec2(step * (place + 0.5), 0.0);
        if shown[symptom.index()] {
            ui.painter().circle_filled(centre, 4.0, p.accent);
        } else {
            ui.painter().circle_stroke(centre, 3.5, Stroke::new(1.0, p.muted));
        }
    }
    let there: Vec<String> = Symptom::ALL.into_iter().filter(|s| shown[s.index()]).map(|s| prose.say(names::symptom(s))).collect();
    let enabled = ui.is_enabled();
    let spoken = if there.is_empty() { prose.say("symptom-none") } else { there.join(", ") };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, enabled, &spoken));
    response.on_hover_ui(|ui| {
        for one in Symptom::ALL {
            let (sign, colour) = if shown[one.index()] { ('●', p.accent) } else { ('○', p.muted) };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(theme::text(ui, Type::Small, sign.to_string()).color(colour));
                ui.label(theme::text(ui, Type::Small, prose.say(names::symptom(one))));
            });
        }
    })
}
