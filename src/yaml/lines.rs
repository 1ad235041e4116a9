//! The text's lines: places made of the parser's locations, and its mistakes told.

use std::sync::Arc;

use super::tree::{Node, NodeValue, RawNode, RawValue, Spanned};
use crate::diagnostic::Place;

/// The text's lines, to make places of locations. Places of one line share its text.
pub(super) struct Lines<'a> {
    file: Arc<str>,
    text: &'a str,
    lines: Vec<TextLine>,
}

struct TextLine {
    text: Arc<str>,
    /// How many characters it has.
    length: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &str, text: &'a str) -> Self {
        let line = |line: &str| TextLine { text: line.into(), length: line.chars().count() as u64 };
        Self { file: file.into(), text, lines: text.lines().map(line).collect() }
    }

    /// A place on a line, both counted from 1; `width` characters as far as the line goes.
    fn on_line(&self, line: u64, column: u64, width: u64) -> Place {
        let known = usize::try_from(line).ok().and_then(|line| self.lines.get(line.checked_sub(1)?));
        let rest = known.map_or(0, |line| line.length).saturating_sub(column.saturating_sub(1));
        Place {
            file: Arc::clone(&self.file),
            line,
            column,
            width: width.clamp(1, rest.max(1)),
            text: known.map(|line| Arc::clone(&line.text)),
        }
    }

    pub(super) fn place(&self, location: serde_yaml::Location, width: u64) -> Place {
        self.on_line(location.line(), location.column(), width)
    }

    /// The file as a whole.
    pub(super) fn whole(&self) -> Place {
        Place::file(&self.file)
    }

    /// The text that a scalar is written as.
    fn written(&self, location: serde_yaml::Location) -> Option<&'a str> {
        let span = location.span();
        let start = usize::try_from(span.byte_offset()?).ok()?;
        let end = start.checked_add(usize::try_from(span.byte_len()?).ok()?)?;
        self.text.get(start..end).map(str::trim_end)
    }

    pub(super) fn node(&self, raw: RawNode) -> Node {
        let RawNode(serde_yaml::Spanned { value, referenced, .. }) = raw;
        let width = match &value {
            RawValue::List(_) | RawValue::Map(_) => 1,
            _ => self.written(referenced).map_or(1, |text| text.chars().count() as u64),
        };
        let place = self.place(referenced, width);
        let value = match value {
            RawValue::Null => NodeValue::Null,
            RawValue::Bool(flag) => NodeValue::Bool(flag),
            RawValue::Number(number) => {
                NodeValue::Number(number, self.written(referenced).map_or_else(|| number.to_string(), str::to_owned))
            }
            RawValue::Text(text) => NodeValue::Text(text),
            RawValue::List(items) => NodeValue::List(items.into_iter().map(|item| self.node(item)).collect()),
            RawValue::Map(entries) => NodeValue::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let key = self.node(key);
                        let name = key.as_written().unwrap_or_default();
                        (Spanned { value: name, place: key.place }, self.node(value))
                    })
                    .collect(),
            ),
        };
        Node { value, place }
    }

    /// The last line up to this one that is neither blank nor a comment.
    pub(super) fn last_written(&self, line: u64) -> Option<Place> {
        let up_to = usize::try_from(line).ok()?.min(self.lines.len());
        let written = |line: &TextLine| !line.text.trim().is_empty() && !line.text.trim_start().starts_with('#');
        let at = self.lines[..up_to].iter().rposition(written)? as u64 + 1;
        let line = self.on_line(at, 1, u64::MAX);
        let indent = line.text.as_deref().map_or(0, |text| text.chars().take_while(|c| *c == ' ').count() as u64);
        Some(self.on_line(at, 1 + indent, u64::MAX))
    }

    /// Where brackets nest too deep. The parser would find out too, much later.
    pub(super) fn too_deep(&self, most: usize) -> Option<Place> {
        let mut depth = 0usize;
        for (line, number) in self.lines.iter().zip(1..) {
            for (c, column) in line.text.chars().zip(1..) {
                match c {
                    '[' | '{' => depth += 1,
                    ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > most {
                    return Some(self.on_line(number, column, 1));
                }
            }
        }
        None
    }

    /// The innermost bracket that is open where this line begins: one outside of quotes and comments.
    pub(super) fn open_bracket(&self, line: u64) -> Option<(char, Place)> {
        let above = self.lines.iter().zip(1..).take_while(|(_, number)| *number < line);
        let mut open: Vec<(char, u64, u64)> = Vec::new();
        let mut quote = None;
        for (line, number) in above {
            let mut last = ' ';
            for (c, column) in line.text.chars().zip(1..) {
                // A quote or a bracket within a word is a letter.
                let starts = matches!(last, ' ' | '[' | '{' | ',');
                match (c, quote) {
                    (_, Some(end)) => quote = quote.filter(|_| c != end),
                    ('#', None) if last == ' ' => break,
                    ('"' | '\'', None) if starts => quote = Some(c),
                    ('[' | '{', None) if starts => open.push((c, number, column)),
                    (']' | '}', None) => drop(open.pop()),
                    _ => {}
                }
                last = c;
            }
        }
        let (bracket, line, column) = open.pop()?;
        Some((bracket, self.on_line(line, column, 1)))
    }

    /// A tab in the indentation of this line or of the next: the parser tells it where the line before ends.
    pub(super) fn tab_near(&self, line: u64) -> Option<Place> {
        let first = usize::try_from(line).ok()?.checked_sub(1)?;
        let near = self.lines.iter().zip(1..).skip(first).take(2);
        let (line, column) = near.into_iter().find_map(|(line, number)| {
            let indent = line.text.len() - line.text.trim_start_matches([' ', '\t']).len();
            Some((number, line.text[..indent].find('\t')? as u64 + 1))
        })?;
        Some(self.on_line(line, column, 1))
    }
}
