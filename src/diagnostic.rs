//! What is wrong, where, and what to do about it: the one way in which every step says so.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorSpec, WriteColor};

use crate::finding::Role;
use crate::messages::{Language, Words};
use crate::pages::Pages;
use crate::problem::Problem;

/// A problem with the places in files that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Box<Problem>,
    /// The places that it concerns, the first being the place of the mistake; none where the file
    /// as a whole is at fault.
    pub places: Vec<Place>,
    /// The value at fault, as a JSON pointer (RFC 6901) into the report; none where the file could
    /// not be read so far.
    pub pointer: Option<String>,
    /// The pages at fault, of a file that has pages.
    pub pages: Box<Pages>,
    /// What else there is to know, in the words of somebody else.
    pub notes: Vec<String>,
    /// What to do, in the words of somebody else.
    pub hints: Vec<String>,
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is wrong; it is good to know.
    Note,
    /// It can, though somebody should look.
    Warning,
    /// It cannot.
    Error,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes of the file's text that are meant; none at its very beginning where the file as a
    /// whole is meant.
    pub range: Range<usize>,
    /// What it has to do with the problem.
    pub role: Role,
}

/// A text file that diagnostics can point into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, as the user gave it.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

impl Place {
    /// Whether no place in the file is meant but the file itself: what is missing stands nowhere.
    pub fn is_whole_file(&self) -> bool {
        self.range == (0..0)
    }
}

impl SourceFile {
    /// The line and column of a byte, both counted from one, columns in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..self.text.floor_char_boundary(offset)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }
}

impl Diagnostic {
    /// A problem that concerns no place in particular.
    pub fn new(problem: Problem) -> Self {
        Self {
            problem: Box::new(problem),
            places: Vec::new(),
            pointer: None,
            pages: Box::default(),
            notes: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// An error in words of one's own.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Problem::Said { severity: Severity::Error, message: message.into() })
    }

    /// A warning in words of one's own.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Problem::Said { severity: Severity::Warning, message: message.into() })
    }

    /// Adds a place, with words of one's own beside it; they may be empty.
    #[must_use]
    pub fn at(self, file: &Arc<SourceFile>, range: Range<usize>, message: impl Into<String>) -> Self {
        let message = message.into();
        self.place(file, range, if message.is_empty() { Role::Here } else { Role::Said(message) })
    }

    /// Adds a place.
    #[must_use]
    pub fn place(mut self, file: &Arc<SourceFile>, range: Range<usize>, role: Role) -> Self {
        self.places.push(Place { file: Arc::clone(file), range, role });
        self
    }

    /// Adds pages.
    #[must_use]
    pub fn on(mut self, pages: Pages) -> Self {
        *self.pages = pages;
        self
    }

