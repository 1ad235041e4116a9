//! The account of one candidate as data.

use serde::Serialize;

use super::change::{cheapest, failed, open_points, rank_after, standing_after};
use super::near::lack_in;
use super::reason::{asked, how_read, unread};
use super::{CandidateAccount, CriterionAccount, evidence};
use crate::catalogue::Lang;
use crate::decisions::Entry;
use crate::mark::Mark;
use crate::score::{Judged, Standing};
use crate::view::{FORM, Ranks};

#[derive(Serialize)]
struct JsonAccount<'a> {
    screen: JsonWriter,
    id: &'a str,
    name: &'a str,
    source: JsonSource<'a>,
    status: &'static str,
    score: f64,
    score_max: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<JsonByHand<'a, Stood>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_best: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_worst: Option<u64>,
    candidates: u64,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    set: &'a [String],
    notes: Vec<&'a str>,
    change: JsonChange,
    criteria: Vec<JsonCriterion<'a>>,
}

/// Which program wrote it, and in which form.
#[derive(Serialize)]
struct JsonWriter {
    version: &'static str,
    format: u64,
}

const WRITER: JsonWriter = JsonWriter { version: env!("CARGO_PKG_VERSION"), format: FORM };

/// A letter as JSON: for whom, and its words.
#[derive(Serialize)]
struct JsonLetter<'a> {
    screen: JsonWriter,
    id: &'a str,
    name: &'a str,
    letter: &'a str,
}

/// A letter to a candidate as JSON.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn letter_json(id: &str, name: &str, letter: &str) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&JsonLetter { screen: WRITER, id, name, letter })
}

#[derive(Serialize)]
struct JsonSource<'a> {
    file: &'a str,
    row: u64,
}

/// What would change the outcome.
#[derive(Serialize)]
struct JsonChange {
    /// What is to be asked to make the candidate eligible; nothing where no answer does.
    confirm: Option<Vec<Confirm>>,
    /// Where the candidate stands then.
    then: Option<Then>,
    /// What only a correction of the application changes.
    not_met: Vec<Lack>,
    /// What could still add to the score, the most first.
    open: Vec<JsonOpen>,
}

#[derive(Serialize)]
struct Confirm {
    criterion: String,
    columns: Vec<String>,
    ask: String,
}

#[derive(Serialize)]
struct Then {
    status: &'static str,
    score: f64,
    rank: Option<u64>,
}

#[derive(Serialize)]
struct Lack {
    id: String,
    lack: String,
}

#[derive(Serialize)]
struct JsonOpen {
    id: String,
    score: f64,
}

#[derive(Serialize)]
struct JsonCriterion<'a> {
    id: &'a str,
    label: &'a str,
    need: &'static str,
    weight: f64,
    quote: Option<&'a str>,
    asked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lawful_basis: Option<&'a str>,
    verdict: &'static str,
    mark: char,
    credit: f64,
    credit_max: f64,
    points: f64,
    evidence: String,
    reading: String,
    reason: String,
    unread: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<JsonByHand<'a, JsonSaid>>,
}

/// What a person decided, and what the machine had said.
#[derive(Serialize)]
struct JsonByHand<'a, T> {
    decision: &'a str,
    reason: &'a str,
    by: &'a str,
    at: &'a str,
    machine: T,
}

#[derive(Serialize)]
struct Stood {
    status: &'static str,
}

#[derive(Serialize)]
struct JsonSaid {
    verdict: &'static str,
    credit: f64,
    credit_max: f64,
}

impl<'a, T> JsonByHand<'a, T> {
    fn new(entry: &'a Entry, machine: T) -> Self {
        let Entry { decision, reason, by, at, .. } = entry;
        Self { decision: decision.trim(), reason: reason.trim(), by: by.trim(), at: at.trim(), machine }
    }
}

/// Six decimals, as everywhere in the machine formats.
fn six(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The whole account as a JSON object over several lines, in `lang`. A candidate's own words are in it as they are: JSON
/// escapes what could run.
///
/// # Errors
/// None that memory can meet.
pub fn account_json(candidate: &CandidateAccount<'_>, lang: Lang) -> serde_json::Result<String> {
    let Standing { status, score, score_max } = candidate.standing;
    let ranks = |of: fn(&Ranks) -> u64| candidate.ranks.as_ref().map(of);
    serde_json::to_string_pretty(&JsonAccount {
        screen: WRITER,
        id: candidate.id,
        name: candidate.name,
        source: JsonSource { file: candidate.file, row: candidate.row },
        status: status.name(),
        score: score.points(),
        score_max: score_max.points(),
        decided: candidate.decided.map(|(entry, machine)| JsonByHand::new(entry, Stood { status: machine.name() })),
        rank: ranks(|ranks| ranks.rank),
        rank_best: ranks(|ranks| ranks.best),
        rank_worst: ranks(|ranks| ranks.worst),
        candidates: candidate.total,
        set: candidate.set,
        notes: candidate.notes.iter().map(|note| note.to(lang)).collect(),
        change: change(candidate, lang),
        criteria: candidate.criteria.iter().map(|criterion| of_criterion(criterion, lang)).collect(),
    })
}

fn change(candidate: &CandidateAccount<'_>, lang: Lang) -> JsonChange {
    let confirmations = cheapest(candidate.criteria);
    let then = confirmations.as_ref().map(|confirmed| {
        let after = standing_after(candidate.criteria, confirmed);
        let rank = candidate.ranks.map(|_| rank_after(after, candidate.others));
        Then { status: after.status.name(), score: after.score.points(), rank }
    });
    let confirm = confirmations.map(|confirmations| {
        let each = confirmations.into_iter().map(|one| Confirm {
            criterion: one.label.to(lang).to_owned(),
            ask: one.ask.to(lang).to_owned(),
            columns: one.columns,
        });
        each.collect()
    });
    let not_met = failed(candidate.criteria)
        .into_iter()
        .map(|one| Lack { id: one.id.clone(), lack: lack_in(lang, &one.account, &one.judged, one.when_missing) });
    let open = open_points(candidate.criteria).into_iter().map(|one| JsonOpen { id: one.id, score: six(one.score) });
    JsonChange { confirm, then, not_met: not_met.collect(), open: open.collect() }
}

fn of_criterion(criterion: &CriterionAccount, lang: Lang) -> JsonCriterion<'_> {
    let CriterionAccount { account, judged, weight, .. } = criterion;
    let counted = if judged.counts { judged.credit.low } else { 0.0 };
    JsonCriterion {
        id: &criterion.id,
        label: criterion.label.to(lang),
        need: criterion.need.name(),
        weight: six(*weight),
        quote: criterion.quote.as_deref(),
        asked: asked(lang, account),
        lawful_basis: criterion.lawful_basis.as_deref(),
        verdict: judged.finding().name(),
        mark: Mark::of(judged.finding(), judged.credit.low, criterion.need, account.earns_only()).sign(true),
        credit: six(judged.credit.low),
        credit_max: six(judged.credit.high),
        points: six(weight * counted),
        evidence: evidence(account).into_owned(),
        reading: how_read(account).to(lang).to_owned(),
        reason: criterion.reason().to(lang).to_owned(),
        unread: unread(account),
        decided: criterion.decided.as_ref().map(|decided| {
            let Judged { credit, .. } = decided.machine;
            let verdict = decided.machine.finding().name();
            JsonByHand::new(&decided.entry, JsonSaid { verdict, credit: six(credit.low), credit_max: six(credit.high) })
        }),
    }
}
