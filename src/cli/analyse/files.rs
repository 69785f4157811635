//! The customers as files hold them.

use super::fitted::Answers;
use anyhow::{Context, Result};
use rapport::insight::portfolio::Row;
use rapport::sim::terms::Tier;
use rapport::spreadsheet::{csv_writer, guarded};
use rapport::store;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Write};
use std::path::Path;

/// One customer; the names are those of docs/model.md#tables.
#[derive(Serialize)]
pub struct Customer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<Cow<'a, str>>,
    customer_id: Cow<'a, str>,
    frequency: u32,
    recency: i32,
    #[serde(rename = "T")]
    age: i32,
    monetary: f64,
    p_alive: Option<f64>,
    expected_39: Option<f64>,
    expected_amount: Option<f64>,
    clv_12: Option<f64>,
    r: u8,
    f: u8,
    m: u8,
    tier: &'static str,
}

/// What files say of a row; nothing where the models give no answer.
pub fn customer<'a>(row: &Row<&'a str>, team: Option<&'a str>, answers: Answers) -> Customer<'a> {
    Customer {
        team: team.map(Cow::Borrowed),
        customer_id: Cow::Borrowed(row.id),
        frequency: row.summary.frequency as u32,
        recency: row.summary.recency as i32,
        age: row.summary.age as i32,
        monetary: row.summary.monetary,
        p_alive: answers.buying.then_some(row.p_alive),
        expected_39: answers.buying.then_some(row.expected),
        expected_amount: answers.spending.then_some(row.expected_amount),
        clv_12: answers.both().then_some(row.value),
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

/// A CSV that spreadsheets open as it is meant, as the window's lists are.
pub fn csv<'a>(sink: &mut dyn Write, customers: impl Iterator<Item = Customer<'a>>) -> io::Result<()> {
    let guard = |text: Cow<'a, str>| match guarded(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(guarded) => Cow::Owned(guarded),
    };
    let mut writer = csv_writer(sink)?;
    for customer in customers {
        let guarded = Customer { team: customer.team.map(guard), customer_id: guard(customer.customer_id), ..customer };
        // as the error of the sink: a closed pipe must be known for one
        writer.serialize(guarded).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })?;
    }
    writer.flush()
}

pub fn json<'a>(sink: &mut dyn Write, customers: impl Iterator<Item = Customer<'a>>) -> io::Result<()> {
    /// A list that is written while it comes.
    struct List<Customers>(Cell<Option<Customers>>);

    impl<'a, Customers: Iterator<Item = Customer<'a>>> Serialize for List<Customers> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.0.take().into_iter().flatten())
        }
    }

    #[derive(Serialize)]
    struct File<List> {
        customers: List,
    }

    let mut sink = sink;
    serde_json::to_writer_pretty(&mut sink, &File { customers: List(Cell::new(Some(customers))) })?;
    sink.write_all(b"\n")
}

/// Into the file, or to standard output for -.
pub fn put(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    if path == Path::new("-") {
        let mut out = io::BufWriter::new(io::stdout().lock());
        fill(&mut out)?;
        out.flush()?;
        return Ok(());
    }
    store::fill_atomically(path, fill).with_context(|| path.display().to_string())
}
