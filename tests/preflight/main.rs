//! The findings of `preflight`.
//!
//! A valid file is made object by object, and then broken in various ways.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod hostile;
mod program;
mod rules;
mod sample;
