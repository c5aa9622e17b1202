//! The ink of colours that are laid over each other.
//!
//! What multiplies or overprints adds its inks to those beneath it. For flat colours in boxes and in other outlines, and
//! for images and stencils, the sum is computed at points within each overlap (ISO 32000-1, 11.3). Gradients, wide
//! lines, and what a clip other than a box cuts off are not known; text and narrow lines are too small to count.

use std::mem;
use std::rc::Rc;

use kurbo::{Affine, Point, Rect};

use super::is_printed;
use crate::press::pdf::{
    Area, Blend, BlendMode, ColorSpace, Event, Outline, Overprint, Page, Paint, Painter, Pdf, PixelGrid,
    PlacedImage,
};

/// What a page paints, from the bottom up.
#[derive(Debug)]
pub(super) struct Overlaps<'a> {
    pdf: &'a Pdf<'a>,
    layers: Vec<Layer>,
    /// The layers of the pages or groups around, each with how the group within is painted.
    around: Vec<(Vec<Layer>, Blend, bool)>,
    /// The colour of the stencil that comes next, and whether inks beneath it stay.
    stencil: Option<(Plates, bool)>,
    count: usize,
}

#[derive(Debug)]
enum Layer {
    /// A flat colour.
    Flat {
        /// The box that it fills, or the bounds of the outline.
        rect: Rect,
        outline: Option<Rc<Outline>>,
        plates: Plates,
        /// Whether inks beneath it stay of which it has none (8.6.7).
        keeps_unused_inks: bool,
        blend: Blend,
    },
    /// An image or a stencil.
    Image(ImageLayer),
    /// Something in colours that are not known.
    Unknown(Area),
    /// A transparency group.
    Group { layers: Vec<Layer>, blend: Blend },
}

#[derive(Debug)]
struct ImageLayer {
    /// What is visible of it.
    rect: Rect,
    /// From the unit square to the page.
    matrix: Affine,
    grid: Rc<PixelGrid>,
    /// The colour of a stencil, and whether inks beneath it stay.
    stencil: Option<(Plates, bool)>,
    blend: Blend,
}

/// Something of which the overlaps are examined.
struct Shape<'l> {
    rect: Rect,
    /// Whether its inks add to those beneath it.
    adds: bool,
    /// Whether it fills its box with one colour.
    is_plain: bool,
    image: Option<&'l ImageLayer>,
}

/// Shares of cyan, magenta, yellow, black and all other inks.
type Plates = [f64; 5];

/// The inks at a point, and how opaque they are.
type Mixed = (Plates, f64);

const NOTHING: Mixed = ([0.0; 5], 0.0);

/// The most layers of a page that are kept.
const LIMIT: usize = 5_000;
/// The most of them that may lie where inks add up.
const ADDING_LIMIT: usize = 200;
/// A stroke that is wider hides what is beneath it.
const WIDE_STROKE: f64 = 10.0;
/// The cost of examining a layer, or an element of an outline, as work.
const LAYER_WORK: usize = 8;
/// How many points of an overlap are examined in each direction, the most and fewer if that is too much work.
const SAMPLES: [u16; 3] = [16, 6, 1];
/// An overlap that is smaller does not count, in points, unless it is of boxes.
const MIN_OVERLAP: f64 = 2.0;

