//! The knobs of a policy by name: what a scenario file may write for each, and turning them.
//!
//! A policy is declared once, by [`knobs!`]: field, type, the reference bot's setting and, for numbers, the lower and
//! upper bound. The reader of scenario files and its messages work from the same declaration.

use super::policy::{Acts, Courts, Deals, Integrate, Stocking, Targeting};
use crate::sim::terms::{Intent, Payment, QueuePolicy};
use crate::sim::units::Fen;
use std::fmt;

/// One knob, as a scenario file may set it.
#[derive(Clone, Debug, PartialEq)]
pub struct Knob {
    /// Its word in a scenario file: the name of the policy's field.
    pub name: &'static str,
    /// Which settings a file may give it.
    pub allowed: Allowed,
    /// What it does, as `rapport check --fields` tells it.
    pub doc: &'static str,
}

/// What may be written for a knob; bounds are part of what is allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum Allowed {
    /// `true` or `false`.
    Truth,
    /// A whole number from `low` to `high`.
    Whole {
        /// The least that may be written.
        low: u32,
        /// The most that may be written.
        high: u32,
    },
    /// Any number from `low` to `high`.
    Number {
        /// The least that may be written.
        low: f64,
        /// The most that may be written.
        high: f64,
    },
    /// Money in yuan.
    Yuan {
        /// The least that may be written.
        low: u32,
        /// The most that may be written.
        high: u32,
    },
    /// One of these words.
    Word(Vec<&'static str>),
}

/// What a file says of a knob.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// For a knob that is on or off.
    Truth(bool),
    /// For numbers, whole ones too.
    Number(f64),
    /// Written in yuan, held in fen.
    Money(Fen),
    /// The name of one of the choices.
    Word(&'static str),
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Setting::Truth(value) => write!(f, "{value}"),
            Setting::Number(value) => write!(f, "{value}"),
            Setting::Money(value) => write!(f, "{}", value.to_yuan()),
            Setting::Word(value) => write!(f, "{value}"),
        }
    }
}

/// A type that a knob may have.
pub(super) trait Adjustable: Sized {
    /// Bounds count for numbers only.
    fn allowed(bounds: (f64, f64)) -> Allowed;

    /// None where the setting is of another kind.
    fn of(setting: Setting) -> Option<Self>;
}

impl Adjustable for bool {
    fn allowed(_: (f64, f64)) -> Allowed {
        Allowed::Truth
    }

    fn of(setting: Setting) -> Option<bool> {
        if let Setting::Truth(value) = setting { Some(value) } else { None }
    }
}

impl Adjustable for i32 {
    fn allowed((low, high): (f64, f64)) -> Allowed {
        Allowed::Whole { low: low as u32, high: high as u32 }
    }

    fn of(setting: Setting) -> Option<i32> {
        if let Setting::Number(value) = setting { Some(value as i32) } else { None }
    }
}

impl Adjustable for usize {
    fn allowed((low, high): (f64, f64)) -> Allowed {
        Allowed::Whole { low: low as u32, high: high as u32 }
    }

    fn of(setting: Setting) -> Option<usize> {
        if let Setting::Number(value) = setting { Some(value as usize) } else { None }
    }
}

impl Adjustable for f64 {
    fn allowed((low, high): (f64, f64)) -> Allowed {
        Allowed::Number { low, high }
    }

    fn of(setting: Setting) -> Option<f64> {
        if let Setting::Number(value) = setting { Some(value) } else { None }
    }
}

impl Adjustable for Fen {
    fn allowed((low, high): (f64, f64)) -> Allowed {
        Allowed::Yuan { low: low as u32, high: high as u32 }
    }

    fn of(setting: Setting) -> Option<Fen> {
        if let Setting::Money(value) = setting { Some(value) } else { None }
    }
}

/// Choices go by the names of their variants.
macro_rules! words {
    ($($name:ident: $($variant:ident),+;)+) => { $(
        impl Adjustable for $name {
            fn allowed(_: (f64, f64)) -> Allowed {
                Allowed::Word(vec![$(stringify!($variant)),+])
            }

            fn of(setting: Setting) -> Option<$name> {
                match setting {
                    $( Setting::Word(stringify!($variant)) => Some($name::$variant), )+
                    _ => None,
                }
            }
        }
    )+ };
}

