//! Proof prints: every drawing of a report is set and printed by itself, so that one that passes can
//! be part of the pages.
//!
//! Drawings are converted to PDF by code of others that neither promises what it converts nor, in
//! places, says what it left out. Whether it can is best seen by trying. Images of pixels need no
//! proof: decoding them is the trial.

use std::collections::BTreeMap;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::image_fault::SvgFault;
use crate::diagnostic::problem::Problem;
use crate::export::{self, Press};
use crate::images::{self, ImageKind, Images};
use crate::press::preflight::{self, Demands, Fault, FaultOnPages};
use crate::report::{ImagePath, Report};
use crate::typeset::{Bleed, Edition, Typesetter};

/// The resolution of the bitmaps that filters become, in dots per inch, less what rounding takes. A
/// shadow or a blur needs no more.
const FILTER_DPI: u32 = 280;

/// Every drawing that would keep an edition of a report from being made, or would not be printed well.
pub fn proof(report: &Report, images: &Images, typesetter: &Typesetter) -> Vec<Finding> {
    // The same drawing is judged where it is printed largest.
    let mut drawings: BTreeMap<&ImagePath, f64> = BTreeMap::new();
    for (_, path, placement) in images::placements(report, images) {
        let Some(image) = images.get(path) else { continue };
        if matches!(image.kind(), ImageKind::Drawing(_)) {
            let height = placement.printed_height(image.size());
            let known = drawings.entry(path).or_insert(height);
            *known = height.max(*known);
        }
    }
    let drawings: Vec<_> = drawings.into_iter().collect();
    if drawings.is_empty() || trial(images, &drawings, typesetter).is_none() {
        return Vec::new();
    }
    // Not all can be printed: each by itself, to see which.
    let faults: BTreeMap<_, _> = drawings
        .iter()
        .filter_map(|drawing| Some((drawing.0, trial(images, &[*drawing], typesetter)?)))
        .collect();
    images::placements(report, images)
        .into_iter()
        .filter_map(|(key, path, _)| {
            let problem = Problem::Image { path: path.clone(), fault: faults.get(path)?.clone().into() };
            Some(Finding::new(problem).at(key, Role::Here))
        })
        .collect()
}

/// Makes both editions of some drawings, each of a height in millimetres; gives what is wrong with any of them.
fn trial(images: &Images, drawings: &[(&ImagePath, f64)], typesetter: &Typesetter) -> Option<SvgFault> {
    let set = |edition| {
        let layout = typesetter.proof(images, drawings, edition).ok();
        layout.filter(|layout| layout.warnings.is_empty())
    };
    let screen = set(Edition::Screen).and_then(|layout| export::screen(&layout).ok());
    let bleed = Bleed::default();
    let print =
        set(Edition::Print { bleed }).and_then(|layout| export::print(&layout, &Press::default()).ok());
    let (Some(_), Some(print)) = (screen, print) else { return Some(SvgFault::NotPrintable) };
    let Ok(inspection) = preflight::inspect(&print, &Demands::default()) else {
        return Some(SvgFault::NotPrintable);
    };
    let mut lowest = None;
    let mut advice = None;
    for FaultOnPages { fault, .. } in inspection.faults {
        match fault {
            Fault::Resolution { dpi, .. } => lowest = Some(dpi.min(lowest.unwrap_or(dpi))),
            // Where the edges of a page are is for the report to decide.
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
