//! The image files that a report names.
//!
//! Nothing is read from outside the report's folder ([`Folder`]). Every image is decoded once,
//! within bounds of time and memory, so that one that passes can be set and printed.

mod alternative;
mod chromaticities;
mod code_points;
mod gamma;
mod opening;
mod png_chunks;
mod printed_size;
mod profile;
mod raster;
mod svg;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use image::ImageFormat;
use usvg::fontdb::Database;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::image_fault::{ImageFault, ImageLimit};
use crate::diagnostic::problem::Problem;
use crate::files::{Folder, FolderError, Unreadable};
use crate::report::{ImagePath, Report};

pub use printed_size::{PrintedSize, PrintedSizes};
pub use raster::Raster;
pub use svg::Drawing;

/// Bytes in a mebibyte.
const MEBIBYTE: u64 = 1 << 20;
/// Pixels in a megapixel.
const MEGAPIXEL: u64 = 1_000_000;

/// The largest file, in mebibytes.
const MAX_SIZE: u64 = 64;
/// The largest size of all files of a report together, in mebibytes.
const TOTAL_SIZE: u64 = 512;
/// The largest area of all images of a report together, in megapixels: a hundred photographs of a
/// good camera.
const TOTAL_PIXELS: u64 = 2500;

/// The most elements of all drawings of a report together.
const TOTAL_ELEMENTS: u64 = 300_000;
/// The largest area that filters of all drawings compute, in megapixels.
const TOTAL_FILTERED_AREA: u64 = 1000;

/// The images of one report, by the path under which the report names them.
#[derive(Debug, Clone, Default)]
pub struct Images(BTreeMap<ImagePath, Image>);

/// An image that can be set and printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    kind: ImageKind,
    bytes: Vec<u8>,
}

/// The kind of an image.
#[derive(Debug, Clone, PartialEq)]
pub enum ImageKind {
    /// Pixels.
    Raster(Raster),
    /// Lines and areas.
    Drawing(Drawing),
}

impl Images {
    /// Reads every image that the report names from its folder; texts in drawings are set in
    /// `fonts`.
    ///
    /// Returns those that can be used, and a finding at each key that names one that cannot, or that may not look as
    /// expected.
    pub fn read(report: &Report, folder: &Path, fonts: &Arc<Database>) -> (Self, Vec<Finding>) {
        let mut images: BTreeMap<&ImagePath, Result<Image, ImageFault>> = BTreeMap::new();
        let mut findings = Vec::new();
        let mut total = Total::default();
        // The folder is opened once, and only if there is anything to read.
        let mut opened = None;
        for (key, path) in report.image_paths() {
            let image = images.entry(path).or_insert_with(|| {
                let folder = opened.get_or_insert_with(|| Folder::open(folder)).as_ref();
                let bytes = folder
                    .map_err(Clone::clone)
                    .and_then(|folder| folder.read(path.as_ref(), MAX_SIZE * MEBIBYTE))
                    .map_err(|error| fault(error, || alternative::to(path, folder.ok()?)))?;
                total.add_file(&bytes)?;
                let image = Image::read(bytes, fonts)?;
                total.add_image(&image)?;
                Ok(image)
            });
            let faults = match image {
                Ok(image) => image.advice(),
                Err(fault) => vec![fault.clone()],
            };
            for fault in faults {
                let problem = Problem::Image { path: path.clone(), fault };
                findings.push(Finding::new(problem).at(key.clone(), Role::Here));
            }
        }
        let usable = images.into_iter().filter_map(|(path, image)| Some((path.clone(), image.ok()?)));
        (Self(usable.collect()), findings)
    }

    /// Whether the report names none that can be used.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An image.
    pub fn get(&self, path: &ImagePath) -> Option<&Image> {
        self.0.get(path)
    }

    /// The images with their paths, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&ImagePath, &Image)> {
        self.0.iter()
    }

    /// The file name under which the template finds an image: its index in that order, and the extension of its format.
    pub fn file_name(&self, path: &ImagePath) -> Option<String> {
        let index = self.0.keys().position(|known| known == path)?;
        Some(format!("{index}.{}", self.get(path)?.extension()))
    }
}

impl Image {
    fn read(bytes: Vec<u8>, fonts: &Arc<Database>) -> Result<Self, ImageFault> {
        if let Some(format) = Raster::format(&bytes) {
            let (raster, replaced) = Raster::read(&bytes, format)?;
            return Ok(Self { kind: ImageKind::Raster(raster), bytes: replaced.unwrap_or(bytes) });
        }
        let drawing = Drawing::read(&bytes, fonts)?;
        Ok(Self { kind: ImageKind::Drawing(drawing), bytes: Vec::new() })
    }

    /// Why it may not look as its author expects.
    fn advice(&self) -> Vec<ImageFault> {
        match &self.kind {
            ImageKind::Raster(_) => Vec::new(),
            ImageKind::Drawing(drawing) => drawing.advice.iter().cloned().map(ImageFault::Svg).collect(),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> &ImageKind {
        &self.kind
    }

    /// The bytes that are set: those of the file, or the text of a drawing.
    pub fn bytes(&self) -> &[u8] {
        match &self.kind {
            ImageKind::Raster(_) => &self.bytes,
            ImageKind::Drawing(drawing) => drawing.text.as_bytes(),
        }
    }

    /// Its width and height, in pixels or in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        match &self.kind {
            ImageKind::Raster(raster) => (raster.pixels.0.into(), raster.pixels.1.into()),
            ImageKind::Drawing(drawing) => drawing.size,
        }
    }

