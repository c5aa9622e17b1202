//! What `preflight` finds in files for print.
//!
//! A file that is right is made object by object, and then broken in one way after another.

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
