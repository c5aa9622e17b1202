//! Compares two texts word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A replacement of words; either range may be empty. The ranges are byte ranges of the old and the new text. Text outside
/// all edits is the same in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The old words.
    pub old: Range<usize>,
    /// The new words.
    pub new: Range<usize>,
}

/// A piece of a changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Unchanged words, as in the new text.
    Kept(String),
    /// Deleted words.
    Deleted(String),
    /// Inserted words.
    Inserted(String),
}

/// The maximum length of unchanged text between two replacements that are merged.
const SHORT_RUN: usize = 4;

/// The edits between two texts, by whole words, in order. Differences in white space are ignored.
pub fn edits(old: &str, new: &str) -> Vec<Edit> {
    let (old_tokens, new_tokens) = (Tokens::new(old), Tokens::new(new));
    let operations = capture_diff_slices(Algorithm::Myers, &old_tokens.keys, &new_tokens.keys);
    let mut edits: Vec<Edit> = Vec::new();
    for operation in operations.iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. })) {
        let edit = Edit {
            old: old_tokens.bytes(operation.old_range()),
            new: new_tokens.bytes(operation.new_range()),
        };
        match edits.last_mut() {
            Some(last) if should_merge(old, last, &edit) => {
                last.old.end = edit.old.end;
                last.new.end = edit.new.end;
            }
            _ => edits.push(edit),
        }
    }
    edits
}

/// The pieces of a changed text; the kept and inserted pieces make up the new text.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let slice = |text: &str, range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    for edit in edits(old, new) {
        pieces.push(Piece::Kept(slice(new, from..edit.new.start)));
        pieces.push(Piece::Deleted(slice(old, edit.old)));
        from = edit.new.end;
        pieces.push(Piece::Inserted(slice(new, edit.new)));
    }
    pieces.push(Piece::Kept(slice(new, from..new.len())));
    pieces.retain(|piece| match piece {
        Piece::Kept(text) | Piece::Deleted(text) | Piece::Inserted(text) => !text.is_empty(),
    });
    pieces
}

/// Whether two edits should be merged, because the text between them is too short.
fn should_merge(old: &str, first: &Edit, second: &Edit) -> bool {
    let between = old.get(first.old.end..second.old.start).unwrap_or_default();
    let replaces = |edit: &Edit| !edit.old.is_empty() && !edit.new.is_empty();
    !between.contains(char::is_alphanumeric)
        || replaces(first) && replaces(second) && between.trim().chars().count() <= SHORT_RUN
}

/// The words of a text and the text between them.
struct Tokens<'t> {
    keys: Vec<&'t str>,
    /// The start of each token, and the end of the last one.
    starts: Vec<usize>,
}

impl<'t> Tokens<'t> {
    fn new(text: &'t str) -> Self {
        let mut keys = Vec::new();
        let mut starts = Vec::new();
        for (start, token) in text.split_word_bound_indices() {
            let is_space = token.chars().all(|c| c.is_whitespace() && c != '\n');
            keys.push(if is_space { " " } else { token });
            starts.push(start);
        }
        starts.push(text.len());
        Self { keys, starts }
    }

    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let at = |token: usize| self.starts.get(token).or(self.starts.last()).copied().unwrap_or_default();
        at(tokens.start)..at(tokens.end)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The new text with its edits, marked as in git's word diff.
    fn marked(old: &str, new: &str) -> String {
        pieces(old, new)
            .into_iter()
            .map(|piece| match piece {
                Piece::Kept(text) => text,
                Piece::Deleted(text) => format!("[-{text}-]"),
                Piece::Inserted(text) => format!("{{+{text}+}}"),
            })
            .collect()
    }

    #[test]
    fn whole_words_are_marked() {
        assert_eq!(
            marked("Pasodinome 120 medžių.", "Pasodinome 125 medžius."),
            "Pasodinome [-120 medžių-]{+125 medžius+}."
        );
        assert_eq!(marked("Viena, dvi.", "Viena, naujai dvi."), "Viena, {+naujai +}dvi.");
        assert_eq!(
            marked("Visi nariai balsavo už.", "Nariai balsavo už."),
            "[-Visi nariai-]{+Nariai+} balsavo už."
        );
        assert_eq!(marked("", "Nauja"), "{+Nauja+}");
        assert_eq!(marked("Tas pats", "Tas\u{a0}pats"), "Tas\u{a0}pats");
    }

    #[test]
    fn long_texts_are_compared_in_bounded_time() {
        let text = |seed: u64, words: usize| {
            let mut state = seed;
            let mut text = String::new();
            for _ in 0..words {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let _ = write!(text, "žodis{} ", (state >> 33) % 500);
            }
            text
        };
        let (old, new) = (text(1, 12_000), text(2, 12_000));
        assert!(old.len() > 100_000);
        let pieces = pieces(&old, &new);
        let rebuilt: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Kept(text) | Piece::Inserted(text) => text.as_str(),
                Piece::Deleted(_) => "",
            })
            .collect();
        assert_eq!(rebuilt, new);
    }
}
