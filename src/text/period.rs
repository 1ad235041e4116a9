//! Periods: spans of time, whose overlaps count once.
//!
//! Time is counted on a line where every month is as long as any other, so that twelve months are a year whichever
//! they are: a month is 31 steps, a day is one, and the last day of a short month fills it. A month named alone is meant
//! whole; a year named alone may be any moment of it; "present" is the as-of date, or its month counted whole.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::calendar::{self, Form, Habit, When};
use super::parts::{Parts, Phrases, Sort};
use crate::reading::Range;

/// The steps of a month.
const MONTH: i64 = 31;
/// The steps of a year.
const YEAR: i64 = 12 * MONTH;
/// More spans than a life has room for.
const MOST: usize = 400;

/// A moment that is known to lie between two steps.
type Between = (i64, i64);

/// A span of time as written: when it can start, and when it can end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    start: Between,
    end: Between,
    /// Whether its end is written to the day.
    to_the_day: bool,
    /// The least and the greatest share of it that counts.
    pub share: (f64, f64),
    /// Whether it may not count at all.
    pub doubtful: bool,
}

/// What is found at one place of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Event {
    /// A span of time.
    Span(Span),
    /// A year, a month or a day named alone: no longer than itself, and perhaps nothing.
    Point(Span),
    /// A start without a clear end.
    Start(Span),
    /// An end without a start.
    Unbounded,
    /// An end before its start, or dates that make no sense.
    Nonsense,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Since,
    Between,
    Until,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Degree {
    Plain,
    /// Some day of it: "mid-March 2012".
    Fuzzy,
    /// A year sooner or later: "vers 2012".
    Loose,
}

#[rustfmt::skip]
static LEADS: LazyLock<Phrases<Lead>> = LazyLock::new(|| Phrases::new(&[
    (Lead::Since, &["since", "from", "starting", "starting in", "starting from", "as from", "ever since",
        "depuis", "depuis le", "depuis l'année", "depuis l'an", "à partir de", "à partir du", "à compter de", "à compter du", "dès", "dès le"]),
    (Lead::Between, &["between", "entre", "entre le"]),
    (Lead::Until, &["until", "till", "up to", "before", "jusqu'en", "jusqu'à", "jusqu'au", "avant"]),
]));

#[rustfmt::skip]
static JOINTS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "to", "until", "till", "through", "thru", "up to", "→", "..", "...", "> ", "and until",
    "à", "au", "jusqu'en", "jusqu'à", "jusqu'au", "a",
])]));

#[rustfmt::skip]
static DEGREES: LazyLock<Phrases<Degree>> = LazyLock::new(|| Phrases::new(&[
    (Degree::Plain, &["the", "le", "la", "in", "en", "l'année", "the year", "year", "mois de", "le mois de", "month of", "on", "de", "du", "l'"]),
    (Degree::Fuzzy, &[
        "early", "late", "mid", "middle of", "the middle of", "end of", "the end of", "end", "beginning of", "the beginning of", "start of",
        "the start of", "first half of", "second half of", "spring", "summer", "autumn", "fall", "winter", "spring of", "summer of",
        "autumn of", "fall of", "winter of", "début", "fin", "mi", "milieu", "le début de", "la fin de", "fin de", "début de", "courant", "printemps",
        "été", "automne", "hiver", "l'été", "l'automne", "l'hiver", "le printemps", "rentrée", "la rentrée",
    ]),
    (Degree::Loose, &["circa", "ca", "c.", "around", "about", "approx", "approximately", "roughly", "~", "≈", "vers", "environ", "env", "autour de", "aux alentours de"]),
]));

#[rustfmt::skip]
static PRESENT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "present", "the present", "present day", "the present day", "now", "today", "current", "currently", "ongoing", "on-going", "date", "this day", "in progress",
    "still", "to date", "until now", "till now", "to present", "to now", "till date", "onwards", "onward", "on", "continuing", "continues", "until today",
    "présent", "ce jour", "aujourd'hui", "auj", "aujourdhui", "actuel", "actuelle", "actuellement", "en cours", "maintenant", "nos jours", "à présent", "toujours",
    "à ce jour", "jusqu'à ce jour", "jusqu'à présent", "jusqu'à maintenant", "jusqu'à nos jours", "up to now", "up to the present", "jusqu'à aujourd'hui", "à aujourd'hui", "l'heure actuelle", "à l'heure actuelle", "en poste", "en poste actuellement", "poste actuel", "emploi actuel", "current position",
    "current post", "current job", "current role",
])]));

