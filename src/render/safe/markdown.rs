//! Text in Markdown: no markup, and no links that nobody wrote as such.

use super::terminal;

/// Splits a text of Markdown without being shown, also for what looks for addresses in the page that is made of it.
const SPLIT: &str = "<!-- -->";

/// One line of text for a cell of a Markdown table: no character of it is markup, and no address in it is a link, be it
/// whole (`https://`, `mailto:`), without its scheme (`//`), or no more than a domain.
#[must_use]
pub fn markdown(text: &str) -> String {
    let text = terminal(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.extend(["@", SPLIT]),
            '/' if text[..at].ends_with('/') => out.extend([SPLIT, "/"]),
            ':' if joins(&text, at) => out.push_str("\\:"),
            '.' if ends_with_www(&text[..at]) => out.extend([".", SPLIT]),
            '.' if joins(&text, at) && !is_decimal(&text, at) => out.push_str("\\."),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '!' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // At the start of a line these make a list or a heading.
            '+' | '-' | '=' if out.trim_start().is_empty() => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Whether the mark at this place has something on both sides, as in an address.
fn joins(text: &str, at: usize) -> bool {
    let ends = |side: Option<char>| side.is_none_or(char::is_whitespace);
    !ends(text[..at].chars().next_back()) && !ends(text[at + 1..].chars().next())
}

/// Whether the dot at this place is that of a number, and the number's only one.
fn is_decimal(text: &str, at: usize) -> bool {
    let goes_on = |rest: &str| rest.strip_prefix('.').unwrap_or(rest).starts_with(char::is_alphanumeric);
    let (before, after) = (&text[..at], &text[at + 1..]);
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = whole.len() < before.len() && rest.len() < after.len();
    digits && !whole.ends_with(|c: char| c.is_alphanumeric() || c == '.') && !goes_on(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_text() {
        for (text, written) in [
            ("a|b", "a\\|b"),
            ("<script>", "&lt;script&gt;"),
            ("[x](javascript:y)", "\\[x\\]\\(javascript\\:y\\)"),
            ("a\nb", "a b"),
            ("\\|", "\\\\\\|"),
            ("- item", "\\- item"),
            ("a-b", "a-b"),
        ] {
            assert_eq!(markdown(text), written, "{text:?}");
        }
    }

    #[test]
    fn no_address_in_markdown_is_a_link() {
        for (text, written) in [
            ("https://evil.example/x", "https\\:/<!-- -->/evil\\.example/x"),
            ("//evil.example", "/<!-- -->/evil\\.example"),
            ("///x", "/<!-- -->/<!-- -->/x"),
            ("evil.example.", "evil\\.example."),
            ("www.evil.example WWW.x", "www.<!-- -->evil\\.example WWW.<!-- -->x"),
            ("www._x", "www.<!-- -->\\_x"),
            ("élu.москва", "élu\\.москва"),
            ("ana@evil.example", "ana@<!-- -->evil\\.example"),
            ("mailto:a xmpp:b", "mailto\\:a xmpp\\:b"),
            ("127.0.0.1", "127\\.0\\.0\\.1"),
            ("3.example", "3\\.example"),
        ] {
            assert_eq!(markdown(text), written, "{text:?}");
        }
        // What can be no address stays as it is.
        for text in ["7.5 years, 1.25.", "Note: yes.", "a/b", "etc. and so on", "3.5/5", "B2/C1"] {
            assert_eq!(markdown(text), text);
        }
    }
}
