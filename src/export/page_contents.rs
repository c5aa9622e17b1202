//! The operations of a page, which several steps change.

use lopdf::content::{Content, Operation};
use lopdf::{Document, ObjectId, Result};

/// Parses the content of a page.
pub(super) fn read(document: &Document, page: ObjectId) -> Result<Vec<Operation>> {
    Ok(Content::decode(&document.get_page_content(page))?.operations)
}

/// Replaces the content of a page.
pub(super) fn write(document: &mut Document, page: ObjectId, operations: Vec<Operation>) -> Result<()> {
    document.change_page_content(page, Content { operations }.encode()?)
}
