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
            .hint("use a JPEG, PNG, WebP, GIF or SVG file, and see that it is whole"))
    }
}

/// Whether a file is a whole picture of a kind that the pages can show.
fn is_picture(bytes: &[u8]) -> bool {
    is_whole_raster(bytes) || usvg::Tree::from_data(bytes, &usvg::Options::default()).is_ok()
}

fn is_whole_raster(bytes: &[u8]) -> bool {
    use image::ImageFormat::{Gif, Jpeg, Png, WebP};
    image::guess_format(bytes).is_ok_and(|format| {
        matches!(format, Gif | Jpeg | Png | WebP)
            && image::load_from_memory_with_format(bytes, format).is_ok()
            && (format != Jpeg || is_whole_jpeg(bytes))
    })
}

/// Whether the image of a JPEG file has its end: decoders make up for what is missing.
///
/// The end is looked for after the segments that precede the image, for they may hold a smaller
/// one with an end of its own (ITU-T T.81, annex B).
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xDA;
    const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, ..] = *rest {
        let scan = marker == START_OF_SCAN;
        // A marker may be preceded by any number of bytes 0xFF.
        let length = if marker == 0xFF { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
        rest = rest.get(length..).unwrap_or_default();
        if scan {
            return rest.windows(2).any(|pair| pair == END_OF_IMAGE);
        }
    }
    false
}
