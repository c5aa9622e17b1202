//! The fonts: embedded, or from a custom folder.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::{self, FontStore};
use usvg::fontdb::{Database, Source};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// The embedded fonts.
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

/// The fonts of a store, for usvg.
pub(super) fn database(store: &FontStore) -> Database {
    let mut database = Database::new();
    // The faces of a collection share their data.
    let mut seen = HashSet::new();
    for font in (0..).map_while(|index| store.font(index)) {
        if seen.insert(font.data().as_ptr()) {
            database.load_font_source(Source::Binary(Arc::new(font.data().clone())));
        }
    }
    let family = database.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
    if let Some(family) = family {
        database.set_serif_family(family);
    }
    database
}

/// The fonts in a folder and its subfolders.
pub(super) fn in_folder(folder: &Path) -> Result<FontStore, Diagnostic> {
    let mut faces = fonts::scan(folder).peekable();
    if faces.peek().is_none() {
        return Err(Diagnostic::new(Problem::FontsMissing { folder: folder.display().to_string() }));
    }
    let mut store = FontStore::new();
    store.extend(faces);
    Ok(store)
}
