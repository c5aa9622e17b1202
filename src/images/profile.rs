//! Colour profiles of images, converted for embedding in a PDF.
//!
//! PDF 1.7 allows ICC profiles up to version 4.2 (ISO 32000-1, table 67). Typst embeds no later ones and none of 16-bit
//! images, and ignores the code points (ITU-T H.273), gamma and primaries of a PNG: such images would be read as sRGB.
//! This module replaces them by files with the same colours. Converting them to sRGB would lose the colours outside its
//! gamut, which a press may be able to print.

use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageEncoder, ImageFormat};

use super::{code_points, gamma};
use crate::diagnostic::image_fault::ImageFault;
use crate::press::icc::IccHeader;
use crate::press::ink::{Grays, PressProfile, Separation};

/// A decoded image, with the colour information of its file.
pub(super) struct Decoded<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) format: ImageFormat,
    pub(super) pixels: DynamicImage,
    /// The rotation to apply to the pixels.
    pub(super) orientation: Orientation,
    /// The ICC profile in the file.
    pub(super) profile: Option<Vec<u8>>,
}

impl Decoded<'_> {
    /// A file that replaces the image's own, so that it keeps its colours; `None` if its own can be used.
    ///
    /// # Errors
    /// If the profile is damaged, or is for colours other than the image's.
    pub(super) fn with_usable_profile(self) -> Result<Option<Vec<u8>>, ImageFault> {
        let code_points = match self.format {
            ImageFormat::Png => code_points::of_png(self.bytes),
            _ => None,
        };
        // They take precedence over a profile (PNG, third edition, 4.3).
        if let Some(code_points) = code_points {
            if code_points.is_srgb() && self.profile.is_none() {
                return Ok(None);
            }
            let profile = code_points.profile(self.has_color()).ok_or(ImageFault::Profile)?;
            return self.encoded_with(profile).map(Some);
        }
        let Some(profile) = &self.profile else {
            let is_png = self.format == ImageFormat::Png;
            let profile = is_png.then(|| gamma::profile_of_png(self.bytes, self.has_color())).flatten();
            return profile.map(|profile| self.encoded_with(profile)).transpose();
        };
        let header = IccHeader::read(profile).ok_or(ImageFault::Profile)?;
        let press = PressProfile::coated_fogra39();
        match (&header.space.0, self.has_color()) {
            (b"RGB ", true) => Separation::of_profile(profile, &press).map(drop),
            (b"GRAY", false) => Grays::of_profile(profile, &press).map(drop),
            // A profile for another number of components is ignored.
            (b"GRAY" | b"CMYK", _) | (b"RGB ", false) => return Ok(None),
            _ => return Err(ImageFault::Profile),
        }
        .map_err(|_| ImageFault::Profile)?;
        let earlier = IccHeader::in_earlier_version(profile);
        if self.pixels.color().bits_per_pixel() / u16::from(self.pixels.color().channel_count()) > 8 {
            let profile = earlier.unwrap_or_else(|| profile.clone());
            return self.encoded_with(profile).map(Some);
        }
        let Some(earlier) = earlier else { return Ok(None) };
        match self.format {
            ImageFormat::Png => self.encoded_with(earlier).map(Some),
            // A JPEG keeps its pixels as they are coded; one of the other formats too.
            _ => replaced(self.bytes, profile, &earlier).map(Some).ok_or(ImageFault::Profile),
        }
    }

    fn has_color(&self) -> bool {
        self.pixels.color().has_color()
    }

    /// A PNG of 8 bits with a profile.
    fn encoded_with(mut self, profile: Vec<u8>) -> Result<Vec<u8>, ImageFault> {
        self.pixels.apply_orientation(self.orientation);
        let pixels = match (self.pixels.color().has_color(), self.pixels.color().has_alpha()) {
            (false, false) => DynamicImage::ImageLuma8(self.pixels.into_luma8()),
            (false, true) => DynamicImage::ImageLumaA8(self.pixels.into_luma_alpha8()),
            (true, false) => DynamicImage::ImageRgb8(self.pixels.into_rgb8()),
            (true, true) => DynamicImage::ImageRgba8(self.pixels.into_rgba8()),
        };
        let mut png = Vec::new();
        let mut encoder = PngEncoder::new(&mut png);
        encoder.set_icc_profile(profile).map_err(|_| ImageFault::Profile)?;
        pixels.write_with_encoder(encoder).map_err(|_| ImageFault::Unknown)?;
        Ok(png)
    }
}

/// A file with the header of its profile replaced. The profile is stored uncompressed, possibly in several parts;
/// `None` if the header itself is split.
fn replaced(bytes: &[u8], profile: &[u8], other: &[u8]) -> Option<Vec<u8>> {
    let (header, other) = (profile.get(..IccHeader::SIZE)?, other.get(..IccHeader::SIZE)?);
    let start = bytes.windows(IccHeader::SIZE).position(|window| window == header)?;
    let mut bytes = bytes.to_vec();
    bytes.get_mut(start..start + IccHeader::SIZE)?.copy_from_slice(other);
    Some(bytes)
}
