//! Checks whether a PDF is fit for print: [PDF/X-4](super::pdf_x4) for four-colour offset printing.
//!
//! [`inspect`] reads a file from any program, and returns its [`FileProperties`] and its [`Fault`]s with their pages.
//! There is a module for each group of checks; those of painted content receive events while the pages are walked once.
//!
//! Nothing is rendered. Ink is measured for single colours and single pixels, and added up for flat colours and images
//! that multiply or overprint, at some points of each overlap; other sums would require rendering. The appearance of
//! annotations is not checked.

mod artwork;
mod boxes;
mod colors;
mod device;
mod fault;
mod file_properties;
mod fonts;
mod identity;
mod images;
mod ink;
mod interaction;
mod lines;
mod metadata;
mod output_intent;
mod overlap;
mod proxies;
mod requirements;
mod resolution;
mod text_size;
mod transparency;

use std::thread;

pub use fault::{BoxFault, Fault, InkPlace, IntentFault, NoPdf};
pub use file_properties::FileProperties;
pub use requirements::Requirements;

use crate::press::Pages;
use crate::press::pdf::{Area, Budget, ContentWalk, Event, Limit, MEMORY, Page, Pdf, PdfError, WORK};

/// The result of an inspection.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// The properties of the file.
    pub properties: FileProperties,
    /// What is wrong with it.
    pub faults: Vec<FaultOnPages>,
}

/// A fault with the pages that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct FaultOnPages {
    /// What is wrong.
    pub fault: Fault,
    /// The pages; empty for a fault of the file as a whole.
    pub pages: Pages,
}

/// The maximum size of a file, in bytes.
pub const SIZE_LIMIT: u64 = 512 << 20;
/// The stack on which a file is read: room for the deepest nesting of objects and forms.
const STACK: usize = 16 << 20;

/// Inspects a file.
///
/// # Errors
/// If there is no PDF to inspect.
pub fn inspect(bytes: &[u8], requirements: &Requirements) -> Result<Inspection, PdfError> {
    inspect_within(bytes, requirements, WORK)
}

/// Inspects a file with no more than some [`WORK`].
///
/// # Errors
/// If there is no PDF to inspect.
pub fn inspect_within(bytes: &[u8], requirements: &Requirements, work: u64) -> Result<Inspection, PdfError> {
    // A panic is a bug in this program; it ends the thread and nothing else.
    let inspection = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let inspection = thread.spawn_scoped(scope, || {
            let pdf = Pdf::read_within(bytes, Budget::of(work, MEMORY))?;
            inspect_pdf(&pdf, requirements).map_err(PdfError::Limit)
        });
        inspection.ok()?.join().ok()
    });
    inspection.unwrap_or(Err(PdfError::Bug))
}

/// Inspects what can be read.
///
/// # Errors
/// If a limit is exceeded before there is anything to say.
fn inspect_pdf(pdf: &Pdf<'_>, requirements: &Requirements) -> Result<Inspection, Limit> {
    let mut findings = Findings::default();
    let mut properties = FileProperties::default();
    let pages = pdf.pages();
    let xmp = pdf.xmp();
    identity::check(pdf, &pages, xmp.as_ref(), &mut properties, &mut findings);
    boxes::check(&pages, requirements, &mut properties, &mut findings);
    let output = output_intent::check(pdf, &mut properties, &mut findings);
    metadata::check(pdf, xmp.as_ref(), &mut findings);
    interaction::check(pdf, &pages, &mut properties, &mut findings);
    // After that, a missing object may exist all the same.
    pdf.limit().map_or(Ok(()), Err)?;

    let mut colors = colors::Colors::new(pdf);
    let mut images = images::Images::new(pdf);
    let mut inks = ink::Inks::new(pdf);
    let mut resolutions = resolution::Resolutions::new(requirements.dpi);
    let mut text_sizes = text_size::TextSizes::default();
    let mut lines = lines::Lines::new(pdf, requirements.line);
    let mut artwork = artwork::Artwork::new(requirements);
    let mut proxies = proxies::Proxies::default();
    let mut fonts = fonts::Fonts::default();
    let mut device = device::Device::new(pdf);
    let mut transparency = transparency::Transparency::new(pdf);
    let mut walk = ContentWalk::new(pdf);
    for page in &pages {
        walk.page(page, &mut |event| {
            if let Event::Unread(why) = event {
                findings.on(page.number, Fault::Content(why));
            }
            let image = images.ink(page, &event);
            colors.observe(page, &event);
            inks.observe(page, &event, &image);
            artwork.observe(page, &event, &image);
            resolutions.observe(page, &event);
            text_sizes.observe(page, &event);
            lines.observe(page, &event);
            fonts.observe(page, &event);
            proxies.observe(page, &event);
            device.observe(page, &event);
            transparency.observe(page, &event);
        });
        images.close();
        inks.close(page);
        artwork.close(page);
        lines.close(page);
        transparency.close(page);
    }
    fonts.report(&mut properties, &mut findings);
    proxies.report(&mut findings);
    device.report(&mut findings);
    colors.report(output.as_ref(), &mut properties, &mut findings);
    transparency.report(&mut properties, &mut findings);
    artwork.report(&mut findings);
    resolutions.report(&mut properties, &mut findings);
    inks.report(requirements.ink, &mut properties, &mut findings);
    text_sizes.report(requirements, &mut properties, &mut findings);
    lines.report(&mut findings);
    if let Some(limit) = pdf.limit() {
        findings.add(Fault::Limit(limit));
    }
    Ok(Inspection { properties, faults: findings.0 })
}

