//! No more ink in one place than the paper holds.

use std::collections::BTreeMap;

use super::{Facts, Fault, Findings, is_printed};
use crate::press::Pages;
use crate::press::pdf::{Event, ObjectId, Page, Pdf, RasterImage};

/// By how much ink may be over the limit, in per cent: a byte has no finer steps, and there are
/// four of them.
const TOLERANCE: f64 = 1.0;

/// The ink of all that is painted within the bleed.
#[derive(Debug)]
pub(super) struct Inks<'a> {
    pdf: &'a Pdf<'a>,
    colors: BTreeMap<u32, f64>,
    pictures: BTreeMap<u32, f64>,
    unknown: usize,
    /// Pictures that were unpacked before.
    known: BTreeMap<ObjectId, Option<f64>>,
}

impl<'a> Inks<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        let (colors, pictures, known) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { pdf, colors, pictures, unknown: 0, known }
    }

    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::Paint(paint) if is_printed(page, paint.area) => {
                let inks: Option<Vec<f64>> =
                    paint.colors.iter().map(|color| paint.space.ink(color)).collect();
                let ink = inks.and_then(|inks| inks.into_iter().reduce(f64::max));
                note(&mut self.colors, &mut self.unknown, page.number, ink);
            }
            Event::Image(placed) if !placed.image.is_stencil && is_printed(page, Some(placed.area())) => {
                let ink = self.of_picture(&placed.image);
                note(&mut self.pictures, &mut self.unknown, page.number, ink);
            }
            _ => {}
        }
    }

    fn of_picture(&mut self, picture: &RasterImage<'_>) -> Option<f64> {
        let Some(id) = picture.id else { return picture.highest_ink(self.pdf) };
        *self.known.entry(id).or_insert_with(|| picture.highest_ink(self.pdf))
    }

    pub(super) fn report(self, limit: f64, facts: &mut Facts, findings: &mut Findings) {
        facts.highest_ink = self.colors.values().chain(self.pictures.values()).copied().reduce(f64::max);
        facts.unknown_inks = self.unknown;
        for (inks, in_picture) in [(self.colors, false), (self.pictures, true)] {
            let over: Vec<(u32, f64)> =
                inks.into_iter().filter(|(_, ink)| *ink > limit + TOLERANCE).collect();
            if let Some(percent) = over.iter().map(|(_, ink)| *ink).reduce(f64::max) {
                let pages: Pages = over.into_iter().map(|(page, _)| page).collect();
                findings.on_pages(pages, Fault::Ink { percent, limit, in_picture });
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
