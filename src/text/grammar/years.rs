//! Years: a duration, or periods whose overlaps count once.

use chrono::NaiveDate;

use super::amount::Measure;
use super::habit::{Habit, habits};
use super::period::{self, Event};
use super::share::share;
use super::tenure::Tenure;
use super::{Heard, Left};
use crate::formats::Formats;
use crate::lexicon::{Edge, Joint, Sections, Sense, Slot, Topic, Unit, sections};
use crate::reading::{Range, Reading};
use crate::text::{Cursor, Lexed};
use crate::tokens::Case;

/// What a cell of years is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Years Relevant; Numbers Rounds Ordinals OrdinalEndings Fractions DecimalMarks Units Months Weekdays Seasons
    BoundsBefore BoundsAfter Joints Edges Shares Quantifiers Nothing Missing Places Roles Offices Slots
);

/// Reads a cell of years as of a day. With `prorate`, a share of the working time reduces what it is said of.
pub(crate) fn read(cell: &str, formats: &Formats, as_of: NaiveDate, prorate: bool) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let ways = habits(&lexed, formats.dates, as_of);
    let heard = ways.into_iter().map(|habit| {
        let mut reader = Reader { as_of, formats, habit, so_far: Tenure::default(), left: Left::default() };
        reader.cell(lexed.cursor());
        let understood = reader.so_far.reading(as_of, prorate);
        Heard { understood, left: reader.left.words(&lexed) }
    });
    super::either(heard)
}

/// The durations that a text names with their unit, in years, and where each stands.
pub(crate) fn durations(text: &str, formats: &Formats) -> Vec<(std::ops::Range<usize>, Range)> {
    // Without the words around a number of years, which hold its unit: "years of experience".
    const AMOUNTS: Sections = sections!(
        ; Numbers Rounds Fractions DecimalMarks Units BoundsBefore BoundsAfter Joints Quantifiers
    );
    let lexed = Lexed::of_text(text.into(), &formats.lexicon, AMOUNTS);
    let measure = Measure::time(formats);
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexed.len() {
        let mut cursor = lexed.cursor_at(at);
        let range = measure.amount(&mut cursor).and_then(Reading::hull);
        let sized = (at..cursor.at).any(|at| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Unit(_))));
        match range.filter(|_| sized) {
            Some(range) => {
                found.push((lexed.span(at, cursor.at), range));
                at = cursor.at;
            }
            None => at += 1,
        }
    }
    found
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
    /// "+", "plus": one more, at another time.
    Sum,
    /// `=`, "soit": the same said otherwise.
    Same,
    /// "dont": a part of it.
    Part,
}

