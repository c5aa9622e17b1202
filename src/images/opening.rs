//! Photographs that open a section.

use super::{ImageKind, Images};
use crate::report::{FreeSection, Image, KeyPath, images_with_keys};

/// The minimum ratio of width to height: a taller photograph would leave little room below it.
const MIN_RATIO: f64 = 1.2;
/// The minimum width in pixels: 150 dpi over the width of the page and the bleed on both sides.
const MIN_WIDTH: u32 = 1276;

impl Images {
    /// Whether an image may open a section over the full width of the page: it is a photograph with a sufficient ratio
    /// and enough pixels.
    pub fn can_open(&self, image: &Image) -> bool {
        self.get(&image.file).is_some_and(|picture| match picture.kind() {
            ImageKind::Raster(raster) => raster.pixels.0 >= MIN_WIDTH && picture.ratio() >= MIN_RATIO,
            ImageKind::Drawing(_) => false,
        })
    }

    /// The images below the text of the section at `path`, with their keys.
    pub fn below<'a>(
        &self,
        section: &'a FreeSection,
        path: &KeyPath,
    ) -> impl Iterator<Item = (KeyPath, &'a Image)> + use<'a> {
        let opening = usize::from(section.image.as_ref().is_some_and(|image| self.can_open(image)));
        images_with_keys(path, section.image.as_ref(), &section.images).skip(opening)
    }
}
