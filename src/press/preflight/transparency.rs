//! Checks that transparency is blended in the inks of the output intent.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::{Fault, FileProperties, Findings};
use crate::press::Pages;
use crate::press::icc::IccSpace;
use crate::press::pdf::{ColorSpace, Dictionary, Event, Object, Page, Pdf};

/// What is transparent, and in which spaces it is blended.
#[derive(Debug)]
pub(super) struct Transparency<'a> {
    pdf: &'a Pdf<'a>,
    is_used: bool,
    /// The spaces other than CMYK, and the pages.
    others: BTreeMap<String, Pages>,
    /// Whether anything on this page is transparent.
    is_page_transparent: bool,
    /// The spaces of the page's groups that matter only if it is.
    of_page: BTreeSet<String>,
}

impl<'a> Transparency<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        let (others, of_page) = (BTreeMap::new(), BTreeSet::new());
        Self { pdf, is_used: false, others, is_page_transparent: false, of_page }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::State(state) => self.is_page_transparent |= self.makes_transparent(state),
            Event::Image(placed) => self.is_page_transparent |= placed.image.has_soft_mask,
            Event::Group { space: Some(space), is_isolated, .. } => {
                let Some(space) = other_space(space) else { return };
                // An isolated group goes through its space, transparent or not.
                if *is_isolated {
                    self.others.entry(space).or_default().insert(page.number);
                } else {
                    self.of_page.insert(space);
                }
            }
            _ => {}
        }
    }

    /// Ends a page.
    pub(super) fn close(&mut self, page: &Page<'_>) {
        let group = self
            .pdf
            .dict(page.dict, "Group")
            .and_then(|group| other_space(self.pdf.group_space(group)?.as_ref()));
        let spaces = mem::take(&mut self.of_page).into_iter().chain(group);
        if mem::take(&mut self.is_page_transparent) {
            self.is_used = true;
            for space in spaces {
                self.others.entry(space).or_default().insert(page.number);
            }
        }
    }

    fn makes_transparent(&self, state: &Dictionary) -> bool {
        let is_clear = |key| self.pdf.number(state, key).is_some_and(|alpha| alpha < 1.0);
        let is_blended = match self.pdf.get(state, "BM") {
            Some(Object::Name(mode)) => !is_plain(mode),
            Some(Object::Array(modes)) => {
                modes.first().is_some_and(|mode| !self.pdf.resolve(mode).as_name().is_some_and(is_plain))
            }
            _ => false,
        };
        is_clear("ca") || is_clear("CA") || is_blended || self.pdf.dict(state, "SMask").is_some()
    }

    pub(super) fn report(self, properties: &mut FileProperties, findings: &mut Findings) {
        properties.transparency = self.is_used;
        for (space, pages) in self.others {
            findings.on_pages(pages, Fault::Blending { space });
        }
    }
}

/// The name of a space, if it is not CMYK.
fn other_space(space: &ColorSpace) -> Option<String> {
    let is_cmyk = matches!(space, ColorSpace::DeviceCmyk | ColorSpace::Icc { space: IccSpace::Cmyk, .. });
    (!is_cmyk).then(|| space.label())
}

fn is_plain(mode: &[u8]) -> bool {
    matches!(mode, b"Normal" | b"Compatible")
}
