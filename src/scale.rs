//! Ordered scales and their steps.

use std::sync::{Arc, LazyLock};

use crate::catalogue::Text;
use crate::fold::fold;
use crate::lexicon::{Lexicon, Sections, Sense, sections};
use crate::written::Written;

/// One step of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is called.
    pub name: Text,
    /// The words for it in a criteria file, what it is called among them.
    pub words: Vec<String>,
}

/// An ordered list of steps; the lowest is 0.
#[derive(Clone, Debug)]
pub struct Scale {
    name: String,
    sort: Sort,
    steps: Vec<Step>,
    /// The steps of a scale of the criteria file's own, as they are written.
    written: Written,
}

/// The built-in scales, whose words are in the language packs, and those of a criteria file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Proficiency,
    Cefr,
    Education,
    Own,
}

impl Sort {
    /// From which step to which a word means, where it is a word of this scale.
    pub(crate) fn steps(self, sense: Sense) -> Option<(usize, usize)> {
        match (self, sense) {
            (Self::Proficiency, Sense::Proficiency(low, high))
            | (Self::Cefr, Sense::Cefr(low, high))
            | (Self::Education, Sense::Degree(low, high)) => Some((low.into(), high.into())),
            _ => None,
        }
    }

    const fn sections(self) -> Sections {
        match self {
            Self::Proficiency => sections!(; Proficiency),
            Self::Cefr => sections!(; Cefr),
            Self::Education => sections!(; Degrees),
            Self::Own => sections!(; ),
        }
    }

    /// The step that a word of the packs means, if it means one alone.
    fn step(self, word: &str) -> Option<usize> {
        let meanings = Lexicon::default().meanings(word, self.sections());
        let mut spans = meanings.into_iter().filter_map(|sense| self.steps(sense));
        let (low, high) = spans.next()?;
        (low == high && spans.all(|span| span == (low, high))).then_some(low)
    }
}

static PROFICIENCY: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "proficiency",
        Sort::Proficiency,
        &[
            ("none", "aucune"),
            ("basic", "notions"),
            ("good", "bonne"),
            ("very good", "très bonne"),
            ("excellent", "excellente"),
        ],
    )
});

static CEFR: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "cefr",
        Sort::Cefr,
        &[
            ("below A1", "en dessous de A1"),
            ("A1", "A1"),
            ("A2", "A2"),
            ("B1", "B1"),
            ("B2", "B2"),
            ("C1", "C1"),
            ("C2", "C2"),
        ],
    )
});

static EDUCATION: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "education",
        Sort::Education,
        &[
            ("none", "aucun diplôme"),
            ("secondary", "secondaire"),
            ("short cycle", "cycle court"),
            ("bachelor", "licence ou bachelier"),
            ("master", "master"),
            ("doctorate", "doctorat"),
        ],
    )
});

/// `proficiency`: none, basic, good, very good, excellent.
#[must_use]
pub fn proficiency() -> &'static Arc<Scale> {
    &PROFICIENCY
}

/// `cefr`: below A1, A1, A2, B1, B2, C1, C2 (Common European Framework of Reference for Languages).
#[must_use]
pub fn cefr() -> &'static Arc<Scale> {
    &CEFR
}

/// `education`: none, secondary, short cycle, bachelor, master, doctorate (levels 4 to 8 of the European
/// Qualifications Framework, and none).
#[must_use]
pub fn education() -> &'static Arc<Scale> {
    &EDUCATION
}

impl Scale {
    /// A scale of the criteria file's own, its steps from the lowest.
    #[must_use]
    pub fn own(name: impl Into<String>, steps: Vec<Step>) -> Self {
        let words =
            steps.iter().enumerate().flat_map(|(at, step)| step.words.iter().map(move |word| (word.as_str(), at)));
        let written = Written::new(words);
        Self { written, name: name.into(), sort: Sort::Own, steps }
    }

    fn built_in(name: &str, sort: Sort, names: &[(&str, &str)]) -> Arc<Self> {
        let step = |(en, fr): &(&str, &str)| Step {
            name: Text { en: (*en).to_owned(), fr: (*fr).to_owned() },
            words: Vec::new(),
        };
        let steps = names.iter().map(step).collect();
        Arc::new(Self { written: Written::default(), name: name.to_owned(), sort, steps })
    }

    /// What the scale is called in the criteria file.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.name
    }

    /// Which scale it is.
    pub(crate) const fn sort(&self) -> Sort {
        self.sort
    }

    /// Its steps, from the lowest.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The number of its highest step; 0 for a scale without steps.
    #[must_use]
    pub fn top(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// What a step is called; empty for a step that is not on the scale.
    #[must_use]
    pub fn name(&self, index: usize) -> Text {
        self.steps.get(index).map(|step| step.name.clone()).unwrap_or_default()
    }

    /// The step that a criteria file names, by its name in either language or by a word that means that step alone.
    /// `_` stands for a space.
    #[must_use]
    pub fn step(&self, word: &str) -> Option<usize> {
        let folded = fold(&word.replace('_', " "));
        let named = |step: &Step| {
            [&step.name.en, &step.name.fr].into_iter().chain(&step.words).any(|name| fold(name) == folded)
        };
        self.written(word).or_else(|| self.steps.iter().position(named)).or_else(|| self.sort.step(&folded))
    }

    /// The step of a scale of the criteria file's own that a text is, as it is written there.
    pub(crate) fn written(&self, text: &str) -> Option<usize> {
        self.written.whole(text)
    }

    /// Whether the cell is one of the steps, as it is written.
    #[must_use]
    pub fn names(&self, cell: &str) -> bool {
        self.written(cell).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps() {
        for (scale, word, step) in [
            (proficiency(), "very good", Some(3)),
            (proficiency(), "very_good", Some(3)),
            (proficiency(), "bonne", Some(2)),
            (proficiency(), "none", Some(0)),
            (proficiency(), "Excellent", Some(4)),
            (proficiency(), "advanced", None),
            (proficiency(), "goood", None),
            (cefr(), "B2", Some(4)),
            (cefr(), "c1", Some(5)),
            (cefr(), "below A1", Some(0)),
            (cefr(), "native", Some(6)),
            (cefr(), "fluent", None),
            (education(), "bachelor", Some(3)),
            (education(), "Master", Some(4)),
            (education(), "short_cycle", Some(2)),
            (education(), "licence", Some(3)),
            (education(), "doctorate", Some(5)),
            (education(), "doctorat", Some(5)),
            (education(), "PhD", Some(5)),
            (education(), "secondary", Some(1)),
            (education(), "none", Some(0)),
            (education(), "degree", None),
            (education(), "wizard", None),
        ] {
            assert_eq!(scale.step(word), step, "{word:?} on {}", scale.id());
        }
        // Every step is found by its own name in both languages.
        for scale in [proficiency(), cefr(), education()] {
            for at in 0..=scale.top() {
                let name = scale.name(at);
                assert_eq!(
                    (scale.step(&name.en), scale.step(&name.fr)),
                    (Some(at), Some(at)),
                    "{at} of {}",
                    scale.id()
                );
            }
        }
    }
}
