//! Diagnostics: problems, their locations, and their messages. All steps of the pipeline report problems with these types.
//!
//! A rule returns a [`finding`]: a [`problem`] with the keys of the report that it concerns. A [`Diagnostic`] has
//! locations in files instead of keys. The messages in each language are in [`messages`].

pub mod draft_fault;
pub mod finding;
pub mod image_fault;
pub mod messages;
mod place;
pub mod problem;
mod severity;
mod suggestion;
pub mod terminal;

use std::ops::Range;
use std::sync::Arc;

pub use place::{Location, Place, SourceFile};
pub use severity::Severity;
pub use suggestion::{Edit, Suggestion};

use crate::press::Pages;
use finding::Role;
use problem::Problem;

/// A problem with its locations in files.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The problem.
    pub problem: Box<Problem>,
    /// The locations, the primary one first; empty if the cause is not in one of the user's files.
    pub places: Vec<Place>,
    /// The value concerned, as a JSON pointer (RFC 6901) into the report; `None` if the file could not be parsed.
    pub pointer: Option<String>,
    /// Additional notes from another program.
    pub notes: Vec<String>,
    /// Additional hints from another program.
    pub hints: Vec<String>,
    /// Suggested changes, the best first.
    pub suggestions: Box<[Suggestion]>,
}

impl Diagnostic {
    /// A problem without a location.
    pub fn new(problem: Problem) -> Self {
        Self {
            problem: Box::new(problem),
            places: Vec::new(),
            pointer: None,
            notes: Vec::new(),
            hints: Vec::new(),
            suggestions: Box::default(),
        }
    }

    /// An error with a message from another program.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Problem::External { severity: Severity::Error, message: message.into() })
    }

    /// A warning with a message from another program.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Problem::External { severity: Severity::Warning, message: message.into() })
    }

    /// Adds a place in the text of a file.
    #[must_use]
    pub fn place(self, file: &Arc<SourceFile>, range: Range<usize>, role: Role) -> Self {
        self.at(file, Location::Text(range), role)
    }

    /// Adds a place in a file.
    #[must_use]
    pub fn at(mut self, file: &Arc<SourceFile>, location: Location, role: Role) -> Self {
        self.places.push(Place { file: Arc::clone(file), location, role });
        self
    }

    /// Adds a file, and its pages if there are any.
    #[must_use]
    pub fn on_pages(self, file: &Arc<SourceFile>, pages: Pages) -> Self {
        let location = if pages.is_empty() { Location::WholeFile } else { Location::Pages(pages) };
        self.at(file, location, Role::Here)
    }

    /// Adds a whole file.
    #[must_use]
    pub fn in_file(self, file: &Arc<SourceFile>) -> Self {
        self.at(file, Location::WholeFile, Role::Here)
    }

    /// Adds a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a suggestion.
    #[must_use]
    pub fn suggest(mut self, suggestion: Suggestion) -> Self {
        self.suggestions = self.suggestions.into_iter().chain([suggestion]).collect();
        self
    }

    /// The code of the problem ([`problem`]).
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The severity of the problem.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The name of the file concerned, as given by the user; `None` if it is not one of the user's files.
    pub fn file_name(&self) -> Option<&str> {
        match (self.places.first(), &*self.problem) {
            (Some(place), _) => Some(&place.file.name),
            (None, Problem::FileUnreadable { name, .. } | Problem::FileNotText { name, .. }) => Some(name),
            (None, _) => None,
        }
    }

    /// The pages concerned, if the file has pages.
    pub fn pages(&self) -> Option<&Pages> {
        self.places.first()?.pages()
    }
}

/// Whether any of the diagnostics is an error.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}
