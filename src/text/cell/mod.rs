//! A cell cut and looked up, whatever its kind: tokens, then lexemes, each a phrase of the packs or one token that none
//! of them knows, and a cursor over them that the grammars read with.

pub(crate) mod boxes;
mod lexeme;
mod name;
mod phrase;
mod token;
mod written;

pub(crate) use self::lexeme::{Cursor, Lexed};
pub(crate) use self::token::{Case, Kind, Token, Tokens, spelling};
pub(crate) use self::written::Written;
