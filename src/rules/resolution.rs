//! Images have the pixels that print needs.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::image_fault::{ImageFault, LEAST_DPI};
use crate::diagnostic::problem::Problem;
use crate::images::{self, ImageKind, Images, Placement};
use crate::report::Report;

/// What a printing house asks for.
const PRINT_DPI: u32 = 2 * LEAST_DPI;
/// An image that is a pixel short is not short.
const TOLERANCE: f64 = 1.002;

const MILLIMETRES_IN_AN_INCH: f64 = 25.4;

/// Every image of pixels whose resolution is too low at the size at which it is printed.
pub fn resolution(report: &Report, images: &Images) -> Vec<Finding> {
    images::placements(report, images)
        .into_iter()
        .filter_map(|(key, path, placement)| {
            let ImageKind::Raster(raster) = images.get(path)?.kind() else { return None };
            let fault = too_coarse(raster.pixels, placement)?;
            let problem = Problem::Image { path: path.clone(), fault };
            Some(Finding::new(problem).at(key, Role::Here))
        })
        .collect()
}

fn too_coarse(pixels: (u32, u32), placement: Placement) -> Option<ImageFault> {
    let (width, height) = (f64::from(pixels.0), f64::from(pixels.1));
    let dpi = height / placement.printed_height((width, height)) * MILLIMETRES_IN_AN_INCH;
    let factor = f64::from(PRINT_DPI) / dpi;
    (factor > TOLERANCE).then(|| ImageFault::Resolution {
        pixels,
        dpi: whole(dpi.floor()),
        needed: (whole((width * factor).ceil()), whole((height * factor).ceil())),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and positive before")]
fn whole(number: f64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    /// Where an image stands that is alone in its row.
    fn placement((width, height): (u32, u32)) -> Placement {
        Placement::in_row([f64::from(width) / f64::from(height)].into_iter())
    }

    fn judge(pixels: (u32, u32)) -> Option<(Severity, u32, (u32, u32))> {
        let fault = too_coarse(pixels, placement(pixels))?;
        let severity = fault.severity();
        match fault {
            ImageFault::Resolution { dpi, needed, .. } => Some((severity, dpi, needed)),
            _ => None,
        }
    }

    /// 123.5 mm at 300 dpi are 1458.7 pixels, at 150 dpi half of that.
    #[test]
    fn an_image_over_the_width_of_the_text_needs_1459_pixels() {
        assert_eq!(judge((1459, 800)), None);
        assert_eq!(judge((1000, 500)), Some((Severity::Warning, 205, (1459, 730))));
        assert_eq!(judge((600, 300)), Some((Severity::Error, 123, (1459, 730))));
    }

    #[test]
    fn a_tall_image_is_narrower() {
        assert_eq!(judge((1182, 1182)), None);
        assert_eq!(judge((591, 1182)), None);
        assert_eq!(judge((300, 600)), Some((Severity::Warning, 152, (591, 1182))));
    }
}
