#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn show() {
    let path = std::env::var("POSTING").unwrap_or_default();
    let Ok(text) = std::fs::read_to_string(path) else { return };
    let posting = read(&text);
    println!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        posting.title, posting.organisation, posting.deadline, posting.zone, posting.documents
    );
    for one in posting.requirements {
        println!(
            "{} {:?} [{}]\n    {}",
            if one.required { "R" } else { "A" },
            one.ask,
            one.label.unwrap_or_default(),
            one.quote
        );
    }
}
