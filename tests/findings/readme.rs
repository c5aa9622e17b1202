//! The examples of the README.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use ataskaita::diagnostic::Severity;
use ataskaita::lithuanian::typography;
use ataskaita::source::Source;

const README: &str = include_str!("../../README.md");

/// A section, from its heading to the next heading of any level.
fn section(heading: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("\n{heading}\n")).expect(heading);
    rest.split("\n#").next().expect("the section has an end")
}

/// The rows of a table, each with its cells; without the head.
fn rows(section: &str) -> Vec<Vec<&str>> {
    let lines = section.lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// The pieces of code in a text.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// A report whose mission is the given text.
fn with_mission(text: &str) -> String {
    let lines = text.replace('\n', "\n  ");
    format!(
        "organization: {{ name: Bendruomenė }}\nyear: 2023\nabout: Apie.\nmission: |\n  {lines}\n\
         activities:\n  items: [Darbas.]\nfinance:\n  currency: EUR\n  income: [{{ label: Pajamos, amount: 1 }}]\n  \
         expenses: [{{ label: Sąnaudos, amount: 1 }}]\ncontact: {{ email: a@example.org }}\n"
    )
}

#[test]
fn typed_characters_are_printed_as_the_table_says() {
    let rows = rows(section("### Ką programa sutvarko pati"));
    assert!(rows.len() > 5, "{rows:?}");
    for row in rows {
        let [typed, printed] = row[..] else { panic!("{row:?}") };
        let mut results: Vec<String> =
            code(typed).map(|typed| typography::apply(typed).replace('\u{a0}', " ")).collect();
        // Different ways to type the same text.
        results.dedup();
        assert_eq!(results.join(", "), printed, "{typed}");
    }
}

/// The example of a message: the misspelled key in the real report.
#[test]
fn the_message_is_that_of_check() {
    let message = section("## What is checked").split("```").nth(1).unwrap().trim_start_matches("text\n");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    let report = crate::REPORT.replacen("\n  email: ", "\n  emial: ", 1);
    std::fs::write(folder.path().join("data/2023.yaml"), report).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ataskaita"))
        .args(["check", "data/2023.yaml", "--lang", "en"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(message), "{said}");
}

/// The first commands of the README: nothing is wrong with the sample, and its notes do not appear when it is built.
#[test]
fn the_sample_has_no_warnings() {
    let source = Source::read(Path::new("data/2023.yaml")).unwrap();
    let found = ataskaita::check(&source, crate::typesetter(), false);
    assert!(!found.is_empty() && found.iter().all(|one| one.severity() == Severity::Note), "{found:#?}");
}

/// Everything marked up as the README says is accepted, and nothing is printed as typed.
#[test]
fn inline_markdown_is_accepted() {
    let marks = code(section("## Lietuviškai: kaip parengti ataskaitą"))
        .chain(code(section("### Ką programa sutvarko pati")))
        .chain(code(section("## The data").rsplit("```").next().unwrap()))
        .filter(|code| code.starts_with(['*', '[']) || code.contains("(angl."));
    let marks: BTreeSet<&str> = marks.collect();
    assert!(marks.len() > 8, "{marks:?}");
    for text in marks {
        let source = Source::new("report.yaml", ".", with_mission(&text.replace('…', "www.example.org")));
        let found: Vec<_> = crate::findings(&source, false).iter().map(ataskaita::Diagnostic::code).collect();
        assert!(found.iter().all(|code| *code == "typography"), "{text}: {found:?}");
    }
}

#[test]
fn amounts_are_read_as_written() {
    let shown: Vec<&str> = code(section("## Lietuviškai: kaip parengti ataskaitą"))
        .filter(|code| code.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(shown.len(), 3, "{shown:?}");
    for (text, value) in shown.into_iter().zip(["28344.50", "28344.50", "28344.00"]) {
        let report = with_mission("Misija.")
            .replace("amount: 1 }]\n  expenses", &format!("amount: \"{text}\" }}]\n  expenses"));
        let report = Source::new("report.yaml", ".", report).report().unwrap();
        assert_eq!(format!("{:.2}", report.finance.income[0].amount.unwrap().decimal()), value, "{text}");
    }
}

/// Links to files and headings.
#[test]
fn links_lead_somewhere() {
    let outside = README.split("```").step_by(2).collect::<String>();
    let prose = outside.split('`').step_by(2).collect::<Vec<_>>().join("code");
    let targets: Vec<&str> = prose.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    let anchor = |heading: &str| {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
        kept.collect::<String>().replace(' ', "-")
    };
    let headings: Vec<String> = README.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
    assert!(targets.len() > 10, "{targets:?}");
    for target in targets {
        let exists = match target.strip_prefix('#') {
            Some(heading) => headings.iter().any(|known| known == heading),
            None => target.starts_with("https://") || Path::new(target).exists(),
        };
        assert!(exists, "{target}");
    }
}

/// The codes of the table are those of the faults that preflight finds.
#[test]
fn the_table_of_print_faults_is_complete() {
    let table = section("## Is a PDF fit for print?");
    let shown: BTreeSet<&str> = code(table).filter(|code| code.starts_with("pdf-")).collect();
    let source = include_str!("../../src/press/preflight/fault.rs");
    let found: BTreeSet<&str> =
        source.split("=> \"pdf-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let shown: BTreeSet<&str> = shown.iter().filter_map(|code| code.strip_prefix("pdf-")).collect();
    assert_eq!(shown, found);
}
