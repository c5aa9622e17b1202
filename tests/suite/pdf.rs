//! Reads PDFs as a screen reader, a search engine or a person would.
//!
//! Text comes from `ToUnicode` and `ActualText`, in the order of the structure tree (ISO 32000-1, 14.7). Content
//! outside the tree, such as running heads, is not read aloud. Pages are rendered with the same library that reads
//! them.

use std::collections::{BTreeMap, VecDeque};

use hayro::hayro_interpret::font::Glyph as Drawn;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::dict_or_stream;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro::hayro_syntax::page::{Page as PdfPage, Resources};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro::{RenderCache, RenderSettings};

/// A parsed file.
pub(crate) struct File {
    /// The pages, from the cover on.
    pub(crate) pages: Vec<Page>,
    /// The root of the structure tree.
    pub(crate) structure: Element,
    /// The bookmarks in depth-first order.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// Document metadata.
    pub(crate) metadata: Metadata,
    pdf: Pdf,
}

/// Metadata from the information dictionary, the XMP packet and the catalogue.
pub(crate) struct Metadata {
    /// Of the information dictionary.
    pub(crate) title: String,
    /// Of the information dictionary.
    pub(crate) author: String,
    /// The creation date in the information dictionary, as year, month and day.
    pub(crate) created: (u16, u8, u8),
    /// The modification date, likewise.
    pub(crate) modified: (u16, u8, u8),
    /// `Lang` of the catalogue.
    pub(crate) lang: String,
    /// The XMP packet.
    pub(crate) xmp: String,
    /// Whether viewers show the title instead of the file name.
    pub(crate) shows_title: bool,
}

/// A bookmark.
#[derive(Debug)]
pub(crate) struct Bookmark {
    /// Its title.
    pub(crate) title: String,
    /// The page that it points to, from 0.
    pub(crate) page: usize,
    /// Its nesting level, from 0.
    pub(crate) depth: usize,
}

/// A page.
pub(crate) struct Page {
    /// Its width in points.
    pub(crate) width: f64,
    /// Its height in points.
    pub(crate) height: f64,
    /// Its glyphs, in the order in which they are painted.
    pub(crate) glyphs: Vec<Glyph>,
    /// Its links, in the order of the file.
    pub(crate) links: Vec<Link>,
    id: Option<ObjectIdentifier>,
}

/// A glyph on a page.
pub(crate) struct Glyph {
    /// Its text; `None` if another glyph represents it.
    pub(crate) text: String,
    /// Whether it is an artifact, which is not read aloud.
    pub(crate) artifact: bool,
    /// The box of its ink in points, from the upper left corner of the page.
    pub(crate) ink: Rect,
    /// Its origin on the baseline, likewise.
    pub(crate) origin: Point,
    /// Its colour: red, green, blue and alpha, each 0 to 1.
    pub(crate) color: [f32; 4],
    /// Its language, if it differs from that of the file.
    pub(crate) lang: Option<String>,
    marked_content: Option<i32>,
}

/// A link on a page.
#[derive(Debug)]
pub(crate) struct Link {
    /// The address, if the link is external.
    pub(crate) address: Option<String>,
    /// Its alternative text.
    pub(crate) contents: String,
}

/// The role of alternative texts among the blocks.
const ALTERNATIVE: &str = "Alt";

/// An element of the structure tree.
pub(crate) struct Element {
    /// Its standard structure type.
    pub(crate) role: String,
    /// Its alternative text.
    pub(crate) alt: Option<String>,
    /// Its `Lang`.
    pub(crate) lang: Option<String>,
    /// Its content.
    pub(crate) children: Vec<Child>,
    /// Its attributes, by owner and key, such as `Table.Scope`.
    pub(crate) attributes: BTreeMap<String, String>,
}

/// The content of an element.
pub(crate) enum Child {
    /// Another element.
    Element(Element),
    /// Text on a page, from 0.
    Text(usize, String),
    /// An annotation.
    Annotation,
}

