//! Laying out a document with Typst.
//!
//! The template is the folder `templates/`, embedded in the binary, or a designer's own. It starts
//! at `/report.typ` and finds the document as values in the virtual file `/report.json`, with what
//! it has to know of its edition beside them, and the images as `/pictures/0`, `/pictures/1` …;
//! there is nothing else that it could read.

mod coverage;
mod edition;
mod fonts;
mod world;

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Bytes;
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;

use crate::Diagnostic;
use crate::diagnostic::SourceFile;
use crate::diagnostic::finding::Role;
use crate::document::Document;
use crate::images::Images;
use edition::EditionFacts;
use world::{ReportFiles, ReportWorld, Templates};

pub use edition::{Bleed, BleedError, Edition};

/// What laying out takes beside a document: the template, the fonts and Typst's library. Made
/// once, it serves any number of documents.
pub struct Typesetter {
    library: LazyHash<Library>,
    fonts: FontStore,
    templates: Templates,
}

/// The laid-out pages of a document.
pub struct Layout<'a> {
    world: ReportWorld<'a>,
    pages: PagedDocument,
    /// What Typst had to remark; the template is at fault, not the report.
    pub warnings: Vec<Diagnostic>,
}

/// What a template reads.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    edition: EditionFacts,
}

impl Typesetter {
    /// Takes the template and the fonts from folders, or those of the binary.
    ///
    /// # Errors
    /// If a folder is named that holds no template or no font.
    pub fn new(templates: Option<&Path>, fonts: Option<&Path>) -> Result<Self, Diagnostic> {
        Ok(Self {
            library: LazyHash::new(library()),
            fonts: fonts.map_or_else(|| Ok(fonts::embedded()), fonts::in_folder)?,
            templates: templates.map_or(Ok(Templates::Embedded), Templates::in_folder)?,
        })
    }

    /// The width and height of the pages, in millimetres: A4 (ISO 216); none if the template is a
    /// designer's own.
    pub fn page_size(&self) -> Option<(f64, f64)> {
        matches!(self.templates, Templates::Embedded).then_some((210.0, 297.0))
    }

    /// Lays out the pages of an edition.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn typeset(
        &self,
        document: &Document,
        images: &Images,
        edition: Edition,
    ) -> Result<Layout<'_>, Vec<Diagnostic>> {
        let data = Data { document, edition: edition.into() };
        let json = serde_json::to_vec(&data).map_err(|error| {
            vec![Diagnostic::error(format!("the document cannot be written as JSON: {error}"))]
        })?;
        let images = images.iter().map(|(_, bytes)| Bytes::new(bytes.to_vec())).collect();
        let world = ReportWorld::new(self, ReportFiles::new(&self.templates, Bytes::new(json), images))?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let warnings = world.diagnostics(&warnings);
        match output {
            Ok(pages) => Ok(Layout { world, pages, warnings }),
            Err(errors) => Err(world.diagnostics(&errors)),
        }
    }
}

/// Typst's library with the means to say which cells of a table head its rows; its interface is
/// not settled yet (`pdf.header-cell`).
fn library() -> Library {
    Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()
}

impl Layout<'_> {
    /// The pages as Typst has them.
    pub fn pages(&self) -> &PagedDocument {
        &self.pages
    }

    /// What Typst or its exporters have to say, as this crate says things.
    pub fn diagnostics(&self, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        self.world.diagnostics(diagnostics)
    }
}

impl ReportWorld<'_> {
    fn diagnostics(&self, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        diagnostics.iter().map(|diagnostic| self.diagnostic(diagnostic)).collect()
    }

    fn diagnostic(&self, diagnostic: &SourceDiagnostic) -> Diagnostic {
        let message = diagnostic.message.as_str();
        let mut ours = match diagnostic.severity {
            typst::diag::Severity::Error => Diagnostic::error(message),
            typst::diag::Severity::Warning => Diagnostic::warning(message),
        };
        if let Some(id) = diagnostic.span.id()
            && let Some(range) = self.range(diagnostic.span)
            && let Ok(source) = self.source(id)
        {
            let name = format!("templates{}", id.vpath().get_with_slash());
            let file = Arc::new(SourceFile { name, text: source.text().to_owned() });
            ours = ours.place(&file, range, Role::Here);
        }
        diagnostic.hints.iter().fold(ours, |ours, hint| ours.hint(hint.v.as_str()))
    }
}
