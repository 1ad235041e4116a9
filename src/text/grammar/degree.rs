//! Degrees: levels, fields, and whether they are finished.
//!
//! A cell is one entry or several, each a degree: its level, its field, schools, places and times. What belongs to which
//! follows from the marks between them. A word that has no place in an entry leaves that entry open, and all that stand
//! with it between two strong marks.

use chrono::NaiveDate;

use super::calendar::{Habit, habits};
pub(crate) use super::entry::Found;
use super::entry::{Degree, finished};
use super::field::{self, Before, Field, FieldList};
use super::graduation;
use super::{Heard, Left};
use crate::reading::{Range, Reading};
use crate::text::Formats;
use crate::text::cell::{Case, Cursor, Kind, Lexed};
use crate::text::words::{Bound, Edge, Joint, Lexicon, Section, Sections, Sense, Slot, Study, Topic};

/// What a cell of degrees is made of.
pub(crate) const SECTIONS: Sections = Sections::of(
    &[Topic::Degree],
    &[
        Section::Degrees,
        Section::UnderWay,
        Section::Subjects,
        Section::Studies,
        Section::Nothing,
        Section::Missing,
        Section::Negations,
        Section::Answers,
        Section::Numbers,
        Section::Ordinals,
        Section::OrdinalEndings,
        Section::Fractions,
        Section::Units,
        Section::Months,
        Section::Weekdays,
        Section::Seasons,
        Section::BoundsBefore,
        Section::BoundsAfter,
        Section::Joints,
        Section::Edges,
        Section::Places,
        Section::Slots,
        Section::Roles,
    ],
);

/// What a cell says of degrees.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Degrees {
    /// Each way to read it, with the degrees that it names so; a way that finds nothing is empty.
    pub ways: Vec<Vec<Found>>,
    /// The words that were not understood.
    pub left: Vec<String>,
}

/// Reads a cell of degrees. A cell that names only a field says a degree of any level in it.
pub(crate) fn read(cell: &str, fields: &FieldList, formats: &Formats, as_of: NaiveDate) -> Degrees {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else {
        return Degrees { ways: vec![Vec::new()], left: Vec::new() };
    };
    let (sure, may) = levels(&lexed);
    let mut ways: Vec<Vec<Found>> = Vec::new();
    let mut left = Vec::new();
    for habit in habits(&lexed, formats.dates, as_of) {
        for degrees in [&may, &sure] {
            let mut reader = Reader::new(&lexed, fields, habit, degrees);
            let way = reader.cell();
            if !ways.contains(&way) {
                ways.push(way);
            }
            if left.is_empty() {
                left = reader.left.words(&lexed);
            }
        }
    }
    Degrees { ways, left }
}

/// The level of the best degree of a cell, whatever its field: at least the best of those finished.
pub(crate) fn level(cell: &str, formats: &Formats) -> Heard {
    let Degrees { mut ways, left } = read(cell, &FieldList::default(), formats, NaiveDate::default());
    for way in &mut ways {
        // A field alone says no level.
        way.retain(|found| found.level != Found::ANY.level || found.open);
    }
    let count = |found: &Found| if found.under_way { Range::between(0.0, found.level.high) } else { found.level };
    let understood = best(&ways, count);
    let open = ways.iter().flatten().any(|found| found.open);
    Heard { understood, left: if open || understood == Reading::UNREADABLE { left } else { Vec::new() } }
}

/// The best degree, in whichever way the cell is read: at least the best of what each surely is, at most the best of
/// what each may be.
pub(crate) fn best(ways: &[Vec<Found>], count: impl Fn(&Found) -> Range) -> Reading {
    if ways.iter().all(Vec::is_empty) {
        return Reading::UNREADABLE;
    }
    let of_way = |way: &Vec<Found>| {
        let best = |a: Range, b: Range| Range::between(a.low.max(b.low), a.high.max(b.high));
        // What cannot be read in one of the ways can be anything.
        way.iter().map(&count).reduce(best).unwrap_or(Found::ANY.level)
    };
    ways.iter().map(of_way).reduce(Range::hull).map_or(Reading::UNREADABLE, Reading::Within)
}

