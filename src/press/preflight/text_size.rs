//! Type is large enough to be printed.

use std::collections::BTreeMap;

use kurbo::Rect;

use super::{Facts, Fault, Findings, is_printed};
use crate::press::Pages;
use crate::press::pdf::{Event, Page};

/// By how much type may be too small, in points: programs round.
const TOLERANCE: f64 = 0.02;

/// The smallest type of each page.
#[derive(Debug, Default)]
pub(super) struct TextSizes(BTreeMap<u32, f64>);

impl TextSizes {
    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let Event::Text(text) = event else { return };
        let place = Rect::from_points(text.origin, text.origin);
        // Type of no height at all is not seen.
        if text.is_visible && text.height > 0.0 && is_printed(page, Some(place)) {
            let smallest = self.0.entry(page.number).or_insert(text.height);
            *smallest = smallest.min(text.height);
        }
    }

    pub(super) fn report(self, least: f64, facts: &mut Facts, findings: &mut Findings) {
        facts.smallest_text = self.0.values().copied().reduce(f64::min);
        let small: Vec<(u32, f64)> =
            self.0.into_iter().filter(|(_, height)| *height < least - TOLERANCE).collect();
        if let Some(points) = small.iter().map(|(_, height)| *height).reduce(f64::min) {
            let pages: Pages = small.into_iter().map(|(page, _)| page).collect();
            findings.on_pages(pages, Fault::TextSize { points, least });
        }
    }
}
