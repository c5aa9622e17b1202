//! The edition for the screen and the archive: PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1) at once.
//!
//! Typst writes it, and it is finished here, a step for each thing that can be better:
//!
//! | step         | change to the PDF                                                       |
//! |--------------|-------------------------------------------------------------------------|
//! | [`meanings`] | a shape that means two things has a code for each                       |
//! | [`tagging`]  | assistive technology finds whole words, their language, and good lists  |
//! | [`file_metadata`] | the file says what made it, what it is about and whose it is     |
//! | [`compact`]  | it is written in little space                                           |

use lopdf::Document;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, compact, file_metadata, meanings, page_contents, resolution, tagging};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::document::FileMetadata;
use crate::press::FinishError;
use crate::typeset::Layout;

/// Writes the pages as a PDF for the screen and the archive.
///
/// # Errors
/// Whatever keeps the pages from conforming to either standard.
pub fn screen(layout: &Layout<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let broken = || vec![Diagnostic::new(Problem::Finish(FinishError::Broken))];
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|_| broken())?;
    let options =
        PdfOptions { creator: Smart::Custom(Some(CREATOR.to_owned())), standards, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    finish(&pdf, layout.file_metadata()).map_err(|error| vec![Diagnostic::new(Problem::Finish(error))])
}

/// The steps after Typst's, with those of [`file_metadata`] if there are any.
pub(super) fn finish(pdf: &[u8], metadata: Option<&FileMetadata>) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(pdf)?;
    resolution::SCREEN.apply(&mut document, pdf)?;
    let mut contents = page_contents::read(&document)?;
    meanings::split_ambiguous_codes(&mut document, &mut contents)?;
    tagging::complete(&mut document, &mut contents)?;
    page_contents::write(&mut document, contents)?;
    if let Some(metadata) = metadata {
        file_metadata::add(&mut document, metadata)?;
    }
    Ok(compact::write(document)?)
}
