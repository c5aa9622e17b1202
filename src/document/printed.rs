//! What becomes of a text on the page.

use super::{lithuanian, rich_text};
use crate::report::TextRef;
use crate::typography;

/// The words of each paragraph of a text as they were typed, and as they will be printed.
pub fn printed(text: TextRef<'_>) -> Vec<(String, String)> {
    match text {
        TextRef::Line(line) => vec![(line.as_str().to_owned(), lithuanian::line(line))],
        TextRef::Prose(prose) => prose
            .paragraphs()
            .iter()
            .map(|paragraph| {
                let pieces = rich_text::pieces(paragraph);
                let typed = pieces.iter().map(|piece| piece.text).collect();
                (typed, typography::set_pieces(pieces).concat())
            })
            .collect(),
    }
}
