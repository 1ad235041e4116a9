//! What a posting says of itself: until when it is open, where the post is, and what is to be handed in.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::cues::{after, apart, around, has, is_word, names_role, parts, says};
use super::lines::{Block, BlockKind};
use super::sections::Passage;
use super::split::whole_sentences;
use super::{Ask, Requirement, tongue};
use crate::catalogue::{Text, init as words};
use crate::formats::{DateOrder, Formats};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Edge, Lexicon, Section, Sections, Sense, When};
use crate::text::grammar::{clock, date};

/// The last day on which an application counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub day: NaiveDate,
    /// The sentence that says so.
    pub quote: String,
    /// The hour at which it ends, in the sentence's words, where that is not midnight.
    pub hour: Option<String>,
}

/// A document that is to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub paper: Paper,
    /// The sentence that asks for it.
    pub quote: String,
}

/// Documents that postings ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A curriculum vitae.
    Cv,
    /// A cover letter.
    Letter,
    /// References.
    References,
    /// Copies of diplomas.
    Diplomas,
    /// A sample of writing or work.
    Sample,
    /// A portfolio.
    Portfolio,
}

/// The documents and their cues.
const PAPERS: [(Cue, Paper); 6] = [
    (Cue::Cv, Paper::Cv),
    (Cue::Letter, Paper::Letter),
    (Cue::References, Paper::References),
    (Cue::Diplomas, Paper::Diplomas),
    (Cue::Sample, Paper::Sample),
    (Cue::Portfolio, Paper::Portfolio),
];

impl Paper {
    /// What it is called.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Cv => words::paper_cv(),
            Self::Letter => words::paper_letter(),
            Self::References => words::paper_references(),
            Self::Diplomas => words::paper_diplomas(),
            Self::Sample => words::paper_sample(),
            Self::Portfolio => words::paper_portfolio(),
        }
    }

    /// What it is called where nobody reads it: as an id.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cv => "cv",
            Self::Letter => "cover letter",
            Self::References => "references",
            Self::Diplomas => "diplomas",
            Self::Sample => "work sample",
            Self::Portfolio => "portfolio",
        }
    }

    /// Whether a header names it.
    #[must_use]
    pub fn is_named(self, header: &str) -> bool {
        PAPERS.iter().any(|(cue, paper)| *paper == self && says(header, *cue))
    }
}

/// The last day on which an application counts; where it may be two days, the sentence that says so.
pub(super) fn deadline(blocks: &[Block], passages: &[Passage]) -> Result<Option<Deadline>, String> {
    // In English alone the month may stand first.
    let other = tongue::is_other_than("en", passages.iter().map(|passage| passage.text.as_str()));
    let order = other.then_some(DateOrder::DayMonthYear);
    let mut best: Option<(u32, Deadline)> = None;
    let mut unclear: Option<String> = None;
    let told = passages.iter().map(|passage| {
        let named = passage.label.as_deref().is_some_and(|label| says(label, Cue::Deadline));
        let applies = passage.section == Some(Cue::Apply) || is_sent(&passage.text);
        (passage.text.as_str(), named, applies)
    });
    // "Apply before the 22nd and enclose:" stands above what is to be sent.
    let leads = |block: &&Block| block.kind == BlockKind::Heading && block.text.ends_with(':') && is_sent(&block.text);
    let above = blocks.iter().filter(leads).map(|block| (block.text.as_str(), false, true));
    for (text, named, applies) in told.chain(above) {
        for one in whole_sentences(text) {
            let strong = named || says(one, Cue::Deadline);
            // What begins on a day does not end on it, and what happens on one ends nothing.
            let begins = says_edge(one, is_beginning) || has(one, &[Cue::Begins]);
            let ends = says_edge(one, is_end) || is_sent(one) && !begins;
            let rank = u32::from(strong) + u32::from(applies);
            if !(strong || applies && ends) || best.as_ref().is_some_and(|(known, _)| *known >= rank) {
                continue;
            }
            match day_in(one, order) {
                Some(day) => best = Some((rank, Deadline { day, quote: one.trim().to_owned(), hour: hour(one) })),
                None if days(one).len() > 1 => unclear = unclear.or_else(|| Some(one.trim().to_owned())),
                None => {}
            }
        }
    }
    match (best, unclear) {
        (None, Some(sentence)) => Err(sentence),
        (best, _) => Ok(best.map(|(_, deadline)| deadline)),
    }
}

