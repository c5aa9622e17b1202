//! Resolves the destination of a file: follows symbolic links, and detects pipes and devices.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Unwritable;

/// The maximum number of symbolic links to follow, as in Linux (`path_resolution(7)`).
const LINK_LIMIT: usize = 40;

/// The number of bytes at the start of a file that identify its kind, such as `%PDF-`.
const SIGNATURE_LENGTH: usize = 5;

/// The destination of a file.
#[derive(Debug)]
pub(super) enum Destination {
    /// A FIFO or a device, which is written to.
    Stream,
    /// A new file, with symbolic links resolved.
    New(PathBuf),
    /// An existing file to replace, with symbolic links resolved, and its permissions.
    Existing(PathBuf, Permissions),
}

/// Whether a path is written to and never replaced: a FIFO, a device, or an open file of this process, such as
/// `/dev/fd/3`.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
        || path
            .parent()
            .and_then(|folder| folder.canonicalize().ok())
            .is_some_and(|folder| folder.starts_with("/proc") || folder == Path::new("/dev/fd"))
}

impl Destination {
    /// Resolves a path.
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

    /// The resolved path; `None` for a stream.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stream => None,
            Self::New(path) | Self::Existing(path, _) => Some(path),
        }
    }

    /// Checks that an existing file may be replaced: it is writable, it is not an input, and it is empty or of the same
    /// kind as the new content.
    pub(super) fn expect_replaceable(&self, new: &[u8], inputs: &[PathBuf]) -> Result<(), Unwritable> {
        let Self::Existing(path, _) = self else { return Ok(()) };
        if inputs.iter().any(|input| same_file::is_same_file(input, path).unwrap_or(false)) {
            return Err(Unwritable::Input);
        }
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        let mut signature = Vec::new();
        file.take(SIGNATURE_LENGTH as u64).read_to_end(&mut signature)?;
        if signature.is_empty() || new.get(..SIGNATURE_LENGTH) == Some(signature.as_slice()) {
            Ok(())
        } else {
            Err(Unwritable::OtherKind)
        }
    }
}

/// Resolves dangling symbolic links.
fn end_of_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..LINK_LIMIT {
        let Ok(target) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    path
}
