//! The statistics that facts are judged by.
//!
//! Not by `statrs`: it has no rank correlation, and its chi-square takes the platform's `exp` and `ln` as soon as any crate turns
//! on `std` of `num-traits`, as the window's do; both are within 2e-13 of the true tail.

use crate::sim::maths::{exp, ln};

/// Ranks of `values` from 1, ties sharing the mean of their places.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let mut end = start;
        while end + 1 < order.len() && values[order[end + 1]] == values[order[start]] {
            end += 1;
        }
        let shared = (start + end) as f64 / 2.0 + 1.0;
        for &place in &order[start..=end] {
            ranks[place] = shared;
        }
        start = end + 1;
    }
    ranks
}

/// Spearman's rank correlation, -1 to 1; 0 where one side does not vary.
#[must_use]
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len().max(1) as f64;
    let (ma, mb) = (mean(&a), mean(&b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(&b) {
        ab += (x - ma) * (y - mb);
        aa += (x - ma) * (x - ma);
        bb += (y - mb) * (y - mb);
    }
    if aa > 0.0 && bb > 0.0 { ab / (aa * bb).sqrt() } else { 0.0 }
}

/// Chi-square of counts against equal shares.
#[must_use]
pub fn chi_square(counts: &[u64]) -> f64 {
    let expected = counts.iter().sum::<u64>() as f64 / counts.len().max(1) as f64;
    if expected == 0.0 {
        return 0.0;
    }
    counts.iter().map(|&count| (count as f64 - expected) * (count as f64 - expected) / expected).sum()
}

/// Probability that a chi-square of `freedom` degrees exceeds `x`: the upper regularised incomplete gamma function
/// Q(freedom/2, x/2), by its series below and its continued fraction above.
#[must_use]
pub fn chi_square_survival(x: f64, freedom: usize) -> f64 {
    let (a, x) = (freedom as f64 / 2.0, x / 2.0);
    if x <= 0.0 {
        return 1.0;
    }
    let scale = exp(a * ln(x) - x - libm::lgamma(a));
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for n in 1..500 {
            term *= x / (a + f64::from(n));
            sum += term;
            if term < sum * 1e-16 {
                break;
            }
        }
        return (1.0 - scale * sum).max(0.0);
    }
    let tiny = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / b;
    let mut h = d;
    for n in 1..500 {
        let n = f64::from(n);
        let an = -n * (n - a);
        b += 2.0;
        let denominator = an * d + b;
        d = 1.0 / if denominator.abs() < tiny { tiny } else { denominator };
        c = b + an / c;
        c = if c.abs() < tiny { tiny } else { c };
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    scale * h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_their_places() {
        assert_eq!(ranks(&[10.0, 30.0, 20.0, 20.0]), [1.0, 4.0, 2.5, 2.5]);
    }

    #[test]
    fn spearman_of_known_orders() {
        assert_eq!(spearman(&[1.0, 2.0, 3.0, 4.0], &[10.0, 20.0, 25.0, 90.0]), 1.0);
        assert_eq!(spearman(&[1.0, 2.0, 3.0, 4.0], &[4.0, 3.0, 2.0, 1.0]), -1.0);
        // d = (1, 1, 2, 0, 0): 1 - 6 x 6 / (5 x 24)
        assert!((spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 3.0, 1.0, 4.0, 5.0]) - 0.7).abs() < 1e-12);
        assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), 0.0);
    }

    #[test]
    fn chi_square_matches_tables() {
        for (x, freedom, p) in [(3.841_459, 1, 0.05), (7.814_728, 3, 0.05), (16.266_236, 3, 0.001), (11.070_498, 5, 0.05), (2.365_974, 3, 0.5), (0.0, 3, 1.0)] {
            assert!((chi_square_survival(x, freedom) - p).abs() < 1e-6, "{x} {freedom}: {}", chi_square_survival(x, freedom));
        }
        assert_eq!(chi_square(&[10, 20, 30]), 10.0);
    }
}
