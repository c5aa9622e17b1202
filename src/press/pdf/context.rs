//! State shared by all content streams of a file while they are interpreted.
//!
//! A form may draw itself, or draw a form that draws a form ten times, ten levels deep; so a content stream that is
//! being interpreted is not entered again, and all work is counted.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;
use std::rc::Rc;

use super::cache::Cache;
use super::event::Unread;
use super::object::{Dictionary, Stream};
use super::{ColorSpace, Pdf};

/// The state shared by all content streams of a file.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) pdf: &'a Pdf<'a>,
    pub(super) cache: Cache,
    /// The page that is being interpreted.
    pub(super) page: u32,
    /// The content streams that are being interpreted, each inside the one before.
    path: Vec<*const Stream>,
    /// The number of bytes of content that may still be kept in memory.
    bytes_left: usize,
    /// The number of uses of patterns on this page.
    tiled: BTreeMap<*const Stream, usize>,
    /// Soft masks and fonts that have been interpreted on this page.
    visited_streams: BTreeSet<*const Stream>,
    visited_fonts: BTreeSet<*const Dictionary>,
}

/// The most decoded bytes of all content streams that are open at once.
const CONTENT_LIMIT: usize = 64 << 20;
/// The deepest nesting of forms.
const DEPTH_LIMIT: usize = 28;
/// The maximum number of times that a pattern is interpreted on a page: its cells may paint over different content.
const TILINGS_LIMIT: usize = 16;

impl<'a> Context<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self {
            pdf,
            cache: Cache::default(),
            page: 0,
            path: Vec::new(),
            bytes_left: CONTENT_LIMIT,
            tiled: BTreeMap::new(),
            visited_streams: BTreeSet::new(),
            visited_fonts: BTreeSet::new(),
        }
    }

    /// Begins a page.
    pub(super) fn begin_page(&mut self, number: u32) {
        self.page = number;
        self.bytes_left = CONTENT_LIMIT;
        self.tiled.clear();
        self.visited_streams.clear();
        self.visited_fonts.clear();
    }

    /// Whether this is the first use of a soft mask on this page.
    pub(super) fn is_first_visit(&mut self, mask: &Stream) -> bool {
        self.visited_streams.insert(ptr::from_ref(mask))
    }

    /// Whether this is one of the first uses of a pattern on this page.
    pub(super) fn may_tile(&mut self, pattern: &Stream) -> bool {
        let uses = self.tiled.entry(ptr::from_ref(pattern)).or_insert(0);
        *uses += 1;
        *uses <= TILINGS_LIMIT
    }

    /// Whether this is the first use of a font on this page.
    pub(super) fn is_first_use(&mut self, font: &Dictionary) -> bool {
        self.visited_fonts.insert(ptr::from_ref(font))
    }

    /// The data of a content stream. [`Self::close`] releases its memory.
    pub(super) fn open(&mut self, stream: &Stream) -> Result<Vec<u8>, Unread> {
        let data = self.pdf.data(stream, self.bytes_left).filter(|data| data.filter.is_none());
        let bytes = data.ok_or(Unread::Data)?.bytes;
        self.bytes_left = self.bytes_left.saturating_sub(bytes.len());
        Ok(bytes)
    }

    /// Releases the memory of a content stream.
    pub(super) fn close(&mut self, bytes: &[u8]) {
        self.bytes_left += bytes.len();
    }

    /// Enters a content stream that another one draws; `None` if it is already being interpreted.
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

    /// The transparency group of a form, if it is one: its blending space, and whether it is isolated.
    pub(super) fn group(
        &mut self,
        form: &Stream,
        resources: Option<&Dictionary>,
    ) -> Option<(Option<Rc<ColorSpace>>, bool)> {
        let group = self.pdf.dict(&form.dict, "Group")?;
        let space = group.get(b"CS").map(|space| self.pdf.color_space(space, resources, &mut self.cache));
        Some((space, self.pdf.boolean(group, "I").unwrap_or(false)))
    }

    /// Leaves the content stream that was entered last.
    pub(super) fn leave(&mut self, content: &[u8]) {
        self.path.pop();
        self.close(content);
    }
}
