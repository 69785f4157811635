//! What a customer bought and when, and the four numbers that models of repeat buying need (docs/model.md#purchases).
//!
//! Counts as the Python package `lifetimes` does: orders of one period are one purchase, the first one is not a repeat.

use crate::calendar::Date;

/// One order; the amount in yuan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Purchase {
    /// Day of the order; of a contract's fee the last of its month.
    pub date: Date,
    /// In yuan, or whatever the table of orders counts in; 0 or more.
    pub amount: f64,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Calendar days.
    Day,
    /// Monday to Sunday.
    Week,
}

impl Period {
    /// The running number of the period a day lies in.
    #[must_use]
    pub fn of(self, date: Date) -> i32 {
        match self {
            Period::Day => date.day(),
            Period::Week => date.week(),
        }
    }
}

/// Repeat buying of one customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// x: periods with a purchase, the first one left out.
    pub frequency: f64,
    /// `t_x`: periods from the first purchase to the last.
    pub recency: f64,
    /// T: periods from the first purchase to the end.
    pub age: f64,
    /// m: mean amount of the repeat periods in yuan, 0 without one.
    pub monetary: f64,
}

/// The summary of the purchases up to the period of `end`; None if there are none. In any order.
#[must_use]
pub fn summarise(purchases: &[Purchase], period: Period, end: Date) -> Option<Summary> {
    let mut kept = Vec::new();
    keep(purchases, period, end, &mut kept);
    summarise_kept(&kept, period, end)
}

/// The purchases up to the period of `end`, by day and amount, so that the same purchases in another order give the same sums
/// to the bit; into `kept`, which is emptied first.
pub fn keep(purchases: &[Purchase], period: Period, end: Date, kept: &mut Vec<Purchase>) {
    let last = period.of(end);
    kept.clear();
    kept.extend(purchases.iter().copied().filter(|p| p.date <= end || period.of(p.date) <= last));
    kept.sort_by(|a, b| a.date.cmp(&b.date).then(a.amount.total_cmp(&b.amount)));
}

/// The summary of purchases as [`keep`] leaves them; None if there are none.
#[must_use]
pub fn summarise_kept(kept: &[Purchase], period: Period, end: Date) -> Option<Summary> {
    let last = period.of(end);
    let first = period.of(kept.first()?.date);
    let (mut latest, mut repeats, mut sum) = (first, 0_u32, 0.0);
    for purchase in kept {
        let now = period.of(purchase.date);
        repeats += u32::from(now != latest);
        if now != first {
            sum += purchase.amount;
        }
        latest = now;
    }
    let since = |from: i32, to: i32| f64::from(to) - f64::from(from);
    let frequency = f64::from(repeats);
    let monetary = if repeats == 0 { 0.0 } else { sum / frequency };
    Some(Summary { frequency, recency: since(first, latest), age: since(first, last), monetary })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders(list: &[(&str, f64)]) -> Vec<Purchase> {
        list.iter().map(|&(date, amount)| Purchase { date: Date::parse(date).expect("a date"), amount }).collect()
    }

    /// docs/model.md#purchases: the four orders of New Era Network.
    #[test]
    fn the_example_comes_out_in_weeks_and_in_days() {
        let list = orders(&[("2012-02-15", 100_000.0), ("2012-04-15", 135_000.0), ("2012-06-15", 360_000.0), ("2012-08-15", 1_800_000.0)]);
        let end = Date::parse("2012-12-28").expect("a date");
        let expected = |recency, age| Some(Summary { frequency: 3.0, recency, age, monetary: 765_000.0 });
        assert_eq!(summarise(&list, Period::Week, end), expected(26.0, 45.0));
        assert_eq!(summarise(&list, Period::Day, end), expected(182.0, 317.0));
    }

    #[test]
    fn orders_of_one_week_are_one_purchase() {
        // Monday and Sunday of a week, the Monday after, and two on one day
        let list = orders(&[("2012-02-13", 10.0), ("2012-02-19", 20.0), ("2012-02-20", 30.0), ("2012-03-01", 5.0), ("2012-03-01", 7.0)]);
        let end = Date::parse("2012-03-04").expect("a date");
        // repeat weeks: 30 and 5 + 7
        assert_eq!(summarise(&list, Period::Week, end), Some(Summary { frequency: 2.0, recency: 2.0, age: 2.0, monetary: 21.0 }));
        // repeat days: 20, 30 and 12
        assert_eq!(summarise(&list, Period::Day, end), Some(Summary { frequency: 3.0, recency: 17.0, age: 20.0, monetary: 62.0 / 3.0 }));
    }

    #[test]
    fn what_comes_after_the_end_does_not_count() {
        let list = orders(&[("2012-02-15", 1.0), ("2012-02-17", 2.0), ("2012-02-21", 4.0)]);
        let end = Date::parse("2012-02-16").expect("a date");
        assert_eq!(summarise(&list, Period::Day, end), Some(Summary { age: 1.0, ..Summary::default() }));
        // the week goes on to Sunday
        assert_eq!(summarise(&list, Period::Week, end), Some(Summary::default()));
        assert_eq!(summarise(&list[2..], Period::Day, end), None);
        assert_eq!(summarise(&[], Period::Day, end), None);
    }
}
