//! Texts in quotation marks, which YAML always reads as strings.

use std::ops::Range;

use crate::diagnostic::Edit;

/// A text in the quotation marks of YAML that need the fewest escapes (YAML 1.2.2, section 7.3).
pub(super) fn quoted(text: &str) -> String {
    match mark(text) {
        '"' => format!("\"{text}\""),
        _ => format!("'{}'", text.replace('\'', "''")),
    }
}

/// The edits that put a range of a text in quotation marks.
pub(super) fn quote(text: &str, range: Range<usize>) -> Vec<Edit> {
    let Some(words) = text.get(range.clone()) else { return Vec::new() };
    let mark = mark(words);
    let mut edits = vec![Edit::new(range.start..range.start, mark)];
    if mark == '\'' {
        let inner = words.match_indices('\'').map(|(at, _)| range.start + at);
        edits.extend(inner.map(|at| Edit::new(at..at, '\'')));
    }
    edits.push(Edit::new(range.end..range.end, mark));
    edits
}

/// Prefers single quotation marks for a text with backslashes, which begin escapes in double ones.
fn mark(text: &str) -> char {
    if text.contains(['"', '\\']) { '\'' } else { '"' }
}

/// The position of the closing quotation mark of a value that begins with one.
pub(super) fn closing_mark(value: &str) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Suggestion;

    #[test]
    fn quoted_text_is_read_back_unchanged() {
        for text in ["@a", "a: b", "\"a\" b", "c:\\a's \"b\"", "it's", "#a"] {
            assert_eq!(serde_yaml::from_str::<String>(&quoted(text)).unwrap(), text);
            let edits = quote(text, 0..text.len());
            let edited = Suggestion { text: String::new(), is_meant: true, edits }.apply(text);
            assert_eq!(edited, quoted(text));
        }
    }
}