words! {
    Acts: Never, AsStated, ByLuck;
    Deals: All, FirstOrders, Repeat, Mixed;
    Targeting: Value, Equal;
    Integrate: Never, Early, Late, Build;
    Courts: Committee, Purchaser;
    Intent: Inform, Ask, Close;
    Payment: OnDelivery, Days30, Days60;
    Stocking: Expected, AfterTheSale;
    QueuePolicy: FirstCome, Severity, Value, DueDate;
}

/// Declares a policy: `field: type = the reference bot's setting, lowest, highest;` (bounds for numbers only).
macro_rules! knobs {
    ($(#[$meta:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $field:ident : $type:ty = $default:expr $(, $low:expr, $high:expr)?; )* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $( $(#[doc = $doc])+ pub $field: $type, )* }

        impl $name {
            /// The reference bot of docs/model.md#bots.
            #[must_use]
            pub fn balanced() -> $name {
                $name { $( $field: $default, )* }
            }

            /// Every knob in the order of declaration.
            #[must_use]
            pub fn knobs() -> Vec<Knob> {
                vec![ $( Knob {
                    name: stringify!($field),
                    allowed: <$type as Adjustable>::allowed((0.0 $(+ f64::from($low))?, 0.0 $(+ f64::from($high))?)),
                    doc: concat!($($doc),+).trim_ascii(),
                }, )* ]
            }

            /// Turns one knob; false if there is none of this name or the setting is of another kind. Bounds are the caller's to check.
            pub fn set(&mut self, knob: &str, setting: Setting) -> bool {
                match knob {
                    $( stringify!($field) => <$type as Adjustable>::of(setting).map(|value| self.$field = value).is_some(), )*
                    _ => false,
                }
            }
        }
    };
}

pub(super) use knobs;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bots::Policy;

    /// A setting at the far end of what is allowed.
    fn extreme(allowed: &Allowed) -> Setting {
        match allowed {
            Allowed::Truth => Setting::Truth(true),
            Allowed::Whole { high, .. } => Setting::Number(f64::from(*high)),
            Allowed::Number { high, .. } => Setting::Number(*high),
            Allowed::Yuan { high, .. } => Setting::Money(Fen::yuan(i64::from(*high))),
            Allowed::Word(words) => Setting::Word(words[words.len() - 1]),
        }
    }

    #[test]
    fn every_knob_can_be_turned_and_moves_its_own_field() {
        let mut moved = 0;
        for knob in Policy::knobs() {
            let mut policy = Policy::balanced();
            assert!(policy.set(knob.name, extreme(&knob.allowed)), "{knob:?}");
            let differs = policy != Policy::balanced();
            moved += usize::from(differs);
            // some of the reference bot's settings stand at the end already
            assert!(differs || matches!(knob.allowed, Allowed::Truth | Allowed::Number { .. }), "{knob:?}");
        }
        assert!(moved > 10);
    }

    #[test]
    fn the_reference_bot_keeps_to_the_bounds() {
        for knob in Policy::knobs() {
            match knob.allowed {
                Allowed::Whole { low, high } | Allowed::Yuan { low, high } => assert!(low < high, "{}", knob.name),
                Allowed::Number { low, high } => assert!(low < high, "{}", knob.name),
                Allowed::Word(words) => assert!(words.len() > 1, "{}", knob.name),
                Allowed::Truth => {}
            }
            assert!(!knob.doc.is_empty());
        }
    }

    #[test]
    fn a_setting_of_another_kind_or_name_changes_nothing() {
        let mut policy = Policy::balanced();
        for (name, setting) in [
            ("care", Setting::Truth(true)),
            ("fairs", Setting::Number(1.0)),
            ("gift", Setting::Number(200.0)),
            ("deals", Setting::Word("Equal")),
            ("cares", Setting::Number(1.0)),
        ] {
            assert!(!policy.set(name, setting), "{name}");
        }
        assert_eq!(policy, Policy::balanced());
    }
}
