//! What the contents of a file share while they are interpreted, and how much they may do.
//!
//! A form may draw itself, or draw a form that draws a form ten times, ten levels deep; so a content
//! that is being interpreted is not entered again, and the operators of a file are counted.

use std::collections::BTreeSet;
use std::ptr;

use lopdf::Stream;

use super::Pdf;
use super::cache::Cache;
use super::event::Unread;

/// What is shared by all contents of a file.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) pdf: &'a Pdf,
    pub(super) cache: Cache,
    /// How many operators may yet be interpreted, and bytes of content unpacked.
    operations_left: u64,
    bytes_left: usize,
    /// The page that is interpreted.
    pub(super) page: u32,
    /// The contents that are being interpreted, each within the one before.
    path: Vec<*const Stream>,
    /// Patterns and glyphs that were interpreted on this page.
    visited: BTreeSet<*const Stream>,
}

/// The most bytes of one content, unpacked.
pub(super) const CONTENT_LIMIT: usize = 32 << 20;
/// The most that all contents of a file may come to, in bytes and in operators.
const BYTES_LIMIT: usize = 512 << 20;
const OPERATIONS_LIMIT: u64 = 10_000_000;
/// The deepest nesting of forms.
const DEPTH_LIMIT: usize = 28;

impl<'a> Context<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self {
            pdf,
            cache: Cache::default(),
            operations_left: OPERATIONS_LIMIT,
            bytes_left: BYTES_LIMIT,
            page: 0,
            path: Vec::new(),
            visited: BTreeSet::new(),
        }
    }

    /// Begins a page.
    pub(super) fn begin_page(&mut self, number: u32) {
        self.page = number;
        self.visited.clear();
    }

    /// Whether a pattern or glyph is met for the first time on this page.
    pub(super) fn is_first_visit(&mut self, stream: &Stream) -> bool {
        self.visited.insert(ptr::from_ref(stream))
    }

    /// Counts an operator; false if there have been too many.
    pub(super) fn count_operation(&mut self) -> bool {
        let left = self.operations_left.checked_sub(1);
        self.operations_left = left.unwrap_or(0);
        left.is_some()
    }

    /// The data of a content.
    pub(super) fn unpack(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let limit = CONTENT_LIMIT.min(self.bytes_left);
        let data = self.pdf.data(stream, limit);
        // Data beyond the limit has been unpacked up to there.
        let unpacked = data.as_ref().map_or(limit, |data| data.bytes.len());
        self.bytes_left = self.bytes_left.saturating_sub(unpacked);
        let data = data?;
        data.filter.is_none().then_some(data.bytes)
    }

    /// Enters a content that another draws, and unpacks it; `None` if it is being interpreted already.
    pub(super) fn enter(&mut self, stream: &'a Stream) -> Result<Option<Vec<u8>>, Unread> {
        let identity = ptr::from_ref(stream);
        if self.path.contains(&identity) {
            return Ok(None);
        }
        if self.path.len() >= DEPTH_LIMIT {
            return Err(Unread::TooMuch);
        }
        let content = self.unpack(stream).ok_or(Unread::Data)?;
        self.path.push(identity);
        Ok(Some(content))
    }

    /// Leaves the content that was entered last.
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }
}
