//! Metadata of the PDF besides title and author.

use serde::Serialize;

use super::lithuanian;
use crate::report::{Date, Report};

/// Metadata of the PDF, shown in the document properties.
#[derive(Debug, Clone, Serialize)]
pub struct FileMetadata {
    /// The keywords.
    pub keywords: Vec<String>,
    /// The copyright notice.
    pub rights: String,
}

impl FileMetadata {
    pub(super) fn new(report: &Report, published: Date) -> Self {
        let organization = &report.organization;
        let name = lithuanian::line(&organization.name);
        let mut keywords = vec![lithuanian::KIND.to_owned(), report.year.get().to_string()];
        keywords.extend(organization.short_name.as_ref().map(lithuanian::line));
        // A comma would split the keyword in two.
        if !name.contains(',') {
            keywords.push(name.clone());
        }
        Self { keywords, rights: lithuanian::rights(&name, published) }
    }

    /// The keywords as one string, for the document information dictionary (ISO 32000-1, table 317).
    pub fn keywords(&self) -> String {
        self.keywords.join(", ")
    }
}
