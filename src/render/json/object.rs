//! One candidate as an object.

use super::frames::{Frames, push_told};
use super::{push_items, push_named, push_rank};
use crate::catalogue::Lang;
use crate::render::csv::name;
use crate::render::figures::{push_score, push_six, push_whole};
use crate::render::safe::push_json;
use crate::verdict::{Credit, Finding};
use crate::view::{ByHand, Decided, Heading, Line, OutputColumn};

/// Whether criteria are among the fields asked for.
pub(super) fn wants_reasons(heading: &Heading) -> bool {
    fields(heading).iter().any(|field| matches!(field, OutputColumn::Criterion(_)))
}

/// The fields asked for. A criterion's member has its reason, and its words that were not understood.
fn fields(heading: &Heading) -> Vec<OutputColumn> {
    let whole = |field| match field {
        OutputColumn::Reason(at) | OutputColumn::Unread(at) => OutputColumn::Criterion(at),
        field => field,
    };
    heading.fields().into_iter().map(whole).collect()
}

/// How one candidate becomes an object.
#[derive(Clone, Debug)]
pub(super) struct Object {
    pub lang: Lang,
    /// What is written, each after what always stands before it.
    parts: Vec<(Vec<u8>, Member)>,
    /// What always stands at the end.
    end: Vec<u8>,
    frames: Frames,
}

/// Nothing asked for yet: a renderer that has not begun.
impl Default for Object {
    fn default() -> Self {
        Self { lang: Lang::En, parts: Vec::new(), end: Vec::new(), frames: Frames::default() }
    }
}

/// What is written of each candidate.
#[derive(Clone, Debug)]
enum Member {
    /// The value of a member.
    Plain(OutputColumn),
    /// Criteria by number, each with what goes before its verdict.
    Criteria(Members),
    /// Columns of the candidates' file by number, each with what goes before its text.
    Cells(Members),
}

type Members = Vec<(usize, Vec<u8>)>;

/// A member's name, and what always follows it.
fn key(name: &str, after: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    push_json(&mut out, name);
    out.extend_from_slice(after);
    out
}

/// One more member, unless its name is taken.
fn add(known: &mut Members, i: usize, before: Vec<u8>) {
    if !known.iter().any(|(_, name)| *name == before) {
        known.push((i, before));
    }
}

impl Object {
    /// The members that the fields asked for make, in the order of their first field; a member is never given twice.
    pub(super) fn of(heading: &Heading) -> Self {
        let fields = fields(heading);
        let mut object = Self { lang: heading.lang, parts: Vec::new(), end: b"{".to_vec(), frames: Frames::default() };
        for (at, field) in fields.iter().enumerate() {
            let same = |known: &OutputColumn| std::mem::discriminant(known) == std::mem::discriminant(field);
            if fields[..at].iter().any(same) {
                continue;
            }
            match field {
                OutputColumn::Criterion(_) => {
                    let mut members = Members::new();
                    for field in &fields {
                        if let OutputColumn::Criterion(i) = field
                            && let Some(criterion) = heading.criteria.get(*i)
                        {
                            add(&mut members, *i, key(&criterion.id, b":{\"verdict\":\""));
                        }
                    }
                    if !members.is_empty() {
                        object.list(b"\"criteria\":{", members, Member::Criteria);
                    }
                }
                OutputColumn::Cell(..) => {
                    let mut members = Members::new();
                    for field in &fields {
                        if let OutputColumn::Cell(i, name) = field {
                            add(&mut members, *i, key(name, b":"));
                        }
                    }
                    object.list(b"\"cells\":{", members, Member::Cells);
                }
                OutputColumn::SourceFile | OutputColumn::SourceLine => {
                    let asked =
                        [(OutputColumn::SourceFile, &b"\"file\":"[..]), (OutputColumn::SourceLine, b"\"line\":")];
                    if asked.iter().any(|(known, _)| known != field && fields[..at].contains(known)) {
                        continue;
                    }
                    object.member(b"\"source\":{", None);
                    for (known, name) in asked.into_iter().filter(|(known, _)| fields.contains(known)) {
                        object.member(name, Member::Plain(known));
                    }
                    object.end.push(b'}');
                }
                OutputColumn::Rank | OutputColumn::RankBest | OutputColumn::RankWorst if !heading.ranked => {
                    object.member(&key(&name(field, heading), b":null"), None);
                }
                OutputColumn::Notes => {
                    object.member(&key(&name(field, heading), b":["), Member::Plain(field.clone()));
                    object.end.push(b']');
                }
                field => object.member(&key(&name(field, heading), b":"), Member::Plain(field.clone())),
            }
        }
        object.end.push(b'}');
        object
    }

