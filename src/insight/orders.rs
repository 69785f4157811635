//! A team's orders as dated purchases: the same dates as in the exported table, so that `rapport analyse` and the desk
//! say the same.

use super::bg_nbd::BgNbd;
use super::gamma_gamma::GammaGamma;
use super::lifetime_value::Model;
use super::portfolio::{Buyer, Row, portfolio};
use super::purchases::Purchase;
use crate::calendar::Date;
use crate::order_table::OrderTable;
use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::scenario::Guide;
use crate::sim::units::{CustomerId, Fen, NeedId, Round, Source};
use crate::sim::view::View;
use std::collections::BTreeMap;

/// The last day of a month on which anything happens (docs/model.md#calendar).
const LAST_DAY: u32 = 28;
/// The day of scripted orders.
const SCRIPTED_DAY: u32 = 15;

/// Something a customer paid for: an order, or a month's fees of its contracts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// Who bought.
    pub customer: CustomerId,
    /// None for fees.
    pub deal: Option<NeedId>,
    /// The month in which it was booked, whenever it is paid.
    pub round: Round,
    /// A day of that month, see [`order_date`]; the last one for fees.
    pub date: Date,
    /// Price of the order, or the fees of all contracts of the customer.
    pub amount: Fen,
    /// Amount less the goods, and for fees less what serving took.
    pub margin: Fen,
}

fn day_of(guide: &Guide, round: Round, day: u32) -> Date {
    let (year, month) = guide.calendar(round);
    // scenarios begin between 1950 and 2200 and days are 1 to 28, so the day exists
    Date::new(i32::from(year), u32::from(month), day).unwrap_or(Date::EPOCH)
}

/// Scripted orders fall on the 15th, the others on a day 1-28 that their name decides, so that no two orders of a
/// customer in one month share it.
#[must_use]
pub fn order_date(guide: &Guide, round: Round, deal: NeedId) -> Date {
    let day = match deal.source {
        Source::Scripted(_) => SCRIPTED_DAY,
        source => {
            let day = (u32::from(deal.customer.0) * 5 + u32::from(deal.born.0) * 11 + u32::from(source.slot()) * 7) % (LAST_DAY - 1) + 1;
            if day < SCRIPTED_DAY { day } else { day + 1 }
        }
    };
    day_of(guide, round, day)
}

/// Every customer in a table of orders, by team and customer; it brought its margins, or where they are not told its amounts.
#[must_use]
pub fn of_table(table: &OrderTable) -> BTreeMap<&str, Vec<Buyer<&str>>> {
    // customers by name, and the orders of each side by side: names are compared once, not once an order
    let mut named: Vec<usize> = (0..table.customers.len()).collect();
    named.sort_unstable_by_key(|&place| &table.customers[place]);
    let mut ends = vec![0_usize; table.customers.len()];
    for order in &table.orders {
        ends[order.customer as usize] += 1;
    }
    let mut sum = 0;
    for &customer in &named {
        sum += ends[customer];
        ends[customer] = sum;
    }
    let mut sorted = vec![0_usize; table.orders.len()];
    let mut free = ends.clone();
    for (place, order) in table.orders.iter().enumerate().rev() {
        let end = &mut free[order.customer as usize];
        *end -= 1;
        sorted[*end] = place;
    }
    let order = |place: usize| &table.orders[place];
    let mut teams: BTreeMap<&str, Vec<Buyer<&str>>> = BTreeMap::new();
    for &customer in &named {
        let own = &mut sorted[free[customer]..ends[customer]];
        own.sort_by(|&a, &b| {
            let (a, b) = (order(a), order(b));
            a.team.cmp(&b.team).then(a.date.cmp(&b.date)).then(a.amount.total_cmp(&b.amount))
        });
        for of_team in own.chunk_by(|&a, &b| order(a).team == order(b).team) {
            let purchases = of_team.iter().map(|&place| Purchase { date: order(place).date, amount: order(place).amount }).collect();
            let contribution = of_team.iter().map(|&place| order(place).margin.unwrap_or(order(place).amount)).fold(0.0, |sum, part| sum + part);
            let team = table.team(order(of_team[0]));
            teams.entry(team).or_default().push(Buyer { id: &table.customers[customer], purchases, contribution });
        }
    }
    teams
}