/// What the cell of a field's own column says of a degree of any level: its field, whether it is finished, when it ends.
pub(crate) fn field(cell: &str, fields: &FieldList, formats: &Formats, as_of: NaiveDate) -> (Found, Vec<String>) {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return (Found::ANY, Vec::new()) };
    let degrees = vec![false; lexed.len()];
    let habit = habits(&lexed, formats.dates, as_of).swap_remove(0);
    let mut reader = Reader::new(&lexed, fields, habit, &degrees);
    let found = reader.column();
    (found, reader.left.words(&lexed))
}

/// Which lexemes are levels for certain, and which may be: an abbreviation that is another word as well ("ma", "des").
///
/// What it is follows from its place: alone, or before what leads to a field, it is a degree. Capitals settle a doubt that
/// the place leaves, and small letters leave it.
fn levels(lexed: &Lexed<'_>) -> (Vec<bool>, Vec<bool>) {
    let tokens = |at: usize| lexed.tokens_of(at);
    let degree = |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Degree(..)));
    let also = |sense: &Sense| {
        !matches!(
            sense,
            Sense::Degree(..)
                | Sense::UnderWay
                | Sense::Subject(_)
                | Sense::Near(_)
                | Sense::Part
                | Sense::Study(Study::Licence)
        )
    };
    let may: Vec<bool> = (0..lexed.len()).map(degree).collect();
    let word = |at: usize| lexed.tokens.is(tokens(at).start, Kind::Word);
    let alone = |at: usize| (0..lexed.len()).all(|other| other == at || !word(other));
    let mark =
        |at: Option<usize>| at.is_none_or(|at| at >= lexed.len() || lexed.tokens.is(tokens(at).start, Kind::Mark));
    let sure = |at: usize| {
        if !may[at] || !lexed.senses(at).iter().any(also) {
            return may[at];
        }
        let token = &lexed.tokens.all()[tokens(at).start];
        let dotted = lexed.text.get(token.span.clone()).is_some_and(|text| text.contains('.')) || tokens(at).len() > 1;
        let capitals = dotted || token.case == Case::Upper && !lexed.shouts();
        // "Boston, MA"
        let placed = at > 1
            && lexed.tokens.text(tokens(at - 1).start) == ","
            && lexed.senses(at - 2).contains(&Sense::Place)
            && mark(Some(at + 1));
        let leads = lexed.senses(at + 1).iter().any(|sense| matches!(sense, Sense::Study(Study::Field)));
        let joined = |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Joint(_)));
        let follows = mark(at.checked_sub(1)) || !word(at - 1) || joined(at - 1);
        let between = at > 0 && mark(at.checked_sub(1)) && mark(Some(at + 1));
        let next = at + 1 + usize::from(lexed.senses(at + 1).contains(&Sense::Study(Study::Of)));
        let subject = lexed.senses(next).iter().any(|sense| matches!(sense, Sense::Subject(_) | Sense::Near(_)));
        let subject = at == 0 && !degree(next) && subject;
        !placed && (capitals || alone(at) || between || follows && (leads || subject))
    };
    // "droit des affaires": an article between two words of a field.
    let article = |at: usize| {
        let within =
            lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Slot(Slot::Within) | Sense::Study(Study::Of)));
        within
            && at > 0
            && word(at - 1)
            && !may[at - 1]
            && word(at + 1)
            && !lexed.senses(at + 1).contains(&Sense::Study(Study::Field))
    };
    let surely: Vec<bool> = (0..lexed.len()).map(|at| sure(at) && !(article(at) && lexed.shouts())).collect();
    let may = (0..lexed.len()).map(|at| may[at] && (surely[at] || !article(at))).collect();
    (surely, may)
}

/// What stands between one degree and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nothing but words that lead from one to the other.
    None,
    /// A comma, a dash, "then".
    Mark,
    /// "and".
    And,
    /// Either: "or", "/", "to".
    Or,
    /// A bracket, that holds nothing else where this is true.
    Bracket(bool),
}

