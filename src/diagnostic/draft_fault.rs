//! What may keep comments on a draft from being placed.
//!
//! | code | severity | an example |
//! |------|----------|------------|
//! | `draft-foreign` | error | a PDF that this program did not make as a draft |
//! | `draft-unknown` | warning | a draft whose data was dropped, of a report that is not the one at hand |
//! | `draft-printed` | warning | a draft that was printed to PDF again, so that its comments are part of its pages |
//! | `draft-report` | warning | no YAML file in which the places of comments could be named |

use super::Severity;

/// Why comments of a PDF cannot be placed, or not in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftFault {
    /// It is not a draft made by this program.
    Foreign,
    /// It carries no data, and no report at hand has its fingerprint.
    Unknown {
        /// The fingerprint.
        fingerprint: String,
    },
    /// It has neither its data nor any comment.
    Printed,
    /// The YAML file of the report was not found.
    NoReport {
        /// Where it was looked for.
        tried: String,
    },
}

impl DraftFault {
    /// The name of the fault for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Foreign => "draft-foreign",
            Self::Unknown { .. } => "draft-unknown",
            Self::Printed => "draft-printed",
            Self::NoReport { .. } => "draft-report",
        }
    }

    /// Whether there is nothing that could be placed.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Foreign => Severity::Error,
            Self::Unknown { .. } | Self::Printed | Self::NoReport { .. } => Severity::Warning,
        }
    }
}
