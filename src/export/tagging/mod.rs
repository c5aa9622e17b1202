//! Improves the tagging of a PDF for assistive technology.
//!
//! Typst tags its PDFs according to PDF/UA-1. These steps make improvements that the standard does not require and
//! validators do not check:
//!
//! | step            | change                                                          |
//! |-----------------|-----------------------------------------------------------------|
//! | [`languages`]   | foreign words get an element with their language                |
//! | [`whole_words`] | a word is no longer split between marked-content sequences      |
//! | [`lists`]       | empty labels are removed, and nested lists moved into items     |
//! | [`links`]       | links get Lithuanian descriptions                               |

mod languages;
mod links;
mod lists;
mod sequences;
mod structure;
mod whole_words;

use lopdf::{Document, Result};

use super::page_contents::PageContent;
use sequences::PageParts;
use structure::Structure;

/// Improves the structure of a document with the given page contents.
///
/// # Errors
/// If the document was not tagged by Typst.
pub(super) fn complete(document: &mut Document, contents: &mut [PageContent]) -> Result<()> {
    let mut structure = Structure::read(document)?;
    let mut pages: Vec<PageParts> = contents
        .iter_mut()
        .map(|content| {
            let parts = sequences::parts(std::mem::take(&mut content.operations));
            PageParts { page: content.page, parts }
        })
        .collect();
    languages::mark(document, &mut structure, &mut pages)?;
    whole_words::join_sequences(&mut structure, &mut pages);
    lists::complete(document, &mut structure)?;
    structure.remove_empty_groups();
    links::describe(document)?;
    for (content, page) in contents.iter_mut().zip(pages) {
        content.operations = sequences::operations(page.parts);
    }
    structure.write(document)
}
