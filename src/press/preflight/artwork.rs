//! Checks that artwork that reaches the trim extends into the bleed.
//!
//! Where the cut is half a millimetre off, artwork that stops at the trim leaves a white edge. Straight edges along the
//! trim are checked, of boxes and other paths, thick lines, gradients, tiles, images and stencils, and only where there is bare paper
//! beyond the edge. A curve that touches the trim, and what is cut off by a clip of another shape, is not.

use kurbo::{Point, Rect};

use super::{Fault, Findings, Requirements};
use crate::press::Pages;
use crate::press::pdf::{
    Area, Edge, Event, ImageInk, POINTS_IN_A_MILLIMETRE, Page, Paint, Painter, PixelGrid, PlacedImage,
};

/// The maximum distance from the trim of an edge inside it that still counts as reaching it.
const REACH: f64 = 0.2 * POINTS_IN_A_MILLIMETRE;
/// The tolerance for the bleed, since programs round.
const TOLERANCE: f64 = 0.1 * POINTS_IN_A_MILLIMETRE;
/// Anything narrower than this is a mark or a line, not artwork.
const MIN_SIZE: f64 = POINTS_IN_A_MILLIMETRE;
/// The distance beyond an edge in which other artwork is searched for.
const BEYOND: f64 = 0.1 * POINTS_IN_A_MILLIMETRE;
/// The most boxes of a page that are kept.
const LIMIT: usize = 10_000;

/// What is painted near the trim of a page.
#[derive(Debug)]
pub(super) struct Artwork {
    /// The distance that artwork must extend beyond the trim, in points.
    bleed: f64,
    /// The edges that stop short, each with the points beyond it.
    edges: Vec<[Point; 3]>,
    /// What is painted outside the trim.
    outside: Vec<Rect>,
    /// Whether some of that is unknown.
    is_unknown: bool,
    /// Whether the stencil that comes next is painted in a colour that is seen.
    is_stencil_seen: bool,
    pages: Pages,
}

