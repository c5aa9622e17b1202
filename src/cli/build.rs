//! `ataskaita build`: from reports to PDFs, one for each edition.

use std::path::PathBuf;
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::build::{Built, Options, build};
use ataskaita::diagnostic::Severity;
use ataskaita::diagnostic::messages::Tally;
use ataskaita::source::Source;
use ataskaita::typeset::{Edition, Typesetter};
use clap::Args;

use super::Design;
use super::console::Console;
use super::press::PressOptions;
use super::targets::{self, Editions};

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The reports' YAML files; - reads one from standard input
    #[arg(required = true, value_name = "REPORT.yaml")]
    reports: Vec<PathBuf>,
    /// Which editions to make: screen, print, or all of them
    #[arg(long, value_enum, default_value_t, value_name = "screen|print|all", hide_possible_values = true)]
    edition: Editions,
    /// Where to write: a file, a folder, or - for standard output
    ///
    /// Without it, data/2023.yaml becomes output/2023.pdf and output/2023-print.pdf. Where a file is
    /// named for all editions, it is the screen's, and that for print stands beside it in the same way.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    output: Option<PathBuf>,
    #[command(flatten)]
    design: Design,
    #[command(flatten)]
    press: PressOptions,
}

impl Build {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let targets = match targets::of(&self.reports, self.output.as_deref(), self.edition) {
            Ok(targets) => targets,
            Err(usage) => return Ok(console.refuse(usage)),
        };
        let Design { template, fonts } = &self.design;
        let date = super::date_of_environment()?;
        let typesetter = Typesetter::new(template.as_deref(), fonts.as_deref())?;
        let options = Options { editions: self.editions(), press: self.press.press()?, date };
        let inputs: Vec<PathBuf> = self.reports.iter().chain(self.press.profile()).cloned().collect();
        let mut unmade = Tally::default();
        for (path, target) in self.reports.iter().zip(targets) {
            let built = Source::read(path)
                .map_err(|diagnostic| vec![diagnostic])
                .and_then(|source| build(&source, &typesetter, &options))
                .and_then(|Built { pdfs, warnings }| {
                    let files = target.write(&pdfs, &inputs).map_err(|diagnostic| vec![diagnostic])?;
                    Ok((files, warnings))
                });
            match built {
                Ok((files, warnings)) => {
                    console.show(&warnings);
                    if !files.is_empty() {
                        console.say(&console.language().made(&files));
                    }
                }
                Err(mut diagnostics) => {
                    // Warnings would hide what keeps the PDF from being made; `check` shows them.
                    diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
                    console.show(&diagnostics);
                    unmade.add(&Tally::of(1, &diagnostics));
                }
            }
        }
        if unmade.reports == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        console.say(&console.language().unmade(unmade));
        Ok(ExitCode::FAILURE)
    }

    /// The editions that are asked for, in order.
    fn editions(&self) -> Vec<Edition> {
        match self.edition {
            Editions::Screen => vec![Edition::Screen],
            Editions::Print => vec![self.press.edition()],
            Editions::All => vec![Edition::Screen, self.press.edition()],
        }
    }
}
