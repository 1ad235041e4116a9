//! Years: a duration, or periods whose overlaps count once.

use chrono::NaiveDate;

use super::amount::Measure;
use super::calendar::{Habit, habits};
use super::period::{self, Event, Span};
use super::quantity::quantity;
use super::{Heard, Left};
use crate::reading::{Range, Reading};
use crate::text::Formats;
use crate::text::cell::{Case, Cursor, Lexed};
use crate::text::words::{Edge, Joint, Section, Sections, Sense, Share, Topic, Unit};

/// What a cell of years is made of.
pub(crate) const SECTIONS: Sections = Sections::of(
    &[Topic::Years, Topic::Relevant],
    &[
        Section::Numbers,
        Section::Rounds,
        Section::Ordinals,
        Section::OrdinalEndings,
        Section::Fractions,
        Section::DecimalMarks,
        Section::Units,
        Section::Months,
        Section::Weekdays,
        Section::Seasons,
        Section::BoundsBefore,
        Section::BoundsAfter,
        Section::Joints,
        Section::Edges,
        Section::Shares,
        Section::Quantifiers,
        Section::Nothing,
        Section::Missing,
        Section::Places,
        Section::Roles,
        Section::Slots,
    ],
);

/// More years than a working life has.
const LIFE: f64 = 70.0;

/// Reads a cell of years as of a day. With `prorate`, a share of the working time reduces what it is said of.
pub(crate) fn read(cell: &str, formats: &Formats, as_of: NaiveDate, prorate: bool) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let ways = habits(&lexed, formats.dates, as_of);
    let heard = ways.into_iter().map(|habit| {
        let mut reader = Reader { as_of, prorate, formats, habit, so_far: SoFar::default(), left: Left::default() };
        reader.cell(lexed.cursor());
        let understood = reader.so_far.reading(as_of, prorate);
        Heard { understood, left: reader.left.words(&lexed) }
    });
    super::either(heard)
}

/// How what comes next belongs to what came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nothing has come yet.
    Start,
    /// Nothing stands between: only what is a part of the same can follow.
    None,
    /// A comma, a line break: one more, or the same told otherwise.
    Beside,
    /// A semicolon, "and": one more.
    More,
    /// `=`, "soit": the same said otherwise.
    Same,
    /// "dont": a part of it.
    Part,
}

/// What has been read so far.
#[derive(Clone, Debug, Default)]
struct SoFar {
    amounts: Vec<Range>,
    /// What a share takes off an amount.
    spans: Vec<Span>,
    /// Years, months or days named alone.
    points: Vec<Span>,
    /// What is said again of the whole.
    again: Vec<Range>,
    /// What is said again of the only span.
    span_again: Vec<Range>,
    /// The amounts are beside the spans, and may be the same told otherwise.
    beside: bool,
    /// What part-time takes off the amounts.
    less: f64,
    /// How many amounts are parts of others.
    parts: usize,
    /// What words beside say: which of the years count, where somebody was, and what as.
    relevance: bool,
    placed: bool,
    occupied: bool,
    /// A period without an end.
    since: bool,
    /// Something that makes no sense.
    nonsense: bool,
}

impl SoFar {
    fn is_empty(&self) -> bool {
        self.amounts.is_empty() && self.spans.is_empty()
    }

    /// All that the amounts can mean together: they may be of the same time.
    fn amounts(&self) -> Option<Range> {
        let together = |a: Range, b: Range| Range {
            low: a.low.max(b.low),
            low_open: if a.low >= b.low { a.low_open } else { b.low_open },
            high: a.high + b.high,
            high_open: a.high_open || b.high_open,
        };
        let all = self.amounts.iter().copied().reduce(together)?;
        Some(all.map(|years| (years - self.less).max(0.0)))
    }

