//! What a cell of years has said so far, and what it comes to: amounts and periods, parts of them, what is said again.

use chrono::NaiveDate;

use super::of::Of;
use super::share::{Amount, Portion};
use crate::reading::{Range, Reading};
use crate::timeline::{self, Span};

/// More years than a working life has.
const LIFE: f64 = 70.0;
/// So many are the number of a year.
const YEARS: std::ops::Range<f64> = 1_900.0..f64::INFINITY;

/// What has been said so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Tenure {
    pub amounts: Vec<Amount>,
    pub spans: Vec<Span>,
    /// Years, months or days named alone.
    pub points: Vec<Span>,
    /// Parts of what came before them.
    parts: Vec<Amount>,
    /// What is said again of the whole.
    pub again: Vec<Range>,
    /// What is said again of the only span.
    span_again: Vec<Range>,
    /// A share that was said before what it is of.
    early: Option<Portion>,
    /// A share that may be of a part or of the whole.
    either: Option<Portion>,
    /// The share that was said last, after a comma, with nothing since.
    loose: Option<Portion>,
    /// The least share of the years that was told of what is asked for.
    of_subject: Option<f64>,
    /// What each of them is of.
    spans_of: Vec<Of>,
    /// What the next thing is of, said before it.
    ahead: Of,
    /// The last thing said was a period.
    in_span: bool,
    /// The amounts are beside the spans, and may be the same told otherwise.
    pub beside: bool,
    /// The last thing said was a part.
    in_part: bool,
    /// What words beside say: which of the years count, where somebody was, and what as.
    pub relevance: bool,
    pub placed: bool,
    pub occupied: bool,
    /// One place, one employer or one role is named.
    pub of_one: bool,
    /// A period without an end.
    pub since: bool,
    /// Such a period stands right after an amount: "8 months from February 2009", "4 years, from 2015".
    pub from_then: bool,
    /// The last amount is without a unit.
    pub bare: bool,
    /// People or things were counted, so that a number alone may count more of them.
    pub counted: bool,
    /// It was said that there are none.
    pub none: bool,
    /// A word was said before which an age is told, and one that tells years of work.
    pub aged: bool,
    pub worded: bool,
    /// Something that makes no sense.
    pub nonsense: bool,
}

impl Tenure {
    /// Whether a part was told, or more than one amount.
    pub(super) fn has_several(&self) -> bool {
        self.amounts.len() + self.parts.len() > 1
    }

    /// Whether nothing of time has been said.
    pub(super) fn is_empty(&self) -> bool {
        self.amounts.is_empty() && self.spans.is_empty()
    }

    /// Whether what comes next, after a comma or "and", is one more part.
    pub(super) fn ends_with_a_part(&self) -> bool {
        self.in_part
    }

    /// Whether the last duration stood after a comma.
    pub(super) fn ends_beside(&self) -> bool {
        self.amounts.last().is_some_and(|last| last.beside)
    }

    /// One more period.
    pub(super) fn span(&mut self, span: Span) {
        self.in_span = true;
        self.spans_of.push(std::mem::take(&mut self.ahead));
        self.since |= span.goes_on();
        self.spans.push(span);
    }

    /// One more duration.
    pub(super) fn amount(&mut self, years: Range, beside: bool) {
        (self.in_part, self.in_span) = (false, false);
        self.loose = None;
        let of = std::mem::take(&mut self.ahead);
        self.amounts.push(Amount { years, share: self.early.take(), beside, added: false, of });
    }

    /// What the last thing is of, or, `ahead` of it, the next.
    pub(super) fn is_of(&mut self, of: Of, ahead: bool) {
        let last = match (self.in_span, self.in_part) {
            (true, _) => self.spans_of.last_mut(),
            (_, true) => self.parts.last_mut().map(|part| &mut part.of),
            _ => self.amounts.last_mut().map(|amount| &mut amount.of),
        };
        let to = last.filter(|_| !ahead).unwrap_or(&mut self.ahead);
        *to = of.max(*to);
    }

    /// The last duration is one more than those before, for certain.
    pub(super) fn added(&mut self) {
        if let Some(last) = self.amounts.last_mut() {
            last.added = true;
        }
    }

    /// The share that was said last is of what follows: "8 years, half-time for the last 4".
    pub(super) fn share_leads(&mut self) {
        if let (Some(share), Some(last)) = (self.loose.take(), self.amounts.last_mut()) {
            last.share = None;
            self.early = Some(share);
        }
    }

