//! The draft: a tagged PDF that claims no standard. Acrobat opens PDF/A files read-only, so reviewers could not comment.

use typst::foundations::Smart;
use typst_pdf::PdfOptions;

use super::{CREATOR, screen};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::typeset::Layout;

/// Writes the pages of a draft as a PDF.
///
/// # Errors
/// Typst's errors.
pub fn draft(layout: Layout<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let options = PdfOptions { creator: Smart::Custom(Some(CREATOR.to_owned())), ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    drop(layout);
    screen::finish(pdf, None).map_err(|error| vec![Diagnostic::new(Problem::Finish(error))])
}
