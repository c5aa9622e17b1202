//! A comment.

use kurbo::Rect;

/// A comment with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What it is.
    pub kind: Kind,
    /// The marked area: the lines of a marked text, or the position of the comment.
    pub areas: Vec<Rect>,
    /// Its text; empty if something was only marked.
    pub text: String,
    /// The author, if known.
    pub author: Option<String>,
    /// The date of the last change, in the format of ISO 8601.
    pub date: Option<String>,
    /// The name given by the program, at best unique on its page.
    pub name: Option<String>,
    /// Replies, in the order of the file.
    pub replies: Vec<Reply>,
    /// Its review states: the last of each kind.
    pub states: Vec<State>,
}

/// A reply to a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
    /// What it says.
    pub text: String,
}

/// The review state of a comment (ISO 32000-1, table 171).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// `Accepted`, `Rejected`, `Cancelled`, `Completed`, `Marked` or another word of the program.
    pub name: String,
    /// Who set it.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
}

/// The kind of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A sticky note.
    Note,
    /// A highlighted text.
    Highlight,
    /// An underlined text.
    Underline,
    /// A text that was struck out.
    StrikeOut,
    /// A text to be replaced by another.
    Replacement,
    /// A place where text is to be inserted.
    Insertion,
    /// A text on the page itself.
    FreeText,
    /// A stamp.
    Stamp,
    /// Something drawn by hand.
    Ink,
    /// A line or a shape.
    Shape,
    /// An attached file or a sound.
    Attachment,
    /// Something else.
    Other,
}

impl Kind {
    /// The kind that an annotation has by its subtype (ISO 32000-1, table 169); `None` for those that are not written
    /// by readers.
    pub(super) fn of(subtype: &[u8]) -> Option<Self> {
        Some(match subtype {
            b"Text" => Self::Note,
            b"Highlight" => Self::Highlight,
            b"Underline" | b"Squiggly" => Self::Underline,
            b"StrikeOut" | b"Redact" => Self::StrikeOut,
            b"Caret" => Self::Insertion,
            b"FreeText" => Self::FreeText,
            b"Stamp" => Self::Stamp,
            b"Ink" => Self::Ink,
            b"Line" | b"Square" | b"Circle" | b"Polygon" | b"PolyLine" => Self::Shape,
            b"FileAttachment" | b"Sound" => Self::Attachment,
            b"Link" | b"Popup" | b"Widget" | b"Screen" | b"PrinterMark" | b"TrapNet" | b"Watermark"
            | b"Movie" | b"3D" | b"RichMedia" => return None,
            _ => Self::Other,
        })
    }

    /// Whether it marks words.
    pub fn marks_text(self) -> bool {
        matches!(self, Self::Highlight | Self::Underline | Self::StrikeOut | Self::Replacement)
    }
}
