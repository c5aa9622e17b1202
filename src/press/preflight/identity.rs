//! The standard and version that the file names.

use super::{Fault, FileProperties, Findings};
use crate::press::pdf::{Page, Pdf, Xmp};
use crate::press::pdf_x4;

const PDFXID: &str = "http://www.npes.org/pdfx/ns/id/";
const PDFAID: &str = "http://www.aiim.org/pdfa/ns/id/";
const PDFUAID: &str = "http://www.aiim.org/pdfua/ns/id/";

pub(super) fn check(
    pdf: &Pdf<'_>,
    pages: &[Page<'_>],
    xmp: Option<&Xmp>,
    properties: &mut FileProperties,
    findings: &mut Findings,
) {
    properties.version = pdf.version();
    properties.pages = pages.len();
    let standard = xmp.and_then(|xmp| xmp.get(PDFXID, "GTS_PDFXVersion"));
    properties.standards.extend(standard.map(str::to_owned));
    properties.standards.extend(xmp.into_iter().flat_map(others));
    if pdf.was_encrypted() {
        findings.add(Fault::Encrypted);
    }
    let stated = pdf.stated_pages();
    if pages.is_empty() || stated.is_some_and(|stated| stated != pages.len()) {
        findings.add(Fault::Pages { found: pages.len(), stated });
    }
    if standard != Some(pdf_x4::NAME) {
        findings.add(Fault::Standard(standard.map(str::to_owned)));
    }
    if properties.version.as_str() > pdf_x4::PDF_VERSION {
        findings.add(Fault::Version(properties.version.clone()));
    }
}

/// The other standards that a file claims to conform to.
fn others(xmp: &Xmp) -> impl Iterator<Item = String> {
    let archive = xmp.get(PDFAID, "part").map(|part| {
        let level = xmp.get(PDFAID, "conformance").unwrap_or_default();
        format!("PDF/A-{part}{}", level.to_lowercase())
    });
    let accessible = xmp.get(PDFUAID, "part").map(|part| format!("PDF/UA-{part}"));
    archive.into_iter().chain(accessible)
}
