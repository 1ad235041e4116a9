//! `rating`: the mean of a panel's ratings.

use std::sync::Arc;

use super::bounds::{bound, several};
use super::{Kind, Lately, Measure, Reader, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::reading::{Range, Reading};
use crate::text::{Formats, markup, number};
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
            requirement: words::sizes(&unit, bound),
            unit,
            subject: out_of.to_string(),
            reader: Box::new(move |binder| Box::new(Panel { out_of, formats: binder.formats.clone() })),
        }))
    },
};

struct Panel {
    out_of: f64,
    formats: Arc<Formats>,
}

impl Panel {
    /// One rater's cell: a number up to `out_of`, stars, or a share such as `8/10` or `80%`.
    fn rating(&self, cell: &str) -> Option<Range> {
        let folded = crate::text::fold(&markup::bare(cell));
        if let Some(stars) = self.stars(&folded) {
            return stars;
        }
        // "7/10 or 8/10"
        if let Some((a, b)) = [" or ", " ou "].iter().find_map(|or| folded.split_once(or))
            && [a, b].iter().all(|side| side.contains('/') && !side.contains(" or ") && !side.contains(" ou "))
        {
            return Some(self.one(a)?.hull(self.one(b)?));
        }
        self.one(&folded)
    }

    /// `★★★★☆`: what stars alone say, or that they fit nothing.
    fn stars(&self, folded: &str) -> Option<Option<Range>> {
        let count = |any: [char; 2]| folded.chars().filter(|c| any.contains(c)).map(|_| 1.0).sum::<f64>();
        let (full, empty) = (count(['★', '⭐']), count(['☆', '✩']));
        let only = full > 0.0 && folded.chars().all(|c| c == ' ' || ['★', '⭐', '☆', '✩'].contains(&c));
        let all = full + empty;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let value = if empty > 0.0 {
            // A share, as in "4/5", where all stars there are can be seen.
            [5.0, 10.0, self.out_of].iter().any(|usual| near(all, *usual)).then_some(full / all * self.out_of)
        } else {
            // Up to five stars alone may be of five.
            (full <= self.out_of && (self.out_of <= 5.0 || full > 5.0)).then_some(full)
        };
        only.then(|| value.map(Range::exactly))
    }

    fn one(&self, folded: &str) -> Option<Range> {
        let percent = ["%", " percent", " pour cent"].iter().find_map(|mark| folded.split_once(mark));
        let (value, of) = match percent {
            Some((value, rest)) if rest.trim().is_empty() => {
                // "4%" of five is rather four than a fifth of a point.
                let small = |range: Range| range.high > 0.0 && range.high <= self.out_of && self.out_of < 100.0;
                if number::read(value, &self.formats).hull().is_some_and(small) {
                    return None;
                }
                (value, Some("100"))
            }
            _ if is_mixed(folded) => (folded, None),
            _ => ["/", " out of ", " sur ", " of "]
                .iter()
                .find_map(|mark| folded.split_once(mark))
                .map_or((folded, None), |(value, of)| (value, Some(of))),
        };
        let factor = match of {
            None => 1.0,
            Some(of) => {
                let of = number::read(of, &self.formats).hull().filter(|of| of.is_exact() && of.low > 0.0)?;
                self.out_of / of.low
            }
        };
        // "more than 10" of ten holds nothing.
        let holds = |range: &Range| range.low < range.high || !range.low_open && !range.high_open;
        let fits = |range: &Range| range.low >= 0.0 && range.high <= self.out_of && holds(range);
        // "3+" goes as far as ratings do.
        let scaled = |range: Range| {
            let range = range.map(|value| value * factor);
            if range.high == f64::INFINITY {
                Range { high: range.low.max(self.out_of), high_open: false, ..range }
            } else {
                range
            }
        };
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

/// Whether a whole number and a plain fraction are written: `3 1/2`.
fn is_mixed(folded: &str) -> bool {
    folded.split_once(' ').is_some_and(|(whole, part)| {
        whole.bytes().all(|byte| byte.is_ascii_digit()) && matches!(part, "1/2" | "1/4" | "3/4" | "1/3" | "2/3")
    })
}

impl Reader for Panel {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        let ratings: Vec<Option<Range>> = cells.iter().map(|cell| cell.and_then(|cell| self.rating(cell))).collect();
        if ratings.iter().all(Option::is_none) {
            return Reading::UNREADABLE;
        }
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
        let mean = Range { low_open, high_open, ..Range::between(low / count, high / count) };
        Reading::Within(mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_rater() {
        let five = Panel { out_of: 5.0, formats: Arc::new(Formats::default()) };
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
            ("½", exactly(2.5)),
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
            assert_eq!(five.rating(cell), expected, "{cell:?}");
        }
        let ten = Panel { out_of: 10.0, ..five };
        for (cell, expected) in
            [("★★★★", None), ("★★★★☆", exactly(8.0)), ("★★★★★★★", exactly(7.0)), ("4/5", exactly(8.0))]
        {
            assert_eq!(ten.rating(cell), expected, "{cell:?} of ten");
        }
    }
}
