//! The text of a file as both YAML parsers read it.
//!
//! `serde_yaml` follows YAML 1.1 and saphyr-parser YAML 1.2. They differ in line ends, in where tabs are allowed, and
//! in what they do after a zero byte. A text without any of these is read alike by both.

use std::ops::Range;

use super::tabs::Tabs;
use super::unreadable::Unreadable;
use crate::diagnostic::Edit;
use crate::report::is_dropped;

/// A text with `\n` for every line end and spaces for all other white space, and the offset of each byte in the file.
#[derive(Debug, Clone)]
pub(super) struct YamlText {
    text: String,
    /// Where the distance between a byte of the text and its byte in the file changes. The first shift is at the
    /// beginning of the text.
    shifts: Vec<Shift>,
    file_length: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Shift {
    /// Byte offset in the text.
    at: usize,
    /// Byte offset in the file.
    in_file: usize,
    /// Whether the text up to the next shift was inserted: all of it has the offset of the insertion.
    is_inserted: bool,
}

/// The maximum number of forbidden characters that are reported.
const FORBIDDEN_LIMIT: usize = 100;

impl YamlText {
    /// Takes the text of a file; returns what was replaced in it, too.
    ///
    /// A byte-order mark, characters without width or meaning, and the white space of blank lines are dropped.
    ///
    /// These become spaces: tabs between words; Unicode line ends (U+0085, U+2028, U+2029), which are ordinary
    /// characters in YAML 1.2; spaces of other widths before the first value of a line; and tabs in a text block beyond
    /// its indentation.
    ///
    /// These are replaced and reported: tabs in any other indentation become the number of spaces that is most likely
    /// intended, and characters that YAML does not allow are left out.
    pub(super) fn new(file: &str) -> (Self, Vec<Unreadable>) {
        let mut text = Self {
            text: String::with_capacity(file.len()),
            shifts: vec![Shift::default()],
            file_length: file.len(),
        };
        let mut tabs = Tabs::new(file);
        let forbidden = file.char_indices().filter(|(_, c)| !is_allowed(*c)).take(FORBIDDEN_LIMIT);
        let mut found: Vec<_> = forbidden.map(|(at, c)| Unreadable::Forbidden(c, at)).collect();
        let mut start = 0;
        while let Some(rest) = file.get(start..).filter(|rest| !rest.is_empty()) {
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let (line, after) = rest.split_at(length);
            text.line(line, start, &mut tabs);
            let line_end = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
            if line_end > 0 {
                text.push('\n', start + length);
            }
            start += length + line_end;
        }
        // Without a line end, the parsers disagree about the end of a block.
        if !text.text.ends_with('\n') {
            text.push('\n', start);
        }
        found.extend(tabs.found());
        (text, found)
    }

    /// The text itself.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The range in the file of a range of the text; it may include dropped characters after its last byte.
    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        let start = self.offset_in_file(range.start);
        start..self.offset_in_file(range.end).max(start)
    }

    /// Edits of the text as edits of the file.
    pub(super) fn edits_in_file(&self, edits: &[Edit]) -> Vec<Edit> {
        edits.iter().map(|edit| Edit::new(self.in_file(edit.range.clone()), edit.text.clone())).collect()
    }

    /// The text with edits applied, in order; an inserted text has the offset of its insertion.
    pub(super) fn edited(&self, edits: &[Edit]) -> Self {
        let mut edited =
            Self { text: String::new(), shifts: vec![Shift::default()], file_length: self.file_length };
        let mut done = 0;
        for Edit { range, text } in edits {
            if range.start < done {
                continue;
            }
            edited.copy(self, done..range.start);
            edited.shift(self.offset_in_file(range.start), true);
            edited.text.push_str(text);
            done = range.end;
        }
        edited.copy(self, done..self.text.len());
        edited
    }

    fn copy(&mut self, other: &Self, range: Range<usize>) {
        let Some(text) = other.text.get(range.clone()) else { return };
        self.shift(other.offset_in_file(range.start), other.shift_at(range.start).is_inserted);
        let start = self.text.len();
        let within = other.shifts.iter().filter(|shift| range.start < shift.at && shift.at < range.end);
        self.shifts.extend(within.map(|shift| Shift { at: start + (shift.at - range.start), ..*shift }));
        self.text.push_str(text);
    }

    /// Sets the offset in the file of the next byte.
    fn shift(&mut self, in_file: usize, is_inserted: bool) {
        let at = self.text.len();
        if self.shifts.last().is_some_and(|last| last.at == at) {
            self.shifts.pop();
        }
        self.shifts.push(Shift { at, in_file, is_inserted });
    }

    /// The last shift at or before an offset in the text.
    fn shift_at(&self, offset: usize) -> Shift {
        let next = self.shifts.partition_point(|shift| shift.at <= offset);
        self.shifts.get(next.saturating_sub(1)).copied().unwrap_or_default()
    }

    fn offset_in_file(&self, offset: usize) -> usize {
        let Shift { at, in_file, is_inserted } = self.shift_at(offset);
        if is_inserted {
            return in_file;
        }
        (in_file + offset.saturating_sub(at)).min(self.file_length)
    }

    /// Adds a line, without its line end, that begins at an offset in the file.
    fn line(&mut self, line: &str, start: usize, tabs: &mut Tabs) {
        let is_space = |c: char| matches!(c, ' ' | '\t') || is_dropped(c) || is_line_end_of_unicode(c);
        let words = line.trim_start_matches(is_space);
        if words.is_empty() {
            return;
        }
        let blanks = if tabs.is_in_block(line) { 0 } else { blanks_before_words(line) };
        let indentation = line.len() - words.len();
        let blank = line.get(..indentation).unwrap_or_default();
        let from = match tabs.spaces(blank, words, start) {
            Some(spaces) => {
                (0..spaces).for_each(|_| self.push(' ', start));
                indentation
            }
            None => 0,
        };
        for (at, c) in line.char_indices().filter(|(at, c)| *at >= from && !is_dropped(*c) && is_allowed(*c))
        {
            let blank = c == '\t' || is_line_end_of_unicode(c) || (at < blanks && is_blank(c));
            self.push(if blank { ' ' } else { c }, start + at);
        }
    }

    fn push(&mut self, c: char, in_file: usize) {
        let last = self.shifts.last().copied().unwrap_or_default();
        let expected = last.in_file + (self.text.len() - last.at);
        if expected != in_file {
            self.shift(in_file, false);
        }
        self.text.push(c);
    }
}

/// The number of bytes before the first value of a line: indentation, hyphens and the key, with the white space after
/// them. Spaces of any width count there.
fn blanks_before_words(line: &str) -> usize {
    let mut rest = line.trim_start_matches(is_blank);
    while let Some(after) = rest.strip_prefix('-').filter(|after| after.starts_with(is_blank)) {
        rest = after.trim_start_matches(is_blank);
    }
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
    if name > 0
        && let Some(after) =
            rest.get(name..).and_then(|rest| rest.trim_start_matches(is_blank).strip_prefix(':'))
    {
        rest = after.trim_start_matches(is_blank);
    }
    line.len() - rest.len()
}

/// Whether a character looks like a space to the author.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

fn is_line_end_of_unicode(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
