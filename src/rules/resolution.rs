//! Checks that images have enough pixels.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::image_fault::{ImageFault, MIN_DPI};
use crate::diagnostic::problem::Problem;
use crate::images::{ImageKind, Images, PrintedSize, PrintedSizes};
use crate::report::Report;

/// The resolution that printing houses ask for.
const PRINT_DPI: u32 = 2 * MIN_DPI;
/// Accepts images that are a single pixel short.
const TOLERANCE: f64 = 1.002;

/// Every raster image whose resolution is too low at its size on the pages. If the report is not to be printed, only
/// very low resolutions are reported.
pub fn resolution(report: &Report, images: &Images, sizes: &PrintedSizes, for_print: bool) -> Vec<Finding> {
    report
        .image_paths()
        .filter_map(|(key, path)| {
            let ImageKind::Raster(raster) = images.get(path)?.kind() else { return None };
            let fault = too_coarse(raster.pixels, *sizes.get(path)?, for_print)?;
            let problem = Problem::Image { path: path.clone(), fault };
            Some(Finding::new(problem).at(key, Role::Here))
        })
        .collect()
}

fn too_coarse(pixels: (u32, u32), size: PrintedSize, for_print: bool) -> Option<ImageFault> {
    let (width, height) = (f64::from(pixels.0), f64::from(pixels.1));
    let dpi = size.dpi(pixels)?;
    let required = if for_print { PRINT_DPI } else { MIN_DPI };
    if dpi * TOLERANCE >= f64::from(required) {
        return None;
    }
    let factor = f64::from(PRINT_DPI) / dpi;
    Some(ImageFault::Resolution {
        pixels,
        dpi: whole(dpi.floor()),
        needed: (whole((width * factor).ceil()), whole((height * factor).ceil())),
        for_print,
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

    fn check(
        pixels: (u32, u32),
        (width, height): (f64, f64),
        for_print: bool,
    ) -> Option<(Severity, u32, (u32, u32))> {
        let fault = too_coarse(pixels, PrintedSize { width, height }, for_print)?;
        let severity = fault.severity();
        match fault {
            ImageFault::Resolution { dpi, needed, .. } => Some((severity, dpi, needed)),
            _ => None,
        }
    }

    /// 123.5 mm at 300 dpi are 1458.7 pixels, at 150 dpi half of that.
    #[test]
    fn an_image_at_full_text_width_needs_1459_pixels() {
        let size = (123.5, 61.75);
        assert_eq!(check((1459, 730), size, true), None);
        assert_eq!(check((1000, 500), size, true), Some((Severity::Warning, 205, (1459, 730))));
        assert_eq!(check((600, 300), size, true), Some((Severity::Error, 123, (1459, 730))));
    }

    #[test]
    fn a_stretched_image_has_the_lower_of_its_two_resolutions() {
        assert_eq!(check((1500, 1500), (25.4, 254.0), true), Some((Severity::Warning, 150, (3000, 3000))));
    }

    #[test]
    fn on_screen_only_very_low_resolutions_are_noted() {
        assert_eq!(check((1000, 500), (123.5, 61.75), false), None);
        assert_eq!(check((600, 300), (123.5, 61.75), false), Some((Severity::Note, 123, (1459, 730))));
    }
}
