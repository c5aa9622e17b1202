//! The YAML file: its text, and the report that it holds.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Diagnostic;
use crate::diagnostic::SourceFile;
use crate::report::Report;

/// A report's file, read but not yet understood.
#[derive(Debug, Clone)]
pub struct Source {
    file: Arc<SourceFile>,
    folder: PathBuf,
}

/// The name under which standard input is spoken of.
const STANDARD_INPUT: &str = "<stdin>";

impl Source {
    /// Reads a file, or standard input where the path is `-`.
    ///
    /// # Errors
    /// If the file cannot be read, or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
            return Self::from_bytes(STANDARD_INPUT, PathBuf::from("."), read);
        }
        let folder = match path.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        Self::from_bytes(&path.display().to_string(), folder, fs::read(path))
    }

    /// Takes a text that is in memory already, with the folder to which its paths are relative.
    pub fn new(name: impl Into<String>, folder: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { file: Arc::new(SourceFile { name: name.into(), text: text.into() }), folder: folder.into() }
    }

    fn from_bytes(name: &str, folder: PathBuf, read: io::Result<Vec<u8>>) -> Result<Self, Diagnostic> {
        let bytes = read.map_err(|error| {
            Diagnostic::error(format!("{name} cannot be read: {error}"))
                .hint("give the path of the report's YAML file, such as data/2023.yaml")
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let line =
                error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|b| **b == b'\n');
            Diagnostic::error(format!("{name} is not UTF-8 text: line {} has other bytes", line.count() + 1))
                .hint("save the file with the encoding UTF-8")
        })?;
        Ok(Self::new(name, folder, text))
    }

    /// The folder to which the report's paths are relative.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file, for diagnostics that point into it.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// Reads the report out of the text.
    ///
    /// # Errors
    /// The first mistake in the form of the YAML or of a value, where it stands.
    pub fn report(&self) -> Result<Report, Diagnostic> {
        serde_yaml::from_str(&self.file.text).map_err(|error| {
            let message = error.to_string();
            let Some(location) = error.location() else {
                return Diagnostic::error(format!("{}: {message}", self.file.name));
            };
            // The place is shown beside the line, so the message need not end in it.
            let place = format!(" at line {} column {}", location.line(), location.column());
            let start = self.char_boundary(location.index());
            let end = self
                .file
                .text
                .get(start..)
                .and_then(|rest| rest.lines().next())
                .map_or(start, |line| start + line.trim_end().len());
            Diagnostic::error(message.strip_suffix(&place).unwrap_or(&message)).at(&self.file, start..end, "")
        })
    }

    /// The nearest place at or before `index`, counted in bytes, where a character begins.
    fn char_boundary(&self, index: usize) -> usize {
        self.file.text.floor_char_boundary(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_shown_at_its_line() {
        let error = Source::new("a.yaml", ".", "year: 2023\nmission: ą\nmision: x\n").report().unwrap_err();
        assert!(error.message.contains("mision"), "{}", error.message);
        let place = &error.labels[0];
        assert_eq!(place.file.text.get(..place.range.start).unwrap().lines().count(), 2);
    }
}
