//! Tests that both parsers read the same values from every text.

use std::cell::Cell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_yaml::Value as ReadValue;

use super::faults;
use super::text::YamlText;
use super::tree::{Node, Value};
use super::values::ScalarType;
use crate::report::is_dropped;

const REPORT: &str = include_str!("../../data/2023.yaml");

/// Pieces of YAML, and of what people write instead of YAML.
const SCRAPS: [&str; 121] = [
    "",
    "\"",
    "'",
    ":",
    ": ",
    ":\t",
    " :",
    "- ",
    "-",
    "\n",
    "\n ",
    "\n  ",
    "\n    ",
    "\t",
    "\n\t",
    " \t",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "#",
    " #",
    "&a ",
    "*a",
    "*a ",
    "!x ",
    "!!str ",
    "|",
    "|\n",
    "|2\n",
    "|-\n",
    ">",
    "> \n",
    ">+\n",
    "|1",
    "|9",
    "%",
    "@",
    "`",
    "~",
    "null",
    "\u{feff}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{200b}",
    "ą",
    "\\",
    "\\u2028",
    "\\n",
    "\\\n",
    "\\x",
    "\\x41",
    "\\ud800",
    "\\/",
    "? ",
    "?",
    "<<: ",
    "<<: *a",
    "---",
    "\n---\n",
    "\n...\n",
    "...",
    "\n--- ",
    "%YAML 1.2\n---\n",
    "\r",
    "\r\n",
    "\"\"",
    "''",
    "a: b",
    "a",
    "  ",
    " ",
    "true",
    "Yes",
    "0x1F",
    "0o7",
    "1e3",
    ".5",
    "+1",
    "08",
    "1_000",
    ".inf",
    ".nan",
    "=",
    "\u{a0}",
    "\u{3000}",
    "x:y",
    "\"a\nb\"",
    "'a\n\nb'",
    "\"a\\\n  b\"",
    "[a,\nb]",
    "{a: b,\n c}",
    "{a,b}",
    "[a: b]",
    "{\"a\":b}",
    "[\"a\":b]",
    "{a:b}",
    "{a: }",
    "{: a}",
    "[,]",
    "[a,]",
    "{a: [}",
    "- - a",
    "-\ta",
    "?\ta",
    "a:\n- b",
    "'it''s'",
    "'' # b",
    "\u{1f600}",
    "\u{fffe}",
    "\u{7}",
    "- a: b\n  c: d",
    "  b\n",
    " b\n",
    "\nb\n",
    "null ",
    "a: 1\n",
    "*a : b",
];

/// Lines with keys, and the sample report with scraps inserted.
fn texts() -> impl Strategy<Value = String> {
    let line = (
        select(&["a: ", "b: ", "- ", "  - ", "  c: ", "", "    ", "x: "][..]),
        vec(select(&SCRAPS[..]), 0..4),
    )
        .prop_map(|(start, scraps)| format!("{start}{}\n", scraps.concat()));
    let edits = vec((any::<Index>(), 0..4_usize, select(&SCRAPS[..])), 1..4);
    let broken = (any::<Index>(), 2..10_usize, edits).prop_map(|(first, count, edits)| {
        let lines: Vec<&str> = REPORT.lines().collect();
        let part = &lines[first.index(lines.len() - count)..][..count];
        // As a separate document.
        let indentation = part[0].len() - part[0].trim_start().len();
        let part: Vec<&str> =
            part.iter().map(|line| line.get(indentation..).unwrap_or(line.trim())).collect();
        edits.into_iter().fold(part.join("\n"), |mut text, (place, length, scrap)| {
            let start = text.floor_char_boundary(place.index(text.len().max(1)));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, scrap);
            text
        })
    });
    prop_oneof![
        vec(select(&SCRAPS[..]), 1..9).prop_map(|scraps| scraps.concat()),
        vec(line, 1..5).prop_map(|lines| lines.concat()),
        broken
    ]
}

