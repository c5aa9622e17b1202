//! Ellipses, spaces before punctuation, and apostrophes.
//!
//! The ellipsis is one character (EU style guide). After a question mark or an exclamation mark it is two full stops,
//! `?..` (*Lietuvių kalbos rašyba ir skyryba*, 1992). The apostrophe is U+2019 (VLKK on the apostrophe).

use super::running_text::{Edit, replace_group};
use crate::patterns::patterns;

/// The number of bytes before it in which the opening mark is searched for.
const REACH: usize = 400;

patterns! {
    /// Three or more full stops, or an ellipsis character.
    STOPS = r"\.{3,}|…";
    /// Spaces between a word and the punctuation after it.
    DETACHED = r"[\p{L}\p{N})“%€]([ \u{a0}]{1,3})(?:[,;.?!](?:[\s“]|$)|,\p{L}\p{Ll})";
    /// Spaces just inside brackets.
    WITHIN_OPENING = r"(?:^|[\s„])\(([ \u{a0}]{1,3})[\p{L}\p{N}„%~≈€+−]";
    WITHIN_CLOSING = r"[\p{L}\p{N}“.%!?]([ \u{a0}]{1,3})\)";
    /// Spaces just inside quotation marks.
    QUOTED_OPENING = r"„([ \u{a0}]{1,2})[\p{L}\p{N}]";
    QUOTED_CLOSING = r"[\p{L}\p{N}.!?…]([ \u{a0}]{1,2})“(?:[\s.,;:!?)]|$)";
    /// Characters typed as an apostrophe within a word.
    APOSTROPHE = r"\p{L}(['´`‘])\p{L}";
}

pub(super) fn ellipses(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for found in STOPS.matches(text, |found| Some(found.get(0)?.end())) {
        let Some(stops) = found.get(0) else { break };
        let before = text.get(..stops.start()).unwrap_or_default();
        let after = text.get(stops.end()..).unwrap_or_default();
        // More than three are intended.
        if !matches!(stops.as_str(), "..." | "…") || before.ends_with(['.', '…']) {
            continue;
        }
        let mut marks = before.chars().rev().take_while(|c| matches!(c, '?' | '!'));
        let set = match (marks.next(), marks.next()) {
            (None, _) => "…",
            (Some(_), None) if !after.starts_with(['.', '…']) => "..",
            _ => continue,
        };
        if stops.as_str() != set {
            edits.push(Edit::new(stops.range(), set));
        }
    }
    edits
}

/// Removes spaces before commas, semicolons and sentence-final punctuation, and just inside brackets and quotation marks.
pub(super) fn detached(text: &str) -> Vec<Edit> {
    let mut edits = replace_group(&DETACHED, text, "");
    edits.extend(replace_group(&WITHIN_OPENING, text, ""));
    edits.extend(replace_group(&QUOTED_OPENING, text, ""));
    for (pattern, opening, closing) in [(&WITHIN_CLOSING, '(', ")"), (&QUOTED_CLOSING, '„', "“”\"")] {
        let is_open = |edit: &Edit| {
            let before = text.get(..edit.range.start).unwrap_or_default();
            let near = before.get(before.floor_char_boundary(before.len().saturating_sub(REACH))..);
            let last = near.unwrap_or_default().chars().rev().find(|c| *c == opening || closing.contains(*c));
            last == Some(opening)
        };
        edits.extend(replace_group(pattern, text, "").into_iter().filter(is_open));
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

pub(super) fn apostrophes(text: &str) -> Vec<Edit> {
    replace_group(&APOSTROPHE, text, "’")
}