fn steps(year: i32, month: u32) -> i64 {
    (i64::from(year) * 12 + i64::from(month) - 1) * MONTH
}

fn first_of(day: NaiveDate) -> i64 {
    steps(day.year(), day.month()) + i64::from(day.day0())
}

fn last_of(day: NaiveDate) -> i64 {
    let full = day.day() >= calendar::days_in(day.year(), day.month());
    steps(day.year(), day.month()) + if full { MONTH } else { i64::from(day.day()) }
}

/// A point of a span, with how loosely it is told.
#[derive(Clone, Copy)]
struct Point {
    when: When,
    degree: Degree,
    form: Form,
    end: usize,
}

impl Point {
    fn loosened(self, (low, high): Between) -> Between {
        if self.degree == Degree::Loose { (low - YEAR, high + YEAR) } else { (low, high) }
    }

    /// When it can start.
    fn start(self) -> Between {
        self.loosened(match self.when {
            When::Year(year) => (steps(year, 1), steps(year + 1, 1)),
            When::Month(year, month) if self.degree == Degree::Plain => (steps(year, month), steps(year, month)),
            When::Month(year, month) => (steps(year, month), steps(year, month) + MONTH),
            When::Day(day) => (first_of(day), first_of(day)),
        })
    }

    /// When it can end.
    fn end(self) -> Between {
        self.loosened(match self.when {
            When::Year(year) => (steps(year, 1), steps(year + 1, 1)),
            When::Month(year, month) if self.degree == Degree::Plain => {
                (steps(year, month) + MONTH, steps(year, month) + MONTH)
            }
            When::Month(year, month) => (steps(year, month), steps(year, month) + MONTH),
            When::Day(day) => (last_of(day), last_of(day)),
        })
    }

    fn to_the_day(self) -> bool {
        matches!(self.when, When::Day(_)) && self.degree != Degree::Loose
    }

    /// The point as a time of its own.
    fn alone(self) -> Span {
        let mut span = Span::new(self.start(), self.end(), self.to_the_day());
        if let (Form::MonthOrYears, When::Month(year, month)) = (self.form, self.when) {
            let century = year - year.rem_euclid(100);
            let last = century + i32::try_from(month).unwrap_or(0);
            span = Span::new((steps(year, 1), steps(last + 1, 1)), (steps(year, 1), steps(last + 1, 1)), false);
        }
        Span { doubtful: true, ..span }
    }
}

impl Span {
    fn new(start: Between, end: Between, to_the_day: bool) -> Self {
        Self { start, end, to_the_day, share: (1.0, 1.0), doubtful: false }
    }

    /// Until the as-of date.
    fn to_present(start: Between) -> Self {
        Self::new(start, (i64::MAX, i64::MAX), false)
    }

    /// Whether it has ended by this day.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.end.1 <= last_of(day)
    }

    /// Whether it starts after this day.
    pub fn is_after(&self, day: NaiveDate) -> bool {
        self.start.0 > first_of(day)
    }
}

/// What starts at this place: a span, a point, or nothing of time.
pub(crate) fn find(parts: &Parts, at: usize, habit: Habit) -> Option<(Event, usize)> {
    let (event, end) = find_one(parts, at, habit)?;
    // "2012-2014-2016": which is the end of which?
    let timed = matches!(event, Event::Span(_) | Event::Point(_));
    let dash = parts.is(end, "-") && point(parts, end + 1, habit).is_some();
    let slash = parts.is(end, "/") && !parts.gap(end) && !parts.gap(end + 1) && parts.figure(end + 1).is_some();
    let another = || matches!(find_one(parts, end + 1, habit), Some((Event::Span(_), _)));
    if timed && (dash || slash && !another()) {
        return Some((Event::Nonsense, end + 2));
    }
    Some((event, end))
}

