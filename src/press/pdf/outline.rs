//! The outline of a path on the page.

use kurbo::{BezPath, PathEl, Point, Rect, Shape, Vec2};

/// The outline of a path, in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Each part is closed.
    path: BezPath,
    is_even_odd: bool,
}

/// A filled parallelogram, such as a rectangle that serves as a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    /// Its corners, in order.
    pub corners: [Point; 4],
    /// Its longer side, in points.
    pub length: f64,
    /// The distance between its longer sides, in points.
    pub thickness: f64,
}

/// A path as it is constructed; none is kept that has a great many elements.
#[derive(Debug, Clone, Default)]
pub(super) struct OutlineBuilder {
    path: BezPath,
    /// The start of a subpath that was closed and continues.
    restart: Option<Point>,
    is_too_long: bool,
}

/// The most elements of an outline that is kept.
const ELEMENTS_LIMIT: usize = 128;
/// By how much opposite sides of a parallelogram may differ, in points.
const TOLERANCE: f64 = 0.05;

impl Outline {
    /// Whether a point is inside (ISO 32000-1, 8.5.3.3).
    pub fn contains(&self, point: Point) -> bool {
        let winding = self.path.winding(point);
        if self.is_even_odd { winding % 2 != 0 } else { winding != 0 }
    }

    /// The number of its elements.
    pub fn size(&self) -> usize {
        self.path.elements().len()
    }

    /// The middle of each of its lines and curves.
    pub fn midpoints(&self) -> impl Iterator<Item = Point> {
        use kurbo::ParamCurve;
        self.path.segments().map(|segment| segment.eval(0.5))
    }

    /// Those of its parts that are parallelograms.
    pub fn strips(&self) -> Vec<Strip> {
        let mut strips = Vec::new();
        let mut corners = Vec::new();
        let mut is_straight = true;
        for element in self.path.elements() {
            match element {
                PathEl::MoveTo(point) => {
                    corners = vec![*point];
                    is_straight = true;
                }
                PathEl::LineTo(point) => corners.push(*point),
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => is_straight = false,
                PathEl::ClosePath if is_straight => strips.extend(strip(&corners)),
                PathEl::ClosePath => {}
            }
        }
        strips
    }
}

impl Strip {
    /// The box around it.
    pub fn bounds(&self) -> Rect {
        let [a, b, c, d] = self.corners;
        Rect::from_points(a, c).union(Rect::from_points(b, d))
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        self.corners[0].midpoint(self.corners[2])
    }
}

fn strip(corners: &[Point]) -> Option<Strip> {
    let (&[a, b, c, d], rest) = corners.split_first_chunk()?;
    match rest {
        [] => {}
        [last] if a.distance(*last) < TOLERANCE => {}
        _ => return None,
    }
    let (along, across): (Vec2, Vec2) = (b - a, d - a);
    let is_parallelogram = ((c - d) - along).hypot() < TOLERANCE;
    let length = along.hypot().max(across.hypot());
    let thickness = along.cross(across).abs() / length;
    (is_parallelogram && length > 0.0).then_some(Strip { corners: [a, b, c, d], length, thickness })
}

impl OutlineBuilder {
    pub(super) fn move_to(&mut self, point: Point) {
        self.restart = None;
        self.push(PathEl::MoveTo(point));
    }

    pub(super) fn line_to(&mut self, point: Point) {
        self.go_on(point);
        self.push(PathEl::LineTo(point));
    }

    /// Adds a curve, given by both control points and its end.
    pub(super) fn curve_to(&mut self, [one, two, end]: [Point; 3]) {
        self.go_on(one);
        self.push(PathEl::CurveTo(one, two, end));
    }

    pub(super) fn close(&mut self, first: Point) {
        if !self.path.elements().is_empty() && self.restart.is_none() {
            self.push(PathEl::ClosePath);
            self.restart = Some(first);
        }
    }

    /// Begins a part if none is open.
    fn go_on(&mut self, point: Point) {
        if let Some(first) = self.restart.take() {
            self.push(PathEl::MoveTo(first));
        } else if self.path.elements().is_empty() {
            self.push(PathEl::MoveTo(point));
        }
    }

    fn push(&mut self, element: PathEl) {
        self.is_too_long |= self.path.elements().len() >= ELEMENTS_LIMIT;
        if !self.is_too_long {
            self.path.push(element);
        }
    }

    /// The outline; `None` if it is too long or there is none.
    pub(super) fn finish(&self, is_even_odd: bool) -> Option<Outline> {
        if self.is_too_long || self.path.elements().is_empty() {
            return None;
        }
        let mut path = BezPath::new();
        let mut is_open = false;
        for element in self.path.elements() {
            if is_open && matches!(element, PathEl::MoveTo(_)) {
                path.push(PathEl::ClosePath);
            }
            is_open = !matches!(element, PathEl::ClosePath);
            path.push(*element);
        }
        if is_open {
            path.push(PathEl::ClosePath);
        }
        Some(Outline { path, is_even_odd })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(points: &[(f64, f64)], is_even_odd: bool) -> Outline {
        let mut builder = OutlineBuilder::default();
        for (index, point) in points.iter().enumerate() {
            if index % 4 == 0 { builder.move_to((*point).into()) } else { builder.line_to((*point).into()) }
        }
        builder.finish(is_even_odd).unwrap()
    }

    #[test]
    fn the_inside_depends_on_the_rule() {
        let nested =
            [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0), (3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0)];
        let inside = |is_even_odd| {
            let outline = outline(&nested, is_even_odd);
            [(1.0, 1.0), (4.0, 4.0), (10.0, 4.0)].map(|point| outline.contains(point.into()))
        };
        assert_eq!(inside(false), [true, true, false]);
        assert_eq!(inside(true), [true, false, false]);
    }

    #[test]
    fn strips_are_measured_in_any_direction() {
        let strips = |points: &[(f64, f64)]| -> Vec<(f64, f64)> {
            let strips = outline(points, false).strips();
            strips.iter().map(|strip| (strip.length, strip.thickness)).collect()
        };
        assert_eq!(strips(&[(0.0, 0.0), (9.0, 0.0), (9.0, 0.1), (0.0, 0.1)]), [(9.0, 0.1)]);
        // Slanted: 3, 4 and 5.
        assert_eq!(strips(&[(0.0, 0.0), (3.0, 4.0), (2.6, 4.3), (-0.4, 0.3)]), [(5.0, 0.5)]);
        assert_eq!(strips(&[(0.0, 0.0), (9.0, 0.0), (9.0, 1.0), (3.0, 0.1)]), []);
        assert_eq!(strips(&[(0.0, 0.0), (9.0, 0.0), (9.0, 1.0)]), []);
    }
}
