//! What the pages of a draft say beside the report.

use serde::Serialize;

use super::{NoteKind, lithuanian};
use crate::report::Date;

/// What stands on the pages of a draft in front of those of the report, and on pages after them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DraftView {
    /// The line at the foot of every page.
    pub footer: String,
    /// A word among the keywords of the PDF that tells the fingerprint, should everything else be lost.
    pub keyword: String,
    /// What stands on each page of the report.
    pub pages: Vec<PageNotes>,
    /// Lists on pages of their own, after the report.
    pub lists: Vec<DraftList>,
}

/// What stands on a page of a draft. Lengths are in points, from the top left of the trim.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PageNotes {
    /// Words in the margins.
    pub notes: Vec<Note>,
    /// What is still to be written.
    pub gaps: Vec<Frame>,
    /// What has changed.
    pub bars: Vec<ChangeBar>,
}

/// Words in a margin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// Which margin.
    pub side: Side,
    /// The top edge.
    pub top: f64,
}

/// A bar in the margin, beside lines that have changed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ChangeBar {
    /// The top edge.
    pub top: f64,
    /// The height.
    pub height: f64,
}

/// A margin of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Frame {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// A list after the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DraftList {
    /// Its heading.
    pub title: &'static str,
    /// What to do with it.
    pub lead: &'static str,
    /// What is listed, at least one thing.
    pub items: Vec<DraftItem>,
}

/// What is listed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DraftItem {
    /// What it is about, as people quote it.
    pub reference: Option<String>,
    /// What there is to say.
    pub text: String,
    /// More, below.
    pub details: Vec<String>,
}

impl DraftView {
    /// The foot and the keyword of a draft; `date` is that of the data.
    pub fn new(fingerprint: &str, date: Option<Date>) -> Self {
        Self {
            footer: lithuanian::draft_footer(fingerprint, date),
            keyword: format!("ataskaita-draft:{fingerprint}"),
            ..Self::default()
        }
    }
}

impl DraftList {
    /// What has changed.
    pub fn changed(items: Vec<DraftItem>) -> Self {
        Self { title: lithuanian::DRAFT_CHANGES, lead: lithuanian::DRAFT_CHANGES_LEAD, items }
    }

    /// What is still to be done.
    pub fn missing(items: Vec<DraftItem>) -> Self {
        Self { title: lithuanian::DRAFT_MISSING, lead: lithuanian::DRAFT_MISSING_LEAD, items }
    }
}

/// A note beside a place that is still to be filled in.
pub fn missing_note(reference: &str) -> String {
    format!("{reference} – {}", lithuanian::DRAFT_GAP)
}

/// A note beside something that has become new, has been moved or is no longer there.
pub fn changed_note(reference: &str, kind: NoteKind) -> String {
    format!("{reference} – {}", lithuanian::change_word(kind))
}

/// A change in the list of them: what happened, and what was and is there.
pub fn change_text(
    kind: NoteKind,
    old_name: Option<&str>,
    old: Option<String>,
    new: Option<String>,
) -> (String, Vec<String>) {
    let word = lithuanian::change_word(kind);
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    match kind {
        NoteKind::Inserted => (format!("{word}: {new}"), Vec::new()),
        NoteKind::Deleted => (format!("{word}: {old}"), Vec::new()),
        NoteKind::Moved => {
            (format!("{word}: {new}"), old_name.map(lithuanian::moved_from).into_iter().collect())
        }
        NoteKind::Changed => (format!("{word}: {new}"), vec![lithuanian::it_was(&old)]),
    }
}