impl File {
    /// Reads a file.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let pdf = Pdf::new(bytes.to_vec()).expect("the bytes are a PDF");
        let pages: Vec<Page> = pdf.pages().iter().map(Page::read).collect();
        let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("there is a catalogue");
        let structure = {
            // Print files have none.
            let root = catalog.get::<Dict<'_>>("StructTreeRoot").unwrap_or_default();
            let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
            Element::read(&root, &roles, &pages, None)
        };
        let bookmarks = bookmarks(&catalog, &pages);
        let metadata = Metadata::read(&pdf, &catalog);
        Self { pages, structure, bookmarks, metadata, pdf }
    }

    /// The text in reading order, a line for each block.
    pub(crate) fn text(&self) -> String {
        self.structure.text()
    }

    /// The addresses of external links.
    pub(crate) fn addresses(&self) -> Vec<&str> {
        self.pages.iter().flat_map(|page| &page.links).filter_map(|link| link.address.as_deref()).collect()
    }

    /// The sections: each first-level heading and the text read aloud up to the next one.
    pub(crate) fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        self.structure.visit_blocks(&mut |role, text| {
            if role == "H1" {
                sections.push(Section { title: squeeze(text), text: String::new() });
            } else if let Some(section) = sections.last_mut().filter(|_| role != ALTERNATIVE) {
                section.text.push_str(text);
                section.text.push('\n');
            }
        });
        for section in &mut sections {
            section.text = squeeze(&section.text);
        }
        sections
    }

    /// The pixels of a page, from the upper left corner, as red, green and blue.
    pub(crate) fn render(&self, page: usize, dots_per_inch: f32) -> image::RgbImage {
        let scale = dots_per_inch / 72.0;
        let settings =
            RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        let pixmap = hayro::render(
            &self.pdf.pages()[page],
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &settings,
        );
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let rgb = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
        image::RgbImage::from_raw(width, height, rgb).expect("there is a pixel for each place")
    }

    /// Draws a page on a custom device, in points from its upper left corner.
    pub(crate) fn draw<'a>(&'a self, page: usize, device: &mut impl Device<'a>) {
        draw(&self.pdf.pages()[page], device);
    }
}

/// A section of a report as read aloud.
#[derive(Debug)]
pub(crate) struct Section {
    /// Its heading.
    pub(crate) title: String,
    /// The text after the heading, normalized.
    pub(crate) text: String,
}

