//! Standard error, to which everything goes that is not a result.
//!
//! That it is closed or full stops nothing: the results and the exit status are the same.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::{Language, Tally};
use ataskaita::diagnostic::problem::{Problem, Usage};
use ataskaita::diagnostic::terminal::{emit, single_line};
use clap::ColorChoice;
use codespan_reporting::term::termcolor::{self, StandardStream};

/// The exit status of wrong usage, which is also clap's.
pub(super) const STATUS_OF_WRONG_USAGE: u8 = 2;

/// Standard error, and the language in which it is written.
pub(crate) struct Console {
    stream: StandardStream,
    language: Language,
}

impl Console {
    /// Uses colours as the user chose; where the choice is left to the program, if standard error is a
    /// terminal and `NO_COLOR` is not set (no-color.org).
    pub(crate) fn new(color: ColorChoice, language: Language) -> Self {
        let stream = StandardStream::stderr(match color {
            ColorChoice::Always => termcolor::ColorChoice::Always,
            // Termcolor reads `NO_COLOR`.
            ColorChoice::Auto if io::stderr().is_terminal() => termcolor::ColorChoice::Auto,
            ColorChoice::Auto | ColorChoice::Never => termcolor::ColorChoice::Never,
        });
        Self { stream, language }
    }

    /// The language in which the user is spoken to.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Shows diagnostics, each with its place.
    pub(crate) fn show(&mut self, diagnostics: &[Diagnostic]) {
        let _ = emit(diagnostics, &mut self.stream, self.language);
    }

    /// Says what is wrong with the arguments; gives the exit status.
    pub(crate) fn refuse(&mut self, usage: Usage) -> ExitCode {
        self.show(&[Diagnostic::new(Problem::Usage(usage))]);
        ExitCode::from(STATUS_OF_WRONG_USAGE)
    }

    /// Says how many problems were found.
    pub(crate) fn summarize(&mut self, tally: Tally) {
        self.say(&self.language.summary(tally));
    }

    /// Prints something on a separate line.
    pub(crate) fn say(&mut self, line: &str) {
        let _ = writeln!(self.stream, "{}", single_line(line));
    }
}
