//! What a template can see while it is laid out.

use std::path::Path;

use include_dir::{Dir, include_dir};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_kit::files::{FileLoader, FileStore, FsRoot};

use super::Typesetter;
use crate::Diagnostic;
use crate::diagnostic::problem::Problem;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Where a template starts.
const ENTRY: &str = "report.typ";
/// Where it finds the document.
const DATA: &str = "report.json";
/// The folder in which it finds the images, by number.
const IMAGES: &str = "pictures/";

/// Where the template's files are.
pub(super) enum Templates {
    /// In the binary.
    Embedded,
    /// In a folder.
    Folder(FsRoot),
}

impl Templates {
    pub(super) fn in_folder(folder: &Path) -> Result<Self, Diagnostic> {
        if folder.join(ENTRY).is_file() {
            Ok(Self::Folder(FsRoot::new(folder.to_owned())))
        } else {
            Err(Diagnostic::new(Problem::TemplateMissing { folder: folder.display().to_string() }))
        }
    }

    fn load(&self, path: &VirtualPath) -> FileResult<Bytes> {
        match self {
            Self::Embedded => EMBEDDED
                .get_file(path.get_without_slash())
                .map(|file| Bytes::new(file.contents()))
                .ok_or_else(|| FileError::NotFound(path.get_without_slash().into())),
            Self::Folder(root) => root.load(path),
        }
    }
}

/// The files of one report: its template, its data and its images.
pub(super) struct ReportFiles<'a> {
    templates: &'a Templates,
    json: Bytes,
    images: Vec<Bytes>,
}

impl<'a> ReportFiles<'a> {
    pub(super) fn new(templates: &'a Templates, json: Bytes, images: Vec<Bytes>) -> Self {
        Self { templates, json, images }
    }
}

impl FileLoader for ReportFiles<'_> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath();
        let name = path.get_without_slash();
        if !matches!(id.root(), VirtualRoot::Project) {
            return Err(FileError::Other(Some("a template cannot use packages".into())));
        }
        if name == DATA {
            return Ok(self.json.clone());
        }
        if let Some(index) = name.strip_prefix(IMAGES) {
            let picture = index.parse().ok().and_then(|index: usize| self.images.get(index));
            return picture.cloned().ok_or_else(|| FileError::NotFound(name.into()));
        }
        self.templates.load(path)
    }
}

/// The world of one report.
pub(super) struct ReportWorld<'a> {
    typesetter: &'a Typesetter,
    files: FileStore<ReportFiles<'a>>,
    main: FileId,
}

impl<'a> ReportWorld<'a> {
    pub(super) fn new(typesetter: &'a Typesetter, files: ReportFiles<'a>) -> Result<Self, Vec<Diagnostic>> {
        let entry = VirtualPath::new(ENTRY)
            .map_err(|error| vec![Diagnostic::error(format!("{ENTRY} is no path: {error:?}"))])?;
        let main = RootedPath::new(VirtualRoot::Project, entry).intern();
        Ok(Self { typesetter, files: FileStore::new(files), main })
    }
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.typesetter.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.typesetter.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typesetter.fonts.font(index)
    }

    /// Nothing on the page depends on the day it was made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
