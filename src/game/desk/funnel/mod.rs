//! The funnel: what lies at each stage and how much of it is proven, the leader's three views, forecasts and what came;
//! and beside the team's own deals the open market, tenders and campaigns.

mod forecast;
mod leader;
mod market;
mod signs;
mod stages;

use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, FunnelPage, Insight};
use crate::game::widgets::{area, segmented};
use crate::prose::Prose;
use crate::sim::units::Role;
use bevy_egui::egui::{Rect, Ui};

/// Draws the tab over `rect`.
pub fn funnel(prose: &Prose, shown: &Shown, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "funnel", |ui| {
        // nobody is told of campaigns where there is nothing to advertise through
        let pages = FunnelPage::ALL.into_iter().filter(|page| *page != FunnelPage::Campaigns || !prose.view.guide.media.is_empty());
        let choices: Vec<(FunnelPage, String, String)> = pages.map(|page| (page, name(prose, page), prose.hint(page.key()))).collect();
        segmented(ui, &mut desk.funnel, &choices);
        match desk.funnel {
            FunnelPage::Stages => stages::stages(prose, desk, insight, ui),
            FunnelPage::Leader => leader::leader(prose, desk, insight, ui),
            FunnelPage::Forecast => forecast::forecast(prose, insight, ui),
            FunnelPage::Tenders => market::tenders(prose, desk, ui, shown.roles.contains(&prose.view.guide.acting(Role::AccountManager))),
            FunnelPage::Campaigns => market::campaigns(prose, ui),
        }
    });
}

/// The name of a page; that of the tenders says how many are open.
fn name(prose: &Prose, page: FunnelPage) -> String {
    match (page, prose.view.tenders.len()) {
        (FunnelPage::Tenders, open) if open > 0 => prose.say_with("funnel-page-tenders-open", &[("count", open.into())]),
        _ => prose.say(page.key()),
    }
}
