//! Custom templates can only read their folder, and errors name their files.

use std::fs;
use std::path::Path;

use regex::Regex;

use crate::command::{Ataskaita, Run};
use crate::full_report::MINIMAL;
use crate::press::ROOT;

fn with_template(entry: &str) -> Ataskaita {
    let mut program = Ataskaita::new();
    let entry = format!("#set document(title: [x], date: datetime(year: 2023, month: 1, day: 1))\n{entry}");
    program.file("r.yaml", MINIMAL).file("secret.txt", "slapta").file("design/report.typ", entry);
    program
}

fn build(program: &Ataskaita) -> Run {
    program.run(&["build", "r.yaml", "--template", "design", "--edition", "screen", "-o", "out.pdf"])
}

#[track_caller]
fn assert_refused(program: &Ataskaita, said: &[&str]) {
    let run = build(program);
    assert_eq!(run.status, 1, "{}", run.stderr);
    for said in said {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    // An option of Typst's own program.
    assert!(!run.stderr.contains("--root"), "{}", run.stderr);
    assert!(!run.stderr.contains("slapta") && !run.stderr.contains("ataskaita: "), "{}", run.stderr);
    assert!(!program.path("out.pdf").exists());
}

#[test]
fn a_template_reads_the_files_of_its_folder() {
    let mut program = with_template("#title()\n#import \"/parts/a.typ\": b\n#b #read(\"/parts/c.txt\")\n");
    program.file("design/parts/a.typ", "#let b = [x]").file("design/parts/c.txt", "y");
    build(&program).assert_done();
}

/// A file that the template reads is an input, under any name; another PDF in its folder is an earlier result.
#[test]
fn the_files_of_a_template_are_not_overwritten() {
    const ASSET: &str = "%PDF-1.7 logo";
    let mut program = with_template("#title()\n#read(\"parts/a.pdf\", encoding: none).len()\n");
    program.file("design/parts/a.pdf", ASSET).file("design/earlier.pdf", ASSET);
    let build_to = |output| {
        program.run(&["build", "r.yaml", "--template", "design", "--edition", "screen", "-o", output])
    };
    for output in ["design/parts/a.pdf", "design/../design/parts/a.pdf"] {
        let run = build_to(output);
        assert_eq!(run.status, 1);
        let said = format!("error[file-unwritable]: {output} is one of the files");
        assert!(run.stderr.contains(&said), "{}", run.stderr);
    }
    assert_eq!(fs::read_to_string(program.path("design/parts/a.pdf")).unwrap(), ASSET);
    build_to("design/earlier.pdf").assert_done();
}

#[test]
fn a_template_reads_no_other_file() {
    const OUTSIDE: &str = "the template reads a file outside its folder";
    for (path, said) in [
        ("../secret.txt", OUTSIDE),
        ("/../secret.txt", OUTSIDE),
        ("parts/../../secret.txt", OUTSIDE),
        ("../../etc/passwd", OUTSIDE),
        ("/etc/passwd", "file not found"),
    ] {
        let program = with_template(&format!("#read(\"{path}\")\n"));
        assert_refused(&program, &["error[template]", "design/report.typ:2:", said]);
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let file = with_template("#read(\"link.txt\")\n");
    symlink("../secret.txt", file.path("design/link.txt")).unwrap();
    assert_refused(&file, &["the template reads a file outside its folder", "design/report.typ:2:"]);

    let folder = with_template("#read(\"/up/secret.txt\")\n");
    symlink("..", folder.path("design/up")).unwrap();
    assert_refused(&folder, &["the template reads a file outside its folder"]);

    let module = with_template("#import \"link.typ\": a\n");
    fs::write(module.path("outer.typ"), "#let a = 1").unwrap();
    symlink(module.path("outer.typ"), module.path("design/link.typ")).unwrap();
    assert_refused(&module, &["the template reads a file outside its folder"]);

    let device = with_template("#read(\"pipe\")\n");
    assert!(std::process::Command::new("mkfifo").arg(device.path("design/pipe")).status().unwrap().success());
    assert_refused(&device, &["not a regular file"]);

    // The entry point is in the template's folder, too.
    let entry = with_template("");
    fs::rename(entry.path("design/report.typ"), entry.path("outer.typ")).unwrap();
    symlink("../outer.typ", entry.path("design/report.typ")).unwrap();
    assert_refused(&entry, &["error[template-missing]", "design"]);
}

#[test]
fn packages_are_not_fetched() {
    assert_refused(
        &with_template("#import \"@preview/cetz:0.3.0\": canvas\n"),
        &["the template imports a package", "design/report.typ:2:"],
    );
}

#[test]
fn template_errors_have_file_and_trace() {
    let mut program = with_template("#import \"/sections/x.typ\": broken\n#broken()\n");
    program.file("design/sections/x.typ", "#let broken() = {\n  let a = 1\n  a.len()\n}\n");
    assert_refused(
        &program,
        &[
            "error[template]: there is an error in the template",
            "design/sections/x.typ:3:",
            "Typst says: ",
            "while calling “broken”",
            "design/report.typ:3:",
        ],
    );
    let run = program.env("LANG", "lt_LT.UTF-8").run(&[
        "build",
        "r.yaml",
        "--template",
        "design",
        "--edition",
        "screen",
        "-o",
        "out.pdf",
    ]);
    assert!(run.stderr.contains("klaida[template]: šablone yra klaida"), "{}", run.stderr);
    assert!(run.stderr.contains("kviečiama funkcija „broken“"), "{}", run.stderr);
}

/// Every token of the theme, and everything that a component has for other files, is in the templates' documentation.
#[test]
fn tokens_and_components_are_documented() {
    let folder = Path::new(ROOT).join("templates");
    let documentation = fs::read_to_string(folder.join("README.md")).unwrap();
    let read = |under: &str| -> Vec<(String, String)> {
        let entries = fs::read_dir(folder.join(under)).unwrap().map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "typ"));
        let name = |entry: &fs::DirEntry| entry.file_name().into_string().unwrap();
        files.map(|entry| (name(&entry), fs::read_to_string(entry.path()).unwrap())).collect()
    };
    let components = read("components");
    let importing = ["", "components", "layout", "sections"].map(read).concat();
    let is_imported = |file: &str, name: &str| {
        importing.iter().flat_map(|(_, text)| text.lines()).any(|line| {
            let Some((from, names)) = line.strip_prefix("#import ").and_then(|line| line.split_once(": "))
            else {
                return false;
            };
            from.trim_matches('"').rsplit('/').next() == Some(file)
                && names.split(", ").any(|one| one == name)
        })
    };
    let defined = |text: &str| -> Vec<String> {
        let names = text.lines().filter_map(|line| line.strip_prefix("#let "));
        names.map(|name| name.split([' ', '(']).next().unwrap().to_owned()).collect()
    };
    let theme = fs::read_to_string(folder.join("theme.typ")).unwrap();
    let tokens = defined(&theme);
    let exported = components.iter().flat_map(|(file, text)| {
        defined(text).into_iter().filter(|name| is_imported(file, name)).collect::<Vec<_>>()
    });
    let exported: Vec<String> = exported.collect();
    assert!(tokens.len() > 30 && exported.len() > 30, "{tokens:?} {exported:?}");
    let is_named = |name: &str| ["`", "("].iter().any(|end| documentation.contains(&format!("`{name}{end}")));
    let missing: Vec<_> = tokens.into_iter().chain(exported).filter(|name| !is_named(name)).collect();
    assert!(missing.is_empty(), "templates/README.md does not name {missing:?}");
    for (file, _) in &components {
        assert!(documentation.contains(&format!("`{file}`")), "templates/README.md does not name {file}");
    }
}

/// Sections contain no measurements, only tokens and columns; a component names its own at the top level.
#[test]
fn measurements_are_tokens() {
    let folder = Path::new(ROOT).join("templates");
    let unit = Regex::new(r"\b[0-9.]+(mm|cm|in|pt|em)\b").unwrap();
    let mut found = Vec::new();
    for under in ["sections", "layout", "components"] {
        for entry in fs::read_dir(folder.join(under)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|kind| kind != "typ") {
                continue;
            }
            for (number, line) in (1..).zip(fs::read_to_string(&path).unwrap().lines()) {
                let code = line.split("//").next().unwrap();
                // Numbers of points in the data become lengths.
                let code = code.replace("* 1pt", "").replace("/ 1pt", "");
                let is_named = under == "components" && code.starts_with("#let ") && !code.contains(") =");
                let measurements: Vec<_> =
                    unit.find_iter(&code).map(|found| found.as_str()).filter(|one| *one != "0pt").collect();
                if !is_named && !measurements.is_empty() {
                    found.push(format!("{}:{number}: {measurements:?}", path.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "measurements without a name:\n{}", found.join("\n"));
}
