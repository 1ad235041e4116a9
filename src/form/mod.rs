//! What a form leaves in a cell beside the words that say something: the markup of rich text, and boxes.

pub(crate) mod boxes;
mod markup;

pub(crate) use self::markup::bare;
