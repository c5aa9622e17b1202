//! What a user would notice of a report.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod command;
mod command_line;
mod conformance;
mod contrast;
mod dates;
mod editions;
mod every_text;
mod full_report;
mod fuzz;
mod golden;
mod hostile;
mod images;
mod limited;
mod line_ends;
mod long_report;
mod orderly;
mod pdf;
mod press;
mod print_edition;
mod random_reports;
mod real_report;
mod typography;
mod wording;
mod written_files;
