//! What assistive technology makes of a PDF: its structure, finished.
//!
//! Typst tags its PDFs by PDF/UA-1. What the standard leaves open, or no validator sees, is done here:
//!
//! | step            | change                                                           |
//! |-----------------|------------------------------------------------------------------|
//! | [`languages`]   | words of another language have an element that says so           |
//! | [`whole_words`] | words are in one piece                                           |
//! | [`lists`]       | items have no empty labels, and the lists that belong to them    |
//! | [`links`]       | links are described in Lithuanian, and chapters are named        |

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

/// Finishes the structure of a document whose pages have these contents.
///
/// # Errors
/// If the document is not tagged as Typst tags it.
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
