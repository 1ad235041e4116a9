//! The lines of a posting put together to headings, items of lists, rows of tables and paragraphs.

use super::cues::{is_joint, says};
use super::signs::{
    after_bullet, after_hashes, after_own_sign, begins_anew_after, bold, is_drawn, lone_mark, own_sign, with_rules,
    without_bold,
};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    Item,
    Prose,
}

/// A heading, an item, a paragraph or the row of a table.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub kind: BlockKind,
    /// Its words; line breaks within it are single spaces.
    pub text: String,
    /// The cells of a row; none of what is no table.
    pub cells: Vec<String>,
    /// What makes a heading of it.
    pub form: HeadingForm,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// How far its first line is set in.
    pub indent: usize,
    /// Whether its number begins anew after another list: "i." after "viii.".
    pub anew: bool,
}

/// By what form a line is a heading: those of one form stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingForm {
    /// By its place alone.
    Plain,
    /// In capitals.
    Capitals,
    /// Marked as one, so many levels down.
    Marked(usize),
    /// Numbered, so many levels down.
    Numbered(usize),
}

impl HeadingForm {
    /// Whether a heading of this form ends what one of another form opened.
    pub(super) fn is_beside(self, opened: Self) -> bool {
        match (self, opened) {
            (Self::Marked(own), Self::Marked(above)) | (Self::Numbered(own), Self::Numbered(above)) => own <= above,
            (Self::Capitals, Self::Capitals) => true,
            _ => false,
        }
    }
}

/// A line with what its form tells.
struct FormedLine<'a> {
    text: &'a str,
    /// It begins an item.
    bullet: bool,
    /// It is marked as a heading.
    marked: bool,
    /// How many levels down its mark or number is; none of what has neither.
    depth: usize,
    /// It begins with a number.
    numbered: bool,
    /// A small picture stands before it.
    drawn: bool,
    /// Its number begins anew after another list.
    anew: bool,
    /// It belongs to a mark or number that stood on a line of its own.
    below_mark: bool,
    /// A blank line stands before it.
    gap: bool,
    indent: usize,
}

/// What postings ask to be sent.
const PAPERS: [Cue; 6] = [Cue::Cv, Cue::Letter, Cue::References, Cue::Diplomas, Cue::Sample, Cue::Portfolio];

/// A posting longer than this is cut: no posting is.
const LONGEST: usize = 200_000;

/// The blocks of a posting.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let lines = lines(&text[..end]);
    let longest = lines.iter().map(|line| line.text.chars().count()).max().unwrap_or(0);
    // Where lines are broken by hand, none is longer than a page is wide, and several are nearly as long.
    let full = lines.iter().filter(|line| line.text.chars().count() * 5 >= longest * 4).count();
    let broken = lines.iter().any(|line| !line.gap && !line.bullet && line.text.starts_with(char::is_lowercase));
    let wrap = (broken && (longest <= 110 || longest <= 150 && full > 2)).then_some(longest);
    let mut blocks: Vec<Block> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let cells = cells(line.text);
        if cells.len() > 1 {
            blocks.push(Block {
                kind: BlockKind::Item,
                text: line.text.to_owned(),
                cells,
                form: HeadingForm::Plain,
                gap: line.gap,
                indent: line.indent,
                anew: false,
            });
            continue;
        }
        let before = at.checked_sub(1).map(|at| &lines[at]);
        let goes_on = before.is_some_and(|before| goes_on(before, line, wrap));
        if let Some(last) =
            blocks.last_mut().filter(|last| goes_on && last.kind != BlockKind::Heading && last.cells.is_empty())
        {
            last.text.push(' ');
            last.text.push_str(&without_bold(line.text));
            continue;
        }
        let after = lines.get(at + 1);
        let kind = if is_heading(before, line, after, wrap) || is_numbered_heading(before, line, after) {
            BlockKind::Heading
        } else if line.bullet {
            BlockKind::Item
        } else {
            BlockKind::Prose
        };
        let (form, gap, indent, anew) = (line.form(), line.gap, line.indent, line.anew);
        blocks.push(Block { kind, text: without_bold(line.text), cells: Vec::new(), form, gap, indent, anew });
    }
    blocks
}

impl FormedLine<'_> {
    /// Whether what it says ends with it.
    fn ends(&self) -> bool {
        self.text.ends_with(['.', '!', '?', ':', ';'])
    }

    fn form(&self) -> HeadingForm {
        match self {
            Self { marked: true, depth, .. } => HeadingForm::Marked(*depth),
            Self { numbered: true, depth, .. } => HeadingForm::Numbered(*depth),
            _ if shouts(self.text) => HeadingForm::Capitals,
            _ => HeadingForm::Plain,
        }
    }
}

