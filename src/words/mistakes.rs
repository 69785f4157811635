//! What is wrong in a file of a case, what such a file may turn, and why a game or a log of one cannot be played, in the reader's
//! language.
//!
//! The English is made where the mistake is found, with names and numbers in it. Here it is held against the templates of
//! `assets/locales/zh-CN/mistakes.ron`, and what stands in their holes goes over into the Chinese.

use super::Lang;
use serde::Deserialize;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// English and Chinese, each with the same holes.
const TABLE: &str = include_str!("../../assets/locales/zh-CN/mistakes.ron");
/// Texts within texts, as a name within a hint; ours lie two deep.
const DEEPEST: usize = 4;

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part<'t> {
    Words(&'t str),
    /// A value that goes over as it is: its number.
    Value(usize),
    /// The same, made of digits alone.
    Digits(usize),
    /// A text with a template of its own, or nothing: its number.
    Text(usize),
}

struct Template {
    english: Vec<Part<'static>>,
    chinese: Vec<Part<'static>>,
}

/// What a whole text may be, and what a text within it may be.
struct Book {
    whole: Vec<Template>,
    within: Vec<Template>,
}

/// The file: English and Chinese of what is wrong, of what may stand there, of why a game cannot be played, and of the texts
/// within these. They are kept apart, for an id that is listed as allowed may be called `product` or `missing`.
#[derive(Default, Deserialize)]
struct Table {
    problems: Vec<(String, String)>,
    allowed: Vec<(String, String)>,
    failures: Vec<(String, String)>,
    within: Vec<(String, String)>,
}

static FILE: LazyLock<Table> = LazyLock::new(|| {
    ron::from_str(TABLE).unwrap_or_else(|error| {
        tracing::warn!("zh-CN/mistakes.ron: {error}");
        Table::default()
    })
});
/// The lines of the list of fields, as those of mistakes; and what the numbers of the model mean.
const LINES: [(&str, &str); 2] =
    [("fields.ron", include_str!("../../assets/locales/zh-CN/fields.ron")), ("rules.ron", include_str!("../../assets/locales/zh-CN/rules.ron"))];
static LINE_PAIRS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let pairs = |(name, text): (&str, &str)| -> Vec<(String, String)> {
        ron::from_str(text).unwrap_or_else(|error| {
            tracing::warn!("zh-CN/{name}: {error}");
            Vec::new()
        })
    };
    LINES.into_iter().flat_map(pairs).collect()
});
static LISTED: LazyLock<Book> = LazyLock::new(|| Book { whole: templates(LINE_PAIRS.iter()), within: Vec::new() });
/// What stands within may be all that is wrong, or the half of it.
static PROBLEMS: LazyLock<Book> =
    LazyLock::new(|| Book { whole: templates(FILE.problems.iter()), within: templates(FILE.within.iter().chain(&FILE.problems)) });
static ALLOWED: LazyLock<Book> = LazyLock::new(|| Book { whole: templates(FILE.allowed.iter()), within: templates(FILE.within.iter().chain(&FILE.problems)) });
static FAILURES: LazyLock<Book> = LazyLock::new(|| {
    let within = FILE.within.iter().chain(&FILE.problems).chain(&FILE.failures);
    Book { whole: templates(FILE.failures.iter()), within: templates(within) }
});

/// Those with the most words of their own first: a text may be a longer one with something in its hole.
fn templates(pairs: impl Iterator<Item = &'static (String, String)>) -> Vec<Template> {
    let mut list: Vec<Template> = pairs.map(|(english, chinese)| Template { english: parts(english), chinese: parts(chinese) }).collect();
    let own = |part: &Part<'_>| if let Part::Words(words) = part { words.len() } else { 0 };
    list.sort_by_key(|template| Reverse(template.english.iter().map(own).sum::<usize>()));
    list
}

/// English and Chinese of every template, for tests and tools.
pub fn mistake_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = FILE.problems.iter().chain(&FILE.allowed).chain(&FILE.failures).chain(&FILE.within);
    all.map(|(english, chinese)| (english.as_str(), chinese.as_str()))
}

/// What is wrong, as the reader of files says it in English, in `lang`; what has no template stays as it is.
#[must_use]
pub fn problem(lang: Lang, english: &str) -> Cow<'_, str> {
    in_language(lang, english, &PROBLEMS)
}

/// What may stand there instead, as [`problem`]; a list of names is the same in every language.
#[must_use]
pub fn allowed(lang: Lang, english: &str) -> Cow<'_, str> {
    in_language(lang, english, &ALLOWED)
}

