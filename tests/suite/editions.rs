//! The files that `build` writes, and its options for the requirements of a printing house.

use std::fs;

use crate::command::{Ataskaita, Run};
use crate::full_report::MINIMAL;

fn with_report() -> Ataskaita {
    let mut program = Ataskaita::new();
    program.file("2023.yaml", MINIMAL);
    program
}

/// The files written by a run.
fn made(program: &Ataskaita) -> Vec<String> {
    program.names().into_iter().filter(|name| name.contains(".pdf")).collect()
}

fn is_for_print(program: &Ataskaita, path: &str) -> bool {
    let pdf = fs::read(program.path(path)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"), "{path}");
    pdf.windows(7).any(|window| window == b"PDF/X-4")
}

#[test]
fn all_editions_are_built_by_default() {
    for (arguments, files) in [
        (&[][..], &["output/2023-print.pdf", "output/2023.pdf"][..]),
        (&["--edition", "all"], &["output/2023-print.pdf", "output/2023.pdf"]),
        (&["--edition", "screen"], &["output/2023.pdf"]),
        (&["--edition", "print"], &["output/2023-print.pdf"]),
        (&["-o", "a.b.pdf"], &["a.b-print.pdf", "a.b.pdf"]),
        (&["--edition", "print", "-o", "a.pdf"], &["a.pdf"]),
        (&["-o", "new/"], &["new/2023-print.pdf", "new/2023.pdf"]),
        (&["--booklet"], &["output/2023-booklet.pdf"]),
        (&["--booklet", "--spreads", "-o", "a.pdf"], &["a-spreads.pdf", "a.pdf"]),
        (&["--edition", "screen", "--spreads"], &["output/2023-spreads.pdf", "output/2023.pdf"]),
        (&["--edition", "print", "--booklet", "-o", "a.pdf"], &["a-booklet.pdf", "a.pdf"]),
    ] {
        let program = with_report();
        let run = program.run(&[&["build", "2023.yaml"], arguments].concat());
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
        assert_eq!(made(&program), files, "{arguments:?}");
        for file in files {
            let print = file.ends_with("-print.pdf")
                || arguments.starts_with(&["--edition", "print"]) && *file == "a.pdf"
                || arguments == ["--edition", "print"];
            assert_eq!(is_for_print(&program, file), print, "{file}");
        }
    }
}

#[test]
fn only_a_single_edition_can_go_to_standard_output() {
    let program = with_report();
    let both = program.run(&["build", "2023.yaml", "-o", "-"]);
    assert_ne!(both.status, 0);
    assert!(both.stdout.is_empty() && both.stderr.contains("--edition"), "{}", both.stderr);
    let print = program.run(&["build", "2023.yaml", "-o", "-", "--edition", "print"]);
    assert_eq!(print.status, 0, "{}", print.stderr);
    assert!(print.stdout.windows(7).any(|window| window == b"PDF/X-4"));
    assert!(made(&program).is_empty());
}

/// If one edition cannot be written, no earlier file is replaced.
#[test]
fn either_both_editions_are_written_or_neither() {
    let mut program = with_report();
    program.file("out/2023.pdf", "%PDF-earlier").file("out/2023-print.pdf/inside", "kept");
    let names = program.names();
    let run = program.run(&["build", "2023.yaml", "-o", "out"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("2023-print.pdf"), "{}", run.stderr);
    assert_eq!(fs::read(program.path("out/2023.pdf")).unwrap(), b"%PDF-earlier");
    assert_eq!(program.names(), names);
}

#[test]
fn two_reports_cannot_have_the_same_output() {
    let mut program = with_report();
    program.file("2023-print.yaml", MINIMAL);
    let run = program.run(&["build", "2023.yaml", "2023-print.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("2023-print.pdf"), "{}", run.stderr);
    assert!(made(&program).is_empty());
}

/// Builds with a profile of these bytes.
fn with_profile(icc: &[u8], more: &[&str]) -> (Run, Ataskaita) {
    let mut program = with_report();
    program.file("press.icc", icc);
    let run = program.run(&[&["build", "2023.yaml", "--profile", "press.icc"], more].concat());
    (run, program)
}

const FOGRA39: &[u8] = include_bytes!("../../data/profiles/coated-fogra39.icc");

#[test]
fn unusable_press_profiles_are_rejected_with_a_reason() {
    let rgb = lcms2::Profile::new_srgb().icc().unwrap();
    let mut scanner = FOGRA39.to_vec();
    scanner[12..16].copy_from_slice(b"scnr");
    let mut without_tables = FOGRA39.to_vec();
    without_tables[128..132].fill(0);
    for (icc, said) in [
        (rgb.as_slice(), "RGB"),
        (&scanner, "scnr"),
        (&without_tables, "incomplete"),
        (&FOGRA39[..3000], "incomplete"),
        (b"not a profile at all", "not an ICC profile"),
        (b"", "not an ICC profile"),
    ] {
        let (run, program) = with_profile(icc, &[]);
        assert_eq!(run.status, 1, "{said}");
        assert!(run.stderr.contains("press.icc") && run.stderr.contains(said), "{said}: {}", run.stderr);
        assert!(made(&program).is_empty(), "{said}");
        let (run, _) = with_profile(icc, &["--lang", "lt"]);
        assert!(run.stderr.contains("klaida[press-profile]"), "{}", run.stderr);
    }
    let run = with_report().run(&["build", "2023.yaml", "--profile", "nėra.icc"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("nėra.icc"), "{}", run.stderr);
}

#[test]
fn a_custom_profile_is_embedded_under_its_name() {
    // A different printing condition.
    let mut other = FOGRA39.to_vec();
    other[24..36].fill(1);
    let (run, program) = with_profile(&other, &["--condition", "FOGRA51"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document = lopdf::Document::load(program.path("output/2023-print.pdf")).unwrap();
    let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    for intent in intents {
        let intent = intent.as_dict().unwrap();
        assert_eq!(intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap(), b"FOGRA51");
        let profile = intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap();
        assert!(profile.get_plain_content().unwrap() == other);
    }
}

#[test]
fn invalid_press_options_are_usage_errors() {
    for wish in [
        &["--bleed", "1"][..],
        &["--bleed", "30"],
        &["--bleed", "wide"],
        &["--pages-multiple-of", "0"],
        &["--pages-multiple-of", "1000"],
        &["--condition", "FOGRA51"],
        &["--edition", "paper"],
    ] {
        let program = with_report();
        let run = program.run(&[&["build", "2023.yaml"], wish].concat());
        assert_eq!(run.status, 2, "{wish:?}: {}", run.stderr);
        assert!(made(&program).is_empty());
    }
}

#[test]
fn press_options_are_applied() {
    let program = with_report();
    let run = program.run(&[
        "build",
        "2023.yaml",
        "--edition",
        "print",
        "--bleed",
        "5",
        "--crop-marks",
        "--pages-multiple-of",
        "16",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document = lopdf::Document::load(program.path("output/2023-print.pdf")).unwrap();
    assert_eq!(document.page_iter().count(), 16);
    let page = document.get_dictionary(document.page_iter().next().unwrap()).unwrap();
    let width = |key: &[u8]| {
        let edges = page.get(key).unwrap().as_array().unwrap();
        let [left, right] = [0, 2].map(|edge: usize| f64::from(edges[edge].as_float().unwrap()));
        (right - left) / 72.0 * 25.4
    };
    assert!((width(b"TrimBox") - 210.0).abs() < 0.01 && (width(b"BleedBox") - 220.0).abs() < 0.01);
    assert!(width(b"MediaBox") > 230.0, "there is room for marks");
}

/// A custom template without bleed is an error, and nothing is written.
#[test]
fn a_template_without_a_bleed_cannot_be_printed() {
    let mut program = with_report();
    program.file(
        "design/report.typ",
        "#set document(title: [x], date: datetime(year: 2023, month: 1, day: 1))\n#title()\n",
    );
    let run = program.run(&["build", "2023.yaml", "--template", "design", "--edition", "print"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("bleed: report.edition.bleed"), "{}", run.stderr);
    assert!(made(&program).is_empty());
}

/// A file that a printing house would reject is not written: here, for type of 5 points.
#[test]
fn a_print_edition_with_preflight_errors_is_not_written() {
    let mut program = with_report();
    program.file(
        "design/report.typ",
        "#let report = json(\"/report.json\")\n\
         #set document(title: [x], date: datetime(year: 2023, month: 1, day: 1))\n\
         #set page(width: 210mm, height: 297mm, bleed: report.edition.bleed * 1mm)\n\
         #title()\n#text(size: 5pt)[maža]\n",
    );
    let run = program.run(&["build", "2023.yaml", "--template", "design"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("error[pdf-text-size]: 2023.yaml: "), "{}", run.stderr);
    assert!(made(&program).is_empty(), "neither edition is");
}
