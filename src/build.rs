//! The pipeline: from a source file to finished editions or a draft.

mod draft;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::messages::Language;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Location, Severity, any_error};
use crate::document::Document;
use crate::export::{self, Imposition, Press};
use crate::images::{Images, PrintedSizes};
use crate::press::pdf::PdfError;
use crate::press::preflight::{self, FaultOnPages, NoPdf, Requirements};
use crate::press::{self, preflight::Fault};
use crate::proof::{PrintEdition, proof};
use crate::report::{Date, KeyPath, Report};
use crate::rules;
use crate::source::Source;
use crate::typeset::{Bleed, Composition, Edition, Layout, Typesetter};

pub use draft::{Draft, DraftOptions, draft};

/// Options of [`build`].
#[derive(Debug, Clone)]
pub struct Options {
    /// The editions to make, in the order of the result.
    pub editions: Vec<Edition>,
    /// Impositions of the screen edition; each makes one more PDF.
    pub impositions: Vec<Imposition>,
    /// The requirements of the printing house.
    pub press: Press,
    /// The date of the PDFs if the report has no `published`. Defaults to the last day of the
    /// report's year.
    pub date: Option<Date>,
}

impl Default for Options {
    /// Both editions, for the built-in press.
    fn default() -> Self {
        Self {
            editions: vec![Edition::Screen, Edition::Print { bleed: Bleed::default() }],
            impositions: Vec::new(),
            press: Press::default(),
            date: None,
        }
    }
}

/// The finished editions of a report.
#[derive(Debug, Clone)]
pub struct Built {
    /// One PDF for each requested edition, followed by one for each requested imposition.
    pub pdfs: Vec<Vec<u8>>,
    /// Warnings about the report and the template, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

/// A report that has been read, with everything found in it.
struct Validated<'a> {
    /// Its pages, if an edition is to be made and can be.
    laid_out: Option<LaidOut<'a>>,
    findings: Vec<Diagnostic>,
}

/// The pages of the last of the requested editions, and what the others are laid out from.
struct LaidOut<'a> {
    composition: Composition<'a>,
    layout: Layout<'a>,
}

/// Makes the editions of a report.
///
/// A print edition that fails [`preflight`] is an error.
///
/// # Errors
/// Every finding in the order of the file, warnings included, if the report has an error;
/// Typst's errors if the pages cannot be laid out; the faults of the print edition.
pub fn build(source: &Source, typesetter: &Typesetter, options: &Options) -> Result<Built, Vec<Diagnostic>> {
    // Impositions are made from the screen edition, even if it was not requested.
    let mut editions = options.editions.clone();
    if !options.impositions.is_empty() && !editions.contains(&Edition::Screen) {
        editions.push(Edition::Screen);
    }
    let to_make = Options { editions, ..options.clone() };
    let Validated { laid_out, findings: mut warnings } =
        validate(source, typesetter, &to_make, Purpose::Pages, |_, _| Vec::new())?;
    if any_error(&warnings) {
        return Err(warnings);
    }
    let Some(LaidOut { mut composition, layout }) = laid_out else {
        return Ok(Built { pdfs: Vec::new(), warnings });
    };
    let mut export = |edition, layout: Layout<'_>| {
        // Typst repeats most of its warnings for every edition.
        let new: Vec<_> =
            layout.warnings.iter().filter(|warning| !warnings.contains(warning)).cloned().collect();
        warnings.extend(new);
        match edition {
            Edition::Screen => export::screen(layout),
            Edition::Print { bleed } => {
                let pdf = export::print(layout, &options.press)?;
                let requirements = Requirements {
                    trim: typesetter.page_size(),
                    bleed: bleed.millimetres(),
                    ..Requirements::default()
                };
                reject_unprintable(&pdf, &requirements, source)?;
                Ok(pdf)
            }
        }
    };
    // Each edition is exported before the next is laid out, so that the pages of only one are in memory.
    let mut editions = to_make.editions.iter().rev();
    let mut pdfs: Vec<Vec<u8>> =
        editions.next().map(|edition| export(*edition, layout)).into_iter().collect::<Result<_, _>>()?;
    for &edition in editions {
        pdfs.push(export(edition, composition.lay_out(edition)?)?);
    }
    pdfs.reverse();
    let screen = to_make.editions.iter().zip(&pdfs).find(|(edition, _)| **edition == Edition::Screen);
    let imposed = options
        .impositions
        .iter()
        .zip(std::iter::repeat(screen.map(|(_, pdf)| pdf)))
        .filter_map(|(imposition, screen)| Some(export::impose(screen?, *imposition)))
        .collect::<Result<Vec<_>, _>>()?;
    pdfs.truncate(options.editions.len());
    pdfs.extend(imposed);
    Ok(Built { pdfs, warnings })
}

