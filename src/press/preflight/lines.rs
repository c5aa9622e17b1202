//! Checks that lines are wide enough to be printed.

use std::collections::BTreeMap;

use super::{Fault, Findings, is_printed};
use crate::press::pdf::{Event, Page, Painter};

/// The tolerance of a width, in points, since programs round.
const TOLERANCE: f64 = 0.005;

/// The thinnest line of each page.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeMap<u32, f64>);

impl Lines {
    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let Event::Paint(paint) = event else { return };
        let Painter::Stroke { width, is_alone: true } = paint.painter else { return };
        let is_white = |color: &Vec<f64>| paint.space.is_white(color);
        let is_seen = paint.blend.alpha > 0.0 && !paint.colors.iter().all(is_white);
        if is_seen && is_printed(page, paint.area) {
            let thinnest = self.0.entry(page.number).or_insert(width);
            *thinnest = thinnest.min(width);
        }
    }

    pub(super) fn report(self, least: f64, findings: &mut Findings) {
        let thin = || self.0.iter().filter(|(_, width)| **width < least - TOLERANCE);
        if let Some(points) = thin().map(|(_, width)| *width).reduce(f64::min) {
            findings.on_pages(thin().map(|(page, _)| *page).collect(), Fault::ThinLine { points, least });
        }
    }
}
