//! Words in one piece.
//!
//! Typst begins a marked-content sequence wherever the style of a text changes, if only in what may be hyphenated,
//! and at the end of every line. Assistive technology takes what is in two sequences for two words: Chromium's
//! accessibility tree then has *inovaci* and *jų*. So sequences that follow each other in one element of the
//! structure and on the page are made one.
//!
//! Between them there may be lines and areas that decorate them, such as the underline of a link. Those go
//! before the sequence: they are painted by themselves, beside what follows.

use std::collections::BTreeSet;

use super::sequences::{Marked, PageParts, Part};
use super::structure::{Sequence, Structure};

/// Joins the sequences that follow each other.
pub(super) fn join_sequences(structure: &mut Structure, pages: &mut [PageParts]) {
    let places = structure.places();
    let mut gone = BTreeSet::new();
    for PageParts { page, parts } in pages {
        let follows = |first: i64, second: i64| {
            let place = |id| places.get(&Sequence { page: *page, id });
            match (place(first), place(second)) {
                (Some((element, index)), Some((other, next))) => element == other && index + 1 == *next,
                _ => false,
            }
        };
        let mut joiner = Joiner::default();
        for part in std::mem::take(parts) {
            gone.extend(joiner.take(part, follows).map(|id| Sequence { page: *page, id }));
        }
        *parts = joiner.finish();
    }
    for element in structure.elements.values_mut() {
        element.kids.retain(|kid| kid.sequence().is_none_or(|sequence| !gone.contains(&sequence)));
    }
}

/// The content of a page so far.
#[derive(Default)]
struct Joiner {
    done: Vec<Part>,
    open: Option<Open>,
}

/// A sequence that may go on.
struct Open {
    marked: Marked,
    /// The identifier of what was added to it last.
    last: i64,
    /// Decoration after it.
    decoration: Vec<Marked>,
}

impl Joiner {
    /// Adds the next part; the identifier of a sequence that was joined to the one before it.
    fn take(&mut self, part: Part, follows: impl Fn(i64, i64) -> bool) -> Option<i64> {
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
                Some(open) if marked.is_artifact_of_paths() => open.decoration.push(marked),
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

    /// Ends the sequence that might have gone on.
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
