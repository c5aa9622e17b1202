//! Reads the user's files, with limits.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not exist.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a FIFO, a socket or a device: reading it may wait forever or never end.
    NotRegular,
    /// Its permissions do not allow reading it.
    Forbidden,
    /// It is larger than the limit.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The operating system failed, with this error number if it gave one.
    Failed(Option<i32>),
}

impl From<&io::Error> for Unreadable {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            // A path below a file, or with a name that is too long.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename => {
                Self::Missing
            }
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Failed(error.raw_os_error()),
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// If it is not a regular file, is larger than `limit`, or cannot be read.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    // Check before opening, because opening a FIFO waits for a writer.
    expect_regular(&fs::metadata(path)?, limit)?;
    read_opened(&File::open(path)?, limit)
}

/// Reads an opened regular file of at most `limit` bytes.
///
/// # Errors
/// If it is not a regular file, is larger than `limit`, or cannot be read.
pub fn read_opened(file: &File, limit: u64) -> Result<Vec<u8>, Unreadable> {
    expect_regular(&file.metadata()?, limit)?;
    read_bounded(file, limit)
}

/// Reads at most `limit` bytes from standard input, whatever it is connected to.
///
/// # Errors
/// If there are more bytes than `limit`, or it cannot be read.
pub fn read_standard_input(limit: u64) -> Result<Vec<u8>, Unreadable> {
    read_bounded(io::stdin().lock(), limit)
}

fn expect_regular(metadata: &Metadata, limit: u64) -> Result<(), Unreadable> {
    if metadata.is_dir() {
        Err(Unreadable::Folder)
    } else if !metadata.is_file() {
        Err(Unreadable::NotRegular)
    } else if metadata.len() > limit {
        Err(Unreadable::TooLarge { limit })
    } else {
        Ok(())
    }
}

/// Reads to the end, but at most one byte beyond the limit. A file may grow while it is read, and standard input has no
/// known length.
fn read_bounded(input: impl Read, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    input.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Unreadable::TooLarge { limit }) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_file_within_the_limit_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, b"abc").unwrap();
        assert_eq!(read(&path, 3), Ok(b"abc".to_vec()));
        assert_eq!(read(&path, 2), Err(Unreadable::TooLarge { limit: 2 }));
        assert_eq!(read(folder.path(), 3), Err(Unreadable::Folder));
        for missing in ["b", "a/b", "", &"x".repeat(5000)] {
            assert_eq!(
                read(&folder.path().join("c").join(missing), 3),
                Err(Unreadable::Missing),
                "{missing}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn pipes_and_devices_are_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let fifo = folder.path().join("fifo");
        assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        for path in [&socket, &fifo, Path::new("/dev/zero"), Path::new("/dev/null")] {
            assert_eq!(read(path, 3), Err(Unreadable::NotRegular), "{}", path.display());
        }
    }

    #[test]
    fn endless_input_is_read_up_to_the_limit() {
        assert_eq!(read_bounded(io::repeat(b'a'), 1000), Err(Unreadable::TooLarge { limit: 1000 }));
        assert_eq!(read_bounded(&b"abc"[..], u64::MAX), Ok(b"abc".to_vec()));
    }
}
