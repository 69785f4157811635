//! Who stands where: money from the start, scores once they mean something.

use super::{Benchmark, Room};
use crate::sim::journal::report::{Happened, NotInvited, TeamReport};
use crate::sim::score::{Moment, Score, score};
use crate::sim::state::Team;
use crate::sim::units::{Fen, Round, TeamId};

/// A team's place in public.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Whose place this is.
    pub team: TeamId,
    /// The team's, as the set-up has it.
    pub name: String,
    /// In hand now; below zero where the team lives on credit.
    pub cash: Fen,
    /// Sales and fees of all months played.
    pub revenue: Fen,
    /// Profit so far: sales and goods as they are sold, whenever they are paid.
    pub contribution: Fen,
    /// None until the scenario shows scores.
    pub score: Option<Score>,
    /// Of the last month played.
    pub month: MonthWon,
}

/// What a team's bids came to in a month: quotes and public tenders that were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthWon {
    /// How many were decided.
    pub decided: usize,
    /// How many of them it won.
    pub won: usize,
    /// What those bring.
    pub orders: Fen,
}

impl MonthWon {
    fn of(report: &TeamReport) -> MonthWon {
        let mut month = MonthWon::default();
        for happened in &report.happened {
            match happened {
                Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } => {
                    (month.decided, month.won, month.orders) = (month.decided + 1, month.won + 1, month.orders + *amount);
                }
                Happened::NotWon { .. } | Happened::TenderLost { .. } => month.decided += 1,
                Happened::NotInvited { why: NotInvited::Veto { .. } | NotInvited::NoSupport, .. } => month.decided += 1,
                _ => {}
            }
        }
        month
    }
}

impl Room {
    /// What the two bots of the score's scale make of this board; played at the first call.
    pub fn benchmark(&self) -> &Benchmark {
        self.benchmark.get_or_init(|| Benchmark::new(&self.scenario, self.setup().seed, self.setup().luck, self.rounds()))
    }

    /// A team's score after the last resolved round, whether it is shown yet or not: for the game's owner.
    #[must_use]
    pub fn score(&self, team: TeamId) -> Score {
        let resolved = Round(self.round().0.saturating_sub(1));
        score(&self.course.game, team, &self.benchmark().after(resolved))
    }

    /// What a team's points are made of after the last resolved round, and what they were made of a month before; the latter None
    /// after the first month, and in games so large that not every month is kept.
    #[must_use]
    pub fn made_of(&self, team: TeamId) -> (Moment, Option<Moment>) {
        let resolved = Round(self.round().0.saturating_sub(1));
        let now = Moment::of(&self.course.game, team, &self.benchmark().after(resolved));
        let start = self.course.months.before(resolved).map(|start| start.state()).filter(|state| resolved > Round(1) && state.round == resolved);
        (now, start.map(|state| Moment::of(state, team, &self.benchmark().after(Round(resolved.0 - 1)))))
    }

    /// All teams, best first: by score once scores are shown (`score.shown_from`, or at the end), by contribution before.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        let shown = self.over() || self.round().0 >= self.scenario.guide.rules.score.shown_from;
        let last = self.course.reports.last();
        let standing = |team: &Team| Standing {
            team: team.id,
            name: team.name.clone(),
            cash: team.cash(),
            revenue: team.books.months.iter().map(|month| month.revenue).sum(),
            contribution: team.books.months.last().map_or(Fen::ZERO, |month| month.contribution_so_far),
            score: shown.then(|| self.score(team.id)),
            month: last.and_then(|report| report.teams.get(team.id.index())).map(MonthWon::of).unwrap_or_default(),
        };
        let mut list: Vec<Standing> = self.course.game.teams.iter().map(standing).collect();
        let total = |standing: &Standing| standing.score.map_or(0.0, |score| score.total);
        list.sort_by(|a, b| total(b).total_cmp(&total(a)).then(b.contribution.cmp(&a.contribution)).then(a.team.cmp(&b.team)));
        list
    }
}