impl<'a> Overlaps<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self { pdf, layers: Vec::new(), around: Vec::new(), stencil: None, count: 0 }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>, grid: Option<&Rc<PixelGrid>>) {
        match event {
            Event::Group { is_isolated, blend, .. } => {
                self.around.push((mem::take(&mut self.layers), *blend, *is_isolated));
            }
            Event::GroupEnd => self.end_group(),
            Event::Paint(paint) if paint.painter == Painter::Stencil => {
                self.stencil = flat(paint).map(|plates| (plates, keeps_unused_inks(paint)));
            }
            Event::Paint(paint) if is_printed(page, paint.area) => {
                if let Some(layer) = layer(paint) {
                    self.add(layer);
                }
            }
            Event::Image(placed) if is_printed(page, placed.area) => {
                let stencil = self.stencil.take();
                self.add(image_layer(placed, grid, stencil).unwrap_or(Layer::Unknown(placed.area)));
            }
            _ => {}
        }
    }

    fn add(&mut self, layer: Layer) {
        self.count += 1;
        if self.count <= LIMIT {
            self.layers.push(layer);
        }
    }

    fn end_group(&mut self) {
        let Some((around, blend, is_isolated)) = self.around.pop() else { return };
        let layers = mem::replace(&mut self.layers, around);
        if blend.is_masked {
            let areas = layers.into_iter().flat_map(Layer::areas);
            self.layers.extend(areas.map(Layer::Unknown));
        } else if blend == Blend::default() && !is_isolated {
            self.layers.extend(layers);
        } else {
            self.layers.push(Layer::Group { layers, blend });
        }
    }

    /// Ends a page; gives the most ink in per cent where inks add up, if they do anywhere.
    pub(super) fn close(&mut self) -> Option<f64> {
        while !self.around.is_empty() {
            self.end_group();
        }
        let mut layers = mem::take(&mut self.layers);
        let is_whole = mem::take(&mut self.count) <= LIMIT;
        let adding: Vec<Rect> =
            shapes(&layers).into_iter().filter(|shape| shape.adds).map(|shape| shape.rect).collect();
        if !is_whole || adding.is_empty() || adding.len() > ADDING_LIMIT {
            return None;
        }
        // Layers elsewhere do not matter.
        layers.retain(|layer| adding.iter().any(|rect| layer.may_touch(*rect)));
        let shapes = shapes(&layers);
        if shapes.len() > ADDING_LIMIT || !self.pdf.spend(shapes.len() * adding.len()) {
            return None;
        }
        let overlaps = overlaps(&shapes);
        let cost: usize = layers.iter().map(Layer::cost).sum();
        let points = |samples| -> usize { overlaps.iter().map(|overlap| overlap.size(samples)).sum() };
        let samples = SAMPLES.into_iter().find(|samples| self.pdf.can_afford(cost * points(*samples)))?;
        self.pdf.spend(cost * points(samples)).then_some(())?;
        let points = overlaps.iter().flat_map(|overlap| overlap.points(samples));
        let mixed = points.filter_map(|point| mix(&layers, point, NOTHING));
        mixed.map(|(plates, alpha)| plates.iter().sum::<f64>() * alpha * 100.0).reduce(f64::max)
    }
}

/// Where shapes are laid over each other.
struct Overlap<'l> {
    common: Rect,
    is_plain: bool,
    image: Option<&'l ImageLayer>,
}

impl Overlap<'_> {
    /// The number of its points that are examined.
    fn size(&self, samples: u16) -> usize {
        if self.is_plain { 1 } else { usize::from(samples).pow(2) }
    }

    /// The points; of an image, the middles of its pixels.
    fn points(&self, samples: u16) -> Vec<Point> {
        if self.is_plain {
            return vec![self.common.center()];
        }
        let share = |index: u16| (f64::from(index) + 0.5) / f64::from(samples);
        let all = (0..samples * samples).map(|index| {
            let (column, row) = (share(index % samples), share(index / samples));
            self.common.origin() + (self.common.width() * column, self.common.height() * row)
        });
        let points = all.map(|point| self.image.map_or(point, |image| image.middle(point)));
        points.filter(|point| self.common.contains(*point)).collect()
    }
}

/// Where two shapes meet of which one adds its inks, and where more and more of them do.
fn overlaps<'l>(shapes: &[Shape<'l>]) -> Vec<Overlap<'l>> {
    let mut overlaps = Vec::new();
    for (upper, shape) in shapes.iter().enumerate() {
        let mut all = Overlap { common: shape.rect, is_plain: shape.is_plain, image: shape.image };
        for lower in shapes.iter().take(upper) {
            if !shape.adds && !lower.adds {
                continue;
            }
            let is_plain = shape.is_plain && lower.is_plain;
            if let Some(common) = common(shape.rect, lower.rect, is_plain) {
                overlaps.push(Overlap { common, is_plain, image: shape.image.or(lower.image) });
            }
            let is_plain = all.is_plain && lower.is_plain;
            if let Some(common) = common(all.common, lower.rect, is_plain) {
                all = Overlap { common, is_plain, image: all.image.or(lower.image) };
                overlaps.push(Overlap { ..all });
            }
        }
    }
    overlaps
}

fn layer(paint: &Paint) -> Option<Layer> {
    match paint.painter {
        // Too small to hide anything.
        Painter::Text { .. } => return None,
        Painter::Stroke { width, .. } => {
            let around = |rect: Rect| Area::Within(rect.inflate(width / 2.0, width / 2.0));
            return (width > WIDE_STROKE)
                .then(|| Layer::Unknown(paint.area.bounds().map_or(paint.area, around)));
        }
        Painter::Fill | Painter::Stencil | Painter::Shading { .. } => {}
    }
    let is_box = paint.area.filled().is_some();
    let outline = paint.outline.clone().filter(|_| !is_box);
    Some(match (paint.area.bounds(), flat(paint)) {
        (Some(rect), Some(plates)) if is_box || outline.is_some() => Layer::Flat {
            rect,
            outline,
            plates,
            keeps_unused_inks: keeps_unused_inks(paint),
            blend: paint.blend,
        },
        _ => Layer::Unknown(paint.area),
    })
}

