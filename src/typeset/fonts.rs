//! The typefaces: those of the binary, or a designer's own.

use std::path::Path;

use include_dir::{Dir, include_dir};
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::{self, FontStore};

use crate::Diagnostic;
use crate::diagnostic::problem::Problem;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// The fonts in the binary.
pub(super) fn embedded() -> FontStore {
    let mut store = FontStore::new();
    let faces = EMBEDDED
        .dirs()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "ttf"));
    for file in faces {
        store.extend(Font::iter(Bytes::new(file.contents())).map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    store
}

/// The fonts in a folder and the folders in it.
pub(super) fn in_folder(folder: &Path) -> Result<FontStore, Diagnostic> {
    let mut faces = fonts::scan(folder).peekable();
    if faces.peek().is_none() {
        return Err(Diagnostic::new(Problem::FontsMissing { folder: folder.display().to_string() }));
    }
    let mut store = FontStore::new();
    store.extend(faces);
    Ok(store)
}
