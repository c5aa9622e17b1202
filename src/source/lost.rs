//! Texts of which YAML reads only a part: the rest is a comment, or a value of its own.

use std::ops::Range;

use super::guess::shown;
use super::keys;
use super::line::Line;
use super::quoting::{quote, quoted};
use super::tree::{Node, Value};
use crate::diagnostic::Edit;
use crate::diagnostic::problem::Problem;

/// A text of which YAML reads only a part.
pub(super) struct Lost {
    pub(super) problem: Problem,
    pub(super) place: Range<usize>,
    pub(super) edits: Vec<Edit>,
    pub(super) shown: String,
    /// Whether the intention is unambiguous.
    pub(super) is_certain: bool,
}

/// Texts of which YAML would drop a part: after a `#`, or after a comma within braces.
pub(super) fn all(text: &str, tree: &Node) -> Vec<Lost> {
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
        && key.text().is_some_and(|key| !keys::is_known(key))
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

pub(super) fn comment(text: &str, place: Range<usize>) -> Problem {
    let words = text.get(place).unwrap_or_default();
    let hash = words.find('#').and_then(|hash| words.get(hash..)).unwrap_or(words).trim_end();
    Problem::CommentInText { is_hashtag: is_hashtag(hash), text: hash.to_owned() }
}

/// Whether a comment has no space after its `#`, like a hashtag or a colour.
fn is_hashtag(comment: &str) -> bool {
    comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}
