//! Bridges: how revenue, contribution and cash of a month came about, step by step, to the fen (docs/model.md#books).

pub mod gap;
pub mod luck;

use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::units::{CustomerId, Fen, Round};
use crate::sim::view::View;

/// What a bridge explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// Sales and fees of the month, by customer.
    Revenue,
    /// What is left of them.
    Contribution,
    /// From the bank at the beginning of the month to the bank at its end.
    Cash,
}

/// What a step of a bridge stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What one customer bought.
    Customer(CustomerId),
    /// What so many others bought together.
    OtherCustomers(usize),
    /// Sales and fees of the month, whenever they are paid.
    Revenue,
    /// What customers paid at once.
    PaidNow,
    /// What customers paid for orders of earlier months.
    PaidLater,
    /// Goods of the sales, and serving contracts; in cash also those bought for the stock.
    Goods,
    /// Of everybody.
    Wages,
    /// Finding and winning customers: fairs, campaigns, visits, rebates, gifts.
    Winning,
    /// Looking after them: care, the queue, making good.
    Keeping,
    /// The company: hiring, training, tools, investments, interest, fines.
    Company,
}

/// How a figure came about. `from` and all steps make `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Where it starts: nothing, or the cash of the month before.
    pub from: Fen,
    /// In the order in which they are told; those of nothing are left out.
    pub steps: Vec<(Step, Fen)>,
    /// The figure as the month closed with it.
    pub to: Fen,
}

/// So many customers stand for themselves in a bridge of revenue.
const NAMED: usize = 5;

/// The step of a contribution or a cash bridge that an entry belongs to; none of the opening.
const fn step(kind: EntryKind, figure: Figure) -> Option<Step> {
    let is_cash = matches!(figure, Figure::Cash);
    Some(match kind {
        EntryKind::Opening => return None,
        EntryKind::Sale | EntryKind::Fee if is_cash => Step::PaidNow,
        EntryKind::Sale | EntryKind::Fee => Step::Revenue,
        EntryKind::Credit if is_cash => Step::PaidNow,
        EntryKind::Payment if is_cash => Step::PaidLater,
        EntryKind::Purchase | EntryKind::FromStock if is_cash => Step::Goods,
        EntryKind::Credit | EntryKind::Payment | EntryKind::Purchase | EntryKind::FromStock => return None,
        EntryKind::Goods | EntryKind::Serving | EntryKind::Express | EntryKind::Holding => Step::Goods,
        EntryKind::Wages => Step::Wages,
        EntryKind::Prospecting | EntryKind::Events | EntryKind::Campaigns | EntryKind::Selling | EntryKind::Rebates | EntryKind::Gifts => Step::Winning,
        EntryKind::Care | EntryKind::Service | EntryKind::Compensation | EntryKind::Penalty => Step::Keeping,
        EntryKind::Staff | EntryKind::Tools | EntryKind::Investments | EntryKind::Interest | EntryKind::Fine => Step::Company,
    })
}

/// How a figure of a month came about; None of a month that was not played.
#[must_use]
pub fn bridge(view: &View, round: Round, figure: Figure) -> Option<Bridge> {
    let month = view.past.months.iter().find(|month| month.round == round)?;
    let entries: Vec<&Entry> = view.past.ledger.iter().filter(|entry| entry.round == round && entry.kind != EntryKind::Opening).collect();
    Some(match figure {
        Figure::Revenue => Bridge { from: Fen::ZERO, steps: by_customer(&entries), to: month.revenue },
        Figure::Contribution => Bridge { from: Fen::ZERO, steps: by_step(&entries, figure), to: month.contribution },
        Figure::Cash => {
            let before = view.past.ledger.iter().filter(|entry| entry.round < round || entry.kind == EntryKind::Opening);
            Bridge { from: before.map(|entry| entry.amount).sum(), steps: by_step(&entries, figure), to: month.cash }
        }
    })
}

/// All entries of a month of these kinds.
#[must_use]
pub fn booked(view: &View, round: Round, kinds: &[EntryKind]) -> Fen {
    view.past.ledger.iter().filter(|entry| entry.round == round && kinds.contains(&entry.kind)).map(|entry| entry.amount).sum()
}

