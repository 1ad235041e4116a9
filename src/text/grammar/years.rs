//! Years: a duration, or periods whose overlaps count once.

use chrono::NaiveDate;

use super::amount::AmountOf;
use super::bare::is_number_of_years;
use super::counted::counted;
use super::habit::{Habit, habits};
use super::of::Of;
use super::period::{self, Event};
use super::share::share;
use super::tenure::Tenure;
use super::tie::{Tie, mark};
use super::{Heard, Left, hear, workplace, yes};
use crate::formats::Formats;
use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Counted, Edge, Joint, Sections, Sense, Slot, TimeUnit, Topic, sections};
use crate::reading::{Range, Reading};

/// What a cell of years is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Years Age Relevant; Numbers Rounds Ordinals OrdinalEndings Fractions DecimalMarks Units Months Weekdays Seasons
    BoundsBefore BoundsAfter Joints Edges Shares Quantifiers Nothing Missing Places Roles Offices Counted WhenBefore
    Slots
);

/// Reads a cell of years as of a day. With `prorate`, a share of the working time reduces what it is said of.
pub(crate) fn read(cell: &str, formats: &Formats, as_of: NaiveDate, prorate: bool) -> Heard {
    if let Some(heard) = yes::after_a_yes(cell, formats, |rest| read(rest, formats, as_of, prorate)) {
        return heard;
    }
    hear(cell, SECTIONS, formats, |lexed| {
        super::either(habits(lexed, formats.dates, as_of).into_iter().map(|habit| {
            let mut reader = YearsReader {
                as_of,
                measure: AmountOf::time(formats),
                habit,
                so_far: Tenure::default(),
                items: 0,
                amount_end: 0,
                inside: false,
                left: Left::default(),
            };
            reader.cell(&mut lexed.cursor());
            Heard { understood: reader.so_far.reading(as_of, prorate), left: reader.left.words(lexed) }
        }))
    })
}

struct YearsReader {
    as_of: NaiveDate,
    measure: AmountOf,
    habit: Habit,
    so_far: Tenure,
    /// How many items of a list have begun.
    items: usize,
    /// The place after the last amount.
    amount_end: usize,
    /// Within brackets.
    inside: bool,
    left: Left,
}

impl YearsReader {
    /// Reads on to the end, one thing after the other.
    fn cell(&mut self, cursor: &mut Cursor<'_>) {
        let mut tie = Tie::Start;
        while !cursor.is_done() {
            if cursor.line() && tie == Tie::None {
                tie = Tie::Beside;
            }
            let taken = cursor.follows(|cursor| {
                self.item(cursor, tie)
                    || cursor.text(0) == "(" && self.aside(cursor, &mut tie)
                    || self.statement(cursor, &mut tie)
                    || self.bound_after(cursor)
                    || self.separator(cursor, &mut tie)
                    || self.word(cursor, tie)
            });
            if !taken {
                self.left.skip(cursor);
            }
        }
        // "8 años más": more than what?
        self.so_far.nonsense |= tie == Tie::Sum;
        // Words alone, all understood, that say nothing of time.
        self.so_far.nonsense |= self.so_far.is_empty() && self.left.is_empty();
    }

    /// "1. Oxfam", "2) UNHCR": the number of an item of the cell's list.
    fn item(&mut self, cursor: &mut Cursor<'_>, tie: Tie) -> bool {
        let starts = matches!(tie, Tie::Start | Tie::Beside | Tie::More);
        let next = cursor.figure(0).is_some_and(|figure| figure.parse() == Ok(self.items + 1));
        let marked = matches!(cursor.text(1), "." | ")") && !cursor.gap(1) && cursor.gap(2);
        // "1. März 2015", "1. 3. 2015", "1. Jahr"
        let dated = cursor.has(2, is!(Sense::Month(_) | Sense::Unit(_))) || cursor.text(3) == ".";
        let word = cursor.figure(2).is_none() || period::find(&mut cursor.skip(2), self.habit).is_some();
        let found = starts && next && marked && cursor.token(2).is_some() && word && !dated;
        self.items += usize::from(found);
        cursor.at += if found { 2 } else { 0 };
        found
    }

