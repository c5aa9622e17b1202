//! What is read once for a whole file.

use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use lopdf::{Dictionary, ObjectId};

use super::{ColorSpace, Font, Pdf};

/// Colour spaces and fonts that were read before.
#[derive(Debug, Default)]
pub(super) struct Cache {
    pub(super) spaces: BTreeMap<ObjectId, Rc<ColorSpace>>,
    fonts: BTreeMap<*const Dictionary, Rc<Font>>,
}

impl Cache {
    /// The font that a dictionary of the file describes.
    pub(super) fn font(&mut self, pdf: &Pdf, dict: &Dictionary) -> Rc<Font> {
        let font = self.fonts.entry(ptr::from_ref(dict)).or_insert_with(|| Rc::new(pdf.font(dict)));
        Rc::clone(font)
    }
}
