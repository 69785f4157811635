//! The clock of a class as pages show it.

use super::answer::say;
use crate::host::app::now;
use crate::host::class::fact::Clock;
use crate::words::Lang;

/// What is left of the month.
pub struct Countdown {
    /// Seconds that are left; None where nothing runs.
    pub ends: Option<u64>,
    /// The same in words; empty where there is no deadline.
    pub text: String,
}

impl Countdown {
    /// As it is now.
    pub fn of(clock: Clock, lang: Lang) -> Countdown {
        match clock {
            Clock::Ends(end) => {
                let left = now().seconds_until(end);
                Countdown { ends: Some(left), text: format!("{}:{:02}", left / 60, left % 60) }
            }
            Clock::Paused(_) => Countdown { ends: None, text: say(lang, "host-paused") },
            Clock::Open => Countdown { ends: None, text: String::new() },
        }
    }
}
