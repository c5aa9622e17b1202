//! Terms in lists of changes and comments.

/// A term in a list of changes or comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// A value was inserted.
    Inserted,
    /// A value was deleted.
    Deleted,
    /// A value was moved.
    Moved,
    /// A value was changed.
    Changed,
    /// The heading of a list of changes.
    Changes,
    /// The heading of a list of comments.
    Comments,
    /// There are no changes.
    NoChanges,
    /// There are no comments.
    NoComments,
    /// A missing value.
    Nothing,
    /// The heading of comments whose subject is unknown.
    Unplaced,
    /// The subject of a comment no longer exists.
    Gone,
    /// The subject of a comment has changed since.
    TextChanged,
    /// The author of an anonymous comment.
    Anonymous,
    /// Introduces the text of another copy of a comment.
    Earlier,
}
