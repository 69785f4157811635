//! What is wrong with a command line, in Chinese; in English the parser tells it in its own words.

use super::language::{say, say_with};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use rapport::words::Arg;
use std::error::Error as _;

/// What was not understood, what may have been meant, how the command is used and where more is told. `words` are those of the
/// command line, by which the sub-command is known.
pub fn told(error: &Error, command: &mut Command, words: &[String]) -> String {
    let (usage, name) = usage(command, words);
    let mut problem = problem(error);
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(|kind| values(error, kind)).concat();
    if !near.is_empty() {
        problem.push_str(&say_with("cli-usage-near", &[("near", quoted(&near).into())]));
    }
    let help = format!("{name} --help");
    say_with("cli-usage-page", &[("problem", problem.into()), ("usage", usage.into()), ("help", help.into())])
}

fn problem(error: &Error) -> String {
    let (arguments, value) = (values(error, ContextKind::InvalidArg), values(error, ContextKind::InvalidValue).concat());
    let argument = quoted(&arguments);
    let with = |key: &str, more: &[(&str, String)]| {
        let args: Vec<(&str, Arg<'_>)> = more.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        say_with(key, &args)
    };
    match error.kind() {
        ErrorKind::UnknownArgument if arguments.concat().starts_with('-') => with("cli-usage-no-option", &[("argument", argument)]),
        ErrorKind::UnknownArgument => with("cli-usage-too-much", &[("argument", argument)]),
        ErrorKind::InvalidSubcommand => with("cli-usage-no-command", &[("command", quoted(&values(error, ContextKind::InvalidSubcommand)))]),
        ErrorKind::MissingRequiredArgument => with("cli-usage-missing", &[("arguments", argument)]),
        ErrorKind::ArgumentConflict => {
            let others = values(error, ContextKind::PriorArg);
            if others == arguments {
                with("cli-usage-twice", &[("argument", argument)])
            } else if others.is_empty() {
                say("cli-usage-other")
            } else {
                with("cli-usage-conflict", &[("argument", argument), ("others", quoted(&others))])
            }
        }
        ErrorKind::TooManyValues => with("cli-usage-no-more", &[("argument", argument), ("value", value)]),
        ErrorKind::InvalidUtf8 => say("cli-usage-no-text"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let what = if value.is_empty() {
                with("cli-usage-no-value", &[("argument", argument)])
            } else {
                with("cli-usage-bad-value", &[("argument", argument), ("value", value)])
            };
            let allowed = values(error, ContextKind::ValidValue);
            let wanted = match error.source() {
                Some(source) => source.to_string(),
                None if allowed.is_empty() => return what,
                None => with("cli-usage-allowed", &[("values", allowed.join(", "))]),
            };
            with("cli-usage-because", &[("what", what), ("wanted", wanted)])
        }
        _ => say("cli-usage-other"),
    }
}

/// What the error holds of a kind, in the order in which the parser tells it.
fn values(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect()
}

/// How the command that was named is used, and its whole name.
fn usage(command: &mut Command, words: &[String]) -> (String, String) {
    command.build();
    let named = words.iter().find_map(|word| command.find_subcommand(word)).unwrap_or(command);
    let usage = named.clone().help_template("{usage}").render_help().to_string();
    (usage.trim().to_owned(), named.get_bin_name().unwrap_or("rapport").to_owned())
}