fn lines(text: &str) -> Vec<FormedLine<'_>> {
    let mut lines: Vec<FormedLine<'_>> = Vec::new();
    let mut gap = true;
    // A mark or number that stands on a line of its own, and how many levels down it is.
    let mut mark: Option<usize> = None;
    // The last number of an item.
    let mut last: Option<String> = None;
    let mut anew = false;
    let own = own_sign(text);
    for (raw, rule) in with_rules(text) {
        let trimmed = raw.trim();
        if trimmed.is_empty() || rule {
            if rule && let Some(last) = lines.last_mut().filter(|_| !gap && !trimmed.contains('|')) {
                last.marked |= last.text.chars().count() < 80;
            }
            gap = true;
            continue;
        }
        if let Some(depth) = lone_mark(trimmed) {
            anew = begins_anew_after(trimmed, &mut last);
            mark = Some(depth);
            continue;
        }
        let indent = raw.len() - raw.trim_start().len();
        let (mut depth, text) = after_hashes(trimmed);
        let mut marked = text.len() < trimmed.len();
        let (mut bullet, mut numbered, mut rest) = (false, false, text);
        if let Some((number, after)) = after_bullet(text).or_else(|| after_own_sign(text, own?)) {
            (bullet, numbered, rest) = (true, number > 0, after);
            anew = begins_anew_after(&text[..text.len() - after.len()], &mut last);
            depth = if marked { depth } else { number };
        }
        let drawn = bullet && text.starts_with(is_drawn);
        let begins = mark.take().filter(|_| !bullet && !marked);
        let goes_on = !gap && !bullet && !marked && lines.last().is_some_and(|last| last.below_mark && !last.ends());
        if let Some(number) = begins {
            (bullet, numbered, depth) = (true, number > 0, number);
        }
        let below_mark = begins.is_some() || goes_on;
        if let Some(inner) = bold(rest) {
            (marked, rest) = (!inner.contains("**"), inner);
        }
        lines.push(FormedLine {
            text: rest.trim(),
            bullet: bullet && !marked,
            marked,
            depth,
            numbered,
            drawn,
            anew: std::mem::take(&mut anew),
            below_mark,
            gap,
            indent,
        });
        gap = false;
    }
    lines.retain(|line| !line.text.is_empty());
    mark_items(&mut lines);
    mark_papers(&mut lines);
    lines
}

/// Papers without a mark: a few short lines right below one that asks for them, "Your application must include:".
fn mark_papers(lines: &mut [FormedLine<'_>]) {
    const FEWEST: usize = 2;
    const MOST_WORDS: usize = 12;
    const LONGEST: usize = 60;
    let short = |text: &str| text.chars().count() <= LONGEST && text.split_whitespace().count() <= MOST_WORDS;
    let paper = |line: &FormedLine<'_>| {
        let plain = !line.bullet && !line.marked && !line.text.ends_with([':', '?', '!']);
        plain && short(line.text) && !line.text.contains(['@', '/']) && !shouts(line.text)
    };
    for at in 0..lines.len() {
        if !lines[at].text.ends_with(':') || lines[at].bullet || !says(lines[at].text, Cue::Send) {
            continue;
        }
        let run =
            lines[at + 1..].iter().enumerate().take_while(|(number, line)| (*number == 0 || !line.gap) && paper(line));
        let run = run.count();
        let below = &mut lines[at + 1..][..run];
        if run >= FEWEST && below.iter().any(|line| PAPERS.iter().any(|cue| says(line.text, *cue))) {
            below.iter_mut().for_each(|line| line.bullet = true);
        }
    }
}

