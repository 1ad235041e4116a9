//! The words of a text, for breaking it into lines.

/// The words of a text, each with what stays with it: the marks that a space sets apart (`« oui »`, `a :`), and the figure
/// before it (`1 minute`, `6,92 sur 7`).
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut opening = false;
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let closes = word.starts_with([':', ';', '?', '!', '»', '%']);
        match words.last_mut() {
            Some(last) if opening || closes || is_figure(last) && word.starts_with(char::is_alphabetic) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        opening = word.ends_with('«');
    }
    words
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}'))
        && word.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_figures_stay_with_their_words() {
        for (text, expected) in [
            ("niveau « oui » ? : bon", &["niveau", "« oui » ? :", "bon"] as &[&str]),
            ("1 minute de retard ; 6,92 sur 7 ans", &["1 minute", "de", "retard ;", "6,92 sur", "7 ans"]),
            ("1 2 3", &["1", "2", "3"]),
            ("C1 or better.", &["C1", "or", "better."]),
            ("  ", &[]),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
