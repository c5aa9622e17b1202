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
