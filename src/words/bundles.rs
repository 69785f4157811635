//! The texts themselves: read once per language, looked up by key. A missing key shows itself as `⟦key⟧`; it never stops
//! the game.

use super::{Arg, Lang};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex};

/// One `.ftl` file: its name and its text in each language.
struct File {
    name: &'static str,
    en: &'static str,
    zh: &'static str,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(File {
            name: $name,
            en: include_str!(concat!("../../assets/locales/en/", $name, ".ftl")),
            zh: include_str!(concat!("../../assets/locales/zh-CN/", $name, ".ftl")),
        }),*]
    };
}

/// Every file of texts. A new file is added here and in both folders.
const FILES: &[File] = files![
    "common",
    "menu",
    "settings",
    "display",
    "names",
    "causes",
    "reject",
    "desk",
    "agenda",
    "glossary",
    "questions",
    "board",
    "cards",
    "goods",
    "market",
    "plan",
    "sheet",
    "strategy",
    "customers",
    "crm",
    "tabs",
    "heads",
    "insight",
    "team",
    "happenings",
    "help",
    "resolution",
    "voices",
    "results",
    "setup",
    "bots",
    "report",
    "cli",
    "host",
];

/// Name and text of every file of one language, for tests and tools.
pub fn sources(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().map(move |file| {
        let text = match lang {
            Lang::En => file.en,
            Lang::Zh => file.zh,
        };
        (file.name, text)
    })
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| read(Lang::En));
static CHINESE: LazyLock<Bundle> = LazyLock::new(|| read(Lang::Zh));
static REPORTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

fn bundle(lang: Lang) -> &'static Bundle {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

fn read(lang: Lang) -> Bundle {
    let tag = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are for right-to-left text; our font has no glyph for them.
    bundle.set_use_isolating(false);
    for (name, text) in sources(lang) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::warn!("{}/{name}.ftl: {errors:?}", lang.tag());
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::warn!("{}/{name}.ftl: {errors:?}", lang.tag());
        }
    }
    bundle
}

/// The text for `key`.
#[must_use]
pub fn tr(lang: Lang, key: &str) -> Cow<'static, str> {
    look_up(lang, key, None)
}

/// The text for `key` with values put in: `tr_with(lang, "round-of", &[("round", 3.into()), ("of", 12.into())])`.
#[must_use]
pub fn tr_with(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Cow<'static, str> {
    let mut values = FluentArgs::with_capacity(args.len());
    let mut has_latin = false;
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) if lang == Lang::Zh && text.contains(|c: char| c.is_ascii_alphabetic()) => {
                has_latin = true;
                FluentValue::from(format!("{EDGE}{text}{EDGE}"))
            }
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Number(number) => FluentValue::from(*number),
        };
        values.set(*name, value);
    }
    let text = look_up(lang, key, Some(&values));
    if has_latin { Cow::Owned(spaced(&text)) } else { text }
}

/// A text that is not ours, such as a scenario's own word for a card, with values put in where it says `{ $name }`.
#[must_use]
pub fn fill(lang: Lang, text: &str, args: &[(&str, Arg<'_>)]) -> String {
    let mut whole = text.to_owned();
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) => format!("{EDGE}{text}{EDGE}"),
            Arg::Number(number) => number.to_string(),
        };
        whole = whole.replace(&format!("{{ ${name} }}"), &value);
    }
    match lang {
        Lang::Zh => spaced(&whole),
        Lang::En => whole.replace(EDGE, ""),
    }
}

/// The values that a text may hold, whatever its language; none where there is no such text.
#[must_use]
pub fn values_of(key: &str) -> Option<&'static BTreeSet<String>> {
    static VALUES: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
        let mut all = BTreeMap::new();
        for (_, source) in Lang::ALL.into_iter().flat_map(sources) {
            let mut values = None;
            for line in source.lines() {
                if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| key.starts_with(|c: char| c.is_ascii_lowercase())) {
                    values = Some(all.entry(key.to_owned()).or_insert_with(BTreeSet::new));
                }
                if let Some(values) = &mut values {
                    values.extend(placeholders(line).map(str::to_owned));
                }
            }
        }
        all
    });
    VALUES.get(key)
}

/// The names after each `$` of a text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default())
}

/// Marks where a value begins and ends until the text is whole; no character of any text.
const EDGE: char = '\u{fdd0}';

/// The text without its marks; where Chinese and a Latin word meet at one, a space, as the texts themselves have it: `IBM 以`.
fn spaced(text: &str) -> String {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let part = |a: char, b: char| (is_han(a) && b.is_ascii_alphabetic()) || (a.is_ascii_alphabetic() && is_han(b));
    let mut whole = String::with_capacity(text.len());
    let (mut before, mut at_edge) = (None, false);
    for letter in text.chars() {
        if letter == EDGE {
            at_edge = true;
            continue;
        }
        if at_edge && before.is_some_and(|before| part(before, letter)) {
            whole.push(' ');
        }
        whole.push(letter);
        (before, at_edge) = (Some(letter), false);
    }
    whole
}

fn look_up(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        report(format!("{}: no text for \"{key}\"", lang.tag()));
        return Cow::Owned(format!("⟦{key}⟧"));
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    if !errors.is_empty() {
        report(format!("{}: \"{key}\": {errors:?}", lang.tag()));
    }
    text
}

/// Warns once for each fault: the screens ask again with every frame.
fn report(fault: String) {
    let Ok(mut reported) = REPORTED.lock() else {
        return;
    };
    if !reported.contains(&fault) {
        tracing::warn!("{fault}");
        reported.insert(fault);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(tr(Lang::En, "no-such-text"), "⟦no-such-text⟧");
    }

    #[test]
    fn values_are_put_in() {
        let args = [("round", 3.into()), ("of", 12.into())];
        assert_eq!(tr_with(Lang::En, "round-of", &args), "Round 3 of 12");
        assert_eq!(tr_with(Lang::Zh, "round-of", &args), "第3轮 / 12");
    }

    #[test]
    fn latin_names_stand_apart_in_chinese() {
        let args = |winner: &'static str| [("winner", winner.into()), ("price", "¥9".into()), ("off", "3%".into()), ("bids", 3.into())];
        assert_eq!(tr_with(Lang::Zh, "award-text", &args("IBM")), "IBM 以 ¥9 中标（比估价低 3%），共 3 家投标");
        assert_eq!(tr_with(Lang::Zh, "award-text", &args("惠普")), "惠普以 ¥9 中标（比估价低 3%），共 3 家投标");
        // a name is left as it is
        assert_eq!(tr_with(Lang::Zh, "award-text", &args("A队")), "A队以 ¥9 中标（比估价低 3%），共 3 家投标");
    }

    #[test]
    fn a_text_of_ones_own_takes_the_same_values() {
        let args = [("winner", "IBM".into()), ("bids", 2.into())];
        assert_eq!(fill(Lang::Zh, "{ $winner }中标，{ $bids } 家", &args), "IBM 中标，2 家");
        assert_eq!(fill(Lang::En, "{ $winner } of { $bids }", &args), "IBM of 2");
        let known = values_of("round-of").expect("a text");
        assert_eq!(known.iter().map(String::as_str).collect::<Vec<_>>(), ["of", "round"]);
        assert_eq!(values_of("no-such-text"), None);
    }

    #[test]
    fn every_file_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            for (name, text) in sources(lang) {
                assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{}/{name}.ftl", lang.tag());
            }
        }
    }
}
