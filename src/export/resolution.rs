//! Downsamples images with excessive resolution.
//!
//! A phone photograph at text width has 800 dpi or more. In print, as lossless CMYK, it would take tens of megabytes; on
//! screen it is slow to load and to send. 300 dpi is enough for both: halftone screening hides the difference, and on
//! screen a page can be enlarged three times.

use std::collections::BTreeMap;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, RgbImage};
use lopdf::{Document, Object, ObjectId, Stream};

use super::samples::samples;
use crate::press::FinishError;
use crate::press::pdf::{Pdf, PlacedImage, placed_images};

/// Settings for downsampling.
#[derive(Debug, Clone, Copy)]
pub(super) struct Downsampling {
    /// Images above this resolution are downsampled, in dots per inch.
    above_dpi: f64,
    /// Whether a JPEG is compressed as a JPEG again instead of losslessly.
    keeps_jpeg: bool,
}

/// The usual threshold in prepress.
pub(super) const PRINT: Downsampling = Downsampling { above_dpi: 450.0, keeps_jpeg: false };
/// An image with a tenth too many pixels is better left alone than recompressed.
pub(super) const SCREEN: Downsampling = Downsampling { above_dpi: 330.0, keeps_jpeg: true };

/// The resolution after downsampling, in dots per inch.
const TARGET_DPI: f64 = 300.0;
/// A JPEG quality, of 100, without visible artefacts.
const QUALITY: u8 = 90;

impl Downsampling {
    /// Downsamples the images of a document that was read from the bytes of a PDF.
    pub(super) fn apply(self, document: &mut Document, pdf: &[u8]) -> Result<(), FinishError> {
        self.excessive(pdf)?.into_iter().try_for_each(|(id, dpi, components)| {
            self.reduce_object(document, id, components, TARGET_DPI / dpi)
        })
    }

    /// The images with excessive resolution at their largest printed size, with that resolution and their number of
    /// components.
    fn excessive(self, pdf: &[u8]) -> Result<Vec<(ObjectId, f64, usize)>, FinishError> {
        let pdf = Pdf::read(pdf).map_err(|_| FinishError::Broken)?;
        let resolutions = resolutions(&placed_images(&pdf)).into_iter();
        let excessive = resolutions.filter(|(_, (dpi, _))| *dpi > self.above_dpi);
        Ok(excessive.map(|(id, (dpi, components))| (id, dpi, components)).collect())
    }

    /// Downsamples an image and its soft mask.
    fn reduce_object(
        self,
        document: &mut Document,
        id: ObjectId,
        components: usize,
        factor: f64,
    ) -> Result<(), FinishError> {
        // CMYK images are rejected elsewhere.
        if !matches!(components, 1 | 3) {
            return Ok(());
        }
        let image = document.get_object(id)?.as_stream()?;
        let mask = image.dict.get(b"SMask").and_then(Object::as_reference).ok();
        let reduced = self.reduced(image, components, factor)?;
        document.objects.insert(id, reduced.into());
        mask.map_or(Ok(()), |mask| self.reduce_object(document, mask, 1, factor))
    }

    fn reduced(self, image: &Stream, components: usize, factor: f64) -> Result<Stream, FinishError> {
        let side = |key: &[u8]| -> Result<u32, FinishError> {
            u32::try_from(image.dict.get(key)?.as_i64()?).map_err(|_| FinishError::Broken)
        };
        let (width, height) = (side(b"Width")?, side(b"Height")?);
        let samples = samples(image, components)?;
        let pixels = match components {
            1 => GrayImage::from_raw(width, height, samples).map(DynamicImage::ImageLuma8),
            _ => RgbImage::from_raw(width, height, samples).map(DynamicImage::ImageRgb8),
        };
        let pixels = pixels.ok_or(FinishError::Image)?;
        let pixels = smaller(pixels, (fewer(width, factor), fewer(height, factor)));
        let mut dict = image.dict.clone();
        for key in [&b"Filter"[..], b"DecodeParms"] {
            dict.remove(key);
        }
        dict.set("Width", i64::from(pixels.width()));
        dict.set("Height", i64::from(pixels.height()));
        dict.set("BitsPerComponent", 8);
        let is_jpeg = image.filters().is_ok_and(|filters| filters == [b"DCTDecode"]);
        if is_jpeg && self.keeps_jpeg {
            let mut jpeg = Vec::new();
            pixels
                .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY))
                .map_err(|_| FinishError::Image)?;
            dict.set("Filter", "DCTDecode");
            return Ok(Stream::new(dict, jpeg));
        }
        let mut reduced = Stream::new(dict, pixels.into_bytes());
        reduced.compress()?;
        Ok(reduced)
    }
}

/// The resolution of each image at its largest printed size, and its number of components.
fn resolutions(placed_images: &[PlacedImage<'_>]) -> BTreeMap<ObjectId, (f64, usize)> {
    let mut resolutions = BTreeMap::new();
    for placed in placed_images {
        if let (Some(id), Some(dpi)) = (placed.image.id, placed.dpi()) {
            let components = placed.image.space.components();
            let lowest = resolutions.entry(id).or_insert((dpi, components));
            lowest.0 = dpi.min(lowest.0);
        }
    }
    resolutions
}

/// Scales an image down. An image more than twice as large is first reduced by a method that takes little memory.
fn smaller(pixels: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    let near = |side: u32| side.saturating_mul(2);
    let pixels = if near(width) < pixels.width() && near(height) < pixels.height() {
        pixels.thumbnail_exact(near(width), near(height))
    } else {
        pixels
    };
    pixels.resize_exact(width, height, FilterType::CatmullRom)
}

/// The number of pixels after downsampling, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the factor is below 1")]
fn fewer(pixels: u32, factor: f64) -> u32 {
    ((f64::from(pixels) * factor).ceil() as u32).max(1)
}
