//! The pages that people read: README.md, CONTRIBUTING.md and the documentation.

use std::path::Path;

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the project, by its path within the project, in order; the built book is none of them.
pub(crate) fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().into_string().unwrap());
        match entry.file_type().unwrap() {
            kind if kind.is_file() => found.push(path),
            kind if kind.is_dir() && path != "docs/book" => found.extend(files(&path)),
            _ => {}
        }
    }
    found.sort();
    found
}

/// Every page, by its path within the project.
pub(crate) fn all() -> Vec<String> {
    let mut pages = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    pages.extend(files("docs").into_iter().filter(|name| name.ends_with(".md")));
    pages
}
