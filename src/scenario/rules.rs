//! The `rules` of a scenario file: numbers that replace defaults of the model.

use crate::checked_ron::{At, Kind, Reader, Record};
use crate::sim::parameters::{Field, Rules, Table};

/// A table of numbers: the name of the group inside `rules`, and its fields.
pub(super) type Group = (&'static str, Vec<Field>);

/// What the file sets; everything else keeps its default.
pub(super) fn rules(r: &mut Reader, at: Option<&At<'_>>) -> Option<Rules> {
    let Some(at) = at else { return Some(Rules::default()) };
    read(r, at).map(|(rules, _)| rules)
}

/// The groups of `rules`, in the order in which they are read.
pub(super) fn groups(r: &mut Reader, at: &At<'_>) -> Option<Vec<Group>> {
    read(r, at).map(|(_, groups)| groups)
}

/// The fields of `rules`, and which groups were asked for.
struct Tables<'t> {
    fields: Record<'t>,
    groups: Vec<Group>,
}

fn read(r: &mut Reader, at: &At<'_>) -> Option<(Rules, Vec<Group>)> {
    let mut rules = Rules::default();
    let mut record = Tables { fields: r.record(at)?, groups: Vec::new() };
    table(r, &mut record, "work", &mut rules.work);
    table(r, &mut record, "relations", &mut rules.relations);
    table(r, &mut record, "records", &mut rules.records);
    table(r, &mut record, "finding", &mut rules.finding);
    table(r, &mut record, "selling", &mut rules.selling);
    table(r, &mut record, "choice", &mut rules.choice);
    table(r, &mut record, "delivery", &mut rules.delivery);
    table(r, &mut record, "care", &mut rules.care);
    table(r, &mut record, "service", &mut rules.service);
    table(r, &mut record, "lifecycle", &mut rules.lifecycle);
    table(r, &mut record, "goods", &mut rules.goods);
    table(r, &mut record, "gifts", &mut rules.gifts);
    table(r, &mut record, "campaigns", &mut rules.campaigns);
    table(r, &mut record, "tenders", &mut rules.tenders);
    table(r, &mut record, "investments", &mut rules.investments);
    table(r, &mut record, "score", &mut rules.score);
    table(r, &mut record, "insight", &mut rules.insight);
    table(r, &mut record, "walk_ins", &mut rules.walk_ins);
    table(r, &mut record, "contracts", &mut rules.contracts);
    table(r, &mut record, "tools", &mut rules.tools);
    table(r, &mut record, "staffing", &mut rules.staffing);
    table(r, &mut record, "cultivation", &mut rules.cultivation);
    table(r, &mut record, "pool", &mut rules.pool);
    table(r, &mut record, "planning", &mut rules.planning);
    r.close(&record.fields);
    together(r, at, &rules);
    Some((rules, record.groups))
}

fn table<T: Table>(r: &mut Reader, tables: &mut Tables<'_>, name: &'static str, table: &mut T) {
    tables.groups.push((name, T::fields()));
    r.may(&mut tables.fields, name, |r, at| {
        let mut record = r.record(at)?;
        for field in T::fields() {
            if let Some(values) = r.may(&mut record, field.name, |r, at| numbers(r, at, &field)) {
                table.set(field.name, &values);
            }
        }
        r.close(&record);
        Some(())
    });
}

/// One number, or as many in a list as the field holds.
fn numbers(r: &mut Reader, at: &At<'_>, field: &Field) -> Option<Vec<f64>> {
    let one = |r: &mut Reader, at: &At<'_>| {
        // the bounds of whole numbers are whole and small
        if field.whole && field.low >= 0.0 { r.whole(at, field.low as u32, field.high as u32).map(f64::from) } else { r.number(at, field.low, field.high) }
    };
    if field.len == 1 {
        return Some(vec![one(r, at)?]);
    }
    match &at.node.kind {
        Kind::List(items) if items.len() == field.len => r.list(at, field.len, one),
        _ => {
            let problem = if let Kind::List(items) = &at.node.kind { format!("a list of {}", items.len()) } else { at.node.describe() };
            if at.node.kind != Kind::Broken {
                r.complain(at, problem, format!("a list of {} numbers from {} to {}", field.len, field.low, field.high));
            }
            None
        }
    }
}

/// What numbers must be to one another. Numbers that were refused have kept their defaults and cause no second complaint.
fn together(r: &mut Reader, at: &At<'_>, rules: &Rules) {
    let blame = |r: &mut Reader, table: &str, field: &str, problem: String, allowed: &str| r.complain(&at.dig(&[table, field]), problem, allowed);
    let sums: [(&str, &str, &[f64]); 6] = [
        ("relations", "commitment_weights", &rules.relations.commitment_weights),
        ("selling", "role_weights", &rules.selling.role_weights),
        ("service", "class_shares", &rules.service.class_shares),
        ("lifecycle", "index_weights", &rules.lifecycle.index_weights),
        ("tenders", "price_type", &rules.tenders.price_type),
        ("tenders", "quality_type", &rules.tenders.quality_type),
    ];
    for (table, field, values) in sums {
        let sum: f64 = values.iter().sum();
        if !sums_to_one(sum) {
            blame(r, table, field, format!("the sum is {}", rounded(sum)), "numbers that sum to 1");
        }
    }
    let rising: [(&str, &str, &[f64]); 6] = [
        ("choice", "promise_range", &rules.choice.promise_range),
        ("choice", "satisfaction_points", &rules.choice.satisfaction_points),
        ("delivery", "fit_range", &rules.delivery.fit_range),
        ("selling", "support_clamp", &rules.selling.support_clamp),
        ("selling", "stage_win_rates", &rules.selling.stage_win_rates),
        ("lifecycle", "decline", &rules.lifecycle.decline),
    ];
    for (table, field, values) in rising {
        if values.windows(2).any(|pair| pair[0] >= pair[1]) {
            blame(r, table, field, "the numbers do not rise".into(), "each number larger than the one before");
        }
    }
    if rules.campaigns.least > rules.campaigns.most {
        let allowed = format!("at most campaigns.most, {}", rules.campaigns.most);
        blame(r, "campaigns", "least", format!("the least budget is {}", rules.campaigns.least), &allowed);
    }
    if rules.service.rework[0] > rules.service.rework[1] {
        blame(r, "service", "rework", "the first number is the larger one".into(), "lowest, then highest");
    }
    if rules.service.last_arrival_day > rules.work.days {
        let allowed = format!("at most work.days, {}", rules.work.days);
        blame(r, "service", "last_arrival_day", format!("the last arrival day is {}", rules.service.last_arrival_day), &allowed);
    }
    if rules.goods.express_lead_time > rules.goods.lead_time {
        let allowed = format!("at most goods.lead_time, {}", rules.goods.lead_time);
        blame(r, "goods", "express_lead_time", format!("express takes {} half rounds", rules.goods.express_lead_time), &allowed);
    }
    if rules.score.weights.iter().sum::<f64>() <= 0.0 {
        blame(r, "score", "weights", "all weights are 0".into(), "at least one above 0");
    }
}

/// Equal to 1 but for what decimals cannot say.
pub(super) fn sums_to_one(sum: f64) -> bool {
    (sum - 1.0).abs() < 1e-6
}

/// For messages: no digits that come from binary fractions.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
