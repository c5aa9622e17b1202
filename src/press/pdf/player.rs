//! Operators, one by one (ISO 32000-1, annex A).

use std::borrow::Cow;
use std::ptr;
use std::rc::Rc;

use kurbo::{Affine, Point, Rect};
use lopdf::content::Operation;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::event::{Event, Paint, Painter, Text, Unread};
use super::file::{as_dict, as_number};
use super::image::{Picture, Placement};
use super::space::{resource, resource_dict};
use super::state::{Color, State, TextMode};
use super::walk::Walk;
use super::{ColorSpace, Pdf};

/// Who is told of events.
pub(super) type Seer<'s, 'a> = dyn FnMut(Event<'a>) + 's;

/// What stays the same throughout one content.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) resources: Option<&'a Dictionary>,
    /// The matrix at its beginning, to which patterns refer.
    pub(super) base: Affine,
    /// Whether it takes its colour from outside and may set none.
    pub(super) is_uncolored: bool,
}

/// How many states may be saved.
const SAVED_LIMIT: usize = 10_000;

/// One content as it is played.
pub(super) struct Player<'p, 's, 'a> {
    pub(super) walk: &'p mut Walk<'a>,
    frame: Frame<'a>,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// The box of the path so far, on the page.
    path: Option<Rect>,
    pub(super) see: &'p mut Seer<'s, 'a>,
}

impl<'p, 's, 'a> Player<'p, 's, 'a> {
    pub(super) fn new(
        walk: &'p mut Walk<'a>,
        frame: Frame<'a>,
        state: State<'a>,
        see: &'p mut Seer<'s, 'a>,
    ) -> Self {
        Self { walk, frame, state, saved: Vec::new(), path: None, see }
    }

