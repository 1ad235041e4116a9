//! What the formats for people share: marks, heads, and the lines above and below the candidates.

use std::borrow::Cow;

use super::safe;
use crate::catalogue::kinds::beside_label;
use crate::catalogue::{Lang, Say, Text, decimals, list_and, places_beside, render as words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::mark::{Mark, share};
use crate::score::{Need, Score, Status};
use crate::verdict::{Finding, Glance};
use crate::view::{CriterionHead, DecisionCounts, Foot, Heading, Line, OutputColumn};

/// How a text that the program did not write is made harmless.
pub(super) type Escape = fn(&str) -> Cow<'_, str>;

/// At most so many problems are told in a format for people.
const MOST_PROBLEMS: usize = 10;
/// At most so many near misses.
pub(super) const MOST_NEAR_MISSES: usize = 5;
/// At most so many files are named.
const MOST_FILES: usize = 3;

/// The mark of what is told of a criterion.
#[must_use]
pub(super) fn mark(glance: &Glance, criterion: &CriterionHead) -> Mark {
    Mark::of(glance.finding, glance.share, criterion.need, criterion.earns_only)
}

/// What a criterion comes to, in words; the share of its points where it has no threshold.
#[must_use]
pub(super) fn verdict(glance: &Glance, criterion: &CriterionHead) -> Text {
    match glance.finding {
        Finding::Met | Finding::NotMet if criterion.earns_only => Text::each(|lang| share(glance.share, lang)),
        Finding::Met => words::met(),
        Finding::NotMet => words::not_met(),
        Finding::Unknown => words::unknown(),
        Finding::Skipped => words::skipped(),
    }
}

/// A status in words.
#[must_use]
pub(super) fn status(status: Status) -> Text {
    match status {
        Status::Eligible => words::eligible(),
        Status::Review => words::review(),
        Status::NotEligible => words::not_eligible(),
    }
}

/// A severity in words.
#[must_use]
pub(super) fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => words::error(),
        Severity::Warning => words::warning(),
        Severity::Note => words::note(),
    }
}

/// A need in words.
#[must_use]
pub(super) fn need(need: Need) -> Text {
    match need {
        Need::Required => words::required_one(),
        Need::Asset => words::asset_one(),
    }
}

/// A score with one decimal, and as many more as it takes to show that it is neither none nor all of it: 99.96 is not
/// 100.0.
#[must_use]
pub(super) fn score(score: Score, lang: Lang) -> String {
    let places = score_places(score, 1);
    let shown = decimals(score.points(), places, lang);
    let mark = if lang == Lang::En { '.' } else { ',' };
    if shown.contains(mark) { shown } else { format!("{shown}{mark}0") }
}

/// How many decimals a score is shown with, `usual` if they do: only a full score is shown as 100, and only none at all
/// as 0.
#[must_use]
pub(super) fn score_places(score: Score, usual: usize) -> usize {
    places_beside(score.points(), usual, &[0.0, 100.0])
}

/// Whether candidates are called by their row.
#[must_use]
pub(super) const fn by_row(heading: &Heading) -> bool {
    heading.by_row && !heading.blind
}

/// The head of a field's column.
#[must_use]
pub(super) fn head(field: &OutputColumn, heading: &Heading) -> String {
    let text = match field {
        OutputColumn::Rank => words::rank(),
        OutputColumn::RankBest => words::rank_best(),
        OutputColumn::RankWorst => words::rank_worst(),
        OutputColumn::Id if by_row(heading) => words::row(),
        OutputColumn::Id => words::id(),
        OutputColumn::Name => words::name(),
        OutputColumn::Status => words::status(),
        OutputColumn::Score => words::score(),
        OutputColumn::ScoreMax => words::score_max(),
        OutputColumn::Criterion(i) => return heading.criteria.get(*i).map_or_else(String::new, |one| one.id.clone()),
        OutputColumn::Reason(_) | OutputColumn::Unread(_) => return super::csv::name(field, heading).into_owned(),
        OutputColumn::SourceFile => words::file(),
        OutputColumn::SourceLine => words::row(),
        OutputColumn::Notes => words::notes(),
        OutputColumn::Decided => words::by_people(),
        OutputColumn::Cell(_, name) => return name.to_string(),
    };
    text.say(heading.lang)
}

