//! The edition for the screen and the archive: PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1) at once.
//!
//! Typst writes the PDF, and these steps improve it:
//!
//! | step              | change to the PDF                                                          |
//! |-------------------|----------------------------------------------------------------------------|
//! | [`resolution`]    | downsamples images                                                         |
//! | [`GlyphCodes`]    | gives each Unicode text of a glyph a separate code                         |
//! | [`Tagging`]       | improves the tags: whole words, their languages, lists and links           |
//! | [`file_metadata`] | adds the producer, the keywords and the copyright notice                   |
//! | [`compact`]       | writes compressed object streams                                           |

use lopdf::Document;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::glyph_codes::GlyphCodes;
use super::tagging::Tagging;
use super::{CREATOR, compact, file_metadata, page_contents, resolution};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::document::FileMetadata;
use crate::press::FinishError;
use crate::typeset::Layout;

/// Writes the pages as a PDF for the screen and the archive.
///
/// # Errors
/// If the pages cannot conform to both standards.
pub fn screen(layout: Layout<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let broken = || vec![Diagnostic::new(Problem::Finish(FinishError::Broken))];
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| broken())?;
    let options =
        PdfOptions { creator: Smart::Custom(Some(CREATOR.to_owned())), standards, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    let (_, metadata) = layout.into_metadata();
    finish(pdf, metadata.as_ref()).map_err(|error| vec![Diagnostic::new(Problem::Finish(error))])
}

/// Post-processes a PDF written by Typst; `metadata` is added if it is given.
///
/// The pages are read one at a time, because the operations of all pages of a long report take a gigabyte.
pub(super) fn finish(pdf: Vec<u8>, metadata: Option<&FileMetadata>) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(&pdf)?;
    resolution::SCREEN.apply(&mut document, &pdf)?;
    drop(pdf);
    let mut codes = GlyphCodes::default();
    let mut tagging = Tagging::of(&mut document)?;
    for page in document.page_iter().collect::<Vec<_>>() {
        let operations = page_contents::read(&document, page)?;
        let operations = codes.split(&document, page, operations);
        let operations = tagging.complete_page(page, operations);
        page_contents::write(&mut document, page, operations)?;
    }
    codes.write(&mut document)?;
    tagging.write(&mut document)?;
    if let Some(metadata) = metadata {
        file_metadata::add(&mut document, metadata)?;
    }
    Ok(compact::write(document)?)
}
