//! Syntax errors of the parsers, translated into terms that authors know.

use std::ops::Range;

use super::lines::{first_line, line_at};
use super::tree::{self, DEPTH_LIMIT, SIZE_LIMIT};
use crate::diagnostic::problem::{Problem, Syntax};

/// A problem and its range in the text.
pub(super) type Fault = (Problem, Range<usize>);

/// The mistake in a text without a tree; `None` if there is no text.
pub(super) fn of_tree(text: &str, fault: tree::Fault) -> Option<Fault> {
    Some(match fault {
        tree::Fault::Empty => return None,
        tree::Fault::Syntax { words, at } => of_syntax(text, &words, at),
        tree::Fault::Documents { at } => (Problem::YamlDocuments, at),
        tree::Fault::Depth { at } => (Problem::YamlDepth { limit: DEPTH_LIMIT }, at..at),
        tree::Fault::Size { at } => (Problem::YamlSize { limit: SIZE_LIMIT }, at),
        tree::Fault::Loop { at } => (Problem::YamlSyntax(Syntax::Alias), at),
        tree::Fault::NoKey { at } => (Problem::YamlSyntax(Syntax::Colon), at..line_at(text, at).end),
        tree::Fault::Indicator { character, at } => (Problem::YamlSyntax(Syntax::Character(character)), at),
    })
}

/// The error of `serde_yaml` in a text that has a tree.
pub(super) fn of_reader(text: &str, error: &serde_yaml::Error) -> Fault {
    let words = error.to_string();
    // Its index counts characters.
    let characters = error.location().map(|location| location.index());
    let at = characters.and_then(|count| text.char_indices().nth(count)).map_or(text.len(), |(at, _)| at);
    if words.contains("repetition limit") {
        return (Problem::YamlSize { limit: SIZE_LIMIT }, at..at);
    }
    if words.contains("recursion limit") {
        return (Problem::YamlDepth { limit: DEPTH_LIMIT }, at..at);
    }
    of_syntax(text, &words, at)
}

fn of_syntax(text: &str, words: &str, at: usize) -> Fault {
    let (syntax, range) = syntax(text, words, at);
    (Problem::YamlSyntax(syntax), range)
}

/// The most likely mistake of the author, given a parser's message and the text at its position.
///
/// The messages are those of saphyr-parser 0.3 and libyaml 0.2.
fn syntax(text: &str, words: &str, at: usize) -> (Syntax, Range<usize>) {
    let line = line_at(text, at);
    let indentation = blank_start(text, line.clone());
    let end = line.end;
    let rest = at..end;
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    if words.contains("invalid indentation") {
        if !next.is_some_and(|c| matches!(c, '"' | '\'')) {
            return (Syntax::Continuation, indentation.end..end);
        }
        // An unclosed quotation mark swallows the keys and items that follow.
        return match less_indented(text, &line) {
            Some(line) if !text.get(line.clone()).is_some_and(is_key_or_item) => (Syntax::Continuation, line),
            _ => (Syntax::Quote, rest),
        };
    }
    if words.contains("comments must be separated") {
        return (Syntax::Comment, rest);
    }
    if words.contains("escape") {
        return (Syntax::Escape, wrong_escape(text, at).unwrap_or(rest));
    }
    if words.contains("quoted scalar") || words.contains("double-quoted") {
        return (Syntax::Quote, rest);
    }
    if words.contains("unknown anchor") {
        return (Syntax::Alias, rest);
    }
    if words.contains("mapping values are not allowed") || words.contains("illegal placement of ':'") {
        if let Some(bracket) = unclosed_bracket(text, line.start) {
            return (Syntax::Bracket, bracket..bracket + 1);
        }
        let key = indentation.end..at.max(indentation.end);
        let is_key = text.get(key.clone()).is_some_and(|key| !key.is_empty() && !key.contains([' ', ':']));
        return if is_key { (Syntax::Indentation, key) } else { (Syntax::Colon, at..(at + 1).min(end)) };
    }
    let marked = ["unexpected character", "cannot start", "did not find expected node content"];
    if marked.iter().any(|sign| words.contains(sign))
        && let Some(character) = next.filter(|c| !c.is_alphanumeric() && !c.is_whitespace())
    {
        return (Syntax::Character(character), at..at + character.len_utf8());
    }
    if words.contains("flow") || words.contains("bracket") {
        let bracket = unclosed_bracket(text, line.start);
        return (Syntax::Bracket, bracket.map_or(rest, |bracket| bracket..bracket + 1));
    }
    if ["block mapping", "block collection", "indent", "simple key", "block sequence", "document start"]
        .iter()
        .any(|sign| words.contains(sign))
    {
        return (Syntax::Indentation, indentation.end.min(end)..end);
    }
    (Syntax::Other, rest)
}

/// The first line with text after a given line that is not indented further.
fn less_indented(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let indentation = blank_start(text, line.clone()).len();
    let mut start = line.end;
    for next in text.get(line.end..)?.split_inclusive('\n') {
        let words = next.trim_start_matches(' ');
        if start > line.end && !words.trim().is_empty() && next.len() - words.len() <= indentation {
            return Some(first_line(text, start + next.len() - words.len()..start + next.len()));
        }
        start += next.len();
    }
    None
}

/// The first invalid escape sequence after an offset (YAML 1.2.2, section 5.7).
fn wrong_escape(text: &str, at: usize) -> Option<Range<usize>> {
    let mut from = at;
    loop {
        let start = from + text.get(from..)?.find('\\')?;
        let rest = text.get(start + 1..)?;
        let c = rest.chars().next()?;
        let digits = match c {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let is_known = if digits == 0 {
            "0abtnvfre \"/\\N_LP\n".contains(c)
        } else {
            let code = rest.get(1..=digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            code.and_then(char::from_u32).is_some()
        };
        if !is_known {
            return Some(start..start + 1 + c.len_utf8());
        }
        from = start + 1 + c.len_utf8();
    }
}

/// Whether a line looks like the beginning of a key with its value, or of an item of a list.
pub(super) fn is_key_or_item(line: &str) -> bool {
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    line.starts_with("- ")
        || line
            .split_once(':')
            .is_some_and(|(key, rest)| is_key(key) && (rest.is_empty() || rest.starts_with(' ')))
}

/// The last bracket that is still open at the end of a line with text, before the line at `start`.
fn unclosed_bracket(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?.trim_end();
    let line = line_at(text, before.len());
    let mut open = Vec::new();
    for (at, c) in text.get(line.start..before.len())?.char_indices() {
        match c {
            '[' | '{' => open.push(line.start + at),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// The white space at the beginning of a line.
fn blank_start(text: &str, line: Range<usize>) -> Range<usize> {
    let blank = text.get(line.clone()).unwrap_or_default();
    let length = blank.len() - blank.trim_start_matches([' ', '\t']).len();
    line.start..line.start + length
}
