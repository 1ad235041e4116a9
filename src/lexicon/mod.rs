//! The language packs, and what their phrases mean. Words are data: they stand in the packs beside this file, one for
//! each language, and in the criteria file; `README.md` tells how to add one.

mod langs;
mod normal;
mod pack;
mod phrases;
mod section;
mod sense;
mod taken;
#[cfg(test)]
mod tests;
mod told;

pub(crate) use self::langs::Langs;
pub use self::phrases::load_packs;
pub(crate) use self::phrases::{Lexicon, Own};
pub(crate) use self::section::Section;
pub(crate) use self::sense::{
    Bound, Clock, Counted, EDUCATION, Edge, Joint, Pay, Quantifier, Sense, Sex, Share, Slot, Study, Topic, Unit, When,
    code, sense,
};
pub(crate) use self::taken::{Sections, sections};
pub(crate) use self::told::{Cue, Head, Who};

/// ISO 639 for "multiple languages".
const EVERYWHERE: &str = "mul";

/// The packs, by the ISO 639 code of their language. Adding one is a file, one more with what people study, one with
/// what headers say, and a line here.
///
/// The last, `mul`, holds what is written alike in many languages, and is always read.
pub(crate) const PACKS: &[(&str, &str)] = &[
    (
        "en",
        concat!(
            include_str!("en.yaml"),
            include_str!("subjects/en.yaml"),
            include_str!("forms/en.yaml"),
            include_str!("postings/en.yaml")
        ),
    ),
    (
        "fr",
        concat!(
            include_str!("fr.yaml"),
            include_str!("subjects/fr.yaml"),
            include_str!("forms/fr.yaml"),
            include_str!("postings/fr.yaml")
        ),
    ),
    ("es", concat!(include_str!("es.yaml"), include_str!("subjects/es.yaml"), include_str!("forms/es.yaml"))),
    ("de", concat!(include_str!("de.yaml"), include_str!("subjects/de.yaml"), include_str!("forms/de.yaml"))),
    ("nl", concat!(include_str!("nl.yaml"), include_str!("subjects/nl.yaml"), include_str!("forms/nl.yaml"))),
    (EVERYWHERE, concat!(include_str!("mul.yaml"), include_str!("zones.yaml"))),
];

const _: () = assert!(PACKS.len() <= u8::BITS as usize, "a set of packs is a byte: `Langs`");
