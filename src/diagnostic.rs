//! What is wrong, where, and what to do about it: the one way in which every step says so.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::WriteColor;

/// One finding about a report or a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Whether the work can go on.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The places that it concerns, the first being the place of the mistake; none where the file
    /// as a whole is at fault.
    pub labels: Vec<Label>,
    /// What else there is to know.
    pub notes: Vec<String>,
    /// What to do.
    pub hints: Vec<String>,
}

/// Whether the work can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It can, though somebody should look.
    Warning,
    /// It cannot.
    Error,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes of the file's text that are meant.
    pub range: Range<usize>,
    /// What is said beside the place; may be empty.
    pub message: String,
}

/// A text file that diagnostics can point into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, as the user gave it.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

impl Diagnostic {
    /// An error that concerns no place in particular.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// A warning that concerns no place in particular.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self { severity, message: message.into(), labels: Vec::new(), notes: Vec::new(), hints: Vec::new() }
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, file: &Arc<SourceFile>, range: Range<usize>, message: impl Into<String>) -> Self {
        self.labels.push(Label { file: Arc::clone(file), range, message: message.into() });
        self
    }

    /// Adds something to know.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds something to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Writes the diagnostic as a compiler would, with the lines that it concerns.
    ///
    /// # Errors
    /// What the output says when it cannot be written to.
    pub fn emit(&self, output: &mut dyn WriteColor) -> io::Result<()> {
        let mut files = SimpleFiles::new();
        let mut known: Vec<&Arc<SourceFile>> = Vec::new();
        let mut labels = Vec::new();
        for (index, label) in self.labels.iter().enumerate() {
            let id = known.iter().position(|file| *file == &label.file).unwrap_or_else(|| {
                known.push(&label.file);
                files.add(&label.file.name, &label.file.text)
            });
            let style =
                if index == 0 { codespan::LabelStyle::Primary } else { codespan::LabelStyle::Secondary };
            labels.push(codespan::Label::new(style, id, label.range.clone()).with_message(&label.message));
        }
        let notes = self.notes.iter().cloned().chain(self.hints.iter().map(|hint| format!("help: {hint}")));
        let diagnostic = codespan::Diagnostic::new(match self.severity {
            Severity::Warning => codespan::Severity::Warning,
            Severity::Error => codespan::Severity::Error,
        })
        .with_message(&self.message)
        .with_labels(labels)
        .with_notes(notes.collect());
        term::emit(output, &term::Config::default(), &files, &diagnostic).map_err(|error| match error {
            codespan_reporting::files::Error::Io(error) => error,
            other => io::Error::other(other),
        })
    }
}

/// Whether any of the diagnostics stops the work.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::NoColor;

    use super::*;

    #[test]
    fn the_line_is_shown_with_the_place_marked() {
        let file = Arc::new(SourceFile { name: "a.yaml".to_owned(), text: "ą: 1\nmembers: 5\n".to_owned() });
        let mut output = NoColor::new(Vec::new());
        Diagnostic::error("five is too many")
            .at(&file, 15..16, "this many")
            .hint("take four")
            .emit(&mut output)
            .unwrap();
        assert_eq!(
            String::from_utf8(output.into_inner()).unwrap(),
            "error: five is too many\n  ┌─ a.yaml:2:10\n  │\n2 │ members: 5\n  │          ^ this many\n  │\n  \
             = help: take four\n\n"
        );
    }
}
