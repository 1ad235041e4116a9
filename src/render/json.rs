//! JSON, one document, and JSON Lines, one object per candidate. Both are written as they come, never held.

use std::io::{self, Write};
use std::ops::Range;

use super::csv::name;
use super::figures::{push_score, push_six, push_whole};
use super::safe::push_json;
use crate::catalogue::Lang;
use crate::diagnostic::{Diagnostic, Severity};
use crate::score::Status;
use crate::verdict::{Credit, Finding};
use crate::view::{CriterionHead, Decided, Field, Foot, Heading, Line, NearMiss, Render, Size, Told};

/// Writes JSON.
#[derive(Clone, Debug, Default)]
pub struct Json {
    object: Object,
    buffer: Vec<u8>,
    /// Whether what stands below the candidates is begun.
    below: bool,
}

impl Json {
    /// Begins what stands below the candidates, with the near misses.
    fn begin_below(&mut self) -> &'static [u8] {
        if std::mem::replace(&mut self.below, true) { b"," } else { b"\n  ],\n  \"summary\": {\"near_misses\":[" }
    }
}

/// Writes JSON Lines.
#[derive(Clone, Debug, Default)]
pub struct Jsonl {
    object: Object,
}

impl Render for Jsonl {
    fn wants_reasons(&self) -> bool {
        self.object.reasons
    }

    fn wants_credits(&self) -> bool {
        self.object.reasons
    }

    fn begin(&mut self, heading: &Heading, _: &mut dyn Write) -> io::Result<()> {
        self.object = Object::of(heading);
        Ok(())
    }

    fn criterion(&self, at: usize, told: &Told<'_>, out: &mut Vec<u8>) -> Range<usize> {
        self.object.push_criterion(out, at, told)
    }

    fn evidence(&self, evidence: &str, out: &mut Vec<u8>) {
        push_json(out, evidence);
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.object.push(out, line);
        out.push(b'\n');
        Ok(())
    }

    fn fork(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.clone()))
    }

    fn end(&mut self, _: &Foot, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

impl Render for Json {
    fn wants_reasons(&self) -> bool {
        self.object.reasons
    }

    fn wants_credits(&self) -> bool {
        self.object.reasons
    }

    fn begin(&mut self, heading: &Heading, out: &mut dyn Write) -> io::Result<()> {
        self.object = Object::of(heading);
        self.below = false;
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.extend_from_slice(b"{\n  \"screen\": ");
        buffer.extend_from_slice(super::value::screen().as_bytes());
        buffer.extend_from_slice(b",\n  \"posting\": {\"title\":");
        push_text_or_null(buffer, heading.title.as_deref());
        buffer.extend_from_slice(b",\"organisation\":");
        push_text_or_null(buffer, heading.organisation.as_deref());
        buffer.extend_from_slice(b"},\n  \"files\": ");
        push_list(buffer, &heading.files, |buffer, file| push_json(buffer, file));
        buffer.extend_from_slice(b",\n  \"criteria_file\": ");
        push_text_or_null(buffer, heading.criteria_file.as_deref());
        if !heading.set.is_empty() {
            buffer.extend_from_slice(b",\n  \"set\": ");
            push_list(buffer, &heading.set, |buffer, set| push_json(buffer, set));
        }
        buffer.extend_from_slice(b",\n  \"as_of\": ");
        push_json(buffer, &heading.as_of.to_string());
        buffer.extend_from_slice(b",\n  \"as_of_source\": ");
        push_json(buffer, &heading.as_of_source);
        buffer.extend_from_slice(b",\n  \"blind\": ");
        buffer.extend_from_slice(if heading.blind { b"true" } else { b"false" });
        buffer.extend_from_slice(b",\n  \"criteria\": [");
        for (at, criterion) in heading.criteria.iter().enumerate() {
            buffer.extend_from_slice(if at > 0 { b",\n    " } else { b"\n    " });
            push_criterion(buffer, criterion);
        }
        buffer.extend_from_slice(b"\n  ],\n  \"candidates\": [");
        out.write_all(buffer)
    }

    fn criterion(&self, at: usize, told: &Told<'_>, out: &mut Vec<u8>) -> Range<usize> {
        self.object.push_criterion(out, at, told)
    }

    fn evidence(&self, evidence: &str, out: &mut Vec<u8>) {
        push_json(out, evidence);
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend_from_slice(b"\n    ");
        self.object.push(out, line);
        Ok(())
    }

    fn between(&self) -> &'static [u8] {
        b","
    }

    fn fork(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.clone()))
    }

    fn near_misses(&self) -> usize {
        usize::MAX
    }

    fn near_miss(&mut self, miss: &NearMiss<'_>, out: &mut dyn Write) -> io::Result<()> {
        let begin = self.begin_below();
        let (lang, buffer) = (self.object.lang, &mut self.buffer);
        buffer.clear();
        buffer.extend_from_slice(begin);
        push_near_miss(buffer, miss, lang);
        out.write_all(buffer)
    }

    fn end(&mut self, foot: &Foot, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.object.lang;
        let begin = if self.below { b"\n  " } else { self.begin_below() };
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.extend_from_slice(begin);
        buffer.extend_from_slice(b"],\"candidates\":");
        push_whole(buffer, foot.candidates);
        for (status, count) in Status::ALL.iter().zip(foot.by_status) {
            buffer.extend_from_slice(b",\"");
            buffer.extend_from_slice(status.name().as_bytes());
            buffer.extend_from_slice(b"\":");
            push_whole(buffer, count);
        }
        buffer.extend_from_slice(b",\"shown\":");
        push_whole(buffer, foot.shown);
        buffer.extend_from_slice(b",\"problems\":");
        push_list(buffer, &foot.problems, |buffer, problem| push_problem(buffer, problem, lang));
        buffer.extend_from_slice(b",\"more_problems\":");
        push_whole(buffer, foot.more_problems);
        if let Some(decisions) = foot.decisions {
            let counts = [
                (&b",\"decisions\":{\"applied\":"[..], decisions.applied),
                (b",\"overturned\":", decisions.overturned),
                (b",\"stale\":", decisions.stale),
            ];
            for (name, count) in counts {
                buffer.extend_from_slice(name);
                push_whole(buffer, count as u64);
            }
            buffer.push(b'}');
        }
        buffer.extend_from_slice(b"}\n}\n");
        out.write_all(buffer)
    }
}

