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
/// So near to that the likelihood still rises beyond.
const NEAR: f64 = 0.1;
/// A Gamma-Gamma q nearer to 1 says nothing of the mean of all, p v/(q-1).
const LEAST_ABOVE_ONE: f64 = 0.05;
/// Nor does one by which a stranger spends so many times what the customers do.
const FAR: f64 = 5.0;
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

/// What a fit came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit<Model> {
    /// The parameters under which the customers are most likely, as far as was looked.
    pub model: Model,
    /// Why they are no answer, if they are none.
    pub doubt: Option<Doubt>,
}

/// Why a fit gives no answer: what follows from its parameters is not what the customers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The parameter of this name grew or fell as far as was looked: the likelihood has no top.
    AtBound(&'static str),
    /// Gamma-Gamma: q is so near to 1, where the mean of all customers has no bound, that a stranger would spend many times
    /// what the customers do.
    NoMean,
}

/// The doubt about a place where the likelihood is greatest.
fn at_bound<const N: usize>(place: &[f64; N], names: [&'static str; N]) -> Option<Doubt> {
    place.iter().zip(names).find(|(x, _)| x.abs() > WIDEST - NEAR).map(|(_, name)| Doubt::AtBound(name))
}

/// BG/NBD by greatest likelihood; None with fewer than [`LEAST`] customers that came back.
#[must_use]
pub fn bg_nbd(customers: &[Summary]) -> Option<Fit<BgNbd>> {
    if repeats(customers) < LEAST {
        return None;
    }
    let model = |at: &[f64; 4]| BgNbd { r: exp(at[0]), alpha: exp(at[1]), a: exp(at[2]), b: exp(at[3]) };
    let bought = Bought::new(customers);
    let best = climb([0.0, 1.0, 0.0, 0.0], |at| bought.likelihood(&model(at)));
    Some(Fit { model: model(&best), doubt: at_bound(&best, ["r", "alpha", "a", "b"]) })
}

/// Gamma-Gamma by greatest likelihood, over the customers that came back and paid; None with fewer than [`LEAST`].
#[must_use]
pub fn gamma_gamma(customers: &[Summary]) -> Option<Fit<GammaGamma>> {
    let paying: Vec<Summary> = paying(customers).collect();
    if paying.len() < LEAST {
        return None;
    }
    let mean = paying.iter().map(|of| of.monetary).sum::<f64>() / paying.len() as f64;
    // amounts as multiples of the mean, so that the currency does not matter; q above 1, so that there is a mean
    let model = |at: &[f64; 3]| GammaGamma { p: exp(at[0]), q: 1.0 + exp(at[1]), v: exp(at[2]) };
    let paid = Paid::new(&paying, mean);
    let best = climb([1.0, 1.0, 0.0], |at| paid.likelihood(&model(at)));
    let fitted = model(&best);
    // of the model's own mean, in means of the customers
    let strangers = fitted.p * fitted.v / (fitted.q - 1.0);
    let no_mean = (fitted.q <= 1.0 + LEAST_ABOVE_ONE || strangers > FAR).then_some(Doubt::NoMean);
    let doubt = no_mean.or_else(|| at_bound(&best, ["p", "q", "v"]));
    Some(Fit { model: GammaGamma { v: fitted.v * mean, ..fitted }, doubt })
}

/// What customers bought and when, for likelihoods: those with the same numbers together.
struct Bought {
    /// By x: how many customers.
    often: Vec<(f64, f64)>,
    /// All T, and all `t_x`, by their place in the groups.
    ages: Vec<f64>,
    recencies: Vec<f64>,
    /// Place of x, of T and of `t_x`, and how many customers.
    groups: Vec<([usize; 3], f64)>,
    customers: f64,
}

impl Bought {
    fn new(customers: &[Summary]) -> Bought {
        let mut sorted: Vec<[f64; 3]> = customers.iter().map(|of| [of.frequency, of.age, of.recency]).collect();
        sorted.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])).then(a[2].total_cmp(&b[2])));
        let distinct = |which: usize| {
            let mut values: Vec<f64> = sorted.iter().map(|of| of[which]).collect();
            values.sort_unstable_by(f64::total_cmp);
            values.dedup();
            values
        };
        let (xs, ages, recencies) = (distinct(0), distinct(1), distinct(2));
        let place = |values: &[f64], value: f64| values.partition_point(|other| *other < value);
        let mut often: Vec<(f64, f64)> = xs.iter().map(|&x| (x, 0.0)).collect();
        let mut groups = Vec::new();
        for alike in sorted.chunk_by(|a, b| a == b) {
            let count = alike.len() as f64;
            let [x, age, recency] = alike[0];
            let x = place(&xs, x);
            often[x].1 += count;
            groups.push(([x, place(&ages, age), place(&recencies, recency)], count));
        }
        Bought { often, ages, recencies, groups, customers: customers.len() as f64 }
    }

    /// Mean log-likelihood of the purchases (Fader, Hardie and Lee 2005, equation 6).
    fn likelihood(&self, model: &BgNbd) -> f64 {
        let BgNbd { r, alpha, a, b } = *model;
        let mut sum = 0.0;
        let leaving: Vec<f64> = self.often.iter().map(|&(x, _)| if x > 0.0 { ln(a) - ln(b + x - 1.0) } else { f64::NEG_INFINITY }).collect();
        for &(x, count) in &self.often {
            let rate = ln_gamma(r + x) - ln_gamma(r) + r * ln(alpha);
            let staying = ln_gamma(a + b) + ln_gamma(b + x) - ln_gamma(b) - ln_gamma(a + b + x);
            sum += count * (rate + staying);
        }
        let after = |times: &[f64]| times.iter().map(|time| ln(alpha + time)).collect::<Vec<_>>();
        let (ages, recencies) = (after(&self.ages), after(&self.recencies));
        for &([x, age, recency], count) in &self.groups {
            let times = self.often[x].0;
            let here = -(r + times) * ages[age];
            let both = if times > 0.0 {
                let gone = leaving[x] - (r + times) * recencies[recency];
                gone.max(here) + ln_1p(exp(-(gone - here).abs()))
            } else {
                here
            };
            sum += count * both;
        }
        sum / self.customers
    }
}

