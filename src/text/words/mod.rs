//! The language packs, and what their phrases mean. Words are data: they stand in the packs beside this file, one for
//! each language, and in the criteria file; `README.md` tells how to add one.

mod lexicon;
mod pack;
mod sense;
#[cfg(test)]
mod tests;

pub(crate) use self::lexicon::{Langs, Lexicon, Own, load};
pub(crate) use self::sense::{
    Bound, CEFR, Clock, EDUCATION, Edge, Joint, PROFICIENCY, Quantifier, SECTIONS, Section, Sections, Sense, Sex,
    Share, Slot, Topic, Unit, When, Who, sense,
};

/// ISO 639 for "multiple languages".
const EVERYWHERE: &str = "mul";

/// The packs, by the ISO 639 code of their language. Adding one is a file and a line here.
///
/// The last, `mul`, holds what is written alike in many languages, and is always read.
pub(crate) const PACKS: &[(&str, &str)] = &[
    ("en", include_str!("en.yaml")),
    ("fr", include_str!("fr.yaml")),
    ("es", include_str!("es.yaml")),
    ("de", include_str!("de.yaml")),
    ("nl", include_str!("nl.yaml")),
    (EVERYWHERE, include_str!("mul.yaml")),
];

const _: () = assert!(PACKS.len() <= u8::BITS as usize, "a set of packs is a byte: `Langs`");
