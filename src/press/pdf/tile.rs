//! Cells of tiling patterns, which are repeated across an area (ISO 32000-1, 8.7.3).

use kurbo::{Affine, Rect, Vec2};

use super::Pdf;
use super::area::{Area, Mark};
use super::object::Dictionary;

/// A tiling pattern where it is used.
#[derive(Debug)]
pub(super) struct Tile {
    /// The bounds of a cell, which clip it.
    pub(super) cell: Area,
    /// Whether there are no gaps between the cells.
    is_seamless: bool,
    /// Whether there are several cells in each direction.
    is_repeated: bool,
    /// Where the tiles are painted.
    mark: Mark,
}

/// By how much cells may be apart and still touch, in points.
const TOLERANCE: f64 = 0.02;

impl Tile {
    /// The pattern of a dictionary, with a matrix from its space to the page, that paints a mark.
    pub(super) fn new(pdf: &Pdf<'_>, pattern: &Dictionary, matrix: Affine, mark: Mark) -> Self {
        let bounds = pattern.get(b"BBox").and_then(|bounds| pdf.rect(pdf.resolve(bounds), 1.0));
        let step = Vec2::new(
            pdf.number(pattern, "XStep").unwrap_or(0.0).abs(),
            pdf.number(pattern, "YStep").unwrap_or(0.0).abs(),
        );
        let Some(bounds) = bounds else {
            return Self { cell: Area::Anywhere, is_seamless: false, is_repeated: false, mark };
        };
        let stride = matrix.transform_rect_bbox(Rect::from_origin_size((0.0, 0.0), (step.x, step.y)));
        let is_repeated = mark.area.bounds().is_some_and(|area| {
            2.0 * stride.width() <= area.width() && 2.0 * stride.height() <= area.height()
        });
        Self {
            cell: Area::transformed(matrix, bounds),
            is_seamless: step.x <= bounds.width() + TOLERANCE && step.y <= bounds.height() + TOLERANCE,
            is_repeated: is_repeated && step.x > 0.0 && step.y > 0.0,
            mark,
        }
    }

    /// The area that a mark within a cell paints on the page.
    pub(super) fn repeated(&self, area: Area) -> Mark {
        let covers = match (area, self.cell) {
            (Area::Box(area), Area::Box(cell)) => {
                area.inflate(TOLERANCE, TOLERANCE).contains_rect(cell) && self.is_seamless
            }
            _ => false,
        };
        if area == Area::Nowhere {
            return Mark::of(Area::Nowhere);
        }
        if covers {
            return self.mark.clone();
        }
        // It has gaps, but reaches every edge of an area of many cells.
        Mark {
            area: self.mark.area.bounds().map_or(self.mark.area, Area::Within),
            edges: if self.is_repeated { self.mark.edges.clone() } else { Vec::new() },
            outline: None,
        }
    }
}
