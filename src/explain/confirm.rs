//! The fewest confirmations that make a candidate eligible.
//!
//! A confirmation is about cells: it narrows what they mean, for every test that measures the same of them. So one
//! question is asked of the same cells, about the most that is to be shown, and what is promised counts in all criteria
//! that read them, those included that were left out for want of a cell.
//!
//! Criteria that share no question are looked at one after the other. Where no two tests of them share one, the cheapest
//! parts make the cheapest whole: a test costs 1, what is met nothing, all of several tests what they cost together, any of
//! them what the cheapest costs. Else every set is tried, the smallest first; among sets of one size, the one that comes
//! first in the criteria file.

use std::cell::Cell;

use super::CriterionAccount;
use super::amount;
use super::ask::ask;
use super::narrow::{both, confirmed, meet, passing};
use crate::catalogue::{Text, kinds, list_and};
use crate::kinds::{How, Outcome, TestAccount};
use crate::reading::{Range, Reading};
use crate::score::{Judged, Need};
use crate::verdict::Verdict;

/// So many sets are tried; after that, one that is enough and from which nothing can be left out has to do.
const TRIES: u32 = 4_000;

/// Cells to be settled with the candidate.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// What the required criteria that it settles are called.
    pub label: Text,
    /// What is to be shown, as a phrase.
    pub requirement: Text,
    /// The columns of the cells.
    pub columns: Vec<String>,
    /// What to ask for. May quote the candidate: hostile until escaped.
    pub ask: Text,
    /// What the cells mean once it is confirmed.
    pub reading: Reading,
    /// A test that measures it.
    account: TestAccount,
}

/// Something that the cells are asked about, and the required tests that an answer may settle: those that measure the
/// same of them, or what follows from it.
struct CellQuestion<'a> {
    account: &'a TestAccount,
    settles: Vec<&'a TestAccount>,
}

/// What the cells of a question may turn out to mean.
#[derive(Clone)]
struct PossibleAnswer<'a> {
    question: usize,
    account: &'a TestAccount,
    reading: Reading,
    /// The tests that are to pass.
    shown: Vec<&'a TestAccount>,
}

/// The fewest confirmations that make the candidate eligible, in the order of the criteria file: none for one who is,
/// nothing where a requirement is not met, or where requirements exclude each other, so that no confirmation could.
#[must_use]
pub fn cheapest(criteria: &[CriterionAccount]) -> Option<Vec<Confirmation>> {
    if criteria.iter().any(|criterion| criterion.requires(Verdict::NotMet)) {
        return None;
    }
    let search = ConfirmSearch::new(criteria);
    let mut answers = Vec::new();
    for part in search.parts() {
        answers.extend(search.fewest(&part)?);
    }
    answers.sort_by_key(|answer| answer.question);
    Some(answers.iter().map(|answer| search.confirmation(answer)).collect())
}

/// What every criterion says once these are confirmed and everything else is as it was.
pub(super) fn after(criteria: &[CriterionAccount], confirmed: &[Confirmation]) -> Vec<CriterionAccount> {
    let answers: Vec<_> = confirmed.iter().map(|one| (&one.account, one.reading)).collect();
    let judged = criteria.iter().map(|criterion| judged_after(criterion, &answers));
    criteria.iter().zip(judged).map(|(criterion, judged)| CriterionAccount { judged, ..criterion.clone() }).collect()
}

type AccountRead<'a> = (&'a TestAccount, Reading);

