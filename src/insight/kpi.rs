//! The key figures of customer management (docs/model.md#key-figures; docs/cases.md#bank-and-analytic-crm), as far as a team may know them.

use super::forecast::{brier, foretold, months};
use super::journey::{close_rates, journeys};
use super::orders::{Order, orders};
use super::portfolio::Row;
use super::service_record::service_record;
use super::worth::expected_equity;
use super::{Rate, mean};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::state::{DealOutcome, Month};
use crate::sim::terms::{Found, Phase};
use crate::sim::units::{CustomerId, Fen, Round};
use crate::sim::view::View;

/// Satisfaction of promoters and of detractors.
const PROMOTER: f64 = 85.0;
const DETRACTOR: f64 = 60.0;
/// Rounds of the churn of a year.
const YEAR: u16 = 12;

/// None where there is nothing to measure yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Kpis {
    /// Prospecting, events and campaigns over customers found.
    pub cost_per_lead: Option<Fen>,
    /// The same and selling, rebates and gifts over deals won.
    pub cost_per_sale: Option<Fen>,
    /// Of the decided deals that came at least to each stage.
    pub close: [Rate; 6],
    /// Buyers with more than one order.
    pub repeat: Rate,
    /// Customers lost of those that could be, in the last round.
    pub churn: Rate,
    /// Mean of all rounds, carried on over twelve.
    pub yearly_churn: Option<f64>,
    /// Lifetime value of all customers at the margin so far: the team's estimate, not the score's own figure.
    pub expected_equity: Fen,
    /// Mean over the months for which something was forecast.
    pub forecast_accuracy: Option<f64>,
    /// Mean of (win rate of the stage - what came)^2 over decided deals: 0 at best.
    pub brier: Option<f64>,
    /// Tickets first worked on in time and solved in their month.
    pub service_level: Rate,
    /// Customers that came of themselves who left a name.
    pub capture: Rate,
    /// Monthly promises of contracts that were kept.
    pub promises: Rate,
    /// Share of the revenue from deals that no month's opening funnel held.
    pub outside_funnel: Option<f64>,
    /// Open deals with a next task and none overdue, mean of the months.
    pub hygiene: Option<f64>,
    /// Talks that were written up.
    pub log_coverage: Rate,
    /// Working days until a ticket is first worked on.
    pub response: Option<f64>,
    /// Revenue over what customers whose yearly value is known buy in that time.
    pub wallet: Option<f64>,
    /// Share of surveyed customers very satisfied less share dissatisfied.
    pub net_promoters: Option<f64>,
}

/// All of them; `rows` are those of [`super::orders::customers`].
#[must_use]
pub fn kpis(view: &View, rows: &[Row<CustomerId>]) -> Kpis {
    let orders = orders(view);
    let spent = |kinds: &[EntryKind]| -> Fen { -view.past.ledger.iter().filter(|e| kinds.contains(&e.kind)).map(|e| e.amount).sum::<Fen>() };
    let each = |cost: Fen, count: usize| (count > 0).then(|| Fen(cost.0 / i64::try_from(count).unwrap_or(i64::MAX)));
    let found = view.customers.iter().filter(|c| matches!(c.found, Some((how, _)) if how != Found::AtStart)).count();
    let won = view.deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).count();
    let lead = [EntryKind::Prospecting, EntryKind::Events, EntryKind::Campaigns];
    let sale = [EntryKind::Prospecting, EntryKind::Events, EntryKind::Campaigns, EntryKind::Selling, EntryKind::Rebates, EntryKind::Gifts];
    let mut repeat = Rate::default();
    view.customers.iter().filter(|c| c.orders > 0).for_each(|c| repeat.count(c.orders > 1));
    let churn = churn_by_round(view, &orders);
    let ways = journeys(view);
    let (tickets, in_time) = view.past.months.iter().fold((0, 0), |(all, kept), m| (all + m.tickets, kept + m.tickets_in_time));
    let sum = |of: &dyn Fn(&Month) -> (u16, u16)| {
        let parts = view.past.months.iter().map(of).map(|(part, all)| (u32::from(part), u32::from(all)));
        let (part, of) = parts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        Rate { part, of }
    };
    let mut log_coverage = Rate::default();
    view.past.interactions.iter().for_each(|talk| log_coverage.count(talk.written_up));
    Kpis {
        cost_per_lead: each(spent(&lead), found),
        cost_per_sale: each(spent(&sale), won),
        close: close_rates(&ways),
        repeat,
        churn: churn.last().copied().unwrap_or_default(),
        yearly_churn: yearly(&churn),
        expected_equity: expected_equity(view, rows),
        forecast_accuracy: mean(months(view).iter().filter_map(|m| m.accuracy)),
        brier: brier(foretold(view)),
        service_level: Rate { part: in_time, of: tickets },
        capture: sum(&|m| (m.recorded, m.visitors)),
        promises: sum(&|m| (m.promises_kept, m.promises)),
        outside_funnel: outside_funnel(view, &orders),
        hygiene: mean(view.past.months.iter().map(|m| m.hygiene)),
        log_coverage,
        response: service_record(view).mean_response,
        wallet: wallet(view),
        net_promoters: net_promoters(view),
    }
}

