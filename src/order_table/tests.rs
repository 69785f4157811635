//! Files as shops and programs write them, small.

use super::*;
use std::cell::RefCell;

fn places(text: &[u8]) -> Vec<(u64, String)> {
    read(text).expect_err("a fault").into_iter().map(|fault| (fault.row, fault.column)).collect()
}

fn place(row: u64, column: &str) -> Vec<(u64, String)> {
    vec![(row, column.to_owned())]
}

fn read_with(text: &str, reading: &Reading) -> Result<OrderTable, Vec<String>> {
    read_as(text.as_bytes(), reading, &|_, _| {}).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// Customer, day and amount of every order.
fn orders(table: &OrderTable) -> Vec<(&str, String, f64)> {
    table.orders.iter().map(|order| (table.customer(order), order.date.to_string(), order.amount)).collect()
}

fn told(text: &str, reading: &Reading) -> Vec<(String, String, f64)> {
    let table = read_with(text, reading).expect("a table");
    orders(&table).into_iter().map(|(customer, date, amount)| (customer.to_owned(), date, amount)).collect()
}

fn one(customer: &str, date: &str, amount: f64) -> (String, String, f64) {
    (customer.to_owned(), date.to_owned(), amount)
}

#[test]
fn columns_are_found_by_name() {
    let text = "\u{feff} Amount ,note,date,CUSTOMER_ID\n100.50,\"a, b\",2012-02-15,\"新时代网络\"\n\n7,,2012-03-01,c002\n";
    let table = read(text.as_bytes()).expect("a table");
    assert!(!table.has_teams && table.counted == Counted::default());
    assert_eq!(orders(&table), [("新时代网络", "2012-02-15".to_owned(), 100.5), ("c002", "2012-03-01".to_owned(), 7.0)]);
    assert_eq!(table.orders[0].margin, None);
}

#[test]
fn tables_of_other_regions_are_read() {
    let orders = |text: &str| read(text.as_bytes()).map(|table| table.orders.iter().map(|o| (o.amount, o.margin)).collect::<Vec<_>>());
    assert_eq!(orders("customer_id;date;amount;margin\na;2012-01-01;1000,50;-0,5\nb;2012-01-02;7;\n"), Ok(vec![(1000.5, Some(-0.5)), (7.0, None)]));
    assert_eq!(orders("sep=;\ncustomer_id;date;amount\na;2012-01-01;1.234,56\nb;2012-01-02;2.000\n"), Ok(vec![(1234.56, None), (2000.0, None)]));
    assert_eq!(orders("customer_id;date;amount\na;2012-01-01;1 234,56\nb;2012-01-02;1\u{a0}234,56\n"), Ok(vec![(1234.56, None), (1234.56, None)]));
    assert_eq!(orders("customer_id,date,amount\na,2012-01-01,\"1,234.56\"\nb,2012-01-01,\"2,000\"\n"), Ok(vec![(1234.56, None), (2000.0, None)]));
    assert_eq!(orders("\u{feff}customer_id\tdate\tamount\r\na;b\t2012-01-01\t5\r\n"), Ok(vec![(5.0, None)]));
    assert_eq!(orders("customer_id,date,amount,\"note;what;why;who\"\na,2012-01-01,5,;;;\n"), Ok(vec![(5.0, None)]));
    // a thousand or one? Nobody is asked to guess
    for amount in ["1,000", "1,0,5", ",", "5,"] {
        assert_eq!(places(format!("customer_id;date;amount\na;2012-01-01;{amount}\n").as_bytes()), place(2, "amount"), "{amount}");
    }
    let named = Reading { decimal: Some(Decimal::Point), ..Reading::default() };
    assert_eq!(told("customer_id;date;amount\na;2012-01-01;1,000\n", &named), [one("a", "2012-01-01", 1000.0)]);
    let mixed = read_with("customer_id;date;amount\na;2012-01-01;1,50\na;2012-01-01;1.50\n", &Reading::default());
    assert!(mixed.is_err_and(|told| told[0].contains("row 3 has a decimal point, row 2 a decimal comma")));
}

#[test]
fn every_mistake_has_its_row_and_column() {
    assert_eq!(places(b""), place(1, "customer_id"));
    assert_eq!(places(b"customer_id,date,amount\n"), place(2, "customer_id"));
    assert_eq!(places(b"who,date,amount\na,2012-01-01,5\n"), place(1, "customer_id"));
    assert_eq!(places(b"customer_id,date,amount,date\n"), place(1, "date"));
    for (row, column) in [
        ("a,2012-02-30,5", "date"),
        ("a,,5", "date"),
        ("a,15.2.12,5", "date"),
        ("a,2012-02-15,-5", "amount"),
        ("a,2012-02-15,\"1,000\"", "amount"),
        ("a,2012-02-15,inf", "amount"),
        ("a,2012-02-15,NaN", "amount"),
        ("a,2012-02-15,1e13", "amount"),
        ("a,2012-02-15,", "amount"),
        (",2012-02-15,5", "customer_id"),
        ("\"a\nb\",2012-02-15,5", "customer_id"),
        ("a,2012-02-15", "amount"),
        ("a,2012-02-15,5,6", "4"),
    ] {
        let text = format!("customer_id,date,amount\nok,2012-01-01,1\n{row}\n");
        assert_eq!(places(text.as_bytes()), place(3, column), "{row}");
    }
    assert_eq!(places(b"customer_id,date,amount\na,2012-01-01,5\n\xff,2012-01-02,6\n"), place(3, "1"));
    assert_eq!(places(b"customer_id,date,amount,margin\na,2012-01-01,5,x\n"), place(2, "margin"));
    assert_eq!(places(b"customer_id,date,amount,margin\n\na,2012-01-01,x,-2\nb,2012-01,7,\n"), [(3, "amount".to_owned()), (4, "date".to_owned())]);
    assert_eq!(places(b"sep=;\ncustomer_id;date;amount\na;2012-01-01;x\n"), place(3, "amount"));
    assert_eq!(places("n,customer,date,unit price,qty\n1,a,2012-01-01,5,1e12\n".as_bytes()), place(2, "qty"));
}

#[test]
fn equal_rows_are_orders_of_their_own_unless_an_option_says_otherwise() {
    let text = "customer_id,date,amount\na,2012-01-01,5\nb,2012-01-01,5\na,2012-01-01,5.00\na,2012-01-01,5\n";
    let equal = |asked| Reading { equal_rows: asked, ..Reading::default() };
    let table = read_with(text, &equal(EqualRows::Keep)).expect("a table");
    assert_eq!((table.orders.len(), table.counted.equal), (4, 2));
    let table = read_with(text, &equal(EqualRows::Drop)).expect("a table");
    assert_eq!((orders(&table), table.counted.equal), (vec![("a", "2012-01-01".into(), 5.0), ("b", "2012-01-01".into(), 5.0)], 2));
    assert_eq!(
        read_with(text, &equal(EqualRows::Refuse)).expect_err("equal rows"),
        [4, 5].map(|row| format!(
            "row {row}, column customer_id: the same order as in row 2, allowed: one row for an order, or --equal-rows keep or --equal-rows drop"
        ))
    );
    // another team, another invoice, another hour of the day
    for text in [
        "team,customer_id,date,amount\nx,a,2012-01-01,5\ny,a,2012-01-01,5\n",
        "invoice,customer_id,date,amount\n1,a,2012-01-01,5\n2,a,2012-01-01,5\n",
        "customer_id,date,amount\na,2012-01-01 10:00,5\na,2012-01-01 11:00,5\n",
    ] {
        assert_eq!(read_with(text, &equal(EqualRows::Refuse)).map(|table| table.counted.equal), Ok(0), "{text}");
    }
}

/// As brucehardie.com has it: no header, columns of spaces, ids of the master file before those of the sample.
#[test]
fn the_columns_of_cdnow_are_known() {
    let text = " 00411 0012 19970101  1    9.77\r\n 00411 0012 19970101  1    9.77\r\n 00783 0031 19980630  3   41.00\r\n";
    let table = read_with(text, &Reading::default()).expect("a table");
    let first = ("00411", "1997-01-01".to_owned(), 9.77);
    assert_eq!(orders(&table), [first.clone(), first, ("00783", "1998-06-30".to_owned(), 41.0)]);
    assert_eq!((table.counted.equal, table.orders[2].row), (1, 3));
    assert_eq!(table.counted.columns.as_ref().map(ToString::to_string).as_deref(), Some("customer 1, date 3, amount 5"));
    let master = " 00411 19970101  1    9.77\n 00783 19970102  2  41.00\n";
    assert_eq!(told(master, &Reading::default()), [one("00411", "1997-01-01", 9.77), one("00783", "1997-01-02", 41.0)]);
}

#[test]
fn columns_of_a_table_without_a_header_are_named_by_number() {
    let text = "7,2012-01-01,a\n9,2012-01-02,b\n";
    let named = Naming { customer: Some("3".into()), date: Some("2".into()), amount: Some("1".into()), ..Naming::default() };
    assert_eq!(told(text, &Reading { columns: named, ..Reading::default() }), [one("a", "2012-01-01", 7.0), one("b", "2012-01-02", 9.0)]);
    assert!(read_with(text, &Reading::default()).is_err_and(|told| told[0].starts_with("row 1, column customer_id: there is no header")));
}

/// The columns of the Online Retail data set: invoices of several rows, cancellations, rows without a customer.
#[test]
fn online_retail_is_read_with_answers_to_its_questions() {
    let text = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n\
        536001,A1,\"LAMP, RED\",6,12/1/2010 8:26,2.5,17001,France\n\
        536001,A2,BOWL,2,12/1/2010 8:26,4.25,17001,France\n\
        C536009,A1,\"LAMP, RED\",-1,12/7/2010 9:01,2.5,17001,France\n\
        536014,A3,CUP,3,12/13/2010 11:40,1.25,,France\n\
        C536020,A9,TRAY,-1,12/14/2010 11:45,8,17002,France\n";
    let asked = read_with(text, &Reading::default()).expect_err("questions");
    assert_eq!(
        asked,
        [
            "row 4, column Quantity: \"-1 x 2.5\" is negative (and 1 more row), allowed: 0 or more, or --refunds net or --refunds drop",
            "row 5, column CustomerID: is empty, allowed: a name of 1 to 200 letters, or --nameless drop"
        ]
    );
    let answered = |refunds| Reading { refunds, nameless: Nameless::Drop, ..Reading::default() };
    let table = read_with(text, &answered(Refunds::Drop)).expect("a table");
    assert_eq!(orders(&table), [("17001", "2010-12-01".to_owned(), 15.0), ("17001", "2010-12-01".to_owned(), 8.5)]);
    assert_eq!((table.counted.refunds, table.counted.refunded, table.counted.nameless), (2, -10.5, 1));
    let table = read_with(text, &answered(Refunds::Net)).expect("a table");
    // off the latest order before it; the tray was bought before the table begins
    assert_eq!(orders(&table), [("17001", "2010-12-01".to_owned(), 15.0), ("17001", "2010-12-01".to_owned(), 6.0)]);
    assert_eq!((table.counted.refunds, table.counted.unmatched), (2, (1, 8.0)));
    let all = "customer,date,amount\na,2012-01-01,5\na,2012-01-02,-5\n";
    assert!(read_with(all, &answered(Refunds::Net)).is_err_and(|told| told[0].contains("every order was refunded")));
}

#[test]
fn both_orders_of_day_and_month_fit_and_the_option_answers() {
    let text = "customer,date,amount\na,3/4/2024 10:00,1\na,5/4/2024,2\n";
    let asked = read_with(text, &Reading::default()).expect_err("a question");
    assert!(asked.len() == 1 && asked[0].starts_with("row 2, column date: ") && asked[0].contains("--day-order"), "{asked:?}");
    let reading = |order| Reading { day_order: Some(order), ..Reading::default() };
    assert_eq!(told(text, &reading(DayOrder::MonthFirst)), [one("a", "2024-03-04", 1.0), one("a", "2024-05-04", 2.0)]);
    assert_eq!(told(text, &reading(DayOrder::DayFirst)), [one("a", "2024-04-03", 1.0), one("a", "2024-04-05", 2.0)]);
}

#[test]
fn further_lines_of_an_order_are_counted_not_refused() {
    let text = "Name,Email,Created at,Subtotal,Total,Lineitem name\n\
        #1001,li@example.com,2024-03-05 14:02:11 +0800,90.00,99.00,Tea\n\
        #1001,,,,,Cup\n\
        #1001,li@example.com,2024-03-05 14:02:11 +0800,,,Pot\n\
        #1002,wu@example.com,2024-03-06 00:10:00 +0800,10.00,12.50,Tea\n";
    let table = read_with(text, &Reading::default()).expect("a table");
    assert_eq!(orders(&table), [("li@example.com", "2024-03-05".to_owned(), 99.0), ("wu@example.com", "2024-03-06".to_owned(), 12.5)]);
    assert_eq!(table.counted.further_lines, 2);
    // so are those of an order that is left out itself
    let text = "Name,Email,Created at,Total\n#1,li@example.com,2024-03-05,9\n#2,wu@example.com,2024-03-06,-5\n#2,,,\n#3,,2024-03-06,5\n#3,,,\n";
    let dropping = Reading { refunds: Refunds::Drop, nameless: Nameless::Drop, ..Reading::default() };
    let table = read_with(text, &dropping).expect("a table");
    assert_eq!((table.counted.further_lines, table.counted.nameless, table.orders.len()), (2, 1, 1));
    // the first line of an order needs its amount
    assert_eq!(places(b"Name,Email,Created at,Total\n#1,a@b.c,2024-03-05,5\n#2,a@b.c,2024-03-05,\n"), place(3, "Total"));
}

#[test]
fn what_is_no_text_is_asked_about_where_it_begins() {
    let told = |bytes: &[u8]| read(bytes).expect_err("a question").iter().map(ToString::to_string).collect::<Vec<_>>();
    let latin = told(b"customer;date\nM\xfcller;2012-01-01\nJos\xe9;2012-01-02\n");
    assert!(latin[0].starts_with("row 2, column 1: not text in UTF-8") && latin[0].contains("--encoding"), "{latin:?}");
    let named = Reading { encoding: TextEncoding::named("utf-8"), ..Reading::default() };
    let told = read_as(b"\xff\xff\xff", &named, &|_, _| {}).expect_err("a question")[0].to_string();
    assert!(told.contains("not text in UTF-8"), "{told}");
}

#[test]
fn a_list_of_taobao_is_read_in_its_own_encoding() {
    let text = "订单编号,买家会员名,买家实际支付金额,订单付款时间\n=\"057187654321\",新时代网络,88.50,2024-03-05 14:02:11\n=\"057187654322\",=\"0571\",12.00,2024-03-06 09:00:00\n";
    let (bytes, ..) = encoding_rs::GB18030.encode(text);
    let table = read(&bytes).expect("a table");
    assert_eq!(orders(&table), [("新时代网络", "2024-03-05".to_owned(), 88.5), ("0571", "2024-03-06".to_owned(), 12.0)]);
    assert_eq!(table.counted.encoding, Some("gb18030"));
    assert_eq!(table.counted.columns.as_ref().map(ToString::to_string).as_deref(), Some("customer 买家会员名, date 订单付款时间, amount 买家实际支付金额"));
}

#[test]
fn what_a_spreadsheet_puts_around_a_field_is_taken_off() {
    assert_eq!(told("customer_id,date,amount\n'=1+1,\"=\"\"2012-01-01\"\"\",=\"5\"\n", &Reading::default()), [one("=1+1", "2012-01-01", 5.0)]);
    // a row of empty fields below the table is none
    assert_eq!(told("customer_id,date,amount\na,2012-01-01,5\n,,\n", &Reading::default()), [one("a", "2012-01-01", 5.0)]);
}

#[test]
fn many_mistakes_are_told_up_to_a_number() {
    let mut text = "customer_id,date,amount\n".to_owned();
    for row in 0..5_000 {
        text.push_str(&format!("c{row},never,-1\n"));
    }
    let faults = read(text.as_bytes()).expect_err("faults");
    assert!((10..100).contains(&faults.len()), "{}", faults.len());
}

#[test]
fn how_far_it_has_come_is_told_up_to_the_end() {
    const ROWS: u32 = 20_000;
    let mut text = "customer,date,amount\n".to_owned();
    for row in 0..ROWS {
        text.push_str(&format!("c{},2012-0{}-01,1\n", row / 2, 1 + row % 2));
    }
    let heard = RefCell::new(Vec::new());
    let table = read_as(text.as_bytes(), &Reading::default(), &|done, of| heard.borrow_mut().push((done, of))).expect("a table");
    assert_eq!((table.orders.len(), table.customers.len()), (ROWS as usize, ROWS as usize / 2));
    let heard = heard.into_inner();
    assert!(heard.len() > 4 && heard.is_sorted_by_key(|&(done, _)| done), "{heard:?}");
    assert!(heard.last().is_some_and(|(done, of)| done == of && *done == 2 * text.len() as u64));
}
