//! The severity of a problem.

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Information only.
    Note,
    /// A likely mistake that does not prevent the result.
    Warning,
    /// A mistake that prevents the result.
    Error,
}