struct Reader<'a> {
    as_of: NaiveDate,
    formats: &'a Formats,
    habit: Habit,
    so_far: Tenure,
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
        if let Some(share) = share(&mut ahead) {
            self.so_far.share(share, *link == Link::Beside || *link == Link::Part);
            if *link == Link::Beside {
                *link = Link::None;
            }
            *cursor = ahead;
            return true;
        }
        let event = period::find(&mut ahead, self.habit);
        if let Some(event) = event {
            let point = matches!(event, Event::Point(_));
            let linked = *link != Link::None || self.so_far.spans.is_empty();
            // "30 Feb 2019" is no number of years.
            let before = cursor.before();
            let bare = before.is_some_and(|before| {
                let number = |sense: Sense| matches!(sense, Sense::Number(_)).then_some(());
                before.figure(0).is_some() || before.sense(0, number).is_some()
            });
            if !linked && !point || point && bare && *link == Link::None {
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
        let from = std::mem::replace(cursor, ahead).at;
        let last = (from..cursor.at).any(|at| cursor.lexed().senses(at).contains(&Sense::Joint(Joint::Last)));
        let part = *link == Link::Part || !self.so_far.is_empty() && (last && self.has_one() || self.of_which(cursor));
        match *link {
            Link::Same => self.so_far.again.push(range),
            _ if part => {
                while self.of_which(cursor) {}
                self.so_far.part(range);
            }
            _ => {
                self.so_far.beside |= *link == Link::Beside || *link == Link::Start || *link == Link::None;
                let more = *link == Link::More && self.so_far.ends_beside();
                self.so_far.amount(range, *link == Link::Beside || more);
                if *link == Link::Sum {
                    self.so_far.added();
                }
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
        self.so_far.amount(Range::exactly(0.0), false);
        *link = Link::None;
        true
    }

    /// "7 ans d'expérience minimum": a bound after the words that follow an amount.
    fn bound_after(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let measure = self.measure();
        let Some(last) = self.so_far.amounts.last_mut() else { return false };
        let Some(bounded) = measure.bound_after(cursor, last.years) else { return false };
        last.years = bounded;
        true
    }

    fn measure(&self) -> Measure {
        Measure::time(self.formats)
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
            Event::Span(_) => self.so_far.amount(Range::exactly(0.0), false),
        }
    }

    /// A duration.
    fn amount(&self, cursor: &mut Cursor<'_>) -> Option<Range> {
        self.measure().amount(cursor)?.hull()
    }

    /// "of which", "the last"; "with" leads to a name as well, and does so where one follows.
    fn of_which(&self, cursor: &mut Cursor<'_>) -> bool {
        let named = cursor.clone().take_named();
        !named && (cursor.take_sense(Sense::Joint(Joint::OfWhich)) || self.the_last(cursor))
    }

    /// "the last": a part of one amount that was told before.
    fn the_last(&self, cursor: &mut Cursor<'_>) -> bool {
        self.has_one() && cursor.take_sense(Sense::Joint(Joint::Last))
    }

    /// Whether one amount alone was told so far.
    fn has_one(&self) -> bool {
        self.so_far.amounts.len() == 1 && self.so_far.spans.is_empty()
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
        let mut inner = Reader { so_far: Tenure::default(), left: Left::default(), formats: self.formats, ..*self };
        let mut inner_link = Link::Start;
        let mut words = false;
        while !ahead.is_done() && ahead.text(0) != ")" {
            let before = ahead.at;
            if inner.so_far.is_empty() && self.bound_after(&mut ahead) || inner.statement(&mut ahead, &mut inner_link) {
                continue;
            }
            words |= inner.word(&mut ahead, Link::Beside) || ahead.take_name() || self.of_which(&mut ahead);
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
        let one_more = matches!(*link, Link::Start | Link::Beside | Link::More | Link::Sum) || self.so_far.is_empty();
        if one_more {
            *link = Link::None;
        }
        self.so_far.take_in(inner.so_far, one_more, words, self.as_of);
        true
    }

    /// What stands between one thing and the next.
    fn separator(&mut self, cursor: &mut Cursor<'_>, link: &mut Link) -> bool {
        if self.leads_to_a_place(cursor) {
            return false;
        }
        if self.the_last(cursor) {
            if *link == Link::None {
                self.so_far.share_leads();
            }
            *link = Link::Part;
            return true;
        }
        let joint = cursor.take(|sense| match sense {
            // "dont 3 à l'ONU et 2 au HCR"
            Sense::Joint(Joint::And) if self.so_far.ends_with_a_part() => Some(Link::Part),
            Sense::Joint(Joint::And | Joint::Then) => Some(Link::More),
            Sense::Joint(Joint::Sum) => Some(Link::Sum),
            Sense::Joint(Joint::Makes) => Some(Link::Same),
            Sense::Joint(Joint::OfWhich) => Some(Link::Part),
            _ => None,
        });
        let found = joint.or_else(|| {
            let found = match cursor.text(0) {
                "!" | "¡" => *link,
                "=" => Link::Same,
                "+" => Link::Sum,
                ";" | "|" | "&" => Link::More,
                "·" => Link::Same,
                "," if self.so_far.ends_with_a_part() => Link::Part,
                "," | ":" | "/" | "-" | "•" | "*" | "." => Link::Beside,
                _ => return None,
            };
            let before = cursor.before().is_some_and(|before| before.figure(0).is_some());
            let after = cursor.figure(1).is_some();
            let glued = !cursor.gap(0) && !cursor.gap(1) && cursor.token(1).is_some();
            let part = match cursor.text(0) {
                // "-3" is no list of one, nor "12-pound" or "3-4" one of two.
                "-" => after && !cursor.gap(1) || before && glued,
                // "11:40", "15 / 2"
                ":" => before && after && glued,
                "/" => before && after,
                _ => false,
            };
            // "1. Oxfam": a number that tells the items of a list apart.
            let found = if before && cursor.text(0) == "." { *link } else { found };
            (!part).then(|| cursor.at += 1)?;
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

    /// Whether a word that is "and" in one language is "in" in another, and no time comes after it: "en" of "8 years en
    /// Banque".
    fn leads_to_a_place(&self, cursor: &Cursor<'_>) -> bool {
        let is = |wanted: Sense| cursor.has(0, |sense| sense == wanted);
        if !is(Sense::Joint(Joint::And)) || !is(Sense::Slot(Slot::Place)) {
            return false;
        }
        let mut ahead = *cursor;
        ahead.at += 1;
        period::find(&mut ahead.clone(), self.habit).is_none() && self.amount(&mut ahead).is_none()
    }

    /// A word that changes nothing here, a role, a place, or a name where one can stand.
    fn word(&mut self, cursor: &mut Cursor<'_>, link: Link) -> bool {
        if cursor.take_sense(Sense::Neutral(Topic::Relevant)) {
            self.so_far.relevance = true;
            return true;
        }
        let mut ahead = *cursor;
        if ahead.take_role() || ahead.take_named() {
            let place = cursor.has(0, |sense| sense == Sense::Place)
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
        let slot = matches!(link, Link::Beside | Link::More | Link::Sum | Link::Part) || after_period;
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
        let since = ahead.take_any(|sense| matches!(sense, Sense::Edge(Edge::Since | Edge::From)));
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
