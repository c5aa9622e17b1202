//! Maps the values of a report to their positions on the pages.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::syntax::Span;
use typst::text::{
    BottomEdge, BottomEdgeMetric, FontInstance, Glyph, TextEdgeBounds, TextItem, TopEdge, TopEdgeMetric,
};
use typst_layout::PagedDocument;

use crate::report::Origin;

/// The positions of all texts and images of a report on its pages.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// The width and height of the trim box of each page, in points.
    pub pages: Vec<(f64, f64)>,
    /// The values on the pages, each once, in the order of their first occurrence.
    pub items: Vec<Placed>,
}

/// A value, or a part of it, with all its occurrences. The title of a section, for example, may occur on several pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// The value.
    #[serde(flatten)]
    pub origin: Origin,
    /// Its words and images, in page order.
    pub words: Vec<Word>,
}

/// A word or an image on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The page, from 0.
    pub page: usize,
    /// The bounding box.
    #[serde(flatten)]
    pub rect: Rect,
    /// The printed text, without white space. A hyphenated word counts as two words, and the first ends with the hyphen.
    /// Empty for an image.
    pub text: String,
}

/// A rectangle on a page, in points from the top left corner of the trim box.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The bottom edge.
    pub bottom: f64,
}

impl Map {
    pub(super) fn new(document: &PagedDocument, places: &HashMap<Span, &Origin>) -> Self {
        let mut walk = Walk {
            places,
            page: 0,
            items: Vec::new(),
            numbers: HashMap::new(),
            last: None,
            extents: HashMap::new(),
        };
        let mut pages = Vec::new();
        for (index, page) in document.pages().iter().enumerate() {
            walk.page = index;
            walk.last = None;
            let size = page.frame.size();
            pages.push((rounded(size.x), rounded(size.y)));
            walk.frame(
                &page.frame,
                Transform::identity(),
                Rect::of(Transform::identity(), Point::zero(), size),
            );
        }
        Self { pages, items: walk.items }
    }
}

impl Placed {
    /// The lines that it covers, each with its page; the words of a line are joined into one rectangle.
    pub fn lines(&self) -> Vec<(usize, Rect)> {
        let mut lines: Vec<(usize, Rect)> = Vec::new();
        for word in &self.words {
            match lines.last_mut() {
                Some((page, line)) if *page == word.page && line.continues_in(&word.rect) => {
                    *line = line.union(&word.rect);
                }
                _ => lines.push((word.page, word.rect)),
            }
        }
        lines
    }
}

impl Rect {
    /// The bounding box of a transformed rectangle.
    fn of(transform: Transform, corner: Point, size: Size) -> Self {
        let across = Point::new(size.x, size.y);
        let corners = [Point::zero(), Point::with_x(across.x), Point::with_y(across.y), across];
        let corners = corners.map(|point| (corner + point).transform(transform));
        let bound = |of: fn(Point) -> Abs, lower: bool| {
            let values = corners.map(|corner| of(corner).to_pt());
            values.into_iter().reduce(if lower { f64::min } else { f64::max }).unwrap_or_default()
        };
        Self {
            left: bound(|point| point.x, true),
            top: bound(|point| point.y, true),
            right: bound(|point| point.x, false),
            bottom: bound(|point| point.y, false),
        }
    }

    /// The smallest rectangle that contains both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The area common to both; `None` if there is none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let rect = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (rect.left < rect.right && rect.top < rect.bottom).then_some(rect)
    }

    /// Whether the rectangle contains a point.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether the next word is on the same line, to the right.
    fn continues_in(&self, next: &Self) -> bool {
        let middle = f64::midpoint(next.top, next.bottom);
        let height = self.bottom - self.top;
        (self.top..=self.bottom).contains(&middle)
            && next.left >= self.left
            && next.left - self.right < 2.0 * height.max(next.bottom - next.top)
    }

    fn rounded(self) -> Self {
        let [left, top, right, bottom] = [self.left, self.top, self.right, self.bottom].map(to_hundredths);
        Self { left, top, right, bottom }
    }
}

/// Visits the frames of all pages.
struct Walk<'a> {
    places: &'a HashMap<Span, &'a Origin>,
    page: usize,
    items: Vec<Placed>,
    /// The index of each origin in `items`.
    numbers: HashMap<&'a Origin, usize>,
    last: Option<Last<'a>>,
    /// The height and depth of the glyphs so far, for a font size of 1 pt. Typst draws a glyph to find them.
    extents: HashMap<(FontInstance, u16), (Abs, Abs)>,
}

