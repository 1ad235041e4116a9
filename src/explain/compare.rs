//! Why one candidate stands above another, criterion by criterion, and what would turn them.

use super::change::{all_well, cheapest, standing_after};
use super::near::lack_in;
use super::page::{AccountPage, Show};
use super::{CandidateAccount, CriterionAccount};
use crate::catalogue::{Lang, commands, decimals, explain as words, list_and};
use crate::mark::Mark;
use crate::rank::Key;
use crate::score::{Need, Score, Standing, Status};
use crate::verdict::Verdict;

/// Differences of less than this are none: what is left of arithmetic.
const EQUAL: f64 = 1e-9;

/// Writes why each of these candidates, the first in the order of rank first, stands above the next one.
///
/// # Errors
/// Whatever the writer says.
pub fn compare(
    candidates: &[CandidateAccount<'_>],
    show: &Show<'_>,
    out: &mut dyn std::fmt::Write,
) -> std::fmt::Result {
    let mut page = AccountPage::new(show);
    for pair in candidates.windows(2) {
        if let [above, below] = pair {
            page.gap();
            page.pair(above, below);
        }
    }
    out.write_str(&page.text)
}

/// The points of 100 that a criterion earns a candidate for certain.
fn score_of(candidate: &CandidateAccount<'_>, at: usize) -> f64 {
    let counting = candidate.criteria.iter().filter(|one| one.judged.counts);
    let weights: f64 = counting.map(|one| one.weight).sum();
    match candidate.criteria.get(at) {
        Some(one) if one.judged.counts && weights > 0.0 => 100.0 * one.weight * one.judged.credit.low / weights,
        _ => 0.0,
    }
}

fn who(candidate: &CandidateAccount<'_>) -> String {
    let name = candidate.name.trim();
    if name.is_empty() { candidate.id.to_owned() } else { format!("{} {name}", candidate.id) }
}

fn points(lang: Lang, score: Score) -> String {
    decimals(score.points(), 2, lang)
}

impl AccountPage<'_> {
    fn pair(&mut self, above: &CandidateAccount<'_>, below: &CandidateAccount<'_>) {
        let lang = self.lang();
        let [first, second] = [above, below].map(who);
        let tied = Key::from(above.standing) == Key::from(below.standing);
        let heading = if tied {
            words::tied_with(lang, &first, &second).to_string()
        } else {
            words::above(lang, &first, &second).to_string()
        };
        self.heading(1, &heading);
        if !above.set.is_empty() {
            let set: Vec<String> = above.set.iter().map(|set| format!("`{set}`")).collect();
            self.paragraph(commands::set_here(list_and(&set)).to(lang));
        }
        for candidate in [above, below] {
            self.entry("  ", &self.standing_line(candidate));
        }
        self.list_ends();
        self.paragraph(&reason(lang, above, below));
        self.gap();
        self.criteria(above, below);
        self.gap();
        let heading = words::what_would_turn(self.lang()).to_string();
        self.heading(2, &heading);
        let either = self.turn_of_the_first(above, below);
        self.turn(above, below, either);
    }

    fn standing_line(&self, candidate: &CandidateAccount<'_>) -> String {
        let lang = self.lang();
        let rank = candidate.ranks.map(|ranks| words::rank(lang, ranks.rank, candidate.total).to_string());
        let status = super::account::status_name(lang, candidate.standing.status);
        let score = words::score(lang, points(lang, candidate.standing.score)).to_string();
        let line = rank.map_or(status.clone(), |rank| words::beside(lang, status, rank).to_string());
        words::fails(lang, who(candidate), words::beside(lang, line, score)).to_string()
    }

    /// The criteria that differ, the largest difference first, then the others in one line.
    fn criteria(&mut self, above: &CandidateAccount<'_>, below: &CandidateAccount<'_>) {
        let lang = self.lang();
        let mut differing = Vec::new();
        let mut same = Vec::new();
        for (at, (one, other)) in above.criteria.iter().zip(below.criteria).enumerate() {
            let difference = score_of(above, at) - score_of(below, at);
            if one.judged.finding() == other.judged.finding() && difference.abs() < EQUAL {
                same.push(one.label.to(lang));
            } else {
                // What a requirement decides comes before points.
                let decides = one.need == Need::Required && one.judged.verdict != other.judged.verdict;
                differing.push((!decides, difference, one, other));
            }
        }
        differing.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.abs().total_cmp(&a.1.abs())));
        for (_, difference, one, other) in differing {
            let signed = match difference {
                none if none.abs() < EQUAL => words::no_points(lang).to_string(),
                more if more > 0.0 => words::for_first(lang, decimals(more, 2, lang)).to_string(),
                less => words::for_second(lang, decimals(-less, 2, lang)).to_string(),
            };
            self.entry("", &words::fails(lang, one.label.to(lang), signed).to_string());
            for (candidate, criterion) in [(above, one), (below, other)] {
                let mark = mark(criterion);
                let line = words::fails(lang, candidate.id, criterion.reason().to(lang)).to_string();
                self.marked("  ", mark, &line);
            }
        }
        if !same.is_empty() {
            self.gap();
            self.paragraph(&words::the_same(lang, same.join(", ")).to_string());
        }
    }

    /// What is open of the first may put the second above it, too: a requirement that it turns out not to meet.
    /// Answers whether it may.
    fn turn_of_the_first(&mut self, above: &CandidateAccount<'_>, below: &CandidateAccount<'_>) -> bool {
        let lang = self.lang();
        let open = above.criteria.iter().filter(|one| one.requires(Verdict::Unknown));
        let open: Vec<&str> = open.map(|one| one.label.to(lang)).collect();
        let refuted = Standing { status: Status::NotEligible, ..above.standing };
        let may = !open.is_empty() && Key::from(below.standing) < Key::from(refuted);
        if may {
            let line = words::turn_refuted(lang, above.id, open.join(", "), below.id);
            self.paragraph(&line.to_string());
        }
        may
    }

    /// What would put the second above the first, which what is open of the first may do as well.
    fn turn(&mut self, above: &CandidateAccount<'_>, below: &CandidateAccount<'_>, either: bool) {
        let lang = self.lang();
        if below.standing.status == Status::NotEligible && above.standing.status != Status::NotEligible {
            let failed = below.criteria.iter().filter(|one| one.requires(Verdict::NotMet));
            let lacks: Vec<String> = failed
                .map(|one| {
                    let lack = lack_in(lang, &one.account, &one.judged, one.when_missing);
                    words::fails(lang, one.label.to(lang), lack).to_string()
                })
                .collect();
            let lacks = lacks.join(" ; ");
            let line = match either {
                true => words::turn_correction_too(lang, below.id, lacks).to_string(),
                false => words::turn_correction(lang, below.id, lacks).to_string(),
            };
            return self.paragraph(&line);
        }
        let own = Key::from(above.standing);
        if let Some(confirmed) = cheapest(below.criteria).filter(|confirmed| !confirmed.is_empty()) {
            let after = standing_after(below.criteria, &confirmed);
            let asks: Vec<&str> = confirmed.iter().map(|one| one.label.to(lang)).collect();
            let score = points(lang, after.score);
            if Key::from(after) < own {
                let line = words::turn_confirmed(lang, asks.join(", "), below.id, score, above.id);
                return self.paragraph(&line.to_string());
            }
        }
        let best = all_well(below.standing);
        let score = points(lang, best.score);
        let line = if Key::from(best) < own {
            words::turn_all_well(lang, below.id, score, above.id).to_string()
        } else {
            words::no_turn(lang, below.id, score, above.id).to_string()
        };
        self.paragraph(&line);
    }
}

fn mark(criterion: &CriterionAccount) -> Mark {
    let CriterionAccount { judged, need, account, .. } = criterion;
    Mark::of(judged.finding(), judged.credit.low, *need, account.earns_only())
}

/// Why the first is above the second, in a sentence.
fn reason(lang: Lang, above: &CandidateAccount<'_>, below: &CandidateAccount<'_>) -> String {
    let (one, other) = (above.standing, below.standing);
    if one.status != other.status {
        let status = |status| super::account::status_name(lang, status);
        return words::status_decides(lang, status(one.status), status(other.status)).to_string();
    }
    if one.score != other.score {
        let by = one.score.points() - other.score.points();
        return words::score_decides(lang, decimals(by, 2, lang)).to_string();
    }
    if one.score_max != other.score_max {
        return words::possible_decides(lang, points(lang, one.score_max), points(lang, other.score_max)).to_string();
    }
    words::nothing_decides(lang).to_string()
}
