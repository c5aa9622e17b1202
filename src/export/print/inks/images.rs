//! Converts images (ISO 32000-1, 8.9.5).

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::filters::png::{FilterType, encode_row};
use lopdf::{Stream, dictionary};

use super::spaces::Space;
use super::{ColorTarget, Conversion};
use crate::export::samples::samples;
use crate::press::{FinishError, Unconvertible};

/// The number of components in RGB.
const RGB: usize = 3;

impl Conversion<'_> {
    /// Converts an image. A grey image becomes black ink only, unless it is translucent: blending pure black would thin
    /// the other inks below it.
    pub(super) fn image(&self, image: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
        // A stencil mask has no colours.
        let Ok(space) = image.dict.get(b"ColorSpace") else { return Ok(image.clone()) };
        let is_translucent = target == ColorTarget::TranslucentInk || image.dict.has(b"SMask");
        match (self.spaces.space(space)?, target) {
            (Space::Gray(_), ColorTarget::Lightness) => {
                let mut gray = image.clone();
                gray.dict.set("ColorSpace", "DeviceGray");
                Ok(gray)
            }
            (Space::Gray(grays), _) if is_translucent => {
                let samples = samples(image, 1)?;
                packed(
                    image,
                    &samples.iter().flat_map(|gray| grays.inks_of_sample(*gray)).collect::<Vec<_>>(),
                    4,
                )
            }
            (Space::Gray(grays), _) => {
                let mut samples = samples(image, 1)?;
                for gray in &mut samples {
                    *gray = 255 - grays.black_of_sample(*gray);
                }
                packed(image, &samples, 1)
            }
            (Space::Rgb(_), ColorTarget::Lightness) => {
                let samples = samples(image, RGB)?;
                let (pixels, _) = samples.as_chunks();
                packed(image, &pixels.iter().copied().map(lightness).collect::<Vec<_>>(), 1)
            }
            (Space::Rgb(separation), _) => packed(image, &separation.pixels(&samples(image, RGB)?), 4),
            (Space::Ink, _) => Err(FinishError::Color(Unconvertible::InkImage)),
            (Space::Pattern, _) => Err(FinishError::Color(Unconvertible::Space)),
        }
    }
}

/// Replaces the samples of an image; `colors` is 4 for CMYK or 1 for grey.
fn packed(image: &Stream, samples: &[u8], colors: usize) -> Result<Stream, FinishError> {
    let width = image.dict.get(b"Width")?.as_i64()?;
    let row = usize::try_from(width).unwrap_or_default() * colors;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&png_rows(samples, row, colors))?;
    let mut dict = image.dict.clone();
    dict.set("ColorSpace", if colors == 4 { "DeviceCMYK" } else { "DeviceGray" });
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

/// Applies PNG predictors to rows of `length` bytes (ISO 32000-1, 7.4.4.4). For each row, the filter with the smallest
/// sum of differences is chosen, as the PNG specification recommends (section 12.8).
fn png_rows(samples: &[u8], length: usize, pixel: usize) -> Vec<u8> {
    let mut rows = Vec::with_capacity(samples.len() + samples.len() / length.max(1) + 1);
    let first = vec![0; length];
    let mut above = first.as_slice();
    for row in samples.chunks_exact(length.max(1)) {
        let filtered = [FilterType::Sub, FilterType::Up, FilterType::Paeth].map(|filter| {
            let mut differences = row.to_vec();
            encode_row(filter, pixel, above, &mut differences);
            (filter as u8, differences)
        });
        let size = |differences: &[u8]| -> u64 {
            differences.iter().map(|byte| u64::from(byte.cast_signed().unsigned_abs())).sum()
        };
        if let Some((filter, differences)) =
            filtered.into_iter().min_by_key(|(_, differences)| size(differences))
        {
            rows.push(filter);
            rows.extend(differences);
        }
        above = row;
    }
    rows
}

/// Converts RGB to grey (ISO 32000-1, 10.3.2).
fn lightness([red, green, blue]: [u8; 3]) -> u8 {
    let weighted = 30 * u32::from(red) + 59 * u32::from(green) + 11 * u32::from(blue);
    u8::try_from(weighted / 100).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn png_predictors_are_lossless() {
        let (width, height) = (37, 11);
        let samples: Vec<u8> =
            (0..width * height * 4).map(|index: u32| (index * index / 7).to_le_bytes()[0]).collect();
        let row = width as usize * 4;
        let mut stream = Stream::new(
            dictionary! {
                "DecodeParms" => dictionary! {
                    "Predictor" => 15, "Colors" => 4, "BitsPerComponent" => 8, "Columns" => i64::from(width),
                },
            },
            png_rows(&samples, row, 4),
        );
        stream.compress().unwrap();
        assert!(stream.is_compressed(), "the test needs a compressed stream");
        assert_eq!(stream.get_plain_content().unwrap(), samples);
    }
}
