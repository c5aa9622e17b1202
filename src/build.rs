//! The pipeline: from a source to finished editions, or to a draft of them.

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
use crate::press::preflight::{self, Demands, FaultOnPages, NoPdf};
use crate::press::{self, preflight::Fault};
use crate::proof::proof;
use crate::report::{Date, Report};
use crate::rules;
use crate::source::Source;
use crate::typeset::{Bleed, Edition, Layout, Typesetter};

pub use draft::{Draft, DraftOptions, draft};

/// What [`build`] makes of a report.
#[derive(Debug, Clone)]
pub struct Options {
    /// The editions, in the order in which they are wanted.
    pub editions: Vec<Edition>,
    /// How the pages of the screen edition are imposed on sheets, each for a separate PDF.
    pub impositions: Vec<Imposition>,
    /// What the printing house asks for.
    pub press: Press,
    /// The date of the PDFs of a report without `published`; without it, the last day of the
    /// report's year.
    pub date: Option<Date>,
}

/// The finished editions of a report.
#[derive(Debug, Clone)]
pub struct Built {
    /// The bytes of a PDF for each edition and then for each imposition that was asked for, in the same
    /// order.
    pub pdfs: Vec<Vec<u8>>,
    /// Warnings about the report and the template, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

/// A report that has been read, with everything that is found in it.
struct Validated<'a> {
    /// The pages of each edition, in order, if it has no error.
    layouts: Vec<Layout<'a>>,
    findings: Vec<Diagnostic>,
}

/// Makes the editions of a report.
///
/// A print edition that [`preflight`] finds fault with is not handed over.
///
/// # Errors
/// Every finding in the order of the file, warnings included, if the report has an error; what
/// Typst's errors if the pages cannot be laid out; the faults of the print edition.
pub fn build(source: &Source, typesetter: &Typesetter, options: &Options) -> Result<Built, Vec<Diagnostic>> {
    // Impositions are made of the screen edition, whether or not it is wanted itself.
    let mut editions = options.editions.clone();
    if !options.impositions.is_empty() && !editions.contains(&Edition::Screen) {
        editions.push(Edition::Screen);
    }
    let to_make = Options { editions, ..options.clone() };
    let Validated { layouts, findings: mut warnings } =
        validate(source, typesetter, &to_make, Purpose::Pages, |_, _| Vec::new())?;
    if any_error(&warnings) {
        return Err(warnings);
    }
    let mut pdfs = Vec::new();
    for (&edition, layout) in to_make.editions.iter().zip(layouts) {
        // Typst repeats most of its warnings for every edition.
        let new: Vec<_> =
            layout.warnings.iter().filter(|warning| !warnings.contains(warning)).cloned().collect();
        warnings.extend(new);
        pdfs.push(match edition {
            Edition::Screen => export::screen(&layout)?,
            Edition::Print { bleed } => {
                let pdf = export::print(&layout, &options.press)?;
                let demands = Demands {
                    trim: typesetter.page_size(),
                    bleed: bleed.millimetres(),
                    ..Demands::default()
                };
                refuse_unfit(&pdf, &demands, source)?;
                pdf
            }
        });
    }
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

/// Finds everything that is wrong with a report, and what its author should know of it: income and
/// expenses, signs that are printed otherwise than they were typed and, if asked for, spelling and usage. Colours
/// are judged for the built-in press, on coated paper.
///
/// The report can be built if none of the findings is an error. They are in the order of the file.
pub fn check(source: &Source, typesetter: &Typesetter, spelling: bool) -> Vec<Diagnostic> {
    let advice = |report: &Report, is_complete: bool| {
        let mut advice = rules::result(report);
        advice.extend(rules::statute(report, is_complete));
        advice.extend(rules::typography(report));
        if spelling {
            advice.extend(rules::spelling(report));
            advice.extend(rules::usage(report));
        }
        advice
    };
    // What stands on the pages is the same in each edition, and most is asked of that for print.
    let print = Options {
        editions: vec![Edition::Print { bleed: Bleed::default() }],
        impositions: Vec::new(),
        press: Press::default(),
        date: None,
    };
    match validate(source, typesetter, &print, Purpose::ImageSizes, advice) {
        Ok(Validated { findings, .. }) | Err(findings) => findings,
    }
}

/// What the pages are laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be made.
    Pages,
    /// To see how large the images are, if there are any.
    ImageSizes,
}

