//! The schema accepts what the program accepts.

use std::collections::BTreeSet;
use std::fs;

use ataskaita::diagnostic::problem::Problem;
use ataskaita::report::schema;
use ataskaita::report::{AmountError, NumberError, ValueError};
use ataskaita::source::Source;
use jsonschema::Validator;

use crate::{REPORT, updating};

pub(crate) fn validator() -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema::json()).unwrap()
}

/// Whether the program and the schema agree on a text; `None` if the YAML cannot be represented in JSON.
pub(crate) fn agree(validator: &Validator, text: &str) -> Option<Result<(), String>> {
    let value: serde_json::Value = serde_yaml::from_str(text).ok()?;
    let valid = validator.is_valid(&value);
    let report = Source::new("a.yaml", ".", text).report();
    // A schema only applies to values.
    if report.as_ref().is_err_and(|found| {
        found.iter().any(|diagnostic| matches!(*diagnostic.problem, Problem::YamlSyntax(_)))
    }) {
        return None;
    }
    let beyond_schemas = |problem: &Problem| {
        matches!(
            problem,
            // JSON has unique keys and no comments.
            Problem::DuplicateKey { .. }
                | Problem::CommentInText { .. }
                | Problem::Value(
                    ValueError::Prose(_)
                        | ValueError::DateSpan(_)
                        | ValueError::ImagePath(_)
                        | ValueError::Amount(AmountError(
                            NumberError::TooFine { .. } | NumberError::Ambiguous { .. }
                        ))
                )
        )
    };
    let accepted = match &report {
        Ok(_) => true,
        // The schema cannot express the rest; the module `schema` lists it.
        Err(found) => found.iter().all(|diagnostic| beyond_schemas(&diagnostic.problem)) && valid,
    };
    Some(if accepted == valid {
        Ok(())
    } else {
        let said = validator.iter_errors(&value).map(|error| error.to_string()).collect::<Vec<_>>();
        let found = report.err().unwrap_or_default();
        let found: Vec<_> = found.iter().map(|one| (one.code(), one.pointer.clone())).collect();
        Err(format!("the schema says {said:?}, the program {found:?}, of\n{text}"))
    })
}

#[test]
fn the_schema_file_is_up_to_date() {
    let path = "data/report.schema.json";
    if updating() {
        fs::write(path, schema::text()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), schema::text(), "UPDATE_CASES=1 writes it anew");
    assert_eq!(
        REPORT.lines().next(),
        Some("# yaml-language-server: $schema=report.schema.json"),
        "an editor finds it by the first line of the report"
    );
}

#[test]
fn the_schema_agrees_on_valid_and_invalid_reports() {
    let validator = validator();
    let mut judged = 0;
    for entry in fs::read_dir("tests/cases").unwrap() {
        let path = entry.unwrap().path().join("report.yaml");
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if let Some(result) = agree(&validator, &text) {
            judged += 1;
            result.unwrap_or_else(|difference| panic!("{}: {difference}", path.display()));
        }
    }
    assert!(judged > 40, "{judged}");
}

