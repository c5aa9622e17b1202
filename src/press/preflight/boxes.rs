//! The boxes of pages (ISO 32000-1, 14.11.2).

use kurbo::Rect;

use super::{BoxFault, Fault, FileProperties, Findings, Requirements};
use crate::press::Pages;
use crate::press::pdf::{POINTS_IN_A_MILLIMETRE, Page};

/// The tolerance between boxes, in points, since programs round.
const TOLERANCE: f64 = 0.05;
/// The tolerance of a size, in millimetres.
const SIZE_TOLERANCE: f64 = 0.1;

/// The most different sizes that are listed.
const SIZES_LIMIT: usize = 100;

pub(super) fn check(
    pages: &[Page<'_>],
    requirements: &Requirements,
    properties: &mut FileProperties,
    findings: &mut Findings,
) {
    let mut expected = requirements.trim;
    let mut others = Others::default();
    let mut short = (f64::INFINITY, Pages::default());
    for page in pages {
        if page.user_unit.to_bits() != 1.0_f64.to_bits() || page.rotate % 360 != 0 {
            properties.turned_or_scaled += 1;
        }
        let Some(media) = page.media_box.filter(|media| media.area() > 0.0) else {
            findings.on(page.number, Fault::Boxes(BoxFault::NoMedia));
            continue;
        };
        // Without a trim or art box, the crop box counts as the finished page.
        let size = size(page.finished().or(page.crop_box).unwrap_or(media));
        if properties.sizes.len() < SIZES_LIMIT && !properties.sizes.iter().any(|known| is_same(*known, size))
        {
            properties.sizes.push(size);
        }
        let bleed = page.bleed().unwrap_or(media);
        if !is_within(bleed, media) {
            findings.on(page.number, Fault::Boxes(BoxFault::BleedOutside));
        }
        if page.trim_box.is_some() && page.art_box.is_some() {
            findings.on(page.number, Fault::Boxes(BoxFault::TrimAndArt));
        }
        let Some(trim) = page.finished() else {
            findings.on(page.number, Fault::Boxes(BoxFault::NoTrim));
            continue;
        };
        let expected = *expected.get_or_insert(size);
        if !is_same(expected, size) {
            others.add(page.number, size);
        }
        if page.crop_box.is_some_and(|crop| !is_within(trim, crop)) {
            findings.on(page.number, Fault::Boxes(BoxFault::TrimCropped));
        }
        if !is_within(trim, bleed) {
            findings.on(page.number, Fault::Boxes(BoxFault::TrimOutside));
            continue;
        }
        let least = least_bleed(trim, bleed);
        properties.bleed = Some(properties.bleed.map_or(least, |bleed| bleed.min(least)));
        if least < requirements.bleed - SIZE_TOLERANCE {
            short.0 = short.0.min(least);
            short.1.insert(page.number);
        }
    }
    if let Some(expected) = expected {
        findings.on_pages(others.pages, Fault::Trim { found: others.sizes, expected });
    }
    findings.on_pages(short.1, Fault::Bleed { found: short.0, expected: requirements.bleed });
}

/// The pages of other sizes than they must be.
#[derive(Default)]
struct Others {
    sizes: Vec<(f64, f64)>,
    pages: Pages,
}

impl Others {
    fn add(&mut self, page: u32, size: (f64, f64)) {
        self.pages.insert(page);
        if self.sizes.len() < SIZES_LIMIT && !self.sizes.iter().any(|known| is_same(*known, size)) {
            self.sizes.push(size);
        }
    }
}

/// A width and height in millimetres, to a hundredth.
fn size(rect: Rect) -> (f64, f64) {
    (millimetres(rect.width()), millimetres(rect.height()))
}

fn least_bleed(trim: Rect, bleed: Rect) -> f64 {
    let sides = [trim.x0 - bleed.x0, trim.y0 - bleed.y0, bleed.x1 - trim.x1, bleed.y1 - trim.y1];
    millimetres(sides.into_iter().fold(f64::INFINITY, f64::min).max(0.0))
}

fn millimetres(points: f64) -> f64 {
    (points / POINTS_IN_A_MILLIMETRE * 100.0).round() / 100.0
}

fn is_same(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).abs() <= SIZE_TOLERANCE && (one.1 - other.1).abs() <= SIZE_TOLERANCE
}

fn is_within(inner: Rect, outer: Rect) -> bool {
    let outer = outer.inflate(TOLERANCE, TOLERANCE);
    inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
}