    /// The ratio of its width to its height.
    pub fn ratio(&self) -> f64 {
        let (width, height) = self.size();
        width / height
    }

    /// The extension of its format.
    pub fn extension(&self) -> &'static str {
        match &self.kind {
            ImageKind::Drawing(_) => "svg",
            ImageKind::Raster(raster) => match raster.format {
                ImageFormat::Jpeg => "jpg",
                ImageFormat::Gif => "gif",
                ImageFormat::WebP => "webp",
                _ => "png",
            },
        }
    }
}

/// `alternative` is called if there is no such file.
fn fault(error: FolderError, alternative: impl FnOnce() -> Option<String>) -> ImageFault {
    match error {
        FolderError::Outside => ImageFault::Outside,
        FolderError::Unreadable(Unreadable::TooLarge { .. }) => {
            ImageFault::TooLarge(ImageLimit::FileSize(MAX_SIZE))
        }
        FolderError::Unreadable(Unreadable::Missing) => ImageFault::Missing { alternative: alternative() },
        FolderError::Unreadable(why) => ImageFault::Unreadable(why),
    }
}

/// The totals of all images of a report.
#[derive(Debug, Default)]
struct Total {
    bytes: u64,
    pixels: u64,
    drawings: svg::Cost,
}

impl Total {
    fn add_file(&mut self, bytes: &[u8]) -> Result<(), ImageFault> {
        self.bytes += bytes.len() as u64;
        if self.bytes > TOTAL_SIZE * MEBIBYTE {
            return Err(ImageFault::TooLarge(ImageLimit::TotalSize(TOTAL_SIZE)));
        }
        Ok(())
    }

    fn add_image(&mut self, image: &Image) -> Result<(), ImageFault> {
        match image.kind() {
            ImageKind::Raster(raster) => self.pixels += raster.area(),
            ImageKind::Drawing(drawing) => self.drawings.add(drawing.cost),
        }
        if self.drawings.elements > TOTAL_ELEMENTS || self.drawings.filtered > TOTAL_FILTERED_AREA * MEGAPIXEL
        {
            return Err(ImageFault::TooLarge(ImageLimit::TotalDrawings));
        }
        if self.pixels > TOTAL_PIXELS * MEGAPIXEL {
            return Err(ImageFault::TooLarge(ImageLimit::TotalPixels(TOTAL_PIXELS)));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photograph(pixels: (u32, u32)) -> Image {
        Image { kind: ImageKind::Raster(Raster { format: ImageFormat::Jpeg, pixels }), bytes: Vec::new() }
    }

    fn drawing(cost: svg::Cost) -> Image {
        let drawing = Drawing { text: String::new(), size: (1.0, 1.0), cost, advice: Vec::new() };
        Image { kind: ImageKind::Drawing(drawing), bytes: Vec::new() }
    }

    /// Each image is within its own limits, but their number is not.
    #[test]
    fn a_report_of_too_many_photographs_is_refused_at_the_first_beyond_the_limit() {
        let photograph = photograph((10_000, 10_000));
        let mut total = Total::default();
        for _ in 0..TOTAL_PIXELS / 100 {
            assert_eq!(total.add_image(&photograph), Ok(()));
        }
        let refused = Err(ImageFault::TooLarge(ImageLimit::TotalPixels(TOTAL_PIXELS)));
        assert_eq!(total.add_image(&photograph), refused);
    }

    #[test]
    fn drawings_are_limited_in_elements_and_in_filters_together() {
        let refused = Err(ImageFault::TooLarge(ImageLimit::TotalDrawings));
        for cost in [
            svg::Cost { elements: TOTAL_ELEMENTS / 3, filtered: 0 },
            svg::Cost { elements: 0, filtered: TOTAL_FILTERED_AREA * MEGAPIXEL / 3 },
        ] {
            let drawing = drawing(cost);
            let mut total = Total::default();
            for _ in 0..3 {
                assert_eq!(total.add_image(&drawing), Ok(()));
            }
            assert_eq!(total.add_image(&drawing), refused);
        }
    }

    /// The files are sparse: they take no space on the disk.
    #[test]
    fn files_are_limited_in_size_one_by_one_and_together() {
        let folder = tempfile::tempdir().unwrap();
        for (name, size) in [("fits.png", MAX_SIZE * MEBIBYTE), ("larger.png", MAX_SIZE * MEBIBYTE + 1)] {
            std::fs::File::create(folder.path().join(name)).unwrap().set_len(size).unwrap();
        }
        let folder = Folder::open(folder.path()).unwrap();
        let read = |name: &str| {
            folder.read(name.as_ref(), MAX_SIZE * MEBIBYTE).map_err(|error| fault(error, || None))
        };
        let fits = read("fits.png").unwrap();
        assert_eq!(read("larger.png"), Err(ImageFault::TooLarge(ImageLimit::FileSize(MAX_SIZE))));
        let mut total = Total::default();
        for _ in 0..TOTAL_SIZE / MAX_SIZE {
            assert_eq!(total.add_file(&fits), Ok(()));
        }
        assert_eq!(total.add_file(b"1"), Err(ImageFault::TooLarge(ImageLimit::TotalSize(TOTAL_SIZE))));
    }
}