/// A text without soft hyphens at line ends (U+00AD), and with single plain spaces between words.
pub(crate) fn squeeze(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Metadata {
    fn read(pdf: &Pdf, catalog: &Dict<'_>) -> Self {
        let info = pdf.metadata();
        let text = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(text_string).unwrap_or_default();
        let day = |date: Option<hayro::hayro_syntax::object::DateTime>| {
            date.map_or((0, 0, 0), |date| (date.year, date.month, date.day))
        };
        let xmp = catalog.get::<Stream<'_>>("Metadata").expect("the file has an XMP packet");
        Self {
            title: text(&info.title),
            author: text(&info.author),
            created: day(info.creation_date),
            modified: day(info.modification_date),
            lang: string(catalog, "Lang").unwrap_or_default(),
            xmp: String::from_utf8(xmp.decoded().expect("the XMP packet can be decoded").into_owned())
                .expect("XMP is UTF-8"),
            shows_title: catalog
                .get::<Dict<'_>>("ViewerPreferences")
                .and_then(|preferences| preferences.get::<bool>("DisplayDocTitle"))
                .unwrap_or(false),
        }
    }

    /// The text of the only element with a name in the XMP packet, without the markup of its alternatives.
    pub(crate) fn xmp_value(&self, element: &str) -> String {
        let (_, rest) = self.xmp.split_once(&format!("<{element}>")).expect("the element is there");
        let (inner, _) = rest.split_once(&format!("</{element}>")).expect("the element has an end");
        let mut text = String::new();
        for piece in inner.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
        text.trim()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    }
}

impl Page {
    fn read(page: &PdfPage<'_>) -> Self {
        let mut collector = Collector { spans: spans(page), ..Collector::default() };
        draw(page, &mut collector);
        assert!(collector.spans.is_empty(), "every marked content of the page was come by");
        let (width, height) = page.render_dimensions();
        let links = page
            .raw()
            .get::<Array<'_>>("Annots")
            .into_iter()
            .flat_map(|annotations| annotations.iter::<Dict<'_>>().collect::<Vec<_>>())
            .filter(|annotation| is_name(annotation, "Subtype", "Link"))
            .map(|annotation| Link {
                address: annotation.get::<Dict<'_>>("A").and_then(|action| string(&action, "URI")),
                contents: string(&annotation, "Contents").unwrap_or_default(),
            })
            .collect();
        Self {
            width: width.into(),
            height: height.into(),
            glyphs: collector.glyphs,
            links,
            id: page.raw().obj_id(),
        }
    }

    /// The text of the glyphs selected by `keep`, in painting order.
    pub(crate) fn text(&self, keep: impl Fn(&Glyph) -> bool) -> String {
        squeeze(
            &self
                .glyphs
                .iter()
                .filter(|glyph| keep(glyph))
                .map(|glyph| glyph.text.as_str())
                .collect::<String>(),
        )
    }

    /// The lines of the page that are read aloud.
    pub(crate) fn lines(&self) -> Vec<String> {
        lines(self.glyphs.iter().filter(|glyph| !glyph.artifact))
    }

    /// All lines of the page.
    pub(crate) fn all_lines(&self) -> Vec<String> {
        lines(self.glyphs.iter())
    }

    /// Pairs of glyphs that overlap substantially, as in overlapping texts.
    pub(crate) fn collisions(&self) -> Vec<String> {
        let mut inked: Vec<&Glyph> = self.glyphs.iter().filter(|glyph| glyph.ink.area() > 0.0).collect();
        inked.sort_by(|a, b| a.ink.y0.total_cmp(&b.ink.y0));
        let mut found = Vec::new();
        for (index, first) in inked.iter().enumerate() {
            for second in inked[index + 1..].iter().take_while(|second| second.ink.y0 < first.ink.y1) {
                let shared = first.ink.intersect(second.ink);
                let smaller = first.ink.area().min(second.ink.area());
                if shared.width() > 0.0 && shared.height() > 0.0 && shared.area() > 0.5 * smaller {
                    found.push(format!("“{}” and “{}” at {:?}", first.text, second.text, shared.center()));
                }
            }
        }
        found
    }

    fn marked_text(&self, id: i32) -> String {
        self.glyphs
            .iter()
            .filter(|glyph| glyph.marked_content == Some(id))
            .map(|glyph| glyph.text.as_str())
            .collect()
    }
}

/// Consecutive glyphs on the same baseline.
fn lines<'a>(glyphs: impl Iterator<Item = &'a Glyph>) -> Vec<String> {
    let glyphs: Vec<&Glyph> = glyphs.collect();
    glyphs
        .chunk_by(|a, b| (a.origin.y - b.origin.y).abs() < 0.5 && a.origin.x <= b.origin.x + 0.5)
        .map(|line| line.iter().map(|glyph| glyph.text.as_str()).collect())
        .collect()
}

/// Inline-level structure types, unless placed otherwise (ISO 32000-1, 14.8.4.4).
const INLINE: [&str; 7] = ["Span", "Quote", "Link", "Reference", "Code", "Annot", "Lbl"];

impl Element {
    fn read(dict: &Dict<'_>, roles: &Dict<'_>, pages: &[Page], page: Option<usize>) -> Self {
        let page = dict.get_ref("Pg").map_or(page, |page| position(pages, page.into()));
        let mut role = name(dict, "S").unwrap_or_default();
        while let Some(standard) = name(roles, &role) {
            role = standard;
        }
        let mut element = Self {
            role,
            alt: string(dict, "Alt"),
            lang: string(dict, "Lang"),
            children: Vec::new(),
            attributes: attributes(dict),
        };
        match string(dict, "ActualText") {
            Some(text) => element.children.push(Child::Text(page.expect("text has a page"), text)),
            None => match dict.get::<Object<'_>>("K") {
                Some(Object::Array(children)) => {
                    for child in children.iter::<Object<'_>>() {
                        element.take(&child, roles, pages, page);
                    }
                }
                Some(child) => element.take(&child, roles, pages, page),
                None => {}
            },
        }
        element
    }

    fn take(&mut self, child: &Object<'_>, roles: &Dict<'_>, pages: &[Page], page: Option<usize>) {
        let text = |page: Option<usize>, id: i32| {
            let page = page.expect("marked content has a page");
            Child::Text(page, pages[page].marked_text(id))
        };
        let child = match child {
            Object::Number(id) => text(page, i32::try_from(id.as_i64()).expect("identifiers are small")),
            Object::Dict(dict) if is_name(dict, "Type", "MCR") => {
                let page = dict.get_ref("Pg").map_or(page, |page| position(pages, page.into()));
                text(page, dict.get::<i32>("MCID").expect("marked content has an identifier"))
            }
            Object::Dict(dict) if is_name(dict, "Type", "OBJR") => Child::Annotation,
            Object::Dict(dict) => Child::Element(Self::read(dict, roles, pages, page)),
            other => panic!("{other:?} cannot be in a structure tree"),
        };
        self.children.push(child);
    }

    /// The descendants in pre-order.
    pub(crate) fn descendants(&self) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Child::Element(element) = child {
                found.push(element);
                found.extend(element.descendants());
            }
        }
        found
    }

    /// The descendants with a role.
    pub(crate) fn all(&self, role: &str) -> Vec<&Self> {
        self.descendants().into_iter().filter(|element| element.role == role).collect()
    }

    /// The text in reading order, a line for each block.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.visit_blocks(&mut |role, block| {
            if role != ALTERNATIVE {
                text.push_str(block);
                text.push('\n');
            }
        });
        text
    }

    /// What is read aloud, block by block: texts, and alternative texts in brackets.
    pub(crate) fn read_aloud(&self) -> Vec<String> {
        let mut blocks = Vec::new();
        self.visit_blocks(&mut |role, block| {
            let block = squeeze(block);
            blocks.push(if role == ALTERNATIVE { format!("[{block}]") } else { block });
        });
        blocks
    }

    /// The pages, from 0, on which this element has text or a figure.
    pub(crate) fn pages(&self) -> Vec<usize> {
        let mut pages: Vec<usize> = self
            .children
            .iter()
            .flat_map(|child| match child {
                Child::Text(page, text) if self.alt.is_some() || !text.trim().is_empty() => vec![*page],
                Child::Element(element) => element.pages(),
                Child::Text(..) | Child::Annotation => Vec::new(),
            })
            .collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    fn is_inline(&self) -> bool {
        let placement = self.attributes.get("Layout.Placement");
        INLINE.contains(&self.role.as_str()) && placement.is_none_or(|placement| placement == "Inline")
    }

    /// Calls `visit` with the role and text of each run of text within a block, and with each alternative text.
    fn visit_blocks(&self, visit: &mut impl FnMut(&str, &str)) {
        let mut pending = (String::new(), String::new());
        self.collect(&self.role, &mut pending, visit);
        flush(&mut pending, visit);
    }

    fn collect(&self, block: &str, pending: &mut (String, String), visit: &mut impl FnMut(&str, &str)) {
        for child in &self.children {
            match child {
                Child::Annotation => {}
                Child::Text(_, text) => {
                    block.clone_into(&mut pending.0);
                    pending.1.push_str(text);
                }
                // The alternative text is read instead of the content.
                Child::Element(Element { alt: Some(alt), .. }) => {
                    flush(pending, visit);
                    visit(ALTERNATIVE, alt);
                }
                Child::Element(element) if element.is_inline() => element.collect(block, pending, visit),
                Child::Element(element) => {
                    flush(pending, visit);
                    element.collect(&element.role, pending, visit);
                    flush(pending, visit);
                }
            }
        }
    }
}

