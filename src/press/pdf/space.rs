//! Reading colour spaces, and the resources that name them (ISO 32000-1, 7.8.3 and 8.6).

use std::ptr;
use std::rc::Rc;

use super::cache::Cache;
use super::object::{Dictionary, Object, Stream};
use super::{ColorSpace, Pdf};
use crate::press::icc::{IccHeader, IccSpace};

/// The deepest nesting of spaces within spaces.
const DEPTH_LIMIT: u8 = 8;
/// The largest palette: 256 colours of 32 inks.
const PALETTE_LIMIT: usize = 256 * 32;
/// The most inks of a space (annex C).
const INKS_LIMIT: usize = 32;
/// The longest name of an ink, in bytes (annex C).
const NAME_LIMIT: usize = 127;

impl Pdf<'_> {
    /// The colour space that an object describes, with the names of `resources`.
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
        if object.as_reference().is_some() {
            return self.known_space(self.resolve(object), resources, cache, depth);
        }
        match object {
            Object::Name(name) => self.named_space(name, resources, cache, depth),
            Object::Array(items) => match items.as_ref() {
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

    /// A space that is an indirect object, which is read once and cached.
    fn known_space(
        &self,
        object: &Object,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
        depth: u8,
    ) -> Rc<ColorSpace> {
        if let Some(known) = cache.spaces.get(&ptr::from_ref(object)) {
            return Rc::clone(known);
        }
        let space = self.space(object, resources, cache, depth);
        cache.spaces.insert(ptr::from_ref(object), Rc::clone(&space));
        space
    }

    /// A device space, which the resources may remap (8.6.5.6), or a space named in the resources.
    fn named_space(
        &self,
        name: &[u8],
        resources: Option<&Dictionary>,
        cache: &mut Cache,
        depth: u8,
    ) -> Rc<ColorSpace> {
        let named = |key: &[u8]| {
            let spaces = self.dict(resources?, "ColorSpace")?;
            spaces.get(key)
        };
        let (device, default): (_, &[u8]) = match name {
            b"DeviceGray" | b"G" => (ColorSpace::DeviceGray, b"DefaultGray"),
            b"DeviceRGB" | b"RGB" => (ColorSpace::DeviceRgb, b"DefaultRGB"),
            b"DeviceCMYK" | b"CMYK" => (ColorSpace::DeviceCmyk, b"DefaultCMYK"),
            b"Pattern" => return Rc::new(ColorSpace::Pattern(None)),
            _ => {
                return named(name).map_or_else(
                    || Rc::new(ColorSpace::Unknown),
                    |object| self.known_space(object, resources, cache, depth),
                );
            }
        };
        match named(default) {
            // A default is never a device space, so no other default applies to it.
            Some(object) => self.known_space(object, None, cache, depth),
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
        let alternate = |cache: &mut Cache| match rest.get(1) {
            Some(space) => self.space(space, resources, cache, depth),
            None => Rc::new(ColorSpace::Unknown),
        };
        match family {
            b"CalGray" => ColorSpace::CalGray,
            b"CalRGB" => ColorSpace::CalRgb,
            b"Lab" => ColorSpace::Lab,
            b"ICCBased" => match first {
                Some(Object::Stream(stream)) => {
                    ColorSpace::Icc { space: self.icc_space(stream, cache), profile: stream.id }
                }
                _ => ColorSpace::Unknown,
            },
            b"Indexed" | b"I" => {
                let [base, _, table, ..] = rest else { return ColorSpace::Unknown };
                let palette = match self.resolve(table) {
                    Object::String(bytes) => bytes.iter().copied().take(PALETTE_LIMIT).collect(),
                    Object::Stream(stream) => {
                        self.data(stream, PALETTE_LIMIT).map(|data| data.bytes).unwrap_or_default()
                    }
                    _ => Vec::new(),
                };
                ColorSpace::Indexed { base: self.space(base, resources, cache, depth), palette }
            }
            b"Separation" => match first {
                Some(Object::Name(name)) => {
                    ColorSpace::Separation { ink: ink_name(name), alternate: alternate(cache) }
                }
                _ => ColorSpace::Unknown,
            },
            b"DeviceN" => match first {
                Some(Object::Array(names)) if names.len() <= INKS_LIMIT => {
                    let names = names.iter().filter_map(|name| self.resolve(name).as_name());
                    ColorSpace::DeviceN { inks: names.map(ink_name).collect(), alternate: alternate(cache) }
                }
                _ => ColorSpace::Unknown,
            },
            b"Pattern" => {
                ColorSpace::Pattern(rest.first().map(|base| self.space(base, resources, cache, depth)))
            }
            _ => ColorSpace::Unknown,
        }
    }

    /// The colour space of the profile in a stream, which is read once and cached.
    fn icc_space(&self, stream: &Stream, cache: &mut Cache) -> IccSpace {
        if let Some(known) = stream.id.and_then(|id| cache.profiles.get(&id)) {
            return *known;
        }
        let usual = || IccSpace::of_components(self.integer(&stream.dict, "N").unwrap_or(0));
        let space = self.icc_header(stream).map_or_else(usual, IccHeader::icc_space);
        if let Some(id) = stream.id {
            cache.profiles.insert(id, space);
        }
        space
    }

    fn icc_header(&self, stream: &Stream) -> Option<IccHeader> {
        IccHeader::read(&self.beginning(stream, IccHeader::SIZE)?)
    }

    /// The space that an object describes, without named resources.
    pub fn described_space(&self, object: &Object) -> Rc<ColorSpace> {
        self.color_space(object, None, &mut Cache::default())
    }

    /// The blending space of the transparency group of a page (11.6.6); `None` if it names none.
    pub fn group_space(&self, group: &Dictionary) -> Option<Rc<ColorSpace>> {
        Some(self.color_space(group.get(b"CS")?, None, &mut Cache::default()))
    }

    /// The number of components that the stream of a profile declares, and the header of the profile.
    pub fn profile(&self, stream: &Stream) -> (i64, Option<IccHeader>) {
        (self.integer(&stream.dict, "N").unwrap_or(0), self.icc_header(stream))
    }
}

fn ink_name(name: &[u8]) -> String {
    String::from_utf8_lossy(name.get(..NAME_LIMIT).unwrap_or(name)).into_owned()
}

/// The dictionary of a resource, by its category and name.
pub(super) fn resource<'a>(
    pdf: &'a Pdf<'a>,
    resources: Option<&'a Dictionary>,
    category: &str,
    name: &[u8],
) -> Option<&'a Object> {
    let category = pdf.dict(resources?, category)?;
    category.get(name)
}

/// The same, if it is a dictionary.
pub(super) fn resource_dict<'a>(
    pdf: &'a Pdf<'a>,
    resources: Option<&'a Dictionary>,
    category: &str,
    name: &[u8],
) -> Option<&'a Dictionary> {
    pdf.resolve(resource(pdf, resources, category, name)?).as_dict()
}
