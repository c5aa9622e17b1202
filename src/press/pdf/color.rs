//! Colour spaces (ISO 32000-1, 8.6).

use std::rc::Rc;

use super::object::ObjectId;
use crate::press::icc::IccSpace;

/// A space of colours.
#[derive(Debug, Clone, PartialEq)]
pub enum ColorSpace {
    /// `DeviceGray`: black ink, of 1 for none to 0 for all.
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
        /// The object that holds the profile.
        profile: Option<ObjectId>,
    },
    /// `Indexed`: numbers that stand for colours of another space.
    Indexed {
        /// That space.
        base: Rc<Self>,
        /// Its colours, a byte for each component.
        palette: Vec<u8>,
    },
    /// `Separation`: tints of one ink of its own.
    Separation(String),
    /// `DeviceN`: tints of several inks.
    DeviceN(Vec<String>),
    /// `Pattern`, with the space of patterns that have no colour of their own.
    Pattern(Option<Rc<Self>>),
    /// Something that is no colour space.
    Unknown,
}

/// The colours between which a gradient runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gradient {
    pub(super) space: Rc<ColorSpace>,
    /// Its ends and stops; none where they come from samples, a program or a mesh.
    pub(super) colors: Vec<Vec<f64>>,
}

/// A name that stands for every ink there is, for marks by which a press is set.
const ALL: &str = "All";
/// A name that stands for no ink.
const NONE: &str = "None";

impl ColorSpace {
    /// How many numbers make a colour.
    pub fn components(&self) -> usize {
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::Icc { space: IccSpace::Gray, .. }
            | Self::Indexed { .. }
            | Self::Separation(_) => 1,
            Self::DeviceRgb
            | Self::CalRgb
            | Self::Lab
            | Self::Icc { space: IccSpace::Rgb | IccSpace::Lab, .. } => 3,
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => 4,
            Self::Icc { space: IccSpace::Other(components), .. } => usize::from(*components),
            Self::DeviceN(inks) => inks.len(),
            Self::Pattern(_) | Self::Unknown => 0,
        }
    }

    /// The colour before any other is chosen (ISO 32000-1, table 74): black, or full ink.
    pub(super) fn initial(&self) -> Vec<f64> {
        match self {
            Self::DeviceCmyk | Self::Icc { space: IccSpace::Cmyk, .. } => vec![0.0, 0.0, 0.0, 1.0],
            Self::Separation(_) | Self::DeviceN(_) => vec![1.0; self.components()],
            _ => vec![0.0; self.components()],
        }
    }

    /// The ink of a colour in per cent of one full layer; none where only a conversion could tell.
    ///
    /// Colours of a CMYK profile count as they stand, though a press of another condition would
    /// have others. `All` is the four process inks.
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
            Self::Separation(name) => layers(name) * tint,
            Self::DeviceN(names) => layers(names.get(component)?) * tint,
            Self::Indexed { base, palette } => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
                let number = value.clamp(0.0, 255.0) as usize;
                let color = palette.chunks_exact(base.components().max(1)).nth(number)?;
                let color: Vec<f64> = color.iter().map(|byte| f64::from(*byte) / 255.0).collect();
                return base.ink(&color);
            }
            _ => return None,
        };
        Some(layers * 100.0)
    }

    /// Whether a colour leaves the paper as it is.
    pub fn is_white(&self, color: &[f64]) -> bool {
        let all = |value: f64| !color.is_empty() && color.iter().all(|tint| (tint - value).abs() < 1e-6);
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::DeviceRgb
            | Self::CalRgb
            | Self::Icc { space: IccSpace::Gray | IccSpace::Rgb, .. } => all(1.0),
            Self::DeviceCmyk
            | Self::Icc { space: IccSpace::Cmyk, .. }
            | Self::Separation(_)
            | Self::DeviceN(_) => all(0.0),
            _ => false,
        }
    }

    /// Whether the colours are inks of a CMYK press, grey and spot colours included.
    pub fn is_ink(&self) -> bool {
        match self {
            Self::DeviceGray
            | Self::DeviceCmyk
            | Self::Icc { space: IccSpace::Gray | IccSpace::Cmyk, .. }
            | Self::Separation(_)
            | Self::DeviceN(_)
            | Self::Pattern(None) => true,
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => base.is_ink(),
            _ => false,
        }
    }

    /// What the space is called in print: the base stands for its numbers.
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
            Self::Separation(_) => "Separation".to_owned(),
            Self::DeviceN(_) => "DeviceN".to_owned(),
            Self::Pattern(None) => "Pattern".to_owned(),
            Self::Unknown => "?".to_owned(),
        }
    }

    /// The inks of their own that the space names.
    pub fn spot_inks(&self) -> Vec<&str> {
        const PROCESS: [&str; 6] = ["Cyan", "Magenta", "Yellow", "Black", ALL, NONE];
        let names: Vec<&str> = match self {
            Self::Separation(name) => vec![name],
            Self::DeviceN(names) => names.iter().map(String::as_str).collect(),
            Self::Indexed { base, .. } | Self::Pattern(Some(base)) => return base.spot_inks(),
            _ => Vec::new(),
        };
        names.into_iter().filter(|name| !PROCESS.contains(name)).collect()
    }
}

/// How many inks are laid down under a name.
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

    #[test]
    fn ink_is_the_sum_of_the_plates() {
        let ink = |space: &ColorSpace, color: &[f64]| space.ink(color).map(f64::round);
        assert_eq!(ink(&ColorSpace::DeviceCmyk, &[0.9, 0.45, 0.45, 0.25]), Some(205.0));
        assert_eq!(ink(&ColorSpace::DeviceGray, &[0.25]), Some(75.0));
        assert_eq!(ink(&ColorSpace::Separation("All".to_owned()), &[1.0]), Some(400.0));
        assert_eq!(ink(&ColorSpace::Separation("Gold".to_owned()), &[0.5]), Some(50.0));
        let inks = ["Cyan", "None", "Gold"].map(str::to_owned).to_vec();
        assert_eq!(ink(&ColorSpace::DeviceN(inks.clone()), &[1.0, 1.0, 0.5]), Some(150.0));
        assert_eq!(ColorSpace::DeviceN(inks).spot_inks(), ["Gold"]);
        assert_eq!(ink(&ColorSpace::DeviceRgb, &[0.0, 0.0, 0.0]), None);
        let palette = vec![0, 0, 0, 0, 255, 255, 255, 255];
        let indexed = ColorSpace::Indexed { base: Rc::new(ColorSpace::DeviceCmyk), palette };
        assert_eq!(ink(&indexed, &[1.0]), Some(400.0));
        assert_eq!(ink(&indexed, &[2.0]), None);
    }

    #[test]
    fn white_is_no_ink_and_full_light() {
        assert!(ColorSpace::DeviceCmyk.is_white(&[0.0; 4]));
        assert!(ColorSpace::DeviceGray.is_white(&[1.0]));
        assert!(!ColorSpace::DeviceGray.is_white(&[0.0]));
        assert!(!ColorSpace::Pattern(None).is_white(&[]));
    }
}