    /// A part of the whole: never more than it.
    pub(super) fn part(&mut self, years: Range) {
        (self.in_part, self.in_span) = (true, false);
        self.loose = None;
        let of = std::mem::take(&mut self.ahead);
        self.parts.push(Amount { years, share: self.early.take(), beside: false, added: false, of });
    }

    /// A share of the working time, of what came last; `apart` after a comma.
    pub(super) fn share(&mut self, share: Portion, apart: bool) {
        // "20 years, 10 % in human rights", "20 ans, droits humains : 10 %": so much of the years, and not of the working time.
        if share.of_subject || share.percent && self.ahead == Of::Subject {
            self.of_subject = self.of_subject.into_iter().chain([share.low]).reduce(f64::min);
            return;
        }
        let open = |part: &Amount| part.share.is_none_or(|share| share.low <= 0.0 && share.high >= 1.0);
        let part = self.parts.last_mut().filter(|part| self.in_part && open(part));
        match (part, self.spans.last_mut(), self.amounts.last_mut()) {
            (Some(part), ..) => {
                part.share = Some(share);
                self.either = apart.then_some(share);
            }
            (None, Some(span), _) => span.share = (share.low, share.high),
            (None, None, Some(amount)) => {
                self.loose = Some(share).filter(|_| apart && amount.share.is_none());
                amount.share = Some(share);
            }
            (None, None, None) => self.early = Some(share),
        }
    }

    /// Takes in what stood in brackets: one more thing, or what is said of the last. With `words` beside it, an amount is a
    /// part; alone, it says the last thing again.
    pub(super) fn take_in(&mut self, mut inner: Self, one_more: bool, words: bool, as_of: NaiveDate) {
        let said = inner.reading(as_of, false).hull();
        let of = inner.amounts.iter().map(|amount| amount.of).fold(inner.ahead.max(inner.spans_are_of()), Of::max);
        self.points.append(&mut inner.points);
        (self.bare, self.relevance) = (self.bare | inner.bare, self.relevance | inner.relevance);
        self.placed |= inner.placed;
        self.occupied |= inner.occupied;
        self.of_one |= inner.of_one;
        self.worded |= inner.worded;
        self.nonsense |= inner.nonsense;
        self.of_subject = self.of_subject.into_iter().chain(inner.of_subject).reduce(f64::min);
        if let Some(share) = inner.early {
            self.share(share, false);
        }
        if one_more || inner.is_empty() {
            self.since |= inner.since;
            self.amounts.append(&mut inner.amounts);
            self.spans.append(&mut inner.spans);
            self.spans_of.append(&mut inner.spans_of);
            self.again.append(&mut inner.again);
            self.parts.append(&mut inner.parts);
            self.is_of(of, false);
            return;
        }
        let shared = inner.spans.is_empty() && inner.amounts.iter().any(|amount| amount.share.is_some());
        if shared {
            self.parts.append(&mut inner.amounts);
            return;
        }
        self.parts.append(&mut inner.parts);
        let Some(said) = said else {
            self.nonsense = true;
            return;
        };
        self.say_again(said, of, words, as_of);
    }

    fn say_again(&mut self, said: Range, of: Of, words: bool, as_of: NaiveDate) {
        let shorter = words && self.spans_alone(as_of).is_some_and(|whole| said.high < whole.low);
        match self.amounts.last_mut() {
            Some(last)
                if of != Of::Subject && last.years.both(said).is_some() || !words || said.low > last.years.high =>
            {
                last.years = same(last.years, said);
            }
            None if !shorter => self.span_again.push(said),
            _ => self.parts.push(Amount { years: said, share: None, beside: false, added: false, of }),
        }
    }

    fn spans_alone(&self, as_of: NaiveDate) -> Option<Range> {
        (!self.spans.is_empty()).then(|| timeline::together(&self.spans, as_of, false)).flatten()
    }

