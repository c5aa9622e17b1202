//! Where on a page something is painted.

use kurbo::{Affine, Point, Rect};

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

/// A path, reduced to what determines the area that it covers.
#[derive(Debug, Clone, Default)]
pub(super) struct PathArea {
    bounds: Option<Rect>,
    /// The first points; none are added after a curve.
    points: Vec<Point>,
    is_curved: bool,
}

/// The most points of a rectangle that is closed with a line to its first.
const RECTANGLE_POINTS: usize = 5;
/// By how much the points of a line may be off the line, in points of 1/72 inch.
const TOLERANCE: f64 = 0.02;

impl Area {
    /// The box that contains it; `None` if it may be anywhere or nothing of it is left.
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
        let is_upright = b == 0.0 && c == 0.0 || a == 0.0 && d == 0.0;
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

impl PathArea {
    /// Adds a point at the end of a straight line, or at the beginning of a part of the path.
    pub(super) fn line_to(&mut self, point: Point) {
        self.extend(point);
        if self.points.len() <= RECTANGLE_POINTS {
            self.points.push(point);
        }
    }

    /// Adds a point that belongs to a curve.
    pub(super) fn curve_by(&mut self, point: Point) {
        self.extend(point);
        self.is_curved = true;
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
    fn a_rotated_rectangle_does_not_fill_a_box() {
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let upright = Affine::new([0.0, 2.0, -3.0, 0.0, 5.0, 5.0]);
        assert_eq!(Area::transformed(upright, unit), Area::Box(Rect::new(2.0, 5.0, 5.0, 7.0)));
        assert!(matches!(Area::transformed(Affine::rotate(1.0), unit), Area::Within(_)));
    }
}
