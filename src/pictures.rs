//! The picture files that a report names.
//!
//! They are opened through the report's folder as a capability: a path that would leave it, even
//! through a symbolic link, cannot be opened at all.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use cap_std::ambient_authority;
use cap_std::fs::Dir;

use crate::finding::{Finding, KeyPath, Role};
use crate::problem::Problem;
use crate::report::{ImagePath, Report};

/// The pictures of one report, read, by the path under which the report names them.
#[derive(Debug, Clone, Default)]
pub struct Pictures(BTreeMap<ImagePath, Vec<u8>>);

impl Pictures {
    /// Reads every picture that the report names from its folder.
    ///
    /// Gives those that can be used, and a finding for each that cannot be read, is outside the
    /// folder, or is no picture.
    pub fn read(report: &Report, folder: &Path) -> (Self, Vec<Finding>) {
        let logo = report.organization.logo.iter().map(|logo| (KeyPath::from("organization.logo"), logo));
        let images = report.images().map(|(key, image)| (key.key("file"), &image.file));
        let mut pictures = BTreeMap::new();
        let mut findings = Vec::new();
        // The folder is opened once, and only if there is anything to read.
        let mut dir = None;
        for (key, path) in logo.chain(images) {
            if pictures.contains_key(path) {
                continue;
            }
            let dir = dir.get_or_insert_with(|| Dir::open_ambient_dir(folder, ambient_authority()));
            match dir
                .as_ref()
                .map_err(|error| unreadable(path, error))
                .and_then(|dir| read_picture(dir, path))
            {
                Ok(bytes) => {
                    pictures.insert(path.clone(), bytes);
                }
                Err(problem) => findings.push(Finding::new(problem).at(key, Role::Here)),
            }
        }
        (Self(pictures), findings)
    }

    /// The bytes of a picture.
    pub fn get(&self, path: &ImagePath) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
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

/// Whether a file begins as the kinds of picture do that the pages can show.
fn is_picture(bytes: &[u8]) -> bool {
    let raster = imagesize::image_type(bytes).is_ok_and(|kind| {
        use imagesize::ImageType::{Gif, Jpeg, Png, Webp};
        matches!(kind, Gif | Jpeg | Png | Webp)
    });
    raster || usvg::Tree::from_data(bytes, &usvg::Options::default()).is_ok()
}
