//! `ataskaita build`: from reports to PDFs, one for each edition.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use ataskaita::Diagnostic;
use ataskaita::checked::Checked;
use ataskaita::diagnostic::{Severity, any_error};
use ataskaita::document::Document;
use ataskaita::export::{self, Press, WriteError};
use ataskaita::preflight::{self, Demands};
use ataskaita::report::Date;
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Edition, Typesetter};
use clap::{Args, ValueEnum};

use super::Design;
use super::console::Console;
use super::press::PressOptions;

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
enum Editions {
    /// For the screen and the archive.
    Screen,
    /// For the printing house.
    Print,
    /// Every one.
    #[default]
    All,
}

/// Where PDFs go when nothing else is said.
const OUTPUT_FOLDER: &str = "output";
/// What the PDF of standard input is called.
const STANDARD_INPUT_NAME: &str = "report";
/// The width and height of the pages, in millimetres (ISO 216).
const A4: (f64, f64) = (210.0, 297.0);
/// What the name of a file for print ends in.
const PRINT_SUFFIX: &str = "-print";

impl Build {
    pub(crate) fn run(self, console: &mut Console) -> anyhow::Result<ExitCode> {
        let targets = self.targets()?;
        let date = date_of_environment()?;
        let made = Typesetter::new(self.design.template.as_deref(), self.design.fonts.as_deref());
        let (typesetter, press) = match (made, self.press.press()?) {
            (Ok(typesetter), Ok(press)) => (typesetter, press),
            (Err(diagnostic), _) | (_, Err(diagnostic)) => {
                console.show(&[diagnostic])?;
                return Ok(ExitCode::FAILURE);
            }
        };
        let mut status = ExitCode::SUCCESS;
        for (path, target) in self.reports.iter().zip(targets) {
            match self.build(path, date, &typesetter, &press) {
                Ok(Built { pdfs, warnings }) => {
                    console.show(&warnings)?;
                    target.write(&pdfs)?;
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

    /// A target for each report, no two the same.
    fn targets(&self) -> anyhow::Result<Vec<Target>> {
        let output = self.output.as_deref();
        let folder = match output {
            Some(path) if path == Path::new("-") && self.reports.len() > 1 => {
                bail!("several reports cannot go to standard output: name a folder with -o")
            }
            Some(path) if path == Path::new("-") && self.edition == Editions::All => {
                bail!("both editions cannot go to standard output: choose one with --edition")
            }
            Some(path) if path == Path::new("-") => return Ok(vec![Target::StandardOutput]),
            Some(path) if path.is_dir() || ends_in_separator(path) => path,
            Some(path) if self.reports.len() > 1 => {
                bail!(
                    "several reports cannot go to the one file {}: end it in / to make it a folder",
                    path.display()
                )
            }
            Some(path) if self.edition == Editions::All => {
                return Ok(vec![Target::Files(vec![path.to_owned(), beside(path)])]);
            }
            Some(path) => return Ok(vec![Target::Files(vec![path.to_owned()])]),
            None => Path::new(OUTPUT_FOLDER),
        };
        let mut taken = BTreeSet::new();
        self.reports
            .iter()
            .map(|report| {
                let stem = match report.file_stem() {
                    Some(stem) if report != Path::new("-") => stem,
                    _ => STANDARD_INPUT_NAME.as_ref(),
                };
                let mut screen = stem.to_owned();
                screen.push(".pdf");
                let screen = folder.join(screen);
                let files = match self.edition {
                    Editions::Screen => vec![screen],
                    Editions::Print => vec![beside(&screen)],
                    Editions::All => vec![screen.clone(), beside(&screen)],
                };
                if let Some(path) = files.iter().find(|path| !taken.insert((*path).clone())) {
                    bail!(
                        "two of the reports would both become {}: build them one by one with -o",
                        path.display()
                    );
                }
                Ok(Target::Files(files))
            })
            .collect()
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

/// The name of the file for print that goes with another.
fn beside(screen: &Path) -> PathBuf {
    let mut name: OsString = screen.file_stem().unwrap_or_default().to_owned();
    name.push(PRINT_SUFFIX);
    if let Some(extension) = screen.extension() {
        name.push(".");
        name.push(extension);
    }
    screen.with_file_name(name)
}

/// Where the PDFs of a report go.
enum Target {
    StandardOutput,
    /// A file for each edition.
    Files(Vec<PathBuf>),
}

impl Target {
    fn write(&self, pdfs: &[Vec<u8>]) -> anyhow::Result<()> {
        match self {
            Self::StandardOutput => {
                io::stdout().lock().write_all(&pdfs.concat()).context("standard output cannot be written to")
            }
            Self::Files(paths) => {
                let files = paths.iter().map(PathBuf::as_path).zip(pdfs.iter().map(Vec::as_slice));
                export::write_whole(files).map_err(|WriteError { path, error }| {
                    anyhow::Error::new(error).context(format!(
                        "{} cannot be written; what was there before is untouched",
                        path.display()
                    ))
                })
            }
        }
    }
}

/// The date of a report that names none of its own (reproducible-builds.org/specs/source-date-epoch).
fn date_of_environment() -> anyhow::Result<Option<Date>> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix_seconds);
    match date {
        Some(date) => Ok(Some(date)),
        None => bail!("SOURCE_DATE_EPOCH is “{}”: it must be seconds since 1970", value.to_string_lossy()),
    }
}

fn ends_in_separator(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}
