//! Colour spaces (ISO 32000-1, 8.6).

use std::rc::Rc;

use super::Overprint;
use super::object::ObjectId;
use crate::press::icc::IccSpace;

/// A colour space.
#[derive(Debug, Clone, PartialEq)]
pub enum ColorSpace {
    /// `DeviceGray`: black ink, from 1 for none to 0 for full ink.
    DeviceGray,
    /// `DeviceRGB`.
    DeviceRgb,
    /// `DeviceCMYK`.
    DeviceCmyk,
    /// `CalGray`.
    CalGray,
    /// `CalRGB`.
    CalRgb,
    /// `Lab`.
    Lab,
    /// `ICCBased`.
    Icc {
        /// The colours that the profile describes.
        space: IccSpace,
        /// The object with the profile.
        profile: Option<ObjectId>,
    },
    /// `Indexed`: indices into a table of colours in another space.
    Indexed {
        /// That space.
        base: Rc<Self>,
        /// Its colours, a byte for each component.
        palette: Vec<u8>,
    },
    /// `Separation`: tints of one named ink.
    Separation {
        /// The ink.
        ink: String,
        /// The alternate space, for devices that do not have the ink.
        alternate: Rc<Self>,
    },
    /// `DeviceN`: tints of several inks.
    DeviceN {
        /// The inks.
        inks: Vec<String>,
        /// The alternate space, for devices that do not have the inks.
        alternate: Rc<Self>,
    },
    /// `Pattern`, with the underlying space of uncoloured patterns.
    Pattern(Option<Rc<Self>>),
    /// Something that is not a colour space.
    Unknown,
}

/// The colours between which a gradient runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gradient {
    pub(super) space: Rc<ColorSpace>,
    /// Its ends and stops; `None` if they come from samples, a program or a mesh.
    pub(super) colors: Vec<Vec<f64>>,
    /// Whether it covers all of what is painted with it.
    pub(super) is_full: bool,
}

/// The name that means all inks, used for registration marks.
const ALL: &str = "All";
/// The name that means no ink.
const NONE: &str = "None";
/// The names of the process inks, in the order of `DeviceCMYK`, and of no ink at all.
const PROCESS: [&str; 6] = ["Cyan", "Magenta", "Yellow", "Black", ALL, NONE];

