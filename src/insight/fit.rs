//! Fitting the buying models to customers: the parameters under which what they did is most likely (docs/model.md#buying-models).
//!
//! The likelihood is climbed with a simplex (Nelder and Mead 1965) over the logarithms of the parameters; no derivatives,
//! no luck, the same answer every time.

use super::bg_nbd::BgNbd;
use super::gamma_gamma::GammaGamma;
use super::purchases::Summary;
use crate::sim::maths::{exp, ln, ln_1p, ln_gamma};

/// Customers with a repeat purchase below which a fit is guesswork.
pub const LEAST: usize = 10;
/// Parameters stay between e^-this and e^this.
const WIDEST: f64 = 9.2;
/// A simplex this flat has arrived.
const FLAT: f64 = 1e-10;
const MOST_STEPS: u32 = 4_000;

fn repeats(customers: &[Summary]) -> usize {
    customers.iter().filter(|of| of.frequency > 0.0).count()
}

fn paying(customers: &[Summary]) -> impl Iterator<Item = Summary> {
    customers.iter().copied().filter(|of| of.frequency > 0.0 && of.monetary > 0.0)
}

/// Whether both models can be fitted: at least [`LEAST`] customers came back, and paid.
#[must_use]
pub fn is_enough(customers: &[Summary]) -> bool {
    paying(customers).count() >= LEAST
}

/// BG/NBD by greatest likelihood; None with fewer than [`LEAST`] customers that came back.
#[must_use]
pub fn bg_nbd(customers: &[Summary]) -> Option<BgNbd> {
    if repeats(customers) < LEAST {
        return None;
    }
    let model = |at: &[f64; 4]| BgNbd { r: exp(at[0]), alpha: exp(at[1]), a: exp(at[2]), b: exp(at[3]) };
    let best = climb([0.0, 1.0, 0.0, 0.0], |at| customers.iter().map(|of| bought(&model(at), of)).sum::<f64>() / customers.len() as f64);
    Some(model(&best))
}

/// Gamma-Gamma by greatest likelihood, over the customers that came back and paid; None with fewer than [`LEAST`].
#[must_use]
pub fn gamma_gamma(customers: &[Summary]) -> Option<GammaGamma> {
    let paying: Vec<Summary> = paying(customers).collect();
    if paying.len() < LEAST {
        return None;
    }
    let mean = paying.iter().map(|of| of.monetary).sum::<f64>() / paying.len() as f64;
    // amounts as multiples of the mean, so that the currency does not matter; q above 1, so that there is a mean
    let scaled: Vec<Summary> = paying.iter().map(|of| Summary { monetary: of.monetary / mean, ..*of }).collect();
    let model = |at: &[f64; 3]| GammaGamma { p: exp(at[0]), q: 1.0 + exp(at[1]), v: exp(at[2]) };
    let best = climb([1.0, 1.0, 0.0], |at| scaled.iter().map(|of| paid(&model(at), of)).sum::<f64>() / scaled.len() as f64);
    let fitted = model(&best);
    Some(GammaGamma { v: fitted.v * mean, ..fitted })
}

/// Log-likelihood of a customer's purchases (Fader, Hardie and Lee 2005, equation 6).
fn bought(model: &BgNbd, of: &Summary) -> f64 {
    let BgNbd { r, alpha, a, b } = *model;
    let x = of.frequency;
    let rate = ln_gamma(r + x) - ln_gamma(r) + r * ln(alpha);
    let staying = ln_gamma(a + b) + ln_gamma(b + x) - ln_gamma(b) - ln_gamma(a + b + x);
    let here = -(r + x) * ln(alpha + of.age);
    if x <= 0.0 {
        return rate + staying + here;
    }
    let gone = ln(a) - ln(b + x - 1.0) - (r + x) * ln(alpha + of.recency);
    rate + staying + gone.max(here) + ln_1p(exp(-(gone - here).abs()))
}