/// The first sentence of a text that says something; all of it where none does by itself.
fn sentence(text: &str, says: impl Fn(&str) -> bool) -> String {
    whole_sentences(text).into_iter().find(|one| says(one)).unwrap_or(text).trim().to_owned()
}

/// The hour within a day that a sentence names, in its own words.
pub(crate) fn hour(text: &str) -> Option<String> {
    const LAST_MINUTE: u32 = 86_340;
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), date::SECTIONS);
    (0..lexed.len()).find_map(|at| {
        let mut cursor = lexed.cursor();
        cursor.at = at;
        let time = clock::time(&mut cursor).filter(|time| time.last > 0 && time.last < LAST_MINUTE)?;
        (time.first > 0)
            .then(|| text.get(lexed.span(at, cursor.at)).unwrap_or_default().trim_end_matches('.').to_owned())
    })
}

/// Whether a text speaks of what is sent.
fn is_sent(text: &str) -> bool {
    says(text, Cue::Send) || says(text, Cue::Cv) || says(text, Cue::Letter)
}

/// Whether a text says that something begins or ends.
fn says_edge(text: &str, edge: fn(&Sense) -> bool) -> bool {
    let sections = Sections::of(&[], &[Section::WhenBefore, Section::Edges]);
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), sections);
    (0..lexed.len()).any(|at| lexed.senses(at).iter().any(edge))
}

/// "Until", "no later than".
const fn is_end(sense: &Sense) -> bool {
    matches!(sense, Sense::WhenBefore(When::By | When::Before) | Sense::Edge(Edge::Until))
}

/// "As of", "no earlier than".
const fn is_beginning(sense: &Sense) -> bool {
    matches!(sense, Sense::WhenBefore(When::After | When::NotBefore) | Sense::Edge(Edge::Since))
}

/// The days that a text may name, as people write them: one where it is clear, two where day and month could change
/// places, none where it names no day.
#[must_use]
pub(crate) fn days(text: &str) -> Vec<NaiveDate> {
    let orders = [None, Some(DateOrder::DayMonthYear), Some(DateOrder::MonthDayYear)];
    let mut found: Vec<NaiveDate> = Vec::new();
    for order in orders {
        if let Some(day) = day_in(text, order)
            && !found.contains(&day)
        {
            found.push(day);
            if order.is_none() {
                break;
            }
        }
    }
    found
}

/// A day so late that the years of two digits that postings write, "26/05/24", are those of this century.
const LATER: NaiveDate = NaiveDate::from_ymd_opt(2050, 1, 1).expect("a day of the calendar");

/// The one day that a text names.
fn day_in(text: &str, order: Option<DateOrder>) -> Option<NaiveDate> {
    // "Midnight on the 9th of March" ends the 9th, as people mean it: the day by itself, before a moment of it.
    day_of(text, order, true).or_else(|| day_of(text, order, false))
}

fn day_of(text: &str, order: Option<DateOrder>, whole: bool) -> Option<NaiveDate> {
    const MOST: usize = 8;
    const DAY: f64 = 86_400.0;
    let formats = Formats::usual(order, None);
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    for from in 0..words.len() {
        for count in (1..=MOST.min(words.len() - from)).rev() {
            let (start, (last, word)) = (words[from].0, words[from + count - 1]);
            let passage = text[start..last + word.len()]
                .trim_matches(|c: char| matches!(c, ',' | '.' | ';' | '(' | ')' | ':' | '!'));
            if !passage.chars().any(|c| c.is_ascii_digit()) {
                continue;
            }
            let range = date::read(passage, &formats, Tz::UTC, LATER).reading().hull();
            if let Some(range) = range
                .filter(|range| range.high - range.low <= DAY && range.low.is_finite())
                .filter(|range| !whole || range.high - range.low > DAY / 2.0)
            {
                #[expect(clippy::cast_possible_truncation, reason = "seconds of a calendar year")]
                let moment = DateTime::from_timestamp(range.low as i64, 0);
                return moment.map(|moment| moment.date_naive());
            }
        }
    }
    None
}

/// The time zone of the place of work: that which a line says is the place, else the first that is named where no project is.
pub(super) fn zone(blocks: &[Block]) -> Option<(Tz, String)> {
    let below = |at: usize| at.checked_sub(1).is_some_and(|at| names_place(&blocks[at]));
    let placed = |(at, block): (usize, &Block)| {
        let of_block = if below(at) { zone_in(&block.text) } else { None };
        of_block.or_else(|| zone_of(block, true))
    };
    let placed = blocks.iter().enumerate().find_map(placed);
    placed.or_else(|| blocks.iter().find_map(|block| zone_of(block, false)))
}

