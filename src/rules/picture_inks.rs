//! Pictures in the colours of light: inks are for one press, and a screen cannot show them.

use std::io::Cursor;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::colorspace::ColorSpace;

use crate::finding::{Finding, KeyPath, Role};
use crate::pictures::Pictures;
use crate::problem::Problem;
use crate::report::Report;

/// Every JPEG that is stored in four inks.
pub fn picture_inks(report: &Report, pictures: &Pictures) -> Vec<Finding> {
    let logo = report.organization.logo.iter().map(|path| (KeyPath::from("organization.logo"), path));
    let images = report.images().map(|(key, image)| (key.key("file"), &image.file));
    logo.chain(images)
        .filter(|(_, path)| pictures.get(path).is_some_and(is_in_ink))
        .map(|(key, path)| Finding::new(Problem::ImageInk(path.clone())).at(key, Role::Here))
        .collect()
}

fn is_in_ink(picture: &[u8]) -> bool {
    let mut decoder = JpegDecoder::new(Cursor::new(picture));
    decoder.decode_headers().is_ok()
        && matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK))
}
