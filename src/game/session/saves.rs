//! Finds the saved games for the first screen: the folder at once, what is in its files a few at a time.

use super::opening::why;
use crate::game::app::case::SavesFolder;
use crate::game::app::notice::Notice;
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::menu::kept::{KeptGame, Saved, SavedGame};
use crate::store;
use crate::words::{Lang, tr_with};
use bevy::prelude::*;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How long a frame may be kept waiting for files.
const PATIENCE: Duration = Duration::from_millis(12);
/// Files read before the first screen is drawn: as good as always all.
const AT_ONCE: usize = 20;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Title), look);
    app.add_systems(Update, read_on.run_if(in_state(Screen::Title)));
}

/// Finds the files, and reads those played last.
fn look(folder: Res<SavesFolder>, mut saved: ResMut<Saved>, mut notice: ResMut<Notice>, settings: Res<Settings>) {
    let Some(folder) = &folder.0 else { return };
    *saved = match store::files(folder) {
        Ok(files) => Saved { unread: files.into(), ..Saved::default() },
        Err(error) => Saved { fault: Some(format!("{}: {error}", folder.display())), ..Saved::default() },
    };
    for _ in 0..AT_ONCE {
        read_next(&mut saved, settings.lang);
    }
    tell(&saved, &mut notice, settings.lang);
}

/// Reads more while somebody looks at the list, or until there is one to go on with.
fn read_on(mut saved: ResMut<Saved>, menu: Res<State<Menu>>, settings: Res<Settings>) {
    let wanted = *menu.get() == Menu::Saves || saved.latest().is_none();
    if saved.unread.is_empty() || !wanted {
        return;
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && read_next(&mut saved, settings.lang) {}
}

/// Reads the next file; false if there is none.
fn read_next(saved: &mut Saved, lang: Lang) -> bool {
    let Some((path, changed)) = saved.unread.pop_front() else { return false };
    saved.add(kept(path, changed, lang));
    true
}

/// A file as the list shows it.
fn kept(path: PathBuf, changed: SystemTime, lang: Lang) -> KeptGame {
    let content = store::summary(&path).map_err(|error| match error.made_by() {
        Some(version) => {
            let args = [("version", version.into()), ("path", path.display().to_string().into())];
            tr_with(lang, "session-other-version", &args).into_owned()
        }
        None => tr_with(lang, "session-damaged", &[("error", why(lang, &error).into())]).into_owned(),
    });
    let game = content.map(|summary| SavedGame {
        scenario: [summary.title.en.to_string(), summary.title.zh.to_string()],
        round: u32::from(summary.round.0),
        of: u32::from(summary.rounds),
        month: summary.month,
        teams: summary.teams,
    });
    // a file from the future tells of a clock that was set, not of an age
    let age = changed.elapsed().ok().filter(|_| changed != SystemTime::UNIX_EPOCH);
    KeptGame { path, game, age }
}

/// Says once, and in one word, what does not open; the list says why of each.
fn tell(saved: &Saved, notice: &mut Notice, lang: Lang) {
    if let Some(fault) = &saved.fault {
        notice.say(tr_with(lang, "saves-fault", &[("error", fault.as_str().into())]).into_owned());
    }
    let mut news: Vec<&str> = Vec::new();
    for kept in &saved.games {
        if let Err(why) = &kept.game
            && !notice.told.contains(&kept.path)
        {
            news.push(why);
            notice.told.push(kept.path.clone());
        }
    }
    match news[..] {
        [] => {}
        [why] => notice.say(why.to_owned()),
        _ => notice.say(tr_with(lang, "saves-faults", &[("count", news.len().into())]).into_owned()),
    }
}
