//! Checks that lines are wide enough to be printed.
//!
//! A narrow rectangle that is filled is a line too, unless it is one of several that touch, as of a gradient in steps.
//! White lines count where a darker ground is known to be beneath them; beneath images and other shapes that is not
//! known.

use std::collections::BTreeMap;
use std::rc::Rc;

use kurbo::{Point, Rect};

use super::{Fault, Findings, is_printed};
use crate::press::pdf::{
    Area, BlendMode, ColorSpace, Event, Outline, Page, Paint, Painter, Pdf, PlacedImage, Strip,
};

/// The tolerance of a width, in points, since programs round.
const TOLERANCE: f64 = 0.005;
/// A filled rectangle that is shorter, in points, or less long for its width, is a dot.
const MIN_LENGTH: f64 = 2.0;
const MIN_SLENDERNESS: f64 = 8.0;
/// The maximum gap between rectangles that count as touching, in points.
const GAP: f64 = 0.05;
/// The minimum ink beneath a visible white line, in per cent.
const MIN_GROUND: f64 = 25.0;
/// Less opaque paint does not change what is beneath it much.
const MIN_ALPHA: f64 = 0.5;
/// How much of a page is kept.
const GROUNDS_LIMIT: usize = 2_000;
const STRIPS_LIMIT: usize = 2_000;
/// The number of points of a white line that are examined.
const POINTS_LIMIT: usize = 8;
/// The cost of comparing two shapes, as work.
const SHAPE_WORK: usize = 4;

/// The thinnest line of each page.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    pdf: &'a Pdf<'a>,
    least: f64,
    thinnest: BTreeMap<u32, f64>,
    /// What is beneath white lines, from the bottom up.
    grounds: Vec<Ground>,
    /// Narrow rectangles along the axes.
    strips: Vec<Flat>,
    /// Others in the same colours, which they may be part of.
    boxes: Vec<Flat>,
}

/// Something that is painted.
#[derive(Debug)]
struct Ground {
    area: Area,
    outline: Option<Rc<Outline>>,
    /// Whether it is dark; `None` if that is not known.
    is_dark: Option<bool>,
}

/// A rectangle in a flat colour.
#[derive(Debug)]
struct Flat {
    rect: Rect,
    space: Rc<ColorSpace>,
    color: Vec<f64>,
}

