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
use crate::images::{ImageKind, Images, PrintedSizes};
use crate::press::preflight::{self, Demands, Fault, FaultOnPages};
use crate::report::{ImagePath, Report};
use crate::typeset::{Bleed, Edition, Typesetter};

/// The resolution of the bitmaps that filters become, in dots per inch, less what rounding takes. A
/// shadow or a blur needs no more.
const FILTER_DPI: u32 = 280;

/// The width and height of A4 in millimetres, which a drawing fills in one direction that is on none of the pages.
const PAGE: (f64, f64) = (210.0, 297.0);

/// An edition for print that is to be made.
#[derive(Debug, Clone, Copy)]
pub struct PrintEdition<'a> {
    /// What the printing house asks for.
    pub press: &'a Press,
    /// How far its pages run on beyond the trim.
    pub bleed: Bleed,
}

/// Every drawing that would keep an edition of a report from being made, or would not be printed well; `print` if there
/// is to be an edition for print.
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
    // Not all can be printed: each by itself, to see which.
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

/// Makes both editions of some drawings, or that for the screen alone, each of a height in millimetres; gives what is
/// wrong with any of them.
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
    if set(Edition::Screen).and_then(|layout| export::screen(&layout).ok()).is_none() {
        return Some(SvgFault::NotPrintable);
    }
    let PrintEdition { press, bleed } = print?;
    let print = set(Edition::Print { bleed }).and_then(|layout| export::print(&layout, press).ok());
    let Some(inspection) = print.and_then(|print| preflight::inspect(&print, &Demands::default()).ok())
    else {
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