fn find_one(parts: &Parts, at: usize, habit: Habit) -> Option<(Event, usize)> {
    let lead = LEADS.longest(parts, at);
    let here = lead.map_or(at, |(_, end)| end);
    let lead = lead.map(|(lead, _)| lead);
    if let Some(found) = without_year(parts, here, habit) {
        return Some(found);
    }
    let start = point(parts, here, habit)?;
    if lead == Some(Lead::Until) {
        return Some((Event::Unbounded, start.end));
    }
    let after = start.end;
    // "2012-16", "2012/13"
    if let (When::Year(year), Some(end_year)) = (start.when, two_digits(parts, after)) {
        let mut last = year - year.rem_euclid(100) + end_year;
        if last < year && year.rem_euclid(100) > 89 {
            last += 100;
        }
        if last < year {
            return Some((Event::Nonsense, after + 2));
        }
        let span = Span::new(start.start(), (steps(last, 1), steps(last + 1, 1)), false);
        return Some((Event::Span(span), after + 2));
    }
    if let Some(end) = joint(parts, after, lead == Some(Lead::Between)) {
        return match joined(parts, start, end, habit) {
            // "Since 2016 – OMCT"
            (Event::Start(_), _) if lead == Some(Lead::Since) => {
                Some((Event::Span(Span::to_present(start.start())), after))
            }
            found => Some(found),
        };
    }
    if lead == Some(Lead::Since) {
        return Some((Event::Span(Span::to_present(start.start())), after));
    }
    if let Some(end) = ongoing(parts, after) {
        return Some((Event::Span(Span::to_present(start.start())), end));
    }
    if start.form == Form::Pair {
        return None;
    }
    Some((Event::Point(start.alone()), after))
}

/// A span from a start, given the place after "to".
fn joined(parts: &Parts, start: Point, at: usize, habit: Habit) -> (Event, usize) {
    let (degree, here) = degree(parts, at);
    let opened = usize::from(parts.is(at, "(") && PRESENT.longest(parts, at + 1).is_some());
    if let Some(((), end)) = PRESENT.longest(parts, at + opened).or_else(|| PRESENT.longest(parts, here))
        && !matches!(parts.text(at), "on")
    {
        let end = end + usize::from(opened > 0 && parts.is(end, ")"));
        return (Event::Span(Span::to_present(start.start())), end);
    }
    if let Some(end) = point(parts, here, habit) {
        // "2010/11 - 2011/12": school years, or months.
        if start.form == Form::MonthOrYears && end.form == Form::MonthOrYears && !parts.is(at - 1, "/") {
            let (from, to) = (start.alone(), end.alone());
            return (Event::Span(Span::new(from.start, to.end, false)), end.end);
        }
        let pairs = (start.form == Form::Pair) == (end.form == Form::Pair);
        let end = Point { degree: degree.max(end.degree), ..end };
        let (from, to) = (start.start(), end.end());
        let event =
            if to.1 < from.0 || !pairs { Event::Nonsense } else { Event::Span(Span::new(from, to, end.to_the_day())) };
        return (event, end.end);
    }
    // "2015 -" and nothing more.
    let dash = parts.is(at - 1, "-") || parts.text(at - 1).starts_with("..");
    let ends = at >= parts.len()
        || parts.sort(at) == Some(Sort::Line)
        || matches!(parts.text(at), ";" | "|" | ")" | "," | ".." | "..." | "]" | "•");
    if dash && ends {
        let end = at + usize::from(parts.text(at).starts_with(".."));
        return (Event::Span(Span::to_present(start.start())), end);
    }
    (Event::Start(Span { doubtful: true, ..Span::to_present(start.start()) }), at)
}

