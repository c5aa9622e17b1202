//! Compiler-style output of diagnostics, with source excerpts.
//!
//! Control characters in user text are never written to the terminal, and long lines are shortened.

use std::io::{self, Write};
use std::ops::Range;
use std::slice;
use std::sync::Arc;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorSpec, WriteColor};

use super::messages::Language;
use super::problem::Problem;
use super::{Diagnostic, Severity, SourceFile};

/// The maximum number of bytes of a line that are shown.
const LINE_LIMIT: usize = 320;
/// The number of bytes shown before the marked location, in a longer line.
const BEFORE_PLACE: usize = 120;

impl Diagnostic {
    /// Writes the diagnostic with source excerpts.
    ///
    /// # Errors
    /// If the output cannot be written to.
    pub fn emit(&self, output: &mut dyn WriteColor, language: Language) -> io::Result<()> {
        emit(slice::from_ref(self), output, language)
    }
}

/// Writes diagnostics with source excerpts.
///
/// # Errors
/// If the output cannot be written to.
pub fn emit(diagnostics: &[Diagnostic], output: &mut dyn WriteColor, language: Language) -> io::Result<()> {
    let mut texts: Vec<ShownText<'_>> = Vec::new();
    diagnostics.iter().try_for_each(|diagnostic| emit_one(diagnostic, &mut texts, output, language))
}

/// Writes a diagnostic; `texts` caches the texts of files that have been shown before.
fn emit_one<'a>(
    diagnostic: &'a Diagnostic,
    texts: &mut Vec<ShownText<'a>>,
    output: &mut dyn WriteColor,
    language: Language,
) -> io::Result<()> {
    let mut places: Vec<(usize, Range<usize>, String)> = Vec::new();
    for (place, range) in diagnostic.places.iter().filter_map(|place| Some((place, place.text_range()?))) {
        let file = texts.iter().position(|text| text.file == &place.file).unwrap_or_else(|| {
            texts.push(ShownText::new(&place.file));
            texts.len() - 1
        });
        places.push((file, range.clone(), single_line(&language.role(&place.role))));
    }
    let excerpts = Excerpts::new(texts, places.iter().map(|(file, range, _)| (*file, range.start)));
    let mut labels = Vec::new();
    for (file, range, words) in places {
        // Locations outside the shown part of a line are not marked.
        if let Some(range) = excerpts.shown(file, range) {
            let style = if labels.is_empty() {
                codespan::LabelStyle::Primary
            } else {
                codespan::LabelStyle::Secondary
            };
            labels.push(codespan::Label::new(style, file, range).with_message(words));
        }
    }
    let words = diagnostic.words(language);
    let message = match diagnostic.places.first() {
        Some(place) if place.text_range().is_none() => {
            format!("{}: {}", place.file.name, diagnostic.message(language))
        }
        _ => diagnostic.message(language),
    };
    let hints = words.hints.iter().map(|hint| language.hint(hint));
    let shown = codespan::Diagnostic::new(match diagnostic.severity() {
        Severity::Note => codespan::Severity::Note,
        Severity::Warning => codespan::Severity::Warning,
        Severity::Error => codespan::Severity::Error,
    })
    .with_message(single_line(&message))
    .with_labels(labels)
    .with_notes(words.notes.iter().cloned().chain(hints).map(|note| several_lines(&note)).collect());
    // Messages from other programs have no code.
    let shown = match &*diagnostic.problem {
        Problem::External { .. } => shown,
        _ => shown.with_code(diagnostic.code()),
    };
    let mut output = InLanguage { output, word: Some(language.severity(diagnostic.severity())) };
    term::emit(&mut output, &term::Config::default(), &excerpts, &shown).map_err(|error| match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    })
}

/// Makes a text safe for one line of a terminal: white space becomes a space; control characters and bidirectional
/// controls become U+FFFD.
pub fn single_line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() || is_direction(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Applies [`single_line`] to each line.
fn several_lines(text: &str) -> String {
    text.split('\n').map(single_line).collect::<Vec<_>>().join("\n")
}

/// Makes a text safe for a terminal without changing byte offsets: control characters are replaced by characters of the
/// same length.
fn same_length(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        shown.push(match c {
            '\n' | '\t' => c,
            '\r' if chars.peek() == Some(&'\n') => c,
            '\0'..='\x1f' | '\x7f' => '?',
            '\u{80}'..='\u{9f}' | '\u{61c}' => '·',
            '\u{2028}' | '\u{2029}' => '\u{fffd}',
            c if is_direction(c) => '\u{fffd}',
            c => c,
        });
    }
    shown
}

