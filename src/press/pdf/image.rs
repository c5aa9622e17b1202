//! Pictures, where they are placed, and how much ink they take (ISO 32000-1, 8.9).

use std::borrow::Cow;
use std::rc::Rc;

use kurbo::{Affine, Rect};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace as JpegSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::walk::Cache;
use super::{ColorSpace, Pdf};

/// A picture of pixels.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// Its number, which a picture amid operators has not.
    pub id: Option<ObjectId>,
    /// Its dictionary and data.
    pub stream: Cow<'a, Stream>,
    /// How many pixels it is wide and high.
    pub pixels: (u32, u32),
    /// How many bits each component of a pixel has.
    pub bits: u8,
    /// The space of its colours; that of a stencil is [`ColorSpace::Unknown`].
    pub space: Rc<ColorSpace>,
    /// Whether it is a stencil, through which a colour is painted.
    pub is_stencil: bool,
    /// Whether it has a soft mask, which makes it transparent.
    pub has_soft_mask: bool,
}

/// A picture on a page.
#[derive(Debug, Clone)]
pub struct Placement<'a> {
    /// The page, from one.
    pub page: u32,
    /// The picture.
    pub picture: Rc<Picture<'a>>,
    /// From the unit square to the page, in points.
    pub matrix: Affine,
}

/// What the samples of a picture may come to, in bytes.
const SAMPLES_LIMIT: usize = 256 << 20;
/// What a JPEG may have on each side, in pixels.
const JPEG_LIMIT: usize = 1 << 14;

const POINTS_IN_AN_INCH: f64 = 72.0;

impl Placement<'_> {
    /// The printed width and height in points.
    pub fn printed_size(&self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.matrix.as_coeffs();
        (a.hypot(b), c.hypot(d))
    }

    /// The pixels in an inch of paper, of width or height whichever has fewer; none where the
    /// picture has no size.
    pub fn dpi(&self) -> Option<f64> {
        let (width, height) = self.printed_size();
        let (columns, rows) = self.picture.pixels;
        let dpi = (f64::from(columns) / width).min(f64::from(rows) / height) * POINTS_IN_AN_INCH;
        (width > 0.0 && height > 0.0 && dpi.is_finite()).then_some(dpi)
    }

    /// The box of the picture on the page, in points.
    pub fn area(&self) -> Rect {
        self.matrix.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0))
    }
}

impl<'a> Picture<'a> {
    pub(super) fn new(
        pdf: &Pdf,
        id: Option<ObjectId>,
        stream: Cow<'a, Stream>,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
    ) -> Self {
        let dict = &stream.dict;
        let side = |key| pdf.integer(dict, key).and_then(|side| u32::try_from(side).ok()).unwrap_or(0);
        let is_stencil = matches!(pdf.get(dict, "ImageMask"), Some(Object::Boolean(true)));
        let bits = pdf.integer(dict, "BitsPerComponent").and_then(|bits| u8::try_from(bits).ok());
        let space = match dict.get(b"ColorSpace") {
            Ok(object) if !is_stencil => pdf.color_space(object, resources, cache),
            _ => Rc::new(ColorSpace::Unknown),
        };
        Self {
            id,
            pixels: (side("Width"), side("Height")),
            bits: if is_stencil { 1 } else { bits.unwrap_or(8) },
            space,
            is_stencil,
            has_soft_mask: pdf.stream(dict, "SMask").is_some()
                || pdf.integer(dict, "SMaskInData").is_some_and(|place| place > 0),
            stream,
        }
    }

    /// The ink of the pixel that has the most, in per cent; none where the picture is coded in a
    /// way that is not undone here, or its colours are not inks.
    pub fn highest_ink(&self, pdf: &Pdf) -> Option<f64> {
        let components = self.space.components();
        let columns = usize::try_from(self.pixels.0).ok()?;
        if self.is_stencil || components == 0 || columns == 0 || !self.space.is_ink() {
            return None;
        }
        let data = pdf.data(&self.stream, SAMPLES_LIMIT)?;
        let (bytes, bits) = match data.filter.as_deref() {
            None => (data.bytes, usize::from(self.bits)),
            Some(b"DCTDecode") => (jpeg_samples(&data.bytes, components)?, 8),
            Some(_) => return None,
        };
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return None;
        }
        let inks = self.component_inks(pdf, components, bits)?;
        let row_length = (columns * components * bits).div_ceil(8);
        let mut samples = Vec::with_capacity(columns * components);
        let mut highest = 0.0_f64;
        for row in bytes.chunks_exact(row_length) {
            samples.clear();
            unpack(row, bits, &mut samples);
            for pixel in samples.chunks_exact(components).take(columns) {
                let ink: f64 =
                    pixel.iter().zip(&inks).filter_map(|(sample, inks)| inks.get(usize::from(*sample))).sum();
                highest = highest.max(ink);
            }
        }
        Some(highest)
    }

    /// For each component the ink that each of its values adds; of 16 bits the upper eight count.
    fn component_inks(&self, pdf: &Pdf, components: usize, bits: usize) -> Option<Vec<Vec<f64>>> {
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
                        // Numbers beyond the palette stand for nothing.
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

/// The samples of a JPEG of grey or of four inks, as they stand before `Decode`.
fn jpeg_samples(bytes: &[u8], components: usize) -> Option<Vec<u8>> {
    let limits = DecoderOptions::default().set_max_width(JPEG_LIMIT).set_max_height(JPEG_LIMIT);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), limits);
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace()?;
    if !matches!((space, components), (JpegSpace::Luma, 1) | (JpegSpace::CMYK | JpegSpace::YCCK, 4)) {
        return None;
    }
    // In its own space, for the decoder knows no way from YCCK to CMYK.
    decoder.set_options(limits.jpeg_set_out_colorspace(space));
    let mut samples = decoder.decode().ok()?;
    if space == JpegSpace::YCCK {
        samples.chunks_exact_mut(4).for_each(ycck_to_cmyk);
    }
    Some(samples)
}

/// Undoes what JPEG files for print do to cyan, magenta and yellow (ITU-T T.872, 6.1 and 6.6).
fn ycck_to_cmyk(pixel: &mut [u8]) {
    let [y, cb, cr, _] = pixel else { return };
    let (luma, blue, red) = (f64::from(*y), f64::from(*cb) - 128.0, f64::from(*cr) - 128.0);
    let light = [luma + 1.402 * red, luma - 0.344_136 * blue - 0.714_136 * red, luma + 1.772 * blue];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    let [cyan, magenta, yellow] = light.map(|light| (255.0 - light).round().clamp(0.0, 255.0) as u8);
    (*y, *cb, *cr) = (cyan, magenta, yellow);
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
