//! Rewrites typed and pasted text as `CommonMark`, and finds markup that `CommonMark` does not recognise.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::patterns::{Pattern, patterns};

/// Rewrites a text so that lists pasted from a word processor become `CommonMark` lists, and text that
/// `CommonMark` would drop or misinterpret is kept as typed:
///
/// - lines that begin with `•` or a similar bullet are items; so are two or more lines in a row that begin with a
///   dash, and a single such line after a colon; the second level of Word, `o`, is a list in an
///   item if it follows such a line that does not end with a comma: before the conjunction „o“ there is always one;
/// - lines that begin with `a)`, `b)` and so on, if there are several, are paragraphs of their own;
/// - a number with a full stop at the start of a line begins an item only if it is `0` or `1`, or if it follows or
///   precedes a consecutive number: „2023. Metai“ is text, and so is a number with nothing after it;
/// - link definitions, which `CommonMark` does not print, are text;
/// - trailing white space is removed.
pub(super) fn to_common_mark(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let numbers = stray_numbers(&lines);
    let dashes = dash_items(&lines);
    let second_level = second_level_items(&lines);
    let has_lettered_items = lines.iter().filter(|line| LETTERED.is_match(line)).count() > 1;
    let mut rewritten = String::with_capacity(text.len() + 16);
    for (index, line) in lines.iter().enumerate() {
        let line = if dashes.contains(&index) { as_item(line, &DASH) } else { as_item(line, &BULLET) };
        let line = if second_level.contains(&index) { SECOND_LEVEL.replace(&line, "$1  - $2") } else { line };
        let is_alone = lines.get(index + 1).is_none_or(|next| !next.starts_with(char::is_whitespace));
        let line = if numbers.contains(&index) {
            escape_number(&line, &NUMBER)
        } else if is_alone {
            escape_number(&line, &BARE_NUMBER)
        } else {
            Cow::Borrowed(&*line)
        };
        // Keep footnote texts and lettered items in separate paragraphs.
        if line.trim_start().starts_with("[^") || (has_lettered_items && LETTERED.is_match(&line)) {
            rewritten.push('\n');
        }
        rewritten.push_str(&line.replace("]:", "]\\:"));
        rewritten.push('\n');
    }
    rewritten
}

/// Undoes the escaping of [`to_common_mark`].
pub(super) fn as_typed(text: &str) -> String {
    text.replace("]\\:", "]:")
}

/// The footnote markers in a text, which are text to `CommonMark`, each once.
pub(super) fn footnotes(text: &str) -> BTreeSet<&str> {
    FOOTNOTE.captures_iter(text).filter_map(|found| Some(found.get(0)?.as_str())).collect()
}

/// The marks of extensions of Markdown in a text, which are text to `CommonMark`: `~~struck~~`, and the boxes of tasks.
pub(super) fn extensions(text: &str) -> impl Iterator<Item = &str> {
    let found = STRUCK.captures_iter(text).chain(TASK.captures_iter(text));
    found.filter_map(|found| Some(found.get(1)?.as_str()))
}

/// The first bullet inside a line, with the word after it. It is a sign of a list whose lines YAML has joined, or that
/// was typed on one line.
pub(super) fn bullet_inside_line(text: &str) -> Option<&str> {
    Some(INNER_BULLET.captures(text)?.get(1)?.as_str())
}

patterns! {
    /// The mark of a footnote.
    FOOTNOTE = r"\[\^[^\]\s]+\]";
    /// A bullet inside a line, with the word after it.
    INNER_BULLET = r"\S[ \t\u{a0}]+(•[ \t\u{a0}]+\S+)";
    /// An item after a bullet of a word processor.
    BULLET = r"^(\s*)[•‣◦▪●○∙·➢➤\u{f0b7}\u{f0a7}][\s\u{a0}]+(\S.*)$";
    /// An item of the second level of a list in Word.
    SECOND_LEVEL = r"^(\s*)o[\s\u{a0}]+(\S.*)$";
    /// An item with a letter: `a) …`.
    LETTERED = r"^\s*[a-ząčęėįšųūž]\)[\s\u{a0}]+\S";
    /// Words that are struck through.
    STRUCK = r"(~~[^\s~](?:[^~\n]*[^\s~])?~~)";
    /// The box of a task, at the start of an item.
    TASK = r"(?m)^\s*(?:[-*+•–]|[0-9]+[.)])[ \t]+(\[[ xX]\])[ \t]";
    /// An item after a dash.
    DASH = r"^(\s*)[–—][\s\u{a0}]+(\S.*)$";
    /// A text after a number with a full stop or a bracket, in a quotation or not.
    NUMBER = r"^(\s*(?:>\s*)*)([0-9]{1,9})([.)])(\s+\S.*)$";
    /// Nothing after such a number.
    BARE_NUMBER = r"^(\s*(?:>\s*)*)([0-9]{1,9})([.)])()$";
}

