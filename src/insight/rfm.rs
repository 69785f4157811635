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
    /// 111.
    pub const LOWEST: Rfm = Rfm { recency: 1, frequency: 1, monetary: 1 };

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

/// The code of every customer, in the order given. A fifth is 1 + floor(5 k/n), k the number of customers with a smaller value,
/// so that equal values have equal fifths; for recency the other way round, so that the latest get a 5.
#[must_use]
pub fn rfm(customers: &[Measures]) -> Vec<Rfm> {
    let fifths = |value: fn(&Measures) -> f64| {
        let mut places: Vec<usize> = (0..customers.len()).collect();
        places.sort_unstable_by(|&a, &b| value(&customers[a]).total_cmp(&value(&customers[b])));
        let mut fifths = vec![0_u8; customers.len()];
        let mut smaller = 0;
        for equal in places.chunk_by(|&a, &b| value(&customers[a]) == value(&customers[b])) {
            for &place in equal {
                fifths[place] = 1 + (5 * smaller / customers.len()) as u8;
            }
            smaller += equal.len();
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
    pub customers: [u32; 5],
    /// What all of them bought for, in yuan.
    pub amount: f64,
}

impl Cell {
    /// Customers of all monetary fifths together.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.customers.iter().sum()
    }

    /// Mean monetary fifth, 0 without customers.
    #[must_use]
    pub fn monetary(&self) -> f64 {
        let sum: u64 = self.customers.iter().zip(1_u64..).map(|(&count, fifth)| u64::from(count) * fifth).sum();
        if sum == 0 { 0.0 } else { sum as f64 / f64::from(self.count()) }
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

    fn codes(list: &[(f64, f64, f64)]) -> Vec<u16> {
        let list: Vec<Measures> = list.iter().map(|&(silent_days, orders, amount)| Measures { silent_days, orders, amount }).collect();
        rfm(&list).into_iter().map(Rfm::code).collect()
    }

    #[test]
    fn fifths_run_from_one_to_five_and_recency_backwards() {
        let list = [(5.0, 1.0, 10.0), (4.0, 2.0, 50.0), (3.0, 3.0, 20.0), (2.0, 4.0, 40.0), (1.0, 5.0, 30.0)];
        assert_eq!(codes(&list), [111, 225, 332, 444, 553]);
    }

    #[test]
    fn equal_customers_have_equal_codes_and_few_leave_fifths_out() {
        assert_eq!(codes(&[(0.0, 7.0, 7.0), (0.0, 7.0, 7.0), (0.0, 7.0, 7.0)]), [511, 511, 511]);
        // none, one and two of three are smaller: fifths 1, 2, 4
        assert_eq!(codes(&[(3.0, 1.0, 1.0), (2.0, 2.0, 2.0), (1.0, 3.0, 3.0)]), [211, 422, 544]);
        // most bought once: that is not often
        assert_eq!(codes(&[(1.0, 1.0, 5.0), (1.0, 1.0, 5.0), (1.0, 1.0, 5.0), (1.0, 2.0, 9.0)]), [511, 511, 511, 544]);
        assert_eq!(codes(&[(3.0, 1.0, 1.0)]), [511]);
        assert_eq!(codes(&[]), [0_u16; 0]);
    }

    #[test]
    fn more_customers_than_sixteen_bits_hold_are_counted() {
        let alike = Rfm { recency: 5, frequency: 1, monetary: 5 };
        let map = map(std::iter::repeat_n((alike, 1.0), 70_000));
        assert_eq!((map.cells[4][0].count(), map.cells[4][0].monetary()), (70_000, 5.0));
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
