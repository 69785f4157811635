//! A whole customer base at once: what each customer did, is worth, and where it stands among the others (docs/model.md#customer-intelligence).

use super::lifetime_value::{Estimates, Model};
use super::purchases::{Period, Purchase, Summary, keep, summarise_kept};
use super::rfm::{self, Measures, Rfm};
use crate::calendar::Date;
use crate::sim::state::pyramid;
use crate::sim::terms::Tier;

/// A customer with its orders.
#[derive(Clone, Debug, PartialEq)]
pub struct Buyer<Id> {
    /// Unique among the buyers.
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

/// A row for everybody who bought up to the week of `end`, by id. The order of buyers and purchases does not matter.
#[must_use]
pub fn portfolio<Id: Clone + Ord>(buyers: &[Buyer<Id>], end: Date, model: &Model) -> Vec<Row<Id>> {
    let mut kept = Vec::new();
    let mut rows: Vec<Row<Id>> = Vec::with_capacity(buyers.len());
    let mut estimates = Estimates::new(model);
    for buyer in buyers {
        keep(&buyer.purchases, Period::Week, end, &mut kept);
        let Some(summary) = summarise_kept(&kept, Period::Week, end) else { continue };
        let estimate = estimates.of(&summary);
        rows.push(Row {
            id: buyer.id.clone(),
            summary,
            orders: kept.len() as u32,
            last: kept.last().map_or(end, |purchase| purchase.date),
            amount: kept.iter().map(|purchase| purchase.amount).sum(),
            contribution: buyer.contribution,
            p_alive: estimate.p_alive,
            expected: estimate.expected,
            expected_amount: estimate.amount,
            value: estimate.value,
            rfm: Rfm::LOWEST,
            tier: Tier::Small,
        });
    }
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let measures: Vec<Measures> =
        rows.iter().map(|row| Measures { silent_days: f64::from(end.day() - row.last.day()), orders: f64::from(row.orders), amount: row.amount }).collect();
    let tiers = tiers(&rows);
    for ((row, rfm), tier) in rows.iter_mut().zip(rfm::rfm(&measures)).zip(tiers) {
        (row.rfm, row.tier) = (rfm, tier);
    }
    rows
}

/// The pyramid's tiers by contribution. Equal customers are in one tier, that of the last of them, whatever they are called.
fn tiers<Id>(rows: &[Row<Id>]) -> Vec<Tier> {
    let mut ranked: Vec<usize> = (0..rows.len()).collect();
    ranked.sort_unstable_by(|&a, &b| rows[b].contribution.total_cmp(&rows[a].contribution));
    let mut tiers = vec![Tier::Small; rows.len()];
    let mut rank = 0;
    for equal in ranked.chunk_by(|&a, &b| rows[a].contribution == rows[b].contribution) {
        rank += equal.len();
        for &place in equal {
            tiers[place] = pyramid::tier_at(rank - 1, rows.len());
        }
    }
    tiers
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

    #[test]
    fn customers_alike_are_ranked_alike_whatever_they_are_called() {
        let end = Date::parse("2012-12-28").expect("a date");
        let rows = |names: [&'static str; 3]| {
            let alike = |id| buyer(id, 50.0, &[("2012-06-15", 50.0)]);
            let [first, second, best] = names;
            portfolio(&[alike(first), alike(second), buyer(best, 90.0, &[("2012-11-05", 90.0)])], end, &Model::default())
        };
        let ranks = |names: [&'static str; 3]| {
            let rows = rows(names);
            names.map(|name| rows.iter().find(|row| row.id == name).map(|row| (row.rfm.code(), row.tier)))
        };
        let expected = [Some((411, Tier::Ordinary)), Some((411, Tier::Ordinary)), Some((514, Tier::Vip))];
        assert_eq!((ranks(["a", "b", "c"]), ranks(["z", "b", "a"])), (expected, expected));
    }
}
