//! Images, and where they are placed (ISO 32000-1, 8.9).

use std::borrow::Cow;
use std::rc::Rc;

use super::cache::Cache;
use super::object::{Dictionary, ObjectId, Stream};
use super::{Area, Blend, ColorSpace, Pdf};
use crate::press::icc::{IccHeader, IccSpace};
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

/// The most bytes of an image with an image coding, such as JPEG.
pub(super) const ENCODED_LIMIT: usize = 64 << 20;

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
