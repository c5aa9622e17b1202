//! PDFs, as `preflight` reads them.

use ataskaita::diagnostic::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::press::pdf::{self, PdfError};
use ataskaita::press::preflight::{Requirements, inspect_within};

use super::{MEBIBYTES, SECONDS, corpus, fuzz, in_place};
use crate::limited::limited;

const TOKENS: [&str; 30] = [
    "1 0 R",
    "2 0 R",
    "3 0 R",
    "5 0 R",
    "null",
    "true",
    "-1",
    "0",
    "99999999999",
    "1e38",
    ".",
    "[",
    "]",
    "<<",
    ">>",
    "(",
    ")",
    "<",
    ">",
    "/",
    "/Kids",
    "/Length",
    "/Filter",
    "/FlateDecode",
    "/Parent",
    " Do ",
    " cs ",
    "stream",
    "endstream",
    "endobj",
];

/// A hundredth of the usual limit: some of the seeds, and most of their mutations, would reach the limit, which takes
/// 20 s each without optimization. The full limit is tested in `tests/preflight/hostile.rs`.
const WORK: u64 = pdf::WORK / 100;

#[test]
fn fuzzed_pdfs_are_handled() {
    limited(SECONDS, MEBIBYTES, || {
        fuzz(&corpus("pdf"), in_place(&TOKENS), 300, |bytes| {
            let inspection = inspect_within(bytes, &Requirements::default(), WORK);
            assert_ne!(inspection, Err(PdfError::Bug));
            if let Ok(inspection) = inspection {
                for found in inspection.faults {
                    for language in [Language::Lithuanian, Language::English] {
                        let words = Diagnostic::new(Problem::Pdf(found.fault.clone())).words(language);
                        assert!(!words.message.is_empty());
                    }
                }
            }
        });
    });
}