/// How one candidate becomes an object.
#[derive(Clone, Debug)]
struct Object {
    lang: Lang,
    /// What is written, each after what always stands before it.
    parts: Vec<(Vec<u8>, Part)>,
    /// What always stands at the end.
    end: Vec<u8>,
    /// Whether criteria are among the parts; asked of every line.
    reasons: bool,
}

/// Nothing asked for yet: a renderer that has not begun.
impl Default for Object {
    fn default() -> Self {
        Self { lang: Lang::En, parts: Vec::new(), end: Vec::new(), reasons: true }
    }
}

/// What is written of each candidate.
#[derive(Clone, Debug)]
enum Part {
    /// The value of a member.
    Plain(Field),
    /// Criteria by number, each with what goes before its verdict; and whether they are all that there are, in their order.
    Criteria(Members, bool),
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
    fn of(heading: &Heading) -> Self {
        // A criterion's member has its reason.
        let whole = |field| if let Field::Reason(at) = field { Field::Criterion(at) } else { field };
        let fields: Vec<Field> = heading.fields().into_iter().map(whole).collect();
        let mut object = Self { lang: heading.lang, parts: Vec::new(), end: b"{".to_vec(), reasons: false };
        for (at, field) in fields.iter().enumerate() {
            let same = |known: &Field| std::mem::discriminant(known) == std::mem::discriminant(field);
            if fields[..at].iter().any(same) {
                continue;
            }
            match field {
                Field::Criterion(_) => {
                    let mut members = Members::new();
                    for field in &fields {
                        if let Field::Criterion(i) = field
                            && let Some(criterion) = heading.criteria.get(*i)
                        {
                            add(&mut members, *i, key(&criterion.id, b":{\"verdict\":\""));
                        }
                    }
                    if !members.is_empty() {
                        object.reasons = true;
                        let all = members.iter().map(|(i, _)| *i).eq(0..heading.criteria.len());
                        object.member(b"\"criteria\":{", Part::Criteria(members, all));
                    }
                }
                Field::Cell(..) => {
                    let mut members = Members::new();
                    for field in &fields {
                        if let Field::Cell(i, name) = field {
                            add(&mut members, *i, key(name, b":"));
                        }
                    }
                    object.member(b"\"cells\":{", Part::Cells(members));
                    object.end.push(b'}');
                }
                Field::SourceFile | Field::SourceLine => {
                    let asked = [(Field::SourceFile, &b"\"file\":"[..]), (Field::SourceLine, b"\"line\":")];
                    if asked.iter().any(|(known, _)| known != field && fields[..at].contains(known)) {
                        continue;
                    }
                    object.member(b"\"source\":{", None);
                    for (known, name) in asked.into_iter().filter(|(known, _)| fields.contains(known)) {
                        object.member(name, Part::Plain(known));
                    }
                    object.end.push(b'}');
                }
                Field::Rank | Field::RankBest | Field::RankWorst if !heading.ranked => {
                    object.member(&key(&name(field, heading), b":null"), None);
                }
                Field::Notes => {
                    object.member(&key(&name(field, heading), b":["), Part::Plain(field.clone()));
                    object.end.push(b']');
                }
                field => object.member(&key(&name(field, heading), b":"), Part::Plain(field.clone())),
            }
        }
        object.end.push(b'}');
        object
    }

