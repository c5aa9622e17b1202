//! Test-exports the SVG images of a report, to make sure that the pages with them can be exported.
//!
//! The libraries that convert SVG to PDF do not document everything that they support, and sometimes drop content
//! silently. Raster images need no such test, because they have been decoded.

use std::collections::BTreeMap;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::image_fault::SvgFault;
use crate::diagnostic::problem::Problem;
use crate::export::{self, Press};
use crate::images::{ImageKind, Images, PrintedSizes};
use crate::press::preflight::{self, Fault, FaultOnPages, Requirements};
use crate::report::{ImagePath, Report};
use crate::typeset::{Bleed, Edition, Typesetter};

/// The resolution of rasterised filters, in dots per inch, minus rounding errors. It is sufficient for shadows and blurs.
const FILTER_DPI: u32 = 280;

/// The width and height of A4 in millimetres. An SVG that is not used on any page is tested at this size.
const PAGE: (f64, f64) = (210.0, 297.0);

/// The settings of a requested print edition.
#[derive(Debug, Clone, Copy)]
pub struct PrintEdition<'a> {
    /// The requirements of the printing house.
    pub press: &'a Press,
    /// The width of the bleed.
    pub bleed: Bleed,
}

/// Findings about SVG images that cannot be exported or do not print well; `print` is given if a print edition is
/// requested.
pub fn proof(
    report: &Report,
    images: &Images,
    sizes: &PrintedSizes,
    typesetter: &Typesetter,
    print: Option<PrintEdition<'_>>,
) -> Vec<Finding> {
    let drawings: Vec<(&ImagePath, f64)> = images
        .iter()
        .filter(|(_, image)| matches!(image.kind(), ImageKind::Drawing(_)))
        .map(|(path, image)| {
            (path, sizes.get(path).map_or_else(|| (PAGE.0 / image.ratio()).min(PAGE.1), |size| size.height))
        })
        .collect();
    if drawings.is_empty() || trial(images, &drawings, typesetter, print).is_none() {
        return Vec::new();
    }
    // Some of them failed: test each one.
    let faults: BTreeMap<_, _> = drawings
        .iter()
        .filter_map(|drawing| Some((drawing.0, trial(images, &[*drawing], typesetter, print)?)))
        .collect();
    report
        .image_paths()
        .filter_map(|(key, path)| {
            let problem = Problem::Image { path: path.clone(), fault: faults.get(path)?.clone().into() };
            Some(Finding::new(problem).at(key, Role::Here))
        })
        .collect()
}

/// Exports SVG images, each at a height in millimetres, for the screen and, if requested, for print. Returns a fault of
/// any of them.
fn trial(
    images: &Images,
    drawings: &[(&ImagePath, f64)],
    typesetter: &Typesetter,
    print: Option<PrintEdition<'_>>,
) -> Option<SvgFault> {
    let set = |edition| {
        let layout = typesetter.proof(images, drawings, edition).ok();
        layout.filter(|layout| layout.warnings.is_empty())
    };
    if set(Edition::Screen).and_then(|layout| export::screen(layout).ok()).is_none() {
        return Some(SvgFault::NotPrintable);
    }
    let PrintEdition { press, bleed } = print?;
    let print = set(Edition::Print { bleed }).and_then(|layout| export::print(layout, press).ok());
    let requirements = Requirements { bleed: bleed.millimetres(), ..Requirements::default() };
    let Some(inspection) = print.and_then(|print| preflight::inspect(&print, &requirements).ok()) else {
        return Some(SvgFault::NotPrintable);
    };
    let mut lowest = None;
    let mut advice = None;
    for FaultOnPages { fault, .. } in inspection.faults {
        match fault {
            Fault::Resolution { dpi, .. } => lowest = Some(dpi.min(lowest.unwrap_or(dpi))),
            // Bleed depends on the position on the final page.
            Fault::ArtworkBleed { .. } => {}
            Fault::ThinLine { points, .. } => advice = Some(SvgFault::ThinLine { width: hundredths(points) }),
            Fault::TextInks { points, .. } => {
                advice = Some(SvgFault::TextInks { height: hundredths(points) });
            }
            fault if fault.is_error() => return Some(SvgFault::NotPrintable),
            _ => {}
        }
    }
    lowest.filter(|dpi| *dpi < FILTER_DPI).map(|dpi| SvgFault::EmbeddedResolution { dpi }).or(advice)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "measures of a page, else clipped"
)]
fn hundredths(points: f64) -> u32 {
    (points * 100.0).round() as u32
}
