//! `mentions`: free text that speaks of the terms asked for; the snippet is the evidence.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::bounds::{counts, several};
use super::{Count, Kind, Lately, Measure, Noun, Reader, Said, Unit};
use crate::catalogue::{Text, explain as told, kinds as words, list_and};
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::mentions::{Mention, Search, Term, Terms};
use crate::reading::{Bound, Range, Reading, Why};
use crate::text::grammar::answer;
use crate::yaml::{Field, Shape};

const ASKED: Field =
    Field::required("terms", Shape::Words, "The terms, each in any language, with other words for it.");

/// What a text is that mentions fewer terms.
const OTHERWISE: [&str; 2] = ["fail", "review"];

pub(super) const KIND: Kind = Kind {
    key: "mentions",
    doc: "Free text that mentions terms, each with other words for it: whole words, in any case, singular or plural, of women or men.",
    fields: &[
        Field::required("columns", Shape::Columns, "The columns with the text."),
        ASKED,
        Field::new("at_least", Shape::Count, "How many of the terms must be mentioned; 1 if not given."),
        Field::new("full_at", Shape::Count, "How many earn full credit; `at_least` if not given."),
        Field::new(
            "otherwise",
            Shape::Choice(&OTHERWISE),
            "What a text is that mentions fewer, and does not say that there is nothing: `fail` (if not given) or `review` (unknown).",
        ),
    ],
    example: "mentions: { columns: [motivation], terms: [{ en: EEAS, fr: SEAE }, { en: special rapporteur, fr: rapporteur spécial }], at_least: 1, full_at: 2 }",
    read: |fields, _| {
        let columns = several(fields);
        let asked = fields.words("terms");
        let place = fields.place_of("terms");
        if asked.is_empty() && fields.ok() {
            fields.problem(
                Diagnostic::error("empty-list", words::empty_list("terms"))
                    .at(place)
                    .help(words::empty_list_help(ASKED.example())),
            );
        }
        let bound = counts(fields, asked.len());
        let review = fields.choice("otherwise", &OTHERWISE).is_some_and(|choice| choice.value == 1);
        fields.ok().then_some(())?;
        let names: Vec<Text> = asked.iter().map(|term| term.name.clone()).collect();
        let terms: Vec<Term> =
            asked.iter().map(|term| Term { name: term.name.en.clone(), words: term.texts() }).collect();
        let read: Vec<String> = columns.iter().map(|column| column.value.clone()).collect();
        let subject = format!("{:?} {review}", terms.iter().map(|term| &term.words).collect::<Vec<_>>());
        let terms = Arc::new(Terms::new(&terms));
        let unit = of_terms(names.len());
        Some(Box::new(Measure {
            columns,
            bound,
            requirement: words::mentions(unit.sizes(bound), list_and(&names)),
            unit,
            subject,
            reader: Box::new(move |binder| {
                let absent = read.iter().any(|name| (binder.column)(name).is_none());
                Box::new(Mentions {
                    search: Search::new(Arc::clone(&terms), &binder.formats.lexicon),
                    absent,
                    enough: bound.at_least.filter(|_| review),
                    formats: Arc::clone(&binder.formats),
                    as_of: binder.as_of,
                })
            }),
        }))
    },
};

/// Terms, of those that are looked for.
static TERMS: Noun = Noun {
    asked: |of, size| words::of_terms(of.unwrap_or_default(), size),
    read: |lang, of, (_, number)| told::terms(lang, of.unwrap_or_default(), number).to_string(),
    none: Some(|lang, of| told::no_term(lang, of.unwrap_or_default()).to_string()),
    ask: |lang, columns| told::ask_terms(lang, columns).to_string(),
    shown: true,
};

/// How many of so many terms.
#[must_use]
pub(crate) const fn of_terms(total: usize) -> Unit {
    Unit::Count(Count { of: Some(total), noun: &TERMS })
}

struct Mentions {
    search: Search,
    /// The file does not have all the columns: the others may mention any of the terms.
    absent: bool,
    /// Where a text that mentions too few is for people to judge: how many are enough.
    enough: Option<f64>,
    formats: Arc<Formats>,
    as_of: NaiveDate,
}

impl Mentions {
    /// What the texts that are there mention, and the others may, or what else stands in them may come to.
    fn reading(&self, range: Range, cells: &[Option<&str>]) -> Reading {
        #[expect(clippy::cast_precision_loss, reason = "a list in a criteria file of at most 1 MiB")]
        let all = self.search.terms().len() as f64;
        let high = if self.absent || self.says_else(range, cells) { all } else { range.high };
        Reading::Within(Range { high, ..range })
    }

    /// Whether people are to judge what texts say that mention too few terms: they say something, and are no plain no.
    fn says_else(&self, range: Range, cells: &[Option<&str>]) -> bool {
        let says = |cell: &str| {
            let none = answer::read(cell, &self.formats, self.as_of).reading() == Reading::exactly(0.0);
            !none && !self.search.says_nothing(cell)
        };
        self.enough.is_some_and(|enough| range.low < enough) && cells.iter().copied().flatten().any(says)
    }
}

impl Reader for Mentions {
    fn read(&self, cells: &[Option<&str>], lately: Lately<'_>) -> Reading {
        self.reading(self.search.count(cells.iter().copied().flatten(), None, lately.mentions), cells)
    }

    fn read_for(&self, bound: &Bound, cells: &[Option<&str>], lately: Lately<'_>) -> Reading {
        self.reading(self.search.count(cells.iter().copied().flatten(), bound.enough(), lately.mentions), cells)
    }

    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], lately: Lately<'_>) -> Said<'a> {
        let mut tally = self.search.terms().tally();
        let mut open = None;
        let mut parts = Vec::with_capacity(all.len());
        for (cell, text) in cells.iter().zip(all) {
            let mentions = self.search.find(text, lately.mentions);
            if cell.is_some() {
                mentions.iter().for_each(|mention| tally.add(mention));
                open = open.or_else(|| mentions.iter().find_map(|mention| mention.open));
            }
            parts.push(part(text, mentions));
        }
        let range = tally.range();
        let open =
            open.filter(|_| !range.is_exact()).or_else(|| self.says_else(range, cells).then_some(Why::Elsewhere));
        Said::whole(self.reading(range, cells), open, parts)
    }

    fn names(&self, cell: &str) -> bool {
        self.search.terms().names(cell)
    }

    fn is_nothing(&self, cell: &str) -> bool {
        self.search.says_nothing(cell)
    }

    fn repeats(&self) -> bool {
        false
    }
}

/// The parts of a text around its mentions.
fn part(text: &str, mentions: Vec<Mention>) -> Cow<'_, str> {
    let mut spans: Vec<std::ops::Range<usize>> = mentions.into_iter().map(|mention| mention.snippet).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    // What overlaps is shown once.
    spans.dedup_by(|next, last| {
        let overlaps = next.start <= last.end;
        last.end = if overlaps { last.end.max(next.end) } else { last.end };
        overlaps
    });
    let shown = |span: &std::ops::Range<usize>| text.get(span.clone()).unwrap_or_default().trim();
    match spans.as_slice() {
        [] => start(text),
        [one] => shown(one).into(),
        several => several.iter().map(shown).collect::<Vec<_>>().join(" … ").into(),
    }
}

/// The start of a text, enough to know it by.
fn start(cell: &str) -> Cow<'_, str> {
    const ENOUGH: usize = 80;
    match cell.char_indices().nth(ENOUGH) {
        None => cell.into(),
        Some((end, _)) => [cell.get(..end).unwrap_or_default().trim_end(), "…"].concat().into(),
    }
}