    /// One more member: what stands before it, and what is written of it if that is not always the same.
    fn member(&mut self, before: &[u8], part: impl Into<Option<Part>>) {
        if !self.end.ends_with(b"{") {
            self.end.push(b',');
        }
        self.end.extend_from_slice(before);
        if let Some(part) = part.into() {
            self.parts.push((std::mem::take(&mut self.end), part));
        }
    }

    /// The member of the criterion at this place and a comma, where it is asked for. Answers where its evidence is.
    fn push_criterion(&self, out: &mut Vec<u8>, at: usize, told: &Told<'_>) -> Range<usize> {
        let members = self.parts.iter().filter_map(|(_, part)| match part {
            Part::Criteria(members, _) => Some(members),
            _ => None,
        });
        match members.flatten().find(|(i, _)| *i == at) {
            Some((_, before)) => {
                let evidence = push_told(out, before, told);
                out.push(b',');
                evidence
            }
            None => out.len()..out.len(),
        }
    }

    fn push(&self, out: &mut Vec<u8>, line: &Line<'_>) {
        for (before, part) in &self.parts {
            out.extend_from_slice(before);
            match part {
                Part::Plain(field) => push_plain(out, self.lang, field, line),
                Part::Criteria(criteria, all) => {
                    if *all && !line.written.pieces.is_empty() && line.decided.is_empty() {
                        line.written.push_all(out);
                    } else {
                        push_criteria(out, criteria, line);
                    }
                    // Instead of the last comma. There is a criterion, or this part would not be.
                    if let Some(last) = out.last_mut() {
                        *last = b'}';
                    }
                }
                Part::Cells(cells) => {
                    for (nth, (i, before)) in cells.iter().enumerate() {
                        if nth > 0 {
                            out.push(b',');
                        }
                        out.extend_from_slice(before);
                        push_json(out, line.cells.get(*i).copied().unwrap_or_default());
                    }
                }
            }
        }
        out.extend_from_slice(&self.end);
    }
}

/// The members of these criteria, each with a comma.
fn push_criteria(out: &mut Vec<u8>, criteria: &Members, line: &Line<'_>) {
    for (i, before) in criteria {
        if let Some(one) = line.by_hand(*i) {
            push_told(out, before, &one.told);
            // Instead of the brace at its end.
            out.pop();
            push_decided(out, b",\"decided\":", one.decided);
            push_machine(out, one.machine);
            out.extend_from_slice(b"}},");
            continue;
        }
        if line.written.push(*i, out) {
            continue;
        }
        match line.criteria.get(*i) {
            Some(told) => {
                push_told(out, before, told);
                out.push(b',');
            }
            None => {
                out.extend_from_slice(before);
                out.extend_from_slice(b"unknown\"},");
            }
        }
    }
}

/// The value of a member that is one.
fn push_plain(out: &mut Vec<u8>, lang: Lang, field: &Field, line: &Line<'_>) {
    match field {
        Field::Rank => push_rank(out, line.ranks.map(|ranks| ranks.rank)),
        Field::RankBest => push_rank(out, line.ranks.map(|ranks| ranks.best)),
        Field::RankWorst => push_rank(out, line.ranks.map(|ranks| ranks.worst)),
        Field::Id => push_json(out, line.id),
        Field::Name => push_json(out, line.name),
        Field::Status => push_json(out, line.status.name()),
        Field::Score => push_score(out, line.score),
        Field::ScoreMax => push_score(out, line.score_max),
        Field::SourceFile => push_json(out, line.file),
        Field::SourceLine => push_whole(out, line.line),
        Field::Notes => push_items(out, line.all_notes(), |out, note| push_json(out, note.to(lang))),
        Field::Decided => match line.status_decided {
            Some((decided, machine)) => {
                push_decided(out, b"", decided);
                push_named(out, b",\"machine\":{\"status\":", machine.name());
                out.extend_from_slice(b"}}");
            }
            None => out.extend_from_slice(b"null"),
        },
        // These are members of a member.
        Field::Criterion(_) | Field::Reason(_) | Field::Cell(..) => {}
    }
}

