//! `screen` ranks applicants against a posting's required qualifications and shows why.

pub mod catalogue;
pub mod criteria;
pub mod diagnostic;
pub mod header;
pub mod kinds;
pub mod plan;
pub mod rank;
pub mod reading;
pub mod render;
pub mod score;
pub mod text;
pub mod verdict;
pub mod view;
pub mod yaml;