fn judged_after(criterion: &CriterionAccount, told: &[AccountRead<'_>]) -> Judged {
    // What a person decided stays so, whatever is confirmed of the cells.
    if criterion.decided.is_some() {
        return criterion.judged;
    }
    let mut touched = false;
    let Outcome { verdict, credit, .. } = outcome_after(&criterion.account, told, &mut touched);
    // Whoever answers has said something: an empty cell is empty no longer.
    if touched { Judged { verdict, credit, counts: true } } else { criterion.judged }
}

fn outcome_after(account: &TestAccount, told: &[AccountRead<'_>], touched: &mut bool) -> Outcome {
    if let Some(how) = account.how {
        let parts: Vec<Outcome> = account.parts.iter().map(|part| outcome_after(part, told, touched)).collect();
        return how.together(&account.bound, parts.into_iter()).1;
    }
    let told: Vec<&AccountRead<'_>> = told.iter().filter(|(of, _)| tells_of(of, account)).collect();
    if told.is_empty() {
        return account.outcome;
    }
    *touched = true;
    let reading =
        told.into_iter().fold(account.reading, |reading, (of, other)| reading_after(account, reading, of, *other));
    Outcome { verdict: account.bound.verdict(reading), credit: account.bound.credit(reading), missing: false, gap: 0.0 }
}

/// What an account means where another one, which tells of it, means this.
fn reading_after(account: &TestAccount, reading: Reading, of: &TestAccount, other: Reading) -> Reading {
    if account.subject == of.subject {
        return meet(reading, other);
    }
    // The whole is at least what its part is.
    let low = other.hull().map(|range| Range { high: f64::INFINITY, high_open: false, ..range });
    let top = passing(&account.unit, crate::reading::Bound::default());
    low.and_then(|low| both(low, top)).map_or(reading, |range| meet(reading, Reading::Within(range)))
}

/// Whether what is confirmed of one account holds of the other: where both measure the same of the same cells, or the one
/// a part of it, such as degrees in some fields.
fn tells_of<'a>(one: &'a TestAccount, other: &'a TestAccount) -> bool {
    let columns = |account: &'a TestAccount| account.evidence.iter().map(|cell| &cell.column);
    std::mem::discriminant(&one.unit) == std::mem::discriminant(&other.unit)
        && (one.subject == other.subject || other.subject.is_empty())
        && columns(one).eq(columns(other))
}

fn leaves(account: &TestAccount) -> Vec<&TestAccount> {
    if account.how.is_none() { vec![account] } else { account.parts.iter().flat_map(leaves).collect() }
}

struct ConfirmSearch<'a> {
    /// The required criteria that are open, or would be if their cells were not empty.
    open: Vec<&'a CriterionAccount>,
    questions: Vec<CellQuestion<'a>>,
    /// What each question may be answered.
    answers: Vec<Vec<PossibleAnswer<'a>>>,
    /// How many sets may still be tried.
    tries: Cell<u32>,
}

impl<'a> ConfirmSearch<'a> {
    fn new(criteria: &'a [CriterionAccount]) -> Self {
        let is_open = |one: &&CriterionAccount| {
            one.need == Need::Required && (!one.judged.counts || one.judged.verdict == Verdict::Unknown)
        };
        let open: Vec<&CriterionAccount> = criteria.iter().filter(is_open).collect();
        let asked = open.iter().filter(|criterion| criterion.decided.is_none());
        let unknown: Vec<&TestAccount> = (asked.flat_map(|criterion| leaves(&criterion.account)))
            .filter(|leaf| leaf.outcome.verdict == Verdict::Unknown)
            .collect();
        let mut questions: Vec<CellQuestion<'_>> = Vec::new();
        for account in &unknown {
            let same = |known: &CellQuestion<'_>| tells_of(known.account, account) && tells_of(account, known.account);
            if !questions.iter().any(same) {
                let settles = unknown.iter().copied().filter(|leaf| tells_of(account, leaf)).collect();
                questions.push(CellQuestion { account, settles });
            }
        }
        let answers = questions.iter().enumerate().map(|(at, question)| question.answers(at)).collect();
        Self { open, questions, answers, tries: Cell::new(TRIES) }
    }

