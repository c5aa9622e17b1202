//! Random changes to the real report: findings point into the file, and there is an error whenever the report is
//! invalid.

use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::{Severity, any_error};
use ataskaita::report::Report;
use ataskaita::rules;
use ataskaita::source::Source;
use codespan_reporting::term::termcolor::NoColor;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_yaml::Value;

use crate::schema::{agree, validator};
use crate::{REPORT, findings};

/// Deterministic: the same reports on every run.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Asserts the invariants of the findings in any file.
fn is_answered(text: &str) {
    let source = Source::new("a.yaml", "data", text);
    let found = findings(&source, false);
    for diagnostic in &found {
        for place in &diagnostic.places {
            let Some(range) = place.text_range() else { continue };
            let words = place.file.text.get(range.clone());
            assert!(words.is_some(), "{}: {range:?} is no place in the file", diagnostic.code());
        }
        for language in [Language::Lithuanian, Language::English] {
            diagnostic.emit(&mut NoColor::new(Vec::new()), language).unwrap();
        }
    }
    let by_the_rules = |report: &Report| {
        rules::check(report).iter().all(|finding| finding.problem.severity() == Severity::Warning)
    };
    match source.report() {
        Err(_) => assert!(any_error(&found), "an error that nobody pointed out"),
        // Characters missing from all fonts are an error, but are not checked by these rules.
        Ok(report) => assert!(
            any_error(&found) != by_the_rules(&report)
                || found.iter().any(|one| one.code() == "unsupported-character"),
            "{:?}",
            found.iter().map(ataskaita::Diagnostic::code).collect::<Vec<_>>()
        ),
    }
}

/// Text that a typing mistake or a faulty program may insert anywhere.
const SCRAPS: [&str; 28] = [
    "", "", "", "\"", "'", ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", "#", "&a ", "*a", "!x ",
    "|", ">", "%", "@", "~", "\u{0}", "\u{feff}", "\u{fffd}", "ą",
];

#[test]
fn broken_by_bytes() {
    let edits = prop::collection::vec((any::<Index>(), 0..12_usize, prop::sample::select(&SCRAPS[..])), 1..6);
    runner(400)
        .run(&edits, |edits| {
            let mut text = REPORT.to_owned();
            for (place, length, scrap) in edits {
                let start = text.floor_char_boundary(place.index(text.len().max(1)));
                let end = text.ceil_char_boundary((start + length).min(text.len()));
                text.replace_range(start..end, scrap);
            }
            is_answered(&text);
            Ok(())
        })
        .unwrap();
}

/// A change to one value of the tree.
#[derive(Debug, Clone)]
enum Change {
    Remove,
    Rename(&'static str),
    Replace(Value),
    Repeat,
}

fn changes() -> impl Strategy<Value = Change> {
    let text = |text: &str| Value::String(text.to_owned());
    let values = vec![
        Value::Null,
        Value::Bool(true),
        Value::from(5),
        Value::from(-5),
        Value::from(2.5),
        Value::from(u64::MAX),
        text(""),
        text("žodis"),
        text("2023-02-30"),
        text("a: b"),
        Value::Sequence(Vec::new()),
        Value::Sequence(vec![Value::Null]),
        Value::Mapping(serde_yaml::Mapping::new()),
    ];
    prop_oneof![
        Just(Change::Remove),
        prop::sample::select(vec!["x", "titel", "text", "5", "ė"]).prop_map(Change::Rename),
        prop::sample::select(values).prop_map(Change::Replace),
        Just(Change::Repeat),
    ]
}

/// The path of every node of the tree, from the root.
fn places(value: &Value, here: &[usize], found: &mut Vec<Vec<usize>>) {
    let children: Vec<&Value> = match value {
        Value::Sequence(items) => items.iter().collect(),
        Value::Mapping(entries) => entries.values().collect(),
        _ => Vec::new(),
    };
    for (index, child) in children.into_iter().enumerate() {
        let mut path = here.to_vec();
        path.push(index);
        places(child, &path, found);
        found.push(path);
    }
}

fn change(value: &mut Value, path: &[usize], change_to: &Change) {
    let Some((index, rest)) = path.split_first() else { return };
    match value {
        Value::Sequence(items) if rest.is_empty() => match change_to {
            Change::Remove => drop(items.remove(*index)),
            Change::Replace(value) => items[*index] = value.clone(),
            Change::Repeat | Change::Rename(_) => items.push(items[*index].clone()),
        },
        Value::Sequence(items) => change(&mut items[*index], rest, change_to),
        Value::Mapping(entries) => {
            let (key, child) = entries.iter_mut().nth(*index).unwrap();
            if !rest.is_empty() {
                return change(child, rest, change_to);
            }
            let key = key.clone();
            match change_to {
                Change::Remove => drop(entries.remove(&key)),
                Change::Rename(name) => {
                    let value = entries.remove(&key).unwrap();
                    entries.insert(Value::String((*name).to_owned()), value);
                }
                Change::Replace(value) => drop(entries.insert(key, value.clone())),
                Change::Repeat => {
                    let value = entries.get(&key).unwrap().clone();
                    entries.insert(Value::String(format!("{}2", key.as_str().unwrap_or("x"))), value);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn broken_by_structure() {
    let validator = validator();
    let edits = prop::collection::vec((any::<Index>(), changes()), 1..5);
    runner(600)
        .run(&edits, |edits| {
            let mut tree: Value = serde_yaml::from_str(REPORT).unwrap();
            for (place, change_to) in edits {
                let mut paths = Vec::new();
                places(&tree, &[], &mut paths);
                change(&mut tree, &paths[place.index(paths.len())], &change_to);
            }
            let text = serde_yaml::to_string(&tree).unwrap();
            is_answered(&text);
            // The structural check finds everything that deserialization rejects.
            if let Err(found) = Source::new("a.yaml", ".", text.as_str()).report() {
                let codes: Vec<_> = found.iter().map(ataskaita::Diagnostic::code).collect();
                prop_assert!(!codes.contains(&"yaml-syntax"), "{codes:?} of\n{text}");
            }
            prop_assert!(matches!(agree(&validator, &text), Some(Ok(()))), "{:?}", agree(&validator, &text));
            Ok(())
        })
        .unwrap();
}
