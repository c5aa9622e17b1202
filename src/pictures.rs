//! The picture files that a report names.
//!
//! They are opened through the report's folder as a capability: a path that would leave it, even
//! through a symbolic link, cannot be opened at all.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use cap_std::ambient_authority;
use cap_std::fs::Dir;

use crate::Diagnostic;
use crate::report::{ImagePath, Report};

/// The pictures of one report, read, by the path under which the report names them.
#[derive(Debug, Clone, Default)]
pub struct Pictures(BTreeMap<ImagePath, Vec<u8>>);

impl Pictures {
    /// Reads every picture that the report names from its folder.
    ///
    /// # Errors
    /// One diagnostic for each picture that cannot be read, is outside the folder, or is no
    /// picture.
    pub fn read(report: &Report, folder: &Path) -> Result<Self, Vec<Diagnostic>> {
        let logo = report.organization.logo.iter().map(|logo| ("organization.logo".to_owned(), logo));
        let images = report.images().map(|(place, image)| (format!("{place}.file"), &image.file));
        let mut named = logo.chain(images).peekable();
        if named.peek().is_none() {
            return Ok(Self::default());
        }
        let dir = Dir::open_ambient_dir(folder, ambient_authority()).map_err(|error| {
            vec![Diagnostic::error(format!("the folder {} cannot be opened: {error}", folder.display()))]
        })?;
        let mut pictures = BTreeMap::new();
        let mut diagnostics = Vec::new();
        for (place, path) in named {
            if pictures.contains_key(path) {
                continue;
            }
            match read_picture(&dir, path) {
                Ok(bytes) => {
                    pictures.insert(path.clone(), bytes);
                }
                Err(diagnostic) => diagnostics.push(diagnostic.note(format!("named at {place}"))),
            }
        }
        if diagnostics.is_empty() { Ok(Self(pictures)) } else { Err(diagnostics) }
    }

    /// The pictures with their paths, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&ImagePath, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path, bytes.as_slice()))
    }

    /// Where a picture stands in that order.
    pub fn index(&self, path: &ImagePath) -> Option<usize> {
        self.0.keys().position(|known| known == path)
    }
}

fn read_picture(dir: &Dir, path: &ImagePath) -> Result<Vec<u8>, Diagnostic> {
    let bytes = dir.read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error(format!("there is no image “{path}”"))
            .hint("write the path from the folder of the report's file, such as images/a.jpg"),
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => {
            Diagnostic::error(format!("the image “{path}” is outside the folder of the report"))
                .hint("copy the image into that folder; a link that leads out of it is not followed")
        }
        _ => Diagnostic::error(format!("the image “{path}” cannot be read: {error}")),
    })?;
    if is_picture(&bytes) {
        Ok(bytes)
    } else {
        Err(Diagnostic::error(format!("the file “{path}” is not a picture that can be used"))
            .hint("use a JPEG, PNG, WebP, GIF or SVG file"))
    }
}

/// Whether a file begins as the kinds of picture do that the pages can show.
fn is_picture(bytes: &[u8]) -> bool {
    let raster = imagesize::image_type(bytes).is_ok_and(|kind| {
        use imagesize::ImageType::{Gif, Jpeg, Png, Webp};
        matches!(kind, Gif | Jpeg | Png | Webp)
    });
    raster || usvg::Tree::from_data(bytes, &usvg::Options::default()).is_ok()
}
