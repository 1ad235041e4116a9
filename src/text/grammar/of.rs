//! What an amount of years is of.

use crate::lexed::{Cursor, is};
use crate::lexicon::{Sense, Slot};
use crate::tokens::Case;

/// What an amount is of, as far as words beside it say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// Nothing is said.
    #[default]
    Anything,
    /// Somebody, a place, a role.
    Named,
    /// Somebody whom the criteria file calls understood.
    Known,
    /// What else it calls understood, which is what is asked for as often as not: then what else is told may be
    /// of something else. "12 years, of which 4 in human rights"
    Subject,
}

impl Of {
    /// What the words from a place up to here say. Abbreviations are names ("dont 3 à l'ONU"), and so is what has a capital
    /// after a word that leads to names ("avec Amnesty"); what stands after "in" is none.
    pub(super) fn said(cursor: &Cursor<'_>, from: usize) -> Self {
        let Some(at) = (from..cursor.at).find(|at| cursor.lexed().has(*at, is!(Sense::Understood))) else {
            let named = cursor.had(from, is!(Sense::Role | Sense::Place | Sense::Slot(Slot::Name)));
            return if named { Self::Named } else { Self::Anything };
        };
        let leads = |slot: Slot| cursor.had(from, is!(Sense::Slot(led) if led == slot));
        let (to_name, to_place) = (leads(Slot::Name), leads(Slot::Place));
        match cursor.lexed().token(at).map(|token| token.case) {
            _ if to_place && !to_name => Self::Subject,
            Some(Case::Upper) if cursor.lexed().tokens_of(at).len() == 1 && !cursor.lexed().shouts() => Self::Known,
            Some(Case::Capital) if to_name && !cursor.lexed().capitalises_nouns() => Self::Known,
            _ => Self::Subject,
        }
    }

    /// Whether it may be of something else than another that is of the subject.
    pub(super) const fn gives_way(self) -> bool {
        matches!(self, Self::Anything | Self::Named)
    }
}
