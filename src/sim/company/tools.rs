//! Where customer data is kept: paper, a spreadsheet, a database, each outgrown in its turn, until it is integrated
//! (docs/model.md#customer-data). A tool caps the quality of all records.

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::parameters::Tools;
use crate::sim::state::Team;
use crate::sim::state::tool::{Integration, ToolState};
use crate::sim::terms::Phase;
use crate::sim::turn::Turn;
use crate::sim::units::Minutes;

/// The tool that so many customers need: 0 paper, 1 spreadsheet, 2 database.
#[must_use]
pub fn tool(rules: &Tools, customers: usize) -> usize {
    rules.outgrown.iter().filter(|&&limit| customers > usize::from(limit)).count()
}

/// Whether tools matter in this scenario.
#[must_use]
pub fn matter(rules: &Tools) -> bool {
    rules.caps.iter().any(|&cap| cap < 100.0)
}

/// Chance that so many hours of building succeed in a round.
#[must_use]
pub fn build_chance(rules: &Tools, time: Minutes) -> f64 {
    (rules.build * time.to_hours() / rules.build_hours.to_hours()).min(1.0)
}

/// Customers whose data is kept.
#[must_use]
pub fn kept(team: &Team) -> usize {
    team.relations.iter().filter(|r| r.known() && r.phase != Phase::Lost).count()
}

/// The tool a team starts with.
pub(crate) fn at_start(rules: &Tools, customers: usize) -> ToolState {
    ToolState { cap: rules.caps[tool(rules, customers)], ..ToolState::default() }
}

impl Turn<'_> {
    /// Phase 5: the base may have outgrown its tool; what was ordered last month works from now on. What a tool cannot
    /// hold is lost.
    pub fn keep_data(&mut self) {
        if !matter(&self.rules.tools) || matches!(self.team.tools.integration, Integration::Done(_)) {
            return;
        }
        if let Integration::Coming(ordered) = self.team.tools.integration
            && ordered < self.round
        {
            self.team.tools = ToolState { cap: 100.0, integration: Integration::Done(self.round) };
            self.happened(Happened::Integrated);
            return;
        }
        let cap = self.rules.tools.caps[tool(&self.rules.tools, kept(self.team))];
        if cap != self.team.tools.cap {
            let falls = cap < self.team.tools.cap;
            self.team.tools.cap = cap;
            if falls {
                self.happened(Happened::ToolOutgrown { cap });
            }
        }
        for id in self.ids() {
            if self.relation(id).measures.records() > cap {
                self.set(id, Measure::Records, cap, Cause::ToolOutgrown, About::Nothing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::terms::Missing;
    use crate::sim::testing::{ALPHA, HERO, bare, booked, lead, near, relation, rules, share, told};
    use crate::sim::units::{CustomerId, Fen, Round};

    /// Paper for one customer, a spreadsheet for two, a database beyond.
    fn shop() -> Game {
        let mut state = bare(1);
        let tools = &mut rules(&mut state).tools;
        (tools.caps, tools.outgrown) = ([60.0, 40.0, 20.0], [1, 2]);
        state.teams[0].tools = at_start(&state.scenario.guide.rules.tools, 0);
        state
    }

    #[test]
    fn the_cap_falls_as_the_base_outgrows_each_tool() {
        let mut state = shop();
        let mut caps = vec![state.teams[0].tools.cap];
        for id in [1, 2, 3] {
            lead(&mut state, CustomerId(id)).measures.records = 90.0;
            state.turn(0).keep_data();
            caps.push(state.teams[0].tools.cap);
            near(relation(&mut state, CustomerId(id)).measures.records, state.teams[0].tools.cap);
        }
        assert_eq!(caps, [60.0, 60.0, 40.0, 20.0]);
        near(relation(&mut state, ALPHA).measures.records, 20.0);
        assert_eq!(told(&state, |h| if let Happened::ToolOutgrown { cap } = h { Some(*cap) } else { None }), [40.0, 20.0]);
        // a customer lost needs no room
        relation(&mut state, ALPHA).phase = Phase::Lost;
        state.turn(0).keep_data();
        assert_eq!(state.teams[0].tools.cap, 40.0);
    }

    #[test]
    fn nothing_written_up_goes_beyond_the_cap() {
        let mut state = shop();
        lead(&mut state, ALPHA).measures.records = 55.0;
        state.turn(0).write_up(ALPHA, 20.0, Cause::Called);
        near(relation(&mut state, ALPHA).measures.records, 60.0);
    }

    #[test]
    fn what_is_bought_works_from_the_next_round_on() {
        let mut state = shop();
        lead(&mut state, ALPHA).measures.records = 60.0;
        state.turn(0).play(cards::BuyCrm, false);
        assert_eq!(booked(&state, EntryKind::Tools), [Fen::yuan(-20_000)]);
        state.turn(0).keep_data();
        assert_eq!((state.teams[0].tools.cap, state.teams[0].tools.integration), (60.0, Integration::Coming(Round(1))));
        // once is enough
        state.turn(0).play(cards::BuyCrm, false);
        assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::Integrated]);
        state.round = Round(2);
        state.turn(0).keep_data();
        assert_eq!((state.teams[0].tools.cap, state.teams[0].tools.integration), (100.0, Integration::Done(Round(2))));
        state.turn(0).write_up(ALPHA, 20.0, Cause::Called);
        near(relation(&mut state, ALPHA).measures.records, 68.0);
        assert_eq!(booked(&state, EntryKind::Tools).len(), 1);
    }

    #[test]
    fn building_succeeds_in_fifteen_of_a_hundred_full_months() {
        near(build_chance(&Tools::default(), Minutes::from_hours(120)), 0.15);
        near(build_chance(&Tools::default(), Minutes::from_hours(60)), 0.075);
        let built = share(|mut state| {
            rules(&mut state).tools.caps[0] = 60.0;
            let mut hits = 0;
            for round in 1..=10 {
                (state.round, state.teams[0].tools.integration) = (Round(round), Integration::None);
                state.turn(0).play(cards::BuildCrm { time: Minutes::from_hours(120) }, false);
                hits += usize::from(state.teams[0].tools.integration != Integration::None);
            }
            (hits, 10)
        });
        assert!((built - 0.15).abs() < 0.02, "{built}");
    }

    #[test]
    fn where_tools_do_not_matter_nothing_is_capped_and_nothing_is_sold() {
        let mut state = bare(1);
        lead(&mut state, HERO).measures.records = 90.0;
        state.turn(0).keep_data();
        state.turn(0).play(cards::BuyCrm, false);
        near(relation(&mut state, HERO).measures.records, 90.0);
        assert!(booked(&state, EntryKind::Tools).is_empty());
    }
}
