//! XML read element by element, in bounded memory.

use std::io::{self, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;

use super::limits::{Failure, Limits, MOST_CELL, MOST_DEPTH, Reached};
use super::package::Bounded;
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
}

/// The tag that an element begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
}

/// What comes next within an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A child begins: now it is this one that is being read.
    Child,
    /// The element ends: now its parent is being read.
    End,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: Bounded<'a>, part: &str, limits: &Limits) -> Self {
        let mut reader = Reader::from_reader(text);
        reader.config_mut().expand_empty_elements = true;
        let (part, limits) = (part.into(), *limits);
        Self { reader, part, limits, event: Vec::new(), tag: String::new(), name: 0, depth: 0 }
    }

    /// The next child of the element, which it then is within; nothing where the element ends.
    pub(super) fn child(&mut self) -> Result<Option<Tag<'_>>, Failure> {
        Ok(match self.step(None)? {
            Step::Child => Some(self.tag()),
            Step::End => None,
        })
    }

    /// The tag of the element that began last.
    pub(super) fn tag(&self) -> Tag<'_> {
        let (name, attributes) = self.tag.split_at(self.name);
        Tag { name: local(name), attributes }
    }

    /// The next child of this name; others are passed over.
    pub(super) fn find(&mut self, name: &str) -> Result<bool, Failure> {
        while let Some(tag) = self.child()? {
            if tag.name == name {
                return Ok(true);
            }
            self.skip()?;
        }
        Ok(false)
    }

    /// Passes over the rest of the element.
    pub(super) fn skip(&mut self) -> Result<(), Failure> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.step(None)?;
        }
        Ok(())
    }

    /// Adds the element's text to `out`, that of its children aside.
    pub(super) fn text(&mut self, out: &mut String) -> Result<(), Failure> {
        while self.step(Some(out))? == Step::Child {
            self.skip()?;
        }
        Ok(())
    }

    /// Goes on to where a child begins or the element ends, and adds the text that stands before it to `out`.
    pub(super) fn step(&mut self, mut out: Option<&mut String>) -> Result<Step, Failure> {
        loop {
            self.event.clear();
            self.reader.get_mut().begin();
            let event = match self.reader.read_event_into(&mut self.event) {
                Ok(event) => event,
                Err(error) => return Err(told(&error, &self.part, &self.limits)),
            };
            match event {
                Event::Start(tag) => {
                    self.tag.clear();
                    self.tag.push_str(&tag);
                    self.name = tag.name().as_ref().len();
                    self.depth += 1;
                    if self.depth > MOST_DEPTH {
                        return Err(Failure::Damaged(words::part_too_deep(&*self.part)));
                    }
                    if !self.reader.get_ref().left.element() {
                        return Err(Failure::Large(words::too_many_elements(self.limits.elements)));
                    }
                    return Ok(Step::Child);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Step::End);
                }
                Event::Eof if self.depth == 0 => return Ok(Step::End),
                Event::Eof => return Err(Failure::Damaged(words::part_cut(&*self.part))),
                Event::Text(text) => add(out.as_deref_mut(), &text.xml10_content())?,
                Event::CData(text) => add(out.as_deref_mut(), &text.xml10_content())?,
                Event::GeneralRef(name) => {
                    let mut bytes = [0; 4];
                    let text = match resolve_xml_entity(&name) {
                        Some(text) => text,
                        None => match name.resolve_char_ref() {
                            Ok(Some(c)) => c.encode_utf8(&mut bytes),
                            _ => return Err(Failure::Damaged(words::part_damaged(&*self.part))),
                        },
                    };
                    add(out.as_deref_mut(), text)?;
                }
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Reads the part to its end, where its sum is checked.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
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

fn add(out: Option<&mut String>, text: &str) -> Result<(), Failure> {
    let Some(out) = out else { return Ok(()) };
    if out.len() + text.len() > MOST_CELL {
        return Err(Failure::Large(words::too_long_a_cell(MOST_CELL >> 20)));
    }
    out.push_str(text);
    Ok(())
}

fn told(error: &quick_xml::Error, part: &str, limits: &Limits) -> Failure {
    match error {
        quick_xml::Error::Io(error) => io_told(error, part, limits),
        quick_xml::Error::Syntax(_) => Failure::Damaged(words::part_cut(part)),
        _ => Failure::Damaged(words::part_damaged(part)),
    }
}

/// What is packed in a file is damaged where it cannot be unpacked, unless a limit stopped it.
fn io_told(error: &io::Error, part: &str, limits: &Limits) -> Failure {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Reached>()) {
        Some(reached) => reached.told(limits),
        None => Failure::Damaged(words::part_damaged(part)),
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
    pub(super) fn each(&self, mut see: impl FnMut(&'a str, &'a str)) -> Result<(), Failure> {
        let mut rest = self.attributes.trim_ascii();
        while !rest.is_empty() {
            let attribute = || {
                let (key, after) = rest.split_once('=')?;
                let after = after.trim_ascii_start();
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
                let (value, after) = after.get(1..)?.split_once(quote)?;
                Some((key.trim_ascii_end(), value, after))
            };
            let Some((key, value, after)) = attribute() else {
                return Err(Failure::Damaged(words::bad_attribute(self.name)));
            };
            see(key, value);
            rest = after.trim_ascii_start();
        }
        Ok(())
    }

    /// The value of the attribute of this name, as it stands.
    pub(super) fn get(&self, name: &str) -> Result<Option<&'a str>, Failure> {
        let mut found = None;
        self.each(|key, value| {
            if key == name {
                found = Some(value);
            }
        })?;
        Ok(found)
    }

    /// The value of the attribute of this name, whatever its prefix, as the text that it is.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Failure> {
        let mut found = None;
        self.each(|key, value| {
            if local(key) == name {
                found = Some(value);
            }
        })?;
        found.map(|value| plain(value, self.name)).transpose()
    }
}

/// An attribute's value as the text that it is.
pub(super) fn plain(value: &str, element: &str) -> Result<String, Failure> {
    match quick_xml::escape::unescape(value) {
        Ok(text) => Ok(text.into_owned()),
        Err(_) => Err(Failure::Damaged(words::bad_attribute(element))),
    }
}
