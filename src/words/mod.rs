//! Everything a person reads, in English and Chinese.
//!
//! The texts lie in `assets/locales/{en,zh-CN}/*.ftl` and travel inside the binary. This module picks the text for a key,
//! puts values into it, and writes money, hours and dates the way each language does. It knows nothing of Bevy, of the
//! rules or of files on disk: the window, the command line and the reports all speak through it.

mod bundles;
mod format;
mod mistakes;

pub use bundles::{fill, placeholders, sources, tr, tr_with, values_of};
pub use format::{count, decimal, hours, money, month, month_name, percent, signed};
pub use mistakes::{allowed, failure, listed, listed_templates, mistake_templates, problem};

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
}

impl Lang {
    /// Every language, in the order of the tables.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The tag of the language, also the name of its folder in `assets/locales`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language for a system locale such as `zh_CN.UTF-8` or `en-GB`: Chinese for any Chinese, else English.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let is_chinese = locale.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh"));
        if is_chinese { Self::Zh } else { Self::En }
    }

    /// The language the switch in the corner leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// A value put into a text in place of `{ $name }`.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Put in as it is; in Chinese with a space where it meets a Latin word.
    Text(Cow<'a, str>),
    /// Written without grouping and with as few decimals as it has; chooses between plural forms.
    Number(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {
        $(impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(f64::from(number))
            }
        })*
    };
}
from_number!(u8, u16, u32, i32, f32, f64);

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number as f64)
    }
}