/// The last day of the month that was resolved last; the day before the game if none was.
#[must_use]
pub fn observed_until(view: &View) -> Date {
    match view.round.0 {
        0 | 1 => day_of(&view.guide, Round(1), 1).before(),
        round => day_of(&view.guide, Round(round - 1), LAST_DAY),
    }
}

/// What the team's customers paid for: orders in the order of the ledger, then fees by round and customer.
#[must_use]
pub fn orders(view: &View) -> Vec<Order> {
    of_ledger(&view.guide, &view.past.ledger)
}

/// The same from a ledger.
#[must_use]
pub fn of_ledger(guide: &Guide, ledger: &[Entry]) -> Vec<Order> {
    let mut goods: BTreeMap<NeedId, Fen> = BTreeMap::new();
    for entry in ledger.iter().filter(|entry| entry.kind == EntryKind::Goods) {
        if let Some(deal) = entry.deal {
            *goods.entry(deal).or_default() += entry.amount;
        }
    }
    let sales = ledger.iter().filter(|entry| entry.kind == EntryKind::Sale);
    let mut list: Vec<Order> = sales
        .filter_map(|sale| {
            let deal = sale.deal?;
            let margin = sale.amount + goods.get(&deal).copied().unwrap_or(Fen::ZERO);
            let date = order_date(guide, sale.round, deal);
            Some(Order { customer: deal.customer, deal: Some(deal), round: sale.round, date, amount: sale.amount, margin })
        })
        .collect();
    list.extend(fees(guide, ledger));
    list
}

/// What every customer with contracts paid in a round, on its last day: one line for all its contracts.
fn fees(guide: &Guide, ledger: &[Entry]) -> impl Iterator<Item = Order> {
    let mut lines: BTreeMap<(Round, CustomerId), (Fen, Fen)> = BTreeMap::new();
    let mut before = None;
    for entry in ledger {
        let Some(customer) = entry.customer else { continue };
        // goods of a contract follow its fee
        let of_contract = match entry.kind {
            EntryKind::Fee | EntryKind::Serving | EntryKind::Penalty => true,
            EntryKind::Goods => before == Some((EntryKind::Fee, customer, entry.deal)),
            _ => false,
        };
        before = Some((entry.kind, customer, entry.deal));
        if of_contract {
            let line = lines.entry((entry.round, customer)).or_default();
            line.0 += if entry.kind == EntryKind::Fee { entry.amount } else { Fen::ZERO };
            line.1 += entry.amount;
        }
    }
    lines.into_iter().map(|((round, customer), (amount, margin))| {
        let date = day_of(guide, round, LAST_DAY);
        Order { customer, deal: None, round, date, amount, margin }
    })
}

/// Share of the revenue that is left after the goods; None before the first order.
#[must_use]
pub fn margin_share(orders: &[Order]) -> Option<f64> {
    let (amount, margin): (Fen, Fen) = orders.iter().fold((Fen::ZERO, Fen::ZERO), |(a, m), order| (a + order.amount, m + order.margin));
    (amount > Fen::ZERO).then(|| margin.to_yuan() / amount.to_yuan())
}

/// The scenario's priors: its own rates, and amounts about its mean order.
#[must_use]
pub fn model(guide: &Guide) -> Model {
    let rules = &guide.rules.insight;
    Model {
        buying: BgNbd { r: rules.purchase_shape, alpha: rules.purchase_scale, a: rules.leave_a, b: rules.leave_b },
        spending: GammaGamma::about(rules.amount_shape, rules.amount_spread, guide.mean_order.to_yuan()),
        month_weeks: rules.month_weeks,
        discount: rules.discount,
    }
}