/// "March to June 2016", "du 1er au 30 juin 2016": a start whose year or month is its end's.
fn without_year(parts: &Parts, at: usize, habit: Habit) -> Option<(Event, usize)> {
    let mut here = at;
    let day: Option<u32> = parts.figure(here).filter(|f| f.len() <= 2).and_then(|f| f.parse().ok());
    if day.is_some() {
        if at > 0 && parts.word(at - 1).is_some() && !parts.gap(at) {
            return None;
        }
        here += 1;
        if parts.word(here).is_some_and(calendar::is_ordinal) && !parts.gap(here) {
            here += 1;
        }
    }
    let month = parts.word(here).and_then(calendar::month);
    if month.is_some() {
        here += 1;
        here += usize::from(parts.is(here, ".") && !parts.gap(here));
    } else if day.is_none() {
        return None;
    }
    let next = joint(parts, here, false)?;
    let (_, next) = degree(parts, next);
    let end = calendar::when(parts, next, habit).filter(|end| end.form == Form::Sure)?;
    let start = match (day, month, end.when) {
        (Some(day), month, When::Day(last)) => {
            // Only where the end's month is a word: "5-7.03.2012" is not two days.
            if !(next..end.end).any(|at| parts.word(at).and_then(calendar::month).is_some()) {
                return None;
            }
            let month = month.unwrap_or(last.month());
            let year = if month > last.month() { last.year() - 1 } else { last.year() };
            When::Day(NaiveDate::from_ymd_opt(year, month, day)?)
        }
        (None, Some(month), When::Month(year, last)) => When::Month(if month > last { year - 1 } else { year }, month),
        _ => return None,
    };
    let start = Point { when: start, degree: Degree::Plain, form: Form::Sure, end: here };
    let last = Point { when: end.when, degree: Degree::Plain, form: Form::Sure, end: end.end };
    if last.end().1 < start.start().0 {
        return Some((Event::Nonsense, end.end));
    }
    Some((Event::Span(Span::new(start.start(), last.end(), last.to_the_day())), end.end))
}

fn point(parts: &Parts, at: usize, habit: Habit) -> Option<Point> {
    let (degree, here) = degree(parts, at);
    let found = calendar::when(parts, here, habit).or_else(|| calendar::short(parts, here, habit))?;
    let year_alone = matches!(found.when, When::Year(_)) && found.end == here + 1;
    // "2000 hours" is no year.
    if year_alone
        && matches!(
            parts.text(found.end),
            "h" | "hours" | "hour" | "heures" | "heure" | "€" | "$" | "eur" | "days" | "jours"
        )
    {
        return None;
    }
    Some(Point { when: found.when, degree, form: found.form, end: after_time(parts, found.end) })
}

/// The place after a time of day.
fn after_time(parts: &Parts, at: usize) -> usize {
    let start = at + usize::from(parts.is(at, "t") && parts.glued_figure(at + 1).is_some());
    if parts.figure(start).is_none_or(|f| f.len() > 2)
        || !parts.is(start + 1, ":")
        || parts.glued_figure(start + 2).is_none()
    {
        return at;
    }
    let mut end = start + 3;
    while matches!(parts.text(end), ":" | ".") && parts.glued_figure(end + 1).is_some() && !parts.gap(end) {
        end += 2;
    }
    end + usize::from(parts.is(end, "z") && !parts.gap(end))
}

/// How loosely the point that follows is told, and where it starts.
fn degree(parts: &Parts, mut at: usize) -> (Degree, usize) {
    let mut all = Degree::Plain;
    for _ in 0..4 {
        if let Some((degree, end)) = DEGREES.longest(parts, at) {
            all = all.max(degree);
            at = end + usize::from(parts.is(end, "-") && !parts.gap(end) || parts.is(end, "'"));
        } else if matches!(parts.text(at), "q" | "t" | "s" | "h")
            && parts.glued_figure(at + 1).is_some_and(|f| matches!(f, "1" | "2" | "3" | "4"))
        {
            all = all.max(Degree::Fuzzy);
            at += 2 + usize::from(parts.is(at + 2, "-") || parts.is(at + 2, "/"));
        } else {
            break;
        }
    }
    (all, at)
}

/// The place after "to".
fn joint(parts: &Parts, at: usize, between: bool) -> Option<usize> {
    if parts.is(at, "-") {
        let mut end = at + 1;
        while matches!(parts.text(end), "-" | ">") && end < at + 3 {
            end += 1;
        }
        return Some(end);
    }
    if parts.is(at, "/") {
        let month = parts.word(at + 1).is_some_and(|word| calendar::month(word).is_some());
        let present = PRESENT.longest(parts, at + 1).is_some();
        return (parts.figure(at + 1).is_some() || month || present).then_some(at + 1);
    }
    if between && matches!(parts.text(at), "and" | "et" | "&") {
        return Some(at + 1);
    }
    // "2012, puis jusqu'en 2016" is read without its comma, "2012, to" is not.
    JOINTS.longest(parts, at).map(|((), end)| end)
}

