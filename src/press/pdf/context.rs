//! What the contents of a file share while they are interpreted.
//!
//! A form may draw itself, or draw a form that draws a form ten times, ten levels deep; so a content
//! that is being interpreted is not entered again, and all work is counted.

use std::collections::BTreeSet;
use std::ptr;
use std::rc::Rc;

use super::cache::Cache;
use super::event::Unread;
use super::object::{Dictionary, Stream};
use super::{ColorSpace, Pdf};

/// What is shared by all contents of a file.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) pdf: &'a Pdf<'a>,
    pub(super) cache: Cache,
    /// The page that is interpreted.
    pub(super) page: u32,
    /// The contents that are being interpreted, each within the one before.
    path: Vec<*const Stream>,
    /// How many bytes of content may yet be in memory at once.
    bytes_left: usize,
    /// Patterns and fonts that were interpreted on this page.
    visited_streams: BTreeSet<*const Stream>,
    visited_fonts: BTreeSet<*const Dictionary>,
}

/// The most bytes of the contents that are open at once, decoded.
const CONTENT_LIMIT: usize = 64 << 20;
/// The deepest nesting of forms.
const DEPTH_LIMIT: usize = 28;

impl<'a> Context<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self {
            pdf,
            cache: Cache::default(),
            page: 0,
            path: Vec::new(),
            bytes_left: CONTENT_LIMIT,
            visited_streams: BTreeSet::new(),
            visited_fonts: BTreeSet::new(),
        }
    }

    /// Begins a page.
    pub(super) fn begin_page(&mut self, number: u32) {
        self.page = number;
        self.bytes_left = CONTENT_LIMIT;
        self.visited_streams.clear();
        self.visited_fonts.clear();
    }

    /// Whether a pattern is met for the first time on this page.
    pub(super) fn is_first_visit(&mut self, pattern: &Stream) -> bool {
        self.visited_streams.insert(ptr::from_ref(pattern))
    }

    /// Whether a font is met for the first time on this page.
    pub(super) fn is_first_use(&mut self, font: &Dictionary) -> bool {
        self.visited_fonts.insert(ptr::from_ref(font))
    }

    /// The data of a content. [`Self::close`] gives its memory back.
    pub(super) fn open(&mut self, stream: &Stream) -> Result<Vec<u8>, Unread> {
        let data = self.pdf.data(stream, self.bytes_left).filter(|data| data.filter.is_none());
        let bytes = data.ok_or(Unread::Data)?.bytes;
        self.bytes_left = self.bytes_left.saturating_sub(bytes.len());
        Ok(bytes)
    }

    /// Gives back the memory of a content.
    pub(super) fn close(&mut self, bytes: &[u8]) {
        self.bytes_left += bytes.len();
    }

    /// Enters a content that another draws; `None` if it is being interpreted already.
    pub(super) fn enter(&mut self, stream: &'a Stream) -> Result<Option<Vec<u8>>, Unread> {
        let identity = ptr::from_ref(stream);
        if self.path.contains(&identity) {
            return Ok(None);
        }
        if self.path.len() >= DEPTH_LIMIT {
            return Err(Unread::Depth);
        }
        let content = self.open(stream)?;
        self.path.push(identity);
        Ok(Some(content))
    }

    /// What a form says of its transparency group, if it is one: the space in which it is blended, and
    /// whether it is blended on its own.
    pub(super) fn group(
        &mut self,
        form: &Stream,
        resources: Option<&Dictionary>,
    ) -> Option<(Option<Rc<ColorSpace>>, bool)> {
        let group = self.pdf.dict(&form.dict, "Group")?;
        let space = group.get(b"CS").map(|space| self.pdf.color_space(space, resources, &mut self.cache));
        Some((space, self.pdf.boolean(group, "I").unwrap_or(false)))
    }

    /// Leaves the content that was entered last.
    pub(super) fn leave(&mut self, content: &[u8]) {
        self.path.pop();
        self.close(content);
    }
}