impl<'a> Lines<'a> {
    /// Looks for lines that are thinner than some points.
    pub(super) fn new(pdf: &'a Pdf<'a>, least: f64) -> Self {
        Self {
            pdf,
            least,
            thinnest: BTreeMap::new(),
            grounds: Vec::new(),
            strips: Vec::new(),
            boxes: Vec::new(),
        }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::Paint(paint) if paint.blend.alpha > 0.0 && is_printed(page, paint.area) => {
                match paint.painter {
                    Painter::Stroke { width, is_alone: true } if self.is_thin(width) => {
                        let points: Vec<Point> = paint
                            .outline
                            .iter()
                            .flat_map(|outline| outline.midpoints())
                            .take(POINTS_LIMIT)
                            .collect();
                        if self.is_seen(paint, &points) {
                            self.note(page.number, width);
                        }
                    }
                    Painter::Fill => {
                        self.fill(page, paint);
                        self.add_ground(paint);
                    }
                    Painter::Shading { .. } | Painter::Stencil => self.add_ground(paint),
                    Painter::Stroke { .. } | Painter::Text { .. } => {}
                }
            }
            Event::Image(PlacedImage { area, image, .. }) if !image.is_stencil => {
                self.add(Ground { area: *area, outline: None, is_dark: None });
            }
            _ => {}
        }
    }

    /// Ends a page.
    pub(super) fn close(&mut self, page: &Page<'_>) {
        self.grounds.clear();
        let (strips, boxes) = (std::mem::take(&mut self.strips), std::mem::take(&mut self.boxes));
        // Those that touch have the same ends.
        let mut columns: BTreeMap<(bool, i64, i64), Vec<&Flat>> = BTreeMap::new();
        for strip in &strips {
            let (is_upright, along, _) = directions(strip.rect);
            #[expect(clippy::cast_possible_truncation, reason = "points on a page")]
            let [from, to] = [along.0, along.1].map(|end| end.round() as i64);
            columns.entry((is_upright, from, to)).or_default().push(strip);
        }
        for mut column in columns.into_values() {
            column.sort_by(|one, other| directions(one.rect).2.0.total_cmp(&directions(other.rect).2.0));
            let mut rest = column.as_slice();
            while let [first, ..] = rest {
                let (start, mut end) = directions(first.rect).2;
                let touching = rest
                    .iter()
                    .take_while(|strip| {
                        let (from, to) = directions(strip.rect).2;
                        let touches = from <= end + GAP;
                        end = if touches { end.max(to) } else { end };
                        touches
                    })
                    .count();
                let thickness = end - start;
                let (run, after) = rest.split_at(touching);
                rest = after;
                let is_part = |strip: &&Flat| {
                    self.pdf.spend(SHAPE_WORK * boxes.len())
                        && boxes.iter().any(|other| strip.is_part_of(other))
                };
                if self.is_thin(thickness) && !run.iter().any(is_part) {
                    self.note(page.number, thickness);
                }
            }
        }
    }

    pub(super) fn report(self, findings: &mut Findings) {
        let least = self.least;
        if let Some(points) = self.thinnest.values().copied().reduce(f64::min) {
            findings.on_pages(self.thinnest.into_keys().collect(), Fault::ThinLine { points, least });
        }
    }

    fn is_thin(&self, width: f64) -> bool {
        width < self.least - TOLERANCE
    }

    fn note(&mut self, page: u32, width: f64) {
        let thinnest = self.thinnest.entry(page).or_insert(width);
        *thinnest = thinnest.min(width);
    }

    /// Notes the narrow rectangles of a path.
    fn fill(&mut self, page: &Page<'_>, paint: &Paint) {
        let (Some(outline), [color]) = (&paint.outline, paint.colors.as_slice()) else { return };
        let flat = |rect| Flat { rect, space: Rc::clone(&paint.space), color: color.clone() };
        for strip in outline.strips() {
            let rect = strip.bounds();
            if !self.is_line(&strip) {
                if self.boxes.len() < STRIPS_LIMIT && paint.area.filled().is_some() {
                    self.boxes.push(flat(rect));
                }
                continue;
            }
            if !is_printed(page, Area::Box(rect)) || !self.is_seen(paint, &[strip.middle()]) {
                continue;
            }
            let is_upright = rect.width().min(rect.height()) <= strip.thickness + TOLERANCE;
            if !is_upright {
                self.note(page.number, strip.thickness);
            } else if self.strips.len() < STRIPS_LIMIT {
                self.strips.push(flat(rect));
            }
        }
    }

    fn is_line(&self, strip: &Strip) -> bool {
        self.is_thin(strip.thickness)
            && strip.length >= MIN_LENGTH
            && strip.length >= MIN_SLENDERNESS * strip.thickness
    }

    /// Whether a line through some points can be seen.
    fn is_seen(&self, paint: &Paint, points: &[Point]) -> bool {
        if !paint.colors.iter().all(|color| paint.space.is_white(color)) {
            return true;
        }
        // White leaves everything as it is where it multiplies.
        let is_opaque =
            paint.blend.mode == BlendMode::Normal && paint.blend.alpha >= MIN_ALPHA && !paint.blend.is_masked;
        is_opaque
            && !paint.colors.iter().any(|color| paint.space.vanishes(color, paint.overprint))
            && self.pdf.spend(SHAPE_WORK * self.grounds.len() * points.len())
            && points.iter().any(|point| self.is_dark_at(*point))
    }

    /// Whether the ground is known to be dark at a point.
    fn is_dark_at(&self, point: Point) -> bool {
        let at = Rect::from_points(point, point).inflate(TOLERANCE, TOLERANCE);
        let top = self.grounds.iter().rev().find(|ground| {
            ground.area.may_touch(at) && ground.outline.as_ref().is_none_or(|outline| outline.contains(point))
        });
        top.is_some_and(|ground| ground.is_dark == Some(true))
    }

    fn add_ground(&mut self, paint: &Paint) {
        let is_opaque = paint.blend.alpha >= MIN_ALPHA && !paint.blend.is_masked;
        if paint.blend.alpha < MIN_ALPHA {
            return;
        }
        let is_dark = |color: &Vec<f64>| paint.space.ink(color).map(|ink| ink >= MIN_GROUND);
        let mut inks = paint.colors.iter().map(is_dark);
        let is_dark = inks.next().flatten().filter(|first| inks.all(|other| other == Some(*first)));
        let is_known = is_opaque && (paint.outline.is_some() || paint.area.filled().is_some());
        self.add(Ground {
            area: paint.area,
            outline: paint.outline.clone(),
            is_dark: is_dark.filter(|_| is_known && paint.painter != Painter::Stencil),
        });
    }

    fn add(&mut self, ground: Ground) {
        if self.grounds.len() >= GROUNDS_LIMIT {
            // What is beneath is no longer known.
            self.grounds.clear();
        }
        self.grounds.push(ground);
    }
}

impl Flat {
    /// Whether it lies along another box of the same colour.
    fn is_part_of(&self, other: &Self) -> bool {
        let near = other.rect.inflate(GAP, GAP).intersect(self.rect);
        let (is_upright, along, _) = directions(self.rect);
        let common = if is_upright { near.height() } else { near.width() };
        common >= 0.9 * (along.1 - along.0)
            && near.x0 <= near.x1
            && near.y0 <= near.y1
            && self.space == other.space
            && self.color == other.color
    }
}

/// Whether a rectangle is upright, and its ends along and across.
fn directions(rect: Rect) -> (bool, (f64, f64), (f64, f64)) {
    let (x, y) = ((rect.x0, rect.x1), (rect.y0, rect.y1));
    if rect.height() > rect.width() { (true, y, x) } else { (false, x, y) }
}
