//! The customers as a terminal shows them.

use super::Base;
use super::files::tier;
use super::fitted::Answers;
use crate::cli::progress;
use anyhow::Result;
use rapport::calendar::Date;
use rapport::insight::pareto;
use rapport::insight::portfolio::Row;
use rapport::insight::purchases::Summary;
use rapport::insight::rfm;
use std::io::Write;

/// A team's customers, dearest first, a dash where a model gives no answer, and what they are together.
pub fn print(out: &mut impl Write, base: &Base<'_>, end: Date, answers: Answers) -> Result<()> {
    let mut rows: Vec<&Row<&str>> = base.rows.iter().collect();
    let worth = |row: &Row<&str>| if answers.both() { row.value } else { row.amount };
    rows.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then_with(|| a.id.cmp(b.id)));
    let widest = rows.iter().map(|row| width(row.id)).max().unwrap_or(0).clamp(8, 32);
    if !base.team.is_empty() {
        writeln!(out, "team {}", base.team)?;
    }
    let name = pad("customer", widest);
    writeln!(out, "{name}  orders        amount  freq  rec    T      monetary  alive  exp_39    exp_amount        clv_12  RFM  tier")?;
    for row in &rows {
        let Summary { frequency, recency, age, monetary } = row.summary;
        writeln!(
            out,
            "{}  {:>6}  {:>12.2}  {frequency:>4}  {recency:>3}  {age:>3}  {monetary:>12.2}  {:>5}  {:>6}  {:>12}  {:>12}  {}  {}",
            pad(row.id, widest),
            row.orders,
            row.amount,
            told(answers.buying, || format!("{:.0}%", row.p_alive * 100.0)),
            told(answers.buying, || format!("{:.2}", row.expected)),
            told(answers.spending, || format!("{:.2}", row.expected_amount)),
            told(answers.both(), || format!("{:.2}", row.value)),
            row.rfm.code(),
            tier(row.tier),
        )?;
    }
    let contributions: Vec<f64> = rows.iter().map(|row| row.contribution).collect();
    let orders: u32 = rows.iter().map(|row| row.orders).sum();
    let (amount, value): (f64, f64) = rows.iter().fold((0.0, 0.0), |(amount, value), row| (amount + row.amount, value + row.value));
    writeln!(out)?;
    let (customers, orders) = (progress::count(rows.len(), "customer"), progress::count(orders as usize, "order"));
    let value = told(answers.both(), || format!("{value:.2}"));
    writeln!(out, "{customers}, {orders}, {amount:.2} in all, up to {end}; lifetime value of the next 12 months {value}")?;
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

fn told(is_known: bool, figure: impl FnOnce() -> String) -> String {
    if is_known { figure() } else { "-".to_owned() }
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

    #[test]
    fn names_are_cut_and_filled_to_the_cell() {
        assert_eq!([pad("abc", 5), pad("新时代", 8), pad("新时代网络公司", 8), pad("abcdef", 4)], ["abc  ", "新时代  ", "新时代… ", "abc…"]);
    }
}
