//! Whether something is good or bad news.

/// What a line says by its colour or sign; its words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// Good news.
    Good,
    /// Wants attention soon.
    Due,
    /// Bad news, or too late.
    Late,
    /// About a deal that is open.
    Deal,
}
