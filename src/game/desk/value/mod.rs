//! What the customers are worth: the pyramid and the curve of the few that bring most, RFM, lifetime value, and the 10C
//! sheet of the chosen one.

mod lifetime;
mod pyramid;
mod rfm_map;
mod ten_c;

use super::bits::area;
use super::cx::Cx;
use super::insight::Insight;
use super::state::Desk;
use crate::game::widgets::segmented;
use crate::insight::rfm::Rfm;
use bevy_egui::egui::{Rect, Ui};

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Pyramid,
    Rfm,
    Lifetime,
    TenC,
}

impl Page {
    pub const ALL: [Page; 4] = [Page::Pyramid, Page::Rfm, Page::Lifetime, Page::TenC];

    const fn key(self) -> &'static str {
        match self {
            Page::Pyramid => "value-page-pyramid",
            Page::Rfm => "value-page-rfm",
            Page::Lifetime => "value-page-lifetime",
            Page::TenC => "value-page-10c",
        }
    }
}

/// What the tab remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ValueUi {
    pub page: Page,
    /// The cell of the RFM map whose customers are listed: recency and frequency.
    pub cell: Option<(u8, u8)>,
}

impl ValueUi {
    /// Whether a customer lies in the chosen cell, or any where none is chosen.
    #[must_use]
    pub fn lists(&self, rfm: Rfm) -> bool {
        self.cell.is_none_or(|cell| cell == (rfm.recency, rfm.frequency))
    }
}

/// Draws the tab over `rect`.
pub fn value(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "value", |ui| {
        let names = Page::ALL.map(|page| cx.say(page.key()));
        let choices: Vec<(Page, &str)> = Page::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
        segmented(ui, &mut desk.value.page, &choices);
        let rest = Rect::from_min_max(ui.cursor().min, rect.max);
        match desk.value.page {
            Page::Pyramid => pyramid::pyramid(cx, desk, ui, rest),
            Page::Rfm => rfm_map::rfm_map(cx, desk, insight, ui, rest),
            Page::Lifetime => lifetime::lifetime(cx, desk, insight, ui),
            Page::TenC => ten_c::ten_c(cx, desk, insight, ui),
        }
    });
}
