//! Reads files inside a folder.

use std::io;
use std::path::{Path, PathBuf};

use cap_std::ambient_authority;
#[cfg(unix)]
use cap_std::fs::OpenOptionsExt;
use cap_std::fs::{Dir, OpenOptions};

use super::{Unreadable, read_opened};

/// A folder as a capability: paths that leave it, even through symbolic links, cannot be opened.
#[derive(Debug)]
pub struct Folder(Dir);

/// Why a file inside a folder cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderError {
    /// The file is outside the folder.
    Outside,
    /// It cannot be read.
    Unreadable(Unreadable),
}

impl Folder {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it does not exist or cannot be opened.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        Dir::open_ambient_dir(path, ambient_authority()).map(Self).map_err(|error| fault(&error))
    }

    /// Reads a regular file up to a limit of bytes.
    ///
    /// # Errors
    /// If the path leaves the folder, or is not a regular file within the limit.
    pub fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, FolderError> {
        let mut options = OpenOptions::new();
        options.read(true);
        // Opening a pipe would otherwise wait for a writer.
        #[cfg(unix)]
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
        let file = self.0.open_with(path, &options).map_err(|error| fault(&error))?;
        // Check the opened file, because the path may have changed since.
        read_opened(&file.into_std(), limit).map_err(FolderError::Unreadable)
    }

    /// The regular files in this folder and in the folders directly in it, up to a limit of entries; links are not
    /// followed.
    pub fn files(&self, limit: usize) -> Vec<PathBuf> {
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        let mut left = limit;
        let mut list = |within: &Path, folders: &mut Vec<PathBuf>| {
            let Ok(entries) =
                self.0.read_dir(if within.as_os_str().is_empty() { Path::new(".") } else { within })
            else {
                return;
            };
            for entry in entries.flatten() {
                if left == 0 {
                    return;
                }
                left -= 1;
                let path = within.join(entry.file_name());
                match entry.file_type() {
                    Ok(kind) if kind.is_file() => files.push(path),
                    Ok(kind) if kind.is_dir() => folders.push(path),
                    _ => {}
                }
            }
        };
        list(Path::new(""), &mut folders);
        for folder in folders {
            list(&folder, &mut Vec::new());
        }
        files.sort();
        files
    }
}

fn fault(error: &io::Error) -> FolderError {
    match error.kind() {
        // Without an error of the system, cap-std itself has rejected the path.
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => FolderError::Outside,
        // A socket cannot be opened.
        #[cfg(unix)]
        _ if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => {
            FolderError::Unreadable(Unreadable::NotRegular)
        }
        _ => FolderError::Unreadable(error.into()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn only_regular_files_inside_the_folder_are_read() {
        let temp = tempfile::tempdir().unwrap();
        let root = temp.path().join("root");
        std::fs::create_dir_all(root.join("sub")).unwrap();
        std::fs::write(root.join("sub/a"), b"12345").unwrap();
        std::fs::write(temp.path().join("secret"), b"secret").unwrap();
        symlink("../secret", root.join("link")).unwrap();
        symlink("sub/a", root.join("inner")).unwrap();
        symlink("/dev/zero", root.join("zero")).unwrap();
        let _socket = UnixListener::bind(root.join("socket")).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            root.join("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RWXU,
            0,
        )
        .unwrap();
        let folder = Folder::open(&root).unwrap();
        let read = |path: &str| folder.read(Path::new(path), 5);
        assert_eq!(read("sub/a"), Ok(b"12345".to_vec()));
        assert_eq!(read("inner"), Ok(b"12345".to_vec()));
        assert_eq!(
            folder.read(Path::new("sub/a"), 4),
            Err(FolderError::Unreadable(Unreadable::TooLarge { limit: 4 }))
        );
        assert_eq!(read("pipe"), Err(FolderError::Unreadable(Unreadable::NotRegular)));
        assert_eq!(read("socket"), Err(FolderError::Unreadable(Unreadable::NotRegular)));
        assert_eq!(read("sub"), Err(FolderError::Unreadable(Unreadable::Folder)));
        assert_eq!(read("none"), Err(FolderError::Unreadable(Unreadable::Missing)));
        assert_eq!(folder.files(100), ["sub/a"].map(PathBuf::from));
        assert_eq!(folder.files(0), [] as [PathBuf; 0]);
        for outside in ["link", "zero", "../secret", "sub/../../secret", "/etc/passwd"] {
            assert_eq!(read(outside), Err(FolderError::Outside), "{outside}");
        }
    }
}
