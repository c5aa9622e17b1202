//! Output to standard error: everything except results.
//!
//! Errors when writing to it are ignored; they change neither the results nor the exit status.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::{Language, Tally};
use ataskaita::diagnostic::problem::{Problem, Usage};
use ataskaita::diagnostic::terminal::{emit, single_line};
use clap::ColorChoice;
use codespan_reporting::term::termcolor::{self, StandardStream};

/// The exit status for invalid arguments, the same as clap's.
pub(super) const USAGE_ERROR: u8 = 2;

/// Standard error, with the language of messages.
pub(crate) struct Console {
    stream: StandardStream,
    language: Language,
}

impl Console {
    /// Uses colours according to `color`; with `auto`, if standard error is a terminal and `NO_COLOR` is not set
    /// (no-color.org).
    pub(crate) fn new(color: ColorChoice, language: Language) -> Self {
        let stream = StandardStream::stderr(match color {
            ColorChoice::Always => termcolor::ColorChoice::Always,
            // Termcolor reads `NO_COLOR`.
            ColorChoice::Auto if io::stderr().is_terminal() => termcolor::ColorChoice::Auto,
            ColorChoice::Auto | ColorChoice::Never => termcolor::ColorChoice::Never,
        });
        Self { stream, language }
    }

    /// The language of messages.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Shows diagnostics with source excerpts.
    pub(crate) fn show(&mut self, diagnostics: &[Diagnostic]) {
        let _ = emit(diagnostics, &mut self.stream, self.language);
    }

    /// Reports invalid arguments, and returns the exit status.
    pub(crate) fn refuse(&mut self, usage: Usage) -> ExitCode {
        self.show(&[Diagnostic::new(Problem::Usage(usage))]);
        ExitCode::from(USAGE_ERROR)
    }

    /// Prints the number of problems.
    pub(crate) fn summarize(&mut self, tally: Tally) {
        self.say(&self.language.summary(tally));
    }

    /// Prints a line.
    pub(crate) fn say(&mut self, line: &str) {
        let _ = writeln!(self.stream, "{}", single_line(line));
    }
}
