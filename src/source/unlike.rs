//! Files that are not a report in form: running text, a table, a web page.

use super::expected::{self, Expected, Shape, in_flow};
use super::keys;
use crate::diagnostic::{Edit, Suggestion};
use crate::report::schema;

/// The key of the text that a report begins with.
const ABOUT: &str = "about";
/// The indentation of a text relative to its key.
const STEP: &str = "  ";

/// The number of lines among which a key is looked for.
const MAX_LINES: usize = 2_000;

/// Whether there are words in a text, but no line begins with something like a key of a report.
pub(super) fn is_unlike(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && !has_keys(text)
}

fn has_keys(text: &str) -> bool {
    text.lines().take(MAX_LINES).any(|line| {
        let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = words.find([':', '：', '=', '"', '“', '–']).unwrap_or_default();
        let word = words.get(..end).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
        let lower = word.to_lowercase();
        !word.is_empty()
            && (expected::is_section(&lower) || is_like_section(&lower) || keys::is_lithuanian(word))
    })
}

fn is_like_section(word: &str) -> bool {
    let sections = schema::json().get("properties").and_then(|sections| sections.as_object());
    expected::nearest(word, sections.into_iter().flatten().map(|(key, _)| key.as_str())).is_some()
}

/// The smallest report around a text, which becomes the part about the organisation; with a sample of it, if the text is
/// empty.
pub(super) fn whole_report(text: &str) -> Suggestion {
    let root = schema::json();
    let Shape::Mapping { properties, required } = Expected::of(root, root).shape else {
        return Suggestion { text: String::new(), is_meant: false, edits: Vec::new() };
    };
    let is_empty = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    let part = |key: &&str| {
        let sample = properties.get(*key).map(|schema| in_flow(&Expected::of(root, schema).sample(root)));
        match expected::entry(key) {
            Some(entry) if key == &"finance" => in_lines(&entry),
            Some(entry) => entry,
            None => format!("{key}: {}", sample.unwrap_or_default()),
        }
    };
    let parts = |keys: &[&'static str]| keys.iter().map(part).map(|part| part + "\n").collect::<String>();
    if is_empty {
        let shown = parts(&required);
        let edit = Edit::new(text.len()..text.len(), format!("\n{shown}"));
        return Suggestion { text: shown.trim_end().to_owned(), is_meant: false, edits: vec![edit] };
    }
    let place = required.iter().position(|key| *key == ABOUT).unwrap_or_default();
    let (before, after) = required.split_at(place);
    let (before, after) = (parts(before), parts(after.get(1..).unwrap_or_default()));
    let mut edits = vec![Edit::new(0..0, format!("{before}{ABOUT}: |\n"))];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
        if !line.trim().is_empty() {
            edits.push(Edit::new(at..at + blank, STEP));
        }
        at += line.len();
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let line_end = if text.ends_with('\n') { "" } else { "\n" };
    edits.push(Edit::new(at..at, format!("{line_end}{after}")));
    let gap = if text.trim().lines().count() > 1 { "  …\n" } else { "" };
    let first: String = first.trim().chars().take(80).collect();
    let shown = format!("{before}{ABOUT}: |\n{STEP}{first}\n{gap}{after}");
    Suggestion { text: shown.trim_end().to_owned(), is_meant: false, edits }
}

/// A section whose values are in braces, with each of its keys on a line.
fn in_lines(entry: &str) -> String {
    entry
        .replacen("{ ", "", 1)
        .replace(", income:", "\n  income:")
        .replace(", expenses:", "\n  expenses:")
        .trim_end_matches(" }")
        .to_owned()
}
