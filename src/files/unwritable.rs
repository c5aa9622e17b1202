//! Reasons why files cannot be written.

use std::io;

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritable {
    /// It is one of the files that were read.
    Input,
    /// It exists and is of a different kind.
    OtherKind,
    /// Another file has the same destination.
    Twice,
    /// It is a folder.
    Folder,
    /// Its folder is a file.
    FolderIsFile,
    /// Its folder does not exist.
    FolderMissing,
    /// Its name is too long, or has characters that are not allowed.
    Name,
    /// The permissions of the file or its folder do not allow it.
    Forbidden,
    /// The file system is read-only.
    ReadOnly,
    /// The disk is full.
    NoSpace,
    /// It is closed: no process is reading from it.
    Closed,
    /// The operating system failed, with this error number if it gave one.
    Failed(Option<i32>),
}

impl From<io::Error> for Unwritable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::FolderIsFile,
            io::ErrorKind::NotFound => Self::FolderMissing,
            io::ErrorKind::InvalidFilename => Self::Name,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace,
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(error.raw_os_error()),
        }
    }
}
