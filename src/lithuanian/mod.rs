//! The Lithuanian language: how it is set, spelled, used well and made to agree.
//!
//! Knows nothing of reports.

pub(crate) mod agreement;
pub mod spelling;
pub mod typography;
pub mod usage;
