//! Determines the output files of reports.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use ataskaita::Diagnostic;
use ataskaita::diagnostic::problem::{Problem, Usage};
use ataskaita::files::{self, WriteError};

use clap::ValueEnum;

/// The default output folder.
const OUTPUT_FOLDER: &str = "output";
/// The name of the output if the report is read from standard input.
const STANDARD_INPUT_NAME: &str = "report";

/// The values of `--edition`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Editions {
    /// For the screen and the archive.
    Screen,
    /// For the printing house.
    Print,
    /// All editions.
    All,
}

/// A kind of PDF that is made from a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Product {
    Screen,
    Print,
    Booklet,
    Spreads,
    Draft,
}

/// The output of one report.
pub(super) enum Target {
    StandardOutput,
    /// A file for each product.
    Files(Vec<PathBuf>),
}

/// A target for each report, all different.
pub(super) fn of(
    reports: &[PathBuf],
    output: Option<&Path>,
    products: &[Product],
) -> Result<Vec<Target>, Usage> {
    let is_one = products.len() == 1;
    let folder = match output {
        Some(path) if is_standard_output(path) && reports.len() > 1 => {
            return Err(Usage::SeveralToStandardOutput);
        }
        Some(path) if is_standard_output(path) && !is_one => {
            return Err(Usage::EditionsToStandardOutput);
        }
        Some(path) if is_standard_output(path) => return Ok(vec![Target::StandardOutput]),
        Some(path) if path.is_dir() || ends_in_separator(path) => path,
        Some(path) if reports.len() > 1 => return Err(Usage::SeveralToOneFile(path.display().to_string())),
        Some(path) if files::is_stream(path) && !is_one => {
            return Err(Usage::EditionsToStream(path.display().to_string()));
        }
        Some(path) if files::is_stream(path) => return Ok(vec![Target::Files(vec![path.to_owned()])]),
        Some(path) if !has_pdf_name(path) => return Err(Usage::NotPdfName(path.to_owned())),
        Some(path) => {
            // The path is for the first product; the names of the others are derived from it.
            let others = products.iter().skip(1).map(|product| product.beside(path));
            return Ok(vec![Target::Files([path.to_owned()].into_iter().chain(others).collect())]);
        }
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
            let mut name = stem.to_owned();
            name.push(".pdf");
            let screen = folder.join(name);
            let files: Vec<PathBuf> = products.iter().map(|product| product.beside(&screen)).collect();
            match files.iter().find(|path| !taken.insert((*path).clone())) {
                Some(path) => Err(Usage::SameFile(path.display().to_string())),
                None => Ok(Target::Files(files)),
            }
        })
        .collect()
}

/// The target of the draft of a report.
pub(super) fn of_draft(report: &PathBuf, output: Option<&Path>) -> Result<Target, Usage> {
    let targets = of(std::slice::from_ref(report), output, &[Product::Draft])?;
    Ok(targets.into_iter().next().unwrap_or(Target::StandardOutput))
}

impl Product {
    /// The suffix of its file name, before the extension.
    fn suffix(self) -> &'static str {
        match self {
            Self::Screen => "",
            Self::Print => "-print",
            Self::Booklet => "-booklet",
            Self::Spreads => "-spreads",
            Self::Draft => "-draft",
        }
    }

    /// Its path, derived from the path of the first product.
    fn beside(self, path: &Path) -> PathBuf {
        let mut name: OsString = path.file_stem().unwrap_or_default().to_owned();
        name.push(self.suffix());
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        path.with_file_name(name)
    }
}

impl Target {
    /// Writes a PDF for each product, never over an input, and returns the names of the files.
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

/// Whether a path is `-` or another name of standard output. If standard output is redirected to a file, opening it under
/// such a name would overwrite the file from its start.
fn is_standard_output(path: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name))
}

fn has_pdf_name(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

fn ends_in_separator(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}
