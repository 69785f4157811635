//! What the customers are worth: the pyramid and the curve of the few that bring most, RFM, lifetime value, and the 10C
//! sheet of the chosen one.

mod lifetime;
mod pyramid;
mod rfm_map;
mod ten_c;

use crate::game::desk::state::{Desk, Insight, ValuePage};
use crate::game::widgets::{area, segmented};
use crate::prose::Prose;
use bevy_egui::egui::{Rect, Ui};

/// Draws the tab over `rect`.
pub fn value(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "value", |ui| {
        let choices = ValuePage::ALL.map(|page| (page, prose.say(page.key()), prose.hint(page.key())));
        segmented(ui, &mut desk.value.page, &choices);
        let rest = Rect::from_min_max(ui.cursor().min, rect.max);
        match desk.value.page {
            ValuePage::Pyramid => pyramid::pyramid(prose, desk, &insight.tiers, ui, rest),
            ValuePage::Rfm => rfm_map::rfm_map(prose, desk, insight, ui, rest),
            ValuePage::Lifetime => lifetime::lifetime(prose, desk, insight, ui),
            ValuePage::TenC => ten_c::ten_c(prose, desk, insight, ui),
        }
    });
}
