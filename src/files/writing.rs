//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// A file that cannot be written.
#[derive(Debug)]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What the file system says.
    pub error: io::Error,
}

/// Writes files by way of temporary ones beside them, which are renamed when all are complete. What
/// was there before stays until then, and stays for good if anything fails. Folders on the way are
/// made.
///
/// # Errors
/// The first file that cannot be written; the temporary files are gone then.
pub fn write_whole<'a>(files: impl IntoIterator<Item = (&'a Path, &'a [u8])>) -> Result<(), WriteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        |error| WriteError { path, error }
    };
    let mut complete = Vec::new();
    for (path, bytes) in files {
        complete.push((path, temporary(path, bytes).map_err(at(path))?));
    }
    // The one thing that could still be in the way of a complete file.
    if let Some((path, _)) = complete.iter().find(|(path, _)| path.is_dir()) {
        return Err(at(path)(io::ErrorKind::IsADirectory.into()));
    }
    complete.into_iter().try_for_each(|(path, file)| {
        file.persist(path).map_err(|error| at(path)(error.error))?;
        Ok(())
    })
}

/// A complete file beside the place of another.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".ataskaita-");
    // A temporary file is its owner's alone; a report is for everyone whom the folder lets in.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_replaces_the_one_before_and_leaves_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.pdf");
        for bytes in [b"one", b"two"] {
            write_whole([(path.as_path(), bytes.as_slice())]).unwrap();
        }
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(path.parent().unwrap()), ["b.pdf"]);
    }

    #[test]
    fn what_cannot_be_written_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        // A folder that is not empty cannot be replaced by a file.
        let target = folder.path().join("taken");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("inside"), b"kept").unwrap();
        let other = folder.path().join("other");
        fs::write(&other, b"kept").unwrap();
        let error =
            write_whole([(other.as_path(), b"new".as_slice()), (target.as_path(), b"new")]).unwrap_err();
        assert_eq!(error.path, target);
        assert_eq!(fs::read(&other).unwrap(), b"kept");
        assert_eq!(fs::read(target.join("inside")).unwrap(), b"kept");
        let mut names = names(folder.path());
        names.sort();
        assert_eq!(names, ["other", "taken"]);
    }
}
