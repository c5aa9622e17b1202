//! Reading and writing files of the user.
//!
//! Knows nothing of reports.

mod folder;
mod reading;
mod writing;

pub use folder::{Folder, FolderError};
pub use reading::Unreadable;
pub use writing::{WriteError, write_whole};
