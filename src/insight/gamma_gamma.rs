//! Gamma-Gamma, a model of how much customers spend when they buy (Fader and Hardie 2013; docs/model.md#buying-models).

use super::purchases::Summary;

/// Amounts are gamma distributed about a mean of the customer's own, the means about that of all: p, q, and v in yuan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaGamma {
    /// Shape of the amounts of one customer, above 0: the larger, the less they differ.
    pub p: f64,
    /// Shape of the mean amounts of all customers, above 1: the larger, the less they differ.
    pub q: f64,
    /// Scale of the amounts in yuan: the mean of all customers is p v/(q-1).
    pub v: f64,
}

/// Fitted to the CDNOW customers, in dollars [L: Fader and Hardie].
impl Default for GammaGamma {
    fn default() -> GammaGamma {
        GammaGamma { p: 6.25, q: 3.74, v: 15.44 }
    }
}

impl GammaGamma {
    /// With v such that customers of whom nothing is known are expected to spend `mean`: v = (q-1)/p x mean.
    #[must_use]
    pub fn about(p: f64, q: f64, mean: f64) -> GammaGamma {
        GammaGamma { p, q, v: (q - 1.0) / p * mean }
    }

    /// E[M] = p (v + x m)/(p x + q - 1): the mean of all for a stranger, the customer's own the more it has bought.
    #[must_use]
    pub fn expected(&self, of: &Summary) -> f64 {
        self.p * (self.v + of.frequency * of.monetary) / (self.p * of.frequency + self.q - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vector_of_the_model_comes_out() {
        let of = Summary { frequency: 2.0, monetary: 22.35, ..Summary::default() };
        assert!((GammaGamma::default().expected(&of) / 24.663_714 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_more_is_known_the_more_it_counts() {
        let model = GammaGamma::about(6.25, 3.74, 99_000.0);
        let expected = |frequency: f64| model.expected(&Summary { frequency, monetary: 10_000.0, ..Summary::default() });
        assert!((expected(0.0) - 99_000.0).abs() < 1e-6);
        assert!(expected(1.0) < expected(0.0) && expected(5.0) < expected(1.0) && expected(5.0) > 10_000.0);
    }
}
