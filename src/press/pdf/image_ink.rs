//! The ink of an image: the most of any pixel, and a grid of some pixels.

use std::borrow::Cow;
use std::io::Read;
use std::rc::Rc;

use super::filter::{self, is_image_coding};
use super::{ColorSpace, Pdf, RasterImage};
use crate::press::jpeg::Jpeg;
use crate::press::jpeg_2000::Jpeg2000;

/// The ink of an image, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct ImageInk {
    /// The most ink of any pixel, in per cent; `None` if the image is a stencil, is in a coding that is not decoded
    /// here, or its colours are not inks.
    pub highest: Option<f64>,
    /// Some of its pixels; `None` for the same reasons, but not for a stencil.
    pub grid: Option<Rc<PixelGrid>>,
}

/// Pixels of an image at equal distances.
#[derive(Debug)]
pub struct PixelGrid {
    columns: u16,
    rows: u16,
    pixels: Vec<Pixel>,
}

/// A pixel: shares of cyan, magenta, yellow, black and all other inks, and how opaque it is, each up to 255.
#[derive(Debug, Clone, Copy, Default)]
struct Pixel {
    plates: [u8; 5],
    alpha: u8,
}

/// The most pixels of a grid in each direction.
const GRID: u16 = 64;
/// The longest row of samples, in bytes.
const ROW_LIMIT: usize = 1 << 20;
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
/// The cost of a pixel of a grid, as work.
const PIXEL_WORK: usize = 40;

impl PixelGrid {
    /// The pixel at a point of the unit square in which an image is painted: its plates, and how opaque it is, from 0
    /// to 1.
    pub fn at(&self, x: f64, y: f64) -> Option<([f64; 5], f64)> {
        let index = |share: f64, count: u16| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 64")]
            let index = (share * f64::from(count)) as usize;
            (0.0..=1.0).contains(&share).then(|| index.min(usize::from(count).saturating_sub(1)))
        };
        let (row, column) = (index(1.0 - y, self.rows)?, index(x, self.columns)?);
        let pixel = self.pixels.get(row * usize::from(self.columns) + column)?;
        Some((pixel.plates.map(|tint| f64::from(tint) / 255.0), f64::from(pixel.alpha) / 255.0))
    }

    /// The middle of the pixel at a point of the unit square.
    pub fn middle(&self, x: f64, y: f64) -> (f64, f64) {
        let middle = |share: f64, count: u16| ((share * f64::from(count)).floor() + 0.5) / f64::from(count);
        (middle(x, self.columns), 1.0 - middle(1.0 - y, self.rows))
    }

    /// The stretches of the sides of the unit square along which the outermost pixels are opaque.
    pub fn opaque_sides(&self) -> Vec<[(f64, f64); 2]> {
        let mut sides = Vec::new();
        for side in 0..4 {
            let count = if side < 2 { self.rows } else { self.columns };
            let mut start = None;
            for index in 0..=count {
                let middle = (f64::from(index) + 0.5) / f64::from(count);
                let end = f64::from(index) / f64::from(count);
                let place = |along: f64| match side {
                    0 => (0.0, along),
                    1 => (1.0, along),
                    2 => (along, 0.0),
                    _ => (along, 1.0),
                };
                let (x, y) = place(middle);
                let is_opaque = index < count && self.at(x, y).is_some_and(|(_, alpha)| alpha > 0.5);
                match (start, is_opaque) {
                    (None, true) => start = Some(end),
                    (Some(from), false) => {
                        sides.push([place(from), place(end)]);
                        start = None;
                    }
                    _ => {}
                }
            }
        }
        sides
    }
}

