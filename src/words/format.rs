//! Money, hours, dates and numbers as each language writes them.

use super::{Lang, tr, tr_with};

/// A minus sign as wide as a plus sign.
const MINUS: char = '−';

/// Money from hundredths with the sign of its currency: `¥412,300`; hundredths only where there are any: `$12.50`.
#[must_use]
pub fn money(currency: &str, fen: i64) -> String {
    let sign = if fen < 0 { "−" } else { "" };
    let whole = fen.unsigned_abs();
    let (yuan, rest) = (whole / 100, whole % 100);
    if rest == 0 { format!("{sign}{currency}{}", grouped(yuan)) } else { format!("{sign}{currency}{}.{rest:02}", grouped(yuan)) }
}

/// Working time from minutes: `8 h`, `7.5 小时`.
#[must_use]
pub fn hours(lang: Lang, minutes: i32) -> String {
    let text = decimal(f64::from(minutes) / 60.0, 2);
    tr_with(lang, "hours", &[("hours", text.into())]).into_owned()
}

/// A month: `March 2012`, `2012年3月`. `month` is 1 to 12.
#[must_use]
pub fn month(lang: Lang, year: i32, month: u32) -> String {
    let args = [("year", year.to_string().into()), ("month", month_name(lang, month).into())];
    tr_with(lang, "month-year", &args).into_owned()
}

/// The name of a month, 1 to 12: `March`, `3月`.
#[must_use]
pub fn month_name(lang: Lang, month: u32) -> String {
    let key = match month {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    };
    tr(lang, key).into_owned()
}

/// A share of one as a percentage without decimals: `46%`.
#[must_use]
pub fn percent(_lang: Lang, share: f64) -> String {
    format!("{}%", decimal((share * 100.0).round(), 0))
}

/// A change with its sign: `+5`, `−4`, `0`.
#[must_use]
pub fn signed(change: f64, decimals: usize) -> String {
    let text = decimal(change, decimals);
    if change > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// A whole number with its thousands marked: `1,204`.
#[must_use]
pub fn count(number: i64) -> String {
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(number.unsigned_abs()))
}

/// A number with at most so many decimals, no trailing zeros, and a real minus sign.
#[must_use]
pub fn decimal(number: f64, decimals: usize) -> String {
    let mut text = format!("{number:.decimals$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        return "0".to_owned();
    }
    text.replace('-', &MINUS.to_string())
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_grouped_and_shows_fen_only_where_there_are_any() {
        assert_eq!(money("¥", 41_230_000), "¥412,300");
        assert_eq!(money("$", 1_250), "$12.50");
        assert_eq!(money("¥", -100), "−¥1");
        assert_eq!(money("¥", i64::MIN), "−¥92,233,720,368,547,758.08");
    }

    #[test]
    fn time_reads_as_people_write_it() {
        assert_eq!(hours(Lang::En, 480), "8 h");
        assert_eq!(hours(Lang::Zh, 450), "7.5 小时");
        assert_eq!(month(Lang::En, 2012, 3), "March 2012");
        assert_eq!(month(Lang::Zh, 2012, 3), "2012年3月");
    }

    #[test]
    fn numbers_keep_their_sign() {
        assert_eq!(percent(Lang::En, 0.456), "46%");
        assert_eq!(signed(5.0, 1), "+5");
        assert_eq!(signed(-4.25, 1), "−4.2");
        assert_eq!(signed(0.01, 1), "0");
        assert_eq!(signed(-0.01, 1), "0");
        assert_eq!(count(-1_204), "−1,204");
    }
}
