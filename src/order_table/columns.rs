//! Which column is which: named by options, or by headings that shops use.

use super::days::day;
use super::fault::{Allowed, Faults, Problem, Shown};
use super::{Column, DayOrder, Naming};
use crate::spreadsheet::{bare, plain_heading as plain};
use std::fmt;

/// Headings without spaces and signs, in small letters; the first that is there is taken. What names one order each
/// comes after what names a person: in olist's tables `customer_id` is new with every order.
const KNOWN: [(Column, &[&str]); 8] = [
    (
        Column::Customer,
        &[
            "customeruniqueid",
            "customerid",
            "customer",
            "customername",
            "customerno",
            "customernumber",
            "customercode",
            "customeremail",
            "clientid",
            "client",
            "buyerid",
            "buyer",
            "buyername",
            "memberid",
            "userid",
            "user",
            "accountid",
            "account",
            "email",
            "emailaddress",
            "客户编号",
            "客户id",
            "客户代码",
            "客户名称",
            "客户",
            "顾客编号",
            "顾客",
            "会员编号",
            "会员id",
            "会员名",
            "会员号",
            "买家会员名",
            "买家昵称",
            "买家id",
            "买家",
            "用户id",
            "用户编号",
            "用户名",
            "手机号",
        ],
    ),
    (
        Column::Date,
        &[
            "date",
            "orderdate",
            "orderedat",
            "orderpurchasetimestamp",
            "purchasedate",
            "invoicedate",
            "transactiondate",
            "createdat",
            "orderdatetime",
            "datetime",
            "timestamp",
            "日期",
            "订单日期",
            "订单付款时间",
            "付款时间",
            "支付时间",
            "订单支付时间",
            "下单日期",
            "下单时间",
            "订单时间",
            "订单创建时间",
            "购买日期",
            "购买时间",
            "成交时间",
            "交易日期",
            "交易时间",
            "开票日期",
        ],
    ),
    (
        Column::Amount,
        &[
            "amount",
            "orderamount",
            "totalamount",
            "total",
            "totalprice",
            "ordertotal",
            "grandtotal",
            "paymentvalue",
            "amountpaid",
            "revenue",
            "sales",
            "salesamount",
            "金额",
            "买家实际支付金额",
            "实付金额",
            "实际支付金额",
            "支付金额",
            "付款金额",
            "订单金额",
            "成交金额",
            "交易金额",
            "消费金额",
            "销售额",
            "总金额",
            "金额合计",
        ],
    ),
    (Column::Quantity, &["quantity", "qty", "units", "数量", "购买数量", "商品数量"]),
    (Column::Price, &["unitprice", "price", "单价", "商品单价", "价格"]),
    (Column::Margin, &["margin", "毛利"]),
    (Column::Team, &["team"]),
    (Column::Order, &["orderid", "ordernumber", "orderno", "invoiceno", "invoice", "name", "订单编号", "订单号", "主订单编号"]),
];

/// Where the columns lie.
#[derive(Debug)]
pub(super) struct Columns {
    /// As they stand in the header; numbers where there is none.
    pub names: Vec<String>,
    pub customer: usize,
    pub date: usize,
    pub amount: Amount,
    pub margin: Option<usize>,
    pub team: Option<usize>,
    /// The number of the order a row belongs to.
    pub order: Option<usize>,
}

/// The headings, or numbers, of the columns that were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Who bought.
    pub customer: String,
    /// When.
    pub date: String,
    /// For how much; of quantity and price, both.
    pub amount: String,
}

/// In English.
impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "customer {}, date {}, amount {}", self.customer, self.date, self.amount)
    }
}

/// What an order came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Column(usize),
    /// Quantity times price.
    Product(usize, usize),
}

impl Columns {
    /// All columns with a number of money, the amounts first.
    pub fn money(&self) -> impl Iterator<Item = usize> {
        let amounts = match self.amount {
            Amount::Column(amount) => [Some(amount), None],
            Amount::Product(quantity, price) => [Some(quantity), Some(price)],
        };
        amounts.into_iter().chain([self.margin]).flatten()
    }

    /// Where columns were found by headings other than ours: what was taken for what.
    pub fn told(&self) -> Option<Taken> {
        let name = |place: usize| self.names.get(place).map_or("", String::as_str);
        let amount = match self.amount {
            Amount::Column(amount) => name(amount).to_owned(),
            Amount::Product(quantity, price) => format!("{} x {}", name(quantity), name(price)),
        };
        let is_ours = |name: &str, ours: &str| name.eq_ignore_ascii_case(ours);
        let ours = is_ours(name(self.customer), "customer_id") && is_ours(name(self.date), "date") && is_ours(&amount, "amount");
        (!ours).then(|| Taken { customer: name(self.customer).to_owned(), date: name(self.date).to_owned(), amount })
    }
}