    fn reading(&self, as_of: NaiveDate, prorate: bool) -> Reading {
        let spans: Vec<Span> = self.spans.iter().chain(&self.points).copied().collect();
        let spans = (!self.spans.is_empty()).then(|| period::together(&spans, as_of, prorate)).flatten();
        let all = match (self.amounts(), spans) {
            _ if self.nonsense || self.in_doubt() => None,
            (None, None) => None,
            (Some(amounts), None) => self.as_of_points(amounts, as_of),
            (None, Some(spans)) => Some(spans),
            (Some(amounts), Some(spans)) => Some(self.with_spans(amounts, spans)),
        };
        let only_span = self.spans.len() == 1 && self.amounts.is_empty();
        let again = self.again.iter().chain(self.span_again.iter().filter(|_| only_span));
        let all = again.fold(all, |all, again| Some(same(all?, *again)));
        match all {
            Some(range) if range.low <= LIFE => Reading::Within(range),
            _ => Reading::UNREADABLE,
        }
    }

    /// Whether it cannot be told which of the years count: "10 years, 3 of them relevant"; or what they are of: in a country
    /// since then, as who lives there is too.
    fn in_doubt(&self) -> bool {
        let several = self.amounts.len() + self.spans.len() + self.parts > 1;
        self.relevance && several || self.since && self.placed && !self.occupied
    }

    /// Amounts beside a day named alone, on which it was so: "8 years as of May 2023" may have become more since.
    fn as_of_points(&self, amounts: Range, as_of: NaiveDate) -> Option<Range> {
        let since =
            self.points.iter().map(|point| point.until(as_of)).try_fold(0.0, |all, since| Some(f64::max(all, since?)));
        since.map(|since| Range { high: amounts.high + since, ..amounts })
    }

    /// Amounts beside spans: the same told otherwise, or more of it.
    fn with_spans(&self, amounts: Range, spans: Range) -> Range {
        let sum = Range { low: amounts.low.max(spans.low), high: amounts.high + spans.high, ..amounts };
        match amounts.both(spans) {
            Some(same) if self.beside => same.hull(sum),
            _ => sum,
        }
    }
}

/// The same told twice: what both hold, or either where they differ.
fn same(one: Range, again: Range) -> Range {
    one.both(again).unwrap_or_else(|| one.hull(again))
}

struct Reader<'a> {
    as_of: NaiveDate,
    prorate: bool,
    formats: &'a Formats,
    habit: Habit,
    so_far: SoFar,
    left: Left,
}