/// The numbers of the criteria with this need, in their order.
#[must_use]
pub(super) fn with_need(heading: &Heading, need: Need) -> Vec<usize> {
    (0..heading.criteria.len()).filter(|i| heading.criteria[*i].need == need).collect()
}

/// The posting: its title and who recruits.
#[must_use]
pub(super) fn title(heading: &Heading, escape: Escape) -> String {
    let parts: Vec<String> = [&heading.title, &heading.organisation]
        .into_iter()
        .flatten()
        .filter(|text| !text.trim().is_empty())
        .map(|text| escape(text).into_owned())
        .collect();
    if parts.is_empty() { words::untitled().say(heading.lang) } else { parts.join(" · ") }
}

/// What was screened: the files, the criteria and the day.
#[must_use]
pub(super) fn screened(heading: &Heading, escape: Escape) -> String {
    let mut files: Vec<Text> = heading
        .files
        .iter()
        .take(MOST_FILES)
        .map(|file| if file == "-" { words::standard_input() } else { Text::same(escape(file)) })
        .collect();
    if heading.files.len() > MOST_FILES {
        files.push(words::and_more_files(heading.files.len() - MOST_FILES));
    }
    let criteria = match &heading.criteria_file {
        Some(file) => words::criteria_from(escape(file).as_ref()),
        None => words::shipped_criteria(&heading.program),
    };
    let set: Vec<String> = heading.set.iter().map(|set| format!("`{}`", escape(set))).collect();
    let criteria = if set.is_empty() { criteria } else { words::criteria_with(criteria, list_and(&set)) };
    words::screened(list_and(&files), criteria, heading.as_of, &heading.as_of_source).say(heading.lang)
}

/// A criterion below the table: what it is called and what is asked.
#[must_use]
pub(super) fn criterion(criterion: &CriterionHead, lang: Lang, escape: Escape) -> String {
    let label = escape(&criterion.label);
    let asked = asked(criterion, lang);
    if asked.is_empty() || asked == criterion.label {
        return label.into_owned();
    }
    // "English: English: C1 or better" says it twice.
    let asked = beside_label(&criterion.label, &asked);
    words::criterion(label.as_ref(), escape(asked).as_ref()).say(lang)
}

/// What is asked, and on what basis where that is said.
#[must_use]
pub(super) fn asked(criterion: &CriterionHead, lang: Lang) -> String {
    match criterion.lawful_basis.as_deref() {
        Some(basis) => words::on_basis(&*criterion.requirement, basis.trim()).say(lang),
        None => criterion.requirement.clone(),
    }
}

/// What is to be asked of a candidate in review, or which requirements decided against one who is not eligible, by their
/// short names; empty for who is eligible.
#[must_use]
pub(super) fn why(line: &Line<'_>, heading: &Heading, escape: Escape) -> String {
    let with = |finding: Finding| {
        let required = heading.criteria.iter().zip(line.criteria).filter(|(one, _)| one.need == Need::Required);
        let found =
            required.filter(|(_, told)| told.finding == finding).map(|(one, _)| escape(&one.short).into_owned());
        found.collect::<Vec<_>>().join(", ")
    };
    let text = match line.status {
        _ if line.status_decided.is_some() => words::a_person_decided(),
        Status::Eligible => return String::new(),
        // Where nothing is known of anything, it is the row that has to be looked at.
        Status::Review
            if !line.criteria.is_empty() && line.criteria.iter().all(|told| told.finding == Finding::Unknown) =>
        {
            words::check_row()
        }
        Status::Review => words::to_check(with(Finding::Unknown)),
        Status::NotEligible => words::decided_by(with(Finding::NotMet)),
    };
    text.say(heading.lang)
}

