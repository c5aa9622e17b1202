//! Colour spaces as a file writes them, and the resources that name them (ISO 32000-1, 7.8.3 and 8.6).

use std::rc::Rc;

use lopdf::{Dictionary, Object};

use super::file::as_dict;
use super::icc::{IccProfile, IccSpace};
use super::walk::Cache;
use super::{ColorSpace, Pdf};

/// Spaces within spaces go no deeper in any honest file.
const DEPTH_LIMIT: u8 = 8;
/// The largest palette: 256 colours of 32 inks.
const PALETTE_LIMIT: usize = 256 * 32;
/// The largest profile, in bytes.
const PROFILE_LIMIT: usize = 16 << 20;

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
