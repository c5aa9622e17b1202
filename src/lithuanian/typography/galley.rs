//! A text under correction.

use std::ops::Range;

use linkify::LinkFinder;
use unicode_normalization::UnicodeNormalization;

use super::Piece;

/// One correction: the bytes of the text that are replaced, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) replacement: String,
}

impl Edit {
    pub(super) fn new(range: Range<usize>, replacement: impl Into<String>) -> Self {
        Self { range, replacement: replacement.into() }
    }

    fn is_insertion(&self) -> bool {
        self.range.is_empty()
    }
}

/// Where a word may be parted, by the hand of whoever typed it or of the program that it was copied from; here the
/// rules of its language say that.
const SOFT_HYPHEN: char = '\u{ad}';

/// The pieces of a text, joined, so that rules see across their bounds.
pub(super) struct Galley {
    text: String,
    /// Where each piece ends.
    ends: Vec<usize>,
    /// The pieces that stay as they are.
    verbatim: Vec<bool>,
}

impl Galley {
    pub(super) fn new<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let mut galley = Self { text: String::new(), ends: Vec::new(), verbatim: Vec::new() };
        for piece in pieces {
            galley.text.extend(piece.text.nfc().filter(|c| *c != SOFT_HYPHEN));
            galley.ends.push(galley.text.len());
            galley.verbatim.push(piece.verbatim);
        }
        galley
    }

    /// Applies the corrections of a rule, but for those that touch what stays as it is. They come
    /// in the order of the text and do not overlap. Says whether there were any.
    pub(super) fn correct(&mut self, rule: impl Fn(&str) -> Vec<Edit>) -> bool {
        let edits = rule(&self.text);
        if edits.is_empty() {
            return false;
        }
        let kept = self.kept();
        let touches_kept = |edit: &Edit| {
            // Only those about the place of the edit, so that a long text takes no longer for each.
            let first = kept.partition_point(|kept| kept.end < edit.range.start);
            let near = || kept.iter().skip(first).take_while(|kept| kept.start <= edit.range.end);
            let ends_here = |kept: &Range<usize>| kept.end == edit.range.start;
            near().any(|kept| edit.range.start < kept.end && kept.start < edit.range.end)
                // An insertion touches what it would part.
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
            // What is inserted after a piece that stays belongs to the next.
            let is_behind = |(end, verbatim): &(&usize, &bool)| {
                **end < edit.range.end || **verbatim && edit.is_insertion() && **end == edit.range.end
            };
            while let Some((end, _)) = ends.next_if(is_behind) {
                // A correction across a bound belongs to the piece in which it begins.
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

    /// What no rule may touch: verbatim pieces and addresses.
    fn kept(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let verbatim = self.ends.iter().zip(&self.verbatim).filter_map(move |(end, verbatim)| {
            let range = start..*end;
            start = *end;
            verbatim.then_some(range)
        });
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        // To the finder of links a no-break space is like any other character of an address.
        let addresses: Vec<_> = finder
            .links(&self.text)
            .map(|link| {
                let address = link.as_str().split(char::is_whitespace).next().unwrap_or_default();
                link.start()..link.start() + address.len()
            })
            .collect();
        let mut ranges: Vec<_> = verbatim.chain(addresses).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        // In order and apart: an address may be in a verbatim piece, or reach out of it.
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
