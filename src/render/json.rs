//! JSON, one document, and JSON Lines, one object per candidate. Both are written as they come, never held.

mod frames;
mod object;

use std::io::{self, Write};

use self::object::Object;
use super::figures::{push_six, push_whole};
use super::safe::push_json;
use crate::catalogue::Lang;
use crate::diagnostic::{Diagnostic, Severity};
use crate::score::Status;
use crate::view::{CriterionHead, Foot, Heading, Line, NearMiss, Render, Size};

/// Writes JSON.
#[derive(Clone, Debug, Default)]
pub(super) struct Json {
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
pub(super) struct Jsonl {
    object: Object,
}

impl Render for Jsonl {
    fn wants_reasons(&self, heading: &Heading) -> bool {
        object::wants_reasons(heading)
    }

    fn begin(&mut self, heading: &Heading, _: &mut dyn Write) -> io::Result<()> {
        self.object = Object::of(heading);
        Ok(())
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
    fn wants_reasons(&self, heading: &Heading) -> bool {
        object::wants_reasons(heading)
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
    use crate::view::{OutputColumn, Saying};

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
            OutputColumn::Criterion(2),
            OutputColumn::SourceLine,
            OutputColumn::Id,
            OutputColumn::Cell(0, email.clone()),
            OutputColumn::Criterion(0),
            OutputColumn::Id,
            OutputColumn::Cell(1, email),
        ]);
        let mut jsonl = Jsonl::default();
        assert!(jsonl.wants_reasons(&heading));
        let written = sample::write_lines(&mut jsonl, &heading, &[sample::line()]);
        insta::assert_snapshot!(written);
        heading.fields = Some(vec![OutputColumn::Id]);
        assert!(!jsonl.wants_reasons(&heading));
    }

    proptest! {
        #[test]
        fn any_text_reads_back(id in any::<String>(), evidence in any::<String>(), note in any::<String>(), file in any::<String>()) {
            let mut line = sample::line();
            let notes = [Text::same(&note)];
            let saying = Saying { reason: note.clone(), ..sample::sayings()[1].clone() };
            let told = sample::words(vec![&saying; line.told.len()], &evidence);
            (line.id, line.notes, line.file, line.told) = (&id, &notes, &file, &told);
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
