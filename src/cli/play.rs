//! `rapport` and `rapport play`: the window, or a demonstration where there can be none.

use super::{Verdict, language, progress, run, source};
use anyhow::{Context, Result};
use rapport::bots::BotKind;
use rapport::scenario;
use std::path::{Path, PathBuf};

/// Where it goes: a folder beside the player, or one for temporary files if that cannot be written.
const FOLDER: &str = "rapport-demo";

#[derive(Debug, Default, clap::Args)]
pub struct Arguments {
    /// A scenario file of your own to play, or one that comes with the game (`new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`); if none is named the menu offers these
    #[arg(value_name = "SCENARIO")]
    scenario: Option<PathBuf>,
    /// Draw every screen in both languages and sizes into this folder instead, then end
    #[arg(long, value_name = "DIR", conflicts_with = "scenario")]
    screenshots: Option<PathBuf>,
    /// Of these, only pictures with this in their name (desk-board, zh-1280x720)
    #[arg(long, value_name = "TEXT", requires = "screenshots")]
    only: Option<String>,
}

pub fn play(arguments: &Arguments) -> Result<Verdict> {
    // its mistakes are told before anything opens
    let scenario = arguments.scenario.as_deref().map(source::read).transpose()?.map(|source| source.text);
    match window(arguments, scenario)? {
        Window::Closed => Ok(Verdict::Yes),
        Window::Missing(why) if arguments.screenshots.is_some() || arguments.scenario.is_some() => anyhow::bail!(why),
        Window::Missing(why) => demonstrate(&why),
    }
}

enum Window {
    #[cfg_attr(not(feature = "game"), expect(dead_code, reason = "without the window nothing opens and so nothing closes"))]
    Closed,
    /// In a sentence.
    Missing(String),
}

#[cfg(feature = "game")]
fn window(arguments: &Arguments, scenario: Option<String>) -> Result<Window> {
    use rapport::game;
    if let Some(folder) = &arguments.screenshots {
        let pictures = game::screenshots(folder, |name| arguments.only.as_ref().is_none_or(|text| name.contains(text.as_str())))?;
        anyhow::ensure!(!pictures.is_empty(), language::say("cli-no-picture"));
        let args = [("count", pictures.len().into()), ("folder", folder.display().to_string().into())];
        progress::print(&language::say_with("cli-pictures", &args));
        return Ok(Window::Closed);
    }
    if let Err(missing) = game::can_open_window() {
        return Ok(Window::Missing(missing.sentence(language::lang())));
    }
    game::run(game::Options { scenario, lang: language::named() })?;
    Ok(Window::Closed)
}

#[cfg(not(feature = "game"))]
fn window(_arguments: &Arguments, _scenario: Option<String>) -> Result<Window> {
    Ok(Window::Missing(language::say("cli-no-window")))
}

fn demonstrate(why: &str) -> Result<Verdict> {
    progress::print(why);
    progress::print(&language::say("cli-demonstration"));
    let (file, text) = scenario::embedded().first().copied().context("no scenario is built in")?;
    let seed = scenario::read(file, text.as_bytes()).ok().context("the built-in scenario cannot be read")?.guide.luck;
    let kinds = [BotKind::Balanced, BotKind::SellAndForget];
    let game = run::Game {
        scenario_file: file,
        scenario_text: text,
        seed,
        luck: seed,
        rounds: None,
        market: run::Market::Mirror,
        gifts: run::Gifts::Show,
        kinds: &kinds,
    };
    let fallback = std::env::temp_dir().join(FOLDER);
    let folder = [PathBuf::from(FOLDER), fallback].into_iter().find(|folder| can_write(folder)).with_context(|| language::say("cli-nowhere"))?;
    run::play(&game, &folder)?;
    progress::print(&language::say_with("cli-report", &[("path", folder.join("report.html").display().to_string().into())]));
    progress::print(&language::say_with("cli-figures", &[("path", folder.display().to_string().into())]));
    progress::print(&language::say("cli-more"));
    Ok(Verdict::Yes)
}

fn can_write(folder: &Path) -> bool {
    std::fs::create_dir_all(folder).is_ok() && tempfile::tempfile_in(folder).is_ok()
}
