//! One line as cells: each value under its key, those of objects within objects under both keys with a dot between.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde::de::{Deserializer as _, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::super::trouble::DEEPEST;
use crate::records::Trouble;

/// The mark that some programs put before a text.
pub(super) const MARK: char = '\u{feff}';

/// The most keys: as many columns are in no table that people made.
pub(super) const MOST_KEYS: usize = 4096;

/// What stands between the values of a list, as between the items of a cell.
const BETWEEN: &str = "; ";

/// Every key so far, in the order in which they came.
#[derive(Default)]
pub(super) struct Keys {
    places: HashMap<String, usize>,
    names: Vec<String>,
}

/// There are more than [`MOST_KEYS`].
#[derive(Debug)]
pub(super) struct TooManyKeys;

impl Keys {
    fn place(&mut self, name: &str) -> Result<usize, TooManyKeys> {
        if let Some(place) = self.places.get(name) {
            return Ok(*place);
        }
        let place = self.names.len();
        if place == MOST_KEYS {
            return Err(TooManyKeys);
        }
        self.places.insert(name.to_owned(), place);
        self.names.push(name.to_owned());
        Ok(place)
    }

    /// The header.
    pub(super) fn into_names(self) -> Vec<String> {
        self.names.into_iter().map(|name| name.trim().to_owned()).collect()
    }
}

/// The cells of the line at hand. Made once for all lines.
#[derive(Default)]
pub(super) struct JsonLine {
    /// One for each key, and the number of the line that it is of: those of other lines are empty.
    cells: Vec<(String, u64)>,
    /// The line at hand.
    now: u64,
    twice: bool,
}

/// Why a line was not read to its end.
enum LineStopped {
    Trouble(Trouble),
    Keys,
}

impl From<TooManyKeys> for LineStopped {
    fn from(_: TooManyKeys) -> Self {
        Self::Keys
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct ValuePlace<'a> {
    /// The keys that lead to it.
    path: &'a str,
    /// How many values it lies within.
    depth: usize,
    /// Whether one of these is a list.
    listed: bool,
}

impl JsonLine {
    /// Reads a line, and answers what is wrong with it. What was read before that is kept.
    ///
    /// # Errors
    /// There are more keys than may be.
    pub(super) fn read(&mut self, line: &[u8], keys: &mut Keys) -> Result<Option<Trouble>, TooManyKeys> {
        self.now += 1;
        self.twice = false;
        let text = String::from_utf8_lossy(line);
        let not_text = matches!(text, Cow::Owned(_)).then_some(Trouble::NotText);
        let text = text.trim_start_matches(MARK);
        if !text.trim_start().starts_with('{') {
            let other = serde_json::from_str::<IgnoredAny>(text);
            return Ok(Some(other.map_or_else(|error| not_json(&error, 0), |_| Trouble::NotAnObject)));
        }
        match self.within(text, text, ValuePlace { path: "", depth: 0, listed: false }, keys) {
            Err(LineStopped::Keys) => Err(TooManyKeys),
            Err(LineStopped::Trouble(trouble)) => Ok(Some(trouble)),
            Ok(()) if self.twice => Ok(Some(Trouble::KeyTwice)),
            Ok(()) => Ok(not_text),
        }
    }

    /// How many cells the line at hand has, up to the last that was read.
    pub(super) fn width(&self) -> usize {
        self.cells.iter().rposition(|(_, line)| *line == self.now).map_or(0, |last| last + 1)
    }

    /// The cells of the line at hand.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        let own = |(cell, line): &'_ (String, u64)| *line == self.now && !cell.is_empty();
        let width = self.cells.iter().rposition(own).map_or(0, |last| last + 1);
        self.cells[..width].iter().map(|(cell, line)| if *line == self.now { cell.as_str() } else { "" })
    }

