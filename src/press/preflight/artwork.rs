//! Checks that artwork that reaches the trim extends into the bleed.
//!
//! Where the cut is half a millimetre off, artwork that stops at the trim leaves a white edge. Only filled boxes are
//! checked, since their edges are straight, and only where there is bare paper beyond the edge.

use kurbo::{Point, Rect};

use super::{Demands, Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{Area, Event, POINTS_IN_A_MILLIMETRE, Page, Painter};

/// How far inside the trim an edge may be and still count as reaching it.
const REACH: f64 = 0.2 * POINTS_IN_A_MILLIMETRE;
/// The tolerance for the bleed, since programs round.
const TOLERANCE: f64 = 0.1 * POINTS_IN_A_MILLIMETRE;
/// Anything narrower than this is a mark or a line, not artwork.
const LEAST_SIZE: f64 = POINTS_IN_A_MILLIMETRE;
/// How far beyond an edge other artwork is searched for.
const BEYOND: f64 = 0.1 * POINTS_IN_A_MILLIMETRE;
/// The most boxes of a page that are kept.
const LIMIT: usize = 10_000;

/// What is painted near the trim of a page.
#[derive(Debug)]
pub(super) struct Artwork {
    /// How far artwork must extend beyond the trim, in points.
    bleed: f64,
    /// The edges that stop short, each with the points beyond it.
    edges: Vec<[Point; 3]>,
    /// What is painted outside the trim.
    outside: Vec<Rect>,
    /// Whether some of that is unknown.
    is_unknown: bool,
    pages: Pages,
}

impl Artwork {
    pub(super) fn new(demands: &Demands) -> Self {
        let bleed = demands.bleed * POINTS_IN_A_MILLIMETRE;
        Self { bleed, edges: Vec::new(), outside: Vec::new(), is_unknown: false, pages: Pages::default() }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let (area, is_solid) = match event {
            Event::Paint(paint) => {
                let is_white = |color: &Vec<f64>| paint.space.is_white(color);
                let is_text = matches!(paint.painter, Painter::Text { .. });
                if is_text || !paint.colors.is_empty() && paint.colors.iter().all(is_white) {
                    return;
                }
                // The end of a gradient may be white.
                (paint.area, !paint.blend.is_masked && paint.painter != Painter::Shading)
            }
            Event::Image(placed) if !placed.image.is_stencil => {
                (placed.area, !placed.blend.is_masked && !placed.image.has_soft_mask)
            }
            _ => return,
        };
        let Some(trim) = page.finished() else { return };
        match area {
            Area::Anywhere => self.is_unknown = true,
            Area::Nowhere => {}
            Area::Within(rect) | Area::Box(rect) => {
                self.is_unknown |= self.outside.len() >= LIMIT || self.edges.len() >= LIMIT;
                if self.is_unknown {
                    return;
                }
                if rect.x0 < trim.x0 || rect.x1 > trim.x1 || rect.y0 < trim.y0 || rect.y1 > trim.y1 {
                    self.outside.push(rect);
                }
                if is_solid && area.filled().is_some() {
                    self.check_edges(rect, trim);
                }
            }
        }
    }

    /// Notes the edges of a box that reach the trim and stop within the bleed.
    fn check_edges(&mut self, rect: Rect, trim: Rect) {
        // Each side mapped to the left one: from outside to inside, and along it.
        let sides = [
            (rect.x0 - trim.x0, rect.width(), true, rect.x0, -1.0),
            (trim.x1 - rect.x1, rect.width(), true, rect.x1, 1.0),
            (rect.y0 - trim.y0, rect.height(), false, rect.y0, -1.0),
            (trim.y1 - rect.y1, rect.height(), false, rect.y1, 1.0),
        ];
        for (inside, size, is_upright, edge, outwards) in sides {
            let stops = inside <= REACH && inside > TOLERANCE - self.bleed;
            let reaches_in = size + inside.min(0.0) >= LEAST_SIZE;
            let (from, to) = if is_upright {
                (rect.y0.max(trim.y0), rect.y1.min(trim.y1))
            } else {
                (rect.x0.max(trim.x0), rect.x1.min(trim.x1))
            };
            if stops && reaches_in && to - from >= LEAST_SIZE {
                let beyond = edge + outwards * BEYOND;
                self.edges.push([0.25, 0.5, 0.75].map(|share| {
                    let along = from + share * (to - from);
                    if is_upright { Point::new(beyond, along) } else { Point::new(along, beyond) }
                }));
            }
        }
    }

    /// Ends a page.
    pub(super) fn close(&mut self, page: &Page<'_>) {
        let is_painted = |point: &Point| self.outside.iter().any(|rect| rect.contains(*point));
        let has_bleed = page.finished().zip(page.bleed()).is_some_and(|(trim, bleed)| {
            let needed = trim.inflate(self.bleed - TOLERANCE, self.bleed - TOLERANCE);
            bleed.union(needed) == bleed
        });
        // If the boxes leave no room for it, the check of boxes reports that.
        if has_bleed && !self.is_unknown && self.edges.iter().flatten().any(|point| !is_painted(point)) {
            self.pages.insert(page.number);
        }
        self.edges.clear();
        self.outside.clear();
        self.is_unknown = false;
    }

    pub(super) fn report(self, findings: &mut Findings) {
        findings.on_pages(self.pages, Fault::ArtworkBleed { expected: self.bleed / POINTS_IN_A_MILLIMETRE });
    }
}