/// What is said before the degree that it is about.
#[derive(Clone, Copy, Debug, Default)]
struct Ahead {
    under_way: bool,
    field: Field,
    ends: Option<i32>,
}

pub(super) struct Reader<'a> {
    lexed: &'a Lexed<'a>,
    fields: &'a FieldList,
    habit: Habit,
    /// Which lexemes are levels.
    degrees: &'a [bool],
    all: Vec<Degree>,
    left: Left,
    /// The first degree since the last strong mark.
    clause: usize,
    ahead: Ahead,
    /// Words are left since the last strong mark.
    open: bool,
    /// Words are left before all degrees.
    lost: bool,
    link: Link,
    /// Where a field may start.
    before: Option<Before>,
    /// In a bracket: the degree that it is about, and how many there were.
    inside: Option<(Option<usize>, usize)>,
    /// Where a line break was heeded.
    line: usize,
    /// Where "none" stands.
    nothing: Option<usize>,
}

impl<'a> Reader<'a> {
    fn new(lexed: &'a Lexed<'a>, fields: &'a FieldList, habit: Habit, degrees: &'a [bool]) -> Self {
        Self {
            lexed,
            fields,
            habit,
            degrees,
            all: Vec::new(),
            left: Left::default(),
            clause: 0,
            ahead: Ahead::default(),
            open: false,
            lost: false,
            link: Link::Mark,
            before: Some(Before::Mark),
            inside: None,
            line: 0,
            nothing: None,
        }
    }

    /// The degrees of the cell.
    fn cell(&mut self) -> Vec<Found> {
        self.list(&mut self.lexed.cursor());
        self.end_clause();
        if let Some(at) = self.nothing.filter(|_| !self.all.is_empty()) {
            self.left.add(at);
            self.lost = true;
        }
        if self.lexed.tokens.cut {
            self.lost = true;
        }
        if self.lost {
            self.all.iter_mut().for_each(|degree| degree.open = true);
        }
        if !self.all.is_empty() {
            return finished(&self.all);
        }
        let clean = self.left.0.is_empty() && !self.lost;
        if self.lexed.len() == 1 && self.lexed.cursor().figure(0) == Some("0") {
            self.left = Left::default();
            return vec![Found { level: Range::exactly(0.0), ..Found::ANY }];
        }
        match self.nothing {
            Some(_) if clean && self.ahead.field == Field::Unsaid => {
                vec![Found { level: Range::exactly(0.0), ..Found::ANY }]
            }
            None if clean && self.ahead.field != Field::Unsaid => vec![Found { field: self.ahead.field, ..Found::ANY }],
            _ => Vec::new(),
        }
    }

    /// What the column of a field says.
    fn column(&mut self) -> Found {
        let mut cursor = self.lexed.cursor();
        let mut found = Found::ANY;
        let mut known = false;
        let mut new: Vec<usize> = Vec::new();
        while !cursor.is_done() {
            let before = cursor.at;
            if let Some(time) = graduation::find(&mut cursor, self.habit) {
                found.ends = found.ends.max(Some(time.ends));
                found.under_way |= time.goes_on;
            } else if cursor.take_sense(Sense::UnderWay) {
                found.under_way = true;
            } else if let Some((field, end)) =
                field::run(self.lexed, self.fields, self.degrees, cursor.at, Before::Column)
            {
                known |= field == Field::Listed || field == Field::Other;
                new.extend((cursor.at..end).filter(|at| {
                    self.lexed.senses(*at).is_empty()
                        && self.lexed.tokens.is(self.lexed.tokens_of(*at).start, Kind::Word)
                }));
                found.field = found.field.max(field);
                cursor.at = end;
            } else if !(self.mark(&mut cursor) || self.word(&mut cursor) || self.named(&mut cursor)) {
                self.left.add(before);
                cursor.at = before + 1;
            }
        }
        // Beside a field that is known, a word in small letters may say anything of it.
        let small = |at: &usize| self.lexed.tokens.all()[self.lexed.tokens_of(*at).start].case == Case::Lower;
        for at in new.into_iter().filter(|at| known && small(at)) {
            self.left.add(at);
        }
        found.open = !self.left.0.is_empty();
        found
    }

