//! The arrangement of sections on the pages, which the template settles before they are laid out.
//!
//! It takes measuring every section in each of its manners. Were that done while the pages are laid out, Typst would
//! repeat it with every pass over them and for every edition, and keep what it has measured until the last page is done.

use typst::foundations::{Bytes, NativeElement};
use typst::introspection::{Introspector, MetadataElem};

use super::Typesetter;
use super::world::{ARRANGEMENT, ReportFiles, internal};
use crate::Diagnostic;

impl Typesetter {
    /// Adds the arrangement of the sections to the files of a report, if its template settles one.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub(super) fn arrange<'a>(&'a self, files: ReportFiles<'a>) -> Result<ReportFiles<'a>, Vec<Diagnostic>> {
        if !self.templates.has(ARRANGEMENT) {
            return Ok(files);
        }
        let layout = self.compile(ARRANGEMENT, files.clone())?;
        let found = layout.pages.introspector().query_first(&MetadataElem::ELEM.select());
        let steps = found.as_ref().and_then(|found| Some(&found.to_packed::<MetadataElem>()?.value));
        let json = steps.and_then(|steps| serde_json::to_vec(steps).ok()).ok_or_else(|| vec![internal()])?;
        Ok(ReportFiles { arrangement: Some(Bytes::new(json)), ..files })
    }
}
