//! The language packs there are.
//!
//! `build.rs` reads this file too, and lays out the phrases of the packs.

/// ISO 639 for "multiple languages".
pub(crate) const EVERYWHERE: &str = "mul";

/// The packs, by the ISO 639 code of their language, with their files in this folder. Adding one is a file, one more with
/// what answers and denies, one with what people study, one with what headers say, and a line here.
///
/// The last, `mul`, holds what is written alike in many languages, and is always read.
pub(crate) const PACKS: &[(&str, &[&str])] = &[
    ("en", &["en.yaml", "answers/en.yaml", "subjects/en.yaml", "forms/en.yaml", "postings/en.yaml"]),
    ("fr", &["fr.yaml", "answers/fr.yaml", "subjects/fr.yaml", "forms/fr.yaml", "postings/fr.yaml"]),
    ("es", &["es.yaml", "answers/es.yaml", "subjects/es.yaml", "forms/es.yaml"]),
    ("de", &["de.yaml", "answers/de.yaml", "subjects/de.yaml", "forms/de.yaml"]),
    ("nl", &["nl.yaml", "answers/nl.yaml", "subjects/nl.yaml", "forms/nl.yaml"]),
    (EVERYWHERE, &["mul.yaml", "zones.yaml"]),
];

const _: () = assert!(PACKS.len() <= u8::BITS as usize, "a set of packs is a byte: `Langs`");
