//! `ataskaita build`: builds PDFs from reports, one for each edition or imposition.

use std::path::PathBuf;
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::build::{Built, Options, build};
use ataskaita::diagnostic::Severity;
use ataskaita::diagnostic::messages::Tally;
use ataskaita::export::Imposition;
use ataskaita::source::Source;
use ataskaita::typeset::{Edition, Typesetter};
use clap::Args;

use super::Design;
use super::console::Console;
use super::press::PressOptions;
use super::targets::{self, Editions, Product};

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The reports' YAML files; - reads one from standard input
    #[arg(required = true, value_name = "REPORT.yaml")]
    reports: Vec<PathBuf>,
    /// Which editions to make: screen, print or all
    ///
    /// The default is all, or none if --booklet or --spreads is given.
    #[arg(long, value_enum, value_name = "screen|print|all", hide_possible_values = true)]
    edition: Option<Editions>,
    /// Make a booklet for an office printer: two pages on each side of A4, in folding order
    ///
    /// Print it double-sided, flipped on the short edge, and fold the sheets in the middle.
    #[arg(long)]
    booklet: bool,
    /// Make a PDF of spreads: the cover, then pairs of facing pages
    #[arg(long)]
    spreads: bool,
    /// Where to write: a file, a folder, or - for standard output
    ///
    /// By default, the PDFs of data/2023.yaml are output/2023.pdf, output/2023-print.pdf, output/2023-booklet.pdf and
    /// output/2023-spreads.pdf. If you give a file, it is the first PDF, and the names of the others are derived from it
    /// in the same way.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    output: Option<PathBuf>,
    #[command(flatten)]
    design: Design,
    #[command(flatten)]
    press: PressOptions,
}

impl Build {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let targets = match targets::of(&self.reports, self.output.as_deref(), &self.products()) {
            Ok(targets) => targets,
            Err(usage) => return Ok(console.refuse(usage)),
        };
        let Design { template, fonts } = &self.design;
        let date = super::date_of_environment()?;
        let typesetter = Typesetter::new(template.as_deref(), fonts.as_deref())?;
        let (editions, impositions) = (self.editions(), self.impositions());
        let options = Options { editions, impositions, press: self.press.press()?, date };
        let inputs: Vec<PathBuf> = self.reports.iter().chain(self.press.profile()).cloned().collect();
        let mut not_made = Tally::default();
        for (path, target) in self.reports.iter().zip(targets) {
            let built = Source::read(path)
                .map_err(|diagnostic| vec![diagnostic])
                .and_then(|source| build(&source, &typesetter, &options))
                .and_then(|Built { pdfs, warnings }| {
                    let inputs = [inputs.as_slice(), &typesetter.files_read()].concat();
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
                    // Warnings would hide the errors; `check` shows them.
                    diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
                    console.show(&diagnostics);
                    not_made.add(&Tally::of(1, &diagnostics));
                }
            }
        }
        if not_made.reports == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        console.say(&console.language().not_made(not_made));
        Ok(ExitCode::FAILURE)
    }

    /// The requested PDFs, in order: the editions, then the impositions.
    fn products(&self) -> Vec<Product> {
        let editions: &[Product] = match self.edition {
            Some(Editions::Screen) => &[Product::Screen],
            Some(Editions::Print) => &[Product::Print],
            None if self.booklet || self.spreads => &[],
            Some(Editions::All) | None => &[Product::Screen, Product::Print],
        };
        let booklet = self.booklet.then_some(Product::Booklet);
        let spreads = self.spreads.then_some(Product::Spreads);
        editions.iter().copied().chain(booklet).chain(spreads).collect()
    }

    fn editions(&self) -> Vec<Edition> {
        let edition = |product| match product {
            Product::Screen => Some(Edition::Screen),
            Product::Print => Some(self.press.edition()),
            Product::Booklet | Product::Spreads | Product::Draft => None,
        };
        self.products().into_iter().filter_map(edition).collect()
    }

    fn impositions(&self) -> Vec<Imposition> {
        let imposition = |product| match product {
            Product::Booklet => Some(Imposition::Booklet),
            Product::Spreads => Some(Imposition::Spreads),
            Product::Screen | Product::Print | Product::Draft => None,
        };
        self.products().into_iter().filter_map(imposition).collect()
    }
}
