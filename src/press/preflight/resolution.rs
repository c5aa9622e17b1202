//! Checks that images have enough pixels for their printed size.

use std::collections::BTreeMap;

use super::{Fault, FileProperties, Findings, is_printed};
use crate::press::Pages;
use crate::press::pdf::{Event, ObjectId, Page, PlacedImage};

/// An image that lacks a single pixel is accepted.
const TOLERANCE: f64 = 1.002;
/// Bitmap images need a higher resolution for their hard edges.
const BITMAP_FACTOR: f64 = 2.0;

/// The images, each at its largest printed size.
#[derive(Debug)]
pub(super) struct Resolutions {
    wanted: f64,
    placed: usize,
    lowest_dpi: Option<f64>,
    /// Those that are too coarse, by their object number; inline images have none.
    coarse: BTreeMap<ObjectId, Coarse>,
    coarse_inline: Vec<Coarse>,
}

#[derive(Debug)]
struct Coarse {
    dpi: f64,
    wanted: f64,
    pixels: (u32, u32),
    pages: Pages,
}

impl Resolutions {
    /// Collects the resolutions of images that should have `wanted` dots per inch.
    pub(super) fn new(wanted: f64) -> Self {
        Self { wanted, placed: 0, lowest_dpi: None, coarse: BTreeMap::new(), coarse_inline: Vec::new() }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let Event::Image(placed) = event else { return };
        self.placed += 1;
        let Some(dpi) = placed.dpi().filter(|_| is_printed(page, placed.area)) else { return };
        self.lowest_dpi = Some(self.lowest_dpi.map_or(dpi, |lowest| lowest.min(dpi)));
        let is_bitmap = placed.image.bits == 1;
        let wanted = if is_bitmap { self.wanted * BITMAP_FACTOR } else { self.wanted };
        if dpi * TOLERANCE < wanted {
            self.add(page, placed, dpi, wanted);
        }
    }

    fn add(&mut self, page: &Page<'_>, placed: &PlacedImage<'_>, dpi: f64, wanted: f64) {
        let pixels = placed.image.pixels;
        let coarse = Coarse { dpi, wanted, pixels, pages: Pages::from_iter([page.number]) };
        let Some(id) = placed.image.id else { return self.coarse_inline.push(coarse) };
        let known = self.coarse.entry(id).or_insert(coarse);
        known.dpi = known.dpi.min(dpi);
        known.pages.insert(page.number);
    }

    /// Reports those that must not be printed, and those that should not, each with the coarsest of them.
    pub(super) fn report(self, properties: &mut FileProperties, findings: &mut Findings) {
        properties.pictures = self.placed;
        properties.lowest_dpi = self.lowest_dpi;
        let coarse: Vec<Coarse> = self.coarse.into_values().chain(self.coarse_inline).collect();
        let (errors, warnings): (Vec<_>, Vec<_>) =
            coarse.into_iter().partition(|coarse| coarse.dpi < self.wanted / 2.0);
        for (coarse, is_error) in [(errors, true), (warnings, false)] {
            let share = |coarse: &Coarse| coarse.dpi / coarse.wanted;
            let Some(worst) = coarse.iter().min_by(|one, other| share(one).total_cmp(&share(other))) else {
                continue;
            };
            let needed = |pixels: u32| whole((f64::from(pixels) / share(worst)).ceil());
            let fault = Fault::Resolution {
                images: coarse.len(),
                pixels: worst.pixels,
                dpi: whole(worst.dpi.floor()),
                needed: (needed(worst.pixels.0), needed(worst.pixels.1)),
                wanted: whole(worst.wanted),
                is_error,
            };
            findings.on_pages(coarse.into_iter().flat_map(|coarse| coarse.pages).collect(), fault);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded and positive; else clipped"
)]
fn whole(number: f64) -> u32 {
    number as u32
}
