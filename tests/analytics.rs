//! Customer intelligence against the Python package `lifetimes` on its CDNOW data (see `tests/fixtures/lifetimes`), and what
//! must hold of any customers and any table. No Python is needed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use rapport::bots::BotKind;
use rapport::calendar::Date;
use rapport::insight::bg_nbd::BgNbd;
use rapport::insight::lifetime_value::{HORIZON, Model};
use rapport::insight::orders::of_table;
use rapport::insight::pareto;
use rapport::insight::portfolio::{Buyer, portfolio};
use rapport::insight::purchases::{Period, Purchase, Summary, summarise};
use rapport::insight::{Rate, fit, forecast, kpi, leader, orders, pipeline, service_record, ten_c};
use rapport::order_table;
use rapport::room::{Room, Setup, TeamSetup};
use rapport::sim::state::MarketKind;
use rapport::sim::units::{Role, Seat, TeamId};
use std::path::Path;

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lifetimes").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Rows without the header; the first field as it is, the others as numbers.
fn numbers(name: &str) -> Vec<(String, Vec<f64>)> {
    let rows = fixture(name);
    let rows = rows.lines().skip(1).map(|line| {
        let (id, rest) = line.split_once(',').unwrap();
        (id.to_owned(), rest.split(',').map(|field| field.parse().unwrap()).collect())
    });
    rows.collect()
}

#[track_caller]
fn agree(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs(), "{what}: {found}, lifetimes says {expected}");
}

#[test]
fn every_cdnow_customer_is_worth_what_lifetimes_says() {
    let model = Model { month_weeks: 4.345, ..Model::default() };
    let rows = numbers("cdnow_summary.csv");
    assert_eq!(rows.len(), 2_357);
    for (id, row) in rows {
        let [frequency, recency, age, monetary, alive, expected, amount, value] = row[..] else { panic!("{id}") };
        let of = Summary { frequency, recency, age, monetary };
        agree(model.buying.p_alive(&of), alive, &format!("P(alive) of {id}"));
        agree(model.buying.expected(&of, HORIZON), expected, &format!("E[Y(39)] of {id}"));
        agree(model.spending.expected(&of), amount, &format!("E[M] of {id}"));
        agree(model.value(&of), value, &format!("CLV of {id}"));
    }
}

#[test]
fn orders_are_summed_up_as_lifetimes_does() {
    let table = order_table::read(fixture("cdnow_orders.csv").as_bytes()).unwrap();
    let buyers = of_table(&table).remove("").unwrap();
    let end = Date::parse("1997-09-30").unwrap();
    let expected = numbers("cdnow_orders_summary.csv");
    assert_eq!((buyers.len(), expected.len()), (120, 120));
    for (buyer, (id, row)) in buyers.iter().zip(expected) {
        assert_eq!(buyer.id, id);
        for (period, row) in [(Period::Day, &row[..4]), (Period::Week, &row[4..])] {
            let found = summarise(&buyer.purchases, period, end).unwrap();
            assert_eq!([found.frequency, found.recency, found.age], row[..3], "{id} {period:?}");
            agree(found.monetary, row[3], &id);
        }
    }
}

/// `BetaGeoFitter(0.).fit` and `GammaGammaFitter(0.).fit` of `lifetimes` 0.11.3 on the same customers.
#[test]
fn the_fit_is_that_of_lifetimes() {
    let customers: Vec<Summary> =
        numbers("cdnow_summary.csv").into_iter().map(|(_, row)| Summary { frequency: row[0], recency: row[1], age: row[2], monetary: row[3] }).collect();
    let near = |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 1e-3, "{found}, lifetimes says {expected}");
    let (buying, spending) = (fit::bg_nbd(&customers).unwrap(), fit::gamma_gamma(&customers).unwrap());
    assert_eq!((buying.doubt, spending.doubt), (None, None));
    let (buying, spending) = (buying.model, spending.model);
    near(buying.r, 0.242_593);
    near(buying.alpha, 4.413_532);
    near(buying.a, 0.792_886);
    near(buying.b, 2.425_752);
    near(spending.p, 6.248_802);
    near(spending.q, 3.744_588);
    near(spending.v, 15.447_748);
}

