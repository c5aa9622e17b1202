//! Characters that would keep both parsers from reading a text.

use std::ops::Range;

use crate::diagnostic::Edit;

/// Characters that no parser would read, and that are replaced in the text; offsets are in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A character that YAML does not allow (YAML 1.2.2, section 5.1) and no editor shows.
    Forbidden(char, usize),
    /// Tabs in the indentation of consecutive lines, with the edits that replace them; the range is that of the first
    /// tab.
    Tabs { at: Range<usize>, edits: Vec<Edit> },
}
