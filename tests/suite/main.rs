//! Tests of the program and its PDFs from a user's point of view.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, in the functions that it calls too"
)]

mod assistive_technology;
mod changes;
mod charts;
mod command;
mod command_line;
mod comments;
mod community;
mod conformance;
mod contrast;
mod dates;
mod draft;
mod drawing;
mod editions;
mod every_text;
mod extremes;
mod full_report;
mod fullness;
mod fuzz;
mod golden;
mod hostile;
mod hostile_drafts;
mod image_colours;
mod image_formats;
mod image_sizes;
mod images;
mod imposition;
mod limited;
mod line_ends;
mod long_report;
mod map;
mod one_image;
mod orderly;
mod page_breaks;
mod passing_reports;
mod pdf;
mod photographs;
mod press;
mod print_edition;
mod random_images;
mod random_reports;
mod real_report;
mod reports;
mod svg_images;
mod template_data;
mod templates;
mod typography;
mod wording;
mod written_files;
