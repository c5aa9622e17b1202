//! Where on a page something is painted.

use std::rc::Rc;

use kurbo::{Affine, Point, Rect};

use super::outline::{Outline, OutlineBuilder};

/// What is known of the area that something covers on the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Area {
    /// It may be anywhere.
    Anywhere,
    /// It is somewhere within a box, which it touches on each side unless it is clipped.
    Within(Rect),
    /// It fills a box, or is a horizontal or vertical line.
    Box(Rect),
    /// It is clipped away.
    Nowhere,
}

/// A straight line along an axis of the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

/// Where something is painted.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) area: Area,
    /// The straight edges of a path along the axes.
    pub(super) edges: Vec<Edge>,
    /// The outline of a path.
    pub(super) outline: Option<Rc<Outline>>,
}

/// A path, reduced to what determines the area that it covers.
#[derive(Debug, Clone, Default)]
pub(super) struct PathArea {
    bounds: Option<Rect>,
    /// The first points; none are added after a curve.
    points: Vec<Point>,
    is_curved: bool,
    /// The first and the last point of the current part.
    part: Option<(Point, Point)>,
    edges: Vec<Edge>,
    /// The edges that close the parts for filling.
    closing: Vec<Edge>,
    outline: OutlineBuilder,
}

/// The shortest edge that is kept, in points.
const SHORTEST_EDGE: f64 = 2.0;
/// The most edges of a path that are kept.
const EDGES_LIMIT: usize = 32;

/// The most points of a rectangle that is closed with a line to its first.
const RECTANGLE_POINTS: usize = 5;
/// By how much the points of a line may be off the line, in points of 1/72 inch.
const TOLERANCE: f64 = 0.02;

impl Area {
    /// The box that contains it; `None` if it is unlimited or empty.
    pub fn bounds(self) -> Option<Rect> {
        match self {
            Self::Within(rect) | Self::Box(rect) => Some(rect),
            Self::Anywhere | Self::Nowhere => None,
        }
    }

    /// The box that something fills.
    pub fn filled(self) -> Option<Rect> {
        if let Self::Box(rect) = self { Some(rect) } else { None }
    }

    /// Whether any of it may be in a box.
    pub fn may_touch(self, rect: Rect) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Nowhere => false,
            Self::Within(own) | Self::Box(own) => {
                own.x0 < rect.x1 && own.x1 > rect.x0 && own.y0 < rect.y1 && own.y1 > rect.y0
            }
        }
    }

    /// A point.
    pub(super) fn point(point: Point) -> Self {
        Self::Within(Rect::from_points(point, point))
    }

    /// A rectangle that is transformed.
    pub(super) fn transformed(matrix: Affine, rect: Rect) -> Self {
        let [a, b, c, d, ..] = matrix.as_coeffs();
        let bounds = matrix.transform_rect_bbox(rect);
        // A sine that should be zero may not quite be.
        let is_none =
            |x: f64, y: f64| (x * rect.width()).abs() < TOLERANCE && (y * rect.height()).abs() < TOLERANCE;
        let is_upright = is_none(b, c) || is_none(a, d);
        if is_upright { Self::Box(bounds) } else { Self::Within(bounds) }
    }

    /// What is left of it inside a clip.
    pub(super) fn clipped(self, clip: Self) -> Self {
        let (one, other) = match (self, clip) {
            (Self::Nowhere, _) | (_, Self::Nowhere) => return Self::Nowhere,
            // It may or may not fill the clip.
            (Self::Anywhere, Self::Box(clip)) => return Self::Within(clip),
            (Self::Anywhere, other) | (other, Self::Anywhere) => return other,
            (Self::Within(one) | Self::Box(one), Self::Within(other) | Self::Box(other)) => (one, other),
        };
        let common =
            Rect::new(one.x0.max(other.x0), one.y0.max(other.y0), one.x1.min(other.x1), one.y1.min(other.y1));
        match (self, clip) {
            _ if common.x0 > common.x1 || common.y0 > common.y1 => Self::Nowhere,
            (Self::Box(_), Self::Box(_)) => Self::Box(common),
            _ => Self::Within(common),
        }
    }
}

impl Mark {
    /// Something of which only the area is known.
    pub(super) fn of(area: Area) -> Self {
        Self { area, edges: Vec::new(), outline: None }
    }
}

