//! What is open, as a short list of questions, the most useful first.
//!
//! The same text for the same criterion is one question for all who wrote it. An empty cell is a question for its candidate
//! alone: what one of them did not say is not what another one did not say.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::catalogue::{Text, decisions as words, settle as asking};
use crate::criteria::Criterion;
use crate::decisions::Entry;
use crate::explain;
use crate::fold::fold;
use crate::kinds::{Cells, Check, Kept, Leaf, TestAccount, Unit};
use crate::plan::Planned;
use crate::score::{Judged, Need, Status};
use crate::verdict::Verdict;

/// Something that a person can settle.
#[derive(Clone, Debug)]
pub struct Question {
    /// The criterion's place among those that count.
    pub criterion: usize,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// What is asked.
    pub requirement: Text,
    /// The posting's own words.
    pub quote: Option<String>,
    /// Whether it can reject.
    pub need: Need,
    /// The text that is open. A candidate's own words: hostile until escaped.
    pub cell: String,
    /// The part of it that matters, as it may be shown.
    pub shown: String,
    /// Whether all of it may not be shown.
    pub hidden: bool,
    /// How it was read, and why that leaves it open. May quote the candidate: hostile until escaped.
    pub read: Text,
    /// What a reading of it is: years, yes or no.
    pub unit: Option<Text>,
    /// The answers, where they are few.
    pub choices: Vec<Text>,
    /// Those who wrote it, the first by rank first; never nobody.
    pub people: Vec<AskedAbout>,
    /// For how many of these it may still change whether they are eligible.
    pub settles: usize,
}

/// Somebody whom a question is about. A candidate's own words: hostile until escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedAbout {
    /// The id that a decision names.
    pub id: String,
    /// What the candidate is called here.
    pub shown: String,
    /// How many are ahead in the order of the list.
    pub nth: u64,
}

impl Question {
    /// The entry of a decisions file that this text decides: for its one candidate, or for everybody with the cell.
    #[must_use]
    pub fn entry(&self, decision: &str, reason: &str, by: &str, at: &str) -> Entry {
        let id = match self.people.as_slice() {
            [one] => one.id.clone(),
            _ => String::new(),
        };
        Entry {
            id,
            criterion: self.id.clone(),
            cell: self.cell.clone(),
            decision: decision.to_owned(),
            reason: reason.to_owned(),
            by: by.to_owned(),
            at: at.to_owned(),
            ..Entry::default()
        }
    }
}

/// Gathers the questions, candidate after candidate in the order of the list.
#[derive(Default)]
pub(crate) struct OpenSurvey {
    questions: Vec<Question>,
    known: HashMap<(usize, String), usize, FixedState>,
    /// How many candidates have a row that cannot be trusted: nothing can be settled there.
    pub damaged: u64,
}

/// A candidate whose open criteria are gathered.
pub(crate) struct OpenCandidate<'a> {
    /// Who it is.
    pub person: AskedAbout,
    /// Where it stands.
    pub status: Status,
    /// Its row.
    pub row: &'a dyn Cells,
    /// What each criterion comes to, people's decisions included.
    pub judged: &'a [Judged],
}

impl OpenSurvey {
    /// Adds what is open of a candidate. `wanted` says of a criterion whether it is asked about; `account` gives what may be
    /// shown of what was read, and `hides` says whether a text says who somebody is.
    pub(crate) fn add(
        &mut self,
        candidate: &OpenCandidate<'_>,
        criteria: &[(&Criterion, &Planned)],
        wanted: &dyn Fn(&str) -> bool,
        account: &dyn Fn(&Planned) -> TestAccount,
        hides: &dyn Fn(&str) -> bool,
    ) {
        for (at, ((criterion, planned), judged)) in criteria.iter().zip(candidate.judged).enumerate() {
            if !judged.counts || judged.verdict != Verdict::Unknown || !wanted(&criterion.id) {
                continue;
            }
            let cell = planned.check.whole_evidence(candidate.row);
            let settles = usize::from(candidate.status != Status::NotEligible);
            let key = (at, fold(&cell));
            if let Some(known) = self.known.get(&key).filter(|_| !key.1.is_empty()) {
                let question = &mut self.questions[*known];
                question.people.push(candidate.person.clone());
                question.settles += settles;
                continue;
            }
            self.known.insert(key, self.questions.len());
            let account = account(planned);
            self.questions.push(Question {
                criterion: at,
                id: criterion.id.clone(),
                label: criterion.label.clone(),
                requirement: planned.check.requirement().clone(),
                quote: criterion.quote.clone(),
                need: criterion.need,
                shown: explain::evidence(&account).into_owned(),
                hidden: hides(&cell),
                cell,
                read: explain::reason(&account, judged, criterion.when_missing),
                unit: unit(&planned.check),
                choices: choices(&planned.check),
                people: vec![candidate.person.clone()],
                settles,
            });
        }
    }

    /// Leaves out the questions that are about nobody for whom the criterion at this place matters: `matters` is asked of it
    /// and of each candidate's number.
    pub(crate) fn keep(&mut self, matters: impl Fn(usize, u64) -> bool) {
        self.questions.retain(|question| question.people.iter().any(|person| matters(question.criterion, person.nth)));
    }

    /// The questions, the most useful first: those that settle the most, what is required before assets, and those about
    /// candidates near the top before others.
    #[must_use]
    pub(crate) fn questions(self) -> Vec<Question> {
        let mut questions = self.questions;
        questions.sort_by_key(|question| {
            let first = question.people.first().map_or(u64::MAX, |person| person.nth);
            (std::cmp::Reverse(question.settles), question.need != Need::Required, first, question.criterion)
        });
        questions
    }
}

/// What a reading of a test is, where a word or two say it.
fn unit(check: &Check) -> Option<Text> {
    let Check::Leaf(leaf) = check else { return None };
    Some(match &leaf.unit {
        Unit::Years => asking::years(),
        Unit::Number | Unit::Rating(_) => asking::number(),
        Unit::YesNo | Unit::Presence => asking::yes_or_no(),
        Unit::Step(scale) if steps(leaf).len() > scale.top() => asking::between(scale.name(0), scale.name(scale.top())),
        _ => return None,
    })
}

/// The answers to a test, where they are few: yes and no, the steps of a scale; and that it is met or not.
fn choices(check: &Check) -> Vec<Text> {
    let mut choices = match check {
        Check::Leaf(leaf) => match &leaf.unit {
            Unit::YesNo | Unit::Presence => vec![words::yes(), words::no()],
            Unit::Step(_) => steps(leaf),
            _ => Vec::new(),
        },
        Check::Group(_) => Vec::new(),
    };
    choices.extend([words::met(), words::not_met()]);
    choices
}

/// The steps that a cell can name and that decide, unless there are too many to look through: of a degree, a step says
/// nothing without a field.
fn steps(leaf: &Leaf) -> Vec<Text> {
    const MOST: usize = 12;
    let Unit::Step(scale) = &leaf.unit else { return Vec::new() };
    if scale.top() >= MOST {
        return Vec::new();
    }
    let mut kept = Kept::default();
    let mut decides = |step: &Text| {
        let cells: Vec<Option<&str>> =
            std::iter::once(Some(step.en.as_str())).chain(leaf.slots.iter().skip(1).map(|_| None)).collect();
        leaf.bound.verdict(leaf.reader.read(&cells, kept.of(0))) != Verdict::Unknown
    };
    (0..=scale.top()).map(|step| scale.name(step)).filter(|step| decides(step)).collect()
}
