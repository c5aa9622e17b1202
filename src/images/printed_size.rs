//! The printed sizes of images.

use std::collections::BTreeMap;

use crate::report::ImagePath;

/// The largest printed size of each image. Images that are not on any page are missing.
pub type PrintedSizes = BTreeMap<ImagePath, PrintedSize>;

const MILLIMETRES_IN_AN_INCH: f64 = 25.4;

/// The width and height of an image on the pages, in millimetres, including hidden parts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PrintedSize {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl PrintedSize {
    /// The larger of each side.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { width: self.width.max(other.width), height: self.height.max(other.height) }
    }

    /// The resolution in dots per inch for a number of pixels: the lower one of both directions. `None` without a size.
    pub fn dpi(self, (width, height): (u32, u32)) -> Option<f64> {
        let dpi =
            (f64::from(width) / self.width).min(f64::from(height) / self.height) * MILLIMETRES_IN_AN_INCH;
        dpi.is_finite().then_some(dpi)
    }
}
