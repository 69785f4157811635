//! Amounts as tables write them: with a decimal point or comma, with or without marks between the thousands.

use super::fault::{Allowed, Faults, Problem, Question, Shown};

/// What a fraction begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

impl Decimal {
    fn sign(self) -> char {
        match self {
            Decimal::Point => '.',
            Decimal::Comma => ',',
        }
    }

    /// The other sign, which parts thousands if anything does.
    fn thousands(self) -> char {
        match self {
            Decimal::Point => ',',
            Decimal::Comma => '.',
        }
    }
}

/// What a number's marks say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    None,
    /// Can be read in one way alone.
    Only(Decimal),
    /// One sign before three digits: a fraction or thousands.
    Either(char),
}

/// What all amounts of a table say about the sign of fractions.
#[derive(Default)]
pub(super) struct Survey {
    point: Option<u64>,
    comma: Option<u64>,
    /// The first that can be read in both ways: row, column, text.
    either: Option<(u64, String, String)>,
    either_comma: bool,
}

impl Survey {
    pub fn see(&mut self, row: u64, column: &str, text: &str) {
        match marks(text) {
            Marks::None => {}
            Marks::Only(Decimal::Point) => _ = self.point.get_or_insert(row),
            Marks::Only(Decimal::Comma) => _ = self.comma.get_or_insert(row),
            Marks::Either(sign) => {
                self.either_comma |= sign == ',';
                self.either.get_or_insert_with(|| (row, column.to_owned(), text.to_owned()));
            }
        }
    }

    /// The sign of all rows; asked for where they do not tell it. Beside separating commas a lone point is a decimal one. None
    /// if the rows contradict each other: then they would say the same again, one by one.
    pub fn decimal(self, named: Option<Decimal>, delimiter: u8, column: &str, faults: &mut Faults) -> Option<Decimal> {
        match (named, self.point, self.comma) {
            (Some(decimal), ..) => return Some(decimal),
            (None, Some(_), None) => {}
            (None, None, Some(_)) => return Some(Decimal::Comma),
            (None, Some(point), Some(comma)) => {
                faults.ask(Question::Decimal, point.min(comma), column, || Problem::BothSigns { point, comma }, Allowed::OneSign);
                return None;
            }
            (None, None, None) => match self.either {
                Some((row, column, text)) if delimiter != b',' || self.either_comma => {
                    faults.ask(Question::Decimal, row, &column, || Problem::Thousands { text: Shown::new(&text) }, Allowed::Decimal);
                }
                _ => {}
            },
        }
        Some(Decimal::Point)
    }
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’')
}

fn marks(text: &str) -> Marks {
    let of = |sign: char| if sign == '.' { Decimal::Point } else { Decimal::Comma };
    let mut signs = text.char_indices().filter(|(_, sign)| matches!(sign, '.' | ','));
    let Some((first, sign)) = signs.next() else { return Marks::None };
    let Some((_, last_sign)) = signs.next_back() else {
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let (before, after) = (text[..first].trim_start_matches(['-', '+', '−']), &text[first + 1..]);
        let is_group = after.len() == 3 && digits(after) == 3 && (1..=3).contains(&before.len()) && digits(before) == before.len() && !before.starts_with('0');
        return if is_group { Marks::Either(sign) } else { Marks::Only(of(sign)) };
    };
    if sign != last_sign {
        return Marks::Only(of(last_sign));
    }
    // several of one sign part thousands, if anything
    Marks::Only(if sign == '.' { Decimal::Comma } else { Decimal::Point })
}