/// The most faults of a file.
const FAULTS_LIMIT: usize = 200;

/// What is wrong, each fault once.
#[derive(Debug, Default)]
struct Findings(Vec<FaultOnPages>);

impl Findings {
    /// Adds a fault of the file as a whole.
    fn add(&mut self, fault: Fault) {
        self.0.push(FaultOnPages { fault, pages: Pages::default() });
    }

    /// Adds a fault of a page, to those of the same kind if there are any. Of a file with a great
    /// many faults, some are left out.
    fn on(&mut self, page: u32, fault: Fault) {
        if let Some(known) = self.0.iter_mut().find(|known| known.fault == fault) {
            known.pages.insert(page);
        } else if self.0.len() < FAULTS_LIMIT {
            self.on_pages(Pages::from_iter([page]), fault);
        }
    }

    /// Adds a fault of some pages; nothing if there are none.
    fn on_pages(&mut self, pages: Pages, fault: Fault) {
        if !pages.is_empty() {
            self.0.push(FaultOnPages { fault, pages });
        }
    }
}

/// Whether any of an area may be left after trimming, or is near enough to be.
fn is_printed(page: &Page<'_>, area: Area) -> bool {
    match page.bleed() {
        Some(bleed) => area.may_touch(bleed),
        None => area != Area::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// A file of one page with some operators, and forms `F0`, `F1` and so on.
    fn file(operators: &str, forms: &[String]) -> Vec<u8> {
        let names: Vec<String> = (0..forms.len()).map(|at| format!("/F{at} {} 0 R", 5 + at)).collect();
        let names = names.join(" ");
        let stream = |dict: &str, data: &str| {
            format!("<< {dict} /Length {} >>\nstream\n{data}\nendstream", data.len())
        };
        let page = format!(
            "<< /Type /Page /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << {names} >> >> >>"
        );
        let mut objects = vec![
            "<< /Pages 2 0 R >>".to_owned(),
            "<< /Kids [3 0 R] /Count 1 >>".to_owned(),
            page,
            stream("", operators),
        ];
        objects.extend(forms.iter().map(|form| stream("/Subtype /Form", form)));
        let mut file = String::from("%PDF-1.6\n");
        for (number, object) in (1..).zip(objects) {
            write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
        }
        // Without a table, which is found to be missing.
        file.push_str("trailer << /Root 1 0 R >>");
        file.into_bytes()
    }

    fn codes_within(bytes: &[u8], budget: Budget) -> Result<Vec<&'static str>, PdfError> {
        let pdf = Pdf::read_within(bytes, budget)?;
        let inspection = inspect_pdf(&pdf, &Requirements::default()).map_err(PdfError::Limit)?;
        let codes: Vec<_> = inspection.faults.iter().map(|found| found.fault.code()).collect();
        Ok(codes.into_iter().filter(|code| matches!(*code, "pdf-content" | "pdf-limit")).collect())
    }

    /// Ten forms, each drawing the next ten times: 10¹⁰ drawings.
    #[test]
    fn forms_that_draw_each_other_are_limited() {
        let mut forms: Vec<String> = (1..=10).map(|next| format!("/F{next} Do ").repeat(10)).collect();
        forms.push("0 0 9 9 re f ".repeat(100));
        let bytes = file("/F0 Do", &forms);
        assert_eq!(codes_within(&bytes, Budget::of(10_000_000, 1 << 20)), Ok(vec!["pdf-limit"]));
    }

    /// Thousands of entries of the table lead to one object, which has no end.
    #[test]
    fn an_object_without_an_end_is_not_read_for_every_entry() {
        let mut file = String::from("%PDF-1.6\n1 0 obj\n<< /Pages 3 0 R >>\nendobj\n");
        let start = file.len();
        file.push_str("2 0 obj\n(");
        file.push_str(&"a".repeat(100_000));
        let table = file.len() + 1;
        file.push_str("\nxref\n0 2002\n0000000000 65535 f \n0000000009 00000 n \n");
        file += &format!("{start:010} 00000 n \n").repeat(2_000);
        write!(file, "trailer\n<< /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").unwrap();
        let found = codes_within(file.as_bytes(), Budget::of(10_000_000, 1 << 20));
        assert_eq!(found, Err(PdfError::Limit(Limit::Work)));
    }

    #[test]
    fn an_exceeded_limit_is_the_only_finding() {
        let bytes = file(&"0 0 9 9 re f ".repeat(100), &[]);
        assert_eq!(codes_within(&bytes, Budget::of(100_000, 1 << 20)), Ok(vec![]));
        assert_eq!(codes_within(&bytes, Budget::of(30_000, 1 << 20)), Ok(vec!["pdf-limit"]));
        assert_eq!(codes_within(&bytes, Budget::of(100, 1 << 20)), Err(PdfError::Limit(Limit::Work)));
        assert_eq!(codes_within(&bytes, Budget::of(100_000, 100)), Err(PdfError::Limit(Limit::Memory)));
    }
}
