//! The few functions the equations need, the same to the bit on every platform.
//!
//! Only + - * / and sqrt of f64, and `exp`, `log` and their kin from the crate `libm` (docs/model.md#arithmetic).

/// e^x.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// e^x - 1, exact where x is next to nothing.
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// Natural logarithm of 1 + x, exact where x is next to nothing.
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// Natural logarithm of the gamma function, for x > 0.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Logistic function.
#[must_use]
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// Straight lines through `(points[i], values[i])`, constant outside. Points rise.
#[must_use]
pub fn interpolate(points: &[f64], values: &[f64], x: f64) -> f64 {
    let last = points.len() - 1;
    if x <= points[0] {
        return values[0];
    }
    for i in 1..=last {
        if x <= points[i] {
            let span = points[i] - points[i - 1];
            let share = if span > 0.0 { (x - points[i - 1]) / span } else { 1.0 };
            return values[i - 1] + (values[i] - values[i - 1]) * share;
        }
    }
    values[last]
}

/// Quantile of the standard normal distribution, Acklam's approximation (relative error below 1.15e-9). `p` in (0, 1).
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] =
        [-3.969_683_028_665_376e1, 2.209_460_984_245_205e2, -2.759_285_104_469_687e2, 1.383_577_518_672_69e2, -3.066_479_806_614_716e1, 2.506_628_277_459_239];
    const B: [f64; 5] = [-5.447_609_879_822_406e1, 1.615_858_368_580_409e2, -1.556_989_798_598_866e2, 6.680_131_188_771_972e1, -1.328_068_155_288_572e1];
    const C: [f64; 6] =
        [-7.784_894_002_430_293e-3, -3.223_964_580_411_365e-1, -2.400_758_277_161_838, -2.549_732_539_343_734, 4.374_664_141_464_968, 2.938_163_982_698_783];
    const D: [f64; 4] = [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416];
    const LOW: f64 = 0.02425;
    let tail = |q: f64| (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1.0);
    if p < LOW {
        tail((-2.0 * ln(p)).sqrt())
    } else if p <= 1.0 - LOW {
        let q = p - 0.5;
        let r = q * q;
        (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1.0)
    } else {
        -tail((-2.0 * ln(1.0 - p)).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_match_tables() {
        for (p, z) in [(0.5, 0.0), (0.975, 1.959_963_985), (0.01, -2.326_347_874), (0.999, 3.090_232_306)] {
            assert!((normal_quantile(p) - z).abs() < 1e-6, "{p}");
        }
    }

    #[test]
    fn interpolation_holds_ends() {
        let (x, y) = ([0.0, 10.0, 20.0], [1.0, 2.0, 0.0]);
        assert_eq!([-5.0, 0.0, 5.0, 15.0, 25.0].map(|v| interpolate(&x, &y, v)), [1.0, 1.0, 1.5, 1.0, 0.0]);
    }
}
