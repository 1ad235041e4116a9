//! The files that a page is made of, and the policy that allows its style and its script alone.

use hmac_sha256::Hash;

/// The name of the page's template.
pub(super) const PAGE: &str = "page.html";
/// The name of the template of a candidate's rows.
pub(super) const ROW: &str = "row.html";

const STYLE: &str = include_str!("style.css");
/// The script, in the order in which its parts run.
const SCRIPT: [&str; 8] = [
    include_str!("script/rules.js"),
    include_str!("script/page.js"),
    include_str!("script/list.js"),
    include_str!("script/weights.js"),
    include_str!("script/account.js"),
    include_str!("script/compare.js"),
    include_str!("script/take.js"),
    include_str!("script/start.js"),
];

/// The templates by name.
pub(super) const TEMPLATES: [(&str, &str); 2] =
    [(PAGE, concat!(include_str!("head.html"), include_str!("page.html"))), (ROW, include_str!("row.html"))];

/// The style, with `labels` at its end.
pub(super) fn style(labels: &str) -> String {
    let mut style = lean(STYLE);
    style.push_str(labels);
    style
}

/// The script.
pub(super) fn script() -> String {
    SCRIPT.iter().map(|part| lean(part)).collect()
}

/// Without comments, which stand on lines of their own, and without what indents a line.
pub(crate) fn lean(text: &str) -> String {
    let comment = |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).filter(|line| !comment(line));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The policy of a page with this style and this script, if any: it loads nothing, sends nothing and runs nothing else.
pub(crate) fn policy(style: &str, script: Option<&str>) -> String {
    let hash = |text: &str| base64(&Hash::hash(text.as_bytes()));
    let script = script.map_or_else(String::new, |script| format!("script-src 'sha256-{}'; ", hash(script)));
    let style = hash(style);
    format!("default-src 'none'; style-src 'sha256-{style}'; {script}base-uri 'none'; form-action 'none'")
}

/// Base 64, as RFC 4648 writes it.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |group: &[u8]| {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(group.get(at).copied().unwrap_or_default()));
        let sign = move |at: usize| char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]);
        let used = group.len() + 1;
        (0..4).map(move |at| if at < used { sign(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_is_that_of_its_standard() {
        for (text, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }

    #[test]
    fn a_policy_names_the_hashes_of_what_it_allows() {
        let policy = policy("", Some("abc"));
        assert!(policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), "{policy}");
        assert!(policy.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"), "{policy}");
    }

    #[test]
    fn comments_stay_in_the_source() {
        assert_eq!(
            lean("/** What it is. */\n  a(); // kept\n\n  // gone\n/*\n * gone\n */\nb();\n"),
            "a(); // kept\nb();\n"
        );
        assert!(!script().contains("@param"));
    }
}
