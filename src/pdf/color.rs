//! Colour spaces (ISO 32000-1, 8.6).

use std::rc::Rc;

use lopdf::{Dictionary, Object};

use super::file::as_dict;
use super::icc::{IccProfile, IccSpace};
use super::{Pdf, content::Cache};

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
    /// `ICCBased`, with the space that its profile is about.
    Icc(IccSpace),
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

/// A name that stands for every ink there is, for marks by which a press is set.
const ALL: &str = "All";
/// A name that stands for no ink.
const NONE: &str = "None";
/// Spaces within spaces go no deeper in any honest file.
const DEPTH_LIMIT: u8 = 8;
/// The largest palette: 256 colours of 32 inks.
const PALETTE_LIMIT: usize = 256 * 32;
/// The largest profile, in bytes.
const PROFILE_LIMIT: usize = 16 << 20;

impl ColorSpace {
    /// How many numbers make a colour.
    pub fn components(&self) -> usize {
        match self {
            Self::DeviceGray
            | Self::CalGray
            | Self::Icc(IccSpace::Gray)
            | Self::Indexed { .. }
            | Self::Separation(_) => 1,
            Self::DeviceRgb | Self::CalRgb | Self::Lab | Self::Icc(IccSpace::Rgb | IccSpace::Lab) => 3,
            Self::DeviceCmyk | Self::Icc(IccSpace::Cmyk) => 4,
            Self::Icc(IccSpace::Other(components)) => usize::from(*components),
            Self::DeviceN(inks) => inks.len(),
            Self::Pattern(_) | Self::Unknown => 0,
        }
    }

    /// The colour before any other is chosen (ISO 32000-1, table 74): black, or full ink.
    pub(super) fn initial(&self) -> Vec<f64> {
        match self {
            Self::DeviceCmyk | Self::Icc(IccSpace::Cmyk) => vec![0.0, 0.0, 0.0, 1.0],
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
            Self::DeviceGray | Self::CalGray | Self::Icc(IccSpace::Gray) => 1.0 - tint,
            Self::DeviceCmyk | Self::Icc(IccSpace::Cmyk) => tint,
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
            | Self::Icc(IccSpace::Gray | IccSpace::Rgb) => all(1.0),
            Self::DeviceCmyk | Self::Icc(IccSpace::Cmyk) | Self::Separation(_) | Self::DeviceN(_) => all(0.0),
            _ => false,
        }
    }

