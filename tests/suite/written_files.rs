//! Writing files with `build` does not lose any of the user's data.

use std::fs;
use std::path::Path;

use crate::command::{Ataskaita, Run};
use crate::full_report::MINIMAL;

const EARLIER: &str = "%PDF-1.4 of last week";

fn with_report() -> Ataskaita {
    let mut program = Ataskaita::new();
    program.file("2023.yaml", MINIMAL);
    program
}

fn build(program: &Ataskaita, output: &str) -> Run {
    program.run(&["build", "2023.yaml", "-o", output, "--lang", "lt"])
}

fn is_pdf(program: &Ataskaita, path: &str) -> bool {
    fs::read(program.path(path)).unwrap().starts_with(b"%PDF-1.")
}

#[test]
fn output_names_without_pdf_extension_are_rejected() {
    let mut program = with_report();
    program.file("ataskaita.docx", "PK").file("pastabos", "a");
    let names = program.names();
    for (output, hint) in [
        ("2023.yaml", "-o 2023.pdf"),
        ("ataskaita.docx", "-o ataskaita.pdf"),
        ("nauja.txt", "-o nauja.pdf"),
        ("pastabos", "-o pastabos.pdf"),
        ("nauja", "-o nauja/"),
    ] {
        let run = build(&program, output);
        assert_eq!(run.status, 2, "{output}");
        assert!(run.stderr.contains(output) && run.stderr.contains(hint), "{}", run.stderr);
        assert_eq!(program.names(), names);
    }
    assert_eq!(fs::read_to_string(program.path("2023.yaml")).unwrap(), MINIMAL);
    assert_eq!(fs::read(program.path("ataskaita.docx")).unwrap(), b"PK");
    assert_eq!(build(&program, "ATASKAITA.PDF").status, 0);
}

#[test]
fn files_of_other_kinds_are_not_overwritten() {
    let mut program = with_report();
    program.file("a.pdf", "mano užrašai").file("b-print.pdf", "mano užrašai").file("c.pdf", "");
    for (output, kept) in [("a.pdf", "a.pdf"), ("b.pdf", "b-print.pdf")] {
        let run = build(&program, output);
        assert_eq!(run.status, 1);
        assert!(run.stderr.contains(kept) && run.stderr.contains("ne PDF"), "{}", run.stderr);
        assert_eq!(fs::read_to_string(program.path(kept)).unwrap(), "mano užrašai");
    }
    assert_eq!(program.names(), ["2023.yaml", "a.pdf", "b-print.pdf", "c.pdf"]);
    assert_eq!(build(&program, "c.pdf").status, 0, "nothing is lost with an empty file");
}

#[cfg(unix)]
#[test]
fn inputs_are_never_overwritten() {
    use std::os::unix::fs::symlink;
    const FOGRA39: &[u8] = include_bytes!("../../data/profiles/coated-fogra39.icc");
    let mut program = with_report();
    program.file("press.icc", FOGRA39);
    for (input, link) in [("2023.yaml", "soft.pdf"), ("press.icc", "profile.pdf")] {
        symlink(input, program.path(link)).unwrap();
    }
    fs::hard_link(program.path("2023.yaml"), program.path("hard.pdf")).unwrap();
    let names = program.names();
    for output in ["soft.pdf", "hard.pdf", "profile.pdf", "./soft.pdf"] {
        let run = program.run(&["build", "2023.yaml", "--profile", "press.icc", "-o", output]);
        assert_eq!(run.status, 1, "{output}");
        assert!(run.stderr.contains(&format!("error[file-unwritable]: {output} ")), "{}", run.stderr);
        assert_eq!(program.names(), names);
    }
    assert_eq!(fs::read_to_string(program.path("2023.yaml")).unwrap(), MINIMAL);
    assert!(fs::read(program.path("press.icc")).unwrap() == FOGRA39);
}

