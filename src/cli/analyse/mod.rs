//! `rapport analyse`: what a table of orders says about the customers (docs/model.md#customer-intelligence).

use super::{Verdict, progress};
use anyhow::{Context, Result, bail};
use clap::Args;
use rapport::calendar::Date;
use rapport::insight::bg_nbd::BgNbd;
use rapport::insight::fit;
use rapport::insight::gamma_gamma::GammaGamma;
use rapport::insight::lifetime_value::Model;
use rapport::insight::orders::of_table;
use rapport::insight::pareto;
use rapport::insight::portfolio::{Buyer, Row, portfolio};
use rapport::insight::purchases::{Period, Summary, summarise};
use rapport::insight::rfm;
use rapport::order_table::{self, MAX_BYTES, OrderTable};
use rapport::scenario::did_you_mean;
use rapport::sim::terms::Tier;
use rapport::store;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Read a table of orders and say which customers are worth what: RFM, pyramid, P(alive), lifetime value
///
/// ORDERS.csv needs the columns `customer_id`, date (2012-02-15) and amount; margin and team may be there, others are left
/// alone. Fields are separated by commas, semicolons or tabs; with the latter two amounts may have a decimal comma. The
/// orders.csv of `rapport run` is such a table. Customers of several teams are ranked team by team.
///
/// Counted is as the Python package `lifetimes` does: in weeks from Monday to Sunday, orders of one week are one purchase;
/// frequency is the number of repeat purchases, recency the age at the last one, T the age at the end, monetary the mean of
/// the repeat purchases. Orders after the week of --end are left out.
#[derive(clap::Args)]
#[command(after_help = COLUMNS)]
pub struct Arguments {
    /// A table of orders; - reads it from standard input
    #[arg(value_name = "ORDERS.csv")]
    orders: PathBuf,
    /// The day up to which is looked; the last order's if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    end: Option<Date>,
    /// Only the orders of this team
    #[arg(long, value_name = "NAME")]
    team: Option<String>,
    /// Weeks of a month of lifetime value; `lifetimes` counts 4.345
    #[arg(long, value_name = "WEEKS", default_value = "4", value_parser = weeks)]
    month_weeks: f64,
    /// Write the customers as CSV into this file, or to standard output with -
    #[arg(long, value_name = "FILE|-")]
    csv: Option<PathBuf>,
    /// Write the customers as JSON into this file, or to standard output with -
    #[arg(long, value_name = "FILE|-")]
    json: Option<PathBuf>,
    /// Fit both models to these customers instead (greatest likelihood); at least ten of them must have come back
    #[arg(long, conflicts_with_all = ["r", "alpha", "a", "b", "p", "q", "v"], help_heading = "Model")]
    fit: bool,
    /// BG/NBD: shape of the purchase rates; the defaults are those of the CDNOW customers
    #[arg(long, value_name = "NUMBER", default_value = "0.243", value_parser = positive, help_heading = "Model")]
    r: f64,
    /// BG/NBD: rate of the purchase rates, in weeks
    #[arg(long, value_name = "NUMBER", default_value = "4.414", value_parser = positive, help_heading = "Model")]
    alpha: f64,
    /// BG/NBD: first parameter of the chance to leave
    #[arg(long, value_name = "NUMBER", default_value = "0.793", value_parser = positive, help_heading = "Model")]
    a: f64,
    /// BG/NBD: second parameter of the chance to leave
    #[arg(long, value_name = "NUMBER", default_value = "2.426", value_parser = positive, help_heading = "Model")]
    b: f64,
    /// Gamma-Gamma: shape of one customer's amounts
    #[arg(long, value_name = "NUMBER", default_value = "6.25", value_parser = positive, help_heading = "Model")]
    p: f64,
    /// Gamma-Gamma: shape of the customers' means, above 1
    #[arg(long, value_name = "NUMBER", default_value = "3.74", value_parser = above_one, help_heading = "Model")]
    q: f64,
    /// Gamma-Gamma: scale; (q-1)/p times the mean order you expect
    #[arg(long, value_name = "NUMBER", default_value = "15.44", value_parser = scale, help_heading = "Model")]
    v: f64,
    /// Discount rate a month
    #[arg(long, value_name = "RATE", default_value = "0.01", value_parser = rate, help_heading = "Model")]
    discount: f64,
}