    /// Whether the colours are inks of a CMYK press, grey and spot colours included.
    pub fn is_ink(&self) -> bool {
        match self {
            Self::DeviceGray
            | Self::DeviceCmyk
            | Self::Icc(IccSpace::Gray | IccSpace::Cmyk)
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
            Self::Icc(IccSpace::Gray) => "ICC Gray".to_owned(),
            Self::Icc(IccSpace::Rgb) => "ICC RGB".to_owned(),
            Self::Icc(IccSpace::Cmyk) => "ICC CMYK".to_owned(),
            Self::Icc(IccSpace::Lab) => "ICC Lab".to_owned(),
            Self::Icc(IccSpace::Other(components)) => format!("ICC {components}CLR"),
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

impl Pdf {
    /// What an object says of a colour space, with the names of `resources`.
    pub(super) fn color_space(
        &self,
        object: &Object,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
    ) -> Rc<ColorSpace> {
        self.space(object, resources, cache, DEPTH_LIMIT)
    }

    fn space(
        &self,
        object: &Object,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
        depth: u8,
    ) -> Rc<ColorSpace> {
        let Some(depth) = depth.checked_sub(1) else { return Rc::new(ColorSpace::Unknown) };
        if let Ok(id) = object.as_reference() {
            if let Some(known) = cache.spaces.get(&id) {
                return Rc::clone(known);
            }
            let space = self.space(self.resolve(object), resources, cache, depth);
            cache.spaces.insert(id, Rc::clone(&space));
            return space;
        }
        match object {
            Object::Name(name) => self.named_space(name, resources, cache, depth),
            Object::Array(items) => match items.as_slice() {
                [only] => self.space(self.resolve(only), resources, cache, depth),
                [family, rest @ ..] => {
                    let family = self.resolve(family).as_name().unwrap_or_default();
                    Rc::new(self.family(family, rest, resources, cache, depth))
                }
                [] => Rc::new(ColorSpace::Unknown),
            },
            _ => Rc::new(ColorSpace::Unknown),
        }
    }

    /// A device space, for which the resources may name another (8.6.5.6), or one of their own.
    fn named_space(
        &self,
        name: &[u8],
        resources: Option<&Dictionary>,
        cache: &mut Cache,
        depth: u8,
    ) -> Rc<ColorSpace> {
        let named = |key: &[u8]| {
            let spaces = self.dict(resources?, "ColorSpace")?;
            spaces.get(key).ok()
        };
        let (device, default): (_, &[u8]) = match name {
            b"DeviceGray" | b"G" => (ColorSpace::DeviceGray, b"DefaultGray"),
            b"DeviceRGB" | b"RGB" => (ColorSpace::DeviceRgb, b"DefaultRGB"),
            b"DeviceCMYK" | b"CMYK" => (ColorSpace::DeviceCmyk, b"DefaultCMYK"),
            b"Pattern" => return Rc::new(ColorSpace::Pattern(None)),
            _ => {
                return named(name).map_or_else(
                    || Rc::new(ColorSpace::Unknown),
                    |object| self.space(object, resources, cache, depth),
                );
            }
        };
        match named(default) {
            // A default is never a device space, so no other default applies to it.
            Some(object) => self.space(object, None, cache, depth),
            None => Rc::new(device),
        }
    }

    fn family(
        &self,
        family: &[u8],
        rest: &[Object],
        resources: Option<&Dictionary>,
        cache: &mut Cache,
        depth: u8,
    ) -> ColorSpace {
        let first = rest.first().map(|object| self.resolve(object));
        match family {
            b"CalGray" => ColorSpace::CalGray,
            b"CalRGB" => ColorSpace::CalRgb,
            b"Lab" => ColorSpace::Lab,
            b"ICCBased" => match first {
                Some(Object::Stream(stream)) => {
                    let profile =
                        self.data(stream, PROFILE_LIMIT).and_then(|data| IccProfile::of(&data.bytes));
                    let components = self.integer(&stream.dict, "N").unwrap_or(0);
                    ColorSpace::Icc(
                        profile.map_or_else(|| IccSpace::of_components(components), |profile| profile.space),
                    )
                }
                _ => ColorSpace::Unknown,
            },
            b"Indexed" | b"I" => {
                let [base, _, table, ..] = rest else { return ColorSpace::Unknown };
                let palette = match self.resolve(table) {
                    Object::String(bytes, _) => bytes.clone(),
                    Object::Stream(stream) => {
                        self.data(stream, PALETTE_LIMIT).map(|data| data.bytes).unwrap_or_default()
                    }
                    _ => Vec::new(),
                };
                ColorSpace::Indexed { base: self.space(base, resources, cache, depth), palette }
            }
            b"Separation" => match first {
                Some(Object::Name(name)) => {
                    ColorSpace::Separation(String::from_utf8_lossy(name).into_owned())
                }
                _ => ColorSpace::Unknown,
            },
            b"DeviceN" => match first {
                Some(Object::Array(names)) => ColorSpace::DeviceN(
                    names
                        .iter()
                        .filter_map(|name| self.resolve(name).as_name().ok())
                        .map(|name| String::from_utf8_lossy(name).into_owned())
                        .collect(),
                ),
                _ => ColorSpace::Unknown,
            },
            b"Pattern" => {
                ColorSpace::Pattern(rest.first().map(|base| self.space(base, resources, cache, depth)))
            }
            _ => ColorSpace::Unknown,
        }
    }

    /// The space of a transparency group (11.6.6); none where it has none of its own.
    pub fn group_space(&self, group: &Dictionary) -> Option<ColorSpace> {
        let object = group.get(b"CS").ok()?;
        Some(self.color_space(object, None, &mut Cache::default()).as_ref().clone())
    }

    /// The dictionary of the output profile of an output intent, and its head.
    pub fn profile(&self, intent: &Dictionary) -> Option<(i64, Option<IccProfile>)> {
        let stream = self.stream(intent, "DestOutputProfile")?;
        let profile = self.data(stream, PROFILE_LIMIT).and_then(|data| IccProfile::of(&data.bytes));
        Some((self.integer(&stream.dict, "N").unwrap_or(0), profile))
    }
}

/// The dictionary of a resource, by its category and name.
pub(super) fn resource<'a>(
    pdf: &'a Pdf,
    resources: Option<&'a Dictionary>,
    category: &str,
    name: &[u8],
) -> Option<&'a Object> {
    let category = pdf.dict(resources?, category)?;
    category.get(name).ok()
}

/// The same, as a dictionary.
pub(super) fn resource_dict<'a>(
    pdf: &'a Pdf,
    resources: Option<&'a Dictionary>,
    category: &str,
    name: &[u8],
) -> Option<&'a Dictionary> {
    as_dict(pdf.resolve(resource(pdf, resources, category, name)?))
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
