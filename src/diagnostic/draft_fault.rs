//! Reasons why comments on a draft cannot be placed.
//!
//! | code | severity | example |
//! |------|----------|---------|
//! | `draft-foreign` | error | a PDF that is not a draft made by this program |
//! | `draft-scanned` | warning | a PDF with images of pages and no text |
//! | `draft-locked` | error | a PDF that is protected by a password |
//! | `draft-template` | error | a designer's template without the marks of a draft |
//! | `draft-unknown` | warning | a draft that has lost its data, and whose report was not found |
//! | `draft-printed` | warning | a draft that was printed to PDF again, which makes its comments part of the pages |
//! | `draft-bare` | note | a draft without comments |
//! | `draft-report` | warning | the YAML file of the report was not found |

use super::Severity;

/// Why comments of a PDF cannot be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftFault {
    /// It is not a draft made by this program.
    Foreign {
        /// Whether it has comments.
        has_comments: bool,
    },
    /// Its pages have no text, such as those of a scanned draft.
    Scanned,
    /// It is protected by a password.
    Locked,
    /// A designer's template leaves out the marks of a draft.
    Template,
    /// It has no embedded data, and no known report has its fingerprint.
    Unknown {
        /// The fingerprint.
        fingerprint: String,
    },
    /// It has neither embedded data nor comments.
    Printed,
    /// It has no comments.
    Bare,
    /// The YAML file of the report was not found.
    NoReport {
        /// Where it was looked for.
        tried: String,
    },
}

impl DraftFault {
    /// The code of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Foreign { .. } => "draft-foreign",
            Self::Scanned => "draft-scanned",
            Self::Locked => "draft-locked",
            Self::Template => "draft-template",
            Self::Bare => "draft-bare",
            Self::Unknown { .. } => "draft-unknown",
            Self::Printed => "draft-printed",
            Self::NoReport { .. } => "draft-report",
        }
    }

    /// The severity of the fault.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Foreign { .. } | Self::Locked | Self::Template => Severity::Error,
            Self::Bare => Severity::Note,
            Self::Unknown { .. } | Self::Printed | Self::Scanned | Self::NoReport { .. } => Severity::Warning,
        }
    }
}