impl Arguments {
    fn model(&self) -> Model {
        Model {
            buying: BgNbd { r: self.r, alpha: self.alpha, a: self.a, b: self.b },
            spending: GammaGamma { p: self.p, q: self.q, v: self.v },
            month_weeks: self.month_weeks,
            discount: self.discount,
        }
    }
}

const COLUMNS: &str = "\
Output columns:
  frequency recency T monetary   repeat purchases, weeks until the last one, weeks until the end, mean amount
  p_alive                        chance that the customer still buys (BG/NBD)
  expected_39                    purchases expected in the next 39 weeks
  expected_amount                amount expected of a purchase (Gamma-Gamma)
  clv_12                         lifetime value: amounts of the next 12 months, discounted
  r f m                          fifths of recency, frequency and amount, 5 is best
  tier                           vip, main, ordinary, small: the best 1, next 4, next 15 per cent by margin or amount, the rest

Exit codes: 0 done, 1 the table cannot be used (every mistake with row and column on standard error), 2 not understood";

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day such as 2012-12-28".to_owned())
}

fn number(text: &str, low: f64, high: f64) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| *number > low && *number <= high);
    number.ok_or_else(|| format!("a number above {low}, at most {high}"))
}

fn positive(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|number| (1e-6..=10_000.0).contains(number)).ok_or_else(|| "a number from 0.000001 to 10000".to_owned())
}

fn above_one(text: &str) -> Result<f64, String> {
    number(text, 1.0, 10_000.0)
}

fn scale(text: &str) -> Result<f64, String> {
    number(text, 0.0, 1e12)
}

fn weeks(text: &str) -> Result<f64, String> {
    number(text, 0.0, 53.0)
}

fn rate(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|rate| (0.0..=10.0).contains(rate)).ok_or_else(|| "a number from 0 to 10".to_owned())
}

/// One customer, as files hold it; the names are those of docs/model.md#tables.
#[derive(Serialize)]
struct Customer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<&'a str>,
    customer_id: &'a str,
    frequency: u32,
    recency: i32,
    #[serde(rename = "T")]
    age: i32,
    monetary: f64,
    p_alive: f64,
    expected_39: f64,
    expected_amount: f64,
    clv_12: f64,
    r: u8,
    f: u8,
    m: u8,
    tier: &'static str,
}

#[derive(Serialize)]
struct Customers<'a> {
    customers: &'a [Customer<'a>],
}

/// A team with its customers.
struct Base {
    /// Empty where the table tells no teams.
    team: String,
    rows: Vec<Row<String>>,
}

pub fn analyse(arguments: &Arguments) -> Result<Verdict> {
    let is_stdout = |path: &Option<PathBuf>| path.as_deref() == Some(Path::new("-"));
    if is_stdout(&arguments.csv) && is_stdout(&arguments.json) {
        bail!("--csv - and --json - cannot both go to standard output");
    }
    let table = of_team(read(&arguments.orders)?, arguments)?;
    let last = table.orders.iter().map(|order| order.date).max().context("no orders")?;
    let end = arguments.end.unwrap_or(last);
    let buyers = of_table(&table);
    let model = if arguments.fit { fitted(arguments.model(), &buyers, end)? } else { arguments.model() };
    let teams = buyers.into_iter();
    let bases: Vec<Base> = teams.map(|(team, buyers)| Base { team, rows: portfolio(&buyers, end, &model) }).filter(|base| !base.rows.is_empty()).collect();
    if bases.is_empty() {
        bail!("{}: no orders up to {end}; the first is of {}", arguments.orders.display(), table.orders.iter().map(|o| o.date).min().unwrap_or(last));
    }
    let late = table.orders.iter().filter(|order| order.date.week() > end.week()).count();
    if late > 0 {
        progress::print(&format!("{} after the week of {end} left out", progress::count(late, "order")));
    }
    let customers: Vec<Customer<'_>> =
        bases.iter().flat_map(|base| base.rows.iter().map(|row| customer(row, table.has_teams.then_some(&*base.team)))).collect();
    if let Some(path) = &arguments.csv {
        put(path, &csv_of(&customers)?)?;
    }
    if let Some(path) = &arguments.json {
        let mut json = serde_json::to_vec_pretty(&Customers { customers: &customers })?;
        json.push(b'\n');
        put(path, &json)?;
    }
    if !is_stdout(&arguments.csv) && !is_stdout(&arguments.json) {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let may_fit = fit::is_enough(&bases.iter().flat_map(|base| base.rows.iter().map(|row| row.summary)).collect::<Vec<_>>());
        for base in &bases {
            print(&mut out, base, end)?;
            doubt(&mut out, base, &model.spending, may_fit)?;
        }
        out.flush()?;
    }
    Ok(Verdict::Yes)
}

