//! The lines of a text.

use std::ops::Range;

/// The part of a range on its first line, so that a long text does not fill the screen.
pub(super) fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.floor_char_boundary(range.end).max(start);
    let line = text.get(start..end).and_then(|text| text.split('\n').next()).unwrap_or_default();
    start..start + line.trim_end().len()
}

/// The line that contains an offset, without its end.
pub(super) fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    first_line(text, start..text.len())
}
