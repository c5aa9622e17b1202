//! The interpreter of content streams (operators: ISO 32000-1, annex A).

use std::borrow::Cow;
use std::mem;
use std::rc::Rc;

use super::object::{Dictionary, Object, Stream};
use kurbo::{Affine, Point, Rect};

use super::area::{Area, Mark, PathArea};
use super::compositing::{Blend, BlendMode, Overprint};
use super::context::Context;
use super::event::{Event, EventSink, Paint, Painter, Proxy, ShownText, Unread};
use super::image::{PlacedImage, RasterImage};
use super::lexer::{Lexer, Token};
use super::space::{resource, resource_dict};
use super::state::{CurrentColor, State, TextMode};
use super::tile::Tile;
use super::{ColorSpace, Pdf};

/// What stays the same throughout one content stream.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    pub(super) resources: Option<&'a Dictionary>,
    /// The matrix at its beginning, to which patterns refer.
    pub(super) base: Affine,
    /// Whether it takes its colour from outside and may not set one.
    pub(super) is_uncolored: bool,
    /// The pattern of which it is a cell.
    pub(super) tile: Option<Rc<Tile>>,
}

/// The maximum number of saved states.
const SAVED_LIMIT: usize = 10_000;
/// The most operands of an operator; `scn` has up to 33.
const OPERANDS_LIMIT: usize = 64;
/// The cost of an operator in addition to its bytes, of an image in addition to its samples, and of a stop of a
/// gradient, as work.
const OPERATOR_WORK: usize = 100;
const IMAGE_WORK: usize = 500;
const STOP_WORK: usize = 40;

/// A content stream that is being interpreted.
pub(super) struct Interpreter<'p, 's, 'a> {
    context: &'p mut Context<'a>,
    scope: Scope<'a>,
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// The path so far, on the page.
    path: PathArea,
    /// Whether it becomes the clip once it has been painted.
    clips: bool,
    sink: &'p mut EventSink<'s, 'a>,
}

impl<'p, 's, 'a> Interpreter<'p, 's, 'a> {
    pub(super) fn new(
        context: &'p mut Context<'a>,
        scope: Scope<'a>,
        state: State<'a>,
        sink: &'p mut EventSink<'s, 'a>,
    ) -> Self {
        Self { context, scope, state, saved: Vec::new(), path: PathArea::default(), clips: false, sink }
    }