/// The plates of a flat colour that is opaque or equally transparent everywhere.
fn flat(paint: &Paint) -> Option<Plates> {
    match paint.colors.as_slice() {
        [color] if !paint.blend.is_masked => paint.space.plates(color),
        _ => None,
    }
}

fn keeps_unused_inks(paint: &Paint) -> bool {
    match *paint.space {
        ColorSpace::DeviceCmyk => paint.overprint == Overprint::UnusedInks,
        ColorSpace::Separation { .. } | ColorSpace::DeviceN { .. } => paint.overprint != Overprint::Off,
        _ => false,
    }
}

/// The layer of an image; `None` if its pixels are not known.
fn image_layer(
    placed: &PlacedImage<'_>,
    grid: Option<&Rc<PixelGrid>>,
    stencil: Option<(Plates, bool)>,
) -> Option<Layer> {
    if placed.image.is_stencil && stencil.is_none() || placed.blend.is_masked {
        return None;
    }
    let bounds = placed.matrix.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
    let rect = match placed.area {
        Area::Box(rect) => rect,
        // Turned, but not clipped.
        Area::Within(rect) if rect.inflate(0.01, 0.01).contains_rect(bounds) => bounds,
        _ => return None,
    };
    // A cell of a pattern is elsewhere, too.
    let is_in_place = bounds.inflate(0.01, 0.01).contains_rect(rect) && placed.matrix.determinant() != 0.0;
    let stencil = stencil.filter(|_| placed.image.is_stencil);
    is_in_place.then(|| {
        Some(Layer::Image(ImageLayer {
            rect,
            matrix: placed.matrix,
            grid: Rc::clone(grid?),
            stencil,
            blend: placed.blend,
        }))
    })?
}

impl ImageLayer {
    /// What it paints at a point.
    fn at(&self, point: Point) -> Option<Mixed> {
        let place = self.matrix.inverse() * point;
        let (plates, alpha) = self.grid.at(place.x, place.y).filter(|_| self.rect.contains(point))?;
        Some((self.stencil.map_or(plates, |(plates, _)| plates), alpha))
    }

    /// The middle of the pixel at a point.
    fn middle(&self, point: Point) -> Point {
        let place = self.matrix.inverse() * point;
        self.matrix * Point::from(self.grid.middle(place.x, place.y))
    }

    fn keeps_unused_inks(&self) -> bool {
        self.stencil.is_some_and(|(_, keeps)| keeps)
    }
}

impl Layer {
    /// The shapes in it.
    fn shapes<'l>(&'l self, is_in_adding_group: bool, shapes: &mut Vec<Shape<'l>>) {
        match self {
            Self::Flat { rect, outline, keeps_unused_inks, blend, .. } => {
                let adds = is_in_adding_group || adds(*blend) || *keeps_unused_inks;
                shapes.push(Shape { rect: *rect, adds, is_plain: outline.is_none(), image: None });
            }
            Self::Image(image) => {
                let adds = is_in_adding_group || adds(image.blend) || image.keeps_unused_inks();
                shapes.push(Shape { rect: image.rect, adds, is_plain: false, image: Some(image) });
            }
            Self::Group { layers, blend } => {
                let adds = is_in_adding_group || adds(*blend);
                for layer in layers {
                    layer.shapes(adds, shapes);
                }
            }
            Self::Unknown(_) => {}
        }
    }

    /// What it takes to examine it at a point, as work.
    fn cost(&self) -> usize {
        match self {
            Self::Flat { outline: Some(outline), .. } => LAYER_WORK * (1 + outline.size()),
            Self::Group { layers, .. } => layers.iter().map(Self::cost).sum::<usize>() + LAYER_WORK,
            _ => LAYER_WORK,
        }
    }

    /// Whether any of it may be in a box.
    fn may_touch(&self, rect: Rect) -> bool {
        match self {
            Self::Flat { rect: own, .. } | Self::Image(ImageLayer { rect: own, .. }) => {
                Area::Box(*own).may_touch(rect)
            }
            Self::Unknown(area) => area.may_touch(rect),
            Self::Group { layers, .. } => layers.iter().any(|layer| layer.may_touch(rect)),
        }
    }

    /// Where all that is in it is.
    fn areas(self) -> Vec<Area> {
        match self {
            Self::Flat { rect, .. } | Self::Image(ImageLayer { rect, .. }) => vec![Area::Box(rect)],
            Self::Unknown(area) => vec![area],
            Self::Group { layers, .. } => layers.into_iter().flat_map(Self::areas).collect(),
        }
    }
}

