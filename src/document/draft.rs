//! Content that only drafts have.

use serde::Serialize;

use super::{NoteKind, lithuanian};
use crate::report::Date;

/// Annotations on the pages of a draft, and the lists after them.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DraftView {
    /// The page footer.
    pub footer: String,
    /// A PDF keyword with the fingerprint, in case the attachment is lost.
    pub keyword: String,
    /// The annotations of each page of the report.
    pub pages: Vec<PageNotes>,
    /// Lists on separate pages after the report.
    pub lists: Vec<DraftList>,
}

/// The annotations of a page. Lengths are in points, from the top left corner of the trim box.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PageNotes {
    /// Marginal notes.
    pub notes: Vec<Note>,
    /// Highlighted gaps.
    pub gaps: Vec<Frame>,
    /// Change bars.
    pub bars: Vec<ChangeBar>,
}

/// A marginal note.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// The text.
    pub text: String,
    /// The margin.
    pub side: Side,
    /// The top edge.
    pub top: f64,
}

/// A bar in the margin beside changed lines.
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
    /// The left margin.
    Left,
    /// The right margin.
    Right,
}

/// A rectangle on a page.
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
    /// The heading.
    pub title: &'static str,
    /// An introductory paragraph.
    pub lead: &'static str,
    /// The items, at least one.
    pub items: Vec<DraftItem>,
}

/// An item of a list after the report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DraftItem {
    /// The reference of the value concerned, as shown in the margin.
    pub reference: Option<String>,
    /// The message.
    pub text: String,
    /// Further lines below it.
    pub details: Vec<String>,
}

impl DraftView {
    /// A draft with its footer and keyword; `date` is the date of the data.
    pub fn new(fingerprint: &str, date: Option<Date>) -> Self {
        Self {
            footer: lithuanian::draft_footer(fingerprint, date),
            keyword: format!("ataskaita-draft:{fingerprint}"),
            ..Self::default()
        }
    }
}

impl DraftList {
    /// The list of changes.
    pub fn changed(items: Vec<DraftItem>) -> Self {
        Self { title: lithuanian::DRAFT_CHANGES, lead: lithuanian::DRAFT_CHANGES_LEAD, items }
    }

    /// The list of everything still to be done.
    pub fn missing(items: Vec<DraftItem>) -> Self {
        Self { title: lithuanian::DRAFT_MISSING, lead: lithuanian::DRAFT_MISSING_LEAD, items }
    }
}

/// A marginal note beside a gap.
pub fn missing_note(reference: &str) -> String {
    format!("{reference} – {}", lithuanian::DRAFT_GAP)
}

/// A marginal note beside a change.
pub fn changed_note(reference: &str, kind: NoteKind) -> String {
    format!("{reference} – {}", lithuanian::change_word(kind))
}

/// The reference of a value that was deleted, in which another may stand now.
pub fn former_reference(reference: &str) -> String {
    lithuanian::former(reference)
}

/// An item of the list of changes: the kind of change with the current text, and details such as the old text.
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
        NoteKind::Changed => (format!("{word}: {new}"), vec![lithuanian::changed_from(&old)]),
    }
}
