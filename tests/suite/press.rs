//! Builds PDFs from the text of a report in this process.

use std::path::Path;
use std::sync::LazyLock;

use ataskaita::Diagnostic;
use ataskaita::build::{Built, Options};
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::terminal::emit;
use ataskaita::document::Document;
use ataskaita::export::Press;
use ataskaita::images::Images;
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Edition, Layout, Typesetter};
use codespan_reporting::term::termcolor::NoColor;

/// The root folder of the crate.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

pub(crate) static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(None, None).unwrap());

/// Builds an edition of a report whose images are in a folder.
///
/// # Errors All diagnostics for the report.
pub(crate) fn build(
    yaml: &str,
    folder: &Path,
    edition: Edition,
    press: &Press,
) -> Result<Built, Vec<Diagnostic>> {
    let source = Source::new("report.yaml", folder, yaml);
    let options = Options { editions: vec![edition], press: press.clone(), ..Options::default() };
    ataskaita::build(&source, &TYPESETTER, &options)
}

/// The laid-out pages of the screen edition. Asserts that the template gives no warnings.
#[track_caller]
pub(crate) fn lay_out(yaml: &str, folder: &Path) -> Layout<'static> {
    let source = Source::new("report.yaml", folder, yaml);
    let report = source.report().unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    let (images, _) = Images::read(&report, source.folder(), TYPESETTER.svg_fonts());
    let document = Document::new(&report, &images, None);
    let layout = TYPESETTER
        .compose(document, &images)
        .lay_out(Edition::Screen)
        .unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    assert_eq!(shown(&layout.warnings), "");
    layout
}

/// All findings in a report whose images are in a folder.
pub(crate) fn check(yaml: &str, folder: &Path) -> Vec<Diagnostic> {
    ataskaita::check(&Source::new("report.yaml", folder, yaml), &TYPESETTER, false)
}

/// The screen edition. Asserts that the template gives no warnings.
#[track_caller]
pub(crate) fn print_cleanly(yaml: &str, folder: &Path) -> Vec<u8> {
    pdf(build(yaml, folder, Edition::Screen, &Press::default()))
}

/// The print edition. Asserts that the template gives no warnings.
#[track_caller]
pub(crate) fn print_for(press: &Press, yaml: &str, folder: &Path) -> Vec<u8> {
    pdf(build(yaml, folder, Edition::Print { bleed: Bleed::default() }, press))
}

#[track_caller]
fn pdf(built: Result<Built, Vec<Diagnostic>>) -> Vec<u8> {
    let built = built.unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    let warnings: Vec<Diagnostic> =
        built.warnings.into_iter().filter(|warning| warning.code() == "template").collect();
    assert!(warnings.is_empty(), "{}", shown(&warnings));
    built.pdfs.concat()
}

/// Diagnostics as the user sees them.
pub(crate) fn shown(diagnostics: &[Diagnostic]) -> String {
    let mut output = NoColor::new(Vec::new());
    emit(diagnostics, &mut output, Language::English).unwrap();
    String::from_utf8(output.into_inner()).unwrap()
}