/// The parameters under which these customers are most likely; they are told on stderr.
fn fitted(model: Model, teams: &BTreeMap<String, Vec<Buyer<String>>>, end: Date) -> Result<Model> {
    let customers: Vec<Summary> = teams.values().flatten().filter_map(|buyer| summarise(&buyer.purchases, Period::Week, end)).collect();
    let (Some(buying), Some(spending)) = (fit::bg_nbd(&customers), fit::gamma_gamma(&customers)) else {
        let back = customers.iter().filter(|of| of.frequency > 0.0).count();
        bail!("--fit: {} came back up to {end}; it takes {} that did, and paid", progress::count(back, "customer"), fit::LEAST);
    };
    let BgNbd { r, alpha, a, b } = buying;
    let GammaGamma { p, q, v } = spending;
    progress::print(&format!("fitted: --r {r} --alpha {alpha} --a {a} --b {b} --p {p} --q {q} --v {v}"));
    Ok(Model { buying, spending, ..model })
}

/// The options with which the desk's own figures come out: the scenario's priors where they are not the defaults, and the last
/// day that was played.
pub fn as_the_desk(desk: &Model, end: Date) -> String {
    let numbers = [
        ("month-weeks", desk.month_weeks),
        ("r", desk.buying.r),
        ("alpha", desk.buying.alpha),
        ("a", desk.buying.a),
        ("b", desk.buying.b),
        ("p", desk.spending.p),
        ("q", desk.spending.q),
        ("v", desk.spending.v),
        ("discount", desk.discount),
    ];
    let command = Arguments::augment_args(clap::Command::new("analyse"));
    let default = |option: &str| {
        let argument = command.get_arguments().find(|argument| argument.get_long() == Some(option))?;
        argument.get_default_values().first()?.to_str()?.parse::<f64>().ok()
    };
    let other = numbers.into_iter().filter(|(option, number)| default(option) != Some(*number));
    std::iter::once(format!("--end {end}")).chain(other.map(|(option, number)| format!("--{option} {number}"))).collect::<Vec<_>>().join(" ")
}

/// The checked table; its mistakes go to stderr.
fn read(path: &Path) -> Result<OrderTable> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 4;
    let read = if path == Path::new("-") {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.with_context(|| name.clone())?;
    order_table::read(&bytes).or_else(|faults| {
        for fault in &faults {
            progress::print(&format!("{name}: {fault}"));
        }
        bail!("{} in {name}", progress::count(faults.len(), "mistake"))
    })
}

fn of_team(mut table: OrderTable, arguments: &Arguments) -> Result<OrderTable> {
    if let Some(team) = &arguments.team {
        let mut teams: Vec<String> = table.orders.iter().map(|order| order.team.clone()).filter(|name| !name.is_empty()).collect();
        teams.sort();
        teams.dedup();
        table.orders.retain(|order| order.team == *team);
        if table.orders.is_empty() {
            bail!(
                "{}: column team: no orders of {team:?}{}; there are {}",
                arguments.orders.display(),
                did_you_mean(team, teams.iter().map(String::as_str)),
                if teams.is_empty() { "no teams".to_owned() } else { teams.join(", ") }
            );
        }
    }
    Ok(table)
}

