//! The message, notes and hints of a problem, in one language.

/// The message, notes and hints of a problem, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The message: one sentence without a full stop.
    pub message: String,
    /// Additional information.
    pub notes: Vec<String>,
    /// How to fix it.
    pub hints: Vec<String>,
}

impl Words {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
