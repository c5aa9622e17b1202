//! The ink of colours that are laid over each other.
//!
//! What multiplies or overprints adds its inks to those beneath it. Where the colours are flat and the
//! shapes are boxes, the sum is computed at points within each overlap (ISO 32000-1, 11.3); what lies
//! beneath other shapes and images is not known.

use std::mem;

use kurbo::{Point, Rect};

use super::is_printed;
use crate::press::pdf::{Area, Blend, BlendMode, ColorSpace, Event, Overprint, Page, Paint, Painter, Pdf};

/// What a page paints, from the bottom up.
#[derive(Debug)]
pub(super) struct Overlaps<'a> {
    pdf: &'a Pdf<'a>,
    layers: Vec<Layer>,
    /// The layers of the pages or groups around, each with how the group within is painted.
    around: Vec<(Vec<Layer>, Blend, bool)>,
    count: usize,
}

#[derive(Debug)]
enum Layer {
    /// A box in a flat colour.
    Flat {
        rect: Rect,
        plates: Plates,
        /// Whether inks beneath it stay of which it has none (8.6.7).
        keeps_unused_inks: bool,
        blend: Blend,
    },
    /// Something in colours that are not known.
    Unknown(Area),
    /// A transparency group.
    Group { layers: Vec<Layer>, blend: Blend },
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
/// The cost of examining a layer, as work.
const LAYER_WORK: usize = 8;

impl<'a> Overlaps<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self { pdf, layers: Vec::new(), around: Vec::new(), count: 0 }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::Group { is_isolated, blend, .. } => {
                self.around.push((mem::take(&mut self.layers), *blend, *is_isolated));
            }
            Event::GroupEnd => self.end_group(),
            Event::Paint(paint) if is_printed(page, paint.area) => {
                if let Some(layer) = layer(paint) {
                    self.add(layer);
                }
            }
            Event::Image(placed) if !placed.image.is_stencil => self.add(Layer::Unknown(placed.area)),
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
            boxes(&layers).into_iter().filter(|(_, adds)| *adds).map(|(rect, _)| rect).collect();
        if !is_whole || adding.is_empty() || adding.len() > ADDING_LIMIT {
            return None;
        }
        // Layers elsewhere do not matter.
        layers.retain(|layer| adding.iter().any(|rect| layer.may_touch(*rect)));
        let boxes = boxes(&layers);
        if !self.pdf.spend(boxes.len() * adding.len()) || boxes.len() > ADDING_LIMIT {
            return None;
        }
        let mut highest: Option<f64> = None;
        let mut sample = |common: Rect| {
            if self.pdf.spend(LAYER_WORK * layers.len())
                && let Some((plates, alpha)) = mix(&layers, common.center(), NOTHING)
            {
                let ink = plates.iter().sum::<f64>() * alpha * 100.0;
                highest = Some(highest.map_or(ink, |highest| highest.max(ink)));
            }
        };
        for (upper, (rect, adds)) in boxes.iter().enumerate() {
            // Where two meet, and where more and more of them do.
            let mut all = *rect;
            for (lower, lower_adds) in boxes.iter().take(upper) {
                if !adds && !lower_adds {
                    continue;
                }
                if let Some(common) = common(*rect, *lower) {
                    sample(common);
                }
                if let Some(common) = common(all, *lower) {
                    all = common;
                    sample(all);
                }
            }
        }
        highest
    }
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
    let flat = match paint.colors.as_slice() {
        [color] if !paint.blend.is_masked => paint.space.plates(color),
        _ => None,
    };
    let keeps_unused_inks = match *paint.space {
        ColorSpace::DeviceCmyk => paint.overprint == Overprint::UnusedInks,
        ColorSpace::Separation { .. } | ColorSpace::DeviceN { .. } => paint.overprint != Overprint::Off,
        _ => false,
    };
    Some(match (paint.area.filled(), flat) {
        (Some(rect), Some(plates)) => Layer::Flat { rect, plates, keeps_unused_inks, blend: paint.blend },
        _ => Layer::Unknown(paint.area),
    })
}

impl Layer {
    /// The boxes in it, and whether the inks of each add to those beneath it.
    fn boxes(&self, is_in_adding_group: bool, boxes: &mut Vec<(Rect, bool)>) {
        match self {
            Self::Flat { rect, keeps_unused_inks, blend, .. } => {
                boxes.push((*rect, is_in_adding_group || adds(*blend) || *keeps_unused_inks));
            }
            Self::Group { layers, blend } => {
                let adds = is_in_adding_group || adds(*blend);
                for layer in layers {
                    layer.boxes(adds, boxes);
                }
            }
            Self::Unknown(_) => {}
        }
    }

    /// Whether any of it may be in a box.
    fn may_touch(&self, rect: Rect) -> bool {
        match self {
            Self::Flat { rect: own, .. } => Area::Box(*own).may_touch(rect),
            Self::Unknown(area) => area.may_touch(rect),
            Self::Group { layers, .. } => layers.iter().any(|layer| layer.may_touch(rect)),
        }
    }

    /// Where all that is in it is.
    fn areas(self) -> Vec<Area> {
        match self {
            Self::Flat { rect, .. } => vec![Area::Box(rect)],
            Self::Unknown(area) => vec![area],
            Self::Group { layers, .. } => layers.into_iter().flat_map(Self::areas).collect(),
        }
    }
}

/// The boxes of layers, and whether the inks of each add to those beneath it.
fn boxes(layers: &[Layer]) -> Vec<(Rect, bool)> {
    let mut boxes = Vec::new();
    for layer in layers {
        layer.boxes(false, &mut boxes);
    }
    boxes
}

fn adds(blend: Blend) -> bool {
    matches!(blend.mode, BlendMode::Multiply | BlendMode::Darken)
}

fn common(one: Rect, other: Rect) -> Option<Rect> {
    let common = one.intersect(other);
    (common.width() > 0.0 && common.height() > 0.0).then_some(common)
}

/// The inks of layers at a point, over a backdrop; none where they are not known.
fn mix(layers: &[Layer], point: Point, backdrop: Mixed) -> Option<Mixed> {
    let mut mixed = Some(backdrop);
    for layer in layers {
        match layer {
            Layer::Unknown(area) if area.may_touch(Rect::from_points(point, point).inflate(0.01, 0.01)) => {
                mixed = None;
            }
            Layer::Flat { rect, plates, keeps_unused_inks, blend } if rect.contains(point) => {
                let covers = *blend == Blend::default() && !keeps_unused_inks;
                let over = |backdrop| {
                    let source = if *keeps_unused_inks { overprinted(backdrop, *plates) } else { *plates };
                    composed(backdrop, (source, blend.alpha), blend.mode)
                };
                mixed = if covers { Some((*plates, 1.0)) } else { mixed.and_then(over) };
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
            _ => {}
        }
    }
    mixed
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
        // Blend functions are defined for light, which is what ink takes away.
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
