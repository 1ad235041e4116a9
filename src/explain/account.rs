//! One candidate's whole account, for a terminal.

use super::change::{Others, all_well, cheapest, failed, open_points, rank_after, reopens, standing_after};
use super::near::lack_in;
use super::page::{AccountPage, PageLayout, Show};
use super::reason::{asked, part_name, reason_into, value_read};
use super::{CriterionAccount, DecidedCriterion, decided, evidence};
use crate::catalogue::kinds::beside_label;
use crate::catalogue::render as below;
use crate::catalogue::{Lang, Say, Text, decimals, explain as words, list_and, places_beside};
use crate::decisions::Entry;
use crate::kinds::{Outcome, TestAccount};
use crate::mark::Mark;
use crate::score::{Judged, Need, Score, Standing, Status};
use crate::verdict::{Credit, Finding, Verdict};
use crate::view::Ranks;

/// How many open points are told.
const OPEN_POINTS: usize = 5;

/// All that is known of one candidate.
#[derive(Clone, Copy, Debug)]
pub struct CandidateAccount<'a> {
    /// The candidate's id.
    pub id: &'a str,
    /// The candidate's name; empty where there is none or it is hidden.
    pub name: &'a str,
    /// The file the record is in, as given.
    pub file: &'a str,
    /// The record's row as a spreadsheet counts it.
    pub row: u64,
    /// The values of the criteria file that are others in this run, as they were typed.
    pub set: &'a [String],
    /// What else is to be known about the record.
    pub notes: &'a [Text],
    /// Status and score.
    pub standing: Standing,
    /// Who decided the status, and what it is by the criteria.
    pub decided: Option<(&'a Entry, Status)>,
    /// The ranks; none where there is no ranking.
    pub ranks: Option<Ranks>,
    /// How many candidates there are, this one among them.
    pub total: u64,
    /// The criteria that count, in the file's order.
    pub criteria: &'a [CriterionAccount],
    /// What the posting requires and none of them looks at, in its own words.
    pub unchecked: &'a [String],
    /// Where the other candidates stand; not used where there is no ranking.
    pub others: Others<'a>,
}

/// Writes the whole account of one candidate: who, where they stand, each criterion, and what would change it.
///
/// # Errors
/// Whatever the writer says.
pub fn account_text(
    candidate: &CandidateAccount<'_>,
    show: &Show<'_>,
    out: &mut dyn std::fmt::Write,
) -> std::fmt::Result {
    let mut page = AccountPage::new(show);
    page.head(candidate);
    page.gap();
    page.heading(2, &words::what_would_change(show.lang).to_string());
    page.changes(candidate);
    page.unchecked(candidate.unchecked);
    for criterion in candidate.criteria {
        page.gap();
        page.criterion(criterion);
    }
    out.write_str(&page.text)
}

