//! How often a code or a password may be tried. Counted for a class and for the whole host, never by address: a class behind one router
//! has one address, and must not be locked out by somebody in it who guesses.

use super::class::fact::At;

/// Wrong tries that are allowed at once.
const BURST: f64 = 20.0;
/// How many of them come back in a second.
const PER_SECOND: f64 = 0.5;

/// A bucket of wrong tries: right ones cost nothing, and are let in however empty it is.
#[derive(Clone, Copy, Debug)]
pub struct Tries {
    left: f64,
    at: At,
}

impl Default for Tries {
    fn default() -> Tries {
        Tries { left: BURST, at: At(0) }
    }
}

impl Tries {
    /// Whether a wrong try is told that it was wrong; else that there were too many.
    pub fn wrong(&mut self, now: At) -> bool {
        let passed = now.0.saturating_sub(self.at.0) as f64 / 1_000.0;
        self.left = (self.left + passed * PER_SECOND).min(BURST);
        self.at = now;
        let allowed = self.left >= 1.0;
        if allowed {
            self.left -= 1.0;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_guesses_is_slowed_down_and_let_in_again_later() {
        let mut tries = Tries::default();
        let at = At(1_000_000);
        assert!((0..20).all(|_| tries.wrong(at)) && !tries.wrong(at));
        assert!(tries.wrong(at.plus_seconds(3)) && !tries.wrong(at.plus_seconds(3)));
    }
}
