//! Signs that a keyboard lacks: `m²` and `×`.
//!
//! The powers of units and the sign of multiplication, which has spaces on both sides, are those of the International
//! System of Units (SI brochure, 5.4).

use super::pattern::patterns;
use super::running_text::Edit;

patterns! {
    /// A square or a cube of a unit of length, after a number, after `/`, or alone in brackets.
    SQUARE = r"(?:[0-9][ \u{a0}]?|(?:tūkst|mln|mlrd)\.[ \u{a0}]|/|[0-9][ \u{a0}]?\(|\p{Ll}[ \u{a0}]\(|už[ \u{a0}])[kdcm]?m(2)(?:[^\p{L}\p{N}_-]|$)";
    CUBE = r"(?:[0-9][ \u{a0}]?|(?:tūkst|mln|mlrd)\.[ \u{a0}]|/|[0-9][ \u{a0}]?\(|\p{Ll}[ \u{a0}]\(|už[ \u{a0}])[kdcm]?m(3)(?:[^\p{L}\p{N}_-]|$)";
    /// An x between spaces and numbers, of which the first may have a unit.
    SPACED_TIMES = r"(?:^|[^\p{L}\p{N}])[0-9]+(?:[.,][0-9]+)?(?:[ \u{a0}](?:mm|cm|m|px))?([ \u{a0}][xX][ \u{a0}])[0-9]";
    /// An x between numbers before a unit of length, and between more of them.
    CLOSE_TIMES = r"(?:^|[^\p{L}\p{N}])[0-9]+(?:[.,][0-9]+)?([xX])[0-9]+(?:[.,][0-9]+)?(?:(?:[xX]|\u{a0}×\u{a0})[0-9]+(?:[.,][0-9]+)?)?[ \u{a0}]?(?:mm|cm|m|px)(?:[^\p{L}\p{N}]|$)";
}

pub(super) fn powers(text: &str) -> Vec<Edit> {
    let mut edits = SQUARE.replace_group(text, "²");
    edits.extend(CUBE.replace_group(text, "³"));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

pub(super) fn times(text: &str) -> Vec<Edit> {
    const TIMES: &str = "\u{a0}×\u{a0}";
    let mut edits = SPACED_TIMES.replace_group(text, TIMES);
    edits.extend(CLOSE_TIMES.replace_group(text, TIMES));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}
