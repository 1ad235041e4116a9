//! A cell with a step of any scale: of the CEFR, of degrees, of skill, or of the criteria file's own.

#[cfg(test)]
mod tests;

use super::scale::{self, Steps};
use super::{Heard, degree, hear, language};
use crate::formats::Formats;
use crate::lexicon::{Sections, sections};
use crate::scale::{Scale, Sort};

/// What a cell with a step of a scale of the criteria file's own is made of, beside the steps.
const OWN: Sections = sections!(Level; Skills BoundsBefore BoundsAfter Joints Edges);
const PROFICIENCY: Sections = OWN.and(sections!(; Proficiency Languages Answers Nothing));

/// Reads a step of a scale, as of a year.
pub(crate) fn read(cell: &str, scale: &Scale, formats: &Formats, year: i32) -> Heard {
    let sections = match scale.sort() {
        Sort::Cefr => return language::level(cell, None, formats, year),
        Sort::Education => return degree::level(cell, formats, year),
        Sort::Proficiency => PROFICIENCY,
        Sort::Own => OWN,
    };
    let whole = |text: &str| scale.written(text).map(|step| Heard::whole(Steps::of(step, step).reading()));
    whole(cell).unwrap_or_else(|| {
        hear(cell, sections, formats, |lexed| whole(lexed.text.trim()).unwrap_or_else(|| scale::steps(lexed, scale)))
    })
}
