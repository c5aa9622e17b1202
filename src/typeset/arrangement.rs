//! The arrangement of sections on the pages, which the template determines before they are laid out.
//!
//! This requires measuring every section in each manner. During the layout of the pages, Typst would repeat it in every
//! pass and for every edition, and keep the measurements in memory until the last page is finished.

use typst::foundations::{Bytes, NativeElement};
use typst::introspection::{Introspector, MetadataElem};

use super::Typesetter;
use super::world::{ARRANGEMENT, ReportFiles, internal};
use crate::Diagnostic;

impl Typesetter {
    /// Adds the arrangement of the sections to the files of a report, if its template determines one.
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
