//! The data embedded in a draft, which maps comments back to the report.

use serde::{Deserialize, Serialize};

use crate::typeset::Map;

/// The name of the file in the PDF.
pub const FILE_NAME: &str = "ataskaita-draft.json";

/// The data of a draft, embedded as a JSON file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// The version of the format: 1.
    pub format: u32,
    /// The version of the program.
    pub program: String,
    /// The [fingerprint](super::fingerprint) of the report.
    pub fingerprint: String,
    /// The values of the report as in its file, without comments. As JSON, they are also valid YAML.
    pub report: serde_json::Value,
    /// Their positions on the pages.
    pub map: Map,
}

impl Attachment {
    /// The data of a draft of a report.
    pub fn new(report: serde_json::Value, map: Map) -> Self {
        Self {
            format: 1,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: super::fingerprint(&report),
            report,
            map,
        }
    }
}
