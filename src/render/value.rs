//! A small JSON document, its members in the order they were given.

use super::figures::{push_six, push_whole};
use super::safe::push_json;
use crate::view::FORM;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number that is not negative and has no decimals.
    Whole(u64),
    /// A number with up to six decimals.
    Number(f64),
    /// A number with up to twelve decimals: a rate, a probability.
    Fine(f64),
    /// Text; whatever is in it is written so that it can stand in a page.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Members with their names.
    Map(Vec<(String, Self)>),
}

/// Which program wrote a document, and in which form.
#[must_use]
pub fn screen() -> String {
    format!("{{\"version\":\"{}\",\"format\":{FORM}}}", env!("CARGO_PKG_VERSION"))
}

impl Value {
    /// Members with fixed names.
    pub fn map<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The document, with a line end; one of members begins with what wrote it ([`screen`]).
    #[must_use]
    pub fn document(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Self::Map(members) => {
                let screen = [("version", env!("CARGO_PKG_VERSION").into()), ("format", FORM.into())];
                let first = std::iter::once(("screen".to_owned(), Self::map(screen)));
                Self::Map(first.chain(members.iter().cloned()).collect()).push(0, &mut out);
            }
            other => other.push(0, &mut out),
        }
        out.push(b'\n');
        out
    }

    fn push(&self, depth: usize, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
            Self::Whole(number) => push_whole(out, *number),
            Self::Number(number) => push_six(out, *number),
            Self::Fine(number) => out.extend_from_slice(fine(*number).as_bytes()),
            Self::Text(text) => push_json(out, text),
            Self::List(items) => push_all(items, (b'[', b']'), depth, out, |item, out| item.push(depth + 1, out)),
            Self::Map(members) => push_all(members, (b'{', b'}'), depth, out, |(name, value), out| {
                push_json(out, name);
                out.extend_from_slice(b": ");
                value.push(depth + 1, out);
            }),
        }
    }

    /// Whether it is written on one line.
    fn is_flat(&self) -> bool {
        match self {
            Self::List(items) => items.is_empty(),
            Self::Map(members) => members.is_empty(),
            _ => true,
        }
    }
}

/// A number with up to twelve decimals; one that is very small with six digits and its power of ten. What other machines
/// may compute otherwise is further behind.
#[must_use]
pub fn fine(number: f64) -> String {
    const SMALL: f64 = 1e-6;
    if number.abs() > 0.0 && number.abs() < SMALL {
        return format!("{number:.5e}");
    }
    let text = format!("{number:.12}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Writes all items, a line each; on one line where that is two plain members.
fn push_all<T: Flat>(
    items: &[T],
    (open, close): (u8, u8),
    depth: usize,
    out: &mut Vec<u8>,
    mut each: impl FnMut(&T, &mut Vec<u8>),
) {
    let flat = items.len() <= 2 && items.iter().all(Flat::is_flat);
    let line = |out: &mut Vec<u8>, depth: usize| {
        if !flat {
            out.push(b'\n');
            out.resize(out.len() + 2 * depth, b' ');
        }
    };
    out.push(open);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.extend_from_slice(if flat { b", " } else { b"," });
        }
        line(out, depth + 1);
        each(item, out);
    }
    line(out, depth);
    out.push(close);
}

/// What may stand on a line with others.
trait Flat {
    fn is_flat(&self) -> bool;
}

impl Flat for Value {
    fn is_flat(&self) -> bool {
        Self::is_flat(self)
    }
}

impl Flat for (String, Value) {
    fn is_flat(&self) -> bool {
        self.1.is_flat()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stay_in_their_order() {
        let value = Value::map([
            ("b", Value::map([("before", 1_u64.into()), ("after", Value::Null)])),
            ("a", Value::List(vec!["<x>".into(), 0.25.into(), true.into()])),
            ("none", Value::List(Vec::new())),
        ]);
        let written = String::from_utf8(value.document()).unwrap();
        assert_eq!(
            written,
            format!("{{\n  \"screen\": {{\"version\": \"{}\", \"format\": 1}},\n", env!("CARGO_PKG_VERSION"))
                + "  \"b\": {\"before\": 1, \"after\": null},\n  \"a\": [\n    \"\\u003cx>\",\n    0.25,\n    true\n  ],\n  \"none\": []\n}\n"
        );
        let back: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(back["a"][0], "<x>");
    }
}
