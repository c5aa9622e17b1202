//! Reading and writing files of the user.
//!
//! Knows nothing of reports.

mod reading;
mod writing;

pub use reading::{Unreadable, read, read_opened, read_standard_input};
pub use writing::{WriteError, write_whole};
