//! What a draft carries with it, so that comments on it find their way back.

use serde::{Deserialize, Serialize};

use crate::typeset::Map;

/// The name of the file in the PDF.
pub const FILE_NAME: &str = "ataskaita-draft.json";

/// The data of a draft: a JSON file in its PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// The version of this form: 1.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// The [fingerprint](super::fingerprint) of the report.
    pub fingerprint: String,
    /// The values of the report as its file has them, without the comments of its authors. They are YAML, too.
    pub report: serde_json::Value,
    /// Where they stand on the pages.
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
