//! Reading and writing files of the user.
//!
//! Knows nothing of reports.

mod reading;
mod writing;

pub use reading::Unreadable;
pub use writing::{WriteError, write_whole};
