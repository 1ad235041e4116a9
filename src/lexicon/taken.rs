//! Which sections of the packs a kind of cells takes: a word added for one kind is not seen by another.

use super::section::Section;
use super::sense::{Sense, Topic};

/// The sections that one kind of cells takes, and which of the neutral words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sections {
    sections: u64,
    topics: u16,
}

impl Sections {
    /// All sections and topics of cells; what headers and postings say is no matter of cells.
    pub(crate) const ALL: Self = Self { sections: !Self::BESIDE, topics: u16::MAX };
    const BESIDE: u64 = 1 << Section::Identity as u64
        | 1 << Section::Headers as u64
        | 1 << Section::Headings as u64
        | 1 << Section::Postings as u64
        | 1 << Section::Around as u64
        | 1 << Section::Topics as u64
        | 1 << Section::Zones as u64;

    /// These sections, the neutral words of these topics and of any, and what the criteria file calls understood.
    pub(crate) const fn of(topics: &[Topic], sections: &[Section]) -> Self {
        let mut all = Self {
            sections: 1 << Section::Understood as u8 | 1 << Section::Neutral as u8,
            topics: 1 << Topic::Any as u8,
        };
        let mut at = 0;
        while at < sections.len() {
            all.sections |= 1 << sections[at] as u8;
            at += 1;
        }
        at = 0;
        while at < topics.len() {
            all.topics |= 1 << topics[at] as u8;
            at += 1;
        }
        all
    }

    /// These and those.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self { sections: self.sections | other.sections, topics: self.topics | other.topics }
    }

    /// Whether this section is one of theirs.
    pub(crate) const fn has(self, section: Section) -> bool {
        self.sections & (1 << section as u8) != 0
    }

    /// Whether a phrase with this sense, in this section, is one of theirs.
    pub(crate) const fn take(self, section: Section, sense: Sense) -> bool {
        let topic = match sense {
            Sense::Neutral(topic) | Sense::Nothing(topic) => self.topics & (1 << topic as u8) != 0,
            _ => true,
        };
        topic && self.has(section)
    }
}

/// The sections of a kind of cells, after the topics of its neutral words.
macro_rules! sections {
    ($($topic:ident)*; $($section:ident)*) => {
        $crate::lexicon::Sections::of(
            &[$($crate::lexicon::Topic::$topic),*],
            &[$($crate::lexicon::Section::$section),*],
        )
    };
}

pub(crate) use sections;