    /// One more member: what stands before it, and what is written of it if that is not always the same.
    fn member(&mut self, before: &[u8], part: impl Into<Option<Member>>) {
        if !self.end.ends_with(b"{") {
            self.end.push(b',');
        }
        self.end.extend_from_slice(before);
        if let Some(part) = part.into() {
            self.parts.push((std::mem::take(&mut self.end), part));
        }
    }

    /// One more member that holds members.
    fn list(&mut self, before: &[u8], mut members: Members, part: fn(Members) -> Member) {
        members.iter_mut().skip(1).for_each(|(_, before)| before.insert(0, b','));
        self.member(before, part(members));
        self.end.push(b'}');
    }

    /// One candidate.
    pub(super) fn push(&mut self, out: &mut Vec<u8>, line: &Line<'_>) {
        let Self { lang, parts, end, frames, .. } = self;
        for (before, part) in &*parts {
            out.extend_from_slice(before);
            match part {
                Member::Plain(field) => push_plain(out, *lang, field, line),
                Member::Criteria(criteria) => {
                    for (i, before) in criteria {
                        match (line.by_hand(*i), line.told.get(*i)) {
                            (Some(one), _) => push_by_hand(out, before, one),
                            (None, Some(told)) => frames.push(out, before, told),
                            (None, None) => {
                                out.extend_from_slice(before);
                                out.extend_from_slice(b"unknown\"}");
                            }
                        }
                    }
                }
                Member::Cells(cells) => {
                    for (i, before) in cells {
                        out.extend_from_slice(before);
                        push_json(out, line.cells.get(*i).copied().unwrap_or_default());
                    }
                }
            }
        }
        out.extend_from_slice(end);
    }
}

/// The value of a member that is one.
fn push_plain(out: &mut Vec<u8>, lang: Lang, field: &OutputColumn, line: &Line<'_>) {
    match field {
        OutputColumn::Rank => push_rank(out, line.ranks.map(|ranks| ranks.rank)),
        OutputColumn::RankBest => push_rank(out, line.ranks.map(|ranks| ranks.best)),
        OutputColumn::RankWorst => push_rank(out, line.ranks.map(|ranks| ranks.worst)),
        OutputColumn::Id => push_json(out, line.id),
        OutputColumn::Name => push_json(out, line.name),
        OutputColumn::Status => push_json(out, line.status.name()),
        OutputColumn::Score => push_score(out, line.score),
        OutputColumn::ScoreMax => push_score(out, line.score_max),
        OutputColumn::SourceFile => push_json(out, line.file),
        OutputColumn::SourceLine => push_whole(out, line.line),
        OutputColumn::Notes => push_items(out, line.all_notes(), |out, note| push_json(out, note.to(lang))),
        OutputColumn::Decided => match line.status_decided {
            Some((decided, machine)) => {
                push_decided(out, b"", decided);
                push_named(out, b",\"machine\":{\"status\":", machine.name());
                out.extend_from_slice(b"}}");
            }
            None => out.extend_from_slice(b"null"),
        },
        // These are members of a member.
        OutputColumn::Criterion(_) | OutputColumn::Reason(_) | OutputColumn::Unread(_) | OutputColumn::Cell(..) => {}
    }
}

/// What a person decided of a criterion, and what the machine had said.
fn push_by_hand(out: &mut Vec<u8>, before: &[u8], one: &ByHand<'_>) {
    push_told(out, before, one.saying, one.evidence);
    // Instead of the brace at its end.
    out.pop();
    push_decided(out, b",\"decided\":", one.decided);
    push_machine(out, one.machine);
    out.extend_from_slice(b"}}");
}

/// A decision, without the brace at its end.
fn push_decided(out: &mut Vec<u8>, before: &[u8], decided: Decided<'_>) {
    out.extend_from_slice(before);
    push_named(out, b"{\"decision\":", decided.decision);
    push_named(out, b",\"reason\":", decided.reason);
    push_named(out, b",\"by\":", decided.by);
    push_named(out, b",\"at\":", decided.at);
}

/// What the machine had said of a criterion.
fn push_machine(out: &mut Vec<u8>, (finding, credit): (Finding, Credit)) {
    push_named(out, b",\"machine\":{\"verdict\":", finding.name());
    for (name, credit) in [(&b",\"credit\":"[..], credit.low), (b",\"credit_max\":", credit.high)] {
        out.extend_from_slice(name);
        if finding == Finding::Skipped {
            out.extend_from_slice(b"null");
        } else {
            push_six(out, credit);
        }
    }
    out.push(b'}');
}
