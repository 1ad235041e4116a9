//! The readers of cells: what a cell of each kind says, as a reading, with no notion of criteria, files or output.
//!
//! A cell without its markup is cut and looked up in the language packs once ([`crate::lexed`]), and read by the grammar of its kind
//! with a cursor. Every reader here takes a cell that is not missing ([`crate::formats::Formats::is_missing`] is asked
//! first, in one place above) and answers with all that the cell can mean.

pub(crate) mod grammar;
pub(crate) mod shown;
