//! Operators, one by one (ISO 32000-1, annex A).

use std::borrow::Cow;
use std::rc::Rc;

use super::object::{Dictionary, Object, Stream};
use kurbo::{Affine, Point, Rect};

use super::context::Context;
use super::event::{Event, EventSink, Paint, Painter, ShownText, Unread};
use super::image::{PlacedImage, RasterImage};
use super::lexer::{Lexer, Token};
use super::space::{resource, resource_dict};
use super::state::{CurrentColor, State, TextMode};
use super::{ColorSpace, Pdf};

/// What stays the same throughout one content.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) resources: Option<&'a Dictionary>,
    /// The matrix at its beginning, to which patterns refer.
    pub(super) base: Affine,
    /// Whether it takes its colour from outside and may set none.
    pub(super) is_uncolored: bool,
}

/// How many states may be saved.
const SAVED_LIMIT: usize = 10_000;
/// The most operands of an operator; `scn` has up to 33.
const OPERANDS_LIMIT: usize = 64;
/// What an operator costs beside its bytes, an image beside its samples, and a stop of a gradient, as
/// work.
const OPERATOR_WORK: usize = 100;
const IMAGE_WORK: usize = 500;
const STOP_WORK: usize = 40;

/// One content as it is interpreted.
pub(super) struct Interpreter<'p, 's, 'a> {
    context: &'p mut Context<'a>,
    scope: Scope<'a>,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// The box of the path so far, on the page.
    path: Option<Rect>,
    sink: &'p mut EventSink<'s, 'a>,
}

impl<'p, 's, 'a> Interpreter<'p, 's, 'a> {
    pub(super) fn new(
        context: &'p mut Context<'a>,
        scope: Scope<'a>,
        state: State<'a>,
        sink: &'p mut EventSink<'s, 'a>,
    ) -> Self {
        Self { context, scope, state, saved: Vec::new(), path: None, sink }
    }

    /// Interprets a content, one operator after another.
    pub(super) fn run(&mut self, content: &[u8]) {
        let budget = self.context.pdf.budget();
        let memory = budget.memory_left();
        let mut lexer = Lexer::new(content, 0, budget);
        let mut operands = Vec::new();
        loop {
            let start = lexer.position();
            let mut work = 0;
            let why = match lexer.token() {
                Ok(Token::Object(operand)) if operands.len() < OPERANDS_LIMIT => {
                    operands.push(operand);
                    None
                }
                Ok(Token::Keyword(b"BI")) => match lexer.inline_image() {
                    Ok(image) => {
                        self.image(Cow::Owned(image));
                        None
                    }
                    Err(_) => Some(Unread::InlineImage),
                },
                Ok(Token::Keyword(operator)) if is_operator(operator) => {
                    work = OPERATOR_WORK;
                    self.operate(operator, &operands);
                    operands.clear();
                    budget.release(memory);
                    None
                }
                Ok(Token::End) => return,
                _ => Some(Unread::Syntax),
            };
            // What a limit has cut short is no mistake of the content.
            if budget.spend(lexer.position() - start + work).is_err() {
                return;
            }
            if let Some(why) = why {
                return (self.sink)(Event::Unread(why));
            }
        }
    }

    /// Interprets a content that this one draws, unless it is being interpreted already.
    fn enter(&mut self, stream: &'a Stream, scope: Scope<'a>, state: State<'a>) {
        match self.context.enter(stream) {
            Ok(None) => {}
            Ok(Some(content)) => {
                Interpreter::new(self.context, scope, state, self.sink).run(&content);
                self.context.leave(&content);
            }
            Err(why) => (self.sink)(Event::Unread(why)),
        }
    }

