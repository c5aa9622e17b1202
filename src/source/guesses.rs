//! Guesses at the intention behind a text that is not YAML.

use std::ops::Range;

use super::braces::{of_braces, values_after_keys};
use super::expected;
use super::guess::{Guess, edited, escape, is_dash, null, shown};
use super::item_keys;
use super::keys;
use super::line::Line;
use super::lost::comment;
use super::quoting::{closing_mark, quote, quoted};
use super::strays;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};

/// The number of lines above the reported one that may contain the mistake.
const LINES_BEFORE: usize = 2;

/// All guesses near a position, the most likely first.
pub(super) fn all(text: &str, at: &Range<usize>) -> Vec<Guess> {
    let first = Line::at(text, at.start);
    let mut lines = vec![first.clone()];
    let mut before = first.before(text);
    while let Some(line) = before.filter(|_| lines.len() <= LINES_BEFORE) {
        before = line.before(text);
        if !line.is_blank(text) {
            lines.push(line);
        }
    }
    let mut guesses = Vec::new();
    let above = indentations_above(text, &lines);
    let indentation = || of_indentation(text, &first, &above);
    // A key with an indentation that no line above has is more likely misplaced than part of the previous text.
    let is_key = first.key.clone().is_some_and(|key| text.get(key).is_some_and(keys::is_known));
    let is_at_margin = first.indentation() == 0;
    let is_misplaced = is_key && !is_at_margin && !above.contains(&first.indentation());
    guesses.extend(item_keys::first_left_out(text, &first));
    guesses.extend(item_keys::below_hyphen(text, &first));
    guesses.extend(block_text(text, &first));
    guesses.extend(strays::keys_above(text, &first));
    guesses.extend(strays::block_above(text, &first));
    if is_misplaced {
        guesses.extend(indentation());
    }
    for line in &lines {
        strays::of_line(text, line, &mut guesses);
        of_line(text, line, &mut guesses);
    }
    for line in &lines {
        of_value(text, line, at, &mut guesses);
    }
    if let Some(line) = strays::unclosed_above(text, &first) {
        of_value(text, &line, at, &mut guesses);
    }
    guesses.extend(strays::above(text, &first));
    if !is_misplaced {
        guesses.extend(indentation());
    }
    guesses.extend(lines.iter().filter_map(|line| strays::first_word(text, line)));
    guesses
}

