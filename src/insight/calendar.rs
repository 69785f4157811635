//! Days of the calendar: from text and back, and the weeks (Monday to Sunday) that customer models count in.

use std::fmt;

/// A day of the Gregorian calendar, as days since 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// Years that are taken for dates of orders.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2300;

impl Date {
    /// None for a day that does not exist or lies outside [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        if !YEARS.contains(&year) || !(1..=12).contains(&month) || day < 1 || day > length(year, month) {
            return None;
        }
        Some(Date::count(year, month, day))
    }

    /// Counts years from March, so that the leap day is the last of its year (H. Hinnant's `days_from_civil`).
    fn count(year: i32, month: u32, day: u32) -> Date {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
        Date(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// `2012-02-15`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| -> Option<u32> {
            let part = bytes.get(from..to)?;
            part.iter().all(u8::is_ascii_digit).then(|| part.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Date::new(digits(0, 4)? as i32, digits(5, 7)?, digits(8, 10)?)
    }

    /// Year, month and day.
    #[must_use]
    pub fn civil(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    #[must_use]
    pub const fn before(self) -> Date {
        Date(self.0 - 1)
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub const fn day(self) -> i32 {
        self.0
    }

    /// A running number of the week, Monday to Sunday. 1 January 1970 was a Thursday.
    #[must_use]
    pub const fn week(self) -> i32 {
        (self.0 + 3).div_euclid(7)
    }
}

/// Days of a month.
fn length(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_on_and_come_back() {
        assert_eq!(Date::new(1970, 1, 1), Some(Date(0)));
        assert_eq!(Date::parse("2012-12-28").map(Date::day), Some(15_702));
        let (mut date, mut before) = (Date::count(1900, 1, 1), Date(-1 - 719_468));
        while date <= Date::count(2300, 12, 31) {
            let (year, month, day) = date.civil();
            assert_eq!(Date::new(year, month, day), Some(date));
            assert_eq!(Date::parse(&date.to_string()), Some(date));
            assert!(before < date);
            (before, date) = (date, Date(date.0 + 1));
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        // 15 February 2012 was a Wednesday
        let week = |day: u32| Date::new(2012, 2, day).map(Date::week);
        assert_eq!([week(13), week(19)], [week(15); 2]);
        assert_eq!([week(12).map(|w| w + 1), week(20).map(|w| w - 1)], [week(15); 2]);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "2012-2-15", "2012-02-30", "2011-02-29", "1900-02-29", "2012-13-01", "2012-00-10", "2012-01-00", "20120215", "2012/02/15", "1899-12-31"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for text in ["2012-02-15 ", "２０１２-02-15", "+012-02-15", "2301-01-01"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2012-02-29").is_some() && Date::parse("2000-02-29").is_some());
    }
}
