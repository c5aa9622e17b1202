//! Guesses at what is wrong with a value in braces or brackets.

use std::ops::Range;

use super::guess::{Guess, edited, escape, is_dash, null, shown};
use super::keys;
use super::line::Line;
use super::lost::comment;
use super::quoting::{closing_mark, quote, quoted};
use super::strays::unclosed;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};

/// The maximum number of values within braces that are tried.
const MAX_VALUES: usize = 12;

/// Adds guesses at what is wrong with values within braces.
pub(super) fn of_braces(text: &str, line: &Line, at: &Range<usize>, guesses: &mut Vec<Guess>) {
    let Some(value) = text.get(line.value.clone()) else { return };
    let start = line.value.start;
    let open = unclosed(value);
    let as_text = Guess {
        problem: value.chars().next().map(|first| Problem::YamlSyntax(Syntax::Character(first))),
        place: Some(start..start + 1),
        edits: quote(text, line.value.clone()),
        shown: shown(&quoted(value)),
    };
    let is_text = value.starts_with('{') && !value.contains([':', ',', '}']);
    guesses.extend(continued_braces(text, line, &open));
    guesses.extend(after_bracket(line, value));
    if is_text {
        guesses.push(as_text);
        return;
    }
    if !open.is_empty() {
        let end = line.value.end;
        let closing = if open.starts_with('}') { format!(" {open}") } else { open };
        guesses.push(Guess {
            problem: None,
            place: None,
            shown: shown(&format!("{value}{closing}")),
            edits: vec![Edit::new(end..end, closing)],
        });
    }
    let spaces: Vec<Edit> = unspaced_colons(value).map(|at| Edit::new(start + at..start + at, ' ')).collect();
    if !spaces.is_empty() {
        guesses.push(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::NoSpace(':'))),
            place: None,
            shown: edited(value, start, &spaces),
            edits: spaces,
        });
    }
    let comma = |at: usize| {
        // A semicolon in place of a comma is replaced.
        let semicolon = usize::from(value.get(..at).is_some_and(|before| before.ends_with(';')));
        Edit::new(start + at - semicolon..start + at, ',')
    };
    let commas: Vec<Edit> = missing_commas(value).map(comma).collect();
    if !commas.is_empty() {
        guesses.push(Guess {
            problem: None,
            place: None,
            shown: edited(value, start, &commas),
            edits: commas,
        });
    }
    let mut values = values_between(value);
    values.sort_by_key(|(_, value)| !(start + value.start..=start + value.end).contains(&at.start));
    for (key, range) in values.into_iter().take(MAX_VALUES) {
        let words = value.get(range.clone()).unwrap_or_default();
        let place = start + range.start..start + range.end;
        if words.starts_with('"') && words.contains('\\') && closing_mark(words) == Some(words.len() - 1) {
            guesses.push(escape(words, place));
        } else if is_dash(words) {
            guesses.push(null(text, Some(&(start + key.start..start + key.end)), place));
        } else if words.starts_with(|c: char| c.is_ascii_digit())
            && !words.contains(|c: char| c.is_alphabetic() || c == ',')
        {
            // A number needs no quotation marks.
        } else if !words.starts_with(['"', '\''])
            || closing_mark(words).is_none_or(|close| close + 1 < words.len())
        {
            let problem = match words.chars().next() {
                Some('"' | '\'') => Problem::YamlSyntax(Syntax::AfterQuote),
                Some(c) if !c.is_alphanumeric() && c != '-' => Problem::YamlSyntax(Syntax::Character(c)),
                _ if words.contains(',') && !words.contains(": ") => {
                    Problem::CommaInBraces { text: words.to_owned() }
                }
                _ if words.contains(" #") => comment(text, place.clone()),
                _ => Problem::YamlSyntax(Syntax::Colon),
            };
            let shown = shown(&quoted(words));
            guesses.push(Guess {
                problem: Some(problem),
                place: Some(place.clone()),
                edits: quote(text, place),
                shown,
            });
        }
    }
    // With keys inside, they are not meant as a text.
    if !values_after_keys(value) {
        guesses.push(as_text);
    }
}