#[cfg(unix)]
#[test]
fn symbolic_links_and_file_modes_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mut program = with_report();
    program.file("svetainė/ataskaita.pdf", EARLIER);
    fs::set_permissions(program.path("svetainė/ataskaita.pdf"), PermissionsExt::from_mode(0o604)).unwrap();
    symlink("svetainė/ataskaita.pdf", program.path("a.pdf")).unwrap();
    assert_eq!(build(&program, "a.pdf").status, 0);
    assert!(program.path("a.pdf").is_symlink());
    assert!(is_pdf(&program, "svetainė/ataskaita.pdf"));
    let mode = fs::metadata(program.path("svetainė/ataskaita.pdf")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o604);
    assert_eq!(program.names(), ["2023.yaml", "a-print.pdf", "a.pdf", "svetainė", "svetainė/ataskaita.pdf"],);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_written_to() {
    let program = with_report();
    let piped =
        program.shell("mkfifo p; cat p >out & $ATASKAITA build 2023.yaml --edition screen -o p; wait");
    assert_eq!((piped.status, piped.stderr.as_str()), (0, "wrote p\n"));
    assert!(is_pdf(&program, "out"));
    for (script, starts) in [
        (
            "echo before >out; $ATASKAITA build 2023.yaml --edition screen -o /dev/stdout >>out",
            "before\n%PDF-1.7",
        ),
        (
            "(echo before; $ATASKAITA build 2023.yaml --edition screen -o /dev/fd/3 3>&1; echo after) >out",
            "before\n",
        ),
    ] {
        let run = program.shell(script);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let out = fs::read(program.path("out")).unwrap();
        assert!(out.starts_with(starts.as_bytes()), "{script}");
    }
    let both = program.run(&["build", "2023.yaml", "-o", "p"]);
    assert_eq!(both.status, 2, "two PDFs in one pipe are none");
    assert!(both.stderr.contains("--edition"), "{}", both.stderr);
    assert!(!program.path("p-print").exists());
}

#[cfg(unix)]
#[test]
fn only_closed_standard_output_is_an_error() {
    let program = with_report();
    for (script, status) in [
        ("$ATASKAITA build 2023.yaml --edition screen -o - >&-", 1),
        ("$ATASKAITA build 2023.yaml --edition screen -o - | true", 0),
        ("$ATASKAITA schema >&-", 1),
        ("$ATASKAITA schema >/dev/full", 1),
        ("$ATASKAITA check 2023.yaml --format json >/dev/full", 1),
        ("$ATASKAITA --help >/dev/full", 1),
        ("$ATASKAITA build --help >&-", 1),
        ("$ATASKAITA schema >/dev/null", 0),
        ("$ATASKAITA build 2023.yaml -o a.pdf 2>&-", 0),
        ("$ATASKAITA build 2023.yaml -o b.pdf 2>/dev/full", 0),
        ("$ATASKAITA check 2023.yaml nėra.yaml 2>/dev/full", 1),
        ("$ATASKAITA build 2023.yaml nėra.yaml --nonsense 2>/dev/full", 2),
    ] {
        let run = program.shell(script);
        assert_eq!(run.status, status, "{script}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked"), "{script}: {}", run.stderr);
        if script.contains(">/dev/full") && !script.contains("2>") {
            assert!(run.stderr.contains("standard output: the disk is full"), "{script}: {}", run.stderr);
        }
        let says_nothing = status == 0 || script.contains("2>");
        assert!(says_nothing || run.stderr.contains("error[file-unwritable]: "), "{script}: {}", run.stderr);
    }
    for path in ["a.pdf", "a-print.pdf", "b.pdf", "b-print.pdf"] {
        assert!(is_pdf(&program, path), "{path}");
    }
}

/// Temporary files of a killed run are removed, those of a running one are not.
#[cfg(unix)]
#[test]
fn leftovers_of_killed_processes_are_deleted() {
    let mut program = with_report();
    program.file("output/.ataskaita-abc123.part", "%PDF-").file("output/.ataskaita-def456.part", "%PDF-");
    let living = fs::File::open(program.path("output/.ataskaita-def456.part")).unwrap();
    living.lock().unwrap();
    assert_eq!(program.run(&["build", "2023.yaml"]).status, 0);
    assert_eq!(
        program.names(),
        ["2023.yaml", "output", "output/.ataskaita-def456.part", "output/2023-print.pdf", "output/2023.pdf"]
    );
}

#[test]
fn system_errors_are_translated() {
    let program = with_report();
    let long = format!("{}.pdf", "x".repeat(300));
    let run = build(&program, &long);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("per ilgas") && !run.stderr.contains("os error"), "{}", run.stderr);
    if Path::new("/dev/full").exists() {
        let run =
            program.run(&["build", "2023.yaml", "-o", "/dev/full", "--edition", "print", "--lang", "lt"]);
        assert!(run.stderr.contains("nebėra vietos"), "{}", run.stderr);
    }
    for (path, said) in [("nėra.yaml", "nėra"), (".", "aplankas"), ("/dev/null", "įrenginys")] {
        let run = program.run(&["check", path, "--lang", "lt"]);
        assert_eq!(run.status, 1);
        assert!(run.stderr.contains(said) && !run.stderr.contains("os error"), "{}", run.stderr);
    }
}
