//! Checks that colours are inks, and that overprinting does not make anything invisible.

use std::collections::{BTreeMap, BTreeSet};

use super::output_intent::OutputProfile;
use super::{Fault, FileProperties, Findings, is_printed};
use crate::press::Pages;
use crate::press::pdf::{ColorSpace, Event, ObjectId, Overprint, Page, Painter, Pdf};

/// The spaces that are painted in.
#[derive(Debug)]
pub(super) struct Colors<'a> {
    pdf: &'a Pdf<'a>,
    spaces: BTreeMap<String, Uses>,
    /// Those of red, green and blue in masks.
    in_masks: Uses,
    spot_inks: BTreeSet<String>,
    /// The spot inks whose alternate space is RGB.
    rgb_alternates: (BTreeSet<String>, Pages),
    /// The profiles of spaces of process inks.
    cmyk_profiles: BTreeMap<ObjectId, Pages>,
    white_overprints: Pages,
    overprint_modes: Pages,
}

#[derive(Debug, Default)]
struct Uses {
    number: usize,
    pages: Pages,
    is_ink: bool,
}

impl<'a> Colors<'a> {
    pub(super) fn new(pdf: &'a Pdf<'a>) -> Self {
        Self {
            pdf,
            spaces: BTreeMap::new(),
            in_masks: Uses::default(),
            spot_inks: BTreeSet::new(),
            rgb_alternates: (BTreeSet::new(), Pages::default()),
            cmyk_profiles: BTreeMap::new(),
            white_overprints: Pages::default(),
            overprint_modes: Pages::default(),
        }
    }

    pub(super) fn observe(&mut self, page: &Page<'_>, event: &Event<'_>) {
        match event {
            Event::Paint(paint) => {
                self.use_space(page, &paint.space);
                // Overprint mode 1 does not apply to gradients (ISO 32000-1, 8.6.7).
                let vanishes = |color: &Vec<f64>| {
                    !matches!(paint.painter, Painter::Shading { .. })
                        && paint.space.vanishes(color, paint.overprint)
                };
                let all_vanish = !paint.colors.is_empty() && paint.colors.iter().all(vanishes);
                if all_vanish && is_printed(page, paint.area) {
                    self.white_overprints.insert(page.number);
                }
                if paint.overprint == Overprint::UnusedInks && paint.space.cmyk_profile().is_some() {
                    self.overprint_modes.insert(page.number);
                }
            }
            Event::Image(placed) if !placed.image.is_stencil => {
                self.use_space(page, &placed.image.space);
            }
            Event::InMask(event) => {
                let space = match &**event {
                    Event::Paint(paint) => &paint.space,
                    Event::Image(placed) if !placed.image.is_stencil => &placed.image.space,
                    Event::Group { space: Some(space), .. } => space,
                    _ => return,
                };
                // A mask is not printed, but its effect must not depend on the device.
                if space.is_device_rgb() {
                    self.in_masks.number += 1;
                    self.in_masks.pages.insert(page.number);
                }
            }
            _ => {}
        }
    }

    fn use_space(&mut self, page: &Page<'_>, space: &ColorSpace) {
        let uses = self.spaces.entry(space.label()).or_default();
        uses.number += 1;
        uses.pages.insert(page.number);
        uses.is_ink = space.is_ink();
        let spot_inks = || space.spot_inks().into_iter().map(str::to_owned);
        self.spot_inks.extend(spot_inks());
        if space.alternate().is_some_and(ColorSpace::is_device_rgb) {
            self.rgb_alternates.0.extend(spot_inks());
            self.rgb_alternates.1.insert(page.number);
        }
        if let Some(profile) = space.cmyk_profile() {
            self.cmyk_profiles.entry(profile).or_default().insert(page.number);
        }
    }

    pub(super) fn report(
        self,
        output: Option<&OutputProfile>,
        properties: &mut FileProperties,
        findings: &mut Findings,
    ) {
        for (space, uses) in self.spaces {
            if !uses.is_ink {
                let fault = Fault::Color { space: space.clone(), uses: uses.number, in_mask: false };
                findings.on_pages(uses.pages, fault);
            }
            properties.color_spaces.insert(space, uses.number);
        }
        properties.spot_inks = self.spot_inks;
        let Uses { number: uses, pages, .. } = self.in_masks;
        findings.on_pages(pages, Fault::Color { space: ColorSpace::DeviceRgb.label(), uses, in_mask: true });
        let (inks, pages) = self.rgb_alternates;
        findings.on_pages(pages, Fault::SpotAlternate(inks.into_iter().collect()));
        let same = self
            .cmyk_profiles
            .into_iter()
            .filter(|(id, _)| output.is_some_and(|output| output.is_same(self.pdf, *id)));
        findings.on_pages(same.flat_map(|(_, pages)| pages).collect(), Fault::OutputProfileInColor);
        findings.on_pages(self.white_overprints, Fault::WhiteOverprint);
        findings.on_pages(self.overprint_modes, Fault::OverprintMode);
    }
}