impl Edge {
    /// A line between two points, if it is along an axis and longer than a dot.
    pub fn between(from: Point, to: Point) -> Option<Self> {
        let (x, y) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        (x.min(y) < TOLERANCE && x.max(y) > SHORTEST_EDGE).then_some(Self { from, to })
    }

    /// Whether it is vertical.
    pub fn is_upright(self) -> bool {
        (self.from.x - self.to.x).abs() < (self.from.y - self.to.y).abs()
    }

    /// The part of it inside a clip; `None` if there is none or it is unknown.
    pub(super) fn clipped(self, clip: Area) -> Option<Self> {
        match clip {
            Area::Anywhere => Some(self),
            Area::Box(clip) => {
                let inside = |point: Point| {
                    Point::new(point.x.clamp(clip.x0, clip.x1), point.y.clamp(clip.y0, clip.y1))
                };
                let (from, to) = (inside(self.from), inside(self.to));
                let is_inside = |inner: Point, outer: Point| {
                    let off = if self.is_upright() { inner.x - outer.x } else { inner.y - outer.y };
                    off.abs() < TOLERANCE
                };
                Self::between(from, to).filter(|_| is_inside(from, self.from) && is_inside(to, self.to))
            }
            Area::Within(_) | Area::Nowhere => None,
        }
    }
}

impl PathArea {
    /// Begins another part of the path.
    pub(super) fn move_to(&mut self, point: Point) {
        if self.closing.len() < EDGES_LIMIT {
            self.closing.extend(self.closing_edge());
        }
        self.part = Some((point, point));
        self.outline.move_to(point);
        self.add(point);
    }

    /// Adds a point at the end of a straight line.
    pub(super) fn line_to(&mut self, point: Point) {
        self.edge_to(point);
        self.part = Some((self.part.map_or(point, |(first, _)| first), point));
        self.outline.line_to(point);
        self.add(point);
    }

    /// Adds a curve, given by both control points and its end.
    pub(super) fn curve_to(&mut self, points: [Point; 3]) {
        for point in points {
            self.extend(point);
            self.part = Some((self.part.map_or(point, |(first, _)| first), point));
        }
        self.outline.curve_to(points);
        self.is_curved = true;
    }

    /// Where it has got to.
    pub(super) fn last(&self) -> Option<Point> {
        self.part.map(|(_, last)| last)
    }

    /// The outline of what it fills; `None` if that is not kept.
    pub(super) fn outline(&self, is_even_odd: bool) -> Option<Outline> {
        self.outline.finish(is_even_odd)
    }

    /// Ends a part where it began.
    pub(super) fn close(&mut self) {
        if let Some((first, _)) = self.part {
            self.edge_to(first);
            self.outline.close(first);
            self.part = Some((first, first));
        }
    }

    /// Its straight lines along the axes of the page, the first ones of many.
    pub(super) fn lines(&self) -> Vec<Edge> {
        self.edges.clone()
    }

    /// The same where it is filled, and all of its parts are closed.
    pub(super) fn edges(&self) -> Vec<Edge> {
        self.edges.iter().chain(&self.closing).copied().chain(self.closing_edge()).collect()
    }

    fn closing_edge(&self) -> Option<Edge> {
        self.part.and_then(|(first, last)| Edge::between(last, first))
    }

    fn edge_to(&mut self, point: Point) {
        let edge = self.part.and_then(|(_, last)| Edge::between(last, point));
        if self.edges.len() < EDGES_LIMIT {
            self.edges.extend(edge);
        }
    }

    fn add(&mut self, point: Point) {
        self.extend(point);
        if self.points.len() <= RECTANGLE_POINTS {
            self.points.push(point);
        }
    }

    fn extend(&mut self, point: Point) {
        let here = Rect::from_points(point, point);
        self.bounds = Some(self.bounds.map_or(here, |bounds| bounds.union(here)));
    }

    /// Where it is.
    pub(super) fn area(&self) -> Area {
        let Some(bounds) = self.bounds else { return Area::Nowhere };
        if !self.is_curved && is_box(&self.points) { Area::Box(bounds) } else { Area::Within(bounds) }
    }
}

