//! What a posting says of itself: its title, who recruits, until when, where, and what is to be handed in.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::cues::{announces, cues, says};
use super::lines::{Block, BlockKind, labelled};
use super::sections::Passage;
use super::speech::first_word;
use super::split::whole_sentences;
use super::{Ask, Requirement};
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

/// The title of the post: what a line says it is, else the first short line that says more than that it is a posting.
pub(super) fn title(blocks: &[Block]) -> Option<String> {
    const MOST_WORDS: usize = 25;
    let whole = |block: &Block| {
        let cells = (block.cells.len() == 2).then(|| (block.cells[0].as_str(), block.cells[1].as_str()));
        let (name, said) = cells.or_else(|| labelled(&block.text))?;
        let named =
            cues(name).iter().any(|(cue, long)| *cue == Cue::Title && long + 1 >= name.split_whitespace().count());
        // "Titre exigé : doctorat"
        (named && !says(name, Cue::Must) && !answers(said)).then(|| said.to_owned())
    };
    // A line of a list of facts: "Salary: ..." beside "Hours: ...".
    let listed = |block: &Block| {
        let beside = blocks.iter().take(12).filter(|other| labelled(&other.text).is_some()).count();
        labelled(&block.text).is_some_and(|(_, said)| beside > 1 || answers(said))
    };
    let fits = |block: &&Block| {
        let words = block.text.split_whitespace().count();
        let titled =
            cues(&block.text).iter().filter(|(cue, _)| *cue == Cue::Title).map(|(_, long)| *long).sum::<usize>();
        let about = labelled(&block.text)
            .is_some_and(|(name, _)| [Cue::Place, Cue::Deadline, Cue::Organisation].iter().any(|cue| says(name, *cue)));
        let calls = block.text.ends_with(['.', ':', '!', '?']);
        let plain = !calls && !about && !listed(block) && sought(&block.text).is_none();
        let item = block.kind == BlockKind::Item || block.text.ends_with(';');
        let recruits = named_beside(&block.text).is_some();
        words <= MOST_WORDS && plain && !item && titled < words && !is_section(block) && !recruits
    };
    let first = blocks.iter().take(12).find_map(whole);
    let plain =
        |block: &Block| Some(block).filter(|block| block.cells.is_empty()).filter(fits).map(|block| block.text.clone());
    let line = || blocks.iter().take(4).find_map(|block| plain(block).or_else(|| sought_post(&block.text)));
    // "Offre d'emploi" stands above it.
    let named = |at: usize| {
        let words = blocks[at].text.split_whitespace().count();
        let titled = cues(&blocks[at].text).iter().any(|(cue, long)| *cue == Cue::Title && *long >= words);
        titled && announces(&blocks[at].text).is_none()
    };
    let below = || {
        let at = (0..blocks.len().min(4)).find(|at| named(*at))?;
        blocks.get(at + 1).and_then(plain)
    };
    let beside = || blocks.iter().take(4).find_map(|block| named_beside(&block.text)).map(str::to_owned);
    let found = first.or_else(below).or_else(line).or_else(beside)?;
    let found = found.trim().trim_end_matches(':').trim();
    (!found.is_empty()).then(|| found.to_owned())
}

/// Who is named before words that only say what the text is, and is no post: "Example Aid – job advert".
fn named_beside(text: &str) -> Option<&str> {
    const MARKS: [&str; 5] = [" – ", " — ", " - ", " | ", " · "];
    let (name, said) = MARKS.iter().find_map(|mark| text.rsplit_once(mark))?;
    let only_says = || {
        let titled = cues(said).iter().filter(|(cue, _)| *cue == Cue::Title).map(|(_, long)| *long).max();
        titled.is_some_and(|long| long >= said.split_whitespace().count())
    };
    let lexed = Lexed::of_text(name.into(), &Lexicon::default(), Sections::of(&[], &[Section::Roles]));
    let post = || (0..lexed.len()).any(|at| lexed.senses(at).contains(&Sense::Role));
    (!name.is_empty() && only_says() && !post()).then(|| name.trim())
}

/// Whether a text only answers a question: "Remote position: No".
fn answers(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Answers]));
    lexed.len() == 1 && lexed.senses(0).iter().any(|sense| matches!(sense, Sense::Answer(_)))
}

fn is_section(block: &Block) -> bool {
    let words = block.text.split_whitespace().count();
    block.kind == BlockKind::Heading && announces(&block.text).is_some() && words < 5
}

