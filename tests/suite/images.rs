//! Images are only read from the folder of the report.

use std::fs;

use crate::command::{Ataskaita, Run};
use crate::full_report::MINIMAL;
use crate::pdf::File;

const JPEG: &[u8] = include_bytes!("../reports/full/images/sodinimas.jpg");
const PNG: &[u8] = include_bytes!("../reports/full/images/dirbtuves.png");
/// The start of a PDF.
const EARLIER: &[u8] = b"%PDF-1.7\n";
const SVG: &[u8] = include_bytes!("../reports/full/images/logo.svg");

/// A report with one image in the folder `report`, an earlier PDF of it, and an image outside the folder.
fn program(path: &str) -> Ataskaita {
    let mut program = Ataskaita::new();
    let image = format!("\n    - {{ text: Darbas., image: {{ file: '{path}', alt: Tai paveikslas }} }}\n");
    let yaml = MINIMAL.replace("\n    - Susitikome.\n", &image);
    assert!(yaml.contains(path));
    program.file("report/r.yaml", yaml).file("out.pdf", EARLIER).file("outside/secret.png", PNG);
    program
}

fn build(program: &Ataskaita) -> Run {
    program.run(&["build", "report/r.yaml", "-o", "out.pdf"])
}

/// Asserts that the image is rejected by name, and that no file has changed.
#[track_caller]
fn assert_refused(program: &Ataskaita, path: &str) {
    let names = program.names();
    let run = build(program);
    assert_eq!(run.status, 1, "{path}");
    assert!(run.stderr.contains(path), "the message names {path}: {}", run.stderr);
    assert!(
        !run.stderr.contains("templates/"),
        "the author's file is at fault, not the program's: {}",
        run.stderr
    );
    assert_eq!(fs::read(program.path("out.pdf")).unwrap(), EARLIER);
    assert_eq!(program.names(), names);
}

#[track_caller]
fn assert_shown(program: &Ataskaita) {
    let run = build(program);
    run.assert_done();
    let file = File::read(&fs::read(program.path("out.pdf")).unwrap());
    let figures = file.structure.all("Figure");
    assert!(figures.iter().any(|figure| figure.alt.as_deref() == Some("Tai paveikslas")));
}

#[test]
fn images_in_the_folder_and_subfolders_are_shown() {
    for (path, bytes) in [
        ("a.jpg", JPEG),
        ("a.png", PNG),
        ("a.svg", SVG),
        ("images/2023/ąžuolas su tarpu.jpg", JPEG),
        ("./images/../a.png", PNG),
        // The format is detected from the first bytes.
        ("a.jpeg.bak", PNG),
    ] {
        let mut program = program(path);
        program.file("report/images/keep", "").file(&format!("report/{path}"), bytes);
        assert_shown(&program);
    }
}

#[test]
fn absolute_paths_are_rejected() {
    let path = program("x").path("outside/secret.png");
    let elsewhere = tempfile::tempdir().unwrap();
    let absolute = elsewhere.path().join("a.png");
    fs::write(&absolute, PNG).unwrap();
    assert_refused(&program(absolute.to_str().unwrap()), absolute.to_str().unwrap());
    assert_refused(&program(path.to_str().unwrap()), path.to_str().unwrap());
    assert_refused(&program("/etc/passwd"), "/etc/passwd");
}

#[test]
fn paths_outside_the_folder_are_rejected() {
    for path in ["../outside/secret.png", "images/../../outside/secret.png", "../report/a.png", ".."] {
        let mut program = program(path);
        program.file("report/a.png", PNG).file("report/images/keep", "");
        assert_refused(&program, path);
    }
}

#[cfg(unix)]
#[test]
fn symbolic_links_outside_the_folder_are_rejected() {
    use std::os::unix::fs::symlink;
    let link_to_file = program("link.png");
    symlink("../outside/secret.png", link_to_file.path("report/link.png")).unwrap();
    assert_refused(&link_to_file, "link.png");

    let absolute_link = program("link.png");
    symlink(absolute_link.path("outside/secret.png"), absolute_link.path("report/link.png")).unwrap();
    assert_refused(&absolute_link, "link.png");

    let link_to_folder = program("images/secret.png");
    symlink("../outside", link_to_folder.path("report/images")).unwrap();
    assert_refused(&link_to_folder, "images/secret.png");

    let climbing_link = program("images/out/secret.png");
    fs::create_dir(climbing_link.path("report/images")).unwrap();
    symlink("../../outside", climbing_link.path("report/images/out")).unwrap();
    assert_refused(&climbing_link, "images/out/secret.png");

    let link_to_link = program("one.png");
    symlink("two.png", link_to_link.path("report/one.png")).unwrap();
    symlink("../outside/secret.png", link_to_link.path("report/two.png")).unwrap();
    assert_refused(&link_to_link, "one.png");

    let circle = program("circle.png");
    symlink("circle.png", circle.path("report/circle.png")).unwrap();
    assert_refused(&circle, "circle.png");

    let dangling = program("gone.png");
    symlink("nowhere.png", dangling.path("report/gone.png")).unwrap();
    assert_refused(&dangling, "gone.png");
}

