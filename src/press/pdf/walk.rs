//! The way through the contents of a file: pages, and what they draw by name.
//!
//! Forms, tiling patterns and the glyphs of Type 3 fonts are walked into where they are used. A
//! file may lead in circles, or draw a form that draws a form ten times, ten levels deep; so what
//! is being walked is not entered again, and a walk has an end.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;
use std::rc::Rc;

use kurbo::Affine;
use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::event::{Event, Unread};
use super::image::Placement;
use super::player::{Frame, Player, Seer};
use super::state::State;
use super::{ColorSpace, Font, Page, Pdf};

/// A walk through the pages of a file.
#[derive(Debug)]
pub struct Walk<'a> {
    pub(super) pdf: &'a Pdf,
    pub(super) cache: Cache,
    /// How many operators may yet be played, and bytes of content unpacked.
    operations_left: u64,
    bytes_left: usize,
    /// The page that is walked.
    pub(super) page: u32,
    /// The contents that are being walked, each within the one before.
    path: Vec<*const Stream>,
    /// Patterns and glyphs that were walked on this page.
    pub(super) met: BTreeSet<*const Stream>,
}

/// What is read once for a whole file.
#[derive(Debug, Default)]
pub(super) struct Cache {
    pub(super) spaces: BTreeMap<ObjectId, Rc<ColorSpace>>,
    fonts: BTreeMap<*const Dictionary, Rc<Font>>,
}

/// What a content may hold, unpacked, in bytes. Taken apart it is some forty times as much.
const CONTENT_LIMIT: usize = 32 << 20;
/// What all contents of a file may come to, in bytes and in operators.
const BYTES_LIMIT: usize = 512 << 20;
const OPERATIONS_LIMIT: u64 = 10_000_000;
/// How deep forms may be nested.
const DEPTH_LIMIT: usize = 28;

/// Every picture on every page, with its printed size. What could not be read is left out.
pub fn placements(pdf: &Pdf) -> Vec<Placement<'_>> {
    let mut placements = Vec::new();
    let mut walk = Walk::new(pdf);
    for page in pdf.pages() {
        walk.page(&page, &mut |event| {
            if let Event::Picture(placement) = event {
                placements.push(placement);
            }
        });
    }
    placements
}

impl<'a> Walk<'a> {
    /// A walk that has not begun.
    pub fn new(pdf: &'a Pdf) -> Self {
        Self {
            pdf,
            cache: Cache::default(),
            operations_left: OPERATIONS_LIMIT,
            bytes_left: BYTES_LIMIT,
            page: 0,
            path: Vec::new(),
            met: BTreeSet::new(),
        }
    }

    /// Walks a page, and tells of what it does in the order in which it does it.
    pub fn page(&mut self, page: &Page<'a>, see: &mut Seer<'_, 'a>) {
        self.page = page.number;
        self.met.clear();
        let contents: Vec<&Object> = match self.pdf.get(page.dict, "Contents") {
            Some(Object::Array(parts)) => parts.iter().map(|part| self.pdf.resolve(part)).collect(),
            Some(content) => vec![content],
            None => return,
        };
        // An operator and its operands may be in different parts.
        let mut content = Vec::new();
        for part in contents.into_iter().filter_map(|part| part.as_stream().ok()) {
            match self.unpacked(part) {
                Some(bytes) if content.len() + bytes.len() <= CONTENT_LIMIT => content.extend(bytes),
                _ => see(Event::Unread(Unread::Data)),
            }
            content.push(b'\n');
        }
        let base = Affine::scale(page.user_unit);
        let frame = Frame { resources: page.resources, base, is_uncolored: false };
        self.play(&content, frame, State::new(base), see);
    }

    /// The data of a content.
    fn unpacked(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let limit = CONTENT_LIMIT.min(self.bytes_left);
        let data = self.pdf.data(stream, limit);
        // What is too large has been unpacked up to there.
        let unpacked = data.as_ref().map_or(limit, |data| data.bytes.len());
        self.bytes_left = self.bytes_left.saturating_sub(unpacked);
        let data = data?;
        data.filter.is_none().then_some(data.bytes)
    }

    /// Walks what a page draws by name, unless it is being walked already.
    pub(super) fn enter(
        &mut self,
        stream: &'a Stream,
        frame: Frame<'a>,
        state: State<'a>,
        see: &mut Seer<'_, 'a>,
    ) {
        let identity = ptr::from_ref(stream);
        if self.path.contains(&identity) {
            return;
        }
        if self.path.len() >= DEPTH_LIMIT {
            return see(Event::Unread(Unread::TooMuch));
        }
        let Some(content) = self.unpacked(stream) else { return see(Event::Unread(Unread::Data)) };
        self.path.push(identity);
        self.play(&content, frame, state, see);
        self.path.pop();
    }

    fn play(&mut self, content: &[u8], frame: Frame<'a>, state: State<'a>, see: &mut Seer<'_, 'a>) {
        let operations = Content::decode_strict(content).or_else(|_| {
            see(Event::Unread(Unread::Syntax));
            Content::decode(content)
        });
        let Ok(Content { operations }) = operations else { return };
        let mut player = Player::new(self, frame, state, see);
        for operation in &operations {
            let Some(left) = player.walk.operations_left.checked_sub(1) else {
                return (player.see)(Event::Unread(Unread::TooMuch));
            };
            player.walk.operations_left = left;
            player.operate(operation);
        }
    }

    pub(super) fn font(&mut self, dict: &'a Dictionary) -> Rc<Font> {
        let font =
            self.cache.fonts.entry(ptr::from_ref(dict)).or_insert_with(|| Rc::new(self.pdf.font(dict)));
        Rc::clone(font)
    }
}
