//! What has changed in a text, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Words in place of others; either may be none. The ranges are bytes of the old and of the new text, and all that
/// is not in any of them is the same in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The words that were there.
    pub old: Range<usize>,
    /// The words that are there now.
    pub new: Range<usize>,
}

/// A piece of a text that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of both texts, as the new one has them.
    Kept(String),
    /// Words that were there.
    Deleted(String),
    /// Words that are there now.
    Inserted(String),
}

/// The longest run of the same characters between two replacements that is not worth showing as the same.
const SHORT_RUN: usize = 4;

/// How one text became another, whole words at a time, from the first edit to the last. White space of one kind or
/// another is the same.
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
            Some(last) if belong_together(old, last, &edit) => {
                last.old.end = edit.old.end;
                last.new.end = edit.new.end;
            }
            _ => edits.push(edit),
        }
    }
    edits
}

/// How one text became another, in pieces: those kept and inserted make up the new one.
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

/// Whether the text between two edits is too short to separate them.
fn belong_together(old: &str, first: &Edit, second: &Edit) -> bool {
    let between = old.get(first.old.end..second.old.start).unwrap_or_default();
    let replaces = |edit: &Edit| !edit.old.is_empty() && !edit.new.is_empty();
    !between.contains(char::is_alphanumeric)
        || replaces(first) && replaces(second) && between.trim().chars().count() <= SHORT_RUN
}

/// The words of a text and what is between them.
struct Tokens<'t> {
    keys: Vec<&'t str>,
    /// Where each of them begins, and where the last one ends.
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

    /// The new text with its edits, as git marks words.
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

    /// Even texts that have nothing in common are compared at once.
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
