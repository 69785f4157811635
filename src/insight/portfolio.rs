//! A whole customer base at once: what each customer did, is worth, and where it stands among the others (docs/model.md#customer-intelligence).

use super::lifetime_value::{HORIZON, Model};
use super::purchases::{Period, Purchase, Summary, summarise};
use super::rfm::{self, Measures, Rfm};
use crate::calendar::Date;
use crate::sim::state::pyramid;
use crate::sim::terms::Tier;
use std::cmp::Ordering;

/// A customer with its orders.
#[derive(Clone, Debug, PartialEq)]
pub struct Buyer<Id> {
    /// Unique among the buyers; breaks ties.
    pub id: Id,
    /// In any order; those after the week of the end are left out.
    pub purchases: Vec<Purchase>,
    /// What it brought after costs, in yuan: what the pyramid ranks.
    pub contribution: f64,
}

/// What its orders say about a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<Id> {
    /// As [`Buyer::id`].
    pub id: Id,
    /// In weeks.
    pub summary: Summary,
    /// Orders up to the end, each counted where a week has several.
    pub orders: u32,
    /// Day of the last of them.
    pub last: Date,
    /// Yuan in all.
    pub amount: f64,
    /// As [`Buyer::contribution`].
    pub contribution: f64,
    /// Chance that it still buys, 0-1.
    pub p_alive: f64,
    /// Purchases in the next 39 weeks.
    pub expected: f64,
    /// Yuan per purchase.
    pub expected_amount: f64,
    /// Yuan of the next twelve months, as money of today.
    pub value: f64,
    /// Its fifths among all rows.
    pub rfm: Rfm,
    /// Its place in the pyramid of all rows, by contribution.
    pub tier: Tier,
}

/// A number with a total order, to rank by.
#[derive(Clone, Copy, PartialEq)]
struct Rank(f64);

impl Eq for Rank {}
impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Rank) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rank {
    fn cmp(&self, other: &Rank) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// A row for everybody who bought up to the week of `end`, by id. The order of buyers and purchases does not matter.
#[must_use]
pub fn portfolio<Id: Clone + Ord>(buyers: &[Buyer<Id>], end: Date, model: &Model) -> Vec<Row<Id>> {
    let mut known: Vec<(&Buyer<Id>, Summary, Vec<Purchase>)> = buyers
        .iter()
        .filter_map(|buyer| {
            let summary = summarise(&buyer.purchases, Period::Week, end)?;
            let mut kept: Vec<Purchase> = buyer.purchases.iter().copied().filter(|p| p.date.week() <= end.week()).collect();
            kept.sort_by(|a, b| a.date.cmp(&b.date).then(a.amount.total_cmp(&b.amount)));
            Some((buyer, summary, kept))
        })
        .collect();
    known.sort_by(|a, b| a.0.id.cmp(&b.0.id));
    let last = |kept: &[Purchase]| kept.last().map_or(end, |p| p.date);
    let amount = |kept: &[Purchase]| kept.iter().map(|p| p.amount).sum::<f64>();
    let measures: Vec<(Id, Measures)> = known
        .iter()
        .map(|(buyer, _, kept)| {
            let silent_days = f64::from(end.day() - last(kept).day());
            (buyer.id.clone(), Measures { silent_days, orders: kept.len() as f64, amount: amount(kept) })
        })
        .collect();
    let codes = rfm::rfm(&measures);
    let ranked: Vec<(usize, Rank)> = known.iter().enumerate().map(|(place, (buyer, ..))| (place, Rank(buyer.contribution))).collect();
    let mut tiers = vec![Tier::Small; known.len()];
    for (place, tier) in pyramid::tiers(&ranked) {
        tiers[place] = tier;
    }
    let places = codes.into_iter().zip(tiers);
    known
        .into_iter()
        .zip(places)
        .map(|((buyer, summary, kept), (rfm, tier))| Row {
            id: buyer.id.clone(),
            summary,
            orders: kept.len() as u32,
            last: last(&kept),
            amount: amount(&kept),
            contribution: buyer.contribution,
            p_alive: model.buying.p_alive(&summary),
            expected: model.buying.expected(&summary, HORIZON),
            expected_amount: model.spending.expected(&summary),
            value: model.value(&summary),
            rfm,
            tier,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buyer(id: &'static str, contribution: f64, orders: &[(&str, f64)]) -> Buyer<&'static str> {
        let purchases = orders.iter().map(|&(date, amount)| Purchase { date: Date::parse(date).expect("a date"), amount }).collect();
        Buyer { id, purchases, contribution }
    }

    #[test]
    fn rows_come_by_id_with_codes_and_tiers_of_the_whole() {
        let end = Date::parse("2012-12-28").expect("a date");
        let buyers = [
            buyer("b", 10.0, &[("2012-11-05", 500.0)]),
            buyer("a", 90.0, &[("2012-02-15", 100.0), ("2012-04-15", 135.0)]),
            buyer("late", 5.0, &[("2013-02-01", 1.0)]),
        ];
        let rows = portfolio(&buyers, end, &Model::default());
        assert_eq!(rows.iter().map(|r| (r.id, r.rfm.code(), r.tier, r.orders)).collect::<Vec<_>>(), [("a", 331, Tier::Vip, 2), ("b", 513, Tier::Main, 1)]);
        assert_eq!((rows[0].amount, rows[0].summary.frequency, rows[0].last.to_string()), (235.0, 1.0, "2012-04-15".to_owned()));
        assert_eq!(rows[1].p_alive, 1.0);
        assert!(rows[0].p_alive < 1.0 && rows[0].value > 0.0);
    }
}
