//! The language packs, and what their phrases mean. Words are data: they stand in the packs beside this file, one for
//! each language, and in the criteria file; `README.md` tells how to add one.

mod laid;
mod langs;
mod normal;
#[cfg(test)]
mod pack;
mod packs;
mod phrases;
mod section;
mod sense;
mod taken;
#[cfg(test)]
mod tests;
mod told;

pub(crate) use self::langs::Langs;
pub(crate) use self::packs::{EVERYWHERE, PACKS};
pub use self::phrases::load_packs;
pub(crate) use self::phrases::{Lexicon, Own};
pub(crate) use self::section::Section;
pub(crate) use self::sense::{
    Clock, Counted, EDUCATION, Edge, Joint, Modifier, Pay, Quantifier, Sense, Sex, Share, Skill, Slot, Study, TimeUnit,
    Topic, When, code, sense,
};
pub(crate) use self::taken::{Sections, sections};
pub(crate) use self::told::{Cue, Head, Who};
