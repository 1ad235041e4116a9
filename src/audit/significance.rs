//! How likely a difference between two groups is by chance alone.

use statrs::distribution::{ContinuousCDF, Discrete, Hypergeometric, Normal};

/// So many selected of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proportion {
    /// Those selected.
    pub selected: u64,
    /// All of them.
    pub of: u64,
}

/// Probabilities whose logarithms differ by less are the same.
const SAME: f64 = 1e-9;

/// Fisher's exact test, two-sided: the sum of the probabilities of all tables with the same margins that are not more
/// probable than the one observed. (R. A. Fisher, Statistical Methods for Research Workers, § 21.02; the two-sided form is
/// that of R and SciPy.)
#[must_use]
pub(crate) fn fisher(a: Proportion, b: Proportion) -> Option<f64> {
    let (all, selected) = (a.of + b.of, a.selected + b.selected);
    let tables = Hypergeometric::new(all, selected, a.of).ok().filter(|_| a.of > 0 && b.of > 0)?;
    let (fewest, most) = ((selected + a.of).saturating_sub(all), selected.min(a.of));
    // By logarithms: of thousands of people, the parts of the fraction are beyond all floats.
    let observed = tables.ln_pmf(a.selected) + SAME;
    let not_above = (fewest..=most).map(|count| tables.ln_pmf(count)).filter(|chance| *chance <= observed);
    Some(not_above.map(f64::exp).sum::<f64>().min(1.0))
}

/// The difference of two shares in standard errors, with the variance of both together, and its two-sided probability;
/// 0 and 1 where all or none are selected.
#[must_use]
pub(crate) fn pooled_z(a: Proportion, b: Proportion) -> Option<(f64, f64)> {
    if a.of == 0 || b.of == 0 {
        return None;
    }
    let [xa, na, xb, nb] = [a.selected, a.of, b.selected, b.of].map(float);
    let pooled = (xa + xb) / (na + nb);
    let variance = pooled * (1.0 - pooled) * (1.0 / na + 1.0 / nb);
    if variance <= 0.0 {
        return Some((0.0, 1.0));
    }
    let z = (xa / na - xb / nb) / variance.sqrt();
    Some((z, 2.0 * Normal::standard().sf(z.abs())))
}

/// The 95 % confidence interval of the ratio of two shares, by its logarithm (Katz et al., Biometrics 34, 1978); nothing
/// where one of them is 0.
#[must_use]
pub(crate) fn ratio_interval(a: Proportion, b: Proportion) -> Option<(f64, f64)> {
    if a.selected == 0 || b.selected == 0 {
        return None;
    }
    let [xa, na, xb, nb] = [a.selected, a.of, b.selected, b.of].map(float);
    let ratio = (xa / na) / (xb / nb);
    let error = (1.0 / xa - 1.0 / na + 1.0 / xb - 1.0 / nb).max(0.0).sqrt();
    let reach = Normal::standard().inverse_cdf(0.975) * error;
    Some((ratio * (-reach).exp(), ratio * reach.exp()))
}

/// The same probabilities after Holm's correction for so many comparisons (S. Holm, Scandinavian Journal of Statistics 6,
/// 1979): the smallest times their number, the next times one less, none smaller than the one before.
#[must_use]
pub(crate) fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| chances[*a].total_cmp(&chances[*b]));
    let mut corrected = vec![0.0; chances.len()];
    let mut least: f64 = 0.0;
    for (nth, at) in order.into_iter().enumerate() {
        least = least.max((chances[at] * float((chances.len() - nth) as u64)).min(1.0));
        corrected[at] = least;
    }
    corrected
}

#[expect(clippy::cast_precision_loss, reason = "counts of people")]
pub(super) const fn float(count: u64) -> f64 {
    count as f64
}