/// Whether points make a rectangle with sides along the axes, or a line along one.
fn is_box(points: &[Point]) -> bool {
    let is_level = |from: &Point, to: &Point| (from.y - to.y).abs() < TOLERANCE;
    let is_plumb = |from: &Point, to: &Point| (from.x - to.x).abs() < TOLERANCE;
    match points {
        [from, to] => is_level(from, to) || is_plumb(from, to),
        [a, b, c, d, rest @ ..] => {
            let ring = is_level(a, b) && is_plumb(b, c) && is_level(c, d) && is_plumb(d, a)
                || is_plumb(a, b) && is_level(b, c) && is_plumb(c, d) && is_level(d, a);
            let is_closed = match rest {
                [] => true,
                [last] => is_level(a, last) && is_plumb(a, last),
                _ => false,
            };
            ring && is_closed
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(points: &[(f64, f64)]) -> Area {
        let mut path = PathArea::default();
        for point in points {
            path.line_to((*point).into());
        }
        path.area()
    }

    #[test]
    fn rectangles_and_lines_are_distinguished_from_other_paths() {
        let rect = Rect::new(1.0, 2.0, 5.0, 9.0);
        let ring = [(1.0, 2.0), (5.0, 2.0), (5.0, 9.0), (1.0, 9.0), (1.0, 2.0)];
        assert_eq!(path(&ring), Area::Box(rect));
        assert_eq!(path(&ring[..4]), Area::Box(rect));
        assert_eq!(path(&ring[..3]), Area::Within(rect));
        assert_eq!(path(&ring[..2]), Area::Box(Rect::new(1.0, 2.0, 5.0, 2.0)));
        assert_eq!(path(&[ring[0], ring[2], ring[1], ring[3]]), Area::Within(rect));
        assert_eq!(path(&[]), Area::Nowhere);
    }

    #[test]
    fn clipping_leaves_the_intersection() {
        let all = Area::Box(Rect::new(0.0, 0.0, 9.0, 9.0));
        let part = Rect::new(3.0, 3.0, 12.0, 6.0);
        let common = Rect::new(3.0, 3.0, 9.0, 6.0);
        assert_eq!(all.clipped(Area::Box(part)), Area::Box(common));
        assert_eq!(all.clipped(Area::Within(part)), Area::Within(common));
        assert_eq!(all.clipped(Area::Anywhere), all);
        assert_eq!(Area::Anywhere.clipped(Area::Box(part)), Area::Within(part));
        assert_eq!(all.clipped(Area::Box(part + kurbo::Vec2::new(9.0, 0.0))), Area::Nowhere);
    }

    #[test]
    fn the_straight_edges_of_a_path_are_kept() {
        let mut path = PathArea::default();
        path.move_to((0.0, 0.0).into());
        path.line_to((50.0, 0.0).into());
        path.line_to((50.0, 1.0).into());
        path.curve_to([(50.0, 30.0).into(), (40.0, 40.0).into(), (0.0, 40.0).into()]);
        let edge = |from: (f64, f64), to: (f64, f64)| Edge { from: from.into(), to: to.into() };
        let (bottom, left) = (edge((0.0, 0.0), (50.0, 0.0)), edge((0.0, 40.0), (0.0, 0.0)));
        assert_eq!(path.lines(), [bottom]);
        assert_eq!(path.edges(), [bottom, left]);
        path.close();
        assert_eq!((path.lines(), path.edges()), (vec![bottom, left], vec![bottom, left]));
        let clip = Area::Box(Rect::new(-10.0, 5.0, 20.0, 90.0));
        assert_eq!(left.clipped(clip), Some(edge((0.0, 40.0), (0.0, 5.0))));
        assert_eq!(bottom.clipped(clip), None);
        assert_eq!(left.clipped(Area::Within(Rect::new(0.0, 0.0, 90.0, 90.0))), None);
        assert!(left.is_upright() && !bottom.is_upright());
    }

    #[test]
    fn a_rotated_rectangle_does_not_fill_a_box() {
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let upright = Affine::new([0.0, 2.0, -3.0, 0.0, 5.0, 5.0]);
        assert_eq!(Area::transformed(upright, unit), Area::Box(Rect::new(2.0, 5.0, 5.0, 7.0)));
        let almost = Affine::rotate(std::f64::consts::FRAC_PI_2) * Affine::scale(500.0);
        assert!(matches!(Area::transformed(almost, unit), Area::Box(_)));
        assert!(matches!(Area::transformed(Affine::rotate(1.0), unit), Area::Within(_)));
    }
}
