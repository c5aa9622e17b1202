//! Lays out a document with Typst.
//!
//! The template is the folder `templates/`, embedded in the binary, or a custom folder. Its entry point is
//! `/report.typ`. It reads the document and the settings of the edition from the virtual file `/report.json`, and the
//! images from `/images/0.jpg`, `/images/1.svg` … If a [map](Map) is requested, there is also `/origins.typ`; for a
//! draft, its attachment. Nothing outside the template and these files can be read.
//!
//! If the template has a file `/arrangement.typ`, that is laid out first, once for all editions. The value of the
//! `metadata` in it is the arrangement of the sections, which `/report.typ` reads from `/arrangement.json`.

mod arrangement;
mod coverage;
mod edition;
mod fonts;
mod image_sizes;
mod map;
mod messages;
mod origins;
mod proof;
mod world;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Bytes;
use typst::model::{Document as _, DocumentInfo};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use usvg::fontdb::Database;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, DraftView, FileMetadata};
use crate::images::{Image, Images};
use edition::EditionData;
use origins::Origins;
use world::{ENTRY, ReportFiles, ReportWorld, Templates};

pub use edition::{Bleed, BleedError, Edition};
pub use map::{Map, Placed, Rect, Word};

/// The template, the fonts and Typst's library. Created once, it can lay out any number of documents.
pub struct Typesetter {
    library: LazyHash<Library>,
    fonts: FontStore,
    /// The same fonts for text in SVG images; loaded on first use.
    svg_fonts: OnceLock<Arc<Database>>,
    templates: Templates,
    /// Whether the template or the fonts are custom.
    is_customized: bool,
}

/// A document with its images, to be laid out in one edition after another.
pub struct Composition<'a> {
    typesetter: &'a Typesetter,
    document: Document,
    /// The names and bytes of the images.
    images: Vec<(String, Bytes)>,
    /// The arrangement of the sections, which is the same in every edition; found when the first is laid out.
    arrangement: Option<Bytes>,
}

/// The laid-out pages of a document.
pub struct Layout<'a> {
    world: ReportWorld<'a>,
    pages: PagedDocument,
    /// Metadata in addition to that set by the template.
    file_metadata: Option<FileMetadata>,
    /// Typst's warnings; they are caused by the template, not the report.
    pub warnings: Vec<Diagnostic>,
}

/// The data passed to a template.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    document: &'a Document,
    edition: EditionData,
    /// Whether there is a file `/origins.typ`.
    mapped: bool,
    /// Draft-only content.
    draft: Option<&'a DraftView>,
}

impl Typesetter {
    /// Loads the template and the fonts from folders, or the embedded ones.
    ///
    /// # Errors
    /// If a folder contains no template or no font.
    pub fn new(templates: Option<&Path>, fonts: Option<&Path>) -> Result<Self, Diagnostic> {
        Ok(Self {
            library: LazyHash::new(library()),
            fonts: fonts.map_or_else(|| Ok(fonts::embedded()), fonts::in_folder)?,
            svg_fonts: OnceLock::new(),
            templates: templates.map_or(Ok(Templates::Embedded), Templates::in_folder)?,
            is_customized: templates.is_some() || fonts.is_some(),
        })
    }

    /// The fonts for text in SVG images.
    pub fn svg_fonts(&self) -> &Arc<Database> {
        self.svg_fonts.get_or_init(|| Arc::new(fonts::database(&self.fonts)))
    }

    /// The width and height of the pages, in millimetres: A4 (ISO 216). `None` for a custom template.
    pub fn page_size(&self) -> Option<(f64, f64)> {
        matches!(self.templates, Templates::Embedded).then_some((210.0, 297.0))
    }

    /// Whether the template or the fonts are a designer's own.
    pub fn is_customized(&self) -> bool {
        self.is_customized
    }

    /// The files of a custom template that have been read so far, images included. They are inputs, and must not be
    /// overwritten.
    pub fn files_read(&self) -> Vec<PathBuf> {
        self.templates.files_read()
    }

    /// Prepares a document and its images to be laid out in any number of editions, and as a draft.
    pub fn compose(&self, document: Document, images: &Images) -> Composition<'_> {
        Composition { typesetter: self, document, images: named(images), arrangement: None }
    }

    /// The files that every template finds.
    fn files(
        &self,
        data: &impl Serialize,
        images: Vec<(String, Bytes)>,
    ) -> Result<ReportFiles<'_>, Vec<Diagnostic>> {
        let json = serde_json::to_vec(data).map_err(|_| vec![world::internal()])?;
        Ok(ReportFiles {
            templates: &self.templates,
            page: None,
            json: Bytes::new(json),
            arrangement: None,
            origins: None,
            attachment: None,
            images,
        })
    }

    /// Lays out what starts at a file.
    fn compile<'a>(&'a self, entry: &str, files: ReportFiles<'a>) -> Result<Layout<'a>, Vec<Diagnostic>> {
        let world = ReportWorld::new(self, entry, files)?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        // Editions differ in their colours and so in nearly everything that Typst caches: keeping that would double the
        // memory of a build, and a process that lays out many reports would grow with each.
        typst::comemo::evict(0);
        let warnings = world.diagnostics(&warnings);
        match output {
            Ok(pages) => Ok(Layout { world, pages, file_metadata: None, warnings }),
            Err(errors) => Err(world.diagnostics(&errors)),
        }
    }
}

