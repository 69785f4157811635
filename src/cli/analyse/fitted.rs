//! Fitting the models to the customers, and what is said where a model does not suit them.

use super::Base;
use crate::cli::language::{say, say_with};
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
        bail!(say_with("cli-analyse-few", &[("count", back.into()), ("end", end.to_string().into()), ("least", fit::LEAST.into())]));
    };
    let BgNbd { r, alpha, a, b } = buying.model;
    let GammaGamma { p, q, v } = spending.model;
    let mut told = Vec::new();
    match buying.doubt {
        None => told.push(format!("--r {r} --alpha {alpha} --a {a} --b {b}")),
        Some(doubt) => progress::print(&say_with("cli-analyse-unfit-buying", &[("why", why(doubt).into())])),
    }
    match spending.doubt {
        None => told.push(format!("--p {p} --q {q} --v {v}")),
        Some(doubt) => progress::print(&say_with("cli-analyse-unfit-spending", &[("why", why(doubt).into())])),
    }
    if !told.is_empty() {
        progress::print(&say_with("cli-analyse-fitted", &[("options", told.join(" ").into())]));
    }
    let answers = Answers { buying: buying.doubt.is_none(), spending: spending.doubt.is_none() };
    Ok((Model { buying: buying.model, spending: spending.model, ..model }, answers))
}

/// Why a model has no answer.
fn why(doubt: Doubt) -> String {
    match doubt {
        Doubt::AtBound(parameter) => say_with("cli-analyse-at-bound", &[("parameter", parameter.to_string().into())]),
        Doubt::NoMean => say("cli-analyse-no-mean"),
    }
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
        let key = if may_fit { "cli-analyse-prior-or-fit" } else { "cli-analyse-prior" };
        let [prior, mean, v] = [prior, mean, v].map(|figure| format!("{figure:.2}"));
        writeln!(out, "{}", say_with(key, &[("prior", prior.into()), ("mean", mean.into()), ("v", v.into())]))?;
    }
    Ok(())
}