/// Why a game cannot be played or its log cannot be read, as [`problem`].
#[must_use]
pub fn failure(lang: Lang, english: &str) -> Cow<'_, str> {
    in_language(lang, english, &FAILURES)
}

/// A line of the list of everything a scenario file may turn, in `lang`; its indentation stays.
#[must_use]
pub fn listed(lang: Lang, line: &str) -> String {
    let text = line.trim_start();
    format!("{}{}", &line[..line.len() - text.len()], in_language(lang, text, &LISTED))
}

/// English and Chinese of the lines of that list, for tests and tools.
pub fn listed_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    LINE_PAIRS.iter().map(|(english, chinese)| (english.as_str(), chinese.as_str()))
}

fn in_language<'t>(lang: Lang, english: &'t str, book: &Book) -> Cow<'t, str> {
    match lang {
        Lang::En => Cow::Borrowed(english),
        Lang::Zh => told(english, &book.whole, &book.within, DEEPEST).map_or(Cow::Borrowed(english), Cow::Owned),
    }
}

fn told(english: &str, templates: &[Template], within: &[Template], deep: usize) -> Option<String> {
    let deep = deep.checked_sub(1)?;
    templates.iter().find_map(|template| {
        let mut holes = Vec::new();
        fits(&template.english, english, within, deep, &mut holes).then(|| filled(&template.chinese, &holes))
    })
}

