//! The funnel: what lies at each stage and how much of it is proven, the leader's three views, forecasts and what came;
//! and beside the team's own deals the open market, tenders and campaigns.

mod forecast;
mod leader;
mod signs;
mod stages;

use super::bits::area;
use super::cx::Cx;
use super::insight::Insight;
use super::market;
use super::state::{Desk, Shown};
use crate::game::widgets::segmented;
use crate::sim::units::Role;
use bevy_egui::egui::{Rect, Ui};

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Stages,
    Leader,
    Forecast,
    Tenders,
    Campaigns,
}

impl Page {
    pub const ALL: [Page; 5] = [Page::Stages, Page::Leader, Page::Forecast, Page::Tenders, Page::Campaigns];

    const fn key(self) -> &'static str {
        match self {
            Page::Stages => "funnel-page-stages",
            Page::Leader => "funnel-page-leader",
            Page::Forecast => "funnel-page-forecast",
            Page::Tenders => "funnel-page-tenders",
            Page::Campaigns => "funnel-page-campaigns",
        }
    }
}

/// Draws the tab over `rect`.
pub fn funnel(cx: &Cx, shown: &Shown, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "funnel", |ui| {
        // nobody is told of campaigns where there is nothing to advertise through
        let pages = Page::ALL.into_iter().filter(|page| *page != Page::Campaigns || !cx.view.guide.media.is_empty());
        let names: Vec<(Page, String)> = pages.map(|page| (page, name(cx, page))).collect();
        let choices: Vec<(Page, &str)> = names.iter().map(|(page, name)| (*page, name.as_str())).collect();
        segmented(ui, &mut desk.funnel, &choices);
        match desk.funnel {
            Page::Stages => stages::stages(cx, desk, insight, ui),
            Page::Leader => leader::leader(cx, desk, insight, ui),
            Page::Forecast => forecast::forecast(cx, insight, ui),
            Page::Tenders => market::tenders(cx, desk, ui, shown.roles.contains(&cx.view.guide.acting(Role::AccountManager))),
            Page::Campaigns => market::campaigns(cx, ui),
        }
    });
}

/// The name of a page; that of the tenders says how many are open.
fn name(cx: &Cx, page: Page) -> String {
    match (page, cx.view.tenders.len()) {
        (Page::Tenders, open) if open > 0 => cx.say_with("funnel-page-tenders-open", &[("count", open.into())]),
        _ => cx.say(page.key()),
    }
}
