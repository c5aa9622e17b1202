//! Colours are inks, and white does not overprint.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, Fault, Findings, is_printed};
use crate::press::Pages;
use crate::press::pdf::{ColorSpace, Event, Page};

/// The spaces that are painted in.
#[derive(Debug, Default)]
pub(super) struct Colors {
    spaces: BTreeMap<String, Uses>,
    spot_inks: BTreeSet<String>,
    white_overprints: Pages,
}

#[derive(Debug, Default)]
struct Uses {
    number: usize,
    pages: Pages,
    is_ink: bool,
}

impl Colors {
    pub(super) fn see(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::Paint(paint) => {
                self.use_space(page, &paint.space);
                let is_white = |color: &Vec<f64>| paint.space.is_white(color);
                let all_white = !paint.colors.is_empty() && paint.colors.iter().all(is_white);
                if paint.overprints && all_white && is_printed(page, paint.area) {
                    self.white_overprints.insert(page.number);
                }
            }
            Event::Image(placed) if !placed.image.is_stencil => {
                self.use_space(page, &placed.image.space);
            }
            _ => {}
        }
    }

    fn use_space(&mut self, page: &Page<'_>, space: &ColorSpace) {
        let uses = self.spaces.entry(space.label()).or_default();
        uses.number += 1;
        uses.pages.insert(page.number);
        uses.is_ink = space.is_ink();
        self.spot_inks.extend(space.spot_inks().into_iter().map(str::to_owned));
    }

    pub(super) fn report(self, facts: &mut Facts, findings: &mut Findings) {
        for (space, uses) in self.spaces {
            if !uses.is_ink {
                findings.on_pages(uses.pages, Fault::Color { space: space.clone(), uses: uses.number });
            }
            facts.color_spaces.insert(space, uses.number);
        }
        facts.spot_inks = self.spot_inks;
        if !self.white_overprints.is_empty() {
            findings.on_pages(self.white_overprints, Fault::WhiteOverprint);
        }
    }
}