    fn operate(&mut self, operator: &[u8], operands: &[Object]) {
        match operator {
            b"q" if self.saved.len() < SAVED_LIMIT => self.saved.push(self.state.clone()),
            b"q" => (self.sink)(Event::Unread(Unread::Depth)),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                if let Some(matrix) = last(operands) {
                    self.state.ctm *= Affine::new(matrix);
                }
            }
            // A glyph that takes its colour from the text (9.6.5).
            b"d1" => self.scope.is_uncolored = true,
            b"gs" => self.graphics_state(operands),
            b"m" | b"l" => self.points::<1>(operands),
            b"v" | b"y" => self.points::<2>(operands),
            b"c" => self.points::<3>(operands),
            b"re" => {
                if let Some([x, y, width, height]) = last(operands) {
                    for corner in [(x, y), (x + width, y), (x, y + height), (x + width, y + height)] {
                        self.point(corner.into());
                    }
                }
            }
            b"n" => self.path = None,
            b"f" | b"F" | b"f*" => self.paint_path(true, false),
            b"S" | b"s" => self.paint_path(false, true),
            b"B" | b"B*" | b"b" | b"b*" => self.paint_path(true, true),
            b"sh" => self.shade(operands),
            b"Do" => self.x_object(operands),
            operator if is_text(operator) => self.text(operator, operands),
            operator if !self.scope.is_uncolored => self.color(operator, operands),
            _ => {}
        }
    }

    /// The resource that the operands name.
    fn named(&self, operands: &[Object], category: &str) -> Option<&'a Dictionary> {
        resource_dict(self.context.pdf, self.scope.resources, category, name(operands)?)
    }

    fn miss(&mut self) {
        (self.sink)(Event::Unread(Unread::Missing));
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

    fn paint(&mut self, painter: Painter, color: CurrentColor, overprints: bool, area: Option<Rect>) {
        let CurrentColor { space, components, pattern } = color;
        let Some(name) = pattern else {
            let colors = vec![components];
            return (self.sink)(Event::Paint(Paint { painter, space, colors, overprints, area }));
        };
        // A pattern without colours of its own is painted in one of the space beneath.
        if let ColorSpace::Pattern(Some(base)) = space.as_ref()
            && !components.is_empty()
        {
            let (space, colors) = (Rc::clone(base), vec![components]);
            (self.sink)(Event::Paint(Paint { painter, space, colors, overprints, area }));
        }
        let pdf = self.context.pdf;
        let Some(pattern) =
            resource(pdf, self.scope.resources, "Pattern", &name).map(|object| pdf.resolve(object))
        else {
            return self.miss();
        };
        match pattern {
            Object::Stream(stream) => self.tile(stream),
            Object::Dictionary(dict) => {
                if let Some(state) = pdf.dict(dict, "ExtGState") {
                    (self.sink)(Event::State(state));
                }
                if let Some(shading) = pdf.dict(dict, "Shading") {
                    self.gradient(shading, overprints, area);
                }
            }
            _ => {}
        }
    }

    fn gradient(&mut self, shading: &Dictionary, overprints: bool, area: Option<Rect>) {
        let gradient = self.context.pdf.gradient(shading, self.scope.resources, &mut self.context.cache);
        let (space, colors) = (Rc::clone(&gradient.space), gradient.colors.clone());
        self.context.pdf.spend(colors.len() * STOP_WORK);
        (self.sink)(Event::Paint(Paint { painter: Painter::Shading, space, colors, overprints, area }));
    }

    fn shade(&mut self, operands: &[Object]) {
        let overprints = self.state.fill_overprints;
        match self.named(operands, "Shading") {
            Some(shading) => self.gradient(shading, overprints, None),
            None => self.miss(),
        }
    }

    /// Interprets a cell of a tiling pattern, once on a page.
    fn tile(&mut self, stream: &'a Stream) {
        if !self.context.is_first_visit(stream) {
            return;
        }
        let pdf = self.context.pdf;
        let base = self.scope.base * matrix(pdf, &stream.dict);
        let scope = Scope {
            resources: pdf.dict(&stream.dict, "Resources").or(self.scope.resources),
            base,
            is_uncolored: pdf.integer(&stream.dict, "PaintType") == Some(2),
        };
        self.enter(stream, scope, State::new(base));
    }

    fn graphics_state(&mut self, operands: &[Object]) {
        let pdf = self.context.pdf;
        let Some(dict) = self.named(operands, "ExtGState") else { return self.miss() };
        (self.sink)(Event::State(dict));
        let boolean = |key| pdf.get(dict, key).and_then(Object::as_boolean);
        // `OP` sets both unless `op` is there too (table 58).
        if let Some(overprints) = boolean("OP") {
            self.state.stroke_overprints = overprints;
            self.state.fill_overprints = overprints;
        }
        if let Some(overprints) = boolean("op") {
            self.state.fill_overprints = overprints;
        }
        if let Some([font, size]) = pdf.array(dict, "Font") {
            self.choose_font(pdf.resolve(font).as_dict());
            self.state.text.size = pdf.resolve(size).as_number().unwrap_or(0.0);
        }
    }

    fn x_object(&mut self, operands: &[Object]) {
        let pdf = self.context.pdf;
        let Some(object) =
            name(operands).and_then(|name| resource(pdf, self.scope.resources, "XObject", name))
        else {
            return self.miss();
        };
        let Some(stream) = pdf.resolve(object).as_stream() else { return self.miss() };
        match pdf.name(&stream.dict, "Subtype") {
            Some(b"Image") => self.image(Cow::Borrowed(stream)),
            Some(b"Form") => {
                if let Some(group) = pdf.dict(&stream.dict, "Group") {
                    let space = group
                        .get(b"CS")
                        .map(|space| pdf.color_space(space, self.scope.resources, &mut self.context.cache));
                    let is_isolated = pdf.boolean(group, "I").unwrap_or(false);
                    (self.sink)(Event::Group { space, is_isolated });
                }
                let mut state = self.state.clone();
                state.ctm *= matrix(pdf, &stream.dict);
                let resources = pdf.dict(&stream.dict, "Resources").or(self.scope.resources);
                let scope = Scope { resources, base: state.ctm, ..self.scope };
                self.enter(stream, scope, state);
            }
            Some(b"PS") => (self.sink)(Event::PostScript),
            _ => {}
        }
    }

    fn image(&mut self, stream: Cow<'a, Stream>) {
        self.context.pdf.spend(IMAGE_WORK);
        let image = RasterImage::new(self.context.pdf, stream, self.scope.resources, &mut self.context.cache);
        let placed = PlacedImage { page: self.context.page, image: Rc::new(image), matrix: self.state.ctm };
        if placed.image.is_stencil {
            self.fill(Painter::Stencil, Some(placed.area()));
        }
        (self.sink)(Event::Image(placed));
    }

    fn color(&mut self, operator: &[u8], operands: &[Object]) {
        let strokes = operator.first().is_some_and(u8::is_ascii_uppercase);
        let set = match operator {
            b"CS" | b"cs" => name(operands).map(|name| CurrentColor::of(self.space(name))),
            b"SC" | b"SCN" | b"sc" | b"scn" => {
                let now = if strokes { &self.state.stroke } else { &self.state.fill };
                let is_pattern = matches!(*now.space, ColorSpace::Pattern(_));
                let wanted = if is_pattern { usize::MAX } else { now.space.components() };
                let numbers = numbers(operands);
                Some(CurrentColor {
                    space: Rc::clone(&now.space),
                    components: numbers
                        .get(numbers.len().saturating_sub(wanted)..)
                        .unwrap_or_default()
                        .to_vec(),
                    pattern: if is_pattern { name(operands).map(Rc::from) } else { None },
                })
            }
            b"G" | b"g" => last(operands).map(|color: [f64; 1]| self.device(b"DeviceGray", &color)),
            b"RG" | b"rg" => last(operands).map(|color: [f64; 3]| self.device(b"DeviceRGB", &color)),
            b"K" | b"k" => last(operands).map(|color: [f64; 4]| self.device(b"DeviceCMYK", &color)),
            _ => None,
        };
        if let Some(color) = set {
            *(if strokes { &mut self.state.stroke } else { &mut self.state.fill }) = color;
        }
    }

    fn space(&mut self, name: &[u8]) -> Rc<ColorSpace> {
        let object = Object::Name(Box::from(name));
        self.context.pdf.color_space(&object, self.scope.resources, &mut self.context.cache)
    }

    fn device(&mut self, name: &[u8], color: &[f64]) -> CurrentColor {
        CurrentColor { space: self.space(name), components: color.to_vec(), pattern: None }
    }

    fn text(&mut self, operator: &[u8], operands: &[Object]) {
        let text = &mut self.state.text;
        match operator {
            b"BT" => {
                text.matrix = Affine::IDENTITY;
                text.line = Affine::IDENTITY;
            }
            b"Tf" => {
                text.size = last(operands).map_or(0.0, |[size]: [f64; 1]| size);
                let font = self.named(operands, "Font");
                if font.is_none() {
                    self.miss();
                }
                self.choose_font(font);
            }
            b"TL" => text.leading = last(operands).map_or(0.0, |[leading]: [f64; 1]| leading),
            b"Tr" => {
                let mode = operands.last().and_then(Object::as_integer).unwrap_or(0);
                text.mode = TextMode::of(mode);
            }
            b"Td" | b"TD" => {
                if let Some([x, y]) = last(operands) {
                    if operator == b"TD" {
                        text.leading = -y;
                    }
                    text.next_line(x, y);
                }
            }
            b"Tm" => {
                if let Some(matrix) = last(operands) {
                    text.line = Affine::new(matrix);
                    text.matrix = text.line;
                }
            }
            b"T*" => text.next_line(0.0, -text.leading),
            b"'" | b"\"" => {
                text.next_line(0.0, -text.leading);
                self.show(operands);
            }
            _ => self.show(operands),
        }
    }

    fn choose_font(&mut self, dict: Option<&'a Dictionary>) {
        let context = &mut *self.context;
        self.state.text.font = dict.map(|dict| context.cache.font(context.pdf, dict));
        self.state.text.glyphs = dict.and_then(|dict| self.context.pdf.dict(dict, "CharProcs").map(|_| dict));
    }

    fn show(&mut self, operands: &[Object]) {
        let text = &self.state.text;
        let is_simple = text.font.as_ref().is_none_or(|font| font.is_simple());
        let is_shown = |object: &Object| {
            object.as_string().is_some_and(|codes| codes.iter().any(|code| !is_simple || *code != b' '))
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
        (self.sink)(Event::Text(ShownText {
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

    /// Interprets the glyphs of a Type 3 font, once on a page.
    fn glyphs(&mut self, font: &'a Dictionary) {
        let pdf = self.context.pdf;
        let Some(glyphs) = pdf.dict(font, "CharProcs") else { return };
        if !self.context.is_first_use(font) {
            return;
        }
        let resources = pdf.dict(font, "Resources").or(self.scope.resources);
        for (_, glyph) in glyphs.iter() {
            if !pdf.spend(OPERATOR_WORK) {
                return;
            }
            let Some(stream) = pdf.resolve(glyph).as_stream() else { continue };
            let mut state = self.state.clone();
            let size = state.text.size;
            state.ctm *= state.text.matrix * Affine::scale(size) * font_matrix(pdf, font);
            let scope = Scope { resources, base: state.ctm, is_uncolored: false };
            self.enter(stream, scope, state);
        }
    }
}

fn is_text(operator: &[u8]) -> bool {
    matches!(
        operator,
        b"BT" | b"Tf" | b"TL" | b"Tr" | b"Td" | b"TD" | b"Tm" | b"T*" | b"Tj" | b"TJ" | b"'" | b"\""
    )
}

/// Whether a word may be an operator. Those that are unknown do nothing (7.8.2).
fn is_operator(word: &[u8]) -> bool {
    word.len() <= 8 && word.iter().all(|byte| byte.is_ascii_alphanumeric() || b"*'\"".contains(byte))
}

/// The numbers among operands.
fn numbers(operands: &[Object]) -> Vec<f64> {
    operands.iter().filter_map(Object::as_number).collect()
}

/// The last operands, all of them numbers: there may be stray ones before.
fn last<const N: usize>(operands: &[Object]) -> Option<[f64; N]> {
    let from = operands.len().checked_sub(N)?;
    numbers(operands.get(from..)?).try_into().ok()
}

/// A name at the end of the operands, or before a number there.
fn name(operands: &[Object]) -> Option<&[u8]> {
    operands.iter().rev().find_map(|operand| operand.as_name())
}

fn matrix(pdf: &Pdf<'_>, dict: &Dictionary) -> Affine {
    let numbers = pdf.numbers(dict, "Matrix").and_then(|numbers| <[f64; 6]>::try_from(numbers).ok());
    numbers.map_or(Affine::IDENTITY, Affine::new)
}

fn font_matrix(pdf: &Pdf<'_>, font: &Dictionary) -> Affine {
    let numbers = pdf.numbers(font, "FontMatrix").and_then(|numbers| <[f64; 6]>::try_from(numbers).ok());
    numbers.map_or(Affine::scale(0.001), Affine::new)
}
