//! What the page's script computes with: one JSON document.
//!
//! Candidates of whom a criterion says the same share one entry. Credits are numbers as the program has them, to the last
//! digit, so that the sums on the page round as its own.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::{Value, json};

use super::super::people;
use crate::catalogue::{Lang, Say as _, html as words};
use crate::mark::Mark;
use crate::reading::Range;
use crate::score::{Need, Status};
use crate::verdict::Finding;
use crate::view::account::{Account, Measured, Point, SizeUnit};
use crate::view::{Audience, Foot, Heading};

/// What is gathered of the candidates.
#[derive(Clone, Debug, Default)]
pub(super) struct PageData {
    /// What each criterion says, once each, and where it is by what it was made from.
    outcomes: Vec<(Vec<DataOutcome>, HashMap<String, usize>)>,
    measures: Vec<Option<Measured>>,
    /// Of which criteria somebody decided: what another size would change is not known of these.
    decided: Vec<bool>,
    rows: Vec<DataRow>,
}

/// What a criterion says: its finding by number, the credit, and all that was measured.
#[derive(Clone, Debug)]
struct DataOutcome(usize, f64, f64, Vec<DataSpan>, Vec<DataSpan>);

/// A range: its ends, none where it has none, and whether each is open (1: the low one, 2: the high one).
#[derive(Clone, Debug)]
struct DataSpan(Option<f64>, Option<f64>, u8);

/// A candidate: the number in the order of reading, the status (and 4 more where the row is damaged, 8 where
/// somebody decided it), what each criterion
/// says, and the three ranks.
#[derive(Clone, Debug)]
struct DataRow(u64, usize, Vec<usize>, Option<[u64; 3]>);

#[derive(Serialize)]
struct DataCriterion<'a> {
    id: &'a str,
    required: bool,
    /// Whether it has no threshold.
    earns: bool,
    weight: f64,
    /// In what it is measured: `years`, `number`, the names of steps, or how many there are at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<DataUnit>,
    /// The least, the most, and what earns all points.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<[Value; 3]>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum DataUnit {
    Name(&'static str),
    Steps(Vec<String>),
    Most(f64),
}

#[derive(Serialize)]
struct DataDocument<'a> {
    lang: &'a str,
    rater: bool,
    ranked: bool,
    /// Whether everybody is on the page.
    whole: bool,
    blind: bool,
    title: &'a str,
    /// How many places the shortlist has, where the criteria say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    shortlist: Option<u64>,
    says: BTreeMap<&'static str, String>,
    criteria: Vec<DataCriterion<'a>>,
    outcomes: Vec<Value>,
    rows: Vec<Value>,
}

impl PageData {
    /// One more candidate.
    pub(super) fn add(&mut self, account: &Account<'_>, heading: &Heading) {
        let all = account.criteria.len();
        self.outcomes.resize_with(all, Default::default);
        self.measures.resize(all, None);
        self.decided.resize(all, false);
        for (decided, point) in self.decided.iter_mut().zip(account.criteria) {
            *decided |= point.decided;
        }
        let rater = heading.reader == Audience::Rater;
        let says = account.criteria.iter().enumerate();
        let says =
            says.map(|(at, point)| if rater { finding(point, rater) } else { self.outcome(at, point) }).collect();
        let line = account.line;
        let marked = usize::from(account.untrusted) << 2 | usize::from(line.status_decided.is_some()) << 3;
        let status = if rater { 0 } else { line.status as usize | marked };
        let ranks = line.ranks.filter(|_| !rater).map(|ranks| [ranks.rank, ranks.best, ranks.worst]);
        self.rows.push(DataRow(account.nth, status, says, ranks));
    }

    /// The place of what a criterion says, among all that it says.
    fn outcome(&mut self, at: usize, point: &Point) -> usize {
        if let (none @ None, Some(measured)) = (&mut self.measures[at], &point.measured) {
            *none = Some(measured.clone());
        }
        let spans = |ranges: &[Range]| ranges.iter().map(|range| DataSpan::of(*range)).collect();
        let (read, understood) =
            point.measured.as_ref().map_or_else(Default::default, |one| (spans(&one.ranges), spans(&one.understood)));
        let outcome = DataOutcome(finding(point, false), point.credit.low, point.credit.high, read, understood);
        let (known, places) = &mut self.outcomes[at];
        *places.entry(format!("{outcome:?}")).or_insert_with(|| {
            known.push(outcome);
            known.len() - 1
        })
    }

    /// In the order of the files.
    pub(super) fn sort_by_reading(&mut self) {
        self.rows.sort_by_key(|row| row.0);
    }

    /// Numbers the candidates on the page in the order of reading: their numbers among all records would tell more.
    pub(super) fn number(&mut self) {
        let mut all: Vec<u64> = self.rows.iter().map(|row| row.0).collect();
        all.sort_unstable();
        for row in &mut self.rows {
            row.0 = all.partition_point(|nth| *nth < row.0) as u64;
        }
    }