/// Whether a character affects the direction of the text around it (UAX #9, section 2).
fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text of a file, made safe for a terminal.
struct ShownText<'a> {
    file: &'a Arc<SourceFile>,
    name: String,
    text: String,
    /// The offset of each line.
    lines: Vec<usize>,
}

impl<'a> ShownText<'a> {
    fn new(file: &'a Arc<SourceFile>) -> Self {
        let text = same_length(&file.text);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { file, name: single_line(&file.name), text, lines }
    }

    /// The line of a byte offset, from 0.
    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The byte range of a line, including its line end.
    fn line_range(&self, line: usize) -> Option<Range<usize>> {
        Some(*self.lines.get(line)?..self.lines.get(line + 1).copied().unwrap_or(self.text.len()))
    }

    /// The part of a line that is shown if a location in it is marked.
    fn excerpt(&self, line: Range<usize>, place: usize) -> Range<usize> {
        if line.len() <= LINE_LIMIT {
            return line;
        }
        let start = self.text.floor_char_boundary(place.saturating_sub(BEFORE_PLACE)).max(line.start);
        start..self.text.floor_char_boundary(start + LINE_LIMIT).min(line.end)
    }
}

/// Texts with the shown part of each line that a diagnostic refers to.
struct Excerpts<'a> {
    texts: &'a [ShownText<'a>],
    /// The file, the line and the part.
    parts: Vec<(usize, usize, Range<usize>)>,
}

impl<'a> Excerpts<'a> {
    /// Chooses the parts by the first location in each line.
    fn new(texts: &'a [ShownText<'a>], places: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut places: Vec<(usize, usize)> = places.collect();
        places.sort_unstable();
        let mut parts: Vec<(usize, usize, Range<usize>)> = Vec::new();
        for (file, place) in places {
            let Some(text) = texts.get(file) else { continue };
            let line = text.line(place);
            if parts.last().is_none_or(|(known, other, _)| (*known, *other) != (file, line)) {
                parts.extend(text.line_range(line).map(|range| (file, line, text.excerpt(range, place))));
            }
        }
        Self { texts, parts }
    }

    /// The shown part of a range; `None` if its start is not shown.
    fn shown(&self, file: usize, range: Range<usize>) -> Option<Range<usize>> {
        let line = self.texts.get(file)?.line(range.start);
        let (_, _, part) = self.parts.iter().find(|(known, other, _)| (*known, *other) == (file, line))?;
        let end = if range.end > part.end { part.end.saturating_sub(1).max(range.start) } else { range.end };
        (range.start <= part.end).then_some(range.start..end)
    }
}

impl<'a> Files<'a> for Excerpts<'a> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, file: usize) -> Result<&'a str, Error> {
        Ok(&self.text(file)?.name)
    }

    fn source(&'a self, file: usize) -> Result<&'a str, Error> {
        Ok(&self.text(file)?.text)
    }

    fn line_index(&'a self, file: usize, byte: usize) -> Result<usize, Error> {
        Ok(self.text(file)?.line(byte))
    }

    fn line_range(&'a self, file: usize, line: usize) -> Result<Range<usize>, Error> {
        if let Some((_, _, part)) =
            self.parts.iter().find(|(known, other, _)| (*known, *other) == (file, line))
        {
            return Ok(part.clone());
        }
        let text = self.text(file)?;
        let range = text
            .line_range(line)
            .ok_or(Error::LineTooLarge { given: line, max: text.lines.len().saturating_sub(1) })?;
        Ok(text.excerpt(range.clone(), range.start))
    }

    /// The column in the whole line, not in its shown part.
    fn column_number(&'a self, file: usize, _: usize, byte: usize) -> Result<usize, Error> {
        Ok(self.text(file)?.file.position(byte).1)
    }
}

impl Excerpts<'_> {
    fn text(&self, file: usize) -> Result<&ShownText<'_>, Error> {
        self.texts.get(file).ok_or(Error::FileMissing)
    }
}

/// Replaces the severity, the first word of the output, which codespan-reporting writes in English only.
struct InLanguage<'a> {
    output: &'a mut dyn WriteColor,
    /// The replacement; `None` once it is written.
    word: Option<&'static str>,
}

