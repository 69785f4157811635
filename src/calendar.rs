//! Days of the calendar: from text and back, and the weeks (Monday to Sunday) that customer models count in.

use jiff::civil;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Years that are taken for dates of orders.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2300;

impl Date {
    /// 1 January 1970, a Thursday.
    pub const EPOCH: Date = Date(civil::date(1970, 1, 1));

    /// None for a day that does not exist or lies outside [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        let date = civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        YEARS.contains(&year).then_some(Date(date))
    }

    /// `2012-02-15`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Date> {
        let date: civil::Date = text.parse().ok()?;
        // other ways to write a day are read too, but none is written back as it was
        (YEARS.contains(&date.year().into()) && date.to_string() == text).then_some(Date(date))
    }

    /// The day before; every day of [`YEARS`] has one.
    #[must_use]
    pub fn before(self) -> Date {
        Date(self.0.yesterday().unwrap_or(self.0))
    }

    /// The day so many days after 1 January 1970; None outside [`YEARS`].
    #[must_use]
    pub fn of_day(day: i32) -> Option<Date> {
        let date = Date::EPOCH.0.checked_add(jiff::Span::new().days(day)).ok()?;
        YEARS.contains(&date.year().into()).then_some(Date(date))
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub fn day(self) -> i32 {
        (self.0.duration_since(Date::EPOCH.0).as_hours() / 24) as i32
    }

    /// A running number of the week, Monday to Sunday.
    #[must_use]
    pub fn week(self) -> i32 {
        // the epoch was the fourth day of its week
        (self.day() + 3).div_euclid(7)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_on_and_come_back() {
        assert_eq!(Date::new(1970, 1, 1), Some(Date::EPOCH));
        assert_eq!(Date::EPOCH.day(), 0);
        assert_eq!(Date::parse("2012-12-28").map(Date::day), Some(15_702));
        let mut date = Date::new(2300, 12, 31);
        let mut days = 0;
        while let Some(day) = date {
            assert_eq!(Date::parse(&day.to_string()), Some(day));
            assert_eq!(day.before().day(), day.day() - 1);
            assert!(day.before() < day);
            days += 1;
            date = Some(day.before()).filter(|before| Date::parse(&before.to_string()).is_some());
        }
        // 401 years, 97 of them with a leap day: every fourth from 1904 to 2296 but 2100 and 2200
        assert_eq!(days, 401 * 365 + 97);
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
