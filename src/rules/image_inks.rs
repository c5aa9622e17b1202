//! Images in the colours of light: inks are for one press, and a screen cannot show them.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::images::Images;
use crate::report::Report;

/// Every JPEG that is stored in four inks.
pub fn image_inks(report: &Report, images: &Images) -> Vec<Finding> {
    let logos = report.logos_and_portraits();
    let named = report.images().map(|(key, image)| (key.key("file"), &image.file));
    logos
        .chain(named)
        .filter(|(_, path)| images.get(path).is_some_and(is_in_ink))
        .map(|(key, path)| Finding::new(Problem::ImageInk(path.clone())).at(key, Role::Here))
        .collect()
}

fn is_in_ink(picture: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new(Cursor::new(picture));
    decoder.decode_headers().is_ok()
        && matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK))
}