/// Items without a mark: lines below one that leads to them, each with a semicolon at its end, and the one after these.
fn mark_items(lines: &mut [FormedLine<'_>]) {
    const FEWEST: usize = 2;
    let plain = |line: &FormedLine<'_>| !line.bullet && !line.marked;
    for at in 0..lines.len() {
        let below = &lines[at + 1..];
        let run = below.iter().take_while(|line| plain(line) && line.text.ends_with(';')).count();
        if !lines[at].text.ends_with(':') || run < FEWEST {
            continue;
        }
        let last = below.get(run).is_some_and(|line| plain(line) && !line.gap && line.text.ends_with('.'));
        lines[at + 1..][..run + usize::from(last)].iter_mut().for_each(|line| line.bullet = true);
    }
}

/// The cells of a row of a table.
fn cells(line: &str) -> Vec<String> {
    let parts: Vec<&str> = if line.contains('\t') {
        line.split('\t').collect()
    } else if line.starts_with('|') || line.matches(" | ").count() > 0 {
        line.trim_matches('|').split('|').collect()
    } else {
        line.split("   ").collect()
    };
    let cells: Vec<String> = parts.iter().map(|part| part.trim().to_owned()).collect();
    if cells.iter().filter(|cell| !cell.is_empty()).count() > 1 { cells } else { Vec::new() }
}

/// Whether a line goes on with what the line before it says.
fn goes_on(before: &FormedLine<'_>, line: &FormedLine<'_>, wrap: Option<usize>) -> bool {
    if line.gap || line.bullet || line.marked || before.marked {
        return false;
    }
    if line.below_mark {
        return true;
    }
    let first = line.text.split_whitespace().next().unwrap_or_default();
    // "place: remote" below "post: archivist"
    let named = |text: &str| labelled(text).is_some_and(|(name, _)| !name.contains(char::is_whitespace));
    if named(before.text) && named(line.text) {
        return false;
    }
    if first.starts_with(char::is_lowercase) {
        return true;
    }
    // "- Tools like a rake," / "Spade and" / "Shears."
    let last = before.text.split_whitespace().next_back().unwrap_or_default();
    if before.bullet && last.ends_with(',') || is_joint(last, &[Joint::And, Joint::Or]) {
        return true;
    }
    let ended = before.ends();
    if line.text.ends_with(':') || shouts(line.text) || ended && labelled(line.text).is_some() {
        return false;
    }
    // "... existing products." / "Desired skills"
    if ended && line.text.split_whitespace().count() <= 4 && says_heading(line.text) {
        return false;
    }
    if before.bullet && breaks_off(before.text) && !says_heading(line.text) {
        return true;
    }
    // The next word did not fit.
    let full = |wrap: usize| before.indent + before.text.chars().count() + 1 + first.chars().count() > wrap;
    let hanging = before.bullet && line.indent > before.indent;
    wrap.is_some_and(|wrap| wrap > 50 && full(wrap)) && (!ended || !before.bullet || hanging)
}

/// Whether a word or two begin a sentence after the first that does not end: "You write in English. Level".
fn breaks_off(text: &str) -> bool {
    const ABBREVIATED: usize = 4;
    let Some((before, rest)) = text.rsplit_once(". ") else { return false };
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !text.ends_with(['.', '!', '?', ';', ':'])
        && word.chars().count() > ABBREVIATED
        && rest.starts_with(char::is_uppercase)
        && rest.split_whitespace().count() < 3
}

/// Whether a line is a heading, by its form and what it says.
fn is_heading(
    before: Option<&FormedLine<'_>>,
    line: &FormedLine<'_>,
    after: Option<&FormedLine<'_>>,
    wrap: Option<usize>,
) -> bool {
    const MOST_WORDS: usize = 14;
    const LONGEST_LEAD: usize = 60;
    let bare = line.text.trim_end_matches([':', '?', '!', '…', ' ', '\u{a0}', '\u{202f}']);
    // What a heading adds in brackets at its end is no part of it.
    let bare = bare.split_once('(').filter(|(_, aside)| aside.ends_with(')')).map_or(bare, |(name, _)| name.trim_end());
    let words = bare.split_whitespace().count();
    // "Our offer!"
    let calls = line.text.ends_with('!') && !(words <= 5 && line.gap && says_heading(bare));
    // What leads to a list may be a whole sentence.
    let lead = line.text.ends_with(':') && !line.bullet && after.is_some_and(|after| after.bullet);
    if words > if lead { LONGEST_LEAD } else { MOST_WORDS } || calls || line.text.ends_with(['.', ';', ',']) {
        return false;
    }
    if line.marked {
        return true;
    }
    let shouts = shouts(bare);
    let ends = line.text.ends_with(':') && !bare.contains(':');
    if line.bullet {
        // A small picture adorns a heading as well as an item.
        let apart = after.is_some_and(|after| after.gap || after.bullet && !after.drawn);
        let adorned = line.drawn && line.gap && apart && words <= 8;
        return (ends || shouts) && says_heading(bare) || adorned && !bare.contains(':');
    }
    let lists = after.is_some_and(|after| after.bullet);
    if shouts || ends || line.gap && line.text.ends_with('?') && (words <= 8 || lists) {
        return true;
    }
    let close = before.is_some_and(|before| !before.gap);
    if line.gap && !bare.contains(':') && after.is_some_and(|after| leads_to(words, after, close)) {
        return true;
    }
    // No other word than those of headings, or few others after what is at its end, even where no line is blank.
    let opens = after.is_some_and(|after| after.bullet || !after.text.starts_with(char::is_lowercase));
    let ended = before.is_some_and(|before| before.ends() || before.bullet || says_heading(before.text));
    // Right below what has ended, even where items begin with small letters.
    let closed = before.is_some_and(FormedLine::ends);
    match said(bare) {
        HeadingWords::All if words <= 4 && (opens || closed) && begins_anew(line) => return true,
        HeadingWords::Most if words <= 6 && opens && ended && begins_anew(line) && !bare.contains(':') => return true,
        _ => {}
    }
    // A short line alone that says what stands below it.
    let alone = line.gap || after.is_some_and(|after| after.gap || after.bullet || !cells(after.text).is_empty());
    // A list often begins its items with small letters.
    let own = |after: &FormedLine<'_>| after.bullet || !after.text.starts_with(char::is_lowercase);
    let opens = after.is_some_and(own) || wrap.is_none();
    alone && opens && words <= 9 && !bare.contains(": ") && says_heading(bare)
}

/// Whether a few words stand above what they lead to, which is the next line, below lines that are `close` together.
fn leads_to(words: usize, next: &FormedLine<'_>, close: bool) -> bool {
    // A few words above a list, or more right above it.
    let list = next.bullet && !(next.drawn && next.gap);
    let few = words <= 8;
    // A word or two right above what has a name of its own.
    let right = !next.gap && !next.bullet;
    let named = words <= 3 && labelled(next.text).is_some();
    // A few words right above a sentence.
    let whole = next.text.ends_with('.') && next.text.split_whitespace().count() > 5;
    let sentence = words <= 4 && whole && begins_anew(next);
    let apart = close && next.gap && !next.bullet && sentence;
    list && (few || !next.gap) || right && (named || sentence) || apart
}

/// Whether a numbered line is a heading: it stands among no others of its level, above what is not its own next line.
fn is_numbered_heading(before: Option<&FormedLine<'_>>, line: &FormedLine<'_>, after: Option<&FormedLine<'_>>) -> bool {
    const MOST_WORDS: usize = 9;
    let beside = |other: Option<&FormedLine<'_>>| {
        other.is_some_and(|other| other.numbered && other.depth == line.depth && !line.marked)
    };
    let Some(next) = after else { return false };
    let own = !next.gap && !next.bullet && (next.text.starts_with(char::is_lowercase) || next.indent > line.indent);
    line.numbered
        && (line.gap || next.bullet)
        && line.text.split_whitespace().count() <= MOST_WORDS
        && !line.text.ends_with(['.', '!', ';', ','])
        && !(own || beside(before) || beside(after))
}