    /// Reads the values of an object or a list.
    fn within(&mut self, raw: &str, line: &str, at: ValuePlace<'_>, keys: &mut Keys) -> Result<(), LineStopped> {
        if at.depth == DEEPEST {
            return Err(LineStopped::Trouble(Trouble::TooDeep));
        }
        let mut own: Vec<Cow<'_, str>> = Vec::new();
        let mut stopped = None;
        let mut each = |key: Option<Cow<'_, str>>, value: &str| {
            let nested;
            let path = match &key {
                None => at.path,
                Some(key) if at.path.is_empty() => key,
                Some(key) => {
                    nested = [at.path, key].join(".");
                    &nested
                }
            };
            let at = ValuePlace { path, depth: at.depth + 1, listed: at.listed || key.is_none() };
            stopped = self.value(value, line, at, keys).err();
            stopped.is_none()
        };
        let mut reader = Deserializer::from_str(raw);
        let done = reader.deserialize_any(EachValue { each: &mut each, own: &mut own }).and_then(|()| reader.end());
        self.look_for_twins(own, at.path, keys);
        if let Some(stopped) = stopped {
            return Err(stopped);
        }
        done.map_err(|error| LineStopped::Trouble(not_json(&error, place_in(line, raw))))
    }

    fn value(&mut self, raw: &str, line: &str, at: ValuePlace<'_>, keys: &mut Keys) -> Result<(), LineStopped> {
        let text = match raw.as_bytes().first() {
            Some(b'{' | b'[') => return self.within(raw, line, at, keys),
            Some(b'"') => {
                let text = serde_json::from_str::<LineText<'_>>(raw);
                text.map_err(|error| LineStopped::Trouble(not_json(&error, place_in(line, raw))))?.0
            }
            Some(b'n') => Cow::Borrowed(""),
            _ => plain(raw),
        };
        let place = keys.place(at.path)?;
        if self.cells.len() <= place {
            self.cells.resize_with(place + 1, Default::default);
        }
        let (cell, known) = &mut self.cells[place];
        if std::mem::replace(known, self.now) != self.now {
            cell.clear();
        } else if !at.listed {
            // `{"a.b": 1, "a": {"b": 2}}`
            cell.clear();
            self.twice = true;
            return Ok(());
        } else if !cell.is_empty() && !text.is_empty() {
            cell.push_str(BETWEEN);
        }
        cell.push_str(&text);
        Ok(())
    }

    /// Nobody knows which of its values a key has that comes twice in an object: it has none.
    fn look_for_twins(&mut self, mut own: Vec<Cow<'_, str>>, path: &str, keys: &Keys) {
        own.sort_unstable();
        for pair in own.windows(2).filter(|pair| pair[0] == pair[1]) {
            self.twice = true;
            let key = if path.is_empty() { pair[0].to_string() } else { [path, &pair[0]].join(".") };
            let is_below =
                |name: &str| name.strip_prefix(&key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            let below = self.cells.iter_mut().zip(&keys.names).filter(|(_, name)| is_below(name));
            below.for_each(|((cell, _), _)| cell.clear());
        }
    }
}

/// Whether a text is an object and nothing else.
pub(super) fn is_object(text: &str) -> bool {
    text.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// A text, as it stands in the line where nothing in it is escaped.
#[derive(Deserialize)]
struct LineText<'a>(#[serde(borrow)] Cow<'a, str>);

/// Hands over each value of an object or a list as it is written, with its key, until it is told to stop; and gathers the
/// keys.
struct EachValue<'v, 'k, F> {
    each: &'v mut F,
    own: &'v mut Vec<Cow<'k, str>>,
}

impl<'de, F: FnMut(Option<Cow<'de, str>>, &'de str) -> bool> Visitor<'de> for EachValue<'_, 'de, F> {
    type Value = ();

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(LineText(key)) = map.next_key()? {
            let value: &RawValue = map.next_value()?;
            self.own.push(key.clone());
            if !(self.each)(Some(key), value.get()) {
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<&RawValue>()? {
            if !(self.each)(None, value.get()) {
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

fn not_json(error: &serde_json::Error, before: usize) -> Trouble {
    Trouble::NotJson { at: before + error.column() }
}

/// How many bytes of the line stand before a part of it.
fn place_in(line: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize)
}

/// A number as people write it, without losing a digit: `1.5E3` is `1500`. Other values as they are.
fn plain(raw: &str) -> Cow<'_, str> {
    /// Of longer ones, the figures would say less than the power.
    const MOST: i32 = 30;
    let Some((number, power)) = raw.split_once(['e', 'E']) else { return raw.into() };
    let Some(power) = power.parse::<i32>().ok().filter(|power| power.abs() <= MOST) else { return raw.into() };
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    // Zeros on both sides, so that the point is always among the figures.
    let zeros = "0".repeat(MOST as usize);
    let figures = [&zeros, whole, part, &zeros].concat();
    let point = zeros.len() + whole.len();
    let point = point.saturating_add_signed(power as isize);
    let (whole, part) = figures.split_at(point);
    let whole = whole.trim_start_matches('0');
    let (whole, part) = (if whole.is_empty() { "0" } else { whole }, part.trim_end_matches('0'));
    let dot = if part.is_empty() { "" } else { "." };
    format!("{sign}{whole}{dot}{part}").into()
}
