//! Call centre and web platform: built once, at work from the next month on (docs/model.md#investments).

use crate::sim::journal::ledger::EntryKind;
use crate::sim::luck::draw::Block;
use crate::sim::luck::events::Trouble;
use crate::sim::parameters::Investing;
use crate::sim::scenario::{Investment, Severity};
use crate::sim::turn::Turn;
use crate::sim::units::Fen;

/// What building it costs.
pub(crate) fn price(rules: &Investing, what: Investment) -> Fen {
    match what {
        Investment::CallCentre => rules.call_centre,
        Investment::WebPlatform => rules.web_platform,
    }
}

/// What running it costs a round.
pub(crate) fn upkeep(rules: &Investing, what: Investment) -> Fen {
    match what {
        Investment::CallCentre => rules.call_centre_round,
        Investment::WebPlatform => rules.web_platform_round,
    }
}

impl Turn<'_> {
    /// A month's running costs of one of them; nothing where it is not at work.
    pub fn run_investment(&mut self, what: Investment) {
        if self.team.works(what, self.round) {
            self.pay(EntryKind::Investments, -upkeep(&self.rules.investments, what), None, None);
        }
    }

    /// Phase 15: a month's running costs of all that is built.
    pub fn run_investments(&mut self) {
        Investment::ALL.into_iter().for_each(|what| self.run_investment(what));
    }

    /// By how much more often the dissatisfied complain aloud.
    pub fn easy_to_reach(&self) -> f64 {
        if self.team.works(Investment::CallCentre, self.round) { self.rules.investments.call_centre_voice } else { 1.0 }
    }

    /// Share of the handling time that is left: a call centre answers minor questions at once.
    pub fn handling(&self, severity: Severity) -> f64 {
        let saved = severity == Severity::Minor && self.team.works(Investment::CallCentre, self.round);
        if saved { 1.0 - self.rules.investments.call_centre_saves } else { 1.0 }
    }

    /// Whether the customer finds the answer to a minor question on the web platform.
    pub fn serves_itself(&self, trouble: &Block<Trouble>) -> bool {
        self.team.works(Investment::WebPlatform, self.round) && trouble.happens(Trouble::SolvedAlone, self.rules.investments.web_self_service)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::journal::effect::Cause;
    use crate::sim::journal::report::Happened;
    use crate::sim::terms::Missing;
    use crate::sim::testing::{ALPHA, about, bare, booked, buyer, generated, near, open, relation, rules, share, told};
    use crate::sim::units::CustomerId;
    use crate::sim::units::{Minutes, Round, Source};

    const BOTH: [Investment; 2] = Investment::ALL;

    fn built(state: &mut Game, what: Investment, round: u16) {
        state.teams[0].investments[what.index()] = Some(Round(round));
    }

    #[test]
    fn building_and_running_is_paid_for() {
        let mut state = bare(1);
        for what in BOTH {
            state.turn(0).play(cards::Invest(what), false);
        }
        // nothing runs in the month of building
        state.turn(0).run_investments();
        assert_eq!(booked(&state, EntryKind::Investments), [60_000, 40_000].map(|yuan| Fen::yuan(-yuan)));
        state.round = Round(2);
        state.turn(0).run_investments();
        state.turn(0).play(cards::Close(Investment::CallCentre), false);
        assert_eq!(booked(&state, EntryKind::Investments)[2..], [5_000, 5_000].map(|yuan| Fen::yuan(-yuan)));
        state.turn(0).run_investments();
        assert_eq!(booked(&state, EntryKind::Investments).len(), 4, "what is closed costs no more");
    }

    #[test]
    fn nothing_is_built_or_closed_twice() {
        let mut state = bare(1);
        let mut turn = state.turn(0);
        turn.play(cards::Close(Investment::CallCentre), false);
        turn.play(cards::Invest(Investment::CallCentre), false);
        turn.play(cards::Invest(Investment::CallCentre), false);
        let failed = told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None });
        assert_eq!(failed, [Missing::Built, Missing::Unbuilt]);
        assert_eq!(booked(&state, EntryKind::Investments), [Fen::yuan(-60_000)]);
    }

    #[test]
    fn a_call_centre_shortens_minor_tickets_from_the_next_month_on() {
        // 3 h minor, 8 h major
        for (since, severity, minutes) in [(1, Severity::Minor, 126), (2, Severity::Minor, 180), (1, Severity::Major, 480)] {
            let mut state = bare(1);
            state.round = Round(2);
            built(&mut state, Investment::CallCentre, since);
            state.turn(0).ticket(ALPHA, Source::Stochastic, severity);
            assert_eq!(state.teams[0].service_desk.tickets[0].minutes, Minutes(minutes));
        }
        // on top of what articles save: 180 x .93 x .7
        let mut state = bare(1);
        state.round = Round(2);
        state.teams[0].service_desk.articles[0] = 1;
        built(&mut state, Investment::CallCentre, 1);
        state.turn(0).ticket(ALPHA, Source::Stochastic, Severity::Minor);
        assert_eq!(state.teams[0].service_desk.tickets[0].minutes, Minutes(117));
    }

    /// Share of problems of this kind that become tickets.
    fn ticketed(classes: [f64; 3], voice: f64, prepare: impl Fn(&mut Game)) -> f64 {
        share(|mut state| {
            let service = &mut rules(&mut state).service;
            (service.arrival, service.class_shares, service.voice) = (50.0, classes, voice);
            let ids: Vec<CustomerId> = generated(&state).collect();
            for &id in &ids {
                buyer(&mut state, id, 1);
            }
            prepare(&mut state);
            open(&mut state, 6);
            (state.teams[0].service_desk.tickets.len(), ids.len())
        })
    }

    #[test]
    fn a_call_centre_doubles_the_voice_of_complaint() {
        let major = [0.0, 1.0, 0.0];
        about(ticketed(major, 0.3, |_| {}), 0.3, 0.025);
        about(ticketed(major, 0.3, |s| built(s, Investment::CallCentre, 1)), 0.6, 0.025);
        // nobody speaks louder than everybody
        about(ticketed(major, 0.63, |s| built(s, Investment::CallCentre, 1)), 1.0, 1e-9);
    }

    #[test]
    fn a_web_platform_answers_one_minor_question_in_seven() {
        let minor = [1.0, 0.0, 0.0];
        about(ticketed(minor, 1.0, |_| {}), 1.0, 1e-9);
        about(ticketed(minor, 1.0, |s| built(s, Investment::WebPlatform, 1)), 0.85, 0.02);
        about(ticketed([0.0, 1.0, 0.0], 1.0, |s| built(s, Investment::WebPlatform, 1)), 1.0, 1e-9);
    }

    #[test]
    fn a_web_platform_records_half_as_much_again() {
        // 20 x 1.5 of the gap to 100; nothing in the month in which it is built
        for (since, points, records) in [(1, 20.0, 30.0), (2, 20.0, 20.0), (1, 90.0, 100.0)] {
            let mut state = bare(1);
            state.round = Round(2);
            built(&mut state, Investment::WebPlatform, since);
            state.turn(0).write_up(ALPHA, points, Cause::Called);
            near(relation(&mut state, ALPHA).measures.records, records);
        }
    }
}
