//! Inserts blank pages before the back cover, so that the page count suits the binding.

use std::num::NonZeroUsize;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::press::FinishError;

/// Inserts blank pages before the last page until the page count is a multiple of a number. Printed page numbers do
/// not change.
pub(super) fn insert(document: &mut Document, multiple_of: NonZeroUsize) -> Result<(), FinishError> {
    let pages: Vec<_> = document.page_iter().collect();
    let Some(last) = pages.last() else { return Ok(()) };
    let missing = pages.len().next_multiple_of(multiple_of.get()) - pages.len();
    if missing == 0 {
        return Ok(());
    }
    let parent = document.get_dictionary(*last)?.get(b"Parent")?.as_reference()?;
    let blanks = (0..missing).map(|_| add_blank_page(document, *last)).collect::<Result<Vec<_>, _>>()?;
    let siblings = document.get_dictionary_mut(parent)?.get_mut(b"Kids")?.as_array_mut()?;
    let place = siblings.len().saturating_sub(1);
    siblings.splice(place..place, blanks);
    add_to_counts(document, parent, missing)?;
    // The page labels no longer match the page indices.
    document.catalog_mut()?.remove(b"PageLabels");
    Ok(())
}

/// Adds a blank page with the same boxes as another page.
fn add_blank_page(document: &mut Document, page: ObjectId) -> Result<Object, FinishError> {
    let mut blank = document.get_dictionary(page)?.clone();
    blank.set("Resources", Dictionary::new());
    blank.set("Contents", document.add_object(Stream::new(Dictionary::new(), Vec::new())));
    Ok(document.add_object(blank).into())
}

/// Adds to the page count of a node of the page tree and of its ancestors.
fn add_to_counts(document: &mut Document, node: ObjectId, more: usize) -> Result<(), FinishError> {
    let more = i64::try_from(more).unwrap_or_default();
    let mut next = Some(node);
    while let Some(node) = next {
        let node = document.get_dictionary_mut(node)?;
        let pages = node.get(b"Count")?.as_i64()?;
        node.set("Count", pages + more);
        next = node.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(())
}