fn begins_anew(line: &FormedLine<'_>) -> bool {
    !line.text.starts_with(char::is_lowercase)
}

/// Whether a line is in capitals.
fn shouts(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 3 && !text.chars().any(char::is_lowercase)
}

/// How many of the words of a line are those of headings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeadingWords {
    All,
    /// Half of them and more.
    Most,
    /// One or a few.
    Few,
    None,
}

/// Whether half of the words of a line are those of headings.
pub(super) fn says_heading(text: &str) -> bool {
    matches!(said(text), HeadingWords::All | HeadingWords::Most)
}

fn said(text: &str) -> HeadingWords {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Headings]));
    let is_cue = |at: &usize| lexed.senses(*at).iter().any(|sense| matches!(sense, Sense::Cue(_)));
    let size = |at: usize| lexed.tokens_of(at).len();
    let all: usize = (0..lexed.len()).map(size).sum();
    let said: usize = (0..lexed.len()).filter(is_cue).map(size).sum();
    match said {
        said if said >= all => HeadingWords::All,
        said if said * 2 >= all => HeadingWords::Most,
        0 => HeadingWords::None,
        _ => HeadingWords::Few,
    }
}

/// A text in which a few words stand before a colon: those, and what follows.
pub(super) fn labelled(text: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 8;
    let (name, said) = text.split_once(':')?;
    let fits =
        name.split_whitespace().count() <= MOST_WORDS && !name.contains(['.', ';', ',']) && !said.trim().is_empty();
    // "https://", "10:30"
    let colon = said.starts_with(char::is_whitespace) || name.ends_with(char::is_whitespace);
    // "**Languages:** English"
    let (name, said) = (name.trim_matches(['*', '_', ' ']), said.trim_start_matches(['*', '_', ' ']));
    (fits && colon && !name.is_empty()).then(|| (name.trim(), said.trim()))
}