fn flush(pending: &mut (String, String), visit: &mut impl FnMut(&str, &str)) {
    let (role, text) = std::mem::take(pending);
    if !text.trim().is_empty() {
        visit(&role, &text);
    }
}

fn attributes(dict: &Dict<'_>) -> BTreeMap<String, String> {
    let owners: Vec<Dict<'_>> = match dict.get::<Object<'_>>("A") {
        Some(Object::Array(owners)) => owners.iter::<Dict<'_>>().collect(),
        Some(Object::Dict(owner)) => vec![owner],
        _ => Vec::new(),
    };
    owners
        .iter()
        .flat_map(|owner| {
            let owner_name = name(owner, "O").unwrap_or_default();
            owner
                .keys()
                .filter_map(|key| {
                    let numbers = || {
                        let array = owner.get::<Array<'_>>(key.as_str())?;
                        let numbers: Vec<String> =
                            array.iter::<f64>().map(|number| number.to_string()).collect();
                        Some(numbers.join(" "))
                    };
                    let value = name(owner, key.as_str()).or_else(numbers)?;
                    Some((format!("{owner_name}.{}", key.as_str()), value))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn bookmarks(catalog: &Dict<'_>, pages: &[Page]) -> Vec<Bookmark> {
    fn read(first: Option<Dict<'_>>, pages: &[Page], depth: usize, bookmarks: &mut Vec<Bookmark>) {
        let mut next = first;
        while let Some(item) = next {
            let target: Array<'_> = item.get("Dest").expect("a bookmark leads to a place");
            let page = target.raw_iter().next().and_then(|page| page.as_obj_ref());
            bookmarks.push(Bookmark {
                title: string(&item, "Title").unwrap_or_default(),
                page: page.and_then(|page| position(pages, page.into())).expect("a bookmark leads to a page"),
                depth,
            });
            read(item.get("First"), pages, depth + 1, bookmarks);
            next = item.get("Next");
        }
    }
    let mut found = Vec::new();
    read(
        catalog.get::<Dict<'_>>("Outlines").and_then(|outlines| outlines.get("First")),
        pages,
        0,
        &mut found,
    );
    found
}

fn position(pages: &[Page], id: ObjectIdentifier) -> Option<usize> {
    pages.iter().position(|page| page.id == Some(id))
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

fn is_name(dict: &Dict<'_>, key: &str, value: &str) -> bool {
    name(dict, key).is_some_and(|name| name == value)
}

fn string(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|string| text_string(string.as_bytes()))
}

/// Reads a text string (ISO 32000-1, 7.9.2.2).
fn text_string(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> =
            utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return String::from_utf16(&units).expect("the string is UTF-16");
    }
    // The tests only need the ASCII part of PDFDocEncoding.
    assert!(bytes.is_ascii(), "{bytes:?} is in PDFDocEncoding");
    bytes.iter().copied().map(char::from).collect()
}

fn draw<'a>(page: &'a PdfPage<'a>, device: &mut impl Device<'a>) {
    let (width, height) = page.render_dimensions();
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, width.into(), height.into()),
        &InterpreterCache::new(),
        page.xref(),
        InterpreterSettings::default(),
    );
    interpret_page(page, &mut context, device);
}

/// The tag and properties of a marked-content sequence.
#[derive(Debug)]
struct Span {
    tag: Vec<u8>,
    actual_text: Option<String>,
    lang: Option<String>,
}

/// The marked-content sequences of a page in order, including those in form `XObject`s. The interpreter passes on their
/// tags and identifiers, but not their other properties.
fn spans(page: &PdfPage<'_>) -> VecDeque<Span> {
    fn read(mut operations: TypedIter<'_>, resources: &Resources<'_>, spans: &mut VecDeque<Span>) {
        while let Some(operation) = operations.next() {
            match operation {
                TypedInstruction::BeginMarkedContent(begin) => {
                    spans.push_back(Span { tag: begin.0.to_vec(), actual_text: None, lang: None });
                }
                TypedInstruction::BeginMarkedContentWithProperties(begin) => {
                    let property = |key| dict_or_stream(begin.1).and_then(|(dict, _)| string(dict, key));
                    spans.push_back(Span {
                        tag: begin.0.to_vec(),
                        actual_text: property("ActualText"),
                        lang: property("Lang"),
                    });
                }
                TypedInstruction::XObject(object) => {
                    let Some(form) = resources.get_x_object(object.0) else { continue };
                    if is_name(form.dict(), "Subtype", "Form") {
                        let content = form.decoded().expect("the form can be decoded");
                        let own = form.dict().get("Resources").unwrap_or_default();
                        let resources = Resources::from_parent(own, resources.clone());
                        read(TypedIter::new(&content), &resources, spans);
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = VecDeque::new();
    read(page.typed_operations(), page.resources(), &mut found);
    found
}

/// Collects the glyphs of a page.
#[derive(Default)]
struct Collector {
    spans: VecDeque<Span>,
    open: Vec<Open>,
    glyphs: Vec<Glyph>,
}

/// An open marked-content sequence.
struct Open {
    artifact: bool,
    id: Option<i32>,
    /// The `ActualText`; empty once it has been assigned to the first glyph.
    actual_text: Option<String>,
    lang: Option<String>,
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let text = match self.open.iter_mut().find_map(|open| open.actual_text.as_mut()) {
            Some(actual_text) => std::mem::take(actual_text),
            None => match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => '\u{fffd}'.to_string(),
            },
        };
        let place = transform * glyph_transform;
        let outline = match glyph {
            Drawn::Outline(glyph) => place * glyph.outline(),
            Drawn::Type3(_) => BezPath::new(),
        };
        self.glyphs.push(Glyph {
            text,
            artifact: self.open.iter().any(|open| open.artifact),
            ink: outline.bounding_box(),
            origin: place * Point::ZERO,
            color: match paint {
                Paint::Color(color) => color.to_rgba().components(),
                Paint::Pattern(_) => panic!("text is painted in one colour"),
            },
            lang: self.open.iter().rev().find_map(|open| open.lang.clone()),
            marked_content: self.open.iter().rev().find_map(|open| open.id),
        });
    }

    fn begin_marked_content(&mut self, tag: &[u8], id: Option<i32>) {
        let span = self.spans.pop_front().expect("the sequence was read before");
        assert_eq!(span.tag, tag, "sequences come in the order in which they were read");
        self.open.push(Open {
            artifact: tag == b"Artifact",
            id,
            actual_text: span.actual_text,
            lang: span.lang,
        });
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
