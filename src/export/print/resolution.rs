//! Pictures of more pixels than a press can show.
//!
//! A photograph of a telephone, printed over the width of the text, has 800 dpi and more; in ink, and
//! without loss, it would fill tens of megabytes. The trade brings pictures above 450 dpi to 300, and
//! so does this: no screen of dots on paper shows the difference.

use std::collections::BTreeMap;

use image::imageops::{self, FilterType};
use image::{ImageBuffer, Luma, Pixel, Rgb};
use lopdf::{Document, Object, ObjectId, Stream};

use super::samples::samples;
use crate::press::FinishError;
use crate::press::pdf::{Pdf, PlacedImage, placed_images};

/// What pictures come down to, in dots per inch.
const ENOUGH_DPI: f64 = 300.0;
/// From where on it is worth it.
const TOO_MANY_DPI: f64 = 450.0;

/// Takes pixels away from the pictures of a document that was read from the bytes of a PDF.
pub(super) fn reduce(document: &mut Document, pdf: &[u8]) -> Result<(), FinishError> {
    let pdf = Pdf::read(pdf).map_err(|_| FinishError::Broken)?;
    for (id, (dpi, components)) in resolutions(&placed_images(&pdf)) {
        if dpi > TOO_MANY_DPI {
            reduce_object(document, id, components, ENOUGH_DPI / dpi)?;
        }
    }
    Ok(())
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

/// Makes a picture smaller, and the mask that goes with it.
fn reduce_object(
    document: &mut Document,
    id: ObjectId,
    components: usize,
    factor: f64,
) -> Result<(), FinishError> {
    let picture = document.get_object(id)?.as_stream()?;
    let mask = picture.dict.get(b"SMask").and_then(Object::as_reference).ok();
    let reduced = match components {
        1 => reduced::<Luma<u8>>(picture, factor)?,
        3 => reduced::<Rgb<u8>>(picture, factor)?,
        // What is in ink already is refused elsewhere.
        _ => return Ok(()),
    };
    document.objects.insert(id, reduced.into());
    mask.map_or(Ok(()), |mask| reduce_object(document, mask, 1, factor))
}

fn reduced<P: Pixel<Subpixel = u8> + 'static>(picture: &Stream, factor: f64) -> Result<Stream, FinishError> {
    let side = |key: &[u8]| -> Result<u32, FinishError> {
        u32::try_from(picture.dict.get(key)?.as_i64()?).map_err(|_| FinishError::Broken)
    };
    let (width, height) = (side(b"Width")?, side(b"Height")?);
    let samples = samples(picture, P::CHANNEL_COUNT.into())?;
    let pixels = ImageBuffer::<P, _>::from_raw(width, height, samples).ok_or(FinishError::Image)?;
    let pixels =
        imageops::resize(&pixels, fewer(width, factor), fewer(height, factor), FilterType::CatmullRom);
    let mut dict = picture.dict.clone();
    for key in [&b"Filter"[..], b"DecodeParms"] {
        dict.remove(key);
    }
    dict.set("Width", i64::from(pixels.width()));
    dict.set("Height", i64::from(pixels.height()));
    dict.set("BitsPerComponent", 8);
    let mut reduced = Stream::new(dict, pixels.into_raw());
    reduced.compress()?;
    Ok(reduced)
}

/// As many as are needed, and at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is less than it was")]
fn fewer(pixels: u32, factor: f64) -> u32 {
    ((f64::from(pixels) * factor).ceil() as u32).max(1)
}