fn push_rank(out: &mut Vec<u8>, rank: Option<u64>) {
    match rank {
        Some(rank) => push_whole(out, rank),
        None => out.extend_from_slice(b"null"),
    }
}

fn push_named(out: &mut Vec<u8>, before: &[u8], text: &str) {
    out.extend_from_slice(before);
    push_json(out, text);
}

/// A criterion's member: what goes before its verdict, and the rest of its object. Answers where its evidence is.
fn push_told(out: &mut Vec<u8>, before: &[u8], told: &Told<'_>) -> Range<usize> {
    out.extend_from_slice(before);
    out.extend_from_slice(told.finding.name().as_bytes());
    if told.finding == Finding::Skipped {
        out.extend_from_slice(b"\",\"credit\":null,\"credit_max\":null,\"points\":0,\"weight\":0");
    } else {
        out.extend_from_slice(b"\",\"credit\":");
        push_six(out, told.credit.low);
        out.extend_from_slice(b",\"credit_max\":");
        push_six(out, told.credit.high);
        out.extend_from_slice(b",\"points\":");
        push_six(out, told.credit.low * told.weight);
        out.extend_from_slice(b",\"weight\":");
        push_six(out, told.weight);
    }
    out.extend_from_slice(b",\"evidence\":");
    let start = out.len();
    push_json(out, told.evidence);
    let evidence = start..out.len();
    push_named(out, b",\"reason\":", told.reason);
    for (at, words) in told.unread.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b",\"unread\":[" } else { b"," });
        push_json(out, words);
    }
    out.extend_from_slice(if told.unread.is_empty() { b"}" } else { b"]}" });
    evidence
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

fn push_criterion(out: &mut Vec<u8>, criterion: &CriterionHead) {
    push_named(out, b"{\"id\":", &criterion.id);
    push_named(out, b",\"label\":", &criterion.label);
    push_named(out, b",\"need\":", criterion.need.name());
    out.extend_from_slice(b",\"weight\":");
    push_six(out, criterion.weight);
    push_named(out, b",\"requirement\":", &criterion.requirement);
    out.extend_from_slice(b",\"quote\":");
    push_text_or_null(out, criterion.quote.as_deref());
    if let Some(basis) = &criterion.lawful_basis {
        push_named(out, b",\"lawful_basis\":", basis);
    }
    out.push(b'}');
}

fn push_problem(out: &mut Vec<u8>, problem: &Diagnostic, lang: Lang) {
    let place = problem.place.as_ref();
    push_named(out, b"{\"code\":", problem.code);
    push_named(out, b",\"severity\":", severity(problem.severity));
    out.extend_from_slice(b",\"file\":");
    push_text_or_null(out, place.map(|place| &*place.file).filter(|file| !file.is_empty()));
    out.extend_from_slice(b",\"line\":");
    push_rank(out, place.map(|place| place.line).filter(|line| *line > 0));
    push_named(out, b",\"what\":", problem.what.to(lang));
    out.extend_from_slice(b",\"help\":");
    push_text_or_null(out, problem.help.as_ref().map(|help| help.to(lang)));
    out.push(b'}');
}

fn push_near_miss(out: &mut Vec<u8>, miss: &NearMiss<'_>, lang: Lang) {
    push_named(out, b"\n    {\"id\":", miss.id);
    push_named(out, b",\"criterion\":", miss.criterion);
    let (value, asked) = miss.sizes.as_ref().map_or((None, None), |(value, asked)| (Some(value), Some(asked)));
    for (name, size) in [(&b",\"value\":"[..], value), (b",\"asked\":", asked)] {
        out.extend_from_slice(name);
        match size {
            Some(Size::Number(number)) => push_six(out, *number),
            Some(Size::Name(name)) => push_json(out, name),
            None => out.extend_from_slice(b"null"),
        }
    }
    out.extend_from_slice(b",\"open\":");
    push_whole(out, miss.open);
    push_named(out, b",\"reason\":", miss.reason.to(lang));
    push_named(out, b",\"source\":{\"file\":", miss.file);
    out.extend_from_slice(b",\"line\":");
    push_whole(out, miss.line);
    out.extend_from_slice(b"}}");
}

/// The name of a severity, the same in every language.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn push_text_or_null(out: &mut Vec<u8>, text: Option<&str>) {
    match text {
        Some(text) => push_json(out, text),
        None => out.extend_from_slice(b"null"),
    }
}

fn push_list<T>(out: &mut Vec<u8>, items: &[T], push: impl Fn(&mut Vec<u8>, &T)) {
    out.push(b'[');
    push_items(out, items, push);
    out.push(b']');
}

