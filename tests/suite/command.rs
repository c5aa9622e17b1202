//! Runs the program as a user does.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_ataskaita");

/// The program in a separate folder, with a minimal environment.
pub(crate) struct Ataskaita {
    folder: TempDir,
    env: Vec<(String, String)>,
}

/// The result of a run.
pub(crate) struct Run {
    /// The exit status.
    pub(crate) status: i32,
    /// Its standard output.
    pub(crate) stdout: Vec<u8>,
    /// Its standard error.
    pub(crate) stderr: String,
}

impl Run {
    /// Success, possibly with warnings.
    #[track_caller]
    pub(crate) fn assert_done(&self) {
        assert!(self.status == 0 && !self.stderr.contains("error"), "{}: {}", self.status, self.stderr);
    }
}

impl Ataskaita {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), env: Vec::new() }
    }

    /// A path in the folder.
    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file in the folder, creating parent folders.
    pub(crate) fn file(&mut self, path: &str, bytes: impl AsRef<[u8]>) -> &mut Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(&mut self, key: &str, value: &str) -> &mut Self {
        self.env.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The sorted paths of everything in the folder, recursively.
    pub(crate) fn names(&self) -> Vec<String> {
        fn collect(folder: &Path, root: &Path, names: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                names.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
                if path.is_dir() && !path.is_symlink() {
                    collect(&path, root, names);
                }
            }
        }
        let mut names = Vec::new();
        collect(self.folder.path(), self.folder.path(), &mut names);
        names.sort();
        names
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, args: &[impl AsRef<OsStr>]) -> Run {
        self.run_with_input(args, b"")
    }

    /// Runs the program in the folder with standard input.
    pub(crate) fn run_with_input(&self, args: &[impl AsRef<OsStr>], input: &[u8]) -> Run {
        let mut command = Command::new(PROGRAM);
        command.args(args);
        self.finish(command, input)
    }

    /// Runs a shell script in the folder; the program is `$ATASKAITA`.
    #[cfg(unix)]
    pub(crate) fn shell(&self, script: &str) -> Run {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        self.finish(command, b"")
    }

    fn finish(&self, mut command: Command, input: &[u8]) -> Run {
        let mut child = command
            .current_dir(self.folder.path())
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("ATASKAITA", PROGRAM)
            .envs(self.env.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input may exit before all of it is written.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Run {
            status: output.status.code().expect("the program ended by itself"),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
