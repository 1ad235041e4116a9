//! E-mail addresses, links and handles, known by their form.

use std::ops::Range;

/// Sites where people have a page of their own; what follows one of these in a word is a link to it.
const SITES: &str = "linkedin.com lnkd.in github.com github.io gitlab.com facebook.com fb.com twitter.com x.com \
    instagram.com orcid.org researchgate.net academia.edu xing.com viadeo.com t.me wa.me youtube.com \
    medium.com substack.com scholar.google about.me tiktok.com behance.net dribbble.com \
    stackoverflow.com kaggle.com huggingface.co bsky.app bsky.social mastodon.social linktr.ee \
    calendly.com drive.google docs.google dropbox.com notion.site malt.fr doyoubuzz.com upwork.com";

/// What begins a link.
const SCHEMES: &[&str] = &["http://", "https://", "www.", "mailto:", "tel:", "skype:", "ftp://"];

/// Where the addresses of a text are, in order; no two overlap.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // A look tells of most texts that there are none.
    if memchr::memchr3(b'@', b'.', b':', text.as_bytes()).is_none() {
        return found;
    }
    let mut words = tokens(text).peekable();
    while let Some(word) = words.next() {
        if let Some(link) = link(&text[word.clone()]) {
            found.push(word.start + link.start..word.start + link.end);
            continue;
        }
        let mut at = word.start;
        while let Some(one) = email(&text[at..word.end]) {
            // A sign that stands alone is none.
            found.extend((one.len() > 1).then_some(at + one.start..at + one.end));
            at += one.end;
        }
        if at > word.start {
            continue;
        }
        // `zoe (at) example.org`, `zoe @ example.org`
        let rest = &text[word.end..];
        if let Some(end) = spelled(rest)
            && text[word.clone()].chars().all(is_local)
        {
            found.push(word.start..word.end + end);
            while words.next_if(|next| next.start < word.end + end).is_some() {}
        }
    }
    found
}

/// The part of an address that is somebody's own: the name before `@`, the path of a link.
pub(super) fn personal(address: &str) -> &str {
    if let Some((name, _)) = address.split_once('@')
        && !name.contains('/')
    {
        return name;
    }
    if let Some((name, _)) = address.split_once(|c: char| c.is_whitespace() || c == '(' || c == '[') {
        return name;
    }
    let after = address.split_once("//").map_or(address, |(_, rest)| rest);
    after.split_once('/').map_or("", |(_, path)| path)
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-'’".contains(c)
}

/// Words between white space and what never stands in an address.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let parts = text.split(|c: char| c.is_whitespace() || "<>\"«»“”|;,".contains(c));
    parts.map(|part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    })
}

/// A link in a word, with all that follows it.
fn link(word: &str) -> Option<Range<usize>> {
    if !word.contains(['.', ':']) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let starts = SCHEMES.iter().filter_map(|scheme| lower.find(scheme)).min();
    let site = || {
        let (at, site) = SITES.split(' ').filter_map(|site| Some((lower.find(site)?, site))).min()?;
        // `matrix.com` is not `x.com`.
        let whole = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '@');
        let start = lower[..at].rfind(|c: char| !c.is_alphanumeric() && c != '.' && c != '-').map_or(0, |at| at + 1);
        (whole && lower.len() > at + site.len() && !lower[..at].contains('@')).then_some(start)
    };
    let start = starts.or_else(site)?;
    let end = word.trim_end_matches(|c: char| ".,:!?)]}'’".contains(c)).len();
    (word.is_char_boundary(start) && end > start).then_some(start..end)
}

/// The first e-mail address or handle in a word.
fn email(word: &str) -> Option<Range<usize>> {
    let at = memchr::memchr(b'@', word.as_bytes())?;
    let (before, after) = (&word[..at], &word[at + 1..]);
    let start =
        before.rfind(|c: char| !is_local(c)).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let host = after.find(|c: char| !c.is_alphanumeric() && c != '.' && c != '-' && c != '_').unwrap_or(after.len());
    let host = after[..host].trim_end_matches(['.', '-']).len();
    Some(start..at + 1 + host)
}

/// How far an address goes on behind its name, where its `@` stands apart or is spelled out.
fn spelled(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let lower = trimmed.get(..trimmed.len().min(8)).unwrap_or_default().to_ascii_lowercase();
    let sign = ["@", "(at)", "[at]", "{at}"].into_iter().find(|sign| lower.starts_with(*sign))?;
    let host = trimmed[sign.len()..].trim_start_matches([' ', '\u{a0}']);
    let end = host.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').unwrap_or(host.len());
    let name = host[..end].trim_end_matches('.');
    let (first, last) = name.rsplit_once('.')?;
    let is_host = !first.is_empty() && last.len() > 1 && last.chars().all(|c| c.is_ascii_alphabetic());
    is_host.then(|| rest.len() - host.len() + name.len())
}