/// Adds guesses at what is wrong with the value of a line, after its key or hyphen.
fn of_value(text: &str, line: &Line, at: &Range<usize>, guesses: &mut Vec<Guess>) {
    let Some(value) = text.get(line.value.clone()) else { return };
    let Some(first) = value.chars().next() else { return };
    let place = line.value.clone();
    let put_in_quotes = |guesses: &mut Vec<Guess>,
                         problem: Problem,
                         range: Range<usize>,
                         place: Range<usize>| {
        let whole = text.get(range.clone()).unwrap_or_default();
        let shown = shown(&quoted(whole));
        guesses.push(Guess { problem: Some(problem), place: Some(place), edits: quote(text, range), shown });
    };
    let whole = line.value_to_its_end(text);
    match first {
        _ if is_dash(value) => guesses.push(null(text, line.key.as_ref(), place)),
        '"' | '\'' => match closing_mark(value) {
            None => {
                guesses.extend(continuation(text, line, first));
                let end = line.value.end;
                guesses.push(Guess {
                    problem: Some(Problem::YamlSyntax(Syntax::Quote)),
                    place: Some(place),
                    edits: vec![Edit::new(end..end, first)],
                    shown: shown(&format!("{value}{first}")),
                });
            }
            Some(close) if value.get(close + 1..).is_some_and(|rest| rest.starts_with('#')) => {
                let at = line.value.start + close + 1;
                let space = [Edit::new(at..at, ' ')];
                guesses.push(Guess {
                    problem: Some(Problem::YamlSyntax(Syntax::Comment)),
                    place: Some(at..line.value.end),
                    shown: edited(value, line.value.start, &space),
                    edits: space.into(),
                });
            }
            Some(close) if matches!(value.get(close + 1..), Some("," | ";")) => {
                let rest = line.value.start + close + 1..line.value.end;
                guesses.push(Guess {
                    problem: Some(Problem::YamlSyntax(Syntax::CommaAfterQuote)),
                    place: Some(rest.clone()),
                    shown: shown(value.get(..=close).unwrap_or_default()),
                    edits: vec![Edit::new(rest, "")],
                });
            }
            Some(close) if close + 1 < value.len() => {
                let rest = line.value.start + close + 1..line.value.end;
                put_in_quotes(guesses, Problem::YamlSyntax(Syntax::AfterQuote), line.value.clone(), rest);
            }
            Some(_) if value.contains('\\') => guesses.push(escape(value, place)),
            Some(_) => {}
        },
        '{' | '[' => of_braces(text, line, at, guesses),
        '(' if value.ends_with(')') && values_after_keys(value) => {
            let (open, close) = (line.value.start, line.value.end - 1);
            let edits = vec![Edit::new(open..open + 1, "{"), Edit::new(close..close + 1, "}")];
            guesses.push(Guess {
                problem: Some(Problem::YamlSyntax(Syntax::Braces)),
                place: Some(place),
                shown: edited(value, open, &edits),
                edits,
            });
        }
        '-' if value.starts_with("- ") => {
            guesses.extend(item_beside_key(text, line, value));
            let sign = place.start..place.start + 1;
            put_in_quotes(guesses, Problem::YamlSyntax(Syntax::Character(first)), whole, sign);
        }
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | ',' | ']' | '}' | '#' | '?' => {
            let sign = place.start..place.start + first.len_utf8();
            put_in_quotes(guesses, Problem::YamlSyntax(Syntax::Character(first)), whole, sign);
        }
        _ => {
            guesses.extend(keys_in_line(text, line));
            if let Some(key) = own_key(text, line, value) {
                let (start, colon) = (line.value.start + key.end + 2, line.value.start + key.end);
                let colon = text.get(start..).and_then(|rest| rest.find(": ")).map_or(colon, |at| start + at);
                let rest = start..line.value_to_its_end(text).end;
                put_in_quotes(guesses, Problem::YamlSyntax(Syntax::Colon), rest, colon..colon + 1);
            }
            if let Some(colon) = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1)) {
                let colon = line.value.start + colon;
                put_in_quotes(guesses, Problem::YamlSyntax(Syntax::Colon), whole, colon..colon + 1);
            } else if let Some(hash) = text.get(whole.clone()).and_then(|value| value.find(" #")) {
                let hash = whole.start + hash + 1;
                let end = Line::at(text, hash).range.end;
                put_in_quotes(guesses, comment(text, hash..end), whole, hash..end);
            } else if whole.end > line.value.end {
                // The mistake is in a continuation line.
                put_in_quotes(guesses, Problem::YamlSyntax(Syntax::Colon), whole, at.clone());
            }
        }
    }
}

/// A text below its key in which a later line has a colon: with a vertical bar after the key, YAML reads it as it is.
fn block_text(text: &str, line: &Line) -> Option<Guess> {
    let colon = text.get(line.value.clone())?.find(": ")?;
    let mut above = line.before(text)?;
    while above.is_blank(text) || above.indentation() >= line.indentation() {
        above = above.before(text)?;
    }
    let key = above.key.clone().filter(|_| line.key.is_none() && above.value.is_empty())?;
    let name = text.get(key.clone())?;
    let first = above.after(text)?;
    (expected::takes_text(name) && !expected::takes_list(name)).then(|| Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Colon)),
        place: Some(line.value.start + colon..line.value.start + colon + 1),
        shown: format!("{name}: |\n{}", text.get(first.range.clone()).unwrap_or_default()),
        edits: vec![Edit::new(key.end..above.value.start, ": |")],
    })
}

/// The first item of a list, on the line of its key.
fn item_beside_key(text: &str, line: &Line, value: &str) -> Option<Guess> {
    let key = line.key.clone()?;
    if !expected::takes_list(text.get(key.clone())?) {
        return None;
    }
    let break_and_spaces = format!("\n{}", " ".repeat(key.start - line.range.start + 2));
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::ItemBesideKey)),
        place: Some(line.value.start..line.value.start + 1),
        shown: format!("{}:{break_and_spaces}{}", text.get(key.clone())?, shown(value)),
        edits: vec![Edit::new(key.end + 1..line.value.start, break_and_spaces)],
    })
}

