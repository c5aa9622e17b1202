//! The Lithuanian language: typography, spelling, usage and agreement. Independent of reports.

pub(crate) mod agreement;
pub mod spelling;
pub mod typography;
pub mod usage;
