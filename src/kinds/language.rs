//! `language`: how well somebody knows a language, from a column of its own or from a list of several.

use std::sync::Arc;

use chrono::Datelike;

use super::bounds::{need_one, steps};
use super::{Kind, Lately, Measure, Reader, Said, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::languages::{self, Language};
use crate::reading::{Reading, Why};
use crate::scale;
use crate::text::grammar::language::ReadLists;
use crate::text::grammar::{self, Heard};
use crate::yaml::{Field, Shape, short};

pub(super) const KIND: Kind = Kind {
    key: "language",
    doc: "How well somebody knows a language, on the Common European Framework (CEFR) or in the words people use.",
    fields: &[
        Field::required("language", Shape::Language, "The language's ISO 639 code, such as `en` or `fr`."),
        Field::new("column", Shape::Column, "The column with that language's level."),
        Field::new("list", Shape::Column, "The column with several languages in one cell."),
        Field::new("at_least", Shape::Step, "The lowest CEFR level that passes."),
        Field::new("full_at", Shape::Step, "The level that earns full credit; `at_least`, else C2, if not given."),
    ],
    example: "language: { language: fr, list: languages, at_least: B2 }",
    read: |fields, _| {
        let language = fields.text("language").and_then(|code| {
            let found = languages::by_code(&code.value);
            if found.is_none() {
                let problem = Diagnostic::error("unknown-language", words::unknown_language(short(&code.value)));
                let help = match languages::nearest(&code.value) {
                    Some(near) => words::language_did_you_mean(near.code(), near.name()),
                    None => words::language_code_help(),
                };
                fields.problem(problem.at(code.place).help(help));
            }
            found
        });
        let (column, list) = (fields.column("column"), fields.column("list"));
        need_one(fields, &["column", "list"], "list: languages");
        let bound = steps(fields, Some(scale::cefr()));
        fields.ok().then_some(())?;
        let language = language?;
        let unit = Unit::Step(Arc::clone(scale::cefr()));
        let (own, has_list) = (column.as_ref().map(|column| column.value.clone()), list.is_some());
        Some(Box::new(Measure {
            columns: column.into_iter().chain(list).collect(),
            bound,
            requirement: words::language(language.name(), unit.sizes(bound)),
            unit,
            subject: language.code().to_owned(),
            reader: Box::new(move |binder| {
                let absent = own.as_deref().is_some_and(|name| (binder.column)(name).is_none());
                let (formats, year) = (Arc::clone(&binder.formats), binder.as_of.year());
                Box::new(Levels { language, own: own.is_some(), absent, list: has_list, formats, year })
            }),
        }))
    },
};

struct Levels {
    language: &'static Language,
    /// The test names a column for this language alone.
    own: bool,
    /// The file does not have that column.
    absent: bool,
    /// The test names a list; it is the last cell.
    list: bool,
    formats: Arc<Formats>,
    /// The year of the as-of date.
    year: i32,
}

impl Levels {
    /// What the column for this language alone says.
    fn own_level(&self, first: Option<&str>) -> Heard {
        let cell = first.filter(|_| self.own);
        cell.map_or(Heard::whole(Reading::MISSING), |cell| {
            grammar::language::level(cell, Some(self.language), &self.formats, self.year)
        })
    }

    fn hear(&self, cells: &[Option<&str>], listed: &mut ReadLists) -> Heard {
        let own = self.own_level(cells.first().copied().flatten());
        if own.reading().why().is_none() {
            return own;
        }
        let list = self.list.then(|| cells.last().copied().flatten()).flatten();
        let several = list
            .map_or(Heard::whole(Reading::MISSING), |cell| listed.level(cell, self.language, &self.formats, self.year));
        let named = several.reading().hull().is_some_and(|range| range.high > 0.0);
        let left_open = matches!(several.reading().why(), Some(Why::Unreadable | Why::Words));
        // What the file has no column for may be whatever a list of other languages leaves open.
        if self.absent && !named && !left_open {
            return Heard::whole(Reading::ABSENT);
        }
        // Where its own column is empty, the list is all that is said. Where that column holds something that cannot be
        // read, a list that does not name the language does not refute it.
        if own.reading() == Reading::MISSING || named { several } else { own }
    }
}

impl Reader for Levels {
    fn read(&self, cells: &[Option<&str>], lately: Lately<'_>) -> Reading {
        self.hear(cells, lately.listed).reading()
    }

    fn settled(&self, first: Option<&str>) -> Option<Reading> {
        Some(self.own_level(first).reading()).filter(|own| own.why().is_none())
    }

    fn understood(&self, cells: &[Option<&str>]) -> Option<Reading> {
        Some(self.hear(cells, &mut ReadLists::default()).understood)
    }

    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], lately: Lately<'_>) -> Said<'a> {
        Said::of(self.hear(cells, lately.listed), all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Kept;
    use crate::reading::Why;

    #[test]
    fn an_empty_column_leaves_all_to_the_list() {
        let levels = |own| Levels {
            language: languages::by_code("en").unwrap(),
            own,
            absent: false,
            list: true,
            formats: Arc::new(Formats::default()),
            year: 2024,
        };
        let (both, alone) = (levels(true), levels(false));
        let read = |levels: &Levels, cells: &[Option<&str>]| levels.read(cells, Kept::default().of(0));
        for list in [None, Some("French C1, Spanish B2"), Some("§§§"), Some("English B2, French C1"), Some("none")] {
            let expected = if list.is_some() { read(&alone, &[list]) } else { Reading::MISSING };
            assert_eq!(read(&both, &[None, list]), expected, "{list:?}");
        }
        assert_eq!(read(&both, &[None, Some("French C1")]), Reading::exactly(0.0));
        assert_eq!(read(&both, &[None, Some("§§§")]).why(), Some(Why::Words));
        // What its own column says comes first, also where it cannot be read.
        assert_eq!(read(&both, &[Some("C1"), Some("English A2")]), Reading::exactly(5.0));
        assert_eq!(read(&both, &[Some("§§§"), Some("French C1")]).why(), Some(Why::Words));
        assert_eq!(read(&both, &[Some("§§§"), Some("English B2")]), Reading::exactly(4.0));
    }
}
