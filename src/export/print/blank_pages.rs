//! As many pages as the binding wants: blank ones before the last, which is the back cover.

use std::num::NonZeroUsize;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::press::FinishError;

/// Inserts as many blank pages as are missing to a multiple of a number. What is printed on the
/// others stays, their numbers included.
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
    count(document, parent, missing)?;
    // The names of pages by their place would now be those of others.
    document.catalog_mut()?.remove(b"PageLabels");
    Ok(())
}

/// Adds a blank page with the boxes of another.
fn add_blank_page(document: &mut Document, page: ObjectId) -> Result<Object, FinishError> {
    let mut blank = document.get_dictionary(page)?.clone();
    blank.set("Resources", Dictionary::new());
    blank.set("Contents", document.add_object(Stream::new(Dictionary::new(), Vec::new())));
    Ok(document.add_object(blank).into())
}

/// Adds to the number of pages below a node of the tree, and below those above it.
fn count(document: &mut Document, node: ObjectId, more: usize) -> Result<(), FinishError> {
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
