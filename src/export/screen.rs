//! The edition for the screen and the archive: PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1) at once.
//!
//! Typst writes the PDF, and these steps improve it:
//!
//! | step              | change to the PDF                                                          |
//! |-------------------|----------------------------------------------------------------------------|
//! | [`resolution`]    | downsamples images                                                         |
//! | [`glyph_codes`]   | gives each Unicode text of a glyph a separate code                         |
//! | [`tagging`]       | improves the tags: whole words, their languages, lists and links           |
//! | [`file_metadata`] | adds the producer, the keywords and the copyright notice                   |
//! | [`compact`]       | writes compressed object streams                                           |

use lopdf::Document;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, compact, file_metadata, glyph_codes, page_contents, resolution, tagging};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::document::FileMetadata;
use crate::press::FinishError;
use crate::typeset::Layout;

/// Writes the pages as a PDF for the screen and the archive.
///
/// # Errors
/// If the pages cannot conform to both standards.
pub fn screen(layout: &Layout<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let broken = || vec![Diagnostic::new(Problem::Finish(FinishError::Broken))];
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| broken())?;
    let options =
        PdfOptions { creator: Smart::Custom(Some(CREATOR.to_owned())), standards, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    finish(&pdf, layout.file_metadata()).map_err(|error| vec![Diagnostic::new(Problem::Finish(error))])
}

/// Post-processes a PDF written by Typst; `metadata` is added if it is given.
pub(super) fn finish(pdf: &[u8], metadata: Option<&FileMetadata>) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(pdf)?;
    resolution::SCREEN.apply(&mut document, pdf)?;
    let mut contents = page_contents::read(&document)?;
    glyph_codes::split_ambiguous_codes(&mut document, &mut contents)?;
    tagging::complete(&mut document, &mut contents)?;
    page_contents::write(&mut document, contents)?;
    if let Some(metadata) = metadata {
        file_metadata::add(&mut document, metadata)?;
    }
    Ok(compact::write(document)?)
}
