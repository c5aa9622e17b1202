//! Kinds of changes noted in a draft.

/// How a value has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// It was inserted.
    Inserted,
    /// It was deleted.
    Deleted,
    /// It was moved.
    Moved,
    /// Its content was changed.
    Changed,
}
