//! One folder for each kind of mistake.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::{Language, Tally};
use ataskaita::source::Source;
use codespan_reporting::term::termcolor::NoColor;

use crate::{findings, typesetter, updating};

const CASES: &str = "tests/cases";

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn found(case: &Path) -> Vec<Diagnostic> {
    match Source::read(&case.join("report.yaml")) {
        Ok(source) if case.file_name().unwrap().to_str().unwrap().starts_with("statute") => {
            ataskaita::check(&source, typesetter(), false)
        }
        Ok(source) => findings(&source, is_about_words(case)),
        Err(diagnostic) => vec![diagnostic],
    }
}

/// Whether it needs `check --spelling`.
fn is_about_words(case: &Path) -> bool {
    let name = case.file_name().unwrap().to_str().unwrap();
    ["spelling", "usage-advice"].iter().any(|code| name.starts_with(code))
}

/// The output in the human-readable format.
fn shown(diagnostics: &[Diagnostic], language: Language) -> String {
    let mut output = NoColor::new(Vec::new());
    for diagnostic in diagnostics {
        diagnostic.emit(&mut output, language).unwrap();
    }
    let summary = language.summary(Tally::of(1, diagnostics));
    format!("{}{summary}\n", String::from_utf8(output.into_inner()).unwrap())
}

/// Laws that are not known require nothing.
#[test]
fn nothing_is_required_of_other_legal_forms() {
    let association = fs::read_to_string(Path::new(CASES).join("statute/report.yaml")).unwrap();
    let codes = |form: &str| -> Vec<&str> {
        let text = association.replace("legal_form: asociacija", form);
        let source = Source::new("report.yaml", ".", text);
        ataskaita::check(&source, typesetter(), false).iter().map(Diagnostic::code).collect()
    };
    assert!(codes("legal_form: asociacija").contains(&"statute"));
    for form in [
        "# none",
        "legal_form: profesinė sąjunga",
        "legal_form: religinė bendruomenė",
        "legal_form: sodininkų bendrija",
        "legal_form: labdaros ir paramos fondas",
        "legal_form: biudžetinė įstaiga",
    ] {
        assert_eq!(codes(form), ["result"], "{form}");
    }
}

#[test]
fn every_message_matches_its_snapshot() {
    let mut different = Vec::new();
    for case in cases() {
        let found = found(&case);
        for (language, file) in
            [(Language::Lithuanian, "expected.lt.txt"), (Language::English, "expected.en.txt")]
        {
            let (path, shown) = (case.join(file), shown(&found, language));
            if updating() {
                fs::write(&path, &shown).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != shown {
                different.push(format!("{}:\n{shown}", path.display()));
            }
        }
    }
    assert!(different.is_empty(), "UPDATE_CASES=1 writes these anew:\n{}", different.join("\n"));
}

/// A case is named after the code that it tests, with a suffix if there are several.
#[test]
fn cases_are_named_after_their_code() {
    for case in cases() {
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        let codes: BTreeSet<_> = found(&case).iter().map(Diagnostic::code).collect();
        if name.starts_with("in-order") {
            assert_eq!(codes, BTreeSet::new(), "{name}");
        } else if name != "twenty-mistakes" {
            assert!(codes.iter().any(|code| name.starts_with(code)), "{name}: {codes:?}");
        }
    }
}

/// Scripts rely on the codes. Each code that a file can cause has a case.
#[test]
fn every_code_has_a_case() {
    // Exceptions: files that cannot be checked in, other programs' files and messages, and findings given on request or
    // for every report.
    const WITHOUT: &[&str] = &[
        "file-unreadable",
        "file-too-large",
        "image-unreadable",
        "file-unwritable",
        "revision",
        "usage",
        "source-date-epoch",
        "press-profile",
        "ink-conversion",
        "template",
        "internal",
        "template-missing",
        "fonts-missing",
        "result",
        "revision",
    ];
    let listed: BTreeSet<_> = include_str!("../../src/diagnostic/problem.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `")?.split('`').next())
        .collect();
    for case in cases() {
        for diagnostic in found(&case) {
            assert!(listed.contains(diagnostic.code()), "{} is not listed", diagnostic.code());
        }
    }
    let names: Vec<_> =
        cases().iter().map(|case| case.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    for code in listed.into_iter().filter(|code| !WITHOUT.contains(code)) {
        assert!(names.iter().any(|name| name.starts_with(code)), "{code} has no case");
    }
}

#[test]
fn twenty_mistakes_are_found_in_one_run() {
    let found = found(&Path::new(CASES).join("twenty-mistakes"));
    let places: BTreeSet<_> =
        found.iter().map(|diagnostic| (diagnostic.code(), diagnostic.pointer.clone())).collect();
    assert!(places.len() >= 20, "{places:#?}");
    assert_eq!(found.len(), places.len(), "nothing is said twice");
}

#[test]
fn unreadable_files_are_reported() {
    let code = |path: &Path| Source::read(path).unwrap_err().code();
    assert_eq!(code(Path::new("tests/cases/nera.yaml")), "file-unreadable");
    assert_eq!(code(Path::new("tests/cases")), "file-unreadable");
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.yaml");
    fs::File::create(&large).unwrap().set_len(100_000_000).unwrap();
    assert_eq!(code(&large), "file-too-large");
}

/// None of these may take long. The time is measured manually.
#[test]
fn hostile_files_are_handled() {
    for text in [
        "[".repeat(1_000_000),
        "{a: ".repeat(250_000),
        "- ".repeat(500_000),
        "? ".repeat(500_000),
        "a: 1\n".repeat(200_000),
        format!("a: [{}]", "1,".repeat(500_000)),
        format!("about: {}", "*a **b ".repeat(140_000)),
        format!("about: \"{}\"", "[a](".repeat(250_000)),
        "\u{feff}".repeat(300_000),
        "\t".repeat(1_000_000),
        "---\n".repeat(250_000),
        "&a ".repeat(300_000),
        "%YAML ".repeat(100_000),
    ] {
        let found = findings(&Source::new("a.yaml", ".", text.as_str()), false);
        assert!(!found.is_empty(), "{}…", text.chars().take(20).collect::<String>());
    }
}
