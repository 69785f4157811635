//! The funnel: what lies at each stage and how much of it is proven, the leader's three views, forecasts and what came.

mod forecast;
mod leader;
mod signs;
mod stages;

use super::bits::area;
use super::cx::Cx;
use super::insight::Insight;
use super::state::Desk;
use crate::game::widgets::segmented;
use bevy_egui::egui::{Rect, Ui};

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Stages,
    Leader,
    Forecast,
}

impl Page {
    pub const ALL: [Page; 3] = [Page::Stages, Page::Leader, Page::Forecast];

    const fn key(self) -> &'static str {
        match self {
            Page::Stages => "funnel-page-stages",
            Page::Leader => "funnel-page-leader",
            Page::Forecast => "funnel-page-forecast",
        }
    }
}

/// Draws the tab over `rect`.
pub fn funnel(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "funnel", |ui| {
        let names = Page::ALL.map(|page| cx.say(page.key()));
        let choices: Vec<(Page, &str)> = Page::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
        segmented(ui, &mut desk.funnel, &choices);
        match desk.funnel {
            Page::Stages => stages::stages(cx, desk, insight, ui),
            Page::Leader => leader::leader(cx, desk, insight, ui),
            Page::Forecast => forecast::forecast(cx, insight, ui),
        }
    });
}
