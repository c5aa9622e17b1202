//! The print edition: [PDF/X-4](crate::press::pdf_x4) and, for the archive of what was printed,
//! PDF/A-2b (ISO 19005-2) at once.
//!
//! Typst writes neither, so its PDF is finished here, a step for each thing that it lacks:
//!
//! | step               | change to the PDF                                               |
//! |--------------------|-----------------------------------------------------------------|
//! | [`links`]          | annotations are removed; bookmarks stay                         |
//! | [`resolution`]     | images have no more pixels than a press can show                |
//! | [`inks`]           | every colour is ink or grey, within the total that paper takes  |
//! | [`boxes`]          | every page has its trim and its bleed, and blends in CMYK       |
//! | [`blank_pages`]    | there are as many pages as the binding needs                    |
//! | [`crop_marks`]     | marks outside the bleed show where to cut                       |
//! | [`output_intents`] | the printing condition is named, with its profile               |
//! | [`metadata`]       | the standard is named, and that the file is not trapped         |
//!
//! Transparency stays as it is, which PDF/X-4 allows. Fonts are embedded by Typst.

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
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, compact, resolution};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::press::{FinishError, pdf_x4};
use crate::typeset::Layout;

pub(super) use boxes::PageBox;
pub use press::{OutputCondition, Press};

/// Writes the pages as a PDF for the press; they have been laid out for it.
///
/// # Errors
/// Anything that prevents the pages from being printed as they are.
pub fn print(layout: &Layout<'_>, press: &Press) -> Result<Vec<u8>, Vec<Diagnostic>> {
    // Typst embeds more kinds of image profiles in this version than in that of the finished file,
    // where none is left.
    let failed = |error| vec![Diagnostic::new(Problem::Finish(error))];
    let standards = PdfStandards::new(&[PdfStandard::V_1_7]).map_err(|_| failed(FinishError::Broken))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        standards,
        tagged: false,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    finish(&pdf, layout, press).map_err(failed)
}

fn finish(pdf: &[u8], layout: &Layout<'_>, press: &Press) -> Result<Vec<u8>, FinishError> {
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
    // Drops objects without references, such as RGB profiles.
    document.prune_objects();
    metadata::complete(&mut document, layout)?;
    Ok(compact::write(document)?)
}