/// What a block of the list is called, and how it stands to the others.
#[must_use]
pub(super) fn block(status: Status) -> Text {
    match status {
        Status::Eligible => words::block_eligible(),
        Status::Review => words::block_review(),
        Status::NotEligible => words::block_not_eligible(),
    }
}

/// The counts by status, in a line.
#[must_use]
pub(super) fn counts(foot: &Foot, lang: Lang) -> String {
    let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let [eligible, review, not_eligible] = foot.by_status.map(count);
    let counts = words::counts(
        words::candidates(count(foot.candidates)),
        words::count_eligible(eligible),
        words::count_review(review),
        words::count_not_eligible(not_eligible),
    );
    if foot.shown == foot.candidates {
        return counts.say(lang);
    }
    words::counts_shown(counts, words::shown(count(foot.shown))).say(lang)
}

/// What came of people's decisions, in a line.
#[must_use]
pub(super) fn decisions(foot: &Foot) -> Option<Text> {
    let DecisionCounts { applied, overturned, stale } = foot.decisions?;
    let mut told = words::decisions_applied(applied);
    if overturned > 0 {
        told = words::of_them(told, words::overturned(overturned));
    }
    Some(if stale > 0 { words::of_them(told, words::stale(stale)) } else { told })
}

/// What stands in place of the candidates where none is shown.
#[must_use]
pub(super) fn nobody(foot: &Foot) -> Text {
    if foot.candidates == 0 { words::no_candidates() } else { words::none_shown() }
}

/// The candidate that the command below the list is about: the first one whose id is plain.
#[derive(Clone, Debug, Default)]
pub(super) struct ExampleCandidate {
    any: bool,
    /// The file and the id.
    found: Option<(String, String)>,
}

impl ExampleCandidate {
    /// Looks at a candidate.
    pub(super) fn see(&mut self, line: &Line<'_>) {
        let plain = |c: char| c.is_alphanumeric() || " -_.,+#".contains(c);
        self.any = true;
        if self.found.is_none() && !line.id.is_empty() && !line.id.starts_with('-') && line.id.chars().all(plain) {
            self.found = Some((line.file.to_owned(), line.id.to_owned()));
        }
    }

    /// The command that tells this candidate's whole account, to be typed as it stands; nothing where nobody was seen.
    #[must_use]
    pub(super) fn command(&self, heading: &Heading) -> Option<String> {
        let (file, id) = match &self.found {
            Some((file, id)) => (file.clone(), safe::shell(id)?),
            None => (heading.files.first()?.clone(), words::id_word().say(heading.lang)),
        };
        self.any.then(|| command(heading, "explain", &[file], &[id]))
    }
}

/// The command that asks what is open, to be typed as it stands; nothing where nothing is for people to check, or where
/// the candidates came without a file, or in many.
#[must_use]
pub(super) fn settle(heading: &Heading, foot: &Foot) -> Option<String> {
    /// More files than that are not typed again.
    const MOST_FILES: usize = 8;
    let [_, review, _] = foot.by_status;
    let named = heading.files.len() <= MOST_FILES && heading.files.iter().all(|file| !unnamed(file));
    (review > 0 && named && !heading.files.is_empty()).then(|| command(heading, "settle", &heading.files, &[]))
}

/// One of the program's own commands on these files, and `words` of their own after them, as this run was asked.
fn command(heading: &Heading, name: &str, files: &[String], words: &[String]) -> String {
    let typed = |file: &String| {
        let path = if file.starts_with('-') { format!("./{file}") } else { file.clone() };
        // Files are called after people, too.
        let shown = safe::shell(&path).filter(|_| !heading.blind && !unnamed(file));
        shown.unwrap_or_else(|| words::file_word().say(heading.lang))
    };
    let files = files.iter().map(typed);
    let again = heading.again.iter().filter_map(|word| safe::shell(word));
    let program = [heading.program.clone(), name.to_owned()];
    program.into_iter().chain(files).chain(words.iter().cloned()).chain(again).collect::<Vec<_>>().join(" ")
}