    fn list(&mut self, cursor: &mut Cursor<'_>) {
        while !cursor.is_done() {
            if self.inside.is_some() && matches!(cursor.text(0), ")" | "]") {
                return;
            }
            if cursor.line() && self.line < cursor.at {
                self.line = cursor.at;
                self.end_clause();
            }
            let before = cursor.at;
            let taken = self.bracket(cursor)
                || self.time(cursor)
                || self.level(cursor)
                || self.remark(cursor)
                || self.field(cursor)
                || self.mark(cursor)
                || self.word(cursor)
                || self.named(cursor);
            if !taken {
                self.leave(before);
                cursor.at = before + 1;
            }
            let long = (before..cursor.at).any(|at| self.lexed.senses(at).contains(&Sense::Study(Study::Long)));
            if long && let Some(at) = self.target() {
                self.all[at].long = true;
            }
        }
    }

    /// The degree that is spoken of.
    fn target(&self) -> Option<usize> {
        match self.inside {
            Some((about, count)) if self.all.len() == count => about,
            _ => self.all.len().checked_sub(1).filter(|last| *last >= self.clause || self.inside.is_some()),
        }
    }

    /// Says something of the degree that is spoken of, and of those named together with it.
    fn about(&mut self, say: impl Fn(&mut Degree)) -> bool {
        let Some(mut at) = self.target() else { return false };
        loop {
            say(&mut self.all[at]);
            self.all[at].bare = false;
            if !self.all[at].with || at == 0 {
                return true;
            }
            at -= 1;
        }
    }

    fn leave(&mut self, at: usize) {
        self.left.add(at);
        match self.target().filter(|_| self.inside.is_some()) {
            // "BA, MA (both forged)"
            Some(about) => self.all[self.clause.min(about)..=about].iter_mut().for_each(|degree| degree.open = true),
            None => self.open = true,
        }
    }

    /// A strong mark: what was said before a degree that did not come is about the one before.
    fn end_clause(&mut self) {
        let ahead = self.ahead;
        if self.all.len() > self.clause {
            let open = self.open;
            self.all[self.clause..].iter_mut().for_each(|degree| degree.open |= open);
        } else if self.all.is_empty() {
            self.lost |= self.open;
        }
        if let Some(last) = self.all.last_mut() {
            last.open |= self.open;
            last.under_way |= ahead.under_way;
            last.ends = last.ends.max(ahead.ends);
            let apart = last.field != Field::Unsaid && ahead.field == Field::Listed;
            last.field = last.field.max(if apart { Field::Unlisted } else { ahead.field });
            self.ahead = Ahead::default();
        }
        self.clause = self.all.len();
        self.open = false;
        self.link = Link::Mark;
        self.before = Some(Before::Mark);
    }

    fn bracket(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if self.inside.is_some() || !cursor.take_text(&["(", "["]) {
            return false;
        }
        let (link, before) = (self.link, self.before);
        self.inside = Some((self.target(), self.all.len()));
        let closed = |ahead: usize| matches!(cursor.text(ahead), ")" | "]" | "");
        self.link = Link::Bracket(self.degrees.get(cursor.at).copied().unwrap_or_default() && closed(1));
        self.before = Some(Before::Mark);
        let count = self.all.len();
        self.list(cursor);
        cursor.take_text(&[")", "]"]);
        self.inside = None;
        self.link = if self.target().is_some() { Link::None } else { link };
        let named = before == Some(Before::Mark) || self.all.len() > count;
        self.before = if named { Some(Before::Level) } else { before };
        true
    }

    fn time(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let Some(time) = graduation::find(cursor, self.habit) else { return false };
        let mut next = *cursor;
        next.take_text(&[":", "-"]);
        while next.take_neutral(Topic::Degree)
            || next.sense(0, study(Study::Of)).is_some() && next.take(study(Study::Of)).is_some()
        {}
        let leads = self.is_degree(&next) && (self.before == Some(Before::Mark) || self.target().is_none());
        let said = !leads
            && self.about(|degree| {
                degree.ends = degree.ends.max(Some(time.ends));
                degree.under_way |= time.goes_on;
            });
        if !said {
            self.ahead.ends = self.ahead.ends.max(Some(time.ends));
            self.ahead.under_way |= time.goes_on;
        }
        if !leads {
            self.before = None;
        }
        true
    }

