//! Transparency is blended in the inks of the output intent (ISO 15930-7, 6.8).

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use lopdf::{Dictionary, Object};

use super::{Facts, Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{ColorSpace, Event, IccSpace, Page, Pdf};

/// What is transparent, and in which spaces it is blended.
#[derive(Debug)]
pub(super) struct Transparency<'a> {
    pdf: &'a Pdf,
    is_used: bool,
    /// The spaces other than CMYK, and the pages.
    others: BTreeMap<String, Pages>,
    /// Whether anything on this page is transparent.
    is_page_transparent: bool,
    /// The spaces of the page's groups that matter only if it is.
    of_page: BTreeSet<String>,
}

impl<'a> Transparency<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        let (others, of_page) = (BTreeMap::new(), BTreeSet::new());
        Self { pdf, is_used: false, others, is_page_transparent: false, of_page }
    }

    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::State(state) => self.is_page_transparent |= self.makes_transparent(state),
            Event::Picture(placement) => self.is_page_transparent |= placement.picture.has_soft_mask,
            Event::Group(group) => {
                let Some(space) = self.other_space(group) else { return };
                // What is isolated goes through the space of its group, transparent or not.
                if matches!(self.pdf.get(group, "I"), Some(Object::Boolean(true))) {
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
        let group = self.pdf.dict(page.dict, "Group").and_then(|group| self.other_space(group));
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
                modes.first().is_some_and(|mode| !self.pdf.resolve(mode).as_name().is_ok_and(is_plain))
            }
            _ => false,
        };
        is_clear("ca") || is_clear("CA") || is_blended || self.pdf.dict(state, "SMask").is_some()
    }

    /// The space of a group, if it is another than CMYK.
    fn other_space(&self, group: &Dictionary) -> Option<String> {
        let space = self.pdf.group_space(group)?;
        let is_cmyk = matches!(space, ColorSpace::DeviceCmyk | ColorSpace::Icc(IccSpace::Cmyk));
        (!is_cmyk).then(|| space.label())
    }

    pub(super) fn report(self, facts: &mut Facts, findings: &mut Findings) {
        facts.transparency = self.is_used;
        for (space, pages) in self.others {
            findings.on_pages(pages, Fault::Blending { space });
        }
    }
}

fn is_plain(mode: &[u8]) -> bool {
    matches!(mode, b"Normal" | b"Compatible")
}