    /// Says which file is meant, as a whole.
    #[must_use]
    pub fn in_file(self, file: &Arc<SourceFile>) -> Self {
        self.place(file, 0..0, Role::Here)
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

    /// The name of the problem for scripts and editors ([`crate::problem`]).
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Whether the work can go on.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The name of the file at fault, as the user gave it; none where it is no file of theirs.
    pub fn file_name(&self) -> Option<&str> {
        match (self.places.first(), &*self.problem) {
            (Some(place), _) => Some(&place.file.name),
            (
                None,
                Problem::FileUnreadable { name, .. }
                | Problem::FileTooLarge { name, .. }
                | Problem::FileNotText { name, .. },
            ) => Some(name),
            (None, _) => None,
        }
    }

    /// All that there is to say.
    pub fn words(&self, language: Language) -> Words {
        let mut words = language.problem(&self.problem);
        words.notes.extend(self.notes.iter().cloned());
        words.hints.extend(self.hints.iter().cloned());
        words
    }

    /// What is wrong, after the pages on which it is, if there are any.
    pub fn message(&self, language: Language) -> String {
        let message = language.problem(&self.problem).message;
        if self.pages.is_empty() { message } else { format!("{}: {message}", language.pages(&self.pages)) }
    }

    /// Writes the diagnostic as a compiler would, with the lines that it concerns.
    ///
    /// # Errors
    /// What the output says when it cannot be written to.
    pub fn emit(&self, output: &mut dyn WriteColor, language: Language) -> io::Result<()> {
        let mut files = SimpleFiles::new();
        let mut known: Vec<&Arc<SourceFile>> = Vec::new();
        let mut labels = Vec::new();
        for (index, place) in self.places.iter().filter(|place| !place.is_whole_file()).enumerate() {
            let id = known.iter().position(|file| *file == &place.file).unwrap_or_else(|| {
                known.push(&place.file);
                files.add(&place.file.name, harmless(&place.file.text))
            });
            let style =
                if index == 0 { codespan::LabelStyle::Primary } else { codespan::LabelStyle::Secondary };
            let words = language.role(&place.role);
            labels.push(codespan::Label::new(style, id, place.range.clone()).with_message(words));
        }
        let words = self.words(language);
        let message = match self.places.first() {
            Some(place) if place.is_whole_file() => {
                format!("{}: {}", place.file.name, self.message(language))
            }
            _ => self.message(language),
        };
        let hints = words.hints.iter().map(|hint| language.hint(hint));
        let diagnostic = codespan::Diagnostic::new(match self.severity() {
            Severity::Note => codespan::Severity::Note,
            Severity::Warning => codespan::Severity::Warning,
            Severity::Error => codespan::Severity::Error,
        })
        .with_message(harmless(&message))
        .with_labels(labels)
        .with_notes(words.notes.into_iter().chain(hints).collect());
        // What others say has no code of its own.
        let diagnostic = match &*self.problem {
            Problem::Said { .. } => diagnostic,
            _ => diagnostic.with_code(self.code()),
        };
        let mut output = InLanguage { output, word: Some(language.severity(self.severity())) };
        term::emit(&mut output, &term::Config::default(), &files, &diagnostic).map_err(|error| match error {
            codespan_reporting::files::Error::Io(error) => error,
            other => io::Error::other(other),
        })
    }
}

/// A text without what could steer a terminal: control characters and marks of direction have
/// something as long in their place.
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => c,
            '\0'..='\x1f' | '\x7f' => '?',
            '\u{80}'..='\u{9f}' => '·',
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => c,
        })
        .collect()
}

/// Whether any of the diagnostics stops the work.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// An output in which the first word, which codespan-reporting has in English alone, is in the
/// user's language.
struct InLanguage<'a> {
    output: &'a mut dyn WriteColor,
    /// The word to write in place of the first; none once it is written.
    word: Option<&'static str>,
}

impl Write for InLanguage<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.word.take() {
            Some(word) if matches!(bytes, b"error" | b"warning" | b"note") => {
                self.output.write_all(word.as_bytes())?;
                Ok(bytes.len())
            }
            word => {
                self.word = word.filter(|_| bytes.is_empty());
                self.output.write(bytes)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

impl WriteColor for InLanguage<'_> {
    fn supports_color(&self) -> bool {
        self.output.supports_color()
    }

    fn set_color(&mut self, color: &ColorSpec) -> io::Result<()> {
        self.output.set_color(color)
    }

    fn reset(&mut self) -> io::Result<()> {
        self.output.reset()
    }

    fn is_synchronous(&self) -> bool {
        self.output.is_synchronous()
    }
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::NoColor;

    use super::*;

    fn shown(language: Language) -> String {
        let file = Arc::new(SourceFile { name: "a.yaml".to_owned(), text: "ą: 1\nmembers: 5\n".to_owned() });
        let mut output = NoColor::new(Vec::new());
        Diagnostic::error("five is too many")
            .at(&file, 15..16, "this many")
            .hint("take four")
            .emit(&mut output, language)
            .unwrap();
        String::from_utf8(output.into_inner()).unwrap()
    }

    #[test]
    fn the_line_is_shown_with_the_place_marked() {
        assert_eq!(
            shown(Language::English),
            "error: five is too many\n  ┌─ a.yaml:2:10\n  │\n2 │ members: 5\n  │          ^ this \
             many\n  │\n  = help: take four\n\n"
        );
    }

    #[test]
    fn the_frame_is_in_the_language_too() {
        let shown = shown(Language::Lithuanian);
        assert!(shown.starts_with("klaida: ") && shown.contains("= patarimas: "), "{shown}");
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_shown() {
        let text = "a\u{1b}[31m \u{9b} \u{202e}b";
        assert_eq!(harmless(text), "a?[31m · \u{fffd}b");
        assert_eq!(harmless(text).len(), text.len(), "or places would be others");
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile { name: String::new(), text: "ą: 1\r\nčę: 5".to_owned() };
        assert_eq!([0, 2, 7, 9, 13].map(|at| file.position(at)), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 5)]);
    }
}
