//! From laid-out pages to files.

mod compact;
mod draft;
mod file_metadata;
mod imposition;
mod meanings;
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

/// The program, as files name what made them.
const CREATOR: &str = concat!("ataskaita ", env!("CARGO_PKG_VERSION"));
