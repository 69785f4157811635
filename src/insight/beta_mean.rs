//! Means under a beta distribution, as a sum over few points.
//!
//! The closed forms of buying models hold Gauss' 2F1, whose series converge slowly near 1, cancel, and have poles where
//! the models have none. The integral behind them is a mean over a beta distributed chance p of a smooth, positive function.
//! In the log-odds y = ln(p/(1-p)) its weight p^a (1-p)^b dies away at both ends like e^(ay) and e^(-by), and there the
//! trapezoidal rule converges faster than any power of its step: a hundred points give ten digits, wherever the
//! parameters lie.

use crate::sim::maths::{exp, exp_m1, ln, ln_1p};

/// Chances p and their weights; the weights sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct BetaMean {
    points: Vec<(f64, f64)>,
}

/// Step in y where the weight is broad, and as a share of its spread where it is narrow: the worst error met is 1e-10 of the value.
const STEP: f64 = 0.35;
const STEP_OF_SPREAD: f64 = 0.65;
/// Parts below e^-this of the greatest do not count.
const NEGLIGIBLE: f64 = 36.0;
/// So far out p or 1-p is nothing, every function of interest constant, and the weights a geometric row.
const FAR: f64 = 60.0;

impl BetaMean {
    /// Of a beta distribution with `a`, `b` > 0.
    #[must_use]
    pub fn new(a: f64, b: f64) -> BetaMean {
        let mode = ln(a / b).clamp(-FAR, FAR);
        let step = STEP.min(STEP_OF_SPREAD * (1.0 / a + 1.0 / b).sqrt());
        let greatest = log_weight(a, b, mode);
        let weight = |y: f64| log_weight(a, b, y) - greatest;
        let mut points = vec![(chance(mode), 1.0)];
        for (direction, fade) in [(-1.0, a), (1.0, b)] {
            let mut y = mode + direction * step;
            loop {
                let log = weight(y);
                // towards p = 0 a function may grow like 1/p, that is e^-y
                let growth = if direction < 0.0 { mode - y } else { 0.0 };
                if log + growth < -NEGLIGIBLE {
                    break;
                }
                if y * direction > FAR {
                    // this point and all beyond
                    points.push((chance(y), exp(log) / -exp_m1(-fade * step)));
                    break;
                }
                points.push((chance(y), exp(log)));
                y += direction * step;
            }
        }
        let sum: f64 = points.iter().map(|point| point.1).sum();
        for point in &mut points {
            point.1 /= sum;
        }
        BetaMean { points }
    }

    /// The mean of a function of p.
    #[must_use]
    pub fn of(&self, value: impl Fn(f64) -> f64) -> f64 {
        self.points.iter().map(|&(p, weight)| weight * value(p)).sum()
    }
}

/// p = 1/(1+e^-y).
fn chance(y: f64) -> f64 {
    if y < 0.0 { exp(y) / (1.0 + exp(y)) } else { 1.0 / (1.0 + exp(-y)) }
}

/// a ln p + b ln(1-p): p^(a-1) (1-p)^(b-1) times dp/dy.
fn log_weight(a: f64, b: f64, y: f64) -> f64 {
    let rest = ln_1p(exp(-y.abs()));
    if y < 0.0 { a * (y - rest) - b * rest } else { -a * rest - b * (y + rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found / expected - 1.0).abs() < 1e-9, "{found}, not {expected}");
    }

    #[test]
    fn moments_come_out_for_flat_skewed_and_narrow_weights() {
        for (a, b) in [(1.0, 1.0), (0.793, 2.426), (0.01, 0.01), (0.01, 300.0), (3_000.0, 0.05), (4_000.0, 9_000.0), (2.0, 5.0)] {
            let mean = BetaMean::new(a, b);
            near(mean.of(|_| 1.0), 1.0);
            near(mean.of(|p| p), a / (a + b));
            near(mean.of(|p| p * p), a * (a + 1.0) / ((a + b) * (a + b + 1.0)));
        }
        // E[1/p] = (a+b-1)/(a-1)
        near(BetaMean::new(2.0, 5.0).of(|p| 1.0 / p), 6.0);
    }
}