/// Lost of those with orders, round by round.
#[must_use]
pub fn churn_by_round(view: &View, orders: &[Order]) -> Vec<Rate> {
    let bought = |id: CustomerId| orders.iter().filter(|o| o.customer == id).count();
    // who had orders before the game
    let installed = view.customers.iter().filter(|c| usize::from(c.orders) > bought(c.id)).map(|c| c.id);
    let mut active: Vec<CustomerId> = installed.collect();
    let mut rates = Vec::with_capacity(view.past.rounds.len());
    for (round, past) in (1_u16..).map(Round).zip(&view.past.rounds) {
        let mut joins = |id: CustomerId| {
            if !active.contains(&id) {
                active.push(id);
            }
        };
        orders.iter().filter(|o| o.round == round).for_each(|o| joins(o.customer));
        for happened in &past.happened {
            if let Happened::WonBack { customer } = happened {
                joins(*customer);
            }
        }
        let of = active.len();
        for happened in &past.happened {
            if let Happened::Churned { customer, .. } = happened {
                active.retain(|id| id != customer);
            }
        }
        rates.push(Rate { part: (of - active.len()) as u32, of: of as u32 });
    }
    rates
}

/// 1 - (1 - c)^12, c the share lost of all customer-rounds.
fn yearly(churn: &[Rate]) -> Option<f64> {
    let all = churn.iter().fold(Rate::default(), |sum, rate| Rate { part: sum.part + rate.part, of: sum.of + rate.of });
    let kept = 1.0 - all.share()?;
    Some(1.0 - (0..YEAR).fold(1.0, |power, _| power * kept))
}

/// A deal was in the funnel if it had been seen before the month that decided it; fees of contracts need none.
fn outside_funnel(view: &View, orders: &[Order]) -> Option<f64> {
    let of_deals = || orders.iter().filter_map(|order| Some((order, order.deal?)));
    let total: Fen = of_deals().map(|(order, _)| order.amount).sum();
    let unseen = of_deals().filter(|(order, deal)| view.deal(*deal).is_none_or(|deal| deal.seen >= order.round));
    let outside: Fen = unseen.map(|(order, _)| order.amount).sum();
    (total > Fen::ZERO).then(|| outside.to_yuan() / total.to_yuan())
}

fn wallet(view: &View) -> Option<f64> {
    let played = view.past.months.len() as f64;
    let (mut ours, mut all) = (0.0, 0.0);
    for customer in view.customers.iter().filter(|c| c.orders > 0 && c.phase != Phase::Lost) {
        if let Some(yearly) = customer.yearly_value {
            ours += customer.revenue.to_yuan();
            all += yearly.to_yuan() * played / f64::from(YEAR);
        }
    }
    (all > 0.0).then(|| (ours / all).min(1.0))
}

fn net_promoters(view: &View) -> Option<f64> {
    let surveyed = || view.customers.iter().filter_map(|c| c.satisfaction.map(|(s, _)| s));
    mean(surveyed().map(|s| f64::from(u8::from(s >= PROMOTER)) - f64::from(u8::from(s < DETRACTOR))))
}