impl ColorSpace {
    /// The number of components of a colour.
    pub fn components(&self) -> usize {
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::Icc { space: IccSpace::Gray, .. }
            | Self::Indexed { .. }
            | Self::Separation { .. } => 1,
            Self::DeviceRgb
            | Self::CalRgb
            | Self::Lab
            | Self::Icc { space: IccSpace::Rgb | IccSpace::Lab, .. } => 3,
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => 4,
            Self::Icc { space: IccSpace::Other(components), .. } => usize::from(*components),
            Self::DeviceN { inks, .. } => inks.len(),
            Self::Pattern(_) | Self::Unknown => 0,
        }
    }

    /// The initial colour (ISO 32000-1, table 74): black, or full ink.
    pub(super) fn initial(&self) -> Vec<f64> {
        match self {
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => vec![0.0, 0.0, 0.0, 1.0],
            Self::Separation { .. } | Self::DeviceN { .. } => vec![1.0; self.components()],
            _ => vec![0.0; self.components()],
        }
    }

    /// The ink of a colour in per cent of one full layer; `None` if that would take a conversion.
    ///
    /// The components of a CMYK profile count unconverted, although another printing condition would have others. `All`
    /// is the four process inks.
    pub fn ink(&self, color: &[f64]) -> Option<f64> {
        if color.is_empty() || color.len() != self.components() {
            return None;
        }
        color.iter().enumerate().map(|(component, value)| self.component_ink(component, *value)).sum()
    }

    /// What one component of a colour adds to its ink, in per cent.
    pub(super) fn component_ink(&self, component: usize, value: f64) -> Option<f64> {
        let tint = value.clamp(0.0, 1.0);
        let layers = match self {
            Self::DeviceGray | Self::CalGray | Self::Icc { space: IccSpace::Gray, .. } => 1.0 - tint,
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => tint,
            Self::Separation { ink, .. } => layers(ink) * tint,
            Self::DeviceN { inks, .. } => layers(inks.get(component)?) * tint,
            Self::Indexed { base, palette } => {
                let color = palette_color(base, palette, value)?;
                return base.ink(&color);
            }
            _ => return None,
        };
        Some(layers * 100.0)
    }

    /// The tints of a colour in cyan, magenta, yellow and black, and of all other inks together; `None` if that would
    /// take a conversion.
    pub fn plates(&self, color: &[f64]) -> Option<[f64; 5]> {
        if color.is_empty() || color.len() != self.components() {
            return None;
        }
        let mut plates = [0.0_f64; 5];
        let mut add = |name: &str, tint: f64| {
            for (plate, ink) in plates.iter_mut().zip(["Cyan", "Magenta", "Yellow", "Black", ""]) {
                let is_on_it = match name {
                    ALL => !ink.is_empty(),
                    name => name == ink || ink.is_empty() && !PROCESS.contains(&name),
                };
                if is_on_it {
                    *plate = (*plate + tint.clamp(0.0, 1.0)).min(1.0);
                }
            }
        };
        match self {
            Self::DeviceGray | Self::CalGray | Self::Icc { space: IccSpace::Gray, .. } => {
                for gray in color {
                    add("Black", 1.0 - gray);
                }
            }
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => {
                PROCESS.iter().zip(color).for_each(|(ink, tint)| add(ink, *tint));
            }
            Self::Separation { ink, .. } => {
                for tint in color {
                    add(ink, *tint);
                }
            }
            Self::DeviceN { inks, .. } => inks.iter().zip(color).for_each(|(ink, tint)| add(ink, *tint)),
            Self::Indexed { base, palette } => {
                let color = palette_color(base, palette, *color.first()?)?;
                return base.plates(&color);
            }
            _ => return None,
        }
        Some(plates)
    }

    /// Whether a colour leaves the paper as it is.
    pub fn is_white(&self, color: &[f64]) -> bool {
        let all = |value: f64| is_all(color, value);
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::DeviceRgb
            | Self::CalRgb
            | Self::Icc { space: IccSpace::Gray | IccSpace::Rgb, .. } => all(1.0),
            Self::DeviceCmyk
            | Self::Icc { space: IccSpace::Cmyk, .. }
            | Self::Separation { .. }
            | Self::DeviceN { .. } => all(0.0),
            _ => false,
        }
    }

    /// Whether a colour leaves what is beneath it unchanged, because it replaces none of its inks (ISO 32000-1, 8.6.7).
    ///
    /// White in a space of process colours removes what is beneath it, except for `DeviceCMYK` in overprint mode 1;
    /// zero tints of other inks do not.
    pub fn vanishes(&self, color: &[f64], overprint: Overprint) -> bool {
        match self {
            Self::DeviceCmyk => overprint == Overprint::UnusedInks && is_all(color, 0.0),
            Self::Separation { ink, .. } => overprint != Overprint::Off && ink != ALL && is_all(color, 0.0),
            Self::DeviceN { inks, .. } => {
                overprint != Overprint::Off && !inks.iter().any(|ink| ink == ALL) && is_all(color, 0.0)
            }
            _ => false,
        }
    }

    /// Whether the colours are inks of a CMYK press, grey and spot colours included.
    pub fn is_ink(&self) -> bool {
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::DeviceCmyk
            | Self::Icc { space: IccSpace::Gray | IccSpace::Cmyk, .. }
            | Self::Separation { .. }
            | Self::DeviceN { .. }
            | Self::Pattern(None) => true,
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.is_ink(),
            _ => false,
        }
    }

    /// Whether its colours are device-dependent RGB.
    pub fn is_device_rgb(&self) -> bool {
        match self {
            Self::DeviceRgb => true,
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.is_device_rgb(),
            _ => false,
        }
    }

    /// The name of the space as shown to users; an indexed space has that of its base.
    pub fn label(&self) -> String {
        match self {
            Self::DeviceGray => "DeviceGray".to_owned(),
            Self::DeviceRgb => "DeviceRGB".to_owned(),
            Self::DeviceCmyk => "DeviceCMYK".to_owned(),
            Self::CalGray => "CalGray".to_owned(),
            Self::CalRgb => "CalRGB".to_owned(),
            Self::Lab => "Lab".to_owned(),
            Self::Icc { space: IccSpace::Gray, .. } => "ICC Gray".to_owned(),
            Self::Icc { space: IccSpace::Rgb, .. } => "ICC RGB".to_owned(),
            Self::Icc { space: IccSpace::Cmyk, .. } => "ICC CMYK".to_owned(),
            Self::Icc { space: IccSpace::Lab, .. } => "ICC Lab".to_owned(),
            Self::Icc { space: IccSpace::Other(components), .. } => format!("ICC {components}CLR"),
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.label(),
            Self::Separation { .. } => "Separation".to_owned(),
            Self::DeviceN { .. } => "DeviceN".to_owned(),
            Self::Pattern(None) => "Pattern".to_owned(),
            Self::Unknown => "?".to_owned(),
        }
    }

    /// The spot inks that the space names.
    pub fn spot_inks(&self) -> Vec<&str> {
        let names: Vec<&str> = match self {
            Self::Separation { ink, .. } => vec![ink],
            Self::DeviceN { inks, .. } => inks.iter().map(String::as_str).collect(),
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => return base.spot_inks(),
            _ => Vec::new(),
        };
        names.into_iter().filter(|name| !PROCESS.contains(name)).collect()
    }

    /// The alternate space of the spot inks.
    pub fn alternate(&self) -> Option<&Self> {
        match self {
            Self::Separation { alternate, .. } | Self::DeviceN { alternate, .. } => Some(alternate),
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.alternate(),
            _ => None,
        }
    }

    /// The profile of a space of process inks.
    pub fn cmyk_profile(&self) -> Option<ObjectId> {
        match self {
            Self::Icc { space: IccSpace::Cmyk, profile } => *profile,
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.cmyk_profile(),
            _ => None,
        }
    }
}

