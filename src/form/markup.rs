//! What a form's rich text leaves in a cell: tags and entities of HTML.

use std::borrow::Cow;

/// Tags that end a line.
const BLOCKS: [&str; 19] = [
    "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "pre",
];

/// Tags within a line that change nothing of what is said. What strikes text out or lifts it is not among them.
const INLINE: [&str; 10] = ["b", "i", "u", "em", "strong", "span", "font", "a", "small", "body"];

/// The cell without the tags that only lay text out, and with entities as what they stand for.
pub(crate) fn bare(cell: &str) -> Cow<'_, str> {
    if !cell.contains('&') && !cell.contains('<') {
        return Cow::Borrowed(cell);
    }
    let mut text = Cow::Borrowed(cell);
    // What is written twice over: `&amp;nbsp;`, `&lt;p&gt;`.
    for _ in 0..2 {
        let next = decoded(&without_tags(&text));
        if next == text {
            return text;
        }
        text = Cow::Owned(next);
    }
    Cow::Owned(without_tags(&text))
}

fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let inside = tag[1..].split(['<', '>']).next().unwrap_or_default();
        let closed = tag[1 + inside.len()..].starts_with('>');
        let name = inside.strip_prefix('/').unwrap_or(inside).split([' ', '/', '\t', '\n', '\u{a0}']).next();
        let is = |names: &[&str]| name.is_some_and(|name| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
        match (closed, is(&BLOCKS), is(&INLINE)) {
            (true, true, _) => out.push('\n'),
            (true, _, true) => {}
            _ => {
                out.push('<');
                rest = &tag[1..];
                continue;
            }
        }
        rest = &tag[inside.len() + 2..];
    }
    out.push_str(rest);
    out
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, entity) = rest.split_at(start);
        out.push_str(before);
        let name = entity[1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next().unwrap_or_default();
        let ended = entity[1 + name.len()..].starts_with(';');
        match character(name).filter(|_| ended) {
            Some(c) => {
                out.push(c);
                rest = &entity[name.len() + 2..];
            }
            None => {
                out.push('&');
                rest = &entity[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// What an entity stands for. Its name is read in any case where that tells no letters apart.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name.to_ascii_lowercase().as_str() {
        "nbsp" => '\u{a0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "le" => '≤',
        "ge" => '≥',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "euro" => '€',
        "pound" => '£',
        "ndash" | "mdash" => '–',
        "minus" => '−',
        "hellip" => '…',
        "frac12" => '½',
        "eacute" => 'é',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "agrave" => 'à',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "ocirc" => 'ô',
        "ucirc" => 'û',
        "icirc" => 'î',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn leaves_what_is_said() {
        for (cell, said) in [
            ("4500", "4500"),
            ("R&D", "R&D"),
            ("R&D; a < b", "R&D; a < b"),
            ("<3", "<3"),
            ("<p>4500</p>", "\n4500\n"),
            ("<B>4</B>5", "45"),
            ("9 ans<br/>", "9 ans\n"),
            ("4&nbsp;500&nbsp;&euro;", "4\u{a0}500\u{a0}€"),
            ("4&NBSP;500", "4\u{a0}500"),
            ("&#160;&#xA0;", "\u{a0}\u{a0}"),
            ("&amp;nbsp;", "\u{a0}"),
            ("&lt;p&gt;&lt;/p&gt;", "\n\n"),
            ("&gt;7", ">7"),
            ("<a href=\"https://example.org\">CV</a>", "CV"),
            ("<del>6</del> 4", "<del>6</del> 4"),
            ("<p", "<p"),
            ("&#0;", "&#0;"),
            ("&#99999999999;", "&#99999999999;"),
            ("réf. <é>", "réf. <é>"),
        ] {
            assert_eq!(bare(cell), said, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = bare(&cell);
        }

        #[test]
        fn any_jumble(parts in prop::collection::vec(prop::sample::select(&["<", ">", "&", ";", "#", "x", "p", "/", "é", "7", "amp", " "][..]), 0..20)) {
            let _ = bare(&parts.concat());
        }
    }
}
