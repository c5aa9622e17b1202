//! The visible parts of a line of YAML: indentation, a hyphen, a key and a value.

use std::ops::Range;

use super::lines::line_at;

/// The parts of a line. Positions are in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The whole line, without the line ending.
    pub(super) range: Range<usize>,
    /// Its first word.
    pub(super) start: usize,
    /// Its key, without the colon.
    pub(super) key: Option<Range<usize>>,
    /// The rest of the line, without white space around it; may be empty.
    pub(super) value: Range<usize>,
}

impl Line {
    /// The line of a position.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let range = line_at(text, at);
        let line = text.get(range.clone()).unwrap_or_default();
        let blank = line.len() - line.trim_start_matches(' ').len();
        let mut rest = line.get(blank..).unwrap_or_default();
        while let Some(after) = rest.strip_prefix("- ") {
            rest = after.trim_start_matches(' ');
        }
        let position = |rest: &str| range.start + (line.len() - rest.len());
        let key_start = position(rest);
        let key = rest
            .split_once(':')
            .filter(|(key, after)| is_key(key) && (after.is_empty() || after.starts_with(' ')));
        let (key, value) = match key {
            Some((key, after)) => (Some(key_start..key_start + key.len()), after.trim_start_matches(' ')),
            None => (None, rest),
        };
        let value_start = position(value);
        let value = value_start..value_start + value.trim_end().len();
        Self { start: range.start + blank, range, key, value }
    }

    /// The number of columns that the line is indented.
    pub(super) fn indentation(&self) -> usize {
        self.start - self.range.start
    }

    /// Whether it contains only white space or a comment.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        text.get(self.start..self.range.end).is_none_or(|words| words.is_empty() || words.starts_with('#'))
    }

    /// The line before, if there is one.
    pub(super) fn before(&self, text: &str) -> Option<Self> {
        Some(Self::at(text, self.range.start.checked_sub(1)?))
    }

    /// The line after, if there is one.
    pub(super) fn after(&self, text: &str) -> Option<Self> {
        let start = text.get(self.range.end..)?.find('\n')? + self.range.end + 1;
        (start < text.len()).then(|| Self::at(text, start))
    }

    /// The value with its continuation lines, which are indented further.
    pub(super) fn value_to_its_end(&self, text: &str) -> Range<usize> {
        let depth = self.key.as_ref().map_or(self.indentation(), |key| key.start - self.range.start);
        let mut end = self.value.end;
        let mut next = self.after(text);
        while let Some(line) = next {
            if !line.is_blank(text) {
                if line.indentation() <= depth {
                    break;
                }
                end = line.range.start + text.get(line.range.clone()).unwrap_or_default().trim_end().len();
            }
            next = line.after(text);
        }
        self.value.start..end
    }
}

/// Whether words may be a key of a report: English in `snake_case`, a year, or a word that authors mistake for a key.
fn is_key(words: &str) -> bool {
    let is_ascii =
        words.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    (!words.is_empty() && is_ascii) || super::keys::is_lithuanian(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_their_parts() {
        let parts = |text: &'static str| {
            let line = Line::at(text, text.len() / 2);
            (line.indentation(), line.key.map(|key| &text[key]), &text[line.value])
        };
        assert_eq!(parts("  name: Ąžuolas: \"a\"  "), (2, Some("name"), "Ąžuolas: \"a\""));
        assert_eq!(parts("    - - x"), (4, None, "x"));
        assert_eq!(parts("- text: a"), (0, Some("text"), "a"));
        assert_eq!(parts("- Renginys: dirbtuvės"), (0, None, "Renginys: dirbtuvės"));
        assert_eq!(parts("year:2023"), (0, None, "year:2023"));
        assert_eq!(parts("valdyba:"), (0, Some("valdyba"), ""));
    }

    #[test]
    fn a_value_continues_on_indented_lines() {
        let text = "a: b\n  c\n\n  d \ne: f\n- g\n  h\n- i";
        let whole = |at| &text[Line::at(text, at).value_to_its_end(text)];
        assert_eq!(whole(0), "b\n  c\n\n  d");
        assert_eq!(whole(text.find('g').unwrap()), "g\n  h");
    }
}
