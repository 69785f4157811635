//! Whoever watches months being played again: a window or a command line. It is told how far they are and asked whether they are to
//! go on, often enough that a stop is heard at once; the clock and the thread are its own.

use std::ops::ControlFlow;

/// How much of a log, or of a month that is taken back, has been played again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Months that have ended again.
    pub months: usize,
    /// All that are to be played.
    pub of: usize,
}

/// Told before every step and at the end; a break stops there.
pub type Watch<'a> = dyn FnMut(Replayed) -> ControlFlow<()> + 'a;

/// Lets all months be played.
pub const fn to_the_end(_: Replayed) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
