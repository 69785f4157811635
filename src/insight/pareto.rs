//! 80/20: how much of the whole the best few customers bring (docs/model.md#pyramid).

/// Share of the sum that the best fifth bring (at least one customer); losses count as nothing, and 0 of nothing.
#[must_use]
pub fn share_of_best_fifth(contributions: &[f64]) -> f64 {
    let ranked = best_first(contributions);
    let best = ranked.len().div_ceil(5);
    let total: f64 = ranked.iter().sum();
    if total > 0.0 { ranked.iter().take(best).sum::<f64>() / total } else { 0.0 }
}

/// The curve through (share of the customers, share of the sum), from (0, 0) to (1, 1); empty where nobody brought anything.
#[must_use]
pub fn curve(contributions: &[f64]) -> Vec<(f64, f64)> {
    let ranked = best_first(contributions);
    let total: f64 = ranked.iter().sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let mut points = Vec::with_capacity(ranked.len() + 1);
    let mut sum = 0.0;
    points.push((0.0, 0.0));
    for (place, contribution) in ranked.iter().enumerate() {
        sum += contribution;
        points.push(((place + 1) as f64 / ranked.len() as f64, sum / total));
    }
    points
}

fn best_first(contributions: &[f64]) -> Vec<f64> {
    let mut ranked: Vec<f64> = contributions.iter().map(|c| c.max(0.0)).collect();
    ranked.sort_by(|a, b| b.total_cmp(a));
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_fifth_is_at_least_one() {
        assert!((share_of_best_fifth(&[5.0, 80.0, 5.0, 5.0, 5.0]) - 0.8).abs() < 1e-12);
        assert!((share_of_best_fifth(&[30.0, -40.0, 10.0]) - 0.75).abs() < 1e-12);
        assert_eq!([share_of_best_fifth(&[]), share_of_best_fifth(&[-1.0])], [0.0; 2]);
    }

    #[test]
    fn the_curve_rises_to_one_and_bends() {
        assert_eq!(curve(&[1.0, 3.0, -2.0, 0.0]), [(0.0, 0.0), (0.25, 0.75), (0.5, 1.0), (0.75, 1.0), (1.0, 1.0)]);
        assert!(curve(&[0.0, -3.0]).is_empty());
    }
}
