//! The files that a template can read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use include_dir::{Dir, include_dir};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_kit::files::{FileLoader, FileStore};

use super::Typesetter;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::diagnostic::problem::{Problem, TemplateCause};
use crate::files::{Folder, FolderError, Unreadable};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The entry point of a template.
pub(super) const ENTRY: &str = "report.typ";
/// Where it decides how the sections are arranged on the pages, if it does.
pub(super) const ARRANGEMENT: &str = "arrangement.typ";
/// Where it then reads that arrangement.
const ARRANGED: &str = "arrangement.json";
/// Where it reads the document.
const DATA: &str = "report.json";
/// Where it reads the origins of texts and images, if they are tracked.
const ORIGINS: &str = "origins.typ";
/// Where the template of a draft reads the data to attach.
const ATTACHMENT: &str = "ataskaita-draft.json";
/// The folder from which it reads the images.
const IMAGES: &str = "images/";
/// The largest file of a template, in mebibytes.
const MAX_SIZE: u64 = 64;

/// The location of the template's files.
pub(super) enum Templates {
    /// In the binary.
    Embedded,
    /// In a folder that a template cannot leave.
    Folder {
        folder: Folder,
        path: PathBuf,
        /// The paths in the folder of the files read so far.
        read: Mutex<BTreeSet<PathBuf>>,
    },
}

impl Templates {
    pub(super) fn in_folder(path: &Path) -> Result<Self, Diagnostic> {
        let folder = Folder::open(path).ok();
        let folder = folder.filter(|folder| folder.read(Path::new(ENTRY), MAX_SIZE << 20).is_ok());
        match folder {
            Some(folder) => Ok(Self::Folder { folder, path: path.to_owned(), read: Mutex::default() }),
            None => Err(Diagnostic::new(Problem::TemplateMissing { folder: path.display().to_string() })),
        }
    }

    /// Whether the file exists, readable or not.
    pub(super) fn has(&self, path: &str) -> bool {
        let found = VirtualPath::new(path).map(|path| self.load(&path));
        found.is_ok_and(|found| !matches!(found, Err(FileError::NotFound(_))))
    }

    fn load(&self, path: &VirtualPath) -> FileResult<Bytes> {
        let path = path.get_without_slash();
        match self {
            Self::Embedded => EMBEDDED
                .get_file(path)
                .map(|file| Bytes::new(file.contents()))
                .ok_or_else(|| FileError::NotFound(path.into())),
            Self::Folder { folder, read, .. } => {
                let bytes = folder.read(Path::new(path), MAX_SIZE << 20);
                if bytes.is_ok() {
                    read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into());
                }
                bytes.map(Bytes::new).map_err(|error| match error {
                    FolderError::Outside => refused(OUTSIDE),
                    FolderError::Unreadable(Unreadable::NotRegular) => refused(NOT_A_FILE),
                    FolderError::Unreadable(Unreadable::TooLarge { .. }) => refused(TOO_LARGE),
                    FolderError::Unreadable(Unreadable::Missing) => FileError::NotFound(path.into()),
                    FolderError::Unreadable(Unreadable::Folder) => FileError::IsDirectory,
                    FolderError::Unreadable(Unreadable::Forbidden) => FileError::AccessDenied,
                    FolderError::Unreadable(Unreadable::Failed(_)) => FileError::Other(None),
                })
            }
        }
    }

    /// The files of a custom template that have been read.
    pub(super) fn files_read(&self) -> Vec<PathBuf> {
        match self {
            Self::Embedded => Vec::new(),
            Self::Folder { path, read, .. } => {
                let read = read.lock().unwrap_or_else(PoisonError::into_inner);
                read.iter().map(|file| path.join(file)).collect()
            }
        }
    }

    /// The name of a file of the template for its designer.
    pub(super) fn name(&self, path: &VirtualPath) -> String {
        let path = path.get_without_slash();
        match self {
            Self::Embedded => format!("templates/{path}"),
            Self::Folder { path: folder, .. } => folder.join(path).display().to_string(),
        }
    }
}