    /// All that the amounts can mean together: they may be of the same time.
    fn amounts(&self, prorate: bool) -> Option<Range> {
        let together = |(a, _): (Range, bool), (b, added): (Range, bool)| {
            let (low, low_open) = match (added, a.low >= b.low) {
                (true, _) => (a.low + b.low, a.low_open || b.low_open),
                (false, true) => (a.low, a.low_open),
                (false, false) => (b.low, b.low_open),
            };
            (Range { low, low_open, high: a.high + b.high, high_open: a.high_open || b.high_open }, false)
        };
        let (mut all, _) =
            self.amounts.iter().map(|amount| (amount.counted(prorate), amount.added)).reduce(together)?;
        // "10 years, 4 in human rights": the others may be of something else.
        if self.any_of(|of| of == Of::Subject) && self.any_of(Of::gives_way) {
            let known = self.amounts.iter().filter(|amount| !amount.of.gives_way());
            all.low = known.map(|amount| amount.counted(prorate).low).fold(0.0, f64::max).min(all.low);
        }
        Some(match (self.parts_of_the_first(), self.parts_make_the_first()) {
            (Some(first), true) if prorate => first,
            (Some(first), false) if prorate => first.hull(all),
            (None, true) => self.amounts.first()?.counted(prorate),
            _ => all,
        })
    }

    /// What is left of the first amount where those after it are parts of it with shares of their own: "8 years, 3 at 60 %".
    fn parts_of_the_first(&self) -> Option<Range> {
        let (first, rest) =
            self.amounts.split_first().filter(|(first, rest)| first.share.is_none() && !rest.is_empty())?;
        let within = |part: &Amount| part.beside && part.years.high <= first.years.low;
        let less = rest.iter().map(|part| Some((part.years, part.share.filter(|_| within(part))?)));
        let less: Vec<(Range, Portion)> = less.collect::<Option<_>>()?;
        let lacks = |years: f64, share: f64| years * (1.0 - share);
        let low = less.iter().map(|(years, share)| lacks(years.high, share.low)).sum::<f64>();
        let high = less.iter().map(|(years, share)| lacks(years.low, share.high)).sum::<f64>();
        Some(Range { low: (first.years.low - low).max(0.0), high: first.years.high - high, ..first.years })
    }

    /// Whether those after the first amount are the parts that make it: "8 years: 5 at Oxfam and 3 at UNHCR".
    fn parts_make_the_first(&self) -> bool {
        let Some((first, rest)) = self.amounts.split_first() else { return false };
        let all = rest.iter().map(|part| part.years).reduce(|a, b| Range::between(a.low + b.low, a.high + b.high));
        rest.len() > 1 && rest.iter().all(|part| part.beside) && all == Some(first.years)
    }

    /// All that was said can mean, in years. With `prorate`, shares of the working time reduce what they are of.
    pub(super) fn reading(&self, as_of: NaiveDate, prorate: bool) -> Reading {
        // "Kenya 10 %, human rights 90 %": no share is of the working time where one is of the years.
        let prorate = prorate && self.of_subject.is_none();
        let spans: Vec<Span> = self.spans.iter().chain(&self.points).copied().collect();
        let spans = (!self.spans.is_empty()).then(|| timeline::together(&spans, as_of, prorate)).flatten();
        let spans = spans.map(|all| Range { low: all.low.min(self.spans_of_the_subject(as_of, prorate, all)), ..all });
        let whole = match (self.amounts(prorate), spans) {
            _ if self.nonsense || self.in_doubt() => None,
            (None, None) => None,
            (Some(amounts), None) => self.as_of_points(amounts, as_of),
            (None, Some(spans)) => Some(spans),
            (Some(amounts), Some(spans)) => Some(self.with_spans(amounts, spans)),
        };
        let only_span = self.spans.len() == 1 && self.amounts.is_empty();
        let again = self.again.iter().chain(self.span_again.iter().filter(|_| only_span));
        let whole = again.fold(whole, |whole, again| Some(same(whole?, *again)));
        match whole.and_then(|whole| self.less_the_parts(whole, prorate)) {
            // "8 years to 2027" tells no range.
            Some(range) if range.low <= LIFE && !YEARS.contains(&range.high) => Reading::Within(range),
            _ => Reading::UNREADABLE,
        }
    }

