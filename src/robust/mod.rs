//! Would another fair choice of weights, or other answers, give another list? Proved where it can be, and sampled beside.
//!
//! Pure: everybody judged goes in, figures come out. No weight moves a status: the eligible stay before the others.

mod funnel;
mod interval;
mod model;
mod proof;
mod questions;
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub(crate) use self::funnel::{Funnel, FunnelStep, funnel};
pub(crate) use self::interval::{Interval, ListChange};
pub(crate) use self::model::Model;
pub(crate) use self::proof::{ProvedStanding, Turn};
pub(crate) use self::questions::{OpenCell, questions};
