//! The reports in `tests/reports`.
//!
//! Tests of properties of all reports iterate over [`REPORTS`].

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ataskaita::diagnostic::{Severity, any_error};
use ataskaita::export::Press;

use crate::conformance::assert_conforms;
use crate::orderly::{assert_orderly, assert_well_structured};
use crate::pdf::File;
use crate::press::{ROOT, check, print_cleanly, print_for, shown};
use crate::print_edition::{assert_fit_for_print, assert_in_ink, assert_same_lines};
use crate::wording::Wording;

/// A test report.
pub(crate) struct TestReport {
    /// Its name in messages.
    pub(crate) name: &'static str,
    folder: &'static str,
    /// Its text.
    pub(crate) yaml: &'static str,
    /// The codes of the expected warnings.
    warnings: &'static [&'static str],
    pdf: OnceLock<Vec<u8>>,
    print: OnceLock<Vec<u8>>,
}

const fn report(
    name: &'static str,
    folder: &'static str,
    yaml: &'static str,
    warnings: &'static [&'static str],
) -> TestReport {
    TestReport { name, folder, yaml, warnings, pdf: OnceLock::new(), print: OnceLock::new() }
}

/// One organisation of each kind in the data format, the full report, and the real one.
pub(crate) static REPORTS: [TestReport; 7] = [
    report("real", "data", include_str!("../../data/2023.yaml"), &[]),
    report(
        "full",
        "tests/reports/full",
        include_str!("../reports/full/report.yaml"),
        &["image-resolution", "members-list"],
    ),
    report(
        "community",
        "tests/reports/community",
        include_str!("../reports/community/report.yaml"),
        &["image-resolution"],
    ),
    report(
        "association",
        "tests/reports/association",
        include_str!("../reports/association/report.yaml"),
        &[],
    ),
    report("society", "tests/reports/society", include_str!("../reports/society/report.yaml"), &[]),
    report(
        "institution",
        "tests/reports/institution",
        include_str!("../reports/institution/report.yaml"),
        &[],
    ),
    report("fund", "tests/reports/fund", include_str!("../reports/fund/report.yaml"), &[]),
];

/// The report with a name.
#[track_caller]
pub(crate) fn named(name: &str) -> &'static TestReport {
    REPORTS.iter().find(|report| report.name == name).expect("there is a report of this name")
}

impl TestReport {
    /// The folder to which its paths are relative.
    pub(crate) fn folder(&self) -> PathBuf {
        Path::new(ROOT).join(self.folder)
    }

    /// Its screen edition, built once.
    pub(crate) fn pdf(&self) -> &[u8] {
        self.pdf.get_or_init(|| print_cleanly(self.yaml, &self.folder()))
    }

    /// Its print edition, built once.
    pub(crate) fn print(&self) -> &[u8] {
        self.print.get_or_init(|| print_for(&Press::default(), self.yaml, &self.folder()))
    }
}

#[test]
fn every_report_passes_its_own_check() {
    for report in &REPORTS {
        let found = check(report.yaml, &report.folder());
        assert!(!any_error(&found), "{}: {}", report.name, shown(&found));
        let unexpected: Vec<_> = found
            .into_iter()
            .filter(|one| one.severity() == Severity::Warning && !report.warnings.contains(&one.code()))
            .collect();
        assert!(unexpected.is_empty(), "{}: {}", report.name, shown(&unexpected));
    }
}

#[test]
fn every_report_has_the_expected_text() {
    for report in &REPORTS {
        eprintln!("{}", report.name);
        let file = File::read(report.pdf());
        Wording::of(report.yaml).assert_said_by(&file);
        assert_well_structured(&file);
        assert_orderly(&file);
    }
}

#[test]
fn every_report_conforms() {
    for report in &REPORTS {
        eprintln!("{}", report.name);
        assert_conforms(report.pdf());
    }
}

#[test]
fn every_print_edition_matches_its_screen_edition() {
    for report in REPORTS.iter().filter(|report| !["real", "full"].contains(&report.name)) {
        eprintln!("{}", report.name);
        let print = report.print();
        assert_in_ink(&lopdf::Document::load_mem(print).unwrap());
        assert_fit_for_print(print);
        assert_same_lines(&File::read(print), &File::read(report.pdf()));
    }
}

/// Nothing is drawn within 2 mm of the panel of a logo on a cover, which hides what is below it.
#[test]
fn the_motif_keeps_clear_of_the_logo() {
    const DOTS_PER_INCH: f32 = 127.0;
    // 5 pixels to the millimetre.
    let pixels = |millimetres: u32| millimetres * 5;
    for name in ["association", "institution"] {
        let cover = File::read(named(name).pdf()).render(0, DOTS_PER_INCH);
        let (left, top) = (pixels(22), pixels(24));
        let is_paper = |x: u32, y: u32| cover.get_pixel(x, y).0.iter().all(|&value| value > 250);
        let inside = pixels(2);
        let right = (left + inside..cover.width()).find(|x| !is_paper(*x, top + inside)).unwrap();
        let bottom = (top + inside..cover.height()).find(|y| !is_paper(left + inside, *y)).unwrap();
        assert!(
            right > left + pixels(15) && bottom > top + pixels(15),
            "{name} has a logo: {right}, {bottom}"
        );
        let accent = cover.get_pixel(pixels(5), pixels(150));
        let near = |x: u32, y: u32| {
            let is_beside = x > right + 2 || y > bottom + 2;
            is_beside && x < right + pixels(2) && y < bottom + pixels(2)
        };
        for (x, y, pixel) in
            cover.enumerate_pixels().filter(|(x, y, _)| *x > left && *y > top && near(*x, *y))
        {
            let differs = pixel.0.iter().zip(accent.0).any(|(value, other)| value.abs_diff(other) > 8);
            assert!(!differs, "{name}: {pixel:?} at {x}, {y}");
        }
    }
}
