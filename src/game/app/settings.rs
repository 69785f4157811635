//! What a player sets once: language, theme, text size, motion, brand names. Kept as RON in the user's configuration
//! folder, written whole or not at all; a damaged file is set aside and said so.

use crate::store::write_atomically;
use crate::words::{Lang, tr_with};
use bevy::prelude::*;
use directories::ProjectDirs;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Look {
    /// Dark text on light ground.
    #[default]
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Look {
    /// Light text on dark ground.
    #[must_use]
    pub const fn is_dark(self) -> bool {
        matches!(self, Self::Dark)
    }

    /// What the switch leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// The text sizes on offer, in percent.
pub const TEXT_SIZES: [u16; 5] = [80, 100, 120, 140, 160];

/// What the player has set. Screens read it, and change it through `ResMut`; it then saves itself.
#[derive(Resource, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of all texts.
    pub lang: Lang,
    /// Light or dark.
    pub look: Look,
    /// 80 to 160.
    pub text_percent: u16,
    /// Nothing glides.
    pub reduced_motion: bool,
    /// Invented names in place of real companies and products.
    pub fictional_names: bool,
}

impl Default for Settings {
    fn default() -> Self {
        let locale = sys_locale::get_locale().unwrap_or_default();
        Self { lang: Lang::from_locale(&locale), look: Look::Light, text_percent: 100, reduced_motion: false, fictional_names: false }
    }
}

impl Settings {
    /// The text size as a factor, 0.8 to 1.6.
    #[must_use]
    pub fn text_scale(&self) -> f32 {
        f32::from(self.text_percent.clamp(TEXT_SIZES[0], TEXT_SIZES[TEXT_SIZES.len() - 1])) / 100.0
    }

    /// The next larger text size.
    pub fn enlarge_text(&mut self) {
        self.text_percent = TEXT_SIZES.into_iter().find(|size| *size > self.text_percent).unwrap_or(self.text_percent);
    }

    /// The next smaller text size.
    pub fn shrink_text(&mut self) {
        self.text_percent = TEXT_SIZES.into_iter().rev().find(|size| *size < self.text_percent).unwrap_or(self.text_percent);
    }
}

/// Something the player should know about their settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It could not be read and now lies at this path.
    Damaged {
        /// Where it lies now.
        aside: PathBuf,
    },
    /// It could not be written.
    NotSaved {
        /// The system's own words.
        reason: String,
    },
}

impl Notice {
    /// The notice as a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Damaged { aside } => tr_with(lang, "settings-damaged", &[("file", aside.display().to_string().into())]).into_owned(),
            Self::NotSaved { reason } => tr_with(lang, "settings-not-saved", &[("reason", reason.into())]).into_owned(),
        }
    }
}

/// The notice the settings screen shows, if any.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct StartNotice(pub Option<Notice>);

/// Where the settings are kept; `None` keeps them for this run alone.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsFile(pub Option<PathBuf>);

/// No honest settings file is longer.
const LONGEST: u64 = 64 * 1024;

impl SettingsFile {
    /// In the configuration folder of the user.
    #[must_use]
    pub fn of_user() -> Self {
        Self(ProjectDirs::from("", "", "Rapport").map(|dirs| dirs.config_dir().join("settings.ron")))
    }

    /// Reads the settings. Whatever is wrong, there are settings, and perhaps a notice.
    #[must_use]
    pub fn load(&self) -> (Settings, Option<Notice>) {
        let Some(path) = &self.0 else {
            return (Settings::default(), None);
        };
        match read(path) {
            Ok(settings) => (settings, None),
            Err(Fault::Absent) => (Settings::default(), None),
            Err(Fault::Damaged) => {
                let aside = path.with_extension("damaged.ron");
                let notice = fs::rename(path, &aside).ok().map(|()| Notice::Damaged { aside });
                (Settings::default(), notice)
            }
        }
    }

    /// Writes the settings whole or not at all.
    ///
    /// # Errors
    /// When the folder or file cannot be written.
    pub fn save(&self, settings: &Settings) -> std::io::Result<()> {
        let Some(path) = &self.0 else {
            return Ok(());
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let pretty = ron::ser::PrettyConfig::default();
        let text = ron::ser::to_string_pretty(settings, pretty).map_err(std::io::Error::other)?;
        write_atomically(path, text.as_bytes())
    }
}

enum Fault {
    Absent,
    Damaged,
}

fn read(path: &Path) -> Result<Settings, Fault> {
    let is_absent = |error: std::io::Error| if error.kind() == ErrorKind::NotFound { Fault::Absent } else { Fault::Damaged };
    if fs::metadata(path).map_err(is_absent)?.len() > LONGEST {
        return Err(Fault::Damaged);
    }
    let bytes = fs::read(path).map_err(is_absent)?;
    ron::de::from_bytes(&bytes).map_err(|error| {
        tracing::warn!("{}: {error}", path.display());
        Fault::Damaged
    })
}

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Settings>().init_resource::<SettingsFile>().init_resource::<StartNotice>();
    app.add_systems(Last, save_changes.run_if(resource_changed::<Settings>));
}

fn save_changes(settings: Res<Settings>, file: Res<SettingsFile>, mut notice: ResMut<StartNotice>, mut saved: Local<Option<Settings>>) {
    if settings.is_added() || saved.is_none() {
        *saved = Some(settings.clone());
        return;
    }
    if saved.as_ref() == Some(&*settings) {
        return;
    }
    if let Err(error) = file.save(&settings) {
        tracing::warn!("settings: {error}");
        notice.0 = Some(Notice::NotSaved { reason: error.to_string() });
    }
    *saved = Some(settings.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = SettingsFile(Some(folder.path().join("deep/settings.ron")));
        let settings = Settings { lang: Lang::Zh, look: Look::Dark, text_percent: 140, reduced_motion: true, fictional_names: true };
        file.save(&settings).expect("saved");
        assert_eq!(file.load(), (settings, None));
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        for damage in [&b"(lang: Kl"[..], &[0xff, 0xfe, 0], &[b'('; 70_000], &b""[..]] {
            fs::write(&path, damage).expect("written");
            let (settings, notice) = SettingsFile(Some(path.clone())).load();
            assert_eq!(settings, Settings::default());
            let aside = folder.path().join("settings.damaged.ron");
            assert_eq!(notice, Some(Notice::Damaged { aside: aside.clone() }));
            assert_eq!(fs::read(&aside).expect("kept"), damage);
            assert!(!path.exists());
        }
    }

    #[test]
    fn an_absent_file_is_no_fault() {
        let folder = tempfile::tempdir().expect("a folder");
        let (_, notice) = SettingsFile(Some(folder.path().join("settings.ron"))).load();
        assert_eq!(notice, None);
    }

    #[test]
    fn older_files_lack_fields_and_newer_ones_have_more() {
        let settings: Settings = ron::from_str("(lang: Zh, of_the_future: 3)").expect("read");
        assert_eq!(settings.lang, Lang::Zh);
        assert_eq!(settings.text_percent, 100);
    }

    #[test]
    fn text_sizes_stop_at_their_ends() {
        let mut settings = Settings { text_percent: 160, ..Settings::default() };
        settings.enlarge_text();
        assert_eq!(settings.text_percent, 160);
        settings.shrink_text();
        assert_eq!(settings.text_percent, 140);
        assert_eq!(Settings { text_percent: 9000, ..settings }.text_scale(), 1.6);
    }
}
