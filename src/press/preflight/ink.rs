//! Checks that there is not more ink in one place than the paper takes.

use std::collections::BTreeMap;

use super::overlap::Overlaps;
use super::{Fault, FileProperties, Findings, InkPlace, is_printed};
use crate::press::Pages;
use crate::press::pdf::{Event, ImageInk, Page, Pdf};

/// By how much ink may be over the limit, in per cent: a byte has no finer steps, and there are
/// four of them.
const TOLERANCE: f64 = 1.0;

/// The ink of all that is painted within the bleed.
#[derive(Debug)]
pub(super) struct Inks<'a> {
    colors: BTreeMap<u32, f64>,
    pictures: BTreeMap<u32, f64>,
    /// That of colours that are laid over each other.
    sums: BTreeMap<u32, f64>,
    overlaps: Overlaps<'a>,
    unknown: usize,
}

impl<'a> Inks<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self {
            colors: BTreeMap::new(),
            pictures: BTreeMap::new(),
            sums: BTreeMap::new(),
            overlaps: Overlaps::new(pdf),
            unknown: 0,
        }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>, image: &ImageInk) {
        self.overlaps.observe(page, event, image.grid.as_ref());
        match event {
            Event::Paint(paint) if is_printed(page, paint.area) => {
                let inks: Option<Vec<f64>> =
                    paint.colors.iter().map(|color| paint.space.ink(color)).collect();
                let ink = inks.and_then(|inks| inks.into_iter().reduce(f64::max));
                note(&mut self.colors, &mut self.unknown, page.number, ink);
            }
            Event::Image(placed) if !placed.image.is_stencil && is_printed(page, placed.area) => {
                note(&mut self.pictures, &mut self.unknown, page.number, image.highest);
            }
            _ => {}
        }
    }

    /// Ends a page.
    pub(super) fn close(&mut self, page: &Page<'_>) {
        if let Some(sum) = self.overlaps.close() {
            // The ink of a single colour is not an overlap.
            if self.colors.get(&page.number).is_none_or(|color| sum > color + TOLERANCE) {
                self.sums.insert(page.number, sum);
            }
        }
    }

    pub(super) fn report(self, limit: f64, properties: &mut FileProperties, findings: &mut Findings) {
        let all = self.colors.values().chain(self.pictures.values()).chain(self.sums.values());
        properties.highest_ink = all.copied().reduce(f64::max);
        properties.unknown_inks = self.unknown;
        for (inks, place) in
            [(self.colors, InkPlace::Color), (self.pictures, InkPlace::Image), (self.sums, InkPlace::Overlap)]
        {
            let over: Vec<(u32, f64)> =
                inks.into_iter().filter(|(_, ink)| *ink > limit + TOLERANCE).collect();
            if let Some(percent) = over.iter().map(|(_, ink)| *ink).reduce(f64::max) {
                let pages: Pages = over.into_iter().map(|(page, _)| page).collect();
                findings.on_pages(pages, Fault::Ink { percent, limit, place });
            }
        }
    }
}

fn note(highest: &mut BTreeMap<u32, f64>, unknown: &mut usize, page: u32, ink: Option<f64>) {
    match ink {
        Some(ink) => {
            let highest = highest.entry(page).or_insert(ink);
            *highest = highest.max(ink);
        }
        None => *unknown += 1,
    }
}
