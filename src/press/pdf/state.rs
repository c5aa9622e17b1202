//! The graphics state, as far as events depend on it (ISO 32000-1, 8.4 and 9.3).

use std::rc::Rc;

use super::object::Dictionary;
use kurbo::{Affine, Point};

use super::{Area, BlendMode, ColorSpace, Font, Overprint};

/// The graphics state, which operators set and `q` and `Q` save and restore.
#[derive(Debug, Clone)]
pub(super) struct State<'a> {
    /// The transformation from the user space of the content stream to that of the page.
    pub(super) ctm: Affine,
    pub(super) fill: CurrentColor,
    pub(super) stroke: CurrentColor,
    pub(super) fill_overprints: bool,
    pub(super) stroke_overprints: bool,
    /// The overprint mode (8.6.7), which is 0 or 1.
    pub(super) overprint_mode: i64,
    pub(super) blend_mode: BlendMode,
    pub(super) fill_alpha: f64,
    pub(super) stroke_alpha: f64,
    pub(super) is_masked: bool,
    /// In units of the content stream's user space.
    pub(super) line_width: f64,
    /// The clip: nothing outside it is painted.
    pub(super) clip: Area,
    pub(super) text: TextState<'a>,
}

/// A colour as it was set.
#[derive(Debug, Clone)]
pub(super) struct CurrentColor {
    pub(super) space: Rc<ColorSpace>,
    pub(super) components: Vec<f64>,
    /// The name of a pattern.
    pub(super) pattern: Option<Rc<[u8]>>,
}

#[derive(Debug, Clone)]
pub(super) struct TextState<'a> {
    pub(super) font: Option<Rc<Font>>,
    /// The dictionary of the font, if its glyphs are content streams (Type 3).
    pub(super) glyphs: Option<&'a Dictionary>,
    pub(super) size: f64,
    pub(super) leading: f64,
    pub(super) mode: TextMode,
    /// The text matrix; glyph advances are not tracked, so it is that of the last move.
    pub(super) matrix: Affine,
    pub(super) line: Affine,
}

/// How glyphs are painted (ISO 32000-1, table 106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TextMode {
    pub(super) fills: bool,
    pub(super) strokes: bool,
}

impl State<'_> {
    /// The initial state, at the beginning of a page or of anything that does not inherit one.
    pub(super) fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            fill: CurrentColor::of(Rc::new(ColorSpace::DeviceGray)),
            stroke: CurrentColor::of(Rc::new(ColorSpace::DeviceGray)),
            fill_overprints: false,
            stroke_overprints: false,
            overprint_mode: 0,
            blend_mode: BlendMode::Normal,
            fill_alpha: 1.0,
            stroke_alpha: 1.0,
            is_masked: false,
            line_width: 1.0,
            clip: Area::Anywhere,
            text: TextState {
                font: None,
                glyphs: None,
                size: 0.0,
                leading: 0.0,
                mode: TextMode::of(0),
                matrix: Affine::IDENTITY,
                line: Affine::IDENTITY,
            },
        }
    }

    /// The state at the beginning of a transparency group or soft mask (11.6.6).
    pub(super) fn of_group(mut self) -> Self {
        (self.blend_mode, self.fill_alpha, self.stroke_alpha) = (BlendMode::Normal, 1.0, 1.0);
        self.is_masked = false;
        self
    }

    /// The width of a line on the page, in points.
    pub(super) fn printed_line_width(&self) -> f64 {
        self.line_width.abs() * self.ctm.determinant().abs().sqrt()
    }

    pub(super) fn overprint(&self, overprints: bool) -> Overprint {
        match (overprints, self.overprint_mode) {
            (false, _) => Overprint::Off,
            (true, 1) => Overprint::UnusedInks,
            (true, _) => Overprint::OtherInks,
        }
    }
}

impl CurrentColor {
    /// The initial colour of a space.
    pub(super) fn of(space: Rc<ColorSpace>) -> Self {
        let components = space.initial();
        Self { space, components, pattern: None }
    }

    /// Whether it is the same colour as another.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (&self.space, &self.components, &self.pattern) == (&other.space, &other.components, &other.pattern)
    }
}

impl TextMode {
    pub(super) fn of(mode: i64) -> Self {
        Self { fills: matches!(mode, 0 | 2 | 4 | 6), strokes: matches!(mode, 1 | 2 | 5 | 6) }
    }
}

impl TextState<'_> {
    /// Moves to the next line, offset from the beginning of this one.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.matrix = self.line;
    }

    /// The height of the type on the page, in points, perpendicular to its direction.
    pub(super) fn height(&self, ctm: Affine) -> f64 {
        let matrix = ctm * self.matrix;
        let [a, b, ..] = matrix.as_coeffs();
        let along = a.hypot(b);
        if along == 0.0 {
            return 0.0;
        }
        let em = self.font.as_ref().map_or(1.0, |font| font.em);
        (matrix.determinant() / along * self.size * em).abs()
    }

    /// Where the text begins on the page.
    pub(super) fn origin(&self, ctm: Affine) -> Point {
        ctm * self.matrix * Point::ORIGIN
    }
}
