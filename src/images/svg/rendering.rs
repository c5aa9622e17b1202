//! The cost of drawing a parsed SVG into a PDF.

use std::collections::HashMap;
use std::ptr;

use usvg::filter::{Filter, Kind};
use usvg::{Group, ImageKind, Node, NonZeroRect, Paint, Rect, Text, Tree};

use super::{ELEMENTS, FILTERED_AREA};
use crate::diagnostic::image_fault::{SvgFault, SvgLimit};
use crate::images::MEGAPIXEL;

/// The side of the largest bitmap for a filter, in pixels; beyond it krilla-svg lowers the
/// resolution.
const MAX_BITMAP_SIDE: f32 = 5000.0;
/// The pixels per point (1/72 inch) of a bitmap for a filter.
const PIXELS_PER_POINT: f32 = 4.0;
/// The width of a page in points, A4: no image is wider.
const PAGE_WIDTH: f32 = 595.3;

/// Checks that all that is drawn is within bounds, and that the typefaces have every character.
pub(super) fn check(tree: &Tree) -> Result<Cost, SvgFault> {
    // A filter within an XObject of the PDF does not know how large it is printed.
    let scale = PIXELS_PER_POINT * (PAGE_WIDTH / tree.size().width()).max(1.0);
    let mut rendering = Rendering { scale, ..Rendering::default() };
    let cost = rendering.group(tree.root())?;
    if cost.elements > ELEMENTS {
        return Err(SvgFault::TooComplex(SvgLimit::Elements(ELEMENTS)));
    }
    if cost.filtered > FILTERED_AREA * MEGAPIXEL {
        return Err(SvgFault::TooComplex(SvgLimit::Filters(FILTERED_AREA)));
    }
    Ok(cost)
}

/// The cost of drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::images) struct Cost {
    /// Elements, each counted as often as it is drawn.
    pub(in crate::images) elements: u64,
    /// Pixels that filters compute.
    pub(in crate::images) filtered: u64,
}

impl Cost {
    pub(in crate::images) fn add(&mut self, other: Self) {
        self.elements = self.elements.saturating_add(other.elements);
        self.filtered = self.filtered.saturating_add(other.filtered);
    }
}

#[derive(Default)]
struct Rendering {
    /// Pixels for each unit of the drawing, in the bitmap of a filter.
    scale: f32,
    /// The costs of parts that several elements share, by address.
    shared: HashMap<usize, Cost>,
}

impl Rendering {
    fn group(&mut self, group: &Group) -> Result<Cost, SvgFault> {
        let mut cost = Cost { elements: 1, filtered: 0 };
        for node in group.children() {
            cost.add(self.node(node)?);
        }
        if let Some(clip_path) = group.clip_path() {
            cost.add(self.clip_path(clip_path)?);
        }
        if let Some(mask) = group.mask() {
            cost.add(self.mask(mask)?);
        }
        if !group.filters().is_empty() {
            cost.add(self.filters(group)?);
        }
        Ok(cost)
    }

    fn node(&mut self, node: &Node) -> Result<Cost, SvgFault> {
        let mut cost = Cost { elements: 1, filtered: 0 };
        match node {
            Node::Group(group) => cost.add(self.group(group)?),
            Node::Path(path) => {
                let paints = [path.fill().map(usvg::Fill::paint), path.stroke().map(usvg::Stroke::paint)];
                for paint in paints.into_iter().flatten() {
                    cost.add(self.paint(paint)?);
                }
            }
            Node::Image(image) => {
                if let ImageKind::SVG(tree) = image.kind() {
                    cost.add(self.group(tree.root())?);
                }
            }
            Node::Text(text) => {
                cost.add(self.group(text.flattened())?);
                check_glyphs(text)?;
            }
        }
        Ok(cost)
    }

    fn paint(&mut self, paint: &Paint) -> Result<Cost, SvgFault> {
        match paint {
            Paint::Pattern(pattern) => {
                self.shared(ptr::from_ref(&**pattern).addr(), |rendering| rendering.group(pattern.root()))
            }
            _ => Ok(Cost::default()),
        }
    }

