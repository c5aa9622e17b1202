//! Raster images.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::MEGAPIXEL;
use super::profile::Decoded;
use crate::diagnostic::image_fault::{ImageFault, ImageLimit};

/// The largest image, in megapixels.
const MAX_AREA: u64 = 100;
/// The largest area that the scans of a JPEG cover together, in megapixels: an image of the largest
/// size in the ten scans of a usual progressive file.
const MAX_SCANNED_AREA: u64 = 10 * MAX_AREA;

/// A raster image that can be typeset and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raster {
    /// Its format.
    pub(super) format: ImageFormat,
    /// Its width and height in pixels as it is seen, after the rotation that its metadata asks for
    /// (Exif 2.32, 4.6.5.1.6).
    pub pixels: (u32, u32),
}

impl Raster {
    /// The format of a file with the signature of a raster image.
    pub(super) fn format(bytes: &[u8]) -> Option<ImageFormat> {
        use ImageFormat::{Gif, Jpeg, Png, WebP};
        image::guess_format(bytes).ok().filter(|format| matches!(format, Gif | Jpeg | Png | WebP))
    }

    /// Decodes a file, its first frame if it is animated.
    ///
    /// Also returns the bytes of a replacement file if it would not keep its colours otherwise.
    pub(super) fn read(bytes: &[u8], format: ImageFormat) -> Result<(Self, Option<Vec<u8>>), ImageFault> {
        let completed = if format == ImageFormat::Jpeg { check_jpeg(bytes)? } else { None };
        let bytes = completed.as_deref().unwrap_or(bytes);
        let mut decoder =
            ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(fault)?;
        let (width, height) = decoder.dimensions();
        if width == 0 || height == 0 {
            return Err(ImageFault::Unknown);
        }
        if area((width, height)) > MAX_AREA * MEGAPIXEL {
            return Err(too_many_pixels());
        }
        // The limits with which Typst decodes.
        decoder.set_limits(Limits::default()).map_err(fault)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let turned = {
            use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
            matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
        };
        let profile = decoder.icc_profile().ok().flatten().filter(|icc| !icc.is_empty());
        let pixels = DynamicImage::from_decoder(decoder).map_err(fault)?;
        let replaced = Decoded { bytes, format, pixels, orientation, profile }.with_usable_profile()?;
        // A replacement is a PNG.
        let format = replaced.as_deref().and_then(Self::format).unwrap_or(format);
        let pixels = if turned { (height, width) } else { (width, height) };
        Ok((Self { format, pixels }, replaced.or(completed)))
    }

    /// Its area in pixels.
    pub(super) fn area(self) -> u64 {
        area(self.pixels)
    }
}

fn area((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}

fn too_many_pixels() -> ImageFault {
    ImageFault::TooLarge(ImageLimit::Pixels(MAX_AREA))
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err has it")]
fn fault(error: ImageError) -> ImageFault {
    match error {
        ImageError::Limits(_) => too_many_pixels(),
        _ => ImageFault::Unknown,
    }
}

/// Marks the end of a JPEG (ITU-T T.81, table B.1).
const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];

/// Checks a JPEG for problems that decoding does not detect. Returns a complete file if only the end marker is missing,
/// without which viewers still show it.
fn check_jpeg(bytes: &[u8]) -> Result<Option<Vec<u8>>, ImageFault> {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes));
    decoder.decode_headers().map_err(|_| ImageFault::Unknown)?;
    match decoder.input_colorspace() {
        Some(ColorSpace::RGB | ColorSpace::YCbCr | ColorSpace::Luma) => {}
        Some(ColorSpace::CMYK | ColorSpace::YCCK) => return Err(ImageFault::Ink),
        _ => return Err(ImageFault::Unknown),
    }
    let (width, height) = decoder.dimensions().ok_or(ImageFault::Unknown)?;
    let (scans, has_end) = scans(bytes).ok_or(ImageFault::Unknown)?;
    if (width as u64 * height as u64).saturating_mul(scans) > MAX_SCANNED_AREA * MEGAPIXEL {
        return Err(ImageFault::TooLarge(ImageLimit::Scans));
    }
    if has_end { Ok(None) } else { completed(bytes).map(Some) }
}

/// Adds the end marker to a JPEG that lacks nothing else.
///
/// Decoders give what is missing a value of their own. But where all pixels are there, none of them depends on the bytes
/// that follow.
fn completed(bytes: &[u8]) -> Result<Vec<u8>, ImageFault> {
    let [first, _] = END_OF_IMAGE;
    let data = bytes.strip_suffix(&[first]).unwrap_or(bytes);
    let followed_by = |more: &[u8]| [data, more, &END_OF_IMAGE].concat();
    let pixels = |more| {
        let options = DecoderOptions::default().set_strict_mode(true);
        JpegDecoder::new_with_options(Cursor::new(followed_by(more)), options).decode().ok()
    };
    let pixels_then = pixels(&[0; 64]);
    if pixels_then.is_some() && pixels_then == pixels(&[0b0110_1001; 64]) {
        Ok(followed_by(&[]))
    } else {
        Err(ImageFault::Unknown)
    }
}

/// The number of scans of a JPEG, and whether it has an end marker; `None` if there is no scan.
///
/// Both are searched for after the segments that precede the first scan, which may contain a thumbnail with scans and
/// an end marker (ITU-T T.81, annex B). Data in a scan cannot look like a marker.
fn scans(bytes: &[u8]) -> Option<(u64, bool)> {
    const START_OF_SCAN: u8 = 0xDA;
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xFF, marker, high, low, ..] = *rest {
        // A marker may be preceded by any number of bytes 0xFF.
        let length = if marker == 0xFF { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
        rest = rest.get(length..).unwrap_or_default();
        if marker == START_OF_SCAN {
            let end = rest.windows(2).position(|pair| pair == END_OF_IMAGE);
            let data = rest.get(..end.unwrap_or(rest.len()))?;
            let more = data.windows(2).filter(|pair| *pair == [0xFF, START_OF_SCAN]).count();
            return Some((more as u64 + 1, end.is_some()));
        }
    }
    None
}
