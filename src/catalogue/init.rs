//! What a proposed criteria file says.
