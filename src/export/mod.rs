//! From laid-out pages to files.

mod meanings;
mod screen;
mod stream_ends;
mod whole_file;

pub use screen::screen;
pub use whole_file::write_whole;
