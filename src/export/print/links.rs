//! No annotation stays (ISO 15930-7, 6.17): on paper nobody follows a link.

use lopdf::Document;

use super::finish_error::FinishError;

pub(super) fn remove(document: &mut Document) -> Result<(), FinishError> {
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let page = document.get_dictionary_mut(page)?;
        page.remove(b"Annots");
        // The order in which the keyboard goes through them.
        page.remove(b"Tabs");
    }
    Ok(())
}
