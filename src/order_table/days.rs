//! Days as tables write them: with or without a time, in the orders of the world.

use super::fault::{Allowed, Faults, Problem, Question, Shown};
use crate::calendar::Date;

/// What comes first where a day is written as 3/4/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The third of April.
    DayFirst,
    /// The fourth of March.
    MonthFirst,
}

/// The numbers of a day, in the order they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// Year, month, day.
    Plain(i32, u32, u32),
    /// Two numbers, then the year; with points between them the day comes first.
    Short { numbers: [u32; 2], year: i32, points: bool },
}

/// What a column says about the order of day and month.
#[derive(Default)]
pub(super) struct Survey {
    /// Rows that can be read in one way alone.
    day_first: Option<u64>,
    month_first: Option<u64>,
    /// The first that can be read in both, as it is written, and how many there are.
    either: Option<(u64, String)>,
    more: u64,
}

impl Survey {
    pub fn see(&mut self, row: u64, text: &str) {
        let Some(Written::Short { numbers: [first, second], points: false, .. }) = written(text) else { return };
        match (first > 12, second > 12) {
            (true, false) => _ = self.day_first.get_or_insert(row),
            (false, true) => _ = self.month_first.get_or_insert(row),
            (false, false) if first != second => match self.either {
                None => self.either = Some((row, text.to_owned())),
                Some(_) => self.more += 1,
            },
            _ => {}
        }
    }

    /// The order of all rows; asked for where none of them tells it. None if they contradict each other: then the rows one by
    /// one would say the same again.
    pub fn order(self, named: Option<DayOrder>, column: &str, faults: &mut Faults) -> Option<DayOrder> {
        match (named, self.day_first, self.month_first) {
            (Some(order), ..) => return Some(order),
            (None, Some(_), None) => {}
            (None, None, Some(_)) => return Some(DayOrder::MonthFirst),
            (None, Some(day), Some(month)) => {
                faults.ask(Question::DayOrder, day.min(month), column, || Problem::BothOrders { day, month }, Allowed::OneOrder);
                return None;
            }
            (None, None, None) => {
                if let Some((row, text)) = self.either {
                    faults.ask(Question::DayOrder, row, column, || Problem::DayOrMonth { text: Shown::new(&text) }, Allowed::DayOrder);
                    faults.ask_more(Question::DayOrder, self.more);
                }
            }
        }
        Some(DayOrder::DayFirst)
    }
}

/// The day that stands there, of a time the day as written: the shop's own.
pub(super) fn day(text: &str, order: DayOrder) -> Option<Date> {
    match written(text)? {
        Written::Plain(year, month, day) => Date::new(year, month, day),
        Written::Short { numbers: [day, month], year, points } if points || order == DayOrder::DayFirst => Date::new(year, month, day),
        Written::Short { numbers: [month, day], year, .. } => Date::new(year, month, day),
    }
}

/// What is wrong with a text that is no day.
pub(super) fn problem(text: &str) -> Problem {
    let is_number = text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit());
    if text.is_empty() {
        Problem::Empty
    } else if is_number {
        Problem::DayNumber { text: Shown::new(text) }
    } else {
        Problem::NoDate { text: Shown::new(text) }
    }
}

fn written(text: &str) -> Option<Written> {
    let (first, width, rest) = number(text)?;
    if width == 8 {
        let (year, month, day) = (first / 10_000, first / 100 % 100, first % 100);
        return is_time(rest).then_some(Written::Plain(year.cast_signed(), month, day));
    }
    let mut letters = rest.chars();
    let sign = letters.next().filter(|sign| matches!(sign, '-' | '/' | '.' | '年'))?;
    let (second, second_width, rest) = number(letters.as_str())?;
    let between = if sign == '年' { '月' } else { sign };
    let (third, third_width, rest) = number(rest.strip_prefix(between)?)?;
    let rest = if sign == '年' { rest.strip_prefix('日').unwrap_or(rest) } else { rest };
    if second_width > 2 || !is_time(rest) {
        return None;
    }
    match (width, third_width) {
        (4, 1..=2) => Some(Written::Plain(first.cast_signed(), second, third)),
        (1..=2, 4) if sign != '年' => Some(Written::Short { numbers: [first, second], year: third.cast_signed(), points: sign == '.' }),
        _ => None,
    }
}

/// A whole number at the beginning, its digits (at most 8), and what follows.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let width = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = (1..=8).contains(&width).then(|| text.bytes().take(width).fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))?;
    Some((value, width, &text[width..]))
}

