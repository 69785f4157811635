//! Where satisfaction goes: the same curve for a delivery, a month of care, a ticket.

/// The satisfaction that a gap between perceived and expected leads to: `neutral + gain x gap`, clamped to 0-100.
pub(crate) fn target(neutral: f64, gap: f64, gain: [f64; 2]) -> f64 {
    (neutral + if gap > 0.0 { gain[0] * gap } else { gain[1] * gap }).clamp(0.0, 100.0)
}