    /// A period, an amount, or none of it.
    fn statement(&mut self, cursor: &mut Cursor<'_>, tie: &mut Tie) -> bool {
        let from = cursor.at;
        if counted(cursor, self.measure) {
            // "12 years, of which 2 managing 8 people": what is asked for, perhaps.
            let led = cursor.had(from, is!(Sense::Counted(Counted::Lead)));
            if !led || !self.so_far.has_several() && (!self.inside || self.so_far.is_empty()) {
                self.so_far.counted = true;
                return true;
            }
            cursor.at = from;
        }
        // "3 staff at 50 %": theirs.
        if !self.so_far.counted
            && let Some(share) = share(cursor)
        {
            self.so_far.share(share, matches!(*tie, Tie::Beside | Tie::Part));
            if *tie == Tie::Beside {
                *tie = Tie::None;
            }
            return true;
        }
        let mut ahead = *cursor;
        match period::find(&mut ahead, self.habit) {
            Some(event) => self.period(event, (cursor, ahead), tie),
            None => self.duration(cursor, tie) || self.nothing(cursor, tie),
        }
    }

    /// A period or a point of time, which ends `ahead`.
    fn period<'a>(&mut self, event: Event, (cursor, ahead): (&mut Cursor<'a>, Cursor<'a>), tie: &mut Tie) -> bool {
        let point = matches!(event, Event::Point(_));
        let linked = *tie != Tie::None || self.so_far.spans.is_empty();
        // "30 Feb 2019" is no number of years.
        let number = |before: Cursor<'_>| before.figure(0).is_some() || before.has(0, is!(Sense::Number(_)));
        let bare = *tie == Tie::None && cursor.before().is_some_and(number);
        // "from March 2019 at UNDP 2020": the end of it, perhaps.
        let ends = *tie == Tie::None && self.so_far.since;
        if !linked && !point || point && (bare || ends) {
            return false;
        }
        // "4 years, from 2015" may be these; "4 years, since 2015" are more.
        let from = cursor.has(0, is!(Sense::Edge(Edge::From))) && !cursor.has(0, is!(Sense::Edge(Edge::Since)));
        let apart = usize::from(*tie == Tie::Beside && from);
        self.so_far.from_then |= self.amount_end + apart == cursor.at && cursor.at > 0 && self.goes_on(event);
        self.event(event, *tie);
        (*cursor, *tie) = (ahead, Tie::None);
        true
    }

    /// An amount: of its own, a part of one before, or one said again.
    fn duration(&mut self, cursor: &mut Cursor<'_>, tie: &mut Tie) -> bool {
        let mut ahead = *cursor;
        let Some(range) = self.amount(&mut ahead) else { return false };
        let bare = !ahead.had(cursor.at, is!(Sense::Unit(_)));
        let second = *tie == Tie::None && !self.so_far.amounts.is_empty();
        if second || bare && (self.so_far.counted || !is_number_of_years(cursor, &ahead, self.habit)) {
            return false;
        }
        // "diez y seis meses": one number in two words.
        let less = ahead.had(cursor.at, is!(Sense::Unit(unit) if unit != TimeUnit::Year));
        self.so_far.nonsense |= *tie == Tie::More && self.so_far.bare && less;
        self.so_far.bare = bare;
        // "from October 2015 for 4 years"
        self.so_far.from_then |= *tie == Tie::None && self.so_far.since && self.so_far.amounts.is_empty();
        let from = std::mem::replace(cursor, ahead).at;
        self.amount_end = cursor.at;
        let last = cursor.had(from, is!(Sense::Joint(Joint::Last)));
        let part = *tie == Tie::Part || !self.so_far.is_empty() && (last && self.has_one() || self.of_which(cursor));
        match *tie {
            Tie::Same => self.so_far.again.push(range),
            _ if part => {
                while self.of_which(cursor) {}
                self.so_far.part(range);
            }
            _ => {
                self.so_far.beside |= matches!(*tie, Tie::Beside | Tie::Start | Tie::None);
                let more = *tie == Tie::More && self.so_far.ends_beside();
                self.so_far.amount(range, *tie == Tie::Beside || more);
                if *tie == Tie::Sum {
                    self.so_far.added();
                }
            }
        }
        *tie = Tie::None;
        true
    }

    /// "none", "aucune expérience": nothing of it.
    fn nothing(&mut self, cursor: &mut Cursor<'_>, tie: &mut Tie) -> bool {
        let none = self.so_far.is_empty() && cursor.take_any(is!(Sense::Nothing(Topic::Years | Topic::Any)));
        self.so_far.none |= none;
        if none {
            self.so_far.amount(Range::exactly(0.0), false);
            *tie = Tie::None;
        }
        none
    }

    /// "7 ans d'expérience minimum": a bound after the words that follow an amount.
    fn bound_after(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let Some(last) = self.so_far.amounts.last_mut() else { return false };
        let Some(bounded) = self.measure.bound_after(cursor, last.years) else { return false };
        last.years = bounded;
        true
    }

    /// What the last amount is of, or the next one: "4 years in human rights", "human rights: 4 years".
    fn is_of(&mut self, of: Of, tie: Tie) {
        let ahead = match tie {
            Tie::None => false,
            // "5 years with Oxfam", "of which human rights: 4"
            Tie::Part => of == Of::Subject,
            _ => true,
        };
        self.so_far.is_of(of, ahead);
    }

    /// Whether it has begun and has no end.
    fn goes_on(&self, event: Event) -> bool {
        matches!(event, Event::Span(span) if span.goes_on() && span.has_begun(self.as_of))
    }

    fn event(&mut self, event: Event, tie: Tie) {
        match event {
            Event::Point(span) => self.so_far.points.push(span),
            Event::Span(span) if span.has_begun(self.as_of) => {
                self.so_far.beside |= matches!(tie, Tie::Beside | Tie::None | Tie::Start | Tie::Same);
                self.so_far.span(span);
            }
            // What is to come is no experience yet, nor says that there is none; nor are "8 years from 2027".
            Event::Span(_) => self.so_far.nonsense |= !self.so_far.amounts.is_empty(),
        }
    }

    /// A duration.
    fn amount(&self, cursor: &mut Cursor<'_>) -> Option<Range> {
        self.measure.amount(cursor)?.hull()
    }

    /// "of which", "the last"; "with" leads to a name as well, and does so where one follows.
    fn of_which(&self, cursor: &mut Cursor<'_>) -> bool {
        !cursor.clone().take_named() && (cursor.take_joint(Joint::OfWhich) || self.the_last(cursor))
    }

    /// "the last": a part of one amount that was told before.
    fn the_last(&self, cursor: &mut Cursor<'_>) -> bool {
        self.has_one() && cursor.take_joint(Joint::Last)
    }

    /// Whether one amount alone was told so far.
    fn has_one(&self) -> bool {
        self.so_far.amounts.len() == 1 && self.so_far.spans.is_empty()
    }

    /// What stands in brackets: the last thing said again, a part of it, or where it was; after a comma, one more.
    fn aside(&mut self, cursor: &mut Cursor<'_>, tie: &mut Tie) -> bool {
        let open = cursor.at;
        cursor.at += 1;
        // "Experience (years): 7"
        let label =
            |cursor: &mut Cursor<'_>| cursor.take_sense(Sense::Unit(TimeUnit::Year)) && cursor.take_text(&[")"]);
        if self.so_far.is_empty() && cursor.follows(label) {
            return true;
        }
        let mut inner = YearsReader { so_far: Tenure::default(), left: Left::default(), inside: true, ..*self };
        let (mut inner_tie, mut words) = (Tie::Start, false);
        while !cursor.is_done() && cursor.text(0) != ")" {
            let before = cursor.at;
            if inner.so_far.is_empty() && self.bound_after(cursor) || inner.statement(cursor, &mut inner_tie) {
                continue;
            }
            words |= inner.word(cursor, Tie::Beside) || workplace::take(cursor) || self.of_which(cursor);
            if cursor.at == before && !inner.separator(cursor, &mut inner_tie) {
                inner.left.skip(cursor);
            }
        }
        if !cursor.take_text(&[")"]) {
            cursor.at = open;
            return false;
        }
        self.left.0.append(&mut inner.left.0);
        inner.so_far.nonsense |= inner_tie == Tie::Sum;
        // "(none as manager)" may be said of what is asked.
        if words && inner.so_far.reading(self.as_of, false) == Reading::exactly(0.0) {
            self.left.add(open + 1);
        }
        let one_more = matches!(*tie, Tie::Start | Tie::Beside | Tie::More | Tie::Sum) || self.so_far.is_empty();
        if one_more {
            *tie = Tie::None;
        }
        self.so_far.take_in(inner.so_far, one_more, words, self.as_of);
        true
    }

    /// What stands between one thing and the next.
    fn separator(&mut self, cursor: &mut Cursor<'_>, tie: &mut Tie) -> bool {
        if self.leads_to_a_place(cursor) {
            return false;
        }
        if *tie == Tie::Start && self.leads(cursor) {
            return true;
        }
        if self.the_last(cursor) {
            if *tie == Tie::None {
                self.so_far.share_leads();
            }
            *tie = Tie::Part;
            return true;
        }
        let in_part = self.so_far.ends_with_a_part();
        let joint = cursor.take(said!(
            // "dont 3 à l'ONU et 2 au HCR"
            Sense::Joint(Joint::And) if in_part => Tie::Part,
            Sense::Joint(Joint::And | Joint::Then) => Tie::More,
            Sense::Joint(Joint::Sum) => Tie::Sum,
            Sense::Joint(Joint::Makes) => Tie::Same,
            Sense::Joint(Joint::OfWhich) => Tie::Part,
        ));
        let found = match joint.or_else(|| mark(cursor, *tie, in_part)) {
            None => return false,
            Some(Tie::Beside) if matches!(*tie, Tie::Part | Tie::Start) => *tie,
            Some(found) => found,
        };
        *tie = found;
        true
    }

    /// Takes what leads to the first amount and says nothing of it: "mit 8 Jahren", "years: 8", but not "en 8 años".
    fn leads(&self, cursor: &mut Cursor<'_>) -> bool {
        cursor.follows(|cursor| {
            let label = |cursor: &mut Cursor<'_>| {
                cursor.take_sense(Sense::Unit(TimeUnit::Year)) && cursor.take_text(&[":", "="])
            };
            let with = !cursor.has(0, is!(Sense::Slot(Slot::Place))) && cursor.take_sense(Sense::Slot(Slot::With));
            let led = with || cursor.follows(label);
            led && self.amount(&mut cursor.clone()).is_some()
        })
    }

    /// Whether a word that is "and" in one language is "in" in another, and no time comes after it: "en" of "8 years en
    /// Banque".
    fn leads_to_a_place(&self, cursor: &Cursor<'_>) -> bool {
        let mut next = cursor.skip(1);
        cursor.has(0, is!(Sense::Joint(Joint::And)))
            && cursor.has(0, is!(Sense::Slot(Slot::Place)))
            && period::find(&mut next, self.habit).is_none()
            && self.amount(&mut next).is_none()
    }

    /// A word that changes nothing here, a role, a place, or a name where one can stand.
    fn word(&mut self, cursor: &mut Cursor<'_>, tie: Tie) -> bool {
        if cursor.take_sense(Sense::Neutral(Topic::Relevant)) {
            self.so_far.relevance = true;
            return true;
        }
        let from = cursor.at;
        let led = |cursor: &mut Cursor<'_>| cursor.take_named() && !workplace::is_no_work(cursor, from);
        if cursor.take_role() || cursor.follows(led) {
            let place = cursor.had(from, is!(Sense::Place)) && !workplace::names_somebody(cursor, from);
            self.so_far.placed |= place;
            self.so_far.occupied |= !place;
            let of = Of::said(cursor, from);
            self.so_far.of_one |= of == Of::Named || of == Of::Known && cursor.had(from, is!(Sense::Slot(Slot::Name)));
            self.is_of(of, tie);
            return true;
        }
        let from = cursor.at;
        if cursor.take_sense(Sense::Neutral(Topic::Age)) {
            self.so_far.aged = true;
            return true;
        }
        let leads = cursor.has(0, is!(Sense::Slot(_)));
        if cursor.take_neutral(Topic::Years) {
            // "de" alone says nothing, nor does a word further on.
            let long = cursor.lexed().written(from, cursor.at).len() > 3;
            self.so_far.worded |= long && !leads && from == self.amount_end;
            self.is_of(Of::said(cursor, from), tie);
            return true;
        }
        if tie == Tie::More && cursor.take_sense(Sense::Missing) {
            return true;
        }
        let slot = matches!(tie, Tie::Beside | Tie::More | Tie::Sum | Tie::Part) || !self.so_far.spans.is_empty();
        let slot = slot && !workplace::is_beside_a_place(cursor);
        if cursor.follows(|cursor| workplace::take_in(cursor, slot, self.habit)) {
            (self.so_far.occupied, self.so_far.of_one) = (true, true);
            self.is_of(Of::Named, tie);
            return true;
        }
        // "since" of an amount: "depuis 7 ans".
        cursor.follows(|cursor| {
            let (since, mut to) = (cursor.take_any(is!(Sense::Edge(Edge::Since | Edge::From))), *cursor);
            since && self.amount(&mut to).is_some() && to.had(cursor.at, is!(Sense::Unit(_)))
        })
    }
}
