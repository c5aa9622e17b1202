//! Conformance to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), checked with an independent validator.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Asserts that a file conforms to both standards.
#[track_caller]
pub(crate) fn assert_conforms(pdf: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
        assert!(report.rules.total > 50, "the validator knows the rules of {profile:?}");
        let failures: Vec<String> = report
            .failures
            .iter()
            .map(|failure| format!("{}: {}", failure.rule_id, failure.message))
            .collect();
        assert!(report.is_compliant && failures.is_empty(), "{profile:?}: {failures:#?}");
    }
}

#[test]
fn a_long_report_conforms() {
    assert_conforms(crate::long_report::pdf());
}

/// The validator rejects the same file without its title and its language.
#[test]
fn nonconforming_files_are_detected() {
    let pdf = crate::real_report::pdf();
    let spoil = |needle: &[u8], put: &[u8]| {
        let start = pdf.windows(needle.len()).position(|window| window == needle).unwrap();
        let mut spoilt = pdf.to_vec();
        spoilt[start..start + put.len()].copy_from_slice(put);
        spoilt
    };
    let complies = |pdf: &[u8], profile| {
        validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap().is_compliant
    };
    assert!(!complies(&spoil(b"<pdfaid:part>2", b"<pdfaid:part>9"), ValidationProfile::PdfA2a));
    assert!(!complies(&spoil(b"<pdfuaid:part>1", b"<pdfuaid:part>9"), ValidationProfile::PdfUa1));
}
