//! Checks that everything that is printed is in the file.

use std::collections::BTreeMap;

use super::{Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{Event, Page, Proxy};

/// A proxy for external content.
#[derive(Debug, Default)]
pub(super) struct Proxies(BTreeMap<Proxy, Pages>);

impl Proxies {
    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let event = if let Event::InMask(event) = event { event } else { event };
        if let Event::Proxy(proxy) = event {
            self.0.entry(*proxy).or_default().insert(page.number);
        }
    }

    pub(super) fn report(self, findings: &mut Findings) {
        for (proxy, pages) in self.0 {
            findings.on_pages(pages, Fault::Proxy(proxy));
        }
    }
}