/// Nothing, or a time of day with or without a zone: ` 8:26`, `T14:02:11.5Z`, ` 14:02:11 +0800`, ` 8:26:00 AM`.
fn is_time(text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some(time) = text.strip_prefix(['T', 't', ' ']) else { return false };
    let part = |text: &str, most: u32| number(text).filter(|&(value, width, _)| width <= 2 && value <= most).map(|(_, _, rest)| rest.len());
    let after = |text: &str, most: u32| part(text, most).map(|left| text.len() - left);
    let mut rest = time.trim_start();
    let Some(used) = after(rest, 24) else { return false };
    rest = &rest[used..];
    let mut parts = 0;
    while let Some(tail) = rest.strip_prefix(':') {
        let Some(used) = after(tail, 60) else { return false };
        rest = &tail[used..];
        parts += 1;
    }
    if !(1..=2).contains(&parts) {
        return false;
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return false;
        }
        rest = &fraction[digits..];
    }
    rest = rest.trim_start();
    for half in ["AM", "PM", "am", "pm"] {
        rest = rest.strip_prefix(half).unwrap_or(rest);
    }
    is_zone(rest.trim())
}

fn is_zone(text: &str) -> bool {
    if matches!(text, "" | "Z" | "z" | "UTC" | "GMT") {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-', '−']) else { return false };
    let digits: String = offset.chars().filter(|sign| *sign != ':').collect();
    matches!(digits.len(), 2 | 4) && digits.bytes().all(|digit| digit.is_ascii_digit()) && offset.chars().filter(|sign| *sign == ':').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, order: DayOrder) -> Option<String> {
        day(text, order).map(|day| day.to_string())
    }

    #[test]
    fn the_day_is_taken_from_a_time_as_it_is_written() {
        for text in [
            "2024-03-05",
            "2024-3-5",
            "20240305",
            "2024/3/5",
            "2024.03.05",
            "2024年3月5日",
            "2024-03-05 14:02:11 +0800",
            "2024-03-05T23:59:59Z",
            "2024-03-05T23:59:59.123+08:00",
            "2024-03-05 00:05",
            "2024-03-05 14:02:11 UTC",
            "2024-03-05T01:00:00-05",
            "2024年3月5日 8:26",
            "5.3.2024",
            "5.3.2024 8:26",
        ] {
            assert_eq!(told(text, DayOrder::MonthFirst).as_deref(), Some("2024-03-05"), "{text}");
        }
        assert_eq!(told("12/1/2010 8:26", DayOrder::MonthFirst).as_deref(), Some("2010-12-01"));
        assert_eq!(told("12/1/2010 8:26:00 PM", DayOrder::DayFirst).as_deref(), Some("2010-01-12"));
        assert_eq!(told("01-12-2010", DayOrder::DayFirst).as_deref(), Some("2010-12-01"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "never",
            "2024-02-30",
            "2024-13-01",
            "2024-03",
            "2024-03-05T",
            "2024-03-05 noon",
            "2024-03-05 25:00",
            "2024-03-05 8",
            "2024-03-05x",
            "3/4/24",
            "3/4-2024",
            "31/31/2024",
            "45356",
            "999999999",
            "1.2",
            "2024-03-05 8:26 +8",
            "２０２４-03-05",
            "1850-01-01",
            "2024年3月",
            "2024-03-05 8:26:",
        ] {
            assert_eq!((told(text, DayOrder::DayFirst), told(text, DayOrder::MonthFirst)), (None, None), "{text}");
        }
        assert!(problem("45356").to_string().contains("format the column as a date"));
    }

    fn order(rows: &[&str], named: Option<DayOrder>) -> Result<DayOrder, String> {
        let (mut survey, mut faults) = (Survey::default(), Faults::default());
        for (row, text) in (2..).zip(rows) {
            survey.see(row, text);
        }
        let order = survey.order(named, "when", &mut faults);
        order.filter(|_| faults.none()).ok_or_else(|| faults.list()[0].to_string())
    }

    #[test]
    fn one_row_that_fits_one_order_alone_decides_for_all() {
        assert_eq!(order(&["3/4/2024", "25/4/2024"], None), Ok(DayOrder::DayFirst));
        assert_eq!(order(&["3/4/2024", "12/25/2024 8:26"], None), Ok(DayOrder::MonthFirst));
        // the same either way
        assert_eq!(order(&["4/4/2024", "2024-05-01", "3.4.2024"], None), Ok(DayOrder::DayFirst));
    }

    #[test]
    fn where_both_orders_fit_the_option_is_named() {
        let told = order(&["2024-01-01", "3/4/2024", "5/6/2024"], None).expect_err("a question");
        assert_eq!(
            told,
            "row 3, column when: \"3/4/2024\" may begin with the day or the month (and 1 more row), allowed: --day-order day-first or --day-order month-first"
        );
        assert_eq!(order(&["3/4/2024"], Some(DayOrder::MonthFirst)), Ok(DayOrder::MonthFirst));
        let told = order(&["25/4/2024", "4/25/2024"], None).expect_err("a contradiction");
        assert!(told.contains("in row 2 the day comes first, in row 3 the month"), "{told}");
    }
}
