//! Images, where they are placed, and how much ink they need (ISO 32000-1, 8.9).

use std::borrow::Cow;
use std::io::Read;
use std::rc::Rc;

use super::cache::Cache;
use super::filter::{self, is_image_coding};
use super::object::{Dictionary, ObjectId, Stream};
use super::{Area, Blend, ColorSpace, Pdf};
use crate::press::icc::{IccHeader, IccSpace};
use crate::press::jpeg::Jpeg;
use crate::press::jpeg_2000::Jpeg2000;
use kurbo::Affine;

/// A raster image.
#[derive(Debug, Clone)]
pub struct RasterImage<'a> {
    /// Its object; `None` for an inline image.
    pub id: Option<ObjectId>,
    /// Its dictionary and data.
    pub stream: Cow<'a, Stream>,
    /// Its width and height in pixels.
    pub pixels: (u32, u32),
    /// The number of bits per component.
    pub bits: u8,
    /// Its colour space; [`ColorSpace::Unknown`] for a stencil.
    pub space: Rc<ColorSpace>,
    /// Whether it is a stencil, through which a colour is painted.
    pub is_stencil: bool,
    /// Whether it has a soft mask, which makes it transparent.
    pub has_soft_mask: bool,
}

/// An image on a page.
#[derive(Debug, Clone)]
pub struct PlacedImage<'a> {
    /// The page, from one.
    pub page: u32,
    /// The image.
    pub image: Rc<RasterImage<'a>>,
    /// From the unit square to the page, in points.
    pub matrix: Affine,
    /// The part of the page where it is visible.
    pub area: Area,
    /// How it is mixed with what is beneath it.
    pub blend: Blend,
}

/// The longest row of samples, in bytes.
const ROW_LIMIT: usize = 1 << 20;
/// The most bytes of an image with an image coding, such as JPEG.
const ENCODED_LIMIT: usize = 64 << 20;
/// The most pixels of a JPEG on each side, and the most samples: an A3 page in four inks at 300 dpi
/// has 70 million.
const JPEG_LIMIT: usize = 1 << 14;
const JPEG_SAMPLES_LIMIT: usize = 80 << 20;
/// The most samples of a JPEG 2000 image, whose decoder takes more time and memory for each: an A4 page in
/// four inks at 200 dpi has 16 million.
const JPEG_2000_SAMPLES_LIMIT: usize = 16 << 20;
/// The cost of a sample of either, as work.
const JPEG_WORK: usize = 4;
const JPEG_2000_WORK: usize = 20;

const POINTS_IN_AN_INCH: f64 = 72.0;

impl PlacedImage<'_> {
    /// The printed width and height in points.
    pub fn printed_size(&self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.matrix.as_coeffs();
        (a.hypot(b), c.hypot(d))
    }

    /// The resolution in pixels per inch, the lower one of width and height; `None` if the image has no size.
    pub fn dpi(&self) -> Option<f64> {
        let (width, height) = self.printed_size();
        let (columns, rows) = self.image.pixels;
        let dpi = (f64::from(columns) / width).min(f64::from(rows) / height) * POINTS_IN_AN_INCH;
        (width > 0.0 && height > 0.0 && dpi.is_finite()).then_some(dpi)
    }
}

impl<'a> RasterImage<'a> {
    pub(super) fn new(
        pdf: &Pdf<'_>,
        stream: Cow<'a, Stream>,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
    ) -> Self {
        let dict = &stream.dict;
        let side = |key| pdf.integer(dict, key).and_then(|side| u32::try_from(side).ok()).unwrap_or(0);
        let is_stencil = pdf.boolean(dict, "ImageMask").unwrap_or(false);
        let bits = pdf.integer(dict, "BitsPerComponent").and_then(|bits| u8::try_from(bits).ok());
        let space = match dict.get(b"ColorSpace") {
            Some(object) if !is_stencil => pdf.color_space(object, resources, cache),
            None if !is_stencil => Rc::new(space_of_jpeg_2000(pdf, &stream).unwrap_or(ColorSpace::Unknown)),
            _ => Rc::new(ColorSpace::Unknown),
        };
        Self {
            id: stream.id,
            pixels: (side("Width"), side("Height")),
            bits: if is_stencil { 1 } else { bits.unwrap_or(8) },
            space,
            is_stencil,
            has_soft_mask: pdf.stream(dict, "SMask").is_some()
                || pdf.integer(dict, "SMaskInData").is_some_and(|place| place > 0),
            stream,
        }
    }