    fn is_degree(&self, cursor: &Cursor<'_>) -> bool {
        self.degrees.get(cursor.at).copied().unwrap_or_default()
    }

    /// A level, with what bounds it; or that there is none.
    fn level(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        let lacks = ahead.take(nothing).is_some();
        let bound = if lacks { None } else { ahead.take(bound_before) };
        while (lacks || bound.is_some())
            && (ahead.take(study(Study::Of)).is_some() || ahead.take_neutral(Topic::Degree))
        {}
        if bound.is_none() && !lacks && self.before == Some(Before::Mark) && is_count(&ahead) {
            ahead.at += 1;
            // "1. Master"
            if ahead.text(0) == "." && !self.is_degree(&ahead) && self.all.len() == self.clause {
                ahead.at += 1;
            }
        }
        if !self.is_degree(&ahead) {
            return lacks && self.none(cursor);
        }
        let Some((low, high)) = ahead.sense(0, degree) else { return false };
        let has = |sense: Sense| self.lexed.senses(ahead.at).contains(&sense);
        let field = field::of_level(self.lexed, self.fields, ahead.at);
        let mut new = Degree {
            low,
            high,
            under_way: has(Sense::UnderWay),
            field,
            licence: has(Sense::Study(Study::Licence)),
            ..Degree::NEW
        };
        ahead.at += 1;
        new.high = years_after(&mut ahead).map_or(new.high, |high| high.max(new.high));
        match bound {
            Some(bound) => new.bounded(bound),
            None if ahead.text(0) == "+" && !ahead.gap(0) && (ahead.gap(1) || ahead.token(1).is_none()) => {
                ahead.at += 1;
                new.bounded(Bound::AtLeast);
            }
            None if lacks => new.lacked(),
            None => {}
        }
        *cursor = ahead;
        self.add(new, cursor);
        true
    }

    /// "none": of the degree just named, or of all.
    fn none(&mut self, cursor: &mut Cursor<'_>) -> bool {
        // "Master: none", "PhD (none)"
        let marked = cursor
            .at
            .checked_sub(1)
            .is_some_and(|at| matches!(self.lexed.cursor_at(at).text(0), ":" | "=" | "-" | "("));
        let next = self.lexed.cursor_at(cursor.at + 1);
        let ends = next.is_done() || next.line() || matches!(next.text(0), ")" | ";" | "," | "|" | ".");
        let target = self.target().filter(|at| self.all[*at].bare && !self.all[*at].negated && marked && ends);
        match target {
            Some(at) => self.all[at].lacked(),
            None if self.all.is_empty() && self.nothing.is_none() => self.nothing = Some(cursor.at),
            None => return false,
        }
        cursor.at += 1;
        true
    }

    /// Adds a degree, or takes it into the one before where both are one: "LLM (Master of Laws)", "diplôme de master",
    /// "licence ou master".
    fn add(&mut self, new: Degree, cursor: &Cursor<'_>) {
        let target = self.target();
        let link = std::mem::replace(&mut self.link, Link::None);
        self.before = Some(Before::Level);
        if let Some(at) = target {
            let last = &mut self.all[at];
            let overlap = last.low.max(new.low) <= last.high.min(new.high) && last.negated == new.negated;
            let remark =
                link == Link::Mark && !new.negated && new.is_wide() && last.is_within(&new) && self.is_remarked(cursor);
            let last = &mut self.all[at];
            let one = match link {
                Link::None => last.bare && overlap,
                Link::Bracket(alone) => (alone || last.bare && overlap) && self.ahead.field == Field::Unsaid,
                Link::Or => last.bare,
                _ => remark,
            };
            if one {
                last.join(&new, link != Link::Or && overlap);
                return;
            }
            // Which of two that say more is meant is not told.
            last.open |= link == Link::Or;
        }
        let ahead = std::mem::take(&mut self.ahead);
        let with = link == Link::And && target.is_some_and(|at| self.all[at].bare);
        self.all.push(Degree {
            field: new.field.max(ahead.field),
            under_way: new.under_way || ahead.under_way,
            ends: ahead.ends,
            open: new.open || link == Link::Or && target.is_some(),
            bare: ahead.field == Field::Unsaid,
            with,
            ..new
        });
    }