impl AccountPage<'_> {
    fn head(&mut self, candidate: &CandidateAccount<'_>) {
        let lang = self.lang();
        let who = if candidate.name.trim().is_empty() {
            candidate.id.to_owned()
        } else {
            format!("{} {}", candidate.id, candidate.name)
        };
        self.heading(1, &who);
        let source = words::source(lang, candidate.file, candidate.row).to_string();
        let set: Vec<String> = candidate.set.iter().map(|set| format!("`{set}`")).collect();
        let with = if set.is_empty() { source } else { words::with(lang, source, list_and(&set).to(lang)).to_string() };
        self.paragraph(&with);
        let Standing { status, score, score_max } = candidate.standing;
        let score = if score == score_max {
            words::score(lang, points(lang, score)).to_string()
        } else {
            words::score_range(lang, points(lang, score), points(lang, score_max)).to_string()
        };
        let mut line = status_name(lang, status);
        if let Some(Ranks { rank, best, worst }) = candidate.ranks {
            let mut told = words::rank(lang, rank, candidate.total).to_string();
            if (best, worst) != (rank, rank) {
                told = words::rank_range(lang, told, best, worst).to_string();
            }
            line = words::beside(lang, line, told).to_string();
        }
        self.paragraph(&words::beside(lang, line, score).to_string());
        if let Some((entry, machine)) = candidate.decided {
            let machine = status_name(lang, machine);
            self.paragraph(&words::status_decided(lang, decided(entry).to(lang), machine).to_string());
        }
        for note in candidate.notes {
            self.paragraph(&words::note(lang, note.to(lang)).to_string());
        }
        self.summary(candidate.criteria);
    }

    /// What the posting requires and no criterion looks at.
    fn unchecked(&mut self, unchecked: &[String]) {
        if unchecked.is_empty() {
            return;
        }
        let lang = self.lang();
        self.gap();
        self.heading(2, &below::unchecked(unchecked.len()).say(lang));
        unchecked.iter().for_each(|asked| self.item("  - ", &words::quote(lang, asked.trim()).to_string()));
    }

    /// What is met, what is to be checked and what is not met, and how many points the assets add, before all detail.
    fn summary(&mut self, criteria: &[CriterionAccount]) {
        let lang = self.lang();
        let of = |need: Need| criteria.iter().filter(move |one| one.need == need && one.judged.counts);
        let named = |verdict: Verdict| {
            let found = of(Need::Required).filter(|one| one.judged.verdict == verdict);
            found.map(|one| one.label.to(lang).to_owned()).collect::<Vec<_>>()
        };
        let [met, open, not_met] = [Verdict::Met, Verdict::Unknown, Verdict::NotMet].map(named);
        let all = of(Need::Required).count();
        if all > 0 {
            let mut line = words::required_met(lang, met.len(), decimals_of(all, lang)).to_string();
            if !open.is_empty() {
                line = words::and_open(lang, line, open.join(", ")).to_string();
            }
            if !not_met.is_empty() {
                line = words::and_not_met(lang, line, not_met.join(", ")).to_string();
            }
            self.paragraph(&line);
        }
        let weights: f64 = of(Need::Asset).map(|one| one.weight).sum();
        if weights > 0.0 {
            let sum =
                |share: fn(&Credit) -> f64| of(Need::Asset).map(|one| one.weight * share(&one.judged.credit)).sum();
            let [low, high] = [sum(|credit| credit.low), sum(|credit| credit.high)];
            let [low, high] = [low, high].map(|points| of_all(lang, points, weights));
            let earned = if low == high { low } else { words::to(lang, low, high).to_string() };
            self.paragraph(&words::assets_earn(lang, earned, decimals(weights, 2, lang)).to_string());
        }
    }

    fn criterion(&mut self, criterion: &CriterionAccount) {
        let lang = self.lang();
        let CriterionAccount { account, judged, weight, .. } = criterion;
        let need = match criterion.need {
            Need::Required => words::required(lang).to_string(),
            Need::Asset => words::asset(lang).to_string(),
        };
        let title = words::heading(lang, criterion.label.to(lang), need, decimals(*weight, 2, lang)).to_string();
        let mark = Mark::of(judged.finding(), judged.credit.low, criterion.need, account.earns_only());
        self.marked("", mark, &title);
        if let Some(quote) = &criterion.quote {
            self.row(&words::label_posting(lang), &words::quote(lang, quote.trim()).to_string());
        }
        self.row(&words::label_asked(lang), beside_label(criterion.label.to(lang), &asked(lang, account)));
        if let Some(basis) = &criterion.lawful_basis {
            self.row(&words::label_lawful(lang), basis.trim());
        }
        let cells = evidence(account);
        let empty = words::no_text(lang).to_string();
        self.row(&words::label_cell(lang), if cells.is_empty() { &empty } else { &cells });
        if account.how.is_none() {
            let (Ok(read) | Err(read)) = value_read(lang, account);
            self.row(&words::label_reading(lang), &read);
        } else {
            self.parts(account, "  ");
        }
        let mut reason = String::new();
        let said = criterion.decided.as_ref().map_or(*judged, |decided| decided.machine);
        reason_into(&mut reason, lang, account, &said, criterion.when_missing);
        let machine = words::because(lang, verdict_of(lang, account, &said), reason).to_string();
        if let Some(DecidedCriterion { entry, .. }) = &criterion.decided {
            let verdict = verdict_of(lang, account, judged);
            self.row(&words::label_verdict(lang), &words::because(lang, verdict, decided(entry).to(lang)).to_string());
        } else {
            self.row(&words::label_verdict(lang), &machine);
        }
        if judged.counts {
            self.row(&words::label_points(lang), &earned(lang, judged, *weight));
        }
        if criterion.decided.is_some() {
            let told = if said.counts {
                words::machine_said(lang, machine, earned(lang, &said, *weight)).to_string()
            } else {
                machine
            };
            self.row(&words::label_machine(lang), &told);
        }
    }

    /// The tests of a group, each on its own line.
    fn parts(&mut self, account: &TestAccount, indent: &str) {
        let lang = self.lang();
        for part in &account.parts {
            let Outcome { verdict, credit, .. } = part.outcome;
            // A part is held against its own threshold, whether the whole is required or not.
            let mark = Mark::of(verdict.into(), credit.low, Need::Required, part.earns_only());
            let requirement = part_name(lang, part);
            let line = if part.how.is_some() {
                requirement
            } else {
                let (Ok(read) | Err(read)) = value_read(lang, part);
                words::part(lang, requirement, read).to_string()
            };
            self.marked(indent, mark, &line);
            self.parts(part, &format!("{indent}  "));
        }
    }

    fn changes(&mut self, candidate: &CandidateAccount<'_>) {
        let lang = self.lang();
        if candidate.criteria.iter().any(CriterionAccount::distrusted) {
            let source = words::source(lang, candidate.file, candidate.row);
            return self.paragraph(&words::row_first(lang, source).to_string());
        }
        if candidate.decided.is_some() {
            self.paragraph(&words::status_is_decided(lang).to_string());
        }
        let Some(confirmations) = cheapest(candidate.criteria) else {
            return self.failures(candidate);
        };
        if confirmations.is_empty() {
            self.paragraph(&words::already_eligible(lang).to_string());
        } else {
            self.paragraph(&words::confirm(lang, confirmations.len()).to_string());
            for (at, one) in confirmations.iter().enumerate() {
                let line = words::fails(lang, one.label.to(lang), one.ask.to(lang)).to_string();
                self.item(&format!("  {}. ", at + 1), &line);
            }
            let after = standing_after(candidate.criteria, &confirmations);
            let score = words::then_stands(lang, points(lang, after.score)).to_string();
            self.standing("  ", score, after, candidate);
        }
        self.gap();
        self.open(candidate);
    }

    /// A line that says where the candidate would stand.
    fn standing(&mut self, first: &str, score: String, after: Standing, candidate: &CandidateAccount<'_>) {
        let rank = candidate.ranks.map(|_| (rank_after(after, candidate.others), candidate.total));
        let line = standing_at(self.lang(), score, rank);
        if self.show.layout == PageLayout::Markdown {
            self.gap();
            return self.paragraph(&line);
        }
        self.item(first, &line);
    }

    fn failures(&mut self, candidate: &CandidateAccount<'_>) {
        let lang = self.lang();
        let failed = failed(candidate.criteria);
        if failed.is_empty() {
            return self.paragraph(&words::no_confirmation(lang).to_string());
        }
        self.paragraph(&words::only_correction(lang, failed.len()).to_string());
        for criterion in failed {
            let lack = match &criterion.decided {
                Some(DecidedCriterion { entry, .. }) => decided(entry).say(lang),
                None => lack_in(lang, &criterion.account, &criterion.judged, criterion.when_missing),
            };
            self.item("  - ", &words::fails(lang, criterion.label.to(lang), lack).to_string());
            if reopens(criterion) {
                let columns = list_and(&columns(&criterion.account));
                self.item("    ", &words::supply(lang, columns.to(lang)).to_string());
            }
        }
    }

    fn open(&mut self, candidate: &CandidateAccount<'_>) {
        let lang = self.lang();
        let open = open_points(candidate.criteria);
        if open.is_empty() {
            return self.paragraph(&words::nothing_open(lang).to_string());
        }
        self.paragraph(&words::open_points(lang).to_string());
        for point in open.iter().take(OPEN_POINTS) {
            let line = words::could_add(lang, point.label.to(lang), of_all(lang, point.score, 100.0)).to_string();
            self.item("  - ", &line);
        }
        if open.len() > OPEN_POINTS {
            self.item("  - ", &words::and_more(lang, open.len() - OPEN_POINTS).to_string());
        }
        let well = all_well(candidate.standing);
        self.standing("  ", words::all_well(lang, points(lang, well.score)).to_string(), well, candidate);
    }
}