/// Reads a report and its images, applies the rules and `more`, lays out the pages and judges the images on them.
///
/// # Errors
/// Everything that was found, in the order of the file, if the form of the file or of a value is wrong; what keeps the
/// pages from being laid out.
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
    // A report of which a part could not be read is for the rules alone.
    let is_read = !any_error(&reading.mistakes);
    let (images, mut findings) = read_images(report, source, typesetter, &options.press);
    let mut layouts = Ok(Vec::new());
    let has_purpose = purpose == Purpose::Pages || !images.is_empty();
    if is_read && has_purpose && findings.iter().all(leaves_pages_alone) {
        let document = Document::new(report, &images, options.date);
        let editions = options.editions.iter();
        layouts = editions.map(|edition| typesetter.typeset(&document, &images, *edition)).collect();
        // An image that cannot be set is found by its proof.
        let last: Option<&Layout<'_>> = layouts.as_ref().ok().and_then(|layouts: &Vec<_>| layouts.last());
        let sizes = last.map(|layout| layout.image_sizes(&images)).unwrap_or_default();
        let prints = options.editions.iter().any(|edition| matches!(edition, Edition::Print { .. }));
        let press = prints.then_some(&options.press);
        findings.extend(judge_images(report, &images, &sizes, typesetter, press));
    }
    findings.extend(more(report, reading.is_complete()));
    all.extend(reading.locate(findings));
    sort_by_place(&mut all);
    merge_repeated(&mut all);
    if !is_read {
        return Err(all);
    }
    match layouts {
        Err(errors) if !any_error(&all) => Err(errors),
        layouts => Ok(Validated { layouts: layouts.unwrap_or_default(), findings: all }),
    }
}

/// Leaves out what is said in the same words of the same place a second time.
fn merge_repeated(diagnostics: &mut Vec<Diagnostic>) {
    let mut said: Vec<(String, String)> = Vec::new();
    let mut place: Option<Location> = None;
    diagnostics.retain(|diagnostic| {
        let here = diagnostic.places.first().map(|place| place.location.clone());
        if here != place || here.is_none() {
            place = here;
            said.clear();
        }
        let words = (diagnostic.code().to_owned(), diagnostic.message(Language::English));
        let is_new = !said.contains(&words);
        said.push(words);
        is_new
    });
}

/// Whether the pages can be laid out all the same: what is wrong with images and colours is looked at beside what
/// the pages show of the others.
fn leaves_pages_alone(finding: &Finding) -> bool {
    match finding.problem {
        Problem::Image { .. }
        | Problem::AccentContrast { .. }
        | Problem::InkContrast { .. }
        | Problem::TotalInk { .. } => true,
        ref problem => problem.severity() != Severity::Error,
    }
}

/// Reads the images of a report, and applies the rules.
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

/// Judges images at their sizes on the pages; `press` if they are to be printed.
fn judge_images(
    report: &Report,
    images: &Images,
    sizes: &PrintedSizes,
    typesetter: &Typesetter,
    press: Option<&Press>,
) -> Vec<Finding> {
    let mut findings = rules::resolution(report, images, sizes, press.is_some());
    findings.extend(proof(report, images, sizes, typesetter, press));
    findings
}

/// Sorts findings by their place in the file; those of the whole file come last.
fn sort_by_place(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| {
        diagnostic.places.first().map(|place| {
            let start = place.text_range().map(|range| range.start);
            (start.is_none(), start)
        })
    });
}

/// Refuses a PDF that a printing house would send back. What it would only advise against, the
/// rules have already found in the report.
fn refuse_unfit(pdf: &[u8], demands: &Demands, source: &Source) -> Result<(), Vec<Diagnostic>> {
    let faults = match preflight::inspect(pdf, demands) {
        Ok(inspection) => inspection.faults,
        Err(error) => {
            let error = match error {
                PdfError::Limit(_) => error,
                // This program wrote the file.
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
