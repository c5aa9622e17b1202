//! The print edition: [PDF/X-4](crate::press::pdf_x4) and, for archiving, PDF/A-2b (ISO 19005-2).
//!
//! Typst's PDF conforms to neither. These steps complete it:
//!
//! | step               | change to the PDF                                             |
//! |--------------------|---------------------------------------------------------------|
//! | [`links`]          | removes annotations; bookmarks are kept                       |
//! | [`resolution`]     | downsamples images                                            |
//! | [`inks`]           | converts all colours to CMYK or grey, within the ink limit    |
//! | [`boxes`]          | adds the bleed box and the CMYK blending space of each page   |
//! | [`blank_pages`]    | inserts blank pages for the binding                           |
//! | [`crop_marks`]     | adds crop marks outside the bleed                             |
//! | [`output_intents`] | embeds the profile of the printing condition                  |
//! | [`metadata`]       | names the standards, and states that the file is not trapped  |
//!
//! Transparency is kept, which PDF/X-4 allows. Fonts are embedded by Typst.

mod blank_pages;
mod boxes;
mod crop_marks;
mod inks;
mod links;
mod metadata;
mod output_intents;
mod press;

use lopdf::Document;
use typst::foundations::Smart;
use typst::model::DocumentInfo;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, compact, resolution};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::document::FileMetadata;
use crate::press::{FinishError, pdf_x4};
use crate::typeset::Layout;

pub(super) use boxes::PageBox;
pub use press::{OutputCondition, Press};

/// Writes pages laid out for the print edition as a PDF.
///
/// # Errors
/// If anything on the pages cannot be printed.
pub fn print(layout: Layout<'_>, press: &Press) -> Result<Vec<u8>, Vec<Diagnostic>> {
    // In PDF 1.7 Typst embeds more kinds of image profiles than in the version of the finished file, from which
    // all of them are removed.
    let failed = |error| vec![Diagnostic::new(Problem::Finish(error))];
    let standards = PdfStandards::new(&[PdfStandard::V_1_7]).map_err(|_| failed(FinishError::Broken))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        standards,
        tagged: false,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    let (info, metadata) = layout.into_metadata();
    finish(&pdf, &info, metadata.as_ref(), press).map_err(failed)
}

fn finish(
    pdf: &[u8],
    info: &DocumentInfo,
    metadata: Option<&FileMetadata>,
    press: &Press,
) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(pdf)?;
    pdf_x4::PDF_VERSION.clone_into(&mut document.version);
    links::remove(&mut document)?;
    resolution::PRINT.apply(&mut document, pdf)?;
    inks::convert(&mut document, pdf, press.condition.profile())?;
    boxes::complete(&mut document)?;
    blank_pages::insert(&mut document, press.pages_multiple_of)?;
    if press.crop_marks {
        crop_marks::add(&mut document)?;
    }
    output_intents::add(&mut document, &press.condition)?;
    // Removes unreferenced objects, such as RGB profiles.
    document.prune_objects();
    metadata::complete(&mut document, info, metadata)?;
    Ok(compact::write(document)?)
}
