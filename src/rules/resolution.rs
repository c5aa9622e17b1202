//! Images have the pixels that print needs.

use std::io::Cursor;

use image::ImageReader;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::{LEAST_DPI, Problem};
use crate::images::Images;
use crate::report::KeyPath;
use crate::report::{ImagePath, Report};

/// The width of the text, over which an image is set, in millimetres (`text-width` in the
/// template's `theme.typ`).
const TEXT_WIDTH: f64 = 123.5;
/// The height beyond which an image is made narrower, in millimetres (`max-height` in the
/// template's `image.typ`).
const GREATEST_HEIGHT: f64 = 100.0;
/// The height at which a logo is set, in millimetres (the template's `cover.typ`).
const LOGO_HEIGHT: f64 = 18.0;
/// What a printing house asks for.
const PRINT_DPI: u32 = 2 * LEAST_DPI;

const MILLIMETRES_IN_AN_INCH: f64 = 25.4;

/// Every image of pixels whose resolution is too low at the size at which it is printed.
pub fn resolution(report: &Report, images: &Images) -> Vec<Finding> {
    let logo = report.organization.logo.iter().map(|path| (KeyPath::from("organization.logo"), path, true));
    let named = report.images().map(|(key, image)| (key.key("file"), &image.file, false));
    logo.chain(named)
        .filter_map(|(key, path, is_logo)| {
            let problem = too_coarse(path, pixels(images.get(path)?)?, is_logo)?;
            Some(Finding::new(problem).at(key, Role::Here))
        })
        .collect()
}

/// The width and height of an image of pixels.
fn pixels(picture: &[u8]) -> Option<(usize, usize)> {
    let reader = ImageReader::new(Cursor::new(picture)).with_guessed_format().ok()?;
    let (width, height) = reader.into_dimensions().ok()?;
    Some((width.try_into().ok()?, height.try_into().ok()?))
}

fn too_coarse(path: &ImagePath, pixels: (usize, usize), is_logo: bool) -> Option<Problem> {
    let (width, height) = (as_float(pixels.0), as_float(pixels.1));
    if width < 1.0 || height < 1.0 {
        return None;
    }
    let printed_height =
        if is_logo { LOGO_HEIGHT } else { (TEXT_WIDTH * height / width).min(GREATEST_HEIGHT) };
    let dpi = height / printed_height * MILLIMETRES_IN_AN_INCH;
    let factor = f64::from(PRINT_DPI) / dpi;
    // A image that is a pixel short is not short.
    (factor > 1.002).then(|| Problem::ImageResolution {
        path: path.clone(),
        pixels,
        dpi: whole(dpi.floor()),
        needed: (whole((width * factor).ceil()) as usize, whole((height * factor).ceil()) as usize),
    })
}

/// No image that could be opened has 2⁵³ pixels on a side.
#[expect(clippy::cast_precision_loss, reason = "sizes of images are far below 2⁵³")]
fn as_float(pixels: usize) -> f64 {
    pixels as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and positive before")]
fn whole(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    fn judge(pixels: (usize, usize)) -> Option<(Severity, u32, (usize, usize))> {
        let path = ImagePath::try_from("a.jpg".to_owned()).unwrap();
        let problem = too_coarse(&path, pixels, false)?;
        let severity = problem.severity();
        match problem {
            Problem::ImageResolution { dpi, needed, .. } => Some((severity, dpi, needed)),
            _ => None,
        }
    }

    /// 123.5 mm at 300 dpi are 1458.7 pixels, at 150 dpi half of that.
    #[test]
    fn a_picture_over_the_width_of_the_text_needs_1459_pixels() {
        assert_eq!(judge((1459, 800)), None);
        assert_eq!(judge((1000, 500)), Some((Severity::Warning, 205, (1459, 730))));
        assert_eq!(judge((600, 300)), Some((Severity::Error, 123, (1459, 730))));
    }

    #[test]
    fn a_tall_picture_is_narrower() {
        assert_eq!(judge((1182, 1182)), None);
        assert_eq!(judge((591, 1182)), None);
        assert_eq!(judge((300, 600)), Some((Severity::Warning, 152, (591, 1182))));
    }
}
