//! Who stands where: money from the start, scores once they mean something.

use super::{Benchmark, Room};
use crate::sim::units::{Fen, TeamId};

/// A team's place in public.
#[derive(Clone, Debug)]
pub struct Standing {
    pub team: TeamId,
    pub name: String,
    pub cash: Fen,
    pub revenue: Fen,
    /// All entries but the opening cash.
    pub contribution: Fen,
}

impl Room {
    /// What the two bots of the score's scale make of this board; played at the first call.
    pub fn benchmark(&self) -> &Benchmark {
        self.benchmark.get_or_init(|| Benchmark::new(&self.scenario, self.setup().seed, self.rounds()))
    }

    /// All teams, best first: by score once scores are shown, by contribution before.
    #[must_use]
    pub fn standings(&self) -> Vec<Standing> {
        let mut list: Vec<Standing> = self.game.state.teams.iter().map(|team| Standing {
            team: team.id,
            name: team.name.clone(),
            cash: team.cash,
            revenue: team.months.iter().map(|m| m.revenue).sum(),
            contribution: team.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far),
        }).collect();
        list.sort_by(|a, b| b.contribution.cmp(&a.contribution).then(a.team.cmp(&b.team)));
        list
    }
}
