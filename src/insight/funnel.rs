//! The sales funnel: counts and amounts by stage, weighted by win rate, and the forecast (docs/model.md#forecast).

use crate::sim::knowledge::DealView;
use crate::sim::state::DealOutcome;
use crate::sim::units::Fen;
use crate::sim::view::View;

/// Deals of one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stage {
    /// How many are open.
    pub deals: u32,
    /// What they would bring, all together.
    pub amount: Fen,
    /// Share of deals of this stage that are won, 0-1 (`selling.stage_win_rates`).
    pub win_rate: f64,
    /// amount x win rate.
    pub weighted: Fen,
}

/// Open deals by stage, and what the round has brought already.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Funnel {
    /// Stages 1 to 6.
    pub stages: [Stage; 6],
    /// Orders of this round.
    pub booked: Fen,
}

impl Funnel {
    /// From the stage (1-6) and amount of every open deal.
    #[must_use]
    pub fn of(deals: impl IntoIterator<Item = (u8, Fen)>, win_rates: &[f64; 6], booked: Fen) -> Funnel {
        let mut stages = win_rates.map(|win_rate| Stage { win_rate, ..Stage::default() });
        for (stage, amount) in deals {
            let row = &mut stages[usize::from(stage.clamp(1, 6)) - 1];
            row.deals += 1;
            row.amount += amount;
        }
        for row in &mut stages {
            row.weighted = row.amount.scale(row.win_rate);
        }
        Funnel { stages, booked }
    }

    /// Open deals of all stages.
    #[must_use]
    pub fn deals(&self) -> u32 {
        self.stages.iter().map(|s| s.deals).sum()
    }

    /// What the deals of all stages would bring, if all were won.
    #[must_use]
    pub fn amount(&self) -> Fen {
        self.stages.iter().map(|s| s.amount).sum()
    }

    /// The same, each deal times the win rate of its stage.
    #[must_use]
    pub fn weighted(&self) -> Fen {
        self.stages.iter().map(|s| s.weighted).sum()
    }

    /// Forecast = booked + sum(amount x win rate).
    #[must_use]
    pub fn forecast(&self) -> Fen {
        self.booked + self.weighted()
    }
}

/// What a deal would bring: the price quoted, or its value before a quote.
#[must_use]
pub fn amount(deal: &DealView) -> Fen {
    deal.quote.as_ref().map_or(deal.value, |q| q.price)
}

/// The funnel of all open deals.
#[must_use]
pub fn funnel(view: &View) -> Funnel {
    part(view, |_| true)
}

/// The funnel of the deals decided at the end of this round: what a forecast filed now says.
#[must_use]
pub fn due_now(view: &View) -> Funnel {
    part(view, |deal| deal.due == view.round)
}

fn part(view: &View, keep: impl Fn(&DealView) -> bool) -> Funnel {
    let mut booked = Fen::ZERO;
    for deal in view.deals.iter().filter(|d| d.due == view.round) {
        if let Some(DealOutcome::Won(price)) = deal.outcome {
            booked += price;
        }
    }
    let open = view.deals.iter().filter(|d| d.open() && keep(d)).map(|d| (d.stage, amount(d)));
    Funnel::of(open, &view.guide.rules.selling.stage_win_rates, booked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::parameters::Rules;

    /// docs/cases.md#funnel-and-forecast: counts 5, 4, 3, 2, 2, 2; amounts 300, 240, 176, 464, 146, 98; weighted 364.8 in all.
    #[test]
    fn the_worked_example_comes_out() {
        let case: [(usize, i64, f64); 6] = [(5, 300, 15.0), (4, 240, 24.0), (3, 176, 35.2), (2, 464, 139.2), (2, 146, 73.0), (2, 98, 78.4)];
        let deals = case
            .iter()
            .enumerate()
            .flat_map(|(stage, &(count, amount, _))| (0..count).map(move |i| (stage as u8 + 1, if i == 0 { Fen::yuan(amount) } else { Fen::ZERO })));
        let funnel = Funnel::of(deals, &Rules::default().selling.stage_win_rates, Fen::yuan(100));
        for (row, (count, amount, weighted)) in funnel.stages.iter().zip(case) {
            assert_eq!((row.deals as usize, row.amount, row.weighted), (count, Fen::yuan(amount), Fen((weighted * 100.0).round() as i64)));
        }
        assert_eq!((funnel.deals(), funnel.amount(), funnel.weighted()), (18, Fen::yuan(1_424), Fen(36_480)));
        assert_eq!(funnel.forecast(), Fen(46_480));
    }
}
