//! Features that depend on the device: transfer curves, halftones, PostScript.

use super::{Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{Dictionary, Event, Object, Page, Pdf};

/// The pages with settings for a device.
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

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let event = if let Event::InMask(event) = event { event } else { event };
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

    /// `TR2` takes precedence over `TR`. Either may be the identity, and `TR2` the device's default (ISO 32000-1, table
    /// 58).
    fn changes_transfer(&self, state: &Dictionary) -> bool {
        let is_change = |function: &Object| {
            !matches!(self.pdf.resolve(function).as_name(), Some(b"Default" | b"Identity"))
        };
        match self.pdf.get(state, "TR2").or_else(|| self.pdf.get(state, "TR")) {
            Some(Object::Array(functions)) => functions.iter().any(is_change),
            Some(function) => is_change(function),
            None => false,
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
            findings.on_pages(pages, fault);
        }
    }
}