/// Who recruits: what a line says, what the heading "About ..." names, else who "is looking for".
pub(super) fn organisation(blocks: &[Block]) -> Option<String> {
    let lined = blocks.iter().take(20).find_map(|block| {
        let cells = (block.cells.len() == 2).then(|| (block.cells[0].as_str(), block.cells[1].as_str()));
        let (name, said) = cells.or_else(|| labelled(&block.text))?;
        let named = says(name, Cue::Organisation) && name.split_whitespace().count() < 4;
        (named && said.split_whitespace().count() < 12).then(|| said.trim_end_matches('.').to_owned())
    });
    let about = || {
        blocks.iter().filter(|block| block.kind == BlockKind::Heading).find_map(|block| named_in_heading(&block.text))
    };
    // A heading that says what stands below it, such as "Profil recherché", is looking for nobody.
    let tells = |block: &&Block| block.kind != BlockKind::Heading || announces(&block.text).is_none();
    let who = || blocks.iter().take(6).filter(tells).find_map(|block| recruiter(&block.text));
    let beside = || blocks.iter().take(4).find_map(|block| named_beside(&block.text)).map(str::to_owned);
    let placed = || blocks.iter().skip(1).take(3).find_map(|block| named_with_a_place(&block.text)).map(str::to_owned);
    lined.or_else(about).or_else(who).or_else(beside).or_else(placed)
}

/// A line below the title that names somebody and where they are: "Example Aid · London, hybrid".
fn named_with_a_place(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 8;
    let (at, mark) = [" · ", " | ", " – ", " — ", ", "].into_iter().find_map(|mark| Some((text.find(mark)?, mark)))?;
    let (name, rest) = (&text[..at], &text[at + mark.len()..]);
    let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= MOST_WORDS;
    (named && !name.contains(['.', ':']) && zone_in(rest).is_some() && rest.split_whitespace().count() <= 12)
        .then_some(name)
}

/// "About Example Aid", "À PROPOS DE L'EXEMPLE".
fn named_in_heading(text: &str) -> Option<String> {
    const BEFORE: [&str; 9] = [
        "about the ",
        "about ",
        "à propos de l'",
        "a propos de l'",
        "à propos de la ",
        "a propos de la ",
        "à propos de ",
        "a propos de ",
        "à propos d'",
    ];
    let plain = text.replace('’', "'");
    let lower = plain.to_lowercase();
    let rest = BEFORE.iter().find_map(|before| lower.strip_prefix(before).map(|rest| plain.len() - rest.len()))?;
    let name = plain.get(rest..)?.trim().trim_end_matches([':', '?', ' ']);
    // "About the Trust" names none.
    let common = lower.starts_with("about the ") && !name.contains(' ') && name.chars().skip(1).any(char::is_lowercase);
    let cued = announces(text).is_some_and(|cue| cue != Cue::About);
    let vague = ["us", "you", "nous", "vous"].contains(&name.to_lowercase().as_str())
        || cued
        || common
        || !name.starts_with(char::is_uppercase);
    (!vague && !name.is_empty() && name.split_whitespace().count() < 10).then(|| name.to_owned())
}

/// A sentence in which somebody "is looking for" somebody: what stands before that, and after it.
fn sought(text: &str) -> Option<(&str, &str)> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let at = (0..lexed.len()).find(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Recruits)))?;
    let span = lexed.span(at, at + 1);
    let before = text.get(..span.start)?.rsplit(['.', '!', '\n']).next()?;
    // "Assistante de recherche" is looking for nobody.
    const NOUN_AFTER: [&str; 8] = ["de", "la", "en", "à", "du", "une", "the", "a"];
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    if NOUN_AFTER.contains(&last.as_str()) {
        return None;
    }
    Some((before.trim(), text.get(span.end..)?.trim()))
}

/// Who stands before "is looking for": from the first word on that is written as a name.
fn recruiter(text: &str) -> Option<String> {
    const NOBODY: [&str; 6] = ["we", "nous", "elle", "il", "on", "who"];
    const LEADS: [&str; 18] = [
        "en", "dans", "pour", "afin", "avec", "au", "aux", "depuis", "suite", "ainsi", "in", "for", "with", "as", "to",
        "within", "under", "since",
    ];
    const ARTICLES: [&str; 6] = ["L'", "L’", "La ", "Le ", "Les ", "The "];
    let (before, _) = sought(text)?;
    // "En effet, Example Aid ...": what a preposition leads names nobody.
    let named = |passage: &&str| {
        let first = first_word(passage);
        !first.is_empty() && !LEADS.contains(&first.as_str())
    };
    let subject = before.split([',', '(', '–']).find(named)?.trim();
    let name = ARTICLES.iter().find_map(|article| subject.strip_prefix(article)).unwrap_or(subject);
    let starts =
        |(at, c): (usize, char)| (c.is_uppercase() && !name[..at].ends_with(char::is_alphanumeric)).then_some(at);
    let name = name.get(name.char_indices().find_map(starts)?..)?;
    let first = name.split([' ', '\'', '’']).next()?.to_lowercase();
    let fits = name.split_whitespace().count() < 9 && !NOBODY.contains(&first.as_str());
    fits.then(|| name.to_owned())
}

