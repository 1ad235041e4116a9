//! What one criterion comes to for one candidate, at a glance: the same sign wherever it is shown.

use crate::catalogue::{Lang, Text, decimals, render as words};
use crate::score::Need;
use crate::verdict::Finding;

/// What one criterion comes to for one candidate, at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Met.
    Met,
    /// The points that are proven, in quarters: 0 for none of them only, 4 for all of them only.
    Share(u8),
    /// Open.
    Unknown,
    /// Not met.
    NotMet,
    /// Does not count for this candidate.
    Skipped,
}

impl Mark {
    /// The mark of a criterion of whose points this share is proven; `earns_only` says that it has no threshold. Nothing is
    /// met that nobody asked for, and what is required lets a candidate in or does not: it has no share.
    #[must_use]
    pub(crate) fn of(finding: Finding, share: f64, need: Need, earns_only: bool) -> Self {
        let part = need == Need::Asset && share > 0.0 && share < 1.0;
        match finding {
            Finding::Skipped => Self::Skipped,
            Finding::Unknown => Self::Unknown,
            _ if earns_only || part => Self::Share(quarters(share)),
            Finding::Met => Self::Met,
            Finding::NotMet => Self::NotMet,
        }
    }

    /// The mark as one character.
    #[must_use]
    pub(crate) const fn sign(self, unicode: bool) -> char {
        match (self, unicode) {
            (Self::Met, true) => '✓',
            (Self::Met, false) => '+',
            (Self::Share(share), true) => match share {
                0 => '○',
                1 => '◔',
                2 => '◑',
                3 => '◕',
                _ => '●',
            },
            (Self::Share(share), false) => (b'0' + if share > 4 { 4 } else { share }) as char,
            (Self::Unknown, _) => '?',
            (Self::NotMet, true) => '✗',
            (Self::NotMet, false) => 'x',
            (Self::Skipped, true) => '·',
            (Self::Skipped, false) => '.',
        }
    }

    /// The signs that mean the same kind of thing, as a key shows them.
    #[must_use]
    pub(crate) fn signs(self, unicode: bool) -> String {
        match self {
            Self::Share(_) => {
                let all: Vec<String> = (0..=4).map(|share| Self::Share(share).sign(unicode).to_string()).collect();
                all.join(" ")
            }
            one => one.sign(unicode).to_string(),
        }
    }

    /// What the mark means, given how it is drawn.
    #[must_use]
    pub(crate) fn meaning(self, unicode: bool) -> Text {
        match self {
            Self::Met => words::met(),
            Self::Share(_) if unicode => words::share_of_points(),
            Self::Share(_) => words::quarters_of_points(),
            Self::Unknown => words::unknown(),
            Self::NotMet => words::not_met(),
            Self::Skipped => words::skipped_here(),
        }
    }
}

/// A share in quarters: none and all of it are said of these alone.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 3")]
fn quarters(share: f64) -> u8 {
    if share <= 0.0 {
        0
    } else if share >= 1.0 {
        4
    } else {
        (share * 4.0).round().clamp(1.0, 3.0) as u8
    }
}

/// A share in words, where nothing is met or not met: "47 %". Only none of it is 0 and only all of it is 100.
#[must_use]
pub(crate) fn share(share: f64, lang: Lang) -> String {
    let percent = 100.0 * share;
    let places = crate::catalogue::places_beside(percent, 0, &[0.0, 100.0]);
    words::percent(decimals(percent, places, lang)).to(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_threshold_nothing_is_met() {
        let mark = |finding, low, need, earns_only| Mark::of(finding, low, need, earns_only).sign(true);
        for (low, sign, figure, said) in [
            (0.0, '○', '0', "0%"),
            (0.001, '◔', '1', "0.1%"),
            (0.3, '◔', '1', "30%"),
            (0.5, '◑', '2', "50%"),
            (0.7, '◕', '3', "70%"),
            (0.999, '◕', '3', "99.9%"),
            (1.0, '●', '4', "100%"),
        ] {
            let finding = if low > 0.0 { Finding::Met } else { Finding::NotMet };
            assert_eq!(mark(finding, low, Need::Asset, true), sign);
            assert_eq!(Mark::of(finding, low, Need::Asset, true).sign(false), figure);
            assert_eq!(share(low, Lang::En), said);
        }
        assert_eq!(mark(Finding::Unknown, 0.7, Need::Asset, true), '?');
        assert_eq!(mark(Finding::Met, 1.0, Need::Asset, false), '✓');
        assert_eq!(mark(Finding::Met, 0.5, Need::Asset, false), '◑');
        assert_eq!(mark(Finding::Met, 0.5, Need::Required, false), '✓');
        assert_eq!(mark(Finding::NotMet, 0.0, Need::Asset, false), '✗');
        assert_eq!(share(0.5, Lang::Fr), "50\u{202f}%");
    }
}