/// The shapes of layers.
fn shapes(layers: &[Layer]) -> Vec<Shape<'_>> {
    let mut shapes = Vec::new();
    for layer in layers {
        layer.shapes(false, &mut shapes);
    }
    shapes
}

fn adds(blend: Blend) -> bool {
    matches!(blend.mode, BlendMode::Multiply | BlendMode::Darken)
}

/// What two boxes have in common, if it counts.
fn common(one: Rect, other: Rect, is_plain: bool) -> Option<Rect> {
    let common = one.intersect(other);
    let least = if is_plain { 0.0 } else { MIN_OVERLAP };
    (common.width() > least && common.height() > least).then_some(common)
}

/// The inks of layers at a point, over a backdrop; none where they are not known.
fn mix(layers: &[Layer], point: Point, backdrop: Mixed) -> Option<Mixed> {
    let mut mixed = Some(backdrop);
    for layer in layers {
        match layer {
            Layer::Unknown(area) if area.may_touch(Rect::from_points(point, point).inflate(0.01, 0.01)) => {
                mixed = None;
            }
            Layer::Flat { rect, outline, plates, keeps_unused_inks, blend } => {
                let is_inside =
                    rect.contains(point) && outline.as_ref().is_none_or(|outline| outline.contains(point));
                if is_inside {
                    mixed = painted(mixed, (*plates, 1.0), *keeps_unused_inks, *blend);
                }
            }
            Layer::Image(image) => {
                if let Some(source) = image.at(point) {
                    mixed = painted(mixed, source, image.keeps_unused_inks(), image.blend);
                }
            }
            Layer::Group { layers, blend } => {
                mixed = match mix(layers, point, NOTHING) {
                    // The group paints nothing here.
                    Some((_, alpha)) if alpha <= 0.0 => mixed,
                    Some((source, alpha)) => mixed
                        .and_then(|backdrop| composed(backdrop, (source, alpha * blend.alpha), blend.mode)),
                    None => None,
                };
            }
            Layer::Unknown(_) => {}
        }
    }
    mixed
}

/// The inks after something is painted over a backdrop.
fn painted(
    backdrop: Option<Mixed>,
    (plates, alpha): Mixed,
    keeps_unused_inks: bool,
    blend: Blend,
) -> Option<Mixed> {
    if alpha <= 0.0 {
        return backdrop;
    }
    if blend == Blend::default() && !keeps_unused_inks && alpha >= 1.0 {
        return Some((plates, 1.0));
    }
    let backdrop = backdrop?;
    let source = if keeps_unused_inks { overprinted(backdrop, plates) } else { plates };
    composed(backdrop, (source, alpha * blend.alpha), blend.mode)
}

/// What is painted where inks that the source does not use stay.
fn overprinted((backdrop, _): Mixed, source: Plates) -> Plates {
    let mut plates = source;
    for (plate, beneath) in plates.iter_mut().zip(backdrop) {
        if *plate == 0.0 {
            *plate = beneath;
        }
    }
    plates
}

/// The basic formula of compositing (11.3.6), for amounts of ink; none for modes that are not computed.
fn composed((backdrop, backdrop_alpha): Mixed, (source, alpha): Mixed, mode: BlendMode) -> Option<Mixed> {
    let union = backdrop_alpha + alpha - backdrop_alpha * alpha;
    if union <= 0.0 {
        return Some(NOTHING);
    }
    let mut plates = [0.0; 5];
    for ((plate, beneath), own) in plates.iter_mut().zip(backdrop).zip(source) {
        // Blend functions are defined for light, the complement of ink.
        let blended = match mode {
            BlendMode::Normal => own,
            BlendMode::Multiply => 1.0 - (1.0 - beneath) * (1.0 - own),
            BlendMode::Darken => own.max(beneath),
            BlendMode::Other => return None,
        };
        let mixed = (1.0 - backdrop_alpha) * own + backdrop_alpha * blended;
        *plate = (1.0 - alpha / union) * beneath + alpha / union * mixed;
    }
    Some((plates, union))
}
