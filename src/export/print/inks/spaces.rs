//! The colour spaces of a PDF (ISO 32000-1, 8.6), and how their colours become ink.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::ColorTarget;
use crate::export::print::finish_error::FinishError;
use crate::press::ink::{PressProfile, Separation, limited};

/// A colour space.
#[derive(Clone)]
pub(super) enum Space {
    /// One value, from black to white.
    Gray,
    /// Red, green and blue.
    Rgb(Rc<Separation>),
    /// The inks of the press.
    Ink,
    /// Colours are patterns.
    Pattern,
}

/// A colour that can be printed, its values from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Printed {
    /// From black to white; black ink where it is printed.
    Gray(f32),
    /// Cyan, magenta, yellow and black.
    Ink([f32; 4]),
}

/// The colour spaces of a document.
pub(super) struct Spaces<'a> {
    document: &'a Document,
    press: &'a PressProfile,
    srgb: Rc<Separation>,
    /// Spaces with a profile, by the object that holds it.
    known: RefCell<BTreeMap<ObjectId, Space>>,
}

impl<'a> Spaces<'a> {
    pub(super) fn new(document: &'a Document, press: &'a PressProfile) -> Result<Self, FinishError> {
        let srgb = Rc::new(Separation::of_srgb(press)?);
        Ok(Self { document, press, srgb, known: RefCell::default() })
    }

    /// The space of an operator, which names one of the resources or of the devices.
    pub(super) fn named(&self, name: &[u8], resources: &Dictionary) -> Result<Space, FinishError> {
        let spaces = resources.get_deref(b"ColorSpace", self.document).and_then(Object::as_dict);
        match spaces.and_then(|spaces| spaces.get(name)) {
            Ok(space) => self.space(space),
            Err(_) => self.space(&Object::Name(name.to_vec())),
        }
    }

    /// The space that an object describes.
    pub(super) fn space(&self, object: &Object) -> Result<Space, FinishError> {
        let (_, object) = self.document.dereference(object)?;
        let (family, profile) = match object {
            Object::Name(family) => (family.as_slice(), None),
            Object::Array(parts) => match parts.as_slice() {
                [family, rest @ ..] => (family.as_name()?, rest.first()),
                [] => return Err(FinishError::Unknown("a space without a name")),
            },
            _ => return Err(FinishError::Unknown("a space that is neither a name nor an array")),
        };
        match (family, profile) {
            (b"DeviceGray" | b"CalGray", _) => Ok(Space::Gray),
            (b"DeviceRGB" | b"CalRGB", _) => Ok(Space::Rgb(Rc::clone(&self.srgb))),
            (b"DeviceCMYK", _) => Ok(Space::Ink),
            (b"Pattern", None) => Ok(Space::Pattern),
            (b"ICCBased", Some(profile)) => self.with_profile(profile.as_reference()?),
            _ => Err(FinishError::Unknown("a space that Typst does not write")),
        }
    }

    fn with_profile(&self, id: ObjectId) -> Result<Space, FinishError> {
        if let Some(space) = self.known.borrow().get(&id) {
            return Ok(space.clone());
        }
        let stream = self.document.get_object(id)?.as_stream()?;
        let icc = stream.get_plain_content()?;
        let space = match stream.dict.get(b"N")?.as_i64()? {
            1 => Space::Gray,
            3 => Space::Rgb(Rc::new(Separation::of_profile(&icc, self.press)?)),
            _ => return Err(FinishError::Unknown("a profile for something else than RGB or grey")),
        };
        self.known.borrow_mut().insert(id, space.clone());
        Ok(space)
    }
}

impl Space {
    /// The colour at which painting in this space begins (ISO 32000-1, 8.6.3).
    pub(super) fn initial(&self) -> &'static [f32] {
        match self {
            Self::Gray => &[0.0],
            Self::Rgb(_) => &[0.0; 3],
            Self::Ink => &[0.0, 0.0, 0.0, 1.0],
            Self::Pattern => &[],
        }
    }

    /// A colour of a line or a fill as it is printed, or as it masks: pure greys in black alone.
    pub(super) fn convert(&self, values: &[f32], target: ColorTarget) -> Result<Printed, FinishError> {
        match (self, values) {
            (Self::Rgb(_), &[red, green, blue])
                if target == ColorTarget::Ink && is_neutral([red, green, blue]) =>
            {
                Ok(Printed::Ink([0.0, 0.0, 0.0, 1.0 - red]))
            }
            _ => self.convert_by_profile(values, target),
        }
    }

    /// The same, with greys of all four inks.
    pub(super) fn convert_by_profile(
        &self,
        values: &[f32],
        target: ColorTarget,
    ) -> Result<Printed, FinishError> {
        let printed = match (self, values) {
            (Self::Gray, &[gray]) => Printed::Gray(gray),
            (Self::Rgb(_), &[red, green, blue]) if target == ColorTarget::Lightness => {
                Printed::Gray(0.3 * red + 0.59 * green + 0.11 * blue)
            }
            (Self::Rgb(separation), &[red, green, blue]) => {
                Printed::Ink(separation.color([red, green, blue].map(byte)).map(share))
            }
            (Self::Ink, &[cyan, magenta, yellow, black]) => {
                let inks = [cyan, magenta, yellow, black];
                let within = limited(inks.map(byte));
                Printed::Ink(if within == inks.map(byte) { inks } else { within.map(share) })
            }
            _ => return Err(FinishError::Unknown("a space whose colours have another number of values")),
        };
        Ok(match target {
            ColorTarget::Ink => printed,
            ColorTarget::Lightness => Printed::Gray(printed.lightness()),
        })
    }
}

impl Printed {
    /// The values by themselves.
    pub(super) fn values(&self) -> &[f32] {
        match self {
            Self::Gray(gray) => std::slice::from_ref(gray),
            Self::Ink(inks) => inks,
        }
    }

    /// As ISO 32000-1, 10.3.2 and 10.3.3 have it of device colours.
    fn lightness(self) -> f32 {
        match self {
            Self::Gray(gray) => gray,
            Self::Ink([cyan, magenta, yellow, black]) => {
                1.0 - (0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black).min(1.0)
            }
        }
    }
}

/// Whether red, green and blue are one grey.
pub(super) fn is_neutral([red, green, blue]: [f32; 3]) -> bool {
    byte(red) == byte(green) && byte(green) == byte(blue)
}

/// A value of 0 to 1 as one of 0 to 255.
pub(super) fn byte(value: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255 after clamping")]
    let byte = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    byte
}

fn share(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}
