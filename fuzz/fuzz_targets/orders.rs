//! Any bytes as a table of orders: it reads, or says where it is wrong; what reads can be analysed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::order_table;
use rapport::insight::lifetime_value::Model;
use rapport::insight::orders::of_table;
use rapport::insight::portfolio::portfolio;

fuzz_target!(|bytes: &[u8]| {
    match order_table::read(bytes) {
        Ok(table) => {
            let end = table.orders.iter().map(|order| order.date).max().expect("at least one order");
            for buyers in of_table(&table).into_values() {
                for row in portfolio(&buyers, end, &Model::default()) {
                    assert!((0.0..=1.0).contains(&row.p_alive), "P(alive) {}", row.p_alive);
                    assert!(row.expected.is_finite() && row.expected >= 0.0, "expected {}", row.expected);
                    assert!(row.value.is_finite() && row.expected_amount.is_finite(), "value {}", row.value);
                }
            }
        }
        Err(faults) => assert!(!faults.is_empty(), "refused without a reason"),
    }
});
