//! Diagnostics as a compiler shows them, with the lines that they concern.

use std::io::{self, Write};
use std::sync::Arc;

use codespan_reporting::diagnostic as codespan;
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorSpec, WriteColor};

use super::messages::Language;
use super::problem::Problem;
use super::{Diagnostic, Severity, SourceFile};

impl Diagnostic {
    /// Writes the diagnostic as a compiler would, with the lines that it concerns.
    ///
    /// # Errors
    /// What the output says when it cannot be written to.
    pub fn emit(&self, output: &mut dyn WriteColor, language: Language) -> io::Result<()> {
        let mut files = SimpleFiles::new();
        let mut known: Vec<&Arc<SourceFile>> = Vec::new();
        let mut labels = Vec::new();
        for (place, range) in self.places.iter().filter_map(|place| Some((place, place.text_range()?))) {
            let id = known.iter().position(|file| *file == &place.file).unwrap_or_else(|| {
                known.push(&place.file);
                files.add(&place.file.name, harmless(&place.file.text))
            });
            let style = if labels.is_empty() {
                codespan::LabelStyle::Primary
            } else {
                codespan::LabelStyle::Secondary
            };
            let words = language.role(&place.role);
            labels.push(codespan::Label::new(style, id, range.clone()).with_message(words));
        }
        let words = self.words(language);
        let message = match self.places.first() {
            Some(place) if place.text_range().is_none() => {
                format!("{}: {}", place.file.name, self.message(language))
            }
            _ => self.message(language),
        };
        let hints = words.hints.iter().map(|hint| language.hint(hint));
        let diagnostic = codespan::Diagnostic::new(match self.severity() {
            Severity::Note => codespan::Severity::Note,
            Severity::Warning => codespan::Severity::Warning,
            Severity::Error => codespan::Severity::Error,
        })
        .with_message(harmless(&message))
        .with_labels(labels)
        .with_notes(words.notes.into_iter().chain(hints).collect());
        // What others say has no code of its own.
        let diagnostic = match &*self.problem {
            Problem::Said { .. } => diagnostic,
            _ => diagnostic.with_code(self.code()),
        };
        let mut output = InLanguage { output, word: Some(language.severity(self.severity())) };
        term::emit(&mut output, &term::Config::default(), &files, &diagnostic).map_err(|error| match error {
            codespan_reporting::files::Error::Io(error) => error,
            other => io::Error::other(other),
        })
    }
}

/// A text without what could steer a terminal: control characters and marks of direction have
/// something as long in their place.
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => c,
            '\0'..='\x1f' | '\x7f' => '?',
            '\u{80}'..='\u{9f}' => '·',
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => c,
        })
        .collect()
}

/// An output in which the first word, which codespan-reporting has in English alone, is in the
/// user's language.
struct InLanguage<'a> {
    output: &'a mut dyn WriteColor,
    /// The word to write in place of the first; none once it is written.
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
        let file = Arc::new(SourceFile { name: "a.yaml".to_owned(), text: "ą: 1\nmembers: 5\n".to_owned() });
        let mut output = NoColor::new(Vec::new());
        Diagnostic::error("five is too many")
            .place(&file, 15..16, Role::Said("this many".to_owned()))
            .hint("take four")
            .emit(&mut output, language)
            .unwrap();
        String::from_utf8(output.into_inner()).unwrap()
    }

    #[test]
    fn the_line_is_shown_with_the_place_marked() {
        assert_eq!(
            shown(Language::English),
            "error: five is too many\n  ┌─ a.yaml:2:10\n  │\n2 │ members: 5\n  │          ^ this \
             many\n  │\n  = help: take four\n\n"
        );
    }

    #[test]
    fn the_frame_is_in_the_language_too() {
        let shown = shown(Language::Lithuanian);
        assert!(shown.starts_with("klaida: ") && shown.contains("= patarimas: "), "{shown}");
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_shown() {
        let text = "a\u{1b}[31m \u{9b} \u{202e}b";
        assert_eq!(harmless(text), "a?[31m · \u{fffd}b");
        assert_eq!(harmless(text).len(), text.len(), "or places would be others");
    }
}