    pub(super) fn operate(&mut self, operation: &Operation) {
        let operands = operation.operands.as_slice();
        match operation.operator.as_str() {
            "q" if self.saved.len() < SAVED_LIMIT => self.saved.push(self.state.clone()),
            "q" => (self.see)(Event::Unread(Unread::TooMuch)),
            "Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            "cm" => {
                if let Some(matrix) = last(operands) {
                    self.state.ctm *= Affine::new(matrix);
                }
            }
            // lopdf reads `d1`, by which a glyph gives up colour, as `d` and a stray 1.
            "d" if numbers(operands).len() == 6 => self.frame.is_uncolored = true,
            "gs" => self.graphics_state(operands),
            "m" | "l" => self.points::<1>(operands),
            "v" | "y" => self.points::<2>(operands),
            "c" => self.points::<3>(operands),
            "re" => {
                if let Some([x, y, width, height]) = last(operands) {
                    for corner in [(x, y), (x + width, y), (x, y + height), (x + width, y + height)] {
                        self.point(corner.into());
                    }
                }
            }
            "n" => self.path = None,
            "f" | "F" | "f*" => self.paint_path(true, false),
            "S" | "s" => self.paint_path(false, true),
            "B" | "B*" | "b" | "b*" => self.paint_path(true, true),
            "sh" => self.shade(operands),
            "BI" => self.inline_picture(operands),
            "Do" => self.x_object(operands),
            operator if is_text(operator) => self.text(operator, operands),
            operator if !self.frame.is_uncolored => self.color(operator, operands),
            _ => {}
        }
    }

    /// The resource that the operands name.
    fn named(&self, operands: &[Object], category: &str) -> Option<&'a Dictionary> {
        resource_dict(self.walk.pdf, self.frame.resources, category, name(operands)?)
    }

    fn miss(&mut self) {
        (self.see)(Event::Unread(Unread::Missing));
    }

    fn points<const N: usize>(&mut self, operands: &[Object]) {
        let numbers = numbers(operands);
        let points = numbers.get(numbers.len().saturating_sub(2 * N)..).unwrap_or_default();
        for point in points.chunks_exact(2) {
            if let &[x, y] = point {
                self.point(Point::new(x, y));
            }
        }
    }

    fn point(&mut self, point: Point) {
        let point = self.state.ctm * point;
        let here = Rect::from_points(point, point);
        self.path = Some(self.path.map_or(here, |path| path.union(here)));
    }

    fn paint_path(&mut self, fills: bool, strokes: bool) {
        let area = self.path.take();
        if fills {
            self.fill(Painter::Fill, area);
        }
        if strokes {
            self.stroke(Painter::Stroke, area);
        }
    }

    fn fill(&mut self, painter: Painter, area: Option<Rect>) {
        let (color, overprints) = (self.state.fill.clone(), self.state.fill_overprints);
        self.paint(painter, color, overprints, area);
    }

    fn stroke(&mut self, painter: Painter, area: Option<Rect>) {
        let (color, overprints) = (self.state.stroke.clone(), self.state.stroke_overprints);
        self.paint(painter, color, overprints, area);
    }

    fn paint(&mut self, painter: Painter, color: Color, overprints: bool, area: Option<Rect>) {
        let Color { space, components, pattern } = color;
        let Some(name) = pattern else {
            let colors = vec![components];
            return (self.see)(Event::Paint(Paint { painter, space, colors, overprints, area }));
        };
        // A pattern without colours of its own is painted in one of the space beneath.
        if let ColorSpace::Pattern(Some(base)) = space.as_ref()
            && !components.is_empty()
        {
            let (space, colors) = (Rc::clone(base), vec![components]);
            (self.see)(Event::Paint(Paint { painter, space, colors, overprints, area }));
        }
        let pdf = self.walk.pdf;
        let Some(pattern) =
            resource(pdf, self.frame.resources, "Pattern", &name).map(|object| pdf.resolve(object))
        else {
            return self.miss();
        };
        match pattern {
            Object::Stream(stream) => self.tile(stream),
            Object::Dictionary(dict) => {
                if let Some(state) = pdf.dict(dict, "ExtGState") {
                    (self.see)(Event::State(state));
                }
                if let Some(shading) = pdf.dict(dict, "Shading") {
                    self.gradient(shading, overprints, area);
                }
            }
            _ => {}
        }
    }

    fn gradient(&mut self, shading: &Dictionary, overprints: bool, area: Option<Rect>) {
        let (space, colors) = self.walk.pdf.shading(shading, self.frame.resources, &mut self.walk.cache);
        (self.see)(Event::Paint(Paint { painter: Painter::Shading, space, colors, overprints, area }));
    }

    fn shade(&mut self, operands: &[Object]) {
        let overprints = self.state.fill_overprints;
        match self.named(operands, "Shading") {
            Some(shading) => self.gradient(shading, overprints, None),
            None => self.miss(),
        }
    }

    /// Walks a cell of a tiling pattern, once on a page.
    fn tile(&mut self, stream: &'a Stream) {
        if !self.walk.met.insert(ptr::from_ref(stream)) {
            return;
        }
        let pdf = self.walk.pdf;
        let base = self.frame.base * matrix(pdf, &stream.dict);
        let frame = Frame {
            resources: pdf.dict(&stream.dict, "Resources").or(self.frame.resources),
            base,
            is_uncolored: pdf.integer(&stream.dict, "PaintType") == Some(2),
        };
        self.walk.enter(stream, frame, State::new(base), self.see);
    }

    fn graphics_state(&mut self, operands: &[Object]) {
        let pdf = self.walk.pdf;
        let Some(dict) = self.named(operands, "ExtGState") else { return self.miss() };
        (self.see)(Event::State(dict));
        let boolean = |key| pdf.get(dict, key).and_then(|value| value.as_bool().ok());
        // `OP` sets both unless `op` is there too (table 58).
        if let Some(overprints) = boolean("OP") {
            self.state.stroke_overprints = overprints;
            self.state.fill_overprints = overprints;
        }
        if let Some(overprints) = boolean("op") {
            self.state.fill_overprints = overprints;
        }
        if let Some([font, size]) = pdf.array(dict, "Font") {
            self.choose_font(as_dict(pdf.resolve(font)));
            self.state.text.size = as_number(pdf.resolve(size)).unwrap_or(0.0);
        }
    }

    fn x_object(&mut self, operands: &[Object]) {
        let pdf = self.walk.pdf;
        let Some(object) =
            name(operands).and_then(|name| resource(pdf, self.frame.resources, "XObject", name))
        else {
            return self.miss();
        };
        let Ok(stream) = pdf.resolve(object).as_stream() else { return self.miss() };
        match pdf.name(&stream.dict, "Subtype") {
            Some(b"Image") => self.picture(object.as_reference().ok(), Cow::Borrowed(stream)),
            Some(b"Form") => {
                if let Some(group) = pdf.dict(&stream.dict, "Group") {
                    (self.see)(Event::Group(group));
                }
                let mut state = self.state.clone();
                state.ctm *= matrix(pdf, &stream.dict);
                let resources = pdf.dict(&stream.dict, "Resources").or(self.frame.resources);
                let frame = Frame { resources, base: state.ctm, ..self.frame };
                self.walk.enter(stream, frame, state, self.see);
            }
            Some(b"PS") => (self.see)(Event::PostScript),
            _ => {}
        }
    }

    fn picture(&mut self, id: Option<ObjectId>, stream: Cow<'a, Stream>) {
        let picture = Picture::new(self.walk.pdf, id, stream, self.frame.resources, &mut self.walk.cache);
        let placement = Placement { page: self.walk.page, picture: Rc::new(picture), matrix: self.state.ctm };
        if placement.picture.is_stencil {
            self.fill(Painter::Stencil, Some(placement.area()));
        }
        (self.see)(Event::Picture(placement));
    }

    /// A picture amid the operators, with its short keys written out (table 93).
    fn inline_picture(&mut self, operands: &[Object]) {
        // lopdf gives none where it could not tell how long the data is.
        let Some(stream) = operands.last().and_then(|operand| operand.as_stream().ok()) else {
            return (self.see)(Event::Unread(Unread::InlinePicture));
        };
        let mut written_out = stream.clone();
        for (short, long) in [
            ("BPC", "BitsPerComponent"),
            ("CS", "ColorSpace"),
            ("D", "Decode"),
            ("H", "Height"),
            ("IM", "ImageMask"),
            ("W", "Width"),
        ] {
            if let Some(value) = written_out.dict.remove(short.as_bytes()) {
                written_out.dict.set(long, value);
            }
        }
        self.picture(None, Cow::Owned(written_out));
    }

    fn color(&mut self, operator: &str, operands: &[Object]) {
        let strokes = operator.starts_with(|letter: char| letter.is_ascii_uppercase());
        let set = match operator {
            "CS" | "cs" => name(operands).map(|name| Color::of(self.space(name))),
            "SC" | "SCN" | "sc" | "scn" => {
                let now = if strokes { &self.state.stroke } else { &self.state.fill };
                let is_pattern = matches!(*now.space, ColorSpace::Pattern(_));
                let wanted = if is_pattern { usize::MAX } else { now.space.components() };
                let numbers = numbers(operands);
                Some(Color {
                    space: Rc::clone(&now.space),
                    components: numbers
                        .get(numbers.len().saturating_sub(wanted)..)
                        .unwrap_or_default()
                        .to_vec(),
                    pattern: if is_pattern { name(operands).map(<[u8]>::to_vec) } else { None },
                })
            }
            "G" | "g" => last(operands).map(|color: [f64; 1]| self.device(b"DeviceGray", &color)),
            "RG" | "rg" => last(operands).map(|color: [f64; 3]| self.device(b"DeviceRGB", &color)),
            "K" | "k" => last(operands).map(|color: [f64; 4]| self.device(b"DeviceCMYK", &color)),
            _ => None,
        };
        if let Some(color) = set {
            *(if strokes { &mut self.state.stroke } else { &mut self.state.fill }) = color;
        }
    }

    fn space(&mut self, name: &[u8]) -> Rc<ColorSpace> {
        let object = Object::Name(name.to_vec());
        self.walk.pdf.color_space(&object, self.frame.resources, &mut self.walk.cache)
    }

    fn device(&mut self, name: &[u8], color: &[f64]) -> Color {
        Color { space: self.space(name), components: color.to_vec(), pattern: None }
    }

    fn text(&mut self, operator: &str, operands: &[Object]) {
        let text = &mut self.state.text;
        match operator {
            "BT" => {
                text.matrix = Affine::IDENTITY;
                text.line = Affine::IDENTITY;
            }
            "Tf" => {
                text.size = last(operands).map_or(0.0, |[size]: [f64; 1]| size);
                let font = self.named(operands, "Font");
                if font.is_none() {
                    self.miss();
                }
                self.choose_font(font);
            }
            "TL" => text.leading = last(operands).map_or(0.0, |[leading]: [f64; 1]| leading),
            "Tr" => {
                let mode = operands.last().and_then(|mode| mode.as_i64().ok()).unwrap_or(0);
                text.mode = TextMode::of(mode);
            }
            "Td" | "TD" => {
                if let Some([x, y]) = last(operands) {
                    if operator == "TD" {
                        text.leading = -y;
                    }
                    text.next_line(x, y);
                }
            }
            "Tm" => {
                if let Some(matrix) = last(operands) {
                    text.line = Affine::new(matrix);
                    text.matrix = text.line;
                }
            }
            "T*" => text.next_line(0.0, -text.leading),
            "'" | "\"" => {
                text.next_line(0.0, -text.leading);
                self.show(operands);
            }
            _ => self.show(operands),
        }
    }

    fn choose_font(&mut self, dict: Option<&'a Dictionary>) {
        self.state.text.font = dict.map(|dict| self.walk.font(dict));
        self.state.text.glyphs = dict.and_then(|dict| self.walk.pdf.dict(dict, "CharProcs").map(|_| dict));
    }

    fn show(&mut self, operands: &[Object]) {
        let text = &self.state.text;
        let is_simple = text.font.as_ref().is_none_or(|font| font.is_simple());
        let is_shown = |object: &Object| {
            object.as_str().is_ok_and(|codes| codes.iter().any(|code| !is_simple || *code != b' '))
        };
        let is_blank = match operands.last() {
            Some(Object::Array(items)) => !items.iter().any(is_shown),
            Some(object) => !is_shown(object),
            None => true,
        };
        if is_blank {
            return;
        }
        let (mode, origin) = (text.mode, text.origin(self.state.ctm));
        (self.see)(Event::Text(Text {
            font: text.font.clone(),
            height: text.height(self.state.ctm),
            origin,
            is_visible: mode.fills || mode.strokes,
        }));
        if let Some(font) = self.state.text.glyphs {
            self.glyphs(font);
        }
        let area = Some(Rect::from_points(origin, origin));
        if mode.fills {
            self.fill(Painter::Text, area);
        }
        if mode.strokes {
            self.stroke(Painter::Text, area);
        }
    }

    /// Walks the glyphs of a Type 3 font, once on a page.
    fn glyphs(&mut self, font: &'a Dictionary) {
        let pdf = self.walk.pdf;
        let Some(glyphs) = pdf.dict(font, "CharProcs") else { return };
        let resources = pdf.dict(font, "Resources").or(self.frame.resources);
        for (_, glyph) in glyphs {
            let Ok(stream) = pdf.resolve(glyph).as_stream() else { continue };
            if !self.walk.met.insert(ptr::from_ref(stream)) {
                continue;
            }
            let mut state = self.state.clone();
            let size = state.text.size;
            state.ctm *= state.text.matrix * Affine::scale(size) * font_matrix(pdf, font);
            let frame = Frame { resources, base: state.ctm, is_uncolored: false };
            self.walk.enter(stream, frame, state, self.see);
        }
    }
}