// Typst has a single message for all file errors, so they are recognized by these strings.
const PACKAGE: &str = "ataskaita: package";
const OUTSIDE: &str = "ataskaita: outside";
const NOT_A_FILE: &str = "ataskaita: not a file";
const TOO_LARGE: &str = "ataskaita: too large";

/// A part of Typst's message about a path that leads out of the template's folder.
const ESCAPES: &str = "would escape the project root";

fn refused(why: &str) -> FileError {
    FileError::Other(Some(why.into()))
}

/// The cause of a Typst error in a template.
pub(super) fn cause(message: &str) -> TemplateCause {
    let causes = [
        (PACKAGE, TemplateCause::Package),
        (OUTSIDE, TemplateCause::Outside),
        (ESCAPES, TemplateCause::Outside),
        (NOT_A_FILE, TemplateCause::NotAFile),
        (TOO_LARGE, TemplateCause::TooLarge(MAX_SIZE)),
    ];
    let found = causes.into_iter().find(|(why, _)| message.contains(why));
    found.map_or_else(|| TemplateCause::Typst(message.to_owned()), |(_, cause)| cause)
}

/// The files of one report: its template, its data and its images.
#[derive(Clone)]
pub(super) struct ReportFiles<'a> {
    pub(super) templates: &'a Templates,
    /// A page to lay out in place of the template's.
    pub(super) page: Option<&'static str>,
    pub(super) json: Bytes,
    /// The arrangement of the sections on the pages.
    pub(super) arrangement: Option<Bytes>,
    /// The source of the places of texts and pictures.
    pub(super) origins: Option<Bytes>,
    /// The data to attach to a draft.
    pub(super) attachment: Option<Bytes>,
    /// The names and bytes of the images.
    pub(super) images: Vec<(String, Bytes)>,
}

impl FileLoader for ReportFiles<'_> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath();
        let name = path.get_without_slash();
        if !matches!(id.root(), VirtualRoot::Project) {
            return Err(refused(PACKAGE));
        }
        if name == DATA {
            return Ok(self.json.clone());
        }
        if let Some(arrangement) = self.arrangement.as_ref().filter(|_| name == ARRANGED) {
            return Ok(arrangement.clone());
        }
        if let Some(attachment) = self.attachment.as_ref().filter(|_| name == ATTACHMENT) {
            return Ok(attachment.clone());
        }
        if let Some(origins) = self.origins.as_ref().filter(|_| name == ORIGINS) {
            return Ok(origins.clone());
        }
        if let Some(page) = self.page.filter(|_| name == ENTRY) {
            return Ok(Bytes::from_string(page));
        }
        if let Some(name) = name.strip_prefix(IMAGES)
            && let Some((_, bytes)) = self.images.iter().find(|(image, _)| image == name)
        {
            return Ok(bytes.clone());
        }
        self.templates.load(path)
    }
}

/// The world of one report.
pub(super) struct ReportWorld<'a> {
    pub(super) typesetter: &'a Typesetter,
    files: FileStore<ReportFiles<'a>>,
    main: FileId,
}

impl<'a> ReportWorld<'a> {
    /// The source of the places of texts and pictures.
    pub(super) fn origins(&self) -> Option<Source> {
        let path = VirtualPath::new(ORIGINS).ok()?;
        self.source(RootedPath::new(VirtualRoot::Project, path).intern()).ok()
    }

    /// A world with a file as its entry point.
    pub(super) fn new(
        typesetter: &'a Typesetter,
        entry: &str,
        files: ReportFiles<'a>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let entry = VirtualPath::new(entry).map_err(|_| vec![internal()])?;
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

    /// The pages must not depend on the current date.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A bug in the program itself.
pub(super) fn internal() -> Diagnostic {
    Diagnostic::new(Problem::Internal { severity: Severity::Error, place: None })
}
