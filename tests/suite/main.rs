//! What a user would notice of a report.

mod full_report;
mod orderly;
mod pdf;
mod press;
mod real_report;
mod wording;