/// The place after what says that it goes on: "onwards", "(en cours)", "+".
fn ongoing(parts: &Parts, at: usize) -> Option<usize> {
    let opened = usize::from(matches!(parts.text(at), "(" | "," | ":" | "["));
    let here = at + opened;
    if parts.is(here, "+") && opened == 0 {
        return Some(here + 1);
    }
    if opened == 0
        && matches!(parts.text(here), "et" | "and")
        && matches!(parts.text(here + 1), "+" | "after" | "onwards" | "apres")
    {
        return Some(here + 2);
    }
    let ((), end) = PRESENT.longest(parts, here)?;
    // "2015 on behalf of", "2012: current affairs"
    let closes =
        end >= parts.len() || matches!(parts.text(end), ")" | "]" | ";" | "," | "|" | "." | ":" | "-" | "(" | "");
    closes.then_some(end + usize::from(matches!(parts.text(end), ")" | "]")))
}

/// The two digits of "2012-16".
fn two_digits(parts: &Parts, at: usize) -> Option<i32> {
    if !matches!(parts.text(at), "-" | "/") {
        return None;
    }
    let figure = parts.figure(at + 1).filter(|f| f.len() == 2)?;
    let mark =
        matches!(parts.text(at + 2), "-" | "/" | ".") && !parts.gap(at + 2) && parts.glued_figure(at + 3).is_some();
    // "2012 - 12 March 2014" is another date.
    let day = parts
        .word(at + 2)
        .is_some_and(|word| calendar::month(word).is_some() || calendar::is_ordinal(word) && !parts.gap(at + 2));
    if mark || day || parts.is(at + 2, "%") {
        return None;
    }
    figure.parse().ok()
}

/// The years that all spans and points of a cell can make together, each moment counted once.
pub(crate) fn together(spans: &[Span], as_of: NaiveDate, prorate: bool) -> Option<Range> {
    if spans.len() > MOST {
        return None;
    }
    let day = last_of(as_of);
    let month = steps(as_of.year(), as_of.month()) + MONTH;
    let mut sure = Vec::with_capacity(spans.len());
    let mut possible = Vec::with_capacity(spans.len());
    for span in spans {
        let (low, high) = if prorate { span.share } else { (1.0, 1.0) };
        if !span.doubtful {
            sure.push((span.start.1, span.end.0.min(day), low));
        }
        let latest = if span.to_the_day { day } else { month };
        possible.push((span.start.0, span.end.1.min(latest), high));
    }
    let low = counted(&sure, |a, b| a.max(b));
    let high = counted(&possible, |a, b| (a + b).min(1.0));
    Some(Range::between(low.min(high), high))
}

/// The years of the union of spans, each moment weighed by what its spans weigh together.
fn counted(spans: &[(i64, i64, f64)], weigh: impl Fn(f64, f64) -> f64) -> f64 {
    let mut spans: Vec<(i64, i64, f64)> = spans.iter().copied().filter(|(start, end, _)| start < end).collect();
    spans.sort_by_key(|span| (span.0, span.1));
    let mut edges: Vec<i64> = spans.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut total = 0.0;
    let mut from = 0;
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        while from < spans.len() && spans[from].1 <= start {
            from += 1;
        }
        let share = spans[from..]
            .iter()
            .take_while(|span| span.0 <= start)
            .filter(|span| span.1 >= end)
            .fold(0.0, |all, span| weigh(all, span.2));
        total += length(end - start) * share;
    }
    // Whole steps stay whole: twelve months make exactly a year.
    total / length(YEAR)
}

/// A count of steps as a number.
#[expect(clippy::cast_precision_loss, reason = "the steps of any calendar are far below 2⁵³")]
fn length(steps: i64) -> f64 {
    steps as f64
}