/// Whether a heading says that the place stands below it.
fn names_place(block: &Block) -> bool {
    const MOST_WORDS: usize = 4;
    let few = block.text.split_whitespace().count() <= MOST_WORDS;
    block.kind == BlockKind::Heading && few && says(&block.text, Cue::Place)
}

/// The time zone that a block names, in a sentence that says where the work is or in one that does not say it is elsewhere.
fn zone_of(block: &Block, placed: bool) -> Option<(Tz, String)> {
    const FEW: usize = 8;
    whole_sentences(&block.text).into_iter().find_map(|sentence| {
        let found = zone_in(sentence)?;
        if placed {
            return says(sentence, Cue::Place).then_some(()).and(zone_at_work(sentence));
        }
        let told = sentence.trim_end().ends_with('.') || sentence.split_whitespace().count() > FEW;
        if told { zone_at_work(sentence) } else { Some(found) }
    })
}

/// The time zone that a sentence names, but for places where it says that projects are: "projects in Kenya".
fn zone_at_work(sentence: &str) -> Option<(Tz, String)> {
    const LEADS: [Cue; 4] = [Cue::In, Cue::To, Cue::From, Cue::With];
    let (zone, name) = zone_in(sentence)?;
    let before = &sentence[..sentence.find(&name)?];
    let elsewhere = around(before, Cue::Elsewhere).last().map(|place| place.end);
    let led = before.split_whitespace().next_back().is_some_and(|word| is_word(word, &LEADS));
    let away = elsewhere.is_some_and(|end| led && !says(&before[end..], Cue::Place) && !names_role(&before[end..]));
    if !away {
        return Some((zone, name));
    }
    // "Projects in Kenya and Uganda, from our office in Brussels"
    let rest = &sentence[before.len() + name.len()..];
    let place = rest.find([',', ';', ':'])?;
    zone_at_work(&rest[place..]).filter(|_| says(&rest[place..], Cue::Place))
}

pub(super) fn zone_in(text: &str) -> Option<(Tz, String)> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Zones]));
    (0..lexed.len()).find_map(|at| {
        let zone =
            lexed.senses(at).iter().find_map(|sense| if let Sense::Zone(zone) = sense { Some(*zone) } else { None })?;
        let named = text.get(lexed.span(at, at + 1))?;
        named.starts_with(char::is_uppercase).then(|| (zone, named.trim_end_matches('.').to_owned()))
    })
}

/// Whether a sentence says what is not to be sent: "we do not accept CVs".
fn refuses(text: &str) -> bool {
    const NEAR: usize = 4;
    let lexed =
        Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings, Section::Negations]));
    let cv = (0..lexed.len()).find(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Cv)));
    let denied = |at: usize| lexed.senses(at).contains(&Sense::Negation(true));
    let word = |at: usize| text.get(lexed.span(at, at + 1)).unwrap_or_default();
    cv.is_some_and(|cv| {
        let mut after =
            (cv + 1..lexed.len().min(cv + NEAR)).take_while(|at| word(*at).starts_with(char::is_alphabetic));
        (cv.saturating_sub(NEAR)..cv).any(denied) || after.any(denied)
    })
}

/// The papers that a sentence asks to be sent beside those that are known: "send a CV and a police clearance, with two maps".
fn papers_of(sentence: &str) -> Vec<&str> {
    let lexed = Lexed::of_text(sentence.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let Some(verb) = (0..lexed.len()).find(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Send))) else {
        return Vec::new();
    };
    let said = &sentence[lexed.span(verb, verb + 1).end..];
    let end = apart(said, Cue::SentTo).first().map(|end| end.start);
    let end = end.into_iter().chain(said.find(['@', '(', ':', ';'])).min().unwrap_or(said.len());
    let said = &said[..end];
    let named = parts(said, apart(said, Cue::Joined)).flat_map(|part| part.split(", "));
    let named = named.flat_map(|part| part.split(" + ")).flat_map(|part| part.split(" & "));
    named.filter_map(one_paper).collect()
}

/// A part of a list of what is to be sent, where it names one more paper: "a police clearance", "d'une photo".
fn one_paper(part: &str) -> Option<&str> {
    const MOST_WORDS: usize = 8;
    let mut words = part.trim().trim_end_matches(['.', ',']);
    words = after(words, &[Cue::Of, Cue::OfThe]).unwrap_or(words);
    let (first, rest) = words.split_once(' ')?;
    let one = is_word(first, &[Cue::Indefinite, Cue::Your, Cue::Copies]);
    let named = one && words.split_whitespace().count() <= MOST_WORDS;
    let known = PAPERS.iter().any(|(cue, _)| says(words, *cue));
    (named && !known && !rest.is_empty() && !has(words, &[Cue::Envelope])).then_some(words)
}

