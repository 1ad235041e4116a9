//! Text on a terminal: how wide it is, cut to a width, wrapped, coloured.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::catalogue::spaced;

/// What a piece of text means, for its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// A title or a head.
    Strong,
    /// Beside the point.
    Dim,
    /// Good.
    Good,
    /// Good in part.
    Part,
    /// Open.
    Open,
    /// Bad.
    Bad,
    /// As another, and decided by a person.
    ByHand(DecidedTone),
}

/// The tones that a decided verdict has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedTone {
    /// Good.
    Good,
    /// Good in part.
    Part,
    /// Open.
    Open,
    /// Bad.
    Bad,
    /// Beside the point.
    Dim,
}

impl Tone {
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().effects(Effects::BOLD),
            Self::Dim => Style::new().effects(Effects::DIMMED),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Part => AnsiColor::Cyan.on_default(),
            Self::Open => AnsiColor::Yellow.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::ByHand(tone) => {
                let tone = match tone {
                    DecidedTone::Good => Self::Good,
                    DecidedTone::Part => Self::Part,
                    DecidedTone::Open => Self::Open,
                    DecidedTone::Bad => Self::Bad,
                    DecidedTone::Dim => Self::Dim,
                };
                let style = tone.style();
                style.effects(style.get_effects().insert(Effects::UNDERLINE))
            }
        }
    }

    /// The same, decided by a person.
    #[must_use]
    pub const fn by_hand(self) -> Self {
        Self::ByHand(match self {
            Self::Good => DecidedTone::Good,
            Self::Part => DecidedTone::Part,
            Self::Open => DecidedTone::Open,
            Self::Bad => DecidedTone::Bad,
            _ => DecidedTone::Dim,
        })
    }
}

/// A text in the colours of its tone.
#[must_use]
pub fn paint(tone: Tone, text: &str) -> String {
    format!("{}{text}{}", tone.style().render(), tone.style().render_reset())
}

/// A line as pieces, each with its tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces(Vec<(String, Tone)>);

impl Pieces {
    /// One piece.
    #[must_use]
    pub fn one(text: impl Into<String>, tone: Tone) -> Self {
        Self(vec![(text.into(), tone)])
    }

    /// One more piece.
    pub fn push(&mut self, text: impl Into<String>, tone: Tone) {
        self.0.push((text.into(), tone));
    }

    /// All pieces as one text.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// The width of all pieces.
    #[must_use]
    pub fn width(&self) -> usize {
        self.text().width()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(text, _)| text.is_empty())
    }

    /// The pieces.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Tone)> {
        self.0.iter().map(|(text, tone)| (text.as_str(), *tone))
    }

    /// The pieces, cut to a width with `…` where they are wider.
    #[must_use]
    pub fn cut(self, width: usize) -> Self {
        if self.width() <= width {
            return self;
        }
        let mut left = cut(&self.text(), width).trim_end_matches('…').len();
        let mut kept = Vec::new();
        for (text, tone) in self.0 {
            if left < text.len() {
                kept.push((format!("{}…", &text[..left]), tone));
                break;
            }
            left -= text.len();
            kept.push((text, tone));
        }
        Self(kept)
    }
}

/// The text, cut with `…` where it is wider than `width`.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let mut kept = fitting(text, width - 1).to_owned();
    // A mark that joins the next character would join the ellipsis.
    while format!("{kept}…").width() > width {
        kept.pop();
    }
    let end = kept.trim_end().len();
    kept.truncate(end);
    kept.push('…');
    kept
}

/// The longest start of a text that fits a width.
fn fitting(text: &str, width: usize) -> &str {
    let mut used = 0;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > width {
            end = at;
            break;
        }
    }
    // What characters add up to and what they come to together differ by a few.
    while text[..end].width() > width {
        end = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    }
    &text[..end]
}

