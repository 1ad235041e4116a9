//! `rating`: the mean of a panel's ratings.

use std::sync::Arc;

use super::bounds::{bound, several};
use super::{Kind, Lately, Measure, Reader, Said, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::reading::{Range, Reading, Why};
use crate::text::grammar::{Heard, number};
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "rating",
    doc: "The mean of a panel's ratings, one column per rater. A rating that is missing may be anything.",
    fields: &[
        Field::required("columns", Shape::Columns, "The columns, one per rater."),
        Field::required("out_of", Shape::Size, "The highest rating there is."),
        Field::new("at_least", Shape::Size, "The mean that is asked."),
        Field::new("full_at", Shape::Size, "The mean that earns full credit; `at_least`, else `out_of`, if not given."),
    ],
    example: "rating: { columns: [rater_1, rater_2, rater_3], out_of: 5, at_least: 3, full_at: 5 }",
    read: |fields, _| {
        let columns = several(fields);
        let out_of = fields.number("out_of");
        if let Some(out_of) = &out_of
            && out_of.value <= 0.0
        {
            let problem = Diagnostic::error("zero-out-of", words::out_of_positive()).help(words::out_of_help());
            fields.problem(problem.at(out_of.place.clone()));
        }
        let bound = bound(fields, out_of.as_ref().map(|out_of| out_of.value).filter(|out_of| *out_of > 0.0));
        fields.ok().then_some(())?;
        let out_of = out_of?.value;
        let unit = Unit::Rating(out_of);
        Some(Box::new(Measure {
            columns,
            bound,
            requirement: unit.sizes(bound),
            unit,
            subject: out_of.to_string(),
            reader: Box::new(move |binder| Box::new(PanelRule { out_of, formats: binder.formats.clone() })),
        }))
    },
};

struct PanelRule {
    out_of: f64,
    formats: Arc<Formats>,
}

impl PanelRule {
    /// One rater's cell: a number up to `out_of`, stars, or a share such as `8/10` or `80%`.
    fn rating(&self, cell: &str) -> Heard {
        number::rating(cell, self.out_of, &self.formats)
    }

    /// What each rater's cell says, where it says something.
    fn heard(&self, cells: &[Option<&str>]) -> Vec<Option<Heard>> {
        cells.iter().map(|cell| cell.map(|cell| self.rating(cell))).collect()
    }

    /// The mean of what was heard, each as it is read.
    fn panel(&self, heard: &[Option<Heard>], read: fn(&Heard) -> Reading) -> Reading {
        let readings: Vec<Option<Reading>> = heard.iter().map(|heard| heard.as_ref().map(read)).collect();
        let ratings: Vec<Option<Range>> = readings.iter().map(|reading| reading.and_then(Reading::hull)).collect();
        if ratings.iter().any(Option::is_some) {
            return self.mean(&ratings);
        }
        // Where words are all that keeps a rating open, they are named.
        let words = readings.into_iter().flatten().find(|reading| reading.why() == Some(Why::Words));
        words.unwrap_or(Reading::UNREADABLE)
    }

    /// The mean of the ratings; one that is missing or open may be anything.
    fn mean(&self, ratings: &[Option<Range>]) -> Reading {
        let anything = Range::between(0.0, self.out_of);
        let (mut low, mut high, mut count) = (0.0, 0.0, 0.0);
        let (mut low_open, mut high_open) = (false, false);
        for rating in ratings {
            let rating = rating.unwrap_or(anything);
            low += rating.low;
            high += rating.high;
            low_open |= rating.low_open;
            high_open |= rating.high_open;
            count += 1.0;
        }
        Reading::Within(Range { low_open, high_open, ..Range::between(low / count, high / count) })
    }
}

impl Reader for PanelRule {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        self.panel(&self.heard(cells), Heard::reading)
    }

    fn understood(&self, cells: &[Option<&str>]) -> Option<Reading> {
        Some(self.panel(&self.heard(cells), |heard| heard.understood))
    }

    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], _: Lately<'_>) -> Said<'a> {
        let heard = self.heard(cells);
        Said {
            understood: self.panel(&heard, |heard| heard.understood),
            reading: self.panel(&heard, Heard::reading),
            doubt: None,
            parts: all.iter().map(|cell| (*cell).into()).collect(),
            left: heard.into_iter().flatten().flat_map(|heard| heard.left).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_rater() {
        let five = PanelRule { out_of: 5.0, formats: Arc::new(Formats::default()) };
        let exactly = |value: f64| Some(Range::exactly(value));
        for (cell, expected) in [
            ("4", exactly(4.0)),
            ("4/5", exactly(4.0)),
            ("16/20", exactly(4.0)),
            ("16 sur 20", exactly(4.0)),
            ("8 of 10", exactly(4.0)),
            ("80%", exactly(4.0)),
            ("80 %", exactly(4.0)),
            ("80 pour cent", exactly(4.0)),
            ("3 1/2", exactly(3.5)),
            ("3½", exactly(3.5)),
            ("½", Some(Range::between(0.5, 2.5))),
            ("3+", Some(Range::between(3.0, 5.0))),
            ("at least 4", Some(Range::between(4.0, 5.0))),
            ("au moins 4", Some(Range::between(4.0, 5.0))),
            ("more than 3", Some(Range { low_open: true, ..Range::between(3.0, 5.0) })),
            ("<3", Some(Range { high_open: true, ..Range::between(0.0, 3.0) })),
            ("7/10 or 8/10", Some(Range::between(3.5, 4.0))),
            ("7/10 ou 8/10", Some(Range::between(3.5, 4.0))),
            ("<b>4</b>", exactly(4.0)),
            ("4&nbsp;/&nbsp;5", exactly(4.0)),
            ("★★★★☆", exactly(4.0)),
            ("★★★★", exactly(4.0)),
            ("★★★★★★", None),
            ("★★★★★★★★☆☆", exactly(4.0)),
            ("4%", None),
            ("0%", exactly(0.0)),
            ("★★★☆", None),
            ("☆☆☆☆☆", None),
            ("6", None),
            ("6+", None),
            (">5", None),
            ("plus de 5", None),
            ("5+", exactly(5.0)),
            ("120%", None),
            ("80% of 3", None),
            ("4?", None),
        ] {
            assert_eq!(five.rating(cell).reading().hull(), expected, "{cell:?}");
        }
        let ten = PanelRule { out_of: 10.0, ..five };
        for (cell, expected) in
            [("★★★★", None), ("★★★★☆", exactly(8.0)), ("★★★★★★★", exactly(7.0)), ("4/5", exactly(8.0))]
        {
            assert_eq!(ten.rating(cell).reading().hull(), expected, "{cell:?} of ten");
        }
    }
}