impl Artwork {
    pub(super) fn new(requirements: &Requirements) -> Self {
        let bleed = requirements.bleed * POINTS_IN_A_MILLIMETRE;
        Self {
            bleed,
            edges: Vec::new(),
            outside: Vec::new(),
            is_unknown: false,
            is_stencil_seen: false,
            pages: Pages::default(),
        }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>, image: &ImageInk) {
        let (area, shape) = match event {
            Event::Paint(paint) => {
                let seen = shape_of_paint(paint);
                self.is_stencil_seen = seen.is_some() && !paint.blend.is_masked;
                match seen {
                    Some(seen) => seen,
                    None => return,
                }
            }
            Event::Image(placed) if placed.image.is_stencil => match &image.grid {
                Some(grid) if self.is_stencil_seen => (placed.area, shape_of_stencil(placed, grid)),
                _ => return,
            },
            Event::Image(placed) => (placed.area, shape_of_image(placed)),
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
                match shape {
                    Shape::Unknown => {}
                    Shape::Box => self.check_box(rect, trim),
                    Shape::Edges(edges) => {
                        for edge in edges {
                            self.check_edge(edge, rect, trim);
                        }
                    }
                    Shape::Lines(lines, width) => {
                        for Edge { from, to } in lines {
                            let line = Rect::from_points(from, to).inflate(width / 2.0, width / 2.0);
                            self.check_box(line, trim);
                        }
                    }
                }
            }
        }
    }

    fn check_box(&mut self, rect: Rect, trim: Rect) {
        let corners = [(rect.x0, rect.y0), (rect.x0, rect.y1), (rect.x1, rect.y1), (rect.x1, rect.y0)];
        for edge in edges_between(corners.map(Point::from)) {
            self.check_edge(edge, rect, trim);
        }
    }

    /// Notes an edge of something within a box if it reaches the trim and stops within the bleed.
    fn check_edge(&mut self, edge: Edge, bounds: Rect, trim: Rect) {
        let Edge { from, to } = edge;
        let is_upright = edge.is_upright();
        // How far inside the trim the edge is, how far in from there the artwork extends, and which way is out.
        let sides = if is_upright {
            [(from.x - trim.x0, bounds.x1 - from.x, -1.0), (trim.x1 - from.x, from.x - bounds.x0, 1.0)]
        } else {
            [(from.y - trim.y0, bounds.y1 - from.y, -1.0), (trim.y1 - from.y, from.y - bounds.y0, 1.0)]
        };
        let along = if is_upright {
            (from.y.min(to.y).max(trim.y0), from.y.max(to.y).min(trim.y1))
        } else {
            (from.x.min(to.x).max(trim.x0), from.x.max(to.x).min(trim.x1))
        };
        for (inside, size, outwards) in sides {
            let stops = inside <= REACH && inside > TOLERANCE - self.bleed;
            let reaches_in = size + inside.min(0.0) >= MIN_SIZE;
            if stops && reaches_in && along.1 - along.0 >= MIN_SIZE {
                self.edges.push([0.25, 0.5, 0.75].map(|share| {
                    let along = along.0 + share * (along.1 - along.0);
                    if is_upright {
                        Point::new(from.x + outwards * BEYOND, along)
                    } else {
                        Point::new(along, from.y + outwards * BEYOND)
                    }
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

/// What is known of the shape of something that is painted.
enum Shape {
    /// Nothing, or it may be transparent anywhere.
    Unknown,
    /// It fills its area.
    Box,
    /// It has these straight edges.
    Edges(Vec<Edge>),
    /// It consists of straight lines of this width.
    Lines(Vec<Edge>, f64),
}

/// Where something is painted, and in which shape; `None` for what does not count as artwork, such as text.
fn shape_of_paint(paint: &Paint) -> Option<(Area, Shape)> {
    let is_white = |color: &Vec<f64>| paint.space.is_white(color);
    let has_colors = !paint.colors.is_empty();
    if has_colors && paint.colors.iter().all(is_white) {
        return None;
    }
    let shape = match paint.painter {
        Painter::Text { .. } => return None,
        _ if paint.blend.is_masked => Shape::Unknown,
        Painter::Stroke { width, .. } if width >= MIN_SIZE => Shape::Lines(paint.edges.clone(), width),
        Painter::Stencil => Shape::Unknown,
        // The end of a gradient may be white.
        Painter::Shading { is_full } if !is_full || !has_colors || paint.colors.iter().any(is_white) => {
            Shape::Unknown
        }
        Painter::Stroke { .. } | Painter::Fill | Painter::Shading { .. } => match paint.area {
            Area::Box(_) => Shape::Box,
            _ => Shape::Edges(paint.edges.clone()),
        },
    };
    let area = match (paint.painter, paint.area) {
        (Painter::Stroke { width, .. }, Area::Within(rect) | Area::Box(rect)) => {
            Area::Within(rect.inflate(width / 2.0, width / 2.0))
        }
        (_, area) => area,
    };
    Some((area, shape))
}

fn shape_of_image(placed: &PlacedImage<'_>) -> Shape {
    if placed.blend.is_masked || placed.image.has_soft_mask {
        return Shape::Unknown;
    }
    if placed.area.filled().is_some() {
        return Shape::Box;
    }
    let corners =
        [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)].map(|corner| placed.matrix * Point::from(corner));
    let all = Rect::from_points(corners[0], corners[2]).union(Rect::from_points(corners[1], corners[3]));
    // A clipped slanted image has other edges.
    if is_whole(placed, all) { Shape::Edges(edges_between(corners)) } else { Shape::Unknown }
}

/// The painted stretches of the sides of a stencil.
fn shape_of_stencil(placed: &PlacedImage<'_>, grid: &PixelGrid) -> Shape {
    if !is_whole(placed, placed.matrix.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0))) {
        return Shape::Unknown;
    }
    let sides = grid.opaque_sides().into_iter();
    Shape::Edges(
        sides
            .filter_map(|[from, to]| {
                Edge::between(placed.matrix * Point::from(from), placed.matrix * Point::from(to))
            })
            .collect(),
    )
}

/// Whether all of an image is visible, whose bounds are given.
fn is_whole(placed: &PlacedImage<'_>, bounds: Rect) -> bool {
    placed.area.bounds().is_some_and(|visible| visible.inflate(0.01, 0.01).contains_rect(bounds))
}

/// The edges between corners that are parallel to an axis.
fn edges_between(corners: [Point; 4]) -> Vec<Edge> {
    let [a, b, c, d] = corners;
    [(a, b), (b, c), (c, d), (d, a)].into_iter().filter_map(|(from, to)| Edge::between(from, to)).collect()
}
