//! Writes files atomically.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::destination::Destination;
use super::{Unwritable, temporary};

/// A file that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteError {
    /// The path, as given by the user.
    pub path: PathBuf,
    /// Why.
    pub why: Unwritable,
}

/// Writes either all of the files or none.
///
/// Each is first written to a temporary file in its folder, which is created if it does not exist. When all are complete,
/// they are renamed; if a rename fails, the previous ones are undone. Replaced files keep their permissions, and
/// symbolic links are kept and followed. FIFOs and devices are written to directly.
///
/// A file is replaced only if it is empty or begins like its replacement (`%PDF-`), and if it is not one of `inputs`,
/// under any name.
///
/// # Errors
/// The first file that cannot be written. Nothing is changed then, and no temporary files or new folders remain.
pub fn write_whole(files: &[(&Path, &[u8])], inputs: &[PathBuf]) -> Result<(), WriteError> {
    let mut destinations: Vec<Destination> = Vec::new();
    for &(path, bytes) in files {
        let destination = Destination::of(path)
            .and_then(|destination| {
                destination.expect_replaceable(bytes, inputs)?;
                let taken =
                    |other: &Destination| other.path().is_some() && other.path() == destination.path();
                if destinations.iter().any(taken) { Err(Unwritable::Twice) } else { Ok(destination) }
            })
            .map_err(at(path))?;
        destinations.push(destination);
    }
    let several = files.len() > 1;
    // Declared before the files in them, so that it is dropped after them.
    let mut new_folders = NewFolders::default();
    let mut complete = Vec::new();
    let mut streams = Vec::new();
    for (&(path, bytes), destination) in files.iter().zip(destinations) {
        match Complete::new(path, bytes, destination, several, &mut new_folders).map_err(at(path))? {
            Some(file) => complete.push(file),
            None => streams.push((path, bytes)),
        }
    }
    for (path, bytes) in streams {
        write_to_stream(path, bytes).map_err(at(path))?;
    }
    rename_all(complete)?;
    new_folders.keep();
    Ok(())
}

fn at<E: Into<Unwritable>>(path: &Path) -> impl FnOnce(E) -> WriteError {
    |error| WriteError { path: path.to_owned(), why: error.into() }
}

/// Appends to a stream, so that the existing content of an open file is kept.
fn write_to_stream(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().append(true).open(path)?.write_all(bytes)
}

/// The folders created for the files, which are deleted again if the files cannot be written.
#[derive(Default)]
struct NewFolders(Vec<PathBuf>);

