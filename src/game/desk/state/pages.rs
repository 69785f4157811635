//! The pages of the tabs.

use crate::game::board::Kept;
use crate::insight::bridge::Figure;
use crate::insight::rfm::Rfm;
use crate::prose::Prose;
use crate::prose::deeds::{self, Deed};
use crate::prose::highlights::{self, Highlight};
use crate::sim::units::Round;
use crate::words::Lang;
use std::sync::Arc;

/// The pages of the finance tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FinancePage {
    /// Profit and loss.
    #[default]
    Account,
    /// The way of the cash.
    Flow,
    /// What winning customers costs.
    Marketing,
    /// Stock, orders and what is owed.
    Goods,
    /// The key figures.
    Figures,
}

impl FinancePage {
    /// In the order of the row of pages.
    pub const ALL: [FinancePage; 5] = [FinancePage::Account, FinancePage::Flow, FinancePage::Marketing, FinancePage::Goods, FinancePage::Figures];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            FinancePage::Account => "finance-page-account",
            FinancePage::Flow => "finance-page-flow",
            FinancePage::Marketing => "finance-page-marketing",
            FinancePage::Goods => "finance-page-goods",
            FinancePage::Figures => "finance-page-figures",
        }
    }
}

/// A page of the funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FunnelPage {
    /// The six stages.
    #[default]
    Stages,
    /// The leader's three views.
    Leader,
    /// Forecasts and what came.
    Forecast,
    /// Open tenders and awards.
    Tenders,
    /// What campaigns brought.
    Campaigns,
}

impl FunnelPage {
    /// In the order of the row of pages.
    pub const ALL: [FunnelPage; 5] = [FunnelPage::Stages, FunnelPage::Leader, FunnelPage::Forecast, FunnelPage::Tenders, FunnelPage::Campaigns];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            FunnelPage::Stages => "funnel-page-stages",
            FunnelPage::Leader => "funnel-page-leader",
            FunnelPage::Forecast => "funnel-page-forecast",
            FunnelPage::Tenders => "funnel-page-tenders",
            FunnelPage::Campaigns => "funnel-page-campaigns",
        }
    }
}

/// A page of the value tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValuePage {
    /// Tiers, and the curve of the few that bring most.
    #[default]
    Pyramid,
    /// The map of recency and frequency.
    Rfm,
    /// Lifetime value.
    Lifetime,
    /// The 10C sheet.
    TenC,
}

impl ValuePage {
    /// In the order of the row of pages.
    pub const ALL: [ValuePage; 4] = [ValuePage::Pyramid, ValuePage::Rfm, ValuePage::Lifetime, ValuePage::TenC];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            ValuePage::Pyramid => "value-page-pyramid",
            ValuePage::Rfm => "value-page-rfm",
            ValuePage::Lifetime => "value-page-lifetime",
            ValuePage::TenC => "value-page-10c",
        }
    }
}

/// What the value tab remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ValueUi {
    /// The page on show.
    pub page: ValuePage,
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

/// A page of the service tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ServicePage {
    /// Open tickets.
    #[default]
    Queue,
    /// How tickets were answered.
    Record,
}

/// A page of the Customers tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CustomersPage {
    /// The list.
    #[default]
    List,
    /// The work plan.
    Work,
    /// The message board.
    Messages,
    /// Lists that come and go as files.
    Files,
}

impl CustomersPage {
    /// In the order of the row of pages.
    pub const ALL: [CustomersPage; 4] = [CustomersPage::List, CustomersPage::Work, CustomersPage::Messages, CustomersPage::Files];
}

/// What the summary of a month remembers.
#[derive(Clone, Debug, Default)]
pub struct SummaryUi {
    /// The figure whose bridge is open.
    pub open: Option<Figure>,
    told: Kept<(u64, Lang), SummaryTold>,
}

/// What is told of a month.
#[derive(Clone, Debug)]
pub struct SummaryTold {
    /// The changes.
    pub changes: Vec<Highlight>,
    /// What was done and is told by no change.
    pub deeds: Vec<Deed>,
}

impl SummaryUi {
    /// What is told of a round in the view of this number: all the months before it are gone through for that.
    pub fn told(&mut self, prose: &Prose, stamp: u64, round: Round) -> Arc<SummaryTold> {
        self.told.get((stamp, prose.lang), || {
            let changes = highlights::all(prose, round);
            SummaryTold { deeds: deeds::of_round(prose, round, &changes), changes }
        })
    }
}