/// Further keys on the line of a key, after a comma or a semicolon.
fn keys_in_line(text: &str, line: &Line) -> Option<Guess> {
    let key = line.key.clone()?;
    let value = text.get(line.value.clone())?;
    let indentation = " ".repeat(key.start - line.range.start);
    let mut edits = Vec::new();
    for (colon, _) in value.match_indices(": ") {
        let before = value.get(..colon)?;
        let name = before.rsplit(|c: char| !(c.is_ascii_lowercase() || c == '_')).next()?;
        let rest = before.get(..before.len() - name.len())?.trim_end();
        if keys::is_known(name) && rest.ends_with([',', ';']) {
            let start = line.value.start + rest.len() - 1;
            edits.push(Edit::new(start..line.value.start + colon - name.len(), format!("\n{indentation}")));
        }
    }
    let first = edits.first()?;
    let start = line.start..line.value.end;
    let moved = Edit::new(first.range.start - start.start..first.range.end - start.start, first.text.clone());
    let suggestion =
        crate::diagnostic::Suggestion { text: String::new(), is_meant: true, edits: vec![moved] };
    let blank = " ".repeat(line.indentation());
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::SeveralKeys)),
        place: Some(first.range.start..first.range.start + 1),
        shown: format!("{blank}{}", suggestion.apply(text.get(start)?)),
        edits,
    })
}

/// A key of the author's own at the beginning of a line among other keys; its range in the value of the line.
fn own_key(text: &str, line: &Line, value: &str) -> Option<Range<usize>> {
    /// The maximum number of words in a key.
    const MAX_WORDS: usize = 4;
    let colon = value.find(": ")?;
    let key = value.get(..colon)?;
    let is_key = line.key.is_none()
        && !text.get(line.start..)?.starts_with('-')
        && key.split_whitespace().count() <= MAX_WORDS
        && value.get(colon + 2..)?.contains(": ")
        && strays::is_among_keys(text, line);
    is_key.then_some(0..colon)
}

/// A text in quotation marks that continues on an unindented line.
fn continuation(text: &str, line: &Line, mark: char) -> Option<Guess> {
    let next = line.after(text)?;
    let words = text.get(next.start..next.range.end)?;
    let goes_on =
        next.indentation() <= line.indentation() && next.key.is_none() && words.trim_end().ends_with(mark);
    let spaces = " ".repeat(line.indentation() + 2);
    goes_on.then(|| Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Continuation)),
        place: Some(next.start..next.range.end),
        shown: shown(&format!("{spaces}{}", words.trim_end())),
        edits: vec![Edit::new(next.range.start..next.start, spaces)],
    })
}

/// Adds guesses at what is wrong with the beginning of a line.
fn of_line(text: &str, line: &Line, guesses: &mut Vec<Guess>) {
    if line.key.is_some() {
        return;
    }
    let Some(words) = text.get(line.value.clone()) else { return };
    let at = line.value.start;
    let put = |at: usize, sign: &'static str, syntax: Syntax| Guess {
        problem: Some(Problem::YamlSyntax(syntax)),
        place: Some(line.value.clone()),
        shown: edited(words, line.value.start, &[Edit::new(at..at, sign)]),
        edits: vec![Edit::new(at..at, sign)],
    };
    let key = words.len() - words.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
    let (name, rest) = words.split_at(key);
    if !name.is_empty() && rest.starts_with(':') {
        guesses.push(put(at + key + 1, " ", Syntax::NoSpace(':')));
    } else if super::expected::is_key(name) && (rest.is_empty() || rest.starts_with(' ')) {
        guesses.push(put(at + key, ":", Syntax::NoColon));
    }
    if let Some(rest) = words.strip_prefix('-')
        && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '„' | '"' | '{'))
    {
        guesses.push(put(at + 1, " ", Syntax::NoSpace('-')));
        guesses.extend(strays::items(text, line));
    }
}

/// The indentations of the lines above, the nearest first.
fn indentations_above(text: &str, lines: &[Line]) -> Vec<usize> {
    /// The maximum number of lines.
    const MAX_LINES: usize = 4;
    let mut above: Vec<usize> = Vec::new();
    let mut before = lines.get(1).cloned();
    while let Some(line) = before.filter(|_| above.len() < MAX_LINES) {
        // The keys of an item are indented like the first of them.
        let of_key = line.key.as_ref().map(|key| key.start - line.range.start);
        for indentation in of_key.into_iter().chain([line.indentation()]) {
            if !line.is_blank(text) && !above.contains(&indentation) {
                above.push(indentation);
            }
        }
        before = line.before(text);
    }
    above
}

/// Guesses that a line should be indented like one of those above it.
fn of_indentation(text: &str, line: &Line, above: &[usize]) -> Vec<Guess> {
    let words = text.get(line.start..line.range.end).unwrap_or_default();
    let others = above.iter().filter(|other| **other != line.indentation());
    others
        .map(|indentation| {
            let spaces = " ".repeat(*indentation);
            Guess {
                problem: Some(Problem::YamlSyntax(Syntax::Indentation)),
                place: Some(line.start..line.range.end),
                shown: shown(&format!("{spaces}{words}")),
                edits: vec![Edit::new(line.range.start..line.start, spaces)],
            }
        })
        .collect()
}
