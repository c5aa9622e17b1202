//! `ataskaita build`: from reports to PDFs.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use ataskaita::Diagnostic;
use ataskaita::checked::Checked;
use ataskaita::document::Document;
use ataskaita::export;
use ataskaita::report::Date;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;
use clap::Args;

use super::Design;
use super::console::Console;

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// The reports' YAML files; - reads one from standard input
    #[arg(required = true, value_name = "REPORT.yaml")]
    reports: Vec<PathBuf>,
    /// Where to write: a file, a folder, or - for standard output
    ///
    /// Without it, data/2023.yaml becomes output/2023.pdf.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    output: Option<PathBuf>,
    #[command(flatten)]
    design: Design,
}

/// Where PDFs go when nothing else is said.
const OUTPUT_FOLDER: &str = "output";
/// What the PDF of standard input is called.
const STANDARD_INPUT_NAME: &str = "report";

impl Build {
    pub(crate) fn run(self, console: &mut Console) -> anyhow::Result<ExitCode> {
        let targets = self.targets()?;
        let date = date_of_environment()?;
        let typesetter = match Typesetter::new(self.design.template.as_deref(), self.design.fonts.as_deref())
        {
            Ok(typesetter) => typesetter,
            Err(diagnostic) => {
                console.show(&[diagnostic])?;
                return Ok(ExitCode::FAILURE);
            }
        };
        let mut status = ExitCode::SUCCESS;
        for (path, target) in self.reports.iter().zip(targets) {
            match build(path, date, &typesetter) {
                Ok((pdf, warnings)) => {
                    console.show(&warnings)?;
                    target.write(&pdf)?;
                }
                Err(diagnostics) => {
                    console.show(&diagnostics)?;
                    status = ExitCode::FAILURE;
                }
            }
        }
        Ok(status)
    }

    /// A target for each report, no two the same.
    fn targets(&self) -> anyhow::Result<Vec<Target>> {
        let output = self.output.as_deref();
        let folder = match output {
            Some(path) if path == Path::new("-") && self.reports.len() > 1 => {
                bail!("several reports cannot go to standard output: name a folder with -o")
            }
            Some(path) if path == Path::new("-") => return Ok(vec![Target::StandardOutput]),
            Some(path) if path.is_dir() || ends_in_separator(path) => path,
            Some(path) if self.reports.len() > 1 => {
                bail!(
                    "several reports cannot go to the one file {}: end it in / to make it a folder",
                    path.display()
                )
            }
            Some(path) => return Ok(vec![Target::File(path.to_owned())]),
            None => Path::new(OUTPUT_FOLDER),
        };
        let mut taken = BTreeSet::new();
        self.reports
            .iter()
            .map(|report| {
                let stem = match report.file_stem() {
                    Some(stem) if report != Path::new("-") => Path::new(stem),
                    _ => Path::new(STANDARD_INPUT_NAME),
                };
                let mut name = stem.as_os_str().to_owned();
                name.push(".pdf");
                let path = folder.join(name);
                if !taken.insert(path.clone()) {
                    bail!(
                        "two of the reports would both become {}: build them one by one with -o",
                        path.display()
                    );
                }
                Ok(Target::File(path))
            })
            .collect()
    }
}

/// Where a PDF goes.
enum Target {
    StandardOutput,
    File(PathBuf),
}

impl Target {
    fn write(&self, pdf: &[u8]) -> anyhow::Result<()> {
        match self {
            Self::StandardOutput => {
                io::stdout().lock().write_all(pdf).context("standard output cannot be written to")
            }
            Self::File(path) => export::write_whole(path, pdf).with_context(|| {
                format!("{} cannot be written; what was there before is untouched", path.display())
            }),
        }
    }
}

/// The whole way of one report, from its file to the bytes of its PDF.
fn build(
    path: &Path,
    date: Option<Date>,
    typesetter: &Typesetter,
) -> Result<(Vec<u8>, Vec<Diagnostic>), Vec<Diagnostic>> {
    let source = Source::read(path).map_err(|diagnostic| vec![diagnostic])?;
    let Checked { report, pictures, warnings: mut findings } =
        Checked::new(&source, |c| typesetter.shows(c), &[])?;
    let document = Document::new(&report, &pictures, date);
    let layout = typesetter.typeset(&document, &pictures)?;
    findings.extend(layout.warnings.iter().cloned());
    let pdf = export::screen(&layout)?;
    Ok((pdf, findings))
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
