//! Reads and writes the user's files. Independent of reports.

mod destination;
mod folder;
mod git;
mod reading;
mod standard_output;
mod temporary;
mod unwritable;
mod writing;

pub use destination::is_stream;
pub use folder::{Folder, FolderError};
pub use git::{NoRevision, read_revision, revisions};
pub use reading::{Unreadable, read, read_opened, read_standard_input};
pub use standard_output::{write_result, write_standard_output};
pub use unwritable::Unwritable;
pub use writing::{WriteError, write_whole};
