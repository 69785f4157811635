//! The way of every deal through the stages: when it reached each, and how it ended.

use super::Rate;
use crate::sim::journal::report::Happened;
use crate::sim::units::{NeedId, Round};
use crate::sim::view::View;

/// One deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Journey {
    /// The deal whose way this is.
    pub deal: NeedId,
    /// The round in which it reached each stage, or went past it.
    pub reached: [Option<Round>; 6],
    /// When it was decided, and whether for the team.
    pub decided: Option<(Round, bool)>,
}

impl Journey {
    /// 1 to 6.
    #[must_use]
    pub fn furthest(&self) -> u8 {
        self.reached.iter().rposition(Option::is_some).map_or(1, |place| place as u8 + 1)
    }

    /// The stage at which a plan of `round` found it, 0 if it had not been seen by then.
    #[must_use]
    pub fn stage_before(&self, round: Round) -> u8 {
        let seen = |place: usize| self.reached[place].is_some_and(|reached| if place == 0 { reached <= round } else { reached < round });
        (0..6).rev().find(|&place| seen(place)).map_or(0, |place| place as u8 + 1)
    }

    /// Rounds spent at a stage (1-6) by a deal that went on from there.
    #[must_use]
    pub fn rounds_at(&self, stage: u8) -> Option<u16> {
        let place = usize::from(stage.clamp(1, 6)) - 1;
        let from = self.reached[place]?;
        let next = self.reached.get(place + 1).copied().flatten().or(self.decided.map(|(round, _)| round))?;
        Some(next.since(from))
    }

    fn reach(&mut self, stage: u8, round: Round) {
        for reached in self.reached.iter_mut().take(usize::from(stage.clamp(1, 6))) {
            reached.get_or_insert(round);
        }
    }
}

/// All deals the team has seen, in the order it saw them.
#[must_use]
pub fn journeys(view: &View) -> Vec<Journey> {
    let mut list: Vec<Journey> = view.deals.iter().map(|deal| Journey { deal: deal.id, reached: [None; 6], decided: None }).collect();
    for (journey, deal) in list.iter_mut().zip(&view.deals) {
        journey.reach(1, deal.seen);
    }
    let find = |list: &mut Vec<Journey>, id: NeedId| list.iter().position(|journey| journey.deal == id);
    for (round, past) in (1_u16..).map(Round).zip(&view.past.rounds) {
        for happened in &past.happened {
            let (deal, won) = match *happened {
                Happened::StageReached { deal, stage } => {
                    if let Some(place) = find(&mut list, deal) {
                        list[place].reach(stage, round);
                    }
                    continue;
                }
                Happened::Won { deal, .. } => (deal, true),
                Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } => (deal, false),
                _ => continue,
            };
            if let Some(place) = find(&mut list, deal) {
                list[place].decided = Some((round, won));
            }
        }
    }
    // deals seen at a later stage had no step to it, and those dropped when a customer left were never decided
    for (journey, deal) in list.iter_mut().zip(&view.deals) {
        journey.reach(deal.stage, deal.stage_since);
    }
    list
}

/// Of the decided deals that came at least to each stage, how many were won.
#[must_use]
pub fn close_rates(journeys: &[Journey]) -> [Rate; 6] {
    let mut rates = [Rate::default(); 6];
    for journey in journeys {
        if let Some((_, won)) = journey.decided {
            for rate in rates.iter_mut().take(usize::from(journey.furthest())) {
                rate.count(won);
            }
        }
    }
    rates
}

/// Of the deals that came to each stage and are not waiting there, how many went on to the next; from the last: were won.
#[must_use]
pub fn pass_rates(journeys: &[Journey]) -> [Rate; 6] {
    let mut rates = [Rate::default(); 6];
    for journey in journeys {
        let furthest = journey.furthest();
        for (rate, stage) in rates.iter_mut().zip(1_u8..).take(usize::from(furthest)) {
            let won = journey.decided.is_some_and(|(_, won)| won);
            if stage < furthest || won {
                rate.count(true);
            } else if journey.decided.is_some() {
                rate.count(false);
            }
        }
    }
    rates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::units::{CustomerId, Source};

    fn journey(reached: &[u16], decided: Option<(u16, bool)>) -> Journey {
        let deal = NeedId { customer: CustomerId(0), born: Round(1), source: Source::Stochastic };
        let mut rounds = [None; 6];
        for (place, &round) in reached.iter().enumerate() {
            rounds[place] = Some(Round(round));
        }
        Journey { deal, reached: rounds, decided: decided.map(|(round, won)| (Round(round), won)) }
    }

    #[test]
    fn stages_are_read_off_the_way() {
        let way = journey(&[2, 2, 3, 5], Some((6, true)));
        assert_eq!((way.furthest(), [1, 2, 3, 4, 5, 6].map(|round| way.stage_before(Round(round)))), (4, [0, 1, 2, 3, 3, 4]));
        assert_eq!([1, 2, 3, 4, 5].map(|stage| way.rounds_at(stage)), [Some(0), Some(1), Some(2), Some(1), None]);
    }

    #[test]
    fn rates_count_who_came_so_far() {
        let ways = [journey(&[1, 1, 2], Some((3, true))), journey(&[1, 2, 3], Some((3, false))), journey(&[1], Some((2, false))), journey(&[1, 2], None)];
        let rate = |part, of| Rate { part, of };
        assert_eq!(close_rates(&ways), [rate(1, 3), rate(1, 2), rate(1, 2), rate(0, 0), rate(0, 0), rate(0, 0)]);
        // from 1: three of four went on; from 2 two of two (the fourth waits); from 3 one was won
        assert_eq!(pass_rates(&ways)[..3], [rate(3, 4), rate(2, 2), rate(1, 2)]);
    }
}
