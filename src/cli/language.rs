//! The language of the command line: that of `--lang`, else that of the system's locale; and the help in that language.
//!
//! A line of English help is what the code of a sub-command says; the same in Chinese, and all that is longer, lies with the
//! other texts (`cli-arg-run-seed`, `cli-more-run`).

use clap::{Arg, ArgAction, Command, CommandFactory};
use rapport::words::{Lang, failure, tr, tr_with, values_of};
use std::borrow::Cow;
use std::error::Error;
use std::io;
use std::sync::OnceLock;

static LANG: OnceLock<Lang> = OnceLock::new();
/// What `--lang` said.
static NAMED: OnceLock<Lang> = OnceLock::new();

/// The language that was asked for; before anybody has asked, English.
pub fn lang() -> Lang {
    LANG.get().copied().unwrap_or_default()
}

/// The language that `--lang` named; None where it is left to settings and system.
#[cfg_attr(not(feature = "game"), expect(dead_code, reason = "only the window has a setting that it goes before"))]
pub fn named() -> Option<Lang> {
    NAMED.get().copied()
}

/// A text in that language.
pub fn say(key: &str) -> String {
    tr(lang(), key).into_owned()
}

/// A text in that language with values put in.
pub fn say_with(key: &str, args: &[(&str, rapport::words::Arg<'_>)]) -> String {
    tr_with(lang(), key, args).into_owned()
}

/// Why something could not be done, from what was wanted down to the first cause.
pub fn why(error: &anyhow::Error) -> String {
    error.chain().map(cause).collect::<Vec<_>>().join(if lang() == Lang::Zh { "：" } else { ": " })
}

/// One cause: in English in its own words, which can be searched for; in Chinese what the system says most often, and all that a
/// room or a log has to say, in ours.
pub fn cause(error: &(dyn Error + 'static)) -> String {
    if let (Lang::Zh, Some(error)) = (lang(), error.downcast_ref::<serde_json::Error>()) {
        return say_with("cli-no-json", &[("line", error.line().into()), ("column", error.column().into())]);
    }
    let key = match error.downcast_ref::<io::Error>().map(io::Error::kind) {
        _ if lang() == Lang::En => return error.to_string(),
        Some(io::ErrorKind::NotFound) => "cli-no-file",
        Some(io::ErrorKind::PermissionDenied) => "cli-no-access",
        Some(io::ErrorKind::IsADirectory) => "cli-is-folder",
        Some(io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists) => "cli-no-folder",
        Some(io::ErrorKind::ReadOnlyFilesystem) => "cli-read-only",
        Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "cli-disk-full",
        Some(_) => return error.to_string(),
        None => return failure(lang(), &error.to_string()).into_owned(),
    };
    say(key)
}

/// A number of per cent as each language writes it on the terminal.
pub fn percent(lang: Lang, number: &str) -> String {
    match lang {
        Lang::En => format!("{number} %"),
        Lang::Zh => format!("{number}%"),
    }
}

/// Settles the language: `arguments` are those of the command line, `variable` looks up one of the environment.
pub fn settle(arguments: &[String], variable: impl Fn(&str) -> Option<String>) -> Lang {
    let named = asked(arguments).inspect(|named| _ = NAMED.set(*named));
    let lang = named.or_else(|| {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
        locale.map(|locale| Lang::from_locale(&locale))
    });
    *LANG.get_or_init(|| lang.unwrap_or_default())
}

/// What `--lang` says, which must be known before the help is written; a wrong word is for the parser to refuse.
fn asked(arguments: &[String]) -> Option<Lang> {
    let place = arguments.iter().position(|argument| argument == "--lang" || argument.starts_with("--lang="))?;
    let value = match arguments[place].split_once('=') {
        Some((_, value)) => value,
        None => arguments.get(place + 1)?,
    };
    parse(value).ok()
}

/// A language by its short name.
pub fn parse(name: &str) -> Result<Lang, String> {
    match name {
        "en" => Ok(Lang::En),
        "zh" | "zh-CN" => Ok(Lang::Zh),
        _ => Err(say("cli-wanted-language")),
    }
}

/// The command line with its help in `lang`.
pub fn command<T: CommandFactory>(lang: Lang) -> Command {
    told(T::command(), "rapport", lang)
}

/// A command and all under it: what is longer than a line in both languages, the rest in Chinese only, since English is there.
fn told(command: Command, name: &str, lang: Lang) -> Command {
    let text = |key: String| values_of(&key).is_some().then(|| tr(lang, &key).into_owned());
    let mut command = command;
    if let Some(about) = text(format!("cli-about-{name}")) {
        if let Some(more) = text(format!("cli-more-{name}")) {
            command = command.long_about(format!("{about}\n\n{more}"));
        } else if lang == Lang::Zh {
            command = command.long_about(about.clone());
        }
        command = command.about(about);
    }
    if let Some(after) = text(format!("cli-after-{name}")) {
        command = command.after_help(after);
    }
    if lang == Lang::Zh {
        command = chinese(command, name);
    }
    let names: Vec<String> = command.get_subcommands().map(|under| under.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, under| command.mut_subcommand(under.clone(), |command| told(command, &under, lang)))
}

/// The arguments and headings of a command in Chinese.
fn chinese(command: Command, name: &str) -> Command {
    let say = |key: &str| tr(Lang::Zh, key).into_owned();
    let of_all = [Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say("cli-arg-help"))];
    let mut command = command.disable_help_flag(true).disable_help_subcommand(true).help_template(say("cli-help-page")).args(of_all);
    if command.has_subcommands() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(say("cli-arg-rapport-version"));
        command = command.disable_version_flag(true).arg(version).subcommand_help_heading(heading("cli-heading-commands"));
    }
    command.mut_args(|arg| {
        let arg = match arg.get_id().as_str() {
            "help" | "version" => arg,
            id => {
                let key = format!("cli-arg-{name}-{id}");
                if values_of(&key).is_some() { arg.help(say(&key)) } else { arg }
            }
        };
        let under = if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
        arg.help_heading(heading(under))
    })
}

/// A heading, which the parser keeps until the program ends.
fn heading(key: &str) -> &'static str {
    match tr(Lang::Zh, key) {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.leak(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Arguments;

    fn list(arguments: &[&str]) -> Vec<String> {
        arguments.iter().map(|&argument| argument.to_owned()).collect()
    }

    #[test]
    fn what_is_asked_for_goes_before_the_locale() {
        assert_eq!(asked(&list(&["rapport", "--lang", "zh", "check"])), Some(Lang::Zh));
        assert_eq!(asked(&list(&["rapport", "check", "--lang=en"])), Some(Lang::En));
        assert_eq!(asked(&list(&["rapport", "check", "--lang"])), None);
        assert_eq!(asked(&list(&["rapport", "--lang", "fr"])), None);
        assert!(parse("fr").is_err_and(|why| why.contains("en and zh")));
    }

    #[test]
    fn every_command_and_every_argument_is_told_in_both_languages() {
        let command = command::<Arguments>(Lang::En);
        let mut count = 0;
        for under in command.get_subcommands() {
            let name = under.get_name();
            let about = format!("cli-about-{name}");
            assert_eq!(tr(Lang::En, &about), under.get_about().expect("a line about it").to_string(), "{about}: as the code says it");
            for arg in under.get_arguments().filter(|arg| arg.get_id() != "lang") {
                let key = format!("cli-arg-{name}-{}", arg.get_id());
                assert_eq!(tr(Lang::En, &key), arg.get_help().expect("help").to_string(), "{key}: as the code says it");
                count += 1;
            }
        }
        assert!(count > 30);
    }
}
