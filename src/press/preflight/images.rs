//! The ink of images, each measured once.

use std::collections::BTreeMap;

use super::is_printed;
use crate::press::pdf::{Event, ImageInk, ObjectId, Page, Pdf};

/// The images that have been measured.
#[derive(Debug)]
pub(super) struct Images<'a> {
    pdf: &'a Pdf<'a>,
    known: BTreeMap<ObjectId, ImageInk>,
}

/// The maximum number of pixel grids that are kept from one page to the next.
const GRIDS_LIMIT: usize = 256;

impl<'a> Images<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self { pdf, known: BTreeMap::new() }
    }

    /// The ink of the image that an event places; nothing is known of what is not printed.
    pub(super) fn ink(&mut self, page: &Page<'_>, event: &Event<'_>) -> ImageInk {
        match event {
            Event::Image(placed) if is_printed(page, placed.area) => match placed.image.id {
                Some(id) => self.known.entry(id).or_insert_with(|| placed.image.ink(self.pdf)).clone(),
                None => placed.image.ink(self.pdf),
            },
            _ => ImageInk::default(),
        }
    }

    /// Ends a page.
    pub(super) fn close(&mut self) {
        if self.known.len() > GRIDS_LIMIT {
            self.known.values_mut().for_each(|ink| ink.grid = None);
        }
    }
}