/// Finds everything that is wrong with a report, and adds advice: the financial result, legal requirements,
/// typography and, with `spelling`, spelling and usage. Colours are checked for the built-in press condition
/// (coated paper).
///
/// The findings are in the order of the file. If none of them is an error, the report can be built.
pub fn check(source: &Source, typesetter: &Typesetter, spelling: bool) -> Vec<Diagnostic> {
    let advice = |report: &Report, is_complete: bool| {
        let mut advice = rules::result(report);
        advice.extend(rules::unlisted_members(report));
        advice.extend(rules::statute(report, is_complete));
        advice.extend(rules::typography(report));
        if spelling {
            advice.extend(rules::spelling(report));
            advice.extend(rules::usage(report));
        }
        advice
    };
    // The content is the same in every edition, and print has the strictest requirements.
    let print = Options { editions: vec![Edition::Print { bleed: Bleed::default() }], ..Options::default() };
    match validate(source, typesetter, &print, Purpose::ImageSizes, advice) {
        Ok(Validated { findings, .. }) | Err(findings) => findings,
    }
}

/// Why the pages are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To export them.
    Pages,
    /// To measure the images; nothing is laid out if there are none.
    ImageSizes,
}

/// Reads a report and its images, applies the rules and `more`, lays out the pages and checks the images on them. It does
/// this with all well-formed parts of the report, so that no error hides another.
///
/// # Errors
/// All findings, in the order of the file, if the file or one of its values is malformed; Typst's errors if the
/// pages cannot be laid out.
fn validate<'a>(
    source: &Source,
    typesetter: &'a Typesetter,
    options: &Options,
    purpose: Purpose,
    more: impl FnOnce(&Report, bool) -> Vec<Finding>,
) -> Result<Validated<'a>, Vec<Diagnostic>> {
    let reading = source.reading();
    let mut all = reading.mistakes.clone();
    let Some(report) = &reading.report else {
        sort_by_place(&mut all);
        return Err(all);
    };
    let (images, mut findings) = read_images(report, source, typesetter, &options.press);
    let can_be_made = !any_error(&reading.mistakes)
        && findings.iter().all(|finding| finding.problem.severity() != Severity::Error);
    // One edition is enough to measure the images; of a report with errors, it contains the parts that are well formed.
    let is_needed = (can_be_made && purpose == Purpose::Pages) || !images.is_empty();
    let edition = options.editions.last().copied().filter(|_| is_needed);
    let too_long: Vec<KeyPath> = findings
        .iter()
        .filter(|finding| matches!(finding.problem, Problem::TextTooLong { .. }))
        .flat_map(|finding| finding.spots.iter().map(|spot| spot.path.clone()))
        .collect();
    let shortened = if too_long.is_empty() { None } else { reading.without_texts(&too_long) };
    let to_lay_out = if too_long.is_empty() { Some(report) } else { shortened.as_ref() };
    let laid_out = match (to_lay_out, edition) {
        (Some(report), Some(edition)) => {
            let mut composition = typesetter.compose(Document::new(report, &images, options.date), &images);
            composition.lay_out(edition).map(|layout| Some(LaidOut { composition, layout }))
        }
        _ => Ok(None),
    };
    // `proof` reports images that Typst cannot lay out.
    let layout = laid_out.as_ref().ok().and_then(|laid_out| Some(&laid_out.as_ref()?.layout));
    let sizes = layout.map(|layout| layout.image_sizes(&images)).unwrap_or_default();
    let print = options.editions.iter().find_map(|edition| match *edition {
        Edition::Screen => None,
        Edition::Print { bleed } => Some(PrintEdition { press: &options.press, bleed }),
    });
    findings.extend(check_images(report, &images, &sizes, typesetter, print));
    findings.extend(more(report, reading.is_complete()));
    all.extend(reading.locate(findings));
    sort_by_place(&mut all);
    remove_duplicates(&mut all);
    if any_error(&reading.mistakes) {
        return Err(all);
    }
    match laid_out {
        Err(errors) if !any_error(&all) => Err(errors),
        laid_out => Ok(Validated { laid_out: laid_out.ok().flatten(), findings: all }),
    }
}

