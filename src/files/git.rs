//! Reads earlier versions of a file from git.
//!
//! The text after `git:` is only ever used as a revision, never as an option of git, and git runs no other programs.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Why a version cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRevision {
    /// git is not installed.
    NoGit,
    /// The file is not in a repository, or git does not trust the repository.
    NoRepository,
    /// The revision does not exist.
    Unknown,
    /// The file does not exist in the revision.
    NotThere,
    /// The file is larger than the limit in the revision.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Standard input has no versions.
    NoFile,
    /// git failed.
    Failed,
}

/// The maximum length of an object name in git's output.
const NAME_LIMIT: u64 = 256;
/// Git's exit status if an object does not exist.
const NOT_FOUND: i32 = 1;

/// Reads a file of at most `limit` bytes as it was in a revision of its repository, such as `HEAD~3` or `v1`.
///
/// # Errors
/// If there is no git, no repository, no such revision or no such file in it, or the file is too large.
pub fn read_revision(path: &Path, revision: &str, limit: u64) -> Result<Vec<u8>, NoRevision> {
    let name = path.file_name().filter(|_| path != Path::new("-")).ok_or(NoRevision::NoFile)?;
    let folder = folder_of(path);
    // In git, `:file` is a file in the index.
    if revision.is_empty() || revision.starts_with(':') {
        return Err(NoRevision::Unknown);
    }
    let commit = object(folder, format!("{revision}^{{commit}}").into(), NoRevision::Unknown)?;
    let mut of_file = OsString::from(format!("{commit}:./"));
    of_file.push(name);
    let file = object(folder, of_file, NoRevision::NotThere)?;
    let mut child = git(folder, &["cat-file".into(), "blob".into(), file.into()])?;
    let bytes = output(&mut child, limit)?;
    if bytes.len() as u64 > limit {
        let _ = child.kill();
        let _ = child.wait();
        return Err(NoRevision::TooLarge { limit });
    }
    let status = child.wait().map_err(|_| NoRevision::Failed)?;
    if status.success() { Ok(bytes) } else { Err(NoRevision::Failed) }
}

/// The revisions in which a file was changed, the newest first, up to a limit.
///
/// # Errors
/// If there is no git or no repository.
pub fn revisions(path: &Path, most: usize) -> Result<Vec<String>, NoRevision> {
    let name = path.file_name().filter(|_| path != Path::new("-")).ok_or(NoRevision::NoFile)?;
    // Without this, a name such as `*` would match other files.
    let mut file = OsString::from(":(literal)");
    file.push(name);
    let log = ["log", "--format=%H", "--no-show-signature"].map(OsString::from);
    let count = OsString::from(format!("--max-count={most}"));
    let mut child = git(folder_of(path), &[&log[..], &[count, "--".into(), file]].concat())?;
    let names = output(&mut child, most as u64 * NAME_LIMIT)?;
    let status = child.wait().map_err(|_| NoRevision::Failed)?;
    if !status.success() {
        return Err(NoRevision::NoRepository);
    }
    let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok(String::from_utf8_lossy(&names).lines().filter(is_name).map(str::to_owned).collect())
}

/// The folder of a file.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// The name of an object.
fn object(folder: &Path, expression: OsString, missing: NoRevision) -> Result<String, NoRevision> {
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options"].map(OsString::from);
    let mut child = git(folder, &[&arguments[..], &[expression]].concat())?;
    let name = output(&mut child, NAME_LIMIT)?;
    let status = child.wait().map_err(|_| NoRevision::Failed)?;
    let name = String::from_utf8(name).map_err(|_| NoRevision::Failed)?;
    let name = name.trim();
    match status.code() {
        Some(0) if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            Ok(name.to_owned())
        }
        Some(NOT_FOUND) => Err(missing),
        // Git has the same exit status for a missing file and a missing repository.
        _ if missing == NoRevision::NotThere => Err(missing),
        _ => Err(NoRevision::NoRepository),
    }
}

fn output(child: &mut Child, limit: u64) -> Result<Vec<u8>, NoRevision> {
    let mut bytes = Vec::new();
    let output = child.stdout.take().ok_or(NoRevision::Failed)?;
    output.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| NoRevision::Failed)?;
    Ok(bytes)
}

fn git(folder: &Path, arguments: &[OsString]) -> Result<Child, NoRevision> {
    Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "core.fsmonitor=false", "--no-pager"])
        .args(arguments)
        // No prompts, no writes and no network access.
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => NoRevision::NoGit,
            _ => NoRevision::Failed,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_not_read_as_an_option_or_a_path() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.yaml");
        let run = |arguments: &[&str]| {
            let status = Command::new("git")
                .arg("-C")
                .arg(folder.path())
                .args(["-c", "user.name=A", "-c", "user.email=a@b.lt"])
                .args(arguments)
                .stdout(Stdio::null())
                .status()
                .unwrap();
            assert!(status.success(), "{arguments:?}");
        };
        std::fs::write(&file, "year: 2022\n").unwrap();
        let read = |revision: &str| read_revision(&file, revision, 100);
        assert_eq!(read("HEAD"), Err(NoRevision::NoRepository));
        run(&["init", "-q"]);
        run(&["add", "a.yaml"]);
        run(&["commit", "-qm", "Vienas"]);
        std::fs::write(&file, "year: 2023\n").unwrap();
        run(&["commit", "-qam", "Du"]);
        assert_eq!(read("HEAD~1"), Ok(b"year: 2022\n".to_vec()));
        assert_eq!(read("HEAD"), Ok(b"year: 2023\n".to_vec()));
        for wrong in ["HEAD~9", "--all", "-h", "", ":", "HEAD:a.yaml", "--output=x", "naujausia"] {
            assert_eq!(read(wrong), Err(NoRevision::Unknown), "{wrong}");
        }
        assert_eq!(read_revision(&file, "HEAD", 5), Err(NoRevision::TooLarge { limit: 5 }));
        assert_eq!(read_revision(&folder.path().join("b.yaml"), "HEAD", 5), Err(NoRevision::NotThere));
        assert_eq!(revisions(&file, 1).unwrap().len(), 1);
        assert_eq!(revisions(&file, 9).unwrap().len(), 2);
        assert_eq!(read_revision(Path::new("-"), "HEAD", 5), Err(NoRevision::NoFile));
    }
}
