//! Standard error, where everything is said that is not a result.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::{Language, Tally};
use ataskaita::diagnostic::problem::{Problem, Usage};
use clap::ColorChoice;
use codespan_reporting::term::termcolor::{self, StandardStream};

/// The exit status of wrong usage, which is also clap's.
pub(super) const STATUS_OF_WRONG_USAGE: u8 = 2;

/// Where diagnostics go, and in which language.
pub(crate) struct Console {
    stream: StandardStream,
    language: Language,
}

impl Console {
    /// Honours the choice of the user and, where that is left to the program, whether standard
    /// error is a terminal and `NO_COLOR` (no-color.org).
    pub(crate) fn new(color: ColorChoice, language: Language) -> Self {
        let stream = StandardStream::stderr(match color {
            ColorChoice::Always => termcolor::ColorChoice::Always,
            // Termcolor heeds `NO_COLOR`.
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
    pub(crate) fn show(&mut self, diagnostics: &[Diagnostic]) -> anyhow::Result<()> {
        diagnostics.iter().try_for_each(|diagnostic| Ok(diagnostic.emit(&mut self.stream, self.language)?))
    }

    /// Says what is wrong with the arguments; gives the exit status.
    pub(crate) fn refuse(&mut self, usage: Usage) -> anyhow::Result<ExitCode> {
        self.show(&[Diagnostic::new(Problem::Usage(usage))])?;
        Ok(ExitCode::from(STATUS_OF_WRONG_USAGE))
    }

    /// Says what checking came to.
    pub(crate) fn summarize(&mut self, tally: Tally) -> anyhow::Result<()> {
        self.say(&self.language.summary(tally))
    }

    /// Says something in a line of its own.
    pub(crate) fn say(&mut self, line: &str) -> anyhow::Result<()> {
        Ok(writeln!(self.stream, "{line}")?)
    }

    /// Shows an error that is not about a report. Where even that fails there is nobody to tell.
    pub(crate) fn error(&mut self, error: &anyhow::Error) {
        let _ = Diagnostic::error(format!("{error:#}")).emit(&mut self.stream, self.language);
    }
}
