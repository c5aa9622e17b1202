//! What a draft adds to the pages of a report: references in the margins, and frames around gaps.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::document::{Frame, Note, PageNotes, Side, missing_note};
use crate::report::{KeyPath, Origin, Report, Step, gap};
use crate::typeset::{Map, Placed, Rect};

use super::Reference;

/// An item that begins beyond this share of the page's width has its reference in the right margin.
const RIGHT_SIDE: f64 = 0.5;
/// The maximum number of letters per line of a note.
const LETTERS_IN_LINE: usize = 14;
/// The height of a line of a note and of the padding around a note, in points.
const LINE_HEIGHT: f64 = 7.6;
const NOTE_PADDING: f64 = 4.0;

/// The notes and frames of each page; `gaps` are the values that are still missing.
pub fn notes(map: &Map, report: &Report, gaps: &[Origin]) -> Vec<PageNotes> {
    let mut pages: Vec<PageNotes> = map.pages.iter().map(|_| PageNotes::default()).collect();
    // A gap that is not printed, such as an alternative text, is noted beside the rest of its item.
    let missing: HashSet<String> =
        gaps.iter().filter_map(|gap| Some(Reference::of(gap, report)?.to_string())).collect();
    for named in named(map, report, &missing) {
        let is_missing = missing.contains(&named.reference);
        let Some((page, rect)) = named.place(gaps) else { continue };
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
    /// Whether the reference has a number, or is that of a picture.
    is_single: bool,
    items: Vec<&'a Placed>,
}

/// The items with a reference in the margin: numbered ones, pictures, and others in which something is missing.
fn named<'a>(map: &'a Map, report: &Report, missing: &HashSet<String>) -> Vec<Named<'a>> {
    let mut all: Vec<Named<'_>> = Vec::new();
    for item in &map.items {
        let Some(found) = Reference::of(&item.origin, report) else { continue };
        let reference = found.to_string();
        let is_single = found.is_counted() || found.is_image() && !is_beside_name(&item.origin);
        if !(is_single || missing.contains(&reference)) {
            continue;
        }
        match all.iter_mut().find(|named| named.reference == reference) {
            Some(named) => named.items.push(item),
            None => all.push(Named { reference, is_single, items: vec![item] }),
        }
    }
    all
}

/// Whether a picture stands beside the name of its item, which has the reference.
fn is_beside_name(origin: &Origin) -> bool {
    let is_small = |step: &Step| matches!(step, Step::Key(key) if key == "portrait" || key == "logo");
    origin.path.steps().iter().any(is_small)
}

impl Named<'_> {
    /// The page on which the items begin, and their first line on it; of a section, that of its first gap.
    fn place(&self, gaps: &[Origin]) -> Option<(usize, Rect)> {
        let open = self.items.iter().find(|item| !self.is_single && is_gap(&item.origin, gaps));
        if let Some((page, line)) = open.and_then(|item| item.lines().into_iter().next()) {
            return Some((page, line));
        }
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
            #[expect(clippy::cast_precision_loss, reason = "a note has few lines")]
            let height = lines(&note.text) as f64 * LINE_HEIGHT + NOTE_PADDING;
            free = note.top + height;
        }
    }
}

/// The number of lines of a note, which are broken between words.
fn lines(note: &str) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for word in note.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > LETTERS_IN_LINE {
            lines += 1;
            used = length;
        } else {
            used += length + usize::from(used > 0);
        }
    }
    lines
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
