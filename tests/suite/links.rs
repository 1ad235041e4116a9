//! Links of the pages that people read lead somewhere, and every page can be found.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::common::pages::{self, root};

/// The lines of a page that are no code.
fn prose(page: &str) -> Vec<String> {
    let mut within = false;
    let text = fs::read_to_string(root().join(page)).unwrap();
    let outside = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        within ^= fence;
        !within && !fence
    });
    outside.map(|line| line.split('`').step_by(2).collect::<Vec<_>>().join("`")).collect()
}

/// What a page links to: each link's target as it is written.
fn links(page: &str) -> Vec<String> {
    let text = prose(page).join("\n");
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// The names of a page's places: its headings as GitHub and mdBook call them, and its anchors.
fn places(page: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(page)).unwrap();
    let anchors = text.split("<a id=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let mut places: BTreeSet<String> = anchors.map(|(id, _)| id.to_owned()).collect();
    let mut within = false;
    for line in text.lines() {
        within ^= line.starts_with("```");
        let Some(heading) = line.strip_prefix('#').filter(|_| !within) else { continue };
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        places.insert(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
    }
    places
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
        plain
    })
}

/// The page or file that a link of a page leads to, and its place there.
fn end<'a>(page: &str, link: &'a str) -> (String, Option<&'a str>) {
    let (path, place) = link.split_once('#').map_or((link, None), |(path, place)| (path, Some(place)));
    if path.is_empty() {
        return (page.to_owned(), place);
    }
    let path = plain(&Path::new(page).parent().unwrap().join(path));
    (path.to_str().unwrap().to_owned(), place)
}

#[test]
fn every_link_leads_somewhere() {
    for page in pages::all() {
        for link in links(&page).iter().filter(|link| !link.contains("://") && !link.is_empty()) {
            let (path, place) = end(&page, link);
            assert!(root().join(&path).is_file(), "{page}: there is no {link}");
            assert!(
                !page.starts_with("docs/") || path.starts_with("docs/"),
                "{page}: {link} is outside of the book, where nobody who reads it there can follow"
            );
            let Some(place) = place else { continue };
            assert!(places(&path).contains(place), "{page}: {path} has no place #{place}");
        }
    }
}

#[test]
fn the_book_has_every_page() {
    let chapters: BTreeSet<String> =
        links("docs/SUMMARY.md").iter().map(|link| end("docs/SUMMARY.md", link).0).collect();
    for page in pages::files("docs").iter().filter(|page| page.ends_with(".md") && *page != "docs/SUMMARY.md") {
        assert!(chapters.contains(page), "docs/SUMMARY.md does not have {page}");
    }
}
