//! Would another fair choice of weights, or other answers, give another list? Proved where it can be, and sampled beside.
//!
//! Pure: everybody judged goes in, figures come out. No weight moves a status: the eligible stay before the others.

mod funnel;
mod interval;
mod model;
mod proof;
mod questions;
pub mod sample;
#[cfg(test)]
mod tests;

pub use self::funnel::{Funnel, Step, funnel};
pub use self::interval::{Change, Interval};
pub use self::model::{Candidate, Model};
pub use self::proof::{Standing, Turn};
pub use self::questions::{Question, questions};
