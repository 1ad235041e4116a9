//! The readers of cells: what a cell of each kind says, as a reading, with no notion of criteria, files or output.
//!
//! A cell without its markup is cut and looked up in the language packs once ([`Lexed`]), and read by the grammar of its kind
//! with a [`Cursor`]. Every reader here takes a cell that is not missing ([`crate::formats::Formats::is_missing`] is asked
//! first, in one place above) and answers with all that the cell can mean.

mod cursor;
pub(crate) mod grammar;
mod lexed;
mod name;
pub(crate) mod shown;

pub(crate) use self::cursor::Cursor;
pub(crate) use self::lexed::Lexed;