/// Whether a file is what came on standard input, which has no name.
fn unnamed(file: &str) -> bool {
    file.starts_with('<') || file == "-"
}

/// A list below the candidates: what it is, and its lines.
pub(super) struct PeopleList {
    /// What it is.
    pub head: Text,
    /// Its lines, made harmless.
    pub lines: Vec<String>,
}

/// The first near misses and how many there are, where there are some.
#[must_use]
pub(super) fn near_misses(foot: &Foot, lang: Lang, escape: Escape) -> Option<PeopleList> {
    let mut lines: Vec<String> = foot.near_misses.iter().map(|miss| escape(miss.to(lang)).into_owned()).collect();
    let more = usize::try_from(foot.more_near_misses).unwrap_or(usize::MAX / 2);
    let head = words::near_misses(lines.len() + more);
    if more > 0 {
        lines.push(words::and_more_near(more).say(lang));
    }
    (!foot.near_misses.is_empty()).then_some(PeopleList { head, lines })
}

/// What the posting requires and nothing looks at, where there is such.
#[must_use]
pub(super) fn unchecked(heading: &Heading, escape: Escape) -> Option<PeopleList> {
    let quoted = |text: &String| words::quoted(escape(text.trim()).as_ref()).say(heading.lang);
    let lines: Vec<String> = heading.unchecked.iter().map(quoted).collect();
    (!lines.is_empty()).then(|| PeopleList { head: words::unchecked(lines.len()), lines })
}

/// What nothing looks at, near misses and problems, each only where there are some.
#[must_use]
pub(super) fn lists(heading: &Heading, foot: &Foot, escape: Escape) -> Vec<PeopleList> {
    let lang = heading.lang;
    let mut lists: Vec<PeopleList> = unchecked(heading, escape).into_iter().collect();
    lists.extend(near_misses(foot, lang, escape));
    lists.extend(problems(foot, lang, escape));
    lists
}

/// What is wrong with the data, where something is.
#[must_use]
pub(super) fn problems(foot: &Foot, lang: Lang, escape: Escape) -> Option<PeopleList> {
    let more = |told: usize, most: usize, more: u64| {
        told.saturating_sub(most) + usize::try_from(more).unwrap_or(usize::MAX / 2)
    };
    let told = foot.problems.iter().take(MOST_PROBLEMS);
    let mut lines: Vec<String> = told.map(|problem| in_a_line(problem, lang, escape)).collect();
    let more = more(foot.problems.len(), MOST_PROBLEMS, foot.more_problems);
    if more > 0 {
        lines.push(words::and_more_noted(more).say(lang));
    }
    (!foot.problems.is_empty()).then(|| PeopleList { head: words::problems(), lines })
}

/// A problem in a line: where, how grave, what.
#[must_use]
pub(super) fn in_a_line(problem: &Diagnostic, lang: Lang, escape: Escape) -> String {
    let told = words::told(severity(problem.severity), escape(problem.what.to(lang)).as_ref()).say(lang);
    match &problem.place {
        Some(place) if place.line > 0 => format!("{}:{} {told}", escape(&place.file), place.line),
        Some(place) if !place.file.is_empty() => format!("{} {told}", escape(&place.file)),
        _ => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_rounded_as_people_round_it() {
        for (steps, en, fr) in [
            (0, "0.0", "0,0"),
            (1, "0.000001", "0,000001"),
            (49_999, "0.05", "0,05"),
            (50_000, "0.1", "0,1"),
            (82_450_000, "82.5", "82,5"),
            (82_449_999, "82.4", "82,4"),
            (99_949_999, "99.9", "99,9"),
            (99_950_000, "99.95", "99,95"),
            (99_996_000, "99.996", "99,996"),
            (99_999_999, "99.999999", "99,999999"),
            (100_000_000, "100.0", "100,0"),
        ] {
            let score = Score::from_steps(steps);
            assert_eq!((&*super::score(score, Lang::En), &*super::score(score, Lang::Fr)), (en, fr));
        }
    }
}
