//! The command line: output files and messages.

use std::fs;

use crate::command::Ataskaita;
use crate::full_report::MINIMAL;
use crate::pdf::{File, squeeze};

fn with_report() -> Ataskaita {
    let mut program = Ataskaita::new();
    program.file("data/2023.yaml", MINIMAL);
    program
}

/// The contents of the folder after building the report.
const MADE: [&str; 5] = ["data", "data/2023.yaml", "output", "output/2023-print.pdf", "output/2023.pdf"];

fn assert_is_report(bytes: &[u8], name: &str) {
    assert!(squeeze(&File::read(bytes).text()).contains(name), "the PDF is the report of {name}");
}

#[test]
fn the_output_is_named_after_the_report() {
    let program = with_report();
    let run = program.run(&["build", "data/2023.yaml"]);
    run.assert_done();
    assert!(run.stdout.is_empty(), "the PDFs are the only result");
    assert!(run.stderr.ends_with("wrote output/2023.pdf, output/2023-print.pdf\n"), "{}", run.stderr);
    assert_eq!(program.names(), MADE);
    assert_is_report(&fs::read(program.path("output/2023.pdf")).unwrap(), "Mažiausia asociacija");
}

#[test]
fn an_output_file_can_be_given_and_its_folders_are_created() {
    let program = with_report();
    let run = program.run(&["build", "data/2023.yaml", "-o", "a/b/metai.pdf"]);
    run.assert_done();
    assert_eq!(
        program.names(),
        ["a", "a/b", "a/b/metai-print.pdf", "a/b/metai.pdf", "data", "data/2023.yaml"]
    );
}

#[test]
fn an_output_folder_is_recognised_by_a_slash_or_by_existing() {
    let program = with_report();
    assert_eq!(program.run(&["build", "data/2023.yaml", "-o", "naujas/"]).status, 0);
    fs::create_dir(program.path("senas")).unwrap();
    assert_eq!(program.run(&["build", "data/2023.yaml", "-o", "senas"]).status, 0);
    let (new, old) = (fs::read(program.path("naujas/2023.pdf")), fs::read(program.path("senas/2023.pdf")));
    assert!(new.unwrap() == old.unwrap());
}

#[test]
fn standard_output_contains_only_the_pdf() {
    let program = with_report();
    let run = program.run(&["build", "data/2023.yaml", "--edition", "screen", "-o", "-"]);
    run.assert_done();
    assert!(run.stdout.starts_with(b"%PDF-"));
    assert_is_report(&run.stdout, "Mažiausia asociacija");
    assert_eq!(program.names(), ["data", "data/2023.yaml"]);
}

#[test]
fn a_report_is_read_from_standard_input() {
    let program = Ataskaita::new();
    let run = program.run_with_input(&["build", "-", "--edition", "screen", "-o", "-"], MINIMAL.as_bytes());
    run.assert_done();
    assert_is_report(&run.stdout, "Mažiausia asociacija");
    assert_eq!(program.names(), Vec::<String>::new());

    let run = program.run_with_input(&["build", "-", "-o", "x.pdf"], b"year: [");
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("<stdin>"), "{}", run.stderr);
    assert_eq!(program.names(), Vec::<String>::new());
}

#[test]
fn several_reports_are_built_independently() {
    let mut program = with_report();
    program.file("data/2022.yaml", MINIMAL.replace("Mažiausia", "Kita").replace("2023", "2022"));
    program.file("data/2021.yaml", "year: metai\n");
    let run = program.run(&["build", "data/2021.yaml", "data/2022.yaml", "data/2023.yaml"]);
    assert_eq!(run.status, 1, "one of them is at fault");
    assert!(run.stderr.contains("data/2021.yaml"), "{}", run.stderr);
    assert!(!program.path("output/2021.pdf").exists());
    assert_is_report(&fs::read(program.path("output/2022.pdf")).unwrap(), "Kita asociacija");
    assert_is_report(&fs::read(program.path("output/2023.pdf")).unwrap(), "Mažiausia asociacija");
}

