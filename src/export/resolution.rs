//! Downsampling of pictures with more pixels than are visible.
//!
//! A photograph of a telephone, over the width of the text, has 800 dpi and more. In print, in ink and without loss, it
//! would fill tens of megabytes; on the screen it is slow to load, and to send. The reduced resolution is enough for
//! both: a halftone screen does not show the difference, and a reader can enlarge a page three times.

use std::collections::BTreeMap;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, RgbImage};
use lopdf::{Document, Object, ObjectId, Stream};

use super::samples::samples;
use crate::press::FinishError;
use crate::press::pdf::{Pdf, PlacedImage, placed_images};

/// Which pictures are made smaller, and how they are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reduction {
    /// The resolution from which reducing pays off, in dots per inch.
    above_dpi: f64,
    /// Whether a JPEG becomes a JPEG again; else its samples are kept as they are.
    keeps_jpeg: bool,
}

/// The usual value in the trade.
pub(super) const PRINT: Reduction = Reduction { above_dpi: 450.0, keeps_jpeg: false };
/// A picture with only a tenth too many is better left alone than recompressed.
pub(super) const SCREEN: Reduction = Reduction { above_dpi: 330.0, keeps_jpeg: true };

/// The resolution that pictures are reduced to, in dots per inch.
const ENOUGH_DPI: f64 = 300.0;
/// The quality of JPEG, of 100, at which a photograph looks like the original.
const QUALITY: u8 = 90;

impl Reduction {
    /// Downsamples the pictures of a document that was read from the bytes of a PDF.
    pub(super) fn apply(self, document: &mut Document, pdf: &[u8]) -> Result<(), FinishError> {
        self.excessive(pdf)?.into_iter().try_for_each(|(id, dpi, components)| {
            self.reduce_object(document, id, components, ENOUGH_DPI / dpi)
        })
    }

    /// The pictures of too high a resolution where they are largest, with it and the components of their pixels.
    fn excessive(self, pdf: &[u8]) -> Result<Vec<(ObjectId, f64, usize)>, FinishError> {
        let pdf = Pdf::read(pdf).map_err(|_| FinishError::Broken)?;
        let resolutions = resolutions(&placed_images(&pdf)).into_iter();
        let excessive = resolutions.filter(|(_, (dpi, _))| *dpi > self.above_dpi);
        Ok(excessive.map(|(id, (dpi, components))| (id, dpi, components)).collect())
    }

    /// Makes a picture smaller, and the mask that goes with it.
    fn reduce_object(
        self,
        document: &mut Document,
        id: ObjectId,
        components: usize,
        factor: f64,
    ) -> Result<(), FinishError> {
        // What is in ink already is refused elsewhere.
        if !matches!(components, 1 | 3) {
            return Ok(());
        }
        let picture = document.get_object(id)?.as_stream()?;
        let mask = picture.dict.get(b"SMask").and_then(Object::as_reference).ok();
        let reduced = self.reduced(picture, components, factor)?;
        document.objects.insert(id, reduced.into());
        mask.map_or(Ok(()), |mask| self.reduce_object(document, mask, 1, factor))
    }

    fn reduced(self, picture: &Stream, components: usize, factor: f64) -> Result<Stream, FinishError> {
        let side = |key: &[u8]| -> Result<u32, FinishError> {
            u32::try_from(picture.dict.get(key)?.as_i64()?).map_err(|_| FinishError::Broken)
        };
        let (width, height) = (side(b"Width")?, side(b"Height")?);
        let samples = samples(picture, components)?;
        let pixels = match components {
            1 => GrayImage::from_raw(width, height, samples).map(DynamicImage::ImageLuma8),
            _ => RgbImage::from_raw(width, height, samples).map(DynamicImage::ImageRgb8),
        };
        let pixels = pixels.ok_or(FinishError::Image)?;
        let pixels = smaller(pixels, (fewer(width, factor), fewer(height, factor)));
        let mut dict = picture.dict.clone();
        for key in [&b"Filter"[..], b"DecodeParms"] {
            dict.remove(key);
        }
        dict.set("Width", i64::from(pixels.width()));
        dict.set("Height", i64::from(pixels.height()));
        dict.set("BitsPerComponent", 8);
        let is_jpeg = picture.filters().is_ok_and(|filters| filters == [b"DCTDecode"]);
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

/// The resolution of each picture where it is printed largest, and the components of its pixels.
fn resolutions(placed_images: &[PlacedImage<'_>]) -> BTreeMap<ObjectId, (f64, usize)> {
    let mut resolutions = BTreeMap::new();
    for placed in placed_images {
        if let (Some(id), Some(dpi)) = (placed.image.id, placed.dpi()) {
            let components = placed.image.space.components();
            let least = resolutions.entry(id).or_insert((dpi, components));
            least.0 = dpi.min(least.0);
        }
    }
    resolutions
}

/// Pixels of a size that is no larger. A picture of far more is halved and more first, which takes little memory.
fn smaller(pixels: DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    let near = |side: u32| side.saturating_mul(2);
    let pixels = if near(width) < pixels.width() && near(height) < pixels.height() {
        pixels.thumbnail_exact(near(width), near(height))
    } else {
        pixels
    };
    pixels.resize_exact(width, height, FilterType::CatmullRom)
}

/// As many as are needed, and at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is less than it was")]
fn fewer(pixels: u32, factor: f64) -> u32 {
    ((f64::from(pixels) * factor).ceil() as u32).max(1)
}