fn push_items<T>(out: &mut Vec<u8>, items: impl IntoIterator<Item = T>, push: impl Fn(&mut Vec<u8>, T)) {
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        push(out, item);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::catalogue::Text;
    use crate::render::sample;
    use crate::view::{Pieces, Stretch, Written};

    #[test]
    fn one_document() {
        let written = sample::write(&mut Json::default(), &sample::heading(Lang::En));
        insta::assert_snapshot!(written);
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["candidates"].as_array().unwrap().len(), sample::LINES);
        assert_eq!(value["summary"]["near_misses"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn nobody_is_a_document_too() {
        let written = sample::write_lines(&mut Json::default(), &sample::heading(Lang::En), &[]);
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["candidates"], serde_json::json!([]));
        assert_eq!(value["summary"]["near_misses"], serde_json::json!([]));
    }

    #[test]
    fn an_object_a_line() {
        let mut heading = sample::heading(Lang::Fr);
        heading.ranked = false;
        let mut line = sample::line();
        line.ranks = None;
        let written = sample::write_lines(&mut Jsonl::default(), &heading, &[line]);
        insta::assert_snapshot!(written);
    }

    #[test]
    fn members_asked_for() {
        let mut heading = sample::heading(Lang::En);
        let email: std::sync::Arc<str> = "email".into();
        heading.fields = Some(vec![
            Field::Criterion(2),
            Field::SourceLine,
            Field::Id,
            Field::Cell(0, email.clone()),
            Field::Criterion(0),
            Field::Id,
            Field::Cell(1, email),
        ]);
        let mut jsonl = Jsonl::default();
        assert!(jsonl.wants_reasons());
        let written = sample::write_lines(&mut jsonl, &heading, &[sample::line()]);
        insta::assert_snapshot!(written);
        heading.fields = Some(vec![Field::Id]);
        jsonl.begin(&heading, &mut Vec::new()).unwrap();
        assert!(!jsonl.wants_reasons());
    }

    #[test]
    fn what_was_written_stands_for_what_is_told() {
        let heading = sample::heading(Lang::En);
        let line = sample::line();
        let mut jsonl = Jsonl::default();
        jsonl.begin(&heading, &mut Vec::new()).unwrap();
        let (mut bytes, mut pieces) = (Vec::new(), Vec::new());
        for (at, told) in line.criteria.iter().enumerate() {
            let start = bytes.len();
            let evidence = jsonl.criterion(at, told, &mut bytes);
            assert_eq!(&bytes[evidence.clone()], b"\"7-9 ans\"");
            let stretch = |start: usize, end: usize| Stretch {
                start: u32::try_from(start).unwrap(),
                end: u32::try_from(end).unwrap(),
            };
            let all = stretch(start, bytes.len());
            pieces.push(match at % 3 {
                0 => Pieces { before: all, ..Pieces::default() },
                1 => Pieces { fresh: all, ..Pieces::default() },
                _ => Pieces {
                    before: stretch(start, evidence.start),
                    fresh: stretch(evidence.start, evidence.end),
                    after: stretch(evidence.end, bytes.len()),
                },
            });
        }
        let mut again = Vec::new();
        jsonl.evidence("7-9 ans", &mut again);
        assert_eq!(again, b"\"7-9 ans\"");
        let written = Line { criteria: &[], written: Written { kept: &bytes, fresh: &bytes, pieces: &pieces }, ..line };
        let lines = [written, line].map(|line| sample::write_lines(&mut Jsonl::default(), &heading, &[line]));
        assert_eq!(lines[0], lines[1]);
    }

    proptest! {
        #[test]
        fn any_text_reads_back(id in any::<String>(), evidence in any::<String>(), note in any::<String>(), file in any::<String>()) {
            let mut line = sample::line();
            let notes = [Text::same(&note)];
            let told: Vec<Told<'_>> =
                line.criteria.iter().map(|told| Told { evidence: &evidence, reason: &note, ..*told }).collect();
            (line.id, line.notes, line.file, line.criteria) = (&id, &notes, &file, &told);
            let written = sample::write_lines(&mut Jsonl::default(), &sample::heading(Lang::En), &[line]);
            prop_assert_eq!(written.matches('\n').count(), 1);
            let value: Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(value["id"].as_str(), Some(id.as_str()));
            prop_assert_eq!(value["source"]["file"].as_str(), Some(file.as_str()));
            prop_assert_eq!(value["notes"][0].as_str(), Some(note.as_str()));
            prop_assert_eq!(value["criteria"]["hrd-experience"]["evidence"].as_str(), Some(evidence.as_str()));
        }
    }
}
