//! The texts that the cells of a workbook share: short ones in memory, long ones in a temporary file.
//!
//! Letters are long and seldom twice in a workbook; names and answers are short and many.

use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};

use super::limits::{Limits, SheetFailure};
use super::xml::{Tag, Xml};
use crate::catalogue::records as words;

/// From how many bytes on a text waits in the temporary file.
const LONG: usize = 256;

/// Shared texts, in their order.
#[derive(Default)]
pub(super) struct Strings {
    short: String,
    places: Vec<TextPlace>,
    long: Option<Long>,
    /// The long text that was asked for last.
    asked: String,
}

/// Where a text is, in eight bytes: its start, its length, and whether it is a long one.
#[derive(Clone, Copy)]
struct TextPlace(u64);

struct Long {
    file: BufWriter<File>,
    length: u64,
}

impl TextPlace {
    fn new(from: u64, length: usize, long: bool) -> Self {
        Self(from << 24 | (length as u64) << 1 | u64::from(long))
    }

    const fn from(self) -> u64 {
        self.0 >> 24
    }

    const fn length(self) -> usize {
        (self.0 >> 1 & 0x7f_ffff) as usize
    }

    const fn is_long(self) -> bool {
        self.0 & 1 == 1
    }
}

impl Strings {
    /// Reads the part that holds them.
    pub(super) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Self, SheetFailure> {
        let mut strings = Self::default();
        let mut text = String::new();
        if xml.find("sst")? {
            while let Some(tag) = xml.child()? {
                if tag.name() != "si" {
                    xml.skip()?;
                    continue;
                }
                text.clear();
                rich(&mut xml, &mut text)?;
                strings.push(&text, limits)?;
            }
        }
        xml.finish()?;
        if let Some(long) = &mut strings.long {
            long.file.flush()?;
        }
        Ok(strings)
    }

    fn push(&mut self, text: &str, limits: &Limits) -> Result<(), SheetFailure> {
        if text.len() < LONG {
            self.places.push(TextPlace::new(self.short.len() as u64, text.len(), false));
            self.short.push_str(text);
        } else {
            let long = match &mut self.long {
                Some(long) => long,
                none => none.insert(Long { file: BufWriter::new(tempfile::tempfile()?), length: 0 }),
            };
            self.places.push(TextPlace::new(long.length, text.len(), true));
            long.file.write_all(text.as_bytes())?;
            long.length += text.len() as u64;
        }
        let taken = self.short.len() + self.places.len() * size_of::<TextPlace>();
        if taken as u64 > limits.shared {
            return Err(SheetFailure::Large(words::too_many_shared(limits.shared >> 20)));
        }
        Ok(())
    }

    /// The text of this number.
    pub(super) fn get(&mut self, index: usize) -> Result<Option<&str>, SheetFailure> {
        let Some(place) = self.places.get(index) else { return Ok(None) };
        let Some(long) = self.long.as_mut().filter(|_| place.is_long()) else {
            let from = usize::try_from(place.from()).unwrap_or(usize::MAX);
            return Ok(self.short.get(from..from.saturating_add(place.length())));
        };
        let file = long.file.get_mut();
        file.seek(SeekFrom::Start(place.from()))?;
        self.asked.clear();
        file.take(place.length() as u64).read_to_string(&mut self.asked)?;
        Ok(Some(&self.asked))
    }
}

/// Adds the text of a shared or an inline text, without the readings that stand above it in Japanese.
pub(super) fn rich(xml: &mut Xml<'_>, out: &mut String) -> Result<(), SheetFailure> {
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "t" => piece(xml, out)?,
            "r" => {
                while let Some(tag) = xml.child()? {
                    if tag.name() == "t" { piece(xml, out)? } else { xml.skip()? }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// Adds the text of a `t`. White space at its ends counts where the file says so.
fn piece(xml: &mut Xml<'_>, out: &mut String) -> Result<(), SheetFailure> {
    let kept = keeps_space(xml.tag())?;
    let from = out.len();
    xml.text(out)?;
    if !kept {
        let white = [' ', '\t', '\r', '\n'];
        out.truncate(from + out[from..].trim_end_matches(white).len());
        let white = out[from..].len() - out[from..].trim_start_matches(white).len();
        out.drain(from..from + white);
    }
    unescape(out, from);
    Ok(())
}

fn keeps_space(tag: Tag<'_>) -> Result<bool, SheetFailure> {
    Ok(tag.get("xml:space")? == Some("preserve"))
}

/// Turns `_x000D_` into the character it stands for, from this byte on; Office writes characters so that XML cannot
/// hold, in units of UTF-16.
pub(super) fn unescape(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let unit = |rest: &str| -> Option<u16> {
        let figures = rest.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
        figures.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(figures, 16).ok())?
    };
    let escaped = text.split_off(from);
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find("_x") {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(first) = unit(rest) else {
            text.push('_');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[7..];
        let pair = [Some(first), unit(rest)].into_iter().flatten();
        let (c, units) = match char::decode_utf16(pair).next() {
            Some(Ok(c)) => (c, c.len_utf16()),
            _ => (char::REPLACEMENT_CHARACTER, 1),
        };
        text.push(c);
        rest = &rest[7 * (units - 1)..];
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes_of_office_are_the_characters_they_stand_for() {
        for (from, to) in [
            ("a_x000D_b", "a\rb"),
            ("_xD83D__xDE00_!", "😀!"),
            ("_xD83D_x", "\u{fffd}x"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00_ _xGGGG_ _x", "_x00_ _xGGGG_ _x"),
            ("snake_xx_case_x0041", "snake_xx_case_x0041"),
            ("_x+041_ é_x00e9_", "_x+041_ éé"),
            ("", ""),
        ] {
            let mut text = format!("_x0041_{from}");
            unescape(&mut text, 7);
            assert_eq!(text, format!("_x0041_{to}"));
        }
    }
}
