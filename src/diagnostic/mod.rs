//! What is wrong, where, and what to do about it: every step of the program reports through these
//! types.
//!
//! A rule gives a [`finding`]: a [`problem`] and the keys of the report that it concerns. With places in
//! files instead of keys it is a [`Diagnostic`]. Its words are in [`messages`], in each language.

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

/// A problem with the places in files that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Box<Problem>,
    /// The places that it concerns, the first being the place of the mistake; empty if the cause is not in a file of
    /// the user.
    pub places: Vec<Place>,
    /// The value concerned, as a JSON pointer (RFC 6901) into the report; `None` if the file could not
    /// be read so far.
    pub pointer: Option<String>,
    /// What else there is to know, as another program said it.
    pub notes: Vec<String>,
    /// What to do, as another program said it.
    pub hints: Vec<String>,
    /// What may be typed instead, the best first.
    pub suggestions: Box<[Suggestion]>,
}

impl Diagnostic {
    /// A problem that concerns no place in particular.
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

    /// An error in the words of another program.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Problem::Said { severity: Severity::Error, message: message.into() })
    }

    /// A warning in the words of another program.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Problem::Said { severity: Severity::Warning, message: message.into() })
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

    /// Sets the file concerned, and its pages, if any.
    #[must_use]
    pub fn on_pages(self, file: &Arc<SourceFile>, pages: Pages) -> Self {
        let location = if pages.is_empty() { Location::WholeFile } else { Location::Pages(pages) };
        self.at(file, location, Role::Here)
    }

    /// Sets the file concerned, as a whole.
    #[must_use]
    pub fn in_file(self, file: &Arc<SourceFile>) -> Self {
        self.at(file, Location::WholeFile, Role::Here)
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

    /// Adds something that may be typed instead.
    #[must_use]
    pub fn suggest(mut self, suggestion: Suggestion) -> Self {
        self.suggestions = self.suggestions.into_iter().chain([suggestion]).collect();
        self
    }

    /// The name of the problem for scripts and editors ([`problem`]).
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Whether the work can go on.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The name of the file concerned, as the user gave it; `None` if it is not a file of theirs.
    pub fn file_name(&self) -> Option<&str> {
        match (self.places.first(), &*self.problem) {
            (Some(place), _) => Some(&place.file.name),
            (None, Problem::FileUnreadable { name, .. } | Problem::FileNotText { name, .. }) => Some(name),
            (None, _) => None,
        }
    }

    /// The pages concerned, in a file that has pages.
    pub fn pages(&self) -> Option<&Pages> {
        self.places.first()?.pages()
    }
}

/// Whether any of the diagnostics stops the work.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}