fn as_item<'t>(line: &'t str, mark: &Pattern) -> Cow<'t, str> {
    mark.replace(line, "$1- $2")
}

fn escape_number<'t>(line: &'t str, number: &Pattern) -> Cow<'t, str> {
    number.replace(line, r"$1$2\$3$4")
}

/// The lines that begin with a dash and are list items. A single one may be an ordinary sentence.
fn dash_items(lines: &[&str]) -> Vec<usize> {
    let mut items: Vec<usize> = Vec::new();
    // The items of the current list, and whether a line that ends with a colon precedes them.
    let mut run: Vec<usize> = Vec::new();
    let mut introduced = false;
    let mut last_text = "";
    for (index, line) in lines.iter().enumerate() {
        if DASH.is_match(line) {
            if run.is_empty() {
                introduced = last_text.ends_with(':');
            }
            run.push(index);
        } else if line.is_empty() || (!run.is_empty() && line.starts_with(char::is_whitespace)) {
            // A blank line, or the continuation of an item.
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

/// The lines that begin with the second-level bullet of Word, `o`.
fn second_level_items(lines: &[&str]) -> BTreeSet<usize> {
    let mut items = BTreeSet::new();
    for (index, pair) in lines.windows(2).enumerate() {
        let [before, line] = pair else { continue };
        let follows_item = BULLET.is_match(before) || items.contains(&index);
        if follows_item && !before.ends_with(',') && SECOND_LEVEL.is_match(line) {
            items.insert(index + 1);
        }
    }
    items
}

fn finish(run: &mut Vec<usize>, introduced: bool, items: &mut Vec<usize>) {
    if run.len() > 1 || introduced {
        items.append(run);
    }
    run.clear();
}

/// The lines that begin with a number but are not list items.
fn stray_numbers(lines: &[&str]) -> Vec<usize> {
    let numbered: Vec<(usize, u32, String)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let found = NUMBER.captures(line)?;
            Some((index, found[2].parse().ok()?, format!("{}{}", found[1].len(), &found[3])))
        })
        .collect();
    let mut stray = Vec::new();
    // The last item number, and its kind: the indentation and the delimiter.
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
    fn word_processor_bullets_begin_items() {
        assert_eq!(
            to_common_mark("Tikslai:\n•\tpirmas\n·  antras\n◦ trečias"),
            "Tikslai:\n- pirmas\n- antras\n- trečias\n"
        );
        assert_eq!(to_common_mark("– vienas\n– du"), "- vienas\n- du\n");
        assert_eq!(to_common_mark("– vienas\n\n– du\n  ir pusė"), "- vienas\n\n- du\n  ir pusė\n");
        assert_eq!(to_common_mark("Padarėme:\n– viską"), "Padarėme:\n- viską\n");
        assert_eq!(to_common_mark("• pirmas\no jo dalis;\no kita"), "- pirmas\n  - jo dalis;\n  - kita\n");
        assert_eq!(to_common_mark("• pirmas,\no ne antras\no žodis"), "- pirmas,\no ne antras\no žodis\n");
        assert_eq!(to_common_mark("Vieni ėjo\no kiti ne"), "Vieni ėjo\no kiti ne\n");
    }

    #[test]
    fn lettered_items_are_paragraphs() {
        assert_eq!(
            to_common_mark("Tikslai:\na) pirmas;\nb) antras,\nilgas."),
            "Tikslai:\n\na) pirmas;\n\nb) antras,\nilgas.\n"
        );
        assert_eq!(to_common_mark("(punkto\na) dalis)"), "(punkto\na) dalis)\n");
    }

    #[test]
    fn dashes_in_sentences_are_kept() {
        for text in ["Klasteris\n– tinklas\nir žmonės", "– Ačiū! – tarė ji.", "2022\n–\n2023"] {
            assert_eq!(to_common_mark(text), format!("{text}\n"));
        }
    }

    #[test]
    fn a_year_with_a_full_stop_does_not_begin_a_list() {
        assert_eq!(to_common_mark("2023. metai"), "2023\\. metai\n");
        assert_eq!(to_common_mark("12. gegužės\n1. a\n2. b\n5. c"), "12\\. gegužės\n1. a\n2. b\n5\\. c\n");
        assert_eq!(to_common_mark("3) c\n4) d"), "3) c\n4) d\n");
        assert_eq!(to_common_mark("64.\n\n1)\ntekstas"), "64\\.\n\n1\\)\ntekstas\n");
        assert_eq!(to_common_mark("1.\n   a"), "1.\n   a\n");
        assert_eq!(to_common_mark("1. a\n1. b"), "1. a\n1. b\n");
    }
}
