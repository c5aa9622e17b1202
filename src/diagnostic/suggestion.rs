//! What may be typed in place of what is wrong.

use std::ops::Range;

/// A change to the file after which the problem is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to type, as it is shown; empty where words say it better.
    pub text: String,
    /// Whether the author meant just this, and not something like it.
    pub is_meant: bool,
    /// The change, piece by piece, in the order of the file.
    pub edits: Vec<Edit>,
}

/// Bytes of a file, and what to put in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes; empty for an insertion.
    pub range: Range<usize>,
    /// The text in their place.
    pub text: String,
}

impl Edit {
    /// A text in place of bytes.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
}

impl Suggestion {
    /// The file with the change made; pieces that are not in it are left out.
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
    fn pieces_are_put_in_their_places() {
        let edits =
            vec![Edit::new(2..2, "\""), Edit::new(4..5, "x"), Edit::new(9..9, "!"), Edit::new(0..1, "?")];
        let suggestion = Suggestion { text: String::new(), is_meant: true, edits };
        assert_eq!(suggestion.apply("a: b c d"), "a:\" bxc d");
    }
}
