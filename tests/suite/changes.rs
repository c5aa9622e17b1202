//! `ataskaita diff` as run by a user.

use std::process::Command;

use crate::command::Ataskaita;

const OLD: &str = include_str!("../../data/2023.yaml");

fn new() -> String {
    OLD.replace("amount: 7217", "amount: 7317.5").replace(
        "  motto: Vertę kuriame kartu\n  items:\n",
        "  motto: Vertę kuriame visi kartu\n  items:\n    - Naujas *darbas* <b>.\n",
    )
}

#[test]
fn changes_are_listed_with_reference_and_position() {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("old.yaml", OLD).file("new.yaml", new());
    let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--lang", "lt"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        String::from_utf8(run.stdout).unwrap(),
        "darbai – pakeista  new.yaml:71:10\n    Vertę kuriame {+visi +}kartu\n\
         darbai 1 – pridėta  new.yaml:73:7\n    {+Naujas darbas <b>.+}\n\
         pajamos 1 – pakeista  new.yaml:110:43\n    7\u{a0}217 → 7\u{a0}317,50\n"
    );
    assert_eq!(run.stderr, "3 pakeitimai\n");
    let run = ataskaita.run(&["diff", "new.yaml", "old.yaml", "--format", "markdown"]);
    assert_eq!(
        String::from_utf8(run.stdout).unwrap(),
        "# Changes: new.yaml → old.yaml\n\n- **darbai – changed**: Vertę kuriame ~~visi~~ kartu\n\
         - **former darbai 1 – deleted**: ~~Naujas darbas \\<b\\>.~~\n- **pajamos 1 – changed**: 7,317.50 → 7,217\n"
    );
    let run = ataskaita.run(&["diff", "old.yaml", "old.yaml"]);
    assert_eq!((run.status, run.stdout.len(), run.stderr.as_str()), (0, 0, "the reports do not differ\n"));
}

#[test]
fn json_has_positions_and_exact_numbers() {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("old.yaml", OLD).file("new.yaml", new());
    let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--format", "json"]);
    let changes: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(changes[2]["old"]["number"], "7217");
    assert_eq!(changes[2]["new"]["number"], "7317.5");
    assert_eq!(changes[2]["new"]["pointer"], "/finance/income/0/amount");
    assert_eq!(changes[0]["edits"], serde_json::json!([{ "old": [15, 15], "new": [15, 20] }]));
    assert_eq!((&changes[0]["new"]["line"], &changes[0]["new"]["part"]), (&71.into(), &0.into()));
}

const SECTIONS: &str = "
sections:
  - title: Kelionė
    after: activities
    body: |
      Keliavome po Dzūkiją.

      | Upė | Ilgis |
      |---|---|
      | Merkys | 5 |
      | Ūla | 5 |

      Grįžome namo.
";

/// A row of a table is one change, at its own line, in every format.
#[test]
fn paragraphs_and_rows_have_their_own_lines() {
    let old = format!("{OLD}{SECTIONS}");
    let new = old.replace("      | Ūla | 5 |\n", "").replace("Grįžome namo.", "Grįžome visi.");
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("old.yaml", &old).file("new.yaml", &new);
    let line = |text: &str, words: &str| text.lines().position(|line| line.contains(words)).unwrap() + 1;
    let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--lang", "lt"]);
    let (row, paragraph) = (line(&old, "Ūla"), line(&new, "Grįžome"));
    assert_eq!(
        String::from_utf8(run.stdout).unwrap(),
        format!(
            "buv. skyrius 1.4 – išbraukta  old.yaml:{row}:9\n    [-Ūla · 5-]\n\
             skyrius 1.4 – pakeista  new.yaml:{paragraph}:7\n    Grįžome [-namo-]{{+visi+}}.\n"
        )
    );
    let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--format", "json"]);
    let changes: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(changes.as_array().unwrap().len(), 2);
    assert_eq!((&changes[0]["old"]["text"], &changes[0]["old"]["line"]), (&"Ūla\n5".into(), &row.into()));
    let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--format", "markdown"]);
    assert!(
        String::from_utf8(run.stdout).unwrap().contains("- **former skyrius 1.4 – deleted**: ~~Ūla · 5~~\n")
    );
}

/// Where a deleted section stood is no part of its text.
#[test]
fn a_deleted_section_is_listed_with_its_text() {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("old.yaml", format!("{OLD}{SECTIONS}")).file("new.yaml", OLD);
    for format in ["human", "markdown", "json"] {
        let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--format", format]);
        let list = String::from_utf8(run.stdout).unwrap();
        assert!(list.contains("Kelionė") && list.contains("Grįžome namo."), "{list}");
        assert!(!list.contains("activities"), "{list}");
    }
}

#[test]
fn a_git_revision_can_be_the_old_report() {
    let mut ataskaita = Ataskaita::new();
    ataskaita.file("data/2023.yaml", OLD);
    let run = ataskaita.run(&["diff", "git:HEAD", "data/2023.yaml", "--lang", "lt"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("nėra „git“ saugykla"), "{}", run.stderr);
    for arguments in [
        &["init", "-q"][..],
        &["add", "."],
        &["-c", "user.name=A", "-c", "user.email=a@b.lt", "commit", "-qm", "A"],
    ] {
        assert!(
            Command::new("git").arg("-C").arg(ataskaita.path("")).args(arguments).status().unwrap().success()
        );
    }
    ataskaita.file("data/2023.yaml", new());
    let run = ataskaita.run(&["diff", "git:HEAD", "data/2023.yaml", "--lang", "lt"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "3 pakeitimai\n"));
    for option in ["git:--help", "git:-p", "git:HEAD~7", "git:"] {
        let run = ataskaita.run(&["diff", option, "data/2023.yaml", "--lang", "lt"]);
        assert_eq!((run.status, run.stdout.len()), (1, 0), "{option}");
        assert!(
            run.stderr.starts_with("klaida[revision]: „git“ saugykloje nėra versijos"),
            "{option}: {}",
            run.stderr
        );
    }
}

/// Text in a report cannot imitate a line of the list.
#[test]
fn report_texts_cannot_forge_lines() {
    let mut ataskaita = Ataskaita::new();
    let hostile =
        OLD.replace("motto: Vertę kuriame kartu", r#"motto: "X\u001b[2J\ntikslai 1 – pakeista\r\u202e""#);
    ataskaita.file("old.yaml", OLD).file("new.yaml", hostile);
    for format in ["human", "markdown"] {
        let run = ataskaita.run(&["diff", "old.yaml", "new.yaml", "--lang", "lt", "--format", format]);
        let list = String::from_utf8(run.stdout).unwrap();
        assert!(!list.contains(['\u{1b}', '\r', '\u{202e}']), "{list:?}");
        assert!(!list.lines().any(|line| line.starts_with("tikslai")), "{list}");
    }
}
