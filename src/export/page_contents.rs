//! What the pages are painted with, taken apart once for all the steps that change it.

use lopdf::content::{Content, Operation};
use lopdf::{Document, ObjectId, Result};

/// The operations that paint a page.
pub(super) struct PageContent {
    pub(super) page: ObjectId,
    pub(super) operations: Vec<Operation>,
}

/// Takes the content of every page apart, in their order.
pub(super) fn read(document: &Document) -> Result<Vec<PageContent>> {
    document
        .page_iter()
        .map(|page| {
            let Content { operations } = Content::decode(&document.get_page_content(page))?;
            Ok(PageContent { page, operations })
        })
        .collect()
}

/// Puts the contents of the pages in the place of those that they have.
pub(super) fn write(document: &mut Document, contents: Vec<PageContent>) -> Result<()> {
    for PageContent { page, operations } in contents {
        document.change_page_content(page, Content { operations }.encode()?)?;
    }
    Ok(())
}
