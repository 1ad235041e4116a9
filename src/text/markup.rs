//! What a web form leaves in a text: tags and character references.

use std::borrow::Cow;

/// Tags that start a new line.
const LINES: [&str; 7] = ["br", "p", "li", "div", "tr", "ul", "ol"];
/// Tags that only dress what they stand around. What another says (`s` strikes it out) is not known.
const DRESS: [&str; 8] = ["b", "i", "em", "strong", "span", "u", "td", "font"];
/// Character references, each with what it stands for.
const REFERENCES: [(&str, &str); 7] =
    [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&nbsp;", " "), ("&ge;", "≥"), ("&le;", "≤"), ("&quot;", "\"")];

/// The text without known tags and references, which stay where they are not known.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((length, instead)) = tag(rest).or_else(|| reference(rest)) {
            out.push_str(instead);
            rest = &rest[length..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

/// A tag that starts a text: its length, and what takes its place.
fn tag(text: &str) -> Option<(usize, &'static str)> {
    let inside = text.strip_prefix('<')?;
    let end = inside.find('>')?;
    let inside = &inside[..end];
    let bare = inside.strip_prefix('/').unwrap_or(inside);
    let name = bare.split([' ', '/']).next().unwrap_or("").to_ascii_lowercase();
    let instead = if LINES.contains(&name.as_str()) {
        "\n"
    } else if DRESS.contains(&name.as_str()) {
        ""
    } else {
        return None;
    };
    Some((end + 2, instead))
}

/// A character reference that starts a text.
fn reference(text: &str) -> Option<(usize, &'static str)> {
    let found = REFERENCES
        .iter()
        .find(|(name, _)| text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))?;
    Some((found.0.len(), found.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_references_go() {
        for (text, expected) in [
            ("9 years", "9 years"),
            ("<p>9 years</p>", "\n9 years\n"),
            ("<B>9</b> ans<br/>", "9 ans\n"),
            ("&gt;7 &LT; 9&nbsp;ans", ">7 < 9 ans"),
            ("<s>9</s> 5", "<s>9</s> 5"),
            ("< 7 years > 5", "< 7 years > 5"),
            ("<7 & é", "<7 & é"),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }
}