/// A standing's score, and its rank among so many, where there are ranks.
pub(super) fn standing_at(lang: Lang, score: String, rank: Option<(u64, u64)>) -> String {
    let Some((rank, total)) = rank else { return score };
    words::at_rank(lang, score, words::rank(lang, rank, total)).to_string()
}

/// A verdict in a word.
#[must_use]
pub fn verdict_of(lang: Lang, account: &TestAccount, judged: &Judged) -> String {
    match judged.finding() {
        Finding::Met | Finding::NotMet if account.earns_only() => words::adds_points(lang).to_string(),
        Finding::Met => words::met(lang).to_string(),
        Finding::NotMet => words::not_met(lang).to_string(),
        Finding::Unknown => words::unknown(lang).to_string(),
        Finding::Skipped => words::skipped(lang).to_string(),
    }
}

/// What of a weight is earned.
fn earned(lang: Lang, judged: &Judged, weight: f64) -> String {
    let share = |credit: f64| of_all(lang, weight * credit, weight);
    let [low, high] = [judged.credit.low, judged.credit.high].map(share);
    let earned = if low == high { low } else { words::to(lang, low, high).to_string() };
    words::points(lang, earned, decimals(weight, 2, lang)).to_string()
}

/// The names of the columns that an account rests on, each once.
pub(super) fn columns(account: &TestAccount) -> Vec<String> {
    let mut names: Vec<String> = account.evidence.iter().map(|cell| format!("`{}`", cell.column)).collect();
    for name in account.parts.iter().flat_map(columns) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn decimals_of(count: usize, lang: Lang) -> String {
    crate::catalogue::Say::say(&count, lang)
}

pub(super) fn points(lang: Lang, score: Score) -> String {
    of_all(lang, score.points(), 100.0)
}

/// Points of so many, with two decimals and as many more as it takes to show that they are neither none nor all.
fn of_all(lang: Lang, points: f64, all: f64) -> String {
    decimals(points, places_beside(points, 2, &[0.0, all]), lang)
}

pub(super) fn status_name(lang: Lang, status: Status) -> String {
    match status {
        Status::Eligible => words::eligible(lang).to_string(),
        Status::Review => words::review(lang).to_string(),
        Status::NotEligible => words::not_eligible(lang).to_string(),
    }
}

#[cfg(test)]
mod tests;