fn by_step(entries: &[&Entry], figure: Figure) -> Vec<(Step, Fen)> {
    let mut steps: Vec<(Step, Fen)> = Vec::new();
    for entry in entries {
        let Some(step) = step(entry.kind, figure) else { continue };
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, sum)) => *sum += entry.amount,
            None => steps.push((step, entry.amount)),
        }
    }
    steps.retain(|(_, sum)| *sum != Fen::ZERO);
    steps.sort_by_key(|(step, _)| *step);
    steps
}

/// The largest customers by name, the others together.
fn by_customer(entries: &[&Entry]) -> Vec<(Step, Fen)> {
    let mut sums: Vec<(Option<CustomerId>, Fen)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind.is_revenue()) {
        match sums.iter_mut().find(|(customer, _)| *customer == entry.customer) {
            Some((_, sum)) => *sum += entry.amount,
            None => sums.push((entry.customer, entry.amount)),
        }
    }
    sums.sort_by(|a, b| a.0.is_none().cmp(&b.0.is_none()).then(b.1.cmp(&a.1)).then(a.0.cmp(&b.0)));
    // a single one left over stands for itself, too
    let named = if sums.len() > NAMED + 1 { NAMED } else { sums.len() };
    let (mut steps, mut others) = (Vec::new(), (0, Fen::ZERO));
    for (place, (customer, sum)) in sums.into_iter().enumerate() {
        match customer {
            Some(customer) if place < named => steps.push((Step::Customer(customer), sum)),
            _ => others = (others.0 + 1, others.1 + sum),
        }
    }
    if others.0 > 0 {
        steps.push((Step::OtherCustomers(others.0), others.1));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bots::{self, BotKind};
    use crate::sim::game::Game;
    use crate::sim::journal::Recording;
    use crate::sim::setup::Setup;
    use crate::sim::state::{Compliance, MarketKind};
    use crate::sim::testing::seat;
    use crate::sim::units::Role;
    use crate::sim::view::view;
    use std::sync::Arc;

    /// The last view of a bot that plays this case alone.
    fn played(text: &str, bot: BotKind, seed: u64) -> View {
        let scenario = Arc::new(crate::scenario::read("case", text.as_bytes()).expect("a scenario"));
        let setup = Setup {
            seed,
            luck: seed,
            market: MarketKind::Mirror,
            compliance: Compliance::Show,
            rounds: scenario.guide.rounds,
            teams: vec!["alone".to_owned()],
            recording: Recording::Full,
        };
        let mut game = Game::new(scenario, &setup);
        bots::play_game(&mut game, &[bot.policy()], &mut Vec::new(), |_| {});
        view(&game, seat(0, Role::AccountManager))
    }

    #[test]
    fn every_bridge_of_every_month_adds_up_to_the_fen() {
        let mut bridges = 0;
        let stocked = crate::scenario::embedded()[0].1.replacen("    staff: (", "    supply: Stock(short: Late),\n    staff: (", 1);
        let cases = crate::scenario::embedded().iter().map(|(_, text)| *text).chain([stocked.as_str()]);
        for (place, text) in cases.enumerate() {
            for bot in [BotKind::Balanced, BotKind::Discounter] {
                let view = played(text, bot, 30 + place as u64);
                let mut before = view.guide.opening_cash;
                for month in &view.past.months {
                    for figure in [Figure::Revenue, Figure::Contribution, Figure::Cash] {
                        let bridge = bridge(&view, month.round, figure).expect("a month that was played");
                        let steps: Fen = bridge.steps.iter().map(|(_, amount)| *amount).sum();
                        assert_eq!(bridge.from + steps, bridge.to, "{place} {bot:?} {:?} {figure:?}", month.round);
                        bridges += bridge.steps.len();
                    }
                    let cash = bridge(&view, month.round, Figure::Cash).expect("played");
                    assert_eq!((cash.from, cash.to), (before, month.cash));
                    before = month.cash;
                }
            }
        }
        assert!(bridges > 500, "{bridges}");
    }
}
