//! Writes laid-out pages to PDF files.

mod compact;
mod draft;
mod file_metadata;
mod glyph_codes;
mod imposition;
mod page_contents;
mod print;
mod resolution;
mod samples;
mod screen;
mod stream_ends;
mod tagging;

pub use draft::draft;
pub use imposition::{Imposition, impose};
pub use print::{OutputCondition, Press, print};
pub use screen::screen;

/// The program name and version in PDF metadata.
const CREATOR: &str = concat!("ataskaita ", env!("CARGO_PKG_VERSION"));
