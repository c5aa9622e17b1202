//! The program: output formats, languages and exit status.

use std::process::{Command, Output};

use serde_json::Value;

use crate::sample::{Sample, picture};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ataskaita"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A folder with a valid file and an invalid one.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::new();
    std::fs::write(folder.path().join("right.pdf"), sample.bytes()).unwrap();
    sample.draw(2, "1 0 0 rg 0 0 9 9 re f");
    std::fs::write(folder.path().join("wrong.pdf"), sample.bytes()).unwrap();
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_exit_status_depends_on_errors() {
    let folder = folder();
    let (right, wrong, none) =
        (path(&folder, "right.pdf"), path(&folder, "wrong.pdf"), path(&folder, "none.pdf"));
    for (arguments, status) in [
        (&["preflight", &right][..], 0),
        (&["preflight", &wrong], 1),
        (&["preflight", &right, &wrong], 1),
        (&["preflight", &none], 1),
        (&["preflight", "src"], 1),
        (&["preflight", "README.md"], 1),
        (&["preflight"], 2),
        (&["preflight", &right, "--format", "x"], 2),
    ] {
        assert_eq!(run(arguments).status.code(), Some(status), "{arguments:?}");
    }
}

/// The decoder shifts by too many bits, which panics with overflow checks.
#[test]
fn a_broken_jpeg_2000_image_prints_no_panic_message() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::new();
    let mut image = picture(24, [0; 4]);
    image.set_content(include_bytes!("../images/broken.jp2").to_vec());
    image.dict.set("Filter", "JPXDecode");
    image.dict.set("Height", 20);
    image.dict.set("ColorSpace", "DeviceGray");
    let picture = sample.picture;
    sample.document.set_object(picture, image);
    std::fs::write(folder.path().join("broken.pdf"), sample.bytes()).unwrap();
    let output = run(&["preflight", &path(&folder, "broken.pdf")]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(said.starts_with("error[") && !said.contains("panicked"), "{said}");
}

#[test]
fn human_output_has_properties_and_faults() {
    let folder = folder();
    let right = path(&folder, "right.pdf");
    let output = run(&["preflight", &right]);
    assert_eq!(
        text(&output.stdout),
        format!(
            "{right}\n  format            PDF/X-4 (PDF 1.6)\n  pages             2 pages, 210 × 297 mm\n  \
             bleed             3 mm\n  output condition  FOGRA39\n  fonts             1, embedded\n  \
             colours           DeviceCMYK (6 ×), DeviceGray (2 ×)\n  highest ink       205 %\n  \
             images            2, from 304 dpi\n  smallest text     10 pt\n  transparency      yes\n\n"
        )
    );
    assert_eq!(text(&output.stderr), "the file is ready for print\n");
    let output = run(&["preflight", &right, "--lang", "lt"]);
    assert!(text(&output.stdout).contains("\n  užlaida               3 mm\n"), "{}", text(&output.stdout));
    assert_eq!(text(&output.stderr), "failas tinka spaudai\n");

    let wrong = path(&folder, "wrong.pdf");
    let output = run(&["preflight", &wrong]);
    assert!(text(&output.stdout).contains("DeviceRGB (1 ×)"));
    assert_eq!(
        text(&output.stderr),
        format!(
            "error[pdf-color]: {wrong}: page 2: DeviceRGB colours are used 1 time; they are not CMYK\n = help: \
             convert them to CMYK with the profile of the output condition\n\n1 error\n"
        )
    );
    let output = run(&["preflight", "README.md"]);
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).starts_with("error[pdf-unreadable]: README.md: this is not a PDF file\n"));
}

#[test]
fn short_and_json_output_are_complete() {
    let folder = folder();
    let wrong = path(&folder, "wrong.pdf");
    let output = run(&["preflight", &wrong, "README.md", "--format", "short"]);
    assert_eq!(
        text(&output.stdout),
        format!(
            "{wrong}: error: page 2: DeviceRGB colours are used 1 time; they are not CMYK [pdf-color]\n\
             README.md: error: this is not a PDF file [pdf-unreadable]\n"
        )
    );
    assert_eq!(text(&output.stderr), "");

    let output = run(&["preflight", &wrong, "README.md", "--format", "json"]);
    let array: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(array[0]["file"], *wrong);
    assert_eq!(array[0]["facts"]["pages"], 2);
    assert_eq!(array[0]["facts"]["sizes"], serde_json::json!([[210.0, 297.0]]));
    assert_eq!(array[0]["facts"]["color_spaces"]["DeviceRGB"], 1);
    let finding = &array[0]["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&"pdf-color".into(), &"error".into()));
    assert_eq!(finding["pages"], serde_json::json!([2]));
    assert_eq!(finding["file"], *wrong);
    assert_eq!((&finding["line"], &finding["range"]), (&Value::Null, &Value::Null));
    assert_eq!(array[1]["facts"], Value::Null);
    assert_eq!(array[1]["findings"][0]["code"], "pdf-unreadable");
}

#[test]
fn a_file_is_read_from_standard_input() {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_ataskaita"))
        .args(["preflight", "-", "--format", "short"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&Sample::new().bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
}

/// The screen edition is not meant for print, and the message for it is short.
#[test]
fn the_screen_edition_is_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = path(&folder, "2023.pdf");
    assert_eq!(run(&["build", "data/2023.yaml", "-o", &pdf]).status.code(), Some(0));
    let output = run(&["preflight", &pdf, "--format", "json"]);
    let array: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = array[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "pdf-standard",
            "pdf-version",
            "pdf-boxes",
            "pdf-output-intent",
            "pdf-metadata",
            "pdf-annotation",
            "pdf-color"
        ]
    );
    let facts = &array[0]["facts"];
    assert_eq!(facts["standards"], serde_json::json!(["PDF/A-2a", "PDF/UA-1"]));
    let fonts = facts["fonts"].as_object().unwrap();
    assert!(fonts.len() > 3 && fonts.values().all(|is_embedded| *is_embedded == Value::Bool(true)));
}
