//! `ataskaita preflight`: checks whether PDFs are ready for print.
//!
//! The human format prints the properties of each file on standard output and the problems on standard error. The
//! short format is that of `check`, with pages instead of lines. The JSON output is an array with an object for each
//! file:
//!
//! | key        | value                                                                          |
//! |------------|--------------------------------------------------------------------------------|
//! | `file`     | the name of the file as given                                                  |
//! | `facts`    | the properties ([`ataskaita::press::preflight::FileProperties`]); `null` if the file could not be read |
//! | `findings` | the problems, as from `check`; with `pages` instead of positions               |

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::SourceFile;
use ataskaita::diagnostic::messages::{Language, Tally};
use ataskaita::diagnostic::problem::Problem;
use ataskaita::diagnostic::terminal::single_line;
use ataskaita::files::{self, Unreadable};
use ataskaita::press::Pages;
use ataskaita::press::preflight::{
    self, Fault, FaultOnPages, FileProperties, Inspection, NoPdf, Requirements,
};
use clap::Args;
use serde_json::{Value, json};

use super::check::{Format, print};
use super::console::Console;
use super::listing;

#[derive(Debug, Args)]
pub(crate) struct Preflight {
    /// The PDF files; - reads one from standard input
    #[arg(required = true, value_name = "FILE.pdf")]
    files: Vec<PathBuf>,
    /// Output format: human for people, short for editors, json for programs
    #[arg(long, value_enum, default_value_t, value_name = "human|short|json", hide_possible_values = true)]
    format: Format,
}

/// The result for one file.
struct Inspected {
    name: String,
    properties: Option<FileProperties>,
    findings: Vec<Diagnostic>,
}

impl Preflight {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let inspected: Vec<Inspected> = self.files.iter().map(|path| inspect(path)).collect();
        let findings = || inspected.iter().flat_map(|file| &file.findings);
        let tally = Tally::of(inspected.len(), findings());
        match self.format {
            Format::Human => show(&inspected, tally, console)?,
            Format::Short => {
                print(&listing::short(findings(), console.language()))?;
            }
            Format::Json => {
                let array: Vec<Value> =
                    inspected.iter().map(|file| object(file, console.language())).collect();
                print(&format!("{:#}\n", Value::Array(array)))?;
            }
        }
        Ok(if tally.errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn show(inspected: &[Inspected], tally: Tally, console: &mut Console) -> Result<(), Diagnostic> {
    for (index, file) in inspected.iter().enumerate() {
        if let Some(properties) = &file.properties {
            let separator = if index == 0 { "" } else { "\n" };
            let listed = format!("{separator}{}\n\n", listed(&file.name, properties, console.language()));
            files::write_standard_output(listed.as_bytes())
                .map_err(|why| Diagnostic::new(Problem::OutputUnwritable(why)))?;
        }
        console.show(&file.findings);
    }
    if tally.errors + tally.warnings == 0 {
        console.say(&console.language().fit_for_print(tally.reports));
    } else {
        console.summarize(tally);
    }
    Ok(())
}

/// The name of the file, and its properties in two columns.
fn listed(name: &str, properties: &FileProperties, language: Language) -> String {
    let lines = language.properties(properties);
    let width = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    let mut listed = single_line(name);
    for (label, value) in lines {
        let _ = write!(listed, "\n  {label:<width$}  {}", single_line(&value));
    }
    listed
}

fn inspect(path: &Path) -> Inspected {
    let name = if path == Path::new("-") { "<stdin>".to_owned() } else { path.display().to_string() };
    let inspection = read(path)
        .map_err(NoPdf::File)
        .and_then(|bytes| preflight::inspect(&bytes, &Requirements::default()).map_err(NoPdf::Pdf));
    let (properties, faults) = match inspection {
        Ok(Inspection { properties, faults }) => (Some(properties), faults),
        Err(why) => {
            let fault = Fault::Unreadable(why);
            (None, vec![FaultOnPages { fault, pages: Pages::default() }])
        }
    };
    let file = SourceFile::without_text(name.clone());
    let findings = faults
        .into_iter()
        .map(|FaultOnPages { fault, pages }| Diagnostic::new(Problem::Pdf(fault)).on_pages(&file, pages))
        .collect();
    Inspected { name, properties, findings }
}

fn read(path: &Path) -> Result<Vec<u8>, Unreadable> {
    if path == Path::new("-") {
        files::read_standard_input(preflight::SIZE_LIMIT)
    } else {
        files::read(path, preflight::SIZE_LIMIT)
    }
}

fn object(file: &Inspected, language: Language) -> Value {
    json!({
        "file": file.name,
        "facts": file.properties,
        "findings": listing::objects(&file.findings, language),
    })
}
