//! Reads the comments on the pages of a PDF (ISO 32000-1, 12.5), whatever program wrote them.
//!
//! Programs differ in almost everything: the order of the corners of a highlight, the encoding of texts, and the keys
//! that are present. This module reads what a viewer shows. Replies, states and the parts of a replacement belong to
//! their comment. Links, form fields and other parts of the page are not comments.
//!
//! Lengths are in points, in the default user space of the page.

mod date;
mod note;
mod rich;
mod thread;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::{ptr, thread as threads};

use kurbo::{Point, Rect};

use crate::press::pdf::{ContentWalk, Dictionary, Event, Font, Page, Pdf, PdfError, Stream, ToUnicode};

pub use note::{Kind, Note, Reply, State};

/// The maximum size of a file, in bytes; the same as for preflight.
pub use crate::press::preflight::SIZE_LIMIT;

/// A PDF with what people wrote on it.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedPdf {
    /// Its pages, from the first to the last.
    pub pages: Vec<MarkedPage>,
    /// The keywords of its information dictionary.
    pub keywords: String,
    /// The data of the attachments that were asked for: where files were joined, there are several of a name.
    pub attachments: Vec<Vec<u8>>,
}

/// A page with what people wrote on it.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedPage {
    /// The page as it will be cut, else its sheet. What is shown of it may have been cropped since.
    pub area: Rect,
    /// The texts of the page itself, in the order in which they are painted.
    pub texts: Vec<PageText>,
    /// The comments.
    pub notes: Vec<Note>,
}

/// The text that one operator paints on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageText {
    /// The text.
    pub text: String,
    /// Where it begins, on its baseline.
    pub origin: Point,
}

/// The stack on which a file is read: room for the deepest nesting of objects and forms.
const STACK: usize = 16 << 20;
/// What an annotation costs, as work, a marked line of it, and a byte of text: what is kept of a file takes no more than
/// some hundred megabytes.
const ANNOTATION_WORK: usize = 40_000;
const QUAD_WORK: usize = 1_000;
const TEXT_WORK: usize = 20;
/// The most characters of the texts of a page that are read.
const TEXT_LIMIT: usize = 200_000;
/// The most bytes of all attachments together.
const ATTACHMENTS_LIMIT: usize = 32 << 20;
/// The page where a file does not say how large it is: A4.
const A4: Rect = Rect::new(0.0, 0.0, 595.0, 842.0);

/// Reads the comments of a file, and its attachments of a name.
///
/// # Errors
/// If there is no PDF that can be read, or it takes more work than any genuine file.
pub fn read(bytes: &[u8], attachment: &str) -> Result<MarkedPdf, PdfError> {
    // A panic is a bug in this program; it ends the thread and nothing else.
    let marked = threads::scope(|scope| {
        let thread = threads::Builder::new().stack_size(STACK);
        let marked = thread.spawn_scoped(scope, || {
            let pdf = Pdf::read(bytes)?;
            let marked = read_pdf(&pdf, attachment);
            // After that, a missing object may exist all the same.
            pdf.limit().map_or(Ok(marked), |limit| Err(PdfError::Limit(limit)))
        });
        marked.ok()?.join().ok()
    });
    marked.unwrap_or(Err(PdfError::Bug))
}

fn read_pdf(pdf: &Pdf<'_>, attachment: &str) -> MarkedPdf {
    let pages = pdf.pages();
    let mut walk = ContentWalk::new(pdf);
    let mut fonts = Fonts::default();
    let pages = pages.iter().map(|page| MarkedPage {
        area: page.finished().or(page.media_box).or(page.crop_box).unwrap_or(A4),
        texts: texts(pdf, page, &mut walk, &mut fonts),
        notes: thread::notes(pdf, page),
    });
    let pages = pages.collect();
    let keywords = pdf.info().and_then(|info| pdf.text(info, "Keywords")).unwrap_or_default();
    MarkedPdf { pages, keywords, attachments: attached(pdf, attachment) }
}

/// The maps of fonts that were used before.
#[derive(Debug, Default)]
struct Fonts(BTreeMap<*const Font, (Rc<Font>, ToUnicode)>);

impl Fonts {
    fn decode(&mut self, pdf: &Pdf<'_>, font: &Rc<Font>, codes: &[u8]) -> String {
        // The font is kept, so that no other can have its address.
        let (_, map) =
            self.0.entry(Rc::as_ptr(font)).or_insert_with(|| (Rc::clone(font), ToUnicode::of(pdf, font)));
        map.decode(codes)
    }
}

fn texts<'a>(
    pdf: &'a Pdf<'a>,
    page: &Page<'a>,
    walk: &mut ContentWalk<'a>,
    fonts: &mut Fonts,
) -> Vec<PageText> {
    let mut texts = Vec::new();
    let mut length = 0;
    walk.page(page, &mut |event| {
        if let Event::Text(shown) = event
            && let Some(font) = &shown.font
            && length < TEXT_LIMIT
        {
            let text = fonts.decode(pdf, font, &shown.codes);
            length += if pdf.spend(TEXT_WORK * text.len()) { text.len() } else { TEXT_LIMIT };
            texts.push(PageText { text, origin: shown.origin });
        }
    });
    texts
}

/// The data of the attachments of a name (ISO 32000-1, 7.11.4 and 7.9.6).
fn attached(pdf: &Pdf<'_>, name: &str) -> Vec<Vec<u8>> {
    let Some(catalog) = pdf.catalog() else { return Vec::new() };
    let tree = pdf.dict(catalog, "Names").and_then(|names| pdf.dict(names, "EmbeddedFiles"));
    let mut files: Vec<&Dictionary> = Vec::new();
    let mut visited = BTreeSet::new();
    let mut ahead: Vec<&Dictionary> = tree.into_iter().collect();
    while let Some(node) = ahead.pop() {
        if !visited.insert(ptr::from_ref(node)) || !pdf.spend(ANNOTATION_WORK) {
            continue;
        }
        let names = pdf.array(node, "Names").unwrap_or_default();
        let kids = pdf.array(node, "Kids").unwrap_or_default();
        if pdf.spend(names.len() + kids.len()) {
            files.extend(names.iter().filter_map(|item| pdf.resolve(item).as_dict()));
            ahead.extend(kids.iter().filter_map(|kid| pdf.resolve(kid).as_dict()));
        }
    }
    // Programs that join files may keep the association and drop the name.
    let associated = pdf.array(catalog, "AF").unwrap_or_default();
    files.extend(associated.iter().filter_map(|file| pdf.resolve(file).as_dict()));
    let is_wanted = |file: &&Dictionary| {
        ["UF", "F"].iter().any(|key| pdf.text(file, key).is_some_and(|found| found == name))
    };
    let mut streams: Vec<&Stream> = Vec::new();
    for file in files.into_iter().filter(is_wanted) {
        let stream =
            pdf.dict(file, "EF").and_then(|data| pdf.stream(data, "F").or_else(|| pdf.stream(data, "UF")));
        // A file may be named and associated.
        streams.extend(stream.filter(|stream| !streams.iter().any(|known| ptr::eq(*known, *stream))));
    }
    let mut left = ATTACHMENTS_LIMIT;
    let mut attached = Vec::new();
    for stream in streams {
        if let Some(data) = pdf.data(stream, left).filter(|data| data.filter.is_none()) {
            left = left.saturating_sub(data.bytes.len());
            attached.push(data.bytes.clone());
        }
    }
    attached
}
