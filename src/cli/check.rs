//! `ataskaita check`: finds all problems of reports without building them.

use std::path::PathBuf;
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::build::check;
use ataskaita::diagnostic::messages::Tally;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::files::write_result;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;
use clap::{Args, ValueEnum};

use super::console::Console;
use super::listing;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The reports' YAML files; - reads one from standard input
    #[arg(required = true, value_name = "REPORT.yaml")]
    reports: Vec<PathBuf>,
    /// Output format: human for people, short for editors, json for programs
    #[arg(long, value_enum, default_value_t, value_name = "human|short|json", hide_possible_values = true)]
    format: Format,
    /// Also find words that are not in the Lithuanian dictionary and usage that VLKK advises against
    #[arg(long)]
    spelling: bool,
}

/// The output format of findings.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Format {
    /// With source excerpts, on standard error.
    #[default]
    Human,
    /// One line per finding, on standard output.
    Short,
    /// A JSON array, on standard output.
    Json,
}

impl Check {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let typesetter = Typesetter::new(None, None)?;
        let mut found: Vec<Diagnostic> = Vec::new();
        for path in &self.reports {
            match Source::read(path) {
                Ok(source) => found.extend(check(&source, &typesetter, self.spelling)),
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        let tally = Tally::of(self.reports.len(), &found);
        match self.format {
            Format::Human => {
                console.show(&found);
                console.summarize(tally);
            }
            Format::Short => print(&listing::short(&found, console.language()))?,
            Format::Json => print(&listing::json(&found, console.language()))?,
        }
        Ok(if tally.errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// Writes a result to standard output.
pub(super) fn print(text: &str) -> Result<(), Diagnostic> {
    write_result(text.as_bytes()).map_err(|why| Diagnostic::new(Problem::OutputUnwritable(why)))
}
