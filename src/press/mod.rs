//! What a printing press asks of a PDF: inks, and a preflight of finished files.
//!
//! Knows nothing of reports.

pub mod icc;
pub mod ink;
pub mod jpeg;
mod pages;
pub mod pdf;
pub mod preflight;

pub use pages::Pages;