/// The last glyph, if its word may continue.
#[derive(Clone, Copy)]
struct Last<'a> {
    /// The index of its item.
    number: usize,
    origin: &'a Origin,
    /// Where the glyph ends, on the baseline.
    end: Point,
}

impl<'a> Walk<'a> {
    /// Visits a frame; `clip` is its visible area.
    fn frame(&mut self, frame: &Frame, transform: Transform, clip: Rect) {
        for (position, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let transform = transform
                        .pre_concat(Transform::translate(position.x, position.y))
                        .pre_concat(group.transform);
                    let clip = match &group.clip {
                        Some(curve) => {
                            let bounds = curve.bbox(None);
                            clip.intersection(&Rect::of(transform, bounds.min, bounds.size()))
                        }
                        None => Some(clip),
                    };
                    if let Some(clip) = clip {
                        self.frame(&group.frame, transform, clip);
                    }
                }
                FrameItem::Text(text) => self.text(text, *position, transform),
                FrameItem::Image(_, size, span) => {
                    let rect = Rect::of(transform, *position, *size).intersection(&clip);
                    if let (Some(origin), Some(rect)) = (self.places.get(span).copied(), rect) {
                        self.last = None;
                        self.word(origin, rect, String::new());
                    }
                }
                FrameItem::Shape(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn text(&mut self, text: &TextItem, position: Point, transform: Transform) {
        let mut cursor = position;
        for glyph in &text.glyphs {
            let advance = glyph.x_advance.at(text.size);
            let printed = text.text.get(glyph.range()).unwrap_or_default();
            match self.places.get(&glyph.span.0).copied() {
                Some(origin) if !printed.chars().all(char::is_whitespace) => {
                    let (top, bottom) = self.extent(text, glyph);
                    let corner = Point::new(cursor.x, cursor.y - top);
                    let rect = Rect::of(transform, corner, Size::new(advance, top + bottom));
                    let number = self.glyph(origin, rect, printed, cursor.transform(transform), text.size);
                    let end = Point::new(cursor.x + advance, cursor.y).transform(transform);
                    self.last = Some(Last { number, origin, end });
                }
                _ => self.last = None,
            }
            cursor.x += advance;
        }
    }

    /// Adds a glyph to the last word if it directly follows it, or begins a new word; returns the number of its item.
    fn glyph(&mut self, origin: &'a Origin, rect: Rect, printed: &str, start: Point, size: Abs) -> usize {
        let near = |end: Point| (end.x - start.x).abs() < size * 0.2 && (end.y - start.y).abs() < size * 0.2;
        if let Some(last) = self.last
            && (std::ptr::eq(last.origin, origin) || last.origin == origin)
            && near(last.end)
            && let Some(word) = self.items.get_mut(last.number).and_then(|item| item.words.last_mut())
        {
            word.rect = word.rect.union(&rect.rounded());
            word.text.push_str(printed);
            last.number
        } else {
            self.word(origin, rect, printed.to_owned())
        }
    }

    /// Begins a word; returns the number of its item.
    fn word(&mut self, origin: &'a Origin, rect: Rect, text: String) -> usize {
        let number = *self.numbers.entry(origin).or_insert_with(|| {
            self.items.push(Placed { origin: origin.clone(), words: Vec::new() });
            self.items.len() - 1
        });
        if let Some(item) = self.items.get_mut(number) {
            item.words.push(Word { page: self.page, rect: rect.rounded(), text });
        }
        number
    }

    /// The height of a glyph above the baseline and its depth below. The height is at least the x-height, so that a
    /// dash can be pointed at.
    fn extent(&mut self, text: &TextItem, glyph: &Glyph) -> (Abs, Abs) {
        let font = &text.font;
        let (top, bottom) = *self.extents.entry((font.clone(), glyph.id)).or_insert_with(|| {
            let size = Abs::pt(1.0);
            let (top, bottom) = font.edges(
                TopEdge::Metric(TopEdgeMetric::Bounds),
                BottomEdge::Metric(BottomEdgeMetric::Bounds),
                size,
                TextEdgeBounds::Glyph(glyph.id),
            );
            (top.max(font.metrics().x_height.at(size)), bottom.max(Abs::zero()))
        });
        let scale = text.size / Abs::pt(1.0);
        (top * scale, bottom * scale)
    }
}

fn rounded(length: Abs) -> f64 {
    to_hundredths(length.to_pt())
}

fn to_hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