    /// Whether a word for any degree only leads to what is said of the one before: "Master in Law, degree expected".
    fn is_remarked(&self, cursor: &Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        while ahead.take_neutral(Topic::Degree) {}
        ahead.is_done() || is_under_way(&ahead).is_some() || graduation::find(&mut ahead, self.habit).is_some()
    }

    /// What says that a degree is not finished, or bounds it.
    fn remark(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if let Some(bound) = cursor.sense(0, bound_after)
            && let Some(at) = self.target()
        {
            cursor.at += 1;
            self.all[at].bounded(bound);
            return true;
        }
        if is_under_way(cursor).is_none() {
            return false;
        }
        cursor.at += 1;
        let mut next = *cursor;
        let of = |cursor: &mut Cursor<'_>| {
            cursor.take(study(Study::Of)).or_else(|| cursor.take(study(Study::Field))).is_some()
        };
        while next.take_neutral(Topic::Degree)
            || of(&mut next)
            || is_under_way(&next).is_some_and(|()| {
                next.at += 1;
                true
            })
        {}
        let leads = self.is_degree(&next);
        let apart = self.link != Link::None;
        if !(leads && apart) && self.about(|degree| degree.under_way = true) {
            self.ahead.under_way |= leads;
        } else {
            self.ahead.under_way = true;
        }
        true
    }

    /// A field, after what leads to one or where it can stand alone.
    fn field(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        let mut before = self.before;
        let from = ahead.at;
        loop {
            if ahead.take(study(Study::Field)).is_some() {
                before = Some(Before::In);
                ahead.take_text(&[":"]);
            } else if ahead.take(study(Study::Of)).is_some() {
                before = before.filter(|before| *before == Before::In).or(Some(Before::Of));
            } else if ahead.at == from || !(ahead.sense(0, article).is_some() || ahead.text(0) == "'") {
                break;
            } else {
                ahead.at += 1;
            }
        }
        let led = ahead.at > from;
        let mut level = ahead;
        while led && level.take_neutral(Topic::Degree) {}
        if led && self.is_degree(&level) {
            *cursor = ahead;
            return true;
        }
        let school = field::school(self.lexed, self.degrees, ahead.at);
        let run = before.and_then(|before| field::run(self.lexed, self.fields, self.degrees, ahead.at, before));
        let placed = led && run.is_none() && ahead.sense(0, place).is_some();
        if placed || school.is_some() && (run.is_none() || !matches!(before, Some(Before::Level | Before::In))) {
            cursor.at = school.unwrap_or(ahead.at + 1);
            self.before = None;
            return true;
        }
        let Some((field, end)) = run else { return false };
        ahead.at = end;
        *cursor = ahead;
        self.said(field, from, cursor);
        self.before = None;
        true
    }

    /// Whose field it is.
    fn said(&mut self, field: Field, from: usize, cursor: &Cursor<'_>) {
        let mut next = *cursor;
        let bracket = next.take_text(&["(", "["]);
        while next.take_neutral(Topic::Degree) {}
        let leads = self.is_degree(&next);
        let joined = |at: usize| self.lexed.senses(at).contains(&Sense::Joint(Joint::And));
        let and = self.link == Link::And || (from..cursor.at).any(joined);
        let own = self.before != Some(Before::Mark)
            && !(bracket && leads && self.target().is_some_and(|at| !self.all[at].bare));
        match self.target() {
            // "BA History and Law MA": either's.
            Some(_) if leads && !bracket && and => {
                self.about(|degree| degree.field = degree.field.max(Field::Unlisted));
                self.ahead.field = Field::Unlisted;
            }
            Some(_) if own || !leads => {
                self.about(|degree| degree.field = degree.field.max(field));
            }
            _ => self.ahead.field = self.ahead.field.max(field),
        }
    }

    /// What stands between one thing and the next.
    fn mark(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let text = cursor.text(0);
        let joint = cursor.sense(0, |sense| match sense {
            Sense::Joint(Joint::And | Joint::Sum) => Some(Link::And),
            Sense::Joint(Joint::Or | Joint::To) => Some(Link::Or),
            Sense::Joint(Joint::Then | Joint::But) => Some(Link::Mark),
            Sense::Joint(Joint::Makes) => Some(Link::None),
            _ => None,
        });
        let spaced = cursor.gap(0) || cursor.gap(1);
        let ends = cursor.token(1).is_none_or(|next| next.gap);
        let link = match text {
            ";" | "|" | "•" | "·" | "▪" | "●" | "→" | ">" => {
                self.end_clause();
                Link::Mark
            }
            "." if ends => {
                let short = cursor
                    .at
                    .checked_sub(1)
                    .is_some_and(|at| self.lexed.tokens.text(self.lexed.tokens_of(at).start).len() < 4);
                if !short {
                    self.end_clause();
                }
                self.link
            }
            "," => Link::Mark,
            "-" if spaced => Link::Mark,
            "&" | "+" => Link::And,
            "/" => Link::Or,
            "=" => Link::None,
            ":" | "\"" | "*" => self.link,
            _ => match joint {
                // What joins stands between two things.
                Some(Link::Or) if self.target().is_none() => return false,
                Some(link) if cursor.token(1).is_some_and(|next| next.kind != Kind::Mark) => link,
                _ => return false,
            },
        };
        cursor.at += 1;
        self.link = link;
        self.before = Some(Before::Mark);
        true
    }

    /// A word that changes nothing, a result, or a place.
    fn word(&self, cursor: &mut Cursor<'_>) -> bool {
        if cursor.take_neutral(Topic::Degree) || cursor.take(place).is_some() {
            return true;
        }
        let mut ahead = *cursor;
        let grade = ahead.take(study(Study::Grade)).is_some();
        ahead.take_text(&[":"]);
        let mut figures = 0;
        while grade && ahead.figure(0).is_some() {
            figures += 1;
            ahead.at += 1;
            let more = ahead.figure(1).is_some() && matches!(ahead.text(0), "." | "," | "/");
            ahead.at += usize::from(more);
        }
        let licence = self.target().is_some_and(|at| self.all[at].licence);
        if figures > 0 {
            *cursor = ahead;
            return true;
        }
        licence && cursor.take(study(Study::Long)).is_some()
    }

    /// A name where one can stand: of who gave the degree, or where.
    fn named(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        let leads = |sense: Sense| {
            matches!(sense, Sense::Slot(Slot::Name | Slot::Place) | Sense::Edge(Edge::From)).then_some(())
        };
        let led = ahead.take(leads).is_some();
        while led && (ahead.sense(0, article).is_some() || ahead.take_glued(&["'"])) {
            ahead.at += usize::from(ahead.sense(0, article).is_some());
        }
        let from = ahead.at;
        let school = field::school(self.lexed, self.degrees, from);
        let named = match school {
            Some(end) => {
                ahead.at = end;
                true
            }
            None => ahead.take(place).is_some() || ahead.take_name(),
        };
        let levels = (from..ahead.at).any(|at| self.degrees[at] || self.lexed.senses(at).contains(&Sense::Role));
        let token = self.lexed.tokens.all().get(self.lexed.tokens_of(from).start);
        // The first word of a sentence has a capital anyway.
        let first = self.before == Some(Before::Mark) && self.all.len() == self.clause && self.inside.is_none();
        let sure = ahead.at > from + 1 || token.is_some_and(|token| token.case == Case::Upper && token.span.len() > 1);
        let slot = led || school.is_some() || self.before != Some(Before::Level) && (!first || sure);
        // What is a field is no name.
        let subject = field::run(self.lexed, self.fields, self.degrees, from, Before::Mark)
            .is_some_and(|(_, end)| end >= ahead.at);
        let subject = subject && school.is_none();
        // A verb begins a sentence with a capital as well: "Considering LLM".
        let verb = first && self.is_degree(&ahead) && school.is_none();
        if !named || levels || !slot || verb || subject {
            return false;
        }
        *cursor = ahead;
        self.about(|_| ());
        self.before = None;
        true
    }
}

