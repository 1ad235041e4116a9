//! The marks of the table: what stands over them, and how they stand beside each other.

use unicode_width::UnicodeWidthStr;

use super::super::text::{Pieces, Terminal, Tone, cut, wrap};
use crate::catalogue::{Lang, Say, render as words};
use crate::mark::Mark;
use crate::score::Need;
use crate::view::Heading;

/// How marks stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// Each under a short name, so far apart.
    Named(usize),
    /// Each under its number.
    Spaced,
    /// In fives, under numbers that stand upright.
    Fives,
    /// Without any space.
    Tight,
}

/// The widest that a line of a name is, and the most lines that one has.
const WIDEST: usize = 12;
const TALLEST: usize = 3;

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

/// The lines of a name, as narrow as its longest word; a hyphen ends a word.
fn name_lines(name: &str) -> Vec<String> {
    let name = name.replace('-', "-\u{200b}");
    let longest = name.split([' ', '\u{200b}']).map(|word| word.width()).max().unwrap_or(0);
    let width = longest.clamp(4, WIDEST);
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        for (at, part) in word.split('\u{200b}').filter(|part| !part.is_empty()).enumerate() {
            let joint = if at == 0 { " " } else { "" };
            match lines.last_mut() {
                Some(line) if line.width() + joint.len() + part.width() <= width => {
                    line.push_str(joint);
                    line.push_str(part);
                }
                _ => lines.extend(wrap(part, "", width)),
            }
        }
    }
    if lines.len() > TALLEST {
        let rest = lines.split_off(TALLEST - 1).join(" ");
        lines.push(cut(&rest, width));
    }
    lines
}

/// What stands over marks, and how wide each of them is where names do: their need, then their names or their numbers.
pub(super) fn head(
    need: Need,
    criteria: &[usize],
    from: usize,
    grouping: Grouping,
    heading: &Heading,
) -> (Vec<String>, Vec<usize>) {
    let Grouping::Named(gap) = grouping else {
        return (numbers(need, criteria.len(), from, grouping, heading.lang), Vec::new());
    };
    let names = criteria.iter().filter_map(|at| heading.criteria.get(*at));
    let names: Vec<Vec<String>> = names.map(|one| name_lines(&super::safe::terminal(&one.short))).collect();
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
    let least = if grouping == Grouping::Tight { 6 } else { title.width() };
    let width = lines[0].width().max(least);
    lines.insert(0, cut(&title, width));
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
            Grouping::Named(_) if at == 0 => 0,
            Grouping::Named(_) => widths.get(at - 1).map_or(1, |width| width - 1),
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
    fn a_name_is_as_narrow_as_its_longest_word() {
        for (name, lines) in [
            ("CV", &["CV"][..]),
            ("Degree", &["Degree"]),
            ("hrd-experience", &["hrd-", "experience"]),
            ("Letter of motivation", &["Letter of", "motivation"]),
            ("a b c d e f g", &["a b", "c d", "e f…"]),
            ("Incommensurabilité", &["Incommensura", "bilité"]),
        ] {
            assert_eq!(name_lines(name), lines, "{name}");
        }
    }
}