    fn clip_path(&mut self, clip_path: &usvg::ClipPath) -> Result<Cost, SvgFault> {
        self.shared(ptr::from_ref(clip_path).addr(), |rendering| {
            let mut cost = rendering.group(clip_path.root())?;
            if let Some(further) = clip_path.clip_path() {
                cost.add(rendering.clip_path(further)?);
            }
            Ok(cost)
        })
    }

    fn mask(&mut self, mask: &usvg::Mask) -> Result<Cost, SvgFault> {
        self.shared(ptr::from_ref(mask).addr(), |rendering| {
            let mut cost = rendering.group(mask.root())?;
            if let Some(further) = mask.mask() {
                cost.add(rendering.mask(further)?);
            }
            Ok(cost)
        })
    }

    fn shared(
        &mut self,
        address: usize,
        cost: impl FnOnce(&mut Self) -> Result<Cost, SvgFault>,
    ) -> Result<Cost, SvgFault> {
        if let Some(&known) = self.shared.get(&address) {
            return Ok(known);
        }
        let cost = cost(self)?;
        self.shared.insert(address, cost);
        Ok(cost)
    }

    /// A group with filters becomes a bitmap: its elements are painted, and then each primitive of
    /// its filters computes all of it once more.
    fn filters(&mut self, group: &Group) -> Result<Cost, SvgFault> {
        let layer = group.abs_layer_bounding_box();
        let scale = self.bitmap_scale(layer);
        let mut cost = Cost { elements: 0, filtered: pixels(layer.to_rect(), scale) };
        for node in group.children() {
            cost.filtered = cost.filtered.saturating_add(painted(node, layer.to_rect(), scale));
        }
        for primitive in group.filters().iter().flat_map(|filter| Filter::primitives(filter)) {
            let passes = passes(primitive.kind(), scale);
            let area = pixels(layer.to_rect(), scale);
            cost.filtered = cost.filtered.saturating_add(area.saturating_mul(passes));
            if let Kind::Image(image) = primitive.kind() {
                cost.add(self.group(image.root())?);
            }
        }
        Ok(cost)
    }

    fn bitmap_scale(&self, layer: NonZeroRect) -> f32 {
        let side = layer.width().max(layer.height());
        self.scale.min(MAX_BITMAP_SIDE / side)
    }
}

/// The number of pixels that a rectangle covers.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
fn pixels(area: Rect, scale: f32) -> u64 {
    (f64::from(area.width() * scale).ceil() * f64::from(area.height() * scale).ceil()) as u64
}

/// The number of pixels within a layer that painting a node touches.
fn painted(node: &Node, layer: Rect, scale: f32) -> u64 {
    let own = node.abs_stroke_bounding_box().intersect(&layer).map_or(1, |area| pixels(area, scale));
    match node {
        Node::Group(group) => {
            group.children().iter().fold(own, |sum, node| sum.saturating_add(painted(node, layer, scale)))
        }
        _ => own,
    }
}

/// How often a primitive of a filter computes each pixel, relative to the usual ones.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
fn passes(kind: &Kind, scale: f32) -> u64 {
    match kind {
        Kind::Morphology(fe) => {
            let reach = |radius: f32| (f64::from(radius * scale).ceil() as u64).saturating_mul(2).max(1);
            reach(fe.radius_x().get()).saturating_mul(reach(fe.radius_y().get())).div_ceil(4)
        }
        Kind::ConvolveMatrix(fe) => {
            let matrix = fe.matrix();
            u64::from(matrix.columns()).saturating_mul(u64::from(matrix.rows())).div_ceil(2)
        }
        Kind::Turbulence(fe) => u64::from(fe.num_octaves()).saturating_mul(8).max(1),
        Kind::GaussianBlur(_) | Kind::DropShadow(_) => 4,
        Kind::Merge(fe) => fe.inputs().len() as u64,
        _ => 1,
    }
}

/// Checks that each character of a text has a glyph.
fn check_glyphs(text: &Text) -> Result<(), SvgFault> {
    let mut missing = text
        .layouted()
        .iter()
        .flat_map(|span| &span.positioned_glyphs)
        .filter(|glyph| glyph.id.0 == 0)
        .filter_map(|glyph| glyph.text.chars().next());
    missing.next().map_or(Ok(()), |c| Err(SvgFault::MissingGlyph(c)))
}
