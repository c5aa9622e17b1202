//! The printed form of a text.

use unicode_normalization::UnicodeNormalization;

use super::{lithuanian, rich_text};
use crate::lithuanian::typography;
use crate::report::TextRef;

/// The words of each paragraph of a text, as typed (normalised to NFC) and as printed.
pub fn printed(text: TextRef<'_>) -> Vec<(String, String)> {
    match text {
        TextRef::Line(line) => vec![(line.as_str().nfc().collect(), lithuanian::line(line))],
        TextRef::Prose(_) | TextRef::Blocks(_) => text
            .paragraphs()
            .into_iter()
            .map(|paragraph| {
                let pieces = rich_text::pieces(paragraph);
                let typed = pieces.iter().flat_map(|piece| piece.text.nfc()).collect();
                (typed, typography::apply_to_pieces(pieces).concat())
            })
            .collect(),
    }
}
