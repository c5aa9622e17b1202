//! What the file says of itself beside its title and author.

use serde::Serialize;

use super::lithuanian;
use crate::report::{Date, Report};

/// What readers do not see on the pages, but find in the properties of the file.
#[derive(Debug, Clone, Serialize)]
pub struct FileFacts {
    /// What the file is about.
    pub keywords: Vec<String>,
    /// Whose it is.
    pub rights: String,
}

impl FileFacts {
    pub(super) fn new(report: &Report, published: Date) -> Self {
        let organization = &report.organization;
        let name = lithuanian::line(&organization.name);
        let mut keywords = vec![lithuanian::KIND.to_owned(), report.year.get().to_string()];
        keywords.extend(organization.short_name.as_ref().map(lithuanian::line));
        // A comma would part one keyword into two.
        if !name.contains(',') {
            keywords.push(name.clone());
        }
        Self { keywords, rights: lithuanian::rights(&name, published) }
    }

    /// The keywords as one text, as the information dictionary has them (ISO 32000-1, table 317).
    pub fn keywords(&self) -> String {
        self.keywords.join(", ")
    }
}
