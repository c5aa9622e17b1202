//! Removes annotations, because links cannot be printed.

use lopdf::Document;

use crate::press::FinishError;

pub(super) fn remove(document: &mut Document) -> Result<(), FinishError> {
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let page = document.get_dictionary_mut(page)?;
        page.remove(b"Annots");
        // The tab order of the annotations.
        page.remove(b"Tabs");
    }
    Ok(())
}
