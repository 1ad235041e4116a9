//! `screen` ranks applicants against a posting's required qualifications and shows why.

pub mod args;
pub mod catalogue;
pub mod commands;
pub mod config;
pub mod criteria;
pub mod diagnostic;
pub mod exit;
pub mod explain;
pub mod header;
pub mod kinds;
pub mod pipeline;
pub mod plan;
pub mod propose;
pub mod rank;
pub mod reading;
pub mod records;
pub mod render;
pub mod schema;
pub mod score;
pub mod spill;
pub mod text;
pub mod verdict;
pub mod view;
pub mod yaml;
