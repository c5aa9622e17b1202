//! Objects that are read once for the whole file.

use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use super::color::{ColorSpace, Gradient};
use super::object::{Dictionary, Object, ObjectId};
use super::{Font, Pdf};
use crate::press::icc::IccSpace;

/// Colour spaces, profiles, gradients and fonts that have already been read.
///
/// The objects of a file do not move while it is open, so their addresses identify them.
#[derive(Debug, Default)]
pub(super) struct Cache {
    pub(super) spaces: BTreeMap<*const Object, Rc<ColorSpace>>,
    pub(super) profiles: BTreeMap<ObjectId, IccSpace>,
    pub(super) gradients: BTreeMap<*const Dictionary, Rc<Gradient>>,
    fonts: BTreeMap<*const Dictionary, Rc<Font>>,
}

impl Cache {
    /// The font that a dictionary of the file describes.
    pub(super) fn font(&mut self, pdf: &Pdf<'_>, dict: &Dictionary) -> Rc<Font> {
        let font = self.fonts.entry(ptr::from_ref(dict)).or_insert_with(|| Rc::new(pdf.font(dict)));
        Rc::clone(font)
    }
}