/// What follows a closing bracket: marks that are left over, or more values in braces, which belong in one list.
fn after_bracket(line: &Line, value: &str) -> Option<Guess> {
    let start = line.value.start;
    let end = closing_bracket(value)?;
    let rest = value.get(end..)?;
    let place = start + end..line.value.end;
    if !rest.is_empty() && rest.chars().all(|c| matches!(c, ',' | ';' | '.' | '}' | ']' | ')' | ' ')) {
        return Some(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::AfterBracket)),
            place: Some(place.clone()),
            shown: shown(value.get(..end)?),
            edits: vec![Edit::new(place, "")],
        });
    }
    let begins = rest.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '('));
    if begins
        && values_after_keys(value)
        && rest.starts_with(' ')
        && unclosed(rest).is_empty()
        && !rest.contains(['{', '}'])
    {
        // A note, which is a comment in YAML.
        let blank = rest.len() - rest.trim_start_matches([' ', '/']).len();
        let edits = [Edit::new(start + end..start + end + blank, "  # ")];
        return Some(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::AfterBracket)),
            place: Some(start + end + 1..line.value.end),
            shown: edited(value, start, &edits),
            edits: edits.into(),
        });
    }
    let follows = |rest: &str| rest.trim_start().starts_with([',', ';', '{']);
    let item = line.value.start - line.range.start;
    if line.key.is_none() && item > line.indentation() && follows(rest) && unclosed(rest).is_empty() {
        let rest_start = rest.len() - rest.trim_start_matches([',', ';', ' ']).len();
        let break_and_hyphen = format!("\n{}- ", " ".repeat(line.indentation()));
        let edits = vec![Edit::new(start + end..start + end + rest_start, break_and_hyphen.clone())];
        return Some(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::SeveralInBraces)),
            place: Some(place),
            shown: format!("- {}{break_and_hyphen}{}", value.get(..end)?, rest.get(rest_start..)?),
            edits,
        });
    }
    (line.key.is_some() && value.starts_with('{') && follows(rest) && unclosed(rest).is_empty()).then(|| {
        let edits = [Edit::new(start..start, "[ "), Edit::new(line.value.end..line.value.end, " ]")];
        Guess {
            problem: Some(Problem::YamlSyntax(Syntax::SeveralInBraces)),
            place: Some(place),
            shown: edited(value, start, &edits),
            edits: edits.into(),
        }
    })
}

/// The end of the bracket that a value begins with.
fn closing_bracket(value: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut mark = None;
    for (at, c) in value.char_indices() {
        match c {
            _ if mark == Some(c) => mark = None,
            '"' | '\'' if mark.is_none() => mark = Some(c),
            '{' | '[' if mark.is_none() => open += 1,
            '}' | ']' if mark.is_none() => {
                open = open.checked_sub(1)?;
                if open == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Values within braces that continue on unindented lines.
fn continued_braces(text: &str, line: &Line, open: &str) -> Option<Guess> {
    /// The maximum number of lines that are indented.
    const MAX_LINES: usize = 8;
    if open.is_empty() {
        return None;
    }
    let mut words = text.get(line.value.clone())?.to_owned();
    let spaces = " ".repeat(line.indentation() + 4);
    let (mut edits, mut place) = (Vec::new(), None);
    let mut next = line.after(text);
    while let Some(after) = next.filter(|_| !unclosed(&words).is_empty() && edits.len() < MAX_LINES) {
        words.push_str(text.get(after.range.clone())?);
        place.get_or_insert(after.start..after.range.end);
        edits.push(Edit::new(after.range.start..after.start, spaces.clone()));
        next = after.after(text);
    }
    let first = text.get(place.clone()?)?.trim_end();
    unclosed(&words).is_empty().then(|| Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Continuation)),
        shown: shown(&format!("{spaces}{first}")),
        place,
        edits,
    })
}

/// Whether a value contains a key of a report followed by a colon and a space.
pub(super) fn values_after_keys(value: &str) -> bool {
    value.match_indices(": ").any(|(colon, _)| {
        let before = value.get(..colon).unwrap_or_default();
        before.rsplit(|c: char| !(c.is_ascii_lowercase() || c == '_')).next().is_some_and(keys::is_known)
    })
}

/// The keys and values within braces, each value up to the next key; the ranges are relative to the value.
fn values_between(value: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut keys: Vec<Range<usize>> = Vec::new();
    for (colon, _) in value.match_indices(": ") {
        let before = value.get(..colon).unwrap_or_default();
        let start =
            before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_').len();
        let opens = value.get(..start).unwrap_or_default().trim_end().ends_with(['{', '[', ',']);
        if start < colon && opens {
            keys.push(start..colon);
        }
    }
    let ends = keys.iter().skip(1).map(|key| key.start).chain([value.len()]).collect::<Vec<_>>();
    keys.iter()
        .zip(ends)
        .map(|(key, end)| {
            let from = key.end + 1;
            let raw = value.get(from..end).unwrap_or_default();
            let words = raw.trim_end_matches([' ', ',', '}', ']', '{', '[']);
            let blank = words.len() - words.trim_start().len();
            (key.clone(), from + blank..from + words.len())
        })
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// The positions of colons after known keys that lack a space after them.
fn unspaced_colons(value: &str) -> impl Iterator<Item = usize> {
    value.match_indices(':').filter_map(|(colon, _)| {
        let before = value.get(..colon)?;
        let name = before.rsplit(|c: char| !(c.is_ascii_lowercase() || c == '_')).next()?;
        let after = value.get(colon + 1..)?;
        (keys::is_known(name) && !after.starts_with([' ', '/'])).then_some(colon + 1)
    })
}

/// The positions before known keys that lack a comma.
fn missing_commas(value: &str) -> impl Iterator<Item = usize> {
    value.match_indices(": ").filter_map(|(colon, _)| {
        let before = value.get(..colon)?;
        let name = before.rsplit(|c: char| !(c.is_ascii_lowercase() || c == '_')).next()?;
        let rest = before.get(..before.len() - name.len())?;
        let value_end = rest.trim_end().len();
        let follows = value_end < rest.len() && !rest.trim_end().ends_with([',', '{', '[']);
        (keys::is_known(name) && follows).then_some(value_end)
    })
}
