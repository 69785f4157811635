//! The customers as a terminal shows them.

use super::Base;
use super::fitted::Answers;
use crate::cli::cells::{pad, width};
use crate::cli::language::percent;
use anyhow::Result;
use rapport::calendar::Date;
use rapport::insight::pareto;
use rapport::insight::portfolio::Row;
use rapport::insight::purchases::Summary;
use rapport::insight::rfm;
use rapport::sim::terms::Tier;
use rapport::words::{Arg, Lang, tr, tr_with};
use std::borrow::Cow;
use std::io::Write;

/// The columns after the customer, with the cells that their figures take at least.
const COLUMNS: [(&str, usize); 11] = [
    ("cli-analyse-head-orders", 6),
    ("cli-analyse-head-amount", 12),
    ("cli-analyse-head-frequency", 4),
    ("cli-analyse-head-recency", 3),
    ("cli-analyse-head-age", 3),
    ("cli-analyse-head-monetary", 12),
    ("cli-analyse-head-alive", 5),
    ("cli-analyse-head-expected", 6),
    ("cli-analyse-head-each", 12),
    ("cli-analyse-head-value", 12),
    ("cli-analyse-head-rfm", 3),
];

/// A team's customers, dearest first, a dash where a model gives no answer, and what they are together.
pub fn print(out: &mut impl Write, lang: Lang, base: &Base<'_>, end: Date, answers: Answers) -> Result<()> {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| tr_with(lang, key, args);
    let mut rows: Vec<&Row<&str>> = base.rows.iter().collect();
    let worth = |row: &Row<&str>| if answers.both() { row.value } else { row.amount };
    rows.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then_with(|| a.id.cmp(b.id)));
    let widest = rows.iter().map(|row| width(row.id)).max().unwrap_or(0).clamp(8, 32);
    if !base.team.is_empty() {
        writeln!(out, "{}", say("cli-analyse-team", &[("team", base.team.into())]))?;
    }
    let heads = COLUMNS.map(|(key, _)| tr(lang, key));
    let cells: [usize; COLUMNS.len()] = std::array::from_fn(|place| COLUMNS[place].1.max(width(&heads[place])));
    let line = |name: &str, figures: &[Cow<'_, str>], tier: &str| {
        let figures: String =
            figures.iter().zip(cells).map(|(figure, cells)| format!("  {}{figure}", " ".repeat(cells.saturating_sub(width(figure))))).collect();
        format!("{}{figures}  {tier}", pad(name, widest))
    };
    writeln!(out, "{}", line(&tr(lang, "cli-analyse-head-customer"), &heads, &tr(lang, "cli-analyse-head-tier")))?;
    for row in &rows {
        let Summary { frequency, recency, age, monetary } = row.summary;
        let figures: [String; COLUMNS.len()] = [
            row.orders.to_string(),
            format!("{:.2}", row.amount),
            frequency.to_string(),
            recency.to_string(),
            age.to_string(),
            format!("{monetary:.2}"),
            told(answers.buying, || format!("{:.0}%", row.p_alive * 100.0)),
            told(answers.buying, || format!("{:.2}", row.expected)),
            told(answers.spending, || format!("{:.2}", row.expected_amount)),
            told(answers.both(), || format!("{:.2}", row.value)),
            row.rfm.code().to_string(),
        ];
        writeln!(out, "{}", line(row.id, &figures.map(Cow::Owned), &tier(lang, row.tier)))?;
    }
    let contributions: Vec<f64> = rows.iter().map(|row| row.contribution).collect();
    let orders: u32 = rows.iter().map(|row| row.orders).sum();
    let (amount, value): (f64, f64) = rows.iter().fold((0.0, 0.0), |(amount, value), row| (amount + row.amount, value + row.value));
    writeln!(out)?;
    let value = told(answers.both(), || format!("{value:.2}"));
    let (amount, end) = (format!("{amount:.2}"), end.to_string());
    let total = [("customers", rows.len().into()), ("orders", orders.into()), ("amount", amount.into()), ("end", end.into()), ("value", value.into())];
    writeln!(out, "{}", say("cli-analyse-total", &total))?;
    let share = format!("{:.1}", pareto::share_of_best_fifth(&contributions) * 100.0);
    writeln!(out, "{}", say("cli-analyse-best", &[("best", percent(lang, "20").into()), ("share", percent(lang, &share).into())]))?;
    let map = rfm::map(rows.iter().map(|row| (row.rfm, row.amount)));
    writeln!(out, "{}", tr(lang, "cli-analyse-map"))?;
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

/// What a customer's tier is called here; files have their own words.
fn tier(lang: Lang, tier: Tier) -> Cow<'static, str> {
    let key = match tier {
        Tier::Vip => "cli-analyse-tier-vip",
        Tier::Main => "cli-analyse-tier-main",
        Tier::Ordinary => "cli-analyse-tier-ordinary",
        Tier::Small => "cli-analyse-tier-small",
    };
    tr(lang, key)
}
