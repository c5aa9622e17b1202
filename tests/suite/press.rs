//! From the text of a report to its PDF, in this process.

use std::path::Path;
use std::sync::LazyLock;

use ataskaita::diagnostic::messages::Language;
use ataskaita::document::Document;
use ataskaita::export::Press;
use ataskaita::images::Images;
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Edition, Typesetter};
use ataskaita::{Diagnostic, export};
use codespan_reporting::term::termcolor::NoColor;

/// The folder of the crate.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A report that has been made.
pub(crate) struct Printed {
    /// The PDF.
    pub(crate) pdf: Vec<u8>,
    /// What Typst had to remark.
    pub(crate) warnings: Vec<Diagnostic>,
}

/// Makes the PDF of a report whose pictures are in a folder.
///
/// # Errors
/// Whatever any step finds to be wrong.
pub(crate) fn print(yaml: &str, folder: &Path) -> Result<Printed, Vec<Diagnostic>> {
    print_edition(yaml, folder, Edition::Screen, &Press::default())
}

/// Makes the PDF of a report for a press.
pub(crate) fn print_for(press: &Press, yaml: &str, folder: &Path) -> Vec<u8> {
    let edition = Edition::Print { bleed: Bleed::default() };
    match print_edition(yaml, folder, edition, press) {
        Ok(printed) => printed.pdf,
        Err(errors) => panic!("{}", shown(&errors)),
    }
}

fn print_edition(
    yaml: &str,
    folder: &Path,
    edition: Edition,
    press: &Press,
) -> Result<Printed, Vec<Diagnostic>> {
    static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(None, None).unwrap());
    let source = Source::new("report.yaml", folder, yaml);
    let report = source.report()?;
    // What the rules say of a report is shown elsewhere: here whatever can be set is set.
    let (pictures, refused) = Images::read(&report, folder, TYPESETTER.svg_fonts());
    if !refused.is_empty() {
        return Err(source.locate(refused));
    }
    let layout = TYPESETTER.typeset(&Document::new(&report, &pictures, None), &pictures, edition)?;
    let pdf = match edition {
        Edition::Screen => export::screen(&layout)?,
        Edition::Print { .. } => export::print(&layout, press)?,
    };
    Ok(Printed { pdf, warnings: layout.warnings })
}

/// Makes the PDF of a report that is right, to the last warning.
pub(crate) fn print_cleanly(yaml: &str, folder: &Path) -> Vec<u8> {
    match print(yaml, folder) {
        Ok(printed) => {
            assert!(printed.warnings.is_empty(), "Typst warns: {}", shown(&printed.warnings));
            printed.pdf
        }
        Err(errors) => panic!("{}", shown(&errors)),
    }
}

/// Diagnostics as the user sees them.
pub(crate) fn shown(diagnostics: &[Diagnostic]) -> String {
    let mut output = NoColor::new(Vec::new());
    for diagnostic in diagnostics {
        diagnostic.emit(&mut output, Language::English).unwrap();
    }
    String::from_utf8(output.into_inner()).unwrap()
}