/// Log-likelihood of a customer's mean amount (Fader and Hardie 2013, equation 1a).
fn paid(model: &GammaGamma, of: &Summary) -> f64 {
    let GammaGamma { p, q, v } = *model;
    let (x, m) = (of.frequency, of.monetary);
    ln_gamma(p * x + q) - ln_gamma(p * x) - ln_gamma(q) + q * ln(v) + (p * x - 1.0) * ln(m) + p * x * ln(x) - (p * x + q) * ln(x * m + v)
}

/// The place of the greatest value, from `start`; begun anew where it first comes to rest.
fn climb<const N: usize>(start: [f64; N], value: impl Fn(&[f64; N]) -> f64) -> [f64; N] {
    let height = |at: &[f64; N]| {
        let value = value(at);
        if value.is_finite() && at.iter().all(|x| x.abs() <= WIDEST) { value } else { f64::NEG_INFINITY }
    };
    let mut best = start;
    for step in [1.0, 0.3, 0.1] {
        best = simplex(best, step, &height);
    }
    best
}

fn simplex<const N: usize>(start: [f64; N], step: f64, height: &impl Fn(&[f64; N]) -> f64) -> [f64; N] {
    let mut corners: Vec<([f64; N], f64)> = vec![(start, height(&start))];
    for axis in 0..N {
        let mut corner = start;
        corner[axis] += step;
        corners.push((corner, height(&corner)));
    }
    for _ in 0..MOST_STEPS {
        corners.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (best, worst) = (corners[0].1, corners[N]);
        let size =
            (1..=N).flat_map(|i| (0..N).map(move |axis| (i, axis))).fold(0.0_f64, |most, (i, axis)| most.max((corners[i].0[axis] - corners[0].0[axis]).abs()));
        if size < FLAT.sqrt() && best - worst.1 < FLAT {
            break;
        }
        let mut centre = [0.0; N];
        for corner in &corners[..N] {
            for (axis, x) in centre.iter_mut().enumerate() {
                *x += corner.0[axis] / N as f64;
            }
        }
        // a point on the line from the worst corner through the centre of the others
        let along = |by: f64| -> ([f64; N], f64) {
            let mut place = centre;
            for (axis, x) in place.iter_mut().enumerate() {
                *x += by * (centre[axis] - worst.0[axis]);
            }
            (place, height(&place))
        };
        let reflected = along(1.0);
        let better = if reflected.1 > best {
            let further = along(2.0);
            Some(if further.1 > reflected.1 { further } else { reflected })
        } else if reflected.1 > corners[N - 1].1 {
            Some(reflected)
        } else {
            let nearer = if reflected.1 > worst.1 { along(0.5) } else { along(-0.5) };
            (nearer.1 > reflected.1.max(worst.1)).then_some(nearer)
        };
        match better {
            Some(corner) => corners[N] = corner,
            None => {
                let first = corners[0].0;
                for corner in &mut corners[1..] {
                    for (x, near) in corner.0.iter_mut().zip(first) {
                        *x = near + 0.5 * (*x - near);
                    }
                    corner.1 = height(&corner.0);
                }
            }
        }
    }
    corners.sort_by(|a, b| b.1.total_cmp(&a.1));
    corners[0].0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hill_is_climbed_to_its_top() {
        let top = climb([0.0, 0.0, 0.0], |at| -(at[0] - 1.0) * (at[0] - 1.0) - 10.0 * (at[1] + 2.0) * (at[1] + 2.0) - (at[2] - at[0]) * (at[2] - at[0]));
        for (found, expected) in top.into_iter().zip([1.0, -2.0, 1.0]) {
            assert!((found - expected).abs() < 1e-4, "{top:?}");
        }
    }

    #[test]
    fn too_few_customers_are_not_fitted() {
        let of = Summary { frequency: 2.0, recency: 10.0, age: 20.0, monetary: 5.0 };
        assert_eq!(bg_nbd(&[of; LEAST - 1]), None);
        assert_eq!(gamma_gamma(&[Summary { monetary: 0.0, ..of }; 30]), None);
        assert!(bg_nbd(&[of; LEAST]).is_some());
        let gift = Summary { monetary: 0.0, ..of };
        assert!(is_enough(&[of; LEAST]) && !is_enough(&[of; LEAST - 1]) && !is_enough(&[gift; LEAST]));
    }
}