#[cfg(test)]
mod tests {
    use super::super::orders::customers;
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::effect::Cause;
    use crate::sim::journal::ledger::Entry;
    use crate::sim::journal::report::TeamReport;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of, lead, near, seat};
    use crate::sim::units::{NeedId, Role, Source};
    use crate::sim::view::view;

    fn entry(state: &mut Game, round: u16, kind: EntryKind, yuan: i64, deal: Option<NeedId>) {
        let customer = deal.map(|d| d.customer);
        state.teams[0].books.ledger.entries.push(Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer, deal });
    }

    fn found(state: &Game) -> Kpis {
        let view = view(state, seat(0, Role::Developer));
        kpis(&view, &customers(&view))
    }

    #[test]
    fn nothing_is_measured_of_nothing() {
        let kpis = found(&bare(1));
        assert_eq!((kpis.cost_per_lead, kpis.cost_per_sale, kpis.yearly_churn, kpis.brier), (None, None, None, None));
        assert_eq!((kpis.wallet, kpis.outside_funnel, kpis.net_promoters, kpis.expected_equity), (None, None, None, Fen::ZERO));
    }

    #[test]
    fn costs_are_shared_by_leads_and_by_sales() {
        let mut state = bare(1);
        for (id, how) in [(1, Found::AtStart), (2, Found::Prospecting), (3, Found::Exhibition)] {
            lead(&mut state, CustomerId(id)).history.found = Some((how, Round(1)));
        }
        state.round = Round(3);
        let sold = deal(&mut state, ALPHA, 5);
        for (kind, yuan) in [
            (EntryKind::Prospecting, -600),
            (EntryKind::Events, -20_000),
            (EntryKind::Selling, -400),
            (EntryKind::Gifts, -1_000),
            (EntryKind::Campaigns, -300),
            (EntryKind::Rebates, -70),
        ] {
            entry(&mut state, 1, kind, yuan, None);
        }
        entry(&mut state, 2, EntryKind::Sale, 90_000, Some(sold));
        deal_of(&mut state, sold).outcome = Some(DealOutcome::Won(Fen::yuan(90_000)));
        let kpis = found(&state);
        assert_eq!((kpis.cost_per_lead, kpis.cost_per_sale), (Some(Fen::yuan(10_450)), Some(Fen::yuan(22_370))));
        // the deal was born in the month that decided it
        assert_eq!(kpis.outside_funnel, Some(1.0));
    }

    #[test]
    fn visitors_and_promises_are_summed_over_the_months() {
        let mut state = bare(1);
        for (visitors, recorded, promises, kept) in [(10, 4, 3, 2), (5, 5, 4, 4)] {
            let team = &mut state.teams[0];
            (team.marketing.visitors, team.service_desk.promises) = ([visitors, recorded], [promises, kept]);
            state.turn(0).close_month(1.0);
        }
        let kpis = found(&state);
        assert_eq!((kpis.capture, kpis.promises), (Rate { part: 9, of: 15 }, Rate { part: 6, of: 7 }));
    }

    #[test]
    fn churn_counts_who_could_leave() {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        buyer(&mut state, CustomerId(2), 2);
        state.round = Round(4);
        let sold = NeedId { customer: CustomerId(2), born: Round(1), source: Source::Stochastic };
        let other = NeedId { customer: CustomerId(3), ..sold };
        buyer(&mut state, CustomerId(3), 1);
        entry(&mut state, 2, EntryKind::Sale, 100, Some(sold));
        entry(&mut state, 3, EntryKind::Sale, 100, Some(other));
        let gone = |customer| Happened::Churned { customer, hazard: 0.5, cause: Cause::Silence, rival: None, behind: None };
        let months = [vec![], vec![gone(ALPHA)], vec![Happened::WonBack { customer: ALPHA }, gone(CustomerId(3))]];
        state.journal.teams[0].past = months.into_iter().map(|happened| TeamReport { happened, effects: Vec::new() }).collect();
        let view = view(&state, seat(0, Role::Developer));
        let rates = churn_by_round(&view, &orders(&view));
        // two from the start; one leaves; one comes back, one is new and leaves
        assert_eq!(rates, [Rate { part: 0, of: 2 }, Rate { part: 1, of: 2 }, Rate { part: 1, of: 3 }]);
        let kept = 1.0 - 2.0 / 7.0_f64;
        near(yearly(&rates).expect("a rate"), 1.0 - (0..12).fold(1.0, |p, _| p * kept));
    }

    #[test]
    fn promoters_less_detractors() {
        let mut state = bare(1);
        for (id, satisfaction) in [(1, 85.0), (2, 90.0), (3, 60.0), (4, 59.9)] {
            buyer(&mut state, CustomerId(id), 1).activity.surveyed = Some((satisfaction, Round(1)));
        }
        near(found(&state).net_promoters.expect("a share"), 0.25);
    }
}