/// What customers paid, for likelihoods: those with the same x together.
struct Paid {
    /// By x: how many customers, the sum of the logarithms of m, and x m of each.
    often: Vec<(f64, f64, f64, Vec<f64>)>,
    customers: f64,
}

impl Paid {
    fn new(paying: &[Summary], unit: f64) -> Paid {
        let mut sorted: Vec<(f64, f64)> = paying.iter().map(|of| (of.frequency, of.monetary / unit)).collect();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let often = sorted.chunk_by(|a, b| a.0 == b.0).map(|alike| {
            let logarithms = alike.iter().map(|&(_, m)| ln(m)).sum();
            (alike[0].0, alike.len() as f64, logarithms, alike.iter().map(|&(x, m)| x * m).collect())
        });
        Paid { often: often.collect(), customers: paying.len() as f64 }
    }

    /// Mean log-likelihood of the mean amounts (Fader and Hardie 2013, equation 1a).
    fn likelihood(&self, model: &GammaGamma) -> f64 {
        let GammaGamma { p, q, v } = *model;
        let mut sum = 0.0;
        for (x, count, logarithms, totals) in &self.often {
            let shape = p * x + q;
            let alike = ln_gamma(shape) - ln_gamma(p * x) - ln_gamma(q) + q * ln(v) + p * x * ln(*x);
            let spread: f64 = totals.iter().map(|total| ln(total + v)).sum();
            sum += count * alike + (p * x - 1.0) * logarithms - shape * spread;
        }
        sum / self.customers
    }
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

    fn customers(count: u32, of: impl Fn(u32) -> Summary) -> Vec<Summary> {
        (0..count).map(of).collect()
    }

    /// Everybody buys every week and never leaves: no rate of leaving is small enough.
    #[test]
    fn a_parameter_at_its_bound_is_no_answer() {
        let faithful = customers(40, |i| Summary { frequency: 20.0, recency: 20.0, age: 20.0, monetary: 50.0 + f64::from(i) });
        let fit = bg_nbd(&faithful).expect("enough");
        assert!(matches!(fit.doubt, Some(Doubt::AtBound(_))), "{fit:?}");
    }

    /// A few spend thousands of times what most do.
    #[test]
    fn amounts_without_a_mean_are_no_answer() {
        let wild = customers(200, |i| {
            let rank = f64::from(i + 1) / 201.0;
            Summary { frequency: 3.0, recency: 10.0, age: 20.0, monetary: 1.0 / (rank * rank) }
        });
        assert_eq!(gamma_gamma(&wild).expect("enough").doubt, Some(Doubt::NoMean));
        let tame = customers(200, |i| Summary { frequency: f64::from(1 + i % 4), recency: 10.0, age: 20.0, monetary: 50.0 + f64::from(i * 7919 % 101) });
        let fit = gamma_gamma(&tame).expect("enough");
        assert!(fit.model.q > 1.5, "{fit:?}");
    }

    /// The likelihood of customers one by one, as the papers write it.
    #[test]
    fn customers_together_are_as_likely_as_one_by_one() {
        let list = customers(60, |i| {
            let frequency = f64::from(i % 5);
            let recency = if frequency > 0.0 { f64::from(3 + i % 7) } else { 0.0 };
            Summary { frequency, recency, age: f64::from(12 + i % 3), monetary: f64::from(10 + i % 11) }
        });
        let (r, alpha, a, b): (f64, f64, f64, f64) = (0.4, 5.0, 0.8, 2.5);
        let bought = |of: &Summary| {
            let (x, t_x, age) = (of.frequency, of.recency, of.age);
            let first = ln_gamma(r + x) - ln_gamma(r) + r * ln(alpha);
            let second = ln_gamma(a + b) + ln_gamma(b + x) - ln_gamma(b) - ln_gamma(a + b + x);
            let stayed = exp(-(r + x) * ln(alpha + age));
            let left = if x > 0.0 { a / (b + x - 1.0) * exp(-(r + x) * ln(alpha + t_x)) } else { 0.0 };
            first + second + ln(stayed + left)
        };
        let expected = list.iter().map(bought).sum::<f64>() / 60.0;
        assert!((Bought::new(&list).likelihood(&BgNbd { r, alpha, a, b }) - expected).abs() < 1e-12);
        let (p, q, v): (f64, f64, f64) = (2.0, 3.0, 9.0);
        let back: Vec<Summary> = paying(&list).collect();
        let paid = |of: &Summary| {
            let (x, m) = (of.frequency, of.monetary);
            ln_gamma(p * x + q) - ln_gamma(p * x) - ln_gamma(q) + q * ln(v) + (p * x - 1.0) * ln(m) + p * x * ln(x) - (p * x + q) * ln(x * m + v)
        };
        let expected = back.iter().map(paid).sum::<f64>() / back.len() as f64;
        assert!((Paid::new(&back, 1.0).likelihood(&GammaGamma { p, q, v }) - expected).abs() < 1e-12);
    }
}