impl Reader<'_> {
    fn cell(&mut self, mut cursor: Cursor<'_>) {
        let mut link = Link::Start;
        self.list(&mut cursor, &mut link);
        if self.so_far.is_empty() && self.left.0.is_empty() {
            // Words alone, all understood, that say nothing of time.
            self.so_far.nonsense = true;
        }
    }

    /// Reads on to the end, one thing after the other.
    fn list(&mut self, cursor: &mut Cursor<'_>, link: &mut Link) {
        while !cursor.is_done() {
            if cursor.line() && *link == Link::None {
                *link = Link::Beside;
            }
            let before = cursor.at;
            if cursor.text(0) == "(" && self.aside(cursor, link) {
                continue;
            }
            if self.statement(cursor, link)
                || self.bound_after(cursor)
                || self.separator(cursor, link)
                || self.word(cursor, *link)
            {
                continue;
            }
            self.left.add(before);
            cursor.at = before + 1;
        }
    }

    /// A period, an amount, or none of it.
    fn statement(&mut self, cursor: &mut Cursor<'_>, link: &mut Link) -> bool {
        let mut ahead = *cursor;
        if self.share(&mut ahead) {
            *cursor = ahead;
            return true;
        }
        let event = period::find(&mut ahead, self.habit);
        if let Some(event) = event {
            let point = matches!(event, Event::Point(_));
            let linked = *link != Link::None || self.so_far.spans.is_empty();
            if !linked && !point {
                return false;
            }
            self.event(event, *link);
            *cursor = ahead;
            *link = Link::None;
            return true;
        }
        ahead = *cursor;
        let Some(range) = self.amount(&mut ahead) else { return self.nothing(cursor, link) };
        if *link == Link::None && !self.so_far.amounts.is_empty() {
            return false;
        }
        *cursor = ahead;
        let part = *link == Link::Part || !self.so_far.is_empty() && self.of_which(cursor);
        match *link {
            Link::Same => self.so_far.again.push(range),
            _ if part => self.part(range, cursor),
            _ => {
                self.so_far.beside |= *link == Link::Beside || *link == Link::Start || *link == Link::None;
                self.so_far.amounts.push(range);
            }
        }
        *link = Link::None;
        true
    }

    /// "none", "aucune expérience": nothing of it.
    fn nothing(&mut self, cursor: &mut Cursor<'_>, link: &mut Link) -> bool {
        let nothing = |sense: Sense| matches!(sense, Sense::Nothing(Topic::Years | Topic::Any)).then_some(());
        if !self.so_far.is_empty() || cursor.take(nothing).is_none() {
            return false;
        }
        self.so_far.amounts.push(Range::exactly(0.0));
        *link = Link::None;
        true
    }

    /// "7 ans d'expérience minimum": a bound after the words that follow an amount.
    fn bound_after(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let measure = self.measure();
        let Some(last) = self.so_far.amounts.last_mut() else { return false };
        let Some(bounded) = measure.bound_after(cursor, *last) else { return false };
        *last = bounded;
        true
    }

    fn measure(&self) -> Measure {
        Measure { time: true, decimal: self.formats.decimal, floor: 0.0 }
    }

    fn event(&mut self, event: Event, link: Link) {
        match event {
            Event::Point(span) => self.so_far.points.push(span),
            Event::Span(span) if span.has_begun(self.as_of) => {
                self.so_far.beside |= matches!(link, Link::Beside | Link::None | Link::Start | Link::Same);
                self.so_far.spans.push(span);
                self.so_far.since |= span.goes_on();
            }
            // What is to come is no experience yet.
            Event::Span(_) => self.so_far.amounts.push(Range::exactly(0.0)),
        }
    }

    /// A duration.
    fn amount(&self, cursor: &mut Cursor<'_>) -> Option<Range> {
        self.measure().amount(cursor)?.hull()
    }

    /// A part of the whole: never more than it. With a share, the whole is less by what the part lacks.
    fn part(&mut self, part: Range, cursor: &mut Cursor<'_>) {
        let whole = self.so_far.amounts().or_else(|| self.spans_alone());
        self.so_far.parts += 1;
        if whole.is_some_and(|whole| part.low > whole.high) {
            self.so_far.nonsense = true;
        }
        let mut ahead = *cursor;
        // "2 of them at 50 %"
        while ahead.take_neutral(Topic::Years) || self.of_which(&mut ahead) {}
        if let Some(share) = share(&mut ahead) {
            if self.prorate && part.is_exact() {
                self.so_far.less += part.low * (1.0 - share.unwrap_or(0.0));
            }
            *cursor = ahead;
        }
    }

    fn spans_alone(&self) -> Option<Range> {
        (!self.so_far.spans.is_empty()).then(|| period::together(&self.so_far.spans, self.as_of, false)).flatten()
    }

    fn of_which(&self, cursor: &mut Cursor<'_>) -> bool {
        cursor.take_sense(Sense::Joint(Joint::OfWhich))
    }

    /// What stands in brackets: the last thing said again, a part of it, or where it was; after a comma, one more.
    fn aside(&mut self, cursor: &mut Cursor<'_>, link: &mut Link) -> bool {
        let mut ahead = *cursor;
        ahead.at += 1;
        // "Experience (years): 7"
        let mut label = ahead;
        if self.so_far.is_empty() && label.take_sense(Sense::Unit(Unit::Year)) && label.take_text(&[")"]) {
            *cursor = label;
            return true;
        }
        let mut inner = Reader { so_far: SoFar::default(), left: Left::default(), formats: self.formats, ..*self };
        let mut inner_link = Link::Start;
        let mut words = false;
        while !ahead.is_done() && ahead.text(0) != ")" {
            let before = ahead.at;
            if inner.so_far.is_empty() && self.bound_after(&mut ahead) {
                continue;
            }
            if share(&mut ahead).map(|share| self.share_of(share)).is_some()
                || inner.statement(&mut ahead, &mut inner_link)
            {
                continue;
            }
            words |= inner.word(&mut ahead, Link::Beside)
                || ahead.take_name()
                || ahead.take_sense(Sense::Joint(Joint::OfWhich));
            if ahead.at == before && !inner.separator(&mut ahead, &mut inner_link) {
                inner.left.add(before);
                ahead.at = before + 1;
            }
        }
        if !ahead.take_text(&[")"]) {
            return false;
        }
        *cursor = ahead;
        self.left.0.append(&mut inner.left.0);
        let one_more = matches!(*link, Link::Start | Link::Beside | Link::More) || self.so_far.is_empty();
        if one_more {
            *link = Link::None;
        }
        self.take_in(inner.so_far, one_more, words);
        true
    }

    /// Takes in what stood in brackets.
    fn take_in(&mut self, inner: SoFar, one_more: bool, words: bool) {
        let said = inner.reading(self.as_of, false).hull();
        let SoFar {
            mut amounts,
            mut spans,
            mut points,
            mut again,
            relevance,
            placed,
            occupied,
            since,
            less,
            nonsense,
            ..
        } = inner;
        let empty = amounts.is_empty() && spans.is_empty();
        self.so_far.points.append(&mut points);
        self.so_far.less += less;
        self.so_far.relevance |= relevance;
        self.so_far.placed |= placed;
        self.so_far.occupied |= occupied;
        self.so_far.nonsense |= nonsense;
        if one_more || empty {
            self.so_far.since |= since;
            self.so_far.amounts.append(&mut amounts);
            self.so_far.spans.append(&mut spans);
            self.so_far.again.append(&mut again);
            return;
        }
        self.so_far.parts += 1;
        let Some(said) = said else {
            self.so_far.nonsense = true;
            return;
        };
        let shorter = words && self.spans_alone().is_some_and(|whole| said.high < whole.low);
        match self.so_far.amounts.last_mut() {
            Some(last) if last.both(said).is_some() || !words || said.low > last.high => *last = same(*last, said),
            None if !shorter => self.so_far.span_again.push(said),
            _ => {}
        }
    }

    /// A share of the working time, said of what came last.
    fn share(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let Some(share) = share(cursor) else { return false };
        self.share_of(share);
        true
    }

    fn share_of(&mut self, share: Option<f64>) {
        if !self.prorate {
            return;
        }
        match (self.so_far.spans.last_mut(), self.so_far.amounts.last_mut()) {
            (Some(span), _) => span.share = share.unwrap_or(1.0),
            (None, Some(amount)) => {
                *amount = match share {
                    Some(share) => amount.map(|years| years * share),
                    None => Range { low: 0.0, low_open: false, ..*amount },
                }
            }
            (None, None) => self.so_far.less = share.unwrap_or(0.0),
        }
    }

    /// What stands between one thing and the next.
    fn separator(&self, cursor: &mut Cursor<'_>, link: &mut Link) -> bool {
        let joint = cursor.take(|sense| match sense {
            Sense::Joint(Joint::And | Joint::Then | Joint::Sum) => Some(Link::More),
            Sense::Joint(Joint::Makes) => Some(Link::Same),
            Sense::Joint(Joint::OfWhich) => Some(Link::Part),
            _ => None,
        });
        let found = joint.or_else(|| {
            let found = match cursor.text(0) {
                "=" => Link::Same,
                ";" | "|" | "+" | "&" => Link::More,
                "·" => Link::Same,
                "," | ":" | "/" | "-" | "•" | "*" | "." => Link::Beside,
                _ => return None,
            };
            // "-3" is no list of one.
            let sign = cursor.text(0) == "-" && cursor.figure(1).is_some() && !cursor.gap(1);
            (!sign).then(|| cursor.at += 1)?;
            Some(found)
        });
        let Some(found) = found else { return false };
        *link = match (*link, found) {
            (Link::Part, Link::Beside) => Link::Part,
            (Link::Start, Link::Beside) => Link::Start,
            (_, found) => found,
        };
        true
    }

    /// A word that changes nothing here, a role, a place, or a name where one can stand.
    fn word(&mut self, cursor: &mut Cursor<'_>, link: Link) -> bool {
        if cursor.take_sense(Sense::Neutral(Topic::Relevant)) {
            self.so_far.relevance = true;
            return true;
        }
        let mut ahead = *cursor;
        if ahead.take_sense(Sense::Role) || ahead.take_named() {
            let place = cursor.sense(0, |sense| (sense == Sense::Place).then_some(())).is_some()
                || (cursor.at + 1..ahead.at).any(|at| ahead.lexed().senses(at).contains(&Sense::Place));
            self.so_far.placed |= place;
            self.so_far.occupied |= !place;
            *cursor = ahead;
            return true;
        }
        if cursor.take_neutral(Topic::Years) || link == Link::More && cursor.take_sense(Sense::Missing) {
            return true;
        }
        let after_period = !self.so_far.spans.is_empty();
        let slot = matches!(link, Link::Beside | Link::More | Link::Part) || after_period;
        let mut ahead = *cursor;
        if ahead.take_name() {
            // The first word of a sentence has a capital anyway.
            let sure = ahead.at > cursor.at + 1 || cursor.token(0).is_some_and(|token| token.case == Case::Upper);
            let before_time = period::find(&mut skipping_marks(ahead), self.habit).is_some();
            if slot || sure && (before_time || matches!(ahead.text(0), ":" | ",")) {
                self.so_far.occupied = true;
                *cursor = ahead;
                return true;
            }
        }
        // "since" of an amount: "depuis 7 ans".
        let mut ahead = *cursor;
        let since = ahead.take(|sense| matches!(sense, Sense::Edge(Edge::Since | Edge::From)).then_some(())).is_some();
        let from = ahead.at;
        let mut to = ahead;
        let amount = since && self.amount(&mut to).is_some();
        if amount && (from..to.at).any(|at| to.lexed().senses(at).iter().any(|sense| matches!(sense, Sense::Unit(_)))) {
            *cursor = ahead;
            return true;
        }
        false
    }
}

