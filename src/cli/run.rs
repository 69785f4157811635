//! `rapport run`: bots play a game from beginning to end; everything about it goes into a folder.

use super::{Verdict, analyse, export::Export, language, progress, report, result, source};
use anyhow::{Context, Result};
use rapport::bots::BotKind;
use rapport::insight::orders;
use rapport::prose::writing;
use rapport::room::{Room, Setup, TeamSetup};
use rapport::scenario;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::units::{Fen, Role, Seat, TeamId};
use rapport::store;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Let bots play a game and write everything about it into a folder
#[derive(clap::Args)]
pub struct Arguments {
    /// A scenario file, or one that comes with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
    scenario: PathBuf,
    /// The game number: the same number brings the same customers, the same needs and, unless --luck is given, the same luck; the scenario's own if left out
    #[arg(long, value_name = "NUMBER", value_parser = number, allow_hyphen_values = true)]
    seed: Option<u64>,
    /// How chances fall with these customers; the seed if left out
    #[arg(long, value_name = "NUMBER", value_parser = number, allow_hyphen_values = true)]
    luck: Option<u64>,
    /// Months to play; as many as the scenario has if left out
    #[arg(long, value_parser = rounds, allow_hyphen_values = true)]
    rounds: Option<u16>,
    /// A bot that plays a team; again for the next team
    #[arg(long = "team", required = true, value_name = "BOT", value_parser = bot)]
    teams: Vec<BotKind>,
    /// mirror: every team has its own copy of the market, with the same luck; shared: all compete for the same customers
    #[arg(long, value_enum, default_value = "mirror")]
    market: Market,
    /// Gifts beyond the policy: show: offered, and audits follow; hide: none appear; forbid: refused
    #[arg(long, value_enum, default_value = "show")]
    gifts: Gifts,
    /// The folder for the files; made if need be
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Market {
    Mirror,
    Shared,
}

impl Market {
    fn kind(self) -> MarketKind {
        match self {
            Market::Mirror => MarketKind::Mirror,
            Market::Shared => MarketKind::Shared,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Gifts {
    Show,
    Hide,
    Forbid,
}

impl Gifts {
    fn compliance(self) -> Compliance {
        match self {
            Gifts::Show => Compliance::Show,
            Gifts::Hide => Compliance::Hide,
            Gifts::Forbid => Compliance::Forbid,
        }
    }
}

/// A board or a luck.
fn number(text: &str) -> Result<u64, String> {
    text.parse().ok().ok_or_else(|| language::say_with("cli-wanted-number", &[("most", u64::MAX.to_string().into())]))
}

fn rounds(text: &str) -> Result<u16, String> {
    text.parse().ok().ok_or_else(|| language::say_with("cli-wanted-number", &[("most", u16::MAX.to_string().into())]))
}

fn bot(id: &str) -> Result<BotKind, String> {
    BotKind::from_id(id).ok_or_else(|| {
        let known = BotKind::ALL.map(BotKind::id);
        let names = known.join(", ");
        match scenario::nearest(id, known.into_iter()) {
            Some(near) => language::say_with("cli-wanted-bot-near", &[("near", near.into()), ("names", names.into())]),
            None => language::say_with("cli-wanted-bot", &[("names", names.into())]),
        }
    })
}

/// A game of bots.
pub struct Game<'a> {
    pub scenario_file: &'a str,
    pub scenario_text: &'a str,
    pub seed: u64,
    pub luck: u64,
    pub rounds: Option<u16>,
    pub market: Market,
    pub gifts: Gifts,
    pub kinds: &'a [BotKind],
}

pub fn run(arguments: &Arguments) -> Result<Verdict> {
    let source = source::read(&arguments.scenario)?;
    let seed = arguments.seed.unwrap_or(source.scenario.guide.luck);
    let game = Game {
        scenario_file: &arguments.scenario.display().to_string(),
        scenario_text: &source.text,
        seed,
        luck: arguments.luck.unwrap_or(seed),
        rounds: arguments.rounds,
        market: arguments.market,
        gifts: arguments.gifts,
        kinds: &arguments.teams,
    };
    play(&game, &arguments.out)?;
    Ok(Verdict::Yes)
}

/// Plays to the end, writes the files, prints the final hash.
pub fn play(game: &Game<'_>, folder: &Path) -> Result<()> {
    let setup = Setup {
        seed: game.seed,
        luck: game.luck,
        market: game.market.kind(),
        rounds: game.rounds,
        fictional_names: false,
        compliance: game.gifts.compliance(),
        teams: teams(game.kinds),
    };
    let mut room = Room::new(game.scenario_text, setup).with_context(|| game.scenario_file.to_owned())?;
    // not before it is known that there is something to write
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let mut export = Export::new();
    let bar = progress::bar(room.rounds().into(), language::say("cli-playing"));
    while !room.over() {
        room.close_round()?;
        export.round(&room)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    let result = result::of(&room);
    let tables = export.finish(&room)?;
    // below the header
    let has_orders = tables.orders.iter().filter(|&&byte| byte == b'\n').count() > 1;
    let mut json = serde_json::to_vec_pretty(&result)?;
    json.push(b'\n');
    let files = [
        ("log.ron", room.log().to_bytes()),
        ("orders.csv", tables.orders),
        ("interactions.csv", tables.interactions),
        ("relations.csv", tables.relations),
        ("report.html", report::html(&room, &result, language::lang())?.into_bytes()),
        // the last to be written: where it is, all others are of the same game
        ("result.json", json),
    ];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    store::write_set(folder, &files)?;
    for team in &result.teams {
        let profit = writing::money(language::lang(), &room.scenario().guide, Fen(team.contribution));
        let args =
            [("team", format!("{:<20}", team.name).into()), ("score", format!("{:>5.1}", team.score.total).into()), ("profit", format!("{profit:>14}").into())];
        progress::print(&language::say_with("cli-team", &args));
    }
    if has_orders && let Some(view) = room.view(Seat { team: TeamId(0), role: Role::AccountManager }) {
        let options = analyse::as_the_desk(&orders::model(&view.guide), orders::observed_until(&view));
        let command = format!("rapport analyse {} {options}", progress::quoted(&folder.join("orders.csv")));
        progress::print(&language::say_with("cli-analyse", &[("command", command.into())]));
    }
    writeln!(io::stdout().lock(), "{}", result.final_hash)?;
    Ok(())
}

/// Teams named after their bots; the second of a kind is "balanced 2".
fn teams(kinds: &[BotKind]) -> Vec<TeamSetup> {
    let name = |place: usize, kind: BotKind| match kinds[..place].iter().filter(|k| **k == kind).count() {
        0 => kind.id().to_owned(),
        before => format!("{} {}", kind.id(), before + 1),
    };
    kinds.iter().enumerate().map(|(place, kind)| TeamSetup::of_bots(name(place, *kind), *kind)).collect()
}
