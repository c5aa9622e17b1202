//! Standard error, where everything is said that is not a result.

use std::io::IsTerminal;

use ataskaita::Diagnostic;
use clap::ColorChoice;
use codespan_reporting::term::termcolor::{self, StandardStream};

/// Where diagnostics go.
pub(crate) struct Console(StandardStream);

impl Console {
    /// Honours the choice of the user and, where that is left to the program, whether standard
    /// error is a terminal and `NO_COLOR` (no-color.org).
    pub(crate) fn new(color: ColorChoice) -> Self {
        Self(StandardStream::stderr(match color {
            ColorChoice::Always => termcolor::ColorChoice::Always,
            // Termcolor heeds `NO_COLOR`.
            ColorChoice::Auto if std::io::stderr().is_terminal() => termcolor::ColorChoice::Auto,
            ColorChoice::Auto | ColorChoice::Never => termcolor::ColorChoice::Never,
        }))
    }

    /// Shows diagnostics, each with its place.
    pub(crate) fn show(&mut self, diagnostics: &[Diagnostic]) -> anyhow::Result<()> {
        diagnostics.iter().try_for_each(|diagnostic| Ok(diagnostic.emit(&mut self.0)?))
    }

    /// Shows an error that is not about a report. Where even that fails there is nobody to tell.
    pub(crate) fn error(&mut self, error: &anyhow::Error) {
        let _ = Diagnostic::error(format!("{error:#}")).emit(&mut self.0);
    }
}
