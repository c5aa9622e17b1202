//! Where the PDFs of reports go.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use ataskaita::Diagnostic;
use ataskaita::diagnostic::problem::{Problem, Usage};
use ataskaita::files::{self, WriteError};

use clap::ValueEnum;

/// Where PDFs go when nothing else is said.
const OUTPUT_FOLDER: &str = "output";
/// What the PDF of standard input is called.
const STANDARD_INPUT_NAME: &str = "report";
/// What the name of a file for print ends in.
const PRINT_SUFFIX: &str = "-print";
/// What the name of a draft ends in.
const DRAFT_SUFFIX: &str = "-draft";

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

/// Where the PDFs of one report go.
pub(super) enum Target {
    StandardOutput,
    /// A file for each edition.
    Files(Vec<PathBuf>),
}

/// A target for each report, no two the same.
pub(super) fn of(
    reports: &[PathBuf],
    output: Option<&Path>,
    editions: Editions,
) -> Result<Vec<Target>, Usage> {
    let folder = match output {
        Some(path) if is_standard_output(path) && reports.len() > 1 => {
            return Err(Usage::SeveralToStandardOutput);
        }
        Some(path) if is_standard_output(path) && editions == Editions::All => {
            return Err(Usage::EditionsToStandardOutput);
        }
        Some(path) if is_standard_output(path) => return Ok(vec![Target::StandardOutput]),
        Some(path) if path.is_dir() || ends_in_separator(path) => path,
        Some(path) if reports.len() > 1 => return Err(Usage::SeveralToOneFile(path.display().to_string())),
        Some(path) if files::is_stream(path) && editions == Editions::All => {
            return Err(Usage::EditionsToStream(path.display().to_string()));
        }
        Some(path) if files::is_stream(path) => return Ok(vec![Target::Files(vec![path.to_owned()])]),
        Some(path) if !has_pdf_name(path) => return Err(Usage::NotPdfName(path.to_owned())),
        Some(path) if editions == Editions::All => {
            return Ok(vec![Target::Files(vec![path.to_owned(), beside(path, PRINT_SUFFIX)])]);
        }
        Some(path) => return Ok(vec![Target::Files(vec![path.to_owned()])]),
        None => Path::new(OUTPUT_FOLDER),
    };
    let mut taken = BTreeSet::new();
    reports
        .iter()
        .map(|report| {
            let stem: &OsStr = match report.file_stem() {
                Some(stem) if report != Path::new("-") => stem,
                _ => STANDARD_INPUT_NAME.as_ref(),
            };
            let mut screen = stem.to_owned();
            screen.push(".pdf");
            let screen = folder.join(screen);
            let files = match editions {
                Editions::Screen => vec![screen],
                Editions::Print => vec![beside(&screen, PRINT_SUFFIX)],
                Editions::All => vec![screen.clone(), beside(&screen, PRINT_SUFFIX)],
            };
            match files.iter().find(|path| !taken.insert((*path).clone())) {
                Some(path) => Err(Usage::SameFile(path.display().to_string())),
                None => Ok(Target::Files(files)),
            }
        })
        .collect()
}

/// The target of the draft of a report.
pub(super) fn of_draft(report: &PathBuf, output: Option<&Path>) -> Result<Target, Usage> {
    let folder_or_none = output.is_none_or(|path| path.is_dir() || ends_in_separator(path));
    let mut targets = of(std::slice::from_ref(report), output, Editions::Screen)?;
    match targets.pop() {
        Some(Target::Files(files)) if folder_or_none => {
            Ok(Target::Files(files.iter().map(|screen| beside(screen, DRAFT_SUFFIX)).collect()))
        }
        Some(target) => Ok(target),
        None => Ok(Target::StandardOutput),
    }
}

impl Target {
    /// Writes a PDF for each edition, over none of the inputs; gives the names of the files.
    pub(super) fn write(&self, pdfs: &[Vec<u8>], inputs: &[PathBuf]) -> Result<Vec<String>, Diagnostic> {
        match self {
            Self::StandardOutput => files::write_result(&pdfs.concat())
                .map(|()| Vec::new())
                .map_err(|why| Diagnostic::new(Problem::OutputUnwritable(why))),
            Self::Files(paths) => {
                let files: Vec<(&Path, &[u8])> =
                    paths.iter().map(PathBuf::as_path).zip(pdfs.iter().map(Vec::as_slice)).collect();
                let name = |path: &Path| path.display().to_string();
                files::write_whole(&files, inputs)
                    .map(|()| paths.iter().map(|path| name(path)).collect())
                    .map_err(|WriteError { path, why }| {
                        Diagnostic::new(Problem::FileUnwritable { name: name(&path), why })
                    })
            }
        }
    }
}

/// The name of another file that goes with that for the screen.
fn beside(screen: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = screen.file_stem().unwrap_or_default().to_owned();
    name.push(suffix);
    if let Some(extension) = screen.extension() {
        name.push(".");
        name.push(extension);
    }
    screen.with_file_name(name)
}

/// Whether a path is `-` or one of the names that systems have for standard output. Opened under such a
/// name, a file to which it is redirected would be written from its beginning again.
fn is_standard_output(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name))
}

fn has_pdf_name(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

fn ends_in_separator(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}
