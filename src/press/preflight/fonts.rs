//! Fonts are embedded.

use super::{Facts, Fault, Findings};
use crate::press::Pages;
use crate::press::pdf::{Event, Page};

use std::collections::BTreeMap;

/// The fonts that texts are set in: whether each is embedded, and the pages.
#[derive(Debug, Default)]
pub(super) struct Fonts(BTreeMap<String, (bool, Pages)>);

impl Fonts {
    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let Event::Text(text) = event else { return };
        let Some(font) = &text.font else { return };
        // Looked up first, so that no name is copied for every line of text.
        match self.0.get_mut(&font.name) {
            Some((is_embedded, pages)) => {
                *is_embedded &= font.is_embedded;
                pages.insert(page.number);
            }
            None => {
                self.0.insert(font.name.clone(), (font.is_embedded, Pages::from_iter([page.number])));
            }
        }
    }

    pub(super) fn report(self, facts: &mut Facts, findings: &mut Findings) {
        for (name, (is_embedded, pages)) in self.0 {
            if !is_embedded {
                findings.on_pages(pages, Fault::Font(name.clone()));
            }
            facts.fonts.insert(name, is_embedded);
        }
    }
}
