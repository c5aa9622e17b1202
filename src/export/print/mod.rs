//! The edition for the press: PDF/X-4 (ISO 15930-7) and, for the archive of what was printed,
//! PDF/A-2b (ISO 19005-2) at once.
//!
//! Typst writes neither for the press, so its PDF is finished here on its objects, a step for each
//! thing that it lacks:
//!
//! | step               | ISO 15930-7 | what becomes of the PDF                                         |
//! |--------------------|-------------|-----------------------------------------------------------------|
//! | [`links`]          | 6.17        | no annotation stays; the bookmarks do                           |
//! | [`resolution`]     |             | no picture has more pixels than a press can show                |
//! | [`inks`]           | 6.2         | every colour is ink or grey, within the total that paper takes  |
//! | [`boxes`]          | 6.11        | every page has its trim and its bleed, and blends in CMYK       |
//! | [`blank_pages`]    |             | there are as many pages as the binding wants                    |
//! | [`crop_marks`]     |             | marks outside the bleed show where to cut                       |
//! | [`output_intents`] | 6.2.2       | the printing condition is named, with its profile               |
//! | [`metadata`]       | 6.9, 6.10   | the file says what it is, and that nothing has been trapped     |
//!
//! Transparency stays as it is, which PDF/X-4 allows. Fonts are embedded by Typst.

mod blank_pages;
mod boxes;
mod crop_marks;
mod finish_error;
mod inks;
mod links;
mod metadata;
mod output_intents;
mod press;
mod resolution;
mod samples;

use lopdf::Document;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{CREATOR, stream_ends};
use crate::Diagnostic;
use crate::typeset::Layout;
use finish_error::FinishError;

pub use press::{OutputCondition, Press};

/// The version of PDF that PDF/X-4 is made of (ISO 15930-7, 6.1).
const VERSION: &str = "1.6";

/// Writes the pages as a PDF for the press; they have been laid out for it.
///
/// # Errors
/// Whatever keeps the pages from being printed as they are.
pub fn print(layout: &Layout<'_>, press: &Press) -> Result<Vec<u8>, Vec<Diagnostic>> {
    // Of profiles of pictures, Typst heeds more in a later version than that of the finished file,
    // in which none is left.
    let standards = PdfStandards::new(&[PdfStandard::V_1_7])
        .map_err(|error| vec![Diagnostic::error(error.message().as_str())])?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        standards,
        tagged: false,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(layout.pages(), &options).map_err(|errors| layout.diagnostics(&errors))?;
    finish(&pdf, layout, press).map_err(|error| {
        vec![Diagnostic::error(format!("the PDF cannot be made fit for the press: {error}"))]
    })
}

fn finish(pdf: &[u8], layout: &Layout<'_>, press: &Press) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(pdf)?;
    VERSION.clone_into(&mut document.version);
    links::remove(&mut document)?;
    resolution::reduce(&mut document, pdf)?;
    inks::convert(&mut document, pdf, press.condition.profile())?;
    boxes::complete(&mut document)?;
    blank_pages::insert(&mut document, press.pages_multiple_of)?;
    if press.crop_marks {
        crop_marks::add(&mut document)?;
    }
    output_intents::add(&mut document, &press.condition)?;
    // Without what nothing refers to any more, such as the profiles of RGB.
    document.prune_objects();
    metadata::complete(&mut document, layout.pages())?;
    let mut finished = Vec::new();
    document.save_to(&mut finished)?;
    Ok(stream_ends::settle(finished)?)
}
