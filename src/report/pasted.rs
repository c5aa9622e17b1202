//! From what people type and paste to what `CommonMark` reads, and marks that are only text to it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Marks with which word processors begin the items of a list, each followed by a space or a tab.
const BULLETS: &str = "[•‣◦▪●○∙·➢➤\u{f0b7}\u{f0a7}]";

/// Rewrites a text so that lists pasted from a word processor are lists of `CommonMark`, and so that what
/// `CommonMark` would drop or misread stays as it was typed:
///
/// - lines that begin with `•` and its like are items; so are two or more in a row that begin with a dash, and one
///   after a colon;
/// - a number with a full stop at the start of a line begins an item only as `0` or `1`, or next to its
///   neighbours: „2023. Metai“ is text;
/// - definitions of links, which `CommonMark` does not print, are text;
/// - white space at the end of a line means nothing.
pub(super) fn to_common_mark(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let numbers = stray_numbers(&lines);
    let dashes = dash_items(&lines);
    let mut rewritten = String::with_capacity(text.len() + 16);
    for (index, line) in lines.iter().enumerate() {
        let line = if dashes.contains(&index) { as_item(line, &DASH) } else { as_item(line, &BULLET) };
        let line = if numbers.contains(&index) { escape_number(&line) } else { line };
        if line.trim_start().starts_with("[^") {
            // The text of a footnote is not run together with that of another.
            rewritten.push('\n');
        }
        rewritten.push_str(&line.replace("]:", "]\\:"));
        rewritten.push('\n');
    }
    rewritten
}

/// What [`to_common_mark`] made of a piece of text, as it was typed.
pub(super) fn as_typed(text: &str) -> String {
    text.replace("]\\:", "]:")
}

/// Marks of footnotes, which are text to `CommonMark`, each once.
pub(super) fn footnotes(text: &str) -> BTreeSet<&str> {
    static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[\^[^\]\s]+\]").ok());
    MARK.iter().flat_map(|mark| mark.find_iter(text)).map(|mark| mark.as_str()).collect()
}

/// The first bullet inside a line, with the word after it: a list whose lines YAML has joined, or that was typed
/// on one line.
pub(super) fn run_together(text: &str) -> Option<&str> {
    static MARK: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\S[ \t\u{a0}]+(•[ \t\u{a0}]+\S+)").ok());
    Some(MARK.as_ref()?.captures(text)?.get(1)?.as_str())
}

static BULLET: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^(\s*){BULLETS}[\s\u{{a0}}]+(\S.*)$")).ok());
static DASH: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(\s*)[–—][\s\u{a0}]+(\S.*)$").ok());
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(\s*(?:>\s*)*)([0-9]{1,9})([.)])(\s+\S.*)$").ok());

fn as_item(line: &str, mark: &LazyLock<Option<Regex>>) -> String {
    match mark.as_ref() {
        Some(mark) => mark.replace(line, "$1- $2").into_owned(),
        None => line.to_owned(),
    }
}

fn escape_number(line: &str) -> String {
    match NUMBER.as_ref() {
        Some(number) => number
            .replace(line, |found: &Captures<'_>| {
                format!("{}{}\\{}{}", &found[1], &found[2], &found[3], &found[4])
            })
            .into_owned(),
        None => line.to_owned(),
    }
}

/// The lines that begin with a dash and are items of a list: a single one may be a sentence.
fn dash_items(lines: &[&str]) -> Vec<usize> {
    let Some(dash) = DASH.as_ref() else { return Vec::new() };
    let mut items: Vec<usize> = Vec::new();
    // The items of the list that is going on, and whether something that leads to a list stands before them.
    let mut run: Vec<usize> = Vec::new();
    let mut introduced = false;
    let mut last_text = "";
    for (index, line) in lines.iter().enumerate() {
        if dash.is_match(line) {
            if run.is_empty() {
                introduced = last_text.ends_with(':');
            }
            run.push(index);
        } else if line.is_empty() || (!run.is_empty() && line.starts_with(char::is_whitespace)) {
            // A blank line, or an item that goes on.
        } else if run.last().is_none_or(|last| last + 1 != index)
            || lines.get(index - 1).is_some_and(|line| line.is_empty())
        {
            finish(&mut run, introduced, &mut items);
        }
        if !line.is_empty() {
            last_text = line;
        }
    }
    finish(&mut run, introduced, &mut items);
    items
}

fn finish(run: &mut Vec<usize>, introduced: bool, items: &mut Vec<usize>) {
    if run.len() > 1 || introduced {
        items.append(run);
    }
    run.clear();
}

/// The lines that begin with a number that begins no item.
fn stray_numbers(lines: &[&str]) -> Vec<usize> {
    let Some(pattern) = NUMBER.as_ref() else { return Vec::new() };
    let numbered: Vec<(usize, u32, String)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let found = pattern.captures(line)?;
            Some((index, found[2].parse().ok()?, format!("{}{}", found[1].len(), &found[3])))
        })
        .collect();
    let mut stray = Vec::new();
    // The last number of each kind: of the same indentation, with the same sign after it.
    let mut last: Option<(u32, &str)> = None;
    for (at, (index, number, kind)) in numbered.iter().enumerate() {
        let follows = last.is_some_and(|(before, of)| {
            of == kind && (before == *number || before.checked_add(1) == Some(*number))
        });
        let leads = numbered
            .get(at + 1)
            .is_some_and(|(_, next, of)| of == kind && number.checked_add(1) == Some(*next));
        if *number <= 1 || follows || leads {
            last = Some((*number, kind));
        } else {
            stray.push(*index);
        }
    }
    stray
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_word_processors_begin_items() {
        assert_eq!(
            to_common_mark("Tikslai:\n•\tpirmas\n·  antras\n◦ trečias"),
            "Tikslai:\n- pirmas\n- antras\n- trečias\n"
        );
        assert_eq!(to_common_mark("– vienas\n– du"), "- vienas\n- du\n");
        assert_eq!(to_common_mark("– vienas\n\n– du\n  ir pusė"), "- vienas\n\n- du\n  ir pusė\n");
        assert_eq!(to_common_mark("Padarėme:\n– viską"), "Padarėme:\n- viską\n");
    }

    #[test]
    fn dashes_of_sentences_stay() {
        for text in ["Klasteris\n– tinklas\nir žmonės", "– Ačiū! – tarė ji.", "2022\n–\n2023"] {
            assert_eq!(to_common_mark(text), format!("{text}\n"));
        }
    }

    #[test]
    fn a_year_with_a_full_stop_begins_no_list() {
        assert_eq!(to_common_mark("2023. metai"), "2023\\. metai\n");
        assert_eq!(to_common_mark("12. gegužės\n1. a\n2. b\n5. c"), "12\\. gegužės\n1. a\n2. b\n5\\. c\n");
        assert_eq!(to_common_mark("3) c\n4) d"), "3) c\n4) d\n");
        assert_eq!(to_common_mark("1. a\n1. b"), "1. a\n1. b\n");
    }
}