/// The number that stands there; minus nothing is nothing.
pub(super) fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b'-' | b'+' | b'e' | b'E'));
    if is_plain(text) && (decimal == Decimal::Point || !text.contains('.')) {
        return text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number + 0.0);
    }
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (-1.0, body),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = body.split_once(decimal.sign()).map_or((body, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    if fraction.is_some_and(|fraction| !is_digits(fraction)) {
        return None;
    }
    let mut plain = String::with_capacity(body.len());
    let mark = whole.chars().find(|sign| !sign.is_ascii_digit());
    match mark {
        Some(mark) if mark == decimal.thousands() || is_space(mark) => {
            for (place, group) in whole.split(mark).enumerate() {
                if !is_digits(group) || group.len() > 3 || place > 0 && group.len() < 3 {
                    return None;
                }
                plain.push_str(group);
            }
        }
        Some(_) => return None,
        None if whole.is_empty() => plain.push('0'),
        None => plain.push_str(whole),
    }
    if whole.is_empty() && fraction.is_none() {
        return None;
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| sign * number + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_regions_are_read() {
        for (text, decimal, expected) in [
            ("1234.56", Decimal::Point, 1234.56),
            ("1,234.56", Decimal::Point, 1234.56),
            ("12,345,678", Decimal::Point, 12_345_678.0),
            ("1 234.5", Decimal::Point, 1234.5),
            ("1'234.50", Decimal::Point, 1234.5),
            ("1.234,56", Decimal::Comma, 1234.56),
            ("1 234,56", Decimal::Comma, 1234.56),
            ("1\u{a0}234\u{a0}567,5", Decimal::Comma, 1_234_567.5),
            ("1\u{202f}234", Decimal::Comma, 1234.0),
            ("-0,5", Decimal::Comma, -0.5),
            ("−12,50", Decimal::Comma, -12.5),
            (",5", Decimal::Comma, 0.5),
            ("7", Decimal::Comma, 7.0),
            ("1e3", Decimal::Point, 1000.0),
        ] {
            assert_eq!(number(text, decimal), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", "-", ",", "5,", "1,0,5", "1.23,456.7", "12 34", "1234 567", "NaN", "inf", "$5", "1,,000", "1, 000", "0x10", "1.2.3", "1 234.567,8", "--5"]
        {
            assert_eq!((number(text, Decimal::Comma), text), (None, text));
        }
        assert_eq!([number("1.234,56", Decimal::Point), number("1234.5", Decimal::Comma), number("1e999", Decimal::Point)], [None; 3]);
    }

    fn decimal(rows: &[&str], delimiter: u8) -> Result<Decimal, String> {
        let (mut survey, mut faults) = (Survey::default(), Faults::default());
        for (row, text) in (2..).zip(rows) {
            survey.see(row, "total", text);
        }
        let found = survey.decimal(None, delimiter, "total", &mut faults);
        found.filter(|_| faults.none()).ok_or_else(|| faults.list()[0].to_string())
    }

    #[test]
    fn one_row_that_can_be_read_in_one_way_alone_decides_for_all() {
        for rows in [&["1.234", "5,50"][..], &["1.234.567"], &["1.234,5"], &["1 234,567"], &["0,125"]] {
            assert_eq!(decimal(rows, b';'), Ok(Decimal::Comma), "{rows:?}");
        }
        for rows in [&["1,234", "5.50"][..], &["1,234,567"], &["1,234.5"], &["0.125"], &["7"], &["1234.567"]] {
            assert_eq!(decimal(rows, b';'), Ok(Decimal::Point), "{rows:?}");
        }
    }

    #[test]
    fn a_thousand_or_one_is_asked() {
        let asked = Err("row 2, column total: \"1,000\" may be a fraction or thousands, allowed: --decimal point or --decimal comma".to_owned());
        assert_eq!((decimal(&["1,000", "12"], b';'), decimal(&["1,000"], b',')), (asked.clone(), asked));
        assert!(decimal(&["1.234"], b';').is_err() && decimal(&["1.234"], b',') == Ok(Decimal::Point));
        assert!(decimal(&["5.50", "5,50"], b';').is_err_and(|told| told.contains("row 2 has a decimal point, row 3 a decimal comma")));
    }
}