    /// Interprets a content stream, one operator after another.
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
            // Content that a limit has cut short is not at fault.
            if budget.spend(lexer.position() - start + work).is_err() {
                return;
            }
            if let Some(why) = why {
                return (self.sink)(Event::Unread(why));
            }
        }
    }

    /// Interprets a content stream that this one draws, unless it is already being interpreted.
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
            b"w" => self.state.line_width = last(operands).map_or(1.0, |[width]: [f64; 1]| width),
            b"m" => {
                if let Some([x, y]) = last(operands) {
                    self.path.move_to(self.state.ctm * Point::new(x, y));
                }
            }
            b"l" => {
                if let Some([x, y]) = last(operands) {
                    self.path.line_to(self.state.ctm * Point::new(x, y));
                }
            }
            b"c" | b"v" | b"y" => self.curve(operator, operands),
            b"h" => self.path.close(),
            b"re" => {
                if let Some([x, y, width, height]) = last(operands) {
                    self.path.move_to(self.state.ctm * Point::new(x, y));
                    for corner in [(x + width, y), (x + width, y + height), (x, y + height)] {
                        self.path.line_to(self.state.ctm * Point::from(corner));
                    }
                    self.path.close();
                }
            }
            b"W" | b"W*" => self.clips = true,
            b"n" | b"f" | b"F" | b"f*" | b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => {
                self.paint_path(operator);
            }
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

    fn missing_resource(&mut self) {
        (self.sink)(Event::Unread(Unread::Missing));
    }

    /// Adds a curve (ISO 32000-1, table 59).
    fn curve(&mut self, operator: &[u8], operands: &[Object]) {
        let ctm = self.state.ctm;
        let points = match operator {
            b"c" => last(operands)
                .map(|[a, b, c, d, e, f]| [(a, b), (c, d), (e, f)].map(|at| ctm * Point::from(at))),
            _ => last(operands).map(|[a, b, c, d]| {
                let [one, end] = [(a, b), (c, d)].map(|at| ctm * Point::from(at));
                if operator == b"v" { [self.path.last().unwrap_or(one), one, end] } else { [one, end, end] }
            }),
        };
        if let Some(points) = points {
            self.path.curve_to(points);
        }
    }

    /// Paints the path, and then clips by it if that was asked for.
    fn paint_path(&mut self, operator: &[u8]) {
        let fills = matches!(operator.first(), Some(b'f' | b'F' | b'B' | b'b'));
        let strokes = matches!(operator.first(), Some(b'S' | b's' | b'B' | b'b'));
        let mut path = mem::take(&mut self.path);
        if !matches!(operator.first(), Some(b'n' | b'S' | b'B')) {
            path.close();
        }
        let area = path.area();
        let outline = || path.outline(operator.ends_with(b"*")).map(Rc::new);
        if fills {
            self.fill(Painter::Fill, Mark { area, edges: path.edges(), outline: outline() });
        }
        if strokes {
            let is_alone = !fills || !self.state.stroke.is_like(&self.state.fill);
            let painter = Painter::Stroke { width: self.state.printed_line_width(), is_alone };
            self.stroke(painter, Mark { area, edges: path.lines(), outline: outline() });
        }
        if mem::take(&mut self.clips) {
            self.state.clip = area.clipped(self.state.clip);
        }
    }

    fn fill(&mut self, painter: Painter, mark: Mark) {
        let color = self.state.fill.clone();
        let (overprints, alpha) = (self.state.fill_overprints, self.state.fill_alpha);
        self.paint(painter, color, (overprints, alpha), mark);
    }

    fn stroke(&mut self, painter: Painter, mark: Mark) {
        let color = self.state.stroke.clone();
        let (overprints, alpha) = (self.state.stroke_overprints, self.state.stroke_alpha);
        self.paint(painter, color, (overprints, alpha), mark);
    }

    /// The painted area: within the clip, or in every tile of a pattern.
    fn placed(&self, mark: Mark) -> Mark {
        let clip = self.state.clip;
        let area = mark.area.clipped(clip);
        match &self.scope.tile {
            Some(tile) => tile.repeated(area),
            None => Mark {
                area,
                edges: mark.edges.into_iter().filter_map(|edge| edge.clipped(clip)).collect(),
                outline: mark.outline.filter(|_| matches!(clip, Area::Anywhere | Area::Box(_))),
            },
        }
    }

    fn blend(&self, alpha: f64) -> Blend {
        Blend { mode: self.state.blend_mode, alpha, is_masked: self.state.is_masked }
    }

    fn paint(&mut self, painter: Painter, color: CurrentColor, (overprints, alpha): (bool, f64), mark: Mark) {
        let (overprint, blend) = (self.state.overprint(overprints), self.blend(alpha));
        let mark = self.placed(mark);
        let CurrentColor { space, components, pattern } = color;
        let Some(name) = pattern else {
            let Mark { area, edges, outline } = mark;
            let colors = vec![components];
            let paint = Paint { painter, space, colors, overprint, blend, area, edges, outline };
            return (self.sink)(Event::Paint(paint));
        };
        let pdf = self.context.pdf;
        let Some(pattern) =
            resource(pdf, self.scope.resources, "Pattern", &name).map(|object| pdf.resolve(object))
        else {
            return self.missing_resource();
        };
        match pattern {
            Object::Stream(stream) => {
                let color = match space.as_ref() {
                    ColorSpace::Pattern(Some(base)) if !components.is_empty() => {
                        Some(CurrentColor { space: Rc::clone(base), components, pattern: None })
                    }
                    _ => None,
                };
                self.tile(stream, color, blend, mark);
            }
            Object::Dictionary(dict) => {
                if let Some(state) = pdf.dict(dict, "ExtGState") {
                    (self.sink)(Event::State(state));
                }
                if let Some(shading) = pdf.dict(dict, "Shading") {
                    self.gradient(shading, (overprint, blend), mark);
                }
            }
            _ => {}
        }
    }

    fn gradient(&mut self, shading: &Dictionary, (overprint, blend): (Overprint, Blend), mark: Mark) {
        let gradient = self.context.pdf.gradient(shading, self.scope.resources, &mut self.context.cache);
        let (space, colors) = (Rc::clone(&gradient.space), gradient.colors.clone());
        self.context.pdf.spend(colors.len() * STOP_WORK);
        let painter = Painter::Shading { is_full: gradient.is_full };
        let Mark { area, edges, outline } = mark;
        (self.sink)(Event::Paint(Paint { painter, space, colors, overprint, blend, area, edges, outline }));
    }

    fn shade(&mut self, operands: &[Object]) {
        let (overprint, blend) =
            (self.state.overprint(self.state.fill_overprints), self.blend(self.state.fill_alpha));
        let Some(shading) = self.named(operands, "Shading") else { return self.missing_resource() };
        let gradient = self.context.pdf.gradient(shading, self.scope.resources, &mut self.context.cache);
        // It fills the clip, unless it ends somewhere.
        let area = match self.state.clip {
            clip @ Area::Box(_) if gradient.is_full => clip,
            _ => Area::Anywhere,
        };
        let mark = self.placed(Mark::of(area));
        self.gradient(shading, (overprint, blend), mark);
    }

    /// Interprets a cell of a tiling pattern for the first uses of it on a page. It is repeated across an area.
    fn tile(&mut self, stream: &'a Stream, color: Option<CurrentColor>, blend: Blend, mark: Mark) {
        if !self.context.may_tile(stream) {
            return;
        }
        let pdf = self.context.pdf;
        let base = self.scope.base * matrix(pdf, &stream.dict);
        let tile = Tile::new(pdf, &stream.dict, base, mark);
        let mut state = State::new(base);
        state.clip = tile.cell;
        let is_uncolored = pdf.integer(&stream.dict, "PaintType") == Some(2);
        if let Some(color) = color.filter(|_| is_uncolored) {
            state.fill = color.clone();
            state.stroke = color;
        }
        let scope = Scope {
            resources: pdf.dict(&stream.dict, "Resources").or(self.scope.resources),
            base,
            is_uncolored,
            tile: Some(Rc::new(tile)),
        };
        // The tiles are blended as a whole (11.6.7).
        let is_blended = blend != Blend::default();
        if is_blended {
            (self.sink)(Event::Group { space: None, is_isolated: true, blend });
        }
        self.enter(stream, scope, state);
        if is_blended {
            (self.sink)(Event::GroupEnd);
        }
    }

    fn graphics_state(&mut self, operands: &[Object]) {
        let pdf = self.context.pdf;
        let Some(dict) = self.named(operands, "ExtGState") else { return self.missing_resource() };
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
        if let Some(mode) = pdf.integer(dict, "OPM") {
            self.state.overprint_mode = mode;
        }
        if let Some(width) = pdf.number(dict, "LW") {
            self.state.line_width = width;
        }
        if let Some(alpha) = pdf.number(dict, "ca") {
            self.state.fill_alpha = alpha;
        }
        if let Some(alpha) = pdf.number(dict, "CA") {
            self.state.stroke_alpha = alpha;
        }
        // Of several modes, the first that is known counts (11.6.3); all are known here.
        match pdf.get(dict, "BM") {
            Some(Object::Name(mode)) => self.state.blend_mode = BlendMode::of(mode),
            Some(Object::Array(modes)) => {
                let mode = modes.first().and_then(|mode| pdf.resolve(mode).as_name());
                self.state.blend_mode = mode.map_or(BlendMode::Other, BlendMode::of);
            }
            _ => {}
        }
        if let Some([font, size]) = pdf.array(dict, "Font") {
            self.choose_font(pdf.resolve(font).as_dict());
            self.state.text.size = pdf.resolve(size).as_number().unwrap_or(0.0);
        }
        match pdf.get(dict, "SMask") {
            Some(Object::Dictionary(mask)) => {
                self.state.is_masked = true;
                if let Some(group) = pdf.stream(mask, "G") {
                    self.mask(group);
                }
            }
            Some(_) => self.state.is_masked = false,
            None => {}
        }
    }

    /// Interprets the group of a soft mask, once per page.
    fn mask(&mut self, group: &'a Stream) {
        if !self.context.is_first_visit(group) {
            return;
        }
        let (scope, mut state) = self.form(group);
        state = state.of_group();
        state.clip = Area::Anywhere;
        let content = match self.context.enter(group) {
            Ok(Some(content)) => content,
            Ok(None) => return,
            Err(why) => return (self.sink)(Event::Unread(why)),
        };
        let sink = &mut *self.sink;
        let mut in_mask = |event: Event<'a>| {
            sink(match event {
                Event::InMask(_) | Event::Unread(_) => event,
                event => Event::InMask(Box::new(event)),
            });
        };
        if let Some((space, is_isolated)) = self.context.group(group, scope.resources) {
            in_mask(Event::Group { space, is_isolated, blend: Blend::default() });
        }
        Interpreter::new(self.context, scope, state, &mut in_mask).run(&content);
        self.context.leave(&content);
    }

    /// What stays the same throughout a form, and the state at its beginning.
    fn form(&self, stream: &'a Stream) -> (Scope<'a>, State<'a>) {
        let pdf = self.context.pdf;
        let mut state = self.state.clone();
        state.ctm *= matrix(pdf, &stream.dict);
        if let Some(bounds) = stream.dict.get(b"BBox").and_then(|bounds| pdf.rect(pdf.resolve(bounds), 1.0)) {
            state.clip = Area::transformed(state.ctm, bounds).clipped(state.clip);
        }
        let resources = pdf.dict(&stream.dict, "Resources").or(self.scope.resources);
        (Scope { resources, base: state.ctm, ..self.scope.clone() }, state)
    }

    fn x_object(&mut self, operands: &[Object]) {
        let pdf = self.context.pdf;
        let Some(object) =
            name(operands).and_then(|name| resource(pdf, self.scope.resources, "XObject", name))
        else {
            return self.missing_resource();
        };
        let Some(stream) = pdf.resolve(object).as_stream() else { return self.missing_resource() };
        for (key, proxy) in
            [(b"OPI".as_slice(), Proxy::Opi), (b"Alternates", Proxy::Alternates), (b"Ref", Proxy::Reference)]
        {
            if stream.dict.has(key) {
                (self.sink)(Event::Proxy(proxy));
            }
        }
        match pdf.name(&stream.dict, "Subtype") {
            Some(b"Image") => self.image(Cow::Borrowed(stream)),
            Some(b"Form") => {
                let (scope, state) = self.form(stream);
                let group = self.context.group(stream, self.scope.resources);
                let Some((space, is_isolated)) = group else { return self.enter(stream, scope, state) };
                let blend = self.blend(self.state.fill_alpha);
                (self.sink)(Event::Group { space, is_isolated, blend });
                self.enter(stream, scope, state.of_group());
                (self.sink)(Event::GroupEnd);
            }
            Some(b"PS") => (self.sink)(Event::PostScript),
            _ => {}
        }
    }

    fn image(&mut self, stream: Cow<'a, Stream>) {
        self.context.pdf.spend(IMAGE_WORK);
        let image = RasterImage::new(self.context.pdf, stream, self.scope.resources, &mut self.context.cache);
        let matrix = self.state.ctm;
        let unit = Area::transformed(matrix, Rect::new(0.0, 0.0, 1.0, 1.0));
        let placed = PlacedImage {
            page: self.context.page,
            image: Rc::new(image),
            matrix,
            area: self.placed(Mark::of(unit)).area,
            blend: self.blend(self.state.fill_alpha),
        };
        if placed.image.is_stencil {
            // It may be transparent at its edges.
            let bounds = matrix.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
            self.fill(Painter::Stencil, Mark::of(Area::Within(bounds)));
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
                    self.missing_resource();
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
        let (mode, origin, height) = (text.mode, text.origin(self.state.ctm), text.height(self.state.ctm));
        let is_visible = mode.fills || mode.strokes;
        let misses = |object: &Object| {
            let codes = object.as_string().unwrap_or_default();
            text.font.as_ref().is_some_and(|font| font.misses_glyph_of(codes))
        };
        let misses_glyph = is_visible
            && match operands.last() {
                Some(Object::Array(items)) => items.iter().any(misses),
                Some(object) => misses(object),
                None => false,
            };
        let (font, area) = (text.font.clone(), Area::point(origin));
        let seen = self.placed(Mark::of(area)).area;
        let codes = codes(operands);
        let shown = ShownText { font, height, area: seen, origin, codes, is_visible, misses_glyph };
        (self.sink)(Event::Text(shown));
        if let Some(font) = self.state.text.glyphs {
            self.glyphs(font);
        }
        if mode.fills {
            self.fill(Painter::Text { height }, Mark::of(area));
        }
        if mode.strokes {
            self.stroke(Painter::Text { height }, Mark::of(area));
        }
    }

    /// Interprets the glyphs of a Type 3 font, once per page.
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
            let tile = self.scope.tile.clone();
            let scope = Scope { resources, base: state.ctm, is_uncolored: false, tile };
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

/// Whether a word may be an operator. Unknown operators do nothing (7.8.2).
fn is_operator(word: &[u8]) -> bool {
    word.len() <= 8 && word.iter().all(|byte| byte.is_ascii_alphanumeric() || b"*'\"".contains(byte))
}

/// The codes of text that is shown, with all of its strings joined.
fn codes(operands: &[Object]) -> Vec<u8> {
    match operands.last() {
        Some(Object::Array(items)) => items.iter().filter_map(Object::as_string).flatten().copied().collect(),
        Some(object) => object.as_string().unwrap_or_default().to_vec(),
        None => Vec::new(),
    }
}

/// The numbers among operands.
fn numbers(operands: &[Object]) -> Vec<f64> {
    operands.iter().filter_map(Object::as_number).collect()
}

/// The last operands, all of them numbers; there may be superfluous ones before.
fn last<const N: usize>(operands: &[Object]) -> Option<[f64; N]> {
    let from = operands.len().checked_sub(N)?;
    numbers(operands.get(from..)?).try_into().ok()
}

/// The name that is the last operand, or the one before a final number.
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
