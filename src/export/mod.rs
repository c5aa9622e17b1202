//! From laid-out pages to files.

mod meanings;
mod print;
mod screen;
mod stream_ends;

pub use print::{OutputCondition, Press, print};
pub use screen::screen;

/// The program, as files name what made them.
const CREATOR: &str = concat!("ataskaita ", env!("CARGO_PKG_VERSION"));
