//! RFM: how recently, how often and for how much customers bought, each in fifths (docs/model.md#rfm; docs/cases.md#value).

/// The three fifths of a customer, 1 (low) to 5 (high).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rfm {
    /// 5: ordered last.
    pub recency: u8,
    /// 5: most orders.
    pub frequency: u8,
    /// 5: most money.
    pub monetary: u8,
}

impl Rfm {
    /// 111 to 555.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.recency as u16 * 100 + self.frequency as u16 * 10 + self.monetary as u16
    }
}

/// What the fifths are taken of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Days since the last order.
    pub silent_days: f64,
    /// How many, a whole number.
    pub orders: f64,
    /// Yuan in all.
    pub amount: f64,
}

/// The code of every customer, in the order given. Each measure is ranked by (value, id); a fifth is
/// 1 + floor(5 rank/n), for recency the other way round, so that the latest get a 5.
#[must_use]
pub fn rfm<Id: Ord>(customers: &[(Id, Measures)]) -> Vec<Rfm> {
    let fifths = |value: fn(&Measures) -> f64| {
        let mut places: Vec<usize> = (0..customers.len()).collect();
        places.sort_by(|&a, &b| value(&customers[a].1).total_cmp(&value(&customers[b].1)).then_with(|| customers[a].0.cmp(&customers[b].0)));
        let mut fifths = vec![0_u8; customers.len()];
        for (rank, place) in places.into_iter().enumerate() {
            fifths[place] = 1 + (5 * rank / customers.len()) as u8;
        }
        fifths
    };
    let (recency, frequency, monetary) = (fifths(|m| m.silent_days), fifths(|m| m.orders), fifths(|m| m.amount));
    (0..customers.len()).map(|i| Rfm { recency: 6 - recency[i], frequency: frequency[i], monetary: monetary[i] }).collect()
}

/// The map of recency and frequency, 5 by 5: how many customers lie where, and how dear they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// By recency - 1, then frequency - 1.
    pub cells: [[Cell; 5]; 5],
}

/// Customers of one recency and frequency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// By monetary - 1: the third dimension.
    pub customers: [u16; 5],
    /// What all of them bought for, in yuan.
    pub amount: f64,
}

impl Cell {
    /// Customers of all monetary fifths together.
    #[must_use]
    pub fn count(&self) -> u16 {
        self.customers.iter().sum()
    }

    /// Mean monetary fifth, 0 without customers.
    #[must_use]
    pub fn monetary(&self) -> f64 {
        let sum: u32 = self.customers.iter().zip(1_u32..).map(|(&count, fifth)| u32::from(count) * fifth).sum();
        if sum == 0 { 0.0 } else { f64::from(sum) / f64::from(self.count()) }
    }
}

/// The 5x5x5 map of customers with their codes and amounts.
#[must_use]
pub fn map(customers: impl IntoIterator<Item = (Rfm, f64)>) -> Map {
    let mut cells = [[Cell::default(); 5]; 5];
    let place = |fifth: u8| usize::from(fifth.clamp(1, 5)) - 1;
    for (rfm, amount) in customers {
        let cell = &mut cells[place(rfm.recency)][place(rfm.frequency)];
        let count = &mut cell.customers[place(rfm.monetary)];
        *count = count.saturating_add(1);
        cell.amount += amount;
    }
    Map { cells }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(list: &[(u32, f64, f64, f64)]) -> Vec<u16> {
        let list: Vec<(u32, Measures)> = list.iter().map(|&(id, silent_days, orders, amount)| (id, Measures { silent_days, orders, amount })).collect();
        rfm(&list).into_iter().map(Rfm::code).collect()
    }

    #[test]
    fn fifths_run_from_one_to_five_and_recency_backwards() {
        let list = [(1, 5.0, 1.0, 10.0), (2, 4.0, 2.0, 50.0), (3, 3.0, 3.0, 20.0), (4, 2.0, 4.0, 40.0), (5, 1.0, 5.0, 30.0)];
        assert_eq!(codes(&list), [111, 225, 332, 444, 553]);
    }

    #[test]
    fn ties_are_ranked_by_id_and_few_customers_leave_fifths_out() {
        // ranks 0, 1, 2 of 3: fifths 1, 2, 4
        assert_eq!(codes(&[(9, 0.0, 7.0, 7.0), (3, 0.0, 7.0, 7.0), (5, 0.0, 7.0, 7.0)]), [244, 511, 422]);
        assert_eq!(codes(&[(1, 3.0, 1.0, 1.0)]), [511]);
        assert_eq!(codes(&[]), [0_u16; 0]);
    }

    #[test]
    fn the_map_counts_in_three_dimensions() {
        let of = |recency, frequency, monetary| Rfm { recency, frequency, monetary };
        let map = map([(of(5, 4, 5), 100.0), (of(5, 4, 2), 20.0), (of(1, 1, 1), 1.0)]);
        let cell = &map.cells[4][3];
        assert_eq!((cell.count(), cell.amount, cell.monetary(), cell.customers), (2, 120.0, 3.5, [0, 1, 0, 0, 1]));
        assert_eq!((map.cells[0][0].count(), map.cells[2][2]), (1, Cell::default()));
    }
}
