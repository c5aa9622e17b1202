//! What a draft adds to the pages of a report: references in the margins, and frames around gaps.

use std::cmp::Ordering;

use crate::document::{Frame, Note, PageNotes, Side, missing_note};
use crate::report::{KeyPath, Origin, Report, Step, gap};
use crate::typeset::{Map, Placed, Rect};

use super::Reference;

/// An item that begins beyond this share of the page's width has its reference in the right margin.
const RIGHT_SIDE: f64 = 0.5;
/// The maximum number of letters per line of a note.
const LETTERS_IN_LINE: usize = 15;
/// The height of a line of a note and of the padding around a note, in points.
const LINE_HEIGHT: f64 = 7.6;
const NOTE_PADDING: f64 = 4.0;

/// The notes and frames of each page; `gaps` are the values that are still missing.
pub fn notes(map: &Map, report: &Report, gaps: &[Origin]) -> Vec<PageNotes> {
    let mut pages: Vec<PageNotes> = map.pages.iter().map(|_| PageNotes::default()).collect();
    for named in named(map, report) {
        let is_missing = named.items.iter().any(|item| is_gap(&item.origin, gaps));
        let Some((page, rect)) = named.place() else { continue };
        let side = side(&rect, map, page);
        let text = if is_missing { missing_note(&named.reference) } else { named.reference };
        if let Some(notes) = pages.get_mut(page) {
            notes.notes.push(Note { text, side, top: rect.top });
        }
    }
    for (page, rect) in map.items.iter().filter(|item| is_gap(&item.origin, gaps)).flat_map(Placed::lines) {
        if let Some(notes) = pages.get_mut(page) {
            let Rect { left, top, right, bottom } = rect;
            notes.gaps.push(Frame { left, top, width: right - left, height: bottom - top });
        }
    }
    for page in &mut pages {
        spread(&mut page.notes);
    }
    pages
}

/// The margin for the reference of an item.
pub(super) fn side(rect: &Rect, map: &Map, page: usize) -> Side {
    let width = map.pages.get(page).map_or(0.0, |(width, _)| *width);
    if rect.left > width * RIGHT_SIDE { Side::Right } else { Side::Left }
}

/// Whether a value is missing, entirely or in part.
fn is_gap(origin: &Origin, gaps: &[Origin]) -> bool {
    gaps.iter().any(|gap| origin.is_within(gap))
}

/// All items with the same reference.
struct Named<'a> {
    reference: String,
    items: Vec<&'a Placed>,
}

fn named<'a>(map: &'a Map, report: &Report) -> Vec<Named<'a>> {
    let mut all: Vec<Named<'_>> = Vec::new();
    for item in &map.items {
        let Some(reference) = Reference::of(&item.origin, report).filter(Reference::is_counted) else {
            continue;
        };
        let reference = reference.to_string();
        match all.iter_mut().find(|named| named.reference == reference) {
            Some(named) => named.items.push(item),
            None => all.push(Named { reference, items: vec![item] }),
        }
    }
    all
}

impl Named<'_> {
    /// The page on which the items begin, and their first line on it.
    fn place(&self) -> Option<(usize, Rect)> {
        // A row of a finance table also occurs in the chart before it. Only the table has its amount.
        let is_amount = |item: &&&Placed| {
            item.origin.path.steps().first() == Some(&Step::Key("finance".to_owned()))
                && matches!(item.origin.path.parent(), Some((_, Step::Key(key))) if key == "amount")
        };
        let all = || self.items.iter().flat_map(|item| &item.words);
        let first = self.items.iter().find(is_amount).map_or_else(
            || {
                all().min_by(|a, b| {
                    (a.page, a.rect.top).partial_cmp(&(b.page, b.rect.top)).unwrap_or(Ordering::Equal)
                })
            },
            |item| item.words.first(),
        )?;
        let line = all().filter(|word| {
            word.page == first.page && word.rect.bottom > first.rect.top && word.rect.top < first.rect.bottom
        });
        Some((first.page, line.fold(first.rect, |line, word| line.union(&word.rect))))
    }
}

/// Moves overlapping notes down.
pub(super) fn spread(notes: &mut [Note]) {
    notes.sort_by(|a, b| a.top.total_cmp(&b.top));
    for side in [Side::Left, Side::Right] {
        let mut free = f64::MIN;
        for note in notes.iter_mut().filter(|note| note.side == side) {
            note.top = note.top.max(free);
            let lines = note.text.chars().count().div_ceil(LETTERS_IN_LINE);
            #[expect(clippy::cast_precision_loss, reason = "a note has few lines")]
            let height = lines as f64 * LINE_HEIGHT + NOTE_PADDING;
            free = note.top + height;
        }
    }
}

/// The gaps of a report: placeholder texts, and values missing from the file.
pub fn gaps(report: &Report, filled: &[KeyPath]) -> Vec<Origin> {
    let said = report.texts().into_iter().flat_map(|(path, text)| {
        let parts = text.parts();
        let whole = (parts.is_empty() && gap::marker(&text.words()).is_some()).then(|| Origin::from(&path));
        let marked = parts.into_iter().enumerate().filter(|(_, words)| gap::marker(words).is_some());
        let marked: Vec<Origin> = marked.map(|(part, _)| Origin::part(&path, part)).collect();
        whole.into_iter().chain(marked)
    });
    said.chain(filled.iter().map(Origin::from)).collect()
}