fn is_text(operator: &str) -> bool {
    matches!(operator, "BT" | "Tf" | "TL" | "Tr" | "Td" | "TD" | "Tm" | "T*" | "Tj" | "TJ" | "'" | "\"")
}

/// The numbers among operands.
fn numbers(operands: &[Object]) -> Vec<f64> {
    operands.iter().filter_map(as_number).collect()
}

/// The last operands, all of them numbers: there may be stray ones before.
fn last<const N: usize>(operands: &[Object]) -> Option<[f64; N]> {
    let from = operands.len().checked_sub(N)?;
    numbers(operands.get(from..)?).try_into().ok()
}

/// A name at the end of the operands, or before a number there.
fn name(operands: &[Object]) -> Option<&[u8]> {
    operands.iter().rev().find_map(|operand| operand.as_name().ok())
}

fn matrix(pdf: &Pdf, dict: &Dictionary) -> Affine {
    let numbers = pdf.numbers(dict, "Matrix").and_then(|numbers| <[f64; 6]>::try_from(numbers).ok());
    numbers.map_or(Affine::IDENTITY, Affine::new)
}

fn font_matrix(pdf: &Pdf, font: &Dictionary) -> Affine {
    let numbers = pdf.numbers(font, "FontMatrix").and_then(|numbers| <[f64; 6]>::try_from(numbers).ok());
    numbers.map_or(Affine::scale(0.001), Affine::new)
}
