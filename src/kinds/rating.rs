//! `rating`: the mean of a panel's ratings.

use std::sync::Arc;

use super::bounds::bound;
use super::{Kind, Measure, Reader, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::reading::{Range, Reading};
use crate::text::{Formats, mentions, number};
use crate::yaml::{Field, Shape};

pub const KIND: Kind = Kind {
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
        let columns = fields.columns("columns");
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
            requirement: words::sizes(&unit, bound),
            unit,
            reader: Box::new(move |binder| Box::new(Panel { out_of, formats: binder.formats.clone() })),
        }))
    },
};

struct Panel {
    out_of: f64,
    formats: Arc<Formats>,
}

impl Panel {
    /// One rater's cell: a number up to `out_of`, or a share such as `8/10`.
    fn rating(&self, cell: &str) -> Option<Range> {
        let folded = crate::text::fold(cell);
        let (value, of) = ["/", " out of ", " sur "]
            .iter()
            .find_map(|mark| folded.split_once(mark))
            .map_or((folded.as_str(), None), |(value, of)| (value, Some(of)));
        let factor = match of {
            None => 1.0,
            Some(of) => {
                let of = number::read(of, &self.formats).hull().filter(|of| of.is_exact() && of.low > 0.0)?;
                self.out_of / of.low
            }
        };
        let fits = |range: &Range| range.low >= 0.0 && range.high <= self.out_of;
        let scaled = |range: Range| range.map(|value| value * factor);
        match number::read(value, &self.formats) {
            Reading::Within(range) => Some(scaled(range)).filter(fits),
            // Of two meanings, one that is beyond the highest rating was not meant.
            Reading::Either(a, b) => match [scaled(a), scaled(b)].map(|range| Some(range).filter(fits)) {
                [Some(a), Some(b)] => Some(a.hull(b)),
                [a, b] => a.or(b),
            },
            Reading::Unknown(_) => None,
        }
    }
}

impl Reader for Panel {
    fn read(&self, cells: &[Option<&str>], _: &mut mentions::Scratch) -> Reading {
        let ratings: Vec<Option<Range>> = cells.iter().map(|cell| cell.and_then(|cell| self.rating(cell))).collect();
        if ratings.iter().all(Option::is_none) {
            return Reading::UNREADABLE;
        }
        let anything = Range::between(0.0, self.out_of);
        let (mut low, mut high, mut count) = (0.0, 0.0, 0.0);
        for rating in ratings {
            let rating = rating.unwrap_or(anything);
            low += rating.low;
            high += rating.high;
            count += 1.0;
        }
        Reading::between(low / count, high / count)
    }
}