/// The text in lines of at most `width`, broken at spaces, or within a word that is wider than a line; `first` stands
/// before the first line, as much space before the others.
#[must_use]
pub fn wrap(text: &str, first: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(first.width().min(width / 2));
    let mut lines = Vec::new();
    let mut line = cut(first, width);
    let mut empty = true;
    for word in spaced::words(text) {
        let mut word = word.as_str();
        loop {
            let joint = if empty { "" } else { " " };
            if format!("{line}{joint}{word}").width() <= width {
                line.push_str(joint);
                line.push_str(word);
                empty = false;
                break;
            }
            if empty {
                // A line of its own is not enough for this word.
                let part = fitting(word, width.saturating_sub(line.width()));
                let part = if part.is_empty() { &word[..word.chars().next().map_or(0, char::len_utf8)] } else { part };
                line.push_str(part);
                word = &word[part.len()..];
                if word.is_empty() {
                    empty = false;
                    break;
                }
            }
            lines.push(std::mem::replace(&mut line, indent.clone()));
            empty = true;
        }
    }
    lines.push(line);
    lines
}

/// Where text for people goes, and what that can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// How many columns it has; fewer than [`Terminal::NARROWEST`] count as that.
    pub width: usize,
    /// Whether colour may be used; without it, not one escape byte is written.
    pub colour: bool,
    /// Whether it shows more than ASCII; without it, the program's own marks and lines are ASCII.
    pub unicode: bool,
}

impl Default for Terminal {
    fn default() -> Self {
        Self { width: 80, colour: false, unicode: true }
    }
}

impl Terminal {
    /// No terminal is narrower than this.
    pub const NARROWEST: usize = 20;

    /// The columns to use.
    #[must_use]
    pub fn columns(&self) -> usize {
        // The layout counts columns in 16 bits.
        self.width.clamp(Self::NARROWEST, 10_000)
    }

    /// Writes one line, without space at its end.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn line(&self, pieces: &Pieces, out: &mut dyn Write) -> io::Result<()> {
        let mut shown = pieces.text().trim_end().len();
        for (text, tone) in pieces.iter() {
            let text = &text[..text.len().min(shown)];
            shown -= text.len();
            if text.is_empty() {
                continue;
            }
            if self.colour && tone != Tone::Plain {
                write!(out, "{}{}{}", tone.style().render(), self.letters(text), tone.style().render_reset())?;
            } else {
                out.write_all(self.letters(text).as_bytes())?;
            }
        }
        out.write_all(b"\n")
    }

    /// The program's own typography and marks in ASCII where that is all there is; as wide as it was. The letters of
    /// candidates and of a language stay what they are.
    #[must_use]
    pub fn letters<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.unicode || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let ascii = |c| match c {
            '–' | '—' | '─' | '·' => '-',
            '…' => '~',
            '✓' => '+',
            '✗' => 'x',
            '→' => '>',
            '−' => '-',
            '‘' | '’' => '\'',
            '“' | '”' | '«' | '»' => '"',
            '\u{a0}' | '\u{202f}' => ' ',
            c => c,
        };
        Cow::Owned(text.chars().map(ascii).collect())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::safe;

    #[test]
    fn texts_are_cut_and_wrapped() {
        assert_eq!(cut("Ana Ejemplo", 11), "Ana Ejemplo");
        assert_eq!(cut("Ana Ejemplo", 10), "Ana Ejemp…");
        assert_eq!(cut("Ana Ejemplo", 5), "Ana…");
        assert_eq!(cut("漢字漢字", 6), "漢字…");
        assert_eq!(cut("漢字漢字", 1), "…");
        assert_eq!(wrap("one two three", "1  ", 10), ["1  one two", "   three"]);
        assert_eq!(wrap("abcdefghijkl", "1  ", 8), ["1  abcde", "   fghij", "   kl"]);
        assert_eq!(wrap("", "x", 8), ["x"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_it_may_be(text in any::<String>(), width in 2_usize..60) {
            let text = safe::terminal(&text);
            prop_assert!(cut(&text, width).width() <= width);
            for line in wrap(&text, "12 ", width.max(8)) {
                prop_assert!(line.width() <= width.max(8), "{:?}", line);
            }
            let pieces = Pieces(vec![(text.to_string(), Tone::Bad), ("–100.0".to_owned(), Tone::Dim)]);
            prop_assert!(pieces.cut(width).width() <= width);
        }

        #[test]
        fn wrapping_loses_nothing(words in prop::collection::vec("[a-zé漢]{1,30}", 0..20), width in 8_usize..60) {
            let wrapped = wrap(&words.join(" "), "", width);
            let all = |text: &str| text.replace(' ', "");
            prop_assert_eq!(all(&wrapped.concat()), all(&words.concat()));
        }
    }
}