/// What stands after "is looking for": "an archivist".
fn sought_post(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 18;
    let (_, after) = sought(text)?;
    // "un(e) Coordinateur(rice)": brackets within a word are its other gender.
    let aside = after.find(" (").unwrap_or(after.len());
    let end = after.find(". ").into_iter().chain(after.find([',', ';'])).chain([aside]).min().unwrap_or(after.len());
    let post = after.get(..end)?.trim().trim_end_matches('.');
    let fits = (2..=MOST_WORDS).contains(&post.split_whitespace().count());
    let article = ["un", "une", "a ", "an ", "notre", "our", "sa ", "son ", "its ", "their "]
        .iter()
        .any(|article| post.to_lowercase().starts_with(article));
    // "Un poste de" goes on in the next line.
    let whole = !post.ends_with(" de") && !post.ends_with(" of");
    (fits && article && whole).then(|| post.to_owned())
}

/// The last day on which an application counts.
pub(super) fn deadline(passages: &[Passage]) -> Option<Deadline> {
    let french = is_french(passages);
    let order = french.then_some(DateOrder::DayMonthYear);
    let mut best: Option<(u32, Deadline)> = None;
    for passage in passages {
        let named = passage.label.as_deref().is_some_and(|label| says(label, Cue::Deadline));
        let applies = passage.section == Some(Cue::Apply) || is_sent(&passage.text);
        for one in whole_sentences(&passage.text) {
            let strong = named || says(one, Cue::Deadline);
            // What begins on a day does not end on it, and what happens on one ends nothing.
            let ends = says_edge(one, is_end) || is_sent(one) && !says_edge(one, is_beginning);
            let rank = u32::from(strong) + u32::from(applies);
            if (strong || applies && ends)
                && best.as_ref().is_none_or(|(known, _)| *known < rank)
                && let Some(day) = day_in(one, order)
            {
                best = Some((rank, Deadline { day, quote: one.trim().to_owned(), hour: hour(one) }));
            }
        }
    }
    best.map(|(_, deadline)| deadline)
}

/// The first sentence of a text that says something; all of it where none does by itself.
fn sentence(text: &str, says: impl Fn(&str) -> bool) -> String {
    whole_sentences(text).into_iter().find(|one| says(one)).unwrap_or(text).trim().to_owned()
}

/// The hour within a day that a sentence names, in its own words.
fn hour(text: &str) -> Option<String> {
    const LAST_MINUTE: u32 = 86_340;
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), date::SECTIONS);
    (0..lexed.len()).find_map(|at| {
        let mut cursor = lexed.cursor();
        cursor.at = at;
        let time = clock::time(&mut cursor).filter(|time| time.last > 0 && time.last < LAST_MINUTE)?;
        (time.first > 0).then(|| text.get(lexed.span(at, cursor.at)).unwrap_or_default().to_owned())
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

/// Whether a posting is in French: which language its small words are of.
fn is_french(passages: &[Passage]) -> bool {
    let count = |words: &[&str]| -> usize {
        let all = passages.iter().flat_map(|passage| passage.text.split_whitespace());
        all.filter(|word| words.contains(&word.to_lowercase().as_str())).count()
    };
    count(&["le", "la", "les", "des", "et", "du", "une", "dans"])
        > count(&["the", "and", "of", "to", "with", "for", "in"])
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
            let range = date::read(passage, &formats, Tz::UTC, NaiveDate::default()).reading().hull();
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

/// The time zone of the place: that which a line says is the place, else the first that is named.
pub(super) fn zone(blocks: &[Block]) -> Option<(Tz, String)> {
    let placed = blocks.iter().filter(|block| says(&block.text, Cue::Place)).find_map(|block| zone_in(&block.text));
    placed.or_else(|| blocks.iter().find_map(|block| zone_in(&block.text)))
}

fn zone_in(text: &str) -> Option<(Tz, String)> {
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