#[test]
fn several_reports_cannot_share_an_output() {
    let mut program = with_report();
    program.file("other/2023.yaml", MINIMAL);
    for args in [
        &["build", "data/2023.yaml", "other/2023.yaml"][..],
        &["build", "data/2023.yaml", "other/2023.yaml", "-o", "one.pdf"],
        &["build", "data/2023.yaml", "other/2023.yaml", "-o", "-"],
        &["build", "data/2023.yaml", "other/2023.yaml", "-o", "out/"],
    ] {
        let run = program.run(args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{args:?}");
        assert_eq!(program.names(), ["data", "data/2023.yaml", "other", "other/2023.yaml"], "{args:?}");
    }
}

#[test]
fn invalid_arguments_exit_with_status_two() {
    let program = with_report();
    for args in [
        &[][..],
        &["build"],
        &["bild", "data/2023.yaml"],
        &["build", "data/2023.yaml", "--nonsense"],
        &["build", "data/2023.yaml", "--color", "sometimes"],
    ] {
        let run = program.run(args);
        assert_eq!(run.status, 2, "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains("--help"), "{args:?}: {}", run.stderr);
        assert!(run.stdout.is_empty());
    }
    assert_eq!(program.names(), ["data", "data/2023.yaml"]);
}

#[test]
fn help_and_version_are_results() {
    let program = Ataskaita::new();
    let help = program.run(&["--help"]);
    assert_eq!((help.status, help.stderr.as_str()), (0, ""));
    assert!(String::from_utf8(help.stdout).unwrap().contains("build"));
    let version = program.run(&["--version"]);
    assert_eq!((version.status, version.stderr.as_str()), (0, ""));
    assert_eq!(
        String::from_utf8(version.stdout).unwrap().trim(),
        format!("ataskaita {}", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn report_errors_exit_with_status_one() {
    let mut program = Ataskaita::new();
    program.file("r.yaml", MINIMAL.replace("mission: Būti.", "misija: Būti."));
    let run = program.run(&["build", "r.yaml"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.is_empty());
    let line = MINIMAL.lines().position(|line| line.starts_with("mission")).unwrap() + 1;
    assert!(run.stderr.contains(&format!("r.yaml:{line}:")), "{}", run.stderr);
    assert!(run.stderr.contains("misija"), "{}", run.stderr);
    assert_eq!(program.names(), ["r.yaml"]);
}

#[test]
fn a_single_error_fails_the_build() {
    for (right, wrong, said) in [
        ("  total: 1\n", "  total: 2\n", "add up to 1"),
        ("amount: 10", "amount: dešimt", "dešimt"),
        ("amount: 10", "amount: 10.001", "10.001"),
        ("year: 2023", "year: 2023\nyear: 2024", "year"),
        ("  email: labas@maziausia.example\n", "  email: labas\n", "email"),
        ("about: Esame maži.\n", "about: ''\n", "about"),
        ("about: Esame maži.\n", "about: '[x](javascript:alert)'\n", "javascript:alert"),
        ("about: Esame maži.\n", "", "about"),
        ("    - gyvuoti.\n", "    []\n", "the list is empty"),
        ("year: 2023\n", "year: 2023\npublished: 2023-02-30\n", "2023-02-30"),
        ("year: 2023\n", "year: 2023\ntheme: { primary: { screen: \"#ffee88\" } }\n", "#ffee88"),
    ] {
        let yaml = MINIMAL.replace(right, wrong);
        assert_ne!(yaml, MINIMAL, "{right} is in the report");
        let mut program = Ataskaita::new();
        program.file("r.yaml", yaml);
        let run = program.run(&["build", "r.yaml", "-o", "r.pdf"]);
        assert_eq!(run.status, 1, "{wrong}");
        assert!(run.stderr.contains(said), "{wrong}: {}", run.stderr);
        assert_eq!(program.names(), ["r.yaml"], "{wrong}");
    }
}

#[test]
fn missing_and_binary_files_are_reported() {
    let mut program = Ataskaita::new();
    program.file("latin.yaml", b"mission: b\xfbti\n");
    for (path, said) in [("nėra.yaml", "nėra.yaml"), (".", "."), ("latin.yaml", "UTF-8")] {
        let run = program.run(&["build", path, "-o", "out.pdf"]);
        assert_eq!(run.status, 1, "{path}");
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert_eq!(program.names(), ["latin.yaml"]);
    }
}

#[test]
fn a_failed_build_keeps_the_existing_pdf() {
    let mut program = with_report();
    assert_eq!(program.run(&["build", "data/2023.yaml"]).status, 0);
    let before = fs::read(program.path("output/2023.pdf")).unwrap();
    for broken in ["year: [", "", "{}", &MINIMAL.replace("year: 2023", "year: 3023")] {
        program.file("data/2023.yaml", broken);
        assert_eq!(program.run(&["build", "data/2023.yaml"]).status, 1);
        assert!(fs::read(program.path("output/2023.pdf")).unwrap() == before, "the earlier PDF is untouched");
        assert_eq!(program.names(), MADE);
    }
}

#[test]
fn a_successful_build_replaces_the_existing_pdf() {
    let mut program = with_report();
    program.file("output/2023.pdf", "%PDF-1.4, and nothing else");
    assert_eq!(program.run(&["build", "data/2023.yaml"]).status, 0);
    assert_is_report(&fs::read(program.path("output/2023.pdf")).unwrap(), "Mažiausia asociacija");
    assert_eq!(program.names(), MADE);
}

/// A folder in place of the file, and a file in place of its folder: not even root, as whom tests may run, can write
/// there.
#[test]
fn unwritable_outputs_are_reported() {
    let mut program = with_report();
    program.file("taken/2023.pdf/inside", "kept").file("file", "kept");
    let names = program.names();
    for (output, said) in [("taken/", "taken/2023.pdf"), ("file/2023.pdf", "file/2023.pdf")] {
        let run = program.run(&["build", "data/2023.yaml", "-o", output]);
        assert_eq!(run.status, 1, "{output}");
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert_eq!(program.names(), names, "{output}");
    }
    for kept in ["taken/2023.pdf/inside", "file"] {
        assert_eq!(fs::read(program.path(kept)).unwrap(), b"kept");
    }
}

#[cfg(unix)]
#[test]
fn output_files_have_default_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let program = with_report();
    assert_eq!(program.run(&["build", "data/2023.yaml"]).status, 0);
    // The permissions of any file created here.
    fs::write(program.path("plain"), "").unwrap();
    let mode = |path: &str| fs::metadata(program.path(path)).unwrap().permissions().mode();
    assert_eq!(mode("output/2023.pdf"), mode("plain"));
}

#[test]
fn colour_output_follows_the_options_and_the_environment() {
    const ESCAPE: &str = "\u{1b}[";
    let coloured = |args: &[&str], no_color: bool| {
        let mut program = Ataskaita::new();
        program.file("r.yaml", "year: [");
        if no_color {
            program.env("NO_COLOR", "1").env("TERM", "xterm");
        } else {
            program.env("TERM", "xterm");
        }
        let run = program.run(&[&["build", "r.yaml"], args].concat());
        assert_eq!(run.status, 1);
        run.stderr.contains(ESCAPE)
    };
    assert!(!coloured(&[], false), "standard error is no terminal");
    assert!(!coloured(&["--color", "auto"], false));
    assert!(!coloured(&["--color", "never"], false));
    assert!(coloured(&["--color", "always"], false));
    assert!(coloured(&["--color", "always"], true), "what is asked for outranks the environment");
}

#[test]
fn custom_templates_and_fonts_are_used() {
    let mut program = with_report();
    program.file("design/report.typ", "#set document(title: \"x\")\n#title()\n");
    program.file("empty/readme", "");
    let fonts = format!("{}/fonts", crate::press::ROOT);
    let built_in = format!("{}/templates", crate::press::ROOT);

    let run = program.run(&[
        "build",
        "data/2023.yaml",
        "--edition",
        "screen",
        "-o",
        "-",
        "--template",
        &built_in,
        "--fonts",
        &fonts,
    ]);
    run.assert_done();
    let usual = program.run(&["build", "data/2023.yaml", "--edition", "screen", "-o", "-"]);
    assert!(run.stdout == usual.stdout, "the built-in design, found in folders, gives the same bytes");

    for args in [["--template", "empty"], ["--fonts", "empty"], ["--template", "nėra"], ["--fonts", "nėra"]]
    {
        let run = program.run(&[&["build", "data/2023.yaml", "-o", "out.pdf"][..], &args].concat());
        assert_eq!(run.status, 1, "{args:?}");
        assert!(run.stderr.contains(args[1]), "{args:?}: {}", run.stderr);
        assert!(!program.path("out.pdf").exists());
    }
}
