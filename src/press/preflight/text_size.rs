//! Checks that type is large enough to be printed, and larger where several inks have to register in it.

use std::collections::BTreeMap;

use super::{Fault, FileProperties, Findings, Requirements, is_printed};
use crate::press::pdf::{Event, Page, Painter};

/// The tolerance of a height, in points, since programs round.
const TOLERANCE: f64 = 0.02;
/// Less of an ink than this is not seen where it is out of register.
const MIN_TINT: f64 = 0.05;

/// The smallest type of each page.
#[derive(Debug, Default)]
pub(super) struct TextSizes {
    all: BTreeMap<u32, f64>,
    /// That of type in all four process inks.
    in_four_inks: BTreeMap<u32, f64>,
}

impl TextSizes {
    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            // Type of no height at all is not seen.
            Event::Text(text) if text.is_visible && text.height > 0.0 && is_printed(page, text.area) => {
                note(&mut self.all, page.number, text.height);
            }
            Event::Paint(paint) => {
                let Painter::Text { height } = paint.painter else { return };
                let is_of_four = |color: &Vec<f64>| {
                    let plates = paint.space.plates(color);
                    plates.is_some_and(|plates| plates.iter().take(4).all(|tint| *tint >= MIN_TINT))
                };
                if height > 0.0 && is_printed(page, paint.area) && paint.colors.iter().any(is_of_four) {
                    note(&mut self.in_four_inks, page.number, height);
                }
            }
            _ => {}
        }
    }

    pub(super) fn report(
        self,
        requirements: &Requirements,
        properties: &mut FileProperties,
        findings: &mut Findings,
    ) {
        properties.smallest_text = self.all.values().copied().reduce(f64::min);
        let mut add = |sizes: BTreeMap<u32, f64>, least: f64, in_four_inks: bool| {
            let small = || sizes.iter().filter(|(_, height)| **height < least - TOLERANCE);
            if let Some(points) = small().map(|(_, height)| *height).reduce(f64::min) {
                let fault = if in_four_inks {
                    Fault::TextInks { points, least }
                } else {
                    Fault::TextSize { points, least }
                };
                findings.on_pages(small().map(|(page, _)| *page).collect(), fault);
            }
        };
        add(self.all, requirements.text, false);
        add(self.in_four_inks, requirements.text_in_four_inks, true);
    }
}

fn note(smallest: &mut BTreeMap<u32, f64>, page: u32, height: f64) {
    let smallest = smallest.entry(page).or_insert(height);
    *smallest = smallest.min(height);
}
