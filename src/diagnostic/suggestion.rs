//! Suggested changes to a file.

use std::ops::Range;

/// A change to the file that fixes a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The text to type, as shown; empty if the message describes the change better.
    pub text: String,
    /// Whether the author certainly meant exactly this.
    pub is_meant: bool,
    /// The edits, in the order of the file.
    pub edits: Vec<Edit>,
}

/// A replacement in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The replaced bytes; empty for an insertion.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// Replaces bytes by a text.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
}

impl Suggestion {
    /// The file with the edits applied; edits out of range are ignored.
    pub fn apply(&self, file: &str) -> String {
        let mut changed = String::with_capacity(file.len());
        let mut done = 0;
        for Edit { range, text } in &self.edits {
            if let Some(before) = file.get(done..range.start)
                && file.is_char_boundary(range.end)
                && range.start <= range.end
            {
                changed.push_str(before);
                changed.push_str(text);
                done = range.end;
            }
        }
        changed.push_str(file.get(done..).unwrap_or_default());
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_applied_in_order() {
        let edits =
            vec![Edit::new(2..2, "\""), Edit::new(4..5, "x"), Edit::new(9..9, "!"), Edit::new(0..1, "?")];
        let suggestion = Suggestion { text: String::new(), is_meant: true, edits };
        assert_eq!(suggestion.apply("a: b c d"), "a:\" bxc d");
    }
}
