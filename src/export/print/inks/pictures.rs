//! Pictures: samples of colours (ISO 32000-1, 8.9.5).

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Stream, dictionary};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::predictor::differences;
use super::spaces::Space;
use super::{Conversion, Target};
use crate::export::print::fault::Fault;

impl Conversion<'_> {
    /// Converts a picture; one of greys keeps its samples.
    pub(super) fn picture(&self, picture: &Stream, target: Target) -> Result<Stream, Fault> {
        // A stencil has no colours of its own.
        let Ok(space) = picture.dict.get(b"ColorSpace") else { return Ok(picture.clone()) };
        match (self.spaces.space(space)?, target) {
            (Space::Gray, _) => {
                let mut gray = picture.clone();
                gray.dict.set("ColorSpace", "DeviceGray");
                Ok(gray)
            }
            (Space::Rgb(separation), Target::Ink) => {
                packed(picture, &separation.pixels(&samples(picture)?), target)
            }
            (Space::Rgb(_), Target::Lightness) => {
                let samples = samples(picture)?;
                let (pixels, _) = samples.as_chunks();
                packed(picture, &pixels.iter().copied().map(lightness).collect::<Vec<_>>(), target)
            }
            (Space::Ink, _) => Err(Fault::Unknown("a picture in inks of another press: save it in RGB")),
            (Space::Pattern, _) => Err(Fault::Unknown("a picture of patterns")),
        }
    }
}

/// A picture with other samples.
fn packed(picture: &Stream, samples: &[u8], target: Target) -> Result<Stream, Fault> {
    let colors = match target {
        Target::Ink => 4,
        Target::Lightness => 1,
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

/// Red, green and blue of each pixel, a byte each.
fn samples(picture: &Stream) -> Result<Vec<u8>, Fault> {
    if picture.dict.has(b"Decode") {
        return Err(Fault::Unknown("a picture whose samples mean something else"));
    }
    if picture.filters().is_ok_and(|filters| filters == [b"DCTDecode"]) {
        let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
        return JpegDecoder::new_with_options(Cursor::new(&picture.content), options)
            .decode()
            .map_err(|error| Fault::Picture(error.to_string()));
    }
    let samples = picture.get_plain_content()?;
    match picture.dict.get(b"BitsPerComponent")?.as_i64()? {
        8 => Ok(samples),
        // The higher byte comes first.
        16 => Ok(samples.into_iter().step_by(2).collect()),
        _ => Err(Fault::Unknown("a picture of few colours")),
    }
}

/// As ISO 32000-1, 10.3.2 has it.
fn lightness([red, green, blue]: [u8; 3]) -> u8 {
    let weighted = 30 * u32::from(red) + 59 * u32::from(green) + 11 * u32::from(blue);
    u8::try_from(weighted / 100).unwrap_or(u8::MAX)
}
