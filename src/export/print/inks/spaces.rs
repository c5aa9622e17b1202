//! How the colours of a colour space become ink.

use std::cell::RefCell;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object};

use super::ColorTarget;
use crate::press::icc::IccSpace;
use crate::press::ink::{Grays, PressProfile, Separation, limited};
use crate::press::pdf::{ColorSpace, ObjectId, Pdf};
use crate::press::{FinishError, Unconvertible};

/// A colour space.
#[derive(Clone)]
pub(super) enum Space {
    /// One value, from black to white.
    Gray(Rc<Grays>),
    /// Red, green and blue.
    Rgb(Rc<Separation>),
    /// The inks of the press.
    Ink,
    /// Colours are patterns.
    Pattern,
}

/// A colour of the finished file, its values from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Printed {
    /// From black to white, in a mask.
    Gray(f32),
    /// Cyan, magenta, yellow and black.
    Ink([f32; 4]),
}

/// The colour spaces of a document.
pub(super) struct Spaces<'a> {
    document: &'a Document,
    /// The same document for the reader that knows colour spaces.
    pdf: &'a Pdf<'a>,
    press: &'a PressProfile,
    srgb: Rc<Separation>,
    /// Those of a device, which are taken for those of sRGB.
    grays: Rc<Grays>,
    /// Spaces that were read before, which are few.
    known: RefCell<Vec<(Object, Space)>>,
}

impl<'a> Spaces<'a> {
    pub(super) fn new(
        document: &'a Document,
        pdf: &'a Pdf<'a>,
        press: &'a PressProfile,
    ) -> Result<Self, FinishError> {
        // The profile of the press has been proved when it was read.
        let srgb = Separation::of_srgb(press).map_err(|_| FinishError::Broken)?;
        let grays = Rc::new(srgb.grays().clone());
        Ok(Self { document, pdf, press, srgb: Rc::new(srgb), grays, known: RefCell::default() })
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
        if let Some((_, known)) = self.known.borrow().iter().find(|(known, _)| known == object) {
            return Ok(known.clone());
        }
        let space = match *self.pdf.described_space(&object.into()) {
            ColorSpace::DeviceGray | ColorSpace::CalGray => Space::Gray(Rc::clone(&self.grays)),
            ColorSpace::Icc { space: IccSpace::Gray, profile: Some(profile) } => {
                Space::Gray(self.profiled_grays(profile)?)
            }
            ColorSpace::DeviceRgb | ColorSpace::CalRgb => Space::Rgb(Rc::clone(&self.srgb)),
            ColorSpace::DeviceCmyk => Space::Ink,
            ColorSpace::Pattern(None) => Space::Pattern,
            ColorSpace::Icc { space: IccSpace::Rgb | IccSpace::Lab, profile: Some(profile) } => {
                Space::Rgb(self.separation(profile)?)
            }
            _ => return Err(FinishError::Color(Unconvertible::Space)),
        };
        self.known.borrow_mut().push((object.clone(), space.clone()));
        Ok(space)
    }

    /// The greys that a device begins with.
    pub(super) fn device_gray(&self) -> Space {
        Space::Gray(Rc::clone(&self.grays))
    }

    /// The greys of the profile that an object holds; those of a profile that cannot be used are taken for those of
    /// sRGB.
    fn profiled_grays(&self, profile: ObjectId) -> Result<Rc<Grays>, FinishError> {
        let icc = self.document.get_object(profile)?.as_stream()?.get_plain_content()?;
        Ok(Grays::of_profile(&icc, self.press).map_or_else(|_| Rc::clone(&self.grays), Rc::new))
    }

    /// The conversion by the profile that an object holds. A profile that cannot be used, such as one
    /// of Lab in an image of red, green and blue, is ignored, as image editors do: sRGB is assumed.
    fn separation(&self, profile: ObjectId) -> Result<Rc<Separation>, FinishError> {
        let icc = self.document.get_object(profile)?.as_stream()?.get_plain_content()?;
        let separation = Separation::of_profile(&icc, self.press).map(Rc::new);
        Ok(separation.unwrap_or_else(|_| Rc::clone(&self.srgb)))
    }
}

impl Space {
    /// The colour at which painting in this space begins (ISO 32000-1, 8.6.3).
    pub(super) fn initial(&self) -> &'static [f32] {
        match self {
            Self::Gray(_) => &[0.0],
            Self::Rgb(_) => &[0.0; 3],
            Self::Ink => &[0.0, 0.0, 0.0, 1.0],
            Self::Pattern => &[],
        }
    }

    /// Whether a colour is a pure grey, which is then of black ink alone.
    pub(super) fn is_gray(&self, values: &[f32]) -> bool {
        match (self, values) {
            (Self::Gray(_), _) => true,
            (Self::Rgb(_), &[red, green, blue]) => byte(red) == byte(green) && byte(green) == byte(blue),
            _ => false,
        }
    }

    /// A colour of a line or a fill as it is printed, or as it masks: pure greys in black alone.
    pub(super) fn convert(&self, values: &[f32], target: ColorTarget) -> Result<Printed, FinishError> {
        let grays = match self {
            Self::Gray(grays) => Some(&**grays),
            Self::Rgb(separation) => Some(separation.grays()),
            _ => None,
        };
        match (grays, values) {
            (Some(grays), &[gray, ..]) if target == ColorTarget::Ink && self.is_gray(values) => {
                Ok(Printed::Ink([0.0, 0.0, 0.0, grays.black(gray)]))
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
            (Self::Gray(_), &[gray]) if target == ColorTarget::Lightness => Printed::Gray(gray),
            (Self::Gray(grays), &[gray]) => Printed::Ink(grays.inks_of_sample(byte(gray)).map(share)),
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
            _ => return Err(FinishError::Color(Unconvertible::Space)),
        };
        Ok(match target {
            ColorTarget::Ink | ColorTarget::TranslucentInk => printed,
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

/// A value of 0 to 1 as one of 0 to 255.
pub(super) fn byte(value: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255 after clamping")]
    let byte = (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    byte
}

fn share(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}
