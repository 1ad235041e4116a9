//! Words of a command line that somebody is to type.

use super::terminal;

/// The text as one word of a shell's command line; nothing where it holds what cannot be shown, and so not be typed.
#[must_use]
pub fn shell(text: &str) -> Option<String> {
    if terminal(text) != text {
        return None;
    }
    let plain = |c: char| c.is_alphanumeric() || "_-./,:@+".contains(c);
    let plainly = text.chars().enumerate().all(|(at, c)| plain(c) || c == '=' && at > 0);
    if plainly && !text.is_empty() {
        return Some(text.to_owned());
    }
    Some(if cfg!(windows) { format!("\"{}\"", text.replace('"', "\\\"")) } else { single(text) })
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn words_are_typed_as_they_are_meant() {
        for (text, typed) in [
            ("candidates.csv", Some("candidates.csv")),
            ("candidatures été.csv", Some("'candidatures été.csv'")),
            ("C'001", Some(r"'C'\''001'")),
            ("#17", Some("'#17'")),
            ("~", Some("'~'")),
            ("=1", Some("'=1'")),
            ("formats.dates=dmy", Some("formats.dates=dmy")),
            ("$(rm x); `y`", Some("'$(rm x); `y`'")),
            ("", Some("''")),
            ("a\nb", None),
            ("\u{202e}x", None),
        ] {
            assert_eq!(shell(text).as_deref(), typed, "{text}");
        }
    }
}
