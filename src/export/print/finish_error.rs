//! Why a PDF cannot be made fit for the press.

use std::{fmt, io};

/// What is in the way; the template or a picture is at error, not the report.
#[derive(Debug)]
pub(super) enum FinishError {
    /// The objects of the PDF are not as they must be.
    Objects(lopdf::Error),
    /// The PDF cannot be written.
    Write(io::Error),
    /// The profile of a picture cannot be used, or that of the press.
    Profile(lcms2::Error),
    /// The samples of a picture cannot be read.
    Picture(String),
    /// Something whose colours nobody can convert here.
    Unknown(&'static str),
    /// A page ends where it is cut.
    Unbled,
    /// The standard asks for a title.
    Untitled,
    /// The standard asks for a date.
    Undated,
}

impl fmt::Display for FinishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Objects(error) => write!(f, "{error}"),
            Self::Write(error) => write!(f, "{error}"),
            Self::Profile(error) => write!(f, "a colour profile cannot be used: {error}"),
            Self::Picture(error) => write!(f, "a picture cannot be read: {error}"),
            Self::Unknown(what) => write!(f, "the colours of {what} cannot be converted"),
            Self::Unbled => f.write_str(
                "the template sets pages without a bleed: set page(bleed: report.edition.bleed * 1mm)",
            ),
            Self::Untitled => f.write_str("the template sets no title of the document"),
            Self::Undated => f.write_str("the template sets no date of the document"),
        }
    }
}

impl From<lopdf::Error> for FinishError {
    fn from(error: lopdf::Error) -> Self {
        Self::Objects(error)
    }
}

impl From<io::Error> for FinishError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<lcms2::Error> for FinishError {
    fn from(error: lcms2::Error) -> Self {
        Self::Profile(error)
    }
}
