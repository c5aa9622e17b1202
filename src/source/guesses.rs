//! Guesses at the intention behind a text that is not YAML, or that YAML reads differently from what it seems to say.

use std::ops::Range;

use super::guess::{Guess, shown};
use super::keys;
use super::line::Line;
use super::missing_key;
use super::quoting::{quote, quoted};
use super::strays::{self, unclosed};
use super::tree::{Node, Value};
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};
use crate::report::{AmountError, NumberError, ValueError};

/// A text of which YAML reads only a part.
pub(super) struct Lost {
    pub(super) problem: Problem,
    pub(super) place: Range<usize>,
    pub(super) edits: Vec<Edit>,
    pub(super) shown: String,
    /// Whether the intention is unambiguous.
    pub(super) is_certain: bool,
}

/// The number of lines above the reported one that may contain the mistake.
const LINES_BEFORE: usize = 2;
/// The maximum number of values within braces that are tried.
const MAX_VALUES: usize = 12;

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
    let is_key = first.key.clone().is_some_and(|key| text.get(key).is_some_and(is_known));
    let is_at_margin = first.indentation() == 0;
    let is_misplaced = is_key && !is_at_margin && !above.contains(&first.indentation());
    guesses.extend(missing_key::above(text, &first));
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

/// The first item of a list, on the line of its key.
fn item_beside_key(text: &str, line: &Line, value: &str) -> Option<Guess> {
    let key = line.key.clone()?;
    if !super::expected::takes_list(text.get(key.clone())?) {
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
        if is_known(name) && rest.ends_with([',', ';']) {
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

/// A value in double quotation marks with invalid escapes.
fn escape(value: &str, place: Range<usize>) -> Guess {
    let inner = value.trim_matches('"');
    let sign = value.find('\\').map_or(place.start, |sign| place.start + sign);
    Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Escape)),
        place: Some(sign..(sign + 2).min(place.end)),
        shown: shown(&quoted(inner)),
        edits: vec![Edit::new(place, quoted(inner))],
    }
}

