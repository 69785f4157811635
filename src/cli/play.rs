//! `rapport` and `rapport play`: the window, or a demonstration where there can be none.

use super::{Verdict, progress, run};
use anyhow::{Context, Result};
use rapport::bots::BotKind;
use rapport::scenario;
use std::path::{Path, PathBuf};

/// The seed of the demonstration.
const SEED: u64 = 7;
/// Where it goes: a folder beside the player, or one for temporary files if that cannot be written.
const FOLDER: &str = "rapport-demo";

pub fn play(screenshots: Option<PathBuf>) -> Result<Verdict> {
    match window(screenshots.as_deref())? {
        Window::Closed => Ok(Verdict::Yes),
        Window::Missing(why) if screenshots.is_some() => anyhow::bail!(why),
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
fn window(screenshots: Option<&Path>) -> Result<Window> {
    use rapport::game;
    use rapport::words::Lang;
    if let Some(folder) = screenshots {
        let pictures = game::screenshots(folder)?;
        progress::note(&format!("{} pictures in {}", pictures.len(), folder.display()));
        return Ok(Window::Closed);
    }
    if let Err(missing) = game::can_open_window() {
        return Ok(Window::Missing(missing.sentence(Lang::En)));
    }
    game::run(game::Options::default())?;
    Ok(Window::Closed)
}

#[cfg(not(feature = "game"))]
fn window(_screenshots: Option<&Path>) -> Result<Window> {
    Ok(Window::Missing("This rapport was built without its window (cargo build --no-default-features).".to_owned()))
}

fn demonstrate(why: &str) -> Result<Verdict> {
    progress::note(why);
    progress::note("So two bot teams play the New Era Network case instead, on the same board: one looks after its customers, one sells and forgets.");
    let (file, text) = scenario::embedded().first().copied().context("no scenario is built in")?;
    let kinds = [BotKind::Balanced, BotKind::SellAndForget];
    let game = run::Game { scenario_file: file, scenario_text: text, seed: SEED, rounds: None, market: run::Market::Mirror, kinds: &kinds };
    let fallback = std::env::temp_dir().join(FOLDER);
    let folder = [PathBuf::from(FOLDER), fallback]
        .into_iter()
        .find(|folder| can_write(folder))
        .context("neither this folder nor the one for temporary files can be written")?;
    run::play(&game, &folder)?;
    progress::note(&format!("The report: open {} in any browser.", folder.join("report.html").display()));
    progress::note(&format!("The figures: {}", folder.display()));
    progress::note("More: rapport --help");
    Ok(Verdict::Yes)
}

fn can_write(folder: &Path) -> bool {
    std::fs::create_dir_all(folder).is_ok() && tempfile::tempfile_in(folder).is_ok()
}
