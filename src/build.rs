//! The pipeline: from a source to finished editions, or to a draft of them.

mod draft;

use crate::Diagnostic;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::messages::Language;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Location, Severity, any_error};
use crate::document::Document;
use crate::export::{self, Imposition, Press};
use crate::images::Images;
use crate::press::Pages;
use crate::press::pdf::PdfError;
use crate::press::preflight::Fault;
use crate::press::preflight::{self, Demands, FaultOnPages, NoPdf};
use crate::proof::proof;
use crate::report::{Date, Report};
use crate::rules;
use crate::source::Source;
use crate::typeset::{Edition, Typesetter};

pub use draft::{Draft, DraftOptions, draft};

/// What [`build`] makes of a report.
#[derive(Debug, Clone)]
pub struct Options {
    /// The editions, in the order in which they are wanted.
    pub editions: Vec<Edition>,
    /// How the pages of the screen edition are put on sheets, each for a PDF of its own.
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

/// A report that has been read, with its images and everything that the rules find.
struct Validated {
    report: Report,
    images: Images,
    findings: Vec<Diagnostic>,
}

/// Makes the editions of a report.
///
/// A print edition that [`preflight`] finds fault with is not handed over.
///
/// # Errors
/// Every finding in the order of the file, warnings included, if the report has an error; what
/// Typst says if the pages cannot be laid out; the faults of the print edition.
pub fn build(source: &Source, typesetter: &Typesetter, options: &Options) -> Result<Built, Vec<Diagnostic>> {
    let Validated { report, images, findings: mut warnings } =
        validate(source, typesetter, &options.press, |_, _| Vec::new())?;
    if any_error(&warnings) {
        return Err(warnings);
    }
    let document = Document::new(&report, &images, options.date);
    let mut make = |edition| {
        let layout = typesetter.typeset(&document, &images, edition)?;
        // Typst repeats most of its warnings for every edition.
        let new: Vec<_> =
            layout.warnings.iter().filter(|warning| !warnings.contains(warning)).cloned().collect();
        warnings.extend(new);
        match edition {
            Edition::Screen => export::screen(&layout),
            Edition::Print { bleed } => {
                let pdf = export::print(&layout, &options.press)?;
                let demands = Demands {
                    trim: typesetter.page_size(),
                    bleed: bleed.millimetres(),
                    ..Demands::default()
                };
                refuse_unfit(&pdf, &demands, source).map(|()| pdf)
            }
        }
    };
    let mut pdfs = options.editions.iter().map(|edition| make(*edition)).collect::<Result<Vec<_>, _>>()?;
    if !options.impositions.is_empty() {
        let screen = options.editions.iter().zip(&pdfs).find(|(edition, _)| **edition == Edition::Screen);
        let screen = screen.map_or_else(|| make(Edition::Screen), |(_, pdf)| Ok(pdf.clone()))?;
        for imposition in &options.impositions {
            pdfs.push(export::impose(&screen, *imposition)?);
        }
    }
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
    match validate(source, typesetter, &Press::default(), advice) {
        Ok(Validated { findings, .. }) | Err(findings) => findings,
    }
}

/// Reads a report and its images, and applies the rules and `more`.
///
/// # Errors
/// Everything that was found, in the order of the file, if the form of the file or of a value is wrong.
fn validate(
    source: &Source,
    typesetter: &Typesetter,
    press: &Press,
    more: impl FnOnce(&Report, bool) -> Vec<Finding>,
) -> Result<Validated, Vec<Diagnostic>> {
    let reading = source.reading();
    let mut all = reading.mistakes.clone();
    let Some(report) = &reading.report else {
        sort_by_place(&mut all);
        return Err(all);
    };
    let (images, mut findings) = read_images(report, source, typesetter, press);
    findings.extend(more(report, reading.is_complete()));
    all.extend(reading.locate(findings));
    sort_by_place(&mut all);
    merge_repeated(&mut all);
    // A report of which a part could not be read is for the rules alone.
    if any_error(&reading.mistakes) {
        return Err(all);
    }
    Ok(Validated { report: report.clone(), images, findings: all })
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
    findings.extend(rules::resolution(report, &images));
    findings.extend(proof(report, &images, typesetter));
    (images, findings)
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
            vec![FaultOnPages { fault: Fault::Unreadable(NoPdf::Pdf(error)), pages: Pages::default() }]
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