/// What the desk's pages show, month by month, in games of good, bad and mad teams.
#[test]
fn the_figures_of_any_game_agree_with_each_other() {
    let text = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/new_era.ron")).unwrap();
    let text = String::from_utf8(text).unwrap();
    let (mut tickets, mut decided) = (0, 0);
    for (seed, kind) in [(1, BotKind::Balanced), (2, BotKind::Random), (3, BotKind::SellAndForget)] {
        let setup = Setup {
            seed,
            luck: seed,
            market: MarketKind::Mirror,
            rounds: None,
            fictional_names: false,
            compliance: Default::default(),
            teams: vec![TeamSetup::of_bots("team", kind)],
        };
        let mut room = Room::new(&text, setup).unwrap();
        loop {
            let view = room.view(Seat { team: TeamId(0), role: Role::Service }).unwrap();
            let rows = orders::customers(&view);
            let kpis = kpi::kpis(&view, &rows);
            let shares = [kpis.forecast_accuracy, kpis.brier, kpis.outside_funnel, kpis.hygiene, kpis.wallet, kpis.yearly_churn];
            let rates = [kpis.repeat, kpis.churn, kpis.service_level, kpis.log_coverage].into_iter().chain(kpis.close).map(Rate::share);
            for share in shares.into_iter().chain(rates).flatten() {
                assert!((0.0..=1.0).contains(&share), "{kind:?} {:?}: {share} in {kpis:?}", view.round);
            }
            let pipeline = pipeline::pipeline(&view);
            assert_eq!(pipeline.forecast, rapport::insight::funnel::funnel(&view).forecast());
            assert!(pipeline.with_symptoms <= pipeline.forecast);
            for (month, closed) in forecast::months(&view).iter().zip(&view.past.months) {
                // a forecast of nothing foretells nothing
                let told = closed.forecast_accuracy.filter(|_| month.expected.is_some_and(|expected| expected.0 > 0));
                assert_eq!((month.actual, month.accuracy), (closed.revenue, told));
            }
            let ability = leader::ability(&view, &pipeline);
            assert_eq!(ability.open as usize, view.deals.iter().filter(|deal| deal.open()).count());
            assert!(leader::near(&view).iter().all(|near| near.stage >= 5));
            assert!(leader::diligence(&view).tended.of as usize <= view.customers.len());
            let record = service_record::service_record(&view);
            tickets += record.classes.iter().map(|class| class.in_time).sum::<u32>();
            decided += kpis.close[0].of;
            for customer in &view.customers {
                let sheet = ten_c::ten_c(&view, customer.id, &rows).unwrap();
                let booked: f64 = sheet.value.past + sheet.value.current;
                assert!((booked - customer.contribution.to_yuan()).abs() < 0.01, "{booked} {:?}", customer.contribution);
            }
            if room.over() {
                break;
            }
            room.close_round().unwrap();
        }
    }
    assert!(tickets > 20 && decided > 100, "{tickets} {decided}");
}

fn summaries() -> impl Strategy<Value = Summary> {
    (0_u32..200, 0.0..500.0_f64, 0.0..500.0_f64).prop_map(|(frequency, recency, more)| {
        let recency = if frequency == 0 { 0.0 } else { recency };
        Summary { frequency: f64::from(frequency), recency, age: recency + more, monetary: 10.0 }
    })
}

fn models() -> impl Strategy<Value = BgNbd> {
    (0.01..20.0_f64, 0.01..200.0_f64, 0.01..20.0_f64, 0.01..200.0_f64).prop_map(|(r, alpha, a, b)| BgNbd { r, alpha, a, b })
}

fn purchases() -> impl Strategy<Value = Vec<Purchase>> {
    proptest::collection::vec((0_u32..900, 0_u32..1_000_000), 1..12).prop_map(|list| {
        let order = |(day, cents): (u32, u32)| Purchase {
            date: Date::new(2012 + (day / 300) as i32, day / 25 % 12 + 1, day % 25 + 1).unwrap(),
            amount: f64::from(cents) / 100.0,
        };
        list.into_iter().map(order).collect()
    })
}