fn customer<'a>(row: &'a Row<String>, team: Option<&'a str>) -> Customer<'a> {
    Customer {
        team,
        customer_id: &row.id,
        frequency: row.summary.frequency as u32,
        recency: row.summary.recency as i32,
        age: row.summary.age as i32,
        monetary: row.summary.monetary,
        p_alive: row.p_alive,
        expected_39: row.expected,
        expected_amount: row.expected_amount,
        clv_12: row.value,
        r: row.rfm.recency,
        f: row.rfm.frequency,
        m: row.rfm.monetary,
        tier: tier(row.tier),
    }
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Vip => "vip",
        Tier::Main => "main",
        Tier::Ordinary => "ordinary",
        Tier::Small => "small",
    }
}

fn csv_of(customers: &[Customer<'_>]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for customer in customers {
        writer.serialize(customer)?;
    }
    writer.into_inner().map_err(|error| anyhow::anyhow!("{}", error.error())).context("a table in memory")
}

/// Into the file, or to standard output for -.
fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    if path == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        return Ok(());
    }
    store::write_atomically(path, bytes).with_context(|| path.display().to_string())
}

/// A team's customers, dearest first, and what they are together.
fn print(out: &mut impl Write, base: &Base, end: Date) -> Result<()> {
    let mut rows: Vec<&Row<String>> = base.rows.iter().collect();
    rows.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.id.cmp(&b.id)));
    let widest = rows.iter().map(|row| width(&row.id)).max().unwrap_or(0).clamp(8, 32);
    if !base.team.is_empty() {
        writeln!(out, "team {}", base.team)?;
    }
    let name = pad("customer", widest);
    writeln!(out, "{name}  orders        amount  freq  rec    T      monetary  alive  exp_39    exp_amount        clv_12  RFM  tier")?;
    for row in &rows {
        let Summary { frequency, recency, age, monetary } = row.summary;
        writeln!(
            out,
            "{}  {:>6}  {:>12.2}  {frequency:>4}  {recency:>3}  {age:>3}  {monetary:>12.2}  {:>4.0}%  {:>6.2}  {:>12.2}  {:>12.2}  {}  {}",
            pad(&row.id, widest),
            row.orders,
            row.amount,
            row.p_alive * 100.0,
            row.expected,
            row.expected_amount,
            row.value,
            row.rfm.code(),
            tier(row.tier),
        )?;
    }
    let contributions: Vec<f64> = rows.iter().map(|row| row.contribution).collect();
    let orders: u32 = rows.iter().map(|row| row.orders).sum();
    let (amount, value): (f64, f64) = rows.iter().fold((0.0, 0.0), |(amount, value), row| (amount + row.amount, value + row.value));
    writeln!(out)?;
    let (customers, orders) = (progress::count(rows.len(), "customer"), progress::count(orders as usize, "order"));
    writeln!(out, "{customers}, {orders}, {amount:.2} in all, up to {end}; lifetime value of the next 12 months {value:.2}")?;
    writeln!(out, "the best 20 % of the customers bring {:.1} %", pareto::share_of_best_fifth(&contributions) * 100.0)?;
    let map = rfm::map(rows.iter().map(|row| (row.rfm, row.amount)));
    writeln!(out, "RFM: customers by recency (down) and frequency (across), mean fifth of the amount in brackets")?;
    for recency in (1..=5_usize).rev() {
        let cells = map.cells[recency - 1].iter().map(|cell| match cell.count() {
            0 => format!("{:>11}", "."),
            count => format!("{:>5} ({:.1})", count, cell.monetary()),
        });
        writeln!(out, "  R{recency} {}", cells.collect::<Vec<_>>().join(" "))?;
    }
    writeln!(out, "     {}", (1..=5).map(|f| format!("{:>11}", format!("F{f}"))).collect::<Vec<_>>().join(" "))?;
    writeln!(out)?;
    Ok(())
}