/// How many fields of a line are headings that we know or options name.
pub(super) fn known(line: &csv::StringRecord, naming: &Naming) -> usize {
    let is_known = |field: &str| {
        let plain = plain(field);
        naming.all().any(|name| is_name(field, name)) || KNOWN.iter().any(|(_, names)| names.contains(&plain.as_str()))
    };
    line.iter().filter(|field| is_known(field)).count()
}

/// Whether the first line holds an order already: one of its fields is a day, none a heading.
pub(super) fn is_without_header(first: &csv::StringRecord, naming: &Naming) -> bool {
    let is_day = |field: &str| [DayOrder::DayFirst, DayOrder::MonthFirst].into_iter().any(|order| day(bare(field), order).is_some());
    let is_named = |field: &str| naming.all().any(|name| name.parse::<usize>().is_err() && is_name(field, name));
    known(first, &Naming::default()) == 0 && first.iter().any(is_day) && !first.iter().any(is_named)
}

/// The columns of a table with a header, or of one without: then options name them by number, or they lie as in the
/// CDNOW files (customer, perhaps a serial number, day, quantity, amount).
pub(super) fn columns(first: &csv::StringRecord, naming: &Naming, has_header: bool, row: u64, faults: &mut Faults) -> Option<Columns> {
    let names: Vec<String> =
        if has_header { first.iter().map(|field| bare(field).to_owned()).collect() } else { (1..=first.len()).map(|number| number.to_string()).collect() };
    if !has_header && naming.all().next().is_none() {
        let cdnow = match first.len() {
            4 => Some([0, 1, 3]),
            5 => Some([0, 2, 4]),
            _ => None,
        };
        let is_day = |place: usize| first.get(place).is_some_and(|field| field.len() == 8 && day(field, DayOrder::DayFirst).is_some());
        return match cdnow.filter(|&[_, date, _]| is_day(date)) {
            Some([customer, date, amount]) => Some(Columns { names, customer, date, amount: Amount::Column(amount), margin: None, team: None, order: None }),
            None => {
                faults.add(row, "customer_id", Problem::NoHeader, Allowed::Header);
                None
            }
        };
    }
    let mut finder = Finder { names: &names, naming, row, has_header, faults };
    let customer = finder.find(Column::Customer, "customer_id", true);
    let date = finder.find(Column::Date, "date", true);
    let amount = finder.amount();
    let (margin, team, order) = (finder.find(Column::Margin, "margin", false), finder.find(Column::Team, "team", false), finder.first(Column::Order));
    Some(Columns { customer: customer?, date: date?, amount: amount?, margin, team, order, names })
}

struct Finder<'a> {
    names: &'a [String],
    naming: &'a Naming,
    row: u64,
    has_header: bool,
    faults: &'a mut Faults,
}

impl Finder<'_> {
    fn amount(&mut self) -> Option<Amount> {
        let named = |finder: &Finder<'_>, column| finder.naming.of(column).is_some();
        let is_product = named(self, Column::Quantity) || named(self, Column::Price) || !named(self, Column::Amount) && self.first(Column::Amount).is_none();
        let is_told = named(self, Column::Quantity) || named(self, Column::Price);
        if is_product && (is_told || self.first(Column::Quantity).is_some() && self.first(Column::Price).is_some()) {
            let (quantity, price) = (self.find(Column::Quantity, "quantity", true), self.find(Column::Price, "price", true));
            return Some(Amount::Product(quantity?, price?));
        }
        self.find(Column::Amount, "amount", true).map(Amount::Column)
    }

    /// The place of a column; its absence, or two of one name, are mistakes.
    fn find(&mut self, column: Column, ours: &str, is_needed: bool) -> Option<usize> {
        let columns = || Shown::new(&self.names.join(", "));
        if let Some(name) = self.naming.of(column) {
            let named = |is: fn(&str, &str) -> bool| -> Vec<usize> { (0..self.names.len()).filter(|place| is(&self.names[*place], name)).collect() };
            // a heading that is just this one goes before those that are like it
            let exact = named(|heading, name| bare(heading).eq_ignore_ascii_case(name.trim()));
            let places = if exact.is_empty() { named(is_name) } else { exact };
            if let Some(&place) = places.first() {
                if places.len() > 1 {
                    self.faults.add(self.row, name, Problem::Twice, Allowed::OneNamed);
                }
                return Some(place);
            }
            let number = name.trim().parse::<usize>().ok().filter(|number| (1..=self.names.len()).contains(number));
            if number.is_none() {
                let problem = if self.has_header { Problem::NotNamed { columns: columns() } } else { Problem::NotNumbered { count: self.names.len() } };
                self.faults.add(self.row, name, problem, Allowed::Column);
            }
            return number.map(|number| number - 1);
        }
        let place = self.first(column);
        match place {
            None if is_needed => {
                let problem = Problem::Missing { columns: columns() };
                self.faults.add(self.row, ours, problem, Allowed::Header);
            }
            Some(place) if self.names.iter().filter(|name| plain(name) == plain(&self.names[place])).count() > 1 => {
                let name = &self.names[place];
                self.faults.add(self.row, name, Problem::Twice, Allowed::One);
            }
            _ => {}
        }
        place
    }

    fn first(&self, column: Column) -> Option<usize> {
        let known = KNOWN.iter().find(|(of, _)| *of == column)?.1;
        known.iter().find_map(|known| self.names.iter().position(|name| plain(name) == *known))
    }
}

