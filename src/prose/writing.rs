//! How texts, money and months of a scenario are written, for whoever has no view at hand: the report of a whole game.

use crate::sim::scenario::{Guide, Text};
use crate::sim::units::{Fen, Round};
use crate::words::{self, Lang};

/// A text of the scenario in the reader's language.
#[must_use]
pub fn text(lang: Lang, text: &Text) -> &str {
    match lang {
        Lang::En => &text.en,
        Lang::Zh => &text.zh,
    }
}

/// Money in whole units of the scenario's currency, hundredths cut off: `¥412,300`.
#[must_use]
pub fn money(lang: Lang, guide: &Guide, fen: Fen) -> String {
    words::money(text(lang, &guide.currency), fen.0 - fen.0 % 100)
}

/// The month of a round with its year: `March 2012`, `2012年3月`. Rounds count from 1.
#[must_use]
pub fn month(lang: Lang, guide: &Guide, round: Round) -> String {
    let (year, month) = guide.calendar(round);
    words::month(lang, i32::from(year), u32::from(month))
}

/// Names in a row: with commas, in Chinese with the mark for lists.
#[must_use]
pub fn list(lang: Lang, names: &[String]) -> String {
    names.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// A dash where there is nothing to measure.
#[must_use]
pub fn or_dash(value: Option<String>) -> String {
    value.unwrap_or_else(|| "—".to_owned())
}

/// The first letters of a text, with a sign if there were more.
#[must_use]
pub fn shorten(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(letters.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// A name on one line, or, where it is long, on two: between words, in Chinese in the middle. Nothing is cut.
#[must_use]
pub fn in_two(name: &str, lang: Lang) -> String {
    let count = name.chars().count();
    match lang {
        Lang::Zh if count > 7 && !name.contains(' ') => {
            let middle = name.char_indices().nth(count.div_ceil(2)).map_or(name.len(), |(at, _)| at);
            format!("{}\n{}", &name[..middle], &name[middle..])
        }
        _ if count <= 13 => name.to_owned(),
        _ => {
            // the blank at which the longer of the two lines is shortest
            let longer = |at: usize| name[..at].chars().count().max(name[at + 1..].chars().count());
            let blank = name.match_indices(' ').map(|(at, _)| at).min_by_key(|&at| longer(at));
            blank.map_or_else(|| name.to_owned(), |at| format!("{}\n{}", &name[..at], &name[at + 1..]))
        }
    }
}

/// The given name of a Chinese person: what follows the first sign, or the whole of a name of two signs.
#[must_use]
pub fn given_name(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    match signs.as_slice() {
        [_, given @ ..] if given.len() == 2 => given.iter().collect(),
        _ => signs.iter().take(2).collect(),
    }
}

/// A text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text with its first letter small, for the middle of a sentence.
#[must_use]
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Two sentences in a row.
#[must_use]
pub fn in_a_row(lang: Lang, first: &str, second: &str) -> String {
    match lang {
        Lang::En => format!("{first} {second}"),
        Lang::Zh => format!("{first}{second}"),
    }
}

/// Money in three figures or so, after the sign of its currency: `¥1.8M`, `¥180万`; below ten thousand in full.
#[must_use]
pub fn money_short(lang: Lang, currency: &str, fen: Fen) -> String {
    let yuan = fen.to_yuan();
    let sign = if yuan < 0.0 { "−" } else { "" };
    let size = yuan.abs();
    let places = |number: f64| if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    match lang {
        Lang::En if size >= 1e6 => format!("{sign}{currency}{}M", words::decimal(size / 1e6, places(size / 1e6))),
        Lang::En if size >= 1e4 => format!("{sign}{currency}{}k", words::decimal(size / 1e3, 0)),
        Lang::Zh if size >= 1e8 => format!("{sign}{currency}{}亿", words::decimal(size / 1e8, places(size / 1e8))),
        Lang::Zh if size >= 1e4 => {
            // whole steps, so that a half goes up as everybody does it: a fraction of ten thousand is not always one in binary
            let (step, places) = if size < 1e6 { (1e3, 1) } else { (1e4, 0) };
            format!("{sign}{currency}{}万", words::decimal((size / step).round() * step / 1e4, places))
        }
        _ => format!("{sign}{currency}{}", words::count(size.round() as i64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_in_short_keeps_three_figures() {
        assert_eq!(money_short(Lang::En, "¥", Fen::yuan(1_800_000)), "¥1.8M");
        assert_eq!(money_short(Lang::En, "¥", Fen::yuan(412_300)), "¥412k");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(412_300)), "¥41.2万");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(-1_800_000)), "−¥180万");
        assert_eq!(money_short(Lang::En, "$", Fen::yuan(950)), "$950");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(19_500)), "¥2万");
        assert_eq!(money_short(Lang::Zh, "¥", Fen::yuan(1_235_000)), "¥124万");
    }

    #[test]
    fn a_text_that_stands_alone_begins_large() {
        assert_eq!(capital("minor ticket"), "Minor ticket");
        assert_eq!(capital("一般工单"), "一般工单");
        assert_eq!(capital(""), "");
        assert_eq!((small("Minor ticket").as_str(), small("一般工单").as_str(), small("").as_str()), ("minor ticket", "一般工单", ""));
    }

    #[test]
    fn long_names_take_two_lines_and_are_never_cut() {
        assert_eq!(in_two("Xu Weiming", Lang::En), "Xu Weiming");
        assert_eq!(in_two("Beacon Insurance", Lang::En), "Beacon\nInsurance");
        assert_eq!(in_two("New Era Network Systems", Lang::En), "New Era\nNetwork Systems");
        assert_eq!(in_two("Schwarzwaldklinik", Lang::En), "Schwarzwaldklinik");
        assert_eq!(in_two("新时代网络", Lang::Zh), "新时代网络");
        assert_eq!(in_two("埃塞克斯网站设计", Lang::Zh), "埃塞克斯\n网站设计");
    }

    #[test]
    fn given_names_are_told_apart_where_surnames_are_not() {
        assert_eq!(["徐伟明", "徐涛", "徐"].map(given_name), ["伟明", "徐涛", "徐"]);
    }

    #[test]
    fn long_names_end_with_a_sign() {
        assert_eq!(shorten("New Era Network", 9), "New Era…");
        assert_eq!(shorten("新网", 4), "新网");
    }
}
