//! The funnel with its history: what lies at each stage, for how long, how much of it is proven, and what became of
//! those that were there before (docs/cases.md#sales-process, #funnel-and-forecast).

use super::journey::{Journey, close_rates, journeys, pass_rates};
use super::symptom::{Symptom, proven, symptoms};
use super::{Rate, mean};
use crate::insight::funnel::{self, Stage};
use crate::sim::units::Fen;
use crate::sim::view::View;

/// One stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Row {
    /// Deals, amount, win rate, weighted.
    pub now: Stage,
    /// Rounds that the open deals have been here, on average; None without any.
    pub waiting: Option<f64>,
    /// The most rounds that an open deal has been here; 0 without any.
    pub longest: u16,
    /// Rounds that deals took from here to the next stage so far.
    pub usual: Option<f64>,
    /// Open deals whose symptoms prove this stage.
    pub proven: Rate,
    /// Of the decided deals that came at least here, how many were won.
    pub closed: Rate,
    /// Of the deals that came here, how many went on.
    pub passed: Rate,
}

/// The funnel, stage by stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    /// Stages 1 to 6.
    pub rows: [Row; 6],
    /// Orders of this round and what the open deals weigh.
    pub forecast: Fen,
    /// The forecast without the deals that show none of the three symptoms of a real one.
    pub with_symptoms: Fen,
}

/// From what the team knows of its deals.
#[must_use]
pub fn pipeline(view: &View) -> Pipeline {
    let funnel = funnel::funnel(view);
    let ways: Vec<Journey> = journeys(view);
    let (closed, passed) = (close_rates(&ways), pass_rates(&ways));
    let mut doubtful = Fen::ZERO;
    let mut rows = [Row::default(); 6];
    for (place, row) in rows.iter_mut().enumerate() {
        let stage = place as u8 + 1;
        let mut waits = Vec::new();
        for deal in view.deals.iter().filter(|d| d.open() && d.stage.clamp(1, 6) == stage) {
            let shown = symptoms(view, deal);
            row.proven.count(proven(&shown) >= stage);
            waits.push(view.round.since(deal.stage_since));
            if !is_real(&shown) {
                doubtful += funnel::amount(deal).scale(funnel.stages[place].win_rate);
            }
        }
        row.now = funnel.stages[place];
        row.longest = waits.iter().copied().max().unwrap_or(0);
        row.waiting = mean(waits.into_iter().map(f64::from));
        row.usual = mean(ways.iter().filter_map(|way| way.rounds_at(stage)).map(f64::from));
        (row.closed, row.passed) = (closed[place], passed[place]);
    }
    Pipeline { rows, forecast: funnel.forecast(), with_symptoms: funnel.forecast() - doubtful }
}

/// Concrete demands, the person in charge, hard haggling: at least one of them.
#[must_use]
pub fn is_real(shown: &[bool; 6]) -> bool {
    [Symptom::Demands, Symptom::InCharge, Symptom::Haggles].into_iter().any(|symptom| shown[symptom.index()])
}

/// The stage from which the smallest share of deals goes on, of those with at least `deals` to judge by: the short stave.
#[must_use]
pub fn short_stave(pipeline: &Pipeline, deals: u32) -> Option<u8> {
    let mut worst: Option<(f64, u8)> = None;
    for (row, stage) in pipeline.rows.iter().zip(1_u8..) {
        if let Some(share) = row.passed.share().filter(|_| row.passed.of >= deals)
            && worst.is_none_or(|(least, _)| share < least)
        {
            worst = Some((share, stage));
        }
    }
    worst.map(|(_, stage)| stage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of, lead, quoted, seat};
    use crate::sim::units::{CustomerId, Role, Round};
    use crate::sim::view::view;

    #[test]
    fn every_stage_tells_amount_time_and_proof() {
        let mut state = bare(1);
        state.round = Round(6);
        buyer(&mut state, ALPHA, 1);
        lead(&mut state, CustomerId(2));
        lead(&mut state, CustomerId(3));
        let near = quoted(&mut state, ALPHA);
        deal_of(&mut state, near).stage_since = Round(3);
        let cold = deal(&mut state, CustomerId(2), 1);
        deal_of(&mut state, cold).stage_since = Round(2);
        let warm = deal(&mut state, CustomerId(3), 1);
        deal_of(&mut state, warm).stage_since = Round(5);
        let found = pipeline(&view(&state, seat(0, Role::AccountManager)));
        let [first, .., fifth, _] = &found.rows;
        assert_eq!((first.now.deals, first.waiting, first.longest, first.proven), (2, Some(2.5), 4, Rate { part: 2, of: 2 }));
        // a quote alone proves stage 2 only
        assert_eq!((fifth.now.deals, fifth.longest, fifth.proven), (1, 3, Rate { part: 0, of: 1 }));
        // .5 x 110,000 + 2 x .05 x 110,000; the leads show no symptom
        assert_eq!((found.forecast, found.with_symptoms), (Fen::yuan(66_000), Fen::yuan(55_000)));
    }

    #[test]
    fn the_short_stave_is_the_stage_that_fewest_pass() {
        let mut rows = [Row::default(); 6];
        for (row, (part, of)) in rows.iter_mut().zip([(8, 10), (4, 8), (1, 4), (0, 1), (0, 0), (0, 0)]) {
            row.passed = Rate { part, of };
        }
        let pipeline = Pipeline { rows, forecast: Fen::ZERO, with_symptoms: Fen::ZERO };
        assert_eq!([1, 4, 5, 20].map(|deals| short_stave(&pipeline, deals)), [Some(4), Some(3), Some(2), None]);
    }
}
