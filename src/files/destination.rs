//! Where a file really goes: past symbolic links, and into pipes rather than over them.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Unwritable;

/// How many symbolic links are followed, one to the next, as in Linux (`path_resolution(7)`).
const LINK_LIMIT: usize = 40;

/// How many bytes at the beginning of a file tell its kind, such as `%PDF-`.
const KIND: usize = 5;

/// Where the bytes of a file go.
#[derive(Debug)]
pub(super) enum Destination {
    /// Into a FIFO or a device, which stays what it is.
    Stream,
    /// To a new file; its path with every symbolic link followed.
    New(PathBuf),
    /// In place of a file; its path in the same way, and its permissions.
    Existing(PathBuf, Permissions),
}

/// Whether a path leads to something that is written to and never replaced: a FIFO, a device, or an
/// open file of this process, such as `/dev/fd/3`.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
        || path
            .parent()
            .and_then(|folder| folder.canonicalize().ok())
            .is_some_and(|folder| folder.starts_with("/proc") || folder == Path::new("/dev/fd"))
}

impl Destination {
    /// Follows a path.
    pub(super) fn of(path: &Path) -> Result<Self, Unwritable> {
        if is_stream(path) {
            return Ok(Self::Stream);
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Err(Unwritable::Folder),
            Ok(metadata) => Ok(Self::Existing(path.canonicalize()?, metadata.permissions())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::New(end_of_links(path))),
            Err(error) => Err(error.into()),
        }
    }

    /// The path of the file, unless it is a stream.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stream => None,
            Self::New(path) | Self::Existing(path, _) => Some(path),
        }
    }

    /// Makes sure that nothing is lost where the file is replaced: it may be written to, it is none of
    /// the files that were read, and it is empty or of the kind of the new bytes.
    pub(super) fn expect_replaceable(&self, new: &[u8], inputs: &[PathBuf]) -> Result<(), Unwritable> {
        let Self::Existing(path, _) = self else { return Ok(()) };
        if inputs.iter().any(|input| same_file::is_same_file(input, path).unwrap_or(false)) {
            return Err(Unwritable::Input);
        }
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        let mut kind = Vec::new();
        file.take(KIND as u64).read_to_end(&mut kind)?;
        if kind.is_empty() || new.get(..KIND) == Some(kind.as_slice()) {
            Ok(())
        } else {
            Err(Unwritable::OtherKind)
        }
    }
}

/// Where a path leads that no file has, if it is a symbolic link or a chain of them.
fn end_of_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..LINK_LIMIT {
        let Ok(target) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    path
}