    /// The open criteria in groups that share no question.
    fn parts(&self) -> Vec<Vec<&'a CriterionAccount>> {
        let mut group: Vec<usize> = (0..self.open.len()).collect();
        for question in &self.questions {
            let touched: Vec<usize> = (0..self.open.len()).filter(|at| question.touches(self.open[*at])).collect();
            let least = touched.iter().map(|at| group[*at]).min();
            for old in touched.iter().map(|at| group[*at]).collect::<Vec<_>>() {
                group.iter_mut().filter(|of| **of == old).for_each(|of| *of = least.unwrap_or(old));
            }
        }
        let part = |of: usize| (0..group.len()).filter(|at| group[*at] == of).map(|at| self.open[at]).collect();
        (0..group.len()).map(part).filter(|part: &Vec<_>| !part.is_empty()).collect()
    }

    /// The fewest answers that settle these criteria.
    fn fewest(&self, part: &[&'a CriterionAccount]) -> Option<Vec<PossibleAnswer<'a>>> {
        let asked: Vec<usize> = (0..self.questions.len())
            .filter(|at| part.iter().any(|criterion| self.questions[*at].touches(criterion)))
            .collect();
        let alone = asked.iter().all(|at| self.questions[*at].settles.len() == 1);
        let mut found = if alone {
            let open = part.iter().filter(|criterion| criterion.requires(Verdict::Unknown));
            let leaves =
                open.map(|criterion| cheapest_leaves(&criterion.account)).collect::<Option<Vec<_>>>()?.concat();
            leaves.into_iter().map(|leaf| self.answer_of(leaf)).collect::<Option<Vec<_>>>()?
        } else {
            self.tries.set(TRIES);
            let each = (0..=asked.len()).find_map(|most| self.try_sets(part, &mut Vec::new(), None, most));
            each.or_else(|| self.leave_out(part, &asked))?
        };
        self.ask_for_no_more(part, &mut found);
        Some(found)
    }

    /// The answer to the only question about a test.
    fn answer_of(&self, leaf: &TestAccount) -> Option<PossibleAnswer<'a>> {
        let is_it = |answer: &&PossibleAnswer<'_>| std::ptr::eq(answer.account, leaf);
        self.answers.iter().flatten().find(is_it).cloned()
    }

    /// The first of the criteria that is not met, and what it says.
    fn unmet<'b>(
        &self,
        part: &[&'b CriterionAccount],
        chosen: &[PossibleAnswer<'_>],
    ) -> Option<(&'b CriterionAccount, Verdict)> {
        let told = told(chosen);
        part.iter().find_map(|criterion| {
            let judged = judged_after(criterion, &told);
            (judged.counts && judged.verdict != Verdict::Met).then_some((*criterion, judged.verdict))
        })
    }

    /// With these answers and at most so many more, the first set that is enough. `last` is the criterion that the last
    /// answer was for, and its question: those before it have been tried.
    fn try_sets(
        &self,
        part: &[&'a CriterionAccount],
        chosen: &mut Vec<PossibleAnswer<'a>>,
        last: Option<(&'a CriterionAccount, usize)>,
        most: usize,
    ) -> Option<Vec<PossibleAnswer<'a>>> {
        let Some((criterion, verdict)) = self.unmet(part, chosen) else { return Some(chosen.clone()) };
        if verdict == Verdict::NotMet || most == 0 || self.tries.get() == 0 {
            return None;
        }
        self.tries.set(self.tries.get() - 1);
        let from = last.filter(|(before, _)| std::ptr::eq(*before, criterion)).map_or(0, |(_, question)| question + 1);
        for question in from..self.questions.len() {
            if chosen.iter().any(|answer| answer.question == question) || !self.questions[question].touches(criterion) {
                continue;
            }
            for answer in &self.answers[question] {
                chosen.push(answer.clone());
                let found = self.try_sets(part, chosen, Some((criterion, question)), most - 1);
                chosen.pop();
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// All answers without those that can be left out one after the other, the last first.
    fn leave_out(&self, part: &[&CriterionAccount], asked: &[usize]) -> Option<Vec<PossibleAnswer<'a>>> {
        let mut chosen: Vec<PossibleAnswer<'a>> =
            asked.iter().filter_map(|at| self.answers[*at].first().cloned()).collect();
        if self.unmet(part, &chosen).is_some() {
            return None;
        }
        for at in (0..chosen.len()).rev() {
            let answer = chosen.remove(at);
            if self.unmet(part, &chosen).is_some() {
                chosen.insert(at, answer);
            }
        }
        Some(chosen)
    }

    /// Asks each question for no more than what is enough: first without tests that ask for more than the others, then
    /// without those that ask for less.
    fn ask_for_no_more(&self, part: &[&CriterionAccount], chosen: &mut [PossibleAnswer<'a>]) {
        for at in 0..chosen.len() {
            for narrower in [true, false] {
                for nth in (0..chosen[at].shown.len()).rev() {
                    let before = chosen[at].clone();
                    let mut shown = before.shown.clone();
                    shown.remove(nth);
                    let less = self.questions[before.question].answer(before.question, shown);
                    let Some(less) = less.filter(|less| (less.reading != before.reading) == narrower) else { continue };
                    chosen[at] = less;
                    if self.unmet(part, chosen).is_some() {
                        chosen[at] = before;
                    }
                }
            }
        }
    }

    fn confirmation(&self, answer: &PossibleAnswer<'_>) -> Confirmation {
        let PossibleAnswer { question, account, reading, shown } = answer;
        let mut requirements: Vec<Text> = Vec::new();
        for leaf in shown {
            if !requirements.contains(&leaf.requirement) {
                requirements.push(Text::clone(&leaf.requirement));
            }
        }
        let requirement = kinds::all_of(&requirements);
        let told = [(*account, *reading)];
        let met = |leaf: &TestAccount| outcome_after(leaf, &told, &mut false).verdict == Verdict::Met;
        let settled = self.open.iter().filter(|criterion| self.questions[*question].tests_of(criterion).any(met));
        let labels: Vec<Text> = settled.map(|criterion| criterion.label.clone()).collect();
        let passing = all_passing(shown);
        let whys = passing.and_then(|passing| confirmed(account, passing)).map_or(&[][..], |(_, whys)| whys);
        Confirmation {
            label: list_and(&labels),
            columns: account.evidence.iter().map(|cell| cell.column.to_string()).collect(),
            ask: ask(account, whys, &requirement),
            requirement,
            reading: *reading,
            account: TestAccount::clone(account),
        }
    }
}

fn told<'a>(chosen: &[PossibleAnswer<'a>]) -> Vec<AccountRead<'a>> {
    chosen.iter().map(|answer| (answer.account, answer.reading)).collect()
}

/// What passes all of these tests.
fn all_passing(tests: &[&TestAccount]) -> Option<Range> {
    let mut ranges = tests.iter().map(|test| passing(&test.unit, test.bound));
    let first = ranges.next()?;
    ranges.try_fold(first, both)
}

impl<'a> CellQuestion<'a> {
    /// The tests of this criterion that an answer may settle.
    fn tests_of<'b>(&self, criterion: &'b CriterionAccount) -> impl Iterator<Item = &'b TestAccount> {
        let is_settled = |leaf: &&TestAccount| self.settles.iter().any(|known| std::ptr::eq(*known, *leaf));
        leaves(&criterion.account).into_iter().filter(is_settled)
    }

    /// Whether there are any.
    fn touches(&self, criterion: &CriterionAccount) -> bool {
        self.tests_of(criterion).next().is_some()
    }

    /// The answer that passes these tests and says no more; nothing where none does.
    fn answer(&self, question: usize, shown: Vec<&'a TestAccount>) -> Option<PossibleAnswer<'a>> {
        let (reading, _) = confirmed(self.account, all_passing(&shown)?)?;
        let told = [(self.account, reading)];
        let met = |test: &&TestAccount| outcome_after(test, &told, &mut false).verdict == Verdict::Met;
        let all = shown.iter().all(met);
        all.then_some(PossibleAnswer { question, account: self.account, reading, shown })
    }

    /// Answers that pass as many of its tests as can pass together: one, unless some exclude each other.
    fn answers(&self, question: usize) -> Vec<PossibleAnswer<'a>> {
        let mut answers: Vec<PossibleAnswer<'a>> = Vec::new();
        for first in &self.settles {
            if answers.iter().any(|known| known.shown.iter().any(|test| std::ptr::eq(*test, *first))) {
                continue;
            }
            let Some(mut answer) = self.answer(question, vec![first]) else { continue };
            for test in self.settles.iter().filter(|test| !std::ptr::eq(**test, *first)) {
                let more = self.answer(question, [&answer.shown[..], &[*test]].concat());
                answer = more.unwrap_or(answer);
            }
            answers.push(answer);
        }
        answers
    }
}

/// The fewest tests to settle, where no two of them share a question.
fn cheapest_leaves(account: &TestAccount) -> Option<Vec<&TestAccount>> {
    let Some(how) = account.how else {
        return match account.outcome.verdict {
            Verdict::Met => Some(Vec::new()),
            Verdict::Unknown => Some(vec![account]),
            Verdict::NotMet => None,
        };
    };
    let parts = account.parts.iter().map(cheapest_leaves);
    match how {
        How::All => parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat()),
        How::Any => parts.flatten().min_by_key(Vec::len),
        How::Some => {
            let wanted = account.bound.at_least.map_or(0, amount::count);
            let mut parts: Vec<_> = parts.flatten().collect();
            parts.sort_by_key(Vec::len);
            parts.truncate(wanted);
            (parts.len() == wanted).then(|| parts.concat())
        }
    }
}

#[cfg(test)]
mod tests;
