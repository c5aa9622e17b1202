//! The requirements of a printing press: inks, and a preflight of finished files.
//!
//! This module does not depend on reports.

pub mod annotations;
mod finish_error;
pub mod icc;
pub mod ink;
pub mod jpeg;
pub mod jpeg_2000;
mod pages;
pub mod pdf;
pub mod pdf_x4;
pub mod preflight;

pub use finish_error::{FinishError, Unconvertible};
pub use pages::Pages;