/// Replaces each value of the report with valid and invalid ones.
#[test]
fn the_schema_agrees_on_all_forms_of_values() {
    let validator = validator();
    let places = [
        ("year: 2023\n", "year", "2023 1900 2100 1899 2101 \"2023\" ~ true 2023.5 -1 []"),
        (
            "year: 2023\n",
            "published",
            "2024-03-29 2024-02-29 2023-02-29 2024-13-01 24-03-29 0000-01-01 ~ 2024 \"\"",
        ),
        ("mission: Sumani", "mission", "žodis \"\" ~ 5 true [a] {text:\u{a0}x} \"\u{a0}\" \"2023\""),
        (
            "  email: info@lsik.lt\n",
            "  email",
            "a@b.lt a@b a.b.lt a@@b.lt ~ 5 \"a\u{a0}b@c.lt\" ą@b.lt a@b..lt",
        ),
        (
            "  website: www.lsik.lt\n",
            "  website",
            "lsik.lt lsik https://lsik.lt/a?b#c ftp://lsik.lt lsik.lt:80 lsik.lt:80000 HTTP://A.LT a.1 šaltinis.lt \"a\u{a0}b.lt\" lsik..lt .lt a@b.lt ~ 5",
        ),
        (
            "  phone: +370 615 96795\n",
            "  phone",
            "112 12 +37061596795 \"+370\u{a0}615\u{a0}96795\" (8-5)2123456 1234567890123456 -370615 abc ~ true 3.5 [1] \"+\"",
        ),
        ("  address: Augustijonų", "  address", "Vilnius 5 ~ \"\" \"5\""),
        ("  currency: EUR\n", "  currency", "USD eur EURO EU1 ~ 5"),
        ("  total: 25\n", "  total", "0 1000000 1000001 -1 \"5\" 5.5 ~ x"),
        ("  total: 25\n", "  previous", "0 ~ -1 x"),
        (
            "  total: 25\n",
            "  list",
            "[] ~ [{name:\u{a0}x}] [{}] [{name:\u{a0}x,code:\u{a0}123456789}] [{name:\u{a0}x,code:\u{a0}\"12345678\"}] [{name:\u{a0}x,code:\u{a0}012345678}] {} x",
        ),
        (
            "contact:\n",
            "theme",
            "~ {primary:\u{a0}{screen:\u{a0}\"#0b5563\"}} {primary:\u{a0}{screen:\u{a0}\"#0b556\"}} {primary:\u{a0}{screen:\u{a0}\"#0B5563\",print:\u{a0}[0,0,0,100]}} {primary:\u{a0}{screen:\u{a0}\"#0b5563\",print:\u{a0}[0,0,0,101]}} {primary:\u{a0}{screen:\u{a0}\"#0b5563\",print:\u{a0}[0,0,0]}} {primary:\u{a0}{screen:\u{a0}\"#0b5563\",print:\u{a0}[0,0,0,0,0]}} {primary:\u{a0}{screen:\u{a0}\"#0b5563\",print:\u{a0}~}} {}",
        ),
        (
            "contact:\n",
            "plans",
            "~ {} {goals:\u{a0}[a]} {goals:\u{a0}~} {goals:\u{a0}a} {works:\u{a0}[~]} {x:\u{a0}1}",
        ),
        ("spelling: [", "spelling", "~ [] [MTEP] [5] [~] MTEP"),
        (
            "contact:\n",
            "sections",
            "~ [] [{title:\u{a0}a,after:\u{a0}about,body:\u{a0}b}] [{title:\u{a0}a,after:\u{a0}contact,body:\u{a0}b}] [{title:\u{a0}a,after:\u{a0}~,body:\u{a0}b}] [{title:\u{a0}a,after:\u{a0}plans,body:\u{a0}b,image:\u{a0}{file:\u{a0}a/b.png,alt:\u{a0}c}}] [{title:\u{a0}a,after:\u{a0}plans,body:\u{a0}b,image:\u{a0}{file:\u{a0}/a.png,alt:\u{a0}c}}] [{title:\u{a0}a,after:\u{a0}plans,body:\u{a0}b,image:\u{a0}{file:\u{a0}../a.png,alt:\u{a0}c}}] [{title:\u{a0}a,after:\u{a0}plans,body:\u{a0}b,image:\u{a0}{file:\u{a0}a.png}}]",
        ),
        (
            "expenses:\n",
            "other_amount",
            "0 -5 7217 0.1 0.12 1e3 \"7217\" \"7\u{a0}217\" ~ 999999999999.99 1000000000000 \"\" true",
        ),
    ];
    let mut different = Vec::new();
    for (anchor, key, forms) in places {
        assert!(REPORT.contains(anchor), "{anchor}");
        for form in forms.split(' ') {
            // A no-break space represents a space within a value.
            let form = form.replace('\u{a0}', " ");
            let own_line = anchor.ends_with('\n');
            let text = if key == "other_amount" {
                REPORT.replace("amount: 21127", &format!("amount: {form}"))
            } else if own_line && anchor.trim_start().starts_with(&format!("{}:", key.trim_start())) {
                REPORT.replace(anchor, &format!("{key}: {form}\n"))
            } else if own_line {
                REPORT.replace(anchor, &format!("{key}: {form}\n{anchor}"))
            } else {
                let line = REPORT.lines().find(|line| line.starts_with(anchor)).unwrap();
                REPORT.replace(line, &format!("{key}: {form}"))
            };
            // YAML allows exponents in numbers, the program does not.
            if key == "other_amount" && form == "1e3" {
                continue;
            }
            match agree(&validator, &text) {
                Some(Ok(())) => {}
                Some(Err(difference)) => {
                    let said = difference.split(", of\n").next().unwrap_or_default();
                    different.push(format!("{key}: {form}: {said}"));
                }
                None => different.push(format!("{key}: {form} is no YAML")),
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// Every example in the schema is valid in its place.
#[test]
fn every_example_in_the_schema_is_valid() {
    fn walk(schema: &serde_json::Value, place: &str, count: &mut usize) {
        let examples = schema.get("examples").and_then(serde_json::Value::as_array).into_iter().flatten();
        for example in examples {
            let mut alone = schema.clone();
            alone["$defs"] = schema::json()["$defs"].clone();
            let validator =
                jsonschema::draft202012::options().should_validate_formats(true).build(&alone).unwrap();
            assert!(validator.is_valid(example), "{place}: {example}");
            *count += 1;
        }
        match schema {
            serde_json::Value::Object(entries) => {
                for (key, value) in entries.iter().filter(|(key, _)| *key != "examples") {
                    walk(value, &format!("{place}/{key}"), count);
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, place, count)),
            _ => {}
        }
    }
    let mut count = 0;
    walk(schema::json(), "", &mut count);
    assert!(count > 50, "{count}");
}

/// The blocks of code in a language of a Markdown file.
fn blocks<'a>(markdown: &'a str, language: &str) -> Vec<&'a str> {
    let opening = format!("```{language}\n");
    let starts = markdown.match_indices(&opening).map(|(at, _)| at + opening.len());
    starts.map(|start| markdown[start..].split("```").next().unwrap()).collect()
}

/// The README shows the whole format, with … for texts. Every key in it exists at that place.
#[test]
fn the_documents_show_valid_data() {
    let documents = ["README.md", "templates/README.md", "data/profiles/README.md", "CHANGELOG.md"];
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let all: Vec<(&str, String)> = documents.into_iter().map(|path| (path, read(path))).collect();
    let shown: Vec<(&str, &str)> = all
        .iter()
        .flat_map(|(path, text)| blocks(text, "yaml").into_iter().map(move |block| (*path, block)))
        .collect();
    assert!(shown.iter().any(|(path, _)| *path == "README.md"), "the README shows the format");
    for (path, block) in shown {
        let reading = ataskaita::source::Source::new(path, ".", block).reading().mistakes.clone();
        // Values other than texts are written out, so only a code given as … is invalid.
        let wrong: Vec<_> = reading.iter().filter(|one| one.code() != "invalid-code").map(said).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:#?}");
    }
    // A block of YAML under another name would not be checked.
    for (path, text) in &all {
        assert!(blocks(text, "yml").is_empty() && blocks(text, "YAML").is_empty(), "{path}");
    }
}

fn said(diagnostic: &ataskaita::Diagnostic) -> String {
    diagnostic.message(ataskaita::diagnostic::messages::Language::English)
}

/// The README lists every key of the format.
#[test]
fn the_readme_names_every_key() {
    let readme = include_str!("../../README.md");
    let format = blocks(readme, "yaml").concat();
    let definitions = schema::json()["$defs"].as_object().unwrap();
    let keys: BTreeSet<&str> = definitions
        .values()
        .chain([schema::json()])
        .filter_map(|schema| schema["properties"].as_object())
        .flat_map(|properties| properties.keys().map(String::as_str))
        .collect();
    // `title` is described below the block, and `many` is needed for fractions only.
    let unnamed: Vec<_> =
        keys.into_iter().filter(|key| !format.contains(&format!("{key}:")) && *key != "many").collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