impl<'a> Composition<'a> {
    /// Lays out the pages of an edition. Editions differ only in their colours and their bleed.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn lay_out(&mut self, edition: Edition) -> Result<Layout<'a>, Vec<Diagnostic>> {
        let files = self.plain_files(edition)?;
        let files = self.arrange(files)?;
        Ok(self.typesetter.compile(ENTRY, files)?.of(&self.document))
    }

    /// Lays out the pages of an edition, and maps each value of the report to its positions on them.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn lay_out_with_map(&mut self, edition: Edition) -> Result<(Layout<'a>, Map), Vec<Diagnostic>> {
        self.map(edition, None, None)
    }

    /// Lays out the pages of a draft; `attachment` is the content of its attached file. Line and page breaks are the same
    /// as in the final editions and in their [map](Self::lay_out_with_map). Additional pages follow.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn lay_out_draft(
        &mut self,
        draft: &DraftView,
        attachment: String,
    ) -> Result<(Layout<'a>, Map), Vec<Diagnostic>> {
        self.map(Edition::Screen, Some(draft), Some(attachment))
    }

    fn map(
        &mut self,
        edition: Edition,
        draft: Option<&DraftView>,
        attachment: Option<String>,
    ) -> Result<(Layout<'a>, Map), Vec<Diagnostic>> {
        // Origins cost time but take no space, so sections are arranged without them, unless there are marks.
        if self.arrangement.is_none() && self.document.has_final_words() {
            let plain = self.plain_files(edition)?;
            self.arrange(plain)?;
        }
        let data = Data { document: &self.document, edition: edition.into(), mapped: true, draft };
        let mut json = json(&data)?;
        let origins = Origins::take(&mut json, &self.document);
        let mut files = self.typesetter.files(&json, self.images.clone())?;
        files.origins = Some(Bytes::from_string(origins.source()));
        files.attachment = attachment.map(Bytes::from_string);
        let files = self.arrange(files)?;
        let layout = self.typesetter.compile(ENTRY, files)?;
        let source = layout.world.origins().ok_or_else(|| vec![world::internal()])?;
        let map = Map::new(&layout.pages, &origins.places(&source));
        Ok((layout.of(&self.document), map))
    }

    /// The files of an edition without origins.
    fn plain_files(&self, edition: Edition) -> Result<ReportFiles<'a>, Vec<Diagnostic>> {
        let data = Data { document: &self.document, edition: edition.into(), mapped: false, draft: None };
        let mut json = json(&data)?;
        Origins::drop(&mut json);
        self.typesetter.files(&json, self.images.clone())
    }

    /// Adds the arrangement of the sections to the files, which is found for the first of them.
    fn arrange(&mut self, mut files: ReportFiles<'a>) -> Result<ReportFiles<'a>, Vec<Diagnostic>> {
        files.arrangement = self.arrangement.take();
        if files.arrangement.is_none() {
            files = self.typesetter.arrange(files)?;
        }
        self.arrangement.clone_from(&files.arrangement);
        Ok(files)
    }
}

/// The names and bytes of images.
fn named(images: &Images) -> Vec<(String, Bytes)> {
    let bytes = |image: &Image| Bytes::new(image.bytes().to_vec());
    images.iter().filter_map(|(path, image)| Some((images.file_name(path)?, bytes(image)))).collect()
}

fn json(data: &impl Serialize) -> Result<serde_json::Value, Vec<Diagnostic>> {
    serde_json::to_value(data).map_err(|_| vec![world::internal()])
}

/// Typst's library with `pdf.header-cell`, which marks the row headers of a table and is still experimental.
fn library() -> Library {
    Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()
}

impl Layout<'_> {
    /// Typst's pages.
    pub fn pages(&self) -> &PagedDocument {
        &self.pages
    }

    /// Adds the metadata of a document.
    fn of(self, document: &Document) -> Self {
        Self { file_metadata: Some(document.file.clone()), ..self }
    }

    /// Discards the pages, which take most of the memory of a long report. What remains is the metadata set by the
    /// template, and that of the document; `None` if the pages are not those of a report.
    pub fn into_metadata(self) -> (DocumentInfo, Option<FileMetadata>) {
        (self.pages.info().clone(), self.file_metadata)
    }

    /// Converts diagnostics of Typst or its exporters.
    pub fn diagnostics(&self, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        self.world.diagnostics(diagnostics)
    }
}
