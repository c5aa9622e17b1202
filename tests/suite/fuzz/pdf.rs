//! PDFs, as `preflight` reads them.

use ataskaita::diagnostic::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::press::preflight::{Demands, inspect};

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

#[test]
fn pdfs_are_answered() {
    limited(SECONDS, MEBIBYTES, || {
        fuzz(&corpus("pdf"), in_place(&TOKENS), 30, |bytes| {
            if let Ok(inspection) = inspect(bytes, &Demands::default()) {
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
