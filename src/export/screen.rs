//! The edition for the screen and the archive: PDF/A-2a (ISO 19005-2) and PDF/UA-1
//! (ISO 14289-1) at once.

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, meanings, stream_ends};
use crate::Diagnostic;
use crate::diagnostic::problem::Problem;
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
    meanings::split_ambiguous_codes(pdf).and_then(stream_ends::fix_trailing_cr).map_err(|_| broken())
}