/// Whether a text is made from these parts; then the holes are filled, each with its number.
fn fits(parts: &[Part<'_>], text: &str, within: &[Template], deep: usize, holes: &mut Vec<(usize, String)>) -> bool {
    let Some((first, rest)) = parts.split_first() else { return text.is_empty() };
    let (number, is_text) = match *first {
        Part::Words(words) => return text.strip_prefix(words).is_some_and(|text| fits(rest, text, within, deep, holes)),
        Part::Value(number) | Part::Digits(number) => (number, false),
        Part::Text(number) => (number, true),
    };
    let filled = holes.len();
    let longest = if let Part::Digits(_) = first { text.bytes().take_while(u8::is_ascii_digit).count() } else { text.len() };
    for end in (0..=longest).filter(|&end| text.is_char_boundary(end)) {
        let (inside, after) = text.split_at(end);
        // where the next words are not, nothing needs to be tried
        if rest.is_empty() && !after.is_empty() || matches!(rest.first(), Some(Part::Words(words)) if !after.starts_with(words)) {
            continue;
        }
        let inside = if is_text && !inside.is_empty() { told(inside, within, within, deep) } else { Some(inside.to_owned()) };
        let Some(inside) = inside else { continue };
        holes.push((number, inside));
        if fits(rest, after, within, deep, holes) {
            return true;
        }
        holes.truncate(filled);
    }
    false
}

fn filled(parts: &[Part<'_>], holes: &[(usize, String)]) -> String {
    let word = |part: &Part<'_>| match *part {
        Part::Words(words) => words.to_owned(),
        Part::Value(number) | Part::Digits(number) | Part::Text(number) => {
            holes.iter().find(|(hole, _)| *hole == number).map_or_else(String::new, |(_, inside)| inside.clone())
        }
    };
    parts.iter().map(word).collect()
}

/// A template taken apart: `{1}` a value, `{#1}` one of digits, `{*1}` a text.
fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut words, mut at) = (0, 0);
    while let Some(open) = template[at..].find('{').map(|place| at + place) {
        at = open + 1;
        let hole = template[at..].split_once('}').map(|(hole, _)| hole);
        let number = hole.and_then(|hole| hole.trim_start_matches(['*', '#']).parse::<usize>().ok());
        // braces may also be meant: `\u{6587}` is no hole of ours
        if let (Some(hole), Some(number @ 1..=9)) = (hole, number) {
            if words < open {
                parts.push(Part::Words(&template[words..open]));
            }
            parts.push(match hole.as_bytes()[0] {
                b'*' => Part::Text(number),
                b'#' => Part::Digits(number),
                _ => Part::Value(number),
            });
            at += hole.len() + 1;
            words = at;
        }
    }
    if words < template.len() {
        parts.push(Part::Words(&template[words..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_wrong_is_told_in_chinese_with_its_names_and_numbers() {
        for (english, chinese) in [
            ("the number 61", "填了数字 61"),
            ("unknown field", "没有这个字段"),
            ("unknown field (did you mean `rounds`?)", "没有这个字段（是不是想写 `rounds`？）"),
            ("there is no need class `boxs` (did you mean `boxes`?)", "没有 `boxs` 这个需求类别（是不是想写 `boxes`？）"),
            ("there is no rival `nobody`", "没有 `nobody` 这个竞争对手"),
            ("`x` cannot stand here after the end of the scenario", "案例在此之前已经结束，这里不能写 `x`"),
            ("110 is above the market price", "110 高于市场价"),
            ("110 is above the list price", "110 高于标价"),
        ] {
            assert_eq!(problem(Lang::Zh, english), chinese);
            assert_eq!(problem(Lang::En, english), english);
        }
        for (english, chinese) in [
            ("a whole number from 1 to 60", "1 到 60 的整数"),
            ("a, b and 12 more (all of them: rapport check --fields)", "a, b 等，另有 12 个（全部列出：rapport check --fields）"),
            ("`,` or the `)` that closes the `(` of 2:1", "`,`，或与 2:1 处的 `(` 配对的 `)`"),
            ("a list of 3 numbers from 0 to 1", "3 个数的列表，每个数从 0 到 1"),
        ] {
            assert_eq!(allowed(Lang::Zh, english), chinese);
            assert_eq!(allowed(Lang::En, english), english);
        }
    }

    #[test]
    fn why_a_game_cannot_be_played_is_told_in_chinese() {
        for (english, chinese) in [
            ("70 rounds; this scenario takes 6 to 60", "要玩 70 个月，而这个案例可以玩 6 至 60 个月"),
            ("team \"a, b\": a team has at most seven people", "队伍 \"a, b\"：一支队伍最多七人"),
            (
                "the log was changed after it was written: lines 3 to 9: not as Rapport writes it (line 5, column 2: not text in UTF-8)",
                "日志写成之后被改动过：第 3 至 9 行：不是 Rapport 的写法（第 5 行第 2 列：不是 UTF-8 编码的文字）",
            ),
            // what the reader of RON says is left out
            (
                "the log was changed after it was written: line 5: not as Rapport writes it (line 5, column 2: Expected comma)",
                "日志写成之后被改动过：第 5 行：不是 Rapport 的写法（第 5 行第 2 列）",
            ),
            ("line 7: round 2 cannot be undone here", "第 7 行：第 2 个月在这里不能撤销"),
        ] {
            assert_eq!(failure(Lang::Zh, english), chinese);
            assert_eq!(failure(Lang::En, english), english);
        }
        assert_eq!(failure(Lang::Zh, "another kind of failure"), "another kind of failure");
    }

    #[test]
    fn names_and_what_nobody_has_translated_stay() {
        for text in ["balanced, hunting", "AtHand, ToOrder, Stock", "product", "missing", "`Stock(...)`", "a new kind of mistake", ""] {
            assert_eq!(allowed(Lang::Zh, text), text);
        }
        assert_eq!(problem(Lang::Zh, "a new kind of mistake"), "a new kind of mistake");
        // what an author wrote is no text of ours, even where it is a word of ours
        assert_eq!(problem(Lang::Zh, "the text `\"missing\"`"), "填了文字 `\"missing\"`");
        assert_eq!(problem(Lang::Zh, "the attribute `missing` is wanted twice"), "产品属性 `missing` 要求了两遍");
        let sly = problem(Lang::Zh, "there is no rival `a (did you mean `b`?)` (did you mean `c`?)");
        assert!(sly.starts_with("没有 `a") && sly.contains("`c`"), "{sly}");
    }

    #[test]
    fn both_sides_of_a_template_have_the_same_holes() {
        assert!(mistake_templates().count() > 150);
        let numbers = |text: &'static str| {
            let number = |part: Part<'_>| match part {
                Part::Words(_) => None,
                Part::Value(number) | Part::Digits(number) | Part::Text(number) => Some(number),
            };
            let mut numbers: Vec<usize> = parts(text).into_iter().filter_map(number).collect();
            numbers.sort_unstable();
            numbers
        };
        let mut seen = BTreeSet::new();
        for (english, chinese) in mistake_templates() {
            assert!(seen.insert(english), "{english}: twice");
            assert_eq!(numbers(english), (1..=numbers(english).len()).collect::<Vec<_>>(), "{english}");
            // what nobody can translate is left out
            let dropped: Vec<usize> = numbers(english).into_iter().filter(|number| !numbers(chinese).contains(number)).collect();
            let kept: Vec<usize> = numbers(english).into_iter().filter(|number| !dropped.contains(number)).collect();
            assert_eq!(kept, numbers(chinese), "{english}");
            for number in dropped {
                let told = english.replace(&format!("{{{number}}}"), &format!("{{*{number}}}"));
                assert!(mistake_templates().any(|(english, _)| english == told), "{english}: told nowhere");
            }
        }
    }
}
