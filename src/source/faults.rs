//! What is wrong with a file before it can be compared with anything: said in the author's words
//! rather than in those of a parser.

use std::ops::Range;
use std::sync::Arc;

use super::first_line;
use super::tree::{DEPTH_LIMIT, Fault, SIZE_LIMIT};
use crate::Diagnostic;
use crate::diagnostic::SourceFile;
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::{Problem, Syntax};

/// What a fault of the YAML looks like to its author.
pub(super) fn diagnostic(file: &Arc<SourceFile>, fault: Fault) -> Diagnostic {
    let (problem, range) = match fault {
        Fault::Empty => return Diagnostic::new(Problem::FileEmpty).in_file(file),
        Fault::Syntax { words, at } => {
            let (syntax, range) = syntax(&file.text, &words, at);
            (Problem::YamlSyntax(syntax), range)
        }
        Fault::Documents { at } => (Problem::YamlDocuments, at),
        Fault::Depth { at } => (Problem::YamlDepth { limit: DEPTH_LIMIT }, at..at),
        Fault::Size { at } => (Problem::YamlSize { limit: SIZE_LIMIT }, at),
        Fault::Loop { at } => (Problem::YamlSyntax(Syntax::Alias), at),
    };
    Diagnostic::new(problem).place(file, first_line(&file.text, range), Role::Here)
}

/// What an objection of `serde_yaml`'s parser looks like to the author, where it is about the form
/// of the YAML: it is stricter than the parser of the tree in a few things, such as tabs.
pub(super) fn stricter(file: &Arc<SourceFile>, words: &str, at: usize) -> Option<Diagnostic> {
    let is_form =
        ["while scanning", "while parsing", "found character", "did not find expected", "not allowed"]
            .iter()
            .any(|sign| words.contains(sign));
    let (syntax, range) = is_form.then(|| syntax(&file.text, words, at))?;
    let range = first_line(&file.text, range);
    Some(Diagnostic::new(Problem::YamlSyntax(syntax)).place(file, range, Role::Here))
}

/// Every character that YAML does not allow (YAML 1.2.2, section 5.1) and no editor shows.
pub(super) fn forbidden_characters(file: &Arc<SourceFile>, base: usize) -> Vec<Diagnostic> {
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
            && c != '\u{feff}'
    };
    let text = file.text.get(base..).unwrap_or_default();
    text.char_indices()
        .filter(|(_, c)| !allowed(*c))
        .take(100)
        .map(|(at, c)| {
            let at = base + at;
            Diagnostic::new(Problem::ControlCharacter(c)).place(file, at..at + c.len_utf8(), Role::Here)
        })
        .collect()
}

/// What the author of a report is likely to have done, from what the parser says and from the text
/// at that place.
fn syntax(text: &str, words: &str, at: usize) -> (Syntax, Range<usize>) {
    let line = line_at(text, at);
    let indentation = blank_start(text, line.clone());
    // A parser may notice a tab only when it is done with the line before.
    let next_line = line_at(text, (line.end + 1).min(text.len()));
    let noticed_late = words.contains("tab").then(|| blank_start(text, next_line));
    for blank in [Some(indentation.clone()), noticed_late].into_iter().flatten() {
        if let Some(tab) = text.get(blank.clone()).and_then(|blank| blank.find('\t')) {
            return (Syntax::Tab, blank.start + tab..blank.end);
        }
    }
    let end = line.end;
    let rest = at..end;
    let next = text.get(at..).and_then(|rest| rest.chars().next());
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
        return (Syntax::Bracket, rest);
    }
    if words.contains("tab") && !words.contains("table") {
        return (Syntax::Tab, rest);
    }
    if ["block mapping", "block collection", "indent", "simple key", "block sequence", "document start"]
        .iter()
        .any(|sign| words.contains(sign))
    {
        return (Syntax::Indentation, indentation.end.min(end)..end);
    }
    (Syntax::Other(words.to_owned()), rest)
}

/// The last bracket that is open where a line ends that has text, before the line at `start`.
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

/// The line on which a place is, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    first_line(text, start..text.len())
}

/// The white space at the beginning of a line.
fn blank_start(text: &str, line: Range<usize>) -> Range<usize> {
    let blank = text.get(line.clone()).unwrap_or_default();
    let length = blank.len() - blank.trim_start_matches([' ', '\t']).len();
    line.start..line.start + length
}
