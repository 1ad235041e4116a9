//! XML read element by element, in bounded memory.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;

use super::bounded::Bounded;
use super::limits::{Limits, MOST_CELL, MOST_DEPTH, Reached, SheetFailure};
use crate::catalogue::records as words;

/// A part being read. It is within one element at a time: at first within the document, whose one child is the root.
pub(super) struct Xml<'a> {
    reader: Reader<Bounded<'a>>,
    part: Box<str>,
    limits: Limits,
    event: Vec<u8>,
    /// The tag that was read last: its name, then its attributes.
    tag: String,
    name: usize,
    depth: usize,
    /// Whether the element is one without content, such as `<c/>`, so that its end comes next.
    empty: bool,
}

/// The tag that an element begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
}

/// What comes next within an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum XmlStep {
    /// A child begins: now it is this one that is being read.
    Child,
    /// The element ends: now its parent is being read.
    End,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: Bounded<'a>, part: &str, limits: &Limits) -> Self {
        let (part, limits) = (part.into(), *limits);
        let (reader, tag) = (Reader::from_reader(text), String::new());
        Self { reader, part, limits, event: Vec::new(), tag, name: 0, depth: 0, empty: false }
    }

    /// The next child of the element, which it then is within; nothing where the element ends.
    pub(super) fn child(&mut self) -> Result<Option<Tag<'_>>, SheetFailure> {
        Ok(match self.step(None)? {
            XmlStep::Child => Some(self.tag()),
            XmlStep::End => None,
        })
    }

    /// The tag of the element that began last.
    pub(super) fn tag(&self) -> Tag<'_> {
        let (name, attributes) = self.tag.split_at(self.name);
        Tag { name: local(name), attributes }
    }

    /// The next child of this name; others are passed over.
    pub(super) fn find(&mut self, name: &str) -> Result<bool, SheetFailure> {
        while let Some(tag) = self.child()? {
            if tag.name == name {
                return Ok(true);
            }
            self.skip()?;
        }
        Ok(false)
    }

    /// Passes over the rest of the element.
    pub(super) fn skip(&mut self) -> Result<(), SheetFailure> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.step(None)?;
        }
        Ok(())
    }

    /// Adds the element's text to `out`, that of its children aside.
    pub(super) fn text(&mut self, out: &mut String) -> Result<(), SheetFailure> {
        while self.step(Some(out))? == XmlStep::Child {
            self.skip()?;
        }
        Ok(())
    }

    /// Goes on to where a child begins or the element ends, and adds the text that stands before it to `out`.
    pub(super) fn step(&mut self, mut out: Option<&mut String>) -> Result<XmlStep, SheetFailure> {
        if std::mem::take(&mut self.empty) {
            self.depth = self.depth.saturating_sub(1);
            return Ok(XmlStep::End);
        }
        loop {
            self.event.clear();
            self.reader.get_mut().begin();
            match self.reader.read_event_into(&mut self.event) {
                Ok(Event::Start(tag)) => {
                    self.tag.clear();
                    self.tag.push_str(&tag);
                    self.name = tag.name().as_ref().len();
                    return self.began(false);
                }
                Ok(Event::Empty(tag)) => {
                    self.tag.clear();
                    self.tag.push_str(&tag);
                    self.name = tag.name().as_ref().len();
                    return self.began(true);
                }
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(XmlStep::End);
                }
                Ok(Event::Eof) if self.depth == 0 => return Ok(XmlStep::End),
                Ok(Event::Eof) => return Err(SheetFailure::Damaged(words::part_cut(&*self.part))),
                Ok(Event::Text(text)) => add(out.as_deref_mut(), &text.xml10_content())?,
                Ok(Event::CData(text)) => add(out.as_deref_mut(), &text.xml10_content())?,
                Ok(Event::GeneralRef(name)) => {
                    let mut bytes = [0; 4];
                    let text = match resolve_xml_entity(&name) {
                        Some(text) => text,
                        None => match name.resolve_char_ref() {
                            Ok(Some(c)) => c.encode_utf8(&mut bytes),
                            _ => return Err(SheetFailure::Damaged(words::part_damaged(&*self.part))),
                        },
                    };
                    add(out.as_deref_mut(), text)?;
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(error) => return Err(told(&error, &self.part, &self.limits)),
            }
        }
    }

    /// A child has begun.
    fn began(&mut self, empty: bool) -> Result<XmlStep, SheetFailure> {
        (self.depth, self.empty) = (self.depth + 1, empty);
        if self.depth > MOST_DEPTH {
            return Err(SheetFailure::Damaged(words::part_too_deep(&*self.part)));
        }
        self.counted(1)?;
        Ok(XmlStep::Child)
    }

    /// Takes note of elements.
    fn counted(&self, count: u64) -> Result<(), SheetFailure> {
        if self.reader.get_ref().left.elements(count) {
            return Ok(());
        }
        Err(SheetFailure::Large(words::too_many_elements(self.limits.elements)))
    }

    /// Reads the next child at once where it is a cell as programs write them by the million, `<c r="A1"><v>7</v></c>`,
    /// and is in memory as a whole: then [`Xml::tag`] is the cell's, and its text is added to `out`. Answers false,
    /// with nothing read, for whatever else comes. This takes half the time that event by event takes.
    pub(super) fn plain_cell(&mut self, out: &mut String) -> Result<bool, SheetFailure> {
        if self.empty {
            return Ok(false);
        }
        let source = self.reader.get_mut();
        source.begin();
        let Some((tag, text, length)) = source.fill_buf().ok().and_then(plain_cell) else { return Ok(false) };
        self.tag.clear();
        self.tag.push_str(tag);
        self.name = 1;
        out.push_str(text);
        source.consume(length);
        self.counted(2)?;
        Ok(true)
    }

    /// Reads the part to its end, where its sum is checked.
    pub(super) fn finish(mut self) -> Result<(), SheetFailure> {
        let mut rest = [0; 8 << 10];
        loop {
            self.reader.get_mut().begin();
            match self.reader.get_mut().read(&mut rest) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) => return Err(io_told(&error, &self.part, &self.limits)),
            }
        }
    }
}

