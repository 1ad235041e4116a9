//! Periods: spans of time, whose overlaps count once.