/// Removes diagnostics that repeat the message of another one at the same location.
fn remove_duplicates(diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut location: Option<Location> = None;
    diagnostics.retain(|diagnostic| {
        let current = diagnostic.places.first().map(|place| place.location.clone());
        if current != location || current.is_none() {
            location = current;
            seen.clear();
        }
        let message = (diagnostic.code().to_owned(), diagnostic.message(Language::English));
        let is_new = !seen.contains(&message);
        seen.push(message);
        is_new
    });
}

/// Reads the images of a report and applies the rules.
fn read_images(
    report: &Report,
    source: &Source,
    typesetter: &Typesetter,
    press: &Press,
) -> (Images, Vec<Finding>) {
    let (images, mut findings) = Images::read(report, source.folder(), typesetter.svg_fonts());
    findings.extend(rules::check(report));
    findings.extend(rules::accent(report, press.condition.profile()));
    findings.extend(rules::unsupported(report, |c| typesetter.shows(c)));
    (images, findings)
}

/// Checks images at their sizes on the pages; `print` is given if they are to be printed.
fn check_images(
    report: &Report,
    images: &Images,
    sizes: &PrintedSizes,
    typesetter: &Typesetter,
    print: Option<PrintEdition<'_>>,
) -> Vec<Finding> {
    let mut findings = rules::resolution(report, images, sizes, print.is_some());
    findings.extend(proof(report, images, sizes, typesetter, print));
    findings
}

/// Sorts diagnostics by their place in the file; those about the whole file come last.
fn sort_by_place(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| {
        diagnostic.places.first().map(|place| {
            let start = place.text_range().map(|range| range.start);
            (start.is_none(), start)
        })
    });
}

/// Rejects a PDF with preflight errors. Preflight warnings are ignored: the rules have already reported
/// their causes.
fn reject_unprintable(
    pdf: &[u8],
    requirements: &Requirements,
    source: &Source,
) -> Result<(), Vec<Diagnostic>> {
    let faults = match preflight::inspect(pdf, requirements) {
        Ok(inspection) => inspection.faults,
        Err(error) => {
            let error = match error {
                PdfError::Limit(_) => error,
                // This program wrote the file, so any other error is a bug.
                PdfError::NotPdf | PdfError::Locked | PdfError::Damaged | PdfError::Bug => PdfError::Bug,
            };
            vec![FaultOnPages { fault: Fault::Unreadable(NoPdf::Pdf(error)), pages: press::Pages::default() }]
        }
    };
    let errors: Vec<Diagnostic> = faults
        .into_iter()
        .map(|FaultOnPages { fault, pages }| {
            Diagnostic::new(Problem::Pdf(fault)).on_pages(source.file(), pages)
        })
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}
