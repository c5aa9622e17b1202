//! The dates of a file never depend on the day on which it is built.

use crate::command::Ataskaita;
use crate::full_report::MINIMAL;
use crate::pdf::File;

/// The creation and modification dates of the minimal report with additional YAML.
fn days(more: &str, source_date_epoch: Option<&str>) -> [(u16, u8, u8); 2] {
    let mut program = Ataskaita::new();
    program.file("report.yaml", format!("{MINIMAL}{more}"));
    if let Some(seconds) = source_date_epoch {
        program.env("SOURCE_DATE_EPOCH", seconds);
    }
    let run = program.run(&["build", "report.yaml", "--edition", "screen", "-o", "-"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let metadata = File::read(&run.stdout).metadata;
    let [year, month, day] = [metadata.created.0, metadata.created.1.into(), metadata.created.2.into()];
    for key in ["xmp:CreateDate", "xmp:ModifyDate"] {
        let value = metadata.xmp_value(key);
        assert!(value.starts_with(&format!("{year}-{month:02}-{day:02}")), "{key} is {value}");
    }
    [metadata.created, metadata.modified]
}

// 29 March 2024 and the last second of that day, in UTC.
const MORNING: &str = "1711670400";
const MIDNIGHT: &str = "1711756799";

#[test]
fn the_date_is_the_publication_date() {
    assert_eq!(days("published: 2024-05-17\n", None), [(2024, 5, 17); 2]);
    assert_eq!(days("published: 2024-05-17\n", Some(MORNING)), [(2024, 5, 17); 2]);
}

#[test]
fn the_date_falls_back_to_source_date_epoch() {
    for seconds in [MORNING, MIDNIGHT] {
        assert_eq!(days("", Some(seconds)), [(2024, 3, 29); 2]);
    }
}

#[test]
fn the_date_falls_back_to_the_last_day_of_the_year() {
    assert_eq!(days("", None), [(2023, 12, 31); 2]);
}

#[test]
fn an_invalid_source_date_epoch_is_rejected() {
    for seconds in ["", "yesterday", "-1", "1e9", "99999999999999999999"] {
        let mut program = Ataskaita::new();
        program.file("report.yaml", MINIMAL).env("SOURCE_DATE_EPOCH", seconds);
        let run = program.run(&["build", "report.yaml", "-o", "out.pdf"]);
        assert_eq!(run.status, 1);
        assert!(run.stderr.contains("SOURCE_DATE_EPOCH"), "{}", run.stderr);
        assert!(!program.path("out.pdf").exists());
    }
}

/// Two processes in folders of different names, with different time zones and locales.
#[test]
fn the_same_report_produces_the_same_bytes() {
    let make = |report: &str, zone: &str, locale: &str| {
        let mut program = Ataskaita::new();
        program.env("TZ", zone).env("LANG", locale).env("LC_ALL", locale);
        let run = program.run(&["build", report, "--edition", "screen", "-o", "-"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout
    };
    for report in ["data/2023.yaml", "tests/reports/full/report.yaml"] {
        let report = format!("{}/{report}", crate::press::ROOT);
        let (here, there) =
            (make(&report, "Europe/Vilnius", "lt_LT.UTF-8"), make(&report, "Asia/Tokyo", "C"));
        assert!(here == there, "{report} gives the same bytes");
        assert!(here.starts_with(b"%PDF-"));
    }
}