impl NewFolders {
    /// Creates a folder and the ones that it is in, where they do not exist.
    fn create(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder.ancestors().take_while(|folder| *folder != Path::new("") && !folder.exists());
        self.0.extend(missing.map(Path::to_owned));
        fs::create_dir_all(folder)
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        // From the longest path to the shortest, so that inner folders come first.
        self.0.sort_by_key(|folder| std::cmp::Reverse(folder.as_os_str().len()));
        for folder in &self.0 {
            // Another process may have put a file in it in the meantime; it is kept then.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A complete file that is ready to be renamed.
struct Complete<'a> {
    /// The path, as given by the user.
    named: &'a Path,
    /// The resolved path.
    path: PathBuf,
    file: NamedTempFile,
    /// A backup of the replaced file.
    earlier: Option<NamedTempFile>,
}

impl<'a> Complete<'a> {
    /// Writes a temporary file; `None` for a stream.
    fn new(
        named: &'a Path,
        bytes: &[u8],
        destination: Destination,
        keep_earlier: bool,
        new_folders: &mut NewFolders,
    ) -> io::Result<Option<Self>> {
        let (path, permissions) = match destination {
            Destination::Stream => return Ok(None),
            Destination::New(path) => (path, None),
            Destination::Existing(path, permissions) => (path, Some(permissions)),
        };
        let folder = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        new_folders.create(folder)?;
        temporary::delete_leftovers(folder);
        let file = temporary::write(folder, bytes, permissions.as_ref())?;
        let earlier =
            (keep_earlier && permissions.is_some()).then(|| temporary::back_up(&path, folder)).transpose()?;
        Ok(Some(Self { named, path, file, earlier }))
    }
}

/// Renames all files; if one fails, restores the previous ones.
fn rename_all(files: Vec<Complete<'_>>) -> Result<(), WriteError> {
    let mut renamed: Vec<(PathBuf, Option<NamedTempFile>)> = Vec::new();
    for Complete { named, path, file, earlier } in files {
        if let Err(error) = file.persist(&path) {
            for (path, earlier) in renamed {
                // A failure to restore has the same cause as the reported error.
                let _ = match earlier {
                    Some(earlier) => earlier.persist(path).map(drop).map_err(|error| error.error),
                    None => fs::remove_file(path),
                };
            }
            return Err(at(named)(error.error));
        }
        renamed.push((path, earlier));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &[u8] = b"%PDF-new";
    const EARLIER: &[u8] = b"%PDF-earlier";

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn replacing_a_file_leaves_no_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.pdf");
        for bytes in [EARLIER, NEW] {
            write_whole(&[(&path, bytes)], &[]).unwrap();
        }
        assert_eq!(fs::read(&path).unwrap(), NEW);
        assert_eq!(names(path.parent().unwrap()), ["b.pdf"]);
    }

    #[test]
    fn a_failure_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let [other, target] = ["other", "target"].map(|name| folder.path().join(name));
        fs::write(&other, EARLIER).unwrap();
        fs::create_dir(&target).unwrap();
        let error = write_whole(&[(&other, NEW), (&target, NEW)], &[]).unwrap_err();
        assert_eq!(error, WriteError { path: target, why: Unwritable::Folder });
        assert_eq!(fs::read(&other).unwrap(), EARLIER);
        assert_eq!(names(folder.path()), ["other", "target"]);
    }

    /// The folder of the second file is created under the name of the first one.
    #[test]
    fn a_failure_leaves_no_new_folders() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] =
            ["new/inner/a.pdf", "new/inner/a.pdf/b.pdf"].map(|name| folder.path().join(name));
        let error = write_whole(&[(&first, NEW), (&second, NEW)], &[]).unwrap_err();
        assert_eq!(error, WriteError { path: first, why: Unwritable::Folder });
        assert_eq!(names(folder.path()), [] as [&str; 0]);
    }

    /// A folder with the name of the second file is created after all checks.
    #[test]
    fn a_failed_rename_restores_the_previous_files() {
        for existed in [true, false] {
            let folder = tempfile::tempdir().unwrap();
            let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
            if existed {
                fs::write(&first, EARLIER).unwrap();
            }
            let complete = [&first, &second].map(|path| {
                let destination = Destination::of(path).unwrap();
                Complete::new(path, NEW, destination, true, &mut NewFolders::default()).unwrap().unwrap()
            });
            fs::create_dir(&second).unwrap();
            let error = rename_all(complete.into()).unwrap_err();
            assert_eq!(error, WriteError { path: second, why: Unwritable::Folder });
            assert_eq!(fs::read(&first).ok(), existed.then(|| EARLIER.to_vec()));
            assert_eq!(names(folder.path()), if existed { &["first", "second"][..] } else { &["second"] });
        }
    }

    #[test]
    fn only_files_of_the_same_kind_are_replaced_and_never_an_input() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        for (there, why) in [
            (&b"PK\x03\x04"[..], Some(Unwritable::OtherKind)),
            (b"%PD", Some(Unwritable::OtherKind)),
            (b"%PDG", Some(Unwritable::OtherKind)),
            (b"", None),
            (EARLIER, None),
        ] {
            fs::write(&path, there).unwrap();
            assert_eq!(write_whole(&[(&path, NEW)], &[]).err().map(|error| error.why), why);
        }
        let link = folder.path().join("link.pdf");
        fs::hard_link(&path, &link).unwrap();
        let error = write_whole(&[(&path, NEW)], &[folder.path().join("nothing"), link]).unwrap_err();
        assert_eq!(error.why, Unwritable::Input);
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_are_kept_and_their_targets_replaced() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("far")).unwrap();
        fs::write(at("far/old.pdf"), EARLIER).unwrap();
        fs::set_permissions(at("far/old.pdf"), PermissionsExt::from_mode(0o640)).unwrap();
        symlink("chain.pdf", at("link.pdf")).unwrap();
        symlink("far/old.pdf", at("chain.pdf")).unwrap();
        symlink("far/new.pdf", at("dangling.pdf")).unwrap();
        symlink("self.pdf", at("self.pdf")).unwrap();
        let before = names(folder.path());
        write_whole(&[(&at("link.pdf"), NEW), (&at("dangling.pdf"), NEW)], &[]).unwrap();
        assert_eq!(names(folder.path()), before);
        for link in ["link.pdf", "chain.pdf", "dangling.pdf"] {
            assert!(at(link).is_symlink(), "{link}");
        }
        assert_eq!(names(&at("far")), ["new.pdf", "old.pdf"]);
        assert_eq!(fs::read(at("far/old.pdf")).unwrap(), NEW);
        assert_eq!(fs::metadata(at("far/old.pdf")).unwrap().permissions().mode() & 0o777, 0o640);
        for (first, second) in [("link.pdf", "chain.pdf"), ("far/old.pdf", "link.pdf")] {
            let error = write_whole(&[(&at(first), NEW), (&at(second), NEW)], &[]).unwrap_err();
            assert_eq!(error, WriteError { path: at(second), why: Unwritable::Twice });
        }
        assert!(matches!(
            write_whole(&[(&at("self.pdf"), NEW)], &[]).unwrap_err().why,
            Unwritable::Failed(Some(_))
        ));
    }

    #[cfg(unix)]
    #[test]
    fn fifos_and_devices_are_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("a.pdf");
        assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        let reader = std::thread::spawn({
            let fifo = fifo.clone();
            move || fs::read(fifo).unwrap()
        });
        write_whole(&[(&fifo, NEW)], &[]).unwrap();
        assert_eq!(reader.join().unwrap(), NEW);
        write_whole(&[(Path::new("/dev/null"), NEW)], &[]).unwrap();
        assert_eq!(names(folder.path()), ["a.pdf"]);
        // Not every system has a device that is full.
        if Path::new("/dev/full").exists() {
            let error = write_whole(&[(Path::new("/dev/full"), NEW)], &[]).unwrap_err();
            assert_eq!(error.why, Unwritable::NoSpace);
        }
    }
}
