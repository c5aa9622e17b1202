//! Joins marked-content sequences, so that no word is split.
//!
//! Typst begins a new marked-content sequence wherever the style of a text changes, even if only its hyphenation does, and
//! at every line end. Assistive technology takes the text of two sequences as separate words: Chromium's accessibility
//! tree then contains *inovaci* and *jų*. Therefore sequences that are adjacent both in an element and on the page are
//! joined.
//!
//! Path artifacts between them, such as the underline of a link, are moved before the joined sequence, which does not
//! change the page.

use std::collections::BTreeMap;

use lopdf::ObjectId;

use super::sequences::{MarkedContent, Part};
use super::structure::Sequence;

/// Joins the adjacent sequences of a page, given the element and the index in it of each. Returns the parts of the page,
/// and the sequences that have been joined to the ones before them.
pub(super) fn join_sequences(
    page: ObjectId,
    parts: Vec<Part>,
    places: &BTreeMap<Sequence, (ObjectId, usize)>,
) -> (Vec<Part>, Vec<Sequence>) {
    let follows = |first: i64, second: i64| {
        let place = |id| places.get(&Sequence { page, id });
        match (place(first), place(second)) {
            (Some((element, index)), Some((other, next))) => element == other && index + 1 == *next,
            _ => false,
        }
    };
    let mut joiner = Joiner::default();
    let ids = parts.into_iter().filter_map(|part| joiner.push(part, follows));
    let merged = ids.map(|id| Sequence { page, id }).collect::<Vec<_>>();
    (joiner.finish(), merged)
}

/// The content of a page read so far.
#[derive(Default)]
struct Joiner {
    done: Vec<Part>,
    open: Option<Open>,
}

/// A sequence to which others may still be joined.
struct Open {
    marked: MarkedContent,
    /// The identifier of the sequence that was joined last.
    last: i64,
    /// Path artifacts after it.
    decoration: Vec<MarkedContent>,
}

impl Joiner {
    /// Adds the next part. Returns its identifier if it was joined to the previous sequence.
    fn push(&mut self, part: Part, follows: impl Fn(i64, i64) -> bool) -> Option<i64> {
        let marked = match part {
            Part::Sequence(marked) => marked,
            Part::Other(_) => {
                self.close();
                self.done.push(part);
                return None;
            }
        };
        let Some(id) = marked.id().filter(|_| marked.is_self_contained()) else {
            match &mut self.open {
                Some(open) if marked.is_path_artifact() => open.decoration.push(marked),
                _ => {
                    self.close();
                    self.done.push(Part::Sequence(marked));
                }
            }
            return None;
        };
        if let Some(open) = &mut self.open
            && follows(open.last, id)
            && open.marked.is_like(&marked)
        {
            self.done.extend(open.decoration.drain(..).map(Part::Sequence));
            open.marked.operations.extend(marked.operations);
            open.last = id;
            return Some(id);
        }
        self.close();
        self.open = Some(Open { marked, last: id, decoration: Vec::new() });
        None
    }

    /// Closes the open sequence.
    fn close(&mut self) {
        if let Some(Open { marked, decoration, .. }) = self.open.take() {
            self.done.push(Part::Sequence(marked));
            self.done.extend(decoration.into_iter().map(Part::Sequence));
        }
    }

    fn finish(mut self) -> Vec<Part> {
        self.close();
        self.done
    }
}
