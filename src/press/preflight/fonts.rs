//! Checks that fonts are embedded, and have a glyph for each code.

use std::collections::BTreeMap;

use super::{Fault, FileProperties, Findings};
use crate::press::Pages;
use crate::press::pdf::{Event, Page};

/// The fonts that texts are set in, by their names.
#[derive(Debug, Default)]
pub(super) struct Fonts(BTreeMap<String, Uses>);

#[derive(Debug, Default)]
struct Uses {
    is_embedded: bool,
    /// Where texts are painted in it.
    visible: Pages,
    missing_glyphs: Pages,
}

impl Fonts {
    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        let event = if let Event::InMask(event) = event { event } else { event };
        let Event::Text(text) = event else { return };
        let Some(font) = &text.font else { return };
        // Looked up first, so that no name is copied for every line of text.
        if !self.0.contains_key(&font.name) {
            self.0.insert(font.name.clone(), Uses { is_embedded: true, ..Uses::default() });
        }
        let Some(uses) = self.0.get_mut(&font.name) else { return };
        uses.is_embedded &= font.is_embedded;
        // Invisible text for searching needs no glyphs (ISO 32000-1, 9.3.6).
        if text.is_visible {
            uses.visible.insert(page.number);
        }
        if text.misses_glyph {
            uses.missing_glyphs.insert(page.number);
        }
    }

    pub(super) fn report(self, properties: &mut FileProperties, findings: &mut Findings) {
        let of = |pages: fn(&Uses) -> Option<&Pages>| {
            let uses = || self.0.iter().filter_map(|(name, uses)| Some((name, pages(uses)?)));
            let uses = || uses().filter(|(_, pages)| !pages.is_empty());
            let names: Vec<String> = uses().map(|(name, _)| name.clone()).collect();
            (names, uses().flat_map(|(_, pages)| pages.iter()).collect())
        };
        let (names, pages) = of(|uses| (!uses.is_embedded).then_some(&uses.visible));
        findings.on_pages(pages, Fault::Fonts(names));
        let (names, pages) = of(|uses| Some(&uses.missing_glyphs));
        findings.on_pages(pages, Fault::MissingGlyphs(names));
        properties.fonts = self.0.into_iter().map(|(name, uses)| (name, uses.is_embedded)).collect();
    }
}