proptest! {
    #[test]
    fn p_alive_is_a_chance_and_falls_with_silence(of in summaries(), model in models(), more in 0.01..300.0_f64) {
        let now = model.p_alive(&of);
        prop_assert!((0.0..=1.0).contains(&now));
        let later = model.p_alive(&Summary { age: of.age + more, ..of });
        prop_assert!(later <= now);
        if of.frequency > 0.0 && now > 1e-12 {
            prop_assert!(later < now);
        }
    }

    #[test]
    fn more_time_brings_more_purchases(of in summaries(), model in models(), times in proptest::collection::vec(0.0..2_000.0_f64, 2..6)) {
        let mut times = times;
        times.sort_by(f64::total_cmp);
        let mut before = 0.0;
        for t in times {
            let now = model.expected(&of, t);
            prop_assert!(now.is_finite() && now >= before - 1e-9 * (1.0 + before), "{now} after {before} at {t}");
            before = now;
        }
    }

    #[test]
    fn nobody_buys_more_often_than_all_that_went_on_at_the_same_rate(of in summaries(), model in models(), t in 0.0..500.0_f64) {
        // without leaving, the rate is (r+x)/(alpha+T)
        let most = (model.r + of.frequency) / (model.alpha + of.age) * t;
        prop_assert!(model.expected(&of, t) <= most * (1.0 + 1e-9) + 1e-9);
    }

    #[test]
    fn the_order_of_customers_and_purchases_changes_nothing(lists in proptest::collection::vec(purchases(), 1..8), seed in any::<u64>()) {
        let end = Date::new(2015, 1, 1).unwrap();
        let contribution = |list: &[Purchase]| (list.len() * 10) as f64;
        let buyers: Vec<Buyer<usize>> = lists.iter().enumerate().map(|(id, list)| Buyer { id, purchases: list.clone(), contribution: contribution(list) }).collect();
        let mut mixed = buyers.clone();
        let mut state = seed;
        let mut next = |n: usize| { state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407); (state >> 33) as usize % n };
        for place in (1..mixed.len()).rev() {
            let other = next(place + 1);
            mixed.swap(place, other);
        }
        for buyer in &mut mixed {
            for place in (1..buyer.purchases.len()).rev() {
                let other = next(place + 1);
                buyer.purchases.swap(place, other);
            }
        }
        let model = Model::default();
        let rows = portfolio(&buyers, end, &model);
        prop_assert_eq!(&rows, &portfolio(&mixed, end, &model));
        prop_assert_eq!(rows.len(), buyers.len());
        let shares: Vec<f64> = rows.iter().map(|row| row.contribution).collect();
        prop_assert!((0.0..=1.0).contains(&pareto::share_of_best_fifth(&shares)));
        for row in rows {
            prop_assert!((111..=555).contains(&row.rfm.code()) && row.value.is_finite() && row.value >= 0.0);
        }
    }

    #[test]
    fn no_bytes_make_a_table_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = order_table::read(&bytes);
        let mut with_header = b"team,customer_id,date,amount,margin\n".to_vec();
        with_header.extend(bytes);
        if let Err(faults) = order_table::read(&with_header) {
            prop_assert!(!faults.is_empty() && faults.iter().all(|fault| fault.row > 0 && !fault.column.is_empty()));
        }
    }

    #[test]
    fn nearly_right_tables_are_read_or_refused(rows in proptest::collection::vec("[ab\",\n;]{0,3},20[01][0-9]-[01][0-9]-[0-3][0-9],-?[0-9]{0,4}(\\.[0-9]{1,3})?", 1..20)) {
        let text = format!("customer_id,date,amount\n{}\n", rows.join("\n"));
        if let Ok(table) = order_table::read(text.as_bytes()) {
            prop_assert!(table.orders.iter().all(|order| order.amount >= 0.0 && !table.customer(order).is_empty()));
            let end = table.orders.iter().map(|order| order.date).max().unwrap();
            for (_, buyers) in of_table(&table) {
                prop_assert!(!portfolio(&buyers, end, &Model::default()).is_empty());
            }
        }
    }
}