/// Adds guesses at what is wrong with values within braces.
fn of_braces(text: &str, line: &Line, at: &Range<usize>, guesses: &mut Vec<Guess>) {
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
fn values_after_keys(value: &str) -> bool {
    value.match_indices(": ").any(|(colon, _)| {
        let before = value.get(..colon).unwrap_or_default();
        before.rsplit(|c: char| !(c.is_ascii_lowercase() || c == '_')).next().is_some_and(is_known)
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

/// Texts of which YAML would drop a part: after a `#`, or after a comma within braces.
pub(super) fn lost(text: &str, tree: &Node) -> Vec<Lost> {
    let mut found = Vec::new();
    walk(text, tree, &mut found);
    found.sort_by_key(|lost| lost.place.start);
    found
}

fn walk(text: &str, node: &Node, found: &mut Vec<Lost>) {
    match &node.value {
        Value::Scalar(scalar) => found.extend(lost_after(text, node, &scalar.text, scalar.plain)),
        Value::List(items) => {
            for item in items {
                if item.range.is_empty() {
                    found.extend(lost_item(text, item));
                } else {
                    walk(text, item, found);
                }
            }
        }
        Value::Mapping(entries) => {
            let mut index = 0;
            while let Some((key, value)) = entries.get(index) {
                index += 1;
                let more = entries.get(index..).unwrap_or_default();
                let pieces = more.iter().take_while(|(key, value)| is_piece(text, key, value)).count();
                match (&value.value, more.get(..pieces).and_then(<[_]>::last)) {
                    (Value::Scalar(scalar), Some((last, _)))
                        if scalar.plain
                            && !value.range.is_empty()
                            && is_in_braces(text, key, value, last) =>
                    {
                        let range = value.range.start..last.range.end;
                        let words = text.get(range.clone()).unwrap_or_default();
                        found.push(Lost {
                            problem: Problem::CommaInBraces { text: words.to_owned() },
                            place: range.clone(),
                            shown: shown(&quoted(words)),
                            edits: quote(text, range),
                            is_certain: true,
                        });
                        index += pieces;
                    }
                    _ if value.range.is_empty() => found.extend(lost_after_key(text, key)),
                    _ => walk(text, value, found),
                }
            }
        }
    }
}

/// Whether an entry without a colon is probably part of the previous value, cut off by a comma.
fn is_piece(text: &str, key: &Node, value: &Node) -> bool {
    let after = text.get(key.range.end..).unwrap_or_default().trim_start();
    value.range.is_empty()
        && !after.starts_with(':')
        && key.text().is_some_and(|key| !is_known(key))
        && matches!(&key.value, Value::Scalar(scalar) if scalar.plain)
}

fn is_in_braces(text: &str, key: &Node, value: &Node, last: &Node) -> bool {
    let between = text.get(value.range.end..last.range.end).unwrap_or_default();
    let words = text.get(key.range.start..last.range.end).unwrap_or_default();
    between.trim_start().starts_with(',') && !words.contains('\n')
}

/// The rest of the line after a `#` that follows a text.
fn lost_after(text: &str, node: &Node, words: &str, plain: bool) -> Option<Lost> {
    let written = text.get(node.range.clone())?;
    // The range of a text block includes its last line end.
    if written.is_empty()
        || written.trim_end_matches(' ').ends_with('\n')
        || !words.contains(char::is_alphabetic)
    {
        return None;
    }
    let end = node.range.start + written.trim_end().len();
    let line_end = Line::at(text, end).range.end;
    let rest = text.get(end..line_end)?;
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    let hash = rest.get(gap..)?;
    if gap == 0 || !hash.starts_with('#') {
        return None;
    }
    let is_hashtag = is_hashtag(hash);
    // A real comment is usually separated by several spaces; a `#` after a single space is probably part of the text.
    let is_likely = is_hashtag || (plain && gap == 1 && words.contains(' ') && hash.starts_with("# "));
    let place = end + gap..end + gap + hash.trim_end().len();
    let whole = node.range.start..place.end;
    let edits = if plain {
        quote(text, whole.clone())
    } else {
        vec![Edit::new(
            node.range.start..place.end,
            quoted(&format!("{words}{}{}", " ".repeat(gap), hash.trim_end())),
        )]
    };
    let shown_text =
        if plain { quoted(text.get(whole)?) } else { edits.first().map(|edit| edit.text.clone())? };
    is_likely.then(|| Lost {
        problem: comment(text, place.clone()),
        place,
        shown: shown(&shown_text),
        edits,
        is_certain: is_hashtag,
    })
}

/// The rest of the line after a key that is followed only by a `#`.
fn lost_after_key(text: &str, key: &Node) -> Option<Lost> {
    let line_end = Line::at(text, key.range.end).range.end;
    let rest = text.get(key.range.end..line_end)?;
    let rest_after = rest.strip_prefix(':')?.trim_start_matches(' ');
    if !is_hashtag(rest_after) {
        return None;
    }
    let place = line_end - rest_after.len()..line_end - rest_after.len() + rest_after.trim_end().len();
    let words = text.get(place.clone())?;
    Some(Lost {
        problem: comment(text, place.clone()),
        shown: shown(&quoted(words)),
        edits: quote(text, place.clone()),
        place,
        is_certain: true,
    })
}

/// An item that consists of a `#` and a text.
fn lost_item(text: &str, item: &Node) -> Option<Lost> {
    let line = Line::at(text, item.range.start);
    let words = text.get(line.value.clone())?;
    if !is_hashtag(words) || !text.get(line.start..)?.starts_with("- ") {
        return None;
    }
    Some(Lost {
        problem: comment(text, line.value.clone()),
        shown: shown(&quoted(words)),
        edits: quote(text, line.value.clone()),
        place: line.value,
        is_certain: true,
    })
}

/// Whether a comment has no space after its `#`, like a hashtag or a colour.
fn is_hashtag(comment: &str) -> bool {
    comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

fn comment(text: &str, place: Range<usize>) -> Problem {
    let words = text.get(place).unwrap_or_default();
    let hash = words.find('#').and_then(|hash| words.get(hash..)).unwrap_or(words).trim_end();
    Problem::CommentInText { is_hashtag: is_hashtag(hash), text: hash.to_owned() }
}

/// A dash in place of an empty value.
fn null(text: &str, key: Option<&Range<usize>>, place: Range<usize>) -> Guess {
    let dash = text.get(place.clone()).unwrap_or_default().to_owned();
    let key = key.and_then(|key| text.get(key.clone())).unwrap_or_default();
    let of_amount = ["amount", "previous", "plan", "budget"].contains(&key);
    let problem = of_amount
        .then_some(Problem::Value(ValueError::Amount(AmountError(NumberError::Dash(dash)))))
        .or(Some(Problem::YamlSyntax(Syntax::Dash)));
    let typed = "null";
    Guess {
        problem,
        place: Some(place.clone()),
        shown: typed.to_owned(),
        edits: vec![Edit::new(place, typed)],
    }
}

fn is_dash(words: &str) -> bool {
    matches!(words, "-" | "--" | "—" | "---")
}

/// The position of the closing quotation mark of a value that begins with one.
fn closing_mark(value: &str) -> Option<usize> {
    let mut chars = value.char_indices().peekable();
    let (_, mark) = chars.next()?;
    while let Some((at, c)) = chars.next() {
        if c == '\\' && mark == '"' {
            chars.next();
        } else if c == mark {
            match chars.peek() {
                Some((_, next)) if *next == mark && mark == '\'' => drop(chars.next()),
                _ => return Some(at),
            }
        }
    }
    None
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
        (is_known(name) && !after.starts_with([' ', '/'])).then_some(colon + 1)
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
        (is_known(name) && follows).then_some(value_end)
    })
}

/// Whether a word is a key of a report, at any level.
fn is_known(word: &str) -> bool {
    !word.is_empty() && (super::expected::is_key(word) || keys::is_lithuanian(word))
}

/// Words with edits applied whose ranges are relative to the whole text.
fn edited(words: &str, start: usize, edits: &[Edit]) -> String {
    let edits = edits
        .iter()
        .map(|edit| Edit::new(edit.range.start - start..edit.range.end - start, edit.text.clone()))
        .collect();
    shown(&crate::diagnostic::Suggestion { text: String::new(), is_meant: true, edits }.apply(words))
}
