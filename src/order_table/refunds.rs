//! Refunds taken off the orders they give back.

use super::Order;
use std::collections::BTreeMap;

/// What did not find an order to be taken off.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Unmatched {
    pub refunds: u64,
    pub amount: f64,
}

/// Less of an order than this share of it is nothing.
const NOTHING: f64 = 1e-9;

/// Takes every refund (an amount below 0) off the customer's earlier orders: off one of exactly that amount, the latest, else
/// off the latest ones. An order given back as a whole is none; of one given back in part, the margin shrinks alike.
pub(super) fn net(orders: &mut Vec<Order>) -> Unmatched {
    let mut unmatched = Unmatched::default();
    // of one day an order comes before its refund
    let key = |(place, order): (usize, &Order)| ((order.team, order.customer), order.date, order.amount < 0.0, place);
    let mut sorted: Vec<_> = orders.iter().enumerate().map(key).collect();
    sorted.sort_unstable();
    let mut gone = vec![false; orders.len()];
    for customer in sorted.chunk_by(|a, b| a.0 == b.0) {
        if customer.iter().any(|&(_, _, is_refund, _)| is_refund) {
            net_one(orders, customer.iter().map(|own| own.3), &mut gone, &mut unmatched);
        }
    }
    let mut gone = gone.into_iter();
    orders.retain(|_| !gone.next().unwrap_or(false));
    unmatched
}

fn net_one(orders: &mut [Order], customer: impl Iterator<Item = usize>, gone: &mut [bool], unmatched: &mut Unmatched) {
    let mut latest: Vec<usize> = Vec::new();
    let mut alike: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for place in customer {
        let amount = orders[place].amount;
        if amount >= 0.0 {
            latest.push(place);
            alike.entry(amount.to_bits()).or_default().push(place);
            continue;
        }
        gone[place] = true;
        let refund = -amount;
        // those of this amount that were not touched since
        let same = alike.get_mut(&refund.to_bits());
        if let Some(same) = same.and_then(|places| std::iter::from_fn(|| places.pop()).find(|&order| !gone[order] && orders[order].amount == refund)) {
            gone[same] = true;
            continue;
        }
        let mut left = refund;
        while left > refund * NOTHING {
            let Some(&last) = latest.last() else { break };
            let order = &mut orders[last];
            if gone[last] {
                latest.pop();
                continue;
            }
            let taken = left.min(order.amount);
            left -= taken;
            let rest = order.amount - taken;
            if rest <= order.amount * NOTHING {
                // an order of nothing gives nothing back, and stays
                gone[last] = taken > 0.0;
                latest.pop();
            } else {
                order.margin = order.margin.map(|margin| margin * rest / order.amount);
                order.amount = rest;
            }
        }
        if left > refund * NOTHING {
            unmatched.refunds += 1;
            unmatched.amount += left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn netted(list: &[(u32, &str, f64)]) -> (Vec<(u32, String, f64)>, Unmatched) {
        let order = |&(customer, date, amount): &(u32, &str, f64)| Order {
            team: 0,
            customer,
            date: Date::parse(date).expect("a date"),
            row: 0,
            amount,
            margin: Some(amount / 2.0),
        };
        let mut orders: Vec<Order> = list.iter().map(order).collect();
        let unmatched = net(&mut orders);
        assert!(orders.iter().all(|order| order.margin == Some(order.amount / 2.0)));
        (orders.iter().map(|order| (order.customer, order.date.to_string(), order.amount)).collect(), unmatched)
    }

    #[test]
    fn a_refund_takes_back_the_order_of_its_amount_or_the_latest() {
        let day = |day: &str| format!("2024-01-{day}");
        let (orders, unmatched) = netted(&[
            (1, "2024-01-01", 40.0),
            (1, "2024-01-02", 100.0),
            (1, "2024-01-03", 30.0),
            (1, "2024-01-09", -40.0),
            // 30 of the third, 20 of the second
            (1, "2024-01-09", -50.0),
            (2, "2024-01-03", 7.0),
        ]);
        assert_eq!(orders, [(1, day("02"), 80.0), (2, day("03"), 7.0)]);
        assert_eq!(unmatched, Unmatched::default());
    }

    #[test]
    fn what_was_bought_later_or_by_another_is_left_alone() {
        let (orders, unmatched) = netted(&[(1, "2024-01-05", -10.0), (1, "2024-01-06", 10.0), (2, "2024-01-01", 10.0), (2, "2024-01-02", -12.5)]);
        assert_eq!(orders, [(1, "2024-01-06".to_owned(), 10.0)]);
        assert_eq!(unmatched, Unmatched { refunds: 2, amount: 12.5 });
        // before its order in the table, but of the same day; and a gift is not given back
        let (orders, unmatched) = netted(&[(1, "2024-01-05", -10.0), (1, "2024-01-05", 10.0), (1, "2024-01-05", 0.0)]);
        assert_eq!((orders, unmatched), (vec![(1, "2024-01-05".to_owned(), 0.0)], Unmatched::default()));
    }
}
