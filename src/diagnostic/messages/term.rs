//! Words of lists of changes and comments.

/// A word or two of a list of changes or comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Something is new.
    Inserted,
    /// Something is no longer there.
    Deleted,
    /// Something stands elsewhere.
    Moved,
    /// Something says something else.
    Changed,
    /// The heading of a list of changes.
    Changes,
    /// The heading of a list of comments.
    Comments,
    /// That there are no changes.
    NoChanges,
    /// That there are no comments.
    NoComments,
    /// What is there where there is no value.
    Nothing,
    /// The heading of comments of which it is not known what they are about.
    Unplaced,
    /// That what a comment is about is no longer there.
    Gone,
    /// That what a comment is about was changed since.
    TextChanged,
    /// Who wrote a comment that names nobody.
    Anonymous,
    /// Before what another copy of a comment says.
    Earlier,
}