    /// The most ink of any pixel, in per cent; `None` if the image is in a coding that is not decoded here, or its
    /// colours are not inks.
    pub fn highest_ink(&self, pdf: &Pdf<'_>) -> Option<f64> {
        let components = self.space.components();
        if self.is_stencil || components == 0 || !self.space.is_ink() {
            return None;
        }
        let encoded = pdf.encoded(&self.stream)?;
        let steps = pdf.filters(&self.stream)?;
        let coding = steps.last().is_some_and(|(filter, _)| is_image_coding(filter));
        if coding {
            let data = pdf.data(&self.stream, ENCODED_LIMIT)?;
            let samples = match data.filter.as_deref()? {
                b"DCTDecode" => jpeg_samples(&data.bytes, components, pdf)?,
                b"JPXDecode" => jpeg_2000_samples(&data.bytes, components, pdf)?,
                _ => return None,
            };
            let inks = self.component_inks(pdf, components, 8)?;
            return Some(highest(&samples, &inks));
        }
        let bits = usize::from(self.bits);
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return None;
        }
        let [columns, rows] = [self.pixels.0, self.pixels.1].map(|side| usize::try_from(side).ok());
        let row_length = columns?.checked_mul(components * bits)?.div_ceil(8);
        if row_length > ROW_LIMIT || row_length == 0 {
            return None;
        }
        let inks = self.component_inks(pdf, components, bits)?;
        let mut data = filter::reader(&encoded, steps, pdf.budget())?;
        let mut row = vec![0; row_length];
        let mut samples = Vec::with_capacity(row_length * 8 / bits);
        let mut found = None;
        for _ in 0..rows? {
            if data.read_exact(&mut row).is_err() {
                break;
            }
            samples.clear();
            unpack(&row, bits, &mut samples);
            pdf.spend(row_length + 2 * samples.len()).then_some(())?;
            let pixels = samples.get(..columns? * components).unwrap_or(&samples);
            found = Some(highest(pixels, &inks).max(found.unwrap_or(0.0)));
        }
        found
    }

    /// For each component, the ink that each of its values adds; of 16 bits, the upper eight count.
    fn component_inks(&self, pdf: &Pdf<'_>, components: usize, bits: usize) -> Option<Vec<Vec<f64>>> {
        let greatest = (1_u32 << bits.min(8)) - 1;
        let is_indexed = matches!(*self.space, ColorSpace::Indexed { .. });
        let whole = if is_indexed { f64::from(greatest) } else { 1.0 };
        let decode = pdf.numbers(&self.stream.dict, "Decode");
        (0..components)
            .map(|component| {
                let bound = |at| decode.as_ref().and_then(|decode| decode.get(2 * component + at).copied());
                let (least, most) = (bound(0).unwrap_or(0.0), bound(1).unwrap_or(whole));
                (0..=greatest)
                    .map(|sample| {
                        let value = least + f64::from(sample) * (most - least) / f64::from(greatest);
                        let ink = self.space.component_ink(component, value);
                        // Indices beyond the palette have no colour.
                        if is_indexed { Some(ink.unwrap_or(0.0)) } else { ink }
                    })
                    .collect()
            })
            .collect()
    }
}

/// The samples of a row, each in a byte.
fn unpack(row: &[u8], bits: usize, samples: &mut Vec<u8>) {
    match bits {
        8 => samples.extend_from_slice(row),
        16 => samples.extend(row.iter().step_by(2)),
        _ => {
            let mask = (1_u8 << bits) - 1;
            for byte in row {
                samples.extend((0..8 / bits).rev().map(|place| (byte >> (place * bits)) & mask));
            }
        }
    }
}

/// The most ink of any pixel.
fn highest(samples: &[u8], inks: &[Vec<f64>]) -> f64 {
    let ink = |pixel: &[u8]| -> f64 {
        pixel.iter().zip(inks).filter_map(|(sample, inks)| inks.get(usize::from(*sample))).sum()
    };
    samples.chunks_exact(inks.len()).map(ink).fold(0.0, f64::max)
}

fn jpeg_samples(bytes: &[u8], components: usize, pdf: &Pdf<'_>) -> Option<Vec<u8>> {
    let jpeg = Jpeg::read(bytes, JPEG_LIMIT)?;
    let (width, height) = jpeg.size;
    let samples = width * height * components;
    if jpeg.components() != components || samples > JPEG_SAMPLES_LIMIT {
        return None;
    }
    pdf.spend(samples * JPEG_WORK).then(|| jpeg.samples())?
}

fn jpeg_2000_samples(bytes: &[u8], components: usize, pdf: &Pdf<'_>) -> Option<Vec<u8>> {
    let jpeg = Jpeg2000::read(bytes)?;
    let samples = jpeg.samples_in_all().filter(|samples| *samples <= JPEG_2000_SAMPLES_LIMIT)?;
    // It is better not to know the ink of some images than to stop checking the file.
    let work = samples * JPEG_2000_WORK;
    let is_too_much = pdf.budget().work_left() / 2 < work as u64;
    (!is_too_much && pdf.spend(work)).then(|| jpeg.samples(components))?
}

/// The colour space inside a JPEG 2000 image (ISO 32000-1, 7.4.9).
fn space_of_jpeg_2000(pdf: &Pdf<'_>, stream: &Stream) -> Option<ColorSpace> {
    let steps = pdf.filters(stream)?;
    steps.last().filter(|(filter, _)| filter == b"JPXDecode")?;
    let data = pdf.data(stream, ENCODED_LIMIT)?;
    Some(match Jpeg2000::read(&data.bytes)?.space() {
        hayro_jpeg2000::ColorSpace::Gray => ColorSpace::DeviceGray,
        hayro_jpeg2000::ColorSpace::RGB => ColorSpace::DeviceRgb,
        hayro_jpeg2000::ColorSpace::CMYK => ColorSpace::DeviceCmyk,
        hayro_jpeg2000::ColorSpace::Icc { profile, num_channels } => {
            let usual = IccSpace::of_components((*num_channels).into());
            let space = IccHeader::read(profile).map_or(usual, IccHeader::icc_space);
            ColorSpace::Icc { space, profile: None }
        }
        hayro_jpeg2000::ColorSpace::Unknown { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_fewer_bits_are_unpacked_from_the_highest() {
        let unpacked = |bits| {
            let mut samples = Vec::new();
            unpack(&[0b1010_0111, 0xff], bits, &mut samples);
            samples
        };
        assert_eq!(unpacked(1), [1, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        assert_eq!(unpacked(2), [2, 2, 1, 3, 3, 3, 3, 3]);
        assert_eq!(unpacked(4), [10, 7, 15, 15]);
        assert_eq!(unpacked(16), [0b1010_0111]);
    }
}
