//! What the facts of a scenario can be about: one figure of one team's finished game.

use super::games::{Tally, worth};
use crate::scenario::Measure;
use crate::sim::game::Game;
use crate::sim::score::{Benchmarks, customer_equity, score};
use crate::sim::state::{DealOutcome, Relation, Team};
use crate::sim::units::CustomerId;
use serde::{Deserialize, Serialize};

/// So many of so many; a mean counts its games. Figures of several boards add up part by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What was counted, or the sum of what was measured; money in yuan.
    pub part: f64,
    /// Out of how many; of a mean, over how many games, customers or months.
    pub whole: f64,
}

impl Figure {
    /// Of one game.
    const fn once(value: f64) -> Figure {
        Figure { part: value, whole: 1.0 }
    }

    fn share(part: u32, whole: u32) -> Figure {
        Figure { part: part.into(), whole: whole.into() }
    }

    /// None where there was nothing to count.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.whole != 0.0).then(|| self.part / self.whole)
    }
}

impl std::ops::AddAssign for Figure {
    fn add_assign(&mut self, other: Figure) {
        self.part += other.part;
        self.whole += other.whole;
    }
}

/// A finished game as one team sees it.
pub struct Finished<'a> {
    /// The whole truth after the last round.
    pub state: &'a Game,
    /// One of the teams in it: whose figures are wanted.
    pub team: &'a Team,
    /// What was counted of this team while the game ran.
    pub tally: &'a Tally,
    /// What scores are measured against on this board.
    pub benchmarks: &'a Benchmarks,
    /// The main customer; None where the scenario names nobody.
    pub focus: Option<CustomerId>,
}

impl Finished<'_> {
    /// What a measure comes to in this game; its whole is 0 where there was nothing to count.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Figure {
        let Finished { state, team, tally, .. } = self;
        let active = || team.relations.iter().filter(|r| r.active());
        let over_active = |of: fn(&Relation) -> f64| Figure { part: active().map(of).sum(), whole: active().count() as f64 };
        let buyers = team.relations.iter().filter(|r| r.history.orders > 0).count() as u32;
        let focus = self.focus.map(|id| team.relation(id));
        match measure {
            Measure::Worth => Figure::once(worth(state, team)),
            Measure::Contribution => Figure::once(team.books.months.last().map_or(0.0, |m| m.contribution_so_far.to_yuan())),
            Measure::EarlyContribution => {
                let quarter = team.books.months.len().div_ceil(4);
                Figure::once(team.books.months[..quarter].last().map_or(0.0, |m| m.contribution_so_far.to_yuan()))
            }
            Measure::Equity => Figure::once(customer_equity(state, team.id).to_yuan()),
            Measure::Score => Figure::once(score(state, team.id, self.benchmarks).total),
            Measure::Revenue => Figure::once(team.books.months.iter().map(|m| m.revenue.to_yuan()).sum()),
            Measure::Cash => Figure::once(team.cash().to_yuan()),
            Measure::Orders => Figure::once(team.relations.iter().map(|r| f64::from(r.history.won)).sum()),
            Measure::FirstWinRate => Figure::share(tally.first.won, tally.first.decided),
            Measure::RepeatWinRate => Figure::share(tally.repeat.won, tally.repeat.decided),
            Measure::WinRate => Figure::share(tally.first.won + tally.repeat.won, tally.first.decided + tally.repeat.decided),
            Measure::CloseRate => {
                let decided = || team.deals.iter().filter_map(|d| d.outcome);
                Figure::share(decided().filter(|o| matches!(o, DealOutcome::Won(_))).count() as u32, decided().count() as u32)
            }
            Measure::Retention => Figure::share(buyers.saturating_sub(tally.lost_customers()), buyers),
            Measure::Churn => Figure::share(tally.lost_customers(), buyers),
            Measure::LeaversCustomersKept => {
                let (kept, all) = tally.leavers_customers();
                Figure::share(kept, all)
            }
            Measure::StuckLeadsWon => {
                let (won, all) = tally.stuck_leads(team);
                Figure::share(won, all)
            }
            Measure::Satisfaction => over_active(|r| r.measures.satisfaction()),
            Measure::Trust => over_active(|r| r.measures.trust()),
            Measure::ActiveCustomers => Figure::once(active().count() as f64),
            Measure::NewCustomers => Figure::once(team.relations.iter().filter(|r| r.history.won > 0 && r.history.orders == r.history.won).count() as f64),
            Measure::Referred => Figure::once(team.relations.iter().map(|r| r.history.referred.len() as f64).sum()),
            Measure::ServiceLevel => {
                Figure::share(team.books.months.iter().map(|m| m.tickets_in_time).sum(), team.books.months.iter().map(|m| m.tickets).sum())
            }
            Measure::ForecastAccuracy => {
                let filed = || team.books.months.iter().filter_map(|m| m.forecast_accuracy);
                Figure { part: filed().sum(), whole: filed().count() as f64 }
            }
            Measure::MainCustomerKept => {
                let won = focus.is_some_and(|r| r.history.won > 0);
                Figure::share(u32::from(won && !tally.focus_lost), u32::from(won))
            }
            Measure::CaptureRate => {
                Figure::share(team.books.months.iter().map(|m| u32::from(m.recorded)).sum(), team.books.months.iter().map(|m| u32::from(m.visitors)).sum())
            }
            Measure::PromisesKept => {
                Figure::share(team.books.months.iter().map(|m| u32::from(m.promises_kept)).sum(), team.books.months.iter().map(|m| u32::from(m.promises)).sum())
            }
            Measure::Fees => Figure::once(team.relations.iter().map(|r| r.contract.fee.to_yuan()).sum()),
            Measure::MainCustomerRevenue => Figure::once(focus.map_or(0.0, |r| r.history.revenue.to_yuan())),
        }
    }
}
