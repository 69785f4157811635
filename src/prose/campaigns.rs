//! Campaigns: where one ran and what it brought.

use super::wording::Prose;
use crate::sim::journal::report::CampaignResult;
use crate::sim::units::Fen;

/// Medium and industry of a campaign.
#[must_use]
pub fn what(prose: &Prose, result: &CampaignResult) -> String {
    format!("{} · {}", prose.medium(result.medium), prose.industry(result.segment))
}

/// Leads, what each cost, and the share that answered of those reached.
#[must_use]
pub fn result(prose: &Prose, result: &CampaignResult) -> String {
    let each = if result.leads > 0 { prose.money(Fen(result.budget.0 / i64::from(result.leads))) } else { "—".to_owned() };
    let response = if result.reached > 0 { prose.percent(f64::from(result.leads) / f64::from(result.reached)) } else { "—".to_owned() };
    let args = [("leads", result.leads.into()), ("each", each.into()), ("response", response.into()), ("reached", result.reached.into())];
    prose.say_with("campaign-text", &args)
}
