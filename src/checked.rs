//! A report that has been looked at from every side.

use crate::Diagnostic;
use crate::diagnostic::any_error;
use crate::pictures::Pictures;
use crate::report::Report;
use crate::rules::{self, Rule};
use crate::source::Source;

/// A report in which no error was found, with its pictures.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The report.
    pub report: Report,
    /// Its pictures.
    pub pictures: Pictures,
    /// What somebody should look at all the same.
    pub warnings: Vec<Diagnostic>,
}

impl Checked {
    /// Reads the report of a source and checks everything that can be checked before it is laid
    /// out. `shows` says whether the typefaces have a character; `more` are rules beyond the usual
    /// ones.
    ///
    /// # Errors
    /// Every finding in the order of the file, warnings included, if any of them is an error.
    pub fn new(
        source: &Source,
        shows: impl Fn(char) -> bool,
        more: &[&Rule<'_>],
    ) -> Result<Self, Vec<Diagnostic>> {
        let report = source.report().map_err(in_order)?;
        let (pictures, mut findings) = Pictures::read(&report, source.folder());
        findings.extend(rules::check(&report));
        findings.extend(rules::unsupported(&report, shows));
        findings.extend(rules::resolution(&report, &pictures));
        findings.extend(rules::picture_inks(&report, &pictures));
        findings.extend(more.iter().flat_map(|rule| rule(&report)));
        let warnings = in_order(source.locate(findings));
        if any_error(&warnings) { Err(warnings) } else { Ok(Self { report, pictures, warnings }) }
    }
}

/// In the order of the file, as its author will go through it; what concerns the whole file last.
fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| {
        diagnostic.places.first().map(|place| (place.is_whole_file(), place.range.start))
    });
    diagnostics
}