/// Says so where the model expects quite other amounts than these customers spend; advises a fit only where there can be one.
fn doubt(out: &mut impl Write, base: &Base, model: &GammaGamma, may_fit: bool) -> Result<()> {
    const FAR: f64 = 5.0;
    let orders: f64 = base.rows.iter().map(|row| f64::from(row.orders)).sum();
    let mean = base.rows.iter().map(|row| row.amount).sum::<f64>() / orders;
    let prior = model.expected(&Summary::default());
    if mean > FAR * prior || mean * FAR < prior {
        let v = (model.q - 1.0) / model.p * mean;
        let or_fit = if may_fit { ", or --fit" } else { "" };
        writeln!(out, "Of a stranger the model expects {prior:.2} an order, these customers spend {mean:.2}: try --v {v:.2}{or_fit}")?;
    }
    Ok(())
}

/// Cells of a terminal: Chinese letters take two.
fn width(text: &str) -> usize {
    text.chars().map(|letter| if matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}') { 2 } else { 1 }).sum()
}

/// To so many cells; longer ones are cut.
fn pad(text: &str, cells: usize) -> String {
    let mut cut = String::new();
    let mut used = 0;
    let long = width(text) > cells;
    let room = if long { cells - 1 } else { cells };
    for letter in text.chars() {
        let wide = width(letter.encode_utf8(&mut [0; 4]));
        if used + wide > room {
            break;
        }
        cut.push(letter);
        used += wide;
    }
    if long {
        cut.push('…');
        used += 1;
    }
    cut.push_str(&" ".repeat(cells.saturating_sub(used)));
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::export::Export;
    use clap::Parser;
    use rapport::bots::BotKind;
    use rapport::insight::orders;
    use rapport::room::{Room, Setup, TeamSetup};
    use rapport::sim::state::{Compliance, MarketKind};
    use rapport::sim::units::{Role, Seat, TeamId};

    #[derive(clap::Parser)]
    struct Told {
        #[command(flatten)]
        arguments: Arguments,
    }

    #[test]
    fn the_desk_says_what_the_exported_orders_say() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/new_era.ron")).expect("the scenario");
        let setup = Setup {
            seed: 107,
            luck: 107,
            market: MarketKind::Mirror,
            rounds: None,
            fictional_names: false,
            compliance: Compliance::Show,
            teams: vec![TeamSetup::of_bots("balanced", BotKind::Balanced)],
        };
        let mut room = Room::new(&text, setup).expect("a room");
        while !room.over() {
            room.close_round().expect("a round");
        }
        let table = order_table::read(&Export::new().finish(&room).expect("tables").orders).expect("a table");
        let view = room.view(Seat { team: TeamId(0), role: Role::Developer }).expect("a view");
        let desk = orders::customers(&view);
        let buyers = of_table(&table).remove("balanced").expect("the team");
        // with the options that a run tells
        let options = as_the_desk(&orders::model(&view.guide), orders::observed_until(&view));
        let told = Told::try_parse_from(["analyse", "orders.csv"].into_iter().chain(options.split(' '))).expect("options").arguments;
        let mut rows = portfolio(&buyers, told.end.expect("a day"), &told.model());
        assert!(desk.len() > 3);
        assert_eq!(rows.len(), desk.len());
        for row in &desk {
            // by what was bought and when: the table names customers otherwise
            let same = rows.iter().position(|other| other.summary == row.summary && other.amount == row.amount && other.last == row.last);
            let other = rows.remove(same.expect("the same customer"));
            assert_eq!((other.p_alive, other.expected, other.value), (row.p_alive, row.expected, row.value));
        }
    }

    #[test]
    fn names_are_cut_and_filled_to_the_cell() {
        assert_eq!([pad("abc", 5), pad("新时代", 8), pad("新时代网络公司", 8), pad("abcdef", 4)], ["abc  ", "新时代  ", "新时代… ", "abc…"]);
    }
}