fn is_name(heading: &str, name: &str) -> bool {
    bare(heading).eq_ignore_ascii_case(name.trim()) || !plain(name).is_empty() && plain(heading) == plain(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &str, naming: &Naming) -> Result<String, String> {
        let line = csv::StringRecord::from(header.split(',').collect::<Vec<_>>());
        let mut faults = Faults::default();
        let columns = columns(&line, naming, true, 1, &mut faults);
        match columns {
            Some(columns) if faults.none() => Ok(columns.told().map(|taken| taken.to_string()).unwrap_or_default()),
            _ => Err(faults.list()[0].to_string()),
        }
    }

    #[test]
    fn headings_of_ordinary_shops_are_known() {
        let known = |header: &str| found(header, &Naming::default()).expect(header);
        assert_eq!(known("team,customer_id,date,round,amount,margin,list_price,product,quantity"), "");
        assert_eq!(
            known("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"),
            "customer CustomerID, date InvoiceDate, amount Quantity x UnitPrice"
        );
        assert_eq!(
            known("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country"),
            "customer Customer ID, date InvoiceDate, amount Quantity x Price"
        );
        assert_eq!(known("Name,Email,Created at,Subtotal,Shipping,Total"), "customer Email, date Created at, amount Total");
        let olist = "order_id,customer_id,customer_unique_id,order_purchase_timestamp,payment_value";
        assert_eq!(known(olist), "customer customer_unique_id, date order_purchase_timestamp, amount payment_value");
        assert_eq!(known("订单编号,买家会员名,买家实际支付金额,订单付款时间"), "customer 买家会员名, date 订单付款时间, amount 买家实际支付金额");
        assert_eq!(known("客户名称,下单日期,金额（元）"), "customer 客户名称, date 下单日期, amount 金额（元）");
    }

    #[test]
    fn options_name_columns_by_heading_or_number() {
        let named = |customer: &str, amount: &str| Naming { customer: Some(customer.into()), amount: Some(amount.into()), ..Naming::default() };
        assert_eq!(found("who,date,worth,total", &named("WHO", "worth")).as_deref(), Ok("customer who, date date, amount worth"));
        assert_eq!(found("who,date,worth", &named("1", "3")).as_deref(), Ok("customer who, date date, amount worth"));
        // a heading that is just this one, beside one that is like it
        assert_eq!(found("who (old),Who,date,worth", &named("who", "worth")).as_deref(), Ok("customer Who, date date, amount worth"));
        let product = Naming { quantity: Some("n".into()), price: Some("each".into()), ..Naming::default() };
        assert_eq!(found("customer,date,n,each,total", &product).as_deref(), Ok("customer customer, date date, amount n x each"));
    }

    #[test]
    fn what_is_not_there_or_twice_is_told() {
        let told = found("who,date,worth", &Naming { customer: Some("whom".into()), ..Naming::default() }).expect_err("no column");
        assert_eq!(told, "row 1, column whom: no such column; there are \"who, date, worth\", allowed: the name of a column, or its number from 1");
        let told = found("who,date,worth", &Naming::default()).expect_err("no column");
        assert!(told.starts_with("row 1, column customer_id: the column is missing; there are \"who, date, worth\"") && told.contains("--customer"), "{told}");
        assert!(found("customer,date,amount,Date", &Naming::default()).is_err_and(|told| told.contains("column date: there are two")));
        assert!(
            found("customer,date,n,n", &Naming { amount: Some("n".into()), ..Naming::default() }).is_err_and(|told| told.contains("column n: there are two"))
        );
        assert!(
            found("customer,date,n", &Naming { amount: Some("4".into()), ..Naming::default() }).is_err_and(|told| told.contains("column 4: no such column"))
        );
    }
}
