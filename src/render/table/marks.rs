//! The marks of the table: what stands over them, and how they stand beside each other.

use unicode_width::UnicodeWidthStr;

use super::super::text::{Pieces, Terminal, Tone};
use crate::catalogue::{Lang, Say, render as words, spaced};
use crate::head;
use crate::mark::Mark;
use crate::score::Need;
use crate::view::Heading;

/// How marks stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// Each under a short name, so far apart; the words of the names are so wide at most, else abbreviated.
    Named { gap: usize, widest: usize },
    /// Each under its number.
    Spaced,
    /// In fives, under numbers that stand upright.
    Fives,
    /// Without any space.
    Tight,
}

/// The most lines that a name has; it is as wide as its longest word, and up to so wide where it has fewer lines for it.
const TALLEST: usize = 3;
const WIDENED: usize = 12;

/// What marks are called together.
pub(super) fn title(need: Need, lang: Lang) -> String {
    match need {
        Need::Required => words::required(),
        Need::Asset => words::assets(),
    }
    .say(lang)
}

/// The tone of a mark.
pub(super) const fn tone(mark: Mark, need: Need) -> Tone {
    match (mark, need) {
        (Mark::Met, _) => Tone::Good,
        (Mark::Share(1..), _) => Tone::Part,
        (Mark::Unknown, _) => Tone::Open,
        (Mark::NotMet, Need::Required) => Tone::Bad,
        (Mark::NotMet, Need::Asset) | (Mark::Skipped | Mark::Share(0), _) => Tone::Dim,
    }
}

/// The sign of a mark. One that a person decided is underlined: by the terminal where there is colour, else by a line below
/// it; where only ASCII is shown, it is a letter.
pub(super) fn sign(mark: Mark, by_hand: bool, terminal: Terminal) -> String {
    const LINE: char = '\u{332}';
    let sign = mark.sign(terminal.unicode);
    match (by_hand && !terminal.colour, terminal.unicode) {
        (false, _) => sign.to_string(),
        (true, true) => [sign, LINE].iter().collect(),
        (true, false) => match mark {
            Mark::Met => 'M',
            Mark::NotMet => 'N',
            Mark::Unknown => 'U',
            Mark::Share(share) => char::from(b'a' + share.min(4)),
            Mark::Skipped => sign,
        }
        .to_string(),
    }
}

/// A word that is no wider than that: its first letters and a full stop where it is. No vowel comes before the stop.
fn abbreviated(word: &str, widest: usize) -> String {
    if word.width() <= widest {
        return word.to_owned();
    }
    // "(nat.)"
    let bracket = word.chars().next_back().filter(|c| matches!(c, ')' | ']'));
    let mut start = word.to_owned();
    while start.width() + 1 + usize::from(bracket.is_some()) > widest {
        start.pop();
    }
    let plain = start.trim_end_matches(|c: char| !c.is_alphanumeric() || "aeiouyéèêàâîïôùûœæ".contains(c));
    if plain.chars().count() > 2 {
        start.truncate(plain.len());
    }
    start.push('.');
    start.extend(bracket);
    start
}

/// The words of a name; a hyphen ends one, and words that are run together are taken apart where they are too wide.
fn name_words(name: &str, widest: usize) -> Vec<(&'static str, String)> {
    let mut words = Vec::new();
    for word in spaced::words(name) {
        let spelled = if word.width() > widest { head::spelled(&word) } else { word };
        for (nth, part) in spelled.split_inclusive('-').enumerate() {
            let joint = if nth == 0 { " " } else { "" };
            let parts = if part.width() > widest { part.split(' ').collect() } else { vec![part] };
            let joints = std::iter::once(joint).chain(std::iter::repeat(" "));
            words.extend(joints.zip(parts).map(|(joint, part)| (joint, abbreviated(part, widest))));
        }
    }
    words
}

/// The lines of a name, as narrow as its longest word, or so wide that they are not too many.
fn name_lines(name: &str, widest: usize) -> Vec<String> {
    let words = name_words(name, widest);
    let longest = words.iter().map(|(_, word)| word.width()).max().unwrap_or(0).max(4);
    let lines_of = |width: usize| {
        let mut lines: Vec<String> = Vec::new();
        for (joint, word) in &words {
            match lines.last_mut() {
                Some(line) if line.width() + joint.len() + word.width() <= width => {
                    line.push_str(joint);
                    line.push_str(word);
                }
                _ => lines.push(word.clone()),
            }
        }
        lines
    };
    let widened = longest.max(widest.min(WIDENED));
    let fits = (longest..=widened).map(lines_of).find(|lines| lines.len() <= TALLEST);
    fits.unwrap_or_else(|| {
        let mut lines = lines_of(widened);
        lines.truncate(TALLEST);
        if let Some(last) = lines.last_mut() {
            while last.width() >= widened
                && let Some((before, _)) = last.rsplit_once(' ')
            {
                last.truncate(before.len());
            }
            if last.width() < widened {
                last.push('…');
            }
        }
        lines
    })
}

