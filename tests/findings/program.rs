//! The program: output formats, languages and exit status.

use std::process::{Command, Output};

use serde_json::Value;

fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ataskaita"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

const WRONG: &str = "tests/cases/members-total/report.yaml";
const RIGHT: &str = "tests/cases/in-order/report.yaml";

#[test]
fn the_exit_status_depends_on_errors() {
    for (arguments, status) in [
        (&["check", RIGHT][..], 0),
        (&["check", "data/2023.yaml"], 0),
        (&["check", WRONG], 1),
        (&["check", RIGHT, WRONG], 1),
        (&["check", "tests/cases/nera.yaml"], 1),
        (&["check"], 2),
        (&["check", RIGHT, "--format", "x"], 2),
    ] {
        assert_eq!(run(arguments, &[]).status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn human_output_goes_to_standard_error_with_a_summary() {
    let output = run(&["check", RIGHT, WRONG], &[]);
    assert_eq!(text(&output.stdout), "");
    let said = text(&output.stderr);
    assert!(said.contains("\nerror[members-total]: "), "{said}");
    assert!(said.ends_with("\n1 error, 1 warning, 2 notes\n"), "{said}");
}

#[test]
fn short_output_has_one_line_per_finding() {
    let output = run(&["check", WRONG, "--format", "short"], &[]);
    assert_eq!(
        text(&output.stdout),
        format!(
            "{WRONG}:17:10: error: the member groups add up to 3, not to the total of 4 [members-total]\n\
             {WRONG}:26:3: warning: the list names 3 members, but the total is 4 [members-list]\n\
             {WRONG}:37:1: note: income 28 344.50 EUR, expenses 28 344.50 EUR, result of the year 0 EUR [result]\n"
        )
    );
    assert_eq!(text(&output.stderr), "");
    let missing = run(&["check", "tests/cases/nera.yaml", "--format", "short"], &[]);
    assert!(text(&missing.stdout).starts_with("tests/cases/nera.yaml:1:1: error: "));
}

#[test]
fn json_output_is_one_array() {
    let output = run(&["check", WRONG, RIGHT, "--format=json", "--lang=lt"], &[]);
    let array: Value = serde_json::from_slice(&output.stdout).unwrap();
    let first = &array[0];
    assert_eq!(array.as_array().unwrap().len(), 4, "an error, a warning and the result of each");
    assert_eq!(first["file"], WRONG);
    assert_eq!(first["code"], "members-total");
    assert_eq!(first["severity"], "error");
    assert_eq!(first["pointer"], "/members/total");
    assert_eq!((&first["line"], &first["column"]), (&17.into(), &10.into()));
    assert!(first["message"].as_str().unwrap().starts_with("narių grupėse iš viso 3"), "{first}");
    let source = std::fs::read_to_string(WRONG).unwrap();
    let range = |at: usize| usize::try_from(first["range"][at].as_u64().unwrap()).unwrap();
    assert_eq!(&source[range(0)..range(1)], "4");
    assert_eq!(first["related"][1]["message"], "2 + 1 = 3");
    assert!(!first["hints"].as_array().unwrap().is_empty());
}

/// The typing mistakes of the real report's first draft. Repeated ones are reported once.
#[test]
fn misspelled_words_are_located() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("2023.yaml");
    let text = crate::REPORT
        .replace("motto: Kurkime pokytį kartu!", "title: Susisiekiye\n  motto: Kurkime pokytj kartu!")
        .replace("motto: Vertę kuriame kartu", "motto: Vertę ir pokytj kuriame");
    std::fs::write(&report, &text).unwrap();
    let place = |words: &str| {
        let start = text.find(words).unwrap() + words.rfind(' ').unwrap() + 1;
        let line_start = text[..start].rfind('\n').unwrap() + 1;
        format!("{}:{}", text[..start].lines().count(), text[line_start..start].chars().count() + 1)
    };
    let path = report.to_str().unwrap();
    let said = |arguments: &[&str]| text_of(run(arguments, &[("LANG", "lt_LT.UTF-8")]).stdout);
    let lines: Vec<_> = said(&["check", path, "--spelling", "--format=short"])
        .lines()
        .filter(|line| line.ends_with("[spelling]"))
        .map(str::to_owned)
        .collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    for (line, words, suggestion) in
        [(&lines[0], "Vertę ir pokytj", "pokytį"), (&lines[1], "title: Susisiekiye", "Susisiekite")]
    {
        assert!(line.starts_with(&format!("{path}:{}: įspėjimas: ", place(words))), "{line}");
        let word = words.rsplit(' ').next().unwrap();
        assert!(
            line.contains(&format!("„{word}“"))
                && said(&["check", path, "--spelling", "--format=json"]).contains(suggestion),
            "{line}"
        );
    }
    assert!(!said(&["check", path, "--format=short"]).contains("[spelling]"), "only when it is asked for");
}

#[test]
fn the_real_report_has_no_misspelled_words() {
    let output = run(&["check", "data/2023.yaml", "--spelling", "--format=short"], &[]);
    assert!(!text(&output.stdout).contains("[spelling]"), "{}", text(&output.stdout));
}

/// The text is not changed, and advice does not prevent building the report.
#[test]
fn the_real_report_gets_advice_on_usage() {
    let output = run(&["check", "data/2023.yaml", "--spelling", "--format=short", "--lang=lt"], &[]);
    assert!(output.status.success());
    let advice: Vec<_> =
        text(&output.stdout).lines().filter(|line| line.ends_with("[usage-advice]")).collect();
    assert_eq!(advice.len(), 3, "{advice:?}");
    for (line, words) in advice.iter().zip(["„apjungiant“", "„pilnai“", "„VŠĮ“"]) {
        assert!(line.contains(": pastaba: ") && line.contains(words), "{line}");
    }
    let without = run(&["check", "data/2023.yaml", "--format=short"], &[]);
    assert!(!text(&without.stdout).contains("[usage-advice]"), "only when it is asked for");
}

#[test]
fn the_language_follows_the_environment_or_the_option() {
    let lithuanian = [("LANG", "lt_LT.UTF-8")];
    let said = |arguments: &[&str], environment| text(&run(arguments, environment).stderr).to_owned();
    assert!(said(&["check", WRONG], &lithuanian).starts_with("klaida"));
    assert!(said(&["check", WRONG, "--lang", "en"], &lithuanian).starts_with("error"));
    assert!(said(&["--lang=lt", "check", WRONG], &[]).starts_with("klaida"));
    let help = run(&["check", "--help"], &lithuanian);
    assert!(text(&help.stdout).contains("Naudojimas: ataskaita check"), "{}", text(&help.stdout));
    for english in ["Usage", "Options", "Print", "default", "possible"] {
        assert!(!text(&help.stdout).contains(english), "{english}: {}", text(&help.stdout));
    }
    assert!(text(&run(&["check", "--help"], &[]).stdout).contains("Usage: ataskaita check"));
}

#[test]
fn colours_follow_the_option() {
    let escapes = |arguments: &[&str]| text(&run(arguments, &[]).stderr).contains('\u{1b}');
    assert!(escapes(&["check", WRONG, "--color", "always", "--lang", "lt"]));
    assert!(!escapes(&["check", WRONG]));
}

#[test]
fn the_schema_is_printed() {
    let output = run(&["schema"], &[]);
    assert_eq!(text(&output.stdout), std::fs::read_to_string("data/report.schema.json").unwrap());
}

#[test]
fn usage_errors_are_translated() {
    for (arguments, said) in [
        (&["build", RIGHT, WRONG, "-o", "-"][..], "kelių ataskaitų negalima"),
        (&["build", RIGHT, "-o", "-"], "kelių PDF negalima"),
        (&["build", RIGHT, WRONG, "-o", "a.pdf"], "į vieną failą a.pdf"),
        (&["build", RIGHT, WRONG], "į tą patį failą"),
    ] {
        let output = run(arguments, &[("LANG", "lt_LT.UTF-8")]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let stderr = text(&output.stderr);
        assert!(stderr.starts_with("klaida[usage]: ") && stderr.contains(said), "{stderr}");
    }
    let epoch = run(&["build", RIGHT], &[("LANG", "lt"), ("SOURCE_DATE_EPOCH", "vakar")]);
    assert!(text(&epoch.stderr).starts_with("klaida[source-date-epoch]: "), "{}", text(&epoch.stderr));
}

#[test]
fn build_runs_the_checks_first() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pdf");
    let output = run(&["build", WRONG, "-o", target.to_str().unwrap()], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("error[members-total]"));
    assert!(!target.exists());
}

/// Warnings and notes would hide the errors that stopped the build; the last line sums up.
#[test]
fn a_failed_build_shows_only_errors_and_then_that_no_pdf_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();
    let said = |arguments: &[&str]| {
        let output = run(&[&["build", "-o", &format!("{folder}/")], arguments].concat(), &[]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
        text_of(output.stderr)
    };
    let check = text_of(run(&["check", WRONG], &[]).stderr);
    assert!(check.contains("\nwarning[") && check.contains("\nnote["), "{check}");
    let one = said(&[WRONG]);
    assert!(
        one.starts_with("error[members-total]: ") && one.ends_with("\n\nno PDF was made: 1 error\n"),
        "{one}"
    );
    assert!(!one.contains("warning") && !one.contains("note["), "{one}");
    // Reports of the same name would be written to the same file.
    let other = tempfile::tempdir().unwrap();
    let other = other.path().join("other.yaml");
    std::fs::copy("tests/cases/twenty-mistakes/report.yaml", &other).unwrap();
    let several = said(&[WRONG, other.to_str().unwrap(), "--lang", "lt"]);
    assert_eq!(several.matches("neparengt").count(), 1, "{several}");
    let errors = several.matches("klaida[").count();
    let last = several.lines().last().unwrap();
    assert!(last.starts_with(&format!("2 ataskaitų PDF neparengti: {errors} klaid")), "{last}");
    assert!(!several.contains("įspėjimas["), "{several}");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0, "nothing is written");
}

/// For a text that is not in Lithuanian, a limited number of words is listed, followed by the number of the others.
#[test]
fn the_number_of_misspelled_words_is_limited() {
    let letters = ['ž', 'b', 'č', 'd', 'f', 'g', 'k', 'p', 'r', 'š'];
    let word =
        |number: usize| number.to_string().chars().map(|c| letters[c as usize - '0' as usize]).collect();
    let words: Vec<String> = (10_000..12_000).map(word).collect();
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report.yaml");
    let text = crate::REPORT.replace("vision: |\n", &format!("vision: |\n  {}\n", words.join(" ")));
    std::fs::write(&report, text).unwrap();
    let output = run(&["check", report.to_str().unwrap(), "--spelling", "--format=short"], &[]);
    let lines: Vec<_> = text_of(output.stdout)
        .lines()
        .filter(|line| line.ends_with("[spelling]"))
        .map(str::to_owned)
        .collect();
    assert_eq!(lines.len(), 501);
    let more = lines.iter().find(|line| line.contains("1 500 more words")).unwrap();
    assert!(more.starts_with(report.to_str().unwrap()), "{more}");
}
