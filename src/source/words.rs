//! Finds the words of a value in the text of a file.

use std::collections::HashMap;
use std::ops::Range;

/// Finds words in values. Rules go through a text in order, so each search for the same problem in the same value
/// starts after the previous match.
pub(super) struct WordFinder<'a> {
    text: &'a str,
    /// The end of the last match for a problem in the value that begins at a position.
    cursors: HashMap<(usize, &'static str), usize>,
    /// The number of bytes that may still be compared.
    budget: usize,
}

/// The limit on compared bytes, as a multiple of the file's length. After that, findings point to the whole value.
const COMPARISONS: usize = 256;

impl<'a> WordFinder<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, cursors: HashMap::new(), budget: text.len() * COMPARISONS }
    }

    /// The position of words in a value, ignoring white space and the syntax of Markdown and YAML between their
    /// characters. Whole words are preferred.
    pub(super) fn find(
        &mut self,
        value: &Range<usize>,
        words: &str,
        problem: &'static str,
    ) -> Option<Range<usize>> {
        let cursor = self.cursors.get(&(value.start, problem)).copied();
        let after_last = cursor.and_then(|start| self.find_in(start..value.end, words, true));
        let found = after_last
            .or_else(|| self.find_in(value.clone(), words, true))
            .or_else(|| self.find_in(value.clone(), words, false))?;
        self.cursors.insert((value.start, problem), found.end);
        Some(found)
    }

    /// The first position of words in a range.
    fn find_in(&mut self, range: Range<usize>, words: &str, on_their_own: bool) -> Option<Range<usize>> {
        let text = self.text.get(range.clone())?;
        let first = words.chars().next()?;
        let part_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let mut compared = 0;
        for (start, _) in text.match_indices(first) {
            if compared + start > self.budget {
                break;
            }
            let rest = text.get(start..)?;
            let (after, read) = after_words(rest, words);
            compared += read;
            let Some(after) = after else { continue };
            let end = text.len() - after.len();
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            if !on_their_own || !(part_of_word(before) || part_of_word(after.chars().next())) {
                self.budget = self.budget.saturating_sub(compared + end);
                return Some(range.start + start..range.start + end);
            }
        }
        self.budget = self.budget.saturating_sub(compared + text.len());
        None
    }
}

/// The rest of a text after the words that it begins with, if it does, and the number of bytes read.
fn after_words<'a>(text: &'a str, words: &str) -> (Option<&'a str>, usize) {
    let mut rest = text;
    for c in words.chars() {
        rest = loop {
            let next = match rest.strip_prefix(c) {
                Some(after) => break after,
                None if c.is_whitespace() && rest.starts_with(char::is_whitespace) => break rest,
                // The words must start at the beginning of the text.
                None if rest.len() == text.len() => None,
                None => after_mark(rest),
            };
            match next {
                Some(next) => rest = next,
                None => return (None, text.len() - rest.len()),
            }
        };
        if c.is_whitespace() {
            rest = rest.trim_start();
        }
    }
    (Some(rest), text.len() - rest.len())
}

/// The rest of a text after syntax that is not printed.
fn after_mark(text: &str) -> Option<&str> {
    match text.strip_prefix("](") {
        Some(target) => target.split_once(')').map(|(_, rest)| rest),
        None => text.strip_prefix(['*', '_', '[', '\\', '\u{ad}']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &'static str, words: &str) -> Option<&'static str> {
        WordFinder::new(text).find(&(0..text.len()), words, "").map(|range| &text[range])
    }

    #[test]
    fn words_are_found_among_marks_and_line_ends() {
        assert_eq!(find("o žmogų į\n  žmogų", "į žmogų"), Some("į\n  žmogų"));
        assert_eq!(find("a \"[Étoile](lang:fr)\" b", "\"Étoile\""), Some("\"[Étoile](lang:fr)\""));
        assert_eq!(find(r#""a *"b"* \"c\" d""#, "\"b\" \"c\""), Some(r#""b"* \"c\""#));
        assert_eq!(find("**narių** - *studentų*", "narių - studentų"), Some("narių** - *studentų"));
        assert_eq!(find("klasteriai, klasteris", "klasteri"), Some("klasteri"));
        assert_eq!(find("naujas darbas", "nauja"), Some("nauja"));
        assert_eq!(find("a\u{1}b", "\u{1}"), Some("\u{1}"));
        assert_eq!(find("vi\u{ad}suomenė", "visuomenė"), Some("vi\u{ad}suomenė"));
        assert_eq!(find("ab", "abc"), None);
    }

    #[test]
    fn the_same_words_are_found_one_after_another() {
        let mut finder = WordFinder::new("\"a\" b \"a\" \"c\"");
        let mut find = |words, problem| finder.find(&(0..13), words, problem).map(|range| range.start);
        assert_eq!(
            [find("\"a\"", "x"), find("\"a\"", "x"), find("\"c\"", "x")],
            [Some(0), Some(6), Some(10)]
        );
        assert_eq!([find("b", "x"), find("\"a\"", "y")], [Some(4), Some(0)]);
    }
}
