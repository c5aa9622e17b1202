//! The text of a file as both YAML parsers read it.
//!
//! `serde_yaml` follows YAML 1.1 and saphyr-parser YAML 1.2. They differ in what ends a line, in where a tab may
//! stand, and in what follows a zero byte. A text in which none of these is left reads the same in both.

use std::ops::Range;

use crate::report::is_dropped;

/// A text whose lines end in `\n` and whose white space is spaces, with the places of its bytes in the file.
#[derive(Debug, Clone)]
pub(super) struct YamlText {
    text: String,
    /// Where a byte of the text is no longer as far from its byte in the file as the bytes before it: its place in
    /// the text, and in the file. The first is that of the beginning.
    shifts: Vec<(usize, usize)>,
    file_length: usize,
}

/// What keeps both parsers from reading a text; the places are those in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// Characters that YAML does not allow (YAML 1.2.2, section 5.1) and no editor shows.
    Forbidden(Vec<(char, usize)>),
    /// A tab before the first word of a line.
    Tab(Range<usize>),
}

/// How many forbidden characters are reported.
const FORBIDDEN_LIMIT: usize = 100;

impl YamlText {
    /// Takes the text of a file.
    ///
    /// A byte-order mark and characters that have neither width nor meaning are dropped, white space on lines of
    /// nothing else too. Tabs between words and the line ends of Unicode (U+0085, U+2028, U+2029), which YAML 1.2
    /// takes for ordinary characters, become spaces.
    ///
    /// # Errors
    /// If the text has characters that YAML does not allow, or tabs in its indentation.
    pub(super) fn new(file: &str) -> Result<Self, Unreadable> {
        let forbidden: Vec<_> = file
            .char_indices()
            .filter(|(_, c)| !is_allowed(*c))
            .map(|(at, c)| (c, at))
            .take(FORBIDDEN_LIMIT)
            .collect();
        if !forbidden.is_empty() {
            return Err(Unreadable::Forbidden(forbidden));
        }
        let mut text =
            Self { text: String::with_capacity(file.len()), shifts: vec![(0, 0)], file_length: file.len() };
        let mut start = 0;
        while let Some(rest) = file.get(start..).filter(|rest| !rest.is_empty()) {
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let (line, after) = rest.split_at(length);
            text.line(line, start)?;
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
        Ok(text)
    }

    /// The text itself.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// A range of the text, in the file; what is dropped after its last byte may belong to it.
    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        self.offset_in_file(range.start)..self.offset_in_file(range.end)
    }

    fn offset_in_file(&self, offset: usize) -> usize {
        let shifts = self.shifts.partition_point(|(at, _)| *at <= offset);
        let (at, in_file) = self.shifts.get(shifts.saturating_sub(1)).copied().unwrap_or_default();
        (in_file + offset.saturating_sub(at)).min(self.file_length)
    }

    /// Adds a line without its end, which begins at a byte of the file.
    fn line(&mut self, line: &str, start: usize) -> Result<(), Unreadable> {
        let is_space = |c: char| matches!(c, ' ' | '\t') || is_dropped(c) || is_line_end_of_unicode(c);
        let words = line.trim_start_matches(is_space);
        if words.is_empty() {
            return Ok(());
        }
        let indentation = line.len() - words.len();
        let tab = line.get(..indentation).and_then(|indentation| indentation.find('\t'));
        if let Some(tab) = tab.filter(|_| !words.starts_with('#')) {
            return Err(Unreadable::Tab(start + tab..start + indentation));
        }
        for (at, c) in line.char_indices().filter(|(_, c)| !is_dropped(*c)) {
            let blank = c == '\t' || is_line_end_of_unicode(c);
            self.push(if blank { ' ' } else { c }, start + at);
        }
        Ok(())
    }

    fn push(&mut self, c: char, in_file: usize) {
        let (last, last_in_file) = self.shifts.last().copied().unwrap_or_default();
        let expected = last_in_file + (self.text.len() - last);
        if expected != in_file {
            self.shifts.push((self.text.len(), in_file));
        }
        self.text.push(c);
    }
}

fn is_line_end_of_unicode(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
