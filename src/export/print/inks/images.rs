//! Pictures: samples of colours (ISO 32000-1, 8.9.5).

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Stream, dictionary};

use super::predictor::differences;
use super::spaces::Space;
use super::{ColorTarget, Conversion};
use crate::export::print::finish_error::FinishError;
use crate::export::print::samples::samples;

/// The components of a pixel in RGB.
const RGB: usize = 3;

impl Conversion<'_> {
    /// Converts a picture; one of greys keeps its samples.
    pub(super) fn picture(&self, picture: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
        // A stencil has no colours of its own.
        let Ok(space) = picture.dict.get(b"ColorSpace") else { return Ok(picture.clone()) };
        match (self.spaces.space(space)?, target) {
            (Space::Gray, _) => {
                let mut gray = picture.clone();
                gray.dict.set("ColorSpace", "DeviceGray");
                Ok(gray)
            }
            (Space::Rgb(separation), ColorTarget::Ink) => {
                packed(picture, &separation.pixels(&samples(picture, RGB)?), target)
            }
            (Space::Rgb(_), ColorTarget::Lightness) => {
                let samples = samples(picture, RGB)?;
                let (pixels, _) = samples.as_chunks();
                packed(picture, &pixels.iter().copied().map(lightness).collect::<Vec<_>>(), target)
            }
            (Space::Ink, _) => {
                Err(FinishError::Unknown("a picture in inks of another press: save it in RGB"))
            }
            (Space::Pattern, _) => Err(FinishError::Unknown("a picture of patterns")),
        }
    }
}

/// A picture with other samples.
fn packed(picture: &Stream, samples: &[u8], target: ColorTarget) -> Result<Stream, FinishError> {
    let colors = match target {
        ColorTarget::Ink => 4,
        ColorTarget::Lightness => 1,
    };
    let width = picture.dict.get(b"Width")?.as_i64()?;
    let row = usize::try_from(width).unwrap_or_default() * colors;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&differences(samples, row, colors))?;
    let mut dict = picture.dict.clone();
    dict.set("ColorSpace", target.space());
    dict.set("BitsPerComponent", 8);
    dict.set("Filter", "FlateDecode");
    dict.set(
        "DecodeParms",
        dictionary! {
            "Predictor" => 15,
            "Colors" => i64::try_from(colors).unwrap_or_default(),
            "BitsPerComponent" => 8,
            "Columns" => width,
        },
    );
    Ok(Stream::new(dict, encoder.finish()?))
}

/// As ISO 32000-1, 10.3.2 has it.
fn lightness([red, green, blue]: [u8; 3]) -> u8 {
    let weighted = 30 * u32::from(red) + 59 * u32::from(green) + 11 * u32::from(blue);
    u8::try_from(weighted / 100).unwrap_or(u8::MAX)
}
