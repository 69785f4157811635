//! Fitting the models to the customers, and what is said where a model does not suit them.

use super::Base;
use crate::cli::progress;
use anyhow::{Result, bail};
use rapport::calendar::Date;
use rapport::insight::bg_nbd::BgNbd;
use rapport::insight::fit::{self, Doubt};
use rapport::insight::gamma_gamma::GammaGamma;
use rapport::insight::lifetime_value::Model;
use rapport::insight::portfolio::Buyer;
use rapport::insight::purchases::{Period, Summary, summarise};
use std::collections::BTreeMap;
use std::io::Write;

/// Which of the models have an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    pub buying: bool,
    pub spending: bool,
}

impl Answers {
    pub const ALL: Answers = Answers { buying: true, spending: true };

    pub fn both(self) -> bool {
        self.buying && self.spending
    }
}

/// The parameters under which these customers are most likely; they, and where they are no answer, are told on stderr.
pub fn fitted(model: Model, teams: &BTreeMap<&str, Vec<Buyer<&str>>>, end: Date) -> Result<(Model, Answers)> {
    let customers: Vec<Summary> = teams.values().flatten().filter_map(|buyer| summarise(&buyer.purchases, Period::Week, end)).collect();
    let (Some(buying), Some(spending)) = (fit::bg_nbd(&customers), fit::gamma_gamma(&customers)) else {
        let back = customers.iter().filter(|of| of.frequency > 0.0).count();
        bail!("--fit: {} came back up to {end}; it takes {} that did, and paid", progress::count(back, "customer"), fit::LEAST);
    };
    let BgNbd { r, alpha, a, b } = buying.model;
    let GammaGamma { p, q, v } = spending.model;
    let mut told = Vec::new();
    match buying.doubt {
        None => told.push(format!("--r {r} --alpha {alpha} --a {a} --b {b}")),
        Some(doubt) => progress::print(&warning("BG/NBD", doubt, "P(alive), expected purchases")),
    }
    match spending.doubt {
        None => told.push(format!("--p {p} --q {q} --v {v}")),
        Some(doubt) => progress::print(&warning("Gamma-Gamma", doubt, "expected amounts")),
    }
    if !told.is_empty() {
        progress::print(&format!("fitted: {}", told.join(" ")));
    }
    let answers = Answers { buying: buying.doubt.is_none(), spending: spending.doubt.is_none() };
    Ok((Model { buying: buying.model, spending: spending.model, ..model }, answers))
}

fn warning(model: &str, doubt: Doubt, figures: &str) -> String {
    let why = match doubt {
        Doubt::AtBound(parameter) => format!("{parameter} went as far as it may, and would go further"),
        Doubt::NoMean => "the amounts differ so much that a customer of whom nothing is known may spend anything".to_owned(),
    };
    format!("warning: the fit of {model} has no answer for these customers: {why}; {figures} and lifetime value are left out")
}

/// Whether there are customers enough for a fit.
pub fn may_fit(bases: &[Base<'_>]) -> bool {
    fit::is_enough(&bases.iter().flat_map(|base| base.rows.iter().map(|row| row.summary)).collect::<Vec<_>>())
}

/// Says so where the model expects quite other amounts than these customers spend; advises a fit only where there can be one.
pub fn doubt(out: &mut impl Write, base: &Base<'_>, model: &GammaGamma, may_fit: bool) -> Result<()> {
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
