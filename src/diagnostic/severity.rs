//! How much a problem matters.

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is wrong; it is good to know.
    Note,
    /// The work can go on, but somebody should look.
    Warning,
    /// The work cannot go on.
    Error,
}