/// Whether a node of the tree is equal to what `serde_yaml` read.
fn same(node: &Node, read: &ReadValue) -> bool {
    match (&node.value, read) {
        (Value::Scalar(scalar), read) => match ScalarType::of(scalar) {
            ScalarType::Null => read.is_null(),
            ScalarType::Bool => read.is_bool(),
            ScalarType::Integer(number) => {
                read.as_i64().map(i128::from).or(read.as_u64().map(i128::from)) == Some(number)
            }
            ScalarType::Number => {
                read.is_number()
                    && read.as_f64().map(f64::to_bits) == plain(&scalar.text).as_f64().map(f64::to_bits)
            }
            ScalarType::Text => read.as_str() == Some(&scalar.text),
        },
        (Value::List(nodes), ReadValue::Sequence(items)) => {
            nodes.len() == items.len() && nodes.iter().zip(items).all(|(node, read)| same(node, read))
        }
        (Value::Mapping(entries), ReadValue::Mapping(mapping)) => {
            entries.len() == mapping.len()
                && entries
                    .iter()
                    .zip(mapping)
                    .all(|((key, value), (read_key, read))| same(key, read_key) && same(value, read))
        }
        _ => false,
    }
}

fn plain(text: &str) -> ReadValue {
    serde_yaml::from_str(text).unwrap()
}

/// Whether the range of each node in the file contains its text.
fn has_correct_ranges(node: &Node, text: &YamlText, file: &str) -> bool {
    let in_place = |node: &Node| has_correct_ranges(node, text, file);
    match &node.value {
        Value::Scalar(scalar) => {
            let Some(written) = file.get(text.in_file(node.range.clone())) else { return false };
            let signs = |text: &str| {
                text.chars().filter(|c| !c.is_whitespace() && !is_dropped(*c)).collect::<String>()
            };
            // The range of a block ends with a line end, and may include its header and the comments after it.
            let is_block = text
                .as_str()
                .get(node.range.clone())
                .is_some_and(|text| text.trim_end_matches(' ').ends_with('\n'));
            if scalar.plain || (scalar.text.trim().is_empty() && node.range.is_empty()) {
                signs(written) == signs(&scalar.text)
            } else if is_block {
                signs(written).contains(&signs(&scalar.text))
            } else {
                written.len() > 1
                    && ['"', '\''].iter().any(|mark| written.starts_with(*mark) && written.ends_with(*mark))
            }
        }
        Value::List(nodes) => nodes.iter().all(in_place),
        Value::Mapping(entries) => entries.iter().all(|(key, value)| in_place(key) && in_place(value)),
    }
}

#[test]
fn both_parsers_read_the_same() {
    let config = Config { cases: 20_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (read, refused) = (Cell::new(0), Cell::new(0));
    let result = runner.run(&texts(), |file| {
        let (text, unreadable) = YamlText::new(&file);
        if !unreadable.is_empty() {
            return Ok(());
        }
        // A text without a tree is never read, and one that is not a mapping is never a report.
        let Ok(tree @ Node { value: Value::Mapping(_), .. }) = Node::parse(text.as_str()) else {
            refused.set(refused.get() + 1);
            return Ok(());
        };
        match serde_yaml::from_str::<ReadValue>(text.as_str()) {
            Ok(value) => {
                read.set(read.get() + 1);
                prop_assert!(same(&tree, &value), "{tree:?}\nis not\n{value:?}");
                prop_assert!(has_correct_ranges(&tree, &text, &file), "{tree:?}");
            }
            // If the tree allows a text and `serde_yaml` does not, the error has a position.
            Err(error) => {
                let (_, range) = faults::of_reader(text.as_str(), &error);
                prop_assert!(text.as_str().get(range).is_some(), "{error}");
            }
        }
        Ok(())
    });
    result.unwrap();
    assert!(
        read.get() > 1_000 && refused.get() > 1_000,
        "{} were read, {} refused",
        read.get(),
        refused.get()
    );
}
