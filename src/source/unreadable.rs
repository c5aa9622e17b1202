//! What would keep both parsers from reading a text.

use std::ops::Range;

use crate::diagnostic::Edit;

/// What would keep both parsers from reading a text, and is replaced in it; the ranges are those in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A character that YAML does not allow (YAML 1.2.2, section 5.1) and no editor shows.
    Forbidden(char, usize),
    /// Tabs before the first word of lines that follow each other, with the spaces to put there; the range is that of
    /// the first tab.
    Tabs { at: Range<usize>, edits: Vec<Edit> },
}