    /// The document, so that no text in it ends the element that it stands in, nor a line of a script.
    pub(super) fn json(&self, heading: &Heading, foot: &Foot) -> String {
        let rater = heading.reader == Audience::Rater;
        let document = DataDocument {
            lang: if heading.lang == Lang::En { "en" } else { "fr" },
            rater,
            ranked: heading.ranked && !rater,
            whole: foot.shown == foot.candidates,
            blind: heading.blind,
            title: heading.title.as_deref().unwrap_or_default(),
            shortlist: heading
                .shortlist
                .map(|list| list.places(foot.candidates))
                .filter(|places| *places > 0 && !rater),
            says: says(heading.lang),
            criteria: heading.criteria.iter().enumerate().map(|(at, _)| self.criterion(heading, at)).collect(),
            outcomes: self.outcomes.iter().map(|(known, _)| known.iter().map(DataOutcome::value).collect()).collect(),
            rows: self.rows.iter().map(|row| row.value(foot.shown == foot.candidates)).collect(),
        };
        let json = serde_json::to_string(&document).unwrap_or_default();
        json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
    }

    fn criterion<'a>(&self, heading: &'a Heading, at: usize) -> DataCriterion<'a> {
        let head = &heading.criteria[at];
        let rater = heading.reader == Audience::Rater;
        let measured = self.measures.get(at).and_then(Option::as_ref).filter(|_| !rater && !self.decided[at]);
        let end = |end: Option<f64>| end.map_or(Value::Null, figure);
        let bound = measured.map(|measured| measured.bound);
        DataCriterion {
            id: &head.id,
            required: head.need == Need::Required,
            earns: head.earns_only,
            weight: if rater { 0.0 } else { head.weight },
            unit: measured.map(|measured| match &measured.unit {
                SizeUnit::Years => DataUnit::Name("years"),
                SizeUnit::Number => DataUnit::Name("number"),
                SizeUnit::Steps(names) => DataUnit::Steps(names.clone()),
                #[expect(clippy::cast_precision_loss, reason = "a handful of terms or tests")]
                SizeUnit::Count(most) => DataUnit::Most(*most as f64),
                SizeUnit::Rating(out_of) => DataUnit::Most(*out_of),
            }),
            bound: bound.map(|bound| [bound.at_least, bound.at_most, bound.full_at].map(end)),
        }
    }
}

/// What the script says, with the words of the list.
fn says(lang: Lang) -> BTreeMap<&'static str, String> {
    let own = words::script(lang).into_iter().map(|(name, said)| (name, said.to_owned()));
    let statuses = Status::ALL.map(|status| (status.name(), people::status(status).say(lang)));
    let marks = [Mark::Met, Mark::NotMet, Mark::Unknown, Mark::Skipped].map(|mark| mark.meaning(true).say(lang));
    own.chain(statuses).chain(["met", "not_met", "unknown", "skipped"].into_iter().zip(marks)).collect()
}

/// The number of a finding, as the script knows it; nothing of what others rated for a rater.
fn finding(point: &Point, rater: bool) -> usize {
    let at = Finding::ALL.iter().position(|finding| *finding == point.finding).unwrap_or_default();
    if rater && point.rated { Finding::ALL.len() } else { at }
}

impl DataRow {
    /// As JSON; with the ranks where they are not those among the candidates on the page.
    fn value(&self, whole: bool) -> Value {
        let mut all = vec![json!(self.0), json!(self.1), json!(self.2)];
        all.extend(self.3.filter(|_| !whole).map(|ranks| json!(ranks)));
        Value::Array(all)
    }
}

impl DataOutcome {
    /// As JSON; without what was read where nothing was.
    fn value(&self) -> Value {
        let Self(finding, low, high, read, understood) = self;
        let mut all = vec![json!(finding), figure(*low), figure(*high)];
        let spans: &[&[DataSpan]] = match (read.is_empty(), understood.is_empty()) {
            (true, true) => &[],
            (false, true) => &[read],
            _ => &[read, understood],
        };
        all.extend(spans.iter().map(|spans| spans.iter().map(DataSpan::value).collect::<Value>()));
        Value::Array(all)
    }
}

/// A number, whole where it is.
fn figure(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and under 2⁵³")]
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}

impl DataSpan {
    fn value(&self) -> Value {
        let end = |end: Option<f64>| end.map_or(Value::Null, figure);
        json!([end(self.0), end(self.1), self.2])
    }

    fn of(range: Range) -> Self {
        let end = |value: f64| value.is_finite().then_some(value);
        Self(end(range.low), end(range.high), u8::from(range.low_open) | u8::from(range.high_open) << 1)
    }
}