impl RasterImage<'_> {
    /// Measures its ink.
    pub fn ink(&self, pdf: &Pdf<'_>) -> ImageInk {
        let Some(mut gatherer) = self.gathered(pdf) else { return ImageInk::default() };
        if !self.is_stencil && !self.apply_masks(pdf, &mut gatherer.grid) {
            gatherer.is_whole = false;
        }
        ImageInk { highest: gatherer.highest, grid: gatherer.is_whole.then(|| Rc::new(gatherer.grid)) }
    }

    /// Sets the opacity of pixels; `false` if it is not known.
    fn apply_masks(&self, pdf: &Pdf<'_>, grid: &mut PixelGrid) -> bool {
        let dict = &self.stream.dict;
        let mask = pdf.stream(dict, "SMask").or_else(|| pdf.stream(dict, "Mask"));
        let Some(stream) = mask else {
            return !self.has_soft_mask && pdf.get(dict, "Mask").is_none();
        };
        let is_stencil = pdf.stream(dict, "SMask").is_none();
        let side =
            |key| pdf.integer(&stream.dict, key).and_then(|side| u32::try_from(side).ok()).unwrap_or(0);
        let bits = pdf.integer(&stream.dict, "BitsPerComponent").and_then(|bits| u8::try_from(bits).ok());
        let mask = RasterImage {
            id: stream.id,
            stream: Cow::Borrowed(stream),
            pixels: (side("Width"), side("Height")),
            bits: if is_stencil { 1 } else { bits.unwrap_or(8) },
            space: Rc::new(if is_stencil { ColorSpace::Unknown } else { ColorSpace::DeviceGray }),
            is_stencil,
            has_soft_mask: false,
        };
        let Some(mask) = mask.gathered(pdf).filter(|mask| mask.is_whole) else { return false };
        let (columns, rows) = (grid.columns, grid.rows);
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        for ((column, row), pixel) in places.zip(&mut grid.pixels) {
            let middle = |index: u16, count: u16| (f64::from(index) + 0.5) / f64::from(count);
            let (x, y) = (middle(column, columns), 1.0 - middle(row, rows));
            let Some(([.., black, _], alpha)) = mask.grid.at(x, y) else { return false };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let opacity = ((if is_stencil { alpha } else { 1.0 - black }) * 255.0) as u8;
            pixel.alpha = opacity;
        }
        true
    }

    fn gathered(&self, pdf: &Pdf<'_>) -> Option<Gatherer> {
        let components = if self.is_stencil { 1 } else { self.space.components() };
        if components == 0 || !self.is_stencil && !self.space.is_ink() {
            return None;
        }
        let encoded = pdf.encoded(&self.stream)?;
        let steps = pdf.filters(&self.stream)?;
        if steps.last().is_some_and(|(filter, _)| is_image_coding(filter)) {
            let data = pdf.data(&self.stream, super::image::ENCODED_LIMIT)?;
            let (columns, samples) = match data.filter.as_deref()? {
                b"DCTDecode" if !self.is_stencil => jpeg_samples(&data.bytes, components, pdf)?,
                b"JPXDecode" if !self.is_stencil => {
                    (usize::try_from(self.pixels.0).ok()?, jpeg_2000_samples(&data.bytes, components, pdf)?)
                }
                _ => return None,
            };
            let rows = samples.len() / (columns * components).max(1);
            let mut gatherer = Gatherer::new(self, pdf, (columns, rows), 8)?;
            for (row, samples) in samples.chunks((columns * components).max(1)).enumerate() {
                gatherer.add(row, samples);
            }
            return Some(gatherer);
        }
        let bits = usize::from(self.bits);
        if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
            return None;
        }
        let [columns, rows] = [self.pixels.0, self.pixels.1].map(|side| usize::try_from(side).ok());
        let (columns, rows) = (columns?, rows?);
        let row_length = columns.checked_mul(components * bits)?.div_ceil(8);
        if row_length > ROW_LIMIT || row_length == 0 {
            return None;
        }
        let mut gatherer = Gatherer::new(self, pdf, (columns, rows), bits)?;
        let mut data = filter::reader(&encoded, steps, pdf.budget())?;
        let mut row = vec![0; row_length];
        let mut samples = Vec::with_capacity(row_length * 8 / bits);
        for index in 0..rows {
            if data.read_exact(&mut row).is_err() {
                break;
            }
            samples.clear();
            unpack(&row, bits, &mut samples);
            pdf.spend(row_length + 2 * samples.len()).then_some(())?;
            gatherer.add(index, samples.get(..columns * components).unwrap_or(&samples));
        }
        (gatherer.highest.is_some() || gatherer.is_whole).then_some(gatherer)
    }

    /// For each component, the value of each sample; of 16 bits, the upper eight count.
    fn values(&self, pdf: &Pdf<'_>, components: usize, bits: usize) -> Vec<Vec<f64>> {
        let greatest = (1_u32 << bits.min(8)) - 1;
        let is_indexed = matches!(*self.space, ColorSpace::Indexed { .. });
        let whole = if is_indexed { f64::from(greatest) } else { 1.0 };
        let decode = pdf.numbers(&self.stream.dict, "Decode");
        let bound = |at| decode.as_ref().and_then(|decode| decode.get(at).copied());
        (0..components)
            .map(|component| {
                let (least, most) =
                    (bound(2 * component).unwrap_or(0.0), bound(2 * component + 1).unwrap_or(whole));
                let step = (most - least) / f64::from(greatest);
                (0..=greatest).map(|sample| least + f64::from(sample) * step).collect()
            })
            .collect()
    }
}