/// What stands over marks, and how wide each of them is where names do: their need, then their names or their numbers.
pub(super) fn head(
    need: Need,
    criteria: &[usize],
    from: usize,
    grouping: Grouping,
    heading: &Heading,
) -> (Vec<String>, Vec<usize>) {
    let Grouping::Named { gap, widest } = grouping else {
        return (numbers(need, criteria.len(), from, grouping, heading.lang), Vec::new());
    };
    let names = criteria.iter().filter_map(|at| heading.criteria.get(*at));
    let names: Vec<Vec<String>> = names.map(|one| name_lines(&super::safe::terminal(&one.short), widest)).collect();
    let widths: Vec<usize> =
        names.iter().map(|lines| lines.iter().map(|line| line.width()).max().unwrap_or(0).max(1) + gap).collect();
    let tall = names.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = vec![title(need, heading.lang)];
    for nth in 0..tall {
        let mut line = String::new();
        for (name, width) in names.iter().zip(&widths) {
            // Names stand on the rule, whatever their height.
            let part = (nth + name.len()).checked_sub(tall).and_then(|at| name.get(at)).map_or("", String::as_str);
            line.push_str(part);
            line.push_str(&" ".repeat(width.saturating_sub(part.width())));
        }
        lines.push(line.trim_end().to_owned());
    }
    (lines, widths)
}

/// Numbers stand upright where marks stand close.
fn numbers(need: Need, count: usize, from: usize, grouping: Grouping, lang: Lang) -> Vec<String> {
    let numbers: Vec<String> = (from..from + count).map(|number| number.to_string()).collect();
    let title = title(need, lang);
    if grouping == Grouping::Spaced {
        return vec![title, numbers.join(" ")];
    }
    let digits = numbers.last().map_or(1, String::len);
    let mut lines = vec![String::new(); digits];
    for (at, number) in numbers.iter().enumerate() {
        for (line, digit) in lines.iter_mut().zip(format!("{number:>digits$}").chars()) {
            if grouping == Grouping::Fives && at > 0 && at % 5 == 0 {
                line.push(' ');
            }
            line.push(digit);
        }
    }
    lines.insert(0, title);
    lines
}

/// Adds marks as they stand under their heads; `widths` where names are these.
pub(super) fn push(
    pieces: &mut Pieces,
    marks: &[(Mark, bool)],
    need: Need,
    from: usize,
    (grouping, widths): (Grouping, &[usize]),
    terminal: Terminal,
) {
    for (at, (mark, by_hand)) in marks.iter().enumerate() {
        let gap = match grouping {
            Grouping::Named { .. } if at == 0 => 0,
            Grouping::Named { .. } => widths.get(at - 1).map_or(1, |width| width - 1),
            // Under the last digit of its number.
            Grouping::Spaced => (from + at).to_string().len() - usize::from(at == 0),
            Grouping::Fives => usize::from(at > 0 && at % 5 == 0),
            Grouping::Tight => 0,
        };
        pieces.push(" ".repeat(gap), Tone::Plain);
        let tone = tone(*mark, need);
        pieces.push(sign(*mark, *by_hand, terminal), if *by_hand { tone.by_hand() } else { tone });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_broken_between_words() {
        for (name, widest, lines) in [
            ("CV", 18, &["CV"] as &[&str]),
            ("Degree", 18, &["Degree"]),
            ("hrd-experience", 18, &["hrd-", "experience"]),
            ("a b c d e f g", 18, &["a b c", "d e f", "g"]),
            ("Incommensurabilité de tout", 12, &["Incommensur.", "de tout"]),
            ("Right to work", 18, &["Right", "to", "work"]),
            ("Confidentiality", 18, &["Confidentiality"]),
            ("Post-grad.", 18, &["Post-", "grad."]),
            ("… gestion de projet ?", 18, &["… gestion", "de", "projet ?"]),
            ("Upload your cover letter", 18, &["Upload", "your cover", "letter"]),
            ("Years of professional", 8, &["Years of", "profess."]),
            ("Confidentiality", 8, &["Confid."]),
            ("YearsExperience", 12, &["Years", "Experience"]),
            ("Languages (native)", 7, &["Lang.", "(nat.)"]),
            ("… dans le secteur des droits", 7, &["… dans", "le", "secteur"]),
            ("one of a great many words here", 6, &["one of", "a", "great…"]),
        ] {
            assert_eq!(name_lines(name, widest), lines, "{name} {widest}");
        }
    }
}
