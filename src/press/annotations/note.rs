//! A comment.

use kurbo::Rect;

/// A comment with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What it is.
    pub kind: Kind,
    /// What of the page is meant: the lines of a marked text, else the place of the comment.
    pub areas: Vec<Rect>,
    /// What it says; empty where something was only marked.
    pub text: String,
    /// Who wrote it, where the program said so.
    pub author: Option<String>,
    /// When it was last changed, as ISO 8601 has it.
    pub date: Option<String>,
    /// The name that the program gave it, unique among those of one page at best.
    pub name: Option<String>,
    /// What others replied, in the order of the file.
    pub replies: Vec<Reply>,
    /// How it was settled, if it was; the last decision of each kind.
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

/// How somebody settled a comment (ISO 32000-1, table 171).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// `Accepted`, `Rejected`, `Cancelled`, `Completed`, `Marked` or another word of the program.
    pub name: String,
    /// Who said so.
    pub author: Option<String>,
    /// When.
    pub date: Option<String>,
}

/// What a comment is.
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
