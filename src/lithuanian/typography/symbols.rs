//! Symbols that keyboards lack: `m²` and `×`.
//!
//! Exponents of units and the multiplication sign, with spaces on both sides, follow the International System of Units
//! (SI brochure, 5.4).

use super::running_text::{Edit, replace_group};
use crate::patterns::patterns;

patterns! {
    /// A squared or cubed unit of length after a number, after `/`, or by itself in brackets.
    SQUARE = r"(?:[0-9][ \u{a0}]?|(?:tūkst|mln|mlrd)\.[ \u{a0}]|/|[0-9][ \u{a0}]?\(|\p{Ll}[ \u{a0}]\(|už[ \u{a0}])[kdcm]?m(2)(?:[^\p{L}\p{N}_-]|$)";
    CUBE = r"(?:[0-9][ \u{a0}]?|(?:tūkst|mln|mlrd)\.[ \u{a0}]|/|[0-9][ \u{a0}]?\(|\p{Ll}[ \u{a0}]\(|už[ \u{a0}])[kdcm]?m(3)(?:[^\p{L}\p{N}_-]|$)";
    /// An x with spaces around it between two numbers. The first may have a unit.
    SPACED_TIMES = r"(?:^|[^\p{L}\p{N}])[0-9]+(?:[.,][0-9]+)?(?:[ \u{a0}](?:mm|cm|m|px))?([ \u{a0}][xX][ \u{a0}])[0-9]";
    /// An x between two or more numbers before a unit of length.
    CLOSE_TIMES = r"(?:^|[^\p{L}\p{N}])[0-9]+(?:[.,][0-9]+)?([xX])[0-9]+(?:[.,][0-9]+)?(?:(?:[xX]|\u{a0}×\u{a0})[0-9]+(?:[.,][0-9]+)?)?[ \u{a0}]?(?:mm|cm|m|px)(?:[^\p{L}\p{N}]|$)";
}

pub(super) fn powers(text: &str) -> Vec<Edit> {
    let mut edits = replace_group(&SQUARE, text, "²");
    edits.extend(replace_group(&CUBE, text, "³"));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

pub(super) fn times(text: &str) -> Vec<Edit> {
    const TIMES: &str = "\u{a0}×\u{a0}";
    let mut edits = replace_group(&SPACED_TIMES, text, TIMES);
    edits.extend(replace_group(&CLOSE_TIMES, text, TIMES));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}
