//! The words that a decisions file is written with, both languages side by side.

use crate::fold::fold;
use crate::score::Status;
use crate::verdict::Verdict;

/// The headers that each column may have.
pub(super) const ID: &[&str] =
    &["id", "candidate", "candidate id", "candidat", "candidature", "n°", "numéro de candidat", "identifiant"];
/// Where no header is one of [`ID`]: the list of candidates without ids is one by row.
pub(super) const ROW: &[&str] = &["row", "ligne"];
pub(super) const CRITERION: &[&str] = &["criterion", "critère"];
pub(super) const CELL: &[&str] = &["cell", "cellule"];
pub(super) const DECISION: &[&str] = &["decision", "décision"];
pub(super) const REASON: &[&str] = &["reason", "why", "motif", "raison", "pourquoi"];
pub(super) const BY: &[&str] = &["by", "decided by", "par", "décidé par"];
pub(super) const AT: &[&str] = &["at", "decided at", "when", "le", "décidé le", "quand"];

const MET: &[&str] = &["met", "satisfait", "satisfaite", "rempli", "remplie"];
const NOT_MET: &[&str] =
    &["not met", "not_met", "unmet", "non satisfait", "non satisfaite", "pas satisfait", "non rempli", "non remplie"];

const ELIGIBLE: &[&str] = &["eligible", "éligible"];
const REVIEW: &[&str] = &["review", "for review", "in review", "à examiner"];
const NOT_ELIGIBLE: &[&str] =
    &["not eligible", "not_eligible", "ineligible", "non éligible", "pas éligible", "inéligible"];

fn is_one(text: &str, words: &[&str]) -> bool {
    let folded = fold(text);
    words.iter().any(|word| fold(word) == folded)
}

/// The verdict that a text is a word for.
#[must_use]
pub(crate) fn verdict(text: &str) -> Option<Verdict> {
    match () {
        () if is_one(text, MET) => Some(Verdict::Met),
        () if is_one(text, NOT_MET) => Some(Verdict::NotMet),
        () => None,
    }
}

/// The status that a text is a word for.
#[must_use]
pub(crate) fn status(text: &str) -> Option<Status> {
    let each = [(ELIGIBLE, Status::Eligible), (REVIEW, Status::Review), (NOT_ELIGIBLE, Status::NotEligible)];
    each.into_iter().find(|(words, _)| is_one(text, words)).map(|(_, status)| status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_the_same_in_both_languages() {
        for (text, expected) in [
            ("Met", Some(Verdict::Met)),
            (" satisfait ", Some(Verdict::Met)),
            ("NON SATISFAIT", Some(Verdict::NotMet)),
            ("not_met", Some(Verdict::NotMet)),
            ("8 years", None),
            ("", None),
        ] {
            assert_eq!(verdict(text), expected, "{text}");
        }
        assert_eq!(status("Non éligible"), Some(Status::NotEligible));
        assert_eq!(status("a examiner"), Some(Status::Review));
        assert_eq!(status("met"), None);
    }
}
