//! Temporary files in the folder of the file that they will replace.
//!
//! Each is locked by its process. A killed process leaves its files behind unlocked, and the next one that writes to the
//! same folder deletes them.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

const PREFIX: &str = ".ataskaita-";
const SUFFIX: &str = ".part";

/// Writes a temporary file, with the permissions of the file that it will replace, if any.
pub(super) fn write(
    folder: &Path,
    bytes: &[u8],
    permissions: Option<&Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // Temporary files are private by default, but reports should be readable like other files.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = loop {
        let file = builder.tempfile_in(folder)?;
        // If locks are not supported, leftovers are not deleted either.
        if file.as_file().lock().is_err() || file.path().exists() {
            break file;
        }
        // Another process deleted the file before it was locked.
    };
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions.clone())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes a hard link to a file in its folder, or a copy if hard links are not supported.
pub(super) fn back_up(path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new().prefix(PREFIX).suffix(SUFFIX).make_in(folder, |aside| {
        match fs::hard_link(path, aside) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => drop(fs::copy(path, aside)?),
            linked => linked?,
        }
        let file = File::open(aside)?;
        // Without a lock, another process may delete the backup, and it cannot be restored.
        let _ = file.try_lock();
        Ok(file)
    })
}

/// Deletes the temporary files of killed processes in a folder.
pub(super) fn delete_leftovers(folder: &Path) {
    let ours = |name: &OsStr| {
        let name = name.as_encoded_bytes();
        name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes())
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if ours(&entry.file_name())
            && entry.file_type().is_ok_and(|kind| kind.is_file())
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            // Without permission to delete it, it is left to its owner.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_leftovers_of_killed_processes_are_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let living = write(folder, b"%PDF-", None).unwrap();
        for name in [".ataskaita-killed.part", ".ataskaita-notes", "ataskaita-x.part"] {
            fs::write(folder.join(name), b"").unwrap();
        }
        fs::create_dir(folder.join(".ataskaita-folder.part")).unwrap();
        delete_leftovers(folder);
        assert!(living.path().exists());
        assert!(!folder.join(".ataskaita-killed.part").exists());
        for name in [".ataskaita-notes", "ataskaita-x.part", ".ataskaita-folder.part"] {
            assert!(folder.join(name).exists(), "{name}");
        }
    }
}