/// What else is to be handed in that the sentences say which ask for papers.
pub(super) fn other_papers(passages: &[Passage]) -> Vec<Requirement> {
    let asks = |sentence: &&str| {
        let named = PAPERS.iter().any(|(cue, _)| says(sentence, *cue));
        named && says(sentence, Cue::Send) && !refuses(sentence) && !says(sentence, Cue::Asset)
    };
    let applies = |passage: &&Passage| !passage.item && matches!(passage.section, None | Some(Cue::Apply));
    let sentences = passages.iter().filter(applies).flat_map(|passage| whole_sentences(&passage.text));
    let papers = sentences.filter(asks).flat_map(papers_of);
    papers
        .map(|paper| Requirement { quote: paper.to_owned(), label: None, required: true, ask: Ask::Document })
        .collect()
}

/// What else is to be handed in: the other items of a list that names a document and is led by words that ask for some.
pub(super) fn other_documents(passages: &[Passage]) -> Vec<Requirement> {
    let names = |passage: &Passage| PAPERS.iter().any(|(cue, _)| says(&passage.text, *cue));
    let led = |passage: &Passage| passage.item && passage.label.as_deref().is_some_and(|label| says(label, Cue::Send));
    let listed =
        |passage: &Passage| passages.iter().any(|other| other.under.0 == passage.under.0 && led(other) && names(other));
    let told = |passage: &Passage| says(&passage.text, Cue::Aside) || passage.text.contains(['@', '?']);
    passages
        .iter()
        .filter(|passage| {
            passage.section == Some(Cue::Apply) && led(passage) && listed(passage) && !names(passage) && !told(passage)
        })
        .map(|passage| Requirement {
            quote: passage.text.clone(),
            label: None,
            required: !says(&passage.text, Cue::Asset),
            ask: Ask::Document,
        })
        .collect()
}

/// Whether a text asks for a document of this cue: a portfolio may be one of projects, unless its sentence says that it is
/// to be sent, or names a CV beside it.
fn asks_for(text: &str, cue: Cue) -> bool {
    let beside = |sentence: &str| [Cue::Send, Cue::Cv, Cue::Letter].iter().any(|cue| says(sentence, *cue));
    let sentences = whole_sentences(text);
    let alone = matches!(cue, Cue::Cv | Cue::Letter) || sentences.len() == 1;
    sentences.iter().any(|sentence| says(sentence, cue) && (alone || beside(sentence)))
}

/// What is to be handed in, each with the sentence that asks for it.
pub(super) fn documents(passages: &[Passage]) -> Vec<Document> {
    let asks = |passage: &&Passage| {
        let sent =
            says(&passage.text, Cue::Send) || passage.label.as_deref().is_some_and(|label| says(label, Cue::Send));
        // "Manage a portfolio of grants" hands in none.
        let elsewhere = matches!(passage.section, Some(Cue::Requirements | Cue::Wishes | Cue::About | Cue::Duties))
            && !says(&passage.text, Cue::Cv);
        let named = PAPERS.iter().filter(|(cue, _)| says(&passage.text, *cue)).count();
        let applying = passage.section == Some(Cue::Apply) && (passage.item || says(&passage.text, Cue::Cv));
        let optional = passage.item && says(&passage.text, Cue::Asset) && !says(&passage.text, Cue::Must);
        !elsewhere && (sent || applying || named > 1) && !refuses(&passage.text) && !optional
    };
    let led = |passage: &Passage| passage.label.clone().filter(|label| says(label, Cue::Send) && !refuses(label));
    let mut found: Vec<Document> = Vec::new();
    // "Send your CV to:" stands above the address.
    let said = |passage: &Passage| {
        led(passage)
            .into_iter()
            .chain(Some(passage).filter(asks).map(|passage| passage.text.clone()))
            .collect::<Vec<_>>()
    };
    for quote in passages.iter().flat_map(said) {
        for (cue, paper) in PAPERS {
            if asks_for(&quote, cue) && !found.iter().any(|known| known.paper == paper) {
                found.push(Document { paper, quote: sentence(&quote, |one| asks_for(one, cue)) });
            }
        }
    }
    found
}