    /// What is left where parts of the whole were part-time. A part that is more than the whole makes no sense.
    fn less_the_parts(&self, whole: Range, prorate: bool) -> Option<Range> {
        let usual = self.usual_share().filter(|_| prorate).unwrap_or(Portion::ALL);
        let mut left = whole;
        // "12 years, of which 4 in human rights": the whole may be of something else.
        let said = self.spans_are_of() == Of::Subject || self.any_of(|of| of == Of::Subject);
        let parts = self.parts.iter().filter(|part| part.of == Of::Subject && !said);
        if let Some(longest) = parts.map(|part| part.counted(prorate).low).reduce(f64::max) {
            left.low = left.low.min(longest);
        }
        left.low *= self.of_subject.unwrap_or(1.0);
        for part in &self.parts {
            let Some(share) = part.share else {
                if part.years.low > whole.high {
                    return None;
                }
                continue;
            };
            if prorate {
                let years = part.years.map(|years| years.min(whole.high / usual.high.max(f64::MIN_POSITIVE)));
                left.low -= years.high * (usual.high - share.low);
                // A part that is more than the whole may as well be wrong.
                let whole_part = part.years.low <= whole.high;
                left.high -= if whole_part { years.low * (usual.low - share.high) } else { 0.0 };
            }
        }
        let left = Range { low: left.low.max(0.0), high: left.high.max(0.0), ..left };
        let either = self.either.filter(|_| prorate).map(|share| whole.times(share.low, share.high));
        Some(either.map_or(left, |all| left.hull(all)))
    }

    /// Whether an amount is of something that fits.
    fn any_of(&self, fits: fn(Of) -> bool) -> bool {
        self.amounts.iter().any(|amount| fits(amount.of))
    }

    /// What the periods are of, taken together.
    fn spans_are_of(&self) -> Of {
        self.spans_of.iter().copied().max().unwrap_or_default()
    }

    /// How many of `all` years the periods surely are of the subject: "2000-2020, human rights: 2018-2020".
    fn spans_of_the_subject(&self, as_of: NaiveDate, prorate: bool, all: Range) -> f64 {
        let each = || self.spans.iter().zip(&self.spans_of);
        if self.spans_are_of() != Of::Subject || each().all(|(_, of)| *of != Of::Anything) {
            return all.low;
        }
        let said: Vec<Span> = each().filter(|(_, of)| **of != Of::Anything).map(|(span, _)| *span).collect();
        timeline::together(&said, as_of, prorate).map_or(0.0, |said| said.low)
    }

    /// The share of what the parts are parts of.
    fn usual_share(&self) -> Option<Portion> {
        let amount = self.amounts.last().and_then(|amount| amount.share);
        let span = self.spans.last().map(|span| Portion::between(span.share.0, span.share.1));
        amount.or(span)
    }

    /// Whether it cannot be told which of the years count: "10 years, 3 of them relevant"; or what they are of: in a country
    /// since then, as who lives there is too; or whether a number is one of years, or of a month: "2016, 11".
    fn in_doubt(&self) -> bool {
        let several = self.amounts.len() + self.spans.len() + self.parts.len() > 1;
        // "no relevant experience, 8 years in total"
        let age = self.aged && (several || !self.worded && !self.relevance);
        // "No experience in Belgium": there may be some elsewhere.
        let denied = !self.amounts.is_empty() && self.amounts.iter().all(|amount| amount.years.high <= 0.0);
        let dated = self.bare && !self.worded && !self.points.is_empty();
        let doubled = (self.relevance || self.none) && several;
        age || dated || denied && self.of_one || doubled || self.since && self.placed && !self.occupied
    }

    /// Amounts beside a day named alone, on which it was so: "8 years as of May 2023" may have become more since.
    fn as_of_points(&self, amounts: Range, as_of: NaiveDate) -> Option<Range> {
        let longest = |all: f64, point: &Span| Some(all.max(point.until(as_of)?));
        let since = self.points.iter().try_fold(0.0, longest)?;
        Some(Range { high: amounts.high + since, ..amounts })
    }

    /// Amounts beside spans: the same told otherwise, or more of it.
    fn with_spans(&self, amounts: Range, spans: Range) -> Range {
        let low = match self.spans_are_of() {
            // "2010-2020, 4 years in human rights"
            of if of.gives_way() && self.any_of(|of| of == Of::Subject) => amounts.low,
            Of::Subject if self.any_of(Of::gives_way) => spans.low,
            _ => amounts.low.max(spans.low),
        };
        let sum = Range { low, high: amounts.high + spans.high, ..amounts };
        match amounts.both(spans) {
            Some(same) if self.beside => same.hull(sum),
            None if self.from_then => amounts.hull(spans).hull(sum),
            _ => sum,
        }
    }
}

/// The same told twice: what both hold, or either where they differ.
fn same(one: Range, again: Range) -> Range {
    one.both(again).unwrap_or_else(|| one.hull(again))
}
