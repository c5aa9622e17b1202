//! `ataskaita build`: from reports to PDFs, one for each edition.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::checked::Checked;
use ataskaita::diagnostic::{Severity, any_error};
use ataskaita::document::Document;
use ataskaita::export::{self, Press};
use ataskaita::preflight::{self, Demands};
use ataskaita::problem::Problem;
use ataskaita::report::Date;
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Edition, Typesetter};
use clap::{Args, ValueEnum};

use super::console::Console;
use super::press::PressOptions;
use super::{Design, targets};

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

/// The editions that are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Editions {
    /// For the screen and the archive.
    Screen,
    /// For the printing house.
    Print,
    /// Every one.
    #[default]
    All,
}

/// The width and height of the pages, in millimetres (ISO 216).
const A4: (f64, f64) = (210.0, 297.0);

impl Build {
    pub(crate) fn run(self, console: &mut Console) -> anyhow::Result<ExitCode> {
        let targets = match targets::of(&self.reports, self.output.as_deref(), self.edition) {
            Ok(targets) => targets,
            Err(usage) => return console.refuse(usage),
        };
        let prepared = date_of_environment().and_then(|date| {
            let Design { template, fonts } = &self.design;
            Ok((date, Typesetter::new(template.as_deref(), fonts.as_deref())?, self.press.press()?))
        });
        let (date, typesetter, press) = match prepared {
            Ok(prepared) => prepared,
            Err(diagnostic) => {
                console.show(&[diagnostic])?;
                return Ok(ExitCode::FAILURE);
            }
        };
        let mut status = ExitCode::SUCCESS;
        for (path, target) in self.reports.iter().zip(targets) {
            let built = self.build(path, date, &typesetter, &press).and_then(|Built { pdfs, warnings }| {
                let written = target.write(&pdfs).map_err(|error| vec![error]);
                written.map(|files| (files, warnings))
            });
            match built {
                Ok((files, warnings)) => {
                    console.show(&warnings)?;
                    if !files.is_empty() {
                        console.say(&console.language().made(&files))?;
                    }
                }
                Err(diagnostics) => {
                    console.show(&diagnostics)?;
                    status = ExitCode::FAILURE;
                }
            }
        }
        Ok(status)
    }

    /// The editions that are asked for, in order.
    fn editions(&self) -> Vec<Edition> {
        match self.edition {
            Editions::Screen => vec![Edition::Screen],
            Editions::Print => vec![self.press.edition()],
            Editions::All => vec![Edition::Screen, self.press.edition()],
        }
    }

    /// The whole way of one report, from its file to the bytes of a PDF for each edition.
    fn build(
        &self,
        path: &Path,
        date: Option<Date>,
        typesetter: &Typesetter,
        press: &Press,
    ) -> Result<Built, Vec<Diagnostic>> {
        let source = Source::read(path).map_err(|diagnostic| vec![diagnostic])?;
        let Checked { report, pictures, mut warnings } = Checked::new(&source, |c| typesetter.shows(c), &[])?;
        let document = Document::new(&report, &pictures, date);
        let mut pdfs = Vec::new();
        for edition in self.editions() {
            let layout = typesetter.typeset(&document, &pictures, edition)?;
            // Most that is to be said of a template is to be said of it in every edition.
            let news: Vec<_> =
                layout.warnings.iter().filter(|warning| !warnings.contains(warning)).cloned().collect();
            warnings.extend(news);
            pdfs.push(match edition {
                Edition::Screen => export::screen(&layout)?,
                Edition::Print { bleed } => {
                    let pdf = export::print(&layout, press)?;
                    self.inspect(&pdf, bleed, &source)?;
                    pdf
                }
            });
        }
        Ok(Built { pdfs, warnings })
    }

    /// Looks at a PDF for print as `preflight` does. One that a printing house would send back is not
    /// handed over. Of what it would only frown at, `check` has told already.
    fn inspect(&self, pdf: &[u8], bleed: Bleed, source: &Source) -> Result<(), Vec<Diagnostic>> {
        let demands = Demands {
            // The size of a designer's own pages is theirs to choose.
            trim: self.design.template.is_none().then_some(A4),
            bleed: bleed.millimetres(),
            ..Demands::default()
        };
        let findings = match preflight::inspect(pdf, &demands) {
            Ok(inspection) => inspection.findings,
            Err(finding) => vec![finding],
        };
        if !any_error(&findings) {
            return Ok(());
        }
        let errors = findings.into_iter().filter(|finding| finding.severity() == Severity::Error);
        Err(errors.map(|error| error.in_file(source.file())).collect())
    }
}

/// What came of a report.
struct Built {
    /// A PDF for each edition.
    pdfs: Vec<Vec<u8>>,
    warnings: Vec<Diagnostic>,
}

/// The date of a report that names none of its own (reproducible-builds.org/specs/source-date-epoch).
fn date_of_environment() -> Result<Option<Date>, Diagnostic> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix_seconds);
    let wrong = || Diagnostic::new(Problem::SourceDateEpoch(value.to_string_lossy().into_owned()));
    date.map(Some).ok_or_else(wrong)
}
