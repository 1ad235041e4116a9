//! YAML to values with places: the only room that names the YAML crate.
//!
//! [`parse`] gives a tree in which every key and value knows its line and column; [`Fields`] reads a mapping of that
//! tree by a table of [`Field`]s, so that an unknown key or a wrong type is told the same way everywhere.

mod days;
mod fields;
mod lines;
mod meant;
mod named;
mod parse;
mod shape;
mod slips;
mod texts;
mod tree;
mod wrong;

pub use fields::Fields;
pub use meant::{meant, nearest};
pub use named::Named;
pub use parse::parse;
pub use shape::{Field, Shape};
pub use texts::{short, shown};
pub use tree::{MOST_BYTES, Node, NodeValue, Spanned};
pub use wrong::MOST_NUMBER;