impl Write for InLanguage<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.word.take() {
            Some(word) if matches!(bytes, b"error" | b"warning" | b"note") => {
                self.output.write_all(word.as_bytes())?;
                Ok(bytes.len())
            }
            word => {
                self.word = word.filter(|_| bytes.is_empty());
                self.output.write(bytes)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

impl WriteColor for InLanguage<'_> {
    fn supports_color(&self) -> bool {
        self.output.supports_color()
    }

    fn set_color(&mut self, color: &ColorSpec) -> io::Result<()> {
        self.output.set_color(color)
    }

    fn reset(&mut self) -> io::Result<()> {
        self.output.reset()
    }

    fn is_synchronous(&self) -> bool {
        self.output.is_synchronous()
    }
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::NoColor;

    use super::*;
    use crate::diagnostic::finding::Role;

    fn shown(language: Language) -> String {
        let file = Arc::new(SourceFile::new("a.yaml", "ą: 1\nmembers: 5\n"));
        let mut output = NoColor::new(Vec::new());
        Diagnostic::error("five is too many")
            .place(&file, 15..16, Role::Label("this many".to_owned()))
            .hint("take four")
            .emit(&mut output, language)
            .unwrap();
        String::from_utf8(output.into_inner()).unwrap()
    }

    #[test]
    fn the_location_is_marked_in_its_line() {
        assert_eq!(
            shown(Language::English),
            "error: five is too many\n  ┌─ a.yaml:2:10\n  │\n2 │ members: 5\n  │          ^ this \
             many\n  │\n  = help: take four\n\n"
        );
    }

    #[test]
    fn severity_and_hints_are_translated() {
        let shown = shown(Language::Lithuanian);
        assert!(shown.starts_with("klaida: ") && shown.contains("= patarimas: "), "{shown}");
    }

    #[test]
    fn control_characters_are_replaced() {
        let text = "a\u{1b}[31m \u{9b} \u{61c}\u{202e}\u{2028}b\rc\r\n\td";
        assert_eq!(same_length(text), "a?[31m · ·\u{fffd}\u{fffd}b?c\r\n\td");
        assert_eq!(same_length(text).len(), text.len(), "byte offsets must not change");
        assert_eq!(single_line(text), "a\u{fffd}[31m \u{fffd} \u{fffd}\u{fffd} b c   d");
    }

    /// User text occurs in messages, labels, notes and file names.
    #[test]
    fn diagnostics_cannot_inject_control_characters_or_lines() {
        let hostile = "x\u{1b}[2J\nerror: y\u{202e}\r";
        let file = Arc::new(SourceFile::new(hostile, "a\u{1b}[2J\rb: 1"));
        for diagnostic in [
            Diagnostic::error(hostile).place(&file, 0..1, Role::Label(hostile.to_owned())),
            Diagnostic::error("message").in_file(&file).note(hostile).hint(hostile),
        ] {
            let mut output = NoColor::new(Vec::new());
            diagnostic.emit(&mut output, Language::English).unwrap();
            let shown = String::from_utf8(output.into_inner()).unwrap();
            assert!(!shown.contains(['\u{1b}', '\u{202e}', '\r']), "{shown:?}");
            assert_eq!(shown.lines().filter(|line| line.starts_with("error: ")).count(), 1, "{shown:?}");
        }
    }

    #[test]
    fn a_long_line_is_shortened_around_the_location() {
        let text = format!("first: 1\nkey: {}here{}", "ą".repeat(1000), "č".repeat(100_000));
        let here = text.find("here").unwrap();
        let file = Arc::new(SourceFile::new("a.yaml", text));
        let mut output = NoColor::new(Vec::new());
        Diagnostic::error("wrong")
            .place(&file, here..here + 4, Role::Here)
            .place(&file, here + 90_000..here + 90_010, Role::First)
            .emit(&mut output, Language::English)
            .unwrap();
        let shown = String::from_utf8(output.into_inner()).unwrap();
        assert!(shown.len() < 1000, "{} bytes", shown.len());
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[1], "  ┌─ a.yaml:2:1006");
        let place = |line: &str, mark: char| line.chars().position(|c| c == mark);
        assert_eq!(place(lines[3], 'h'), place(lines[4], '^'), "{shown}");
        assert_eq!(lines[4].matches('^').count(), 4);
    }
}