#[cfg(unix)]
#[test]
fn symbolic_links_inside_the_folder_are_followed() {
    use std::os::unix::fs::symlink;
    let mut to_file = program("images/link.png");
    to_file.file("report/archive/a.png", PNG).file("report/images/keep", "");
    symlink("../archive/a.png", to_file.path("report/images/link.png")).unwrap();
    assert_shown(&to_file);

    let mut to_folder = program("images/a.png");
    to_folder.file("report/archive/a.png", PNG);
    symlink("archive", to_folder.path("report/images")).unwrap();
    assert_shown(&to_folder);
}

/// The folder of the report itself may be reached through a link.
#[cfg(unix)]
#[test]
fn the_report_may_be_a_symbolic_link() {
    let mut program = program("a.png");
    program.file("report/a.png", PNG);
    std::os::unix::fs::symlink("report", program.path("link")).unwrap();
    let run = program.run(&["build", "link/r.yaml", "-o", "out.pdf"]);
    run.assert_done();
}

#[test]
fn missing_files_and_folders_are_rejected() {
    assert_refused(&program("nėra.png"), "nėra.png");
    let mut folder = program("images");
    folder.file("report/images/a.png", PNG);
    assert_refused(&folder, "images");
    let mut through_file = program("a.png/b.png");
    through_file.file("report/a.png", PNG);
    assert_refused(&through_file, "a.png/b.png");
}

/// Reading these would block or never end.
#[cfg(unix)]
#[test]
fn special_files_are_rejected() {
    let pipe = program("vamzdis.png");
    assert!(
        std::process::Command::new("mkfifo").arg(pipe.path("report/vamzdis.png")).status().unwrap().success()
    );
    assert_refused(&pipe, "vamzdis.png");

    let socket = program("lizdas.png");
    let _listener = std::os::unix::net::UnixListener::bind(socket.path("report/lizdas.png")).unwrap();
    assert_refused(&socket, "lizdas.png");

    let device = program("nuliai.png");
    std::os::unix::fs::symlink("/dev/zero", device.path("report/nuliai.png")).unwrap();
    assert_refused(&device, "nuliai.png");
}

/// A sparse file, which takes no space on the disk.
#[test]
fn files_larger_than_64_mebibytes_are_rejected() {
    let program = program("didelis.png");
    let file = fs::File::create(program.path("report/didelis.png")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    let run = build(&program);
    assert!(run.status == 1 && run.stderr.contains("larger than 64 MiB"), "{}", run.stderr);
}

#[test]
fn files_that_are_not_images_are_rejected() {
    for (path, bytes) in [
        ("a.txt", &b"just words"[..]),
        ("a.jpg", b"just words"),
        ("a.png", b""),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.svg", b"<html></html>"),
        ("b.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><path"),
    ] {
        let mut program = program(path);
        program.file(&format!("report/{path}"), bytes);
        assert_refused(&program, path);
    }
}

#[test]
fn truncated_files_are_rejected() {
    for (path, bytes) in [("a.jpg", JPEG), ("a.png", PNG)] {
        for kept in [bytes.len() / 2, 60] {
            let mut program = program(path);
            program.file(&format!("report/{path}"), &bytes[..kept]);
            assert_refused(&program, path);
        }
    }
}

#[test]
fn all_faulty_images_are_reported_at_once() {
    let mut program = program("nėra.png");
    let yaml = fs::read_to_string(program.path("report/r.yaml")).unwrap();
    let logo = "  name: Mažiausia asociacija\n  logo: logotipo-nėra.svg\n";
    program.file("report/r.yaml", yaml.replace("  name: Mažiausia asociacija\n", logo));
    assert_refused(&program, "nėra.png");
    assert_refused(&program, "logotipo-nėra.svg");
}
