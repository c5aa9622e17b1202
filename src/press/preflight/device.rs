//! Features that depend on the device: transfer curves, halftones, PostScript.

use super::{Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{Dictionary, Event, Object, Page, Pdf};

/// Where a device is told how to do its work.
#[derive(Debug)]
pub(super) struct Device<'a> {
    pdf: &'a Pdf<'a>,
    transfer: Pages,
    halftone: Pages,
    postscript: Pages,
}

impl<'a> Device<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self { pdf, transfer: Pages::default(), halftone: Pages::default(), postscript: Pages::default() }
    }

    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::PostScript => self.postscript.insert(page.number),
            Event::State(state) => {
                if self.changes_transfer(state) {
                    self.transfer.insert(page.number);
                }
                if self.names_halftone(state) {
                    self.halftone.insert(page.number);
                }
            }
            _ => {}
        }
    }

    /// `TR2` takes the place of `TR`, and may ask for what the device does anyway.
    fn changes_transfer(&self, state: &Dictionary) -> bool {
        match self.pdf.get(state, "TR2") {
            Some(Object::Name(name)) => name.as_ref() != b"Default",
            Some(_) => true,
            None => self.pdf.get(state, "TR").is_some(),
        }
    }

    /// Halftones by type 1 and 5 mean the same everywhere, unless they are named or bring a
    /// transfer curve.
    fn names_halftone(&self, state: &Dictionary) -> bool {
        let Some(halftone) = self.pdf.dict(state, "HT") else { return false };
        !matches!(self.pdf.integer(halftone, "HalftoneType"), Some(1 | 5))
            || halftone.has(b"HalftoneName")
            || halftone.has(b"TransferFunction")
    }

    pub(super) fn report(self, findings: &mut Findings) {
        for (pages, fault) in [
            (self.transfer, Fault::Transfer),
            (self.halftone, Fault::Halftone),
            (self.postscript, Fault::PostScript),
        ] {
            if !pages.is_empty() {
                findings.on_pages(pages, fault);
            }
        }
    }
}