fn degree(sense: Sense) -> Option<(u8, u8)> {
    match sense {
        Sense::Degree(low, high) => Some((low, high)),
        _ => None,
    }
}

fn nothing(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Nothing(_)).then_some(())
}

fn place(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Place).then_some(())
}

fn article(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Slot(Slot::Within)).then_some(())
}

fn study(what: Study) -> impl Fn(Sense) -> Option<()> {
    move |sense| (sense == Sense::Study(what)).then_some(())
}

fn bound_before(sense: Sense) -> Option<Bound> {
    match sense {
        Sense::Before(bound) => Some(bound).filter(|bound| !matches!(bound, Bound::About | Bound::Almost)),
        _ => None,
    }
}

fn bound_after(sense: Sense) -> Option<Bound> {
    match sense {
        Sense::After(bound) => Some(bound).filter(|bound| !matches!(bound, Bound::About | Bound::Almost)),
        _ => None,
    }
}

/// What says that a degree is not finished, or goes on.
fn is_under_way(cursor: &Cursor<'_>) -> Option<()> {
    // "des affaires": what leads to a noun is no "dès".
    let of = cursor.sense(0, study(Study::Of)).is_some();
    let fits = |sense: Sense| match sense {
        Sense::UnderWay | Sense::Edge(Edge::Present) => Some(()),
        Sense::Edge(Edge::Since) if !of => Some(()),
        _ => None,
    };
    cursor.sense(0, fits)
}

