//! Page contents, parsed once for all the steps that change them.

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, Result};

/// The content of a page.
pub(super) struct PageContent {
    pub(super) page: ObjectId,
    pub(super) operations: Vec<Operation>,
}

/// Parses the content of every page, in order.
pub(super) fn read(document: &Document) -> Result<Vec<PageContent>> {
    document
        .page_iter()
        .map(|page| {
            let Content { mut operations } = Content::decode(&document.get_page_content(page))?;
            // The parser reserves room for several operands of each operation, which is most of what a long report
            // takes.
            for operation in &mut operations {
                shrink(&mut operation.operands);
            }
            Ok(PageContent { page, operations })
        })
        .collect()
}

fn shrink(objects: &mut Vec<Object>) {
    objects.shrink_to_fit();
    for object in objects {
        if let Object::Array(elements) = object {
            shrink(elements);
        }
    }
}

/// Replaces the contents of the pages.
pub(super) fn write(document: &mut Document, contents: Vec<PageContent>) -> Result<()> {
    for PageContent { page, operations } in contents {
        document.change_page_content(page, Content { operations }.encode()?)?;
    }
    Ok(())
}