/// Gathers the ink of an image, row by row.
struct Gatherer {
    size: (usize, usize),
    space: Rc<ColorSpace>,
    is_stencil: bool,
    /// For each component, the value of each sample, and the ink that it adds.
    values: Vec<Vec<f64>>,
    inks: Vec<Vec<f64>>,
    highest: Option<f64>,
    grid: PixelGrid,
    /// Whether the grid is complete.
    is_whole: bool,
}

impl Gatherer {
    fn new(image: &RasterImage<'_>, pdf: &Pdf<'_>, size: (usize, usize), bits: usize) -> Option<Self> {
        let components = if image.is_stencil { 1 } else { image.space.components() };
        let values = image.values(pdf, components, bits);
        let is_indexed = matches!(*image.space, ColorSpace::Indexed { .. });
        let ink = |component, value: &f64| match image.space.component_ink(component, *value) {
            // Indices beyond the palette have no colour.
            None if is_indexed => Some(0.0),
            ink => ink,
        };
        let inks = if image.is_stencil {
            Vec::new()
        } else {
            let of_component = |(component, values): (usize, &Vec<f64>)| {
                values.iter().map(|value| ink(component, value)).collect()
            };
            values.iter().enumerate().map(of_component).collect::<Option<_>>()?
        };
        let [columns, rows] =
            [size.0, size.1].map(|side| u16::try_from(side).map_or(GRID, |side| side.min(GRID)));
        let pixels = usize::from(columns) * usize::from(rows);
        pdf.spend(pixels * PIXEL_WORK).then_some(())?;
        Some(Self {
            size,
            space: Rc::clone(&image.space),
            is_stencil: image.is_stencil,
            values,
            inks,
            highest: None,
            grid: PixelGrid { columns, rows, pixels: Vec::with_capacity(pixels) },
            is_whole: false,
        })
    }

    fn add(&mut self, row: usize, samples: &[u8]) {
        let components = self.values.len();
        if !self.is_stencil {
            self.highest = Some(highest(samples, &self.inks).max(self.highest.unwrap_or(0.0)));
        }
        let [columns, rows] = [self.grid.columns, self.grid.rows].map(usize::from);
        let next = self.grid.pixels.len() / columns.max(1);
        if next >= rows || row != (2 * next + 1) * self.size.1 / (2 * rows) {
            return;
        }
        for column in 0..columns {
            let at = (2 * column + 1) * self.size.0 / (2 * columns) * components;
            let samples = samples.get(at..at + components).unwrap_or_default();
            let color: Vec<f64> = samples
                .iter()
                .zip(&self.values)
                .filter_map(|(sample, values)| values.get(usize::from(*sample)).copied())
                .collect();
            let pixel = if self.is_stencil {
                // Where a sample is zero, the stencil is painted (ISO 32000-1, 8.9.6.2).
                let alpha = if color.first().is_some_and(|value| *value < 0.5) { 255 } else { 0 };
                Pixel { plates: [0; 5], alpha }
            } else {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
                let plates =
                    self.space.plates(&color).unwrap_or_default().map(|tint| (tint * 255.0).round() as u8);
                Pixel { plates, alpha: 255 }
            };
            self.grid.pixels.push(pixel);
        }
        self.is_whole = next + 1 == rows;
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

/// The width in pixels and the samples of a JPEG.
fn jpeg_samples(bytes: &[u8], components: usize, pdf: &Pdf<'_>) -> Option<(usize, Vec<u8>)> {
    let jpeg = Jpeg::read(bytes, JPEG_LIMIT)?;
    let (width, height) = jpeg.size;
    let samples = width * height * components;
    if jpeg.components() != components || samples > JPEG_SAMPLES_LIMIT {
        return None;
    }
    pdf.spend(samples * JPEG_WORK).then(|| jpeg.samples())?.map(|samples| (width, samples))
}

fn jpeg_2000_samples(bytes: &[u8], components: usize, pdf: &Pdf<'_>) -> Option<Vec<u8>> {
    let jpeg = Jpeg2000::read(bytes)?;
    let samples = jpeg.samples_in_all().filter(|samples| *samples <= JPEG_2000_SAMPLES_LIMIT)?;
    // It is better not to know the ink of some images than to stop checking the file.
    let work = samples * JPEG_2000_WORK;
    let is_too_much = pdf.budget().work_left() / 2 < work as u64;
    (!is_too_much && pdf.spend(work)).then(|| jpeg.samples(components))?
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
