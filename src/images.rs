//! The picture files that a report names.
//!
//! They are opened through the report's folder as a capability: a path that would leave it, even
//! through a symbolic link, cannot be opened at all.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use cap_std::ambient_authority;
use cap_std::fs::Dir;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{ImagePath, Report};

/// The images of one report, read, by the path under which the report names them.
#[derive(Debug, Clone, Default)]
pub struct Images(BTreeMap<ImagePath, Vec<u8>>);

impl Images {
    /// Reads every image that the report names from its folder.
    ///
    /// Gives those that can be used, and a finding for each that cannot be read, is outside the
    /// folder, or is no image.
    pub fn read(report: &Report, folder: &Path) -> (Self, Vec<Finding>) {
        let logos = report.logos_and_portraits();
        let named = report.images().map(|(key, image)| (key.key("file"), &image.file));
        let mut images = BTreeMap::new();
        let mut findings = Vec::new();
        // The folder is opened once, and only if there is anything to read.
        let mut dir = None;
        for (key, path) in logos.chain(named) {
            if images.contains_key(path) {
                continue;
            }
            let dir = dir.get_or_insert_with(|| Dir::open_ambient_dir(folder, ambient_authority()));
            match dir
                .as_ref()
                .map_err(|error| unreadable(path, error))
                .and_then(|dir| read_picture(dir, path))
            {
                Ok(bytes) => {
                    images.insert(path.clone(), bytes);
                }
                Err(problem) => findings.push(Finding::new(problem).at(key, Role::Here)),
            }
        }
        (Self(images), findings)
    }

    /// The bytes of an image.
    pub fn get(&self, path: &ImagePath) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The images with their paths, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&ImagePath, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path, bytes.as_slice()))
    }

    /// Where an image stands in that order.
    pub fn index(&self, path: &ImagePath) -> Option<usize> {
        self.0.keys().position(|known| known == path)
    }
}

fn read_picture(dir: &Dir, path: &ImagePath) -> Result<Vec<u8>, Problem> {
    let bytes = dir.read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Problem::ImageMissing(path.clone()),
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => {
            Problem::ImageOutside(path.clone())
        }
        _ => unreadable(path, &error),
    })?;
    if is_picture(&bytes) { Ok(bytes) } else { Err(Problem::ImageUnknown(path.clone())) }
}

fn unreadable(path: &ImagePath, error: &io::Error) -> Problem {
    Problem::ImageUnreadable { path: path.clone(), why: error.to_string() }
}

/// Whether a file is a whole image of a kind that the pages can show.
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