/// The tag and the text of the cell that these bytes begin with, and how many of them it takes.
fn plain_cell(bytes: &[u8]) -> Option<(&str, &str, usize)> {
    let after = bytes.strip_prefix(b"<c ")?;
    let attributes = &after[..memchr::memchr(b'>', after)?];
    let inner = after[attributes.len() + 1..].strip_prefix(b"<v>")?;
    let text = &inner[..memchr::memchr3(b'<', b'&', b'\r', inner)?];
    inner[text.len()..].strip_prefix(b"</v></c>")?;
    if attributes.ends_with(b"/") || !is_whole(attributes) {
        return None;
    }
    let tag = str::from_utf8(&bytes[1..attributes.len() + 3]).ok()?;
    Some((tag, str::from_utf8(text).ok()?, tag.len() + text.len() + "<><v></v></c>".len()))
}

/// Whether these are attributes as a whole: no quote in them is open.
fn is_whole(attributes: &[u8]) -> bool {
    let count = |quote: u8| attributes.iter().filter(|byte| **byte == quote).count();
    count(b'"') % 2 == 0 && count(b'\'') == 0 && count(b'<') == 0
}

fn add(out: Option<&mut String>, text: &str) -> Result<(), SheetFailure> {
    let Some(out) = out else { return Ok(()) };
    if out.len() + text.len() > MOST_CELL {
        return Err(SheetFailure::Large(words::too_long_a_cell(MOST_CELL >> 20)));
    }
    out.push_str(text);
    Ok(())
}

fn told(error: &quick_xml::Error, part: &str, limits: &Limits) -> SheetFailure {
    match error {
        quick_xml::Error::Io(error) => io_told(error, part, limits),
        quick_xml::Error::Syntax(_) => SheetFailure::Damaged(words::part_cut(part)),
        _ => SheetFailure::Damaged(words::part_damaged(part)),
    }
}

/// What is packed in a file is damaged where it cannot be unpacked, unless a limit stopped it.
fn io_told(error: &io::Error, part: &str, limits: &Limits) -> SheetFailure {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Reached>()) {
        Some(reached) => reached.told(limits),
        None => SheetFailure::Damaged(words::part_damaged(part)),
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Tag<'a> {
    /// Its name, without a prefix.
    pub(super) const fn name(&self) -> &'a str {
        self.name
    }

    /// Shows each attribute, its value as it stands.
    pub(super) fn each(&self, mut see: impl FnMut(&'a str, &'a str)) -> Result<(), SheetFailure> {
        let mut rest = self.attributes.trim_ascii();
        while !rest.is_empty() {
            let Some((key, value, after)) = attribute(rest) else {
                return Err(SheetFailure::Damaged(words::bad_attribute(self.name)));
            };
            see(key, value);
            rest = after.trim_ascii_start();
        }
        Ok(())
    }

    /// The value of the attribute of this name, as it stands.
    pub(super) fn get(&self, name: &str) -> Result<Option<&'a str>, SheetFailure> {
        let mut found = None;
        self.each(|key, value| {
            if key == name {
                found = Some(value);
            }
        })?;
        Ok(found)
    }

    /// The value of the attribute of this name, whatever its prefix, as the text that it is.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, SheetFailure> {
        let mut found = None;
        self.each(|key, value| {
            if local(key) == name {
                found = Some(value);
            }
        })?;
        found.map(|value| plain(value, self.name)).transpose()
    }
}

/// The name and the value of the first attribute, and what comes after it. Names and values are short: a plain loop is
/// faster than a search.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let equals = bytes.iter().position(|byte| *byte == b'=')?;
    let gap = bytes[equals + 1..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    let start = equals + 1 + gap;
    let quote = Some(bytes[start]).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let length = bytes[start + 1..].iter().position(|byte| *byte == quote)?;
    let end = start + 1 + length;
    Some((text.get(..equals)?.trim_ascii_end(), text.get(start + 1..end)?, text.get(end + 1..)?))
}

/// An attribute's value as the text that it is.
pub(super) fn plain(value: &str, element: &str) -> Result<String, SheetFailure> {
    match quick_xml::escape::unescape(value) {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(SheetFailure::Damaged(words::bad_attribute(element))),
    }
}
