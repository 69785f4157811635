//! How much a change of the month counts: the money at stake, and how grave it is without.

use crate::prose::{Prose, happenings};
use crate::sim::journal::report::Happened;
use crate::sim::scenario::Severity;
use crate::sim::terms::Phase;
use crate::sim::units::Fen;

/// Deals of less than this are small.
pub(super) fn small(prose: &Prose) -> Fen {
    prose.view.guide.mean_order.scale(0.5)
}

/// The money that goes with a loss: what the deal was worth, or a year of the customer, as far as it is known.
pub(super) fn loss(prose: &Prose, happened: &Happened) -> Option<Fen> {
    match happened {
        Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } | Happened::SaleLost { deal } => {
            Some(prose.view.deal(*deal).map_or(Fen::ZERO, |d| d.value))
        }
        Happened::TenderLost { price, .. } => Some(*price),
        Happened::Churned { customer, .. } => Some(prose.view.customer(*customer).map_or(Fen::ZERO, |c| c.yearly_value.unwrap_or(c.revenue))),
        _ => None,
    }
}

/// The money at stake: what was lost, or won, or what a large need is worth; None of a small need and of all else.
pub(super) fn stake(prose: &Prose, happened: &Happened) -> Option<Fen> {
    match happened {
        Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } => Some(*amount),
        Happened::NeedSeen { deal, .. } => prose.view.deal(*deal).map(|d| d.value).filter(|value| *value >= prose.view.guide.mean_order),
        lost => loss(prose, lost),
    }
}

/// How much a change counts. Named customers and much money count more.
pub(super) fn weight(prose: &Prose, happened: &Happened) -> f64 {
    let base = match happened {
        Happened::Churned { .. } => 100.0,
        Happened::BribeFound { .. } => 95.0,
        Happened::CustomerLoss { .. } => 80.0,
        Happened::WonBack { .. } => 78.0,
        Happened::Resigned { .. } => 72.0,
        Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } => 55.0 + money(amount.to_yuan()),
        Happened::TenderLost { price, .. } => 33.0 + 2.0 * money(price.to_yuan()),
        Happened::CampaignRan { result } => 24.0 + f64::from(result.leads),
        Happened::Invested { .. } | Happened::Closed { .. } => 18.0,
        Happened::Phase { to: Phase::Lost, .. } => 0.0,
        Happened::Phase { to: Phase::Stability, .. } => 45.0,
        Happened::Phase { to: Phase::Decline, .. } => 60.0,
        // a deal that was fought for counts more than a step, one that was let go by less
        Happened::Phase { .. } => 26.0,
        Happened::NotWon { deal, .. } => 32.0 + 2.0 * prose.view.deal(*deal).map_or(0.0, |d| money(d.value.to_yuan())),
        Happened::NotInvited { deal, .. } => 20.0 + 2.0 * prose.view.deal(*deal).map_or(0.0, |d| money(d.value.to_yuan())),
        Happened::TicketOpen { severity, .. } | Happened::TicketDropped { severity, .. } => match severity {
            Severity::Minor => 16.0,
            Severity::Major => 34.0,
            Severity::Critical => 66.0,
        },
        Happened::TicketSolved { severity, .. } => match severity {
            Severity::Minor => 0.0,
            Severity::Major => 17.0,
            Severity::Critical => 50.0,
        },
        Happened::SaleLost { deal } => 50.0 + prose.view.deal(*deal).map_or(0.0, |d| money(d.value.to_yuan())),
        Happened::DeliveredLate { .. } => 36.0,
        Happened::OrderWaits { .. } => 28.0,
        Happened::Delivered { quality, expectation, .. } if quality < expectation => 30.0,
        Happened::NeedSeen { .. } => 20.0 + stake(prose, happened).map_or(0.0, |value| money(value.to_yuan())),
        Happened::WinBackFailed { .. } => 26.0,
        Happened::PromiseMissed { penalty, .. } => 24.0 + money(penalty.to_yuan()),
        Happened::Visitors { .. } => 74.0,
        Happened::ToolOutgrown { .. } | Happened::Integrated => 76.0,
        _ => 0.0,
    };
    let named = happenings::customer(happened).is_some_and(|id| super::is_named(prose, id));
    if base > 0.0 && named { base + 14.0 } else { base }
}

/// Up to 20 for a million and more.
fn money(yuan: f64) -> f64 {
    (yuan / 50_000.0).clamp(0.0, 20.0)
}