/// The colour of an index into a palette.
fn palette_color(base: &ColorSpace, palette: &[u8], index: f64) -> Option<Vec<f64>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let number = index.clamp(0.0, 255.0) as usize;
    let color = palette.chunks_exact(base.components().max(1)).nth(number)?;
    Some(color.iter().map(|byte| f64::from(*byte) / 255.0).collect())
}

/// Whether all components of a colour equal a value.
fn is_all(color: &[f64], value: f64) -> bool {
    !color.is_empty() && color.iter().all(|tint| (tint - value).abs() < 1e-6)
}

/// The number of inks for a colorant name.
fn layers(name: &str) -> f64 {
    match name {
        ALL => 4.0,
        NONE => 0.0,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separation(ink: &str) -> ColorSpace {
        ColorSpace::Separation { ink: ink.to_owned(), alternate: Rc::new(ColorSpace::DeviceCmyk) }
    }

    fn device_n(inks: &[&str]) -> ColorSpace {
        let inks = inks.iter().map(|ink| (*ink).to_owned()).collect();
        ColorSpace::DeviceN { inks, alternate: Rc::new(ColorSpace::DeviceCmyk) }
    }

    #[test]
    fn each_ink_is_on_its_own_plate() {
        let gray = ColorSpace::DeviceGray.plates(&[0.25]);
        assert_eq!(gray, Some([0.0, 0.0, 0.0, 0.75, 0.0]));
        assert_eq!(ColorSpace::DeviceCmyk.plates(&[0.1, 0.2, 0.3, 0.4]), Some([0.1, 0.2, 0.3, 0.4, 0.0]));
        assert_eq!(separation("All").plates(&[1.0]), Some([1.0, 1.0, 1.0, 1.0, 0.0]));
        let plates = device_n(&["Magenta", "None", "Gold"]).plates(&[0.5, 1.0, 0.25]);
        assert_eq!(plates, Some([0.0, 0.5, 0.0, 0.0, 0.25]));
        assert_eq!(ColorSpace::DeviceRgb.plates(&[0.0; 3]), None);
    }

    #[test]
    fn colours_that_knock_out_do_not_vanish() {
        use Overprint::{Off, OtherInks, UnusedInks};
        let vanishing = |space: &ColorSpace, color: &[f64]| {
            [Off, OtherInks, UnusedInks].map(|overprint| space.vanishes(color, overprint))
        };
        assert_eq!(vanishing(&ColorSpace::DeviceCmyk, &[0.0; 4]), [false, false, true]);
        assert_eq!(vanishing(&ColorSpace::DeviceCmyk, &[0.0, 0.0, 0.0, 0.1]), [false; 3]);
        assert_eq!(vanishing(&ColorSpace::DeviceGray, &[1.0]), [false; 3]);
        assert_eq!(vanishing(&separation("Gold"), &[0.0]), [false, true, true]);
        assert_eq!(vanishing(&separation("All"), &[0.0]), [false; 3]);
    }

    #[test]
    fn ink_is_the_sum_of_the_plates() {
        let ink = |space: &ColorSpace, color: &[f64]| space.ink(color).map(f64::round);
        assert_eq!(ink(&ColorSpace::DeviceCmyk, &[0.9, 0.45, 0.45, 0.25]), Some(205.0));
        assert_eq!(ink(&ColorSpace::DeviceGray, &[0.25]), Some(75.0));
        assert_eq!(ink(&separation("All"), &[1.0]), Some(400.0));
        assert_eq!(ink(&separation("Gold"), &[0.5]), Some(50.0));
        assert_eq!(ink(&device_n(&["Cyan", "None", "Gold"]), &[1.0, 1.0, 0.5]), Some(150.0));
        assert_eq!(device_n(&["Cyan", "None", "Gold"]).spot_inks(), ["Gold"]);
        assert_eq!(ink(&ColorSpace::DeviceRgb, &[0.0, 0.0, 0.0]), None);
        let palette = vec![0, 0, 0, 0, 255, 255, 255, 255];
        let indexed = ColorSpace::Indexed { base: Rc::new(ColorSpace::DeviceCmyk), palette };
        assert_eq!(ink(&indexed, &[1.0]), Some(400.0));
        assert_eq!(ink(&indexed, &[2.0]), None);
    }

    #[test]
    fn white_is_zero_ink_and_full_light() {
        assert!(ColorSpace::DeviceCmyk.is_white(&[0.0; 4]));
        assert!(ColorSpace::DeviceGray.is_white(&[1.0]));
        assert!(!ColorSpace::DeviceGray.is_white(&[0.0]));
        assert!(!ColorSpace::Pattern(None).is_white(&[]));
    }
}
