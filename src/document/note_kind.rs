//! The kinds of notes about changes in a draft.

/// What has become of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// It is new.
    Inserted,
    /// It is no longer there.
    Deleted,
    /// It stands elsewhere.
    Moved,
    /// It says something else.
    Changed,
}
