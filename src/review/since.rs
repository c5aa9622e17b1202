//! What a draft shows of what has changed since an earlier report.

use std::collections::HashMap;

use super::Reference;
use super::changes::{self, Body, Change, Gap, Kind, Piece, Side};
use super::notes::{is_within, part, side};
use crate::document::{ChangeBar, DraftItem, Edit, Note, NoteKind, PageNotes, change_text, changed_note};
use crate::report::{Origin, Report};
use crate::typeset::{Map, Placed, Rect};

/// How much of a long text the list of changes shows, in characters.
const SHOWN: usize = 400;

/// An earlier report, and what has changed since.
#[derive(Debug)]
pub struct Since<'a> {
    /// What has changed, in the order of the new report.
    pub changes: Vec<Change>,
    /// The earlier report.
    pub old: &'a Report,
    /// What was printed of it.
    pub old_words: HashMap<Origin, String>,
    /// What is printed now.
    pub new_words: HashMap<Origin, String>,
}

impl Since<'_> {
    /// The words to mark in a document.
    pub fn edits(&self) -> HashMap<Origin, Vec<Edit>> {
        let mut edits = HashMap::new();
        for change in &self.changes {
            match (change.kind, &change.old, &change.new) {
                (Kind::Changed, Some(old), Some(new)) => {
                    let before = self.old_words.get(&old.origin).map_or("", String::as_str);
                    if let Some(after) = self.new_words.get(&new.origin) {
                        edits.insert(new.origin.clone(), apart(pieces(&new.body, before, after)));
                    }
                }
                (Kind::Inserted, _, Some(new)) => {
                    let inside = self.new_words.iter().filter(|(origin, _)| is_within(origin, &new.origin));
                    for (origin, words) in inside {
                        edits.insert(origin.clone(), vec![Edit::Inserted(words.clone())]);
                    }
                }
                _ => {}
            }
        }
        edits
    }

    /// Puts change bars beside what has changed, and notes what happened to whole items.
    pub fn mark(&self, pages: &mut [PageNotes], map: &Map, report: &Report) {
        for change in &self.changes {
            let kind = NoteKind::from(change.kind);
            let named = |side: &Side, report| Reference::of(&side.origin, report).map(|it| it.to_string());
            if let Some(new) = &change.new {
                let mut lines: Vec<(usize, Rect)> = map
                    .items
                    .iter()
                    .filter(|item| is_within(&item.origin, &new.origin))
                    .flat_map(Placed::lines)
                    .collect();
                lines.sort_by(|(a, first), (b, second)| a.cmp(b).then(first.top.total_cmp(&second.top)));
                for (page, line) in &lines {
                    if let Some(notes) = pages.get_mut(*page) {
                        notes.bars.push(ChangeBar { top: line.top, height: line.bottom - line.top });
                    }
                }
                if let (true, Some(reference), Some((page, line))) =
                    (kind != NoteKind::Changed, named(new, report), lines.first())
                    && let Some(notes) = pages.get_mut(*page)
                {
                    let text = changed_note(&reference, kind);
                    // The note takes the place of the bare reference.
                    match notes.notes.iter_mut().find(|note| note.text == reference) {
                        Some(note) => note.text = text,
                        None => notes.notes.push(Note { text, side: side(line, map, *page), top: line.top }),
                    }
                }
            } else if let Some(old) = &change.old
                && let Some(reference) = named(old, self.old)
                && let Some((page, rect)) = gap(change, map)
                && let Some(notes) = pages.get_mut(page)
            {
                notes.notes.push(Note {
                    text: changed_note(&reference, kind),
                    side: side(&rect, map, page),
                    top: rect.top,
                });
            }
        }
        for page in pages {
            part(&mut page.notes);
        }
    }

    /// The list of changes.
    pub fn items(&self, report: &Report) -> Vec<DraftItem> {
        let shown = |side: &Side, words: &HashMap<Origin, String>| {
            let text = words.get(&side.origin).cloned().unwrap_or_else(|| said(side));
            match text.char_indices().nth(SHOWN) {
                Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
                None => text,
            }
        };
        let items = self.changes.iter().map(|change| {
            let old = change.old.as_ref().map(|side| shown(side, &self.old_words));
            let new = change.new.as_ref().map(|side| shown(side, &self.new_words));
            let old_name = change.old.as_ref().and_then(|side| Reference::of(&side.origin, self.old));
            let new_name = change.new.as_ref().and_then(|side| Reference::of(&side.origin, report));
            let old_name = old_name.map(|name| name.to_string());
            let kind = NoteKind::from(change.kind);
            let (text, details) = change_text(kind, old_name.as_deref(), old, new);
            DraftItem { reference: new_name.map(|name| name.to_string()).or(old_name), text, details }
        });
        items.collect()
    }
}

/// Where something was that was deleted: the line that follows it, or the last before it.
fn gap(change: &Change, map: &Map) -> Option<(usize, Rect)> {
    let lines = |origin: &Origin| -> Vec<(usize, Rect)> {
        let items = map.items.iter().filter(|item| is_within(&item.origin, origin));
        items.flat_map(Placed::lines).collect()
    };
    match change.gap.as_ref()? {
        Gap::Before(origin) => lines(origin).into_iter().next(),
        Gap::EndOf(path) => lines(&Origin::from(path)).into_iter().next_back().map(|(page, line)| {
            (page, Rect { top: line.bottom, bottom: line.bottom + (line.bottom - line.top), ..line })
        }),
    }
}

/// How what is printed has changed: a figure as a whole, a text word by word.
fn pieces(body: &Body, before: &str, after: &str) -> Vec<Edit> {
    if matches!(body, Body::Figure(_)) {
        return vec![Edit::Deleted(before.to_owned()), Edit::Inserted(after.to_owned())];
    }
    let edits = changes::pieces(before, after).into_iter().map(|piece| match piece {
        Piece::Kept(words) => Edit::Kept(words),
        Piece::Inserted(words) => Edit::Inserted(words),
        Piece::Deleted(words) => Edit::Deleted(words),
    });
    edits.collect()
}

/// Puts a space between words that were there and those in their place.
fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    let follows: Vec<bool> =
        edits.iter().skip(1).map(|next| matches!(next, Edit::Inserted(words) if !words.is_empty())).collect();
    for (edit, is_replaced) in edits.iter_mut().zip(follows) {
        if let Edit::Deleted(words) = edit
            && is_replaced
            && !words.is_empty()
            && !words.ends_with(char::is_whitespace)
        {
            words.push(' ');
        }
    }
    edits
}

/// What a value says, in one text.
fn said(side: &Side) -> String {
    match &side.body {
        Body::Words(words) | Body::Typed(words) => words.clone(),
        Body::Figure(figure) => figure.to_string(),
        Body::Item(sides) => sides.iter().map(said).collect::<Vec<_>>().join("; "),
    }
}

impl From<Kind> for NoteKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Inserted => Self::Inserted,
            Kind::Deleted => Self::Deleted,
            Kind::Moved => Self::Moved,
            Kind::Changed => Self::Changed,
        }
    }
}
