//! `screen` ranks applicants against a posting's required qualifications and shows why.

pub mod catalogue;
pub mod diagnostic;
pub mod reading;
pub mod score;
pub mod text;
pub mod verdict;
pub mod view;