/// "2 masters": how many there are.
fn is_count(cursor: &Cursor<'_>) -> bool {
    let small = cursor.figure(0).is_some_and(|figure| figure.len() == 1 && figure != "0");
    let number =
        cursor.sense(0, |sense| matches!(sense, Sense::Number(number) if number > 0.0).then_some(())).is_some();
    small || number
}

/// "Bac+3/4", "bac+3 à 5", "M1/2": the highest level of a degree that is told by two figures.
fn years_after(cursor: &mut Cursor<'_>) -> Option<u8> {
    let last = cursor.lexed().tokens_of(cursor.at - 1);
    let figure = |at: usize| cursor.lexed().tokens.is(at, Kind::Figure);
    let mut ahead = *cursor;
    let or = |sense: Sense| matches!(sense, Sense::Joint(Joint::Or | Joint::To)).then_some(());
    let joined = ahead.take_glued(&["/", "-"]) || ahead.take(or).is_some();
    let second =
        ahead.figure(0).filter(|second| second.len() == 1 && joined && last.len() > 1 && figure(last.end - 1))?;
    let words = last.start..last.end - 1;
    let phrase: String = words.map(|at| cursor.lexed().tokens.text(at).to_owned() + " ").collect::<String>() + second;
    let lexed = Lexed::of_text(phrase.into(), &Lexicon::default(), Sections::of(&[], &[Section::Degrees]));
    let (_, high) = lexed.senses(0).iter().copied().find_map(degree).filter(|_| lexed.len() == 1)?;
    ahead.at += 1;
    *cursor = ahead;
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug() {
        for cell in std::env::var("CELLS").unwrap_or_default().split('~') {
            let formats = Formats::default();
            let lexed = Lexed::new(cell, &formats.lexicon, SECTIONS).unwrap();
            let (sure, may) = levels(&lexed);
            for at in 0..lexed.len() {
                println!(
                    "{:?} {:?} {} {}",
                    lexed.text.get(lexed.span(at, at + 1)),
                    lexed.senses(at),
                    sure[at],
                    may[at]
                );
            }
            let list = FieldList::new(&[vec!["law".into(), "droit".into()]], &formats.lexicon);
            println!("{:?}", read(cell, &list, &formats, NaiveDate::from_ymd_opt(2024, 5, 26).unwrap()));
        }
    }
}
