//! `rapport analyse`: what a table of orders says about the customers (docs/model.md#customer-intelligence).

mod files;
mod fitted;
mod notes;
mod options;
mod screen;

pub use options::{Arguments, as_the_desk};

use super::language::{lang, say, say_with};
use super::{Verdict, progress};
use anyhow::{Context, Result, bail};
use fitted::Answers;
use rapport::calendar::Date;
use rapport::insight::orders::of_table;
use rapport::insight::portfolio::{Row, portfolio};
use rapport::order_table::{self, OrderTable};
use rapport::scenario::nearest;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A team with its customers.
struct Base<'a> {
    /// Empty where the table tells no teams.
    team: &'a str,
    rows: Vec<Row<&'a str>>,
}

pub fn analyse(arguments: &Arguments) -> Result<Verdict> {
    let is_stdout = |path: &Option<PathBuf>| path.as_deref() == Some(Path::new("-"));
    if is_stdout(&arguments.csv) && is_stdout(&arguments.json) {
        bail!(say("cli-analyse-both-out"));
    }
    let table = of_team(read(arguments)?, arguments)?;
    let last = table.orders.iter().map(|order| order.date).max().with_context(|| say("cli-analyse-no-orders"))?;
    let end = arguments.end.unwrap_or(last);
    let buyers = of_table(&table);
    let (model, answers) = if arguments.fit { fitted::fitted(arguments.model(), &buyers, end)? } else { (arguments.model(), Answers::ALL) };
    let teams = buyers.into_iter();
    let bases: Vec<Base<'_>> = teams.map(|(team, buyers)| Base { team, rows: portfolio(&buyers, end, &model) }).filter(|base| !base.rows.is_empty()).collect();
    if bases.is_empty() {
        let (file, first) = (arguments.orders.display().to_string(), table.orders.iter().map(|order| order.date).min().unwrap_or(last).to_string());
        bail!(say_with("cli-analyse-none-until", &[("file", file.into()), ("end", end.to_string().into()), ("first", first.into())]));
    }
    let late = table.orders.iter().filter(|order| is_after(order.date, end)).count();
    if late > 0 {
        progress::print(&say_with("cli-analyse-late", &[("count", late.into()), ("end", end.to_string().into())]));
    }
    let customers = || bases.iter().flat_map(|base| base.rows.iter().map(|row| files::customer(row, table.has_teams.then_some(base.team), answers)));
    if let Some(path) = &arguments.csv {
        files::put(path, |sink| files::csv(sink, customers()))?;
    }
    if let Some(path) = &arguments.json {
        files::put(path, |sink| files::json(sink, customers()))?;
    }
    if !is_stdout(&arguments.csv) && !is_stdout(&arguments.json) {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let advice = if arguments.fit { None } else { Some(fitted::may_fit(&bases)) };
        for base in &bases {
            screen::print(&mut out, lang(), base, end, answers)?;
            if let Some(may_fit) = advice {
                fitted::doubt(&mut out, base, &model.spending, may_fit)?;
            }
        }
        out.flush()?;
    }
    Ok(Verdict::Yes)
}

fn is_after(date: Date, end: Date) -> bool {
    date > end && date.week() > end.week()
}

/// The checked table; its mistakes and what was left out go to stderr.
fn read(arguments: &Arguments) -> Result<OrderTable> {
    let path = &arguments.orders;
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let read =
        if path == Path::new("-") { io::stdin().lock().read_to_end(&mut bytes) } else { File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)) };
    read.with_context(|| name.clone())?;
    let reading = arguments.reading();
    let bar = progress::bar(0, say("cli-reading"));
    let table = order_table::read_as(&bytes, &reading, &|done, of| {
        bar.set_length(of);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    match table {
        Ok(table) => {
            for note in notes::notes(lang(), &table.counted, &reading) {
                progress::print(&note);
            }
            Ok(table)
        }
        Err(faults) => {
            for fault in &faults {
                progress::print(&notes::fault(lang(), &name, fault));
            }
            bail!(say_with("cli-mistakes-in", &[("count", faults.len().into()), ("file", name.into())]))
        }
    }
}

fn of_team(mut table: OrderTable, arguments: &Arguments) -> Result<OrderTable> {
    if let Some(team) = &arguments.team {
        let is_of = |name: &str| name == team;
        let place = table.teams.iter().position(|name| is_of(name)).and_then(|place| u32::try_from(place).ok());
        table.orders.retain(|order| Some(order.team) == place);
        if table.orders.is_empty() {
            let mut teams: Vec<&str> = table.teams.iter().map(AsRef::as_ref).filter(|name: &&str| !name.is_empty()).collect();
            teams.sort_unstable();
            let there = if teams.is_empty() { say("cli-analyse-teams-none") } else { teams.join(", ") };
            let (file, asked) = (arguments.orders.display().to_string(), format!("{team:?}"));
            let mut args = vec![("file", file.into()), ("team", asked.trim_matches('"').into()), ("teams", there.into())];
            let Some(near) = nearest(team, teams.iter().copied()) else { bail!(say_with("cli-analyse-no-team", &args)) };
            args.push(("near", near.into()));
            bail!(say_with("cli-analyse-no-team-near", &args));
        }
    }
    Ok(table)
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
}
