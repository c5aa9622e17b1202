//! Checks and builds a report with one image in this process.

use std::fs;
use std::sync::LazyLock;

use ataskaita::build::{Options, build, check};
use ataskaita::diagnostic::Severity;
use ataskaita::diagnostic::messages::Language;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;

use crate::full_report::MINIMAL;
use crate::press::shown;

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(None, None).unwrap());

/// The codes of the errors and warnings for a report with an image.
pub(crate) struct Verdict {
    pub(crate) errors: Vec<&'static str>,
    pub(crate) warnings: Vec<&'static str>,
    /// All findings as printed.
    pub(crate) shown: String,
    /// The screen edition, if there is no error.
    pub(crate) pdf: Option<Vec<u8>>,
}

/// Checks a report with an image and, if it passes, builds both editions.
///
/// Panics if a report that passes cannot be built, if building it gives further warnings, or if a finding has no
/// location or is not in Lithuanian.
#[track_caller]
pub(crate) fn judge(name: &str, image: &[u8]) -> Verdict {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), image).unwrap();
    let line = format!("\n    - {{ text: Darbas., image: {{ file: '{name}', alt: Tai paveikslas }} }}\n");
    let yaml = MINIMAL.replace("\n    - Susitikome.\n", &line);
    assert!(yaml.contains(name));
    let source = Source::new("report.yaml", folder.path(), yaml);
    let found = check(&source, &TYPESETTER, false);
    let codes = |severity| {
        let of_severity = found.iter().filter(|diagnostic| diagnostic.severity() == severity);
        let of_severity = of_severity.filter(|diagnostic| diagnostic.code() != "statute");
        of_severity.map(ataskaita::Diagnostic::code).collect::<Vec<_>>()
    };
    let mut verdict = Verdict {
        errors: codes(Severity::Error),
        warnings: codes(Severity::Warning),
        shown: shown(&found),
        pdf: None,
    };
    for diagnostic in found.iter().filter(|diagnostic| diagnostic.code().starts_with("image-")) {
        assert!(!diagnostic.places.is_empty(), "{name}: {}", verdict.shown);
        let words = diagnostic.words(Language::Lithuanian);
        assert!(words.message.contains(name), "the message names {name}: {}", words.message);
        assert!(!words.hints.is_empty(), "there is something to do: {}", words.message);
    }
    match build(&source, &TYPESETTER, &Options::default()) {
        Ok(mut built) => {
            assert!(
                verdict.errors.is_empty(),
                "{name} is built although check refuses it: {}",
                verdict.shown
            );
            for warning in built.warnings.iter().filter(|warning| warning.code() != "statute") {
                assert!(verdict.warnings.contains(&warning.code()), "{name}: {}", shown(&built.warnings));
            }
            verdict.pdf = Some(built.pdfs.swap_remove(0));
        }
        Err(errors) => {
            assert!(!verdict.errors.is_empty(), "{name} passes check, but not build: {}", shown(&errors));
        }
    }
    verdict
}

/// Asserts that an image is built without warnings, and returns the screen edition.
#[track_caller]
pub(crate) fn assert_usable(name: &str, image: &[u8]) -> Vec<u8> {
    let verdict = judge(name, image);
    assert!(verdict.errors.is_empty() && verdict.warnings.is_empty(), "{name}: {}", verdict.shown);
    verdict.pdf.unwrap()
}

/// Asserts that an image is rejected for a single reason, given by its code.
#[track_caller]
pub(crate) fn assert_unusable(name: &str, image: &[u8], code: &str) -> String {
    let verdict = judge(name, image);
    assert_eq!(verdict.errors, [code], "{name}: {}", verdict.shown);
    verdict.shown
}
