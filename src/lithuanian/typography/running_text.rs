//! The text that the rules work on.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{Piece, addresses, is_hyphen};
use crate::patterns::Pattern;

/// A change to the text: the range of bytes to replace, and the replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) replacement: String,
}

impl Edit {
    pub(super) fn new(range: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { range, replacement: replacement.into() }
    }

    pub(super) fn is_insertion(&self) -> bool {
        self.range.is_empty()
    }

    /// The same edit in a text that begins `bytes` earlier.
    pub(super) fn moved_by(self, bytes: usize) -> Self {
        Self { range: self.range.start + bytes..self.range.end + bytes, ..self }
    }
}

/// Puts `replacement` in place of the first group of every match. What is around the group is its context.
pub(super) fn replace_group(pattern: &Pattern, text: &str, replacement: &str) -> Vec<Edit> {
    pattern
        .matches(text, |found| Some(found.get(1)?.start()))
        .filter_map(|found| found.get(1))
        .filter(|group| group.as_str() != replacement)
        .map(|group| Edit::new(group.range(), replacement))
        .collect()
}

/// Removed from texts: on the page, words are hyphenated by the rules of the language.
const SOFT_HYPHEN: char = '\u{ad}';

/// The pieces of a text joined together, so that rules see across their boundaries.
pub(super) struct RunningText {
    text: String,
    /// Where each piece ends.
    ends: Vec<usize>,
    /// Whether each piece must not be changed.
    verbatim: Vec<bool>,
}

impl RunningText {
    pub(super) fn new<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let mut joined = Self { text: String::new(), ends: Vec::new(), verbatim: Vec::new() };
        for piece in pieces {
            let characters = piece.text.nfc().filter(|c| *c != SOFT_HYPHEN);
            joined.text.extend(characters.map(|c| if is_hyphen(c) { '-' } else { c }));
            joined.ends.push(joined.text.len());
            joined.verbatim.push(piece.verbatim);
        }
        joined
    }

    /// Applies the edits of a rule, except those that touch text that must not be changed. The edits are in the order of
    /// the text and do not overlap. Returns whether the text has changed.
    pub(super) fn apply(&mut self, rule: impl Fn(&str) -> Vec<Edit>) -> bool {
        let edits = rule(&self.text);
        if edits.is_empty() {
            return false;
        }
        let kept = self.kept();
        let touches_kept = |edit: &Edit| {
            // Only ranges near the edit are compared, so that the time stays linear.
            let first = kept.partition_point(|kept| kept.end < edit.range.start);
            let near = || kept.iter().skip(first).take_while(|kept| kept.start <= edit.range.end);
            let ends_here = |kept: &Range<usize>| kept.end == edit.range.start;
            near().any(|kept| edit.range.start < kept.end && kept.start < edit.range.end)
                // An insertion touches the range that it would split.
                || near().any(|kept| kept.start < edit.range.start && edit.range.start < kept.end)
                || edit.is_insertion()
                    && near().any(ends_here)
                    && near().any(|kept| kept.start == edit.range.start && !kept.is_empty())
        };
        let mut corrected = String::with_capacity(self.text.len() + edits.len());
        let mut ends = self.ends.iter().zip(&self.verbatim).peekable();
        let mut moved = Vec::with_capacity(self.ends.len());
        let mut at = 0;
        for edit in edits.into_iter().filter(|edit| !touches_kept(edit)) {
            let Some(unchanged) = self.text.get(at..edit.range.start) else { continue };
            // An insertion after a verbatim piece belongs to the next piece.
            let is_behind = |(end, verbatim): &(&usize, &bool)| {
                **end < edit.range.end || **verbatim && edit.is_insertion() && **end == edit.range.end
            };
            while let Some((end, _)) = ends.next_if(is_behind) {
                // An edit across a boundary belongs to the piece in which it begins.
                moved.push(match end.checked_sub(edit.range.start) {
                    Some(inside) if inside > 0 => corrected.len() + unchanged.len() + edit.replacement.len(),
                    _ => corrected.len() + (end - at),
                });
            }
            corrected.push_str(unchanged);
            corrected.push_str(&edit.replacement);
            at = edit.range.end;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        moved.extend(ends.map(|(end, _)| corrected.len() + (end - at)));
        corrected.push_str(rest);
        let changed = corrected != self.text;
        self.text = corrected;
        self.ends = moved;
        changed
    }

    /// The ranges that no rule may touch: verbatim pieces and addresses.
    fn kept(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let verbatim = self.ends.iter().zip(&self.verbatim).filter_map(move |(end, verbatim)| {
            let range = start..*end;
            start = *end;
            verbatim.then_some(range)
        });
        let mut ranges: Vec<_> = verbatim.chain(addresses::find(&self.text)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        // An address may be inside a verbatim piece or extend beyond it, so overlapping ranges are merged.
        let mut kept: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match kept.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => kept.push(range),
            }
        }
        kept
    }

    pub(super) fn into_pieces(self) -> Vec<String> {
        let mut start = 0;
        self.ends
            .iter()
            .map(|end| {
                let piece = self.text.get(start..*end).unwrap_or_default().to_owned();
                start = *end;
                piece
            })
            .collect()
    }
}