fn skipping_marks(mut cursor: Cursor<'_>) -> Cursor<'_> {
    while cursor.take_text(&[":", ",", "(", "-"]) {}
    cursor
}

/// "at 50 %", "mi-temps": how much of the working time; nothing within where that is not said.
fn share(cursor: &mut Cursor<'_>) -> Option<Option<f64>> {
    let mut ahead = *cursor;
    while ahead.take_neutral(Topic::Years)
        || ahead.take(|sense| matches!(sense, Sense::Slot(_)).then_some(())).is_some()
    {}
    let percent = |cursor: &mut Cursor<'_>| {
        let figure: f64 = cursor.figure(0)?.parse().ok()?;
        cursor.at += 1;
        let sign = cursor.take_text(&["%"]) || cursor.take_sense(Sense::Share(Share::Percent));
        (sign && (0.0..=100.0).contains(&figure)).then_some(Some(figure / 100.0))
    };
    // "0.5 FTE"
    let whole = |cursor: &mut Cursor<'_>| {
        let share = quantity(cursor, None)?.value.hull().filter(|range| range.is_exact())?;
        (cursor.take_sense(Sense::Share(Share::Whole)) && (0.0..=1.0).contains(&share.low)).then_some(Some(share.low))
    };
    let mut figures = ahead;
    if let Some(share) = percent(&mut figures).or_else(|| {
        figures = ahead;
        whole(&mut figures)
    }) {
        *cursor = figures;
        return Some(share);
    }
    let share = ahead.take(|sense| match sense {
        Sense::Share(Share::Of(share)) => Some(Some(share)),
        Sense::Share(Share::Part) => Some(None),
        _ => None,
    })?;
    *cursor = ahead;
    Some(share)
}