/// A row for every customer that has ordered from the team during the game, by id; ranked among themselves.
#[must_use]
pub fn customers(view: &View) -> Vec<Row<CustomerId>> {
    let mut purchases: BTreeMap<CustomerId, Vec<Purchase>> = BTreeMap::new();
    for order in orders(view) {
        purchases.entry(order.customer).or_default().push(Purchase { date: order.date, amount: order.amount.to_yuan() });
    }
    let buyers: Vec<Buyer<CustomerId>> = purchases
        .into_iter()
        .map(|(id, purchases)| Buyer { id, purchases, contribution: view.customer(id).map_or(0.0, |c| c.contribution.to_yuan()) })
        .collect();
    portfolio(&buyers, observed_until(view), &model(&view.guide))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order_table;
    use crate::sim::testing::guide;
    use crate::sim::units::EventId;

    #[test]
    fn orders_have_their_goods_and_fees_their_service() {
        let (alpha, beta) = (CustomerId(1), CustomerId(2));
        let deal = NeedId { customer: alpha, born: Round(1), source: Source::Stochastic };
        let entry = |round, kind, yuan, customer, deal| Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer: Some(customer), deal };
        let ledger = [
            entry(2, EntryKind::Sale, 100, alpha, Some(deal)),
            entry(2, EntryKind::Goods, -80, alpha, Some(deal)),
            entry(3, EntryKind::Care, -1, alpha, None),
            entry(3, EntryKind::Fee, 50, beta, None),
            entry(3, EntryKind::Goods, -20, beta, None),
            entry(3, EntryKind::Serving, -5, beta, None),
            entry(3, EntryKind::Fee, 7, beta, None),
        ];
        let found: Vec<_> = of_ledger(&guide(), &ledger).into_iter().map(|o| (o.customer, o.round.0, o.date.to_string(), o.amount, o.margin)).collect();
        // day (5 + 11) % 27 + 1 = 17, one later for the 15th; fees on the last day
        let expected = [(alpha, 2, "2012-02-18".to_owned(), Fen::yuan(100), Fen::yuan(20)), (beta, 3, "2012-03-28".to_owned(), Fen::yuan(57), Fen::yuan(32))];
        assert_eq!(found, expected);
    }

    #[test]
    fn scripted_orders_fall_on_the_fifteenth_and_no_two_on_one_day() {
        let scripted = NeedId { customer: CustomerId(0), born: Round(1), source: Source::Scripted(EventId(4)) };
        assert_eq!(order_date(&guide(), Round(8), scripted).to_string(), "2012-08-15");
        let mut days: Vec<Date> = [Source::Scripted(EventId(4)), Source::Stochastic, Source::Check, Source::Research, Source::Referral]
            .into_iter()
            .map(|source| order_date(&guide(), Round(8), NeedId { source, ..scripted }))
            .collect();
        days.sort();
        days.dedup();
        assert_eq!(days.len(), 5);
    }

    #[test]
    fn a_table_gives_every_team_its_buyers_and_a_margin_counts_instead_of_the_amount() {
        let table = |text: &str| order_table::read(text.as_bytes()).expect("a table");
        let teams = table("team,customer_id,date,amount\ny,b,2012-01-01,5\nx,b,2012-01-01,5\nx,a,2012-01-01,1\nx,b,2011-01-01,6\n");
        let buyers = of_table(&teams);
        let told = |team: &str| {
            buyers[team].iter().map(|buyer| (buyer.id, buyer.purchases.iter().map(|p| p.amount).collect::<Vec<_>>(), buyer.contribution)).collect::<Vec<_>>()
        };
        assert_eq!(told("x"), [("a", vec![1.0], 1.0), ("b", vec![6.0, 5.0], 11.0)]);
        assert_eq!((told("y"), buyers.len()), (vec![("b", vec![5.0], 5.0)], 2));
        let margins = table("customer_id,date,amount,margin\na,2012-01-01,5,-2\na,2012-02-01,7,\n");
        assert_eq!(of_table(&margins)[""][0].contribution, 5.0);
    }
}
